//! Interest that a side expresses, for programs. It goes to the brokers.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::Json;
use super::doc::Doc;
use super::idempotency::{Answer, Repeatable};
use super::query::{Parameter, ParameterKind, Parameters};
use super::records::find;
use crate::accounts::permissions::{ExpressInterest, ReadInterests};
use crate::accounts::{Action, Actor, Authorised};
use crate::app::App;
use crate::error::{Code, Fault, Problem, Result};
use crate::library::store::{self, now};
use crate::library::{Demands, Library, Status, Technologies};
use crate::matching::life::Acting;
use crate::matching::life::interest::{
    Between, Interest, InterestQuery, SentInterest, express_in, interests as interests_of,
};
use crate::matching::suggest::evidence;

/// Interests, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Interests {
    pub records: Vec<Interest>,
    /// `before` of the next page; null on the last one.
    pub next: Option<Uuid>,
}

const LIST: &[Parameter] = &[
    Parameter {
        name: "match",
        description: "Only those about this match; for brokers.",
        kind: ParameterKind::Id,
        example: "019a0000-0000-7000-8000-000000000009",
    },
    Parameter {
        name: "before",
        description: "Where the page begins: `next` of the page before.",
        kind: ParameterKind::Id,
        example: "",
    },
    Parameter { name: "limit", description: "How many.", kind: ParameterKind::PageSize, example: "20" },
];
const LIST_LENGTH: u64 = 20;

/// `POST /api/v1/technologies/{id}/interest`: with a demand of one's own.
pub async fn in_technology(
    app: web::Data<App>,
    caller: Authorised<ExpressInterest>,
    repeatable: Repeatable,
    id: web::Path<String>,
    sent: Json<SentInterest>,
) -> Result<HttpResponse> {
    let technology = find::<Technologies>(&app, &caller, &id).await?.head.id;
    let demand = own::<Demands>(&app, &caller, &sent.value.own_record).await?;
    let between = Between { demand, technology, side: Acting::DemandSide };
    express(&app, &caller, &repeatable, between, &sent).await
}

/// `POST /api/v1/demands/{id}/interest`: with a technology of one's own.
pub async fn in_demand(
    app: web::Data<App>,
    caller: Authorised<ExpressInterest>,
    repeatable: Repeatable,
    id: web::Path<String>,
    sent: Json<SentInterest>,
) -> Result<HttpResponse> {
    let demand = find::<Demands>(&app, &caller, &id).await?.head.id;
    let technology = own::<Technologies>(&app, &caller, &sent.value.own_record).await?;
    let between = Between { demand, technology, side: Acting::TechnologySide };
    express(&app, &caller, &repeatable, between, &sent).await
}

/// The published record of one's own that goes with it.
async fn own<L: Library>(app: &App, caller: &Actor, written: &str) -> Result<Uuid> {
    let found = store::find::<L>(&*app.db, caller, written.trim()).await?;
    let own = found.filter(|record| {
        record.head.status == Status::Published
            && caller.may(Action::ExpressInterest, record.head.owner_organisation_id)
    });
    let detail = format!("names no published record of your own organisation in {}", L::KIND);
    let fault = || Problem::from(Code::InvalidFields).with([Fault::field("/own_record", "unknown", detail)]);
    Ok(own.ok_or_else(fault)?.head.id)
}

async fn express(
    app: &App,
    caller: &Actor,
    repeatable: &Repeatable,
    between: Between,
    sent: &Json<SentInterest>,
) -> Result<HttpResponse> {
    if let Some(before) = repeatable.before(app, caller, &sent.hash).await? {
        return Ok(before);
    }
    let said = evidence(&app.db, &Arc::clone(&app.engine), between.demand, between.technology).await?;
    let step = async |transaction: &_| {
        let taken = express_in(transaction, caller, between, &sent.value, &said, now()).await?;
        Answer::json(StatusCode::CREATED, &taken)
    };
    repeatable.once(app, caller, &sent.hash, step).await
}

/// `GET /api/v1/interests`
pub async fn list(
    app: web::Data<App>,
    caller: Authorised<ReadInterests>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, LIST)?;
    let limit = query.page_size("limit", LIST_LENGTH, app.settings.limits.page_size_max);
    let wanted = InterestQuery { match_id: query.value("match"), before: query.value("before"), limit: limit + 1 };
    query.finish()?;
    let mut records = interests_of(&*app.db, &caller, &wanted).await?;
    let shown = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = records.len() > shown;
    records.truncate(shown);
    let next = records.last().filter(|_| more).map(|one| one.id);
    Ok(HttpResponse::Ok().json(Interests { records, next }))
}

fn text(beginning: &str) -> String {
    format!(
        "{beginning} {}",
        "It was tried for two seasons on forty hectares, and figures are at hand. ".repeat(2).trim()
    )
}

fn sent_example(own: &str) -> Value {
    json!({ "own_record": own, "offer_or_need": text("Drip irrigation that runs on sunlight."),
        "why": text("The soil and the crops are those we know.") })
}

fn example() -> Value {
    let mut taken = sent_example("T-2026-000001");
    if let Value::Object(members) = &mut taken {
        members.shift_remove("own_record");
    }
    taken["id"] = "019a0000-0000-7000-8000-00000000000d".into();
    taken["at"] = "2026-11-26T08:00:00Z".into();
    taken["side"] = "technology_side".into();
    taken["organisation_id"] = "019a0000-0000-7000-8000-00000000000e".into();
    taken["demand_id"] = "019a0000-0000-7000-8000-000000000001".into();
    taken["demand"] = "D-2026-000001".into();
    taken["technology_id"] = "019a0000-0000-7000-8000-000000000002".into();
    taken["technology"] = "T-2026-000001".into();
    taken
}

fn describe(doc: Doc, name: &str, library: &str, summary: &str, id: &str, own: &str) -> Doc {
    doc.name(name, library, summary)
        .about(
            "Two texts of 150 to 600 characters, counted as Unicode characters. It goes to the brokers, who find the pair \
             in their queue; the other side is not told. Once for each pair and side.",
        )
        .in_path("id", "The record's id, number or external id", id)
        .repeatable()
        .takes::<SentInterest>("application/json", sent_example(own))
        .answers::<Interest>(201, "What was taken down", example())
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::NotFound, Code::ConflictOfInterest, Code::InterestExpressed, Code::InvalidState])
        .needs(Action::ExpressInterest)
}

/// How `in_technology` is documented.
pub fn describe_in_technology(doc: Doc) -> Doc {
    let summary = "Be interested in a technology, with a demand of one's own";
    describe(doc, "express_interest_in_technology", "technologies", summary, "T-2026-000001", "D-2026-000001")
}

/// How `in_demand` is documented.
pub fn describe_in_demand(doc: Doc) -> Doc {
    let summary = "Be interested in a demand, with a technology of one's own";
    describe(doc, "express_interest_in_demand", "demands", summary, "D-2026-000001", "T-2026-000001")
}

/// How `list` is documented.
pub fn describe_list(doc: Doc) -> Doc {
    doc.name("list_interests", "matches", "Interests that were expressed, the newest first")
        .about("Firms and embassies see their own; brokers all but those in what their own organisation owns.")
        .in_query(LIST)
        .answers::<Interests>(200, "The interests", json!({ "records": [example()], "next": null }))
        .needs(Action::ReadInterests)
}
