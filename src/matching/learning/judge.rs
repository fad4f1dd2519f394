//! ONE table: what a decision says of whether technology and demand fit one another. What it says of anything else
//! (money that is gone, a partner, a moment) is no judgement of the pair.

use crate::matching::life::Reason;
use crate::matching::types::MatchState;

/// Where both sides were found to want it.
const WANTED: u8 = 3;
/// Where a broker found that it fits.
const FITS: u8 = 2;
const DOES_NOT_FIT: u8 = 0;

/// The grade that moving a match there for this reason gives it; nothing where it does not speak of fit. From 2 on a
/// pair counts as a full answer.
pub fn grade(to: MatchState, reason: Option<Reason>) -> Option<u8> {
    use MatchState as S;
    match to {
        S::Accepted | S::Introduced | S::Negotiating | S::Agreed | S::Delivered => Some(WANTED),
        S::Shortlisted | S::Proposed => Some(FITS),
        S::Dismissed | S::Declined | S::Withdrawn | S::Lapsed => reason.and_then(of_reason),
        S::Suggested | S::OnHold => None,
    }
}

const fn of_reason(reason: Reason) -> Option<u8> {
    use Reason as R;
    match reason {
        R::OffTopic | R::RequirementMissed | R::TooExpensive | R::TooEarly | R::CountryNotServed => Some(DOES_NOT_FIT),
        R::AlreadyHasIt
        | R::ExportControl
        | R::Duplicate
        | R::NotNow
        | R::NoReply
        | R::InformationMissing
        | R::PartnerUnsuitable
        | R::NoAgreement
        | R::OrganisationSuspended
        | R::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_is_relevant_and_no_is_a_judgement_only_where_its_reason_speaks_of_fit() {
        assert!(grade(MatchState::Agreed, None) > grade(MatchState::Shortlisted, None));
        assert_eq!(grade(MatchState::Declined, Some(Reason::TooEarly)), Some(0));
        for silent in [Reason::NotNow, Reason::NoReply, Reason::Duplicate, Reason::PartnerUnsuitable] {
            assert_eq!(grade(MatchState::Dismissed, Some(silent)), None, "{silent}");
        }
        assert_eq!(grade(MatchState::Dismissed, None), None);
        assert_eq!(grade(MatchState::OnHold, Some(Reason::OffTopic)), None);
    }
}
