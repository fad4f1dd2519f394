//! A translator that is connected: what it is sent, what becomes of its answers, and what it costs when it fails.

use std::sync::{Arc, Mutex};

use chrono::{TimeDelta, Utc};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde_json::{Value, json};
use siku::config::{Settings, TranslatorKind};
use siku::db::Db;
use siku::outbox::row;
use siku::translating::{Round, Translator};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::on_both_databases;
use crate::support::service::TestApp;

/// A machine on a free port of this computer that puts the language before every text, as long as it works.
struct Machine {
    url: String,
    /// Head and body of what it was asked.
    asked: Arc<Mutex<Vec<(String, Value)>>>,
    /// What it answers instead.
    broken: Arc<Mutex<Option<String>>>,
    serving: JoinHandle<()>,
}

impl Drop for Machine {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Machine {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (asked, broken) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(None)));
        let (kept, said) = (Arc::clone(&asked), Arc::clone(&broken));
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let broken = said.lock().unwrap().clone();
                let one = serve(stream, broken).await;
                kept.lock().unwrap().push(one);
            }
        });
        Self { url, asked, broken, serving }
    }

    fn asked(&self) -> Vec<(String, Value)> {
        self.asked.lock().unwrap().clone()
    }

    fn answers_instead(&self, answer: Option<&str>) {
        *self.broken.lock().unwrap() = answer.map(str::to_owned);
    }
}

async fn serve(mut stream: TcpStream, broken: Option<String>) -> (String, Value) {
    let mut bytes = Vec::new();
    let (head, length) = loop {
        let mut portion = [0; 4_096];
        let read = stream.read(&mut portion).await.unwrap();
        assert!(read > 0, "the request ends in the middle");
        bytes.extend_from_slice(&portion[..read]);
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let lower = head.to_lowercase();
        let length = lower.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse::<usize>().ok());
        if bytes.len() >= end + 4 + length.unwrap_or(0) {
            break (head, end + 4);
        }
    };
    let body: Value = serde_json::from_slice(&bytes[length..]).unwrap();
    let answer = broken.unwrap_or_else(|| format!("200 OK\r\n\r\n{}", translated(&head, &body)));
    let (status, text) = answer.split_once("\r\n\r\n").unwrap_or((answer.as_str(), ""));
    let answer = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{text}", text.len());
    stream.write_all(answer.as_bytes()).await.unwrap();
    (head, body)
}

fn translated(head: &str, body: &Value) -> Value {
    if head.starts_with("POST /translate ") {
        let lang = body["target"].as_str().unwrap();
        let texts: Vec<String> =
            body["q"].as_array().unwrap().iter().map(|text| format!("{lang} {}", text.as_str().unwrap())).collect();
        return json!({ "translatedText": texts });
    }
    assert!(head.starts_with("POST /v1/chat/completions "), "{head}");
    let task = body["messages"][0]["content"].as_str().unwrap();
    let lang = task.split("(`").nth(1).unwrap().split('`').next().unwrap();
    let texts: Value = serde_json::from_str(body["messages"][1]["content"].as_str().unwrap()).unwrap();
    let texts = texts.as_object().unwrap().iter();
    let texts: serde_json::Map<String, Value> =
        texts.map(|(name, text)| (name.clone(), format!("{lang} {}", text.as_str().unwrap()).into())).collect();
    json!({"choices": [{"message": {"role": "assistant", "content": Value::Object(texts).to_string()}}]})
}

fn settings(machine: &Machine, kind: TranslatorKind) -> Settings {
    let mut settings = Settings::defaults().unwrap();
    settings.translator.kind = kind;
    settings.translator.url = match kind {
        TranslatorKind::Openai => format!("{}/v1", machine.url),
        _ => format!("{}/", machine.url),
    };
    settings.translator.model = "small-1".to_owned();
    settings.translator.key = "sesame".to_owned().into();
    settings.translator.languages = vec!["zh".to_owned(), "en".to_owned(), "ar".to_owned()];
    settings
}

fn connected(machine: &Machine, kind: TranslatorKind, db: &Db) -> Translator {
    Translator::of(&settings(machine, kind), db).unwrap().unwrap()
}

fn technology(title: &str) -> Value {
    json!({"title": title, "lang": "zh", "summary": "节水滴灌", "description": "说明文字。", "confidential": "配方保密"})
}

async fn translations(app: &TestApp, record: &Value) -> Vec<Value> {
    let place = format!("/api/v1/technologies/{}/translations", record["id"].as_str().unwrap());
    app.get(&place).send().await.expect(200).json()["records"].as_array().unwrap().clone()
}

