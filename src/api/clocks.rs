//! The clocks of matches: how long each has waited, what is late, stopping one with a reason; and working days counted
//! for whoever asks.

use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{NaiveDate, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::Json;
use super::doc::Doc;
use super::query::{Parameter, ParameterKind, Parameters};
use crate::accounts::permissions::{DecideMatch, SetClock};
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::cases::milestones::{self, Milestone};
use crate::cases::seat;
use crate::cases::tasks::{Task, overdue};
use crate::clocks::calendar::Holiday;
use crate::clocks::stops::{self, ClockChange};
use crate::clocks::view::{self, CalendarView, ClockView};
use crate::clocks::{Calendars, Working};
use crate::error::{Code, Fault, Problem, Result};
use crate::library::store::now;
use crate::library::taxonomy;

/// Longest text of a reason, in characters.
const LONGEST_TEXT: usize = 1_000;
/// Most countries and days of one count.
const MOST_COUNTRIES: usize = 10;
const MOST_DAYS: usize = 365;

const LATE: &[Parameter] = &[Parameter {
    name: "limit",
    description: "How many; 20 when not said.",
    kind: ParameterKind::PageSize,
    example: "20",
}];
const WORKING_DAYS: &[Parameter] = &[
    Parameter {
        name: "countries",
        description: "Country codes; a day counts if all of them work.",
        kind: ParameterKind::List,
        example: "CN,EG",
    },
    Parameter {
        name: "from",
        description: "The day counted from; today when not said.",
        kind: ParameterKind::Text,
        example: "2026-11-25",
    },
    Parameter {
        name: "days",
        description: "How many working days, up to 365; 1 when not said.",
        kind: ParameterKind::Text,
        example: "6",
    },
];

/// What is late.
#[derive(Debug, Serialize, ToSchema)]
pub struct Late {
    pub records: Vec<ClockView>,
    /// Tasks that are not done and whose day is over, the longest first.
    pub tasks: Vec<Task>,
    /// Milestones that are not done and whose planned day is over, the longest first.
    pub milestones: Vec<Milestone>,
}

/// Working days, counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct Counted {
    #[schema(value_type = String, format = Date)]
    pub from: NaiveDate,
    #[schema(example = 6)]
    pub days: usize,
    /// The last of the days.
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<NaiveDate>,
    pub calendars: Vec<CountedCalendar>,
}

/// One of the calendars counted with.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountedCalendar {
    #[serde(flatten)]
    pub calendar: CalendarView,
    /// Its holidays between the two days.
    pub holidays: Vec<Holiday>,
}

/// `GET /api/v1/clocks`
pub async fn late(app: web::Data<App>, _caller: Authorised<DecideMatch>, request: HttpRequest) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, LATE)?;
    let limit = query.page_size("limit", 20, app.settings.limits.page_size_max);
    query.finish()?;
    let today = Utc::now().date_naive();
    let tasks = overdue(&*app.db, today, limit).await?;
    let milestones = milestones::overdue(&*app.db, today, limit).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let records = view::late(&app.db, today, &app.settings.clocks, limit).await?;
    Ok(HttpResponse::Ok().json(Late { records, tasks, milestones }))
}

/// How `late` is documented.
pub fn describe_late(doc: Doc) -> Doc {
    doc.name(
        "list_late_matches",
        "clocks",
        "Matches that wait too long for an answer, overdue tasks and milestones, the longest first",
    )
    .about("Counted in days on which both sides work, except while the clock stands.")
    .in_query(LATE)
    .answers::<Late>(200, "Due and overdue", json!({ "records": [example()], "tasks": [], "milestones": [] }))
    .needs(Action::DecideMatch)
}

/// `GET /api/v1/clocks/{id}`
pub async fn read(
    app: web::Data<App>,
    _caller: Authorised<DecideMatch>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    show(&app, &id).await
}

/// How `read` is documented.
pub fn describe_read(doc: Doc) -> Doc {
    doc.name("read_clock", "clocks", "The clocks of a match")
        .in_path("id", "The match's id", "019a0000-0000-7000-8000-000000000009")
        .answers::<ClockView>(200, "The clocks", example())
        .problems(&[Code::NotFound, Code::UnknownParameter])
        .needs(Action::DecideMatch)
}

