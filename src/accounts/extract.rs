//! Turns a request into the actor behind it, so that "who may call" stands in a handler's signature. A program sends
//! a token, a person's browser a session cookie; a changing request by cookie must also carry the session's form token,
//! which another site's page cannot know.

use std::net::{IpAddr, Ipv4Addr};

use actix_web::dev::Payload;
use actix_web::http::header::{AUTHORIZATION, HeaderName};
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use anyhow::Context;
use futures_util::future::LocalBoxFuture;

use super::actor::Actor;
use super::permissions::{Action, Authorised, Permission, Scope};
use super::scopes::TokenScope;
use super::secrets::Secret;
use super::sessions::{self, Session};
use super::tokens::{Program, Token, authenticate};
use crate::app::App;
use crate::error::{Code, Error, Problem, Result};
use crate::library::store::now;

/// The cookie of a session.
pub const SESSION_COOKIE: &str = "siku_session";
/// The cookie by which a device is known again.
pub const DEVICE_COOKIE: &str = "siku_device";
/// Carries the form token of requests that are not forms.
pub const FORM_TOKEN: HeaderName = HeaderName::from_static("x-csrf-token");

/// Who a request comes from.
#[derive(Debug, Clone)]
pub enum Caller {
    Nobody,
    Program(Program),
    Person(Box<Session>),
}

impl Caller {
    /// Whose rights apply.
    pub fn actor(&self) -> Actor {
        match self {
            Self::Nobody => Actor::Public,
            Self::Program(program) => program.actor.clone(),
            Self::Person(session) => session.actor(),
        }
    }

    /// The caller of a request, checked.
    pub async fn of(request: &HttpRequest) -> Result<Self> {
        let app = request.app_data::<web::Data<App>>();
        if let Some(token) = sent_token(request)? {
            let app = app.context("the service has no app data")?;
            let program = authenticate(&app.db, &token, now()).await?.ok_or(Code::InvalidToken)?;
            let needed = TokenScope::of(request.method(), request.path());
            if !program.scopes.contains(&needed) {
                let detail = format!("the token has no scope `{needed}`, which this needs");
                return Err(Problem::new(Code::Forbidden, detail).into());
            }
            return Ok(Self::Program(program));
        }
        let Some(secret) = cookie(request, SESSION_COOKIE) else { return Ok(Self::Nobody) };
        let app = app.context("the service has no app data")?;
        let Some(session) = sessions::find(&app.db, &secret, now()).await? else { return Ok(Self::Nobody) };
        if !request.method().is_safe() && request.path().starts_with("/api/") {
            let sent = request.headers().get(&FORM_TOKEN).and_then(|value| value.to_str().ok()).unwrap_or_default();
            if !session.matches_form_token(sent) {
                let detail = format!("a request by cookie needs the session's form token in `{FORM_TOKEN}`");
                return Err(Problem::new(Code::Forbidden, detail).into());
            }
        }
        Ok(Self::Person(Box::new(session)))
    }
}

/// Somebody with an account, whatever their role. As a handler's argument it answers 401 to the public before the body
/// is read.
pub struct SignedIn(pub Caller);

impl FromRequest for SignedIn {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let caller = Caller::of(&request).await?;
            if caller.actor() == Actor::Public { Err(Code::Unauthenticated.into()) } else { Ok(Self(caller)) }
        })
    }
}

impl FromRequest for Actor {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Caller::of(&request).await?.actor()) })
    }
}

impl<P: Permission> FromRequest for Authorised<P> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        request.extensions_mut().insert(Needed(P::ACTION));
        let actor = Actor::from_request(request, payload);
        Box::pin(async move {
            let actor = actor.await?;
            let refused = refusal(&actor);
            Self::check(actor).ok_or(refused)
        })
    }
}

/// What the handler of a request asks of its caller; known from the moment that its arguments are looked at.
#[derive(Clone, Copy)]
struct Needed(Action);

fn refusal(actor: &Actor) -> Error {
    if *actor == Actor::Public { Code::Unauthenticated } else { Code::Forbidden }.into()
}

/// What to answer where the rest of a request is wrong: arguments are looked at side by side, and whoever may not ask at
/// all learns that and nothing else.
pub async fn refused_or(request: &HttpRequest, error: Error) -> Error {
    let needed = request.extensions().get::<Needed>().copied();
    let Some(Needed(action)) = needed else { return error };
    match Caller::of(request).await.map(|caller| caller.actor()) {
        Ok(actor) if actor.scope(action) == Scope::Never => refusal(&actor),
        Ok(_) => error,
        Err(refused) => refused,
    }
}

/// The secret of a cookie, where it is one.
pub fn cookie(request: &HttpRequest, name: &str) -> Option<Secret> {
    request.cookie(name).and_then(|cookie| Secret::parse(cookie.value()))
}

/// Where a request comes from. Each of the `proxies` in front of the service adds the address it was asked from to
/// `X-Forwarded-For`; what stands before those anybody can have written.
pub fn client_address(request: &HttpRequest, proxies: usize) -> IpAddr {
    let forwarded: Vec<&str> = request
        .headers()
        .get_all("x-forwarded-for")
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    let told = (proxies > 0).then(|| forwarded.iter().rev().nth(proxies - 1)).flatten();
    let peer = request.peer_addr().map(|address| address.ip());
    told.and_then(|text| text.parse().ok()).or(peer).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
}

/// The token of the `Authorization` header; an error when there is a header but no token in it.
fn sent_token(request: &HttpRequest) -> Result<Option<Token>> {
    let Some(header) = request.headers().get(AUTHORIZATION) else { return Ok(None) };
    let text = header.to_str().unwrap_or_default();
    let (scheme, credentials) = text.split_once(' ').unwrap_or((text, ""));
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(Problem::new(Code::InvalidToken, "only `Authorization: Bearer siku_…` is understood").into());
    }
    Token::parse(credentials.trim()).map(Some).ok_or_else(|| Code::InvalidToken.into())
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn only_what_the_proxies_in_front_wrote_is_believed() {
        let request = TestRequest::default()
            .peer_addr("10.0.0.1:4000".parse().unwrap())
            .insert_header(("x-forwarded-for", "198.51.100.1, 203.0.113.7"))
            .to_http_request();
        assert_eq!(client_address(&request, 0).to_string(), "10.0.0.1");
        assert_eq!(client_address(&request, 1).to_string(), "203.0.113.7");
        assert_eq!(client_address(&request, 2).to_string(), "198.51.100.1");
        assert_eq!(client_address(&request, 3).to_string(), "10.0.0.1");
    }
}
