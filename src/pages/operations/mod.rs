//! Running the service: jobs, indexes, audit, settings. Each page shows what `outbox`, `matching`, `audit` and `config`
//! know; what is done is theirs to do.

pub mod audit;
pub mod field;
pub mod index;
pub mod jobs;
pub mod settings;
pub mod taxonomy;

use super::reader::Reader;
use crate::accounts::{Action, Actor, Scope};
use crate::errands::board::{Ending, Left};

/// A page of this part, as its navigation names it.
pub struct Place {
    pub label: String,
    pub href: &'static str,
    pub here: bool,
}

const PLACES: [(&str, &str, Action); 6] = [
    ("jobs", "/operations/jobs", Action::OperateService),
    ("index", "/operations/index", Action::OperateService),
    ("audit", "/audit", Action::ReadAudit),
    ("settings", "/operations/settings", Action::ReadSettings),
    ("taxonomy", "/operations/taxonomy", Action::KeepTaxonomy),
    ("terms", "/terms", Action::KeepTaxonomy),
];

/// Where somebody who may operate the service begins; `None` for who may not.
pub fn entrance(actor: &Actor) -> Option<&'static str> {
    PLACES.iter().find(|(.., action)| actor.scope(*action) != Scope::Never).map(|(_, href, _)| *href)
}

/// The pages the reader may see.
pub fn places(reader: &Reader) -> Vec<Place> {
    let may = |action: Action| reader.actor.scope(action) != Scope::Never;
    let place = |(name, href, _): &(&str, &'static str, Action)| Place {
        label: reader.t().code_or_self("operations", name),
        href,
        here: reader.page.path == *href,
    };
    PLACES.iter().filter(|(.., action)| may(*action)).map(place).collect()
}

/// An errand as a page tells of it.
pub struct ErrandLine {
    pub text: String,
    /// How the alert looks.
    pub kind: &'static str,
    pub lines: Vec<String>,
    pub running: bool,
}

fn errand_line(name: &str, left: Option<Left>, reader: &Reader) -> Option<ErrandLine> {
    let t = reader.t();
    let left = left?;
    let title = t.code_or_self("errand", name);
    let state = match (&left.ended, left.progress) {
        (Some((at, ending)), _) => {
            t.code_with("errand-ended", ending.code(), &[t.moment(at)]).unwrap_or_else(|| ending.code().to_owned())
        }
        (None, Some((done, total))) if total > 0 => {
            t.code_with("errand-running", "of", &[done.to_string(), total.to_string()]).unwrap_or_default()
        }
        (None, _) => t.fill("errand-began", t.moment(&left.began)),
    };
    let mut lines = left.lines;
    let kind = match left.ended {
        Some((_, Ending::Failed(reason))) => {
            lines.push(reason);
            "problem"
        }
        Some((_, Ending::Partly)) => "warning",
        Some((_, Ending::Done)) => "note",
        None => return Some(ErrandLine { text: t.clauses(&[title, state]), kind: "note", lines, running: true }),
    };
    Some(ErrandLine { text: t.clauses(&[title, state]), kind, lines, running: false })
}
