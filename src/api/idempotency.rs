//! `Idempotency-Key` on every POST: a request that comes twice is done once and answered twice, byte for byte. What was
//! answered may hold a secret that is shown once, so it is sealed where there is a key.
//!
//! The key, the hash of the request and the answer are stored in the transaction that does the work, so there is no
//! moment at which one is there without the other, and two requests with one key cannot both do it: the second waits
//! for the first and then repeats its answer. Only successes are kept; what failed changed nothing and may be tried
//! again under the same key.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use anyhow::Context;
use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set, TryInsertResult};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::accounts::Actor;
use crate::accounts::sealing::Sealing;
use crate::app::App;
use crate::error::{Code, Error, Fault, Problem, Result};
use crate::library::store::now;

/// How long an answer is kept.
const KEPT: TimeDelta = TimeDelta::hours(24);
const LONGEST_KEY: usize = 255;
/// Tells that an answer is the repetition of an earlier one.
pub const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
const HEADER: &str = "Idempotency-Key";
/// In the place of a body's hash, for requests that have none.
pub const NO_BODY: [u8; 32] = [0; 32];

/// An answer that can be stored and sent again.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    status: StatusCode,
    headers: Vec<(&'static str, String)>,
    body: String,
}

impl Answer {
    /// An answer with a JSON body.
    pub fn json(status: StatusCode, body: &impl Serialize) -> Result<Self> {
        let body = serde_json::to_string(body).context("cannot write an answer as JSON")?;
        Ok(Self { status, headers: Vec::new(), body })
    }

    /// Adds a header.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    fn send(self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        for header in self.headers {
            response.insert_header(header);
        }
        response.content_type("application/json").body(self.body)
    }
}

/// The request as far as repeating it goes: its key, if it has one, and what it asks.
pub struct Repeatable {
    key: Option<String>,
    address: String,
}

impl FromRequest for Repeatable {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let address = format!("{} {}", request.method(), request.uri());
        ready(key(request.headers()).map(|key| Self { key, address }))
    }
}

/// The key as the draft standard writes it (a quoted string) or bare.
fn key(headers: &HeaderMap) -> Result<Option<String>> {
    let Some(header) = headers.get(HEADER) else { return Ok(None) };
    let text = header.to_str().unwrap_or_default().trim();
    let bare = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
    if bare.is_empty() || bare.len() > LONGEST_KEY || !bare.bytes().all(|byte| byte.is_ascii_graphic()) {
        let detail = format!("takes 1 to {LONGEST_KEY} visible ASCII characters");
        return Err(Problem::from(Code::InvalidHeader).with([Fault::header(HEADER, "invalid", detail)]).into());
    }
    Ok(Some(bare.to_owned()))
}

impl Repeatable {
    /// Does `work` in one transaction, or repeats what was answered when it was done before.
    pub async fn once<F>(&self, app: &App, actor: &Actor, body: &[u8; 32], mut work: F) -> Result<HttpResponse>
    where
        F: AsyncFnMut(&DatabaseTransaction) -> Result<Answer>,
    {
        let Some(key) = &self.key else {
            return Ok(app.db.write(work).await?.send());
        };
        let request = self.request(app, actor, key, body)?;
        let outcome: Result<Outcome> = app
            .db
            .write(async |transaction| {
                if let Some(before) = request.claim(transaction).await? {
                    return Ok(before);
                }
                let answer = work(transaction).await?;
                request.fill(transaction, &answer).await?;
                Ok(Outcome { answer, replayed: false })
            })
            .await;
        outcome?.send()
    }

    /// What was answered to this request before. For work that changes nothing and needs no transaction.
    pub async fn before(&self, app: &App, actor: &Actor, body: &[u8; 32]) -> Result<Option<HttpResponse>> {
        let Some(key) = &self.key else { return Ok(None) };
        let request = self.request(app, actor, key, body)?;
        match row::Entity::find_by_id((request.actor.clone(), key.clone())).one(&*app.db).await? {
            Some(stored) if stored.created_at > now() - KEPT => Ok(Some(request.replay(stored)?.send()?)),
            _ => Ok(None),
        }
    }

    /// Keeps an answer for the next time; when another request with the key was faster, its answer counts.
    pub async fn keep(&self, app: &App, actor: &Actor, body: &[u8; 32], answer: Answer) -> Result<HttpResponse> {
        self.once(app, actor, body, async |_| Ok(answer.clone())).await
    }

