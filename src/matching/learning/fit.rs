//! New weights from judgements, measured against those in force on demands that were kept apart. Pure.

use std::collections::BTreeMap;

use siku_index::evaluate::ndcg;
use siku_index::learn::{Fitted, List, Reliability, calibrate, fit_towards};
use siku_index::matching::{Weight, Weights};
use siku_index::signals::{SIGNALS, Source};
use uuid::Uuid;

use super::gather::Judgement;
use crate::accounts::secrets::sha256;

/// Of sixteen demands this many are kept apart to measure on.
const HELD_OUT: u32 = 6;
/// How firmly weights are held to those the program came with, in the weight of one demand.
const PENALTY: f64 = 2.0;
/// This part of the weight of likeness is not learned away. Only what was suggested is decided on, and all of that is
/// alike: decisions cannot show what likeness is worth against everything that was not suggested.
const KEPT: f64 = 0.3;
/// Depth of the ranking that counts.
const AT: usize = 10;
/// A gain of so many standard errors is beyond chance.
const STANDARD_ERRORS: f64 = 2.0;

/// How good weights are on judgements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figures {
    /// nDCG@10 over the demands that have a yes.
    pub ndcg: f64,
    /// Expected calibration error of the scores.
    pub error: f64,
}

/// Weights that were learned, and what they were measured to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    pub weights: Weights,
    pub decisions: usize,
    pub demands: usize,
    /// Decisions that were kept apart.
    pub held_out: usize,
    /// Of the weights in force, on what was kept apart.
    pub before: Figures,
    /// Of the new ones, there too.
    pub after: Figures,
    /// The order of what was kept apart is better by more than chance would make it.
    pub beyond_chance: bool,
}

/// Whether a demand is kept apart: always the same ones.
pub fn is_held_out(demand: Uuid) -> bool {
    let hash = sha256(&["learn", &demand.to_string()]);
    hash.chars().next().and_then(|digit| digit.to_digit(16)).is_some_and(|digit| digit < HELD_OUT)
}

/// Fits on most demands and measures on the others; `None` when either part has no demand with a yes and a no.
pub fn fit(judgements: &[Judgement], shipped: &Weights, in_force: &Weights) -> Option<Fit> {
    let mut by_demand: BTreeMap<Uuid, List> = BTreeMap::new();
    for judgement in judgements {
        let list = by_demand.entry(judgement.demand).or_default();
        list.values.push(judgement.values.clone());
        list.grades.push(judgement.grade);
    }
    let demands = by_demand.len();
    let (held, learned): (Vec<_>, Vec<_>) = by_demand.into_iter().partition(|(demand, _)| is_held_out(*demand));
    let [held, learned] = [held, learned].map(|part| part.into_iter().map(|(_, list)| list).collect::<Vec<List>>());
    if !held.iter().any(tells) || !learned.iter().any(tells) {
        return None;
    }
    let weights = weights_of(&learn(&fitted_of(shipped), learned), shipped);
    let (old, new) = (fitted_of(in_force), fitted_of(&weights));
    let gains: Vec<f64> = held.iter().filter_map(|list| Some(ndcg_of(list, &new)? - ndcg_of(list, &old)?)).collect();
    Some(Fit {
        decisions: judgements.len(),
        demands,
        held_out: held.iter().map(|list| list.grades.len()).sum(),
        before: figures(&held, &old),
        after: figures(&held, &new),
        beyond_chance: is_beyond_chance(&gains),
        weights,
    })
}

/// What the decisions on some demands make of known weights.
fn learn(known: &Fitted, mut lists: Vec<List>) -> Fitted {
    let kept: Vec<f64> = SIGNALS
        .iter()
        .zip(&known.weights)
        .map(|(signal, weight)| if signal.source == Source::Facts { 0.0 } else { KEPT * weight })
        .collect();
    let given = Fitted { weights: kept.clone(), bias: 0.0, ..known.clone() };
    for list in &mut lists {
        list.given = list.values.iter().map(|values| given.logit(values) as f32).collect();
    }
    let free = known.weights.iter().zip(&kept).map(|(weight, kept)| weight - kept).collect();
    let free = Fitted { weights: free, ..known.clone() };
    let mut order = fit_towards(&free, &lists, PENALTY);
    order.weights.iter_mut().zip(kept).for_each(|(weight, kept)| *weight += kept);
    lists.iter_mut().for_each(|list| list.given.clear());
    let mut fitted = calibrate(&order, &lists);
    for place in (0..SIGNALS.len()).filter(|place| is_silent(&lists, *place)) {
        fitted.weights[place] = known.weights[place];
    }
    fitted
}

