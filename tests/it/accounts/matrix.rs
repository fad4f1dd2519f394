//! Every address × every role: what needs rights is refused to who has none. Generated from the route table, so an
//! address that is not listed here fails the test.

use super::browser::{Browser, person};
use super::second_factor::set_up;
use crate::api::technology;
use crate::support::database::TestDb;
use crate::support::service::TestApp;
use reqwest::Method;
use siku::accounts::Role;

/// Who may ask for an address at all; on whose records is the business of the tests of each subject.
#[derive(Debug, Clone, Copy, PartialEq)]
enum For {
    Everybody,
    SignedIn,
    Roles(&'static [Role]),
}

const OPERATORS: For = For::Roles(&[Role::Steward, Role::Admin]);
const AUTHORS: For = For::Roles(&[Role::Firm, Role::Embassy, Role::Steward, Role::Admin]);
/// Those who decide on matches, and those who are a side of one.
const BROKERS: For = For::Roles(&[Role::Broker, Role::Steward, Role::Admin]);
const SCREENING: For = For::Roles(&[Role::Firm, Role::Broker, Role::Steward, Role::Admin]);
/// Those who may be a side of a match.
const SIDES: For = For::Roles(&[Role::Firm, Role::Embassy]);
const WEBHOOKS: For = For::Roles(&[Role::Firm, Role::Embassy, Role::Admin]);
const ADMIN: For = For::Roles(&[Role::Admin]);
const LIBRARIES: [&str; 4] = ["technologies", "demands", "results", "institutions"];

/// The addresses of the interface that are not those of a library.
const LISTED: &[(&str, &str, For)] = &[
    ("GET", "/api/openapi.json", For::Everybody),
    ("GET", "/api/problems", For::Everybody),
    ("GET", "/api/problems/{code}", For::Everybody),
    ("GET", "/api/v1/taxonomy", For::Everybody),
    ("GET", "/api/v1/taxonomy/{code}", For::Everybody),
    ("POST", "/api/v1/taxonomy", OPERATORS),
    ("PATCH", "/api/v1/taxonomy/{code}", OPERATORS),
    ("GET", "/api/v1/terms", BROKERS),
    ("GET", "/api/v1/terms/{id}", BROKERS),
    ("POST", "/api/v1/terms", BROKERS),
    ("PATCH", "/api/v1/terms/{id}", OPERATORS),
    ("GET", "/api/v1/countries", For::Everybody),
    ("GET", "/api/v1/regions", For::Everybody),
    ("GET", "/api/v1/organisations", OPERATORS),
    ("GET", "/api/v1/demands/{id}/matches", For::SignedIn),
    ("GET", "/api/v1/technologies/{id}/matches", For::SignedIn),
    ("GET", "/api/v1/matches", For::SignedIn),
    ("GET", "/api/v1/matches/{id}", For::SignedIn),
    ("POST", "/api/v1/match", For::SignedIn),
    ("GET", "/health/live", For::Everybody),
    ("GET", "/health/ready", For::Everybody),
    ("GET", "/metrics", For::Everybody),
    ("GET", "/api/v1/me", For::SignedIn),
    ("GET", "/api/v1/me/tokens", For::SignedIn),
    ("POST", "/api/v1/me/tokens", For::SignedIn),
    ("DELETE", "/api/v1/me/tokens/{id}", For::SignedIn),
    ("GET", "/api/v1/me/sessions", For::SignedIn),
    ("DELETE", "/api/v1/me/sessions/{id}", For::SignedIn),
    ("POST", "/api/v1/matches/{id}/decisions", BROKERS),
    ("POST", "/api/v1/matches/{id}/answers", For::SignedIn),
    ("GET", "/api/v1/matches/{id}/events", For::SignedIn),
    ("POST", "/api/v1/matches/{id}/undo", For::SignedIn),
    ("POST", "/api/v1/matches/{id}/assignment", BROKERS),
    ("POST", "/api/v1/matches/{id}/letter-of-intent", BROKERS),
    ("GET", "/api/v1/queue", BROKERS),
    ("GET", "/api/v1/export-catalogues", SCREENING),
    ("POST", "/api/v1/export-catalogues", OPERATORS),
    ("GET", "/api/v1/screenings/due", OPERATORS),
    ("GET", "/api/v1/technologies/{id}/screening", SCREENING),
    ("POST", "/api/v1/technologies/{id}/screenings", OPERATORS),
    ("GET", "/api/v1/clocks", BROKERS),
    ("GET", "/api/v1/clocks/{id}", BROKERS),
    ("PUT", "/api/v1/clocks/{id}", OPERATORS),
    ("GET", "/api/v1/working-days", For::Everybody),
    ("GET", "/api/v1/audit", ADMIN),
    ("GET", "/api/v1/notices", For::SignedIn),
    ("PUT", "/api/v1/notices/read", For::SignedIn),
    ("GET", "/api/v1/notices/settings", For::SignedIn),
    ("PUT", "/api/v1/notices/settings", For::SignedIn),
    ("PUT", "/api/v1/notices/{id}/read", For::SignedIn),
    ("POST", "/api/v1/registrations", For::Everybody),
    ("POST", "/api/v1/registrations/confirmation", For::Everybody),
    ("POST", "/api/v1/password-resets", For::Everybody),
    ("POST", "/api/v1/password-resets/confirmation", For::Everybody),
    ("POST", "/api/v1/organisations/{id}/decisions", OPERATORS),
    ("GET", "/api/v1/invitations", For::SignedIn),
    ("POST", "/api/v1/invitations", For::SignedIn),
    ("POST", "/api/v1/invitations/acceptance", For::Everybody),
    ("DELETE", "/api/v1/invitations/{id}", For::SignedIn),
    ("GET", "/api/v1/people", For::SignedIn),
    ("POST", "/api/v1/people/{id}/admission", For::SignedIn),
    ("POST", "/api/v1/people/{id}/departure", For::SignedIn),
    ("POST", "/api/v1/people/{id}/return", OPERATORS),
    ("PUT", "/api/v1/people/{id}/role", OPERATORS),
    ("GET", "/api/v1/reviews/due", OPERATORS),
    ("POST", "/api/v1/queue/dismissals", BROKERS),
    ("GET", "/api/v1/queue/views", BROKERS),
    ("POST", "/api/v1/queue/views", BROKERS),
    ("PATCH", "/api/v1/queue/views/{id}", BROKERS),
    ("DELETE", "/api/v1/queue/views/{id}", BROKERS),
    ("GET", "/api/v1/matches/{id}/case", For::SignedIn),
    ("GET", "/api/v1/matches/{id}/messages", For::SignedIn),
    ("POST", "/api/v1/matches/{id}/messages", For::SignedIn),
    ("GET", "/api/v1/matches/{id}/tasks", BROKERS),
    ("POST", "/api/v1/matches/{id}/tasks", BROKERS),
    ("PATCH", "/api/v1/matches/{id}/tasks/{task}", BROKERS),
    ("GET", "/api/v1/matches/{id}/documents", For::SignedIn),
    ("POST", "/api/v1/matches/{id}/documents", For::SignedIn),
    ("GET", "/api/v1/matches/{id}/documents/{document}", For::SignedIn),
    ("GET", "/api/v1/matches/{id}/milestones", For::SignedIn),
    ("POST", "/api/v1/matches/{id}/milestones", For::SignedIn),
    ("PATCH", "/api/v1/matches/{id}/milestones/{milestone}", For::SignedIn),
    ("GET", "/api/v1/matches/{id}/outcomes", For::SignedIn),
    ("POST", "/api/v1/matches/{id}/outcomes", For::SignedIn),
    ("POST", "/api/v1/matches/{id}/outcomes/{report}/result", BROKERS),
    ("POST", "/api/v1/technologies/{id}/interest", SIDES),
    ("POST", "/api/v1/demands/{id}/interest", SIDES),
    ("GET", "/api/v1/interests", For::SignedIn),
    ("GET", "/api/v1/weights", ADMIN),
    ("POST", "/api/v1/weights/{id}/adoption", ADMIN),
    ("GET", "/api/v1/webhooks", WEBHOOKS),
    ("POST", "/api/v1/webhooks", WEBHOOKS),
    ("DELETE", "/api/v1/webhooks/{id}", WEBHOOKS),
    ("GET", "/api/v1/webhooks/{id}/deliveries", WEBHOOKS),
    ("POST", "/api/v1/webhooks/{id}/ping", WEBHOOKS),
    ("POST", "/api/v1/webhooks/{id}/secret", WEBHOOKS),
    ("GET", "/api/v1/searches", For::SignedIn),
    ("POST", "/api/v1/searches", For::SignedIn),
    ("DELETE", "/api/v1/searches/{id}", For::SignedIn),
    ("GET", "/api/v1/jobs", OPERATORS),
    ("POST", "/api/v1/jobs/retry", OPERATORS),
    ("POST", "/api/v1/jobs/{id}/retry", OPERATORS),
];

/// The pages of one's own, and feeds, that can be looked at.
const PAGES: &[(&str, For)] = &[
    ("/my/imports", AUTHORS),
    ("/my/imports/templates/{file}", AUTHORS),
    ("/my/imports/{id}", AUTHORS),
    ("/my/imports/{id}/columns", AUTHORS),
    ("/my/imports/{id}/left-out.csv", AUTHORS),
    ("/my/searches", For::SignedIn),
    ("/my/webhooks", WEBHOOKS),
    ("/my/webhooks/{id}", WEBHOOKS),
    ("/account/tokens", For::SignedIn),
    ("/notices/settings", For::SignedIn),
    ("/learning", OPERATORS),
    ("/operations/taxonomy", OPERATORS),
    ("/operations/taxonomy/ict", OPERATORS),
    ("/terms", BROKERS),
    ("/terms/{id}", OPERATORS),
    ("/technologies.atom", For::Everybody),
    ("/demands.atom", For::Everybody),
    ("/results.atom", For::Everybody),
    ("/institutions.atom", For::Everybody),
    ("/map.svg", For::Everybody),
    ("/sitemap.xml", For::Everybody),
];

/// What each library has below its own address.
const OF_A_LIBRARY: &[(&str, &str, For)] = &[
    ("GET", "", For::Everybody),
    ("POST", "", AUTHORS),
    ("GET", "/{id}", For::Everybody),
    ("PUT", "/{id}", AUTHORS),
    ("PATCH", "/{id}", AUTHORS),
    ("DELETE", "/{id}", AUTHORS),
    ("GET", "/{id}/versions", AUTHORS),
    ("GET", "/{id}/versions/{version}", AUTHORS),
    ("GET", "/{id}/translations", For::Everybody),
    ("GET", "/{id}/translations/{lang}", For::Everybody),
    ("PUT", "/{id}/translations/{lang}", AUTHORS),
    ("DELETE", "/{id}/translations/{lang}", AUTHORS),
    ("GET", "/{id}/duplicates", AUTHORS),
    ("POST", "/check", For::SignedIn),
    ("POST", "/imports", AUTHORS),
    ("GET", "/{id}/reviews", AUTHORS),
    ("POST", "/{id}/reviews", OPERATORS),
    ("GET", "/{id}/versions/{version}/difference", AUTHORS),
    ("POST", "/{id}/renew", AUTHORS),
    ("GET", "/{id}/revision", AUTHORS),
    ("DELETE", "/{id}/revision", AUTHORS),
];

fn listed(method: &str, path: &str) -> Option<For> {
    let fixed = LISTED.iter().find(|(known, place, _)| (*known, *place) == (method, path));
    let below = LIBRARIES.iter().find_map(|library| path.strip_prefix(&format!("/api/v1/{library}")));
    let shared =
        below.and_then(|rest| OF_A_LIBRARY.iter().find(|(known, place, _)| (*known, *place) == (method, rest)));
    fixed.or(shared).map(|(_, _, whom)| *whom)
}

#[test]
fn every_address_of_the_interface_is_listed_with_who_may_ask_for_it() {
    for endpoint in siku::routes::endpoints() {
        let (method, path) = (endpoint.method.as_str(), endpoint.path.as_str());
        assert!(listed(method, path).is_some(), "{method} {path} is not listed");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_address_refuses_every_role_that_is_not_listed_for_it_and_no_other() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let mut callers = vec![(None, None)];
    for role in Role::ALL {
        let organisation = format!("Organisation of {role}");
        let token = app.token_of(&format!("the {role}"), role, Some(&organisation)).await;
        callers.push((Some(role), Some(token)));
    }
    let record = app.add("technologies", &technology("a")).await;
    for endpoint in siku::routes::endpoints() {
        let whom = listed(endpoint.method.as_str(), &endpoint.path).unwrap();
        // The record of somebody else in the place of the id; a library that does not have it answers 404.
        let path = endpoint.path.replace("{id}", record["id"].as_str().unwrap()).replace("{version}", "1");
        let path = path.replace("{lang}", "en").replace("{code}", "not_found");
        for (role, token) in &callers {
            let method = Method::from_bytes(endpoint.method.as_str().as_bytes()).unwrap();
            let writes = method != Method::GET;
            let mut ask = app.ask(method, &path).anonymous().header("if-match", "*");
            if writes {
                ask = ask.text("application/json", "{}");
            }
            if let Some(token) = token {
                ask = ask.token(token);
            }
            let status = ask.send().await.status;
            let place = format!("{} {} as {role:?}: {status}", endpoint.method, endpoint.path);
            let allowed = match (whom, role) {
                (For::Everybody, _) => true,
                (_, None) => false,
                (For::SignedIn, Some(_)) => true,
                (For::Roles(roles), Some(role)) => roles.contains(role),
            };
            assert!(status < 500 || endpoint.path == "/health/ready", "{place}");
            match (allowed, role) {
                (false, None) => assert_eq!(status, 401, "{place}"),
                (false, Some(_)) => assert_eq!(status, 403, "{place}"),
                (true, _) => assert_ne!(status, 401, "{place}"),
            }
            // A record of another's is changed by those who run the libraries alone.
            let operator = role.is_some_and(Role::is_operator);
            let stores = writes && !path.ends_with("/check");
            if stores && path.contains("/technologies/") && !operator {
                assert!((400..500).contains(&status), "{place}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_of_ones_own_refuses_every_role_that_is_not_listed_for_it_and_no_other() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    for role in Role::ALL {
        let (email, organisation) = (format!("the-{role}@example.org"), format!("Organisation of {role}"));
        person(&app, &email, role, Some(&organisation)).await;
        let mut browser = Browser::of(&app, &email).await;
        if role.is_operator() {
            set_up(&mut browser).await;
        }
        for (path, whom) in PAGES {
            let path = path.replace("{id}", "019a0000-0000-7000-8000-000000000009").replace("{file}", "demands.csv");
            let status = browser.get(&path).await.status;
            let allowed = !matches!(whom, For::Roles(roles) if !roles.contains(&role));
            let expected = if !allowed {
                403
            } else if path.contains("019a") {
                404
            } else {
                200
            };
            assert_eq!(status, expected, "{path} as {role}");
        }
    }
    for (path, whom) in PAGES {
        let status = app.get(path).anonymous().send().await.status;
        assert_eq!(status, if *whom == For::Everybody { 200 } else { 303 }, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_is_taken_from_nobody_without_its_token() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let mut forms = 0;
    for (method, path) in siku::routes::pages().listed() {
        // The end of mails: the secret in the address is the permission, and programs that read mail send no form.
        if method.as_str() != "POST" || path.starts_with("/unsubscribe/") {
            continue;
        }
        let path = path.replace("{id}", "019a0000-0000-7000-8000-000000000009");
        let path = path.replace("{task}", "019a0000-0000-7000-8000-00000000000d").replace("{number}", "T-2026-000001");
        let path = path.replace("{milestone}", "019a0000-0000-7000-8000-00000000000f");
        let path = path.replace("{report}", "019a0000-0000-7000-8000-000000000010");
        let form = app.ask(Method::POST, &path).anonymous();
        let answer = form.text("application/x-www-form-urlencoded", "account=a&password=b&code=c&present=d&new=e");
        assert_eq!(answer.send().await.status, 400, "{path}");
        forms += 1;
    }
    assert!(forms >= 6, "{forms}");
}
