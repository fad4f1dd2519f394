//! Terms: names of one thing that people add to the glossary, and what is found and matched by them.

use reqwest::Method;
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::audit::{self, AuditQuery};

use crate::accounts::browser::{Browser, person};
use crate::accounts::second_factor::set_up;
use crate::on_both_databases;
use crate::support::service::TestApp;

async fn browser<'a>(app: &'a TestApp, address: &str, role: Role) -> Browser<'a> {
    person(app, address, role, Some(address)).await;
    let mut browser = Browser::of(app, address).await;
    if role == Role::Steward {
        set_up(&mut browser).await;
    }
    browser
}

async fn add(app: &TestApp, names: Value) -> Value {
    app.post("/api/v1/terms", &json!({ "names": names })).send().await.expect(201).json()
}

async fn change(app: &TestApp, term: &Value, change: Value) -> Value {
    let place = format!("/api/v1/terms/{}", term["id"]);
    app.patch(&place, &change).header("if-match", "*").send().await.expect(200).json()
}

/// Numbers of the technologies that a search finds.
async fn found(app: &TestApp, words: &str) -> Vec<String> {
    let answer = app.get(&format!("/api/v1/technologies?q={words}")).send().await.expect(200).json();
    answer["records"].as_array().unwrap().iter().map(|one| one["number"].as_str().unwrap().to_owned()).collect()
}

async fn suggestions(app: &TestApp, demand: &Value) -> Value {
    let place = format!("/api/v1/demands/{}/matches", demand["id"].as_str().unwrap());
    app.get(&place).send().await.expect(200).json()
}

/// A Chinese technology and a Hausa demand with a word that no glossary has.
async fn a_pair(app: &TestApp) -> (Value, Value) {
    let technology = json!({"title": "佐布拉压榨机", "lang": "zh", "description": "佐布拉压榨机，每小时处理三吨。", "fields": ["agriculture"]});
    let demand = json!({"title": "Injin zobra", "lang": "ha", "description": "Muna neman injin zobra.", "country": "NG",
        "fields": ["agriculture"], "requirements": [{"text": "Injin zobra", "priority": "must"}]});
    (app.add("technologies", &technology).await, app.add("demands", &demand).await)
}