    fn request<'a>(&self, app: &App, actor: &Actor, key: &'a str, body: &[u8; 32]) -> anyhow::Result<Request<'a>> {
        let owner = actor.user_id().unwrap_or_default();
        Ok(Request { actor: name_of(actor), owner, key, hash: self.hash(body), sealing: app.sealing()? })
    }

    fn hash(&self, body: &[u8; 32]) -> String {
        let digest = Sha256::new().chain_update(self.address.as_bytes()).chain_update(body).finalize();
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn name_of(actor: &Actor) -> String {
    match actor {
        Actor::Public => "public".to_owned(),
        Actor::System => "system".to_owned(),
        Actor::User { id, .. } => id.to_string(),
    }
}

struct Outcome {
    answer: Answer,
    replayed: bool,
}

impl Outcome {
    fn send(self) -> Result<HttpResponse> {
        let mut response = self.answer.send();
        if self.replayed {
            response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        }
        Ok(response)
    }
}

struct Request<'a> {
    actor: String,
    owner: Uuid,
    key: &'a str,
    hash: String,
    sealing: Sealing,
}

impl Request<'_> {
    /// Takes the key for this transaction, or answers what was answered before. The insert waits for another
    /// transaction that has the key and is not finished.
    async fn claim(&self, transaction: &DatabaseTransaction) -> Result<Option<Outcome>> {
        let expired = row::Column::CreatedAt.lt(now() - KEPT);
        row::Entity::delete_many().filter(expired).exec(transaction).await?;
        let claim = row::ActiveModel {
            actor: Set(self.actor.clone()),
            key: Set(self.key.to_owned()),
            request_hash: Set(self.hash.clone()),
            status: Set(None),
            headers: Set(None),
            body: Set(None),
            created_at: Set(now()),
        };
        let inserted = row::Entity::insert(claim)
            .on_conflict_do_nothing_on([row::Column::Actor, row::Column::Key])
            .exec_without_returning(transaction)
            .await?;
        // What is in the way makes the insert affect no row.
        if matches!(inserted, TryInsertResult::Inserted(1..)) {
            return Ok(None);
        }
        let stored = row::Entity::find_by_id((self.actor.clone(), self.key.to_owned())).one(transaction).await?;
        Ok(Some(self.replay(stored.context("an idempotency key vanished")?)?))
    }

    async fn fill(&self, transaction: &DatabaseTransaction, answer: &Answer) -> Result<()> {
        let filled = row::ActiveModel {
            actor: Set(self.actor.clone()),
            key: Set(self.key.to_owned()),
            status: Set(Some(i32::from(answer.status.as_u16()))),
            headers: Set(Some(serde_json::to_value(&answer.headers).context("cannot keep the headers of an answer")?)),
            body: Set(Some(self.sealing.seal_text(self.owner, &answer.body)?)),
            ..Default::default()
        };
        filled.update(transaction).await?;
        Ok(())
    }

    fn replay(&self, stored: row::Model) -> Result<Outcome> {
        if stored.request_hash != self.hash {
            return Err(Code::IdempotencyKeyUsed.into());
        }
        let read = || -> anyhow::Result<Answer> {
            let status = u16::try_from(stored.status.context("no status")?)?;
            let headers: Vec<(String, String)> = serde_json::from_value(stored.headers.context("no headers")?)?;
            Ok(Answer {
                status: StatusCode::from_u16(status)?,
                headers: headers.into_iter().filter_map(|(name, value)| Some((known(&name)?, value))).collect(),
                body: self.sealing.open_text(self.owner, &stored.body.context("no body")?)?,
            })
        };
        let answer = read().context("cannot read what was answered before")?;
        Ok(Outcome { answer, replayed: true })
    }
}

/// The headers an answer can have.
fn known(name: &str) -> Option<&'static str> {
    ["Location", "ETag"].into_iter().find(|known| *known == name)
}

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "idempotency_keys")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub actor: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub request_hash: String,
        pub status: Option<i32>,
        #[sea_orm(column_type = "JsonBinary", nullable)]
        pub headers: Option<Json>,
        #[sea_orm(column_type = "Text", nullable)]
        pub body: Option<String>,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(value: &'static str) -> Result<Option<String>> {
        let mut headers = HeaderMap::new();
        headers.insert(HeaderName::from_static("idempotency-key"), HeaderValue::from_static(value));
        key(&headers)
    }

    #[test]
    fn a_key_comes_quoted_or_bare() {
        assert_eq!(sent("\"8e03978e\"").unwrap().as_deref(), Some("8e03978e"));
        assert_eq!(sent("8e03978e").unwrap().as_deref(), Some("8e03978e"));
        assert_eq!(key(&HeaderMap::new()).unwrap(), None);
        assert!(sent("").is_err());
        assert!(sent("two words").is_err());
    }
}
