//! Tasks: what brokers have to do, until when, and what is late.

use chrono::{TimeDelta, Utc};
use reqwest::Method;
use serde_json::{Value, json};

use super::Stage;
use crate::on_both_databases;
use crate::support::service::Answer;

async fn change(stage: &Stage, task: &Value, body: Value, token: &str) -> Answer {
    let place = stage.place(&format!("tasks/{}", task["id"].as_str().unwrap()));
    let ask = stage.app.ask(Method::PATCH, &place).text("application/merge-patch+json", body.to_string());
    ask.token(token).send().await
}

on_both_databases! {
    async fn a_task_is_added_changed_and_done_by_brokers_alone(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        let me = stage.app.get("/api/v1/me").token(&stage.broker).send().await.expect(200).json()["id"].clone();
        let sent = json!({"title": " Ask for the price ", "due_on": "2027-01-15", "assignee": me});
        let task = stage.post("tasks", sent, &stage.broker).await.expect(201).json();
        assert_eq!((&task["title"], &task["due_on"], &task["assignee"]), (&json!("Ask for the price"), &json!("2027-01-15"), &me));
        let done = change(&stage, &task, json!({"done": true, "assignee": null}), &stage.broker).await.expect(200).json();
        assert!(done["done_at"].is_string() && done.get("assignee").is_none() && done["due_on"] == "2027-01-15");
        let open = change(&stage, &task, json!({"done": false, "due_on": null}), &stage.broker).await.expect(200).json();
        assert!(open.get("done_at").is_none() && open.get("due_on").is_none());
        for token in [&stage.firm, &stage.embassy] {
            stage.get("tasks", token).await.expect_problem(403, "forbidden");
            stage.post("tasks", json!({"title": "a"}), token).await.expect_problem(403, "forbidden");
            change(&stage, &task, json!({"done": true}), token).await.expect_problem(403, "forbidden");
        }
        let audited = stage.audited().await;
        assert_eq!(audited.iter().filter(|action| action.starts_with("task_")).count(), 3, "{audited:?}");
    }

    async fn a_task_is_due_in_days_on_which_both_sides_work(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        let task = stage.post("tasks", json!({"title": "a", "due_in_working_days": 5}), &stage.broker).await;
        let due = task.expect(201).json()["due_on"].clone();
        let counted = stage.app.get("/api/v1/working-days?countries=CN,TN&days=5").send().await.expect(200).json();
        assert_eq!(due, counted["until"]);
        let both = json!({"title": "a", "due_in_working_days": 5, "due_on": "2027-01-15"});
        let refused = stage.post("tasks", both, &stage.broker).await;
        assert_eq!(refused.expect_problem(422, "invalid_fields"), ["/due_in_working_days"]);
    }

    async fn a_task_whose_day_is_over_is_in_the_list_of_what_is_late(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        let day = |days| (Utc::now().date_naive() + TimeDelta::days(days)).to_string();
        for (title, days) in [("late", -3), ("later", -9), ("today", 0), ("to come", 4)] {
            stage.post("tasks", json!({"title": title, "due_on": day(days)}), &stage.broker).await.expect(201);
        }
        let late = stage.app.get("/api/v1/clocks").token(&stage.broker).send().await.expect(200).json();
        let titles: Vec<&str> = late["tasks"].as_array().unwrap().iter().map(|task| task["title"].as_str().unwrap()).collect();
        assert_eq!(titles, ["later", "late"]);
        change(&stage, &late["tasks"][0], json!({"done": true}), &stage.broker).await.expect(200);
        let late = stage.app.get("/api/v1/clocks").token(&stage.broker).send().await.expect(200).json();
        assert_eq!(late["tasks"].as_array().unwrap().len(), 1);
    }

    async fn a_task_is_given_to_nobody_who_could_not_decide_on_the_match(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        for token in [&stage.firm, &stage.partial] {
            let account = stage.app.get("/api/v1/me").token(token).send().await.expect(200).json()["id"].clone();
            let refused = stage.post("tasks", json!({"title": "a", "assignee": account}), &stage.broker).await;
            assert_eq!(refused.expect_problem(422, "invalid_fields"), ["/assignee"]);
        }
        let task = stage.post("tasks", json!({"title": "a"}), &stage.broker).await.expect(201).json();
        let strange = change(&stage, &task, json!({"colour": "red"}), &stage.broker).await;
        assert_eq!(strange.expect_problem(422, "invalid_fields"), ["/colour"]);
    }
}