on_both_databases! {
    async fn what_a_steward_names_is_found_and_matched_across_languages_and_no_more_when_it_is_retired(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (technology, demand) = a_pair(&app).await;
        app.drain().await;
        assert!(found(&app, "zobra").await.is_empty());
        assert_eq!(suggestions(&app, &demand).await["matches"], json!([]));
        let term = add(&app, json!({"zh": ["佐布拉"], "ha": ["zobra"]})).await;
        assert_eq!((&term["state"], &term["version"]), (&json!("in_force"), &json!(1)));
        app.drain().await;
        assert_eq!(found(&app, "zobra").await, [technology["number"].as_str().unwrap()]);
        let suggested = suggestions(&app, &demand).await;
        let first = &suggested["matches"][0];
        assert_eq!(first["technology"]["number"], technology["number"], "{suggested}");
        let things = first["signals"].as_array().unwrap().iter().find(|signal| signal["name"] == "things").unwrap();
        assert!(things["reason"].as_str().unwrap().contains("佐布拉"), "in a reader's language, else as it is called: {things}");
        // Names that come later are read in what is there, too.
        change(&app, &term, json!({"names": {"fr": ["zobrillon"]}})).await;
        app.drain().await;
        assert_eq!(found(&app, "zobrillon").await.len(), 1);
        change(&app, &term, json!({"state": "retired"})).await;
        app.drain().await;
        assert!(found(&app, "zobra").await.is_empty());
        assert!(found(&app, "佐布拉").await.len() == 1, "by its own word");
        change(&app, &term, json!({"state": "in_force"})).await;
        app.drain().await;
        assert_eq!(found(&app, "zobra").await.len(), 1);
    }

    async fn a_name_of_a_thing_that_is_known_joins_it(db: &TestDb) {
        let app = TestApp::on(db).await;
        let technology = json!({"title": "香蕉纤维提取", "lang": "zh", "description": "从香蕉茎秆中提取纤维。"});
        let technology = app.add("technologies", &technology).await;
        app.drain().await;
        assert!(found(&app, "ayaba").await.is_empty());
        add(&app, json!({"en": ["banana"], "ha": ["ayaba"]})).await;
        app.drain().await;
        assert_eq!(found(&app, "ayaba").await, [technology["number"].as_str().unwrap()]);
    }

    async fn what_a_broker_proposes_counts_when_a_steward_has_confirmed_it(db: &TestDb) {
        let app = TestApp::on(db).await;
        a_pair(&app).await;
        app.drain().await;
        let mut broker = browser(&app, "broker@example.org", Role::Broker).await;
        let typed = [("names_zh", "佐布拉；左布拉"), ("other_lang", "ha"), ("other_names", "zobra")];
        let sent = broker.submit("/terms", "/terms", &typed).await.expect(303);
        assert_eq!(sent.header("location"), "/terms?state=proposed&done=proposed");
        let listed = broker.get(sent.header("location")).await.expect(200).text;
        assert!(listed.contains("佐布拉、左布拉") || listed.contains("佐布拉, 左布拉"), "{listed}");
        assert!(!listed.contains("value=\"confirm\""), "a broker decides nothing");
        app.drain().await;
        assert!(found(&app, "zobra").await.is_empty());
        let refused = broker.submit("/terms", "/terms/1", &[("version", "1"), ("step", "confirm")]).await;
        refused.expect(403);

        let mut steward = browser(&app, "steward@example.org", Role::Steward).await;
        let waiting = steward.get("/terms").await.expect(200).text;
        assert!(waiting.contains("value=\"confirm\"") && waiting.contains("佐布拉"), "what waits comes first: {waiting}");
        steward.submit("/terms", "/terms/1", &[("version", "1"), ("step", "confirm")]).await.expect(303);
        app.drain().await;
        assert_eq!(found(&app, "zobra").await.len(), 1);
        let term = app.get("/api/v1/terms/1").send().await.expect(200).json();
        assert_eq!(term["names"], json!({"ha": ["zobra"], "zh": ["佐布拉", "左布拉"]}), "a button alone changes no name");
        let audited = audit::list(&*app.db, &AuditQuery { limit: 100, ..AuditQuery::default() }).await.unwrap();
        for deed in ["term_proposed", "term_confirmed"] {
            assert!(audited.iter().any(|entry| entry.action.as_str() == deed), "{deed}");
        }
    }

    async fn what_was_typed_stays_where_somebody_else_was_first_or_a_name_cannot_be_one(db: &TestDb) {
        let app = TestApp::on(db).await;
        let term = add(&app, json!({"zh": ["佐布拉"], "en": ["zobra press"]})).await;
        let page = format!("/terms/{}", term["id"]);
        let mut steward = browser(&app, "steward@example.org", Role::Steward).await;
        let shown = steward.get(&page).await.expect(200).text;
        assert!(shown.contains("value=\"zobra press\"") && shown.contains("value=\"佐布拉\""), "{shown}");
        change(&app, &term, json!({"names": {"en": ["zobra mill"]}})).await;
        let typed = [("version", "1"), ("names_zh", "佐布拉"), ("names_en", "zobra squeezer")];
        let late = steward.submit(&page, &page, &typed).await.expect(412).text;
        assert!(late.contains("value=\"zobra squeezer\"") && late.contains("zobra mill"), "{late}");
        let typed = [("version", "2"), ("names_zh", "佐布拉"), ("names_en", "zobra squeezer; of the"), ("names_fr", "riz; banane")];
        let refused = steward.submit(&page, &page, &typed).await.expect(422).text;
        for said in ["“of the” has no word", "“banane” names another thing", "value=\"zobra squeezer; of the\""] {
            assert!(refused.contains(said), "{said}: {refused}");
        }
        let typed = [("version", "2"), ("names_zh", "佐布拉"), ("names_en", " ")];
        let refused = steward.submit(&page, &page, &typed).await.expect(422).text;
        assert!(refused.contains("At least two names"), "{refused}");
        assert_eq!(app.get(&format!("/api/v1/terms/{}", term["id"])).send().await.json()["version"], 2);
    }

    async fn what_cannot_be_a_term_is_refused_by_place(db: &TestDb) {
        let app = TestApp::on(db).await;
        add(&app, json!({"zh": ["佐布拉"], "en": ["zobra"]})).await;
        let long = "a".repeat(81);
        for (names, pointer, code) in [
            (json!({"zh": ["某某"]}), "/names", "required"),
            (json!({}), "/names", "required"),
            (json!({"en": ["banana"], "fr": ["banane"]}), "/names", "invalid"),
            (json!({"en": ["banana", "rice"]}), "/names/en/1", "invalid"),
            (json!({"en": ["xylo"], "fr": ["Zobra"], "zh": ["佐布拉"]}), "/names/zh/0", "locked"),
            (json!({"en": ["xylo", "the"]}), "/names/en/1", "required"),
            (json!({"en": ["xylo", long]}), "/names/en/1", "too_long"),
            (json!({"english": ["xylo", "yxlo"]}), "/names/english", "unknown_language"),
        ] {
            let refused = app.post("/api/v1/terms", &json!({ "names": names })).send().await;
            let places = refused.expect_problem(422, "invalid_fields");
            assert!(places.contains(&pointer.to_owned()), "{names}: {places:?}");
            let errors = app.post("/api/v1/terms", &json!({ "names": names })).send().await.json();
            assert_eq!(errors["errors"][0]["code"], code, "{names}");
        }
        // Once nobody uses it, another may have the name; the first then comes back no more.
        let term = json!({"id": 1});
        change(&app, &term, json!({"state": "retired"})).await;
        add(&app, json!({"zh": ["佐布拉"], "sw": ["zobra"]})).await;
        let back = app.patch("/api/v1/terms/1", &json!({"state": "in_force"})).header("if-match", "*").send().await;
        assert_eq!(back.expect_problem(422, "invalid_fields"), ["/names/zh/0"]);
        app.get("/api/v1/terms/77").send().await.expect_problem(404, "not_found");
        app.get("/api/v1/terms/none").send().await.expect_problem(404, "not_found");
    }

    async fn terms_are_listed_page_by_page_and_repeated_requests_add_one(db: &TestDb) {
        let app = TestApp::on(db).await;
        for number in 0..3 {
            add(&app, json!({"en": [format!("zobra{number}")], "fr": [format!("zobre{number}")]})).await;
        }
        let first = app.get("/api/v1/terms?state=in_force&limit=2").send().await.expect(200).json();
        let ids = |page: &Value| page["records"].as_array().unwrap().iter().map(|term| term["id"].clone()).collect::<Vec<_>>();
        assert_eq!((ids(&first), &first["next_cursor"]), (vec![json!(3), json!(2)], &json!("2")));
        let second = app.get("/api/v1/terms?state=in_force&limit=2&cursor=2").send().await.expect(200).json();
        assert_eq!((ids(&second), &second["next_cursor"]), (vec![json!(1)], &Value::Null));
        let new = json!({"names": {"en": ["zobra9"], "fr": ["zobre9"]}});
        let again = || app.ask(Method::POST, "/api/v1/terms").header("idempotency-key", "t9").json(&new);
        assert_eq!(again().send().await.expect(201).json()["id"], again().send().await.expect(201).json()["id"]);
    }

    async fn what_a_text_names_can_be_looked_up(db: &TestDb) {
        let app = TestApp::on(db).await;
        add(&app, json!({"zh": ["佐布拉"], "sw": ["zobra"]})).await;
        app.drain().await;
        let mut steward = browser(&app, "steward@example.org", Role::Steward).await;
        let shown = steward.get("/terms?q=Mashine%20ya%20zobra%20na%20ndizi").await.expect(200).text;
        for name in ["佐布拉", "香蕉", "banana"] {
            assert!(shown.contains(&format!(">{name}</bdi>")), "{name}: {shown}");
        }
        let other = steward.get("/terms?q=papain%20y%20bananos").await.expect(200).text;
        assert!(!other.contains("papaya"), "read as Spanish, not as Swahili with an ending");
        let nothing = steward.get("/terms?q=qqqq").await.expect(200).text;
        assert!(nothing.contains("Nothing in it is known by a name."));
    }
}
