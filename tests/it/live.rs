//! What is new reaches open pages: only what is for their reader, all of it after a reconnect, and for as long as the
//! session lives.

use std::collections::HashSet;
use std::time::Duration;

use chrono::Utc;
use fantoccini::Locator;
use reqwest::{Client, Response};
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::accounts::secrets::Secret;
use siku::accounts::sessions;
use siku::live::Position;
use siku::live::look::unread;
use siku::matching::types::MatchState;
use siku::notices::{Kind, mark_all_read};
use tokio::time::timeout;
use uuid::Uuid;

use crate::accounts::browser::{Browser, PASSWORD, person};
use crate::accounts::second_factor::set_up;
use crate::life::{EMBASSY, FIRM, pair, to};
use crate::notices::{notice, told};
use crate::on_both_databases;
use crate::pages::chromium::{Chromium, Looks};
use crate::support::database::TestDb;
use crate::support::service::TestApp;

/// Longer than anything that is expected takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// An event as it came.
#[derive(Debug, PartialEq)]
struct Event {
    name: String,
    id: String,
    data: Value,
}

/// An open stream.
struct Listening {
    response: Response,
    rest: String,
}

impl Listening {
    async fn to(app: &TestApp, browser: &Browser<'_>, query: &str, last: Option<&str>) -> Self {
        let mut ask = Client::builder().no_proxy().build().unwrap().get(format!("{}/live{query}", app.base));
        ask = ask.header("cookie", format!("siku_session={}", browser.cookies["siku_session"]));
        ask = ask.header("accept-encoding", "gzip");
        if let Some(last) = last {
            ask = ask.header("last-event-id", last);
        }
        let response = ask.send().await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["cache-control"], "no-store");
        Self { response, rest: String::new() }
    }

    /// The next event; `None` at the end of the stream.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some((block, rest)) = self.rest.split_once("\n\n") {
                let field = |name: &str| {
                    block
                        .lines()
                        .find_map(|line| line.strip_prefix(&format!("{name}: ")))
                        .unwrap_or_default()
                        .to_owned()
                };
                let (name, id, data) = (field("event"), field("id"), field("data"));
                self.rest = rest.to_owned();
                if !name.is_empty() {
                    return Some(Event { name, id, data: serde_json::from_str(&data).unwrap() });
                }
                continue;
            }
            let chunk = timeout(PATIENCE, self.response.chunk()).await.expect("something comes").unwrap()?;
            self.rest.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }

    async fn expect(&mut self, name: &str) -> Event {
        let event = self.next().await.expect("the stream goes on");
        assert_eq!(event.name, name, "{event:?}");
        event
    }
}

async fn tell_of(app: &TestApp, user: Uuid, key: &str) {
    told(&app.db, Utc::now(), &[notice(user, Kind::MatchDue, key)]).await;
}

