//! Lists of the records of any library: search, filters, order, pages by cursor, counts by code.

use std::fmt::Display;
use std::str::FromStr;

use actix_web::http::header::LINK;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

use super::query::{Parameter, ParameterKind, Parameters};
use crate::accounts::Actor;
use crate::app::App;
use crate::audit::disclosed;
use crate::error::Result;
use crate::library::demand::Urgency;
use crate::library::institution::{InstitutionKind, Operation, Service};
use crate::library::result::{Progress, ResultKind};
use crate::library::store::list::levels;
use crate::library::store::{Facets, ListQuery, Page, Sort};
use crate::library::{
    CodeKind, CooperationMode, Library, LibraryKind, Record, Status, Vocabulary, normalise, taxonomy,
};

/// Records on a page when the caller does not say.
const PAGE_SIZE: u64 = 20;
/// The regions of `seeds/regions.csv`.
const REGIONS: [&str; 6] = ["neighbourhood", "eurasia", "africa", "latin_america", "middle_east", "global"];
/// Hits of a search that are ranked; who needs more narrows the search.
const RANKED_HITS: usize = 1_000;

const fn text(name: &'static str, description: &'static str, example: &'static str) -> Parameter {
    Parameter { name, description, kind: ParameterKind::Text, example }
}

const fn codes(name: &'static str, description: &'static str, example: &'static str) -> Parameter {
    Parameter { name, description, kind: ParameterKind::List, example }
}

const fn some(
    name: &'static str,
    description: &'static str,
    of: &'static [&'static str],
    example: &'static str,
) -> Parameter {
    Parameter { name, description, kind: ParameterKind::SomeOf(of), example }
}

const Q: Parameter = text("q", "Words to search for, in any language; hits come best first.", "");
const FIELD: Parameter =
    codes("field", "Taxonomy codes; a first-level code finds its second level too.", "agriculture");
const COUNTRY: Parameter = codes("country", "Country codes, ISO 3166-1 alpha-2.", "TN,EG");
const LANG: Parameter = codes("lang", "Languages of the source text, BCP 47.", "fr");
const KEYWORD: Parameter = codes("keyword", "Keywords, as written.", "");
const TARGETS: Parameter = codes("target_country", "Countries the technology is offered to.", "");
const SERVED: Parameter = codes("target_country", "Countries the institution serves.", "");
const RESULT_KIND: Parameter = some("kind", "Kinds of co-operation.", ResultKind::CODES, "technology_transfer");
const INSTITUTION_KIND: Parameter = some("kind", "Kinds of institution.", InstitutionKind::CODES, "science_park");
const SERVICE: Parameter = some("service", "Services an institution gives.", Service::CODES, "legal");
const MODE: Parameter = some("mode", "Co-operation modes.", CooperationMode::CODES, "licence");
const REGION: Parameter =
    some("region", "Regions of the world, of the country it is about or of those it is for.", &REGIONS, "africa");
const TRL: Parameter = codes("trl", "Levels of readiness: `7`, or from–to: `4-6`.", "4-6");
const URGENCY: Parameter = some("urgency", "How urgent the demand is.", Urgency::CODES, "high");
const PROGRESS: Parameter = some("progress", "How far the co-operation is.", Progress::CODES, "completed");
const YEAR: Parameter = codes("year", "Years of the co-operation.", "2025");
const OPERATION: Parameter = some("operation", "Whether the institution works.", Operation::CODES, "operating");
const STATUS: Parameter = Parameter {
    name: "status",
    description: "Where the record stands; only published ones are shown to everybody.",
    kind: ParameterKind::OneOf(Status::CODES),
    example: "published",
};
const SORT: Parameter = Parameter {
    name: "sort",
    description: "In which order; not together with `q`, whose hits come best first.",
    kind: ParameterKind::OneOf(Sort::CODES),
    example: "newest",
};
const LIMIT: Parameter = Parameter {
    name: "limit",
    description: "Records on a page; 20 when not said.",
    kind: ParameterKind::PageSize,
    example: "20",
};
/// Where a page begins, as every list has it.
pub const CURSOR: Parameter = text("cursor", "Where the page begins: `next_cursor` of the page before.", "");
const FACETS: Parameter = Parameter {
    name: "facets",
    description: "Codes to count over the whole list.",
    kind: ParameterKind::SomeOf(CodeKind::CODES),
    example: "field,country",
};

