//! The outermost layer every request passes: request id, security headers, counting, and the one place where an
//! error becomes a problem body and is logged. Knows no routes.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpResponse, web};
use futures_util::FutureExt;
use tracing_actix_web::RequestId;

use super::{App, metrics};
use crate::error::{Code, Complete, Problem};

/// Name of the header that carries the request id.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

/// Sent with every response.
const SECURITY_HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// What is kept of a request until its response is there (a clone of the request itself would forbid routing).
struct Asked {
    app: Option<web::Data<App>>,
    request_id: String,
    method: Method,
    personal: bool,
    started: Instant,
}

/// The middleware.
pub async fn edge<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    let asked = Asked {
        app: request.app_data::<web::Data<App>>().cloned(),
        request_id: request.extensions().get::<RequestId>().map(ToString::to_string).unwrap_or_default(),
        method: request.method().clone(),
        personal: request.headers().contains_key(header::AUTHORIZATION)
            || request.headers().contains_key(header::COOKIE),
        started: Instant::now(),
    };
    let outcome = AssertUnwindSafe(next.call(request)).catch_unwind().await;
    match outcome {
        Ok(Ok(response)) => Ok(asked.answer(response)),
        Ok(Err(error)) => {
            let response = asked.failure(error.error_response(), Some(&error));
            Err(InternalError::from_response(error, response).into())
        }
        Err(_) => {
            let response = asked.failure(Problem::from(Code::Internal).response(), None);
            Err(InternalError::from_response("a handler panicked", response).into())
        }
    }
}

impl Asked {
    fn answer<B: MessageBody + 'static>(&self, response: ServiceResponse<B>) -> ServiceResponse<EitherBody<B>> {
        let route = response.request().match_pattern();
        metrics::count_request(&self.method, route.as_deref(), response.status(), self.started.elapsed());
        let status = response.status();
        let complete = response.response().extensions().contains::<Complete>();
        if (status.is_client_error() || status.is_server_error()) && !complete {
            let (request, response) = response.into_parts();
            let error = response.error().map(ToString::to_string);
            let problem = self.problem_of(&response);
            log_failure(&problem, &self.request_id, error.as_deref());
            let rendered = self.render(&problem, response.headers());
            return ServiceResponse::new(request, rendered).map_into_right_body();
        }
        let mut response = response;
        self.stamp(response.headers_mut());
        response.map_into_left_body()
    }

    /// An error from a layer below that has no request any more.
    fn failure(&self, response: HttpResponse, error: Option<&actix_web::Error>) -> HttpResponse {
        metrics::count_request(&self.method, None, response.status(), self.started.elapsed());
        let problem = self.problem_of(&response);
        log_failure(&problem, &self.request_id, error.map(ToString::to_string).as_deref());
        self.render(&problem, response.headers())
    }

    /// The problem a handler sent along, or the one its bare status stands for.
    fn problem_of<B>(&self, response: &HttpResponse<B>) -> Arc<Problem> {
        let carried = response.extensions().get::<Arc<Problem>>().cloned();
        carried.unwrap_or_else(|| Arc::new(Code::of_status(response.status()).into()))
    }

    fn render(&self, problem: &Problem, original: &HeaderMap) -> HttpResponse<BoxBody> {
        let base = self.app.as_ref().map_or("", |app| &app.public_url);
        let body = problem.body(base, &self.request_id);
        let mut response =
            HttpResponse::build(problem.code.status()).content_type("application/problem+json").json(&body);
        for name in [header::ALLOW, header::WWW_AUTHENTICATE, header::RETRY_AFTER, header::ETAG, header::CONNECTION] {
            for value in original.get_all(&name) {
                response.headers_mut().append(name.clone(), value.clone());
            }
        }
        self.stamp(response.headers_mut());
        response
    }

    fn stamp(&self, headers: &mut HeaderMap) {
        for (name, value) in SECURITY_HEADERS {
            if !headers.contains_key(&name) {
                headers.insert(name, HeaderValue::from_static(value));
            }
        }
        if let Ok(id) = HeaderValue::from_str(&self.request_id) {
            headers.insert(REQUEST_ID, id);
        }
        if !headers.contains_key(header::CACHE_CONTROL) {
            let cache = if self.personal { "private, no-cache" } else { "no-cache" };
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        }
        headers.append(header::VARY, HeaderValue::from_static("authorization, cookie"));
    }
}

