//! `/my/searches`: searches one has saved, saving the one a list shows, and forgetting one.

use actix_web::{HttpResponse, web};
use anyhow::Context;
use askama::Template;
use uuid::Uuid;

use super::Faults;
use crate::app::App;
use crate::error::{Code, Fault, Result};
use crate::layout::Page;
use crate::layout::components::SelectOption;
use crate::layout::url::Query;
use crate::library::LibraryKind;
use crate::library::store::now;
use crate::notices::Delivery;
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::reader::Reader;
use crate::pages::refusals::way_in;
use crate::pages::sign_in::Nothing;
use crate::searches::{self, MOST_SEARCHES, Search, Wanted};

/// What of a list's address cannot be kept: these filters are no part of a saved search.
const NOT_KEPT: [&str; 6] = ["trl", "urgency", "progress", "operation", "year", "region"];

#[derive(Template)]
#[template(path = "own/searches.html")]
struct SearchesPage<'a> {
    page: &'a Page,
    searches: Vec<SearchLine>,
    new: Option<NewLine>,
    done: Option<String>,
}

struct SearchLine {
    id: Uuid,
    name: String,
    href: String,
    facts: Vec<String>,
}

/// The search a list shows, to be saved.
struct NewLine {
    library: LibraryKind,
    library_name: String,
    what: Vec<String>,
    /// Name and value of each filter, as the form sends them on.
    filters: Vec<(&'static str, String)>,
    /// Filters of the list that are left out.
    left_out: bool,
    name: String,
    deliveries: Vec<SelectOption>,
    wrong_name: Option<String>,
    wrong: Option<String>,
}

/// The filters of a search by their names in the addresses of lists.
fn filters(wanted: &Wanted) -> Vec<(&'static str, String)> {
    let Wanted { q, field, country, target_country, mode, kind, service, lang, keyword } = wanted;
    let lists = [
        ("field", field),
        ("country", country),
        ("target_country", target_country),
        ("mode", mode),
        ("kind", kind),
        ("service", service),
        ("language", lang),
        ("keyword", keyword),
    ];
    let all = lists.into_iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value.clone())));
    q.iter().map(|words| ("q", words.clone())).chain(all).collect()
}

/// The search that filters by these names ask for.
fn wanted<'v>(values: impl Fn(&str) -> Vec<&'v str>) -> Wanted {
    let all = |name: &str| values(name).into_iter().filter(|value| !value.is_empty()).map(str::to_owned).collect();
    Wanted {
        q: values("q").first().filter(|words| !words.is_empty()).map(|words| (*words).to_owned()),
        field: all("field"),
        country: all("country"),
        target_country: all("target_country"),
        mode: all("mode"),
        kind: all("kind"),
        service: all("service"),
        lang: all("language"),
        keyword: all("keyword"),
    }
}

/// What a filter says, in the reader's language.
fn said(reader: &Reader, library: LibraryKind, name: &str, value: &str) -> String {
    let t = reader.t();
    match name {
        "field" => reader.field(value),
        "country" => reader.country(value),
        "target_country" => t.fill("own-for-country", reader.country(value)),
        "language" => reader.language(value),
        "mode" => t.code_or_self("mode", value),
        "service" => t.code_or_self("service", value),
        "kind" if library == LibraryKind::Results => t.code_or_self("result_kind", value),
        "kind" => t.code_or_self("institution_kind", value),
        "q" => t.fill("search-title-for", value),
        _ => value.to_owned(),
    }
}

fn says(reader: &Reader, library: LibraryKind, wanted: &Wanted) -> Vec<String> {
    filters(wanted).iter().map(|(name, value)| said(reader, library, name, value)).collect()
}

/// `GET /my/searches`: with a library and filters in the address, these can be saved.
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let reader = below(reader);
    let query = &reader.page.query;
    let new = query.get("library").and_then(|name| name.parse().ok()).map(|library| {
        let wanted = wanted(|name| query.all(name));
        let name = reader.t().list(&says(&reader, library, &wanted));
        let left_out = NOT_KEPT.iter().any(|name| query.get(name).is_some());
        NewLine { left_out, ..line(&reader, library, &wanted, name, Delivery::default(), &Faults::default()) }
    });
    reader.send(&view(&app, &reader, new).await?)
}

