//! `/my/imports/{id}/columns`: what each column of a file means.

use std::collections::HashSet;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use anyhow::Context;
use askama::Template;

use super::{allowed, in_library, label, own, said};
use crate::app::App;
use crate::error::Result;
use crate::layout::Page;
use crate::layout::components::SelectOption;
use crate::library::files::mapping::Mapping;
use crate::library::files::sample::{Guess, SampleError, Sampled, sample};
use crate::library::{ColumnKind, Library};
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::reader::Reader;
use crate::pages::refusals::{Choosable, countries};
use crate::uploads::{self, Choices, Said, Upload};

/// Nobody has said yet what a column means.
const OPEN: &str = "?";

#[derive(Template)]
#[template(path = "importing/columns.html")]
struct ColumnsPage<'a> {
    page: &'a Page,
    upload: &'a Upload,
    library: String,
    columns: Vec<ColumnLine>,
    /// A country for every row, where the file has no column for it.
    countries: Vec<Choosable>,
    country_label: String,
    /// What every record needs.
    needed: String,
    problem: Option<String>,
}

/// A column of the file.
struct ColumnLine {
    name: String,
    /// It has no heading, so nothing can be said of it.
    unnamed: bool,
    values: Vec<String>,
    /// What is said of the guess.
    remark: Option<String>,
    open: bool,
    options: Vec<SelectOption>,
}

/// `GET /my/imports/{id}/columns`
pub async fn show(app: web::Data<App>, reader: Reader, id: web::Path<String>) -> Result<HttpResponse> {
    if let Some(place) = allowed(&reader)? {
        return Ok(place);
    }
    let upload = own(&app, &reader, &id).await?;
    if upload.outcome.is_some() {
        return Ok(go_to(&format!("/my/imports/{}", upload.id)));
    }
    in_library!(upload.library, present(&app, below(reader), &upload, None, None))
}

/// `POST /my/imports/{id}/columns`
pub async fn sent(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if let Some(place) = allowed(&reader)? {
        return Ok(place);
    }
    let upload = own(&app, &reader, &id).await?;
    in_library!(upload.library, take(&app, below(reader), &upload, &form))
}

fn below(reader: Reader) -> Reader {
    let above = reader.t().text("import-title");
    reader.below(&above, "/my/imports")
}

async fn sampled<L: Library>(upload: &Upload) -> Result<Result<Vec<Sampled>, SampleError>> {
    let input = upload.input();
    Ok(web::block(move || sample::<L>(&input)).await.context("the reading thread failed")?)
}

async fn take<L: Library>(app: &App, reader: Reader, upload: &Upload, form: &Fields) -> Result<HttpResponse> {
    let Ok(columns) = sampled::<L>(upload).await? else { return present::<L>(app, reader, upload, None, None).await };
    let (mut choices, mut open) = (Choices::default(), Vec::new());
    for (at, column) in columns.iter().enumerate() {
        let name = column.name.to_string();
        match form.value(&format!("column-{at}")) {
            _ if is_unnamed(&name) => choices.ignored.push(name),
            Some(OPEN) => open.push(name),
            Some(ours) => choices.columns.push((name, ours.to_owned())),
            None => choices.ignored.push(name),
        }
    }
    if let Some(country) = form.value("country") {
        choices.set.push(("country".to_owned(), country.to_owned()));
    }
    let t = reader.t();
    let problem = if open.is_empty() {
        let names: Vec<Arc<str>> = columns.iter().map(|column| Arc::clone(&column.name)).collect();
        let given: Vec<&str> = choices.set.iter().map(|(name, _)| name.as_str()).collect();
        let checked = Mapping::new::<L>(&choices.columns, &choices.ignored)
            .and_then(|mapping| mapping.check_header(&names, &given));
        checked.err().map(|error| said(t, L::KIND, &error))
    } else {
        Some(t.fill("import-columns-open", t.list(&open)))
    };
    if problem.is_some() {
        return present::<L>(app, reader, upload, Some(form), problem).await;
    }
    let user = reader.actor.user_id().context("who imports has signed in")?;
    let said = Said::Columns(choices);
    let kept: Result<bool> =
        app.db.write(async |transaction| Ok(uploads::say_in(transaction, user, upload.id, &said).await?)).await;
    kept?;
    Ok(go_to(&format!("/my/imports/{}", upload.id)))
}

/// Without a heading in the file.
fn is_unnamed(name: &str) -> bool {
    name.strip_prefix('#').is_some_and(|digits| digits.parse::<usize>().is_ok())
}