/// The query parameters of a library's list.
pub const fn parameters(kind: LibraryKind) -> &'static [Parameter] {
    match kind {
        LibraryKind::Technologies => {
            &[Q, FIELD, REGION, COUNTRY, TARGETS, MODE, TRL, LANG, KEYWORD, STATUS, SORT, LIMIT, CURSOR, FACETS]
        }
        LibraryKind::Demands => {
            &[Q, FIELD, REGION, COUNTRY, MODE, URGENCY, LANG, KEYWORD, STATUS, SORT, LIMIT, CURSOR, FACETS]
        }
        LibraryKind::Results => &[
            Q,
            FIELD,
            REGION,
            COUNTRY,
            RESULT_KIND,
            PROGRESS,
            YEAR,
            LANG,
            KEYWORD,
            STATUS,
            SORT,
            LIMIT,
            CURSOR,
            FACETS,
        ],
        LibraryKind::Institutions => &[
            Q,
            FIELD,
            REGION,
            COUNTRY,
            SERVED,
            INSTITUTION_KIND,
            SERVICE,
            OPERATION,
            LANG,
            KEYWORD,
            STATUS,
            SORT,
            LIMIT,
            CURSOR,
            FACETS,
        ],
    }
}

/// One page of a list.
#[derive(Serialize)]
#[serde(bound = "")]
pub struct Listed<L: Library> {
    pub records: Vec<Record<L>>,
    /// Where the next page begins; null on the last one.
    pub next_cursor: Option<String>,
    /// How many records the whole list has, on whichever page.
    pub total: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<Facets>,
}

/// `GET /api/v1/{library}`
pub async fn list<L: Library>(app: web::Data<App>, actor: Actor, request: HttpRequest) -> Result<HttpResponse> {
    let mut parameters = Parameters::of(&request, parameters(L::KIND))?;
    let words = parameters.text("q");
    let counted = parameters.values::<CodeKind>("facets");
    let vocabulary = taxonomy::vocabulary(&*app.db).await?;
    let mut query = read_query::<L>(&mut parameters, &vocabulary, app.settings.limits.page_size_max);
    if words.is_some() && parameters.text("sort").is_some() {
        parameters.fail("sort", "conflict", "hits of `q` come best first");
    }
    parameters.finish()?;
    query.facets = !counted.is_empty();
    if let Some(words) = words {
        query.ids = Some(app.engine.search(L::KIND, &words, RANKED_HITS).await?);
    }
    let page = app.counts.list::<L>(&app.db, &actor, &query).await?;
    let total = match page.total {
        Some(total) => total,
        None => app.counts.count::<L>(&app.db, &actor, &query).await?,
    };
    disclosed(&app.db, &actor, "list", &page.records).await?;
    Ok(answer(&request, page, total, &counted))
}