fn below(reader: Reader) -> Reader {
    let account = reader.t().text("account-title");
    reader.below(&account, "/account")
}

fn line(
    reader: &Reader,
    library: LibraryKind,
    wanted: &Wanted,
    name: String,
    delivery: Delivery,
    faults: &Faults,
) -> NewLine {
    let t = reader.t();
    let option = |one: &Delivery| SelectOption {
        value: one.as_str().to_owned(),
        label: t.code_or_self("told-how", one.as_str()),
        selected: *one == delivery,
    };
    NewLine {
        library,
        library_name: t.code_or_self("library", library.as_str()),
        what: says(reader, library, wanted),
        filters: filters(wanted),
        left_out: false,
        name,
        deliveries: Delivery::ALL.iter().map(option).collect(),
        wrong_name: faults.at(t, "name"),
        wrong: faults.at(t, "query"),
    }
}

async fn view<'a>(app: &App, reader: &'a Reader, new: Option<NewLine>) -> Result<SearchesPage<'a>> {
    let t = reader.t();
    let user = reader.actor.user_id().context("who has signed in is a person")?;
    let saved = |search: Search| {
        let mut query = Query::default();
        for (name, value) in filters(&search.query) {
            let values: Vec<String> = query.all(name).into_iter().map(str::to_owned).chain([value]).collect();
            query = query.with_all(name, &values.iter().map(String::as_str).collect::<Vec<_>>());
        }
        let library = t.code_or_self("library", search.library.as_str());
        let how = t.code_or_self("told-how", search.delivery.as_str());
        let what = says(reader, search.library, &search.query);
        SearchLine {
            id: search.id,
            name: search.name,
            href: query.link(&format!("/{}", search.library)),
            facts: [library].into_iter().chain(what).chain([how]).collect(),
        }
    };
    Ok(SearchesPage {
        page: &reader.page,
        searches: searches::list(&*app.db, user).await?.into_iter().map(saved).collect(),
        new,
        done: reader.page.query.get("done").and_then(|what| t.code("saved-done", what)),
    })
}

/// `POST /my/searches`
pub async fn save(app: web::Data<App>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let reader = below(reader);
    let library: LibraryKind = form.parsed("library").ok_or(Code::MalformedRequest)?;
    let (name, delivery) = (form.value("name").unwrap_or_default().to_owned(), form.parsed("delivery"));
    let delivery: Delivery = delivery.unwrap_or_default();
    let (query, faults) = searches::checked(&*app.db, &name, &wanted(|name| form.all(name).collect())).await?;
    let user = reader.actor.user_id().context("who has signed in is a person")?;
    let mut faults = Faults(faults);
    if faults.0.is_empty() {
        let saved: Result<bool> = app
            .db
            .write(async |transaction| {
                if searches::list(transaction, user).await?.len() >= MOST_SEARCHES {
                    return Ok(false);
                }
                let new = Search {
                    id: Uuid::now_v7(),
                    name: name.clone(),
                    library,
                    query: query.clone(),
                    delivery,
                    created_at: now(),
                };
                searches::save_in(transaction, user, new).await?;
                Ok(true)
            })
            .await;
        if saved? {
            return Ok(go_to("/my/searches?done=saved"));
        }
        let detail = format!("a person has at most {MOST_SEARCHES} saved searches");
        faults.0.push(Fault::field("/query", "too_many", detail));
    }
    let new = line(&reader, library, &query, name, delivery, &faults);
    faults.send(&reader, &view(&app, &reader, Some(new)).await?)
}

/// `POST /my/searches/{id}/removal`
pub async fn remove(app: web::Data<App>, id: web::Path<String>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    let reader = posted.reader;
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let id: Uuid = id.parse().map_err(|_| Code::NotFound)?;
    let user = reader.actor.user_id().context("who has signed in is a person")?;
    let gone: Result<bool> =
        app.db.write(async |transaction| Ok(searches::remove_in(transaction, user, id).await?)).await;
    if gone? { Ok(go_to("/my/searches?done=removed")) } else { Err(Code::NotFound.into()) }
}
