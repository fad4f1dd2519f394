//! A person's own account for programs: tokens with scopes and an end, sessions.

use super::browser::{Browser, person};
use crate::api::{demand, technology};
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::json;
use siku::accounts::Role;

on_both_databases! {
    async fn a_token_opens_what_its_scopes_say_and_nothing_after_it_is_revoked(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let wanted = json!({"name": "reader", "scopes": ["read", "match"], "days": 7});
        let made = app.post("/api/v1/me/tokens", &wanted).token(&firm).send().await.expect(201).json();
        let token = made["token"].as_str().unwrap().to_owned();
        app.get("/api/v1/me").token(&token).send().await.expect(200);
        app.post("/api/v1/technologies", &technology("a")).token(&token).send().await.expect_problem(403, "forbidden");
        app.post("/api/v1/me/tokens", &wanted).token(&token).send().await.expect_problem(403, "forbidden");
        assert_ne!(app.post("/api/v1/match", &demand("a")).token(&token).send().await.status, 403);
        let list = app.get("/api/v1/me/tokens").token(&firm).send().await.expect(200);
        assert!(!list.text.contains(&token));
        assert_eq!(list.json()["records"][0]["name"], "reader");
        let place = format!("/api/v1/me/tokens/{}", made["id"].as_str().unwrap());
        app.delete(&place).send().await.expect_problem(404, "not_found");
        app.delete(&place).token(&firm).send().await.expect(204);
        app.get("/api/v1/me").token(&token).send().await.expect_problem(401, "invalid_token");
    }

    async fn a_token_hands_on_no_scope_that_it_lacks_and_every_wrong_field_is_named(db: &TestDb) {
        let app = TestApp::on(db).await;
        let narrow = json!({"name": "accounts", "scopes": ["admin"]});
        let made = app.post("/api/v1/me/tokens", &narrow).send().await.expect(201).json();
        let token = made["token"].as_str().unwrap();
        let wider = json!({"name": "", "scopes": ["write"], "days": 400});
        let answer = app.post("/api/v1/me/tokens", &wider).token(token).send().await;
        assert_eq!(answer.expect_problem(422, "invalid_fields"), ["/name", "/days", "/scopes"]);
    }

    async fn open_sessions_are_listed_and_closed(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "amel@example.org", Role::Firm, Some("Beijing Drip")).await;
        let mut lost = Browser::of(&app, "amel@example.org").await;
        let mut here = Browser::of(&app, "amel@example.org").await;
        let me = here.send(app.get("/api/v1/me")).await.expect(200).json();
        let list = here.send(app.get("/api/v1/me/sessions")).await.expect(200).json();
        let list = list["records"].as_array().unwrap();
        assert_eq!(list.len(), 2);
        let other = list.iter().find(|session| session["current"] == false).unwrap();
        let place = format!("/api/v1/me/sessions/{}", other["id"].as_str().unwrap());
        here.send(app.delete(&place)).await.expect_problem(403, "forbidden");
        let close = app.delete(&place).header("x-csrf-token", me["form_token"].as_str().unwrap());
        here.send(close).await.expect(204);
        lost.send(app.get("/api/v1/me")).await.expect_problem(401, "unauthenticated");
        app.get("/api/v1/me").anonymous().send().await.expect_problem(401, "unauthenticated");
    }

    async fn pages_speak_the_language_of_the_account_until_another_is_chosen(db: &TestDb) {
        let app = TestApp::on(db).await;
        let account = person(&app, "amel@example.org", Role::Firm, Some("Beijing Drip")).await;
        let wanted = siku::notices::Preferences { lang: Some("ar".to_owned()), kinds: Default::default() };
        siku::notices::set_preferences(&app.db, account.id, &wanted).await.unwrap();
        let mut browser = Browser::of(&app, "amel@example.org").await;
        for path in ["/account", "/", "/demands"] {
            let page = browser.get(path).await.expect(200);
            assert!(page.text.contains("<html lang=\"ar\" dir=\"rtl\">"), "{path}: {}", page.text);
        }
        assert!(browser.get("/demands?lang=pt").await.expect(200).text.contains("<html lang=\"pt\""));
        assert!(browser.get("/account").await.expect(200).text.contains("<html lang=\"pt\""), "the choice is kept");
    }
}
