//! What is counted.

use std::collections::{BTreeMap, HashMap};

use roaring::RoaringBitmap;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::tracked::Tracked;
use super::{Figure, Label, Slice, Subject};
use crate::db::Db;
use crate::library::store::Sets;
use crate::library::{CodeKind, Institutions, Library, Status};
use crate::matching::types::MatchState::{
    self, Accepted, Agreed, Delivered, Introduced, Negotiating, OnHold, Proposed, Shortlisted, Suggested,
};

/// The straight way.
const WAY: [MatchState; 8] = [Suggested, Shortlisted, Proposed, Accepted, Introduced, Negotiating, Agreed, Delivered];
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

/// Country and field of a demand, where it has them, and the month of a suggestion.
type Place<'a> = (Option<&'a str>, Option<&'a str>, (i32, u32));

/// By country and field of the demand, and month of the suggestion.
pub(super) fn spread(all: &[&Tracked], demands: &Sets) -> Figure {
    let mut by_demand: HashMap<(Uuid, (i32, u32)), [usize; 3]> = HashMap::new();
    for one in all {
        let reached = |state: MatchState| one.way.iter().any(|(step, _)| *step == state);
        let counts = [true, reached(Introduced), reached(Agreed)].map(usize::from);
        add(by_demand.entry((one.demand, one.month())).or_default(), counts);
    }
    let (countries, fields) = (demands.codes_by_number(CodeKind::Country), demands.codes_by_number(CodeKind::Field));
    let mut lines: BTreeMap<Place<'_>, [usize; 3]> = BTreeMap::new();
    for ((demand, month), counts) in by_demand {
        let number = demands.number(demand).unwrap_or(u32::MAX);
        let country = countries.get(&number).and_then(|of| of.first()).copied();
        match fields.get(&number) {
            None => add(lines.entry((country, None, month)).or_default(), counts),
            Some(of) => {
                of.iter().for_each(|field| add(lines.entry((country, Some(*field), month)).or_default(), counts))
            }
        }
    }
    let labelled = |((country, field, month), sums): (Place<'_>, [usize; 3])| {
        let month = Label::Month(month);
        (vec![label(country, Label::Country), label(field, Label::Field), month], sums.map(|sum| sum as f64).to_vec())
    };
    let mut lines: Vec<(Vec<Label>, Vec<f64>)> = lines.into_iter().map(labelled).collect();
    most_first(&mut lines);
    Figure {
        subject: Subject::Spread,
        heads: &["country", "field", "month"],
        measures: &["suggested", "introduced", "agreed"],
        lines,
    }
}

fn add(sums: &mut [usize; 3], counts: [usize; 3]) {
    for (sum, count) in sums.iter_mut().zip(counts) {
        *sum += count;
    }
}

fn label(code: Option<&str>, of: fn(String) -> Label) -> Label {
    code.map_or(Label::Nothing, |code| of(code.to_owned()))
}

fn most_first(lines: &mut [(Vec<Label>, Vec<f64>)]) {
    let first = |line: &(Vec<Label>, Vec<f64>)| line.1.first().copied().unwrap_or(0.0);
    lines.sort_by(|left, right| first(right).total_cmp(&first(left)).then_with(|| left.0.cmp(&right.0)));
}

/// Records that are in the slice, whatever their month.
pub(super) fn within(sets: &Sets, slice: &Slice) -> RoaringBitmap {
    let mut within = sets.everything();
    for (kind, code) in [(CodeKind::Country, &slice.country), (CodeKind::Field, &slice.field)] {
        if let Some(code) = code {
            within &= sets.having(kind, code);
        }
    }
    within
}

/// Published records of a library that are not among the answered, by country and field.
fn left_over(sets: &Sets, answered: &RoaringBitmap, slice: &Slice) -> Vec<(Vec<Label>, Vec<f64>)> {
    let left = (sets.standing(Status::Published) & within(sets, slice)) - answered;
    let shown = |field: &Option<&str>| slice.field.is_none() || *field == slice.field.as_deref();
    let mut lines = Vec::new();
    for (country, of_country) in parts(sets, CodeKind::Country, &left) {
        for (field, records) in parts(sets, CodeKind::Field, &of_country).into_iter().filter(|(field, _)| shown(field))
        {
            let labels = vec![label(country, Label::Country), label(field, Label::Field)];
            lines.push((labels, vec![records.len() as f64]));
        }
    }
    most_first(&mut lines);
    lines
}

/// Records by their codes of a kind, those without one last; parts that are empty are left out.
fn parts<'a>(sets: &'a Sets, kind: CodeKind, records: &RoaringBitmap) -> Vec<(Option<&'a str>, RoaringBitmap)> {
    let mut rest = records.clone();
    let mut parts = Vec::new();
    for (code, having) in sets.codes(kind).filter(|(code, _)| !code.is_empty()) {
        rest -= having;
        parts.push((Some(code), records & having));
    }
    parts.push((None, rest));
    parts.retain(|(_, records)| !records.is_empty());
    parts
}

/// Demands that nothing answers.
pub(super) fn unanswered(demands: &Sets, answered: &RoaringBitmap, slice: &Slice) -> Figure {
    let lines = left_over(demands, answered, slice);
    Figure { subject: Subject::UnansweredDemands, heads: &["country", "field"], measures: &["demands"], lines }
}

/// Technologies that answer nothing.
pub(super) fn idle(technologies: &Sets, answering: &RoaringBitmap, slice: &Slice) -> Figure {
    let lines = left_over(technologies, answering, slice);
    Figure { subject: Subject::IdleTechnologies, heads: &["country", "field"], measures: &["technologies"], lines }
}

/// Institutions by grade.
pub(super) async fn grades(db: &Db, institutions: &Sets, slice: &Slice) -> anyhow::Result<Figure> {
    let of_field = slice.field.as_ref().map(|field| institutions.having(CodeKind::Field, field));
    let graded: Vec<(Uuid, Option<String>)> = <Institutions as Library>::Entity::find()
        .select_only()
        .column_as(Expr::col("id"), "id")
        .column_as(Expr::col("grade"), "grade")
        .filter(Expr::col("status").eq(Status::Published.as_str()))
        .into_tuple()
        .all(&**db)
        .await?;
    let mut lines: BTreeMap<Label, usize> = BTreeMap::new();
    for (id, grade) in graded {
        let number = institutions.number(id);
        if of_field.as_ref().is_some_and(|of| number.is_none_or(|number| !of.contains(number))) {
            continue;
        }
        let grade = grade.filter(|grade| !grade.is_empty());
        *lines.entry(label(grade.as_deref(), Label::Grade)).or_default() += 1;
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
