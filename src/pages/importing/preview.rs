//! `/my/imports/{id}`: what would become of the rows of a file, mending the faulty ones, having the others put in, and
//! afterwards what became of them.

use std::collections::HashSet;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use anyhow::Context;
use askama::Template;
use serde_json::Value;

use super::columns::shortened;
use super::fault::{Faulty, Meanings, faulty};
use super::words::words;
use super::{allowed, in_library, label, own, unreadable};
use crate::app::App;
use crate::error::Result;
use crate::layout::{Locale, Page};
use crate::library::files::convert::Good;
use crate::library::files::row::Mended;
use crate::library::store::{Outlook, now};
use crate::library::{Column, Library};
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::reader::Reader;
use crate::pages::sign_in::Nothing;
use crate::uploads::importing::{Looked, import as put_in, left_out, look};
use crate::uploads::{self, Outcome, Said, Upload};

/// Rows shown of those that may go in.
const FIRST: usize = 8;
/// Columns of theirs that are shown.
const WIDE: usize = 8;
/// Faulty rows that can be mended in place.
const MENDED_IN_PLACE: usize = 50;

#[derive(Template)]
#[template(path = "importing/preview.html")]
struct PreviewPage<'a> {
    page: &'a Page,
    upload: &'a Upload,
    library: String,
    counts: Vec<Count>,
    /// Rows that may go in.
    good: usize,
    notes: Vec<String>,
    nameless: u64,
    headings: Vec<String>,
    first: Vec<FirstRow>,
    bad: Vec<Faulty>,
    /// Faulty rows that are only in the file to download.
    more: usize,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "importing/done.html")]
struct DonePage<'a> {
    page: &'a Page,
    upload: &'a Upload,
    library: String,
    counts: Vec<Count>,
    outcome: &'a Outcome,
    bad: Vec<Faulty>,
    more: usize,
    /// Where the drafts are.
    list: String,
}

struct Count {
    label: String,
    count: String,
    /// Said in the colour of faults.
    fault: bool,
}

/// A row that may go in, as it would be stored.
struct FirstRow {
    line: u64,
    outlook: String,
    cells: Vec<String>,
}

/// `GET /my/imports/{id}`
pub async fn show(app: web::Data<App>, reader: Reader, id: web::Path<String>) -> Result<HttpResponse> {
    if let Some(place) = allowed(&reader)? {
        return Ok(place);
    }
    let upload = own(&app, &reader, &id).await?;
    if upload.choices.is_none() {
        return Ok(go_to(&format!("/my/imports/{}/columns", upload.id)));
    }
    let above = reader.t().text("import-title");
    let reader = reader.below(&above, "/my/imports");
    match &upload.outcome {
        Some(outcome) => in_library!(upload.library, done(&app, &reader, &upload, outcome)),
        None => in_library!(upload.library, present(&app, &reader, &upload)),
    }
}

async fn present<L: Library>(app: &App, reader: &Reader, upload: &Upload) -> Result<HttpResponse> {
    let t = reader.t();
    let (looked, problem) = match look::<L>(&app.db, &reader.actor, upload).await {
        Ok(looked) => (looked, None),
        Err(error) => {
            let none = Looked { good: Vec::new(), bad: Vec::new(), notes: Vec::new(), nameless: 0 };
            (none, Some(unreadable(t, L::KIND, error)?))
        }
    };
    let becomes = |wanted: &Outlook| looked.good.iter().filter(|(_, outlook)| outlook == wanted).count();
    let counts = vec![
        count(t, "import-new", becomes(&Outlook::New), false),
        count(t, "import-changed", becomes(&Outlook::Changed), false),
        count(t, "import-unchanged", becomes(&Outlook::Unchanged), false),
        count(t, "import-faulty", looked.bad.len(), true),
    ];
    let (headings, first) = first::<L>(reader, &looked.good)?;
    let meanings = Meanings::<L>::of(upload);
    let view = PreviewPage {
        page: &reader.page,
        upload,
        library: t.code_or_self("library", L::KIND.as_str()),
        counts,
        good: looked.good.len(),
        notes: looked.notes.iter().map(|text| note(t, text)).collect(),
        nameless: looked.nameless,
        headings,
        first,
        more: looked.bad.len().saturating_sub(MENDED_IN_PLACE),
        bad: looked.bad.iter().take(MENDED_IN_PLACE).map(|row| faulty(t, &meanings, row)).collect(),
        problem,
    };
    let status = if view.problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    reader.send_failure(status, &view)
}

/// What was guessed about a file, in the reader's language where it is one of the usual guesses.
fn note(t: Locale, text: &str) -> String {
    if let Some(encoding) = text.strip_prefix("read as ").and_then(|rest| rest.split(' ').next()) {
        return t.fill("import-note-read-as", encoding.to_uppercase());
    }
    let above = text.strip_prefix("line ").and_then(|rest| rest.split_once(" is above the header and left out: "));
    let said =
        above.and_then(|(line, title)| t.code_with("import", "note-above", &[line.to_owned(), title.to_owned()]));
    said.unwrap_or_else(|| text.to_owned())
}

