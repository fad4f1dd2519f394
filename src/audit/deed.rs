//! What an entry can say was done: all of it. The names that readers see of it are in `locales/`, under `deed-`.

use std::borrow::Cow;

use crate::library::closed_set::closed_set;
use crate::library::store::change::ChangeKind;
use crate::matching::life::StepKind;

closed_set! {
    /// What is done beside changes of records and steps of matches.
    pub enum Deed {
        // Records
        #[default]
        Reviewed = "reviewed" [],
        /// A change of what is published waits for a review.
        Revised = "revised" [],
        RevisionTakenBack = "revision_taken_back" [],
        ReadConfidential = "read_confidential" [],
        Exported = "exported" [],
        TechnologyScreened = "technology_screened" [],
        UploadAdded = "upload_added" [],
        UploadImported = "upload_imported" [],
        UploadRemoved = "upload_removed" [],
        UploadExpired = "upload_expired" [],
        // Matches
        InterestExpressed = "interest_expressed" [],
        MessageWritten = "message_written" [],
        TaskAdded = "task_added" [],
        TaskChanged = "task_changed" [],
        DocumentAdded = "document_added" [],
        ReadDocument = "read_document" [],
        MilestoneSet = "milestone_set" [],
        MilestoneChanged = "milestone_changed" [],
        OutcomeReported = "outcome_reported" [],
        /// What a side reported went into the draft of the result.
        OutcomeTaken = "outcome_taken" [],
        ClockStopped = "clock_stopped" [],
        ClockResumed = "clock_resumed" [],
        ExportClockSet = "export_clock_set" [],
        // Organisations and people
        OrganisationRegistered = "organisation_registered" [],
        OrganisationCreated = "organisation_created" [],
        OrganisationApproved = "organisation_approved" [],
        OrganisationRefused = "organisation_refused" [],
        OrganisationSuspended = "organisation_suspended" [],
        OrganisationRestored = "organisation_restored" [],
        MembershipAsked = "membership_asked" [],
        PersonLetIn = "person_let_in" [],
        PersonInvited = "person_invited" [],
        InvitationAccepted = "invitation_accepted" [],
        InvitationRevoked = "invitation_revoked" [],
        RoleChanged = "role_changed" [],
        PersonLeft = "person_left" [],
        PersonBroughtBack = "person_brought_back" [],
        // Accounts
        AccountCreated = "account_created" [],
        AccountReset = "account_reset" [],
        /// On the command line.
        PasswordSet = "password_set" [],
        PasswordChanged = "password_changed" [],
        /// By the link of a mail.
        PasswordReset = "password_reset" [],
        SecondFactorSetUp = "second_factor_set_up" [],
        SecondFactorRemoved = "second_factor_removed" [],
        IdentityLinked = "identity_linked" [],
        IdentityUnlinked = "identity_unlinked" [],
        TokenMade = "token_made" [],
        TokenRevoked = "token_revoked" [],
        WebhookCreated = "webhook_created" [],
        WebhookSecretChanged = "webhook_secret_changed" [],
        WebhookRemoved = "webhook_removed" [],
        // The service
        FieldAdded = "field_added" [],
        FieldChanged = "field_changed" [],
        FieldRetired = "field_retired" [],
        FieldRestored = "field_restored" [],
        TermProposed = "term_proposed" [],
        TermAdded = "term_added" [],
        TermChanged = "term_changed" [],
        TermConfirmed = "term_confirmed" [],
        /// Refused, where it was a proposal.
        TermRetired = "term_retired" [],
        TermRestored = "term_restored" [],
        CatalogueImported = "catalogue_imported" [],
        WeightsAdopted = "weights_adopted" [],
        JobsRetried = "jobs_retried" [],
        ErrandAsked = "errand_asked" [],
        ErrandEnded = "errand_ended" [],
        AuditExported = "audit_exported" [],
    }
}

/// The action of an entry. There is no other way to one than through the three closed sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done(Cow<'static, str>);

impl Done {
    /// Everything that an entry can say was done.
    pub fn all() -> impl Iterator<Item = Self> {
        let changes = ChangeKind::ALL.iter().map(|kind| Self::from(*kind));
        let steps = StepKind::ALL.iter().map(|kind| Self::from(*kind));
        changes.chain(steps).chain(Deed::ALL.iter().map(|deed| Self::from(*deed)))
    }

    /// As it is stored and sent.
    pub fn code(&self) -> &str {
        &self.0
    }

    pub(super) fn into_code(self) -> String {
        self.0.into_owned()
    }
}

impl From<ChangeKind> for Done {
    fn from(kind: ChangeKind) -> Self {
        Self(Cow::Borrowed(kind.as_str()))
    }
}

impl From<StepKind> for Done {
    fn from(kind: StepKind) -> Self {
        Self(Cow::Owned(format!("match_{kind}")))
    }
}

impl From<Deed> for Done {
    fn from(deed: Deed) -> Self {
        Self(Cow::Borrowed(deed.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_things_that_can_be_done_are_written_alike_and_each_has_room_in_its_column() {
        let mut codes = BTreeSet::new();
        for done in Done::all() {
            assert!(codes.insert(done.code().to_owned()), "{} twice", done.code());
            assert!(done.code().len() <= 40, "{} is too long", done.code());
        }
    }
}
