//! EVERY address of the service, on one screen. What is documented and what is routed come from the same list.

use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, Resource, Responder, guard};

use crate::api::endpoint::{Endpoint, get, mount};
use crate::api::openapi;
use crate::app::{App, edge, health};
use crate::layout::assets;
use crate::pages::{about, design, plain};

/// Puts everything into the web server.
pub fn configure(config: &mut ServiceConfig, app: &App) {
    config.app_data(web::PayloadConfig::new(app.settings.limits.body_mb.saturating_mul(1024 * 1024)));
    mount(config, endpoints());
    pages(config);
}

/// The pages for people.
fn pages(config: &mut ServiceConfig) {
    config
        .service(page("/about", about::about))
        .service(page("/design", design::design))
        .service(page("/robots.txt", plain::robots))
        .service(page("/favicon.ico", plain::favicon))
        .service(page("/assets/{file}", assets::serve));
}

/// One page: it can be looked at and nothing else.
fn page<F, Args>(path: &str, handler: F) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let look = guard::Any(guard::Get()).or(guard::Head());
    let refuse = || async { edge::method_not_allowed("GET, HEAD") };
    web::resource(path).route(web::route().guard(look).to(handler)).default_service(web::to(refuse))
}

/// The interface for programs: each is in `/api/openapi.json` too.
pub fn endpoints() -> Vec<Endpoint> {
    vec![
        get("/api/openapi.json", openapi::show, openapi::describe_show),
        get("/api/problems", openapi::problems, openapi::describe_problems),
        get("/api/problems/{code}", openapi::problem, openapi::describe_problem),
        get("/health/live", health::live, health::describe_live),
        get("/health/ready", health::ready, health::describe_ready),
        get("/metrics", health::prometheus, health::describe_prometheus),
    ]
}
