//! Signing in with a provider of OpenID Connect: who is let in, and everybody who is not.

use super::browser::{Browser, PASSWORD, person};
use super::letters::Letters;
use super::provider::{CLIENT, Provider, SECRET};
use super::second_factor::{code, set_up};
use crate::on_both_databases;
use crate::support::database::TestDb;
use crate::support::service::{Answer, TestApp};
use serde_json::{Value, json};
use siku::accounts::Role;

async fn service(db: &TestDb, provider: &Provider, second_factor: &[&str]) -> TestApp {
    let second_factor = second_factor.iter().map(|one| (*one).to_owned()).collect();
    TestApp::with(db, |settings| {
        settings.oidc.issuer = provider.url.clone();
        settings.oidc.client_id = CLIENT.to_owned();
        settings.oidc.client_secret = SECRET.into();
        settings.oidc.name = "Ministry ID".to_owned();
        settings.oidc.second_factor = second_factor;
    })
    .await
}

/// Where the browser is sent to, from the button.
async fn sent(browser: &mut Browser<'_>, next: &str) -> String {
    browser.get("/sign-in").await.expect(200);
    let entered = browser.get(&format!("/sign-in/oidc?next={next}")).await.expect(303);
    entered.header("location").to_owned()
}

/// Back from the provider.
async fn back(browser: &mut Browser<'_>, code: &str, state: &str) -> Answer {
    browser.get(&format!("/sign-in/oidc/back?code={code}&state={state}")).await
}

/// Signs in there and comes back.
async fn sign_in(browser: &mut Browser<'_>, provider: &Provider, subject: &str, claims: Value) -> Answer {
    let sent = sent(browser, "").await;
    let (code, state) = provider.sign_in(&sent, subject, |all| {
        for (name, value) in claims.as_object().unwrap() {
            all[name] = value.clone();
        }
    });
    back(browser, &code, &state).await
}

/// Links the account that is signed in with its password.
async fn link(browser: &mut Browser<'_>, provider: &Provider, subject: &str) -> Answer {
    let page = browser.submit("/account", "/account/identity", &[("password", PASSWORD)]).await.expect(200).text;
    let sent = page.split("href=\"").find(|part| part.starts_with(&provider.url)).unwrap().split('"').next().unwrap();
    let sent = sent.replace("&#38;", "&").replace("&amp;", "&");
    let (code, state) = provider.sign_in(&sent, subject, |_| {});
    back(browser, &code, &state).await
}

async fn is_in(browser: &mut Browser<'_>) -> bool {
    browser.get("/account").await.status == 200
}

