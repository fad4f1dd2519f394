//! The broker's queue: what is in it, in which order, for whom.

use chrono::TimeDelta;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, Query};
use siku::layout::{Lang, Locale};
use siku::matching::life::queue::{QueueQuery, queue};

use super::{FIRM, no, noon, pair, suggestion, to};
use crate::on_both_databases;
use crate::support::records::{admin, demand, published};
use crate::support::service::TestApp;
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::library::demand::Urgency;
use siku::library::store::create;
use siku::library::{Demand, Demands};
use siku::matching::types::MatchState::*;

async fn ids(app: &TestApp, token: &str, query: &str) -> Vec<String> {
    let queue = app.get(&format!("/api/v1/queue{query}")).token(token).send().await.expect(200).json();
    let id = |one: &Value| one["match"]["id"].as_str().unwrap().to_owned();
    queue["records"].as_array().unwrap().iter().map(id).collect()
}

on_both_databases! {
    async fn the_queue_has_open_suggestions_the_urgent_first_and_filters(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        let broker = app.token_of("broker", Role::Broker, Some("Brokers")).await;
        let urgent = Demand {
            urgency: Some(Urgency::Critical),
            country: "EG".to_owned(),
            fields: vec!["energy".to_owned()],
            ..demand("Pompes")
        };
        let urgent = create::<Demands>(db, &admin(), urgent, published()).await.unwrap();
        let second = suggestion(db, urgent.head.id, pair.technology).await.to_string();
        let first = pair.id.to_string();
        assert_eq!(ids(&app, &broker, "").await, [second.as_str(), first.as_str()]);
        assert_eq!(ids(&app, &broker, "?country=TN").await, [first.as_str()]);
        assert_eq!(ids(&app, &broker, "?field=energy").await, [second.as_str()]);
        assert_eq!(ids(&app, &broker, "?limit=1").await, [second.as_str()]);
        let place = format!("/api/v1/matches/{second}/assignment");
        app.post(&place, &json!({"to": "me"})).token(&broker).header("if-match", "*").send().await.expect(200);
        assert_eq!(ids(&app, &broker, "?assigned=me").await, [second.as_str()]);
        assert_eq!(ids(&app, &broker, "?assigned=nobody").await, [first.as_str()]);
        no(db, &pair.broker, pair.id, Dismissed).await.unwrap();
        assert_eq!(ids(&app, &broker, "").await, [second.as_str()]);
        to(db, &pair.broker, second.parse().unwrap(), Proposed).await.unwrap();
        assert_eq!(ids(&app, &broker, "").await, Vec::<String>::new());
        assert_eq!(ids(&app, &broker, "?state=proposed").await, [second]);
        let wrong = app.get("/api/v1/queue?assigned=him").token(&broker).send().await;
        assert_eq!(wrong.expect_problem(400, "invalid_parameter"), ["assigned"]);
    }

    async fn a_suggestion_is_worth_its_score_by_urgency_deadline_waiting_and_interest(db: &TestDb) {
        let pair = pair(db).await;
        let value = async |days: i64| {
            let (query, day) = (QueueQuery { limit: 1, ..QueueQuery::default() }, noon(0) + TimeDelta::days(days));
            (queue(db, &pair.broker, &query, day, Locale::new(Lang::En)).await.unwrap()[0].value * 1e6).round() / 1e6
        };
        let set = async |table: &'static str, column: &'static str, value: Expr| {
            db.execute(Query::update().table(table).value(column, value)).await.unwrap();
        };
        for (days, expected) in [(-1, 0.6), (0, 0.6), (6, 0.6), (7, 0.75), (21, 1.05), (28, 1.2), (400, 1.2)] {
            assert_eq!(value(days).await, expected, "after {days} days");
        }
        for (said, expected) in [("low", 0.48), ("normal", 0.6), ("high", 0.78), ("critical", 0.96)] {
            set("cooperation_demands", "urgency", said.into()).await;
            assert_eq!(value(0).await, expected, "{said}");
        }
        for (days, expected) in [(-1, 0.96), (0, 1.44), (30, 1.44), (31, 0.96)] {
            set("cooperation_demands", "deadline", (noon(0).date_naive() + TimeDelta::days(days)).into()).await;
            assert_eq!(value(0).await, expected, "{days} days before its deadline");
        }
        set("matches", "score", 0.2.into()).await;
        assert_eq!(value(0).await, 0.32);
        set("matches", "interest", "technology".into()).await;
        assert_eq!(value(0).await, 0.8, "asked for by a side it counts as 0.5");
    }

    async fn what_is_of_ones_own_organisation_is_not_in_ones_queue(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        let partial = app.token_of("partial", Role::Broker, Some(FIRM)).await;
        assert_eq!(ids(&app, &partial, "").await, Vec::<String>::new());
        let firm = app.token_of("firm", Role::Firm, Some(FIRM)).await;
        app.get("/api/v1/queue").token(&firm).send().await.expect_problem(403, "forbidden");
        let place = format!("/api/v1/matches/{}/assignment", pair.id);
        let broker = app.token_of("broker", Role::Broker, Some("Brokers")).await;
        let me = app.get("/api/v1/queue").token(&broker).send().await.expect(200).json();
        assert_eq!(me["records"].as_array().unwrap().len(), 1);
        for nobody in [json!({"to": uuid::Uuid::now_v7().to_string()}), json!({"to": "him"})] {
            let answer = app.post(&place, &nobody).token(&broker).header("if-match", "*").send().await;
            assert_eq!(answer.expect_problem(422, "invalid_fields"), ["/to"]);
        }
    }
}
