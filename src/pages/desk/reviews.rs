//! `/desk/reviews`: what waits for a review, the oldest first.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::elsewhere;
use crate::accounts::Action;
use crate::app::App;
use crate::error::Result;
use crate::layout::Page;
use crate::layout::content::Text;
use crate::library::review::{Due, DueQuery, due};
use crate::library::store::now;
use crate::pages::reader::{Reader, database};

/// More than one person reads in a day.
const SHOWN: u64 = 50;

#[derive(Template)]
#[template(path = "desk/reviews.html")]
struct DeskPage<'a> {
    page: &'a Page,
    lead: String,
    done: Option<String>,
    waiting: Vec<WaitingLine>,
}

struct WaitingLine {
    shelf: &'static str,
    href: String,
    title: Text,
    facts: Vec<String>,
    said: Vec<String>,
}

/// `GET /desk/reviews`
pub async fn reviews(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::ReviewRecord)? {
        return Ok(place);
    }
    let query = DueQuery { libraries: Vec::new(), limit: SHOWN };
    let (waiting, total) = due(database(&app), &reader.actor, &query, now()).await?;
    let waiting = waiting.into_iter().map(|one| line(one, &reader)).collect();
    let t = reader.t();
    let done = reader.page.query.get("done").and_then(|what| t.code("review-done", what));
    reader.send(&DeskPage { page: &reader.page, lead: t.count("desk-reviews-lead", total), done, waiting })
}

fn line(one: Due, reader: &Reader) -> WaitingLine {
    let t = reader.t();
    let mut facts = vec![one.number.clone(), t.code_or_self("side", one.library.as_str())];
    if one.revision {
        facts.push(t.text("desk-revision"));
    }
    facts.push(t.count("desk-working-days", one.working_days));
    let looked = one.looked.unwrap_or_default();
    let mut said = Vec::new();
    if !looked.findings.is_empty() {
        said.push(t.count("desk-findings", looked.findings.len()));
    }
    if !looked.duplicates.is_empty() {
        said.push(t.count("desk-duplicates", looked.duplicates.len()));
    }
    WaitingLine {
        shelf: one.library.as_str(),
        href: format!("/desk/reviews/{}/{}", one.library, one.number),
        title: Text::new(one.title, one.lang),
        facts,
        said,
    }
}
