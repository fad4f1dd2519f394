//! `/about`: what Siku is, for somebody who has just arrived.

use actix_web::HttpResponse;
use askama::Template;

use super::reader::Reader;
use crate::error::Result;
use crate::layout::Page;

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage<'a> {
    page: &'a Page,
}

pub async fn about(reader: Reader) -> Result<HttpResponse> {
    reader.send(&AboutPage { page: &reader.page })
}
