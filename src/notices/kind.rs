//! The kinds of notices, and how each is delivered to somebody who has not said otherwise.

use crate::library::closed_set::closed_set;

closed_set! {
    /// What a notice is about. The sentence is `notice-KIND` of the locales.
    pub enum Kind {
        /// A match waits for the reader's answer.
        #[default]
        MatchProposed = "match_proposed" [],
        /// The other side has answered.
        MatchAnswered = "match_answered" [],
        /// Both sides know one another now.
        MatchIntroduced = "match_introduced" [],
        /// A match has moved on.
        MatchMoved = "match_moved" [],
        /// A match has waited for an answer.
        MatchDue = "match_due" [],
        /// A match has waited too long.
        MatchOverdue = "match_overdue" [],
        /// The time for the export procedure runs out.
        ExportDue = "export_due" [],
        /// Somebody is interested in a record.
        InterestReceived = "interest_received" [],
        /// Somebody wrote in a case.
        MessageReceived = "message_received" [],
        /// Those who run the libraries have published, withdrawn or unpublished a record.
        RecordStatus = "record_status" [],
        /// A record has not changed for long.
        RecordIdle = "record_idle" [],
        /// A record was archived because nobody changed it.
        RecordArchived = "record_archived" [],
        /// Something new fits a demand.
        NewFits = "new_fits" [],
        /// A record was reviewed.
        RecordReviewed = "record_reviewed" [],
        /// The time of a record runs out.
        RecordExpiring = "record_expiring" [],
        /// The time of a record is over, and it was archived.
        RecordExpired = "record_expired" [],
        /// A webhook does not work and is told nothing any more.
        WebhookDisabled = "webhook_disabled" [],
        /// What was published fits a saved search.
        SearchFits = "search_fits" [],
        /// An organisation has registered and waits for a decision.
        OrganisationWaits = "organisation_waits" [],
        /// The planned day of a milestone is over.
        MilestoneOverdue = "milestone_overdue" [],
        /// A side is asked what became of an agreement.
        OutcomeAsked = "outcome_asked" [],
        /// Somebody else has set a milestone or moved it.
        MilestoneSet = "milestone_set" [],
        /// Whose matches they were can work on them no longer, and nobody else does.
        MatchesFreed = "matches_freed" [],
    }
}

impl Kind {
    /// Those on which a clock runs, or somebody waits at the other end.
    pub const URGENT: [&str; 4] = [
        Self::MatchProposed.as_str(),
        Self::MatchIntroduced.as_str(),
        Self::MatchOverdue.as_str(),
        Self::ExportDue.as_str(),
    ];
}

closed_set! {
    /// How somebody wants to be told.
    pub enum Delivery {
        /// By mail at once.
        Instant = "instant" [],
        /// In one mail a day.
        #[default]
        Digest = "digest" [],
        /// In the service only.
        Off = "off" [],
    }
}

impl Kind {
    /// At once where somebody waits for the reader or a time runs out; else in the digest.
    pub const fn usual(self) -> Delivery {
        match self {
            Self::MatchProposed
            | Self::MatchIntroduced
            | Self::MatchOverdue
            | Self::ExportDue
            | Self::RecordStatus
            | Self::RecordArchived
            | Self::RecordExpiring
            | Self::RecordExpired
            | Self::RecordReviewed
            | Self::WebhookDisabled
            | Self::OrganisationWaits
            | Self::OutcomeAsked
            | Self::MatchesFreed => Delivery::Instant,
            Self::MatchAnswered
            | Self::MatchMoved
            | Self::MatchDue
            | Self::InterestReceived
            | Self::MessageReceived
            | Self::RecordIdle
            | Self::NewFits
            | Self::SearchFits
            | Self::MilestoneOverdue
            | Self::MilestoneSet => Delivery::Digest,
        }
    }
}
