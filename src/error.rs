//! What can go wrong, as the caller sees it: one closed list of codes, rendered as RFC 9457 problem bodies.
//!
//! Documentation, OpenAPI and tests derive from [`Code::ALL`]. What the caller cannot act on crosses as
//! `anyhow::Error` and shows as a bare 500 with a request id; `app::edge` logs it once.

use std::fmt;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::ToSchema;

use crate::db::Contended;
use crate::library::store::StoreError;
use crate::matching::life::LifeError;

/// Seconds a caller is asked to wait after a 429 or 503.
const RETRY_AFTER_SECONDS: &str = "5";

macro_rules! codes {
    ($($variant:ident = $status:literal $code:literal $title:literal $meaning:literal;)+) => {
        /// Why a request failed. The names are part of the interface: they are added, never changed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $(#[doc = $meaning] $variant),+ }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in the `code` member.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            const fn number(self) -> u16 {
                match self { $(Self::$variant => $status),+ }
            }

            /// The `title` member: the same for every occurrence.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title),+ }
            }

            /// What it means and what the caller can do.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning),+ }
            }
        }
    };
}

codes! {
    UnknownParameter    = 400 "unknown_parameter"      "Unknown query parameter"          "A query parameter is not one this address knows; `errors` names it and `detail` lists the known ones.";
    InvalidParameter    = 400 "invalid_parameter"      "Invalid query parameter"          "A query parameter has a value that cannot be used; `errors` names it and says what it takes.";
    InvalidHeader       = 400 "invalid_header"         "Invalid request header"           "A request header such as `If-Match` or `Idempotency-Key` cannot be read; `errors` names it.";
    MalformedJson       = 400 "malformed_json"         "The body is not JSON"             "The body is not JSON; `detail` names line and column.";
    MalformedRequest    = 400 "malformed_request"      "The request cannot be read"       "The request breaks the rules of HTTP, or its body ended too early.";
    Unauthenticated     = 401 "unauthenticated"        "A token is needed"                "Send `Authorization: Bearer siku_…` with the token of an account that may do this.";
    InvalidToken        = 401 "invalid_token"          "The token is not valid"           "The token is unknown, revoked or expired. Ask an administrator for a new one.";
    Forbidden           = 403 "forbidden"              "The account may not do this"      "The token is valid, but its role may not do this, or not to this record.";
    ConflictOfInterest  = 403 "conflict_of_interest"   "Conflict of interest"             "The account's own organisation is a side of the match or owns the record, or the account wrote it; somebody else has to decide.";
    NotFound            = 404 "not_found"              "Not found"                        "Nothing is here, or nothing that may be shown to the caller.";
    MethodNotAllowed    = 405 "method_not_allowed"     "Method not allowed"               "The address exists, but not for this method; the `Allow` header lists the methods it has.";
    RequestTimeout      = 408 "request_timeout"        "The request took too long"        "The request was not received completely in time.";
    DuplicateExternalId = 409 "duplicate_external_id"  "The external id is taken"         "Another record of the same owner and library has this `external_id`.";
    InvalidState        = 409 "invalid_state"          "The record's state forbids this"  "The record is in a state in which this cannot be done, such as withdrawn.";
    IllegalTransition   = 409 "illegal_transition"     "The match cannot take this step"  "The table of steps has none from this state to that one for this account; `detail` names those there are.";
    ExportGate          = 409 "export_gate"            "Export control forbids the introduction" "The technology is prohibited, restricted without a valid letter of intent, or not screened against the catalogue in force; `errors` names which, `detail` what is needed.";
    InterestExpressed   = 409 "interest_expressed"     "Interest was expressed before"    "The organisation has expressed its interest in this pair already; it is with the brokers.";
    UndoRefused         = 409 "undo_refused"           "The step cannot be taken back"    "Only the last step can be taken back, within a minute, by who took it, and never an introduction.";
    StaleVersion        = 412 "stale_version"          "The record changed meanwhile"     "`If-Match` names another version than the current one. Read the record again and repeat the change on it.";
    PayloadTooLarge     = 413 "payload_too_large"      "The body is too large"            "The body is larger than this service accepts.";
    UnsupportedMedia    = 415 "unsupported_media_type" "Unsupported media type"           "The body's `Content-Type` is not one this address reads; `detail` says which it does.";
    InvalidFields       = 422 "invalid_fields"         "Some fields are not valid"        "The body is JSON but some fields are missing, unknown or wrong; `errors` points at each (JSON Pointer, RFC 6901).";
    IdempotencyKeyUsed  = 422 "idempotency_key_used"   "The idempotency key was used for another request" "The same `Idempotency-Key` came before with another body or address. Use a new key for a new request.";
    PreconditionNeeded  = 428 "precondition_required"  "If-Match is needed"               "Say which version the change is meant for: `If-Match` with the record's `ETag`, or `If-Match: *` for whatever is there.";
    HeadersTooLarge     = 431 "headers_too_large"      "The request's headers are too large" "The request line or the headers are larger than this service accepts.";
    TooManyRequests     = 429 "too_many_requests"      "Too many requests"                "Wait as long as `Retry-After` says, then repeat.";
    Internal            = 500 "internal"               "Internal error"                   "The service failed. The operator finds the cause in the log under `request_id`.";
    Unavailable         = 503 "unavailable"            "Temporarily unavailable"          "The service is starting, stopping or overloaded. Wait as long as `Retry-After` says, then repeat.";
}