on_both_databases! {
    async fn who_has_linked_their_account_signs_in_and_is_told_of_the_link(db: &TestDb) {
        let provider = Provider::start().await;
        let app = service(db, &provider, &[]).await;
        let letters = Letters::of(&app);
        person(&app, "fang@example.org", Role::Firm, Some("Beijing Drip")).await;
        let mut browser = Browser::of(&app, "fang@example.org").await;
        let wrong = browser.submit("/account", "/account/identity", &[("password", "wrong wrong wrong")]).await;
        wrong.expect(422);
        assert_eq!(link(&mut browser, &provider, "f1").await.expect(303).header("location"), "/account?done=linked");
        assert!(letters.only("fang@example.org").await.text.contains("Your account was linked"));

        let mut elsewhere = Browser::new(&app);
        assert!(elsewhere.get("/sign-in").await.expect(200).text.contains("Sign in with Ministry ID"));
        let sent = sent(&mut elsewhere, "%2Fdemands%3Fq%3Da").await;
        let (code, state) = provider.sign_in(&sent, "f1", |_| {});
        assert!(!is_in(&mut elsewhere).await);
        let done = back(&mut elsewhere, &code, &state).await.expect(303);
        assert_eq!(done.header("location"), "/demands?q=a");
        assert!(elsewhere.get("/account").await.expect(200).text.contains("fang@example.org"));

        elsewhere.submit("/account", "/account/identity/remove", &[]).await.expect(303);
        assert_eq!(letters.to("fang@example.org").await.len(), 2);
        let again = sign_in(&mut Browser::new(&app), &provider, "f1", json!({})).await.expect(403);
        assert!(again.text.contains("No account here is linked"), "{}", again.text);
        let audit = app.get("/api/v1/audit?action=identity_linked").send().await.expect(200).json();
        assert_eq!(audit["records"].as_array().unwrap().len(), 1);
    }

    async fn no_answer_is_believed_that_is_not_the_providers_to_this_very_sign_in(db: &TestDb) {
        let provider = Provider::start().await;
        let app = service(db, &provider, &[]).await;
        person(&app, "chief@example.org", Role::Firm, Some("Beijing Drip")).await;
        link(&mut Browser::of(&app, "chief@example.org").await, &provider, "c1").await.expect(303);
        let now = chrono::Utc::now().timestamp();
        let refused = [
            ("wrong nonce", json!({"nonce": "n"}), 502),
            ("expired", json!({"exp": now - 120}), 502),
            ("for somebody else", json!({"aud": "other"}), 502),
            ("of another issuer", json!({"iss": "https://evil.example"}), 502),
            ("unsigned", json!({"header": {"alg": "none"}}), 502),
            ("signed by a key that nobody knows", json!({"header": {"alg": "RS256", "kid": "9"}}), 502),
            // The address of the mail is the account's, and says nothing.
            ("of a person who is not linked", json!({"sub": "c2"}), 403),
        ];
        for (what, claims, status) in refused {
            let mut browser = Browser::new(&app);
            let answer = sign_in(&mut browser, &provider, "c1", claims).await;
            assert_eq!(answer.status, status, "{what}: {}", answer.text);
            assert!(!is_in(&mut browser).await, "{what}");
        }
        sign_in(&mut Browser::new(&app), &provider, "c1", json!({})).await.expect(303);
    }

    async fn what_one_browser_began_no_other_ends_and_nobody_ends_twice(db: &TestDb) {
        let provider = Provider::start().await;
        let app = service(db, &provider, &[]).await;
        person(&app, "chief@example.org", Role::Firm, Some("Beijing Drip")).await;
        link(&mut Browser::of(&app, "chief@example.org").await, &provider, "c1").await.expect(303);
        let (mut mine, mut theirs) = (Browser::new(&app), Browser::new(&app));
        let begun = sent(&mut mine, "").await;
        let (code, state) = provider.sign_in(&begun, "c1", |_| {});
        theirs.get("/sign-in").await.expect(200);
        let stolen = back(&mut theirs, &code, &state).await.expect(400);
        assert!(!stolen.text.contains(&state) && !stolen.text.contains(&code), "{}", stolen.text);
        // It is over for the first browser too; a state of its own does not help an old code.
        back(&mut mine, &code, &state).await.expect(400);
        for wrong in ["", "abc", siku::accounts::secrets::Secret::generate().unwrap().reveal()] {
            back(&mut mine, &code, wrong).await.expect(400);
        }
        let begun = sent(&mut mine, "").await;
        let (code, state) = provider.sign_in(&begun, "c1", |_| {});
        back(&mut mine, &code, &state).await.expect(303);
        let mut again = Browser::new(&app);
        let begun = sent(&mut again, "").await;
        let (_, state) = provider.sign_in(&begun, "c1", |_| {});
        let replayed = back(&mut again, &code, &state).await.expect(403);
        assert!(replayed.text.contains("You were not signed in there."), "{}", replayed.text);
        let begun = sent(&mut again, "").await;
        let (code, state) = provider.sign_in(&begun, "c1", |_| {});
        let evil = format!("/sign-in/oidc/back?code={code}&state={state}&iss=https%3A%2F%2Fevil.example");
        again.get(&evil).await.expect(502);
        let begun = sent(&mut again, "").await;
        let (_, state) = provider.sign_in(&begun, "c1", |_| {});
        again.get(&format!("/sign-in/oidc/back?error=access_denied&state={state}")).await.expect(403);
        assert!(!is_in(&mut again).await);
    }

    async fn nobody_is_sent_to_another_site_and_who_has_left_is_not_let_in(db: &TestDb) {
        let provider = Provider::start().await;
        let app = service(db, &provider, &[]).await;
        let chief = person(&app, "chief@example.org", Role::Firm, Some("Beijing Drip")).await;
        link(&mut Browser::of(&app, "chief@example.org").await, &provider, "c1").await.expect(303);
        for next in ["https:%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example"] {
            let mut browser = Browser::new(&app);
            let begun = sent(&mut browser, next).await;
            let (code, state) = provider.sign_in(&begun, "c1", |_| {});
            assert_eq!(back(&mut browser, &code, &state).await.expect(303).header("location"), "/account", "{next}");
        }
        let mut bare = Browser::new(&app);
        assert_eq!(bare.get("/sign-in/oidc").await.expect(303).header("location"), "/sign-in");
        app.post(&format!("/api/v1/people/{}/departure", chief.id), &json!({})).send().await.expect(200);
        sign_in(&mut Browser::new(&app), &provider, "c1", json!({})).await.expect(403);
    }

    async fn a_person_there_is_one_account_here_and_only_who_began_the_link_ends_it(db: &TestDb) {
        let provider = Provider::start().await;
        let app = service(db, &provider, &[]).await;
        person(&app, "fang@example.org", Role::Firm, Some("Beijing Drip")).await;
        person(&app, "amel@example.org", Role::Firm, Some("Tunis Water")).await;
        let mut fang = Browser::of(&app, "fang@example.org").await;
        link(&mut fang, &provider, "f1").await.expect(303);
        let mut amel = Browser::of(&app, "amel@example.org").await;
        let taken = link(&mut amel, &provider, "f1").await.expect(409);
        assert!(taken.text.contains("linked to another account"), "{}", taken.text);
        // A link that was begun and signed out of.
        let page = amel.submit("/account", "/account/identity", &[("password", PASSWORD)]).await.expect(200).text;
        let sent = page.split("href=\"").find(|part| part.starts_with(&provider.url)).unwrap();
        let sent = sent.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        let (code, state) = provider.sign_in(&sent, "a1", |_| {});
        amel.cookies.remove("siku_session");
        back(&mut amel, &code, &state).await.expect(400);
        sign_in(&mut Browser::new(&app), &provider, "a1", json!({})).await.expect(403);
        sign_in(&mut Browser::new(&app), &provider, "f1", json!({})).await.expect(303);
    }
}

