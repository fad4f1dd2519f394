//! Open sessions: what the cookie is like, how long it lives, closing one and all.

use super::browser::{Browser, PASSWORD, form_token, person};
use crate::on_both_databases;
use crate::support::service::TestApp;
use chrono::{TimeDelta, Utc};
use siku::accounts::Role;
use siku::accounts::secrets::Secret;
use siku::accounts::sessions::find;

on_both_databases! {
    async fn a_session_ends_when_it_is_left_alone_or_grows_old(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "amel@example.org", Role::Firm, None).await;
        let browser = Browser::of(&app, "amel@example.org").await;
        let secret = Secret::parse(&browser.cookies["siku_session"]).unwrap();
        let now = Utc::now();
        // Each look keeps it from being left alone; nothing keeps it from growing old.
        for days in [6, 12, 18, 24, 29] {
            assert!(find(&app.db, &secret, now + TimeDelta::days(days)).await.unwrap().is_some(), "{days}");
        }
        assert!(find(&app.db, &secret, now + TimeDelta::days(31)).await.unwrap().is_none());
        let other = Browser::of(&app, "amel@example.org").await;
        let other = Secret::parse(&other.cookies["siku_session"]).unwrap();
        assert!(find(&app.db, &other, now + TimeDelta::days(8)).await.unwrap().is_none());
    }

    async fn a_changed_password_closes_the_other_sessions_and_opens_with_the_new_one(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "amel@example.org", Role::Firm, None).await;
        let mut here = Browser::of(&app, "amel@example.org").await;
        let mut elsewhere = Browser::of(&app, "amel@example.org").await;
        let change = |present, new| [("present", present), ("new", new)];
        let fresh = "seven lemons under ice";
        here.submit("/account", "/account/password", &change("wrong one", fresh)).await.expect(422);
        here.submit("/account", "/account/password", &change(PASSWORD, "password1234")).await.expect(422);
        here.submit("/account", "/account/password", &change(PASSWORD, fresh)).await.expect(303);
        here.get("/account").await.expect(200);
        elsewhere.get("/account").await.expect(303);
        Browser::new(&app).sign_in("amel@example.org", PASSWORD).await.expect(422);
        Browser::new(&app).sign_in("amel@example.org", fresh).await.expect(303);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites_and_is_stored_nowhere() {
    let db = crate::support::database::TestDb::sqlite().await;
    let app = TestApp::with(&db, |settings| settings.server.public_url = "https://siku.example".to_owned()).await;
    person(&app, "amel@example.org", Role::Firm, None).await;
    let mut browser = Browser::new(&app);
    let answer = browser.sign_in("amel@example.org", PASSWORD).await.expect(303);
    let cookie = answer.header("set-cookie").to_owned();
    assert!(cookie.starts_with("siku_session="), "{cookie}");
    for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let secret = Secret::parse(&browser.cookies["siku_session"]).unwrap();
    assert!(find(&app.db, &secret, Utc::now()).await.unwrap().is_some());
    let mut guessed = Browser::new(&app);
    guessed.cookies.insert("siku_session".to_owned(), secret.hash());
    guessed.get("/account").await.expect(303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_closes_a_session_of_their_own_and_nobody_elses() {
    let db = crate::support::database::TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    person(&app, "amel@example.org", Role::Firm, None).await;
    person(&app, "bao@example.org", Role::Firm, None).await;
    let mut amel = Browser::of(&app, "amel@example.org").await;
    let mut other = Browser::of(&app, "bao@example.org").await;
    let page = amel.get("/account").await.expect(200).text;
    let id = page.split("/account/sessions/").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let close = format!("/account/sessions/{id}/close");
    other.submit("/account", &close, &[]).await.expect(303);
    amel.get("/account").await.expect(200);
    amel.submit("/account", &close, &[]).await.expect(303);
    amel.get("/account").await.expect(303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_by_cookie_needs_the_form_token_of_the_session() {
    let db = crate::support::database::TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    person(&app, "amel@example.org", Role::Firm, None).await;
    let mut browser = Browser::of(&app, "amel@example.org").await;
    let token = form_token(&browser.get("/account").await.expect(200).text);
    let body = crate::api::demand("Irrigation");
    let bare = browser.send(app.post("/api/v1/match", &body)).await;
    bare.expect_problem(403, "forbidden");
    let carried = app.post("/api/v1/match", &body).header("x-csrf-token", &token);
    assert_ne!(browser.send(carried).await.status, 403);
}
