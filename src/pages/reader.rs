//! Who reads, and what a page needs to speak to them: the request, the names of fields and
//! countries in their language, and which version of a record they are shown.

use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::USER_AGENT;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use anyhow::Context;
use askama::Template;
use chrono::{DateTime, Utc};
use futures_util::future::LocalBoxFuture;
use sea_orm::{ConnectionTrait, DatabaseConnection};
use tokio::sync::Mutex;

use super::authoring;
use super::menu::menu;
use crate::accounts::extract::{Caller, DEVICE_COOKIE, client_address, cookie};
use crate::accounts::secrets::Secret;
use crate::accounts::sessions::{Session, Standing};
use crate::accounts::sign_in::Place;
use crate::accounts::throttle::network;
use crate::accounts::{Action, Actor, Scope};
use crate::app::App;
use crate::app::health::Condition;
use crate::error::{Complete, Error};
use crate::layout::components::{Crumb, Shelf, Translated};
use crate::layout::content::{Candidate, Text, choose};
use crate::layout::lang::primary_subtag;
use crate::layout::{Locale, Page};
use crate::library::Origin;
use crate::library::body::{Common, UNDETERMINED};
use crate::library::parts::Translation;
use crate::library::store::StoreError;
use crate::library::taxonomy::Names;
use crate::notices::{language, unread};

/// How long names are used before a change that another process made to the taxonomy is seen on the pages.
const NAMES_LIVE: Duration = Duration::from_secs(60);

/// How long a device is known. Browsers keep no cookie longer.
const DEVICE_KNOWN: time::Duration = time::Duration::days(400);

/// The names, read from the database now and then.
#[derive(Debug, Default)]
pub struct NameCache(Mutex<Option<(Instant, Arc<Names>)>>);

impl NameCache {
    /// Has the names read anew: somebody has changed them.
    pub async fn forget(&self) {
        *self.0.lock().await = None;
    }

    pub async fn get(&self, db: &impl ConnectionTrait) -> Result<Arc<Names>, StoreError> {
        let mut cached = self.0.lock().await;
        if let Some((loaded, names)) = cached.as_ref()
            && loaded.elapsed() < NAMES_LIVE
        {
            return Ok(Arc::clone(names));
        }
        let names = Arc::new(Names::load(db).await?);
        *cached = Some((Instant::now(), Arc::clone(&names)));
        Ok(names)
    }
}

/// The connection pages read from.
pub fn database(app: &App) -> &DatabaseConnection {
    &app.db
}

/// The reader of a page.
#[derive(Debug, Clone)]
pub struct Reader {
    pub page: Page,
    /// Whose rights apply.
    pub actor: Actor,
    /// The session of a person who signed in, whatever is still missing for their rights.
    pub session: Option<Box<Session>>,
    /// Where the request comes from.
    pub visit: Visit,
    names: Arc<Names>,
}

/// Where a request of a browser comes from.
#[derive(Debug, Clone)]
pub struct Visit {
    /// By which the device is known again; made for this visit when it sent none.
    device: Secret,
    is_new: bool,
    network: String,
    user_agent: Option<String>,
    /// Whether cookies are for encrypted connections only.
    secure: bool,
}

impl Visit {
    fn of(request: &HttpRequest, app: &App) -> anyhow::Result<Visit> {
        let known = cookie(request, DEVICE_COOKIE);
        let agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok());
        Ok(Visit {
            is_new: known.is_none(),
            device: known.map_or_else(Secret::generate, Ok)?,
            network: network(client_address(request, app.settings.server.proxies)),
            user_agent: agent.map(str::to_owned),
            secure: app.public_url.starts_with("https://"),
        })
    }

    pub fn place(&self) -> Place<'_> {
        Place { network: &self.network, device: &self.device, user_agent: self.user_agent.as_deref() }
    }

    /// Whether the browser has been here before.
    pub fn is_known(&self) -> bool {
        !self.is_new
    }

    pub fn network(&self) -> &str {
        &self.network
    }

    /// A cookie that scripts cannot read and other sites cannot have sent along with a form.
    pub fn cookie(&self, name: &'static str, value: String) -> Cookie<'static> {
        Cookie::build(name, value).path("/").http_only(true).same_site(SameSite::Lax).secure(self.secure).finish()
    }
}

