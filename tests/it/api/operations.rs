//! Running the service: health, numbers, headers, stopping.

use super::technology;
use crate::support::database::TestDb;
use crate::support::service::TestApp;
use reqwest::Method;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_without_models_is_ready_and_says_what_is_missing() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    assert_eq!(app.get("/health/live").anonymous().send().await.expect(200).json()["status"], "live");
    let ready = app.get("/health/ready").anonymous().send().await.expect(200).json();
    assert_eq!(ready["status"], "degraded");
    assert_eq!(ready["database"]["status"], "ready");
    assert!(ready["models"]["detail"].as_str().unwrap().contains("words alone"), "{ready}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_are_counted_by_the_pattern_of_their_address() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    app.get("/api/v1/regions").send().await.expect(200);
    app.get("/api/v1/demands/some-id-or-other").send().await.expect(404);
    let metrics = app.get("/metrics").anonymous().send().await.expect(200).text;
    assert!(
        metrics.contains("siku_http_requests_total{method=\"GET\",route=\"/api/v1/regions\",status=\"200\"}"),
        "{metrics}"
    );
    assert!(metrics.contains("route=\"/api/v1/demands/{id}\",status=\"404\""), "{metrics}");
    assert!(metrics.contains("siku_http_request_duration_seconds_bucket{"), "{metrics}");
    assert!(!metrics.contains("some-id-or-other"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_has_a_request_id_and_the_security_headers() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    for path in ["/health/live", "/api/v1/regions", "/api/v1/nothing", "/api/openapi.json"] {
        let answer = app.get(path).anonymous().send().await;
        assert_eq!(answer.header("x-request-id").len(), 36);
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "same-origin");
        assert!(answer.header("content-security-policy").contains("default-src 'self'"));
        assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"));
    }
    let personal = app.get("/api/v1/regions").send().await;
    assert!(personal.header("cache-control").contains("private"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_are_compressed_for_those_who_ask_and_head_has_no_body() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let packed = app.get("/api/v1/countries").header("accept-encoding", "gzip").send_bytes().await;
    assert_eq!(packed.header("content-encoding"), "gzip");
    let head = app.ask(Method::HEAD, "/api/v1/countries").send().await.expect(200);
    assert_eq!(head.text, "");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stopped_service_has_finished_what_was_running() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let asks: Vec<_> = (0..4)
        .map(|number| tokio::spawn(app.post("/api/v1/technologies", &technology(&format!("t{number}"))).send()))
        .collect();
    for ask in asks {
        ask.await.unwrap().expect(201);
    }
    let address = app.server.address;
    app.server.stop().await.unwrap();
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_documentation_page_reads_the_document_and_runs_no_inline_script() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let page = app.get("/api/docs").anonymous().send().await.expect(200);
    assert!(!page.header("content-security-policy").contains("script-src"));
    assert!(page.text.contains("swagger-initializer.js") && !page.text.contains("<script>"));
    let start = app.get("/api/docs/swagger-initializer.js").anonymous().send().await.expect(200);
    assert!(start.text.contains("\"/api/openapi.json\""));
    app.get("/api/docs/nothing.js").anonymous().send().await.expect_problem(404, "not_found");
}
