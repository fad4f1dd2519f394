//! `/technologies/{number}/interest` and `/demands/{number}/interest`: a side tells the brokers that it is interested.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::forms::{Posted, go_to, sign_in_first, what_is_missing};
use super::present::{Presented, address};
use super::reader::{Reader, database};
use crate::accounts::{Action, Actor, Scope};
use crate::app::App;
use crate::error::{Code, Error, Result};
use crate::layout::Page;
use crate::layout::content::Text;
use crate::library::store::{ListQuery, find, list, now};
use crate::library::{Body, Demands, Library, LibraryKind, Record, Status, Technologies};
use crate::matching::life::interest::{Between, LONGEST, SHORTEST, SentInterest, express_in};
use crate::matching::life::{Acting, LifeError};
use crate::matching::suggest::evidence;

/// Records of one's own to choose from; who has more names it to the interface for programs.
const OWN_SHOWN: u64 = 100;

#[derive(Template)]
#[template(path = "interest.html")]
struct InterestPage<'a> {
    page: &'a Page,
    title: Text,
    /// The record that somebody is interested in.
    record: String,
    address: String,
    lead: String,
    own: Vec<OwnLine>,
    form: &'a Written,
    shortest: usize,
    longest: usize,
    problem: Option<String>,
}

struct OwnLine {
    number: String,
    title: Text,
    chosen: bool,
}

/// The form.
#[derive(Debug, Default, Deserialize)]
pub struct Written {
    #[serde(default)]
    own_record: String,
    #[serde(default)]
    offer_or_need: String,
    #[serde(default)]
    why: String,
}

/// Where somebody can express interest in a record; `None` for who cannot.
pub fn offered<L: Presented>(actor: &Actor, record: &Record<L>) -> Option<String> {
    let own = record.head.owner_organisation_id;
    let foreign = own.is_none() || own != actor.organisation_id();
    let may = actor.organisation_id().is_some() && actor.scope(Action::ExpressInterest) != Scope::Never;
    (may && foreign && record.head.status == Status::Published).then(|| format!("{}/interest", address(record)))
}

/// `GET /technologies/{number}/interest`
pub async fn in_technology(app: web::Data<App>, reader: Reader, number: web::Path<String>) -> Result<HttpResponse> {
    show::<Technologies, Demands>(&app, reader, &number, &Written::default(), None).await
}

/// `GET /demands/{number}/interest`
pub async fn in_demand(app: web::Data<App>, reader: Reader, number: web::Path<String>) -> Result<HttpResponse> {
    show::<Demands, Technologies>(&app, reader, &number, &Written::default(), None).await
}

/// `POST /technologies/{number}/interest`
pub async fn sent_in_technology(
    app: web::Data<App>,
    number: web::Path<String>,
    posted: Posted<Written>,
) -> Result<HttpResponse> {
    sent::<Technologies, Demands>(&app, &number, posted).await
}

/// `POST /demands/{number}/interest`
pub async fn sent_in_demand(
    app: web::Data<App>,
    number: web::Path<String>,
    posted: Posted<Written>,
) -> Result<HttpResponse> {
    sent::<Demands, Technologies>(&app, &number, posted).await
}

/// Published records of the reader's own organisation.
async fn own<L: Library>(app: &App, reader: &Reader) -> Result<Vec<Record<L>>> {
    let Some(mine) = reader.actor.organisation_id() else { return Ok(Vec::new()) };
    let query =
        ListQuery { status: Some(Status::Published), owner: Some(mine), limit: OWN_SHOWN, ..ListQuery::default() };
    Ok(list::<L>(database(app), &reader.actor, &query).await?.records)
}

async fn show<Other: Presented, Own: Presented>(
    app: &App,
    reader: Reader,
    number: &str,
    form: &Written,
    problem: Option<(StatusCode, String)>,
) -> Result<HttpResponse> {
    let Some(session) = &reader.session else { return Ok(sign_in_first(&reader.page)) };
    if let Some(missing) = what_is_missing(session) {
        return Ok(go_to(missing));
    }
    let record = find::<Other>(database(app), &reader.actor, number).await?.ok_or(Code::NotFound)?;
    let Some(address_of_form) = offered(&reader.actor, &record) else { return Err(Code::Forbidden.into()) };
    let reader = reader.on_shelf(Other::SHELF).below(&record.head.number, &address(&record));
    let t = reader.t();
    let line = |one: Record<Own>| OwnLine {
        chosen: one.head.number == form.own_record,
        title: Text::new(one.body.common().title, one.body.common().lang),
        number: one.head.number,
    };
    let (status, problem) = problem.unzip();
    let view = InterestPage {
        page: &reader.page,
        title: reader.shown(&record.body.common()).title,
        record: address(&record),
        address: address_of_form,
        lead: t.code_or_self("interest-lead", Other::KIND.as_str()),
        own: own::<Own>(app, &reader).await?.into_iter().map(line).collect(),
        form,
        shortest: SHORTEST,
        longest: LONGEST,
        problem,
    };
    match status {
        None => reader.send(&view),
        Some(status) => reader.send_failure(status, &view),
    }
}

async fn sent<Other: Presented, Own: Presented>(
    app: &App,
    number: &str,
    posted: Posted<Written>,
) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if reader.session.is_none() {
        return Ok(sign_in_first(&reader.page));
    }
    if reader.actor.scope(Action::ExpressInterest) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    let other = find::<Other>(database(app), &reader.actor, number).await?.ok_or(Code::NotFound)?;
    let mine = find::<Own>(database(app), &reader.actor, form.own_record.trim()).await?;
    let t = reader.t();
    let Some(mine) = mine.filter(|mine| reader.actor.may(Action::ExpressInterest, mine.head.owner_organisation_id))
    else {
        let problem = Some((StatusCode::UNPROCESSABLE_ENTITY, t.text("interest-no-own")));
        return show::<Other, Own>(app, reader, number, &form, problem).await;
    };
    let between = match Other::KIND {
        LibraryKind::Technologies => {
            Between { demand: mine.head.id, technology: other.head.id, side: Acting::DemandSide }
        }
        _ => Between { demand: other.head.id, technology: mine.head.id, side: Acting::TechnologySide },
    };
    let sent = SentInterest {
        own_record: mine.head.number,
        // Browsers end lines with two characters, which their counters count as one.
        offer_or_need: form.offer_or_need.replace("\r\n", "\n"),
        why: form.why.replace("\r\n", "\n"),
    };
    let said = evidence(&app.db, &app.engine, between.demand, between.technology).await?;
    let taken = app
        .db
        .write(async |transaction| express_in(transaction, &reader.actor, between, &sent, &said, now()).await)
        .await;
    let (status, problem) = match taken {
        Ok(_) => return Ok(go_to(&format!("{}?done=interest", address(&other)))),
        Err(LifeError::Invalid(_)) => (StatusCode::UNPROCESSABLE_ENTITY, t.text("interest-length")),
        Err(LifeError::Expressed) => (StatusCode::CONFLICT, t.text("interest-again")),
        Err(LifeError::State(_)) => (StatusCode::CONFLICT, t.text("interest-proposed")),
        Err(error) => return Err(Error::from(error)),
    };
    show::<Other, Own>(app, reader, number, &form, Some((status, problem))).await
}
