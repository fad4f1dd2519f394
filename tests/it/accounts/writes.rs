//! Every changing address of the interface × everybody × what is not theirs: whatever is refused has changed nothing in
//! the database, and whoever may does it with the very same request, so that no refusal is one of a wrong body.
//! Generated from the route table: an address about something that exists has to be listed here.

use std::collections::{BTreeMap, HashMap};
use std::io::{Cursor, Read};

use reqwest::Method;
use sea_orm::sea_query::Query;
use sea_orm::{ConnectionTrait, ExprTrait};
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::db::Db;
use uuid::Uuid;

use super::browser::{Browser, person};
use crate::api::{demand, technology};
use crate::on_both_databases;
use crate::support::service::TestApp;

const SUPPLIER: &str = "Quagga Pumps Works";
const ASKER: &str = "Embassy of Xanadu";
/// Addresses walked before the whole database is compared.
const PORTION: usize = 16;

/// Everybody who tries; the public does too.
pub(super) const CALLERS: [(&str, Role, Option<&str>); 9] = [
    ("supplier", Role::Firm, Some(SUPPLIER)),
    ("firm", Role::Firm, Some("Elsewhere")),
    ("asker", Role::Embassy, Some(ASKER)),
    ("embassy", Role::Embassy, Some("Far Away")),
    ("broker", Role::Broker, Some("Brokers")),
    ("stranger", Role::Broker, Some("Other Brokers")),
    // Who works for a side answers for it like its other people, and is no broker of the case.
    ("partial", Role::Broker, Some(SUPPLIER)),
    ("steward", Role::Steward, Some("Commission")),
    ("admin", Role::Admin, None),
];

/// One thing that can be done to something that exists.
struct Write {
    method: &'static str,
    route: String,
    place: String,
    body: Value,
    /// Who may.
    may: Vec<&'static str>,
    /// Who does it in the end, in the order of the list.
    proof: Option<&'static str>,
}

/// The service with something of everybody's in it.
pub(super) struct Stage {
    pub app: TestApp,
    tokens: HashMap<&'static str, String>,
    writes: Vec<Write>,
}

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

impl Stage {
    pub async fn on(db: &crate::support::database::TestDb) -> Self {
        let app = TestApp::on(db).await;
        let mut tokens = HashMap::new();
        for (name, role, organisation) in CALLERS {
            let account = person(&app, &Self::address(name), role, organisation).await;
            tokens.insert(name, account.token.reveal().to_owned());
        }
        let mut stage = Self { app, tokens, writes: Vec::new() };
        let mut published = BTreeMap::new();
        for (library, owner, body) in [
            ("technologies", "supplier", technology("光伏控制器")),
            ("demands", "asker", demand("Irrigation")),
            (
                "institutions",
                "supplier",
                json!({"title": "Centre", "lang": "en", "kind": "technology_transfer_centre"}),
            ),
            ("results", "supplier", json!({"title": "Story", "lang": "en", "kind": "technology_transfer"})),
        ] {
            published.insert(library, stage.records(library, owner, &body).await);
        }
        stage.case(&published).await;
        stage.own().await;
        stage.people().await;
        stage
    }

    /// By what a caller signs in.
    pub fn address(name: &str) -> String {
        format!("the-{name}@walk.example")
    }

    /// What stands in a part of the address of the first thing that can be done at a route.
    pub fn held(&self, route: &str, part: &str) -> String {
        let write = self.writes.iter().find(|write| write.route == route).unwrap();
        let at = route.split('/').position(|one| one == format!("{{{part}}}")).unwrap();
        write.place.split('/').nth(at).unwrap().to_owned()
    }

    /// The number of a record.
    pub async fn number(&self, library: &str, id: &str) -> String {
        let record = self.app.get(&format!("/api/v1/{library}/{id}")).send().await.expect(200).json();
        record["number"].as_str().unwrap().to_owned()
    }

    /// Makes something as somebody.
    async fn make(&self, path: &str, body: Value, by: &str) -> Value {
        let sent = self.app.post(path, &body).token(&self.tokens[by]).header("if-match", "*").send().await;
        assert!(matches!(sent.status, 200..=202), "{path}: {}", sent.text);
        sent.json()
    }

