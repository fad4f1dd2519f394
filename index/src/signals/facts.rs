//! Signals that compare typed columns. Each says nothing where either side left its column empty.

use std::collections::BTreeSet;

use crate::corpus::{Condition, Facts};
use crate::matching::{Pair, Reason};

use super::Finding;
use super::units::Interval;

fn answer(value: f32, reason: Reason) -> Option<Finding> {
    Some(Finding { value, reason })
}

/// First-level field of a taxonomy code (`ict.ai` → `ict`).
fn first_level(code: &str) -> &str {
    code.split('.').next().unwrap_or(code)
}

fn first_levels(facts: &Facts) -> BTreeSet<&str> {
    facts.fields.iter().map(|code| first_level(code)).collect()
}

/// Share of the demand's first-level fields that the technology is in. What else a technology is good for does not
/// speak against it.
pub fn field(pair: &Pair<'_>) -> Option<Finding> {
    let (demand, technology) = (&pair.demand.facts, &pair.technology.facts);
    if demand.fields.is_empty() || technology.fields.is_empty() {
        return None;
    }
    let (wanted, offered) = (first_levels(demand), first_levels(technology));
    let common: Vec<&str> = wanted.intersection(&offered).copied().collect();
    if common.is_empty() {
        return answer(0.0, Reason::new("field-none"));
    }
    answer(common.len() as f32 / wanted.len() as f32, Reason::new("field-common").with(common.join(" ")))
}

/// 1 when the technology names the demand's country, 0 when it names only others.
pub fn country(pair: &Pair<'_>) -> Option<Finding> {
    let country = pair.demand.facts.country?;
    let targets = &pair.technology.facts.countries;
    if targets.is_empty() {
        return None;
    }
    if targets.contains(&country) {
        answer(1.0, Reason::new("country-target").with(country.as_str()))
    } else {
        answer(0.0, Reason::new("country-other").with(country.as_str()))
    }
}

/// 1 when a mode is offered and accepted, 0 when none is.
pub fn mode(pair: &Pair<'_>) -> Option<Finding> {
    let (accepted, offered) = (pair.demand.facts.modes, pair.technology.facts.modes);
    if accepted.is_empty() || offered.is_empty() {
        return None;
    }
    let common: Vec<&str> = accepted.common(offered).iter().map(|mode| mode.as_str()).collect();
    if common.is_empty() {
        answer(0.0, Reason::new("mode-none"))
    } else {
        answer(1.0, Reason::new("mode-common").with(common.join(" ")))
    }
}

/// 1 at or above the minimum asked, less by a third for each level below.
pub fn trl(pair: &Pair<'_>) -> Option<Finding> {
    let (wanted, reached) = (pair.demand.facts.trl?, pair.technology.facts.trl?);
    let below = f32::from(wanted.saturating_sub(reached));
    let code = if below == 0.0 { "trl-enough" } else { "trl-below" };
    answer((1.0 - below / 3.0).max(0.0), Reason::new(code).with(reached.to_string()).with(wanted.to_string()))
}

/// 1 when the cheapest offer is within the budget; else budget over price.
pub fn price(pair: &Pair<'_>) -> Option<Finding> {
    let (budget, price) = (pair.demand.facts.price?, pair.technology.facts.price?);
    if budget.currency? != price.currency? {
        return None;
    }
    let budget = budget.max.or(budget.min)?;
    let price = price.min.or(price.max)?;
    if price <= budget {
        answer(1.0, Reason::new("price-within"))
    } else {
        answer((budget / price) as f32, Reason::new("price-above"))
    }
}

fn interval(condition: &Condition) -> Option<Interval> {
    Interval::new(condition.min, condition.max, &condition.unit)
}

/// Mean share of each wanted interval that the technology covers, over the quantities both name.
pub fn conditions(pair: &Pair<'_>) -> Option<Finding> {
    let mut shares = Vec::new();
    let mut missed = Vec::new();
    for wanted in &pair.demand.facts.conditions {
        let covered = pair
            .technology
            .facts
            .conditions
            .iter()
            .filter(|offered| offered.quantity == wanted.quantity)
            .filter_map(|offered| interval(offered)?.contains_share(&interval(wanted)?))
            .reduce(f64::max);
        if let Some(share) = covered {
            if share < 1.0 {
                missed.push(wanted.quantity.as_str());
            }
            shares.push(share);
        }
    }
    if shares.is_empty() {
        return None;
    }
    let mean = shares.iter().sum::<f64>() / shares.len() as f64;
    let reason = if missed.is_empty() {
        Reason::new("conditions-covered").with(shares.len().to_string())
    } else {
        Reason::new("conditions-missed").with(missed.join(" "))
    };
    answer(mean as f32, reason)
}

/// 1 when the technology's text is in the demand's language: the sides can talk at once.
pub fn language(pair: &Pair<'_>) -> Option<Finding> {
    let same = pair.demand.stored.lang == pair.technology.stored.lang;
    same.then(|| Finding { value: 1.0, reason: Reason::new("language-same").with(&pair.demand.stored.lang) })
}

/// 1 with half a year or more to go on both sides, falling to 0 at the first date of the two.
pub fn expiry(pair: &Pair<'_>) -> Option<Finding> {
    let dates = [pair.demand.facts.valid_until, pair.technology.facts.valid_until];
    let first = dates.into_iter().flatten().min()?;
    let days = (first - pair.today).num_days();
    answer((days as f32 / 180.0).clamp(0.0, 1.0), Reason::new("expiry").with(first.to_string()))
}
