//! Every role's main path through the pages, in a real Chromium, in Chinese, English and Arabic. The paths are data
//! (`roles`), written once; whatever page they lead over has to speak the language of the walk (`speech`).

mod queue;
mod roles;
mod speech;
mod step;
mod walker;
mod words;

use serde_json::json;
use siku::accounts::Role;
use siku::accounts::users::{self, Entry, NewUser};
use siku::compliance::catalogue::{import, parse_lines};

use self::step::Step;
use self::walker::{Walker, account};
use self::words::word;
use crate::accounts::browser::PASSWORD;
use crate::life::noon;
use crate::pages::chromium::{Chromium, Looks};
use crate::pages::walk::LISTEN;
use crate::support::database::TestDb;
use crate::support::records::admin;
use crate::support::service::TestApp;

/// Who walks: what they are called, and where they work.
const PEOPLE: [(Role, &str, &str); 5] = [
    (Role::Firm, "wang", "firm"),
    (Role::Embassy, "salma", "embassy"),
    (Role::Broker, "lin", "brokers"),
    (Role::Steward, "zhou", "commission"),
    (Role::Admin, "chen", "commission"),
];

/// A service with people who speak a language, and a catalogue to screen against.
async fn service(db: &TestDb, lang: &str) -> TestApp {
    let app = TestApp::with(db, |settings| settings.matching.public = true).await;
    for (role, name, organisation) in PEOPLE {
        let new = NewUser { name: word(lang, name), role, organisation: Some(word(lang, organisation)) };
        let entry = Entry { email: Some(account(role)), password: Some(PASSWORD) };
        users::create_with(&app.db, &new, entry).await.unwrap();
    }
    let name = word(lang, "catalogue");
    let head = json!({"name": name, "in_force_from": "2025-01-01", "lang": lang, "example": true});
    let entry = json!({"kind": "restricted", "code": "EX-R-01", "title": word(lang, "entry"), "text": ""});
    let lines = parse_lines(&format!("{head}\n{entry}")).unwrap();
    import(&app.db, &admin(), lines, noon(0)).await.unwrap();
    app
}

async fn walk(lang: &'static str, paths: &[(bool, &[Step])]) {
    let Some(browser) = Chromium::start(Looks { language: lang, ..Looks::default() }).await else { return };
    let db = TestDb::sqlite().await;
    let app = service(&db, lang).await;
    browser.before_each_page(LISTEN).await;
    let mut walker = Walker::new(&app, browser, lang);
    for (scripts, path) in paths {
        walker.walk(*scripts, path).await;
    }
    walker.end().await;
}

/// The whole story.
async fn everybody(lang: &'static str) {
    use roles::{
        ADMIN_RUNS, BROKER_INTRODUCES, BROKER_PROPOSES, EMBASSY_FOLLOWS, EMBASSY_POSTS, FIRM_ANSWERS, FIRM_POSTS,
        PUBLIC_READS, STEWARD_REVIEWS, STEWARD_SCREENS,
    };
    let story = [
        FIRM_POSTS,
        STEWARD_REVIEWS,
        EMBASSY_POSTS,
        STEWARD_REVIEWS,
        BROKER_PROPOSES,
        FIRM_ANSWERS,
        EMBASSY_FOLLOWS,
        STEWARD_SCREENS,
        BROKER_INTRODUCES,
        ADMIN_RUNS,
        PUBLIC_READS,
    ];
    walk(lang, &story.map(|path| (true, path))).await;
}

/// The same for the two sides when no script runs.
async fn the_sides_without_scripts(lang: &'static str) {
    use roles::{BROKER_PROPOSES, EMBASSY_FOLLOWS, EMBASSY_POSTS, FIRM_ANSWERS, FIRM_POSTS, STEWARD_REVIEWS};
    let story: [(bool, &[Step]); 7] = [
        (false, FIRM_POSTS),
        (true, STEWARD_REVIEWS),
        (false, EMBASSY_POSTS),
        (true, STEWARD_REVIEWS),
        (true, BROKER_PROPOSES),
        (false, FIRM_ANSWERS),
        (false, EMBASSY_FOLLOWS),
    ];
    walk(lang, &story).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_role_walks_its_main_path_in_chinese() {
    everybody("zh").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_role_walks_its_main_path_in_english() {
    everybody("en").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_role_walks_its_main_path_in_arabic() {
    everybody("ar").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn firm_and_embassy_walk_theirs_with_scripts_off() {
    for lang in words::LANGUAGES {
        the_sides_without_scripts(lang).await;
    }
}
