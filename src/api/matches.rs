//! Matches for programs: the stored ones of a demand or a technology, one with its dossier, and the matching of a
//! demand that is only in the request.

use actix_web::http::StatusCode;
use actix_web::http::header::{ACCEPT_LANGUAGE, ETAG};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::RecordBody;
use super::doc::Doc;
use super::etag::tag;
use super::examples;
use super::idempotency::{Answer, Repeatable};
use super::life::match_id;
use super::lists::paged;
use super::query::{Parameter, ParameterKind, Parameters};
use super::records::find;
use crate::accounts::permissions::ComputeMatch;
use crate::accounts::{Action, Actor, Authorised, Scope};
use crate::app::App;
use crate::error::{Code, Problem, Result};
use crate::layout::{Lang, Locale};
use crate::library::store::StoreError;
use crate::library::{Demand, Demands, Library, Technologies, taxonomy};
use crate::matching::types::{Match, MatchState, Ranking};
use crate::matching::{self, MatchQuery};

const LIMIT: Parameter = Parameter {
    name: "limit",
    description: "How many; as many as are stored for a demand when not said.",
    kind: ParameterKind::PageSize,
    example: "20",
};
const RANKED: &[Parameter] = &[LIMIT];
const LISTED: &[Parameter] = &[
    Parameter { name: "demand", description: "Only matches of this demand.", kind: ParameterKind::Id, example: "" },
    Parameter {
        name: "technology",
        description: "Only matches of this technology.",
        kind: ParameterKind::Id,
        example: "",
    },
    Parameter {
        name: "state",
        description: "Only matches in these states.",
        kind: ParameterKind::SomeOf(MatchState::CODES),
        example: "suggested",
    },
    LIMIT,
    Parameter {
        name: "cursor",
        description: "Where the page begins: `next_cursor` of the page before.",
        kind: ParameterKind::Id,
        example: "",
    },
];

/// One page of matches.
#[derive(Debug, Serialize, ToSchema)]
pub struct Matches {
    pub records: Vec<Match>,
    /// Where the next page begins; null on the last one.
    pub next_cursor: Option<Uuid>,
}

impl Doc {
    /// An operation that answers matches.
    fn with_reasons(self) -> Self {
        let description = "Language of the reasons: `zh` or `en`; English when none of them is asked for";
        self.in_header("Accept-Language", false, description, "zh")
    }
}

/// As whom somebody reads matches: as themselves where the table of permissions lets them, else as the public, where
/// the operator has opened matches to everybody (`match.public`). `owner` is whose record the matches are of.
fn reader(app: &App, actor: Actor, owner: Option<Option<Uuid>>) -> Result<Actor> {
    let may = match owner {
        Some(owner) => actor.may(Action::ReadMatches, owner),
        None => actor.scope(Action::ReadMatches) != Scope::Never,
    };
    match (may, app.settings.matching.public) {
        (true, _) => Ok(actor),
        (false, true) => Ok(Actor::Public),
        (false, false) if actor == Actor::Public => Err(Code::Unauthenticated.into()),
        (false, false) => Err(Code::Forbidden.into()),
    }
}

/// The language of reasons: what `Accept-Language` asks for, else English.
pub fn locale(request: &HttpRequest) -> Locale {
    let asked = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Locale::new(asked.and_then(Lang::from_accept_language).unwrap_or(Lang::En))
}

fn limit(query: &mut Parameters, app: &App) -> u64 {
    let default = u64::try_from(app.settings.matching.suggestions).unwrap_or(u64::MAX);
    query.page_size("limit", default, app.settings.limits.page_size_max)
}

/// `GET /api/v1/demands/{id}/matches`
pub async fn of_demand(
    app: web::Data<App>,
    actor: Actor,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let actor = reader(&app, actor, None)?;
    let mut query = Parameters::of(&request, RANKED)?;
    let limit = limit(&mut query, &app);
    query.finish()?;
    let demand = find::<Demands>(&app, &actor, &id).await?.head;
    let actor = reader(&app, actor, Some(demand.owner_organisation_id))?;
    Ok(HttpResponse::Ok().json(matching::of_demand(&app.db, &actor, demand.id, limit, locale(&request)).await?))
}

/// How `of_demand` is documented.
pub fn describe_of_demand(doc: Doc) -> Doc {
    doc.name("list_demand_matches", "matches", "The technologies suggested for a demand, best first")
        .in_path("id", "The demand's id, number or external id", "D-2026-000001")
        .in_query(RANKED)
        .with_reasons()
        .answers::<Ranking>(200, "The ranking", examples::ranking())
        .problems(&[Code::NotFound])
        .needs(Action::ReadMatches)
}

