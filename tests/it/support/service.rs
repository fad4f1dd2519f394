//! The real service on a free port, and a client that speaks to it.

use super::database::TestDb;
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;
use siku::accounts::Role;
use siku::accounts::users::{self, Account, NewUser};
use siku::app::{Server, start};
use siku::config::Settings;
use siku::db::Db;
use siku::matching::{Engine, MatchingWork};
use std::sync::Arc;
use tempfile::TempDir;

/// A running service with an administrator's token.
pub struct TestApp {
    pub db: Db,
    pub base: String,
    /// Of an administrator.
    pub token: String,
    pub server: Server,
    client: Client,
    _folder: TempDir,
}

impl TestApp {
    /// The service as it comes, on this database.
    pub async fn on(db: &TestDb) -> Self {
        Self::with(db, |_| {}).await
    }

    /// The service with other settings.
    pub async fn with(db: &TestDb, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = Settings::defaults().unwrap();
        settings.server.address = "127.0.0.1:0".to_owned();
        settings.worker.enabled = false;
        let folder = tempfile::tempdir().unwrap();
        settings.index.dir = folder.path().join("index");
        // Models are big and slow to load; tests of matching bring their own.
        settings.models.dir = folder.path().join("models");
        change(&mut settings);
        let db = Db::clone(db);
        let engine = Arc::new(Engine::open_for(&settings, &db).await.unwrap());
        let server = start(settings, db.clone(), engine).await.unwrap();
        let base = format!("http://{}", server.address);
        let token = account(&db, "admin", Role::Admin, None).await.token.reveal().to_owned();
        // Forms answer with a place to go to, which tests look at.
        let policy = Policy::custom(|next| if next.status() == 308 { next.follow() } else { next.stop() });
        let client = Client::builder().no_proxy().redirect(policy).build().unwrap();
        Self { db, base, token, server, client, _folder: folder }
    }

    /// Indexes every change and runs every job, as the worker would.
    pub async fn drain(&self) {
        let engine = Arc::clone(&self.server.app.engine);
        MatchingWork { db: self.db.clone(), engine }.finish().await.unwrap();
    }

    /// The token of a new account.
    pub async fn token_of(&self, name: &str, role: Role, organisation: Option<&str>) -> String {
        account(&self.db, name, role, organisation).await.token.reveal().to_owned()
    }

    pub fn get(&self, path: &str) -> Ask {
        self.ask(Method::GET, path)
    }

    pub fn post(&self, path: &str, body: &Value) -> Ask {
        self.ask(Method::POST, path).json(body)
    }

    pub fn put(&self, path: &str, body: &Value) -> Ask {
        self.ask(Method::PUT, path).json(body)
    }

    /// With the media type of a merge patch.
    pub fn patch(&self, path: &str, body: &Value) -> Ask {
        self.ask(Method::PATCH, path).text("application/merge-patch+json", body.to_string())
    }

    pub fn delete(&self, path: &str) -> Ask {
        self.ask(Method::DELETE, path)
    }

    /// A request with the administrator's token.
    pub fn ask(&self, method: Method, path: &str) -> Ask {
        let request = self.client.request(method, format!("{}{path}", self.base));
        Ask { request, token: Some(self.token.clone()) }
    }

    /// Adds a record and answers it.
    pub async fn add(&self, library: &str, body: &Value) -> Value {
        self.post(&format!("/api/v1/{library}"), body).send().await.expect(201).json()
    }
}

async fn account(db: &Db, name: &str, role: Role, organisation: Option<&str>) -> Account {
    users::create(db, &NewUser { name, role, organisation }).await.unwrap()
}

/// A request to be sent.
pub struct Ask {
    request: RequestBuilder,
    token: Option<String>,
}

impl Ask {
    /// As somebody else.
    pub fn token(self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self }
    }

    /// As the public.
    pub fn anonymous(self) -> Self {
        Self { token: None, ..self }
    }

    pub fn header(self, name: &str, value: &str) -> Self {
        Self { request: self.request.header(name, value), ..self }
    }

    pub fn json(self, body: &Value) -> Self {
        Self { request: self.request.json(body), ..self }
    }

    /// A body of any kind.
    pub fn text(self, media_type: &str, body: impl Into<reqwest::Body>) -> Self {
        Self { request: self.request.header("content-type", media_type).body(body), ..self }
    }

    /// The headers alone, for bodies that are not text.
    pub async fn send_bytes(self) -> Answer {
        let response = self.request.send().await.expect("the service answers");
        Answer { status: response.status().as_u16(), headers: response.headers().clone(), text: String::new() }
    }

    pub async fn send(self) -> Answer {
        let request = match self.token {
            Some(token) => self.request.bearer_auth(token),
            None => self.request,
        };
        let response = request.send().await.expect("the service answers");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Answer { status, headers, text: response.text().await.expect("the answer is text") }
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Answer {
    /// Fails, showing the answer, unless it has this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    #[track_caller]
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).unwrap_or_else(|| panic!("no header {name}: {self:?}"));
        value.to_str().expect("the header is text")
    }

    /// The problem body, without what differs from request to request (after checking it).
    #[track_caller]
    pub fn problem(&self) -> Value {
        assert_eq!(self.header("content-type"), "application/problem+json");
        let mut problem = self.json();
        let id = problem["request_id"].as_str().unwrap_or_default().to_owned();
        assert_eq!(self.header("x-request-id"), id);
        assert_eq!(problem["instance"], format!("urn:uuid:{id}"));
        assert_eq!(problem["status"], self.status);
        let kind = problem["type"].as_str().unwrap_or_default().to_owned();
        assert!(kind.ends_with(&format!("/api/problems/{}", problem["code"].as_str().unwrap_or_default())), "{kind}");
        for varying in ["request_id", "instance", "type"] {
            problem.as_object_mut().expect("a problem is an object").shift_remove(varying);
        }
        problem
    }

    /// Fails unless it is a problem with this status and code; answers the pointers, parameters and headers it names.
    #[track_caller]
    pub fn expect_problem(self, status: u16, code: &str) -> Vec<String> {
        let answer = self.expect(status);
        let problem = answer.problem();
        assert_eq!(problem["code"], code, "{problem}");
        let faults = problem["errors"].as_array().cloned().unwrap_or_default();
        let place = |fault: &Value| {
            let places = ["pointer", "parameter", "header"].map(|kind| fault[kind].as_str().map(str::to_owned));
            places.into_iter().flatten().next()
        };
        faults.iter().filter_map(place).collect()
    }
}