impl Reader {
    pub fn t(&self) -> Locale {
        self.page.t
    }

    /// Prepares the page for a form of somebody who has not signed in: the form's token then hangs on the device.
    pub fn with_form(mut self) -> Reader {
        if self.session.is_none() {
            self.page.form_token = self.visit.device.form_token();
            if self.visit.is_new {
                let mut cookie = self.visit.cookie(DEVICE_COOKIE, self.visit.device.reveal().to_owned());
                cookie.set_max_age(DEVICE_KNOWN);
                self.page.cookies.push(cookie);
            }
        }
        self
    }

    /// Whether a form carries the token that was given out to this reader.
    pub fn gave_out(&self, form_token: &str) -> bool {
        match &self.session {
            Some(session) => session.matches_form_token(form_token),
            None => !self.visit.is_new && self.visit.device.matches_form_token(form_token),
        }
    }

    /// Places the page in a library: navigation and breadcrumb.
    pub fn on_shelf(mut self, shelf: Shelf) -> Reader {
        self.page = self.page.on_shelf(shelf);
        self
    }

    /// Places the page below another one in the breadcrumb.
    pub fn below(mut self, label: &str, href: &str) -> Reader {
        self.page.crumbs.push(Crumb { label: label.to_owned(), href: href.to_owned() });
        self
    }

    /// Prints a page.
    pub fn send(&self, template: &impl Template) -> Result<HttpResponse, Error> {
        Ok(self.page.send(template).context("cannot print a page")?)
    }

    /// Prints a page that says itself what went wrong.
    pub fn send_failure(&self, status: StatusCode, template: &impl Template) -> Result<HttpResponse, Error> {
        let mut response = self.page.send_with(status, template).context("cannot print a page")?;
        response.extensions_mut().insert(Complete);
        Ok(response)
    }

    fn lang(&self) -> &'static str {
        self.page.t.lang.tag()
    }

    /// The name of a field of the taxonomy, or its code when it has none.
    pub fn field(&self, code: &str) -> String {
        self.names.field(code, self.lang()).unwrap_or(code).to_owned()
    }

    pub fn country(&self, code: &str) -> String {
        self.names.country(code, self.lang()).unwrap_or(code).to_owned()
    }

    pub fn region(&self, code: &str) -> String {
        self.names.region(code, self.lang()).unwrap_or(code).to_owned()
    }

    pub fn countries(&self, codes: &[String]) -> Vec<String> {
        codes.iter().map(|code| self.country(code)).collect()
    }

    /// The name of a language of content.
    pub fn language(&self, tag: &str) -> String {
        self.t().code("language", &primary_subtag(tag)).unwrap_or_else(|| tag.to_owned())
    }

    /// What the reader is shown of a record's text.
    pub fn shown(&self, common: &Common<'_>) -> Shown {
        let candidates: Vec<Candidate<'_>> = common
            .translations
            .iter()
            .map(|translation| Candidate { lang: &translation.lang, human: translation.origin == Origin::Human })
            .collect();
        let chosen = choose(self.lang(), common.lang, self.page.original(), &candidates);
        let translation = chosen.and_then(|position| common.translations.get(position));
        let available = choose(self.lang(), common.lang, false, &candidates).is_some();
        Shown::new(common, translation, available)
    }

    /// The line that says a text is a translation, or that there is one.
    pub fn translation_note(&self, shown: &Shown, common: &Common<'_>) -> Option<TranslationNote> {
        let t = self.t();
        if let Some((origin, stale)) = shown.translated {
            let from = self.language(common.lang);
            let mut text = match origin {
                Origin::Human => t.fill("translation-human", from),
                Origin::Machine => t.fill("translation-machine", from),
            };
            if let Some((engine, at)) = &shown.machine {
                let said = t.code_with("translation", "by", &[engine.clone(), t.date(&at.date_naive())]);
                text = format!("{text} {}", said.unwrap_or_default());
            }
            if stale {
                text = format!("{text} {}", t.text("translation-stale"));
            }
            let href = self.page.link_with("content", "original");
            return Some(TranslationNote { text, link: t.text("translation-show-original"), href });
        }
        shown.available.then(|| TranslationNote {
            text: t.text("translation-available"),
            link: t.text("translation-show"),
            href: self.page.link_without("content"),
        })
    }
}

