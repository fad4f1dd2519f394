//! `/technologies/{number}/picture.png`: what other sites show beside a link to a published record. As everybody sees it,
//! whoever asks. Where this machine has no fonts for the title, the one picture of Siku.

use std::num::NonZeroUsize;
use std::sync::{LazyLock, Mutex, PoisonError};

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use actix_web::{HttpResponse, web};
use anyhow::Context;
use lru::LruCache;

use super::present::{Presented, address};
use super::reader::{Reader, database};
use crate::accounts::Actor;
use crate::app::App;
use crate::error::{Code, Error};
use crate::layout::assets;
use crate::layout::content::Text;
use crate::layout::poster::{Poster, draw};
use crate::library::store::find;
use crate::library::{Body, Record};

/// Pictures kept, of some thirty kilobytes each.
const KEPT: NonZeroUsize = NonZeroUsize::new(200).unwrap();

/// By what stands on them, so that a new translation or another name of a country is another picture.
static DRAWN: LazyLock<Mutex<LruCache<Poster, Option<web::Bytes>>>> = LazyLock::new(|| Mutex::new(LruCache::new(KEPT)));

/// The address of a record's picture: another one for every version and language, so that it may be kept.
pub fn of<L: Presented>(record: &Record<L>, reader: &Reader) -> String {
    format!("{}/picture.png?lang={}&version={}", address(record), reader.page.t.lang.tag(), record.head.version)
}

pub async fn show<L: Presented>(
    reader: Reader,
    app: web::Data<App>,
    number: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let record = find::<L>(database(&app), &Actor::Public, &number).await?.ok_or(Code::NotFound)?;
    let poster = poster(&record, &reader);
    let known = DRAWN.lock().unwrap_or_else(PoisonError::into_inner).get(&poster).cloned();
    let picture = match known {
        Some(picture) => picture,
        None => {
            let wanted = poster.clone();
            let drawn = web::block(move || draw(&wanted)).await.context("a worker thread was torn down")??;
            let drawn = drawn.map(web::Bytes::from);
            DRAWN.lock().unwrap_or_else(PoisonError::into_inner).put(poster, drawn.clone());
            drawn
        }
    };
    let Some(picture) = picture else {
        return Ok(HttpResponse::Found().insert_header((LOCATION, assets::address("share.png"))).finish());
    };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "image/png"))
        .insert_header((CACHE_CONTROL, "public, max-age=86400"))
        .body(picture))
}

fn poster<L: Presented>(record: &Record<L>, reader: &Reader) -> Poster {
    let t = reader.t();
    let own = |text: String| Text::new(text, t.lang.tag());
    let over = format!("{} · {}", t.code_or_self("shelf", L::SHELF.name()), record.head.number);
    Poster {
        over: own(over),
        title: reader.shown(&record.body.common()).title,
        under: own(L::facts(&record.body, reader).join(" · ")),
    }
}
