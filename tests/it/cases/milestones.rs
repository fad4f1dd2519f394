//! Milestones: from the introduction on, set by the broker and both sides, the same for all, and nothing overwritten.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use reqwest::Method;
use serde_json::{Value, json};
use siku::clocks::look::look;
use siku::config::Settings;
use siku::library::technology::ExportControl;
use siku::matching::life::{SideAnswer, assign_in};
use siku::matching::types::MatchState::{Introduced, Proposed, Withdrawn};
use siku::notices::{NoticeQuery, list};
use uuid::Uuid;

use super::Stage;
use crate::accounts::browser::{Browser, person};
use crate::life::{EMBASSY, FIRM, answer, catalogue, no, noon, pair, screen, to};
use crate::on_both_databases;
use crate::support::database::TestDb;
use crate::support::records::admin;
use crate::support::service::{Answer, TestApp};

/// Takes a proposed match to the introduction.
pub async fn introduce(db: &TestDb, stage: &Stage) {
    let pair = &stage.pair;
    answer(db, &pair.embassy, pair.id, SideAnswer::Accepted, None).await.unwrap();
    answer(db, &pair.firm, pair.id, SideAnswer::Accepted, None).await.unwrap();
    catalogue(db, "2025-01-01").await;
    screen(db, &admin(), pair.technology, ExportControl::Free, &[]).await.unwrap();
    to(db, &pair.broker, pair.id, Introduced).await.unwrap();
}

pub async fn introduced(db: &TestDb) -> Stage {
    let stage = Stage::proposed(db).await;
    introduce(db, &stage).await;
    stage
}

async fn change(stage: &Stage, milestone: &Value, body: Value, token: &str) -> Answer {
    let place = stage.place(&format!("milestones/{}", milestone["id"].as_str().unwrap()));
    let ask = stage.app.ask(Method::PATCH, &place).text("application/merge-patch+json", body.to_string());
    ask.token(token).send().await
}

