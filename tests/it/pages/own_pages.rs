//! Tokens, saved searches, webhooks, how one is told, and what was learned: as pages, with forms alone.

use reqwest::Method;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::layout::url::encode;
use siku::matching::learning::rows as weights;
use siku::webhooks::rows::delivery;

use crate::accounts::browser::{Browser, form_token, person};
use crate::accounts::second_factor::set_up;
use crate::on_both_databases;
use crate::support::database::TestDb;
use crate::support::service::{Answer, TestApp};

async fn stage(db: &TestDb) -> TestApp {
    let app = TestApp::on(db).await;
    person(&app, "firm@example.org", Role::Firm, Some("Beijing Drip")).await;
    person(&app, "rival@example.org", Role::Firm, Some("Another firm")).await;
    person(&app, "broker@example.org", Role::Broker, Some("Brokers")).await;
    app
}

/// What stands in the one secret of a page.
#[track_caller]
fn secret<'a>(page: &'a str, beginning: &str) -> &'a str {
    let start = page.find(beginning).unwrap_or_else(|| panic!("no {beginning}: {page}"));
    page[start..].split('<').next().unwrap()
}

/// Which fields a page says something of.
#[track_caller]
fn wrong(answer: Answer) -> Vec<String> {
    let page = answer.expect(422).text;
    let problems = page.match_indices("-problem\" role=\"alert\"");
    problems.map(|(end, _)| page[..end].rsplit("id=\"").next().unwrap().to_owned()).collect()
}

/// The value that is chosen in a select.
fn chosen(page: &str, name: &str) -> String {
    let select = page.split(&format!("name=\"{name}\"")).nth(1).unwrap().split("</select>").next().unwrap();
    let option = select.split("<option value=\"").find(|option| option.contains("\" selected")).unwrap();
    option.split('"').next().unwrap().to_owned()
}

/// The last part of the first address on a page that begins like this.
fn first_id(page: &str, beginning: &str) -> String {
    let rest = page.split(beginning).nth(1).unwrap_or_else(|| panic!("no {beginning}: {page}"));
    rest.split(['"', '/']).next().unwrap().to_owned()
}