/// Goes to the provider from the link of an invitation.
async fn accepting(browser: &mut Browser<'_>, provider: &Provider, invitation: &str, name: &str) -> String {
    let page = format!("/invitations/{invitation}");
    let shown = browser.submit(&page, &format!("{page}/oidc"), &[("name", name)]).await.expect(200).text;
    assert!(!shown.contains(invitation), "{shown}");
    let sent = shown.split("href=\"").find(|part| part.starts_with(&provider.url)).unwrap().split('"').next().unwrap();
    sent.replace("&#38;", "&").replace("&amp;", "&")
}

async fn invited(app: &TestApp, letters: &Letters<'_>, email: &str, role: &str) -> String {
    let wanted = json!({"email": email, "role": role, "organisation": {"name": "Ambassade", "kind": "embassy"}});
    app.post("/api/v1/invitations", &wanted).send().await.expect(201);
    letters.only(email).await.token("invitations")
}

on_both_databases! {
    async fn who_is_invited_signs_in_with_the_provider_instead_of_choosing_a_password(db: &TestDb) {
        let provider = Provider::start().await;
        let app = service(db, &provider, &[]).await;
        let letters = Letters::of(&app);
        let token = invited(&app, &letters, "amel@embassy.example", "embassy").await;
        let mut browser = Browser::new(&app);
        let page = browser.get(&format!("/invitations/{token}")).await.expect(200).text;
        assert!(page.contains("Sign in with Ministry ID") && page.contains("/oidc\" formnovalidate"), "{page}");
        let place = format!("/invitations/{token}");
        let unnamed = browser.submit(&place, &format!("{place}/oidc"), &[("name", " ")]).await.expect(422).text;
        assert!(unnamed.contains("A name has 1 to 200 characters"), "{unnamed}");

        let begun = accepting(&mut browser, &provider, &token, "Amel Ben Salah").await;
        let (code, state) = provider.sign_in(&begun, "a1", |_| {});
        // Another browser does not end it, and it is over then.
        let mut thief = Browser::new(&app);
        thief.get("/sign-in").await.expect(200);
        back(&mut thief, &code, &state).await.expect(400);
        back(&mut browser, &code, &state).await.expect(400);
        let begun = accepting(&mut browser, &provider, &token, "Amel Ben Salah").await;
        let (code, state) = provider.sign_in(&begun, "a1", |_| {});
        assert_eq!(back(&mut browser, &code, &state).await.expect(303).header("location"), "/account");
        let account = browser.get("/account").await.expect(200).text;
        assert!(account.contains("amel@embassy.example") && account.contains("Amel Ben Salah"), "{account}");
        // The account has no password: none is asked for, and the link, its only way in, stays.
        assert!(account.contains("Your account has no password") && !account.contains("/account/identity/remove"));
        browser.submit("/account", "/account/identity/remove", &[]).await.expect(409);
        sign_in(&mut Browser::new(&app), &provider, "a1", json!({})).await.expect(303);
        Browser::new(&app).sign_in("amel@embassy.example", PASSWORD).await.expect(422);

        // The invitation is used up, for a password and for the provider.
        let mut again = Browser::new(&app);
        again.get(&format!("/invitations/{token}")).await.expect(404);
        let list = app.get("/api/v1/invitations").send().await.expect(200).json();
        assert_eq!(list["records"][0]["state"], "used");
        let audit = app.get("/api/v1/audit?action=invitation_accepted").send().await.expect(200).json();
        assert_eq!(audit["records"][0]["detail"]["identity"], true);
    }

    async fn nothing_comes_of_an_invitation_that_ends_meanwhile_or_of_a_person_who_is_linked_already(db: &TestDb) {
        let provider = Provider::start().await;
        let app = service(db, &provider, &[]).await;
        let letters = Letters::of(&app);
        person(&app, "fang@example.org", Role::Firm, Some("Beijing Drip")).await;
        link(&mut Browser::of(&app, "fang@example.org").await, &provider, "f1").await.expect(303);
        let token = invited(&app, &letters, "amel@embassy.example", "embassy").await;
        let mut browser = Browser::new(&app);
        let begun = accepting(&mut browser, &provider, &token, "Amel").await;
        let (code, state) = provider.sign_in(&begun, "f1", |_| {});
        let taken = back(&mut browser, &code, &state).await.expect(409);
        assert!(taken.text.contains("linked to another account"), "{}", taken.text);
        assert!(!is_in(&mut browser).await);
        // It is still open, and can be taken back while somebody is at the provider.
        let begun = accepting(&mut browser, &provider, &token, "Amel").await;
        let (code, state) = provider.sign_in(&begun, "a1", |_| {});
        let list = app.get("/api/v1/invitations").send().await.expect(200).json();
        let place = format!("/api/v1/invitations/{}", list["records"][0]["id"].as_str().unwrap());
        app.delete(&place).send().await.expect(204);
        let late = back(&mut browser, &code, &state).await.expect(404);
        assert!(late.text.contains("used, taken back or has expired"), "{}", late.text);
        assert!(!is_in(&mut browser).await);
        sign_in(&mut Browser::new(&app), &provider, "a1", json!({})).await.expect(403);
        let people = app.get("/api/v1/people").send().await.expect(200).text;
        assert!(!people.contains("amel@embassy.example"), "{people}");
    }

    async fn whoever_begins_again_and_again_waits_and_who_comes_back_signed_in_does_not(db: &TestDb) {
        let provider = Provider::start().await;
        let app = service(db, &provider, &[]).await;
        person(&app, "chief@example.org", Role::Firm, Some("Beijing Drip")).await;
        let mut known = Browser::of(&app, "chief@example.org").await;
        link(&mut known, &provider, "c1").await.expect(303);
        let mut browser = Browser::new(&app);
        browser.get("/sign-in").await.expect(200);
        for _ in 0..15 {
            browser.get("/sign-in/oidc").await.expect(303);
        }
        sign_in(&mut Browser::new(&app), &provider, "c1", json!({})).await.expect(303);
        for _ in 0..20 {
            browser.get("/sign-in/oidc").await.expect(303);
        }
        let waiting = browser.get("/sign-in/oidc").await.expect(429);
        assert!(waiting.header("retry-after").parse::<u64>().unwrap() <= 30);
        // Cookies that are thrown away buy nothing, nor does an invitation.
        let mut bare = Browser::new(&app);
        bare.get("/sign-in").await.expect(200);
        bare.get("/sign-in/oidc").await.expect(429);
        let token = invited(&app, &Letters::of(&app), "amel@embassy.example", "embassy").await;
        let place = format!("/invitations/{token}");
        bare.submit(&place, &format!("{place}/oidc"), &[("name", "Amel")]).await.expect(429);
        // A device of the same network that has signed in before is not locked out, and passwords go on working.
        known.submit("/account", "/sign-out", &[]).await.expect(303);
        sign_in(&mut known, &provider, "c1", json!({})).await.expect(303);
        Browser::of(&app, "chief@example.org").await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_steward_who_accepts_with_the_provider_still_needs_a_second_factor() {
    for (methods, standing) in [(json!(["pwd"]), "/account/second-factor"), (json!(["otp"]), "")] {
        let db = TestDb::sqlite().await;
        let provider = Provider::start().await;
        let app = service(&db, &provider, &["otp"]).await;
        let letters = Letters::of(&app);
        let token = invited(&app, &letters, "steward@example.org", "steward").await;
        let mut browser = Browser::new(&app);
        let begun = accepting(&mut browser, &provider, &token, "Steward").await;
        let (code, state) = provider.sign_in(&begun, "s1", |claims| claims["amr"] = methods.clone());
        back(&mut browser, &code, &state).await.expect(303);
        let page = browser.get("/account").await;
        if standing.is_empty() {
            page.expect(200);
            continue;
        }
        assert_eq!(page.expect(303).header("location"), standing);
        browser.send(app.get("/api/v1/reviews/due")).await.expect_problem(401, "unauthenticated");
        set_up(&mut browser).await;
        browser.send(app.get("/api/v1/reviews/due")).await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_providers_word_for_a_second_factor_counts_only_where_the_settings_say_so() {
    for (believed, methods, asked) in
        [(&[][..], json!(["otp"]), true), (&["otp"][..], json!(["pwd"]), true), (&["otp"][..], json!(["otp"]), false)]
    {
        let db = TestDb::sqlite().await;
        let provider = Provider::start().await;
        let app = service(&db, &provider, believed).await;
        person(&app, "steward@example.org", Role::Steward, None).await;
        let mut browser = Browser::of(&app, "steward@example.org").await;
        let (secret, _) = set_up(&mut browser).await;
        link(&mut browser, &provider, "s1").await.expect(303);
        let mut browser = Browser::new(&app);
        sign_in(&mut browser, &provider, "s1", json!({"amr": methods})).await.expect(303);
        let page = browser.get("/account").await;
        assert_eq!(page.status == 303, asked, "{believed:?} {methods}");
        if asked {
            assert_eq!(page.header("location"), "/sign-in/code");
            browser.send(app.get("/api/v1/reviews/due")).await.expect_problem(401, "unauthenticated");
            browser.submit("/sign-in/code", "/sign-in/code", &[("code", &code(&secret, 1))]).await.expect(303);
        }
        browser.send(app.get("/api/v1/reviews/due")).await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_provider_there_is_no_button_and_with_one_that_is_away_the_page_says_so() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let mut browser = Browser::new(&app);
    assert!(!browser.get("/sign-in").await.expect(200).text.contains("/sign-in/oidc"));
    browser.get("/sign-in/oidc").await.expect(404);
    browser.get("/sign-in/oidc/back?code=a&state=b").await.expect(404);

    let db = TestDb::sqlite().await;
    let provider = Provider::start().await;
    let app = service(&db, &provider, &[]).await;
    drop(provider);
    let mut browser = Browser::new(&app);
    browser.get("/sign-in").await.expect(200);
    let away = browser.get("/sign-in/oidc").await.expect(502);
    assert!(away.text.contains("does not answer at the moment"), "{}", away.text);
}
