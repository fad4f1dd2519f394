//! `/results/{number}`: one co-operation that happened.

use std::collections::HashMap;

use actix_web::{HttpResponse, web};
use askama::Template;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::present::{Presented, address};
use super::reader::{Reader, database};
use super::record::RecordView;
use super::rows::Rows;
use crate::app::App;
use crate::error::{Code, Error};
use crate::layout::Page;
use crate::layout::components::{Link, Row, Shelf};
use crate::library::parts::{Outcome, Party};
use crate::library::store::{find, find_many, resolve};
use crate::library::{Body, CodeKind, Institutions, ProjectResult, Record, Results, Technologies};

#[derive(Template)]
#[template(path = "result.html")]
struct ResultPage<'a> {
    page: &'a Page,
    record: RecordView,
}

pub async fn result(reader: Reader, app: web::Data<App>, number: web::Path<String>) -> Result<HttpResponse, Error> {
    let reader = reader.on_shelf(Shelf::Results);
    let record = find::<Results>(database(&app), &reader.actor, &number).await?.ok_or(Code::NotFound)?;
    let mut view = RecordView::with_reviews(&record, &reader, &app).await?;
    let mut rows = Rows::new(&reader, record.body.common().lang);
    let technology: Vec<String> = record.body.technology.iter().cloned().collect();
    rows.links("technology", linked::<Technologies>(&app, &reader, &technology).await?);
    rows.links("institutions", linked::<Institutions>(&app, &reader, &record.body.institutions).await?);
    view.rows.extend(rows.finish());
    reader.send(&ResultPage { page: &reader.page, record: view })
}

/// Links to the records that are named by id, number or external id; what the reader may not see is left out.
async fn linked<L: Presented>(app: &App, reader: &Reader, references: &[String]) -> Result<Vec<Link>, Error> {
    if references.is_empty() {
        return Ok(Vec::new());
    }
    let ids: HashMap<String, Uuid> = resolve::<L>(database(app), &reader.actor, references).await?;
    let wanted: Vec<Uuid> = references.iter().filter_map(|reference| ids.get(reference)).copied().collect();
    let records = find_many::<L>(database(app), &reader.actor, &wanted).await?;
    let link = |record: &Record<L>| {
        let title = reader.shown(&record.body.common()).title.text;
        Link { label: format!("{} {title}", record.head.number), href: Some(address(record)) }
    };
    Ok(records.iter().map(link).collect())
}

impl Presented for Results {
    const SHELF: Shelf = Shelf::Results;
    const FACETS: &'static [CodeKind] = &[
        CodeKind::Field,
        CodeKind::Region,
        CodeKind::Country,
        CodeKind::Kind,
        CodeKind::Progress,
        CodeKind::Year,
        CodeKind::Lang,
    ];

    fn facts(body: &ProjectResult, reader: &Reader) -> Vec<String> {
        let t = reader.t();
        let mut facts = vec![t.code_or_self("result_kind", body.kind.as_str())];
        let countries = body.country.iter().chain(&body.other_countries);
        facts.extend(countries.map(|code| reader.country(code)));
        facts.extend(body.year.map(|year| t.fill("year-value", year)));
        facts.push(t.code_or_self("progress", body.progress.as_str()));
        facts
    }

    fn rows(body: &ProjectResult, reader: &Reader) -> Vec<Row> {
        let t = reader.t();
        let mut rows = Rows::new(reader, body.lang.as_deref().unwrap_or_default());
        rows.code("kind", "result_kind", Some(body.kind.as_str()));
        rows.country("partner_country", body.country.as_deref());
        rows.countries("other_countries", &body.other_countries);
        rows.contents("parties", body.parties.iter().map(|one| party(one, reader)).collect());
        rows.plain("period", period(body, reader));
        rows.code("progress", "progress", Some(body.progress.as_str()));
        rows.plain("people_trained", body.people_trained.map(|people| t.number(people.into())));
        rows.plain("visits", body.visits.map(|visits| t.number(visits.into())));
        rows.plain("contract_value", body.contract_value.map(|value| t.money(value, body.currency.as_deref())));
        rows.contents("outcomes", body.outcomes.iter().map(|one| outcome(one, reader)).collect());
        rows.content("path", body.path.as_deref());
        rows.content("lessons", body.lessons.as_deref());
        rows.finish()
    }

    fn structured(body: &ProjectResult) -> Json {
        let members: Vec<Json> =
            body.parties.iter().map(|party| json!({ "@type": "Organization", "name": party.name })).collect();
        json!({ "@type": "Project", "foundingDate": body.year.map(|year| year.to_string()), "member": members })
    }
}

fn party(party: &Party, reader: &Reader) -> String {
    let country = party.country.as_deref().map(|code| reader.country(code));
    let parts = [Some(party.name.clone()), country, party.role.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn outcome(outcome: &Outcome, reader: &Reader) -> String {
    let unit = outcome.unit.as_deref().unwrap_or_default();
    format!("{}: {} {unit}", outcome.measure, reader.t().number(outcome.value)).trim_end().to_owned()
}

fn period(body: &ProjectResult, reader: &Reader) -> Option<String> {
    let t = reader.t();
    match (body.start_date, body.end_date) {
        (Some(start), Some(end)) => Some(format!("{} – {}", t.date(&start), t.date(&end))),
        (Some(start), None) => Some(t.fill("range-from", t.date(&start))),
        (None, Some(end)) => Some(t.fill("range-until", t.date(&end))),
        (None, None) => body.year.map(|year| t.fill("year-value", year)),
    }
}
