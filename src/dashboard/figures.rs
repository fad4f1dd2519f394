//! What is counted.

use std::collections::{BTreeMap, HashMap, HashSet};

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::tracked::{Tracked, fields};
use super::{Figure, Label, Slice, Subject};
use crate::db::Db;
use crate::library::{Demands, Institutions, Library, Status, Technologies};
use crate::matching::rows::matches;
use crate::matching::types::MatchState::{
    self, Accepted, Agreed, Declined, Delivered, Dismissed, Introduced, Lapsed, Negotiating, OnHold, Proposed,
    Shortlisted, Suggested, Withdrawn,
};

/// The straight way.
const WAY: [MatchState; 8] = [Suggested, Shortlisted, Proposed, Accepted, Introduced, Negotiating, Agreed, Delivered];
/// A match in one of these answers nothing.
const OVER: [MatchState; 4] = [Dismissed, Declined, Lapsed, Withdrawn];
const SECONDS_A_DAY: f64 = 86_400.0;

fn state(state: MatchState) -> Label {
    Label::State(state.as_str().to_owned())
}

/// How many came at least so far; who left out a step has passed it.
pub(super) fn funnel(all: &[&Tracked]) -> Figure {
    let place = |state: &MatchState| WAY.iter().position(|step| step == state);
    let furthest = |one: &&Tracked| one.way.iter().filter_map(|(state, _)| place(state)).max().unwrap_or(0);
    let reached: Vec<usize> = all.iter().map(furthest).collect();
    let line = |(at, step): (usize, &MatchState)| {
        let count = reached.iter().filter(|furthest| **furthest >= at).count();
        (vec![state(*step)], vec![count as f64])
    };
    Figure {
        subject: Subject::Funnel,
        heads: &["state"],
        measures: &["matches"],
        lines: WAY.iter().enumerate().map(line).collect(),
    }
}

/// The median of days that matches stayed in a state, of those that left it; and how many are in it now.
pub(super) fn time(all: &[&Tracked]) -> Figure {
    let mut stays: HashMap<MatchState, Vec<f64>> = HashMap::new();
    let mut present: HashMap<MatchState, usize> = HashMap::new();
    for one in all {
        for pair in one.way.windows(2) {
            if let [(state, from), (_, until)] = pair {
                let days = (*until - *from).num_seconds() as f64 / SECONDS_A_DAY;
                stays.entry(*state).or_default().push(days.max(0.0));
            }
        }
        if let Some((last, _)) = one.way.last() {
            *present.entry(*last).or_default() += 1;
        }
    }
    let line = |one: &MatchState| {
        let days = stays.remove(one).unwrap_or_default();
        let (left, here) = (days.len() as f64, present.get(one).copied().unwrap_or(0) as f64);
        (vec![state(*one)], vec![median(days), left, here])
    };
    let states = WAY.iter().chain([OnHold].iter());
    Figure {
        subject: Subject::Time,
        heads: &["state"],
        measures: &["median_days", "left", "present"],
        lines: states.map(line).collect(),
    }
}

fn median(mut days: Vec<f64>) -> f64 {
    days.sort_by(f64::total_cmp);
    let middle = days.len() / 2;
    let of = |at: usize| days.get(at).copied().unwrap_or(0.0);
    if days.len().is_multiple_of(2) { f64::midpoint(of(middle.saturating_sub(1)), of(middle)) } else { of(middle) }
}

/// By country and field of the demand, and month of the suggestion.
pub(super) fn spread(all: &[&Tracked]) -> Figure {
    let mut lines: BTreeMap<Vec<Label>, [usize; 3]> = BTreeMap::new();
    for one in all {
        let reached = |state: MatchState| one.way.iter().any(|(step, _)| *step == state);
        let counts = [true, reached(Introduced), reached(Agreed)];
        let country = one.country.clone().map_or(Label::Nothing, Label::Country);
        let fields = one.fields.iter().cloned().map(Label::Field);
        let fields = if one.fields.is_empty() { vec![Label::Nothing] } else { fields.collect() };
        for field in fields {
            let line = lines.entry(vec![country.clone(), field, Label::Month(one.month())]).or_default();
            for (sum, counts) in line.iter_mut().zip(counts) {
                *sum += usize::from(counts);
            }
        }
    }
    let mut lines: Vec<(Vec<Label>, Vec<f64>)> =
        lines.into_iter().map(|(labels, sums)| (labels, sums.map(|sum| sum as f64).to_vec())).collect();
    most_first(&mut lines);
    Figure {
        subject: Subject::Spread,
        heads: &["country", "field", "month"],
        measures: &["suggested", "introduced", "agreed"],
        lines,
    }
}