impl Code {
    /// The HTTP status it is sent with.
    pub fn status(self) -> StatusCode {
        StatusCode::from_u16(self.number()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The code for an error response that came from below without one (HTTP parser, body limits).
    pub fn of_status(status: StatusCode) -> Self {
        match status.as_u16() {
            401 => Self::Unauthenticated,
            403 => Self::Forbidden,
            404 => Self::NotFound,
            405 => Self::MethodNotAllowed,
            408 => Self::RequestTimeout,
            412 => Self::StaleVersion,
            413 => Self::PayloadTooLarge,
            415 => Self::UnsupportedMedia,
            429 => Self::TooManyRequests,
            431 => Self::HeadersTooLarge,
            503 => Self::Unavailable,
            400..=499 => Self::MalformedRequest,
            _ => Self::Internal,
        }
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl utoipa::PartialSchema for Code {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::schema::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .description(Some("Why the request failed; a closed list."))
            .enum_values(Some(Self::ALL.iter().map(|code| code.as_str())))
            .into()
    }
}

impl ToSchema for Code {
    fn name() -> std::borrow::Cow<'static, str> {
        "ProblemCode".into()
    }
}

/// One thing that is wrong, and where: exactly one of `pointer`, `parameter` and `header` is there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Fault {
    /// The field in the body, JSON Pointer (RFC 6901); empty for the body as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "/requirements/0/text")]
    pub pointer: Option<String>,
    /// The query parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// The request header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// What is wrong, for programs.
    #[schema(example = "required")]
    pub code: String,
    /// What is wrong, for people.
    #[schema(example = "a requirement needs a text")]
    pub detail: String,
}

impl Fault {
    /// A fault in the body.
    pub fn field(pointer: impl Into<String>, code: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { pointer: Some(pointer.into()), code: code.into(), detail: detail.into(), ..Self::default() }
    }

    /// A fault in the query.
    pub fn parameter(name: impl Into<String>, code: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { parameter: Some(name.into()), code: code.into(), detail: detail.into(), ..Self::default() }
    }

    /// A fault in a header.
    pub fn header(name: impl Into<String>, code: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { header: Some(name.into()), code: code.into(), detail: detail.into(), ..Self::default() }
    }
}

/// Goes with an error answer that says everything itself, such as a form with what is wrong in it: left as it is.
#[derive(Debug, Clone, Copy)]
pub struct Complete;

/// A failure with what the caller is told about it.
#[derive(Debug, Clone)]
pub struct Problem {
    pub code: Code,
    /// What is particular to this occurrence.
    pub detail: Option<String>,
    pub faults: Vec<Fault>,
    /// Seconds after which it can be tried again, where that is known.
    pub retry_after: Option<u64>,
    /// The version there is, where the caller had another one.
    pub current: Option<i32>,
}

impl From<Code> for Problem {
    fn from(code: Code) -> Self {
        Self { code, detail: None, faults: Vec::new(), retry_after: None, current: None }
    }
}

impl Problem {
    /// Says what is particular to this occurrence.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..Self::from(code) }
    }

