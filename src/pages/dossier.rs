//! `/matches/{id}`: one match with everything that explains it: what answers what, what proves it, who
//! can deliver it, how the score comes about, what happened to it.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use uuid::Uuid;

use super::case::actions::Draft;
use super::case::party::{PartyDesk, party};
use super::case::thread::{HistoryLine, People, history_line};
use super::case::workbench::{Workbench, workbench};
use super::forms::{go_to, sign_in_first, what_is_missing};
use super::live::watch;
use super::reader::Reader;
use super::suggestions::{side, state_name, summary, verdict};
use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::cases;
use crate::cases::outcomes::ASKED;
use crate::error::{Code, Error};
use crate::layout::Page;
use crate::layout::components::{Card, Score, Shelf};
use crate::layout::content::Text;
use crate::layout::matches::{Coverage, CoverageLine, Side, SignalLine};
use crate::library::store::now;
use crate::matching::life::{Acting, LifeError, Step, timeline};
use crate::matching::read;
use crate::matching::types::{DossierEntry, Match, MatchState, RequirementCoverage, SignalValue};

#[derive(Template)]
#[template(path = "dossier.html")]
struct DossierPage<'a> {
    page: &'a Page,
    demand: Side,
    technology: Side,
    score: Score,
    score_meaning: String,
    summary: Coverage,
    status: String,
    coverage: Vec<CoverageLine>,
    results: Vec<Card>,
    institutions: Vec<Card>,
    signals: Vec<SignalLine>,
    /// The reader may propose names of things.
    proposes: bool,
    history: Vec<HistoryLine>,
    algorithm_line: String,
    /// What a broker works with.
    desk: Option<Workbench>,
    /// What a side works with.
    party: Option<PartyDesk>,
    /// The reader would be its broker, but belongs to a side.
    conflict: bool,
    problem: Option<String>,
    /// There is an agreement of which something can be told.
    agreed: bool,
}

/// What a form of this page came to when it was refused.
#[derive(Debug, Default)]
struct Refused {
    problem: Option<String>,
    draft: Draft,
}

/// `GET /matches/{id}`
pub async fn dossier(reader: Reader, app: web::Data<App>, id: web::Path<String>) -> Result<HttpResponse, Error> {
    // Whoever may not see matches is told nothing, not even whether this one exists.
    let id: Uuid = id.parse().map_err(|_| Code::NotFound)?;
    let reads = app.settings.matching.public || reader.actor.scope(Action::ReadMatches) != Scope::Never;
    if !reads {
        let waits = reader.session.as_deref().and_then(what_is_missing).map(go_to);
        return waits.map_or_else(|| nobody_or_nothing(&reader), Ok);
    }
    show(&app, reader, id, StatusCode::OK, Refused::default()).await
}

/// The way in for who has not signed in: notices and mails lead here.
fn nobody_or_nothing(reader: &Reader) -> Result<HttpResponse, Error> {
    if reader.session.is_none() { Ok(sign_in_first(&reader.page)) } else { Err(Code::NotFound.into()) }
}

/// The page again, with why a form of it was refused and what was typed.
pub async fn refused(
    app: &App,
    mut reader: Reader,
    id: Uuid,
    status: StatusCode,
    problem: String,
    draft: Draft,
) -> Result<HttpResponse, Error> {
    reader.page.go_back_to(&format!("/matches/{id}"), "");
    show(app, reader, id, status, Refused { problem: Some(problem), draft }).await
}

async fn show(
    app: &App,
    mut reader: Reader,
    id: Uuid,
    status: StatusCode,
    refused: Refused,
) -> Result<HttpResponse, Error> {
    watch(app, &mut reader, "case", Some(id)).await?;
    let found = read::find(&app.db, &reader.actor, id, reader.t()).await?.ok_or(Code::NotFound)?;
    let reader = reader.on_shelf(Shelf::Demands);
    let demand = side(&found.demand, Shelf::Demands, &reader);
    let reader = if demand.number.is_empty() { reader } else { reader.below(&demand.number, &demand.href) };
    let mut page = view(&found, demand, &reader);
    page.problem = refused.problem;
    match cases::whole::read(&app.db, &reader.actor, id, now().date_naive(), reader.t()).await {
        Ok(whole) => {
            let people = People::of(app, &whole.timeline).await?;
            page.history = whole.timeline.iter().map(|one| history_line(one, &people, &reader)).collect();
            page.party = party(app, &reader, id, &whole, &refused.draft).await?;
            if page.party.is_none() {
                page.desk = Some(workbench(app, &reader, id, &whole, &refused.draft).await?);
            }
        }
        Err(LifeError::ConflictOfInterest) => {
            page.conflict = true;
            page.history = steps_alone(app, id, &reader).await?;
        }
        // The public, where the operator shows matches to everybody.
        Err(LifeError::Forbidden | LifeError::NotFound) => page.history = steps_alone(app, id, &reader).await?,
        Err(error) => return Err(error.into()),
    }
    if status == StatusCode::OK { reader.send(&page) } else { reader.send_failure(status, &page) }
}

