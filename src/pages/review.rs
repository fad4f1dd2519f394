//! `/desk/reviews/{library}/{id}`: what a reviewer reads, and the form that scores it.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde_json::Value as Json;

use super::desk::elsewhere;
use super::forms::{Posted, go_to};
use super::present::Presented;
use super::reader::{Reader, database};
use super::record::RecordView;
use crate::accounts::Action;
use crate::app::App;
use crate::audit::disclosed;
use crate::error::{Code, Error, Problem, Result};
use crate::layout::Page;
use crate::layout::content::Text;
use crate::library::difference::{Changed, Piece, PieceKind, between};
use crate::library::review::rubric::BEST;
use crate::library::review::{Mark, Near, Rubric, SentReview, Waiting, review_in, waiting};
use crate::library::store::{StoreError, now};
use crate::library::{Body, Demands, Institutions, Library, LibraryKind, Results, Technologies};
use crate::matching::looking::CheckFinding;

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewPage<'a> {
    page: &'a Page,
    record: RecordView,
    requirements: Vec<Text>,
    address: String,
    version: i32,
    findings: Vec<FindingLine>,
    duplicates: Vec<Near>,
    checked: bool,
    words_only: bool,
    changes: Option<Vec<ChangeLine>>,
    criteria: Vec<CriterionField>,
    comment: String,
    problem: Option<String>,
}

struct FindingLine {
    place: String,
    message: String,
    suggestion: String,
}

/// A value that is not what it was when everybody saw the record last.
pub struct ChangeLine {
    pub label: String,
    pub pieces: Vec<Piece>,
}

struct CriterionField {
    name: &'static str,
    label: String,
    hint: String,
    scores: Vec<(i32, bool)>,
    comment: String,
}

/// The form, by the names of its fields.
type Fields = Vec<(String, String)>;

fn field<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
}

/// `GET /desk/reviews/{library}/{id}`
pub async fn show(app: web::Data<App>, reader: Reader, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::ReviewRecord)? {
        return Ok(place);
    }
    let (library, id) = path.into_inner();
    match kind(&library)? {
        LibraryKind::Technologies => shown::<Technologies>(&app, reader, &id, &Fields::new(), None).await,
        LibraryKind::Demands => shown::<Demands>(&app, reader, &id, &Fields::new(), None).await,
        LibraryKind::Results => shown::<Results>(&app, reader, &id, &Fields::new(), None).await,
        LibraryKind::Institutions => shown::<Institutions>(&app, reader, &id, &Fields::new(), None).await,
    }
}

/// `POST /desk/reviews/{library}/{id}`
pub async fn sent(
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    posted: Posted<Fields>,
) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&posted.reader, Action::ReviewRecord)? {
        return Ok(place);
    }
    let (library, id) = path.into_inner();
    match kind(&library)? {
        LibraryKind::Technologies => scored::<Technologies>(&app, posted, &id).await,
        LibraryKind::Demands => scored::<Demands>(&app, posted, &id).await,
        LibraryKind::Results => scored::<Results>(&app, posted, &id).await,
        LibraryKind::Institutions => scored::<Institutions>(&app, posted, &id).await,
    }
}

fn kind(library: &str) -> Result<LibraryKind> {
    LibraryKind::ALL.iter().copied().find(|kind| kind.as_str() == library).ok_or_else(|| Code::NotFound.into())
}

async fn found<L: Library>(app: &App, reader: &Reader, id: &str) -> Result<Waiting<L>> {
    let found = waiting::<L>(database(app), &reader.actor, id).await?;
    found.ok_or_else(|| Problem::new(Code::NotFound, format!("{id} does not wait for a review")).into())
}

