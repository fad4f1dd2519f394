//! A browser as far as forms go: keeps cookies, finds the form token, follows no redirect by itself.

use crate::support::service::{Answer, Ask, TestApp};
use reqwest::Method;
use siku::accounts::Role;
use siku::accounts::users::{self, Entry, NewUser};
use std::collections::BTreeMap;

/// A password nobody guesses.
pub const PASSWORD: &str = "cobalt otter sings twice";

/// One browser.
pub struct Browser<'a> {
    app: &'a TestApp,
    pub cookies: BTreeMap<String, String>,
}

impl<'a> Browser<'a> {
    pub fn new(app: &'a TestApp) -> Self {
        Self { app, cookies: BTreeMap::new() }
    }

    /// A browser in which somebody has signed in.
    pub async fn of(app: &'a TestApp, account: &str) -> Self {
        let mut browser = Self::new(app);
        let answer = browser.sign_in(account, PASSWORD).await.expect(303);
        assert_eq!(answer.header("location"), "/account");
        browser
    }

    pub async fn sign_in(&mut self, account: &str, password: &str) -> Answer {
        self.get("/sign-in").await.expect(200);
        self.submit("/sign-in", "/sign-in", &[("account", account), ("password", password)]).await
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        let ask = self.app.get(path);
        self.send(ask).await
    }

    /// Sends a form of `page` to `to`.
    pub async fn submit(&mut self, page: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
        let shown = self.get(page).await.expect(200);
        let token = form_token(&shown.text);
        let mut all = vec![("form_token", token.as_str())];
        all.extend_from_slice(fields);
        self.post(to, &all).await
    }

    /// Sends exactly these fields.
    pub async fn post(&mut self, to: &str, fields: &[(&str, &str)]) -> Answer {
        let body =
            fields.iter().fold(siku::layout::url::Query::parse(""), |query, (name, value)| query.with(name, value));
        let body = body.link("").trim_start_matches('?').to_owned();
        let ask = self.app.ask(Method::POST, to).text("application/x-www-form-urlencoded", body);
        self.send(ask).await
    }

    /// Sends a request with the cookies and keeps those of the answer.
    pub async fn send(&mut self, ask: Ask) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let answer = ask.anonymous().header("cookie", &cookies.join("; ")).header("accept-language", "en").send().await;
        for header in answer.headers.get_all("set-cookie") {
            let pair = header.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }
}

/// The token in the first form of a page that has one.
pub fn form_token(page: &str) -> String {
    let after = page.split("name=\"form_token\" value=\"").nth(1).expect("the page has a form");
    after.split('"').next().unwrap().to_owned()
}

/// An account that can sign in with [`PASSWORD`].
pub async fn person(app: &TestApp, email: &str, role: Role, organisation: Option<&str>) -> users::Account {
    let name = email.split('@').next().unwrap();
    let entry = Entry { email: Some(email), password: Some(PASSWORD) };
    users::create_with(&app.db, &NewUser { name, role, organisation }, entry).await.unwrap()
}
