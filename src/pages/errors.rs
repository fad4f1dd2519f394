//! Error pages: what goes wrong on a page is said in the reader's language, with a way back.
//!
//! A middleware dresses plain error answers, so handlers, extractors and unknown addresses all look
//! the same and none of them needs to know. Answers of the API stay problem documents.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, HeaderMap};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse};
use askama::Template;
use tracing_actix_web::RequestId;

use crate::layout::Page;

/// Addresses whose answers are read by programs.
const FOR_PROGRAMS: &[&str] = &["/api/", "/health/", "/metrics", "/assets/"];

#[derive(Template)]
#[template(path = "errors.html")]
struct ErrorPage<'a> {
    page: &'a Page,
    status: u16,
    title: String,
    text: String,
    request_id: Option<String>,
}

/// Middleware: an error without a page gets one.
pub async fn dress(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let answer = next.call(request).await?.map_into_boxed_body();
    let status = answer.status();
    let for_programs = FOR_PROGRAMS.iter().any(|prefix| answer.request().path().starts_with(prefix));
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || for_programs || is_html(answer.headers()) {
        return Ok(answer);
    }
    let page = error_page(answer.request(), status)?;
    let (headers, body) = (page.headers().clone(), page.into_body());
    // Only body and headers change: the error itself stays on the answer for whoever logs it.
    let mut dressed = answer.map_body(|_, _| body);
    for (name, value) in headers {
        dressed.headers_mut().insert(name, value);
    }
    Ok(dressed)
}

/// For addresses nobody answers.
pub async fn not_found() -> HttpResponse {
    HttpResponse::NotFound().finish()
}

fn error_page(request: &HttpRequest, status: StatusCode) -> Result<HttpResponse, Error> {
    let page = Page::from_request_head(request);
    let (title, text) = match status.as_u16() {
        404 | 410 | 401 | 403 => (page.t.text("error-404-title"), page.t.text("error-404-text")),
        429 => (page.t.text("error-429-title"), page.t.text("error-429-text")),
        503 => (page.t.text("error-503-title"), page.t.text("error-503-text")),
        400..=499 => (page.t.text("error-400-title"), page.t.text("error-400-text")),
        _ => (page.t.text("error-500-title"), page.t.text("error-500-text")),
    };
    let request_id = request.extensions().get::<RequestId>().map(ToString::to_string);
    let view = ErrorPage { page: &page, status: status.as_u16(), title, text, request_id };
    page.send_with(status, &view).map_err(actix_web::error::ErrorInternalServerError)
}

fn is_html(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}

#[cfg(test)]
mod tests {
    use actix_web::middleware::from_fn;
    use actix_web::{App, test, web};

    use super::*;

    async fn answer(path: &str, language: &str) -> (StatusCode, String) {
        let app = App::new()
            .wrap(from_fn(dress))
            .route("/fails", web::get().to(|| async { HttpResponse::InternalServerError().body("secret detail") }))
            .route("/api/fails", web::get().to(|| async { HttpResponse::BadRequest().body("{}") }))
            .default_service(web::to(not_found));
        let app = test::init_service(app).await;
        let request = test::TestRequest::get().uri(path).insert_header(("Accept-Language", language)).to_request();
        let answer = test::call_service(&app, request).await;
        let status = answer.status();
        (status, String::from_utf8(test::read_body(answer).await.to_vec()).unwrap())
    }

    #[actix_web::test]
    async fn an_unknown_address_gets_a_page_in_the_readers_language() {
        let (status, body) = answer("/nowhere", "zh").await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert!(body.contains("页面不存在"), "{body}");
        assert!(body.contains("lang=\"zh\""));
    }

    #[actix_web::test]
    async fn a_failure_shows_no_detail() {
        let (status, body) = answer("/fails", "en").await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(body.contains("Something went wrong") && !body.contains("secret detail"));
    }

    #[actix_web::test]
    async fn answers_for_programs_are_left_alone() {
        assert_eq!(answer("/api/fails", "en").await, (StatusCode::BAD_REQUEST, "{}".to_owned()));
    }
}
