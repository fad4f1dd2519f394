//! Ten thousand random steps: each does exactly what a table written here by hand says, or is refused and changes
//! nothing.

use super::{catalogue, noon, pair, screen, stored, suggestion};
use crate::support::database::TestDb;
use crate::support::records::{admin, demand, published_for};
use std::cmp::Ordering;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sea_orm::TransactionTrait;
use siku::accounts::Actor;
use siku::library::Demands;
use siku::library::store::create;
use siku::library::technology::ExportControl;
use siku::matching::life::{Answering, Decision, LifeError, Reason, SideAnswer, Why, answer_in, decide_in};
use siku::matching::types::MatchState::{self, *};

#[derive(Debug, Clone, Copy)]
enum Try {
    /// A broker or the service moves it.
    Move {
        service: bool,
        to: MatchState,
    },
    Answer {
        firm: bool,
        accepts: bool,
    },
}

/// The next step on the straight way.
fn ahead(now: MatchState, firm: bool) -> Try {
    let to = match now {
        Suggested => Shortlisted,
        Shortlisted => Proposed,
        Proposed => return Try::Answer { firm, accepts: true },
        Accepted => Introduced,
        Introduced => Negotiating,
        Negotiating => Agreed,
        _ => Delivered,
    };
    Try::Move { service: false, to }
}

/// A match as the test believes it to be.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Believed {
    state: MatchState,
    held: Option<MatchState>,
    /// Of the firm, of the embassy.
    accepted: [bool; 2],
    shown: bool,
}

/// What a broker may do, as PRODUCT has it.
fn broker_may(from: MatchState, to: MatchState) -> bool {
    let forward = [
        (Suggested, Shortlisted),
        (Suggested, Proposed),
        (Shortlisted, Proposed),
        (Accepted, Introduced),
        (Introduced, Negotiating),
        (Negotiating, Agreed),
        (Agreed, Delivered),
    ];
    let open = [Suggested, Shortlisted, Proposed, Accepted, Introduced, Negotiating, Agreed];
    match to {
        Dismissed => matches!(from, Suggested | Shortlisted),
        Declined => matches!(from, Accepted | Introduced | Negotiating),
        Lapsed => matches!(from, Proposed | Accepted | Introduced | Negotiating),
        Withdrawn => open.contains(&from) && from != Suggested,
        OnHold => open.contains(&from),
        _ => forward.contains(&(from, to)),
    }
}

fn service_may(from: MatchState, to: MatchState) -> bool {
    match to {
        Suggested => matches!(from, Dismissed | Declined | Lapsed | Withdrawn),
        Lapsed => matches!(from, Suggested | Proposed | Accepted | Introduced | Negotiating),
        Withdrawn | OnHold => {
            matches!(from, Suggested | Shortlisted | Proposed | Accepted | Introduced | Negotiating | Agreed)
        }
        _ => false,
    }
}

/// The match after a step; `None` when it has to be refused.
fn expected(now: Believed, attempt: Try) -> Option<Believed> {
    match attempt {
        Try::Move { to, .. } if now.state == OnHold => {
            (now.held == Some(to)).then_some(Believed { state: to, held: None, ..now })
        }
        Try::Move { service, to } => {
            let may = if service { service_may(now.state, to) } else { broker_may(now.state, to) };
            let held = (to == OnHold).then_some(now.state);
            let after = Believed { state: to, held, shown: now.shown || to == Proposed, ..now };
            let anew = Believed { state: Suggested, held: None, accepted: [false; 2], shown: false };
            may.then_some(if to == Suggested { anew } else { after })
        }
        Try::Answer { firm, accepts: true } => {
            let mut accepted = now.accepted;
            let mine = std::mem::replace(&mut accepted[usize::from(firm)], true);
            let state = if accepted == [true, true] { Accepted } else { Proposed };
            (now.state == Proposed && !mine).then_some(Believed { state, accepted, ..now })
        }
        Try::Answer { firm, accepts: false } => {
            let mut accepted = now.accepted;
            accepted[usize::from(firm)] = false;
            let open = matches!(now.state, Proposed | Accepted | Introduced | Negotiating);
            open.then_some(Believed { state: Declined, accepted, ..now })
        }
    }
}

