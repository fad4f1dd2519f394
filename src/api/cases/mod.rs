//! Cases for programs: messages, tasks, documents, milestones, outcomes of a match, and all of it in one answer.

pub mod documents;
mod examples;
pub mod messages;
pub mod milestones;
pub mod outcomes;
pub mod tasks;
pub mod whole;

use super::doc::Doc;
use crate::accounts::Action;
use crate::error::Code;

impl Doc {
    /// Something of one case.
    fn of_case(self, name: &str, summary: &str, needed: Action) -> Self {
        self.name(name, "cases", summary)
            .in_path("id", "The match's id", "019a0000-0000-7000-8000-000000000009")
            .problems(&[Code::NotFound, Code::ConflictOfInterest])
            .needs(needed)
    }
}
