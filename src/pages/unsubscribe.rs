//! `/unsubscribe/{token}`: the end of mails without signing in (RFC 8058). Looking changes nothing, because programs
//! look at links in mails; the button, or the mail program itself, posts.

use actix_web::{HttpResponse, Resource, web};
use askama::Template;

use super::reader::Reader;
use crate::api::endpoint::look;
use crate::app::{App, edge};
use crate::error::{Code, Error, Result};
use crate::layout::Page;
use crate::notices;

#[derive(Template)]
#[template(path = "unsubscribe.html")]
struct UnsubscribePage<'a> {
    page: &'a Page,
    done: bool,
}

/// The address with both of its methods.
pub fn resource(path: &str) -> Resource {
    let refuse = || async { edge::method_not_allowed("GET, HEAD, POST") };
    web::resource(path).route(look().to(ask)).route(web::post().to(unsubscribe)).default_service(web::to(refuse))
}

async fn ask(reader: Reader) -> Result<HttpResponse, Error> {
    reader.send(&UnsubscribePage { page: &reader.page, done: false })
}

async fn unsubscribe(reader: Reader, app: web::Data<App>, token: web::Path<String>) -> Result<HttpResponse, Error> {
    if !notices::unsubscribe(&app.db, &token).await? {
        return Err(Code::NotFound.into());
    }
    reader.send(&UnsubscribePage { page: &reader.page, done: true })
}
