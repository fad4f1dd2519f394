//! Every form of the pages × everybody × what is not theirs, each sent with the sender's own valid token: whoever may not
//! do it has changed nothing in the database, and whoever may does it with the very same form. Generated from the route
//! table: an address that takes forms has to be listed here.

use std::collections::{BTreeMap, BTreeSet};

use siku::layout::url::encode;

use super::browser::{Browser, form_token};
use super::second_factor::set_up;
use super::writes::{CALLERS, Stage, changed, everything};
use crate::authoring::Sheet;
use crate::on_both_databases;
use crate::support::database::TestDb;
use crate::support::service::Answer;

/// Forms walked before the whole database is compared.
const PORTION: usize = 12;
const EVERYBODY: [&str; 9] =
    ["supplier", "firm", "asker", "embassy", "broker", "stranger", "partial", "steward", "admin"];
const BROKERS: [&str; 4] = ["broker", "stranger", "steward", "admin"];
const SEATS: [&str; 6] = ["supplier", "asker", "broker", "stranger", "steward", "admin"];
const AUTHORS: [&str; 6] = ["supplier", "firm", "asker", "embassy", "steward", "admin"];
const OPERATORS: [&str; 2] = ["steward", "admin"];

/// Ways in, for who has no account yet or no session: the password that is sent, or the mail that is answered, is the
/// permission (`signing_in`, `registration`, `resets`).
const WAYS_IN: [&str; 3] = ["/sign-in", "/register", "/password"];

