//! `/my/technologies` and the like: an organisation's own records, where each stands and what there is to do with it.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

use super::super::present::address;
use super::super::reader::{Reader, database};
use super::steps::{Choices, choices};
use super::waiting::waiting;
use super::{Authored, edit_address, elsewhere, look, mine_address, offered_new};
use crate::app::App;
use crate::error::Result;
use crate::layout::Page;
use crate::layout::components::{FacetValue, Pager};
use crate::layout::content::Text;
use crate::layout::matches::Pair;
use crate::library::review::{ReviewResult, last_results};
use crate::library::store::list::{Page as Found, Sort};
use crate::library::store::{ListQuery, StoreError, list, now};
use crate::library::{Body, Demands, Institutions, LibraryKind, Record, Results, Status, Technologies};
use crate::matching::counts;

/// Things to improve that are named in the list; all are counted.
const NAMED: usize = 2;
/// Proposals shown above the records before the others are unfolded.
const WAITING: usize = 3;

#[derive(Template)]
#[template(path = "authoring/mine.html")]
struct MinePage<'a> {
    page: &'a Page,
    shelf: &'static str,
    organisation: Option<String>,
    libraries: Vec<FacetValue>,
    states: Vec<FacetValue>,
    narrowed: bool,
    /// Proposals that wait for the organisation's answer: those shown at once, and the others.
    waiting: Vec<Pair>,
    waiting_more: Vec<Pair>,
    rows: Vec<Line>,
    pager: Pager,
    new: Option<String>,
    done: Option<String>,
}

struct Line {
    number: String,
    title: Text,
    href: String,
    edit: String,
    /// For the style.
    state: &'static str,
    stands: String,
    changed: String,
    /// What the reviewer said of it.
    comment: Option<String>,
    until: Option<String>,
    matches: Option<String>,
    improve: Option<String>,
    remarks: Vec<String>,
    choices: Choices,
}

/// `GET /my/{library}`
pub async fn show<L: Authored>(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader)? {
        return Ok(place);
    }
    let reader = reader.on_shelf(L::SHELF);
    let t = reader.t();
    let asked = reader.page.query.get("status").and_then(|status| status.parse::<Status>().ok());
    let found = found::<L>(&app, &reader, asked).await?;
    let ids: Vec<Uuid> = found.records.iter().map(|record| record.head.id).collect();
    let mut reviews = last_results(database(&app), &ids).await?;
    let matches = counts::of_records(database(&app), &reader.actor, L::KIND, &ids).await?;
    let mut rows = Vec::with_capacity(found.records.len());
    for record in &found.records {
        let id = &record.head.id;
        rows.push(line(&app, &reader, record, reviews.remove(id), matches.get(id).copied()).await?);
    }
    let begins = asked.is_none() && reader.page.query.get("cursor").is_none();
    let mut proposed = if begins { waiting(&app, &reader, L::KIND).await? } else { Vec::new() };
    let waiting_more = proposed.split_off(proposed.len().min(WAITING));
    let session = reader.session.as_ref();
    let view = MinePage {
        shelf: L::SHELF.name(),
        organisation: session.and_then(|session| session.organisation.as_ref()).map(|one| one.name.clone()),
        libraries: libraries::<L>(&app, &reader).await?,
        states: states(&reader, asked, &by_status::<L>(&app, &reader).await?),
        narrowed: asked.is_some(),
        waiting: proposed,
        waiting_more,
        rows,
        pager: Pager {
            first: reader.page.query.get("cursor").map(|_| reader.page.link_without("cursor")),
            next: found.next_cursor.map(|cursor| reader.page.link_to_cursor(&cursor)),
        },
        new: offered_new::<L>(&reader.actor),
        done: reader.page.query.get("done").and_then(|done| t.code("authoring-done", done)),
        page: &reader.page,
    };
    reader.send(&view)
}

/// A page of the organisation's records; none for who belongs to none.
async fn found<L: Authored>(app: &App, reader: &Reader, status: Option<Status>) -> Result<Found<L>> {
    let Some(own) = reader.actor.organisation_id() else {
        return Ok(Found { records: Vec::new(), next_cursor: None, total: None, facets: None });
    };
    let cursor = reader.page.query.get("cursor").map(str::to_owned);
    let query = ListQuery { status, owner: Some(own), sort: Sort::Updated, cursor, ..ListQuery::default() };
    match list::<L>(database(app), &reader.actor, &query).await {
        // An old or copied cursor: begin again instead of refusing.
        Err(StoreError::BadCursor) => {
            Ok(list::<L>(database(app), &reader.actor, &ListQuery { cursor: None, ..query }).await?)
        }
        page => Ok(page?),
    }
}

