//! An organisation that is suspended: nobody acts for it, nothing of it is shown, its matches wait; and all comes back.

use super::browser::{Browser, person};
use super::letters::Letters;
use super::second_factor::set_up;
use crate::life::{EMBASSY, FIRM, Pair, pair, stored, to};
use crate::on_both_databases;
use crate::support::records::{organisation, published_for, technology};
use crate::support::service::TestApp;
use crate::webhooks::stand_in::StandIn;
use crate::webhooks::{deliver, lenient, webhook};
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::library::store::create;
use siku::library::{Technologies, Technology};
use siku::matching::types::MatchState;
use siku::webhooks::EventKind;
use uuid::Uuid;

async fn say(app: &TestApp, id: Uuid, decision: &str) -> Value {
    let body = json!({"decision": decision, "reason": (decision == "suspend").then_some("forged licence")});
    app.post(&format!("/api/v1/organisations/{id}/decisions"), &body).send().await.expect(200).json()
}

/// What the public finds: by listing, and by words.
async fn found(app: &TestApp) -> (usize, usize) {
    app.drain().await;
    let count = async |query: &str| {
        let list = app.get(&format!("/api/v1/technologies{query}")).anonymous().send().await.expect(200).json();
        list["records"].as_array().unwrap().len()
    };
    (count("").await, count("?q=滴灌").await)
}

/// The kinds of what somebody was told.
async fn told(app: &TestApp, token: &str) -> Vec<String> {
    let list = app.get("/api/v1/notices").token(token).send().await.expect(200).json();
    list["records"].as_array().unwrap().iter().map(|notice| notice["kind"].as_str().unwrap().to_owned()).collect()
}

fn firm_of(pair: &Pair) -> Uuid {
    pair.firm.organisation_id().unwrap()
}

/// As a broker of the match asks.
async fn step(app: &TestApp, token: &str, pair: &Pair, path: &str, body: Value) -> crate::support::service::Answer {
    app.post(&format!("/api/v1/matches/{}/{path}", pair.id), &body).token(token).header("if-match", "*").send().await
}

