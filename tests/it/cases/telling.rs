//! Who is told when a milestone is set or moved: everybody else at the case, each in their language and of their own
//! record.

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::Method;
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::notices::worker::Rounds;
use siku::notices::{Delivery, Kind, Preferences, set_preferences};

use super::Stage;
use super::milestones::introduced;
use crate::life::{EMBASSY, FIRM};
use crate::notices::mails::body;
use crate::notices::{into, mails, person};
use crate::on_both_databases;
use crate::support::service::Answer;

async fn change(stage: &Stage, milestone: &Value, body: Value, token: &str) -> Answer {
    let place = stage.place(&format!("milestones/{}", milestone["id"].as_str().unwrap()));
    let ask = stage.app.ask(Method::PATCH, &place).text("application/merge-patch+json", body.to_string());
    ask.token(token).send().await
}

/// What was told of milestones, the newest first.
async fn told(stage: &Stage, token: &str) -> Vec<Value> {
    let told = stage.app.get("/api/v1/notices").token(token).send().await.expect(200).json();
    let all = told["records"].as_array().unwrap().iter();
    all.filter(|notice| notice["kind"] == "milestone_set").cloned().collect()
}

on_both_databases! {
    async fn who_sets_or_moves_a_milestone_has_everybody_else_at_the_case_told_of_their_own_record(db: &TestDb) {
        let stage = introduced(db).await;
        let colleague = stage.app.token_of("colleague", Role::Firm, Some(FIRM)).await;
        let sent = json!({"kind": "site_visit", "planned_on": "2027-03-01", "note": "call 13800138000"});
        let visit = stage.post("milestones", sent, &stage.firm).await.expect(201).json();
        for token in [&stage.firm, &stage.partial, &stage.stranger] {
            let told = told(&stage, token).await;
            let member = *token == stage.partial;
            assert_eq!(told.len(), usize::from(member), "{told:?}");
        }
        for (token, number) in [(&colleague, 'T'), (&stage.embassy, 'D'), (&stage.broker, 'D')] {
            let told = told(&stage, token).await;
            assert_eq!(told.len(), 1, "{told:?}");
            let values = &told[0]["values"];
            assert!(values["number"].as_str().unwrap().starts_with(number), "{values}");
            assert_eq!((&values["milestone"], &values["date"]), (&json!("site_visit"), &json!("2027-03-01")));
            assert!(told[0]["text"].as_str().unwrap().contains("Site visit is planned for 1 March 2027"), "{told:?}");
            assert!(!told[0].to_string().contains("13800138000"), "a note is read in the case: {told:?}");
            assert!(told[0]["link"].as_str().unwrap().ends_with("#milestones"));
        }
        change(&stage, &visit, json!({"planned_on": "2027-04-01"}), &stage.embassy).await.expect(200);
        change(&stage, &visit, json!({"note": "three days"}), &stage.broker).await.expect(200);
        change(&stage, &visit, json!({"planned_on": "2027-04-01"}), &stage.broker).await.expect(200);
        change(&stage, &visit, json!({"dropped": true}), &stage.broker).await.expect(200);
        let texts = async |token: &str| {
            let told = told(&stage, token).await;
            told.iter().map(|one| one["values"]["state"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(texts(&stage.firm).await, ["dropped", "planned"]);
        assert_eq!(texts(&stage.embassy).await, ["dropped", "planned"]);
        assert_eq!(texts(&stage.broker).await, ["planned", "planned"]);
    }

    async fn what_is_told_of_a_milestone_is_mailed_in_the_readers_language_and_names_nobody_else(db: &TestDb) {
        let stage = introduced(db).await;
        let now: DateTime<Utc> = Utc::now();
        let reader = person(db, "reader", Some(EMBASSY)).await;
        let mut wanted = Preferences { lang: Some("fr".to_owned()), kinds: Default::default() };
        wanted.kinds.insert(Kind::MilestoneSet, Delivery::Instant);
        set_preferences(db, reader, &wanted).await.unwrap();
        let sent = json!({"kind": "site_visit", "planned_on": "2027-03-01"});
        stage.post("milestones", sent, &stage.firm).await.expect(201);
        let folder = tempfile::tempdir().unwrap();
        Rounds::of(&into(folder.path()), db).unwrap().round(now + TimeDelta::minutes(1)).await.unwrap();
        let mails = mails(folder.path());
        assert_eq!(mails.len(), 1, "{mails:?}");
        let text = body(&mails[0]);
        assert!(text.contains("étape « Visite sur place » : prévue pour le 1er mars 2027."), "{text}");
        assert!(text.contains(&format!("/matches/{}#milestones", stage.pair.id)), "{text}");
        assert!(!text.contains(FIRM) && !text.contains("太阳能"), "{text}");
    }
}
