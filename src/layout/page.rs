//! What every page knows about the request: language, address, query. And how a page is sent.

use std::future::{Ready, ready};

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, HeaderName, VARY,
};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use askama::Template;

use super::assets;
use super::components::{Crumb, Shelf};
use super::content::Text;
use super::url::Query;
use super::{Lang, Locale};

const LANGUAGE_COOKIE: &str = "lang";

/// Parameters that do not make another page.
const PASSING: &[&str] = &["cursor", "sort", "content", "done"];

/// Only what is ours, nothing inline; `data:` is for nothing, so it is not there.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

/// What of a page may be new while it is open, for `live.js`.
#[derive(Debug, Clone)]
pub struct Watched {
    /// `notices`, `queue` or `case`.
    pub what: &'static str,
    /// The case that the page shows.
    pub case: Option<String>,
    /// Up to where the page has seen what there is.
    pub after: String,
}

/// The request as the base template sees it.
#[derive(Debug, Clone)]
pub struct Page {
    pub t: Locale,
    pub path: String,
    pub query: Query,
    /// Where the service is reached, `https://siku.example.org`; empty on pages that search engines have no use for.
    pub site: String,
    /// Set when the reader chose a language by `?lang=`: the choice is remembered in a cookie.
    remember_language: bool,
    /// The library whose entry of the navigation is marked.
    pub shelf: Option<Shelf>,
    pub crumbs: Vec<Crumb>,
    /// The embedding models are missing: searching and matching go by words alone.
    pub words_only: bool,
    /// Name of the person who is signed in.
    pub person: Option<String>,
    /// They work at the broker's desk.
    pub at_desk: bool,
    /// Where the records of their organisation are.
    pub mine: Option<String>,
    /// The menu under their name.
    pub menu: Vec<Crumb>,
    /// How many notices they have not read.
    pub unread: u64,
    /// They have their rights, so that an open page may be told what is new.
    pub listens: bool,
    /// What of this page may be new while it is open.
    pub watched: Option<Watched>,
    /// What forms carry to show that they are ours; empty on pages without forms.
    pub form_token: String,
    /// Cookies to be set with this page.
    pub cookies: Vec<Cookie<'static>>,
}

impl Page {
    /// The page of a request; `account` is the language that the account of the reader asks for.
    pub fn from_request_head(request: &HttpRequest, account: Option<&str>) -> Page {
        let query = Query::parse(request.query_string());
        let cookie = request.cookie(LANGUAGE_COOKIE);
        let accept = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let lang = Lang::choose(query.get("lang"), cookie.as_ref().map(|cookie| cookie.value()), account, accept);
        let asked = query.get("lang").and_then(Lang::from_tag).is_some();
        Page {
            t: Locale::new(lang),
            path: request.path().to_owned(),
            query,
            site: String::new(),
            remember_language: asked,
            shelf: None,
            crumbs: Vec::new(),
            words_only: false,
            person: None,
            at_desk: false,
            mine: None,
            menu: Vec::new(),
            unread: 0,
            listens: false,
            watched: None,
            form_token: String::new(),
            cookies: Vec::new(),
        }
    }

    /// Places the page in a library: navigation and breadcrumb.
    pub fn on_shelf(mut self, shelf: Shelf) -> Page {
        self.shelf = Some(shelf);
        self.crumbs
            .push(Crumb { label: self.t.code_or_self("library", shelf.name()), href: format!("/{}", shelf.name()) });
        self
    }

    /// This address with one parameter changed, `lang` (kept in the cookie) and paging dropped.
    pub fn link_with(&self, name: &str, value: &str) -> String {
        self.query.without(&["lang", "cursor"]).with(name, value).link(&self.path)
    }

    /// The same list with these values of a filter, from its beginning.
    pub fn link_with_all(&self, name: &str, values: &[&str]) -> String {
        self.query.without(&["lang", "cursor"]).with_all(name, values).link(&self.path)
    }

