//! `/terms`: names of things in several languages that this installation has added to the glossary. Brokers propose
//! them, stewards confirm them; and what a text is understood to name can be looked up.

mod inputs;
pub mod one;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use siku_index::analyze::detect;
use siku_index::analyze::glossary::{Glossary, Thing};

use self::inputs::{Inputs, Refused, read};
use super::operations::{Place, places};
use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::error::{Code, Result};
use crate::layout::components::Choice;
use crate::layout::{Lang, Page};
use crate::library::store::{StoreError, now};
use crate::library::terms::{self, NewTerm, Term, TermNames, TermState};
use crate::pages::desk::elsewhere;
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::reader::Reader;

/// Terms on a page.
const SHOWN: u64 = 100;
/// Longest text that is looked up, in characters.
const LONGEST_TEXT: usize = 2_000;

#[derive(Template)]
#[template(path = "terms/index.html")]
struct TermsPage<'a> {
    page: &'a Page,
    /// The other pages of those who run the service; empty for brokers.
    places: Vec<Place>,
    /// How many things the program knows by itself.
    known: String,
    text: String,
    looked_up: Option<Vec<ThingLine>>,
    shown: Vec<Choice>,
    lines: Vec<TermLine>,
    next: Option<String>,
    inputs: Inputs,
    problem: Option<String>,
    done: Option<String>,
    /// Whether what is sent is in force at once.
    confirms: bool,
}

/// A thing that is named in a text.
struct ThingLine {
    names: Vec<Called>,
}

/// What a thing is called in a language.
struct Called {
    lang: String,
    language: String,
    name: String,
}

struct TermLine {
    id: i32,
    version: i32,
    proposed: bool,
    names: Vec<Called>,
}

/// `GET /terms`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::ProposeTerm)? {
        return Ok(place);
    }
    reader.send(&view(&app, &reader, &Refused::default()).await?)
}

fn confirms(reader: &Reader) -> bool {
    reader.actor.scope(Action::KeepTaxonomy) != Scope::Never
}

/// The other pages of those who keep the vocabulary.
fn places_of(reader: &Reader) -> Vec<Place> {
    if confirms(reader) { places(reader) } else { Vec::new() }
}

async fn view<'a>(app: &App, reader: &'a Reader, refused: &Refused) -> Result<TermsPage<'a>> {
    let (t, query) = (reader.t(), &reader.page.query);
    let glossary = app.engine.glossary();
    let asked = query.get("state").and_then(|state| state.parse().ok());
    let mut counts = Vec::new();
    for state in TermState::ALL {
        counts.push((*state, terms::count(&*app.db, *state).await?));
    }
    // What waits for a decision comes first.
    let waiting = counts.iter().any(|(state, count)| *state == TermState::Proposed && *count > 0);
    let state = asked.unwrap_or(if waiting { TermState::Proposed } else { TermState::InForce });
    let before = query.get("before").and_then(|id| id.parse().ok());
    let (listed, next) = terms::list(&*app.db, Some(state), before, SHOWN).await?;
    let next = next.map(|id| format!("/terms?state={}&before={id}", state.as_str()));
    let choice = |(of, count): &(TermState, u64)| Choice {
        label: t.count(&format!("terms-state-{}", of.as_str()), *count),
        href: format!("/terms?state={}", of.as_str()),
        selected: *of == state,
    };
    let text: String = query.get("q").unwrap_or_default().chars().take(LONGEST_TEXT).collect();
    Ok(TermsPage {
        page: &reader.page,
        places: places_of(reader),
        known: t.count("terms-known", Glossary::shipped().tokens().len() as u64),
        looked_up: (!text.trim().is_empty()).then(|| look_up(&glossary, reader, &text)),
        text,
        shown: counts.iter().map(choice).collect(),
        lines: listed.into_iter().map(|term| line(term, reader)).collect(),
        next,
        inputs: Inputs::of(reader, &TermNames::new(), refused),
        problem: refused.said(reader),
        done: query.get("done").and_then(|what| t.code("terms-done", what)),
        confirms: confirms(reader),
    })
}

fn line(term: Term, reader: &Reader) -> TermLine {
    let called = |(lang, names): (&String, &Vec<String>)| Called {
        language: reader.language(lang),
        name: reader.t().list(names),
        lang: lang.clone(),
    };
    TermLine {
        id: term.id,
        version: term.version,
        proposed: term.state == TermState::Proposed,
        names: term.names.iter().map(called).collect(),
    }
}

/// The things that a text names, each with what it is called in every language: read in the language that it seems to be
/// in and those of the service, and in the others only where it names nothing in these.
fn look_up(glossary: &Glossary, reader: &Reader, text: &str) -> Vec<ThingLine> {
    let named_in = |tags: &mut dyn Iterator<Item = &str>| -> Vec<Thing> {
        tags.flat_map(|lang| glossary.things(text, lang)).collect()
    };
    let mut named = named_in(&mut std::iter::once(detect(text)).chain(Lang::ALL.iter().map(|lang| lang.tag())));
    if named.is_empty() {
        named = named_in(&mut glossary.languages());
    }
    let mut found = Vec::new();
    for thing in named {
        if !found.contains(&thing) {
            found.push(thing);
        }
    }
    let names = |token: &str| {
        let called = |lang: &str| {
            let name = glossary.name(token, lang)?.to_owned();
            Some(Called { lang: lang.to_owned(), language: reader.language(lang), name })
        };
        let first = Lang::ALL.iter().filter_map(|lang| called(lang.tag()));
        let more = glossary.languages().filter(|lang| Lang::from_tag(lang).is_none()).filter_map(called);
        first.chain(more).collect()
    };
    found.into_iter().filter_map(|thing| Some(ThingLine { names: names(glossary.token(thing)?) })).collect()
}

/// `POST /terms`: adds a term, or proposes one.
pub async fn add(app: web::Data<App>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if reader.actor.scope(Action::ProposeTerm) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    let new = NewTerm { names: read(&form).into_iter().filter(|(_, names)| !names.is_empty()).collect() };
    let work = async |transaction: &_| terms::add_in(transaction, &reader.actor, &new, now()).await;
    let added: Result<Term, StoreError> = app.db.write(work).await;
    let refused = match added {
        Ok(term) => {
            app.names.forget().await;
            let done = if term.state == TermState::Proposed { "proposed" } else { "added" };
            return Ok(go_to(&format!("/terms?state={}&done={done}", term.state.as_str())));
        }
        Err(StoreError::Invalid(faults)) => Refused { form, faults, stale: false },
        Err(error) => return Err(error.into()),
    };
    reader.send_failure(StatusCode::UNPROCESSABLE_ENTITY, &view(&app, &reader, &refused).await?)
}
