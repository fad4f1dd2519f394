//! A real Chromium for tests: starts Debian's chromedriver on a free port and opens headless sessions.
//!
//! Skipping is allowed for one reason only: the programs are not installed. `SIKU_NEED_BROWSER=1`
//! (set by `make test`) turns that into a failure.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use reqwest::Method;
use serde_json::{Value, json};
use url::Url;

/// chromedriver with one browser session; both end with this value.
pub struct Chromium {
    driver: Child,
    pub client: Client,
}

/// How the browser presents itself.
pub struct Looks {
    pub language: &'static str,
    pub width: u32,
    pub dark: bool,
    pub scripts: bool,
}

impl Default for Looks {
    fn default() -> Self {
        Looks { language: "en", width: 1440, dark: false, scripts: true }
    }
}

impl Chromium {
    /// `None` when Chromium is not installed, with a message saying so.
    pub async fn start(looks: Looks) -> Option<Chromium> {
        let started = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut driver = match started {
            Ok(driver) => driver,
            Err(error) => {
                assert!(std::env::var_os("SIKU_NEED_BROWSER").is_none(), "chromedriver does not start: {error}");
                eprintln!("skipped: chromedriver does not start ({error}); apt-get install chromium chromium-driver");
                return None;
            }
        };
        let lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let port = lines
            .map_while(Result::ok)
            .find_map(|line| {
                line.rsplit_once("successfully on port ").map(|(_, port)| port.trim_end_matches('.').to_owned())
            })
            .expect("chromedriver says on which port it listens");
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(&looks))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("chromium starts");
        Some(Chromium { driver, client })
    }

    /// Opens an address and waits until its main part is there.
    pub async fn open(&self, address: &str) {
        self.client.goto(address).await.unwrap();
        self.wait_for("main").await;
    }

    /// Waits until an element is on the page and gives its text.
    pub async fn wait_for(&self, css: &str) -> String {
        let wait = self.client.wait().at_most(Duration::from_secs(20));
        let element = wait.for_element(Locator::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"));
        element.text().await.unwrap()
    }

    /// Follows a link or presses a button.
    pub async fn click(&self, css: &str) {
        self.wait_for(css).await;
        self.client.find(Locator::Css(css)).await.unwrap().click().await.unwrap();
    }

    /// The value of a JavaScript expression.
    pub async fn value(&self, expression: &str) -> Value {
        self.client.execute(&format!("return ({expression});"), vec![]).await.unwrap()
    }

    /// Runs a script in every page before the page's own.
    pub async fn before_each_page(&self, script: &str) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Whether scripts of pages run from now on.
    pub async fn scripts(&self, run: bool) {
        self.command("Emulation.setScriptExecutionDisabled", json!({ "value": !run })).await;
    }

    /// Shows pages as they are on another medium, `print`, or with nothing as they are.
    pub async fn media(&self, media: &str) {
        self.command("Emulation.setEmulatedMedia", json!({ "media": media })).await;
    }

    /// Shows the open page as to who wants it dark, or light again.
    pub async fn dark(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        let feature = json!({ "name": "prefers-color-scheme", "value": value });
        self.command("Emulation.setEmulatedMedia", json!({ "features": [feature] })).await;
        self.settled(&format!("matchMedia('(prefers-color-scheme: {value})').matches")).await;
    }

    /// Shows the open page on a phone so many pixels wide, or as wide as it was.
    pub async fn narrow(&self, width: Option<u32>) {
        let Some(width) = width else {
            return self.command("Emulation.clearDeviceMetricsOverride", json!({})).await;
        };
        let phone = json!({ "width": width, "height": 844, "deviceScaleFactor": 1, "mobile": true });
        self.command("Emulation.setDeviceMetricsOverride", phone).await;
        // The window itself is wider than the phone where a page is.
        self.settled(&format!("document.documentElement.clientWidth === {width}")).await;
    }

    /// Waits until a condition holds for the page and nothing on it moves.
    async fn settled(&self, condition: &str) {
        let script = format!(
            "const wait = async () => {{ while (!({condition})) await new Promise(requestAnimationFrame);
                await Promise.allSettled(document.getAnimations().map((one) => one.finished)); }};
            wait().then(() => arguments[0](true));"
        );
        self.client.execute_async(&script, vec![]).await.unwrap();
    }

    /// A command of Chromium's own protocol.
    pub async fn command(&self, name: &str, parameters: Value) {
        let command = json!({ "cmd": name, "params": parameters });
        self.client.issue_cmd(DevTools(command)).await.unwrap();
    }

    pub async fn close(self) {
        let _ = self.client.clone().close().await;
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// A command of Chromium's own protocol, which chromedriver hands on.
#[derive(Debug)]
struct DevTools(Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _address: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.0.to_string()))
    }
}

fn capabilities(looks: &Looks) -> Capabilities {
    let mut arguments = vec![
        "--headless=new".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--hide-scrollbars".to_owned(),
        format!("--lang={}", looks.language),
        format!("--accept-lang={}", looks.language),
        format!("--window-size={},1200", looks.width),
    ];
    if looks.dark {
        arguments.push("--blink-settings=preferredColorScheme=0".to_owned());
    }
    let mut options = json!({ "args": arguments, "prefs": { "intl.accept_languages": looks.language } });
    if looks.width < 500 {
        options["mobileEmulation"] =
            json!({ "deviceMetrics": { "width": looks.width, "height": 844, "pixelRatio": 1.0 } });
    }
    if !looks.scripts {
        options["prefs"]["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    let mut capabilities = Capabilities::new();
    capabilities.insert("goog:chromeOptions".to_owned(), options);
    capabilities
}