fn day(days: i64) -> NaiveDate {
    Utc::now().date_naive() + TimeDelta::days(days)
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

async fn reminders(db: &TestDb, user: Uuid) -> Vec<String> {
    let query = NoticeQuery { limit: 100, ..NoticeQuery::default() };
    let told = list(&***db, user, &query, "en").await.unwrap();
    told.into_iter().filter(|notice| notice.kind == "milestone_overdue").map(|notice| notice.text).collect()
}

on_both_databases! {
    async fn milestones_are_the_same_for_the_broker_and_both_sides_and_keep_their_history(db: &TestDb) {
        let stage = introduced(db).await;
        let sent = json!({"kind": "site_visit", "planned_on": "2027-03-01", "note": "Three days"});
        let visit = stage.post("milestones", sent, &stage.firm).await.expect(201).json();
        change(&stage, &visit, json!({"planned_on": "2027-04-01"}), &stage.embassy).await.expect(200);
        let done = change(&stage, &visit, json!({"done_on": day(-1), "note": null}), &stage.broker).await.expect(200).json();
        assert_eq!((&done["done_on"], done.get("note")), (&json!(day(-1)), None));
        let mut seen = Vec::new();
        for token in [&stage.firm, &stage.embassy, &stage.broker] {
            let mut records = stage.records("milestones", token).await;
            let history = records[0]["history"].as_array_mut().unwrap();
            let days: Vec<&Value> = history.iter().map(|entry| &entry["planned_on"]).collect();
            assert_eq!(days, ["2027-03-01", "2027-04-01", "2027-04-01"]);
            let acting: Vec<&Value> = history.iter().map(|entry| &entry["acting"]).collect();
            assert_eq!(acting, ["technology_side", "demand_side", "broker"]);
            let named = history.iter().filter(|entry| entry["author"].is_string()).count();
            assert_eq!(named, if *token == stage.broker { 3 } else { 1 }, "a side is told of its own people alone");
            for entry in history {
                entry.as_object_mut().unwrap().remove("author");
            }
            seen.push(records);
        }
        assert!(seen.windows(2).all(|two| two[0] == two[1]), "{seen:?}");
        let case = stage.get("case", &stage.embassy).await.expect(200).json();
        let told = case["timeline"].as_array().unwrap().iter().filter(|one| one["what"] == "milestone").count();
        assert_eq!((told, case["milestones"].as_array().unwrap().len()), (3, 1));
        let audited = stage.audited().await;
        assert_eq!(audited.iter().filter(|action| action.starts_with("milestone_")).count(), 3, "{audited:?}");
        stage.get("milestones", &stage.stranger).await.expect_problem(404, "not_found");
        stage.post("milestones", json!({"kind": "payment", "planned_on": "2027-03-01"}), &stage.partial).await
            .expect_problem(403, "conflict_of_interest");
    }

    async fn no_milestone_is_set_before_the_introduction_or_when_all_is_over(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        let sent = || json!({"kind": "first_meeting", "planned_on": "2027-03-01"});
        for token in [&stage.firm, &stage.broker] {
            stage.post("milestones", sent(), token).await.expect_problem(409, "invalid_state");
        }
        introduce(db, &stage).await;
        let set = stage.post("milestones", sent(), &stage.firm).await.expect(201).json();
        no(db, &stage.pair.broker, stage.pair.id, Withdrawn).await.unwrap();
        change(&stage, &set, json!({"done_on": day(-1)}), &stage.firm).await.expect_problem(409, "invalid_state");
        assert_eq!(stage.records("milestones", &stage.embassy).await.len(), 1, "what was written stays to be read");
    }

    async fn a_milestone_needs_a_day_and_none_is_done_in_the_future(db: &TestDb) {
        let stage = introduced(db).await;
        let undated = stage.post("milestones", json!({"kind": "payment"}), &stage.firm).await;
        assert_eq!(undated.expect_problem(422, "invalid_fields"), ["/planned_on"]);
        let ahead = stage.post("milestones", json!({"kind": "payment", "done_on": day(3)}), &stage.firm).await;
        assert_eq!(ahead.expect_problem(422, "invalid_fields"), ["/done_on"]);
        let strange = stage.post("milestones", json!({"kind": "party", "done_on": day(-3)}), &stage.firm).await;
        assert_eq!(strange.expect_problem(422, "invalid_fields"), ["/kind"]);
        let long = json!({"kind": "payment", "done_on": day(-3), "note": "a".repeat(2_001)});
        assert_eq!(stage.post("milestones", long, &stage.firm).await.expect_problem(422, "invalid_fields"), ["/note"]);
        assert_eq!(stage.records("milestones", &stage.firm).await.len(), 0);
    }

    async fn overdue_milestones_are_in_the_list_of_what_is_late_until_they_are_done_moved_or_dropped(db: &TestDb) {
        let stage = introduced(db).await;
        let mut set = Vec::new();
        for days in [-3, -9, -5, -7, 0, 4] {
            let sent = json!({"kind": "payment", "planned_on": day(days)});
            set.push(stage.post("milestones", sent, &stage.firm).await.expect(201).json());
        }
        let late = async || {
            let late = stage.app.get("/api/v1/clocks").token(&stage.broker).send().await.expect(200).json();
            late["milestones"].as_array().unwrap().iter().map(|one| one["planned_on"].clone()).collect::<Vec<_>>()
        };
        assert_eq!(late().await, [-9, -7, -5, -3].map(|days| json!(day(days))));
        change(&stage, &set[1], json!({"done_on": day(-1)}), &stage.broker).await.expect(200);
        change(&stage, &set[2], json!({"planned_on": day(9)}), &stage.broker).await.expect(200);
        change(&stage, &set[3], json!({"dropped": true}), &stage.broker).await.expect(200);
        assert_eq!(late().await, [json!(day(-3))]);
        no(db, &stage.pair.broker, stage.pair.id, Withdrawn).await.unwrap();
        assert_eq!(late().await, [] as [Value; 0]);
    }

    async fn the_broker_alone_is_reminded_of_an_overdue_milestone_once_and_again_every_week(db: &TestDb) {
        let stage = introduced(db).await;
        let me = async |token: &str| -> Uuid {
            let me = stage.app.get("/api/v1/me").token(token).send().await.expect(200).json();
            me["id"].as_str().unwrap().parse().unwrap()
        };
        let (broker, firm) = (me(&stage.broker).await, me(&stage.firm).await);
        let id = stage.pair.id;
        db.write_send(|transaction| {
            Box::pin(async move { assign_in(&transaction, &admin(), id, None, Some(broker), noon(3)).await })
        })
        .await
        .unwrap();
        let sent = json!({"kind": "contract_signed", "planned_on": "2027-03-01"});
        let set = stage.post("milestones", sent, &stage.firm).await.expect(201).json();
        let clocks = Settings::defaults().unwrap().clocks;
        let mut first = Vec::new();
        let mut today = at("2027-02-26T08:00:00Z");
        while today < at("2027-03-17T00:00:00Z") {
            let before = reminders(db, broker).await.len();
            look(db, &clocks, today).await.unwrap();
            look(db, &clocks, today + TimeDelta::hours(1)).await.unwrap();
            if reminders(db, broker).await.len() > before {
                first.push(today.date_naive().to_string());
            }
            today += TimeDelta::days(1);
        }
        assert_eq!(first, ["2027-03-02", "2027-03-09", "2027-03-16"]);
        assert!(reminders(db, broker).await[0].contains("1 March 2027"), "{:?}", reminders(db, broker).await);
        assert_eq!(reminders(db, firm).await, [] as [String; 0]);
        change(&stage, &set, json!({"dropped": true}), &stage.broker).await.expect(200);
        look(db, &clocks, at("2027-04-30T08:00:00Z")).await.unwrap();
        assert_eq!(reminders(db, broker).await.len(), 3);
    }

    async fn a_side_sets_a_milestone_on_the_page_and_the_other_side_says_that_it_is_done(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        person(&app, "firm@example.org", siku::accounts::Role::Firm, Some(FIRM)).await;
        person(&app, "embassy@example.org", siku::accounts::Role::Embassy, Some(EMBASSY)).await;
        to(db, &pair.broker, pair.id, Proposed).await.unwrap();
        let mut firm = Browser::of(&app, "firm@example.org").await;
        let place = format!("/matches/{}", pair.id);
        assert!(!firm.get(&place).await.expect(200).text.contains("id=\"milestones\""));
        for side in [&pair.embassy, &pair.firm] {
            answer(db, side, pair.id, SideAnswer::Accepted, None).await.unwrap();
        }
        catalogue(db, "2025-01-01").await;
        screen(db, &admin(), pair.technology, ExportControl::Free, &[]).await.unwrap();
        to(db, &pair.broker, pair.id, Introduced).await.unwrap();
        assert!(firm.get(&place).await.expect(200).text.contains("No milestone was set yet."));
        let fields = [("kind", "sample"), ("planned_on", "2027-03-01"), ("note", "<b>two</b> pumps"), ("place", "milestones")];
        let set = firm.submit(&place, &format!("{place}/milestones"), &fields).await.expect(303);
        assert_eq!(set.header("location"), format!("{place}#milestones"));
        let mut embassy = Browser::of(&app, "embassy@example.org").await;
        let seen = embassy.get(&place).await.expect(200).text;
        assert!(seen.contains("Sample or trial") && seen.contains("planned for 1 March 2027"), "{seen}");
        assert!(seen.contains("&#60;b&#62;two") && !seen.contains("<b>two"), "{seen}");
        let action = seen.split("action=\"").find(|part| part.contains("/milestones/")).unwrap().split('"').next().unwrap();
        let fields = [("planned_on", "2027-03-01"), ("done_on", "2999-01-01"), ("note", "")];
        let early = embassy.submit(&place, action, &fields).await.expect(422);
        assert!(early.text.contains("That day has not come yet."), "{}", early.text);
        let fields = [("planned_on", "2027-03-01"), ("done_on", "2026-01-01"), ("note", "")];
        embassy.submit(&place, action, &fields).await.expect(303);
        let seen = firm.get(&place).await.expect(200).text;
        assert!(seen.contains("done on 1 January 2026") && !seen.contains("<b>two"), "{seen}");
    }

    async fn two_who_change_a_milestone_at_once_do_not_overwrite_one_another(db: &TestDb) {
        let stage = introduced(db).await;
        let sent = json!({"kind": "payment", "planned_on": "2027-03-01"});
        let set = stage.post("milestones", sent, &stage.firm).await.expect(201).json();
        let moved = change(&stage, &set, json!({"planned_on": "2027-05-01"}), &stage.firm);
        let noted = change(&stage, &set, json!({"note": "in two parts"}), &stage.embassy);
        let (moved, noted) = futures_util::join!(moved, noted);
        moved.expect(200);
        noted.expect(200);
        let now = &stage.records("milestones", &stage.broker).await[0];
        assert_eq!((&now["planned_on"], &now["note"]), (&json!("2027-05-01"), &json!("in two parts")));
        assert_eq!(now["history"].as_array().unwrap().len(), 3);
        // What is so already is not written again.
        change(&stage, &set, json!({"note": "in two parts"}), &stage.embassy).await.expect(200);
        assert_eq!(stage.records("milestones", &stage.broker).await[0]["history"].as_array().unwrap().len(), 3);
    }

    async fn an_overdue_milestone_stands_among_the_brokers_open_cases(db: &TestDb) {
        let stage = introduced(db).await;
        let me = person(&stage.app, "desk@example.org", siku::accounts::Role::Broker, Some("Brokers")).await.id;
        let id = stage.pair.id;
        db.write_send(|transaction| {
            Box::pin(async move { assign_in(&transaction, &admin(), id, None, Some(me), noon(3)).await })
        })
        .await
        .unwrap();
        let mut broker = Browser::of(&stage.app, "desk@example.org").await;
        assert!(!broker.get("/desk/cases").await.expect(200).text.contains("Overdue"));
        let sent = json!({"kind": "contract_signed", "planned_on": day(-2)});
        stage.post("milestones", sent, &stage.firm).await.expect(201);
        let shown = broker.get("/desk/cases").await.expect(200).text;
        assert!(shown.contains("Overdue") && shown.contains("Contract signed, planned for"), "{shown}");
    }
}
