//! What is downloaded on the way: empty templates, and the rows that were left out, to be corrected and sent again.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use std::sync::Arc;

use super::{LIBRARIES, allowed, in_library, own, unreadable};
use crate::app::App;
use crate::error::{Code, Problem, Result};
use crate::library::files::bad_rows::BadRows;
use crate::library::files::row::BadRow;
use crate::library::files::template::{self, Headings};
use crate::library::{Library, LibraryKind};
use crate::pages::reader::Reader;
use crate::uploads::importing::left_out as rows_left_out;
use crate::uploads::{Choices, Upload};

const CSV: &str = "text/csv; charset=utf-8";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `GET /my/imports/templates/{file}`
pub async fn template(reader: Reader, file: web::Path<String>) -> Result<HttpResponse> {
    if let Some(place) = allowed(&reader)? {
        return Ok(place);
    }
    let (library, ending) = file.split_once('.').ok_or(Code::NotFound)?;
    let library: LibraryKind = library.parse().map_err(|_| Code::NotFound)?;
    if !LIBRARIES.contains(&library) {
        return Err(Code::NotFound.into());
    }
    in_library!(library, empty(&reader, ending))
}

async fn empty<L: Library>(reader: &Reader, ending: &str) -> Result<HttpResponse> {
    let headings = Headings::of(reader.t().lang.tag());
    let (media_type, content) = match ending {
        "csv" => (CSV, template::csv::<L>(headings)?),
        "xlsx" => (XLSX, template::xlsx::<L>(headings)?),
        _ => return Err(Code::NotFound.into()),
    };
    Ok(saved(media_type, &format!("siku-{}.{ending}", L::KIND), content))
}

fn saved(media_type: &str, name: &str, content: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, media_type))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(content)
}

/// `GET /my/imports/{id}/left-out.csv`
pub async fn left_out(app: web::Data<App>, reader: Reader, id: web::Path<String>) -> Result<HttpResponse> {
    if let Some(place) = allowed(&reader)? {
        return Ok(place);
    }
    let upload = own(&app, &reader, &id).await?;
    in_library!(upload.library, to_correct(&app, &reader, &upload))
}

async fn to_correct<L: Library>(app: &App, reader: &Reader, upload: &Upload) -> Result<HttpResponse> {
    let choices = upload.choices.as_ref().ok_or(Code::NotFound)?;
    let rows = match rows_left_out::<L>(&app.db, &reader.actor, upload).await {
        Ok(rows) => rows,
        Err(error) => {
            let said = unreadable(reader.t(), L::KIND, error)?;
            return Err(Problem::new(Code::InvalidState, said).into());
        }
    };
    let mut file = BadRows::to(Vec::new(), L::COLUMNS)?;
    let ours: Vec<Arc<str>> = choices.columns.iter().map(|(_, ours)| Arc::from(ours.as_str())).collect();
    let set = choices.set.iter().map(|(name, _)| Arc::from(name.as_str()));
    file.header(&ours.into_iter().chain(set).collect::<Vec<_>>())?;
    for row in rows {
        file.write(&in_our_words(row, choices))?;
    }
    Ok(saved(CSV, &format!("siku-{}-left-out.csv", L::KIND), file.finish()?))
}

/// A row under our names, so that nothing has to be said of its columns again.
fn in_our_words(row: BadRow, choices: &Choices) -> BadRow {
    let ours = |name: &str| {
        let said = choices.columns.iter().find(|(theirs, _)| theirs == name).map(|(_, ours)| ours.clone());
        said.unwrap_or_else(|| name.to_owned())
    };
    let left_out = |name: &str| choices.ignored.iter().any(|ignored| ignored == name);
    let cells = row.values.into_iter().filter(|(name, _)| !left_out(name));
    let mut values: Vec<(Arc<str>, _)> = cells.map(|(name, value)| (Arc::from(ours(&name)), value)).collect();
    for (name, value) in &choices.set {
        if !values.iter().any(|(known, _)| **known == **name) {
            values.push((Arc::from(name.as_str()), value.as_str().into()));
        }
    }
    BadRow { values, ..row }
}
