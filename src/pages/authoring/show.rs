//! The page on which a record is written, with what was typed, what is wrong with it and what stands beside it; and storing
//! what was typed, after which it is shown again or done.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use chrono::SecondsFormat;

use super::super::present::address;
use super::super::reader::{Reader, database};
use super::super::review::{ChangeLine, change};
use super::super::reviewed::{self, ReviewLine};
use super::faults::mistakes;
use super::look::{self, Live};
use super::mine::state;
use super::options::Sets;
use super::reading::columns;
use super::sheet::{Control, Filling, Section, controls, mark, quantities};
use super::steps::{Choices, choices};
use super::storing::{Desk, Hindrance, Stored, Wish};
use super::translated::{self, Tongue};
use super::typed::Typed;
use super::{Authored, edit_address, mine_address, templates};
use crate::app::App;
use crate::authoring::{self, Place, looked_over};
use crate::error::{Fault, Result};
use crate::layout::Page;
use crate::layout::components::SelectOption;
use crate::library::difference::{PieceKind, between};
use crate::library::review::weight::{takes_effect_at_once, with_changes};
use crate::library::review::{ReviewResult, last_results};
use crate::library::{Body, Status};

#[derive(Template)]
#[template(path = "authoring/edit.html")]
struct EditPage<'a> {
    page: &'a Page,
    shelf: &'static str,
    heading: String,
    number: Option<String>,
    /// Page of the record.
    record: Option<String>,
    stands: String,
    /// For the style.
    state: &'static str,
    done: Option<String>,
    problem: Option<String>,
    /// What somebody else has stored meanwhile, against what was typed.
    conflict: Option<Vec<ChangeLine>>,
    reviews: Vec<ReviewLine>,
    /// A change that waits for a review.
    waiting: Option<Vec<ChangeLine>>,
    /// What takes effect at once, where the rest is reviewed.
    at_once: Option<String>,
    /// What is saved is seen by everybody at once.
    operator: bool,
    open: bool,
    status: &'static str,
    draft: bool,
    saves_itself: bool,
    sections: Vec<Section>,
    tongues: Vec<Tongue>,
    /// Something is wrong with one of them.
    translations_open: bool,
    /// How many languages there is a text in beside the original.
    translated: usize,
    quantities: Vec<SelectOption>,
    templates: Option<templates::Offered>,
    lang: String,
    live: Live,
    choices: Choices,
}

#[derive(Template)]
#[template(path = "authoring/panel.html")]
struct LivePart<'a> {
    page: &'a Page,
    /// What the form offers for what is chosen by now.
    templates: Option<templates::Offered>,
    live: Live,
}

/// The page to be shown, with what was typed.
pub struct Show<L: Authored> {
    pub desk: Desk<L>,
    pub typed: Typed,
    /// What was typed, as far as it could be read.
    pub body: Option<L::Body>,
    pub faults: Vec<Fault>,
    /// Languages whose translation was emptied.
    pub emptied: Vec<&'static str>,
    pub more: Option<String>,
    /// The requirement that was added from a template.
    pub added: Option<usize>,
    pub hindered: Option<Hindrance>,
    /// Whether the published records are looked at.
    pub thorough: bool,
    /// Whether the author has seen what is stored by now: else the form stays one of the version it was filled from.
    pub current: bool,
    pub status: Option<StatusCode>,
}

impl<L: Authored> Show<L> {
    pub fn of(desk: Desk<L>) -> Self {
        Self {
            desk,
            typed: Typed::default(),
            body: None,
            faults: Vec::new(),
            emptied: Vec::new(),
            more: None,
            added: None,
            hindered: None,
            thorough: false,
            current: false,
            status: None,
        }
    }

    /// Looks at what is stored, as is done when it is submitted.
    pub async fn look_over(&mut self, app: &App, reader: &Reader) -> Result<()> {
        let reading = self.desk.read(app, &self.typed).await?;
        self.faults = reading.faults;
        if let (true, Some(record)) = (self.faults.is_empty(), &self.desk.record) {
            let (place, body) = (Place::of(record), reading.body.clone());
            if let Err(error) = looked_over::<L>(app, &reader.actor, reader.t(), place, body).await {
                self.hinder(Hindrance::of(error)?);
                self.status = None;
            }
        }
        (self.body, self.thorough) = (Some(reading.body), true);
        Ok(())
    }

