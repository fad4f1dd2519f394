//! ONE table of the steps a match can take: from where, to where, by whom, and whether a reason is needed.
//! Pure; what a step changes besides the state is in `decide` and `answer`.

use crate::library::closed_set::closed_set;
use crate::matching::types::MatchState;

closed_set! {
    /// In what capacity somebody takes a step.
    pub enum Acting {
        /// Brokers, and those who run the libraries.
        Broker = "broker" [],
        DemandSide = "demand_side" [],
        TechnologySide = "technology_side" [],
        /// The service itself: matching and clocks.
        #[default]
        Service = "service" [],
    }
}

/// Who may take a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Broker,
    /// One side alone.
    Side,
    /// The second of the two sides to say yes.
    BothSides,
    BrokerOrSide,
    BrokerOrService,
    Service,
}

/// One line of the table.
struct Rule {
    from: &'static [MatchState],
    to: MatchState,
    who: Who,
    reason: bool,
}

use MatchState::{
    Accepted, Agreed, Declined, Delivered, Dismissed, Introduced, Lapsed, Negotiating, OnHold, Proposed, Shortlisted,
    Suggested, Withdrawn,
};

/// The table. Going back from `on_hold` is not here: it leads to where the match was held, see [`Step::check`].
#[rustfmt::skip]
const TABLE: &[Rule] = &[
    Rule { from: &[Suggested],                                                   to: Shortlisted, who: Who::Broker,          reason: false },
    Rule { from: &[Suggested, Shortlisted],                                      to: Proposed,    who: Who::Broker,          reason: false },
    Rule { from: &[Proposed],                                                    to: Accepted,    who: Who::BothSides,       reason: false },
    Rule { from: &[Accepted],                                                    to: Introduced,  who: Who::Broker,          reason: false },
    Rule { from: &[Introduced],                                                  to: Negotiating, who: Who::Broker,          reason: false },
    Rule { from: &[Negotiating],                                                 to: Agreed,      who: Who::Broker,          reason: false },
    Rule { from: &[Agreed],                                                      to: Delivered,   who: Who::Broker,          reason: false },
    Rule { from: &[Suggested, Shortlisted],                                      to: Dismissed,   who: Who::Broker,          reason: true },
    Rule { from: &[Proposed],                                                    to: Declined,    who: Who::Side,            reason: true },
    Rule { from: &[Accepted, Introduced, Negotiating],                           to: Declined,    who: Who::BrokerOrSide,    reason: true },
    Rule { from: &[Suggested],                                                   to: Lapsed,      who: Who::Service,         reason: true },
    Rule { from: &[Proposed, Accepted, Introduced, Negotiating],                 to: Lapsed,      who: Who::BrokerOrService, reason: true },
    Rule { from: &[Suggested],                                                   to: Withdrawn,   who: Who::Service,         reason: true },
    Rule { from: &[Shortlisted, Proposed, Accepted, Introduced, Negotiating, Agreed], to: Withdrawn, who: Who::BrokerOrService, reason: true },
    Rule { from: &[Suggested, Shortlisted, Proposed, Accepted, Introduced, Negotiating, Agreed], to: OnHold, who: Who::BrokerOrService, reason: true },
    Rule { from: &[Dismissed, Declined, Lapsed, Withdrawn],                      to: Suggested,   who: Who::Service,         reason: false },
];

/// A step somebody wants to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub from: MatchState,
    /// Where a match on hold came from.
    pub held_from: Option<MatchState>,
    pub to: MatchState,
    pub acting: Acting,
}

/// A step that may be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Legal {
    /// It says no, so it needs a reason.
    pub reason: bool,
}

impl Step {
    /// Looks the table up; `None` for a step that may not be taken.
    pub fn check(self) -> Option<Legal> {
        if self.from == OnHold {
            let back = Who::BrokerOrService.is(self.acting) && self.held_from == Some(self.to);
            return back.then_some(Legal { reason: false });
        }
        let rule = TABLE.iter().find(|rule| rule.to == self.to && rule.from.contains(&self.from))?;
        rule.who.is(self.acting).then_some(Legal { reason: rule.reason })
    }
}

impl Who {
    fn is(self, acting: Acting) -> bool {
        let side = matches!(acting, Acting::DemandSide | Acting::TechnologySide);
        match self {
            Self::Broker => acting == Acting::Broker,
            Self::Side | Self::BothSides => side,
            Self::BrokerOrSide => side || acting == Acting::Broker,
            Self::BrokerOrService => matches!(acting, Acting::Broker | Acting::Service),
            Self::Service => acting == Acting::Service,
        }
    }
}

/// Where somebody may move a match from here, in the order of a match's life.
pub fn possible(from: MatchState, held_from: Option<MatchState>, acting: Acting) -> Vec<MatchState> {
    let all = MatchState::ALL.iter().copied();
    all.filter(|to| Step { from, held_from, to: *to, acting }.check().is_some()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTING: [Acting; 4] = [Acting::Broker, Acting::DemandSide, Acting::TechnologySide, Acting::Service];

    fn legal(from: MatchState, to: MatchState, acting: Acting) -> bool {
        Step { from, held_from: None, to, acting }.check().is_some()
    }

    #[test]
    fn the_straight_way_leads_from_a_suggestion_to_delivery() {
        let way = [Suggested, Shortlisted, Proposed, Accepted, Introduced, Negotiating, Agreed, Delivered];
        for pair in way.windows(2) {
            let acting = if pair[1] == Accepted { Acting::DemandSide } else { Acting::Broker };
            assert!(legal(pair[0], pair[1], acting), "{pair:?}");
        }
    }

    #[test]
    fn no_two_lines_of_the_table_speak_of_the_same_pair() {
        for from in MatchState::ALL {
            for to in MatchState::ALL {
                let lines = TABLE.iter().filter(|rule| rule.to == *to && rule.from.contains(from)).count();
                assert!(lines <= 1, "{from} → {to}");
            }
        }
    }

    #[test]
    fn nobody_stays_where_they_are_or_leaves_a_delivered_match() {
        for acting in ACTING {
            assert_eq!(possible(Delivered, None, acting), []);
            for state in MatchState::ALL {
                assert!(!legal(*state, *state, acting), "{state}");
            }
        }
    }

    #[test]
    fn a_match_on_hold_goes_back_only_to_where_it_came_from() {
        assert_eq!(possible(OnHold, Some(Proposed), Acting::Broker), [Proposed]);
        assert_eq!(possible(OnHold, Some(Proposed), Acting::DemandSide), []);
        assert_eq!(possible(OnHold, None, Acting::Broker), []);
    }

    #[test]
    fn everything_that_says_no_needs_a_reason() {
        for from in MatchState::ALL {
            for to in [Dismissed, Declined, Lapsed, Withdrawn, OnHold] {
                for acting in ACTING {
                    let checked = Step { from: *from, held_from: None, to, acting }.check();
                    assert!(checked.is_none_or(|legal| legal.reason), "{from} → {to}");
                }
            }
        }
    }

    #[test]
    fn only_the_sides_accept_and_only_a_broker_introduces() {
        assert!(!legal(Proposed, Accepted, Acting::Broker) && !legal(Proposed, Declined, Acting::Broker));
        assert!(!legal(Accepted, Introduced, Acting::DemandSide));
        assert!(!legal(Proposed, Introduced, Acting::Broker));
    }
}