    fn can(
        &mut self,
        method: &'static str,
        (route, ids): (&str, &[&str]),
        body: Value,
        may: &[&'static str],
        proof: Option<&'static str>,
    ) {
        let mut place = route.to_owned();
        for id in ids {
            let (from, to) = (place.find('{').unwrap(), place.find('}').unwrap());
            place.replace_range(from..=to, id);
        }
        self.writes.push(Write { method, route: route.to_owned(), place, body, may: may.to_vec(), proof });
    }

    /// Records of a library: a draft, one that waits, and a published one with a change that waits; answers the last.
    async fn records(&mut self, library: &str, owner: &'static str, body: &Value) -> Value {
        let place = format!("/api/v1/{library}");
        let draft = self.make(&place, body.clone(), owner).await;
        let mut more = body.clone();
        more["description"] = json!("Ein zweiter Text, der für sich steht und lang genug ist, um etwas zu sagen.");
        let waiting = self.make(&format!("{place}?status=submitted"), more, owner).await;
        let shown = self.make(&place, body.clone(), owner).await;
        let patch = async |body: Value, by: &str| {
            let place = format!("{place}/{}", id(&shown));
            self.app.patch(&place, &body).token(&self.tokens[by]).header("if-match", "*").send().await
        };
        let published = patch(json!({"status": "published"}), "steward").await.expect(200).json();
        patch(json!({"description": "另一段说明，待审核。"}), owner).await.expect(202);
        for record in [&draft, &published] {
            let place = format!("{place}/{}/translations/es", id(record));
            let translated = self.app.put(&place, &json!({"title": "En español"})).token(&self.tokens["admin"]);
            translated.send().await.expect(201);
        }
        let may = [owner, "steward", "admin"];
        let whole = |title: &str| {
            let mut whole = body.clone();
            whole["title"] = title.into();
            whole
        };
        let route = |below: &str| format!("{place}/{{id}}{below}");
        let (one, all) = (id(&published), id(&draft));
        self.can(
            "POST",
            (&route("/reviews"), &[&id(&waiting)]),
            crate::review::scores([4; 4]),
            &may[1..],
            Some("steward"),
        );
        self.can("DELETE", (&route("/revision"), &[&one]), Value::Null, &may, Some(owner));
        self.can("POST", (&route("/renew"), &[&one]), json!({}), &may, Some(owner));
        for (record, by) in [(&all, owner), (&one, "steward")] {
            self.can("PUT", (&route(""), &[record]), whole("Another"), &may, Some(by));
            self.can("PATCH", (&route(""), &[record]), json!({"title": "A third"}), &may, Some(by));
            self.can("PATCH", (&route(""), &[record]), json!({"status": "submitted"}), &may, None);
            self.can("PATCH", (&route(""), &[record]), json!({"status": "published"}), &may, None);
            let translation = route("/translations/{lang}");
            self.can("PUT", (&translation, &[record, "es"]), json!({"title": "Anew"}), &may, Some(by));
            self.can("DELETE", (&translation, &[record, "es"]), Value::Null, &may, Some(by));
            self.can("DELETE", (&route(""), &[record]), Value::Null, &may, None);
        }
        published
    }

    /// A match that was proposed, and what belongs to it.
    async fn case(&mut self, published: &BTreeMap<&str, Value>) {
        let [wanted, offered] = ["demands", "technologies"].map(|library| &published[library]);
        let [a, b] = [wanted, offered].map(|record| id(record).parse::<Uuid>().unwrap());
        let one = crate::life::suggestion(&self.app.db, a, b).await.to_string();
        let place = format!("/api/v1/matches/{one}");
        self.make(&format!("{place}/assignment"), json!({"to": "me"}), "broker").await;
        self.make(&format!("{place}/decisions"), json!({"to": "proposed"}), "broker").await;
        let task = id(&self.make(&format!("{place}/tasks"), json!({"title": "Ask"}), "broker").await);
        let (brokers, seats) = (
            ["broker", "stranger", "steward", "admin"],
            ["supplier", "asker", "broker", "stranger", "steward", "admin"],
        );
        let route = |below: &str| format!("/api/v1/matches/{{id}}/{below}");
        let text = json!({"text": "Does it work at 45 °C?"});
        self.can("POST", (&route("messages"), &[&one]), text, &seats, Some("supplier"));
        let file = json!({"name": "a.txt", "content": "5oSP5ZCR5Lmm6I2J5qGICg=="});
        self.can("POST", (&route("documents"), &[&one]), file, &seats, Some("supplier"));
        self.can("POST", (&route("tasks"), &[&one]), json!({"title": "Ask again"}), &brokers, Some("stranger"));
        self.can("PATCH", (&route("tasks/{task}"), &[&one, &task]), json!({"done": true}), &brokers, Some("broker"));
        let letter = json!({"number": "LOI-1", "valid_from": "2026-01-01", "valid_until": "2027-01-01"});
        self.can("POST", (&route("letter-of-intent"), &[&one]), letter, &brokers, Some("broker"));
        self.can("POST", (&route("assignment"), &[&one]), json!({"to": "me"}), &brokers, Some("stranger"));
        self.can(
            "POST",
            (&route("answers"), &[&one]),
            json!({"answer": "accepted"}),
            &["supplier", "asker", "partial"],
            Some("asker"),
        );
        let stop = json!({"to": "on_hold", "reason": "not_now"});
        self.can("POST", (&route("decisions"), &[&one]), stop, &brokers, Some("broker"));
        self.can("POST", (&route("undo"), &[&one]), json!({}), &["broker"], Some("broker"));
        // There are none before the introduction, whoever asks; who may set them stands in tests/it/cases.
        let planned = json!({"kind": "first_meeting", "planned_on": "2027-01-15"});
        self.can("POST", (&route("milestones"), &[&one]), planned, &seats, None);
        self.can("PATCH", (&route("milestones/{milestone}"), &[&one, &task]), json!({"dropped": true}), &seats, None);
        self.can("POST", (&route("outcomes"), &[&one]), json!({"going": "works"}), &["supplier", "asker"], None);
        self.can("POST", (&route("outcomes/{report}/result"), &[&one, &task]), json!({}), &brokers, None);
        let place = "/api/v1/jobs/{id}/retry";
        self.can("POST", (place, &[&task]), json!({}), &["steward", "admin"], None);
        self.can("PUT", ("/api/v1/clocks/{id}", &[&one]), json!({}), &["steward", "admin"], None);
        let view = json!({"name": "Egypt", "filters": {"country": ["EG"]}});
        let view = id(&self.make("/api/v1/queue/views", view, "broker").await);
        let place = "/api/v1/queue/views/{id}";
        self.can("PATCH", (place, &[&view]), json!({"name": "Egypt, all"}), &["broker"], Some("broker"));
        self.can("DELETE", (place, &[&view]), Value::Null, &["broker"], Some("broker"));
        let labels = json!({"labels": {"fr": "Informatique et réseaux"}});
        self.can("PATCH", ("/api/v1/taxonomy/{code}", &["ict"]), labels, &["steward", "admin"], Some("steward"));
        let term = json!({"names": {"zh": ["佐布拉"], "ha": ["zobra"]}});
        let term = self.make("/api/v1/terms", term, "broker").await["id"].to_string();
        let place = "/api/v1/terms/{id}";
        self.can("PATCH", (place, &[&term]), json!({"state": "in_force"}), &["steward", "admin"], Some("steward"));
        let many = json!({"ids": [one], "reason": "off_topic"});
        self.can("POST", ("/api/v1/queue/dismissals", &[]), many, &brokers, None);
        // Interest is expressed for a record of one's own alone.
        let interest = |own: &Value| json!({"own_record": own["number"], "offer_or_need": "水".repeat(200), "why": "水".repeat(200)});
        let place = "/api/v1/technologies/{id}/interest";
        self.can("POST", (place, &[&id(offered)]), interest(wanted), &["asker"], None);
        let place = "/api/v1/demands/{id}/interest";
        self.can("POST", (place, &[&id(wanted)]), interest(offered), &["supplier"], None);
        let place = "/api/v1/technologies/{id}/screenings";
        self.can("POST", (place, &[&id(offered)]), json!({}), &["steward", "admin"], None);
    }

    /// What belongs to the supplier's account and organisation besides.
    async fn own(&mut self) {
        let mine = ["supplier"];
        let token = json!({"name": "reader", "scopes": ["read"], "days": 7});
        let token = id(&self.make("/api/v1/me/tokens", token, "supplier").await);
        self.can("DELETE", ("/api/v1/me/tokens/{id}", &[&token]), Value::Null, &mine, Some("supplier"));
        let search = json!({"name": "Drip", "library": "demands", "query": {"q": "eau"}});
        let search = id(&self.make("/api/v1/searches", search, "supplier").await);
        self.can("DELETE", ("/api/v1/searches/{id}", &[&search]), Value::Null, &mine, Some("supplier"));
        let notices = self.app.get("/api/v1/notices").token(&self.tokens["supplier"]).send().await.expect(200).json();
        let notice = id(&notices["records"][0]);
        self.can("PUT", ("/api/v1/notices/{id}/read", &[&notice]), json!({}), &mine, Some("supplier"));
        let hook = json!({"url": "https://example.org/siku", "events": ["match.proposed"]});
        let hook = id(&self.make("/api/v1/webhooks", hook, "supplier").await);
        for below in ["ping", "secret"] {
            let place = format!("/api/v1/webhooks/{{id}}/{below}");
            self.can("POST", (&place, &[&hook]), json!({}), &["supplier", "admin"], Some("supplier"));
        }
        self.can("DELETE", ("/api/v1/webhooks/{id}", &[&hook]), Value::Null, &["supplier", "admin"], Some("supplier"));
        let invited = json!({"email": "new@quagga.example"});
        let invited = id(&self.make("/api/v1/invitations", invited, "supplier").await);
        let may = ["supplier", "steward", "admin"];
        self.can("DELETE", ("/api/v1/invitations/{id}", &[&invited]), Value::Null, &may, Some("supplier"));
        self.can("POST", ("/api/v1/weights/{id}/adoption", &["1"]), json!({}), &["admin"], None);
    }

    /// The supplier's people, and the supplier as such.
    async fn people(&mut self) {
        let member = person(&self.app, "quentin@example.org", Role::Firm, Some(SUPPLIER)).await;
        let waiting = person(&self.app, "quinn@example.org", Role::Firm, Some(SUPPLIER)).await;
        let update = Query::update()
            .table("users")
            .value("waiting_since", chrono::Utc::now())
            .and_where(sea_orm::sea_query::Expr::col("id").eq(waiting.id))
            .take();
        self.app.db.execute(&update).await.unwrap();
        let mut browser = Browser::of(&self.app, "quentin@example.org").await;
        let sessions = browser.send(self.app.get("/api/v1/me/sessions")).await.expect(200).json();
        let session = id(&sessions["records"][0]);
        self.can("DELETE", ("/api/v1/me/sessions/{id}", &[&session]), Value::Null, &[], None);
        let (members, operators) = (["supplier", "steward", "admin"], ["steward", "admin"]);
        let (member, waiting) = (member.id.to_string(), waiting.id.to_string());
        let route = |below: &str| format!("/api/v1/people/{{id}}/{below}");
        self.can("POST", (&route("admission"), &[&waiting]), json!({}), &members, Some("supplier"));
        self.can("POST", (&route("departure"), &[&member]), json!({}), &members, Some("supplier"));
        self.can("POST", (&route("return"), &[&member]), json!({}), &operators, Some("steward"));
        self.can("PUT", (&route("role"), &[&member]), json!({"role": "embassy"}), &operators, Some("steward"));
        let owner = member_organisation(&self.app.db, &member).await;
        let suspend = json!({"decision": "suspend", "reason": "why"});
        let place = "/api/v1/organisations/{id}/decisions";
        self.can("POST", (place, &[&owner]), suspend, &operators, Some("steward"));
    }

    async fn ask(&self, write: &Write, caller: Option<&str>) -> crate::support::service::Answer {
        let method = Method::from_bytes(write.method.as_bytes()).unwrap();
        let mut ask = self.app.ask(method, &write.place).anonymous().header("if-match", "*");
        if let Some(caller) = caller {
            ask = ask.token(&self.tokens[caller]);
        }
        match (&write.body, write.method) {
            (Value::Null, _) => ask,
            (body, "PATCH") => ask.text("application/merge-patch+json", body.to_string()),
            (body, _) => ask.json(body),
        }
        .send()
        .await
    }
}

async fn member_organisation(db: &Db, member: &str) -> String {
    use sea_orm::EntityTrait;
    let found = siku::accounts::rows::user::Entity::find_by_id(member.parse::<Uuid>().unwrap()).one(&**db).await;
    found.unwrap().unwrap().organisation_id.unwrap().to_string()
}

/// Every row of every table, but for what trying leaves: who read what, and when a token was used.
pub async fn everything(db: &Db) -> BTreeMap<String, String> {
    let mut file = Cursor::new(Vec::new());
    siku::backup::backup(db, &mut file, "", |_| {}).await.unwrap();
    let mut archive = zip::ZipArchive::new(file).unwrap();
    let mut tables = BTreeMap::new();
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).unwrap();
        let name = entry.name().unwrap().into_owned();
        let Some(table) = name.strip_prefix("tables/").and_then(|name| name.strip_suffix(".jsonl")) else { continue };
        if table.starts_with("audit_") || table == "timers" {
            continue;
        }
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        let rows = text.lines().map(|line| {
            let mut row: Value = serde_json::from_str(line).unwrap();
            row.as_object_mut().unwrap().retain(|column, _| column != "last_used_at" && column != "last_seen_at");
            row.to_string()
        });
        tables.insert(table.to_owned(), rows.collect::<Vec<_>>().join("\n"));
    }
    tables
}

