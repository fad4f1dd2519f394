//! What became of an agreement: who is asked when, what each side tells, and what goes into the result.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::clocks::look::look;
use siku::config::Settings;
use siku::library::Results;
use siku::library::store::{ListQuery, list as records, set_status};
use siku::library::{Record, Status};
use siku::matching::life::{Decision, decide};
use siku::matching::types::MatchState::{self, Agreed, Delivered, Negotiating, OnHold};
use siku::notices::{NoticeQuery, list};
use uuid::Uuid;

use super::milestones::introduced;
use super::{Stage, agreed as in_agreement};
use crate::accounts::browser::{Browser, person};
use crate::life::{EMBASSY, FIRM, no, pair, to};
use crate::on_both_databases;
use crate::support::database::TestDb;
use crate::support::records::admin;
use crate::support::service::TestApp;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

async fn move_at(db: &TestDb, stage: &Stage, state: MatchState, moment: &str) {
    decide(db, &stage.pair.broker, stage.pair.id, None, Decision::to(state), at(moment)).await.unwrap();
}

async fn negotiating(db: &TestDb) -> Stage {
    let stage = introduced(db).await;
    to(db, &stage.pair.broker, stage.pair.id, Negotiating).await.unwrap();
    stage
}

async fn agreed(db: &TestDb) -> Stage {
    let stage = negotiating(db).await;
    to(db, &stage.pair.broker, stage.pair.id, Agreed).await.unwrap();
    stage
}

/// How often an account was asked.
async fn asked(db: &TestDb, user: Uuid) -> usize {
    let query = NoticeQuery { limit: 100, ..NoticeQuery::default() };
    let told = list(&***db, user, &query, "en").await.unwrap();
    told.into_iter().filter(|notice| notice.kind == "outcome_asked").count()
}

async fn account(stage: &Stage, token: &str) -> Uuid {
    let me = stage.app.get("/api/v1/me").token(token).send().await.expect(200).json();
    me["id"].as_str().unwrap().parse().unwrap()
}

/// A member of the side's organisation: tokens belong to no person who could be told.
async fn people(stage: &Stage) -> (Uuid, Uuid) {
    (account(stage, &stage.firm).await, account(stage, &stage.embassy).await)
}

async fn result(db: &TestDb, stage: &Stage) -> Record<Results> {
    let all = records::<Results>(&***db, &admin(), &ListQuery::default()).await.unwrap().records;
    let id = format!("match:{}", stage.pair.id);
    all.into_iter().find(|one| one.body.external_id.as_deref() == Some(&id)).unwrap()
}

fn report() -> Value {
    json!({"going": "works", "contract_value": 1_200_000.5, "currency": "usd", "people_trained": 24, "jobs": 6,
        "text": "秘密 second valley", "may_publish": true})
}

