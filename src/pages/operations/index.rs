//! `/operations/index`: what each index holds against what the database has, and having them checked or rebuilt.

use actix_web::{HttpResponse, web};
use askama::Template;
use siku_index::corpus::Model;

use super::{ErrandLine, Place, errand_line, places};
use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::errands::Errand;
use crate::error::{Code, Result};
use crate::layout::Page;
use crate::library::{Demands, Institutions, Library, Results, Technologies};
use crate::outbox::feed::newest_change;
use crate::pages::desk::elsewhere;
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::reader::Reader;

#[derive(Template)]
#[template(path = "operations/index.html")]
struct IndexPage<'a> {
    page: &'a Page,
    places: Vec<Place>,
    libraries: Vec<LibraryLine>,
    /// Algorithm, weights, models.
    facts: Vec<String>,
    errands: Vec<ErrandLine>,
    busy: bool,
}

struct LibraryLine {
    name: String,
    records: String,
    held: u64,
    newest: u64,
    behind: bool,
    /// Records that wait for vectors, by model.
    waiting: Vec<String>,
    size: String,
}

/// `GET /operations/index`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::OperateService)? {
        return Ok(place);
    }
    let t = reader.t();
    let libraries = vec![
        line::<Technologies>(&app, &reader).await?,
        line::<Demands>(&app, &reader).await?,
        line::<Results>(&app, &reader).await?,
        line::<Institutions>(&app, &reader).await?,
    ];
    let mut facts =
        vec![t.fill("index-algorithm", app.engine.base()), t.fill("index-weights", app.engine.weights_version())];
    for model in Model::ALL {
        let key = if app.engine.has(model) { "index-model" } else { "index-model-missing" };
        facts.push(t.fill(key, model.name()));
    }
    let left = |errand: Errand| errand_line(errand.name(), app.errands.look(errand.name()), &reader);
    let errands: Vec<ErrandLine> = [Errand::CheckIndex, Errand::RebuildIndex].into_iter().filter_map(left).collect();
    let view = IndexPage {
        page: &reader.page,
        places: places(&reader),
        libraries,
        facts,
        busy: errands.iter().any(|errand| errand.running),
        errands,
    };
    reader.send(&view)
}

async fn line<L: Library>(app: &App, reader: &Reader) -> Result<LibraryLine> {
    let t = reader.t();
    let corpus = app.engine.corpus(L::KIND);
    let newest = u64::try_from(newest_change::<L>(&*app.db).await?).unwrap_or(0);
    let held = corpus.last_change();
    let waits = |model: Model| {
        let count = t.number(corpus.pending(model) as f64);
        if app.engine.has(model) { format!("{}: {count}", model.name()) } else { format!("{}: –", model.name()) }
    };
    let measured = corpus.clone();
    let bytes = app.engine.corpora().blocking(move |_| Ok(measured.index_bytes())).await?;
    Ok(LibraryLine {
        name: t.code_or_self("library", L::KIND.as_str()),
        records: t.number(corpus.len() as f64),
        held,
        newest,
        behind: held < newest,
        waiting: Model::ALL.into_iter().map(waits).collect(),
        size: t.fill("index-megabytes", t.number((bytes as f64 / 10_000.0).ceil() / 100.0)),
    })
}

/// `POST /operations/index/errands`
pub async fn leave(app: web::Data<App>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if reader.actor.scope(Action::OperateService) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    let errand = match form.value("errand") {
        Some("check_index") => Errand::CheckIndex,
        Some("rebuild_index") => Errand::RebuildIndex,
        _ => return Err(Code::MalformedRequest.into()),
    };
    // Where the same runs already there is nothing to do but to look at it.
    app.errands.leave(&app.db, &app.engine, &reader.actor, errand).await?;
    Ok(go_to("/operations/index"))
}
