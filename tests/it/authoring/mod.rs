//! The pages of authors, as far as a browser with scripts off goes: written, mended, submitted, returned, stored as the
//! interface for programs shows it.

mod browser;
mod changing;
mod counts;
mod form;
mod templates;
mod translating;
mod writing;

use siku::accounts::Role;
use siku::layout::url::encode;

use crate::accounts::browser::{Browser, form_token, person};
use crate::support::service::{Answer, TestApp};

/// A form as it stands on a page: every control with what is in it.
pub struct Sheet {
    pub action: String,
    fields: Vec<(String, String)>,
}

/// The characters that a page writes as entities.
pub fn plain(html: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&#x27;", "'")];
    let mut text = html.to_owned();
    for (entity, character) in named.into_iter().chain([("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&"), ("&amp;", "&")])
    {
        text = text.replace(entity, character);
    }
    text
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let after = tag.split(&format!(" {name}=\"")).nth(1)?;
    Some(plain(after.split('"').next()?))
}

impl Sheet {
    /// Reads the form of a page as a browser does.
    pub fn of(page: &str) -> Self {
        let form = page.split("<form class=\"author-form\"").nth(1).expect("the page has the form");
        let form = form.split("</form>").next().unwrap();
        let action = attribute(form.split('>').next().unwrap(), "action").unwrap();
        let mut fields = Vec::new();
        let mut choosing = String::new();
        for part in form.split('<').skip(1) {
            let (tag, text) = part.split_once('>').unwrap_or((part, ""));
            let name = attribute(&format!(" {tag}"), "name").unwrap_or_default();
            let value = || attribute(&format!(" {tag}"), "value").unwrap_or_default();
            if tag.starts_with("input") {
                let ticked = !tag.contains("type=\"checkbox\"") || tag.ends_with(" checked");
                if ticked {
                    fields.push((name, value()));
                }
            } else if tag.starts_with("textarea") {
                fields.push((name, plain(text.strip_prefix('\n').unwrap_or(text))));
            } else if tag.starts_with("select") {
                fields.push((name.clone(), String::new()));
                choosing = name;
            } else if tag.starts_with("option") && tag.ends_with(" selected") {
                let chosen = fields.iter_mut().rev().find(|(known, _)| *known == choosing).unwrap();
                chosen.1 = value();
            }
        }
        Self { action, fields }
    }

    /// What stands in a control.
    pub fn value(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(known, _)| known == name);
        found.map_or_else(|| panic!("there is no {name}"), |(_, value)| value.as_str())
    }

    /// Types something into a control that is there.
    pub fn put(mut self, name: &str, value: &str) -> Self {
        let field = self.fields.iter_mut().find(|(known, _)| known == name);
        field.unwrap_or_else(|| panic!("there is no {name}")).1 = value.to_owned();
        self
    }

    /// Ticks a box.
    pub fn tick(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Every control with what is in it.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(known, _)| known == name)
    }

    /// The names of the controls.
    pub fn names(&self) -> Vec<String> {
        self.fields.iter().map(|(name, _)| name.clone()).collect()
    }

    /// Presses a button.
    pub async fn press(&self, browser: &mut Browser<'_>, app: &TestApp, button: &str) -> Answer {
        // Browsers send line ends as two characters.
        let sent = |text: &str| encode(&text.replace('\n', "\r\n")).into_owned();
        let mut pairs: Vec<String> =
            self.fields.iter().map(|(name, value)| format!("{}={}", encode(name), sent(value))).collect();
        pairs.push(format!("do={}", encode(button)));
        let ask = app.ask(reqwest::Method::POST, &self.action);
        browser.send(ask.text("application/x-www-form-urlencoded", pairs.join("&"))).await
    }
}

/// A browser of somebody of an organisation.
pub async fn author<'a>(app: &'a TestApp, email: &str, role: Role, organisation: &str) -> Browser<'a> {
    person(app, email, role, Some(organisation)).await;
    Browser::of(app, email).await
}

/// The form of a page.
pub async fn sheet(browser: &mut Browser<'_>, path: &str) -> Sheet {
    Sheet::of(&browser.get(path).await.expect(200).text)
}

/// Presses a button in a form of its own.
pub async fn step(browser: &mut Browser<'_>, page: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
    let token = form_token(&browser.get(page).await.expect(200).text);
    let mut all = vec![("form_token", token.as_str())];
    all.extend_from_slice(fields);
    browser.post(to, &all).await
}
