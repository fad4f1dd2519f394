//! The people of an organisation, and what may be done to whom.

use super::browser::{Browser, PASSWORD, person};
use super::second_factor::set_up;
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::json;
use siku::accounts::Role;

on_both_databases! {
    async fn members_see_the_people_of_their_own_organisation_and_stewards_everybody(db: &TestDb) {
        let app = TestApp::on(db).await;
        let amel = person(&app, "amel@embassy.example", Role::Embassy, Some("Ambassade")).await;
        person(&app, "wang@drip.example", Role::Firm, Some("Beijing Drip")).await;
        let seen = app.get("/api/v1/people").token(amel.token.reveal()).send().await.expect(200).json();
        let names: Vec<_> = seen["records"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
        assert_eq!(names, ["amel"]);
        let steward = app.token_of("the steward", Role::Steward, None).await;
        let first = app.get("/api/v1/people?limit=2").token(&steward).send().await.expect(200).json();
        let place = format!("/api/v1/people?limit=2&cursor={}", first["next_cursor"].as_str().unwrap());
        let second = app.get(&place).token(&steward).send().await.expect(200).json();
        assert_eq!((first["records"].as_array().unwrap().len(), second["records"].as_array().unwrap().len()), (2, 2));
        let firms = app.get("/api/v1/people?role=firm&state=active").token(&steward).send().await.expect(200).json();
        assert_eq!(firms["records"][0]["email"], "wang@drip.example");
        let broker = app.token_of("lonely", Role::Broker, None).await;
        let nobody = app.get("/api/v1/people").token(&broker).send().await.expect(200).json();
        assert_eq!(nobody["records"], json!([]));
    }

    async fn a_role_is_changed_by_others_and_what_was_open_under_the_old_one_ends(db: &TestDb) {
        let app = TestApp::on(db).await;
        let wang = person(&app, "wang@drip.example", Role::Firm, Some("Beijing Drip")).await;
        let mut open = Browser::of(&app, "wang@drip.example").await;
        let place = format!("/api/v1/people/{}/role", wang.id);
        let steward = app.token_of("the steward", Role::Steward, None).await;
        app.put(&place, &json!({"role": "admin"})).token(&steward).send().await.expect_problem(403, "forbidden");
        let broker = app.put(&place, &json!({"role": "broker"})).token(&steward).send().await.expect(200).json();
        assert_eq!(broker["role"], "broker");
        open.get("/account").await.expect(303);
        app.get("/api/v1/me").token(wang.token.reveal()).send().await.expect_problem(401, "invalid_token");
        let audit = app.get("/api/v1/audit?action=role_changed").send().await.expect(200).json();
        assert_eq!(audit["records"][0]["detail"], json!({"from": "firm", "to": "broker"}));
        let me = app.get("/api/v1/me").token(&steward).send().await.expect(200).json();
        let own = format!("/api/v1/people/{}/role", me["id"].as_str().unwrap());
        app.put(&own, &json!({"role": "broker"})).token(&steward).send().await.expect_problem(403, "forbidden");
    }

    async fn the_last_administrator_cannot_go_and_a_steward_touches_none(db: &TestDb) {
        let app = TestApp::on(db).await;
        let me = app.get("/api/v1/me").send().await.expect(200).json();
        let first = me["id"].as_str().unwrap();
        let steward = app.token_of("the steward", Role::Steward, None).await;
        let go = |id: &str| format!("/api/v1/people/{id}/departure");
        app.post(&go(first), &json!({})).token(&steward).send().await.expect_problem(403, "forbidden");
        let second = person(&app, "second@siku.example", Role::Admin, None).await;
        let successor = json!({"successor": second.id});
        app.post(&go(&second.id.to_string()), &json!({})).send().await.expect(200);
        app.post(&go(first), &successor).send().await.expect_problem(409, "invalid_state");
        let role = format!("/api/v1/people/{}/return", second.id);
        app.post(&role, &json!({})).token(&steward).send().await.expect_problem(403, "forbidden");
        app.post(&role, &json!({})).send().await.expect(200);
        app.post(&go(first), &json!({})).send().await.expect_problem(409, "invalid_state");
        app.post(&go(first), &successor).send().await.expect(200);
        app.get("/api/v1/me").send().await.expect_problem(401, "invalid_token");
    }
    async fn two_administrators_who_let_one_another_go_at_once_leave_one(db: &TestDb) {
        let app = TestApp::on(db).await;
        let ids = [person(&app, "a@siku.example", Role::Admin, None).await, person(&app, "b@siku.example", Role::Admin, None).await];
        let me = app.get("/api/v1/me").send().await.expect(200).json();
        app.post(&format!("/api/v1/people/{}/departure", me["id"].as_str().unwrap()), &json!({"successor": ids[0].id}))
            .send()
            .await
            .expect(200);
        let go = |who: usize, whom: usize| {
            let place = format!("/api/v1/people/{}/departure", ids[whom].id);
            app.post(&place, &json!({})).token(ids[who].token.reveal()).send()
        };
        let (one, other) = futures_util::future::join(go(0, 1), go(1, 0)).await;
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert!(statuses[0] == 200 && [401, 409].contains(&statuses[1]), "{statuses:?}");
    }

    async fn what_people_do_to_their_own_accounts_is_written_down(db: &TestDb) {
        let app = TestApp::on(db).await;
        let amel = person(&app, "amel@example.org", Role::Firm, None).await;
        let mut browser = Browser::of(&app, "amel@example.org").await;
        let fields = [("present", PASSWORD), ("new", "walnut heron reads slowly")];
        browser.submit("/account", "/account/password", &fields).await.expect(303);
        let (secret, _) = set_up(&mut browser).await;
        let step = siku::accounts::totp::step(chrono::Utc::now().timestamp()) + 1;
        let code = siku::accounts::totp::code(&secret, step).unwrap();
        let place = "/account/second-factor";
        browser.submit(place, "/account/second-factor/remove", &[("code", &code)]).await.expect(303);
        let wanted = json!({"name": "reader", "scopes": ["read"]});
        let made = app.post("/api/v1/me/tokens", &wanted).token(amel.token.reveal()).send().await.expect(201).json();
        let token = format!("/api/v1/me/tokens/{}", made["id"].as_str().unwrap());
        app.delete(&token).token(amel.token.reveal()).send().await.expect(204);
        let audit = app.get(&format!("/api/v1/audit?actor={}", amel.id)).send().await.expect(200);
        assert!(!audit.text.contains(made["token"].as_str().unwrap()));
        let audit = audit.json();
        let actions: Vec<_> = audit["records"].as_array().unwrap().iter().rev().map(|entry| entry["action"].clone()).collect();
        let expected = ["password_changed", "second_factor_set_up", "second_factor_removed", "token_made", "token_revoked"];
        assert_eq!(actions, expected);
    }
}
