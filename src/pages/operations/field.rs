//! `/operations/taxonomy/{code}`: what a field is called in each language, fields below it, and its retirement. Who
//! typed over what somebody else has stored meanwhile loses nothing: what was typed stays in the form beside it.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;

use super::{Place, places};
use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::error::{Code, Result};
use crate::layout::components::SelectOption;
use crate::layout::{Lang, Page};
use crate::library::fields::{self, Field, FieldChange, LONGEST_LABEL, NewField};
use crate::library::store::{StoreError, now};
use crate::library::taxonomy::Labels;
use crate::library::validate::FieldError;
use crate::pages::desk::elsewhere;
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::reader::Reader;

#[derive(Template)]
#[template(path = "operations/field.html")]
struct FieldPage<'a> {
    page: &'a Page,
    places: Vec<Place>,
    field: Field,
    label: String,
    inputs: Vec<LabelInput>,
    /// Whether it can be retired, and how it stands.
    retires: bool,
    replacements: Vec<SelectOption>,
    replacement_problem: Option<String>,
    records: String,
    /// A field to be added below this one of the first level.
    new: Option<NewInputs>,
    problem: Option<String>,
    done: Option<String>,
    longest: usize,
}

struct LabelInput {
    name: String,
    lang: &'static str,
    language: String,
    value: String,
    /// What is stored by now, where somebody else has changed what was typed over.
    stored: Option<String>,
    problem: Option<String>,
}

struct NewInputs {
    name: String,
    name_problem: Option<String>,
    labels: Vec<LabelInput>,
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Refused {
    form: Fields,
    faults: Vec<FieldError>,
    stale: bool,
    /// It was the form for a new field.
    below: bool,
}

impl Refused {
    /// What is said at a place.
    fn at(&self, reader: &Reader, place: &str) -> Option<String> {
        let fault = self.faults.iter().find(|fault| fault.pointer == place)?;
        let what = place.trim_start_matches('/').split('/').next().unwrap_or_default();
        let said = reader.t().code("field-fault", &format!("{what}-{}", fault.code));
        Some(said.unwrap_or_else(|| fault.detail.clone()))
    }
}

/// `GET /operations/taxonomy/{code}`
pub async fn show(app: web::Data<App>, reader: Reader, code: web::Path<String>) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::KeepTaxonomy)? {
        return Ok(place);
    }
    let reader = below(reader);
    reader.send(&view(&app, &reader, &code, &Refused::default()).await?)
}

fn below(reader: Reader) -> Reader {
    let title = reader.t().text("operations-taxonomy");
    reader.below(&title, "/operations/taxonomy")
}

async fn view<'a>(app: &App, reader: &'a Reader, code: &str, refused: &Refused) -> Result<FieldPage<'a>> {
    let t = reader.t();
    let all = fields::list(&*app.db).await?;
    let field = all.iter().find(|field| field.code == code).cloned().ok_or(Code::NotFound)?;
    let label = field.labels.in_language(t.lang.tag()).to_owned();
    let typed = |name: &str| refused.form.all(name).next().map(str::to_owned);
    let input = |(lang, stored): (&'static str, &str)| {
        let name = format!("label_{lang}");
        let typed = typed(&name).filter(|_| !refused.below);
        LabelInput {
            lang,
            language: reader.language(lang),
            stored: typed.as_ref().filter(|typed| refused.stale && *typed != stored).map(|_| stored.to_owned()),
            value: typed.unwrap_or_else(|| stored.to_owned()),
            problem: refused.at(reader, &format!("/labels/{lang}")).filter(|_| !refused.below),
            name,
        }
    };
    let chosen = typed("replacement").or_else(|| field.replacement.clone()).unwrap_or_default();
    let others = all.iter().filter(|other| other.retired_at.is_none() && other.code != field.code);
    let replacements = others.map(|other| SelectOption {
        value: other.code.clone(),
        label: format!("{} ({})", other.labels.in_language(t.lang.tag()), other.code),
        selected: other.code == chosen,
    });
    let new = field.parent.is_none().then(|| NewInputs {
        name: typed("name").unwrap_or_default(),
        name_problem: refused.at(reader, "/code"),
        labels: Labels::default().each().map(|(lang, _)| new_input(reader, refused, lang)).into(),
    });
    let problem = if refused.stale {
        Some(t.text("field-stale"))
    } else {
        refused.at(reader, "/retired").or_else(|| (!refused.faults.is_empty()).then(|| t.text("field-wrong")))
    };
    Ok(FieldPage {
        page: &reader.page,
        places: places(reader),
        inputs: field.labels.each().map(input).into(),
        retires: field.parent.is_some(),
        replacements: replacements.collect(),
        replacement_problem: refused.at(reader, "/replacement"),
        records: t.count("field-records", fields::records_of(&*app.db, code).await?),
        new,
        problem,
        done: reader.page.query.get("done").and_then(|what| t.code("field-done", what)),
        longest: LONGEST_LABEL,
        label,
        field,
    })
}