/// Has every job that failed be due now.
async fn let_time_pass(db: &Db) {
    let past = Utc::now() - TimeDelta::hours(1);
    row::Entity::update_many().col_expr(row::Column::RunAfter, Expr::val(past)).exec(&**db).await.unwrap();
}

on_both_databases! {
    async fn title_and_summary_are_translated_into_what_is_lacking_and_marked_with_engine_and_date(db: &TestDb) {
        let app = TestApp::on(db).await;
        for (kind, engine) in [(TranslatorKind::Openai, "small-1"), (TranslatorKind::Libretranslate, "LibreTranslate")] {
            let machine = Machine::start().await;
            let record = app.add("technologies", &technology(&format!("控制器 {engine}"))).await;
            assert_eq!(connected(&machine, kind, &app.db).finish().await.unwrap(), Round::Idle);
            let made = translations(&app, &record).await;
            assert_eq!(made.len(), 2, "{made:?}");
            for (one, lang) in made.iter().zip(["ar", "en"]) {
                assert_eq!((&one["lang"], &one["origin"], &one["engine"]), (&json!(lang), &json!("machine"), &json!(engine)));
                assert_eq!(one["title"], format!("{lang} 控制器 {engine}"));
                assert_eq!(one["summary"], format!("{lang} 节水滴灌"));
                assert!(one["translated_at"].is_string() && one["description"].is_null(), "{one}");
            }
            let page = format!("/technologies/{}", record["number"].as_str().unwrap());
            let shown = app.get(&page).anonymous().header("accept-language", "en").send().await.expect(200).text;
            assert!(shown.contains("by a machine") && shown.contains(&format!("By {engine}, ")), "{shown}");
            assert!(shown.contains("content=original"), "the original is one tap away");
        }
    }

    async fn a_key_goes_where_the_machine_wants_it_and_nowhere_else(db: &TestDb) {
        let app = TestApp::with(db, |settings| settings.translator.key = "sesame".to_owned().into()).await;
        for (kind, in_head) in [(TranslatorKind::Openai, true), (TranslatorKind::Libretranslate, false)] {
            let machine = Machine::start().await;
            app.add("technologies", &technology(&format!("控制器 {in_head}"))).await;
            connected(&machine, kind, &app.db).finish().await.unwrap();
            let (head, body) = machine.asked().remove(0);
            assert_eq!(head.to_lowercase().contains("authorization: bearer sesame"), in_head, "{head}");
            assert_eq!(body["api_key"] == "sesame", !in_head, "{body}");
        }
        assert!(!format!("{:?}", app.server.app.settings).contains("sesame"));
    }

    async fn drafts_and_confidential_parts_are_never_sent(db: &TestDb) {
        let app = TestApp::on(db).await;
        let machine = Machine::start().await;
        app.add("technologies?status=draft", &technology("草稿")).await;
        let shown = app.add("technologies", &technology("公开")).await;
        let translator = connected(&machine, TranslatorKind::Libretranslate, &app.db);
        translator.finish().await.unwrap();
        let asked = machine.asked();
        assert_eq!(asked.len(), 2);
        for (_, body) in &asked {
            assert_eq!(body["q"], json!(["公开", "节水滴灌"]));
        }
        // What was published while it waited and is a draft again is not sent either.
        machine.answers_instead(Some("500 Broken"));
        let place = format!("/api/v1/technologies/{}", shown["id"].as_str().unwrap());
        let patch = |change: Value| app.patch(&place, &change).header("if-match", "*");
        patch(json!({"title": "公开了"})).send().await.expect(200);
        assert_eq!(translator.round().await.unwrap(), Round::Failed);
        patch(json!({"status": "draft"})).send().await.expect(200);
        let_time_pass(&app.db).await;
        let before = machine.asked().len();
        assert_eq!(translator.finish().await.unwrap(), Round::Idle);
        assert_eq!(machine.asked().len(), before);
    }

    async fn what_a_person_wrote_is_not_replaced_and_what_a_machine_made_of_an_older_text_is(db: &TestDb) {
        let app = TestApp::on(db).await;
        let machine = Machine::start().await;
        let record = app.add("technologies", &technology("控制器")).await;
        let place = format!("/api/v1/technologies/{}", record["id"].as_str().unwrap());
        let by_hand = json!({"title": "Controller, by hand", "origin": "human"});
        app.put(&format!("{place}/translations/en"), &by_hand).send().await.expect(201);
        let translator = connected(&machine, TranslatorKind::Openai, &app.db);
        translator.finish().await.unwrap();
        assert_eq!(machine.asked().len(), 1, "Arabic alone");
        app.patch(&place, &json!({"title": "新控制器"})).header("if-match", "*").send().await.expect(200);
        translator.finish().await.unwrap();
        let made = translations(&app, &record).await;
        assert_eq!((&made[0]["title"], &made[0]["stale"]), (&json!("ar 新控制器"), &json!(null)));
        assert_eq!((&made[1]["title"], &made[1]["stale"]), (&json!("Controller, by hand"), &json!(true)));
        assert_eq!(machine.asked().len(), 2);
        // Nothing is lacking: another look, also of a process that has just started, asks nothing.
        translator.finish().await.unwrap();
        connected(&machine, TranslatorKind::Openai, &app.db).finish().await.unwrap();
        assert_eq!(machine.asked().len(), 2);
    }

    async fn a_machine_that_fails_leaves_a_job_that_is_tried_again_and_holds_nothing_up(db: &TestDb) {
        let app = TestApp::on(db).await;
        let machine = Machine::start().await;
        let record = app.add("technologies", &technology("控制器")).await;
        let translator = connected(&machine, TranslatorKind::Libretranslate, &app.db);
        let rubbish = ["503 Away", "200 OK\r\n\r\nno JSON", "200 OK\r\n\r\n{\"translatedText\": [\"\", \"\"]}"];
        for (tried, answer) in rubbish.into_iter().enumerate() {
            machine.answers_instead(Some(answer));
            assert_eq!(translator.finish().await.unwrap(), Round::Failed, "{answer}");
            let jobs = app.get("/api/v1/jobs?state=failing").send().await.expect(200).json();
            let job = &jobs["records"][0];
            assert_eq!((&job["kind"], &job["attempts"]), (&json!("translate_record"), &json!(tried + 1)));
            assert!(job["last_error"].as_str().unwrap().contains("translator"), "{job}");
            assert_eq!(translator.finish().await.unwrap(), Round::Idle, "it rests");
            assert_eq!(machine.asked().len(), tried + 1);
            let_time_pass(&app.db).await;
        }
        assert!(translations(&app, &record).await.is_empty());
        // The matcher's jobs do not wait for it, nor does the matcher touch it.
        app.drain().await;
        let jobs = app.get("/api/v1/jobs").send().await.expect(200).json();
        assert_eq!(jobs["counts"]["failing"], 1, "{jobs}");
        // One that starts anew makes no second job of it.
        machine.answers_instead(None);
        assert_eq!(connected(&machine, TranslatorKind::Libretranslate, &app.db).finish().await.unwrap(), Round::Idle);
        assert_eq!(translations(&app, &record).await.len(), 2);
        let jobs = app.get("/api/v1/jobs?state=done").send().await.expect(200).json();
        let ours = |job: &&Value| job["kind"] == "translate_record";
        assert_eq!(jobs["records"].as_array().unwrap().iter().filter(ours).count(), 1);
    }
}

