//! Turns a request into the actor behind it, so that "who may call" stands in a handler's signature.

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest, web};
use anyhow::Context;
use futures_util::future::LocalBoxFuture;

use super::actor::Actor;
use super::permissions::{Authorised, Permission};
use super::tokens::{Token, authenticate};
use crate::app::App;
use crate::error::{Code, Error, Problem, Result};
use crate::library::store::now;

impl FromRequest for Actor {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let sent = sent_token(request);
        let app = request.app_data::<web::Data<App>>().cloned();
        Box::pin(async move {
            let Some(token) = sent? else { return Ok(Self::Public) };
            let app = app.context("the service has no app data")?;
            match authenticate(&app.db, &token, now()).await? {
                Some(actor) => Ok(actor),
                None => Err(Code::InvalidToken.into()),
            }
        })
    }
}

impl<P: Permission> FromRequest for Authorised<P> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let actor = Actor::from_request(request, payload);
        Box::pin(async move {
            let actor = actor.await?;
            let public = actor == Actor::Public;
            Self::check(actor).ok_or_else(|| if public { Code::Unauthenticated } else { Code::Forbidden }.into())
        })
    }
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
