//! The caller's own account for programs: who they are, their tokens, their open sessions.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::Json;
use super::doc::Doc;
use super::idempotency::{Answer, Repeatable};
use super::query::Parameters;
use crate::accounts::extract::{Caller, SignedIn};
use crate::accounts::own_tokens::{self, TokenView, USUAL_DAYS};
use crate::accounts::scopes::TokenScope;
use crate::accounts::sessions::{self, SessionView};
use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::error::{Code, Problem, Result};
use crate::library::store::now;

/// Who the caller is.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    pub id: Uuid,
    pub role: Role,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<Uuid>,
    /// What the token of this request may be used for; all of them in a session.
    pub scopes: Vec<TokenScope>,
    /// In a session: what changing requests carry in `X-CSRF-Token`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form_token: Option<String>,
}

/// The caller's tokens.
#[derive(Debug, Serialize, ToSchema)]
pub struct Tokens {
    pub records: Vec<TokenView>,
}

/// The caller's open sessions.
#[derive(Debug, Serialize, ToSchema)]
pub struct Sessions {
    pub records: Vec<SessionView>,
}

/// A token to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewToken {
    /// What it is for, so that its owner can tell it from others.
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    /// No wider than those of the token that asks.
    pub scopes: Vec<TokenScope>,
    /// Days until it ends; 90 when missing.
    #[schema(minimum = 1, maximum = 365)]
    pub days: Option<i64>,
}

/// A new token, shown now and never again.
#[derive(Debug, Serialize, ToSchema)]
pub struct MadeToken {
    /// To be sent as `Authorization: Bearer siku_…`.
    pub token: String,
    #[serde(flatten)]
    pub record: TokenView,
}

/// The caller as a person, with what they may hand on.
fn person(caller: &Caller) -> Result<(Uuid, Vec<TokenScope>)> {
    let scopes = match caller {
        Caller::Program(program) => program.scopes.clone(),
        _ => TokenScope::ALL.to_vec(),
    };
    let id = caller.actor().user_id().ok_or(Code::Unauthenticated)?;
    Ok((id, scopes))
}

/// `GET /api/v1/me`
pub async fn read(SignedIn(caller): SignedIn, request: HttpRequest) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let (_, scopes) = person(&caller)?;
    let Actor::User { id, organisation_id, role } = caller.actor() else { return Err(Code::Unauthenticated.into()) };
    let form_token = match &caller {
        Caller::Person(session) => Some(session.form_token()),
        _ => None,
    };
    Ok(HttpResponse::Ok().json(Me { id, role, organisation_id, scopes, form_token }))
}

/// `GET /api/v1/me/tokens`
pub async fn tokens(app: web::Data<App>, SignedIn(caller): SignedIn, request: HttpRequest) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let (id, _) = person(&caller)?;
    Ok(HttpResponse::Ok().json(Tokens { records: own_tokens::list(&*app.db, id, now()).await? }))
}

/// `POST /api/v1/me/tokens`
pub async fn make_token(
    app: web::Data<App>,
    SignedIn(caller): SignedIn,
    repeatable: Repeatable,
    sent: Json<NewToken>,
) -> Result<HttpResponse> {
    let (id, held) = person(&caller)?;
    let new = sent.value;
    let (name, days) = (new.name.trim(), new.days.unwrap_or(USUAL_DAYS));
    let faults = own_tokens::faults(name, &new.scopes, &held, days);
    if !faults.is_empty() {
        return Err(Problem::from(Code::InvalidFields).with(faults).into());
    }
    repeatable
        .once(&app, &caller.actor(), &sent.hash, async |transaction| {
            let wanted = (name, new.scopes.as_slice(), days);
            let (token, record) = own_tokens::make_in(transaction, &caller.actor(), id, wanted, now()).await?;
            Answer::json(StatusCode::CREATED, &MadeToken { token: token.reveal().to_owned(), record })
        })
        .await
}