    /// Makes this the page with its filters that a form was sent from.
    pub fn go_back_to(&mut self, path: &str, from: &str) {
        self.path = path.to_owned();
        self.query = Query::parse(from.strip_prefix(path).unwrap_or_default().trim_start_matches('?'));
    }

    pub fn on(&self, shelf: &Shelf) -> bool {
        self.shelf == Some(*shelf)
    }

    pub fn link_without(&self, name: &str) -> String {
        self.query.without(&["lang", "cursor", name]).link(&self.path)
    }

    /// The same list from another place on.
    pub fn link_to_cursor(&self, cursor: &str) -> String {
        self.query.without(&["lang"]).with("cursor", cursor).link(&self.path)
    }

    /// This very page in another language of the interface.
    pub fn link_in(&self, lang: &Lang) -> String {
        self.query.without(&["lang"]).with("lang", lang.tag()).link(&self.path)
    }

    /// The whole address of this page, without what only says how or from where on it is shown. The language stays
    /// where the address names it: each language of a page is a page of its own.
    pub fn canonical(&self) -> String {
        format!("{}{}", self.site, self.query.without(PASSING).link(&self.path))
    }

    /// The same in another language.
    pub fn canonical_in(&self, lang: &Lang) -> String {
        format!("{}{}", self.site, self.query.without(PASSING).with("lang", lang.tag()).link(&self.path))
    }

    /// The same in the language that a browser asks for.
    pub fn canonical_in_any(&self) -> String {
        format!("{}{}", self.site, self.query.without(PASSING).without(&["lang"]).link(&self.path))
    }

    /// Whether search engines may list this page: the libraries and what is said of them, and nobody's own.
    pub fn listed(&self) -> bool {
        let mut parts = self.path.trim_start_matches('/').split('/');
        let (first, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let library = Shelf::ALL.iter().any(|shelf| shelf.name() == first);
        let alone = (first.is_empty() || first == "about") && second.is_none();
        !self.site.is_empty() && (alone || library && third.is_none())
    }

    pub fn languages(&self) -> &'static [Lang] {
        Lang::ALL
    }

    pub fn shelves(&self) -> [Shelf; 4] {
        Shelf::ALL
    }

    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// The reader wants what the author wrote, not a translation.
    pub fn original(&self) -> bool {
        self.query.get("content") == Some("original")
    }

    /// A text of the interface, for places that print an author's text otherwise.
    pub fn own_text(&self, text: impl Into<String>) -> Text {
        Text::new(text, self.t.lang.tag())
    }

    pub fn send(&self, template: &impl Template) -> Result<HttpResponse, askama::Error> {
        self.send_with(StatusCode::OK, template)
    }

    pub fn send_with(&self, status: StatusCode, template: &impl Template) -> Result<HttpResponse, askama::Error> {
        let body = template.render()?;
        let mut response = HttpResponse::build(status);
        response
            .content_type("text/html; charset=utf-8")
            .insert_header((CONTENT_SECURITY_POLICY, POLICY))
            .insert_header((CONTENT_LANGUAGE, self.t.lang.tag()))
            .insert_header((CACHE_CONTROL, "private, no-cache"))
            .insert_header((VARY, "Accept-Language, Cookie"))
            .insert_header((HeaderName::from_static("x-content-type-options"), "nosniff"))
            .insert_header((HeaderName::from_static("referrer-policy"), "same-origin"));
        if self.remember_language {
            let cookie = Cookie::build(LANGUAGE_COOKIE, self.t.lang.tag())
                .path("/")
                .max_age(Duration::days(365))
                .same_site(SameSite::Lax)
                .http_only(true)
                .finish();
            response.cookie(cookie);
        }
        for cookie in &self.cookies {
            response.cookie(cookie.clone());
        }
        Ok(response.body(body))
    }
}

impl FromRequest for Page {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Page::from_request_head(request, None)))
    }
}
