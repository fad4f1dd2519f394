//! `/technologies/{number}`: one technology on offer, and the demands it answers.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde_json::{Value as Json, json};

use super::interest;
use super::present::Presented;
use super::reader::{Reader, database};
use super::record::RecordView;
use super::rows::Rows;
use super::suggestions;
use crate::app::App;
use crate::error::{Code, Error};
use crate::layout::Page;
use crate::layout::components::{Row, Shelf};
use crate::layout::matches::Suggestion;
use crate::library::parts::{IpRight, OperatingCondition};
use crate::library::store::find;
use crate::library::{CodeKind, Technologies, Technology};

#[derive(Template)]
#[template(path = "technology.html")]
struct TechnologyPage<'a> {
    page: &'a Page,
    record: RecordView,
    /// Demands that fit; `None` where matches are not shown.
    suggestions: Option<Vec<Suggestion>>,
    /// Where the reader can express interest.
    interest: Option<String>,
}

pub async fn technology(reader: Reader, app: web::Data<App>, number: web::Path<String>) -> Result<HttpResponse, Error> {
    let reader = reader.on_shelf(Shelf::Technologies);
    let record = find::<Technologies>(database(&app), &reader.actor, &number).await?.ok_or(Code::NotFound)?;
    let suggestions = suggestions::for_technology(&app, &reader, record.head.id).await?;
    let interest = interest::offered(&reader.actor, &record);
    let view = TechnologyPage {
        page: &reader.page,
        record: RecordView::with_reviews(&record, &reader, &app).await?,
        suggestions,
        interest,
    };
    reader.send(&view)
}

impl Presented for Technologies {
    const SHELF: Shelf = Shelf::Technologies;
    const FACETS: &'static [CodeKind] = &[
        CodeKind::Field,
        CodeKind::Region,
        CodeKind::TargetCountry,
        CodeKind::Mode,
        CodeKind::Trl,
        CodeKind::Country,
        CodeKind::Lang,
    ];

    fn facts(body: &Technology, reader: &Reader) -> Vec<String> {
        let mut facts = vec![reader.country(&body.country)];
        facts.extend(body.trl.map(|trl| reader.t().fill("trl-short", trl)));
        facts
    }

    fn rows(body: &Technology, reader: &Reader) -> Vec<Row> {
        let t = reader.t();
        let mut rows = Rows::new(reader, body.lang.as_deref().unwrap_or_default());
        rows.content("advantages", body.advantages.as_deref());
        rows.content("alternative", body.alternative.as_deref());
        rows.content("economic_comparison", body.economic_comparison.as_deref());
        rows.plain("trl", body.trl.map(|trl| t.fill("trl-value", trl)));
        rows.codes("cooperation_modes", "mode", body.cooperation_modes.iter().map(|mode| mode.as_str()));
        rows.plain("price", t.money_range(body.price_min, body.price_max, body.currency.as_deref()));
        rows.country("supplier_country", Some(&body.country));
        rows.countries("target_countries", &body.target_countries);
        rows.code("ip_status", "ip_status", body.ip_status.map(|status| status.as_str()));
        rows.contents("ip_rights", body.ip_rights.iter().map(|right| ip_right(right, reader)).collect());
        rows.plain("ipc_classes", Some(body.ipc_classes.join(", ")));
        rows.plain("export_control", Some(export_control(body, reader)));
        rows.finish()
    }

    fn conditions(body: &Technology) -> &[OperatingCondition] {
        &body.operating_conditions
    }

    fn structured(body: &Technology) -> Json {
        json!({ "@type": "Product", "countryOfOrigin": body.country, "keywords": body.keywords })
    }
}

fn ip_right(right: &IpRight, reader: &Reader) -> String {
    let kind = reader.t().code_or_self("ip_kind", right.kind.as_str());
    let territory = right.territory.as_deref().map(|code| reader.country(code));
    let parts = [Some(kind), right.number.clone(), territory];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The status, and the dated catalogue it was screened against.
fn export_control(body: &Technology, reader: &Reader) -> String {
    let t = reader.t();
    let status = t.code_or_self("export_control", body.export_control.as_str());
    let screened = body.export_screened_on.map(|date| t.date(&date));
    let parts = [Some(status), body.export_catalogue.clone(), body.export_entry.clone(), screened];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
