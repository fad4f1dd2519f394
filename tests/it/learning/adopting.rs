//! What is kept, what is put in force, and who uses it.

use std::collections::BTreeMap;

use sea_orm::EntityTrait;
use serde_json::json;
use siku::accounts::Actor;
use siku::db::Db;
use siku::matching::learning::versions::{LearningOutcome, Version, adopt_in, list};
use siku::matching::learning::{Learned, gather, learn};
use siku::matching::life::{Reason, undo_in};
use siku::matching::rows::matches;
use siku::notices::worker::Rounds;
use uuid::Uuid;

use super::{broker, judge, roll, settings, signal, suggestions};
use crate::on_both_databases;
use crate::support::service::TestApp;

/// A broker who likes what holds its operating conditions, and makes mistakes.
async fn season(db: &Db, demands: usize) {
    for (number, row) in suggestions(db, demands, 8).await.into_iter().enumerate() {
        let mistaken = roll(&["mistake", &number.to_string()], 10) == 0;
        let likes = (signal(&row, "conditions") > 0.6) != mistaken;
        judge(db, row.id, (!likes).then_some(Reason::RequirementMissed)).await;
    }
}

async fn learned(db: &Db, least: usize) -> Learned {
    learn(db, &settings(least), &Actor::System, chrono::Utc::now()).await.unwrap()
}

fn made(learned: Learned) -> Version {
    match learned {
        Learned::Made(version) => *version,
        other => panic!("{other}"),
    }
}

async fn event_of(db: &Db, id: Uuid) -> usize {
    let gathered = gather::judgements(db, "siku-8").await.unwrap();
    let demand = matches::Entity::find_by_id(id).one(&**db).await.unwrap().unwrap().demand_id;
    gathered.iter().filter(|judgement| judgement.demand == demand).count()
}