/// The tables in which something is different.
pub(super) fn changed(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<String> {
    before.keys().filter(|table| before[*table] != after[*table]).cloned().collect()
}

on_both_databases! {
    async fn what_is_refused_has_changed_nothing_and_who_may_does_it_with_the_same_request(db: &TestDb) {
        let stage = Stage::on(db).await;
        let mut wrong = Vec::new();
        let mut before = everything(&stage.app.db).await;
        let mut refused = 0;
        for portion in stage.writes.chunks(PORTION) {
            for write in portion {
                let others = CALLERS.iter().map(|(name, ..)| *name).filter(|name| !write.may.contains(name)).map(Some);
                for caller in others.chain([None]) {
                    let answer = stage.ask(write, caller).await;
                    let place = format!("{} {} as {caller:?}", write.method, write.route);
                    // Many at once are answered one by one.
                    let none = write.route.ends_with("/dismissals") && answer.text.contains("\"dismissed\":0");
                    if !none && !(400..500).contains(&answer.status) {
                        wrong.push(format!("{place}: {} {}", answer.status, answer.text));
                    }
                    refused += 1;
                }
            }
            let after = everything(&stage.app.db).await;
            let different = changed(&before, &after);
            if !different.is_empty() {
                let places: Vec<String> = portion.iter().map(|one| format!("{} {}", one.method, one.place)).collect();
                wrong.push(format!("refused, and {different:?} changed: one of {}", places.join(", ")));
            }
            before = after;
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(refused > 600, "{refused}");
        for write in &stage.writes {
            let Some(by) = write.proof else { continue };
            let answer = stage.ask(write, Some(by)).await;
            let done = (200..300).contains(&answer.status) && write.may.contains(&by);
            assert!(done, "{} {} as {by}: {} {}", write.method, write.route, answer.status, answer.text);
        }
        assert!(!changed(&before, &everything(&stage.app.db).await).is_empty());
    }

    async fn a_file_with_the_ids_of_anothers_records_touches_none_of_them(db: &TestDb) {
        let app = TestApp::on(db).await;
        let supplier = app.token_of("supplier", Role::Firm, Some(SUPPLIER)).await;
        let rival = app.token_of("rival", Role::Firm, Some("Elsewhere")).await;
        let mut body = technology("mine");
        body["external_id"] = json!("t1");
        let mine = app.post("/api/v1/technologies", &body).token(&supplier).send().await.expect(201).json();
        let line = json!({"external_id": "t1", "title": "theirs", "lang": "en", "description": "taken over"});
        let file = app.ask(Method::POST, "/api/v1/technologies/imports").token(&rival);
        file.text("application/x-ndjson", line.to_string()).send().await.expect(200);
        let place = format!("/api/v1/technologies/{}", id(&mine));
        let after = app.get(&place).token(&supplier).send().await.expect(200).json();
        assert_eq!((&after["title"], &after["version"]), (&json!("mine"), &json!(1)));
        let theirs = app.get("/api/v1/technologies/t1").token(&rival).send().await.expect(200).json();
        assert_eq!(theirs["title"], "theirs");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_changing_address_about_something_that_exists_is_walked() {
    let db = crate::support::database::TestDb::sqlite().await;
    let stage = Stage::on(&db).await;
    for endpoint in siku::routes::endpoints() {
        let (method, path) = (endpoint.method.as_str(), endpoint.path.as_str());
        if method != "GET" && path.contains('{') {
            let walked = stage.writes.iter().any(|write| (write.method, write.route.as_str()) == (method, path));
            assert!(walked, "{method} {path} is not walked");
        }
    }
}
