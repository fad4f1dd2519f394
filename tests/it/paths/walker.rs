//! Walks a path in a browser. Every page on the way is looked at: does it speak the language of the walk?

use std::collections::{BTreeMap, BTreeSet, HashMap};

use fantoccini::cookies::Cookie;
use fantoccini::{Locator, elements::Element};
use siku::accounts::Role;
use siku::accounts::extract::SESSION_COOKIE;
use siku::accounts::totp;

use serde_json::json;

use super::speech::Speech;
use super::step::Step;
use super::words::word;
use crate::accounts::browser::PASSWORD;
use crate::accounts::second_factor::code;
use crate::pages::chromium::Chromium;
use crate::support::service::TestApp;

/// From opening the queue to a recorded decision.
const MOST_KEYSTROKES: usize = 4;

/// Opens what an element is folded into, as somebody does who looks for it, and brings it into view.
const REVEAL: &str = "for (let folded = arguments[0].closest('details:not([open])'); folded;
        folded = arguments[0].closest('details:not([open])')) {
        if (folded.querySelector('summary').contains(arguments[0])) break;
        folded.open = true;
    }
    arguments[0].scrollIntoView({ block: 'center' });";

/// What is on paper: the record is, and nothing that is pressed.
const ON_PAPER: &str = "(() => { const shown = (css) => [...document.querySelectorAll(css)].some((one) => one.checkVisibility());
    return shown('main h1, main .dossier-head') && !shown('.shelves, .languages, .person, .footer ul, main form, main button'); })()";

/// Says whether scripts run.
const PROOF: &str = "data:text/html,<title>off</title><script>document.title = 'on'</script>";

/// A browser on its way, in one language.
pub struct Walker<'a> {
    app: &'a TestApp,
    browser: Chromium,
    lang: &'static str,
    scripts: bool,
    speech: Speech,
    /// Who has signed in already.
    sessions: HashMap<Role, String>,
    /// What was wrong, by page.
    faults: BTreeMap<String, BTreeSet<String>>,
    pages: usize,
}

/// Who they are in `words`.
pub fn account(role: Role) -> &'static str {
    match role {
        Role::Firm => "wang@drip.example",
        Role::Embassy => "salma@embassy.example",
        Role::Broker => "lin@brokers.example",
        Role::Steward => "zhou@commission.example",
        Role::Admin => "chen@commission.example",
    }
}

impl<'a> Walker<'a> {
    pub fn new(app: &'a TestApp, browser: Chromium, lang: &'static str) -> Self {
        let (sessions, faults) = (HashMap::new(), BTreeMap::new());
        Self { app, browser, lang, scripts: true, speech: Speech::new(), sessions, faults, pages: 0 }
    }

    /// Walks a path to its end; `scripts` says whether those of the pages run.
    pub async fn walk(&mut self, scripts: bool, path: &[Step]) {
        self.scripts = scripts;
        self.browser.scripts(scripts).await;
        self.browser.client.goto(PROOF).await.unwrap();
        assert_eq!(self.browser.value("document.title").await, if scripts { "on" } else { "off" });
        // Cookies are those of the page that is open.
        self.browser.open(&format!("{}/about", self.app.base)).await;
        for step in path {
            eprintln!("{} {step:?}", self.lang);
            self.take(*step).await;
        }
    }

    /// Ends the walk; fails with what was wrong on any page.
    pub async fn end(self) {
        self.browser.close().await;
        eprintln!("{} pages were seen in {}", self.pages, self.lang);
        assert!(self.faults.is_empty(), "{:#?}", self.faults);
    }

