//! Invitations: whom one may invite, and that a link works once, for a while, and in the mail alone.

use super::browser::{Browser, PASSWORD, person};
use super::letters::Letters;
use crate::on_both_databases;
use crate::support::service::{Answer, TestApp};
use chrono::{TimeDelta, Utc};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Query;
use serde_json::{Value, json};
use siku::accounts::refusal::{Refusal, Rule};
use siku::accounts::secrets::Secret;
use siku::accounts::{Role, invitations};

async fn accept(app: &TestApp, token: &str) -> Answer {
    let body = json!({"token": token, "name": "Amel Ben Salah", "password": PASSWORD});
    app.post("/api/v1/invitations/acceptance", &body).anonymous().send().await
}

async fn invite(app: &TestApp, token: &str, body: &Value) -> Answer {
    app.post("/api/v1/invitations", body).token(token).send().await
}

on_both_databases! {
    async fn an_embassy_that_is_invited_makes_its_account_with_the_link_once(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        let steward = app.token_of("the steward", Role::Steward, None).await;
        let body = json!({"email": "Attache@embassy.example", "role": "embassy", "lang": "fr",
            "organisation": {"name": "Ambassade de Tunisie", "country": "tn"}});
        let made = invite(&app, &steward, &body).await.expect(201);
        let mail = letters.only("attache@embassy.example").await;
        let token = mail.token("invitations");
        assert!(mail.text.contains("Content-Language: fr"), "{}", mail.text);
        let list = app.get("/api/v1/invitations").token(&steward).send().await.expect(200);
        let audit = app.get("/api/v1/audit?limit=100").send().await.expect(200);
        for shown in [&made.text, &list.text, &audit.text] {
            assert!(!shown.contains(&token), "{shown}");
        }
        let account = accept(&app, &token).await.expect(201).json();
        accept(&app, &token).await.expect_problem(404, "not_found");
        let mut browser = Browser::of(&app, "attache@embassy.example").await;
        let me = browser.send(app.get("/api/v1/me")).await.expect(200).json();
        assert_eq!((&me["id"], &me["role"]), (&account["id"], &"embassy".into()));
        let organisations = app.get("/api/v1/organisations?status=approved").send().await.expect(200).json();
        let made = organisations["records"].as_array().unwrap().last().unwrap().clone();
        assert_eq!((&made["id"], &made["country"], &made["kind"]), (&me["organisation_id"], &"TN".into(), &"embassy".into()));
        let list = app.get("/api/v1/invitations").token(&steward).send().await.expect(200).json();
        assert_eq!(list["records"][0]["state"], "used");
    }

    async fn a_link_is_neither_in_the_tables_once_the_mail_is_sent_nor_found_by_its_hash_alone(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        invite(&app, &app.token, &json!({"email": "b@broker.example", "role": "broker"})).await.expect(201);
        let token = letters.only("b@broker.example").await.token("invitations");
        for (table, column) in [("mail_queue", "values"), ("invitations", "token_hash")] {
            let select = Query::select().column(column).from(table).take();
            for row in app.db.query_all(&select).await.unwrap() {
                let shown = match row.try_get::<String>("", column) {
                    Ok(text) => text,
                    Err(_) => row.try_get::<Value>("", column).unwrap().to_string(),
                };
                assert!(!shown.contains(&token), "{table}: {shown}");
            }
        }
        accept(&app, &token).await.expect(201);
    }

    async fn members_invite_into_their_own_organisation_and_role_alone(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        let embassy = app.token_of("amel", Role::Embassy, Some("Ambassade")).await;
        let firm = app.token_of("wang", Role::Firm, Some("Beijing Drip")).await;
        let me = app.get("/api/v1/me").token(&embassy).send().await.expect(200).json();
        let elsewhere = app.get("/api/v1/me").token(&firm).send().await.expect(200).json();
        for wider in [
            json!({"email": "a@b.example", "role": "steward"}),
            json!({"email": "a@b.example", "organisation_id": elsewhere["organisation_id"]}),
            json!({"email": "a@b.example", "organisation": {"name": "New"}}),
        ] {
            invite(&app, &embassy, &wider).await.expect_problem(403, "forbidden");
        }
        let made = invite(&app, &embassy, &json!({"email": "second@embassy.example"})).await.expect(201).json();
        assert_eq!((&made["organisation_id"], &made["role"]), (&me["organisation_id"], &"embassy".into()));
        let seen = app.get("/api/v1/invitations").token(&firm).send().await.expect(200).json();
        assert_eq!(seen["records"], json!([]));
        let place = format!("/api/v1/invitations/{}", made["id"].as_str().unwrap());
        app.delete(&place).token(&firm).send().await.expect_problem(404, "not_found");
        app.delete(&place).token(&embassy).send().await.expect(204);
        app.delete(&place).token(&embassy).send().await.expect_problem(409, "invalid_state");
        let token = letters.only("second@embassy.example").await.token("invitations");
        accept(&app, &token).await.expect_problem(404, "not_found");
        let nobody = app.token_of("lonely", Role::Broker, None).await;
        invite(&app, &nobody, &json!({"email": "a@b.example"})).await.expect_problem(404, "not_found");
    }

    async fn a_steward_invites_stewards_and_no_administrators(db: &TestDb) {
        let app = TestApp::on(db).await;
        let steward = app.token_of("the steward", Role::Steward, None).await;
        let body = |role: &str| json!({"email": "new@siku.example", "role": role});
        invite(&app, &steward, &body("steward")).await.expect(201);
        invite(&app, &steward, &body("admin")).await.expect_problem(403, "forbidden");
        let admins = invite(&app, &app.token, &body("admin")).await.expect(201).json();
        let place = format!("/api/v1/invitations/{}", admins["id"].as_str().unwrap());
        app.delete(&place).token(&steward).send().await.expect_problem(403, "forbidden");
        let homeless = invite(&app, &steward, &body("embassy")).await;
        assert_eq!(homeless.expect_problem(422, "invalid_fields"), ["/organisation"]);
        let nowhere = json!({"email": "a@b.example", "role": "firm", "organisation_id": "019a0000-0000-7000-8000-000000000009"});
        assert_eq!(invite(&app, &steward, &nowhere).await.expect_problem(422, "invalid_fields"), ["/organisation_id"]);
    }

    async fn a_link_ends_by_itself_and_an_address_with_an_account_gets_no_second_one(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        invite(&app, &app.token, &json!({"email": "late@broker.example", "role": "broker"})).await.expect(201);
        let token = letters.only("late@broker.example").await.token("invitations");
        let secret = Secret::parse(&token).unwrap();
        let day = Utc::now() + TimeDelta::days(14);
        let late = invitations::accept(&app.db, &secret, "Late", PASSWORD, day).await;
        assert!(matches!(late, Err(Refusal::Rule(Rule::LinkDead))), "{late:?}");
        person(&app, "late@broker.example", Role::Broker, None).await;
        accept(&app, &token).await.expect_problem(409, "invalid_state");
    }
    async fn a_link_that_is_followed_many_times_at_once_makes_one_account(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        invite(&app, &app.token, &json!({"email": "once@broker.example", "role": "broker"})).await.expect(201);
        let token = letters.only("once@broker.example").await.token("invitations");
        let answers = futures_util::future::join_all((0..6).map(|_| accept(&app, &token))).await;
        let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 404, 404, 404, 404, 404]);
    }
}