async fn scored<L: Presented>(app: &App, posted: Posted<Fields>, id: &str) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    let record = found::<L>(app, &reader, id).await?.record.head.id;
    // A form that was changed by hand names no version and is stale.
    let version = field(&form, "version").parse().unwrap_or(0);
    let mark = |name: &str| Mark {
        score: field(&form, name).parse().unwrap_or(-1),
        comment: Some(field(&form, &format!("{name}-comment")).to_owned()),
    };
    let [advantage, clarity, cooperation, rules] = Rubric::CRITERIA.map(mark);
    let criteria = Rubric { advantage_or_problem: advantage, clarity, cooperation, rules_and_language: rules };
    let sent = SentReview { criteria, comment: Some(field(&form, "comment").to_owned()) };
    let reviewed = app
        .db
        .write(async |transaction| {
            review_in::<L>(transaction, &reader.actor, record, Some(version), sent.clone(), now()).await
        })
        .await;
    let t = reader.t();
    let (status, problem) = match reviewed {
        Ok((_, review)) => return Ok(go_to(&format!("/desk/reviews?done={}", review.result))),
        Err(StoreError::Invalid(_)) => (StatusCode::UNPROCESSABLE_ENTITY, t.text("review-incomplete")),
        Err(StoreError::Stale { .. }) => (StatusCode::PRECONDITION_FAILED, t.text("review-stale")),
        Err(StoreError::ConflictOfInterest) => (StatusCode::FORBIDDEN, t.text("review-own")),
        Err(error) => return Err(error.into()),
    };
    shown::<L>(app, reader, id, &form, Some((status, problem))).await
}

async fn shown<L: Presented>(
    app: &App,
    reader: Reader,
    id: &str,
    form: &Fields,
    problem: Option<(StatusCode, String)>,
) -> Result<HttpResponse> {
    let t = reader.t();
    let reader = reader.below(&t.text("desk-reviews"), "/desk/reviews");
    let Waiting { record, published, version, looked } = found::<L>(app, &reader, id).await?;
    disclosed(&app.db, &reader.actor, "record", [&record]).await?;
    let checked = looked.is_some();
    let looked = looked.unwrap_or_default();
    let findings = looked.findings.iter().map(|told| {
        let said = CheckFinding::of(t, &told.code, &told.pointer, told.severity, &told.found);
        FindingLine { place: place(&reader, &said.pointer), message: said.message, suggestion: said.suggestion }
    });
    let changes = published.map(|published| between(&published, &record.body)).transpose()?;
    let (status, problem) = problem.unzip();
    let view = ReviewPage {
        page: &reader.page,
        requirements: requirements::<L>(&record.body)?,
        address: format!("/desk/reviews/{}/{}", L::KIND, record.head.number),
        version,
        findings: findings.collect(),
        duplicates: looked.duplicates,
        checked,
        words_only: looked.words_only,
        changes: changes.map(|changes| changes.iter().map(|one| change(&reader, one)).collect()),
        criteria: Rubric::CRITERIA.map(|name| criterion(&reader, form, name)).into(),
        comment: field(form, "comment").to_owned(),
        record: RecordView::with_reviews(&record, &reader, app).await?,
        problem,
    };
    match status {
        None => reader.send(&view),
        Some(status) => reader.send_failure(status, &view),
    }
}

/// The column a place is in, by its name.
fn place(reader: &Reader, pointer: &str) -> String {
    let column = pointer.split('/').nth(1).unwrap_or_default();
    reader.t().code_or_self("column", column)
}

/// A changed value in a line.
pub fn change(reader: &Reader, changed: &Changed) -> ChangeLine {
    let piece = |kind, value: &Option<Json>| {
        value
            .as_ref()
            .map(|value| Piece { kind, text: value.as_str().map_or_else(|| value.to_string(), str::to_owned) })
    };
    let pieces = if changed.words.is_empty() {
        let both = [piece(PieceKind::Removed, &changed.old), piece(PieceKind::Added, &changed.new)];
        both.into_iter().flatten().collect()
    } else {
        changed.words.clone()
    };
    ChangeLine { label: place(reader, &changed.pointer), pieces }
}

/// What a demand asks for; other libraries have no such column.
fn requirements<L: Library>(body: &L::Body) -> Result<Vec<Text>, Error> {
    let written = serde_json::to_value(body).map_err(anyhow::Error::from)?;
    let lang = body.common().lang;
    let all = written.get("requirements").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
    Ok(all.iter().filter_map(|one| one.get("text")?.as_str()).map(|text| Text::new(text, lang)).collect())
}

fn criterion(reader: &Reader, form: &Fields, name: &'static str) -> CriterionField {
    let t = reader.t();
    let chosen: Option<i32> = field(form, name).parse().ok();
    CriterionField {
        name,
        label: t.code_or_self("criterion", name),
        hint: t.code_or_self("criterion-hint", name),
        scores: (0..=BEST).map(|score| (score, chosen == Some(score))).collect(),
        comment: field(form, &format!("{name}-comment")).to_owned(),
    }
}