fn read_query<L: Library>(parameters: &mut Parameters, vocabulary: &Vocabulary, most: u64) -> ListQuery {
    let mut query = ListQuery {
        field: fields(parameters, vocabulary),
        country: countries(parameters, "country", vocabulary),
        lang: parameters.list("lang").iter().map(|lang| normalise::language(lang)).collect(),
        keyword: parameters.list("keyword"),
        status: parameters.value("status"),
        sort: parameters.value("sort").unwrap_or_default(),
        limit: parameters.page_size("limit", PAGE_SIZE, most),
        cursor: parameters.text("cursor"),
        ..ListQuery::default()
    };
    query.other.push((CodeKind::Region, regions(parameters)));
    match L::KIND {
        LibraryKind::Technologies => {
            query.other.push((CodeKind::Trl, readiness(parameters)));
            query.mode = known::<CooperationMode>(parameters, "mode");
            query.target_country = countries(parameters, "target_country", vocabulary);
        }
        LibraryKind::Demands => {
            query.other.push((CodeKind::Urgency, known::<Urgency>(parameters, "urgency")));
            query.mode = known::<CooperationMode>(parameters, "mode");
        }
        LibraryKind::Results => {
            query.other.push((CodeKind::Progress, known::<Progress>(parameters, "progress")));
            query.other.push((CodeKind::Year, known::<u16>(parameters, "year")));
            query.kind = known::<ResultKind>(parameters, "kind");
        }
        LibraryKind::Institutions => {
            query.other.push((CodeKind::Operation, known::<Operation>(parameters, "operation")));
            query.kind = known::<InstitutionKind>(parameters, "kind");
            query.service = known::<Service>(parameters, "service");
            query.target_country = countries(parameters, "target_country", vocabulary);
        }
    }
    query
}

/// Values of a closed set.
fn known<T: FromStr<Err: Display> + Display>(parameters: &mut Parameters, name: &'static str) -> Vec<String> {
    parameters.values::<T>(name).iter().map(ToString::to_string).collect()
}

fn fields(parameters: &mut Parameters, vocabulary: &Vocabulary) -> Vec<String> {
    let written = parameters.list("field");
    let code = |field: String| match vocabulary.field(&field) {
        Some(code) => Some(code.to_owned()),
        None => {
            parameters.fail("field", "unknown_field", format!("`{field}` is not in /api/v1/taxonomy"));
            None
        }
    };
    written.into_iter().filter_map(code).collect()
}

fn regions(parameters: &mut Parameters) -> Vec<String> {
    let written = parameters.list("region");
    for region in &written {
        if !REGIONS.contains(&region.as_str()) {
            parameters.fail("region", "unknown_region", format!("`{region}` is not in /api/v1/regions"));
        }
    }
    written
}

fn readiness(parameters: &mut Parameters) -> Vec<String> {
    let mut wanted = Vec::new();
    for written in parameters.list("trl") {
        match levels(&written) {
            Some(levels) => wanted.extend(levels),
            None => {
                parameters.fail("trl", "invalid", format!("`{written}` is neither a level from 1 to 9 nor a range"))
            }
        }
    }
    wanted
}

fn countries(parameters: &mut Parameters, name: &'static str, vocabulary: &Vocabulary) -> Vec<String> {
    let written = parameters.list(name);
    let code = |country: String| match vocabulary.country(&country) {
        Some(code) => Some(code.into_owned()),
        None => {
            parameters.fail(name, "unknown_country", format!("`{country}` is not in /api/v1/countries"));
            None
        }
    };
    written.into_iter().filter_map(code).collect()
}

fn answer<L: Library>(request: &HttpRequest, page: Page<L>, total: u64, counted: &[CodeKind]) -> HttpResponse {
    let facets = page.facets.map(|facets| facets.into_iter().filter(|(kind, _)| counted.contains(kind)).collect());
    let listed = Listed { records: page.records, next_cursor: page.next_cursor, total, facets };
    paged(request, listed.next_cursor.as_deref(), &listed)
}

/// A page of a list, with the way to the next one.
pub fn paged(request: &HttpRequest, next: Option<impl Display>, page: &impl Serialize) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    if let Some(cursor) = next {
        response.insert_header((LINK, next_link(request, &cursor.to_string())));
    }
    response.json(page)
}

/// The same list from `cursor` on, as a `Link` header (RFC 8288).
fn next_link(request: &HttpRequest, cursor: &str) -> String {
    let kept = request.query_string().split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
    let pairs: Vec<&str> = kept.collect();
    let separator = if pairs.is_empty() { "" } else { "&" };
    format!("<{}?{}{separator}cursor={cursor}>; rel=\"next\"", request.path(), pairs.join("&"))
}
