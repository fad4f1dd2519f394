//! Many decide at once: one wins, nobody's decision is lost silently.

use super::{noon, pair, stored};
use crate::on_both_databases;
use crate::support::records::member;
use crate::support::service::TestApp;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use siku::accounts::Role;
use siku::matching::life::{Decision, LifeError, decide};
use siku::matching::rows::events;
use siku::matching::types::MatchState::*;
use uuid::Uuid;

on_both_databases! {
    async fn of_fifty_decisions_at_once_one_wins(db: &TestDb) {
        let pair = pair(db).await;
        let other = db.opened_again().await;
        let tasks: Vec<_> = (0..50)
            .map(|number: usize| {
                let db = if number.is_multiple_of(2) { siku::db::Db::clone(db) } else { other.clone() };
                let broker = member(Role::Broker, Uuid::now_v7());
                let to = if number.is_multiple_of(3) { Proposed } else { Shortlisted };
                tokio::spawn(async move { decide(&db, &broker, pair.id, Some(1), Decision::to(to), noon(1)).await })
            })
            .collect();
        let mut won = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(standing) => {
                    won += 1;
                    assert_eq!(standing.version, 2);
                }
                Err(error) => assert!(matches!(error, LifeError::Stale { current: 2 }), "{error:?}"),
            }
        }
        assert_eq!(won, 1);
        assert_eq!(stored(db, pair.id).await.version, 2);
        let written = events::Entity::find().filter(events::Column::MatchId.eq(pair.id)).count(&***db).await.unwrap();
        assert_eq!(written, 1);
    }

    async fn of_fifty_requests_at_once_one_is_answered_200_and_the_others_409_or_412(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        let broker = app.token_of("broker", Role::Broker, Some("Brokers")).await;
        let place = format!("/api/v1/matches/{}/decisions", pair.id);
        let asks: Vec<_> = (0..50)
            .map(|number| {
                // Whoever does not say which version it read meets the state instead.
                let read = if number % 2 == 0 { "\"v1\"" } else { "*" };
                let ask = app.post(&place, &json!({"to": "shortlisted"})).token(&broker).header("if-match", read);
                tokio::spawn(ask.send())
            })
            .collect();
        let mut statuses = Vec::new();
        for ask in asks {
            statuses.push(ask.await.unwrap().status);
        }
        assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
        assert!(statuses.iter().all(|status| [200, 409, 412].contains(status)), "{statuses:?}");
        assert_eq!(stored(db, pair.id).await.version, 2);
    }
}