async fn present<L: Library>(
    app: &App,
    reader: Reader,
    upload: &Upload,
    form: Option<&Fields>,
    problem: Option<String>,
) -> Result<HttpResponse> {
    let t = reader.t();
    let (columns, problem) = match sampled::<L>(upload).await? {
        Ok(columns) => (columns, problem),
        Err(SampleError::Empty) => (Vec::new(), Some(t.text("import-no-rows"))),
        Err(SampleError::Unreadable(reason)) => (Vec::new(), Some(t.fill("import-unreadable", reason))),
        Err(SampleError::Mapping(error)) => (Vec::new(), Some(said(t, L::KIND, &error))),
    };
    let chosen = chosen(&columns, upload, form);
    let missing = L::COLUMNS.iter().find(|ours| {
        ours.required && matches!(ours.kind, ColumnKind::Country) && !chosen.iter().any(|one| one == ours.name)
    });
    let set = upload.choices.iter().flat_map(|choices| &choices.set).find(|(name, _)| name == "country");
    let country = form.map(|form| form.value("country").unwrap_or_default().to_owned());
    let country = country.or(set.map(|(_, value)| value.clone())).unwrap_or_default();
    let mut places = Vec::new();
    if missing.is_some() {
        places.push(Choosable::new("", t.text("form-choose"), &country));
        places.extend(countries(&*app.db, t, &country).await?);
    }
    let needed: Vec<String> = L::COLUMNS
        .iter()
        .filter(|column| column.required || column.name == "title")
        .map(|column| label(t, column))
        .collect();
    let view = ColumnsPage {
        page: &reader.page,
        upload,
        library: t.code_or_self("library", L::KIND.as_str()),
        columns: columns.iter().zip(&chosen).map(|(column, chosen)| line::<L>(&reader, column, chosen)).collect(),
        countries: places,
        country_label: missing.map(|column| label(t, column)).unwrap_or_default(),
        needed: t.list(&needed),
        problem,
    };
    let status = if view.problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    reader.send_failure(status, &view)
}

/// What each column is taken for: as the form says, as was said before, or as it is guessed. Each of ours once.
fn chosen(columns: &[Sampled], upload: &Upload, form: Option<&Fields>) -> Vec<String> {
    if let Some(form) = form {
        let places = (0..columns.len()).map(|at| form.value(&format!("column-{at}")).unwrap_or_default().to_owned());
        return places.collect();
    }
    if let Some(choices) = &upload.choices {
        let ours = |name: &str| choices.columns.iter().find(|(theirs, _)| theirs == name).map(|(_, ours)| ours.clone());
        return columns.iter().map(|column| ours(&column.name).unwrap_or_default()).collect();
    }
    let known: HashSet<&str> = columns
        .iter()
        .filter_map(|column| if let Guess::Known(ours) = column.guess { Some(ours.name) } else { None })
        .collect();
    let mut taken = HashSet::new();
    let of = |column: &Sampled| match column.guess {
        _ if is_unnamed(&column.name) => String::new(),
        Guess::Known(ours) if taken.insert(ours.name) => ours.name.to_owned(),
        Guess::Near(ours) if !known.contains(ours.name) && taken.insert(ours.name) => ours.name.to_owned(),
        Guess::Known(_) | Guess::Near(_) | Guess::Open => OPEN.to_owned(),
        Guess::ReadOver => String::new(),
    };
    columns.iter().map(of).collect()
}

fn line<L: Library>(reader: &Reader, column: &Sampled, chosen: &str) -> ColumnLine {
    let t = reader.t();
    let option =
        |value: &str, label: String| SelectOption { value: value.to_owned(), label, selected: value == chosen };
    let mut options = vec![option("", t.text("import-column-leave"))];
    if matches!(column.guess, Guess::Open | Guess::Near(_)) || chosen == OPEN {
        options.insert(0, option(OPEN, t.text("form-choose")));
    }
    options.extend(L::COLUMNS.iter().map(|ours| option(ours.name, label(t, ours))));
    let guessed = matches!(column.guess, Guess::Near(ours) if ours.name == chosen);
    ColumnLine {
        name: column.name.to_string(),
        unnamed: is_unnamed(&column.name),
        values: column.values.iter().map(|value| shortened(value)).collect(),
        remark: guessed.then(|| t.text("import-column-guessed")),
        open: chosen == OPEN,
        options,
    }
}

/// Longest value shown, in characters.
const SHOWN: usize = 60;

/// The beginning of a long value.
pub(super) fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