    /// Too many attempts: when the next may be made.
    pub fn wait(time: chrono::TimeDelta) -> Self {
        let seconds = u64::try_from(time.num_milliseconds()).unwrap_or(0).div_ceil(1000).max(1);
        Self { retry_after: Some(seconds), ..Self::from(Code::TooManyRequests) }
    }

    /// Names the places that are wrong.
    pub fn with(mut self, faults: impl IntoIterator<Item = Fault>) -> Self {
        self.faults.extend(faults);
        self
    }

    /// The body that is sent; `base` is the service's public address, before which the path of `type` stands.
    pub fn body(&self, base: &str, request_id: &str) -> ProblemBody {
        ProblemBody {
            r#type: format!("{}/api/problems/{}", base.trim_end_matches('/'), self.code.as_str()),
            title: self.code.title(),
            status: self.code.number(),
            code: self.code,
            detail: self.detail.clone(),
            instance: format!("urn:uuid:{request_id}"),
            request_id: request_id.to_owned(),
            errors: self.faults.clone(),
            current_version: self.current,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.detail {
            Some(detail) => write!(f, "{}: {detail}", self.code.as_str()),
            None => f.write_str(self.code.as_str()),
        }
    }
}

/// The body of every error, `application/problem+json` (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody {
    /// Address of the description of this code.
    #[schema(example = "http://127.0.0.1:8080/api/problems/invalid_fields")]
    pub r#type: String,
    /// The same for every occurrence of the code.
    #[schema(example = "Some fields are not valid")]
    pub title: &'static str,
    /// The HTTP status.
    #[schema(example = 422, minimum = 400, maximum = 599)]
    pub status: u16,
    pub code: Code,
    /// What is particular to this occurrence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The request as a URN.
    #[schema(example = "urn:uuid:019a0000-0000-7000-8000-000000000000")]
    pub instance: String,
    /// The request, as in the `X-Request-Id` header and in the log.
    #[schema(example = "019a0000-0000-7000-8000-000000000000")]
    pub request_id: String,
    /// Each place that is wrong, where places can be named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub errors: Vec<Fault>,
    /// The version there is, where the caller had another one: read it, and repeat the change on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 4)]
    pub current_version: Option<i32>,
}

/// The error of every handler: a problem the caller can act on, or an internal failure.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{0}")]
    Problem(Box<Problem>),
    #[error("{0:#}")]
    Internal(#[from] anyhow::Error),
}

/// What handlers return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// What the caller is told.
    fn problem(&self) -> Problem {
        match self {
            Self::Problem(problem) => Problem::clone(problem),
            Self::Internal(error) if is_overload(error) => Code::Unavailable.into(),
            Self::Internal(_) => Code::Internal.into(),
        }
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<Code> for Error {
    fn from(code: Code) -> Self {
        Problem::from(code).into()
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Internal(error.into())
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Code::NotFound.into(),
            StoreError::Forbidden => Code::Forbidden.into(),
            StoreError::Unreviewed => Problem::new(Code::InvalidState, error.to_string()).into(),
            StoreError::ConflictOfInterest => Problem::new(Code::ConflictOfInterest, error.to_string()).into(),
            StoreError::State(detail) => Problem::new(Code::InvalidState, detail).into(),
            StoreError::Invalid(errors) => {
                let faults = errors.into_iter().map(|one| Fault::field(one.pointer, one.code.as_str(), one.detail));
                Problem::from(Code::InvalidFields).with(faults).into()
            }
            StoreError::Stale { current } => {
                let stale = Problem::new(Code::StaleVersion, format!("the record is at version {current} by now"));
                Problem { current: Some(current), ..stale }.into()
            }
            StoreError::ExternalIdTaken { .. } => {
                let fault = Fault::field("/external_id", "taken", error.to_string());
                Problem::from(Code::DuplicateExternalId).with([fault]).into()
            }
            StoreError::BadCursor => {
                let fault = Fault::parameter("cursor", "invalid", error.to_string());
                Problem::from(Code::InvalidParameter).with([fault]).into()
            }
            StoreError::Database(cause) => cause.into(),
            StoreError::Other(cause) => cause.into(),
        }
    }
}