fn count(t: Locale, key: &str, count: impl TryInto<u64>, fault: bool) -> Count {
    let count = count.try_into().unwrap_or(u64::MAX);
    Count { label: t.text(key), count: t.number(count as f64), fault: fault && count > 0 }
}

/// The first rows as they would be stored, in the columns that they fill.
fn first<L: Library>(reader: &Reader, rows: &[(Good<L>, Outlook)]) -> Result<(Vec<String>, Vec<FirstRow>)> {
    let t = reader.t();
    let rows: Vec<(u64, &Outlook, Value)> = rows
        .iter()
        .take(FIRST)
        .map(|(row, outlook)| Ok((row.line, outlook, serde_json::to_value(&row.body)?)))
        .collect::<Result<_, serde_json::Error>>()
        .context("cannot show a row")?;
    let text = |column: &Column, body: &Value| {
        body.get(column.name).map(|value| words(reader, L::KIND, column, value)).unwrap_or_default()
    };
    let filled: Vec<&Column> = L::COLUMNS
        .iter()
        .filter(|column| rows.iter().any(|(_, _, body)| !text(column, body).is_empty()))
        .take(WIDE)
        .collect();
    let shown = rows.iter().map(|(line, outlook, body)| FirstRow {
        line: *line,
        outlook: t.text(match outlook {
            Outlook::New => "import-new",
            Outlook::Changed => "import-changed",
            Outlook::Unchanged | Outlook::Refused(_) => "import-unchanged",
        }),
        cells: filled.iter().map(|column| shortened(&text(column, body))).collect(),
    });
    Ok((filled.iter().map(|column| label(t, column)).collect(), shown.collect()))
}

/// `POST /my/imports/{id}/rows`: keeps mended cells.
pub async fn mend(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if let Some(place) = allowed(&reader)? {
        return Ok(place);
    }
    let upload = own(&app, &reader, &id).await?;
    let mut mended: Mended = upload.mended.clone();
    let mut seen = HashSet::new();
    for (name, text) in form.pairs() {
        let cell = name.strip_prefix("cell:").and_then(|rest| rest.split_once(':'));
        let Some((line, column)) = cell.and_then(|(line, column)| Some((line.parse().ok()?, column))) else { continue };
        let cell = mended.entry(line).or_default().entry(column.to_owned()).or_default();
        // What is ticked comes one by one; what stood there before is gone with the first.
        if seen.insert(name) || text.is_empty() || cell.is_empty() {
            text.clone_into(cell);
        } else {
            *cell = format!("{cell};{text}");
        }
    }
    let user = reader.actor.user_id().context("who imports has signed in")?;
    let said = Said::Mended(mended);
    let kept: Result<bool> =
        app.db.write(async |transaction| Ok(uploads::say_in(transaction, user, upload.id, &said).await?)).await;
    kept?;
    Ok(go_to(&format!("/my/imports/{}", upload.id)))
}

/// `POST /my/imports/{id}`: puts the good rows in. Asked twice, it is done once.
pub async fn import(app: web::Data<App>, id: web::Path<String>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    let reader = posted.reader;
    if let Some(place) = allowed(&reader)? {
        return Ok(place);
    }
    let upload = own(&app, &reader, &id).await?;
    if upload.choices.is_none() {
        return Ok(go_to(&format!("/my/imports/{}/columns", upload.id)));
    }
    in_library!(upload.library, store(&app, &reader, &upload))
}

async fn store<L: Library>(app: &App, reader: &Reader, upload: &Upload) -> Result<HttpResponse> {
    match put_in::<L>(&app.db, &reader.actor, upload, now()).await {
        Ok(_) => Ok(go_to(&format!("/my/imports/{}", upload.id))),
        Err(error) => {
            // What stands against it is said by the page itself; the rest goes on as an error.
            unreadable(reader.t(), L::KIND, error)?;
            present::<L>(app, reader, upload).await
        }
    }
}

async fn done<L: Library>(app: &App, reader: &Reader, upload: &Upload, outcome: &Outcome) -> Result<HttpResponse> {
    let t = reader.t();
    let bad = match left_out::<L>(&app.db, &reader.actor, upload).await {
        Ok(bad) => bad,
        Err(error) => {
            unreadable(t, L::KIND, error)?;
            Vec::new()
        }
    };
    let meanings = Meanings::<L>::of(upload);
    let counts = vec![
        count(t, "import-new", outcome.created, false),
        count(t, "import-changed", outcome.updated, false),
        count(t, "import-unchanged", outcome.unchanged, false),
        count(t, "import-left-out", outcome.left_out, true),
    ];
    reader.send(&DonePage {
        page: &reader.page,
        upload,
        library: t.code_or_self("library", L::KIND.as_str()),
        counts,
        outcome,
        more: bad.len().saturating_sub(MENDED_IN_PLACE),
        bad: bad.iter().take(MENDED_IN_PLACE).map(|row| faulty(t, &meanings, row)).collect(),
        list: format!("/my/{}", L::KIND),
    })
}