/// What happened to the match, for who sees nothing else of the case.
async fn steps_alone(app: &App, id: Uuid, reader: &Reader) -> Result<Vec<HistoryLine>, Error> {
    let steps = timeline(&app.db, &reader.actor, id).await?.unwrap_or_default();
    Ok(steps.iter().map(|step| step_line(step, reader)).collect())
}

fn view<'a>(found: &Match, demand: Side, reader: &'a Reader) -> DossierPage<'a> {
    let t = reader.t();
    let computed = t.moment(&found.computed_at);
    DossierPage {
        page: &reader.page,
        demand,
        technology: side(&found.technology, Shelf::Technologies, reader),
        score: Score(found.score),
        score_meaning: t.fill("dossier-score-meaning", format!("{}%", Score(found.score).percent())),
        summary: summary(&found.coverage, reader),
        status: state_name(found.state, reader),
        coverage: found.coverage.iter().map(coverage_line).collect(),
        results: found.results.iter().map(|entry| card(entry, Shelf::Results, reader)).collect(),
        institutions: found.institutions.iter().map(|entry| card(entry, Shelf::Institutions, reader)).collect(),
        signals: signal_lines(&found.signals, reader),
        proposes: reader.actor.scope(Action::ProposeTerm) != Scope::Never,
        history: Vec::new(),
        algorithm_line: t
            .text_with("dossier-algorithm", [("date", computed.into()), ("version", found.algorithm.as_str().into())]),
        desk: None,
        party: None,
        conflict: false,
        problem: None,
        agreed: ASKED.contains(&found.state),
    }
}

/// A requirement beside what answers it.
pub fn coverage_line(one: &RequirementCoverage) -> CoverageLine {
    let rendered = |translation: &crate::matching::types::Rendering| Text::new(&translation.text, &translation.lang);
    CoverageLine {
        requirement: Text::new(&one.requirement.text, &one.requirement.lang),
        requirement_translated: one.requirement.translation.as_ref().map(rendered),
        priority: one.requirement.priority.as_str(),
        verdict: verdict(one.verdict),
        evidence: one.evidence.as_ref().map(|quote| Text::new(&quote.text, &quote.lang)),
        evidence_translated: one.evidence.as_ref().and_then(|quote| quote.translation.as_ref()).map(rendered),
        reason: one.reason.clone(),
    }
}

/// A result or an institution, with why it is here.
fn card(entry: &DossierEntry, shelf: Shelf, reader: &Reader) -> Card {
    let side = side(&entry.record, shelf, reader);
    Card {
        shelf,
        number: side.number,
        href: side.href,
        title: side.title,
        excerpt: None,
        tags: Vec::new(),
        facts: entry.record.country.iter().map(|code| reader.country(code)).collect(),
        found_by_meaning: false,
        reason: Some(entry.reason.clone()),
        translation: None,
    }
}

/// Strongest first; the bar of each is as long as its part beside the strongest.
fn signal_lines(signals: &[SignalValue], reader: &Reader) -> Vec<SignalLine> {
    let t = reader.t();
    let strength = |signal: &SignalValue| signal.contribution.abs();
    let most = signals.iter().map(strength).fold(f64::EPSILON, f64::max);
    let mut ordered: Vec<&SignalValue> = signals.iter().collect();
    ordered.sort_by(|left, right| strength(right).total_cmp(&strength(left)));
    let line = |signal: &SignalValue| SignalLine {
        name: t.code_or_self("signal", &signal.name),
        value: signal.value.map_or_else(|| "–".to_owned(), |value| t.number(value)),
        contribution: t.signed(signal.contribution),
        length: (strength(signal) / most * 100.0).round().clamp(0.0, 100.0) as u8,
        band: if signal.contribution < 0.0 { "negative" } else { "high" },
        reason: signal.reason.clone(),
    };
    ordered.into_iter().map(line).collect()
}

fn step_line(step: &Step, reader: &Reader) -> HistoryLine {
    let status = step.to.parse::<MatchState>().map_or_else(|_| step.to.clone(), |state| state_name(state, reader));
    let key = if step.acting != Acting::Service { "dossier-history-by-person" } else { "dossier-history-by-service" };
    HistoryLine {
        text: reader.t().text_with(key, [("status", status.into())]),
        time: reader.t().moment(&step.at),
        machine_time: step.at.to_rfc3339(),
    }
}