    async fn take(&mut self, step: Step) {
        match step {
            Step::As(role) => self.enter(role).await,
            Step::Leave => self.open_as(None, "/").await,
            Step::Open(path) => {
                self.browser.open(&format!("{}{path}", self.app.base)).await;
                self.look().await;
            }
            Step::Follow(css) => self.follow(css).await,
            Step::Press(css) => {
                self.reach(css).await.click().await.unwrap_or_else(|error| panic!("{css}: {error}"));
            }
            Step::Type(css, said) => {
                self.reach(css).await.send_keys(word(self.lang, said)).await.unwrap();
            }
            Step::Choose(css, value) => self.reach(css).await.select_by_value(value).await.unwrap(),
            Step::Keys(keys) => {
                assert!(keys.len() <= MOST_KEYSTROKES, "{keys:?}");
                for key in keys {
                    self.browser.client.active_element().await.unwrap().send_keys(key).await.unwrap();
                }
            }
            Step::See(css) => {
                self.browser.wait_for(css).await;
                self.look().await;
            }
            Step::Read(css, said) => {
                let text = self.browser.wait_for(css).await;
                assert!(text.contains(word(self.lang, said)), "{css} says {text}");
            }
            Step::Outlook => {
                if !self.scripts {
                    self.reach("button[value=check]").await.click().await.unwrap();
                }
                self.browser.wait_for(".live-outlook").await;
                self.look().await;
            }
            Step::Print => {
                self.browser.media("print").await;
                assert_eq!(self.browser.value(ON_PAPER).await, true, "{}", self.address().await);
                self.browser.media("").await;
            }
            Step::Work => self.app.drain().await,
        }
    }

    /// Presses what leads to another page, and waits for that.
    async fn follow(&mut self, css: &str) {
        let element = self.reach(css).await;
        self.browser.client.execute("document.documentElement.dataset.left = ''", vec![]).await.unwrap();
        element.click().await.unwrap_or_else(|error| panic!("{css}: {error}"));
        self.browser.wait_for("html:not([data-left]) main").await;
        self.look().await;
    }

    async fn enter(&mut self, role: Role) {
        if let Some(session) = self.sessions.get(&role).cloned() {
            self.open_as(Some(session), "/account").await;
        } else {
            self.open_as(None, "/sign-in").await;
            for (id, text) in [("#account", account(role)), ("#password", PASSWORD)] {
                self.reach(id).await.send_keys(text).await.unwrap();
            }
            self.follow("main form button").await;
            if self.address().await == "/account/second-factor" {
                let secret = totp::from_base32(&self.browser.wait_for(".secret a").await).unwrap();
                self.reach("#code").await.send_keys(&code(&secret, 0)).await.unwrap();
                self.follow("main form button").await;
                self.follow("main a.button[href='/account']").await;
            }
            let session = self.browser.client.get_named_cookie(SESSION_COOKIE).await.unwrap();
            self.sessions.insert(role, session.value().to_owned());
        }
        assert_eq!(self.address().await, "/account");
    }

    async fn open_as(&mut self, session: Option<String>, path: &str) {
        self.browser.client.delete_all_cookies().await.unwrap();
        if let Some(session) = session {
            let cookie = format!("{SESSION_COOKIE}={session}; Domain=127.0.0.1; Path=/; HttpOnly; SameSite=Lax");
            self.browser.client.add_cookie(Cookie::parse(cookie).unwrap()).await.unwrap();
        }
        self.browser.open(&format!("{}{path}", self.app.base)).await;
        self.look().await;
    }

    /// An element that can be pressed or typed into.
    async fn reach(&self, css: &str) -> Element {
        self.browser.wait_for(css).await;
        let element = self.browser.client.find(Locator::Css(css)).await.unwrap();
        let argument = serde_json::to_value(&element).unwrap();
        self.browser.client.execute(REVEAL, vec![argument]).await.unwrap();
        element
    }

    async fn address(&self) -> String {
        self.browser.client.current_url().await.unwrap().path().to_owned()
    }

    /// Whether the page that is open speaks the language of the walk, and no script of it fails.
    async fn look(&mut self) {
        let mut faults = self.speech.faults(&self.browser, self.lang).await;
        let heard = self.browser.value("faults").await;
        if heard != json!([]) {
            faults.push(format!("scripts that fail: {heard}"));
        }
        self.pages += 1;
        if !faults.is_empty() {
            eprintln!("{}: {faults:#?}", self.address().await);
            self.faults.entry(self.address().await).or_default().extend(faults);
        }
    }
}