fn attempts() -> impl Strategy<Value = Try> {
    let state = prop::sample::select(MatchState::ALL);
    prop_oneof![
        7 => state.clone().prop_map(|to| Try::Move { service: false, to }),
        1 => state.prop_map(|to| Try::Move { service: true, to }),
        1 => (any::<bool>(), prop::bool::weighted(0.9)).prop_map(|(firm, accepts)| Try::Answer { firm, accepts }),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_random_steps_are_taken_or_refused_as_the_rules_say() {
    let db = TestDb::sqlite().await;
    let pair = pair(&db).await;
    catalogue(&db, "2025-01-01").await;
    screen(&db, &admin(), pair.technology, ExportControl::Free, &[]).await.unwrap();
    let mut runner = TestRunner::deterministic();
    let (mut tried, mut pairs) = (0, std::collections::HashSet::new());
    for number in 0..500 {
        let wanted = demand("Irrigation");
        let owner = pair.embassy.organisation_id().unwrap();
        let wanted = create::<Demands>(&db, &admin(), wanted, published_for(owner)).await.unwrap();
        let id = suggestion(&db, wanted.head.id, pair.technology).await;
        let steps = prop::collection::vec(attempts(), 20).new_tree(&mut runner).unwrap().current();
        let mut believed = Believed { state: Suggested, held: None, accepted: [false; 2], shown: false };
        // One transaction for all: what is refused must leave it as it was.
        let transaction = db.begin().await.unwrap();
        let held = &transaction;
        // Walks go ahead to every depth and try every state from there, or deep pairs would be rare.
        let depth = number % 10;
        let to = MatchState::ALL[number / 10 % MatchState::ALL.len()];
        for (place, random) in steps.into_iter().enumerate() {
            let attempt = match place.cmp(&depth) {
                Ordering::Less => ahead(believed.state, place % 2 == 0),
                Ordering::Equal => Try::Move { service: false, to },
                Ordering::Greater => random,
            };
            let why = Why { reason: Some(Reason::NotNow), text: None };
            let outcome = match attempt {
                Try::Move { service, to } => {
                    let actor = if service { &Actor::System } else { &pair.broker };
                    decide_in(held, actor, id, None, Decision { to, why }, noon(1)).await
                }
                Try::Answer { firm, accepts } => {
                    let actor = if firm { &pair.firm } else { &pair.embassy };
                    let answer = if accepts { SideAnswer::Accepted } else { SideAnswer::Declined };
                    answer_in(held, actor, id, None, Answering { answer, side: None, why }, noon(1)).await
                }
            };
            let after = expected(believed, attempt);
            if let Try::Move { service: false, to } = attempt {
                pairs.insert((believed.state, to));
            }
            match (&outcome, after) {
                (Ok(standing), Some(after)) => {
                    assert_eq!((standing.state, standing.held_from), (after.state, after.held), "{attempt:?}");
                    believed = after;
                }
                (Err(LifeError::NotFound), None) => assert!(!believed.shown, "{believed:?} {attempt:?}"),
                (Err(LifeError::Illegal { .. } | LifeError::State(_)), None) => {}
                _ => panic!("{believed:?} {attempt:?}: {outcome:?}, expected {after:?}"),
            }
            tried += 1;
        }
        transaction.commit().await.unwrap();
        assert_eq!(stored(&db, id).await.status, believed.state.as_str());
    }
    assert_eq!(tried, 10_000);
    let all = MatchState::ALL.iter().flat_map(|from| MatchState::ALL.iter().map(|to| (*from, *to)));
    let untried: Vec<_> = all.filter(|pair| !pairs.contains(pair)).collect();
    assert_eq!(untried, [], "a broker tried every pair of states");
}
