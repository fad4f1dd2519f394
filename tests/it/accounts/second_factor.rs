//! The second factor: demanded of those who run the libraries, no code twice, recovery codes once.

use super::browser::{Browser, PASSWORD, person};
use crate::on_both_databases;
use crate::support::service::TestApp;
use chrono::Utc;
use sea_orm::sea_query::Query;
use sea_orm::{ConnectionTrait, EntityTrait};
use siku::accounts::entry_rows::second_factor;
use siku::accounts::{Role, totp, users};

/// The secret on the page that sets the factor up.
fn secret(page: &str) -> Vec<u8> {
    let text = page.split("?secret=").nth(1).unwrap().split('&').next().unwrap();
    totp::from_base32(text).unwrap()
}

/// The code some steps from now; none is accepted twice, so tests take neighbours.
pub fn code(secret: &[u8], steps: i64) -> String {
    totp::code(secret, totp::step(Utc::now().timestamp()) + steps).unwrap()
}

/// Sets the factor up with the code of this moment, which is still taken a step later; answers the secret and the recovery codes.
pub async fn set_up(browser: &mut Browser<'_>) -> (Vec<u8>, Vec<String>) {
    let path = "/account/second-factor";
    let secret = secret(&browser.get(path).await.expect(200).text);
    let shown = browser.submit(path, path, &[("code", &code(&secret, 0))]).await.expect(200).text;
    let codes = shown.split("<li>").filter_map(|part| part.split("</li>").next());
    let codes: Vec<String> = codes.filter(|text| text.len() == 19 && text.contains('-')).map(str::to_owned).collect();
    assert_eq!(codes.len(), 10, "{shown}");
    (secret, codes)
}

/// What a program reads off the picture of a page that sets the factor up.
fn scanned(page: &str) -> String {
    let picture = page.split("<svg class=\"qr\"").nth(1).unwrap().split("</svg>").next().unwrap();
    let drawing = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"{picture}</svg>");
    let tree = resvg::usvg::Tree::from_str(&drawing, &resvg::usvg::Options::default()).unwrap();
    let side = 400;
    let mut pixels = resvg::tiny_skia::Pixmap::new(side, side).unwrap();
    let scale = side as f32 / tree.size().width();
    resvg::render(&tree, resvg::tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    // On black, as on a page in dark mode: what is white around the code is its own.
    let brightness = |x: usize, y: usize| pixels.pixel(x as u32, y as u32).unwrap().green();
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side as usize, side as usize, brightness);
    let codes = image.detect_grids();
    assert_eq!(codes.len(), 1, "{drawing}");
    codes[0].decode().unwrap().1
}

on_both_databases! {
    async fn a_steward_can_do_nothing_before_the_second_factor_is_set_up(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "steward@example.org", Role::Steward, None).await;
        let mut browser = Browser::of(&app, "steward@example.org").await;
        let led = browser.get("/account").await.expect(303);
        assert_eq!(led.header("location"), "/account/second-factor");
        browser.send(app.get("/api/v1/matches")).await.expect_problem(401, "unauthenticated");
        set_up(&mut browser).await;
        browser.get("/account").await.expect(200);
        browser.send(app.get("/api/v1/matches")).await.expect(200);
    }

    async fn signing_in_takes_password_and_code_and_no_code_works_twice(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "steward@example.org", Role::Steward, None).await;
        let (secret, _) = set_up(&mut Browser::of(&app, "steward@example.org").await).await;
        let mut browser = Browser::of(&app, "steward@example.org").await;
        assert_eq!(browser.get("/account").await.expect(303).header("location"), "/sign-in/code");
        browser.send(app.get("/api/v1/matches")).await.expect_problem(401, "unauthenticated");
        browser.submit("/sign-in/code", "/sign-in/code", &[("code", &code(&secret, -1))]).await.expect(422);
        let next = code(&secret, 1);
        browser.submit("/sign-in/code", "/sign-in/code", &[("code", &next)]).await.expect(303);
        browser.send(app.get("/api/v1/matches")).await.expect(200);
        let mut thief = Browser::of(&app, "steward@example.org").await;
        thief.submit("/sign-in/code", "/sign-in/code", &[("code", &next)]).await.expect(422);
        thief.send(app.get("/api/v1/matches")).await.expect_problem(401, "unauthenticated");
    }

    async fn a_recovery_code_stands_in_once_and_an_operator_can_take_the_factor_away(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "chief@example.org", Role::Admin, None).await;
        let (_, codes) = set_up(&mut Browser::of(&app, "chief@example.org").await).await;
        let written = codes[3].to_lowercase().replace('-', " ");
        let mut browser = Browser::of(&app, "chief@example.org").await;
        browser.submit("/sign-in/code", "/sign-in/code", &[("code", &written)]).await.expect(303);
        browser.get("/account").await.expect(200);
        let mut again = Browser::of(&app, "chief@example.org").await;
        again.submit("/sign-in/code", "/sign-in/code", &[("code", &codes[3])]).await.expect(422);
        users::set_password(&app.db, &app.server.app.settings.mail, "chief@example.org", None, true).await.unwrap();
        browser.get("/account").await.expect(303);
        let mut fresh = Browser::new(&app);
        fresh.sign_in("chief@example.org", PASSWORD).await.expect(303);
        assert_eq!(fresh.get("/account").await.expect(303).header("location"), "/account/second-factor");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_program_that_scans_the_picture_is_told_the_address_of_the_link() {
    let db = crate::support::database::TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    person(&app, "steward@example.org", Role::Steward, None).await;
    let page = Browser::of(&app, "steward@example.org").await.get("/account/second-factor").await.expect(200).text;
    let address = page.split("href=\"otpauth:").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
    assert_eq!(scanned(&page), format!("otpauth:{address}"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guessing_codes_is_slowed_down_however_many_browsers_guess() {
    let db = crate::support::database::TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    person(&app, "steward@example.org", Role::Steward, None).await;
    set_up(&mut Browser::of(&app, "steward@example.org").await).await;
    for _ in 0..5 {
        let mut thief = Browser::of(&app, "steward@example.org").await;
        thief.submit("/sign-in/code", "/sign-in/code", &[("code", "000000x")]).await.expect(422);
    }
    let mut thief = Browser::of(&app, "steward@example.org").await;
    let waiting = thief.submit("/sign-in/code", "/sign-in/code", &[("code", "000000x")]).await.expect(429);
    assert!(waiting.header("retry-after").parse::<u64>().unwrap() <= 30);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_a_key_the_secret_is_stored_sealed_and_one_from_before_is_sealed_when_it_is_used() {
    let db = crate::support::database::TestDb::sqlite().await;
    let app = TestApp::with(&db, |settings| settings.accounts.secret_key = "4f".repeat(32).into()).await;
    let steward = person(&app, "steward@example.org", Role::Steward, None).await;
    let (secret, _) = set_up(&mut Browser::of(&app, "steward@example.org").await).await;
    let stored = async || second_factor::Entity::find_by_id(steward.id).one(&*app.db).await.unwrap().unwrap().secret;
    let sealed = stored().await;
    assert!(sealed.len() == 64 && sealed != totp::base32(&secret), "{sealed}");
    let before = Query::update().table("second_factors").value("secret", totp::base32(&secret)).take();
    app.db.execute(&before).await.unwrap();
    let mut browser = Browser::of(&app, "steward@example.org").await;
    browser.submit("/sign-in/code", "/sign-in/code", &[("code", &code(&secret, 1))]).await.expect(303);
    browser.get("/account").await.expect(200);
    assert_eq!(stored().await.len(), 64);
}
