//! Decisions teach: every decision that speaks of fit is a judgement, and judgements weigh the signals anew. The
//! mathematics is in `siku_index::learn`; what is measured, and what may be put in force, is here.
//!
//! | file | what |
//! |---|---|
//! | [`judge`] | ONE table: what a decision says of fit |
//! | [`gather`] | judgements with the signals that were known at the time |
//! | [`mod@fit`] | new weights, measured on demands that were kept apart |
//! | [`versions`] | every version, and which one is in force |
//! | [`follow`] | the engine of this process uses the version in force |

pub mod fit;
pub mod follow;
pub mod gather;
pub mod judge;
pub mod rows;
pub mod versions;

use std::fmt;

use chrono::{DateTime, Utc};
use siku_index::matching::Weights;

use crate::accounts::Actor;
use crate::config::Learn;
use crate::db::Db;
use fit::{Fit, fit};
use versions::{LearningOutcome, Version};

/// What learning came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Learned {
    /// Too few decisions speak of fit; the weights stay as they are.
    TooFew { decisions: usize, needed: usize },
    /// Enough decisions, but one of the two parts has no demand with both a yes and a no.
    OneSided { decisions: usize },
    /// Nobody has decided anything since the last version was made.
    NothingNew { decisions: usize },
    /// A version was made and measured, and put in force where it is better.
    Made(Box<Version>),
}

impl fmt::Display for Learned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFew { decisions, needed } => write!(
                f,
                "{decisions} decisions speak of fit, {needed} are needed (learn.least_decisions): the weights stay"
            ),
            Self::OneSided { decisions } => write!(
                f,
                "{decisions} decisions, but too few demands with both a yes and a no to measure on: the weights stay"
            ),
            Self::NothingNew { decisions } => {
                write!(f, "no decision since the newest version was learned from {decisions}: the weights stay")
            }
            Self::Made(version) => version.fmt(f),
        }
    }
}

/// Learns from all decisions there are and puts what was learned in force where it is better than what is.
///
/// # Errors
/// The database failed.
pub async fn learn(db: &Db, settings: &Learn, actor: &Actor, now: DateTime<Utc>) -> anyhow::Result<Learned> {
    let shipped = Weights::shipped()?;
    let judgements = gather::judgements(db, &shipped.algorithm).await?;
    let decisions = judgements.len();
    if decisions < settings.least_decisions {
        return Ok(Learned::TooFew { decisions, needed: settings.least_decisions });
    }
    let fingerprint = gather::fingerprint(&judgements);
    if versions::newest_fingerprint(&**db, &shipped.algorithm).await?.as_deref() == Some(fingerprint.as_str()) {
        return Ok(Learned::NothingNew { decisions });
    }
    let in_force = versions::weights_in_force(&**db, &shipped).await?;
    let fitted = tokio::task::spawn_blocking(move || fit(&judgements, &shipped, &in_force)).await?;
    let Some(fitted) = fitted else { return Ok(Learned::OneSided { decisions }) };
    let outcome = outcome(&fitted);
    let version = versions::store(db, actor, &fitted, outcome, &fingerprint, now).await?;
    Ok(Learned::Made(Box::new(version)))
}

/// What becomes of new weights: in force only if neither figure got worse and the order is better beyond chance.
pub fn outcome(fitted: &Fit) -> LearningOutcome {
    let (before, after) = (fitted.before, fitted.after);
    if after.ndcg < before.ndcg || after.error > before.error {
        LearningOutcome::Worse
    } else if !fitted.beyond_chance {
        LearningOutcome::NoGain
    } else {
        LearningOutcome::Adopted
    }
}
