//! Takes the pictures of `docs/`: `cargo run --example pictures`, with a demo at `BASE` whose people sign in with
//! `PASSWORD`; `make screenshots` starts one.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    dead_code,
    reason = "takes all pictures or fails; the browser is the one of the tests, which use more of it"
)]

#[path = "../tests/it/pages/chromium.rs"]
mod chromium;

use chromium::{Chromium, Looks};
use fantoccini::Locator;
use serde_json::json;

/// A page as it is shown in `docs/`.
struct Picture {
    name: &'static str,
    /// The role of whose page it is.
    who: Option<&'static str>,
    lang: &'static str,
    /// An address, or a link to follow from it.
    address: &'static str,
    link: Option<&'static str>,
    size: (u32, u32),
    dark: bool,
}

const DESK: Picture =
    Picture { name: "", who: Some("broker"), lang: "en", address: "/desk", link: None, size: (1280, 900), dark: false };
const PUBLIC: Picture = Picture { who: None, ..DESK };
const DEMAND: &str = "/demands/D-2026-000001";

const PICTURES: &[Picture] = &[
    Picture { name: "home", address: "/", ..PUBLIC },
    Picture { name: "demand", address: DEMAND, size: (1280, 1000), ..PUBLIC },
    Picture { name: "dossier", address: DEMAND, link: Some(".suggestion .onward"), size: (1280, 1050), ..PUBLIC },
    Picture {
        name: "dossier-phone",
        lang: "zh",
        address: DEMAND,
        link: Some(".suggestion .onward"),
        size: (390, 1050),
        dark: true,
        ..PUBLIC
    },
    Picture {
        name: "search", lang: "ar", address: "/search?q=تحلية المياه بالطاقة الشمسية", ..PUBLIC
    },
    Picture { name: "queue", ..DESK },
    Picture { name: "case", lang: "zh", link: Some("[data-open]"), size: (1280, 1000), ..DESK },
    Picture { name: "dashboard", lang: "ar", address: "/dashboard#spread", size: (720, 900), ..DESK },
    Picture { name: "form", who: Some("firm"), lang: "zh", address: "/my/technologies/new", ..DESK },
];

/// What somebody is just writing.
const WRITTEN: [(&str, &str); 2] = [
    ("f-title", "太阳能滴灌控制器"),
    (
        "f-description",
        "以光伏供电，无需电网，适用于含盐量 12 g/L 的灌溉水，与漫灌相比节水 40 %。已在三个灌区运行两年。",
    ),
];

async fn fill_in(browser: &Chromium, id: &str, text: &str) {
    browser.client.find(Locator::Id(id)).await.unwrap().send_keys(text).await.unwrap();
}

async fn sign_in(browser: &Chromium, base: &str, role: Option<&str>, password: &str) {
    browser.open(base).await;
    browser.client.delete_all_cookies().await.unwrap();
    let Some(role) = role else { return };
    browser.open(&format!("{base}/sign-in")).await;
    fill_in(browser, "account", &format!("{role}@demo.example")).await;
    fill_in(browser, "password", password).await;
    browser.click("main form button").await;
    browser.wait_for("dl.rows").await;
}

async fn take(browser: &Chromium, base: &str, picture: &Picture) {
    let (width, height) = picture.size;
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
    browser.command("Emulation.setDeviceMetricsOverride", metrics).await;
    let scheme = if picture.dark { "dark" } else { "light" };
    let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    browser.command("Emulation.setEmulatedMedia", features).await;
    let (address, place) = picture.address.split_once('#').unwrap_or((picture.address, ""));
    let separator = if address.contains('?') { '&' } else { '?' };
    browser.open(&format!("{base}{address}{separator}lang={}#{place}", picture.lang)).await;
    if let Some(css) = picture.link {
        let link = format!("document.querySelector('{css}').href");
        let address = browser.value(&link).await.as_str().expect("the link is there").to_owned();
        browser.open(&address).await;
    }
    if picture.name == "form" {
        for (id, text) in WRITTEN {
            fill_in(browser, id, text).await;
        }
        browser.wait_for(".live-outlook").await;
        browser.value("scrollTo(0, 0) || document.activeElement.blur()").await;
    }
    let file = format!("docs/{}.png", picture.name);
    std::fs::write(&file, browser.client.screenshot().await.unwrap()).unwrap();
    eprintln!("{file}");
}

#[tokio::main]
async fn main() {
    let set = |name: &str| std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"));
    let (base, password) = (set("BASE"), set("PASSWORD"));
    let browser = Chromium::start(Looks::default()).await.expect("chromium and chromedriver are installed");
    let mut who = Some("nobody yet");
    for picture in PICTURES {
        if picture.who != who {
            sign_in(&browser, &base, picture.who, &password).await;
            who = picture.who;
        }
        take(&browser, &base, picture).await;
    }
    browser.close().await;
}
