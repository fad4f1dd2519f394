//! `/institutions/{number}`: one institution that can deliver. Contacts are never public.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde_json::{Value as Json, json};

use super::present::Presented;
use super::reader::{Reader, database};
use super::record::RecordView;
use super::rows::Rows;
use crate::app::App;
use crate::error::{Code, Error};
use crate::layout::Page;
use crate::layout::components::{Row, Shelf};
use crate::library::store::find;
use crate::library::{CodeKind, Institution, Institutions};

#[derive(Template)]
#[template(path = "institution.html")]
struct InstitutionPage<'a> {
    page: &'a Page,
    record: RecordView,
}

pub async fn institution(
    reader: Reader,
    app: web::Data<App>,
    number: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let reader = reader.on_shelf(Shelf::Institutions);
    let record = find::<Institutions>(database(&app), &reader.actor, &number).await?.ok_or(Code::NotFound)?;
    reader
        .send(&InstitutionPage { page: &reader.page, record: RecordView::with_reviews(&record, &reader, &app).await? })
}

impl Presented for Institutions {
    const SHELF: Shelf = Shelf::Institutions;
    const FACETS: &'static [CodeKind] = &[
        CodeKind::Field,
        CodeKind::Region,
        CodeKind::TargetCountry,
        CodeKind::Kind,
        CodeKind::Service,
        CodeKind::Country,
        CodeKind::Operation,
        CodeKind::Lang,
    ];

    fn facts(body: &Institution, reader: &Reader) -> Vec<String> {
        let t = reader.t();
        let kind = body.kind.map(|kind| t.code_or_self("institution_kind", kind.as_str()));
        let country = body.country.as_deref().map(|code| reader.country(code));
        [kind, country, body.city.clone()].into_iter().flatten().collect()
    }

    fn rows(body: &Institution, reader: &Reader) -> Vec<Row> {
        let t = reader.t();
        let mut rows = Rows::new(reader, body.lang.as_deref().unwrap_or_default());
        rows.code("kind", "institution_kind", body.kind.map(|kind| kind.as_str()));
        rows.country("home_country", body.country.as_deref());
        rows.content("city", body.city.as_deref());
        rows.countries("countries_served", &body.countries_served);
        rows.codes("services", "service", body.services.iter().map(|service| service.as_str()));
        let languages: Vec<String> = body.languages.iter().map(|tag| reader.language(tag)).collect();
        rows.plain("languages", Some(t.list(&languages)));
        rows.code("operation", "operation", Some(body.operation.as_str()));
        rows.plain("since", body.since.map(|year| t.fill("year-value", year)));
        rows.content("grade", body.grade.as_deref());
        rows.date("grade_date", body.grade_date);
        rows.finish()
    }

    fn structured(body: &Institution) -> Json {
        let address = json!({ "@type": "PostalAddress", "addressCountry": body.country, "addressLocality": body.city });
        json!({
            "@type": "Organization",
            "address": address,
            "areaServed": body.countries_served,
            "foundingDate": body.since.map(|year| year.to_string()),
        })
    }
}
