//! The way in: the right password, the wrong one, and how often one may try.

use super::browser::{Browser, PASSWORD, form_token, person};
use crate::on_both_databases;
use crate::support::service::TestApp;
use chrono::{DateTime, TimeDelta, Utc};
use siku::accounts::Role;
use siku::accounts::secrets::Secret;
use siku::accounts::sign_in::{Attempt, Place, SignInError, sign_in};
use siku::accounts::users::{self, AccountError, Entry, NewUser};

const WRONG: &str = "not the password at all";

on_both_databases! {
    async fn who_signs_in_is_named_on_every_page_until_they_sign_out(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "amel@example.org", Role::Firm, Some("Beijing Drip")).await;
        let mut browser = Browser::new(&app);
        let refused = browser.get("/account").await.expect(303);
        assert_eq!(refused.header("location"), "/sign-in?next=%2Faccount");
        let mut browser = Browser::of(&app, " Amel@Example.org ").await;
        assert!(browser.get("/account").await.expect(200).text.contains("amel@example.org"));
        assert!(browser.get("/about").await.expect(200).text.contains("<summary><bdi>amel</bdi></summary>"));
        browser.submit("/account", "/sign-out", &[]).await.expect(303);
        assert!(!browser.cookies.contains_key("siku_session"));
        assert!(!browser.get("/").await.expect(200).text.contains("amel"));
    }

    async fn a_wrong_password_and_an_unknown_account_get_the_same_answer(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "amel@example.org", Role::Firm, None).await;
        app.token_of("machine-7", Role::Firm, None).await;
        let mut answers = Vec::new();
        for account in ["amel@example.org", "nobody@example.org", "machine-7", "machine-8"] {
            let mut browser = Browser::new(&app);
            let answer = browser.sign_in(account, WRONG).await.expect(422);
            let text = answer.text.replace(account, "X");
            answers.push(text.replace(&form_token(&answer.text), "TOKEN"));
            assert!(!browser.cookies.contains_key("siku_session"));
        }
        assert!(answers[0].contains("The account or the password is wrong."), "{}", answers[0]);
        assert!(answers.iter().all(|answer| *answer == answers[0]));
    }

    async fn failing_on_somebodys_behalf_locks_only_the_one_who_fails_out(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "amel@example.org", Role::Firm, None).await;
        let now = "2026-11-25T08:00:00Z".parse::<DateTime<Utc>>().unwrap();
        let [own, other, third] = [(); 3].map(|()| Secret::generate().unwrap());
        let attempt = |password: &'static str, network: &'static str, device| {
            let from = Place { network, device, user_agent: None };
            Attempt { account: "amel@example.org", password, from }
        };
        // She has signed in before, from the very network of the one who tries to lock her out.
        sign_in(&app.db, attempt(PASSWORD, "203.0.113.0/24", &own), now).await.unwrap();
        for _ in 0..5 {
            let failed = sign_in(&app.db, attempt(WRONG, "203.0.113.0/24", &other), now).await;
            assert!(matches!(failed, Err(SignInError::Refused)), "{failed:?}");
        }
        let waiting = sign_in(&app.db, attempt(PASSWORD, "203.0.113.0/24", &other), now).await;
        assert!(matches!(&waiting, Err(SignInError::Wait(time)) if *time == TimeDelta::seconds(30)), "{waiting:?}");
        sign_in(&app.db, attempt(PASSWORD, "203.0.113.0/24", &own), now).await.unwrap();
        sign_in(&app.db, attempt(PASSWORD, "198.51.100.0/24", &third), now).await.unwrap();
        // After the wait one more attempt is free, and the next wait is twice as long.
        let later = now + TimeDelta::seconds(31);
        let failed = sign_in(&app.db, attempt(WRONG, "203.0.113.0/24", &other), later).await;
        assert!(matches!(failed, Err(SignInError::Refused)), "{failed:?}");
        let waiting = sign_in(&app.db, attempt(WRONG, "203.0.113.0/24", &other), later).await;
        assert!(matches!(&waiting, Err(SignInError::Wait(time)) if *time == TimeDelta::seconds(60)), "{waiting:?}");
        let next_day = later + TimeDelta::hours(25);
        sign_in(&app.db, attempt(PASSWORD, "203.0.113.0/24", &other), next_day).await.unwrap();
    }

    async fn many_attempts_at_once_do_not_slip_through(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "amel@example.org", Role::Firm, None).await;
        let device = Secret::generate().unwrap();
        let (now, from) = (Utc::now(), Place { network: "203.0.113.0/24", device: &device, user_agent: None });
        let attempts = (0..12).map(|_| {
            sign_in(&app.db, Attempt { account: "amel@example.org", password: WRONG, from }, now)
        });
        let outcomes = futures_util::future::join_all(attempts).await;
        let compared = outcomes.iter().filter(|outcome| matches!(outcome, Err(SignInError::Refused))).count();
        assert_eq!(compared, 5, "{outcomes:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_too_many_attempts_the_page_says_how_long_to_wait() {
    let db = crate::support::database::TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let mut browser = Browser::new(&app);
    for _ in 0..5 {
        browser.sign_in("amel@example.org", WRONG).await.expect(422);
    }
    let answer = browser.sign_in("amel@example.org", WRONG).await.expect(429);
    let seconds: u64 = answer.header("retry-after").parse().unwrap();
    assert!((1..=30).contains(&seconds), "{seconds}");
    assert!(answer.text.contains("Too many attempts"), "{}", answer.text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_was_not_given_out_to_this_browser_is_refused() {
    let db = crate::support::database::TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    person(&app, "amel@example.org", Role::Firm, None).await;
    let mut stranger = Browser::new(&app);
    let strange = form_token(&stranger.get("/sign-in").await.expect(200).text);
    let fields = [("account", "amel@example.org"), ("password", PASSWORD)];
    let mut browser = Browser::new(&app);
    browser.post("/sign-in", &fields).await.expect(400);
    browser.get("/sign-in").await.expect(200);
    let mut forged = vec![("form_token", strange.as_str())];
    forged.extend_from_slice(&fields);
    browser.post("/sign-in", &forged).await.expect(400);
    let mut browser = Browser::of(&app, "amel@example.org").await;
    browser.post("/sign-out", &[("form_token", &strange)]).await.expect(400);
    browser.get("/account").await.expect(200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_account_is_made_only_with_a_strong_password_and_an_address_of_its_own() {
    let db = crate::support::database::TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    person(&app, "amel@example.org", Role::Firm, None).await;
    let make = async |name, email, password| {
        let new = NewUser { name, role: Role::Firm, organisation: None };
        users::create_with(&app.db, &new, Entry { email, password }).await
    };
    let weak = make("a", None, Some("password1234")).await;
    assert!(matches!(weak, Err(AccountError::Weak(_))), "{weak:?}");
    let taken = make("b", Some("AMEL@example.org"), None).await;
    assert!(matches!(taken, Err(AccountError::EmailTaken(_))), "{taken:?}");
    let shadow = make("amel@example.org", None, None).await;
    assert!(matches!(shadow, Err(AccountError::NameLikeEmail)), "{shadow:?}");
}
