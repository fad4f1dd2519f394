//! The masthead of who is signed in: one line on a wide screen, a menu that opens by keyboard and without scripts; and
//! error pages, which know who reads them too.

use fantoccini::Locator;
use fantoccini::cookies::Cookie;
use fantoccini::key::Key;
use siku::accounts::Role;
use siku::accounts::extract::SESSION_COOKIE;
use siku::layout::Lang;

use super::chromium::{Chromium, Looks};
use crate::accounts::browser::{Browser, person};
use crate::accounts::second_factor::set_up;
use crate::on_both_databases;
use crate::support::database::TestDb;
use crate::support::service::TestApp;

/// Whether what is in the masthead stands beside one another, and whether the page keeps to the screen.
const ONE_LINE: &str = "(() => {
    const parts = [...document.querySelectorAll('.masthead-row > *, .shelves a, .person > *')];
    const boxes = parts.map((one) => one.getBoundingClientRect()).filter((box) => box.height > 0);
    const lowest = Math.min(...boxes.map((box) => box.bottom)), highest = Math.max(...boxes.map((box) => box.top));
    return [boxes.length > 6 && highest < lowest, document.documentElement.scrollWidth <= innerWidth];
})()";

async fn signed_in(browser: &Chromium, app: &TestApp, role: Role) {
    person(app, "person@example.org", role, Some("Brokers")).await;
    let mut form = Browser::of(app, "person@example.org").await;
    if role.is_operator() {
        set_up(&mut form).await;
    }
    browser.open(&format!("{}/about", app.base)).await;
    let session = &form.cookies[SESSION_COOKIE];
    let cookie = format!("{SESSION_COOKIE}={session}; Domain=127.0.0.1; Path=/; HttpOnly; SameSite=Lax");
    browser.client.add_cookie(Cookie::parse(cookie).unwrap()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_masthead_is_one_line_on_a_wide_screen_whoever_is_signed_in_and_in_every_language() {
    let Some(browser) = Chromium::start(Looks::default()).await else { return };
    for role in [Role::Broker, Role::Steward] {
        let db = TestDb::sqlite().await;
        let app = TestApp::on(&db).await;
        signed_in(&browser, &app, role).await;
        for lang in Lang::ALL {
            browser.open(&format!("{}/desk?lang={}", app.base, lang.tag())).await;
            assert_eq!(browser.value(ONE_LINE).await, serde_json::json!([true, true]), "{role} in {}", lang.tag());
        }
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_menu_of_who_is_signed_in_opens_by_keyboard_and_without_scripts() {
    // A phone is only pressed with scripts: chromedriver's touch waits for one.
    for (scripts, width) in [(true, 390), (false, 1440)] {
        let Some(browser) = Chromium::start(Looks { scripts, width, ..Looks::default() }).await else { return };
        let db = TestDb::sqlite().await;
        let app = TestApp::on(&db).await;
        signed_in(&browser, &app, Role::Broker).await;
        browser.open(&format!("{}/desk?lang=ar", app.base)).await;
        let shown = "document.querySelector('.menu a[href=\"/account\"]').checkVisibility()";
        assert_eq!(browser.value(shown).await, false);
        let name = browser.client.find(Locator::Css(".menu summary")).await.unwrap();
        name.send_keys(&Key::Enter.to_string()).await.unwrap();
        assert_eq!(browser.value(shown).await, true);
        let fits = "(() => { const box = document.querySelector('.menu ul').getBoundingClientRect();
            return box.left >= 0 && box.right <= innerWidth; })()";
        assert_eq!(browser.value(fits).await, true);
        if scripts {
            name.send_keys(&Key::Escape.to_string()).await.unwrap();
            assert_eq!(browser.value(shown).await, false);
            name.send_keys(&Key::Enter.to_string()).await.unwrap();
        }
        browser.click(".menu a[href='/dashboard']").await;
        browser.wait_for("html:lang(ar) .menu:not([open])").await;
        assert!(browser.client.current_url().await.unwrap().path().ends_with("/dashboard"));
        browser.close().await;
    }
}

on_both_databases! {
    async fn error_pages_speak_the_language_of_the_account_and_show_who_is_signed_in(db: &TestDb) {
        let app = TestApp::on(db).await;
        let account = person(&app, "amel@example.org", Role::Firm, Some("Brokers")).await;
        let wanted = siku::notices::Preferences { lang: Some("ar".to_owned()), kinds: Default::default() };
        siku::notices::set_preferences(&app.db, account.id, &wanted).await.unwrap();
        let mut browser = Browser::of(&app, "amel@example.org").await;
        for (path, status) in [("/nowhere", 404), ("/desk", 403), ("/matches/x", 404)] {
            let page = browser.get(path).await.expect(status).text;
            assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">") && page.contains("<bdi>amel</bdi>"), "{page}");
        }
        let refused = browser.post("/account/password", &[("form_token", "made up")]).await;
        assert!((400..500).contains(&refused.status) && refused.text.contains("<html lang=\"ar\""), "{}", refused.text);
        let mut nobody = Browser::new(&app);
        let page = nobody.get("/nowhere").await.expect(404).text;
        assert!(page.contains("<html lang=\"en\"") && page.contains("href=\"/sign-in\""), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_design_page_speaks_the_language_of_its_reader() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let page = app.get("/design").anonymous().header("accept-language", "zh").send().await.expect(200).text;
    assert!(page.contains("一级标题") && page.contains("埃及") && !page.contains("Egypt"), "{page}");
    assert!(!page.contains("<div lang=\"en\""), "{page}");
}
