//! A new password by mail.

use super::browser::{Browser, PASSWORD, person};
use super::letters::Letters;
use super::second_factor::set_up;
use crate::on_both_databases;
use crate::support::service::{Answer, TestApp};
use chrono::{TimeDelta, Utc};
use serde_json::json;
use siku::accounts::refusal::{Refusal, Rule};
use siku::accounts::secrets::Secret;
use siku::accounts::{Role, resets};

const NEW: &str = "walnut heron reads slowly";

async fn ask(app: &TestApp, email: &str) -> Answer {
    app.post("/api/v1/password-resets", &json!({"email": email})).anonymous().send().await
}

async fn set(app: &TestApp, token: &str, password: &str) -> Answer {
    let body = json!({"token": token, "password": password});
    app.post("/api/v1/password-resets/confirmation", &body).anonymous().send().await
}

on_both_databases! {
    async fn a_forgotten_password_is_set_anew_once_and_every_session_ends(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        person(&app, "amel@example.org", Role::Firm, Some("Beijing Drip")).await;
        let mut open = Browser::of(&app, "amel@example.org").await;
        let known = ask(&app, " Amel@example.org").await.expect(202).text;
        let unknown = ask(&app, "nobody@example.org").await.expect(202).text;
        assert_eq!(known, unknown);
        assert!(letters.to("nobody@example.org").await.is_empty());
        let token = letters.only("amel@example.org").await.token("password");
        assert_eq!(set(&app, &token, "password1234").await.expect_problem(422, "invalid_fields"), ["/password"]);
        open.get("/account").await.expect(200);
        set(&app, &token, NEW).await.expect(200);
        open.get("/account").await.expect(303);
        set(&app, &token, "another otter sings twice").await.expect_problem(404, "not_found");
        Browser::new(&app).sign_in("amel@example.org", PASSWORD).await.expect(422);
        Browser::new(&app).sign_in("amel@example.org", NEW).await.expect(303);
        let audit = app.get("/api/v1/audit?action=password_reset").send().await.expect(200);
        assert_eq!(audit.json()["records"].as_array().unwrap().len(), 1);
        assert!(!audit.text.contains(&token));
    }

    async fn setting_a_password_ends_the_other_links_and_leaves_the_second_factor(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        person(&app, "steward@example.org", Role::Steward, None).await;
        set_up(&mut Browser::of(&app, "steward@example.org").await).await;
        for _ in 0..5 {
            ask(&app, "steward@example.org").await.expect(202);
        }
        ask(&app, "steward@example.org").await.expect_problem(429, "too_many_requests");
        let mut mails = letters.to("steward@example.org").await;
        mails.retain(|mail| mail.text.contains("https://siku.example/password/"));
        assert_eq!(mails.len(), 3);
        set(&app, &mails[0].token("password"), NEW).await.expect(200);
        set(&app, &mails[1].token("password"), PASSWORD).await.expect_problem(404, "not_found");
        let mut browser = Browser::new(&app);
        browser.sign_in("steward@example.org", NEW).await.expect(303);
        assert_eq!(browser.get("/account").await.expect(303).header("location"), "/sign-in/code");
    }

    async fn a_link_for_a_password_lives_an_hour_and_not_longer_than_the_account(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        let amel = person(&app, "amel@example.org", Role::Firm, None).await;
        ask(&app, "amel@example.org").await.expect(202);
        let token = letters.only("amel@example.org").await.token("password");
        let secret = Secret::parse(&token).unwrap();
        let late = resets::redeem(&app.db, &app.server.app.settings.mail, &secret, NEW, Utc::now() + TimeDelta::minutes(61)).await;
        assert!(matches!(late, Err(Refusal::Rule(Rule::LinkDead))), "{late:?}");
        app.post(&format!("/api/v1/people/{}/departure", amel.id), &json!({})).send().await.expect(200);
        set(&app, &token, NEW).await.expect_problem(404, "not_found");
        assert_eq!(ask(&app, "amel@example.org").await.expect(202).status, 202);
        assert_eq!(letters.to("amel@example.org").await.len(), 1, "who has left gets no link");
    }
}