on_both_databases! {
    async fn a_token_is_shown_once_does_what_its_scopes_say_and_ends_when_it_is_revoked(db: &TestDb) {
        let app = stage(db).await;
        let place = "/account/tokens";
        let mut firm = Browser::of(&app, "firm@example.org").await;
        // An account begins with a token of the operator's making.
        let given = first_id(&firm.get(place).await.expect(200).text, "action=\"/account/tokens/");
        firm.submit(place, &format!("{place}/{given}/revocation"), &[]).await.expect(303);
        assert!(firm.get(place).await.expect(200).text.contains("No token yet"));
        let nothing = firm.submit(place, place, &[("name", ""), ("days", "400")]).await;
        assert_eq!(wrong(nothing), ["name", "scope", "days"]);
        let asked = [("name", "nightly import"), ("days", "30"), ("scope", "read")];
        let made = firm.submit(place, place, &asked).await.expect(200);
        assert_eq!(made.header("cache-control"), "no-store");
        let token = secret(&made.text, "siku_").to_owned();
        app.get("/api/v1/me").token(&token).send().await.expect(200);
        app.post("/api/v1/technologies", &json!({"title": "x"})).token(&token).send().await.expect(403);
        let listed = firm.get(place).await.expect(200).text;
        assert!(listed.contains("nightly import") && listed.contains("last used"), "{listed}");
        assert!(!listed.contains(&token), "a token is shown once");
        let revoke = format!("{place}/{}/revocation", first_id(&listed, "action=\"/account/tokens/"));
        let mut rival = Browser::of(&app, "rival@example.org").await;
        rival.submit(place, &revoke, &[]).await.expect(404);
        firm.submit(place, &revoke, &[]).await.expect(303);
        app.get("/api/v1/me").token(&token).send().await.expect(401);
        firm.post(place, &asked).await.expect(400);
    }

    async fn what_a_list_shows_is_saved_with_its_filters_and_removed(db: &TestDb) {
        let app = stage(db).await;
        let list = "/technologies?field=agriculture&trl=9&target_country=EG";
        let shown = app.get(list).anonymous().header("accept-language", "en").send().await.expect(200).text;
        let link = shown.split("href=\"/my/searches").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
        let save = format!("/my/searches{link}");
        let led = Browser::new(&app).get(&save).await.expect(303);
        assert_eq!(led.header("location"), format!("/sign-in?next={}", encode(&save)));
        let mut broker = Browser::of(&app, "broker@example.org").await;
        assert!(broker.get("/my/searches").await.expect(200).text.contains("No search saved yet"));
        let offered = broker.get(&save).await.expect(200).text;
        assert!(offered.contains("value=\"Agriculture, for Egypt\""), "{offered}");
        assert!(offered.contains("Not every filter"), "readiness is no part of a saved search: {offered}");
        let filters = [("library", "technologies"), ("field", "agriculture"), ("target_country", "EG")];
        let nameless = [&filters[..], &[("name", " "), ("delivery", "instant")]].concat();
        assert_eq!(wrong(broker.submit(&save, "/my/searches", &nameless).await), ["name"]);
        let unknown = [("library", "technologies"), ("field", "sorcery"), ("name", "a")];
        assert_eq!(wrong(broker.submit(&save, "/my/searches", &unknown).await), ["query"]);
        let named = [&filters[..], &[("name", "For Egypt"), ("delivery", "instant")]].concat();
        broker.submit(&save, "/my/searches", &named).await.expect(303);
        let stored = broker.get("/api/v1/searches").await.expect(200).json()["records"][0].clone();
        assert_eq!(stored["query"], json!({"field": ["agriculture"], "target_country": ["EG"]}));
        assert_eq!((&stored["name"], &stored["delivery"]), (&json!("For Egypt"), &json!("instant")));
        let mine = broker.get("/my/searches").await.expect(200).text;
        assert!(mine.contains("href=\"/technologies?field=agriculture&#38;target_country=EG\""), "{mine}");
        let remove = format!("/my/searches/{}/removal", stored["id"].as_str().unwrap());
        Browser::of(&app, "rival@example.org").await.submit("/my/searches", &remove, &[]).await.expect(404);
        broker.submit("/my/searches", &remove, &[]).await.expect(303);
        assert!(broker.get("/my/searches").await.expect(200).text.contains("No search saved yet"));
        let search = broker.get("/search?q=water").await.expect(200).text;
        assert!(search.contains("/my/searches?q=water&#38;library=demands"), "{search}");
    }

    async fn a_webhook_is_added_tried_given_another_secret_and_removed(db: &TestDb) {
        let app = stage(db).await;
        let place = "/my/webhooks";
        let mut firm = Browser::of(&app, "firm@example.org").await;
        assert!(firm.get(place).await.expect(200).text.contains("No webhook yet"));
        let inside = firm.submit(place, place, &[("url", "https://127.0.0.1/")]).await;
        assert_eq!(wrong(inside), ["url", "event"]);
        for (url, said) in [
            ("https://127.0.0.1/", "该地址指向内部网络"),
            ("http://example.org/", "地址必须以 https:// 开头"),
            ("https://a:b@example.org/", "地址中不得含有用户名或密码"),
            ("example.org", "无法识别该地址"),
        ] {
            let refused = firm.submit(&format!("{place}?lang=zh"), place, &[("url", url)]).await.expect(422).text;
            assert!(refused.contains(said), "{url}: {refused}");
        }
        firm.get(&format!("{place}?lang=en")).await.expect(200);
        let wanted = [("url", "https://example.org/siku"), ("event", "match.proposed")];
        let made = firm.submit(place, place, &wanted).await.expect(200);
        assert_eq!(made.header("cache-control"), "no-store");
        let first = secret(&made.text, "whsec_").to_owned();
        let listed = firm.get(place).await.expect(200).text;
        let one = format!("{place}/{}", first_id(&listed, "href=\"/my/webhooks/"));
        let shown = firm.get(&one).await.expect(200).text;
        assert!(shown.contains("Nothing was sent yet.") && !shown.contains(&first), "{shown}");

        firm.submit(&one, &format!("{one}/ping"), &[]).await.expect(303);
        delivery::Entity::update_many()
            .col_expr(delivery::Column::LastError, Expr::val("the answer was 500"))
            .col_expr(delivery::Column::ResponseStatus, Expr::val(500))
            .col_expr(delivery::Column::Attempts, Expr::val(2))
            .filter(delivery::Column::Event.eq("ping"))
            .exec(&***db)
            .await
            .unwrap();
        let shown = firm.get(&one).await.expect(200).text;
        for said in ["waiting", "2 attempts", "answered 500", "the answer was 500"] {
            assert!(shown.contains(said), "{said}: {shown}");
        }
        delivery::Entity::update_many()
            .col_expr(delivery::Column::Failure, Expr::val("no_encryption"))
            .exec(&***db)
            .await
            .unwrap();
        let shown = firm.get(&format!("{one}?lang=zh")).await.expect(200).text;
        assert!(shown.contains("无法建立加密连接") && shown.contains("lang=\"en\">the answer was 500"), "{shown}");
        firm.get(&format!("{place}?lang=en")).await.expect(200);
        let rotated = firm.submit(&one, &format!("{one}/secret"), &[]).await.expect(200).text;
        assert_ne!(secret(&rotated, "whsec_"), first);

        let mut rival = Browser::of(&app, "rival@example.org").await;
        rival.get(&one).await.expect(404);
        for below in ["ping", "secret", "removal"] {
            rival.submit(place, &format!("{one}/{below}"), &[]).await.expect(404);
        }
        Browser::of(&app, "broker@example.org").await.get(place).await.expect(403);
        firm.submit(&one, &format!("{one}/removal"), &[]).await.expect(303);
        firm.get(&one).await.expect(404);
    }

    async fn how_somebody_is_told_is_chosen_on_a_page(db: &TestDb) {
        let app = stage(db).await;
        let place = "/notices/settings";
        let mut firm = Browser::of(&app, "firm@example.org").await;
        let usual = firm.get(place).await.expect(200).text;
        assert_eq!((chosen(&usual, "lang").as_str(), chosen(&usual, "new_fits").as_str()), ("", "digest"));
        assert!(!usual.contains("organisation_waits"), "a firm decides on no organisation");
        let said = [("lang", "fr"), ("new_fits", "off"), ("match_due", "instant"), ("nonsense", "off")];
        firm.submit(place, place, &said).await.expect(303);
        let stored = firm.get("/api/v1/notices/settings").await.expect(200).json();
        assert_eq!((&stored["lang"], &stored["kinds"]["new_fits"]), (&json!("fr"), &json!("off")));
        assert_eq!(stored["kinds"]["match_proposed"], "instant", "what was not named stays");
        let page = firm.get(place).await.expect(200).text;
        assert_eq!((chosen(&page, "lang").as_str(), chosen(&page, "match_due").as_str()), ("fr", "instant"));
        assert!(Browser::new(&app).get(place).await.expect(303).header("location").starts_with("/sign-in"));
        assert!(firm.get("/notices").await.expect(200).text.contains("href=\"/notices/settings\""));
    }

    async fn what_was_learned_is_seen_by_stewards_and_put_in_force_by_administrators(db: &TestDb) {
        let app = stage(db).await;
        for (email, role) in [("steward@example.org", Role::Steward), ("root@example.org", Role::Admin)] {
            person(&app, email, role, None).await;
        }
        Browser::of(&app, "firm@example.org").await.get("/learning").await.expect(403);
        let mut steward = Browser::of(&app, "steward@example.org").await;
        set_up(&mut steward).await;
        let before = steward.get("/learning").await.expect(200).text;
        assert!(before.contains("Nothing was learned yet") && before.contains("At least 200 decisions"), "{before}");
        let shipped = app.get("/api/v1/weights").send().await.expect(200).json()["records"][0].clone();
        let learned = weights::Model {
            version: 1,
            created_at: chrono::Utc::now(),
            base: shipped["algorithm"].as_str().unwrap().to_owned(),
            decisions: 1234,
            demands: 56,
            held_out: 78,
            ndcg_before: Some(0.6214),
            ndcg_after: Some(0.7049),
            error_before: Some(0.21),
            error_after: Some(0.03),
            outcome: "no_gain".to_owned(),
            fingerprint: None,
            adopted_at: None,
            adopted_by: None,
            weights: Some(json!({"bias": 0.0, "signals": {}})),
        };
        weights::Entity::insert(learned.into_active_model()).exec_without_returning(&***db).await.unwrap();
        let page = steward.get("/learning").await.expect(200).text;
        for said in ["62.1% → 70.5%", "21% → 3%", "from 1,234 decisions on 56 demands", "no better"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert!(!page.contains("Put in force"), "a steward looks");
        let token = form_token(&page);
        steward.post("/learning/1", &[("form_token", &token)]).await.expect(403);
        let mut admin = Browser::of(&app, "root@example.org").await;
        set_up(&mut admin).await;
        admin.submit("/learning", "/learning/1", &[]).await.expect(303);
        assert_eq!(in_force(&app).await, 1);
        admin.submit("/learning", "/learning/0", &[]).await.expect(303);
        assert_eq!(in_force(&app).await, 0);
        admin.submit("/learning", "/learning/7", &[]).await.expect(404);
    }
}

async fn in_force(app: &TestApp) -> Value {
    let versions = app.get("/api/v1/weights").send().await.expect(200).json();
    let versions = versions["records"].as_array().unwrap();
    versions.iter().find(|version| version["in_force"] == true).unwrap()["version"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_account_leads_to_the_pages_that_somebody_may_see() {
    let db = TestDb::sqlite().await;
    let app = stage(&db).await;
    let everybody = ["/my/searches", "/notices/settings", "/account/tokens"];
    let firms = ["/my/imports", "/my/webhooks"];
    for (email, own) in [("firm@example.org", true), ("broker@example.org", false)] {
        let mut browser = Browser::of(&app, email).await;
        let account = browser.get("/account").await.expect(200).text;
        for place in everybody {
            assert!(account.contains(&format!("href=\"{place}\"")), "{email} {place}");
            browser.get(place).await.expect(200);
        }
        for place in firms {
            assert_eq!(account.contains(&format!("href=\"{place}\"")), own, "{email} {place}");
            browser.get(place).await.expect(if own { 200 } else { 403 });
        }
        assert!(!account.contains("/learning"), "{email}");
    }
    let missing = app.ask(Method::POST, "/my/webhooks").anonymous().text("application/x-www-form-urlencoded", "url=x");
    missing.send().await.expect(400);
}