on_both_databases! {
    async fn a_notice_is_counted_on_the_stream_of_its_reader_and_on_no_other(db: &TestDb) {
        let app = TestApp::on(db).await;
        let amel = person(&app, "amel@example.org", Role::Firm, Some("A firm")).await.id;
        let bo = person(&app, "bo@example.org", Role::Firm, Some("A firm")).await.id;
        tell_of(&app, amel, "before").await;
        let mut hers = Listening::to(&app, &Browser::of(&app, "amel@example.org").await, "", None).await;
        let mut his = Listening::to(&app, &Browser::of(&app, "bo@example.org").await, "", None).await;
        // First what there is, which is not new.
        assert_eq!(hers.expect("notices").await.data, json!({"unread": 1, "new": 0, "links": []}));
        assert_eq!(his.expect("notices").await.data["unread"], 0);
        tell_of(&app, amel, "after").await;
        let event = hers.expect("notices").await;
        assert_eq!(event.data, json!({"unread": 2, "new": 1, "links": ["/demands/D-2026-000001"]}));
        mark_all_read(&app.db, amel, Utc::now()).await.unwrap();
        assert_eq!(hers.expect("notices").await.data, json!({"unread": 0, "new": 0, "links": []}));
        // Of all that he was told nothing until there is something of his own.
        tell_of(&app, bo, "his").await;
        assert_eq!(his.expect("notices").await.data["unread"], 1);
    }

    async fn what_comes_while_somebody_looks_is_counted_by_the_look_that_tells_of_it(db: &TestDb) {
        let app = TestApp::on(db).await;
        let amel = person(&app, "amel@example.org", Role::Firm, None).await.id;
        tell_of(&app, amel, "seen").await;
        let seen = Position::newest(&*app.db).await.unwrap();
        tell_of(&app, amel, "meanwhile").await;
        let hers = HashSet::from([amel]);
        assert_eq!(unread(&*app.db, &hers, seen.notice).await.unwrap()[&amel], 1);
        let now = Position::newest(&*app.db).await.unwrap();
        assert_eq!(unread(&*app.db, &hers, now.notice).await.unwrap()[&amel], 2);
    }

    async fn who_reconnects_is_told_what_they_missed_and_nothing_twice(db: &TestDb) {
        let app = TestApp::on(db).await;
        let amel = person(&app, "amel@example.org", Role::Firm, None).await.id;
        let browser = Browser::of(&app, "amel@example.org").await;
        let mut stream = Listening::to(&app, &browser, "", None).await;
        stream.expect("notices").await;
        tell_of(&app, amel, "seen").await;
        let last = stream.expect("notices").await.id;
        drop(stream);
        tell_of(&app, amel, "missed").await;
        // What the browser saw last goes before what its address says.
        let first = format!("?after=0.{0}.{0}", Uuid::nil().simple());
        let mut stream = Listening::to(&app, &browser, &first, Some(&last)).await;
        let missed = stream.expect("notices").await;
        assert_eq!((&missed.data["unread"], &missed.data["new"]), (&json!(2), &json!(1)));
        drop(stream);
        let mut stream = Listening::to(&app, &browser, "", Some(&missed.id)).await;
        assert_eq!(stream.expect("notices").await.data, json!({"unread": 2, "new": 0, "links": []}));
        drop(stream);
        let mut stream = Listening::to(&app, &browser, &first, None).await;
        assert_eq!(stream.expect("notices").await.data["new"], 2);
    }

    async fn a_broker_is_told_that_queue_and_case_changed_but_not_of_their_own_steps(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        to(db, &pair.broker, pair.id, MatchState::Proposed).await.unwrap();
        let herself = person(&app, "broker@example.org", Role::Broker, Some("Brokers")).await.id;
        let firm = person(&app, "firm@example.org", Role::Firm, Some(FIRM)).await;
        // A broker of the firm's works on no case of its.
        person(&app, "partial@example.org", Role::Broker, Some(FIRM)).await;
        let mut broker = Browser::of(&app, "broker@example.org").await;
        let case = format!("/matches/{}", pair.id);
        let query = format!("?case={}", pair.id);
        let mut stream = Listening::to(&app, &broker, &query, None).await;
        stream.expect("notices").await;
        let partial = Browser::of(&app, "partial@example.org").await;
        let mut partial = Listening::to(&app, &partial, &query, None).await;
        partial.expect("notices").await;
        let firms = Browser::of(&app, "firm@example.org").await;
        let mut firms = Listening::to(&app, &firms, &query, None).await;
        firms.expect("notices").await;

        let write = [("side", "demand"), ("text", "How much water?")];
        broker.submit(&case, &format!("{case}/messages"), &write).await.expect(303);
        // Of a look that told of it the case would come between the two.
        for key in ["one", "another"] {
            tell_of(&app, herself, key).await;
            stream.expect("notices").await;
        }
        let said = json!({"text": "It needs little."});
        let place = format!("/api/v1{case}/messages");
        app.post(&place, &said).token(firm.token.reveal()).send().await.expect(201);
        // The firm's message is news, and a notice too.
        let mut names = Vec::new();
        while !names.contains(&"case".to_owned()) || !names.contains(&"notices".to_owned()) {
            let event = stream.next().await.unwrap();
            if event.name == "case" {
                assert_eq!(event.data, json!({"id": pair.id}));
            }
            names.push(event.name);
        }
        let accepted = json!({"answer": "accepted"});
        let place = format!("/api/v1{case}/answers");
        app.post(&place, &accepted).token(firm.token.reveal()).header("if-match", "*").send().await.expect(200);
        while stream.next().await.unwrap().name != "queue" {}
        // Neither who is partial nor the side itself is told of the case, only of what is theirs.
        let mut seen = partial.expect("queue").await;
        assert_eq!(seen.data, json!({}));
        tell_of(&app, firm.id, "theirs").await;
        seen = firms.expect("notices").await;
        assert!(seen.id.starts_with("0."), "{seen:?}");
    }

    async fn a_stream_ends_with_the_session_and_with_the_account(db: &TestDb) {
        let app = TestApp::on(db).await;
        let amel = person(&app, "amel@example.org", Role::Firm, Some("A firm")).await.id;
        let (here, elsewhere) = (Browser::of(&app, "amel@example.org").await, Browser::of(&app, "amel@example.org").await);
        let mut stays = Listening::to(&app, &here, "", None).await;
        let mut ends = Listening::to(&app, &elsewhere, "", None).await;
        stays.expect("notices").await;
        ends.expect("notices").await;
        let secret = Secret::parse(&elsewhere.cookies["siku_session"]).unwrap();
        let closed = sessions::find(&app.db, &secret, Utc::now()).await.unwrap().unwrap();
        let close = async |transaction: &sea_orm::DatabaseTransaction| {
            sessions::close(transaction, amel, closed.id, Utc::now()).await
        };
        assert!(app.db.write(close).await.unwrap());
        assert_eq!(ends.next().await, None);
        tell_of(&app, amel, "still").await;
        assert_eq!(stays.expect("notices").await.data["unread"], 1);
        let disable = sea_orm::sea_query::Query::update().table("users").value("disabled_at", Utc::now()).take();
        sea_orm::ConnectionTrait::execute(&*app.db, &disable).await.unwrap();
        assert_eq!(stays.next().await, None);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_that_stops_ends_its_streams_instead_of_waiting_for_them() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    person(&app, "amel@example.org", Role::Firm, None).await;
    let mut stream = Listening::to(&app, &Browser::of(&app, "amel@example.org").await, "", None).await;
    stream.expect("notices").await;
    let TestApp { server, .. } = app;
    let stopping = tokio::spawn(server.stop());
    assert_eq!(stream.next().await, None);
    drop(stream);
    // Well within the time that running requests are given.
    timeout(Duration::from_secs(10), stopping).await.expect("it stops").unwrap().unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn streams_are_for_everybody_who_is_signed_in_and_for_nobody_else() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let streams = siku::routes::pages().streams();
    assert_eq!(streams, ["/live"]);
    for path in &streams {
        assert_eq!(app.get(path).anonymous().send_bytes().await.status, 401);
        for role in Role::ALL {
            let email = format!("the-{role}@example.org");
            person(&app, &email, role, Some(&format!("Organisation of {role}"))).await;
            let mut browser = Browser::of(&app, &email).await;
            if role.is_operator() {
                let cookie = format!("siku_session={}", browser.cookies["siku_session"]);
                // The second factor is missing.
                assert_eq!(app.get(path).anonymous().header("cookie", &cookie).send_bytes().await.status, 401);
                set_up(&mut browser).await;
            }
            Listening::to(&app, &browser, "", None).await.expect("notices").await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_opens_too_many_streams_loses_the_oldest() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let amel = person(&app, "amel@example.org", Role::Firm, None).await.id;
    let browser = Browser::of(&app, "amel@example.org").await;
    let mut streams = Vec::new();
    for _ in 0..33 {
        let mut stream = Listening::to(&app, &browser, "", None).await;
        stream.expect("notices").await;
        streams.push(stream);
    }
    assert_eq!(streams[0].next().await, None);
    tell_of(&app, amel, "new").await;
    for stream in &mut streams[1..] {
        assert_eq!(stream.expect("notices").await.data["unread"], 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_of_the_other_side_shows_a_bar_on_the_open_page_and_moves_nothing() {
    let Some(browser) = Chromium::start(Looks::default()).await else { return };
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let pair = pair(&db).await;
    to(&db, &pair.broker, pair.id, MatchState::Proposed).await.unwrap();
    person(&app, "firm@example.org", Role::Firm, Some(FIRM)).await;
    person(&app, "embassy@example.org", Role::Embassy, Some(EMBASSY)).await;
    let broker = person(&app, "broker@example.org", Role::Broker, Some("Brokers")).await;
    browser.open(&format!("{}/sign-in", app.base)).await;
    for (name, value) in [("account", "firm@example.org"), ("password", PASSWORD)] {
        browser.client.find(Locator::Id(name)).await.unwrap().send_keys(value).await.unwrap();
    }
    browser.click("main form button").await;
    browser.wait_for("dl.rows").await;
    let place = format!("/matches/{}", pair.id);
    browser.open(&format!("{}{place}", app.base)).await;
    let before = browser.value("[document.documentElement.scrollHeight, window.opened = 1]").await;
    assert_eq!(browser.value("document.querySelector('.live-news').childElementCount").await, 0);
    let said = json!({"side": "technology", "text": "How hot is it there?"});
    let sent = app.post(&format!("/api/v1{place}/messages"), &said).token(broker.token.reveal()).send().await;
    sent.expect(201);
    let link = browser.wait_for(".live-news a").await;
    assert_eq!(link, "show");
    // The same page as before, where it was.
    assert_eq!(browser.value("[document.documentElement.scrollHeight, window.opened]").await, before);
    assert!(browser.value("document.querySelector('.person .count').textContent").await.as_str().is_some());
    browser.click(".live-news a").await;
    assert!(browser.wait_for(".message-text").await.contains("How hot is it there?"));
    browser.close().await;
}
