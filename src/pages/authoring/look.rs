//! What an author is told while writing: how far the record is, what to improve, what it would meet. Printed beside the
//! form, and by itself for the script that asks for it.

use super::super::present::address;
use super::super::reader::{Reader, database};
use super::Authored;
use super::faults::{Mistake, anchor, place};
use super::reading::columns;
use super::typed::Typed;
use crate::accounts::{Action, Scope, organisations};
use crate::app::App;
use crate::error::Result;
use crate::layout::content::Text;
use crate::library::checks::{self, Finding};
use crate::library::store::find_many;
use crate::library::{Body, Record};
use crate::matching::looking::{CheckFinding, Look, look_over};
use crate::matching::outlook::Outlook;

/// Columns that say where a record comes from, not what it is.
const BESIDE: &[&str] = &["external_id", "source", "source_reference", "links", "valid_until"];

/// The panel beside the form.
#[derive(Default)]
pub struct Live {
    /// Where the form goes.
    pub address: String,
    /// What the form was filled from.
    pub version: String,
    /// When it was stored last, for machines and for people.
    pub saved: Option<(String, String)>,
    /// Why it was not stored.
    pub unsaved: Option<String>,
    /// Somebody else has stored it meanwhile.
    pub stale: bool,
    pub mistakes: Vec<Mistake>,
    /// It stands by itself, not on a page that names the mistakes.
    pub alone: bool,
    /// How much of the form is filled in, in words and in hundredths.
    pub filled_line: String,
    pub percent: usize,
    pub remarks: Vec<Remark>,
    pub duplicates: Vec<Near>,
    pub outlook: Option<View>,
    /// Whether the published records were looked at.
    pub thorough: bool,
}

/// Something to improve.
pub struct Remark {
    pub anchor: String,
    pub place: String,
    pub message: String,
    pub suggestion: String,
}

/// A record that is named.
pub struct Near {
    pub href: String,
    pub number: String,
    pub title: Text,
}

/// What the record would meet.
pub struct View {
    pub text: String,
    pub nearest: Vec<Near>,
}

/// What of a form is filled in, of how many columns.
pub fn filled<L: Authored>(typed: &Typed) -> (usize, usize) {
    let counted = || columns::<L>().filter(|column| column.public && !BESIDE.contains(&column.name));
    let empty = Typed::default();
    (counted().filter(|column| !typed.says_the_same(&empty, column)).count(), counted().count())
}

/// What there is to improve by the text alone.
pub async fn remarks<L: Authored>(app: &App, reader: &Reader, record: &Record<L>) -> Result<Vec<Remark>> {
    let own = organisations::names_of(database(app), record.head.owner_organisation_id).await?;
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    Ok(checks::check::<L>(&record.body, &own).iter().map(|finding| remark(reader, finding, &[])).collect())
}

fn remark(reader: &Reader, finding: &Finding, controls: &[String]) -> Remark {
    let said = CheckFinding::of(reader.t(), finding.code, &finding.pointer, finding.severity, &finding.found);
    Remark {
        anchor: anchor(&said.pointer, controls),
        place: place(reader, &said.pointer),
        message: said.message,
        suggestion: said.suggestion,
    }
}

/// Looks at a body as it is typed, and at what is published.
pub async fn thoroughly<L: Authored>(
    app: &App,
    reader: &Reader,
    record: Option<&Record<L>>,
    body: &L::Body,
    controls: &[String],
) -> Result<Live> {
    if reader.actor.scope(Action::ComputeMatch) == Scope::Never {
        return Ok(Live::default());
    }
    let common = body.common();
    if common.title.trim().is_empty() && common.description.trim().is_empty() {
        return Ok(Live::default());
    }
    let owner = record.map_or(reader.actor.organisation_id(), |record| record.head.owner_organisation_id);
    let id = record.map(|record| record.head.id);
    let look = Look { actor: &reader.actor, owner, id, locale: reader.t() };
    let looked = look_over::<L>(&app.db, &app.engine, body.clone(), look).await?;
    // What is not valid is said at its place already.
    let findings = looked.findings.iter().filter(|finding| finding.code != "not-valid");
    let duplicates = looked.near.records.into_iter().map(|near| Near {
        href: format!("/{}/{}", L::SHELF.name(), near.number),
        title: Text::new(near.title, near.lang),
        number: near.number,
    });
    let outlook = match L::outlook(app, body).await? {
        Some(outlook) => Some(view::<L>(app, reader, outlook).await?),
        None => None,
    };
    Ok(Live {
        remarks: findings.map(|finding| remark(reader, finding, controls)).collect(),
        duplicates: duplicates.collect(),
        outlook,
        thorough: true,
        ..Live::default()
    })
}

async fn view<L: Authored>(app: &App, reader: &Reader, outlook: Outlook) -> Result<View> {
    let t = reader.t();
    let found = find_many::<L::Other>(database(app), &reader.actor, &outlook.nearest).await?;
    let near = |record: Record<L::Other>| Near {
        href: address(&record),
        title: reader.shown(&record.body.common()).title,
        number: record.head.number,
    };
    let text = match (outlook.searched, outlook.fitting) {
        (0, _) => t.code_or_self("outlook-nothing", L::SHELF.name()),
        (_, fitting) => t.count(&format!("outlook-{}", L::SHELF.name()), fitting),
    };
    Ok(View { text, nearest: found.into_iter().map(near).collect() })
}