/// `DELETE /api/v1/me/tokens/{id}`
pub async fn revoke_token(
    app: web::Data<App>,
    SignedIn(caller): SignedIn,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let (person, _) = person(&caller)?;
    let id: Uuid = id.parse().map_err(|_| Code::NotFound)?;
    let gone: Result<bool> = app
        .db
        .write(async |transaction| Ok(own_tokens::revoke_in(transaction, &caller.actor(), person, id, now()).await?))
        .await;
    if gone? { Ok(HttpResponse::NoContent().finish()) } else { Err(Code::NotFound.into()) }
}

/// `GET /api/v1/me/sessions`
pub async fn sessions(app: web::Data<App>, SignedIn(caller): SignedIn, request: HttpRequest) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let (id, _) = person(&caller)?;
    let current = match &caller {
        Caller::Person(session) => Some(session.id),
        _ => None,
    };
    Ok(HttpResponse::Ok().json(Sessions { records: sessions::list(&*app.db, id, current, now()).await? }))
}

/// `DELETE /api/v1/me/sessions/{id}`
pub async fn close_session(
    app: web::Data<App>,
    SignedIn(caller): SignedIn,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let (person, _) = person(&caller)?;
    let id: Uuid = id.parse().map_err(|_| Code::NotFound)?;
    let gone: Result<bool> =
        app.db.write(async |transaction| Ok(sessions::close(transaction, person, id, now()).await?)).await;
    if gone? { Ok(HttpResponse::NoContent().finish()) } else { Err(Code::NotFound.into()) }
}

const ID: &str = "019a0000-0000-7000-8000-000000000001";

fn token_example() -> Value {
    json!({"id": ID, "name": "nightly import", "scopes": ["read", "write"], "created_at": "2026-11-25T08:00:00Z",
        "expires_at": "2027-02-23T08:00:00Z"})
}

/// How `read` is documented.
pub fn describe_read(doc: Doc) -> Doc {
    let example = json!({"id": ID, "role": "firm", "scopes": ["read", "write"]});
    doc.name("read_me", "account", "Who the caller is").answers::<Me>(200, "The caller", example).signed_in()
}

/// How `tokens` is documented.
pub fn describe_tokens(doc: Doc) -> Doc {
    doc.name("list_tokens", "account", "The caller's tokens")
        .answers::<Tokens>(200, "The tokens", json!({"records": [token_example()]}))
        .signed_in()
}

/// How `make_token` is documented.
pub fn describe_make_token(doc: Doc) -> Doc {
    let mut made = token_example();
    made["token"] = "siku_…".into();
    doc.name("make_token", "account", "Make a token for a program")
        .about("The token is shown in this answer and never again.")
        .repeatable()
        .takes::<NewToken>(
            "application/json",
            json!({"name": "nightly import", "scopes": ["read", "write"], "days": 90}),
        )
        .answers::<MadeToken>(201, "The token", made)
        .signed_in()
}

/// How `revoke_token` is documented.
pub fn describe_revoke_token(doc: Doc) -> Doc {
    doc.name("revoke_token", "account", "Revoke a token of the caller")
        .in_path("id", "The token's id", ID)
        .answers_empty(204, "It opens nothing any more")
        .problems(&[Code::NotFound])
        .signed_in()
}

/// How `sessions` is documented.
pub fn describe_sessions(doc: Doc) -> Doc {
    let session = json!({"id": ID, "created_at": "2026-11-25T08:00:00Z", "last_seen_at": "2026-11-25T08:00:00Z",
        "expires_at": "2026-12-25T08:00:00Z", "current": true});
    doc.name("list_sessions", "account", "Where the caller is signed in")
        .answers::<Sessions>(200, "The open sessions", json!({"records": [session]}))
        .signed_in()
}

/// How `close_session` is documented.
pub fn describe_close_session(doc: Doc) -> Doc {
    doc.name("close_session", "account", "Close a session of the caller")
        .in_path("id", "The session's id", ID)
        .answers_empty(204, "It is closed")
        .problems(&[Code::NotFound])
        .signed_in()
}
