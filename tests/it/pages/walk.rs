//! Every page of the route table, as everybody sees it, in a real Chromium: no rule of axe-core for WCAG 2.2 A and AA
//! is broken, nothing scrolls sideways where 1280 pixels are enlarged four times, text that wants to be markup stays
//! text, no script fails, and a first visit is light. A new page is walked without being named here.
//!
//! axe-core comes with `npm ci --prefix tests/axe`; `SIKU_NEED_AXE=1` (set by `make test`) turns its absence into a
//! failure.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use fantoccini::cookies::Cookie;
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::accounts::extract::SESSION_COOKIE;
use siku::api::examples;
use siku::library::LibraryKind;

use super::chromium::{Chromium, Looks};
use crate::accounts::browser::{Browser, person};
use crate::accounts::leaks::{self, ASKER, SUPPLIER, Whose, account};
use crate::accounts::second_factor::set_up;
use crate::support::database::TestDb;
use crate::support::records::organisation;
use crate::support::service::TestApp;

/// Who looks. The public first: what it sees is looked at as it sees it.
const READERS: [Option<(Role, Whose)>; 6] = [
    None,
    Some((Role::Firm, Whose::Supplier)),
    Some((Role::Embassy, Whose::Asker)),
    Some((Role::Broker, Whose::OnTheCase)),
    Some((Role::Steward, Whose::Stranger)),
    Some((Role::Admin, Whose::Nobody)),
];

/// Would be markup, or run, wherever it is not written as text.
const HOSTILE: &str = "'\"></textarea></title></script><script data-harm>window.harm=1</script><img data-harm src=x onerror='window.harm=1'>\u{202e}";

/// Remembers what goes wrong in the scripts of a page.
pub const LISTEN: &str = "window.faults = []; addEventListener('error', (event) => window.faults.push(event.message));
    addEventListener('unhandledrejection', (event) => window.faults.push(String(event.reason)));";

/// What came of it on the page that is open.
const HARM: &str =
    "[window.harm === undefined, document.querySelectorAll('[data-harm], [href^=\"javascript:\" i]').length,
    document.documentElement.outerHTML.includes('window.harm=1')]";

/// The bytes of the page with all that it loads, as they come, compressed; and what was asked of other hosts.
const WEIGHT: &str =
    "(() => { const all = ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind));
    return [all.reduce((sum, one) => sum + one.encodedBodySize, 0),
        all.map((one) => one.name).filter((name) => !name.startsWith(location.origin + '/'))]; })()";

const RULES: &str = "axe.run(document, { resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then((found) => arguments[0](found.violations.map((rule) =>
        `${rule.id}: ${rule.nodes.map((node) => `${node.html} (${node.failureSummary})`).join('; ')}`)),
        (error) => arguments[0]([String(error)]))";

/// What reaches over the edge of the page, if anything does.
const TOO_WIDE: &str = "(() => { const width = 320; if (document.documentElement.scrollWidth <= width) return null;
    const over = [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().width > width - 20
        && ![...one.children].some((child) => child.getBoundingClientRect().width > width - 20));
    return `${document.documentElement.scrollWidth} wide: ${over.slice(0, 4).map((one) => one.outerHTML.slice(0, 150))}`; })()";

fn axe() -> Option<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/axe/node_modules/axe-core/axe.min.js");
    match std::fs::read_to_string(&file) {
        Ok(source) => Some(source),
        Err(error) => {
            assert!(std::env::var_os("SIKU_NEED_AXE").is_none(), "{}: {error}", file.display());
            eprintln!("skipped: no {} ({error}); npm ci --prefix tests/axe", file.display());
            None
        }
    }
}

/// A record of a library with [`HOSTILE`] in every field that takes it.
async fn hostile(app: &TestApp, library: LibraryKind) {
    let good = examples::body(library);
    let mut body = good.clone();
    poison(&mut body);
    for _ in 0..20 {
        let answer = app.post(&format!("/api/v1/{library}"), &body).send().await;
        if answer.status == 201 {
            assert_eq!(answer.json()["description"], HOSTILE);
            return;
        }
        let refused = answer.expect(422).json();
        for fault in refused["errors"].as_array().unwrap() {
            let mut pointer = fault["pointer"].as_str().unwrap();
            // What is refused is put back as it was, with the whole that it is part of where it is not found alone.
            while good.pointer(pointer).is_none() {
                pointer = pointer.rsplit_once('/').unwrap().0;
            }
            *body.pointer_mut(pointer).unwrap() = good.pointer(pointer).unwrap().clone();
        }
    }
    panic!("no body is taken: {body}");
}