/// Nobody could learn anything about a signal that never spoke.
fn is_silent(lists: &[List], signal: usize) -> bool {
    lists.iter().flat_map(|list| &list.values).all(|values| values[signal].is_none())
}

/// A demand on which an order can be better or worse.
fn tells(list: &List) -> bool {
    list.grades.iter().any(|grade| *grade > 0) && list.grades.contains(&0)
}

/// Weights in the form of the fitter.
fn fitted_of(weights: &Weights) -> Fitted {
    let each = |of: fn(&Weight) -> f32| {
        let value = |name: &str| weights.signals.get(name).map_or(0.0, |weight| f64::from(of(weight)));
        SIGNALS.iter().map(|signal| value(signal.name)).collect()
    };
    Fitted {
        weights: each(|weight| weight.weight),
        neutral: each(|weight| weight.neutral),
        bias: f64::from(weights.bias),
        words: 0.0,
    }
}

/// And back: the rest is as the program came with it.
fn weights_of(fitted: &Fitted, shipped: &Weights) -> Weights {
    let mut weights = Weights { bias: fitted.bias as f32, ..shipped.clone() };
    for (place, signal) in SIGNALS.iter().enumerate() {
        let (weight, neutral) = (fitted.weights[place] as f32, fitted.neutral[place] as f32);
        weights.signals.insert(signal.name.to_owned(), Weight { weight, neutral, fitted: true });
    }
    weights
}

fn figures(lists: &[List], fitted: &Fitted) -> Figures {
    let mut reliability = Reliability::default();
    for list in lists {
        for (logit, grade) in list.logits(fitted).into_iter().zip(&list.grades) {
            reliability.add(1.0 / (1.0 + (-logit).exp()), *grade >= 2);
        }
    }
    let each: Vec<f64> = lists.iter().filter_map(|list| ndcg_of(list, fitted)).collect();
    Figures { ndcg: mean(&each), error: reliability.error() }
}

fn ndcg_of(list: &List, fitted: &Fitted) -> Option<f64> {
    let mut ranked: Vec<(f64, u8)> = list.logits(fitted).into_iter().zip(list.grades.iter().copied()).collect();
    // Of equals the worse first: what does not tell them apart gains nothing by it.
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let ranked: Vec<u8> = ranked.into_iter().map(|(_, grade)| grade).collect();
    ndcg(&ranked, &list.grades, AT)
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Whether the mean of paired differences is so far above zero that chance alone would hardly make it so.
fn is_beyond_chance(gains: &[f64]) -> bool {
    let mean = mean(gains);
    let variance = gains.iter().map(|gain| (gain - mean).powi(2)).sum::<f64>() / (gains.len().max(2) - 1) as f64;
    mean > STANDARD_ERRORS * (variance / gains.len().max(1) as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_go_through_the_fitter_and_back_unchanged() {
        let shipped = Weights::shipped().unwrap();
        let back = weights_of(&fitted_of(&shipped), &shipped);
        for (name, weight) in &shipped.signals {
            assert_eq!(
                (back.signals[name].weight, back.signals[name].neutral),
                (weight.weight, weight.neutral),
                "{name}"
            );
        }
        assert_eq!(back.bias, shipped.bias);
    }

    #[test]
    fn a_part_of_the_demands_is_kept_apart_and_always_the_same() {
        let held = |number: u128| is_held_out(Uuid::from_u128(number));
        let count = (0..1_600).filter(|number| held(*number)).count();
        assert!((500..700).contains(&count), "{count}");
        assert!((0..100).all(|number| held(number) == held(number)));
    }

    #[test]
    fn a_gain_that_wavers_is_not_beyond_chance() {
        assert!(is_beyond_chance(&[0.1, 0.12, 0.08, 0.11]));
        assert!(!is_beyond_chance(&[0.5, -0.4, 0.3, -0.3]));
        assert!(!is_beyond_chance(&[0.0, 0.0]) && !is_beyond_chance(&[]));
    }
}