/// `GET /api/v1/technologies/{id}/matches`
pub async fn of_technology(
    app: web::Data<App>,
    actor: Actor,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let actor = reader(&app, actor, None)?;
    let mut query = Parameters::of(&request, RANKED)?;
    let limit = limit(&mut query, &app);
    query.finish()?;
    let technology = find::<Technologies>(&app, &actor, &id).await?.head;
    let actor = reader(&app, actor, Some(technology.owner_organisation_id))?;
    let ranking = matching::of_technology(&app.db, &actor, technology.id, limit, locale(&request)).await?;
    Ok(HttpResponse::Ok().json(ranking))
}

/// How `of_technology` is documented.
pub fn describe_of_technology(doc: Doc) -> Doc {
    doc.name("list_technology_matches", "matches", "The demands a technology is suggested for, best first")
        .in_path("id", "The technology's id, number or external id", "T-2026-000001")
        .in_query(RANKED)
        .with_reasons()
        .answers::<Ranking>(200, "The ranking", examples::ranking())
        .problems(&[Code::NotFound])
        .needs(Action::ReadMatches)
}

/// `GET /api/v1/matches`
pub async fn list(app: web::Data<App>, actor: Actor, request: HttpRequest) -> Result<HttpResponse> {
    let actor = reader(&app, actor, None)?;
    let mut query = Parameters::of(&request, LISTED)?;
    let wanted = MatchQuery {
        demand: query.value("demand"),
        technology: query.value("technology"),
        state: query.values("state"),
        limit: limit(&mut query, &app),
        after: query.value("cursor"),
    };
    query.finish()?;
    let page = matching::list(&app.db, &actor, &wanted, locale(&request)).await?;
    Ok(paged(&request, page.next, &Matches { records: page.matches, next_cursor: page.next }))
}

/// How `list` is documented.
pub fn describe_list(doc: Doc) -> Doc {
    doc.name("list_matches", "matches", "Stored matches, the last changed first")
        .in_query(LISTED)
        .with_reasons()
        .answers::<Matches>(200, "One page", examples::matches())
        .header(200, "Link", "The next page, `rel=\"next\"`")
        .needs(Action::ReadMatches)
}

/// `GET /api/v1/matches/{id}`
pub async fn read(
    app: web::Data<App>,
    actor: Actor,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let actor = reader(&app, actor, None)?;
    Parameters::of(&request, &[])?;
    let wanted = match_id(&id)?;
    let mut found = matching::find(&app.db, &actor, wanted, locale(&request)).await?;
    if found.is_none() && app.settings.matching.public {
        found = matching::find(&app.db, &Actor::Public, wanted, locale(&request)).await?;
    }
    let found = found.ok_or_else(|| Problem::new(Code::NotFound, format!("there is no match {wanted}")))?;
    let mut response = HttpResponse::Ok();
    if let Some(case) = &found.case {
        response.insert_header((ETAG, tag(case.version, case.changed_at.timestamp_micros())));
    }
    Ok(response.json(found))
}

/// How `read` is documented.
pub fn describe_read(doc: Doc) -> Doc {
    doc.name("read_match", "matches", "One match with its dossier")
        .in_path("id", "The match's id", "019a0000-0000-7000-8000-000000000009")
        .with_reasons()
        .answers::<Match>(200, "The match", examples::one_match())
        .header(200, "ETag", "Names this version of the match, for `If-Match` of the next step")
        .problems(&[Code::NotFound])
        .needs(Action::ReadMatches)
}

/// `POST /api/v1/match`: stores nothing, except the answer where the caller may come again with the same key.
pub async fn compute(
    app: web::Data<App>,
    caller: Authorised<ComputeMatch>,
    request: HttpRequest,
    repeatable: Repeatable,
    sent: RecordBody<Demands>,
) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, RANKED)?;
    let limit = limit(&mut query, &app);
    query.finish()?;
    if let Some(before) = repeatable.before(&app, &caller, &sent.hash).await? {
        return Ok(before);
    }
    let vocabulary = taxonomy::vocabulary(&*app.db).await?;
    let mut demand = sent.body;
    Demands::normalise(&mut demand, &vocabulary);
    let errors = Demands::validate(&demand, &vocabulary);
    if !errors.is_empty() {
        return Err(StoreError::Invalid(errors).into());
    }
    let ranking = matching::compute(&app.db, &caller, &app.engine, &demand, limit, locale(&request)).await?;
    let answer = Answer::json(StatusCode::OK, &ranking)?;
    repeatable.keep(&app, &caller, &sent.hash, answer).await
}

/// How `compute` is documented.
pub fn describe_compute(doc: Doc) -> Doc {
    doc.name("compute_match", "matches", "Match a demand that is only in the request")
        .about("Answers as `GET /api/v1/demands/{id}/matches` does, and stores nothing.")
        .in_query(RANKED)
        .with_reasons()
        .repeatable()
        .takes::<Demand>("application/json", examples::body(Demands::KIND))
        .answers::<Ranking>(200, "The ranking", examples::ranking())
        .needs(Action::ComputeMatch)
}
