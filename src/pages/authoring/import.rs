//! `/my/{library}/import`: many records out of a spreadsheet; the good rows become drafts, the others are named.

use std::path::Path;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;

use super::super::forms::PostedFile;
use super::super::reader::Reader;
use super::{Authored, elsewhere, mine_address};
use crate::app::App;
use crate::authoring::importing::{Bad, File, Imported};
use crate::error::{Code, Error, Result};
use crate::layout::Page;
use crate::library::Status;
use crate::library::files::import::{ImportFile, Mode};
use crate::library::files::input::{Format, ReadAs};
use crate::library::store::ImportOptions;

/// Rows that are named on the page.
const NAMED: usize = 100;

#[derive(Template)]
#[template(path = "authoring/import.html")]
struct ImportPage<'a> {
    page: &'a Page,
    shelf: &'static str,
    back: String,
    /// Nothing where the file could not be taken.
    done: Option<Done>,
    problem: Option<String>,
}

struct Done {
    created: String,
    others: Vec<String>,
    bad: Vec<Bad>,
    notes: Vec<String>,
}

/// `POST /my/{library}/import`
pub async fn sent<L: Authored>(app: web::Data<App>, posted: PostedFile) -> Result<HttpResponse> {
    let reader = posted.reader;
    if let Some(place) = elsewhere(&reader)? {
        return Ok(place);
    }
    let t = reader.t();
    let file = posted.file.filter(|file| !file.content.is_empty());
    let format = file.as_ref().and_then(|file| Format::of(Path::new(&file.name)).ok());
    let (Some(file), Some(format)) = (file, format) else {
        return show::<L>(reader, Err(t.text("import-format")));
    };
    if file.content.len() > app.largest_document() {
        return show::<L>(reader, Err(t.text("import-large")));
    }
    match taken::<L>(&app, &reader, format, file.content).await {
        Ok(imported) => show::<L>(reader, Ok(imported)),
        Err(Error::Problem(problem)) if matches!(problem.code, Code::InvalidFields | Code::MalformedRequest) => {
            show::<L>(reader, Err(problem.detail.unwrap_or_default()))
        }
        Err(error) => Err(error),
    }
}

async fn taken<L: Authored>(app: &App, reader: &Reader, format: Format, content: Vec<u8>) -> Result<Imported> {
    let options = ImportOptions {
        status: Status::Draft,
        reason: Some("imported from a file".to_owned()),
        ..ImportOptions::default()
    };
    let asked = ImportFile {
        read: ReadAs { sheet: None, encoding: None },
        columns: Vec::new(),
        ignored: Vec::new(),
        defaults: Vec::new(),
        mode: Mode::Rows,
        store: options,
    };
    let file = &File::<L>::read(app, asked, format, content).await?;
    app.db.write(async |transaction| file.store_in(transaction, &reader.actor).await).await
}

fn show<L: Authored>(reader: Reader, imported: Result<Imported, String>) -> Result<HttpResponse> {
    let t = reader.t();
    let back = mine_address(L::KIND);
    let reader = reader.on_shelf(L::SHELF).below(&t.text("authoring-mine"), &back);
    let (done, problem) = match imported {
        Ok(found) => (Some(done(&reader, found)), None),
        Err(problem) => (None, Some(problem)),
    };
    let refused = problem.is_some();
    let view = ImportPage { page: &reader.page, shelf: L::SHELF.name(), back, done, problem };
    if refused { reader.send_failure(StatusCode::UNPROCESSABLE_ENTITY, &view) } else { reader.send(&view) }
}

fn done(reader: &Reader, found: Imported) -> Done {
    let t = reader.t();
    let others =
        [("import-updated", found.updated), ("import-unchanged", found.unchanged), ("import-skipped", found.skipped)];
    Done {
        created: t.count("import-created", found.created),
        others: others.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| t.count(key, count)).collect(),
        bad: found.bad.into_iter().take(NAMED).collect(),
        notes: found.notes,
    }
}
