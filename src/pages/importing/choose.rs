//! `/my/imports`: choosing a library and a file, templates to fill in, and the files one has sent.

use std::path::Path;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use anyhow::Context;
use askama::Template;
use uuid::Uuid;

use super::{LIBRARIES, allowed, own, usual};
use crate::app::App;
use crate::error::Result;
use crate::layout::Page;
use crate::library::LibraryKind;
use crate::library::files::input::Format;
use crate::library::store::now;
use crate::pages::forms::{Posted, PostedFile, go_to};
use crate::pages::reader::Reader;
use crate::pages::refusals::Choosable;
use crate::pages::sign_in::Nothing;
use crate::uploads::{self, Listed, MOST_UPLOADS, NewUpload};

#[derive(Template)]
#[template(path = "importing/choose.html")]
struct ChoosePage<'a> {
    page: &'a Page,
    libraries: Vec<Choosable>,
    /// Addresses of templates, by library.
    templates: Vec<Templates>,
    hint: String,
    sent: Vec<SentLine>,
    problem: Option<String>,
    done: Option<String>,
}

struct Templates {
    library: String,
    xlsx: String,
    csv: String,
}

/// A file one has sent.
struct SentLine {
    id: Uuid,
    name: String,
    facts: Vec<String>,
}

/// `GET /my/imports`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = allowed(&reader)? {
        return Ok(place);
    }
    let reader = below(reader);
    let asked = reader.page.query.get("library").and_then(|name| name.parse().ok());
    let library = asked.filter(|library| LIBRARIES.contains(library)).unwrap_or(usual(&reader));
    reader.send(&view(&app, &reader, library, None).await?)
}

fn below(reader: Reader) -> Reader {
    let account = reader.t().text("account-title");
    reader.below(&account, "/account")
}

async fn view<'a>(
    app: &App,
    reader: &'a Reader,
    library: LibraryKind,
    problem: Option<String>,
) -> Result<ChoosePage<'a>> {
    let t = reader.t();
    let name = |library: LibraryKind| t.code_or_self("library", library.as_str());
    let choice = |one: &LibraryKind| Choosable::new(one.as_str(), name(*one), library.as_str());
    let templates = |one: &LibraryKind| Templates {
        library: name(*one),
        xlsx: format!("/my/imports/templates/{one}.xlsx"),
        csv: format!("/my/imports/templates/{one}.csv"),
    };
    let user = reader.actor.user_id().context("who imports has signed in")?;
    let line = |one: Listed| SentLine {
        facts: vec![
            t.code_or_self("library", &one.library),
            t.moment(&one.created_at),
            t.text(if one.imported_at.is_some() { "import-state-done" } else { "import-state-waits" }),
            t.fill("import-kept-until", t.moment(&one.expires_at)),
        ],
        id: one.id,
        name: one.name,
    };
    let sent = uploads::list(&*app.db, user, now()).await?;
    Ok(ChoosePage {
        page: &reader.page,
        libraries: LIBRARIES.iter().map(choice).collect(),
        templates: LIBRARIES.iter().map(templates).collect(),
        hint: t.count("import-file-hint", app.settings.limits.document_mb),
        sent: sent.into_iter().map(line).collect(),
        problem,
        done: reader.page.query.get("done").and_then(|what| t.code("import-done", what)),
    })
}

/// `POST /my/imports`
pub async fn sent(app: web::Data<App>, posted: PostedFile) -> Result<HttpResponse> {
    let PostedFile { reader, form, file } = posted;
    if let Some(place) = allowed(&reader)? {
        return Ok(place);
    }
    let reader = below(reader);
    let t = reader.t();
    let library = form.parsed("library").filter(|library| LIBRARIES.contains(library)).unwrap_or(usual(&reader));
    let (name, content) = file.map(|file| (file.name, file.content)).unwrap_or_default();
    let most = app.settings.limits.document_mb;
    let problem = match Format::of(Path::new(&name)) {
        _ if name.is_empty() => t.text("import-no-file"),
        Err(_) => t.fill("import-no-format", &name),
        Ok(_) if content.is_empty() => t.text("import-empty"),
        Ok(_) if content.len() > app.largest_document() => t.count("import-too-large", most),
        Ok(format) => {
            let new = NewUpload { library, name, format, content };
            let kept: Result<Option<Uuid>> = app
                .db
                .write(async |transaction| Ok(uploads::add_in(transaction, &reader.actor, &new, now()).await?))
                .await;
            match kept? {
                Some(id) => return Ok(go_to(&format!("/my/imports/{id}/columns"))),
                None => t.count("import-too-many", MOST_UPLOADS),
            }
        }
    };
    reader.send_failure(StatusCode::UNPROCESSABLE_ENTITY, &view(&app, &reader, library, Some(problem)).await?)
}

/// `POST /my/imports/{id}/removal`
pub async fn remove(app: web::Data<App>, id: web::Path<String>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    let reader = posted.reader;
    if let Some(place) = allowed(&reader)? {
        return Ok(place);
    }
    let upload = own(&app, &reader, &id).await?;
    let gone: Result<()> = app
        .db
        .write(async |transaction| Ok(uploads::remove_in(transaction, &reader.actor, &upload, now()).await?))
        .await;
    gone?;
    Ok(go_to("/my/imports?done=removed"))
}
