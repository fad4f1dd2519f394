//! The steps somebody can take from where a match stands, as buttons with their keys; the reasons for saying no; and
//! taking the last step back.

use uuid::Uuid;

use crate::app::App;
use crate::error::Result;
use crate::layout::components::SelectOption;
use crate::library::store::now;
use crate::matching::life::decide::UNDO_WITHIN;
use crate::matching::life::{Reason, Step, StepKind, timeline};
use crate::matching::read;
use crate::matching::types::{Match, MatchState};
use crate::pages::reader::Reader;
use crate::pages::suggestions::state_name;

/// A step that needs no reason.
pub struct StepButton {
    pub to: &'static str,
    pub label: String,
    /// The key that presses it.
    pub key: &'static str,
}

/// The steps forward. A step back from hold is one too.
pub fn steps(possible: &[MatchState], reader: &Reader) -> Vec<StepButton> {
    let button = |to: &MatchState| {
        let key = match to {
            MatchState::Shortlisted => "s",
            MatchState::Proposed => "p",
            MatchState::Introduced => "i",
            MatchState::Negotiating => "n",
            MatchState::Agreed => "g",
            MatchState::Delivered => "v",
            MatchState::Suggested => "b",
            _ => return None,
        };
        Some(StepButton { to: to.as_str(), label: reader.t().code_or_self("case-do", to.as_str()), key })
    };
    let mut buttons: Vec<StepButton> = possible.iter().filter_map(button).collect();
    // What a broker does most stands first.
    buttons.sort_by_key(|button| button.to != MatchState::Proposed.as_str());
    buttons
}

/// The steps that need a reason.
pub fn dismissals(possible: &[MatchState]) -> Vec<MatchState> {
    use MatchState::{Declined, Dismissed, Lapsed, OnHold, Withdrawn};
    let no = [Dismissed, Declined, OnHold, Lapsed, Withdrawn];
    no.into_iter().filter(|state| possible.contains(state)).collect()
}

/// The same, to choose from.
pub fn refusals(possible: &[MatchState], reader: &Reader) -> Vec<SelectOption> {
    let option = |state: MatchState| SelectOption {
        value: state.as_str().to_owned(),
        label: reader.t().code_or_self("case-do", state.as_str()),
        selected: false,
    };
    dismissals(possible).into_iter().map(option).collect()
}

/// The reasons that a person has, each of the first nine with the digit that chooses it.
pub fn reasons(reader: &Reader) -> Vec<SelectOption> {
    let option = |(place, reason): (usize, &Reason)| {
        let name = reader.t().code_or_self("reason_code", reason.as_str());
        let label = if place < 9 { format!("{} {name}", place + 1) } else { name };
        SelectOption { value: reason.as_str().to_owned(), label, selected: false }
    };
    let said = Reason::ALL.iter().filter(|reason| **reason != Reason::OrganisationSuspended);
    said.enumerate().map(option).collect()
}

/// The step that was just taken and can be taken back.
pub struct Undo {
    pub id: Uuid,
    pub version: i32,
    pub text: String,
}

impl Undo {
    /// The step of which the address of this page tells (`done`).
    pub async fn after(app: &App, reader: &Reader) -> Result<Option<Self>> {
        let Some(id) = reader.page.query.get("done").and_then(|id| id.parse().ok()) else { return Ok(None) };
        let Some(found) = read::find(&app.db, &reader.actor, id, reader.t()).await? else { return Ok(None) };
        let steps = timeline(&app.db, &reader.actor, id).await?.unwrap_or_default();
        Ok(Self::of(&found, steps.last(), reader))
    }

    /// What the reader may take back of the last step of a match.
    pub fn of(found: &Match, last: Option<&Step>, reader: &Reader) -> Option<Self> {
        let (last, case) = (last?, found.case.as_ref()?);
        let introduces = last.to == MatchState::Introduced.as_str() && last.kind == StepKind::Moved;
        let mine = last.actor.is_some() && last.actor == reader.actor.user_id();
        if !mine || introduces || last.kind == StepKind::Undone || now() - last.at > UNDO_WITHIN {
            return None;
        }
        let t = reader.t();
        // A side does not know the other's number before the introduction.
        let known = [&found.demand, &found.technology].into_iter().filter_map(|line| line.number.as_deref());
        let records = known.collect::<Vec<_>>().join(" – ");
        let text = if last.kind == StepKind::Answered {
            t.code_with("case-answer", "accepted", &[records]).unwrap_or_default()
        } else {
            t.text_with(
                "case-undo-text",
                [("records", records.into()), ("state", state_name(found.state, reader).into())],
            )
        };
        Some(Self { id: found.id?, version: case.version, text })
    }
}