fn new_input(reader: &Reader, refused: &Refused, lang: &'static str) -> LabelInput {
    let name = format!("new_{lang}");
    LabelInput {
        lang,
        language: reader.language(lang),
        value: refused.form.value(&name).unwrap_or_default().to_owned(),
        stored: None,
        problem: refused.at(reader, &format!("/labels/{lang}")).filter(|_| refused.below),
        name,
    }
}

fn labels(form: &Fields, before: &str) -> BTreeMap<String, Option<String>> {
    let label = |lang: &Lang| {
        let label = form.all(&format!("{before}_{}", lang.tag())).next()?;
        Some((lang.tag().to_owned(), Some(label.to_owned())))
    };
    Lang::ALL.iter().filter_map(label).collect()
}

/// `POST /operations/taxonomy/{code}`: labels, or with a button of its own retiring it or taking it back into use.
pub async fn change(app: web::Data<App>, code: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if reader.actor.scope(Action::KeepTaxonomy) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    // A form that was changed by hand names no version and is stale.
    let version = form.parsed("version").unwrap_or(0);
    let replacement = Some(form.value("replacement").map(str::to_owned));
    let (done, wanted) = match form.value("step") {
        Some("retire") => ("retired", FieldChange { retired: Some(true), replacement, ..FieldChange::default() }),
        Some("restore") => ("restored", FieldChange { retired: Some(false), ..FieldChange::default() }),
        _ => ("changed", FieldChange { labels: labels(&form, "label"), ..FieldChange::default() }),
    };
    let work = async |transaction: &_| {
        fields::change_in(transaction, &reader.actor, &code, Some(version), &wanted, now()).await
    };
    let changed: Result<Field, StoreError> = app.db.write(work).await;
    answer(&app, reader, &code, changed, done, form, false).await
}

/// `POST /operations/taxonomy/{code}/below`: adds a field below one of the first level.
pub async fn add(app: web::Data<App>, code: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if reader.actor.scope(Action::KeepTaxonomy) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    let mut named = Labels::default();
    for (lang, label) in labels(&form, "new") {
        let slot = match lang.as_str() {
            "zh" => &mut named.zh,
            "en" => &mut named.en,
            "fr" => &mut named.fr,
            "ru" => &mut named.ru,
            "ar" => &mut named.ar,
            "es" => &mut named.es,
            _ => &mut named.pt,
        };
        *slot = label.unwrap_or_default();
    }
    let new = NewField { code: format!("{code}.{}", form.value("name").unwrap_or_default()), labels: named };
    let work = async |transaction: &_| fields::add_in(transaction, &reader.actor, &new, now()).await;
    let added: Result<Field, StoreError> = app.db.write(work).await;
    answer(&app, reader, &code, added, "added", form, true).await
}

/// To the field as it is now, or its page again with what was typed.
async fn answer(
    app: &App,
    reader: Reader,
    code: &str,
    stored: Result<Field, StoreError>,
    done: &str,
    form: Fields,
    below_it: bool,
) -> Result<HttpResponse> {
    let refused = match stored {
        Ok(field) => {
            app.names.forget().await;
            return Ok(go_to(&format!("/operations/taxonomy/{}?done={done}", field.code)));
        }
        Err(StoreError::Stale { .. }) => Refused { form, stale: true, ..Refused::default() },
        Err(StoreError::Invalid(faults)) => Refused { form, faults, below: below_it, ..Refused::default() },
        Err(error) => return Err(error.into()),
    };
    let status = if refused.stale { StatusCode::PRECONDITION_FAILED } else { StatusCode::UNPROCESSABLE_ENTITY };
    let reader = below(reader);
    reader.send_failure(status, &view(app, &reader, code, &refused).await?)
}
