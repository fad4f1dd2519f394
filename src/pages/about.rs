//! `/about`: what Siku is, for somebody who has just arrived.

use actix_web::{Error, HttpResponse, error::ErrorInternalServerError};
use askama::Template;

use crate::layout::Page;

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage<'a> {
    page: &'a Page,
}

pub async fn about(page: Page) -> Result<HttpResponse, Error> {
    page.send(&AboutPage { page: &page }).map_err(ErrorInternalServerError)
}