    /// Stores what was typed. The place to go to, or nothing where something stands against it.
    pub async fn store(
        &mut self,
        app: &App,
        reader: &Reader,
        wish: Wish<'_>,
        missing: Vec<Fault>,
    ) -> Result<Option<String>> {
        let Some(stored) = self.put(app, reader).await? else { return Ok(None) };
        if wish == Wish::Save || matches!(stored, "waits" | "live") {
            return Ok(self.after(stored));
        }
        if !missing.is_empty() {
            (self.faults, self.status) = (missing, Some(StatusCode::UNPROCESSABLE_ENTITY));
            return Ok(None);
        }
        let Some(record) = &self.desk.record else { return Ok(None) };
        match authoring::submit(app, &reader.actor, reader.t(), record, None).await {
            Ok(_) => Ok(self.after("submitted")),
            Err(error) => {
                self.hinder(Hindrance::of(error)?);
                Ok(None)
            }
        }
    }

    /// Where somebody goes after something was done.
    fn after(&self, done: &str) -> Option<String> {
        self.desk.record.as_ref().map(|record| format!("{}?done={done}", edit_address(record)))
    }

    /// Stores what was typed, and takes what is stored to the desk. What was done, or nothing.
    async fn put(&mut self, app: &App, reader: &Reader) -> Result<Option<&'static str>> {
        let body = self.body.clone().unwrap_or_default();
        let record = match self.desk.store(app, reader, &self.typed, body, &self.emptied).await {
            Ok(Stored::Saved(record)) => record,
            Ok(Stored::Live(record)) => {
                self.desk = Desk::with(app, reader, record).await?;
                self.current = true;
                return Ok(Some("live"));
            }
            Ok(Stored::Waits) => return Ok(Some("waits")),
            Err(error) => {
                self.hinder(Hindrance::of(error)?);
                return Ok(None);
            }
        };
        self.desk = Desk::with(app, reader, record).await?;
        self.current = true;
        Ok(Some("saved"))
    }

    fn hinder(&mut self, hindrance: Hindrance) {
        self.status = Some(match &hindrance {
            Hindrance::Faults(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Hindrance::Stale => StatusCode::PRECONDITION_FAILED,
            Hindrance::State => StatusCode::CONFLICT,
        });
        match hindrance {
            Hindrance::Faults(faults) => self.faults = faults,
            other => self.hindered = Some(other),
        }
    }

    /// The panel alone, for the script.
    pub async fn panel(mut self, app: &App, reader: Reader, store: bool) -> Result<HttpResponse> {
        let blank = self.typed.first("title").trim().is_empty() && self.typed.first("description").trim().is_empty();
        let wanted = store && self.desk.saves_itself(&reader) && !(self.desk.record.is_none() && blank);
        let stored = wanted && self.put(app, &reader).await?.is_some();
        self.thorough = true;
        let mut live = Live { alone: true, ..self.live(app, &reader, &[]).await? };
        if self.desk.saves_itself(&reader) && !stored && !blank {
            live.unsaved = Some(reader.t().text("authoring-unsaved"));
        }
        let templates = templates::offered::<L>(database(app), &reader, &self.typed).await?;
        reader.send(&LivePart { page: &reader.page, templates, live })
    }

    async fn live(&self, app: &App, reader: &Reader, controls: &[String]) -> Result<Live> {
        let record = self.desk.record.as_ref();
        let mut live = match (&self.body, record) {
            (Some(body), record) if self.thorough => look::thoroughly(app, reader, record, body, controls).await?,
            (_, Some(record)) => Live { remarks: look::remarks(app, reader, record).await?, ..Live::default() },
            _ => Live::default(),
        };
        let (filled, total) = look::filled::<L>(&self.typed);
        live.percent = (filled * 100).checked_div(total).unwrap_or_default();
        let figures = [("count", (filled as f64).into()), ("total", (total as f64).into())];
        live.filled_line = reader.t().text_with("live-filled", figures);
        live.address = record.map_or_else(|| format!("{}/new", mine_address(L::KIND)), edit_address);
        let sent = self.typed.first("version");
        live.version = if self.current || sent.is_empty() { self.desk.version() } else { sent.to_owned() };
        live.saved = record.map(|record| {
            let at = record.head.updated_at;
            (at.to_rfc3339_opts(SecondsFormat::Secs, true), reader.t().moment(&at))
        });
        live.stale = matches!(self.hindered, Some(Hindrance::Stale));
        live.mistakes = mistakes(reader, &self.faults, controls);
        Ok(live)
    }

    pub async fn send(mut self, app: &App, reader: Reader) -> Result<HttpResponse> {
        let t = reader.t();
        let conflict = self.conflict(app, &reader).await?;
        if let (Some(_), Some(record)) = (&conflict, &self.desk.record) {
            self.desk = Desk::of(app, &reader, &record.head.number.clone()).await?;
            self.current = true;
        }
        let record = self.desk.record.as_ref();
        let published = self.desk.seen.is_some();
        let sets = Sets::load(database(app)).await?;
        let (more, added) = (self.more.as_deref(), self.added);
        let filling = Filling { reader: &reader, sets: &sets, typed: &self.typed, more, added, published };
        let mut sections = filling.sections::<L>();
        let templates = templates::offered::<L>(database(app), &reader, &self.typed).await?;
        let mut tongues = translated::tongues(&reader, &self.typed, &self.desk.base);
        let mut controls = controls(&sections);
        controls.extend(tongues.iter().flat_map(|tongue| &tongue.cells).map(|cell| cell.id.clone()));
        let live = self.live(app, &reader, &controls).await?;
        mark(&mut sections, &live.mistakes);
        translated::mark_wrong(&mut tongues, &live.mistakes);
        let reader = reader.clone().on_shelf(L::SHELF).below(&t.text("authoring-mine"), &mine_address(L::KIND));
        let status = self.desk.status();
        let (last, _) = self.last_review(app).await?.unzip();
        // What was published has answered its comments; what waits is answered later.
        let answered = last.is_none_or(|last| last == ReviewResult::Published)
            || self.desk.revision.as_ref().is_some_and(|revision| revision.waiting)
            || status == Status::Submitted;
        let reviews = match record {
            Some(record) if !answered => reviewed::lines(app, &reader, record).await?,
            _ => Vec::new(),
        };
        let until = record.and_then(|record| record.body.common().valid_until);
        let state = state(app, status, last, until);
        let view = EditPage {
            shelf: L::SHELF.name(),
            heading: match record {
                Some(record) => reader.shown(&record.body.common()).title.text,
                None => t.code_or_self("authoring-new", L::SHELF.name()),
            },
            number: record.map(|record| record.head.number.clone()),
            record: record.map(address),
            stands: t.code_or_self("status", state),
            state,
            done: reader.page.query.get("done").and_then(|done| t.code("authoring-done", done)),
            problem: matches!(self.hindered, Some(Hindrance::State)).then(|| t.text("authoring-state")),
            conflict,
            reviews: reviews.into_iter().take(1).collect(),
            waiting: self.waiting(&reader)?,
            at_once: published.then(|| at_once::<L>(&reader)),
            operator: status == Status::Published && !published,
            open: self.desk.is_open(&reader),
            draft: status == Status::Draft,
            status: status.as_str(),
            saves_itself: self.desk.saves_itself(&reader),
            sections,
            translated: tongues.iter().filter(|tongue| tongue.stands.is_some()).count(),
            translations_open: tongues.iter().any(|tongue| tongue.open),
            tongues,
            quantities: quantities(&reader),
            templates,
            lang: self.typed.first("lang").to_owned(),
            live,
            choices: choices(app, &reader, record, self.desk.revision.as_ref()),
            page: &reader.page,
        };
        match self.status {
            None => reader.send(&view),
            Some(status) => reader.send_failure(status, &view),
        }
    }

    /// What was typed against what somebody else has stored meanwhile.
    async fn conflict(&self, app: &App, reader: &Reader) -> Result<Option<Vec<ChangeLine>>> {
        let (Some(Hindrance::Stale), Some(record), Some(body)) = (&self.hindered, &self.desk.record, &self.body) else {
            return Ok(None);
        };
        let now = Desk::<L>::of(app, reader, &record.head.number).await?;
        let stored = now.record.as_ref().map(|record| record.body.clone()).unwrap_or_default();
        let mut changes = between(&stored, body)?;
        changes.retain(|change| !change.pointer.starts_with("/translations"));
        let mut lines: Vec<ChangeLine> = changes.iter().map(|one| change(reader, one)).collect();
        lines.extend(translated::changes(reader, stored.common().translations, body.common().translations));
        Ok(Some(lines))
    }

    async fn last_review(&self, app: &App) -> Result<Option<(ReviewResult, Option<String>)>> {
        let Some(record) = &self.desk.record else { return Ok(None) };
        Ok(last_results(database(app), &[record.head.id]).await?.remove(&record.head.id))
    }

    fn waiting(&self, reader: &Reader) -> Result<Option<Vec<ChangeLine>>> {
        let (Some(record), Some(revision)) = (&self.desk.record, &self.desk.revision) else { return Ok(None) };
        if !revision.waiting {
            return Ok(None);
        }
        let changes = between(&record.body, &with_changes::<L>(&record.body, &revision.changes)?)?;
        Ok(Some(changes.iter().map(|one| change(reader, one)).collect()))
    }
}

/// The columns that an owner changes without a review, by their names.
fn at_once<L: Authored>(reader: &Reader) -> String {
    let t = reader.t();
    let free = columns::<L>().filter(|column| takes_effect_at_once(column.name));
    let names: Vec<String> = free.map(|column| t.code_or_self("column", column.name)).collect();
    t.fill("authoring-at-once", t.list(&names))
}
