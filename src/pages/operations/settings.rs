//! `/operations/settings`: every setting with its value and where it comes from. Secrets are masked where they are read.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{Place, places};
use crate::accounts::Action;
use crate::app::App;
use crate::config::Effective;
use crate::error::Result;
use crate::layout::Page;
use crate::pages::desk::elsewhere;
use crate::pages::reader::Reader;

#[derive(Template)]
#[template(path = "operations/settings.html")]
struct SettingsPage<'a> {
    page: &'a Page,
    places: Vec<Place>,
    sections: Vec<Section>,
}

struct Section {
    name: String,
    settings: Vec<Setting>,
}

struct Setting {
    key: String,
    value: String,
    source: String,
    /// It is not the default.
    own: bool,
}

/// `GET /operations/settings`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::ReadSettings)? {
        return Ok(place);
    }
    let mut sections: Vec<Section> = Vec::new();
    for one in &app.settings.sources {
        let (name, _) = one.key.split_once('.').unwrap_or((one.key.as_str(), ""));
        let setting = setting(one, &reader);
        match sections.last_mut().filter(|section| section.name == name) {
            Some(section) => section.settings.push(setting),
            None => sections.push(Section { name: name.to_owned(), settings: vec![setting] }),
        }
    }
    reader.send(&SettingsPage { page: &reader.page, places: places(&reader), sections })
}

fn setting(one: &Effective, reader: &Reader) -> Setting {
    let (kind, place) = one.source.split_once(' ').unwrap_or((one.source.as_str(), ""));
    let named = reader.t().code_with("setting-source", kind, &[place.to_owned()]);
    Setting {
        key: one.key.clone(),
        value: one.value.clone(),
        source: named.unwrap_or_else(|| one.source.clone()),
        own: kind != "default",
    }
}
