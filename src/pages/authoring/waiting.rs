//! What waits for an organisation's own answer: matches a broker has proposed to it.

use super::super::reader::Reader;
use super::super::suggestions::pair;
use crate::app::App;
use crate::error::Result;
use crate::layout::matches::Pair;
use crate::library::LibraryKind;
use crate::matching::life::{Acting, CaseView};
use crate::matching::types::MatchState;
use crate::matching::{self, MatchQuery};

/// Proposals looked at; who has more of them answers these first.
const LOOKED_AT: u64 = 20;

/// The proposals to the organisation's own side of a library that it has not answered, the last proposed first.
pub async fn waiting(app: &App, reader: &Reader, library: LibraryKind) -> Result<Vec<Pair>> {
    if reader.actor.organisation_id().is_none() {
        return Ok(Vec::new());
    }
    let query = MatchQuery { state: vec![MatchState::Proposed], limit: LOOKED_AT, ..MatchQuery::default() };
    let proposed = matching::list(&app.db, &reader.actor, &query, reader.t()).await?.matches;
    let unanswered = |case: &CaseView| match (library, case.acting) {
        (LibraryKind::Technologies, Acting::TechnologySide) => case.technology_answer.is_none(),
        (LibraryKind::Demands, Acting::DemandSide) => case.demand_answer.is_none(),
        _ => false,
    };
    let open = proposed.iter().filter(|one| one.case.as_ref().is_some_and(unanswered));
    Ok(open.map(|one| pair(one, reader)).collect())
}