on_both_databases! {
    async fn with_thirty_decisions_the_weights_stay_as_the_program_came_with_them(db: &TestDb) {
        for row in suggestions(db, 5, 6).await {
            let likes = signal(&row, "conditions") > 0.5;
            judge(db, row.id, (!likes).then_some(Reason::OffTopic)).await;
        }
        let needed = siku::config::Settings::defaults().unwrap().learn.least_decisions;
        assert_eq!(learned(db, needed).await, Learned::TooFew { decisions: 30, needed });
        let versions = list(&***db).await.unwrap();
        assert_eq!(versions.len(), 1);
        assert!(versions[0].in_force && versions[0].version == 0);
    }

    async fn what_is_learned_is_kept_with_its_figures_put_in_force_and_can_be_taken_back(db: &TestDb) {
        season(db, 60).await;
        let version = made(learned(db, 200).await);
        assert_eq!((version.version, version.outcome, version.in_force), (1, LearningOutcome::Adopted, true), "{version}");
        assert!(version.ndcg_after > version.ndcg_before && version.error_after < version.error_before, "{version}");
        assert_eq!((version.decisions, version.algorithm.as_str()), (480, "siku-8.1"));
        let shipped = &list(&***db).await.unwrap()[1];
        let against_meaning = |weights: &BTreeMap<String, f32>| weights["conditions"] / weights["meaning"];
        let (before, after) = (against_meaning(&shipped.weights), against_meaning(&version.weights));
        assert!(after > 2.0 * before, "{before} → {after}");
        assert_eq!(version.weights["price"], shipped.weights["price"], "nobody could learn about the price");
        assert_eq!(learned(db, 200).await, Learned::NothingNew { decisions: 480 });

        let now = chrono::Utc::now();
        let back = db.write(async |transaction| adopt_in(transaction, &Actor::System, 0, now).await).await.unwrap();
        assert!(back.in_force && back.version == 0);
        let unknown = db.write(async |transaction| adopt_in(transaction, &Actor::System, 9, now).await).await;
        assert!(unknown.unwrap_err().to_string().contains("no version 9"));
        let versions = list(&***db).await.unwrap();
        assert_eq!(versions.iter().map(|one| (one.version, one.in_force)).collect::<Vec<_>>(), [(1, false), (0, true)]);
    }

    async fn a_decision_that_was_taken_back_or_speaks_of_something_else_is_no_judgement(db: &TestDb) {
        let rows = suggestions(db, 3, 1).await;
        judge(db, rows[0].id, Some(Reason::OffTopic)).await;
        judge(db, rows[1].id, Some(Reason::NotNow)).await;
        judge(db, rows[2].id, None).await;
        assert_eq!([event_of(db, rows[0].id).await, event_of(db, rows[1].id).await, event_of(db, rows[2].id).await], [1, 0, 1]);
        let caller = broker();
        let first = judgeable(db, &caller).await;
        assert_eq!(event_of(db, first).await, 1);
        let undone = db.write(async |transaction| undo_in(transaction, &caller, first, None, chrono::Utc::now()).await);
        undone.await.unwrap();
        assert_eq!(event_of(db, first).await, 0);
    }

    async fn a_running_service_uses_what_another_process_put_in_force_and_leaves_what_people_moved(db: &TestDb) {
        season(db, 60).await;
        let app = TestApp::on(db).await;
        let moved = matches::Entity::find().all(&*app.db).await.unwrap();
        app.drain().await;
        let engine = &app.server.app.engine;
        assert_eq!((engine.weights_version(), engine.matcher().weights().algorithm.as_str()), (0, "siku-8"));
        made(learned(db, 200).await);
        app.drain().await;
        assert_eq!((engine.weights_version(), engine.matcher().weights().algorithm.as_str()), (1, "siku-8.1"));
        let computed = app.post("/api/v1/match", &json!({"title": "Besoin 1", "lang": "fr", "country": "TN"})).send().await;
        assert_eq!(computed.expect(200).json()["algorithm"], "siku-8.1+words");
        let after = matches::Entity::find().all(&*app.db).await.unwrap();
        for before in &moved {
            let kept = after.iter().find(|row| row.id == before.id).unwrap();
            assert_eq!((&kept.algorithm, &kept.signals, kept.version), (&before.algorithm, &before.signals, before.version));
        }
    }

    async fn an_administrator_sees_the_versions_and_puts_one_in_force(db: &TestDb) {
        season(db, 60).await;
        let app = TestApp::on(db).await;
        made(learned(db, 200).await);
        let versions = app.get("/api/v1/weights").send().await.expect(200).json();
        assert_eq!(versions["records"][0]["outcome"], "adopted");
        let adopted = app.post("/api/v1/weights/0/adoption", &json!({})).send().await.expect(200).json();
        assert_eq!((&adopted["in_force"], &adopted["algorithm"]), (&json!(true), &json!("siku-8")));
        app.post("/api/v1/weights/7/adoption", &json!({})).send().await.expect_problem(404, "not_found");
        let audit = app.get("/api/v1/audit?action=weights_adopted").send().await.expect(200).json();
        assert_eq!(audit["records"].as_array().unwrap().len(), 2);
    }
}

/// A new suggestion that this caller has taken up.
async fn judgeable(db: &Db, caller: &Actor) -> Uuid {
    use siku::matching::life::{Decision, decide};
    use siku::matching::types::MatchState;
    let rows = suggestions(db, 1, 1).await;
    let decision = Decision::to(MatchState::Shortlisted);
    decide(db, caller, rows[0].id, None, decision, chrono::Utc::now()).await.unwrap();
    rows[0].id
}

on_both_databases! {
    async fn the_worker_learns_once_a_night_unless_it_is_told_not_to(db: &TestDb) {
        season(db, 60).await;
        let mut settings = siku::config::Settings::defaults().unwrap();
        settings.mail.transport = siku::config::MailTransport::Off;
        let at = |text: &str| text.parse::<chrono::DateTime<chrono::Utc>>().unwrap();
        let learned = async || list(&***db).await.unwrap().len() - 1;
        settings.learn.nightly = false;
        Rounds::of(&settings, db).unwrap().round(at("2026-11-26T03:00:00Z")).await.unwrap();
        assert_eq!(learned().await, 0);
        settings.learn.nightly = true;
        let rounds = Rounds::of(&settings, db).unwrap();
        rounds.round(at("2026-11-26T03:00:00Z")).await.unwrap();
        assert_eq!(learned().await, 1);
        for row in suggestions(db, 1, 2).await {
            judge(db, row.id, None).await;
        }
        rounds.round(at("2026-11-27T01:59:00Z")).await.unwrap();
        assert_eq!(learned().await, 1, "not before its hour");
        rounds.round(at("2026-11-27T02:00:00Z")).await.unwrap();
        assert_eq!(learned().await, 2);
    }
}