impl From<LifeError> for Error {
    fn from(error: LifeError) -> Self {
        let detail = error.to_string();
        match error {
            LifeError::NotFound => Code::NotFound.into(),
            LifeError::Forbidden => Code::Forbidden.into(),
            LifeError::ConflictOfInterest => Code::ConflictOfInterest.into(),
            LifeError::Stale { current } => {
                Problem { current: Some(current), ..Problem::new(Code::StaleVersion, detail) }.into()
            }
            LifeError::Illegal { .. } => Problem::new(Code::IllegalTransition, detail).into(),
            LifeError::ExportGate(shut) => {
                let fault = Fault::field("/to", shut.code(), detail.clone());
                Problem::new(Code::ExportGate, detail).with([fault]).into()
            }
            LifeError::State(_) => Problem::new(Code::InvalidState, detail).into(),
            LifeError::Expressed => Problem::new(Code::InterestExpressed, detail).into(),
            LifeError::UndoRefused(_) => Problem::new(Code::UndoRefused, detail).into(),
            LifeError::Invalid(errors) => StoreError::Invalid(errors).into(),
            LifeError::Database(cause) => cause.into(),
            LifeError::Other(cause) => cause.into(),
        }
    }
}

impl Contended for Error {
    fn is_contended(&self) -> bool {
        matches!(self, Self::Internal(cause) if cause.is_contended())
    }
}

/// Whether waiting helps: no connection was free in time, or SQLite stayed locked longer than its busy timeout.
fn is_overload(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<sea_orm::DbErr>().is_some_and(|db| {
            matches!(db, sea_orm::DbErr::ConnectionAcquire(_)) || db.to_string().contains("database is locked")
        })
    })
}

/// The problem travels with the response to `app::edge`, which knows the request and writes the body.
impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        self.problem().code.status()
    }

    fn error_response(&self) -> HttpResponse {
        self.problem().response()
    }
}

impl Problem {
    /// A response without body that carries the problem; the edge fills it.
    pub fn response(self) -> HttpResponse {
        let mut response = HttpResponse::new(self.code.status());
        let extra = match self.code {
            Code::Unauthenticated => Some((header::WWW_AUTHENTICATE, "Bearer realm=\"siku\"")),
            Code::InvalidToken => Some((header::WWW_AUTHENTICATE, "Bearer realm=\"siku\", error=\"invalid_token\"")),
            Code::Forbidden => Some((header::WWW_AUTHENTICATE, "Bearer realm=\"siku\", error=\"insufficient_scope\"")),
            Code::TooManyRequests | Code::Unavailable => Some((header::RETRY_AFTER, RETRY_AFTER_SECONDS)),
            _ => None,
        };
        if let Some((name, value)) = extra {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_code_has_its_own_name_and_an_error_status() {
        let names: HashSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(code.status().is_client_error() || code.status().is_server_error(), "{code:?}");
        }
    }

    #[test]
    fn an_internal_error_tells_the_caller_nothing() {
        let error = Error::from(anyhow::anyhow!("password=hunter2"));
        let body = serde_json::to_string(&error.problem().body("http://x", "id")).unwrap();
        assert!(!body.contains("hunter2"), "{body}");
    }

    #[test]
    fn waiting_for_a_connection_is_unavailable_and_says_when_to_retry() {
        let timeout = sea_orm::DbErr::ConnectionAcquire(sea_orm::ConnAcquireErr::Timeout);
        let error = Error::from(anyhow::Error::from(timeout).context("cannot read the record"));
        assert_eq!(error.status_code(), StatusCode::SERVICE_UNAVAILABLE);
        assert!(error.error_response().headers().contains_key(header::RETRY_AFTER));
    }
}
