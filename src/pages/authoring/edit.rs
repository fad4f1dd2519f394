//! `/my/{library}/new` and `/my/{library}/{number}/edit`: a record is written on one page. Whatever is wrong, what was typed
//! stands there again.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::super::forms::{Posted, go_to};
use super::super::reader::{Reader, database};
use super::show::Show;
use super::storing::{Desk, Hindrance, Wish};
use super::typed::Typed;
use super::{Authored, elsewhere, templates, translated};
use crate::app::App;
use crate::audit::disclosed;
use crate::error::Result;
use crate::notices::language;

/// `GET /my/{library}/new`
pub async fn new<L: Authored>(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader)? {
        return Ok(place);
    }
    let typed = first_values(&app, &reader).await?;
    Show { typed, ..Show::of(Desk::<L>::empty()) }.send(&app, reader).await
}

/// `POST /my/{library}/new`
pub async fn create<L: Authored>(app: web::Data<App>, posted: Posted<Typed>) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&posted.reader)? {
        return Ok(place);
    }
    sent(&app, posted, Desk::<L>::empty()).await
}

/// `GET /my/{library}/{number}/edit`
pub async fn edit<L: Authored>(app: web::Data<App>, reader: Reader, number: web::Path<String>) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader)? {
        return Ok(place);
    }
    let desk = Desk::<L>::of(&app, &reader, &number).await?;
    disclosed(&app.db, &reader.actor, "record", &desk.record).await?;
    let mut typed = Typed::of(&desk.base, L::COLUMNS);
    translated::show(&mut typed, &desk.base);
    let mut show = Show { typed, ..Show::of(desk) };
    if reader.page.query.get("done") == Some("faults") {
        show.look_over(&app, &reader).await?;
    }
    show.send(&app, reader).await
}

/// `POST /my/{library}/{number}/edit`
pub async fn change_it<L: Authored>(
    app: web::Data<App>,
    number: web::Path<String>,
    posted: Posted<Typed>,
) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&posted.reader)? {
        return Ok(place);
    }
    let desk = Desk::<L>::of(&app, &posted.reader, &number).await?;
    sent(&app, posted, desk).await
}

/// What a new form begins with: the language of the account and the country of the organisation.
async fn first_values(app: &App, reader: &Reader) -> Result<Typed> {
    let mut typed = Typed::default();
    if let Some(session) = &reader.session {
        let own = language(database(app), session.user.id).await?;
        typed.put("lang", own.unwrap_or_else(|| reader.t().lang.tag().to_owned()));
        let country = session.organisation.as_ref().and_then(|organisation| organisation.country.clone());
        typed.put("country", country.unwrap_or_default());
    }
    Ok(typed)
}

async fn sent<L: Authored>(app: &App, posted: Posted<Typed>, desk: Desk<L>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    let wanted = form.first("do").to_owned();
    let wish = Wish::of(&wanted);
    let typed = form.tidied(L::COLUMNS);
    let reading = desk.read(app, &typed).await?;
    let malformed = reading.malformed();
    let mut show = Show { typed, body: Some(reading.body), emptied: reading.emptied, ..Show::of(desk) };
    match wish {
        Wish::More(column) => show.more = Some(column.to_owned()),
        Wish::Template(code) => show.added = templates::add::<L>(&reader, &mut show.typed, code),
        Wish::Check => (show.faults, show.thorough) = (reading.faults, true),
        Wish::Look | Wish::Autosave => {
            show.faults = reading.faults;
            return show.panel(app, reader, wish == Wish::Autosave && !malformed).await;
        }
        Wish::Save | Wish::Submit => {
            if malformed || !show.desk.is_open(&reader) {
                show.faults = reading.faults;
                show.hindered = (!malformed).then_some(Hindrance::State);
                show.status = Some(StatusCode::UNPROCESSABLE_ENTITY);
            } else if let Some(done) = show.store(app, &reader, wish, reading.faults).await? {
                return Ok(go_to(&done));
            }
        }
    }
    show.send(app, reader).await
}
