//! `/notices`: what a person was told, the newest first, and marking it as read.

use actix_web::{HttpResponse, web};
use askama::Template;
use uuid::Uuid;

use super::forms::{Fields, Posted, go_to, own_address, sign_in_first, what_is_missing};
use super::live::watch;
use super::reader::Reader;
use crate::app::App;
use crate::error::Result;
use crate::layout::Page;
use crate::layout::components::Pager;
use crate::library::store::now;
use crate::notices::{self, NoticeQuery, Shown};

/// Notices on a page.
const SHOWN: usize = 30;

#[derive(Template)]
#[template(path = "notices.html")]
struct NoticesPage<'a> {
    page: &'a Page,
    notices: Vec<NoticeLine>,
    pager: Pager,
}

struct NoticeLine {
    id: Uuid,
    text: String,
    link: Option<String>,
    time: String,
    machine_time: String,
    unread: bool,
}

/// `GET /notices`
pub async fn show(app: web::Data<App>, mut reader: Reader) -> Result<HttpResponse> {
    let Some(session) = &reader.session else { return Ok(sign_in_first(&reader.page)) };
    if let Some(missing) = what_is_missing(session) {
        return Ok(go_to(missing));
    }
    let person = session.user.id;
    watch(&app, &mut reader, "notices", None).await?;
    let cursor = reader.page.query.get("cursor").and_then(|cursor| cursor.parse().ok());
    let wanted = NoticeQuery { unread: false, before: cursor, limit: SHOWN as u64 + 1 };
    let mut found = notices::list(&*app.db, person, &wanted, reader.t().lang.tag()).await?;
    let more = found.len() > SHOWN;
    found.truncate(SHOWN);
    let pager = Pager {
        first: cursor.map(|_: Uuid| reader.page.link_without("cursor")),
        next: found.last().filter(|_| more).map(|last| reader.page.link_to_cursor(&last.id.to_string())),
    };
    let notices = found.into_iter().map(|one| line(one, &reader)).collect();
    reader.send(&NoticesPage { page: &reader.page, notices, pager })
}

fn line(one: Shown, reader: &Reader) -> NoticeLine {
    NoticeLine {
        id: one.id,
        text: one.text,
        link: one.link,
        time: reader.t().moment(&one.created_at),
        machine_time: one.created_at.to_rfc3339(),
        unread: one.read_at.is_none(),
    }
}

/// `POST /notices/read`: one of them, which is then opened, or all.
pub async fn read(app: web::Data<App>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    let Some(session) = &reader.session else { return Ok(sign_in_first(&reader.page)) };
    match form.parsed("id") {
        Some(id) => drop(notices::mark_read(&app.db, session.user.id, id, now()).await?),
        None => notices::mark_all_read(&app.db, session.user.id, now()).await?,
    }
    Ok(go_to(form.value("next").map_or("/notices", own_address)))
}
