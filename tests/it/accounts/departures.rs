//! Somebody leaves: what opened their account ends, their work goes on.

use super::browser::{Browser, PASSWORD, person};
use super::letters::Letters;
use crate::api::{demand, technology};
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::json;
use siku::accounts::Role;
use siku::notices::Kind;
use uuid::Uuid;

fn departure(id: Uuid) -> String {
    format!("/api/v1/people/{id}/departure")
}

on_both_databases! {
    async fn a_diplomat_who_rotates_names_a_successor_who_gets_the_unread_notices(db: &TestDb) {
        let app = TestApp::on(db).await;
        let amel = person(&app, "amel@embassy.example", Role::Embassy, Some("Ambassade")).await;
        let sami = person(&app, "sami@embassy.example", Role::Embassy, Some("Ambassade")).await;
        let mut open = Browser::of(&app, "amel@embassy.example").await;
        let record = app.post("/api/v1/demands", &demand("Irrigation")).token(amel.token.reveal()).send().await.expect(201);
        let notice = |person, key: &str| crate::notices::notice(person, Kind::MatchProposed, key);
        let told = [notice(amel.id, "both"), notice(amel.id, "hers"), notice(sami.id, "both")];
        crate::notices::told(&app.db, crate::notices::noon(), &told).await;

        let alone = app.post(&departure(amel.id), &json!({})).token(amel.token.reveal()).send().await;
        alone.expect_problem(409, "invalid_state");
        let body = json!({"successor": sami.id});
        let gone = app.post(&departure(amel.id), &body).token(amel.token.reveal()).send().await.expect(200).json();
        assert_eq!((&gone["person"]["state"], &gone["notices"]), (&"left".into(), &1.into()));
        open.get("/account").await.expect(303);
        app.get("/api/v1/me").token(amel.token.reveal()).send().await.expect_problem(401, "invalid_token");
        Browser::new(&app).sign_in("amel@embassy.example", PASSWORD).await.expect(422);
        let notices = app.get("/api/v1/notices").token(sami.token.reveal()).send().await.expect(200).json();
        assert_eq!(notices["unread"], 2);
        let place = format!("/api/v1/demands/{}", record.json()["id"].as_str().unwrap());
        let changed = app.patch(&place, &json!({"title": "Still ours"})).header("if-match", "*");
        changed.token(sami.token.reveal()).send().await.expect(200);
        let audit = app.get("/api/v1/audit?action=person_left").send().await.expect(200).json();
        assert_eq!(audit["records"][0]["detail"], json!({"successor": sami.id, "matches": 0, "tasks": 0, "notices": 1}));
        assert_eq!(audit["records"][0]["actor_id"], json!(amel.id));
        app.post(&departure(amel.id), &json!({})).send().await.expect_problem(409, "invalid_state");
        app.post(&format!("/api/v1/people/{}/return", amel.id), &json!({})).send().await.expect(200);
        open.get("/account").await.expect(303);
        Browser::of(&app, "amel@embassy.example").await;
    }

    async fn the_open_cases_of_a_broker_go_to_the_successor_or_back_to_the_queue(db: &TestDb) {
        let app = TestApp::on(db).await;
        let li = person(&app, "li@broker.example", Role::Broker, None).await;
        let zhao = person(&app, "zhao@broker.example", Role::Broker, None).await;
        let third = person(&app, "sun@broker.example", Role::Broker, None).await;
        let (wanted, offered) = (app.add("demands", &demand("a")).await, app.add("technologies", &technology("a")).await);
        let id = |record: &serde_json::Value| record["id"].as_str().unwrap().parse().unwrap();
        let case = crate::life::suggestion(&app.db, id(&wanted), id(&offered)).await;
        let assign = app.post(&format!("/api/v1/matches/{case}/assignment"), &json!({"to": li.id})).header("if-match", "*");
        assign.send().await.expect(200);
        let task = json!({"title": "Ask for a sample", "assignee": li.id});
        app.post(&format!("/api/v1/matches/{case}/tasks"), &task).send().await.expect(201);
        let gone = app.post(&departure(li.id), &json!({"successor": zhao.id})).send().await.expect(200).json();
        assert_eq!((&gone["matches"], &gone["tasks"]), (&json!(1), &json!(1)));
        let told = async || {
            let list = app.get("/api/v1/notices").token(third.token.reveal()).send().await.expect(200).json();
            list["records"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(told().await, [] as [String; 0], "somebody works on them");
        let tasks = app.get(&format!("/api/v1/matches/{case}/tasks")).send().await.expect(200).json();
        assert_eq!(tasks["records"][0]["assignee"], json!(zhao.id));
        let queue = |whom: String| app.get(&format!("/api/v1/queue?assigned={whom}"));
        assert_eq!(queue(zhao.id.to_string()).send().await.expect(200).json()["records"].as_array().unwrap().len(), 1);
        app.post(&departure(zhao.id), &json!({})).send().await.expect(200);
        assert_eq!(told().await, ["Matches without a broker that are in the queue again: 1."]);
        assert_eq!(queue("nobody".to_owned()).send().await.expect(200).json()["records"].as_array().unwrap().len(), 1);
    }

    async fn a_successor_is_somebody_else_of_the_same_organisation_and_role_who_is_here(db: &TestDb) {
        let app = TestApp::on(db).await;
        let amel = person(&app, "amel@embassy.example", Role::Embassy, Some("Ambassade")).await;
        let other = person(&app, "wang@drip.example", Role::Firm, Some("Beijing Drip")).await;
        let left = person(&app, "left@embassy.example", Role::Embassy, Some("Ambassade")).await;
        app.post(&departure(left.id), &json!({})).send().await.expect(200);
        for successor in [amel.id, other.id, left.id, Uuid::nil()] {
            let answer = app.post(&departure(amel.id), &json!({"successor": successor})).send().await;
            assert_eq!(answer.expect_problem(422, "invalid_fields"), ["/successor"], "{successor}");
        }
        Browser::of(&app, "amel@embassy.example").await;
    }

    async fn members_let_go_whom_they_work_with_and_nobody_else(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        let amel = person(&app, "amel@embassy.example", Role::Embassy, Some("Ambassade")).await;
        let sami = person(&app, "sami@embassy.example", Role::Embassy, Some("Ambassade")).await;
        let steward = person(&app, "steward@embassy.example", Role::Steward, Some("Ambassade")).await;
        let other = person(&app, "wang@drip.example", Role::Firm, Some("Beijing Drip")).await;
        let by_amel = |id| app.post(&departure(id), &json!({})).token(amel.token.reveal());
        by_amel(other.id).send().await.expect_problem(404, "not_found");
        by_amel(steward.id).send().await.expect_problem(403, "forbidden");
        let invited = app.post("/api/v1/invitations", &json!({"email": "third@embassy.example"}));
        invited.token(sami.token.reveal()).send().await.expect(201);
        by_amel(sami.id).send().await.expect(200);
        let token = letters.only("third@embassy.example").await.token("invitations");
        let accept = json!({"token": token, "name": "Third", "password": PASSWORD});
        let dead = app.post("/api/v1/invitations/acceptance", &accept).anonymous().send().await;
        dead.expect_problem(404, "not_found");
    }
}