/// One thing that can be done with a form.
struct Form {
    route: String,
    place: String,
    fields: Vec<(String, String)>,
    /// A file in it: its name, and what is in it.
    file: Option<(&'static str, String)>,
    may: Vec<&'static str>,
    /// Who does it in the end, in the order of the list.
    proof: Option<&'static str>,
    /// Whoever it does not concern is sent on as if nothing had been asked, which nothing was.
    silent: bool,
}

#[derive(Default)]
struct Forms(Vec<Form>);

impl Forms {
    fn add(
        &mut self,
        (route, parts): (&str, &[&str]),
        fields: &[(&str, &str)],
        may: &[&'static str],
        proof: Option<&'static str>,
    ) -> &mut Form {
        let mut place = route.to_owned();
        for part in parts {
            let (from, to) = (place.find('{').unwrap(), place.find('}').unwrap());
            place.replace_range(from..=to, part);
        }
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let form = Form { route: route.to_owned(), place, fields, file: None, may: may.to_vec(), proof, silent: false };
        self.0.push(form);
        self.0.last_mut().unwrap()
    }

    /// The forms on the page of a match.
    fn case(&mut self, stage: &Stage) {
        let one = &stage.held("/api/v1/matches/{id}/tasks/{task}", "id");
        let task = &stage.held("/api/v1/matches/{id}/tasks/{task}", "task");
        let route = |below: &str| format!("/matches/{{id}}/{below}");
        self.add((&route("messages"), &[one]), &[("text", "Does it work at 45 °C?")], &SEATS, Some("supplier"));
        let file = self.add((&route("documents"), &[one]), &[], &SEATS, Some("supplier"));
        file.file = Some(("a.txt", "意向书草案".to_owned()));
        self.add((&route("tasks"), &[one]), &[("title", "Ask again")], &BROKERS, Some("stranger"));
        self.add((&route("tasks/{task}"), &[one, task]), &[("done", "true")], &BROKERS, Some("broker"));
        let letter = [("number", "LOI-1"), ("valid_from", "2026-01-01"), ("valid_until", "2027-01-01")];
        self.add((&route("letter-of-intent"), &[one]), &letter, &BROKERS, Some("broker"));
        self.add((&route("assignment"), &[one]), &[("to", "me")], &BROKERS, Some("stranger"));
        let stop = [("running", "false"), ("reason", "visit")];
        self.add((&route("clock"), &[one]), &stop, &OPERATORS, Some("steward"));
        let sides = ["supplier", "asker", "partial"];
        self.add((&route("answers"), &[one]), &[("answer", "accepted")], &sides, Some("asker"));
        let hold = [("to", "on_hold"), ("reason", "not_now")];
        self.add((&route("decisions"), &[one]), &hold, &BROKERS, Some("broker"));
        self.add((&route("undo"), &[one]), &[], &["broker"], Some("broker"));
        // There is none of these before the introduction or the agreement, whoever asks (tests/it/cases).
        let planned = [("kind", "first_meeting"), ("planned_on", "2027-01-15")];
        self.add((&route("milestones"), &[one]), &planned, &SEATS, None);
        self.add((&route("milestones/{milestone}"), &[one, task]), &[("dropped", "true")], &SEATS, None);
        self.add((&route("outcome"), &[one]), &[("going", "works")], &["supplier", "asker"], None);
        self.add((&route("outcome/{report}/take"), &[one, task]), &[], &BROKERS, None);
        let filters = [("name", "Waiting"), ("next", "/desk?state=proposed")];
        self.add(
            ("/desk/views", &[]),
            &filters,
            &["broker", "stranger", "partial", "steward", "admin"],
            Some("broker"),
        );
        let view = stage.held("/api/v1/queue/views/{id}", "id");
        self.add(("/desk/views/{id}", &[&view]), &[("name", "Egypt, all")], &["broker"], Some("broker"));
        self.add(("/desk/views/{id}/removal", &[&view]), &[], &["broker"], Some("broker"));
        // What is changed in which form stands in tests/it/taxonomy.rs.
        let retire = [("step", "retire"), ("version", "1")];
        self.add(("/operations/taxonomy/{code}", &["ict.ai"]), &retire, &OPERATORS, Some("steward"));
        let below = [("name", "quantum"), ("new_zh", "量子信息"), ("new_en", "Quantum information")];
        self.add(("/operations/taxonomy/{code}/below", &["ict"]), &below, &OPERATORS, Some("steward"));
        // And of terms in tests/it/terms.rs.
        let names = [("names_zh", "左布拉"), ("names_en", "zobrum")];
        let brokers = ["broker", "stranger", "partial", "steward", "admin"];
        self.add(("/terms", &[]), &names, &brokers, Some("broker"));
        let term = stage.held("/api/v1/terms/{id}", "id");
        let retire = [("step", "retire"), ("version", "1")];
        self.add(("/terms/{id}", &[&term]), &retire, &OPERATORS, Some("steward"));
        self.add(("/desk/dismissals", &[]), &[("ids", one), ("reason", "off_topic")], &BROKERS, None);
    }

    /// The forms of authors and of those who review and screen what they write.
    async fn records(&mut self, stage: &Stage, browsers: &mut BTreeMap<&str, Browser<'_>>) {
        let interest = "水".repeat(200);
        let published = |library: &str| stage.held(&format!("/api/v1/{library}/{{id}}/renew"), "id");
        let [wanted, offered] = [
            stage.number("demands", &published("demands")).await,
            stage.number("technologies", &published("technologies")).await,
        ];
        let said = |own: &str| {
            [("own_record", own.to_owned()), ("offer_or_need", interest.clone()), ("why", interest.clone())]
        };
        for (library, about, own, may) in
            [("technologies", &offered, &wanted, "asker"), ("demands", &wanted, &offered, "supplier")]
        {
            let fields = said(own);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            self.add((&format!("/{library}/{{number}}/interest"), &[about]), &fields, &[may], None);
        }
        let screened = [("outcome", "free"), ("reason", "nothing of it is in the catalogue"), ("version", "1")];
        self.add(("/desk/screenings/{number}", &[&offered]), &screened, &OPERATORS, None);
        let catalogue = std::fs::read_to_string("seeds/export-catalogue-example.jsonl").unwrap();
        self.add(("/desk/catalogues", &[]), &[], &OPERATORS, Some("steward")).file = Some(("c.jsonl", catalogue));
        let library = "technologies";
        let waiting = stage.held("/api/v1/technologies/{id}/reviews", "id");
        let marks = ["advantage_or_problem", "clarity", "cooperation", "rules_and_language"].map(|name| (name, "4"));
        let fields = [&marks[..], &[("version", "1")]].concat();
        self.add(("/desk/reviews/{library}/{id}", &[library, &waiting]), &fields, &OPERATORS, Some("steward"));
        for (library, owner) in
            [("technologies", "supplier"), ("demands", "asker"), ("results", "supplier"), ("institutions", "supplier")]
        {
            let may = [owner, "steward", "admin"];
            let draft = stage
                .number(library, &stage.held(&format!("/api/v1/{library}/{{id}}/translations/{{lang}}"), "id"))
                .await;
            let new = [("title", "One more"), ("lang", "en"), ("country", "EG"), ("do", "save")];
            self.add((&format!("/my/{library}/new"), &[]), &new, &AUTHORS, Some(owner));
            let route = format!("/my/{library}/{{number}}/edit");
            let page = browsers.get_mut(owner).unwrap().get(&route.replace("{number}", &draft)).await.expect(200).text;
            let sheet = Sheet::of(&page).put("title", "Changed").tick("do", "save");
            let fields: Vec<(&str, &str)> = sheet.fields().collect();
            self.add((&route, &[&draft]), &fields, &may, Some(owner));
            // What was published stands in its second version.
            let step = [("do", "archive"), ("version", "2")];
            let shown = stage.number(library, &published(library)).await;
            self.add((&format!("/my/{library}/{{number}}/steps"), &[&shown]), &step, &may, Some("steward"));
        }
    }

    /// What belongs to the supplier's account and organisation besides.
    fn own(&mut self, stage: &Stage, upload: &str) {
        let (mine, table) = (["supplier"], ("more.csv", "标题,描述\n甲,乙\n".to_owned()));
        let held = |route: &str| stage.held(route, "id");
        let token = held("/api/v1/me/tokens/{id}");
        self.add(("/account/tokens/{id}/revocation", &[&token]), &[], &mine, Some("supplier"));
        let search = held("/api/v1/searches/{id}");
        self.add(("/my/searches/{id}/removal", &[&search]), &[], &mine, Some("supplier"));
        let notice = held("/api/v1/notices/{id}/read");
        self.add(("/notices/read", &[]), &[("id", &notice)], &mine, Some("supplier")).silent = true;
        let hook = held("/api/v1/webhooks/{id}/ping");
        for (below, proof) in [("ping", "supplier"), ("secret", "admin"), ("removal", "supplier")] {
            let place = format!("/my/webhooks/{{id}}/{below}");
            self.add((&place, &[&hook]), &[], &["supplier", "admin"], Some(proof));
        }
        let new = [("url", "https://example.org/another"), ("event", "match.proposed")];
        self.add(("/my/webhooks", &[]), &new, &["supplier", "firm", "asker", "embassy", "admin"], Some("supplier"));
        self.add(("/my/imports", &[]), &[("library", "technologies")], &AUTHORS, Some("firm")).file = Some(table);
        let columns = [("column-0", "title"), ("column-1", "description")];
        self.add(("/my/imports/{id}/columns", &[upload]), &columns, &mine, Some("supplier"));
        self.add(("/my/imports/{id}/rows", &[upload]), &[("2/title", "丙")], &mine, None);
        self.add(("/my/imports/{id}", &[upload]), &[], &mine, None);
        self.add(("/my/imports/{id}/removal", &[upload]), &[], &mine, Some("supplier"));
        // About the sender alone: whoever has no session is sent to sign in.
        for route in ["/sign-out", "/account/tokens", "/my/searches", "/notices/settings"] {
            self.add((route, &[]), &[("library", "demands"), ("name", "x")], &EVERYBODY, None).silent = true;
        }
        for route in ["/account/password", "/account/second-factor", "/account/second-factor/remove", "/sign-in/code"] {
            let fields = [("present", "a"), ("new", "b"), ("code", "000000")];
            self.add((route, &[]), &fields, &EVERYBODY, None).silent = true;
        }
        // There is no provider to sign in with here.
        self.add(("/account/identity", &[]), &[("password", "a")], &[], None);
        self.add(("/account/identity/remove", &[]), &[], &[], None);
        // The links of mails: nobody has any of these.
        let made_up = siku::accounts::secrets::Secret::generate().unwrap();
        let fields = [("name", "A"), ("password", super::browser::PASSWORD)];
        for route in
            ["/registrations/{token}", "/password/{token}", "/invitations/{token}", "/invitations/{token}/oidc"]
        {
            self.add((route, &[made_up.reveal()]), &fields, &[], None);
        }
        self.add(("/unsubscribe/{token}", &[made_up.reveal()]), &[], &[], None);
        let task = stage.held("/api/v1/matches/{id}/tasks/{task}", "task");
        self.add(("/learning/{version}", &["1"]), &[], &["admin"], None);
        self.add(("/operations/jobs/retry", &[]), &[("job", &task)], &OPERATORS, None);
        self.add(("/operations/index/errands", &[]), &[("errand", "check")], &OPERATORS, None);
        self.add(("/audit/verification", &[]), &[], &["admin"], None);
    }

    /// The supplier's people, and the supplier as such.
    fn people(&mut self, stage: &Stage) {
        let (members, operators) = (["supplier", "steward", "admin"], ["steward", "admin"]);
        let held = |route: &str| stage.held(route, "id");
        let session = held("/api/v1/me/sessions/{id}");
        self.add(("/account/sessions/{id}/close", &[&session]), &[], &[], None).silent = true;
        let colleague = [
            ("email", "new@elsewhere.example"),
            ("role", "steward"),
            ("lang", "en"),
            ("organisation", ""),
            ("kind", ""),
            ("country", ""),
        ];
        self.add(("/people", &[]), &colleague, &operators, Some("steward"));
        let invited = held("/api/v1/invitations/{id}");
        self.add(("/people/invitations/{id}/revoke", &[&invited]), &[], &members, Some("supplier"));
        let member = held("/api/v1/people/{id}/departure");
        let waiting = held("/api/v1/people/{id}/admission");
        self.add(("/people/{id}/admission", &[&waiting]), &[], &members, Some("supplier"));
        self.add(("/people/{id}/departure", &[&member]), &[("successor", "")], &members, Some("supplier"));
        self.add(("/people/{id}/return", &[&member]), &[], &operators, Some("steward"));
        self.add(("/people/{id}/role", &[&member]), &[("role", "embassy")], &operators, Some("steward"));
        let organisation = held("/api/v1/organisations/{id}/decisions");
        let suspend = [("decision", "suspend"), ("reason", "why")];
        self.add(("/organisations/{id}/decision", &[&organisation]), &suspend, &operators, Some("steward"));
    }
}

/// Sends a form with a token that was given out to this very browser.
async fn send(stage: &Stage, browser: &mut Browser<'_>, token: &str, form: &Form) -> Answer {
    let ask = stage.app.ask(reqwest::Method::POST, &form.place);
    let fields = form.fields.iter().filter(|(name, _)| name != "form_token");
    let token = ("form_token".to_owned(), token.to_owned());
    let fields = fields.chain([&token]);
    let Some((name, content)) = &form.file else {
        let body: Vec<String> = fields.map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        return browser.send(ask.text("application/x-www-form-urlencoded", body.join("&"))).await;
    };
    let mut body = String::new();
    for (name, value) in fields {
        body.push_str(&format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
    }
    let disposition = format!("form-data; name=\"file\"; filename=\"{name}\"");
    body.push_str(&format!("--edge\r\ncontent-disposition: {disposition}\r\n\r\n{content}\r\n--edge--\r\n"));
    browser.send(ask.text("multipart/form-data; boundary=edge", body)).await
}

/// A browser of everybody, signed in as far as it goes; the public's is the last.
async fn browsers(stage: &Stage) -> BTreeMap<&'static str, Browser<'_>> {
    let mut all = BTreeMap::new();
    for (name, role, _) in CALLERS {
        let mut browser = Browser::of(&stage.app, &Stage::address(name)).await;
        if role.is_operator() {
            set_up(&mut browser).await;
        }
        all.insert(name, browser);
    }
    all.insert("nobody", Browser::new(&stage.app));
    all
}

async fn forms(stage: &Stage, browsers: &mut BTreeMap<&str, Browser<'_>>) -> Vec<Form> {
    let supplier = browsers.get_mut("supplier").unwrap();
    let token = form_token(&supplier.get("/account").await.expect(200).text);
    let mut one = Forms::default();
    one.add(("/my/imports", &[]), &[("library", "technologies")], &[], None).file =
        Some(("t.csv", "标题,描述\n甲,乙\n".to_owned()));
    let sent = send(stage, supplier, &token, &one.0[0]).await.expect(303);
    let upload = sent.header("location").split('/').nth(3).unwrap().to_owned();
    let mut forms = Forms::default();
    forms.case(stage);
    forms.records(stage, browsers).await;
    forms.own(stage, &upload);
    forms.people(stage);
    forms.0
}

on_both_databases! {
    async fn a_form_about_what_is_not_theirs_changes_nothing_and_who_may_sends_the_very_same(db: &TestDb) {
        let stage = Stage::on(db).await;
        let mut browsers = browsers(&stage).await;
        let forms = forms(&stage, &mut browsers).await;
        let mut tokens = BTreeMap::new();
        for (name, browser) in &mut browsers {
            let page = if *name == "nobody" { "/sign-in" } else { "/account" };
            tokens.insert(*name, form_token(&browser.get(page).await.expect(200).text));
        }
        let mut wrong = Vec::new();
        let mut before = everything(&stage.app.db).await;
        let mut refused = 0;
        for portion in forms.chunks(PORTION) {
            for form in portion {
                let others = browsers.iter_mut().filter(|(name, _)| !form.may.contains(*name));
                for (name, browser) in others {
                    let answer = send(&stage, browser, &tokens[name], form).await;
                    let place = format!("{} as {name}", form.route);
                    assert!(!answer.text.contains("not one that was given out"), "{place}: {}", answer.text);
                    let sent_on = answer.status == 303 && (form.silent || *name == "nobody");
                    if !sent_on && !(400..500).contains(&answer.status) {
                        wrong.push(format!("{place}: {} {:?}", answer.status, answer.headers.get("location")));
                    }
                    refused += 1;
                }
            }
            let after = everything(&stage.app.db).await;
            let different = changed(&before, &after);
            if !different.is_empty() {
                let places: Vec<&str> = portion.iter().map(|one| one.place.as_str()).collect();
                wrong.push(format!("refused, and {different:?} changed: one of {}", places.join(", ")));
            }
            before = after;
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(refused > 400, "{refused}");
        for form in &forms {
            let Some(by) = form.proof else { continue };
            let before = everything(&stage.app.db).await;
            let browser = browsers.get_mut(by).unwrap();
            let answer = send(&stage, browser, &tokens[by], form).await;
            let done = matches!(answer.status, 200 | 303) && form.may.contains(&by);
            assert!(done, "{} as {by}: {} {}", form.route, answer.status, answer.text);
            let different = changed(&before, &everything(&stage.app.db).await);
            assert!(!different.is_empty(), "{} as {by} has changed nothing: {:?}", form.route, answer.headers);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_address_that_takes_a_form_is_walked() {
    let db = TestDb::sqlite().await;
    let stage = Stage::on(&db).await;
    let mut browsers = browsers(&stage).await;
    let walked: BTreeSet<String> = forms(&stage, &mut browsers).await.into_iter().map(|form| form.route).collect();
    let listed: BTreeSet<String> = siku::routes::pages()
        .listed()
        .into_iter()
        .filter(|(method, path)| *method == reqwest::Method::POST.as_str() && !WAYS_IN.contains(&path.as_str()))
        .map(|(_, path)| path)
        .collect();
    assert_eq!(listed, walked);
    assert!(listed.len() > 60, "{}", listed.len());
}
