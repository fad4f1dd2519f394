//! Cases: messages, tasks, documents, all of it in one answer, and the desk people work at.

mod browser;
mod bulk;
mod documents;
mod kills;
mod messages;
pub mod milestones;
mod outcomes;
mod pages;
mod tasks;
mod telling;
mod whole;

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::matching::types::MatchState;

use crate::life::{EMBASSY, FIRM, Pair, noon, pair, to};
use crate::support::database::TestDb;
use crate::support::service::{Answer, TestApp};

/// Puts a match where two sides have agreed, without the way there.
pub async fn agreed(db: &siku::db::Db, id: uuid::Uuid) {
    let agreed = Query::update()
        .table("matches")
        .value("status", MatchState::Agreed.as_str())
        .value("proposed_at", noon(0))
        .value("introduced_at", noon(0))
        .and_where(Expr::col("id").eq(id))
        .take();
    db.execute(&agreed).await.unwrap();
}

/// A proposed match, and a token for each who has to do with it.
pub struct Stage {
    pub app: TestApp,
    pub pair: Pair,
    pub firm: String,
    pub embassy: String,
    pub broker: String,
    /// A broker whose organisation is the firm.
    pub partial: String,
    /// A firm that has nothing to do with it.
    pub stranger: String,
}

impl Stage {
    /// Suggested, so that the sides know nothing of it.
    pub async fn suggested(db: &TestDb) -> Self {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        Self {
            firm: app.token_of("firm", Role::Firm, Some(FIRM)).await,
            embassy: app.token_of("embassy", Role::Embassy, Some(EMBASSY)).await,
            broker: app.token_of("broker", Role::Broker, Some("Brokers")).await,
            partial: app.token_of("partial", Role::Broker, Some(FIRM)).await,
            stranger: app.token_of("stranger", Role::Firm, Some("Another firm")).await,
            app,
            pair,
        }
    }

    pub async fn proposed(db: &TestDb) -> Self {
        let stage = Self::suggested(db).await;
        to(db, &stage.pair.broker, stage.pair.id, MatchState::Proposed).await.unwrap();
        stage
    }

    pub fn place(&self, below: &str) -> String {
        format!("/api/v1/matches/{}/{below}", self.pair.id)
    }

    pub async fn get(&self, below: &str, token: &str) -> Answer {
        self.app.get(&self.place(below)).token(token).send().await
    }

    pub async fn post(&self, below: &str, body: Value, token: &str) -> Answer {
        self.app.post(&self.place(below), &body).token(token).send().await
    }

    pub async fn records(&self, below: &str, token: &str) -> Vec<Value> {
        self.get(below, token).await.expect(200).json()["records"].as_array().unwrap().clone()
    }

    /// What was told to an account, by its token.
    pub async fn told(&self, token: &str) -> Vec<Value> {
        let told = self.app.get("/api/v1/notices").token(token).send().await.expect(200).json();
        let all = told["records"].as_array().unwrap().iter();
        all.filter(|notice| notice["kind"] == "message_received").cloned().collect()
    }

    /// Actions in the audit log about the match, the newest first.
    pub async fn audited(&self) -> Vec<String> {
        let log = self.app.get("/api/v1/audit?limit=100").send().await.expect(200).json();
        let about = |entry: &&Value| entry["record_id"] == json!(self.pair.id);
        let entries = log["records"].as_array().unwrap().iter().filter(about);
        entries.map(|entry| entry["action"].as_str().unwrap().to_owned()).collect()
    }
}