/// Failures of the service are logged here and nowhere else; what the caller did wrong is in the access log.
fn log_failure(problem: &Problem, request_id: &str, error: Option<&str>) {
    if problem.code.status().is_server_error() {
        let error = error.unwrap_or("no cause was given");
        tracing::error!(request_id, code = problem.code.as_str(), "request failed: {error}");
    }
}

/// What an address that nobody has answers.
pub async fn not_found() -> Result<HttpResponse, crate::error::Error> {
    Err(Code::NotFound.into())
}

/// What an address answers to a method it does not have.
pub fn method_not_allowed(allowed: &str) -> HttpResponse {
    let mut response = Problem::new(Code::MethodNotAllowed, format!("this address answers {allowed}")).response();
    if let Ok(value) = HeaderValue::from_str(allowed) {
        response.headers_mut().insert(header::ALLOW, value);
    }
    debug_assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    response
}

#[cfg(test)]
mod tests {
    use actix_web::body::to_bytes;
    use actix_web::middleware::from_fn;
    use actix_web::test::{TestRequest, init_service, try_call_service};
    use actix_web::{App, web};
    use serde_json::Value;
    use tracing_actix_web::TracingLogger;

    use super::*;
    use crate::error::Error;

    async fn failing() -> Result<HttpResponse, Error> {
        Err(anyhow::anyhow!("password=hunter2").context("cannot read the record").into())
    }

    async fn panicking() -> HttpResponse {
        panic!("token=hunter2")
    }

    async fn foreign() -> Result<HttpResponse, actix_web::Error> {
        Err(actix_web::error::ErrorServiceUnavailable("db 10.0.0.3 is down"))
    }

    async fn refusing(_: ServiceRequest, _: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
        Err(actix_web::error::ErrorTooManyRequests("slow down"))
    }

    async fn problem(path: &str) -> Value {
        let app = App::new()
            .service(web::resource("/failing").to(failing))
            .service(web::resource("/panicking").to(panicking))
            .service(web::resource("/foreign").to(foreign))
            .service(web::resource("/refused").wrap(from_fn(refusing)).to(failing))
            .default_service(web::to(not_found))
            .wrap(from_fn(edge))
            .wrap(TracingLogger::default());
        let app = init_service(app).await;
        let request = TestRequest::get().uri(path).to_request();
        let response = match try_call_service(&app, request).await {
            Ok(response) => response.map_into_boxed_body().into_parts().1,
            // What the server does with an error that reaches it.
            Err(error) => error.error_response(),
        };
        let (status, headers) = (response.status(), response.headers().clone());
        let body = to_bytes(response.into_body()).await.unwrap();
        let body: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(headers.get(header::CONTENT_TYPE).unwrap(), "application/problem+json");
        assert_eq!(headers.get(REQUEST_ID).unwrap().to_str().unwrap(), body["request_id"]);
        assert!(headers.contains_key(header::CONTENT_SECURITY_POLICY));
        assert_eq!(body["status"], status.as_u16());
        body
    }

    #[actix_web::test]
    async fn a_failure_shows_its_request_id_and_nothing_else() {
        let body = problem("/failing").await;
        assert_eq!(body["code"], "internal");
        assert!(!body.to_string().contains("hunter2") && body.get("detail").is_none(), "{body}");
    }

    #[actix_web::test]
    async fn a_panic_is_a_failure_like_others() {
        assert_eq!(problem("/panicking").await["code"], "internal");
    }

    #[actix_web::test]
    async fn errors_of_other_layers_become_problems_without_their_text() {
        let body = problem("/foreign").await;
        assert_eq!(body["code"], "unavailable");
        assert!(!body.to_string().contains("10.0.0.3"), "{body}");
        assert_eq!(problem("/refused").await["code"], "too_many_requests");
        assert_eq!(problem("/nowhere").await["code"], "not_found");
    }
}
