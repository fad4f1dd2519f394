//! One line per request: method, route, status, milliseconds, request id. Never the query or the body, which may
//! hold search texts and secrets, nor the secret of a link in a mail.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::{Error, HttpMessage};
use tracing::{Span, field};
use tracing_actix_web::{RequestId, RootSpanBuilder};

use crate::layout::url::without_secret;

/// The span every event of a request is in; events of the database or the index carry the request id by it.
pub struct AccessLog;

impl RootSpanBuilder for AccessLog {
    fn on_request_start(request: &ServiceRequest) -> Span {
        let request_id = request.extensions().get::<RequestId>().map(ToString::to_string).unwrap_or_default();
        request.extensions_mut().insert(Started(std::time::Instant::now()));
        tracing::info_span!(
            "request",
            method = %request.method(),
            path = %without_secret(request.path()),
            request_id,
            route = field::Empty,
            status = field::Empty,
        )
    }

    fn on_request_end<B: MessageBody>(span: Span, outcome: &Result<ServiceResponse<B>, Error>) {
        let (status, milliseconds) = match outcome {
            Ok(response) => {
                span.record("route", response.request().match_pattern().unwrap_or_default());
                let started = response.request().extensions().get::<Started>().map(|started| started.0);
                (response.status(), started.map(|started| started.elapsed().as_secs_f64() * 1000.0))
            }
            Err(error) => (error.as_response_error().status_code(), None),
        };
        span.record("status", status.as_u16());
        let milliseconds = milliseconds.map(|value| (value * 10.0).round() / 10.0);
        tracing::info!(parent: &span, milliseconds, "answered");
    }
}

#[derive(Clone, Copy)]
struct Started(std::time::Instant);

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::{Arc, Mutex};

    use actix_web::test::{TestRequest, call_service, init_service};
    use actix_web::{App, HttpResponse, web};
    use tracing_actix_web::TracingLogger;

    use super::*;

    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[actix_web::test]
    async fn the_secret_of_a_link_is_not_logged_whatever_is_answered() {
        let written = Written::default();
        let writer = written.clone();
        let log = tracing_subscriber::fmt().with_writer(move || writer.clone()).with_ansi(false).finish();
        let _logging = tracing::subscriber::set_default(log);
        let app = App::new()
            .service(web::resource("/invitations/{token}").to(|| async { HttpResponse::NotFound().finish() }))
            .wrap(TracingLogger::<AccessLog>::new());
        let app = init_service(app).await;
        for path in ["/invitations/c2VjcmV0", "/password/c2VjcmV0", "/registrations/c2VjcmV0?lang=zh", "/about"] {
            call_service(&app, TestRequest::get().uri(path).to_request()).await;
        }
        let lines = String::from_utf8(written.0.lock().unwrap().clone()).unwrap();
        assert!(
            lines.contains("/invitations/…") && lines.contains("/password/…") && lines.contains("/about"),
            "{lines}"
        );
        assert!(!lines.contains("c2VjcmV0"), "{lines}");
    }
}