fn most_first(lines: &mut [(Vec<Label>, Vec<f64>)]) {
    let first = |line: &(Vec<Label>, Vec<f64>)| line.1.first().copied().unwrap_or(0.0);
    lines.sort_by(|left, right| first(right).total_cmp(&first(left)).then_with(|| left.0.cmp(&right.0)));
}

/// Published records of a library with their country.
async fn published<L: Library>(db: &Db, country: &'static str) -> anyhow::Result<Vec<(Uuid, Option<String>)>> {
    let wanted =
        L::Entity::find().select_only().column_as(Expr::col("id"), "id").column_as(Expr::col(country), "country");
    Ok(wanted.filter(Expr::col("status").eq(Status::Published.as_str())).into_tuple().all(&**db).await?)
}

/// Records of one side that are in a match which is not over.
async fn answered(db: &Db, side: matches::Column) -> anyhow::Result<HashSet<Uuid>> {
    let wanted = matches::Entity::find().select_only().column(side).distinct();
    let open = wanted.filter(matches::Column::Status.is_not_in(OVER.map(MatchState::as_str)));
    let ids: Vec<Uuid> = open.into_tuple().all(&**db).await?;
    Ok(ids.into_iter().collect())
}

/// Records of a library by country and field, those that are left over.
async fn left_over<L: Library>(
    db: &Db,
    slice: &Slice,
    side: matches::Column,
) -> anyhow::Result<Vec<(Vec<Label>, Vec<f64>)>> {
    let (answered, fields) = (answered(db, side).await?, fields(db, L::KIND).await?);
    let mut lines: BTreeMap<Vec<Label>, usize> = BTreeMap::new();
    for (id, country) in published::<L>(db, "country").await? {
        let country = country.filter(|country| !country.is_empty());
        if answered.contains(&id) || slice.country.is_some() && slice.country != country {
            continue;
        }
        let of = fields.get(&id).cloned().unwrap_or_default();
        let country = country.map_or(Label::Nothing, Label::Country);
        let labels = if of.is_empty() { vec![Label::Nothing] } else { of.into_iter().map(Label::Field).collect() };
        for field in labels {
            if slice.field.as_ref().is_some_and(|wanted| field != Label::Field(wanted.clone())) {
                continue;
            }
            *lines.entry(vec![country.clone(), field]).or_default() += 1;
        }
    }
    let mut lines: Vec<_> = lines.into_iter().map(|(labels, count)| (labels, vec![count as f64])).collect();
    most_first(&mut lines);
    Ok(lines)
}

/// Demands that nothing answers.
pub(super) async fn unanswered(db: &Db, slice: &Slice) -> anyhow::Result<Figure> {
    let lines = left_over::<Demands>(db, slice, matches::Column::DemandId).await?;
    let heads = &["country", "field"];
    Ok(Figure { subject: Subject::UnansweredDemands, heads, measures: &["demands"], lines })
}

/// Technologies that answer nothing.
pub(super) async fn idle(db: &Db, slice: &Slice) -> anyhow::Result<Figure> {
    let lines = left_over::<Technologies>(db, slice, matches::Column::TechnologyId).await?;
    let heads = &["country", "field"];
    Ok(Figure { subject: Subject::IdleTechnologies, heads, measures: &["technologies"], lines })
}

/// Institutions by grade.
pub(super) async fn grades(db: &Db, slice: &Slice) -> anyhow::Result<Figure> {
    let fields = fields(db, Institutions::KIND).await?;
    let mut lines: BTreeMap<Label, usize> = BTreeMap::new();
    for (id, grade) in published::<Institutions>(db, "grade").await? {
        let of = fields.get(&id);
        if slice.field.as_ref().is_some_and(|field| of.is_none_or(|of| !of.contains(field))) {
            continue;
        }
        let label = grade.filter(|grade| !grade.is_empty()).map_or(Label::Nothing, Label::Grade);
        *lines.entry(label).or_default() += 1;
    }
    let lines = lines.into_iter().map(|(label, count)| (vec![label], vec![count as f64])).collect();
    Ok(Figure { subject: Subject::Grades, heads: &["grade"], measures: &["institutions"], lines })
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_lies_in_the_middle() {
        assert_eq!(median(vec![]), 0.0);
        assert_eq!(median(vec![9.0, 1.0, 4.0]), 4.0);
        assert_eq!(median(vec![4.0, 1.0]), 2.5);
    }
}
