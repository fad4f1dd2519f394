//! Suggestions as the pages of a demand and of a technology show them, and the parts of a match that
//! the dossier shares with them.

use uuid::Uuid;

use super::reader::Reader;
use crate::app::App;
use crate::error::Error;
use crate::layout::Locale;
use crate::layout::components::{Score, Shelf, Verdict};
use crate::layout::content::Text;
use crate::layout::matches::{Coverage, Pair, Side, Suggestion};
use crate::matching::read::{self, Run};
use crate::matching::types::{self, Match, MatchState, NearestLine, RecordLine, RequirementCoverage, SignalValue};

/// Reasons told on one line of a ranking.
const REASONS: usize = 3;
/// The signal that estimates how many requirements are met.
const ANSWERS: &str = "answers";
/// Technologies suggested on a page; more would not be read.
const SUGGESTIONS: u64 = 20;

/// The answer to a demand: ranked suggestions, or the dated "no match", or that brokers look at what was found.
pub struct Answer {
    pub lead: String,
    pub suggestions: Vec<Suggestion>,
    pub nothing: Option<NoMatch>,
}

/// What was searched, when, and the nearest technologies with what each lacks.
pub struct NoMatch {
    pub text: String,
    pub nearest: Vec<Nearest>,
}

pub struct Nearest {
    pub score: Score,
    pub other: Side,
    pub lacks: Vec<Text>,
}

/// Whether the reader may see matches at all.
pub fn shown(app: &App, reader: &Reader) -> bool {
    app.settings.matching.public || reader.actor.may(crate::accounts::Action::ReadMatches, None)
}

/// The answer to a demand; `None` where matches are not shown or none has been computed yet.
pub async fn for_demand(app: &App, reader: &Reader, demand: Uuid, lang: &str) -> Result<Option<Answer>, Error> {
    if !shown(app, reader) {
        return Ok(None);
    }
    let ranking = read::of_demand(&app.db, &reader.actor, demand, SUGGESTIONS, reader.t()).await?;
    let run = read::last_run(&app.db, &reader.actor, demand, reader.t()).await?;
    let Some(run) = run else { return Ok(None) };
    let date = reader.t().moment(&run.at);
    let suggestions: Vec<Suggestion> = ranking
        .matches
        .iter()
        .map(|one| suggestion(one, side(&one.technology, Shelf::Technologies, reader), reader))
        .collect();
    let count = suggestions.len() as f64;
    let none_is_shown = suggestions.is_empty();
    let nothing = (none_is_shown && run.suggested == 0).then(|| no_match(&run, &date, lang, reader));
    let lead = if none_is_shown {
        reader.t().fill("demand-matches-with-brokers", date)
    } else {
        reader.t().text_with("demand-matches-lead", [("count", count.into()), ("date", date.into())])
    };
    Ok(Some(Answer { lead, suggestions, nothing }))
}

/// The demands a technology answers; `None` where matches are not shown.
pub async fn for_technology(app: &App, reader: &Reader, technology: Uuid) -> Result<Option<Vec<Suggestion>>, Error> {
    if !shown(app, reader) {
        return Ok(None);
    }
    let ranking = read::of_technology(&app.db, &reader.actor, technology, SUGGESTIONS, reader.t()).await?;
    let line = |one: &Match| suggestion(one, side(&one.demand, Shelf::Demands, reader), reader);
    Ok(Some(ranking.matches.iter().map(line).collect()))
}

fn no_match(run: &Run, date: &str, lang: &str, reader: &Reader) -> NoMatch {
    let searched = run.searched.technologies as f64;
    let text = reader.t().text_with("no-match-text", [("count", searched.into()), ("date", date.into())]);
    let near = |line: &NearestLine| Nearest {
        score: Score(line.score),
        other: side(&line.technology, Shelf::Technologies, reader),
        lacks: line.lacks.iter().map(|lack| Text::new(lack, lang)).collect(),
    };
    NoMatch { text, nearest: run.nearest.iter().map(near).collect() }
}

