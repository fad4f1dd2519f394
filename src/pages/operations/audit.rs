//! `/audit`: who did and saw what, filtered, page by page; whether the chain holds; and what is filtered as a file.

use std::collections::HashMap;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::Bytes;
use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Days, NaiveDate, Utc};
use futures_util::stream::try_unfold;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{ErrandLine, Place, errand_line, places};
use crate::accounts::rows::user;
use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::audit::{self, AuditQuery, Deed, Done, Entry, NewEntry};
use crate::errands::Errand;
use crate::error::{Code, Error, Result};
use crate::layout::Page;
use crate::layout::components::{Pager, SelectOption};
use crate::layout::url::Query;
use crate::library::store::now;
use crate::pages::desk::elsewhere;
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::reader::Reader;

const ON_A_PAGE: u64 = 50;
/// Entries read at a time for a file.
const PORTION: u64 = 1_000;
/// The fields of the filter.
const FILTERS: [&str; 5] = ["actor", "action", "record", "from", "to"];

#[derive(Template)]
#[template(path = "operations/audit.html")]
struct AuditPage<'a> {
    page: &'a Page,
    places: Vec<Place>,
    entries: Vec<EntryLine>,
    /// What can have been done, to choose from.
    actions: Vec<SelectOption>,
    /// Fields that say nothing usable.
    wrong: Vec<String>,
    filtered: bool,
    export: String,
    pager: Pager,
    verification: Option<ErrandLine>,
}

impl AuditPage<'_> {
    /// What was asked for.
    fn asked(&self, name: &str) -> &str {
        self.page.query.get(name).unwrap_or_default()
    }
}

struct EntryLine {
    seq: i64,
    time: String,
    machine_time: String,
    who: String,
    by_actor: Option<String>,
    /// What was done, in the reader's words; none of what is not done any more.
    deed: Option<String>,
    action: String,
    by_action: String,
    library: Option<String>,
    what: String,
    by_record: Option<String>,
    detail: String,
}

/// What the address asks for, and the fields that say nothing usable.
fn filter(query: &Query) -> (AuditQuery, Vec<&'static str>) {
    let mut wrong = Vec::new();
    let given = |name: &str| query.get(name).map(str::trim).filter(|value| !value.is_empty());
    let mut id = |name: &'static str| {
        let written = given(name)?;
        let parsed: Option<Uuid> = written.parse().ok();
        if parsed.is_none() {
            wrong.push(name);
        }
        parsed
    };
    let (actor, record) = (id("actor"), id("record"));
    let mut day = |name: &'static str| {
        let written = given(name)?;
        let parsed: Option<NaiveDate> = written.parse().ok();
        if parsed.is_none() {
            wrong.push(name);
        }
        parsed
    };
    let (from, until) = (day("from"), day("to"));
    let midnight = |day: NaiveDate| day.and_time(chrono::NaiveTime::MIN).and_utc();
    let wanted = AuditQuery {
        actor,
        record,
        action: given("action").map(str::to_owned),
        from: from.map(midnight),
        // The last day belongs to the period.
        to: until.and_then(|day| day.checked_add_days(Days::new(1))).map(midnight),
        before: query.get("cursor").and_then(|cursor| cursor.parse().ok()),
        limit: ON_A_PAGE + 1,
    };
    (wanted, wrong)
}

/// `GET /audit`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::ReadAudit)? {
        return Ok(place);
    }
    let (t, query) = (reader.t(), &reader.page.query);
    let (wanted, wrong) = filter(query);
    let mut found = if wrong.is_empty() { audit::list(&*app.db, &wanted).await? } else { Vec::new() };
    let more = found.len() as u64 > ON_A_PAGE;
    if more {
        found.pop();
    }
    let pager = Pager {
        first: wanted.before.map(|_| reader.page.link_without("cursor")),
        next: found.last().filter(|_| more).map(|last| reader.page.link_to_cursor(&last.seq.to_string())),
    };
    let people: Vec<Uuid> = found.iter().filter_map(|entry| entry.actor_id).collect();
    let people = user::Entity::find().filter(user::Column::Id.is_in(people)).all(&*app.db).await?;
    let names: HashMap<Uuid, String> = people.into_iter().map(|person| (person.id, person.name)).collect();
    let verify = Errand::VerifyAudit.name();
    let view = AuditPage {
        page: &reader.page,
        places: places(&reader),
        actions: actions(&reader, wanted.action.as_deref()),
        entries: found.iter().map(|entry| line(entry, &names, &reader)).collect(),
        wrong: wrong.into_iter().map(|name| t.code_or_self("audit-wrong", name)).collect(),
        filtered: FILTERS.iter().any(|name| query.get(name).is_some_and(|value| !value.is_empty())),
        export: query.without(&["lang", "cursor"]).link("/audit/export"),
        pager,
        verification: errand_line(verify, app.errands.look(verify), &reader),
    };
    reader.send(&view)
}

