//! Error pages: what goes wrong on a page is said in the reader's language, with a way back.
//!
//! A middleware dresses plain error answers, so handlers, extractors and unknown addresses all look
//! the same and none of them needs to know. Answers of the API stay problem documents.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::{ErrorInternalServerError, InternalError};
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, HeaderName};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse};
use askama::Template;

use super::reader::Reader;
use crate::app::edge::REQUEST_ID;
use crate::error::Complete;
use crate::layout::Page;
use crate::layout::url::without_secret;

const DESCRIBE_THE_BODY: &[&HeaderName] = &[&CONTENT_TYPE, &CONTENT_LENGTH, &ETAG];

/// Addresses whose answers are read by programs.
const FOR_PROGRAMS: &[&str] = &["/api", "/health", "/metrics", "/assets"];

#[derive(Template)]
#[template(path = "errors.html")]
struct ErrorPage<'a> {
    page: &'a Page,
    status: u16,
    title: String,
    text: String,
    request_id: Option<String>,
}

/// Middleware, outside of `app::edge`: turns the edge's problem document into a page, unless a program asked.
pub async fn dress(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let for_programs = FOR_PROGRAMS.iter().any(|prefix| request.path().starts_with(prefix));
    if for_programs {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    let mut page = Page::from_request_head(request.request(), None);
    page.path = without_secret(&page.path).into_owned();
    match next.call(request).await {
        Ok(answer) if is_error(answer.status()) && !answer.response().extensions().contains::<Complete>() => {
            let (request, answer) = answer.into_parts();
            // Who reads is known by their session, unless that is what fails: then the request alone speaks for them.
            if let Ok(mut reader) = Reader::of(&request).await {
                (reader.page.path, reader.page.site) = (page.path, String::new());
                page = reader.page;
            }
            Ok(ServiceResponse::new(request, error_page(&page, answer.status(), answer.headers())?))
        }
        Ok(answer) => Ok(answer.map_into_boxed_body()),
        Err(error) => {
            let answer = error.error_response();
            let dressed = error_page(&page, answer.status(), answer.headers())?;
            Err(InternalError::from_response(error, dressed).into())
        }
    }
}

fn is_error(status: StatusCode) -> bool {
    status.is_client_error() || status.is_server_error()
}

fn error_page(page: &Page, status: StatusCode, headers: &HeaderMap) -> Result<HttpResponse, Error> {
    let t = page.t;
    let (title, text) = match status.as_u16() {
        // Somebody who may not see a page is not told that there is one.
        401 | 403 | 404 | 410 => (t.text("error-404-title"), t.text("error-404-text")),
        429 => (t.text("error-429-title"), t.text("error-429-text")),
        503 => (t.text("error-503-title"), t.text("error-503-text")),
        400..=499 => (t.text("error-400-title"), t.text("error-400-text")),
        _ => (t.text("error-500-title"), t.text("error-500-text")),
    };
    let request_id = headers.get(REQUEST_ID).and_then(|id| id.to_str().ok()).map(str::to_owned);
    let view = ErrorPage { page, status: status.as_u16(), title, text, request_id };
    let mut dressed = page.send_with(status, &view).map_err(ErrorInternalServerError)?;
    // What the edge said about the answer holds for the page too, except what describes the body.
    for (name, value) in headers.iter().filter(|(name, _)| !DESCRIBE_THE_BODY.contains(name)) {
        if !dressed.headers().contains_key(name) {
            dressed.headers_mut().insert(name.clone(), value.clone());
        }
    }
    Ok(dressed)
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
            .default_service(web::to(HttpResponse::NotFound));
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