/// `PUT /api/v1/clocks/{id}`
pub async fn set(
    app: web::Data<App>,
    caller: Authorised<SetClock>,
    id: web::Path<String>,
    sent: Json<ClockChange>,
) -> Result<HttpResponse> {
    let wanted = sent.value;
    let mut faults = Vec::new();
    if !wanted.running && wanted.reason.is_none() {
        faults.push(Fault::field("/reason", "missing", "a clock that stands needs a reason"));
    }
    if wanted.text.as_ref().is_some_and(|text| text.chars().count() > LONGEST_TEXT) {
        faults.push(Fault::field("/text", "too_long", format!("has at most {LONGEST_TEXT} characters")));
    }
    if !faults.is_empty() {
        return Err(Problem::from(Code::InvalidFields).with(faults).into());
    }
    let known = match id.parse::<Uuid>() {
        Ok(id) => {
            // Nobody stops the clock of a match of their own organisation.
            seat(&*app.db, &caller, id).await?;
            stops::set(&app.db, &caller, id, &wanted, now()).await?
        }
        Err(_) => false,
    };
    if known { show(&app, &id).await } else { Err(unknown(&id).into()) }
}

/// How `set` is documented.
pub fn describe_set(doc: Doc) -> Doc {
    let stopped = json!({"running": false, "reason": "documents", "text": "Certificate of origin asked for on the phone.",
        "export_started_on": "2026-11-25"});
    doc.name("set_clock", "clocks", "Stop the clock of a match, or let it go on")
        .about("Says how the clocks are to be: what is not named is not so. What is so already is left as it is.")
        .in_path("id", "The match's id", "019a0000-0000-7000-8000-000000000009")
        .takes::<ClockChange>("application/json", stopped)
        .answers::<ClockView>(200, "The clocks", example())
        .problems(&[Code::NotFound, Code::ConflictOfInterest])
        .needs(Action::SetClock)
}

async fn show(app: &App, id: &str) -> Result<HttpResponse> {
    let found = match id.parse() {
        Ok(id) => view::of_match(&app.db, id, Utc::now().date_naive(), &app.settings.clocks).await?,
        Err(_) => None,
    };
    match found {
        Some(found) => Ok(HttpResponse::Ok().json(found)),
        None => Err(unknown(id).into()),
    }
}

fn unknown(id: &str) -> Problem {
    Problem::new(Code::NotFound, format!("there is no match {id}"))
}

fn example() -> Value {
    json!({"match_id": "019a0000-0000-7000-8000-000000000009", "state": "proposed", "running": true,
        "demand": "D-2026-000001", "technology": "T-2026-000001",
        "waiting": {"since": "2026-11-25", "working_days": 4, "stage": "due", "due_on": "2026-12-02",
            "overdue_on": "2026-12-07", "overdue_times": 0},
        "stops": [], "export": null,
        "calendars": [{"country": "CN", "weekend": ["sat", "sun"], "certainty": "official"},
            {"country": "EG", "weekend": ["fri", "sat"], "certainty": "estimated"}]})
}

/// `GET /api/v1/working-days`
pub async fn working_days(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, WORKING_DAYS)?;
    let vocabulary = taxonomy::vocabulary(&*app.db).await?;
    let mut countries = Vec::new();
    for written in query.list("countries") {
        match vocabulary.country(&written) {
            Some(code) => countries.push(code.into_owned()),
            None => query.fail("countries", "unknown_country", format!("`{written}` is not in /api/v1/countries")),
        }
    }
    let from = query.value("from").unwrap_or_else(|| Utc::now().date_naive());
    let days = query.value("days").unwrap_or(1);
    if countries.is_empty() || countries.len() > MOST_COUNTRIES {
        query.fail("countries", "out_of_range", format!("takes 1 to {MOST_COUNTRIES} countries"));
    }
    if days > MOST_DAYS {
        query.fail("days", "out_of_range", format!("must be from 0 to {MOST_DAYS}"));
    }
    query.finish()?;
    let all = Calendars::seeded()?;
    let working = Working::of(countries.iter().map(|country| all.of(country)).collect());
    let until = working.add(from, days);
    let holidays = working.calendars().iter().map(|calendar| calendar.holidays(from, until.unwrap_or(from)));
    let calendars = CalendarView::of(&working, until.unwrap_or(from)).into_iter().zip(holidays);
    let calendars = calendars.map(|(calendar, holidays)| CountedCalendar { calendar, holidays }).collect();
    Ok(HttpResponse::Ok().json(Counted { from, days, until, calendars }))
}

/// How `working_days` is documented.
pub fn describe_working_days(doc: Doc) -> Doc {
    let example = json!({"from": "2026-11-25", "days": 6, "until": "2026-12-07", "calendars": [
        {"country": "CN", "weekend": ["sat", "sun"], "certainty": "official", "holidays": []},
        {"country": "EG", "weekend": ["fri", "sat"], "certainty": "estimated", "holidays": []}]});
    doc.name(
        "count_working_days",
        "clocks",
        "The day that is some working days ahead, where all of some countries work",
    )
    .about("`certainty` says how much is known of each calendar in the last day's year.")
    .in_query(WORKING_DAYS)
    .answers::<Counted>(200, "The day", example)
}