impl Reader {
    /// What a card in a list says of a translation, with the way to the original of the record at `address`.
    pub fn card_note(&self, shown: &Shown, common: &Common<'_>, address: &str) -> Option<Translated> {
        let (origin, stale) = shown.translated?;
        let t = self.t();
        let from = self.language(common.lang);
        let mut text = match origin {
            Origin::Human => t.fill("card-translation-human", from),
            Origin::Machine => t.fill("card-translation-machine", from),
        };
        if stale {
            text = format!("{text} {}", t.text("translation-stale"));
        }
        Some(Translated { text, href: format!("{address}?content=original"), lang: common.lang.to_owned() })
    }
}

impl Reader {
    /// The reader behind a request.
    pub async fn of(request: &HttpRequest) -> Result<Reader, Error> {
        let app = request.app_data::<web::Data<App>>();
        let app = app.context("pages are not configured")?;
        let caller = Caller::of(request).await?;
        let actor = caller.actor();
        let session = match caller {
            Caller::Person(session) => Some(session),
            Caller::Nobody | Caller::Program(_) => None,
        };
        let account = match &session {
            Some(session) => language(database(app), session.user.id).await?,
            None => None,
        };
        let mut page = Page::from_request_head(request, account.as_deref());
        page.site = app.public_url.to_string();
        page.words_only = app.engine.models_condition().status != Condition::Ready;
        let names = app.names.get(database(app)).await.context("cannot read the names of fields and countries")?;
        if let Some(session) = &session {
            page.person = Some(session.user.name.clone());
            page.form_token = session.form_token();
            page.at_desk = actor.scope(Action::DecideMatch) != Scope::Never;
            page.mine = authoring::home_of(&actor);
            page.menu = menu(session, &actor, page.t);
            page.listens = session.standing == Standing::Full;
            page.unread = unread(database(app), session.user.id).await?;
        }
        Ok(Reader { page, actor, session, visit: Visit::of(request, app)?, names })
    }
}

impl FromRequest for Reader {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Reader::of(&request).await })
    }
}

/// A record's text as one reader is shown it. Parts a translation leaves out are the author's.
#[derive(Debug, Clone)]
pub struct Shown {
    pub title: Text,
    pub summary: Option<Text>,
    pub description: Option<Text>,
    /// Who translated it and whether the source has changed since; `None` for the original.
    pub translated: Option<(Origin, bool)>,
    /// Which machine translated it, and when, where that is known.
    machine: Option<(String, DateTime<Utc>)>,
    /// A translation exists, whether or not it is shown.
    available: bool,
}

/// Characters of a description that stand for a missing title.
const TITLE_FROM_DESCRIPTION: usize = 60;

impl Shown {
    fn new(common: &Common<'_>, translation: Option<&Translation>, available: bool) -> Shown {
        let source = |text: &str| Text::new(text, content_lang(common.lang));
        let part = |translated: Option<&str>, original: Option<&str>| {
            let translated = translated.filter(|text| !text.trim().is_empty());
            match (translated, translation) {
                (Some(text), Some(translation)) => Some(Text::new(text, translation.lang.clone())),
                _ => original.filter(|text| !text.trim().is_empty()).map(source),
            }
        };
        let title = part(translation.map(|one| one.title.as_str()), Some(common.title));
        let summary = part(translation.and_then(|one| one.summary.as_deref()), common.summary);
        let description = part(translation.and_then(|one| one.description.as_deref()), Some(common.description));
        let untitled = || description.as_ref().map(|text| text.shortened(TITLE_FROM_DESCRIPTION));
        Shown {
            title: title.or_else(untitled).unwrap_or_else(|| source("…")),
            summary,
            description,
            translated: translation.map(|one| (one.origin, one.stale)),
            machine: translation.and_then(|one| one.engine.clone().zip(one.translated_at)),
            available,
        }
    }
}

/// `und` says nobody knows; to a browser that is no language at all.
fn content_lang(lang: &str) -> &str {
    if lang == UNDETERMINED { "" } else { lang }
}

/// The line under a title that says what is shown is a translation.
#[derive(Debug, Clone)]
pub struct TranslationNote {
    pub text: String,
    pub link: String,
    pub href: String,
}
