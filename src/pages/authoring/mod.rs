//! The pages of authors, who are mostly people of firms and embassies: their own records, the form in which one is written,
//! and what is done with one. Each works with scripts off; `author.js` saves and looks while somebody types.
//!
//! | file | what |
//! |---|---|
//! | [`mine`] | `/my/{library}`: the organisation's own records |
//! | [`edit`], `show` | `/my/{library}/new` and `…/{number}/edit`: the form |
//! | `storing` | what becomes of a form that is sent |
//! | [`steps`] | submitted, taken back, renewed, archived, withdrawn |
//! | `sheet`, `options`, `parts` | the form follows from the library's columns |
//! | [`templates`] | requirements that are often asked for, by field |
//! | `typed`, `reading` | what stands in it, and the columns it means |
//! | `translated` | the record's text in other languages |
//! | `faults`, `look` | what is wrong, what to improve, what it would meet |

pub mod edit;
pub(super) mod faults;
mod look;
pub mod mine;
pub(super) mod options;
pub(super) mod parts;
mod reading;
mod sheet;
mod show;
pub mod steps;
mod storing;
pub mod templates;
mod translated;
mod typed;
mod waiting;

use actix_web::HttpResponse;

use super::present::Presented;
use super::reader::Reader;
use super::refusals::way_in;
use crate::accounts::{Action, Actor, Role, Scope};
use crate::app::App;
use crate::error::{Code, Problem, Result};
use crate::library::checks::Checked;
use crate::library::store::find;
use crate::library::{Demands, Institutions, Library, LibraryKind, Record, Results, Technologies};
use crate::matching::document::Indexed;
use crate::matching::outlook::{self, Outlook};

/// A library whose records authors write.
pub trait Authored: Presented + Checked + Indexed {
    /// The library of what its records meet.
    type Other: Presented;

    /// What a record would meet; `None` where nothing is matched.
    fn outlook(app: &App, body: &Self::Body) -> impl Future<Output = Result<Option<Outlook>>>;
}

impl Authored for Technologies {
    type Other = Demands;

    async fn outlook(app: &App, body: &Self::Body) -> Result<Option<Outlook>> {
        Ok(Some(outlook::of_technology(&app.engine, body).await?))
    }
}

impl Authored for Demands {
    type Other = Technologies;

    async fn outlook(app: &App, body: &Self::Body) -> Result<Option<Outlook>> {
        Ok(Some(outlook::of_demand(&app.db, &app.engine, body).await?))
    }
}

impl Authored for Results {
    type Other = Demands;

    async fn outlook(_: &App, _: &Self::Body) -> Result<Option<Outlook>> {
        Ok(None)
    }
}

impl Authored for Institutions {
    type Other = Demands;

    async fn outlook(_: &App, _: &Self::Body) -> Result<Option<Outlook>> {
        Ok(None)
    }
}

/// Where an organisation's own records of a library are.
pub fn mine_address(library: LibraryKind) -> String {
    format!("/my/{library}")
}

/// Where somebody begins who has records of their own; `None` for who has none.
pub fn home_of(actor: &Actor) -> Option<String> {
    actor.organisation_id().filter(|_| actor.scope(Action::CreateRecord) != Scope::Never)?;
    let embassy = matches!(actor, Actor::User { role: Role::Embassy, .. });
    Some(mine_address(if embassy { LibraryKind::Demands } else { LibraryKind::Technologies }))
}

/// Where a record is posted to a library, for who may do so.
pub fn offered_new<L: Library>(actor: &Actor) -> Option<String> {
    actor.may(Action::CreateRecord, actor.organisation_id()).then(|| format!("{}/new", mine_address(L::KIND)))
}

/// Where a record is changed, for who may do so.
pub fn offered_edit<L: Library>(actor: &Actor, record: &Record<L>) -> Option<String> {
    actor.may(Action::ChangeRecord, record.head.owner_organisation_id).then(|| edit_address(record))
}

fn edit_address<L: Library>(record: &Record<L>) -> String {
    format!("{}/{}/edit", mine_address(L::KIND), record.head.number)
}

/// Where somebody goes who may not write here; `None` for who may.
fn elsewhere(reader: &Reader) -> Result<Option<HttpResponse>> {
    if let Some(place) = way_in(reader) {
        return Ok(Some(place));
    }
    if reader.actor.scope(Action::CreateRecord) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    Ok(None)
}

/// A record that the reader may change. Of anybody else's it is not even said that it is there.
async fn own<L: Library>(app: &App, reader: &Reader, number: &str) -> Result<Record<L>> {
    let found = find::<L>(&*app.db, &reader.actor, number).await?;
    let own = found.filter(|record| reader.actor.may(Action::ChangeRecord, record.head.owner_organisation_id));
    own.ok_or_else(|| Problem::new(Code::NotFound, format!("there is no record {number} of your own")).into())
}