/// Everything that can be done, by its name. What the address asks for is among them even where
/// nothing is called so.
fn actions(reader: &Reader, asked: Option<&str>) -> Vec<SelectOption> {
    let t = reader.t();
    let option = |code: &str| SelectOption {
        label: t.code_or_self("deed", code),
        selected: asked == Some(code),
        value: code.to_owned(),
    };
    let known: Vec<SelectOption> = Done::all().map(|done| option(done.code())).collect();
    let unknown = asked.filter(|_| known.iter().all(|one| !one.selected)).map(option);
    known.into_iter().chain(unknown).collect()
}

fn line(entry: &Entry, names: &HashMap<Uuid, String>, reader: &Reader) -> EntryLine {
    let page = &reader.page;
    let who = match entry.actor_id {
        Some(id) => names.get(&id).cloned().unwrap_or_else(|| id.to_string()),
        None => reader.t().text("audit-service"),
    };
    let library = entry.library.as_deref().map(|library| reader.t().code_or_self("library", library));
    let parts = [entry.version.map(|version| format!("v{version}")), entry.record_id.map(|id| id.to_string())];
    EntryLine {
        seq: entry.seq,
        time: reader.t().moment(&entry.at),
        machine_time: entry.at.to_rfc3339(),
        who,
        by_actor: entry.actor_id.map(|id| page.link_with("actor", &id.to_string())),
        by_action: page.link_with("action", &entry.action),
        deed: reader.t().code("deed", &entry.action),
        action: entry.action.clone(),
        library,
        what: parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
        by_record: entry.record_id.map(|id| page.link_with("record", &id.to_string())),
        detail: entry.detail.as_ref().map(ToString::to_string).unwrap_or_default(),
    }
}

/// `GET /audit/export`: every entry of the filter as JSON Lines, the newest first. That it was exported is an entry too.
pub async fn export(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::ReadAudit)? {
        return Ok(place);
    }
    let (mut wanted, wrong) = filter(&reader.page.query);
    if !wrong.is_empty() {
        return Err(Code::InvalidParameter.into());
    }
    (wanted.before, wanted.limit) = (None, PORTION);
    let moment = |at: Option<DateTime<Utc>>| at.map(|at| at.to_rfc3339());
    let detail = json!({ "actor": wanted.actor, "action": wanted.action, "record": wanted.record,
        "from": moment(wanted.from), "to": moment(wanted.to) });
    audit::note(&app.db, NewEntry::new(&reader.actor, now(), Deed::AuditExported).with(detail)).await?;
    let lines = try_unfold((app.db.clone(), Some(wanted)), async |(db, wanted)| {
        let Some(mut wanted) = wanted else { return Ok::<_, Error>(None) };
        let entries = audit::list(&*db, &wanted).await?;
        let Some(last) = entries.last() else { return Ok(None) };
        wanted.before = Some(last.seq);
        let mut text = Vec::new();
        for entry in &entries {
            serde_json::to_writer(&mut text, entry).map_err(anyhow::Error::from)?;
            text.push(b'\n');
        }
        let next = (entries.len() as u64 == PORTION).then_some(wanted);
        Ok(Some((Bytes::from(text), (db, next))))
    });
    Ok(HttpResponse::Ok()
        .content_type("application/jsonl; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"audit.jsonl\""))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .streaming(Box::pin(lines)))
}

/// `POST /audit/verification`
pub async fn verify(app: web::Data<App>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let reader = posted.reader;
    if reader.actor.scope(Action::ReadAudit) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    app.errands.leave(&app.db, &app.engine, &reader.actor, Errand::VerifyAudit).await?;
    Ok(go_to("/audit"))
}
