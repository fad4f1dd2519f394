//! `/operations/taxonomy`: the fields of technology with what they are called in the reader's language, and which
//! labels are missing.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{Place, places};
use crate::accounts::Action;
use crate::app::App;
use crate::error::Result;
use crate::layout::Page;
use crate::layout::components::Choice;
use crate::library::fields::{self, Field};
use crate::pages::desk::elsewhere;
use crate::pages::reader::Reader;

#[derive(Template)]
#[template(path = "operations/taxonomy.html")]
struct TaxonomyPage<'a> {
    page: &'a Page,
    places: Vec<Place>,
    shown: Vec<Choice>,
    groups: Vec<Group>,
}

/// A field of the first level with those below it.
struct Group {
    first: FieldLine,
    below: Vec<FieldLine>,
}

struct FieldLine {
    code: String,
    label: String,
    /// Languages that lack a label.
    missing: String,
    /// What is said of a retired one.
    retired: Option<String>,
}

/// `GET /operations/taxonomy`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::KeepTaxonomy)? {
        return Ok(place);
    }
    let t = reader.t();
    let all = fields::list(&*app.db).await?;
    let lacking = all.iter().filter(|field| !field.missing().is_empty()).count();
    let only_lacking = reader.page.query.get("show") == Some("missing");
    let is_shown = |field: &&Field| !only_lacking || !field.missing().is_empty();
    let group = |first: &Field| {
        let below = all.iter().filter(|field| field.parent.as_deref() == Some(&first.code)).filter(is_shown);
        let below: Vec<FieldLine> = below.map(|field| line(field, &reader)).collect();
        let first_shown = is_shown(&first) || !below.is_empty();
        first_shown.then(|| Group { first: line(first, &reader), below })
    };
    let groups: Vec<Group> = all.iter().filter(|field| field.parent.is_none()).filter_map(group).collect();
    let choice = |label: String, href: &str, selected: bool| Choice { label, href: href.to_owned(), selected };
    let shown = vec![
        choice(t.count("taxonomy-all", all.len() as u64), "/operations/taxonomy", !only_lacking),
        choice(t.count("taxonomy-lacking", lacking as u64), "/operations/taxonomy?show=missing", only_lacking),
    ];
    reader.send(&TaxonomyPage { page: &reader.page, places: places(&reader), shown, groups })
}

fn line(field: &Field, reader: &Reader) -> FieldLine {
    let t = reader.t();
    let missing: Vec<String> = field.missing().into_iter().map(|lang| reader.language(lang)).collect();
    let retired = field.retired_at.map(|_| match &field.replacement {
        Some(code) => t.fill("taxonomy-replaced", reader.field(code)),
        None => t.text("taxonomy-retired"),
    });
    FieldLine {
        code: field.code.clone(),
        label: field.labels.in_language(t.lang.tag()).to_owned(),
        missing: t.list(&missing),
        retired,
    }
}