fn poison(value: &mut Value) {
    match value {
        Value::String(text) => HOSTILE.clone_into(text),
        Value::Array(all) => all.iter_mut().for_each(poison),
        Value::Object(all) => all.values_mut().for_each(poison),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The tags of a page's main part with their classes: pages that differ in words alone are looked at once.
fn shape(page: &str) -> String {
    let main = page.split_once("<main").map_or(page, |(_, main)| main);
    let tag = |part: &str| {
        let tag = part.split_once('>').map_or(part, |(tag, _)| tag);
        let class = tag.split_once("class=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
        format!("{} {class}", tag.split_whitespace().next().unwrap_or_default())
    };
    let mut shape: Vec<String> = main.split('<').skip(1).map(tag).collect();
    shape.dedup();
    shape.join(">")
}

/// A page to look at: whose session, and where.
type Seen = (usize, String);

/// A service with something of everything, much of it hostile; the session of each reader; and every page that one of
/// them sees differently from those before.
async fn everything(db: &TestDb) -> (TestApp, Vec<Option<String>>, Vec<Seen>) {
    let app = TestApp::on(db).await;
    for home in [SUPPLIER, ASKER, "Brokers", "Somewhere Else", HOSTILE] {
        organisation(&app.db, home).await;
    }
    for library in LibraryKind::ALL {
        hostile(&app, *library).await;
    }
    let homes = |whose| match whose {
        Whose::Supplier => Some(SUPPLIER),
        Whose::Asker => Some(ASKER),
        Whose::OnTheCase => Some("Brokers"),
        Whose::Stranger => Some("Somewhere Else"),
        Whose::Nobody => None,
    };
    let mut broker = String::new();
    for reader in READERS.into_iter().flatten() {
        let made = person(&app, &account(reader), reader.0, homes(reader.1)).await;
        if reader.0 == Role::Broker {
            made.token.reveal().clone_into(&mut broker);
        }
    }
    person(&app, "waiting@example.org", Role::Firm, Some(HOSTILE)).await;
    let stage = leaks::stage(&app, &broker).await;
    let case = format!("/api/v1/matches/{}", stage.ids["matches"][0]);
    let said = [("messages", json!({"side": "technology", "text": HOSTILE})), ("tasks", json!({"title": HOSTILE}))];
    for (place, body) in said {
        app.post(&format!("{case}/{place}"), &body).token(&broker).send().await.expect(201);
    }
    let names = json!({"names": {"fr": [HOSTILE[..70]]}});
    let term = format!("/api/v1/terms/{}", stage.ids["terms"][0]);
    app.patch(&term, &names).header("if-match", "*").send().await.expect(200);
    app.drain().await;

    let pages = siku::routes::pages().listed().into_iter();
    // The documentation of the API is shown by a viewer that is not ours.
    let pages = pages.filter(|(method, path)| method.as_str() == "GET" && !path.starts_with("/api/docs"));
    let addresses: Vec<(String, Vec<String>)> =
        pages.map(|(_, route)| (route.clone(), stage.addresses(&route))).collect();
    let (mut sessions, mut seen, mut shapes) = (Vec::new(), Vec::new(), HashSet::new());
    for (at, reader) in READERS.into_iter().enumerate() {
        let mut browser = match reader {
            Some(reader) => Browser::of(&app, &account(reader)).await,
            None => Browser::new(&app),
        };
        if matches!(reader, Some((Role::Steward | Role::Admin, _))) {
            set_up(&mut browser).await;
        }
        for (route, address) in addresses.iter().flat_map(|(route, all)| all.iter().map(move |one| (route, one))) {
            let answer = browser.get(address).await;
            let is_page =
                answer.headers.get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
            // Also what says that there is nothing, or nothing for them.
            if is_page
                && matches!(answer.status, 200 | 403 | 404)
                && shapes.insert((route.clone(), shape(&answer.text)))
            {
                seen.push((at, address.clone()));
            }
        }
        sessions.push(browser.cookies.get(SESSION_COOKIE).cloned());
    }
    (app, sessions, seen)
}

/// What is wrong with one page, and what it is called.
type Wrong = Option<(&'static str, String)>;

/// How often the hostile text was found as text.
static SHOWN: AtomicUsize = AtomicUsize::new(0);

async fn text_stays_text_and_a_first_visit_is_light(browser: &Chromium) -> Wrong {
    let harm = browser.value(HARM).await;
    SHOWN.fetch_add(usize::from(harm[2] == true), Ordering::Relaxed);
    let weight = browser.value(WEIGHT).await;
    let fault = json!({ "harm": harm, "weight": weight });
    let light = weight[0].as_f64().is_some_and(|bytes| bytes > 0.0 && bytes <= 100.0 * 1024.0);
    (harm[0] != true || harm[1] != 0 || !light || weight[1] != json!([])).then(|| ("what it loads", fault.to_string()))
}

async fn no_rule_of_wcag_is_broken(browser: &Chromium, shown: &'static str) -> Wrong {
    let found = browser.client.execute_async(RULES, vec![]).await.unwrap();
    (found != json!([])).then(|| (shown, found.to_string()))
}

/// A page as it has just come is looked at in turn: its text and weight, in the light, in the dark, enlarged four times.
/// What costs most is that it comes, so it comes once in each language.
async fn look(browser: &Chromium, axe: Option<&str>, lang: &str) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if lang != "ar" {
        wrong.push(text_stays_text_and_a_first_visit_is_light(browser).await);
    }
    if let Some(axe) = axe.filter(|_| lang != "en") {
        browser.client.execute(axe, vec![]).await.unwrap();
        wrong.push(no_rule_of_wcag_is_broken(browser, "in the light").await);
        browser.dark(true).await;
        wrong.push(no_rule_of_wcag_is_broken(browser, "in the dark").await);
        browser.dark(false).await;
    }
    if lang != "zh" {
        browser.narrow(Some(320)).await;
        wrong.push(browser.value(TOO_WIDE).await.as_str().map(|fault| ("scrolls sideways", fault.to_owned())));
        browser.narrow(None).await;
    }
    let faults = browser.value("window.faults").await;
    wrong.push((faults != json!([])).then(|| ("scripts", faults.to_string())));
    wrong
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_keeps_text_text_is_light_breaks_no_rule_of_wcag_and_does_not_scroll_sideways() {
    let Some(browser) = Chromium::start(Looks::default()).await else { return };
    let axe = axe();
    browser.before_each_page(LISTEN).await;
    let db = TestDb::sqlite().await;
    let (app, sessions, seen) = everything(&db).await;
    let mut wrong = BTreeMap::new();
    let mut whose = usize::MAX;
    for (reader, address) in &seen {
        if whose != *reader {
            browser.open(&format!("{}/about", app.base)).await;
            browser.client.delete_all_cookies().await.unwrap();
            if let Some(session) = &sessions[*reader] {
                let cookie = format!("{SESSION_COOKIE}={session}; Domain=127.0.0.1; Path=/; HttpOnly; SameSite=Lax");
                browser.client.add_cookie(Cookie::parse(cookie).unwrap()).await.unwrap();
            }
            whose = *reader;
        }
        for lang in ["zh", "en", "ar"] {
            let separator = if address.contains('?') { '&' } else { '?' };
            browser.open(&format!("{}{address}{separator}lang={lang}", app.base)).await;
            let shown = browser.client.current_url().await.unwrap();
            assert_eq!(shown.path(), address.split('?').next().unwrap(), "as {:?}", READERS[*reader]);
            for (what, fault) in look(&browser, axe.as_deref(), lang).await.into_iter().flatten() {
                wrong.insert(format!("{what}: {address} in {lang} as {:?}", READERS[*reader]), fault);
            }
        }
    }
    browser.close().await;
    eprintln!("{} pages were walked", seen.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    // Nothing is wrong where nothing is shown.
    assert!(READERS.iter().enumerate().all(|(at, _)| seen.iter().any(|(reader, _)| *reader == at)), "{seen:?}");
    let shown = SHOWN.load(Ordering::Relaxed);
    assert!(shown >= 20, "the hostile text is on {shown} pages only");
}
