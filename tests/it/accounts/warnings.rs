//! Mails that tell people, at once, that what opens their account was changed.

use super::browser::{Browser, PASSWORD, person};
use super::letters::Letters;
use super::second_factor::{code, set_up};
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::json;
use siku::accounts::{Role, users};
use siku::notices::{Delivery, Kind, Preferences, set_preferences};

const NEW: &str = "walnut heron reads slowly";

/// The mails of this subject that came.
async fn told(letters: &Letters<'_>, to: &str, subject: &str) -> usize {
    letters.to(to).await.iter().filter(|mail| mail.text.contains(&format!("Subject: {subject}"))).count()
}

on_both_databases! {
    async fn whoever_changes_a_password_its_owner_is_told_at_once_with_the_time_and_the_way_back(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        let amel = person(&app, "amel@example.org", Role::Firm, Some("Beijing Drip")).await;
        // Who is in the account cannot keep its owner from being told.
        let kinds = Kind::ALL.iter().map(|kind| (*kind, Delivery::Off)).collect();
        set_preferences(&app.db, amel.id, &Preferences { lang: None, kinds }).await.unwrap();
        let mut browser = Browser::of(&app, "amel@example.org").await;
        let fields = [("present", "wrong wrong wrong"), ("new", NEW)];
        browser.submit("/account", "/account/password", &fields).await.expect(422);
        assert!(letters.to("amel@example.org").await.is_empty(), "nothing was changed");
        browser.submit("/account", "/account/password", &[("present", PASSWORD), ("new", NEW)]).await.expect(303);
        let mail = letters.only("amel@example.org").await.text;
        let today = chrono::Utc::now().format("changed on %Y-%m-%d ").to_string();
        assert!(mail.contains("Subject: Siku: your password was changed") && mail.contains(&today), "{mail}");
        assert!(mail.lines().any(|line| line.trim() == "https://siku.example/password"), "{mail}");
        assert!(!mail.contains(NEW) && !mail.contains("unsubscribe"), "{mail}");

        app.post("/api/v1/password-resets", &json!({"email": "amel@example.org"})).anonymous().send().await.expect(202);
        let mails = letters.to("amel@example.org").await;
        let token = mails.iter().find(|mail| mail.text.contains("siku.example/password/")).unwrap().token("password");
        let body = json!({"token": token, "password": PASSWORD});
        app.post("/api/v1/password-resets/confirmation", &body).anonymous().send().await.expect(200);
        assert_eq!(told(&letters, "amel@example.org", "Siku: your password was changed").await, 2);
        users::set_password(&app.db, &app.server.app.settings.mail, "amel@example.org", Some(NEW), false).await.unwrap();
        assert_eq!(told(&letters, "amel@example.org", "Siku: your password was changed").await, 3);
    }

    async fn switching_the_second_factor_on_or_off_is_told_in_the_language_of_the_account(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        let claire = person(&app, "claire@example.org", Role::Broker, None).await;
        let french = Preferences { lang: Some("fr".to_owned()), kinds: Default::default() };
        set_preferences(&app.db, claire.id, &french).await.unwrap();
        let mut browser = Browser::of(&app, "claire@example.org").await;
        let (secret, _) = set_up(&mut browser).await;
        let mail = letters.only("claire@example.org").await.text;
        assert!(mail.contains("Un second facteur a été activé pour votre compte"), "{mail}");
        let page = "/account/second-factor";
        browser.submit(page, "/account/second-factor/remove", &[("code", "000000x")]).await.expect(422);
        assert_eq!(letters.to("claire@example.org").await.len(), 1, "nothing was changed");
        let now = code(&secret, 1);
        browser.submit(page, "/account/second-factor/remove", &[("code", &now)]).await.expect(303);
        let mails = letters.to("claire@example.org").await;
        let off = mails.iter().filter(|mail| mail.text.contains("Le second facteur de votre compte a été retiré"));
        assert_eq!((mails.len(), off.count()), (2, 1));
    }

    async fn a_factor_taken_away_on_the_command_line_is_told_and_an_account_without_an_address_is_changed(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        let mail = &app.server.app.settings.mail;
        person(&app, "chief@example.org", Role::Admin, None).await;
        users::set_password(&app.db, mail, "chief@example.org", None, true).await.unwrap();
        assert_eq!(told(&letters, "chief@example.org", "Siku: your second factor was taken away").await, 1);
        users::set_password(&app.db, mail, "admin", Some(NEW), false).await.unwrap();
        Browser::new(&app).sign_in("admin", NEW).await.expect(303);
    }
}
