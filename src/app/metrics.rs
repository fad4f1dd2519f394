//! Numbers for Prometheus at `/metrics`: requests by route pattern, sizes of the index, work that waits.
//! The recorder is one per process; several services in one test process share it.

use std::sync::OnceLock;
use std::time::Duration;

use actix_web::http::{Method, StatusCode};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

const REQUESTS: &str = "siku_http_requests_total";
const DURATION: &str = "siku_http_request_duration_seconds";
const BUCKETS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

/// Installs the recorder the first time; later calls find it there.
pub fn install() -> Option<&'static PrometheusHandle> {
    HANDLE
        .get_or_init(|| {
            let builder = PrometheusBuilder::new()
                .set_buckets_for_metric(Matcher::Full(DURATION.to_owned()), &BUCKETS)
                .map_err(|error| tracing::error!("cannot set the buckets of {DURATION}: {error}"))
                .ok()?;
            let recorder = builder.build_recorder();
            let handle = recorder.handle();
            metrics::set_global_recorder(recorder)
                .map_err(|error| tracing::error!("cannot install the metrics recorder: {error}"))
                .ok()?;
            metrics::describe_counter!(REQUESTS, "Requests answered, by method, route and status");
            metrics::describe_histogram!(DURATION, metrics::Unit::Seconds, "Time to answer, by method and route");
            Some(handle)
        })
        .as_ref()
}

/// Folds what was measured since the last time into the histograms, which else grow until somebody looks.
pub fn upkeep() {
    if let Some(handle) = install() {
        handle.run_upkeep();
    }
}

/// Counts one answered request. The route is its pattern, so that ids do not become labels.
pub fn count_request(method: &Method, route: Option<&str>, status: StatusCode, elapsed: Duration) {
    let method = match method.as_str() {
        known @ ("GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS") => known.to_owned(),
        _ => "other".to_owned(),
    };
    let route = route.unwrap_or("unknown").to_owned();
    metrics::counter!(REQUESTS, "method" => method.clone(), "route" => route.clone(), "status" => status.as_str().to_owned())
        .increment(1);
    metrics::histogram!(DURATION, "method" => method, "route" => route).record(elapsed.as_secs_f64());
}