async fn line<L: Authored>(
    app: &App,
    reader: &Reader,
    record: &Record<L>,
    reviewed: Option<(ReviewResult, Option<String>)>,
    matches: Option<u64>,
) -> Result<Line> {
    let t = reader.t();
    let (status, common) = (record.head.status, record.body.common());
    let (result, comment) = reviewed.unzip();
    let state = state(app, status, result, common.valid_until);
    let worth = matches!(status, Status::Draft | Status::Published);
    let remarks = if worth { look::remarks(app, reader, record).await? } else { Vec::new() };
    Ok(Line {
        number: record.head.number.clone(),
        title: reader.shown(&common).title,
        href: address(record),
        edit: edit_address(record),
        state,
        stands: t.code_or_self("status", state),
        changed: t.day(&record.head.updated_at),
        comment: comment.flatten().filter(|_| state == "returned"),
        until: common.valid_until.map(|day| t.fill("range-until", t.date(&day))),
        matches: matches.map(|count| t.count("authoring-matches", count)),
        improve: (!remarks.is_empty()).then(|| t.count("authoring-improve", remarks.len())),
        remarks: remarks.into_iter().take(NAMED).map(|remark| remark.message).collect(),
        choices: choices(app, reader, Some(record), None),
    })
}

/// Where a record stands, as its owner sees it.
pub(super) fn state(
    app: &App,
    status: Status,
    reviewed: Option<ReviewResult>,
    until: Option<NaiveDate>,
) -> &'static str {
    let soon = (now() + TimeDelta::days(app.settings.clocks.expire_warn_days)).date_naive();
    match status {
        Status::Draft if reviewed == Some(ReviewResult::Returned) => "returned",
        Status::Published if until.is_some_and(|until| until <= soon) => "expiring",
        other => other.as_str(),
    }
}

/// How many of the organisation's records have which status.
async fn by_status<L: Authored>(app: &App, reader: &Reader) -> Result<BTreeMap<Status, u64>> {
    let Some(own) = reader.actor.organisation_id() else { return Ok(BTreeMap::new()) };
    Ok(app.counts.by_status::<L>(database(app), &reader.actor, own).await?)
}

async fn libraries<L: Authored>(app: &App, reader: &Reader) -> Result<Vec<FacetValue>> {
    let counts = [
        (LibraryKind::Technologies, by_status::<Technologies>(app, reader).await?),
        (LibraryKind::Demands, by_status::<Demands>(app, reader).await?),
        (LibraryKind::Results, by_status::<Results>(app, reader).await?),
        (LibraryKind::Institutions, by_status::<Institutions>(app, reader).await?),
    ];
    let choice = |(kind, counts): (LibraryKind, BTreeMap<Status, u64>)| FacetValue {
        label: reader.t().code_or_self("library", kind.as_str()),
        href: mine_address(kind),
        count: reader.t().number(counts.values().sum::<u64>() as f64),
        selected: kind == L::KIND,
    };
    Ok(counts.map(choice).into())
}

/// All, and each status that records have; the chosen one is among them even where none has it any more.
fn states(reader: &Reader, asked: Option<Status>, counts: &BTreeMap<Status, u64>) -> Vec<FacetValue> {
    let t = reader.t();
    let count = |count: u64| t.number(count as f64);
    let choice = |status: &Status| {
        let selected = asked == Some(*status);
        let found = counts.get(status).copied().unwrap_or(0);
        (selected || found > 0).then(|| FacetValue {
            label: t.code_or_self("status", status.as_str()),
            href: reader.page.link_with("status", status.as_str()),
            count: count(found),
            selected,
        })
    };
    let href = reader.page.query.without(&["lang", "cursor", "status", "done"]).link(&reader.page.path);
    let sum = count(counts.values().sum());
    let all = FacetValue { label: t.text("authoring-all"), href, count: sum, selected: asked.is_none() };
    std::iter::once(all).chain(Status::ALL.iter().filter_map(choice)).collect()
}