on_both_databases! {
    async fn both_sides_are_asked_once_at_each_span_after_the_agreement_and_after_the_delivery(db: &TestDb) {
        let stage = negotiating(db).await;
        let (firm, embassy) = people(&stage).await;
        move_at(db, &stage, Agreed, "2027-01-31T10:00:00Z").await;
        let clocks = Settings::defaults().unwrap().clocks;
        let mut days = Vec::new();
        let mut today = at("2027-02-01T12:00:00Z");
        while today < at("2030-06-01T00:00:00Z") {
            if today == at("2028-03-01T12:00:00Z") {
                move_at(db, &stage, Delivered, "2028-03-01T11:00:00Z").await;
            }
            let before = asked(db, firm).await;
            look(db, &clocks, today).await.unwrap();
            if asked(db, firm).await > before {
                days.push(today.date_naive().to_string());
            }
            today += TimeDelta::days(1);
        }
        // Half a year and a year after the agreement; from the delivery on its own three.
        assert_eq!(days, ["2027-07-31", "2028-01-31", "2028-09-01", "2029-03-01", "2030-03-01"]);
        assert_eq!(asked(db, embassy).await, 5);
    }

    async fn who_has_told_is_not_asked_and_nobody_is_asked_while_the_match_is_on_hold(db: &TestDb) {
        let stage = negotiating(db).await;
        let (firm, embassy) = people(&stage).await;
        // What is told now is told after the day on which it would be asked.
        let year_ago = Utc::now() - TimeDelta::days(200);
        let id = stage.pair.id;
        decide(db, &stage.pair.broker, id, None, Decision::to(Agreed), year_ago).await.unwrap();
        stage.post("outcomes", report(), &stage.firm).await.expect(201);
        no(db, &stage.pair.broker, id, OnHold).await.unwrap();
        let clocks = Settings::defaults().unwrap().clocks;
        look(db, &clocks, Utc::now()).await.unwrap();
        assert_eq!((asked(db, firm).await, asked(db, embassy).await), (0, 0));
        to(db, &stage.pair.broker, id, Agreed).await.unwrap();
        look(db, &clocks, Utc::now()).await.unwrap();
        assert_eq!((asked(db, firm).await, asked(db, embassy).await), (0, 1));
    }

    async fn a_side_reads_its_own_report_and_the_broker_reads_both(db: &TestDb) {
        let stage = agreed(db).await;
        let sent = stage.post("outcomes", report(), &stage.embassy).await.expect(201).json();
        assert_eq!((&sent["side"], &sent["currency"]), (&json!("demand"), &json!("USD")));
        assert_eq!(stage.records("outcomes", &stage.embassy).await.len(), 1);
        assert_eq!(stage.records("outcomes", &stage.broker).await[0]["text"], "秘密 second valley");
        assert_eq!(stage.records("outcomes", &stage.firm).await.len(), 0);
        for below in ["outcomes", "case", "events"] {
            assert!(!stage.get(below, &stage.firm).await.expect(200).text.contains("秘密"), "{below}");
        }
        let told = json!({"going": "stopped", "side": "technology"});
        stage.post("outcomes", told.clone(), &stage.embassy).await.expect_problem(403, "forbidden");
        let noted = stage.post("outcomes", told, &stage.broker).await.expect(201).json();
        assert_eq!((&noted["side"], &noted["acting"]), (&json!("technology"), &json!("broker")));
        assert!(stage.records("outcomes", &stage.firm).await[0].get("author").is_none());
        let unnamed = stage.post("outcomes", json!({"going": "works"}), &stage.broker).await;
        assert_eq!(unnamed.expect_problem(422, "invalid_fields"), ["/side"]);
        stage.get("outcomes", &stage.stranger).await.expect_problem(404, "not_found");
        stage.get("outcomes", &stage.partial).await.expect_problem(403, "conflict_of_interest");
        let audited = stage.audited().await;
        assert_eq!(audited.iter().filter(|action| *action == "outcome_reported").count(), 2, "{audited:?}");
    }

    async fn what_is_told_is_checked_and_nothing_is_told_before_the_agreement(db: &TestDb) {
        let stage = negotiating(db).await;
        stage.post("outcomes", report(), &stage.firm).await.expect_problem(409, "invalid_state");
        to(db, &stage.pair.broker, stage.pair.id, Agreed).await.unwrap();
        for (body, pointer) in [
            (json!({"going": "well"}), "/going"),
            (json!({"going": "works", "contract_value": 5.0}), "/currency"),
            (json!({"going": "works", "contract_value": -5.0, "currency": "CNY"}), "/contract_value"),
            (json!({"going": "works", "jobs": -1}), "/jobs"),
            (json!({"going": "works", "people_trained": -1}), "/people_trained"),
            (json!({"going": "works", "text": "a".repeat(4_001)}), "/text"),
        ] {
            let refused = stage.post("outcomes", body, &stage.firm).await;
            assert_eq!(refused.expect_problem(422, "invalid_fields"), [pointer]);
        }
        assert_eq!(stage.records("outcomes", &stage.firm).await.len(), 0);
    }

    async fn the_broker_takes_figures_into_the_result_and_never_the_text_or_what_is_not_permitted(db: &TestDb) {
        let stage = agreed(db).await;
        let mut secret = report();
        secret["may_publish"] = json!(false);
        secret["contract_value"] = json!(9.0);
        let secret = stage.post("outcomes", secret, &stage.firm).await.expect(201).json();
        let open = stage.post("outcomes", report(), &stage.embassy).await.expect(201).json();
        let take = |report: &Value| format!("outcomes/{}/result", report["id"].as_str().unwrap());
        stage.post(&take(&secret), json!(null), &stage.broker).await.expect_problem(409, "invalid_state");
        stage.post(&take(&open), json!(null), &stage.embassy).await.expect_problem(403, "forbidden");
        let before = result(db, &stage).await;
        assert_eq!((before.body.contract_value, before.body.outcomes.len()), (None, 0));
        let into = stage.post(&take(&open), json!(null), &stage.broker).await.expect(200).json();
        let after = result(db, &stage).await;
        assert_eq!(into["number"], json!(after.head.number));
        let body = &after.body;
        assert_eq!((body.contract_value, body.currency.as_deref(), body.people_trained), (Some(1_200_000.5), Some("USD"), Some(24)));
        assert_eq!((body.outcomes[0].measure.as_str(), body.outcomes[0].value), ("jobs", 6.0));
        assert_eq!(after.head.version, before.head.version + 1);
        assert!(!serde_json::to_string(&after.body).unwrap().contains("秘密"));
        stage.post(&take(&open), json!(null), &stage.broker).await.expect_problem(409, "invalid_state");
        // A later report says only how many jobs there are by now: that figure is replaced, the rest stays.
        let later = json!({"going": "works", "jobs": 9, "may_publish": true});
        let later = stage.post("outcomes", later, &stage.embassy).await.expect(201).json();
        stage.post(&take(&later), json!(null), &stage.broker).await.expect(200);
        let last = result(db, &stage).await;
        assert_eq!((last.body.contract_value, last.body.outcomes.len(), last.body.outcomes[0].value), (Some(1_200_000.5), 1, 9.0));
        let taken: Vec<bool> = stage.records("outcomes", &stage.broker).await.iter().map(|one| one["taken_at"].is_string()).collect();
        assert_eq!(taken, [false, true, true]);
        assert_eq!(stage.audited().await.iter().filter(|action| *action == "outcome_taken").count(), 2);
    }

    async fn no_figures_go_into_a_result_that_was_withdrawn(db: &TestDb) {
        let stage = agreed(db).await;
        let open = stage.post("outcomes", report(), &stage.embassy).await.expect(201).json();
        let id = result(db, &stage).await.head.id;
        set_status::<Results>(db, &admin(), id, None, Status::Withdrawn, None).await.unwrap();
        let take = format!("outcomes/{}/result", open["id"].as_str().unwrap());
        stage.post(&take, json!(null), &stage.broker).await.expect_problem(409, "invalid_state");
    }

    async fn a_side_tells_by_the_form_and_the_broker_takes_it_from_there(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        for (account, role, organisation) in [
            ("broker@example.org", Role::Broker, "Brokers"),
            ("firm@example.org", Role::Firm, FIRM),
            ("embassy@example.org", Role::Embassy, EMBASSY),
        ] {
            person(&app, account, role, Some(organisation)).await;
        }
        let place = format!("/matches/{}/outcome", pair.id);
        let mut embassy = Browser::of(&app, "embassy@example.org").await;
        embassy.get(&place).await.expect(404);
        in_agreement(&app.db, pair.id).await;
        assert!(embassy.get(&format!("/matches/{}", pair.id)).await.expect(200).text.contains(&place));
        let fields = [("going", "partly"), ("contract_value", "a lot"), ("text", "<i>secret</i>")];
        let wrong = embassy.submit(&place, &place, &fields).await.expect(422);
        assert!(wrong.text.contains("The value has to be a number.") && wrong.text.contains("a lot"), "{}", wrong.text);
        let fields = [("going", "partly"), ("contract_value", "5000"), ("currency", "cny"), ("text", "<i>secret</i>"), ("may_publish", "true")];
        let told = embassy.submit(&place, &place, &fields).await.expect(303);
        let thanks = embassy.get(told.header("location")).await.expect(200).text;
        assert!(thanks.contains("Thank you.") && thanks.contains("It works in part") && !thanks.contains("<i>secret"), "{thanks}");
        let mut firm = Browser::of(&app, "firm@example.org").await;
        let other = firm.get(&place).await.expect(200).text;
        assert!(!other.contains("secret") && !other.contains("5,000"), "{other}");
        let mut broker = Browser::of(&app, "broker@example.org").await;
        let seen = broker.get(&place).await.expect(200).text;
        assert!(seen.contains("secret") && seen.contains("/take\""), "{seen}");
        let action = seen.split("action=\"").find(|part| part.contains("/take\"")).unwrap().split('"').next().unwrap();
        // This match came here without an agreement, so there is no result.
        let refused = broker.submit(&place, action, &[]).await.expect(409);
        assert!(refused.text.contains("This cannot be done in the present state."), "{}", refused.text);
        let mut nobody = Browser::new(&app);
        assert!(nobody.get(&place).await.expect(303).header("location").starts_with("/sign-in"));
    }
}