on_both_databases! {
    async fn a_suspended_organisation_neither_acts_nor_is_shown_and_comes_back_as_it_was(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        let draft = create::<Technologies>(db, &pair.firm, technology("草稿"), Default::default()).await.unwrap();
        let firm = app.token_of("robot", Role::Firm, Some(FIRM)).await;
        person(&app, "fang@example.org", Role::Firm, Some(FIRM)).await;
        let mut browser = Browser::of(&app, "fang@example.org").await;
        let letters = Letters::of(&app);
        assert_eq!(found(&app).await, (1, 1));

        let suspended = say(&app, firm_of(&pair), "suspend").await;
        assert_eq!((&suspended["status"], &suspended["status_reason"]), (&"suspended".into(), &"forged licence".into()));
        app.get("/api/v1/me").token(&firm).send().await.expect_problem(401, "invalid_token");
        browser.send(app.get("/api/v1/notices")).await.expect_problem(401, "unauthenticated");
        assert!(browser.get("/account").await.expect(200).text.contains("Your organisation is suspended."));
        assert!(letters.only("fang@example.org").await.text.contains("forged licence"));
        assert_eq!(found(&app).await, (0, 0));
        let place = format!("/api/v1/technologies/{}", pair.technology);
        app.get(&place).anonymous().send().await.expect_problem(404, "not_found");
        assert_eq!(app.get(&place).send().await.expect(200).json()["status"], "suspended");
        let publish = json!({"status": "published"});
        for id in [pair.technology, draft.head.id] {
            let place = format!("/api/v1/technologies/{id}");
            app.patch(&place, &publish).header("if-match", "*").send().await.expect_problem(409, "invalid_state");
        }

        assert_eq!(say(&app, firm_of(&pair), "approve").await["status"], "approved");
        app.get("/api/v1/me").token(&firm).send().await.expect(200);
        assert_eq!(found(&app).await, (1, 1));
        assert_eq!(letters.to("fang@example.org").await.len(), 2);
        let versions = app.get(&format!("{place}/versions")).send().await.expect(200).text;
        assert!(versions.contains("\"suspended\"") && versions.contains("\"restored\""), "{versions}");
        let draft = app.get(&format!("/api/v1/technologies/{}", draft.head.id)).send().await.expect(200).json();
        assert_eq!(draft["status"], "draft", "what was not shown is not shown now");
    }

    async fn its_open_matches_wait_and_go_on_where_they_stood_and_those_concerned_are_told(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        let embassy = app.token_of("asker", Role::Embassy, Some(EMBASSY)).await;
        let broker = app.token_of("broker", Role::Broker, Some("Brokers")).await;
        step(&app, &broker, &pair, "assignment", json!({"to": "me"})).await.expect(200);
        step(&app, &broker, &pair, "decisions", json!({"to": "proposed"})).await.expect(200);
        assert_eq!(told(&app, &embassy).await, ["match_proposed"]);

        say(&app, firm_of(&pair), "suspend").await;
        let held = stored(db, pair.id).await;
        assert_eq!((held.status.as_str(), held.held_from.as_deref()), ("on_hold", Some("proposed")));
        assert_eq!(told(&app, &embassy).await, ["match_moved", "match_proposed"]);
        assert_eq!(told(&app, &broker).await, ["match_moved"]);
        app.drain().await;
        step(&app, &broker, &pair, "decisions", json!({"to": "proposed"})).await.expect_problem(409, "invalid_state");
        step(&app, &broker, &pair, "undo", json!({})).await.expect_problem(409, "undo_refused");

        say(&app, firm_of(&pair), "approve").await;
        let back = stored(db, pair.id).await;
        assert_eq!((back.status.as_str(), back.held_from, back.broker_id), ("proposed", None, held.broker_id));
        assert_eq!(back.proposed_at, held.proposed_at);
        let history = app.get(&format!("/api/v1/matches/{}/events", pair.id)).send().await.expect(200).text;
        assert!(history.contains("organisation_suspended"), "{history}");
    }

    async fn what_a_broker_holds_and_what_the_other_sides_suspension_holds_does_not_come_back(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        let embassy = pair.embassy.organisation_id().unwrap();
        to(db, &pair.broker, pair.id, MatchState::Shortlisted).await.unwrap();
        say(&app, firm_of(&pair), "suspend").await;
        say(&app, embassy, "suspend").await;
        say(&app, firm_of(&pair), "approve").await;
        assert_eq!(stored(db, pair.id).await.status, "on_hold");
        say(&app, embassy, "approve").await;
        assert_eq!(stored(db, pair.id).await.status, "shortlisted");
        crate::life::no(db, &pair.broker, pair.id, MatchState::OnHold).await.unwrap();
        say(&app, embassy, "suspend").await;
        say(&app, embassy, "approve").await;
        assert_eq!(stored(db, pair.id).await.status, "on_hold", "a broker put it there");
    }

    async fn a_suggestion_nobody_has_moved_on_is_withdrawn_and_nothing_of_it_is_suggested(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        app.drain().await;
        let demand = stored(db, pair.id).await.demand_id;
        let suggested = async || {
            app.drain().await;
            let list = app.get(&format!("/api/v1/demands/{demand}/matches")).send().await.expect(200).json();
            list["matches"].as_array().unwrap().len()
        };
        let offered = Technology { description: "Irrigation peu d'eau".to_owned(), ..technology("Irrigation") };
        let offered = Technology { lang: Some("fr".to_owned()), ..offered };
        create::<Technologies>(db, &crate::support::records::admin(), offered, published_for(firm_of(&pair)))
            .await
            .unwrap();
        assert_eq!(suggested().await, 1);
        say(&app, firm_of(&pair), "suspend").await;
        assert_eq!(suggested().await, 0);
        say(&app, firm_of(&pair), "approve").await;
        assert_eq!(suggested().await, 1);
    }

    async fn its_webhooks_are_silent_and_go_on_afterwards(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        let program = StandIn::answering(&[]).await;
        webhook(db, Some(firm_of(&pair)), &program.url, EventKind::ALL).await;
        to(db, &pair.broker, pair.id, MatchState::Proposed).await.unwrap();
        say(&app, firm_of(&pair), "suspend").await;
        assert_eq!(deliver(db, &lenient(), 5).await, 0);
        assert!(program.all().is_empty());
        say(&app, firm_of(&pair), "approve").await;
        deliver(db, &lenient(), 10).await;
        let told: Vec<String> = program.all().into_iter().map(|request| request.body).collect();
        assert!(told.iter().any(|body| body.contains("match.proposed")), "what waited arrives: {told:?}");
        assert!(told.iter().any(|body| body.contains("record.published")), "{told:?}");
        assert!(!told.iter().any(|body| body.contains("record.withdrawn")), "{told:?}");
    }

    async fn nobody_suspends_without_a_reason_or_their_own_or_a_stranger_of_the_administrators(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = organisation(db, FIRM).await;
        let commission = organisation(db, "Commission").await;
        let steward = app.token_of("steward", Role::Steward, Some("Commission")).await;
        app.token_of("chief", Role::Admin, Some("Board")).await;
        let board = siku::accounts::organisations::list(&*app.db, None, None, 10).await.unwrap();
        let board = board.iter().find(|one| one.name == "Board").unwrap().id;
        let ask = async |id: Uuid, body: Value| {
            app.post(&format!("/api/v1/organisations/{id}/decisions"), &body).token(&steward).send().await
        };
        let why = json!({"decision": "suspend", "reason": "why"});
        assert_eq!(ask(firm, json!({"decision": "suspend"})).await.expect_problem(422, "invalid_fields"), ["/reason"]);
        ask(commission, why.clone()).await.expect_problem(403, "forbidden");
        ask(board, why.clone()).await.expect_problem(403, "forbidden");
        ask(firm, why.clone()).await.expect(200);
        ask(firm, why).await.expect_problem(409, "invalid_state");
        ask(firm, json!({"decision": "refuse", "reason": "no"})).await.expect_problem(409, "invalid_state");
    }

    async fn a_steward_suspends_and_lets_back_by_the_buttons_of_the_page(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        person(&app, "steward@example.org", Role::Steward, None).await;
        let mut browser = Browser::of(&app, "steward@example.org").await;
        set_up(&mut browser).await;
        let place = format!("/organisations/{}/decision", firm_of(&pair));
        let fields = [("decision", "suspend"), ("reason", "forged licence")];
        let page = browser.get("/organisations?status=approved").await.expect(200).text;
        assert!(page.contains(&place) && page.contains("value=\"suspend\""), "{page}");
        let done = browser.submit("/organisations?status=approved", &place, &fields).await.expect(303);
        assert_eq!(done.header("location"), "/organisations?done=suspended");
        let page = browser.get("/organisations?status=suspended").await.expect(200).text;
        assert!(page.contains("Let it back") && page.contains("forged licence"), "{page}");
        browser.submit("/organisations?status=suspended", &place, &[("decision", "approve")]).await.expect(303);
        assert_eq!(found(&app).await, (1, 1));
    }

    async fn what_brokers_of_a_suspended_organisation_work_on_goes_back_to_the_queue_and_stays_there(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        let letters = Letters::of(&app);
        let li = person(&app, "li@broker.example", Role::Broker, Some("Brokers")).await;
        let other = person(&app, "zhao@other.example", Role::Broker, Some("Other brokers")).await;
        let steward = app.token_of("steward", Role::Steward, Some("Commission")).await;
        let embassy = app.token_of("asker", Role::Embassy, Some(EMBASSY)).await;
        step(&app, li.token.reveal(), &pair, "assignment", json!({"to": "me"})).await.expect(200);
        step(&app, li.token.reveal(), &pair, "decisions", json!({"to": "proposed"})).await.expect(200);
        let task = json!({"title": "Ask for a sample", "assignee": li.id});
        step(&app, li.token.reveal(), &pair, "tasks", task).await.expect(201);
        let brokers = pair.broker.organisation_id().unwrap();
        let before = told(&app, &embassy).await;

        say(&app, brokers, "suspend").await;
        let freed = stored(db, pair.id).await;
        assert_eq!((freed.status.as_str(), freed.broker_id), ("proposed", None));
        let queue = async |whom: String| {
            let list = app.get(&format!("/api/v1/queue?assigned={whom}")).send().await.expect(200).json();
            list["records"].as_array().unwrap().len()
        };
        assert_eq!((queue("nobody".to_owned()).await, queue(li.id.to_string()).await), (1, 0));
        let tasks = app.get(&format!("/api/v1/matches/{}/tasks", pair.id)).send().await.expect(200).json();
        assert_eq!((&tasks["records"][0]["title"], tasks["records"][0].get("assignee")), (&json!("Ask for a sample"), None));
        let history = format!("/api/v1/matches/{}/events", pair.id);
        let steps = app.get(&history).send().await.expect(200).json();
        let last = steps["records"].as_array().unwrap().last().unwrap();
        assert_eq!((&last["kind"], &last["reason"]), (&json!("assigned"), &json!("organisation_suspended")));
        assert_eq!(last["acting"], "service");
        // A side is told nothing of it: neither that nor why its broker has changed concerns its answer.
        let seen = app.get(&history).token(&embassy).send().await.expect(200).text;
        assert!(!seen.contains("organisation_suspended"), "{seen}");
        assert_eq!(told(&app, &embassy).await, before);
        for token in [other.token.reveal(), &steward] {
            assert_eq!(told(&app, token).await, ["matches_freed"]);
        }
        assert!(letters.only("li@broker.example").await.text.contains("are in the queue again"));
        let audited = app.get("/api/v1/audit?limit=100").send().await.expect(200).json();
        let actions: Vec<&Value> = audited["records"].as_array().unwrap().iter().map(|entry| &entry["action"]).collect();
        assert_eq!(actions.iter().filter(|action| **action == "match_assigned").count(), 2, "{actions:?}");
        assert!(actions.contains(&&json!("task_changed")), "{actions:?}");

        // Nobody of a suspended organisation is given work, and those who are let back take nothing of themselves.
        let to_li = json!({"to": li.id});
        step(&app, other.token.reveal(), &pair, "assignment", to_li.clone()).await.expect_problem(422, "invalid_fields");
        say(&app, brokers, "approve").await;
        assert_eq!(stored(db, pair.id).await.broker_id, None);
        assert_eq!(told(&app, li.token.reveal()).await, [] as [String; 0]);
        step(&app, other.token.reveal(), &pair, "assignment", to_li).await.expect(200);
    }
}