fn suggestion(one: &Match, other: Side, reader: &Reader) -> Suggestion {
    Suggestion {
        href: dossier_address(one),
        other,
        score: Score(one.score),
        reasons: strongest(&one.signals).iter().map(|signal| signal.reason.clone()).collect(),
        coverage: summary(&one.coverage, reader),
        status: (one.state != MatchState::Suggested).then(|| state_name(one.state, reader)),
    }
}

/// Demand and technology of a match in one line.
pub fn pair(one: &Match, reader: &Reader) -> Pair {
    Pair {
        href: dossier_address(one),
        demand: side(&one.demand, Shelf::Demands, reader),
        technology: side(&one.technology, Shelf::Technologies, reader),
        score: Score(one.score),
        coverage: summary(&one.coverage, reader),
    }
}

fn dossier_address(one: &Match) -> String {
    one.id.map(|id| format!("/matches/{id}")).unwrap_or_default()
}

pub fn state_name(state: MatchState, reader: &Reader) -> String {
    reader.t().code_or_self("match_status", state.as_str())
}

/// A record named in a match: its title in the reader's language where there is one, the original below.
pub fn side(line: &RecordLine, shelf: Shelf, reader: &Reader) -> Side {
    let number = line.number.clone().unwrap_or_default();
    let original = Text::new(&line.title, &line.lang);
    let (title, original) = match &line.translation {
        Some(translation) => (Text::new(&translation.text, &translation.lang), Some(original)),
        None => (original, None),
    };
    let mut facts: Vec<String> = line.country.iter().map(|code| reader.country(code)).collect();
    facts.push(reader.language(&line.lang));
    Side {
        shelf,
        kind: reader.t().code_or_self("side", shelf.name()),
        href: format!("/{}/{number}", shelf.name()),
        number,
        title,
        original,
        facts,
    }
}

/// The signals that speak most for a match. What they say of the requirements as a whole is left out: the line of
/// verdicts beside them counts the requirements one by one.
pub fn strongest(signals: &[SignalValue]) -> Vec<&SignalValue> {
    let told = |signal: &&SignalValue| signal.name != ANSWERS && signal.contribution > 0.0 && !signal.reason.is_empty();
    let mut speaking: Vec<&SignalValue> = signals.iter().filter(told).collect();
    speaking.sort_by(|left, right| right.contribution.total_cmp(&left.contribution));
    speaking.truncate(REASONS);
    speaking
}

/// `4 of 5 requirements met, 1 not stated`, with the verdicts one by one.
pub fn summary(coverage: &[RequirementCoverage], reader: &Reader) -> Coverage {
    told(coverage.iter().map(|one| verdict(one.verdict)).collect(), reader.t())
}

/// The same of verdicts alone.
pub fn told(verdicts: Vec<Verdict>, t: Locale) -> Coverage {
    let of = |wanted: Verdict| verdicts.iter().filter(|verdict| **verdict == wanted).count();
    let total = (verdicts.len() as f64).into();
    let mut parts = vec![t.text_with("coverage-met", [("count", (of(Verdict::Met) as f64).into()), ("total", total)])];
    let others = [
        (Verdict::Partly, "coverage-partly"),
        (Verdict::Unmet, "coverage-unmet"),
        (Verdict::Unknown, "coverage-unknown"),
    ];
    parts.extend(
        others.into_iter().filter(|(verdict, _)| of(*verdict) > 0).map(|(verdict, key)| t.count(key, of(verdict))),
    );
    let sentence = if verdicts.is_empty() { String::new() } else { t.clauses(&parts) };
    Coverage { verdicts, sentence }
}

pub fn verdict(verdict: types::Verdict) -> Verdict {
    match verdict {
        types::Verdict::Met => Verdict::Met,
        types::Verdict::Partly => Verdict::Partly,
        types::Verdict::Unmet => Verdict::Unmet,
        types::Verdict::Unknown => Verdict::Unknown,
    }
}
