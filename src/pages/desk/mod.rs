//! The broker's desk: the queue, the broker's open cases, screenings, and the reviewers' desk. Each page is a view of what
//! `matching::life`, `cases`, `compliance` and `library::review` know; deciding is `pages::case`'s.

pub mod cases;
pub mod queue;
pub mod reviews;
pub mod screenings;
pub mod views;

use actix_web::HttpResponse;

use super::forms::{go_to, sign_in_first, what_is_missing};
use super::reader::Reader;
use crate::accounts::{Action, Scope};
use crate::error::{Code, Result};

/// Where somebody goes who may not see a page yet: to sign in, or to what their session lacks. Who has signed in and
/// may not see it all the same is refused.
pub fn elsewhere(reader: &Reader, action: Action) -> Result<Option<HttpResponse>> {
    if reader.actor.scope(action) != Scope::Never {
        return Ok(None);
    }
    match &reader.session {
        None => Ok(Some(sign_in_first(&reader.page))),
        Some(session) => match what_is_missing(session) {
            Some(place) => Ok(Some(go_to(place))),
            None => Err(Code::Forbidden.into()),
        },
    }
}
