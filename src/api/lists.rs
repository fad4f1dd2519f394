//! Lists of the records of any library: search, filters, order, pages by cursor, counts by code.

use actix_web::http::header::LINK;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

use super::query::{Parameter, ParameterKind, Parameters};
use crate::accounts::Actor;
use crate::app::App;
use crate::error::Result;
use crate::library::store::{self, Facets, ListQuery, Page, Sort};
use crate::library::{CodeKind, CooperationMode, Library, LibraryKind, Record, Status};

/// Records on a page when the caller does not say.
const PAGE_SIZE: u64 = 20;
/// Hits of a search that are ranked; who needs more narrows the search.
const RANKED_HITS: usize = 1_000;

const fn text(name: &'static str, description: &'static str, example: &'static str) -> Parameter {
    Parameter { name, description, kind: ParameterKind::Text, example }
}

const fn codes(name: &'static str, description: &'static str, example: &'static str) -> Parameter {
    Parameter { name, description, kind: ParameterKind::List, example }
}

const Q: Parameter = text("q", "Words to search for, in any language; hits come best first.", "");
const FIELD: Parameter =
    codes("field", "Taxonomy codes; a first-level code finds its second level too.", "agriculture");
const COUNTRY: Parameter = codes("country", "Country codes, ISO 3166-1 alpha-2.", "TN,EG");
const LANG: Parameter = codes("lang", "Languages of the source text, BCP 47.", "fr");
const KEYWORD: Parameter = codes("keyword", "Keywords, as written.", "");
const TARGETS: Parameter = codes("target_country", "Countries the technology is offered to.", "");
const SERVED: Parameter = codes("target_country", "Countries the institution serves.", "");
const KIND: Parameter = codes("kind", "Kinds of result or institution.", "");
const SERVICE: Parameter = codes("service", "Services of an institution.", "");
const MODE: Parameter = Parameter {
    name: "mode",
    description: "Co-operation modes.",
    kind: ParameterKind::SomeOf(CooperationMode::CODES),
    example: "licence",
};
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
const CURSOR: Parameter = text("cursor", "Where the page begins: `next_cursor` of the page before.", "");
const FACETS: Parameter = Parameter {
    name: "facets",
    description: "Codes to count over the whole list; brings `total` too.",
    kind: ParameterKind::SomeOf(CodeKind::CODES),
    example: "field,country",
};

/// The query parameters of a library's list.
pub const fn parameters(kind: LibraryKind) -> &'static [Parameter] {
    match kind {
        LibraryKind::Technologies => {
            &[Q, FIELD, COUNTRY, TARGETS, MODE, LANG, KEYWORD, STATUS, SORT, LIMIT, CURSOR, FACETS]
        }
        LibraryKind::Demands => &[Q, FIELD, COUNTRY, MODE, LANG, KEYWORD, STATUS, SORT, LIMIT, CURSOR, FACETS],
        LibraryKind::Results => &[Q, FIELD, COUNTRY, KIND, LANG, KEYWORD, STATUS, SORT, LIMIT, CURSOR, FACETS],
        LibraryKind::Institutions => {
            &[Q, FIELD, COUNTRY, SERVED, KIND, SERVICE, LANG, KEYWORD, STATUS, SORT, LIMIT, CURSOR, FACETS]
        }
    }
}

/// One page of a list.
#[derive(Serialize)]
#[serde(bound = "")]
pub struct Listed<L: Library> {
    pub records: Vec<Record<L>>,
    /// Where the next page begins; null on the last one.
    pub next_cursor: Option<String>,
    /// How many records the whole list has, where facets were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<Facets>,
}

/// `GET /api/v1/{library}`
pub async fn list<L: Library>(app: web::Data<App>, actor: Actor, request: HttpRequest) -> Result<HttpResponse> {
    let mut parameters = Parameters::of(&request, parameters(L::KIND))?;
    let words = parameters.text("q");
    let counted = parameters.values::<CodeKind>("facets");
    let mut query = read_query::<L>(&mut parameters, app.settings.limits.page_size_max);
    if words.is_some() && parameters.text("sort").is_some() {
        parameters.fail("sort", "conflict", "hits of `q` come best first");
    }
    parameters.finish()?;
    query.facets = !counted.is_empty();
    if let Some(words) = words {
        query.ids = Some(app.engine.search(L::KIND, &words, RANKED_HITS).await?);
    }
    let page = store::list::<L>(&*app.db, &actor, &query).await?;
    Ok(answer(&request, page, &counted))
}

fn read_query<L: Library>(parameters: &mut Parameters, most: u64) -> ListQuery {
    let mut query = ListQuery {
        field: parameters.list("field"),
        country: parameters.list("country").iter().map(|code| code.to_uppercase()).collect(),
        lang: parameters.list("lang"),
        keyword: parameters.list("keyword"),
        status: parameters.value("status"),
        sort: parameters.value("sort").unwrap_or_default(),
        limit: parameters.page_size("limit", PAGE_SIZE, most),
        cursor: parameters.text("cursor"),
        ..ListQuery::default()
    };
    if matches!(L::KIND, LibraryKind::Technologies | LibraryKind::Demands) {
        query.mode = parameters.values::<CooperationMode>("mode").iter().map(ToString::to_string).collect();
    }
    if matches!(L::KIND, LibraryKind::Technologies | LibraryKind::Institutions) {
        query.target_country = parameters.list("target_country").iter().map(|code| code.to_uppercase()).collect();
    }
    if matches!(L::KIND, LibraryKind::Results | LibraryKind::Institutions) {
        query.kind = parameters.list("kind");
    }
    if L::KIND == LibraryKind::Institutions {
        query.service = parameters.list("service");
    }
    query
}

fn answer<L: Library>(request: &HttpRequest, page: Page<L>, counted: &[CodeKind]) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    if let Some(cursor) = &page.next_cursor {
        response.insert_header((LINK, next_link(request, cursor)));
    }
    let facets = page.facets.map(|facets| facets.into_iter().filter(|(kind, _)| counted.contains(kind)).collect());
    response.json(Listed { records: page.records, next_cursor: page.next_cursor, total: page.total, facets })
}

/// The same list from `cursor` on, as a `Link` header (RFC 8288).
pub fn next_link(request: &HttpRequest, cursor: &str) -> String {
    let kept = request.query_string().split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
    let pairs: Vec<&str> = kept.collect();
    let separator = if pairs.is_empty() { "" } else { "&" };
    format!("<{}?{}{separator}cursor={cursor}>; rel=\"next\"", request.path(), pairs.join("&"))
}
