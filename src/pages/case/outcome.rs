//! `/matches/{id}/outcome`: what became of an agreement. A side tells it by a short form; the broker reads what both
//! told, writes down what a side said, and takes figures into the result.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use super::actions::{match_id, missing};
use super::problem::said;
use crate::app::App;
use crate::cases::outcomes::{ASKED, Going, OutcomeReport, SentOutcome, list, report_in, take_in};
use crate::cases::{Seat, seat};
use crate::error::{Code, Error, Result};
use crate::layout::Page;
use crate::layout::components::{SelectOption, Shelf};
use crate::library::files::cell;
use crate::library::store::now;
use crate::library::{Column, ColumnKind};
use crate::matching::life::{LifeError, Side};
use crate::matching::read;
use crate::pages::forms::{Fields, Posted, go_to, sign_in_first, what_is_missing};
use crate::pages::reader::Reader;

#[derive(Template)]
#[template(path = "case/outcome.html")]
struct OutcomePage<'a> {
    page: &'a Page,
    id: Uuid,
    reports: Vec<ReportLine>,
    /// There is an agreement of which something can be told.
    open: bool,
    broker: bool,
    sides: Vec<SelectOption>,
    going: Vec<SelectOption>,
    form: Fields,
    problem: Option<String>,
    done: bool,
}

impl OutcomePage<'_> {
    /// What was typed before.
    fn typed(&self, name: &str) -> &str {
        self.form.value(name).unwrap_or_default()
    }
}

struct ReportLine {
    id: Uuid,
    title: String,
    going: String,
    facts: Vec<String>,
    text: Option<String>,
    /// Its figures can go into the result.
    takes: bool,
}

/// `GET /matches/{id}/outcome`
pub async fn show(app: web::Data<App>, reader: Reader, id: web::Path<String>) -> Result<HttpResponse> {
    let Some(session) = &reader.session else { return Ok(sign_in_first(&reader.page)) };
    if let Some(missing) = what_is_missing(session) {
        return Ok(go_to(missing));
    }
    view(&app, reader, match_id(&id)?, Fields::default(), None).await
}

/// `POST /matches/{id}/outcome`
pub async fn sent(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let (id, Posted { reader, form }) = (match_id(&id)?, posted);
    let told = match read_form(&form) {
        Ok(told) => told,
        Err(error) => return refused(&app, reader, id, form, error).await,
    };
    let stored = app.db.write(async |t| report_in(t, &reader.actor, id, told.clone(), now()).await).await;
    match stored {
        Ok(_) => Ok(go_to(&format!("/matches/{id}/outcome?done=told"))),
        Err(error) => refused(&app, reader, id, form, error).await,
    }
}

/// `POST /matches/{id}/outcome/{report}/take`
pub async fn take(
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    posted: Posted<Fields>,
) -> Result<HttpResponse> {
    let (id, report) = path.into_inner();
    let (id, report, Posted { reader, form }) = (match_id(&id)?, match_id(&report)?, posted);
    let taken = app.db.write(async |t| take_in(t, &reader.actor, id, report, now()).await).await;
    match taken {
        Ok(into) => Ok(go_to(&format!("/results/{}", into.number))),
        Err(error) => refused(&app, reader, id, form, error).await,
    }
}

/// A number that was typed has to be one, however its digits are grouped.
fn read_form(form: &Fields) -> Result<SentOutcome, LifeError> {
    fn number<T: DeserializeOwned>(
        form: &Fields,
        name: &'static str,
        kind: ColumnKind,
    ) -> Result<Option<T>, LifeError> {
        let Some(written) = form.value(name) else { return Ok(None) };
        let read = cell::read(&Column::new(name, kind, &[]), Value::from(written)).ok().flatten();
        read.and_then(|number| serde_json::from_value(number).ok()).map(Some).ok_or_else(|| missing(name))
    }
    Ok(SentOutcome {
        side: form.parsed("side"),
        going: form.parsed("going").ok_or_else(|| missing("going"))?,
        contract_value: number(form, "contract_value", ColumnKind::Number)?,
        currency: form.value("currency").map(str::to_ascii_uppercase),
        people_trained: number(form, "people_trained", ColumnKind::Integer)?,
        jobs: number(form, "jobs", ColumnKind::Integer)?,
        // Browsers send lines as CRLF.
        text: form.value("text").map(|text| text.replace("\r\n", "\n")),
        may_publish: form.value("may_publish") == Some("true"),
    })
}

async fn refused(
    app: &App,
    mut reader: Reader,
    id: Uuid,
    form: Fields,
    error: LifeError,
) -> Result<HttpResponse, Error> {
    let problem = said(error, reader.t())?;
    reader.page.go_back_to(&format!("/matches/{id}/outcome"), "");
    view(app, reader, id, form, Some(problem)).await
}

async fn view(
    app: &App,
    reader: Reader,
    id: Uuid,
    form: Fields,
    problem: Option<(StatusCode, String)>,
) -> Result<HttpResponse> {
    let seat = seat(&*app.db, &reader.actor, id).await?;
    let found = read::find(&app.db, &reader.actor, id, reader.t()).await?.ok_or(Code::NotFound)?;
    let reports = list(&*app.db, &reader.actor, id).await?;
    let numbers = [&found.demand, &found.technology].map(|line| line.number.clone().unwrap_or_default());
    let records = numbers.iter().filter(|number| !number.is_empty()).cloned().collect::<Vec<_>>().join(" – ");
    let reader = reader.on_shelf(Shelf::Demands).below(&records, &format!("/matches/{id}"));
    let t = reader.t();
    let option = |name: &str, value: &str, family: &str| SelectOption {
        value: value.to_owned(),
        label: t.code_or_self(family, value),
        selected: form.value(name) == Some(value),
    };
    let side = |side: &Side| SelectOption {
        label: t.code_or_self("acting", side.acting().as_str()),
        ..option("side", side.as_str(), "acting")
    };
    let (status, problem) = problem.unzip();
    let view = OutcomePage {
        page: &reader.page,
        id,
        reports: reports.iter().map(|one| line(one, &seat, &reader)).collect(),
        open: ASKED.contains(&found.state),
        broker: seat.side.is_none(),
        sides: Side::ALL.iter().map(side).collect(),
        going: Going::ALL.iter().map(|going| option("going", going.as_str(), "going")).collect(),
        done: reader.page.query.get("done") == Some("told"),
        form,
        problem,
    };
    match status {
        None => reader.send(&view),
        Some(status) => reader.send_failure(status, &view),
    }
}

fn line(report: &OutcomeReport, seat: &Seat, reader: &Reader) -> ReportLine {
    let t = reader.t();
    let side = t.code_or_self("acting", report.side.acting().as_str());
    let mut facts = Vec::new();
    let money = report.contract_value.map(|value| t.money(value, report.currency.as_deref()));
    facts.extend(money.map(|money| t.fill("outcome-contract", money)));
    facts.extend(report.people_trained.map(|count| t.fill("outcome-trained", t.number(f64::from(count)))));
    facts.extend(report.jobs.map(|count| t.fill("outcome-jobs", t.number(f64::from(count)))));
    facts.push(t.text(if report.may_publish { "outcome-may-publish" } else { "outcome-not-to-publish" }));
    facts.push(t.moment(&report.at));
    facts.extend(report.taken_at.map(|at| t.fill("outcome-taken", t.day(&at))));
    ReportLine {
        id: report.id,
        title: side,
        going: t.code_or_self("going", report.going.as_str()),
        facts,
        text: report.text.clone(),
        takes: seat.side.is_none() && report.may_publish && report.taken_at.is_none(),
    }
}
