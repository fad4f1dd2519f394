//! `/unsubscribe/{token}`: the end of mails without signing in (RFC 8058). Looking changes nothing, because programs
//! look at links in mails; the button, or the mail program itself, posts.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::reader::Reader;
use crate::app::App;
use crate::error::{Code, Error, Result};
use crate::layout::Page;
use crate::notices;

#[derive(Template)]
#[template(path = "unsubscribe.html")]
struct UnsubscribePage<'a> {
    page: &'a Page,
    done: bool,
}

/// Asks.
pub async fn ask(reader: Reader) -> Result<HttpResponse, Error> {
    reader.send(&UnsubscribePage { page: &reader.page, done: false })
}

/// Ends the mails. The token in the address is the permission: programs that read mail send no form token.
pub async fn sent(reader: Reader, app: web::Data<App>, token: web::Path<String>) -> Result<HttpResponse, Error> {
    if !notices::unsubscribe(&app.db, &token).await? {
        return Err(Code::NotFound.into());
    }
    reader.send(&UnsubscribePage { page: &reader.page, done: true })
}