#[tokio::test]
async fn no_translator_is_connected_unless_an_operator_says_so_and_settings_of_no_use_are_refused() {
    let db = crate::support::database::TestDb::sqlite().await;
    assert!(Translator::of(&Settings::defaults().unwrap(), &db).unwrap().is_none());
    let file = tempfile::NamedTempFile::with_suffix(".toml").unwrap();
    let cases = [
        ("kind = \"openai\"\nurl = \"http://10.0.0.7/v1\"", "translator.model"),
        ("kind = \"libretranslate\"", "translator.url"),
        ("kind = \"libretranslate\"\nurl = \"ftp://example.org\"", "translator.url"),
        ("languages = [\"de\"]", "translator.languages"),
        ("timeout_seconds = 0", "translator.timeout_seconds"),
        ("kind = \"oracle\"", "translator.kind"),
    ];
    for (written, named) in cases {
        std::fs::write(file.path(), format!("[translator]\n{written}\n")).unwrap();
        let refused = Settings::load(Some(file.path())).unwrap_err().to_string();
        assert!(refused.contains(named), "{written}: {refused}");
    }
    let fine = "[translator]\nkind = \"openai\"\nurl = \"http://10.0.0.7:11434/v1\"\nmodel = \"m\"\nkey = \"sesame\"\n";
    std::fs::write(file.path(), fine).unwrap();
    let settings = Settings::load(Some(file.path())).unwrap();
    let key = settings.sources.iter().find(|one| one.key == "translator.key").unwrap();
    assert!(!key.value.contains("sesame"), "{key:?}");
}
