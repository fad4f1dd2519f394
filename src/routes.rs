//! EVERY address of the service, on one screen. What is documented and what is routed come from the same list.

use actix_web::web::{self, ServiceConfig};

use crate::api::endpoint::{Endpoint, get, mount};
use crate::api::openapi;
use crate::app::{App, health};

/// Puts everything into the web server.
pub fn configure(config: &mut ServiceConfig, app: &App) {
    config.app_data(web::PayloadConfig::new(app.settings.limits.body_mb.saturating_mul(1024 * 1024)));
    mount(config, endpoints());
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
