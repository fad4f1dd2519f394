//! Running the service: jobs, indexes, audit and settings, as those who may see them do, form by form.

use chrono::Utc;
use reqwest::Method;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::audit::{self, AuditQuery, Done};
use siku::config::Settings;
use siku::db::Db;
use siku::library::Demands;
use siku::library::store::create;
use siku::outbox::{self, Job, MOST_ATTEMPTS, Urgency, row};

use crate::accounts::browser::{Browser, person};
use crate::accounts::second_factor::set_up;
use crate::api::technology as posted;
use crate::on_both_databases;
use crate::support::database::TestDb;
use crate::support::records::{admin, demand, published};
use crate::support::service::TestApp;

const PAGES: [&str; 5] = ["/operations/jobs", "/operations/index", "/operations/settings", "/audit", "/audit/export"];

/// A browser in which somebody of this role has signed in.
async fn signed_in(app: &TestApp, role: Role) -> Browser<'_> {
    let email = format!("some-{role}@example.org");
    person(app, &email, role, Some(&format!("Organisation of {role}"))).await;
    let mut browser = Browser::of(app, &email).await;
    if role.is_operator() {
        set_up(&mut browser).await;
    }
    browser
}

/// Stores jobs of made-up demands and has each fail so often.
async fn failed(db: &Db, demands: u128, attempts: i32) {
    let jobs = (1..=demands).map(|id| Job::MatchDemand { id: uuid::Uuid::from_u128(id) }).collect::<Vec<_>>();
    let jobs = &jobs;
    db.write_send(|transaction| {
        Box::pin(async move { outbox::enqueue_all(&transaction, jobs.clone(), Urgency::Awaited, Utc::now()).await })
    })
    .await
    .unwrap();
    for mut claimed in outbox::claim(db, Utc::now(), Urgency::Awaited, 100).await.unwrap() {
        claimed.attempt = attempts;
        outbox::failed(db, &claimed, &anyhow::anyhow!("the <model> is away"), Utc::now()).await.unwrap();
    }
}

/// Waits for an errand, without a clock.
async fn ended(app: &TestApp, name: &str) {
    while app.server.app.errands.look(name).is_none_or(|left| left.ended.is_none()) {
        tokio::task::yield_now().await;
    }
}

async fn entries(db: &Db, action: &str) -> Vec<audit::Entry> {
    let query = AuditQuery { action: Some(action.to_owned()), limit: 100, ..AuditQuery::default() };
    audit::list(&**db, &query).await.unwrap()
}

on_both_databases! {
    async fn each_page_is_for_those_who_may_see_it_and_leads_the_others_away(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut nobody = Browser::new(&app);
        for page in PAGES {
            assert!(nobody.get(page).await.expect(303).header("location").starts_with("/sign-in?next="), "{page}");
        }
        for role in Role::ALL {
            let mut browser = signed_in(&app, role).await;
            let home = browser.get("/").await.expect(200).text;
            assert_eq!(home.contains("href=\"/operations/jobs\""), role.is_operator(), "{role}");
            for page in PAGES {
                let admins = page.starts_with("/audit") || page.ends_with("settings");
                let may = role == Role::Admin || (role == Role::Steward && !admins);
                assert_eq!(browser.get(page).await.status, if may { 200 } else { 403 }, "{role} {page}");
            }
            let token = crate::accounts::browser::form_token(&home);
            for (to, admins) in [("/operations/jobs/retry", false), ("/operations/index/errands", false), ("/audit/verification", true)] {
                let may = role == Role::Admin || (role == Role::Steward && !admins);
                let fields = [("form_token", token.as_str()), ("errand", "check_index")];
                assert_eq!(browser.post(to, &fields).await.status, if may { 303 } else { 403 }, "{role} {to}");
            }
        }
    }

    async fn jobs_that_failed_are_shown_with_their_error_and_tried_again_one_or_all(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut steward = signed_in(&app, Role::Steward).await;
        let page = "/operations/jobs";
        assert!(steward.get(page).await.expect(200).text.contains("No job is in this state."));
        failed(db, 3, MOST_ATTEMPTS).await;
        let shown = steward.get(page).await.expect(200).text;
        assert!(shown.contains("Given up (3)") && shown.contains("Match a demand"), "{shown}");
        assert!(shown.contains("the &#60;model&#62; is away") && !shown.contains("<model>"), "{shown}");
        let first = row::Entity::find().one(&***db).await.unwrap().unwrap().id.to_string();
        let again = steward.submit(page, "/operations/jobs/retry", &[("job", &first)]).await.expect(303);
        let shown = steward.get(again.header("location")).await.expect(200).text;
        assert!(shown.contains("One job is tried again.") && shown.contains("Given up (2)"), "{shown}");
        assert_eq!(outbox::claim(db, Utc::now(), Urgency::Awaited, 10).await.unwrap().len(), 1);
        steward.submit(page, "/operations/jobs/retry", &[]).await.expect(303);
        assert_eq!(outbox::claim(db, Utc::now(), Urgency::Awaited, 10).await.unwrap().len(), 2, "what is worked on goes on");
        steward.submit(page, "/operations/jobs/retry", &[("job", "first")]).await.expect(400);
        let told: Vec<Value> = entries(db, "jobs_retried").await.into_iter().filter_map(|entry| entry.detail).collect();
        assert_eq!(told, [json!({"job": null, "jobs": 2}), json!({"job": first.parse::<i64>().unwrap(), "jobs": 1})]);
    }

    async fn a_job_of_a_newer_change_does_not_stand_in_the_way_of_one_that_is_tried_again(db: &TestDb) {
        let app = TestApp::on(db).await;
        failed(db, 1, MOST_ATTEMPTS).await;
        db.write_send(|transaction| {
            Box::pin(async move {
                let job = Job::MatchDemand { id: uuid::Uuid::from_u128(1) };
                outbox::enqueue(&transaction, job, Urgency::Awaited).await
            })
        })
        .await
        .unwrap();
        let retried = app.post("/api/v1/jobs/retry", &json!(null)).send().await.expect(200).json();
        assert_eq!(retried["jobs"], 1);
        assert_eq!(outbox::claim(db, Utc::now(), Urgency::Awaited, 10).await.unwrap().len(), 2);
    }

    async fn programs_read_the_queue_page_by_page_and_have_jobs_tried_again(db: &TestDb) {
        let app = TestApp::on(db).await;
        failed(db, 3, 1).await;
        let page = app.get("/api/v1/jobs?state=failing&limit=2").send().await.expect(200).json();
        assert_eq!(page["counts"], json!({"waiting": 0, "failing": 3, "given_up": 0, "done": 0}));
        let ids = |page: &Value| page["records"].as_array().unwrap().iter().map(|job| job["id"].as_i64().unwrap()).collect::<Vec<_>>();
        assert_eq!(page["records"][0]["last_error"], "the <model> is away");
        let next = format!("/api/v1/jobs?state=failing&limit=2&cursor={}", page["next_cursor"].as_str().unwrap());
        let last = app.get(&next).send().await.expect(200).json();
        assert_eq!((ids(&page).len(), ids(&last).len(), &last["next_cursor"]), (2, 1, &json!(null)));
        let id = ids(&last)[0];
        app.post(&format!("/api/v1/jobs/{id}/retry"), &json!(null)).send().await.expect(200);
        for unknown in ["999999", "first"] {
            let answer = app.post(&format!("/api/v1/jobs/{unknown}/retry"), &json!(null)).send().await;
            answer.expect_problem(404, "not_found");
        }
        let unknown = app.get("/api/v1/jobs?state=lost").send().await;
        assert_eq!(unknown.expect_problem(400, "invalid_parameter"), ["state"]);
    }

    async fn the_state_of_the_indexes_is_shown_and_they_are_checked_and_rebuilt_from_there(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut steward = signed_in(&app, Role::Steward).await;
        create::<Demands>(db, &admin(), demand("Irrigation"), published()).await.unwrap();
        let page = "/operations/index";
        assert!(steward.get(page).await.expect(200).text.contains("behind"));
        app.drain().await;
        let shown = steward.get(page).await.expect(200).text;
        assert!(!shown.contains("behind") && shown.contains("1 / 1") && shown.contains(" MB"), "{shown}");
        assert!(shown.contains("algorithm siku-") && shown.contains("is missing"), "{shown}");
        steward.submit(page, "/operations/index/errands", &[("errand", "check_index")]).await.expect(303);
        ended(&app, "check_index").await;
        let shown = steward.get(page).await.expect(200).text;
        assert!(shown.contains("all is as it should be"), "{shown}");
        assert!(shown.contains("demands: 1 records, index and database are equal"), "{shown}");
        steward.submit(page, "/operations/index/errands", &[("errand", "rebuild_index")]).await.expect(303);
        ended(&app, "rebuild_index").await;
        assert!(steward.get(page).await.expect(200).text.contains("the new index is in place"));
        steward.submit(page, "/operations/index/errands", &[("errand", "match")]).await.expect(400);
        let done = entries(db, "errand_ended").await;
        let names: Vec<&Value> = done.iter().map(|entry| &entry.detail.as_ref().unwrap()["errand"]).collect();
        assert_eq!(names, ["rebuild_index", "check_index"]);
        assert_eq!(entries(db, "errand_asked").await.len(), 2);
    }

    async fn an_index_that_differs_from_the_database_is_told_of(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut steward = signed_in(&app, Role::Steward).await;
        let record = create::<Demands>(db, &admin(), demand("Irrigation"), published()).await.unwrap();
        app.drain().await;
        let title = Query::update().table("cooperation_demands").value("title", "Other").and_where(Expr::col("id").eq(record.head.id)).take();
        db.execute(&title).await.unwrap();
        steward.submit("/operations/index", "/operations/index/errands", &[("errand", "check_index")]).await.expect(303);
        ended(&app, "check_index").await;
        let shown = steward.get("/operations/index").await.expect(200).text;
        assert!(shown.contains("something is not as it should be"), "{shown}");
        assert!(shown.contains(&format!("different: {}", record.head.id)), "{shown}");
    }

    async fn the_audit_is_filtered_paged_and_exported_as_filtered(db: &TestDb) {
        let app = TestApp::on(db).await;
        for number in 0..60 {
            app.add("technologies", &posted(&format!("a{number}"))).await;
        }
        let record = app.add("technologies", &posted("b")).await;
        let id = record["id"].as_str().unwrap();
        let mut browser = signed_in(&app, Role::Admin).await;
        let lines = |text: &str| text.matches("<td class=\"figure\"").count();
        let first = browser.get("/audit?action=created").await.expect(200).text;
        assert_eq!(lines(&first), 50);
        let next = first.split("href=\"").find(|part| part.starts_with("/audit?") && part.contains("cursor=")).unwrap();
        let next = next.split('"').next().unwrap().replace("&#38;", "&");
        assert_eq!(lines(&browser.get(&next).await.expect(200).text), 11);
        let of_record = browser.get(&format!("/audit?record={id}")).await.expect(200).text;
        assert!(lines(&of_record) >= 1 && of_record.contains(id), "{of_record}");
        let none = browser.get("/audit?from=2001-01-01&to=2001-12-31").await.expect(200).text;
        assert!(none.contains("Nothing in the audit is so."), "{none}");
        let today = Utc::now().date_naive();
        let now = browser.get(&format!("/audit?from={today}&to={today}&action=created")).await.expect(200).text;
        assert_eq!(lines(&now), 50, "the last day belongs to the period");
        let wrong = browser.get("/audit?actor=me&from=soon").await.expect(200).text;
        assert!(wrong.contains("The person has to be an id.") && wrong.contains("has to be a day."), "{wrong}");
        let file = browser.get("/audit/export?action=created").await.expect(200);
        assert!(file.header("content-disposition").contains("audit.jsonl"));
        let exported: Vec<Value> = file.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(exported.len(), 61);
        assert!(exported.iter().all(|entry| entry["action"] == "created" && entry["hash"].is_string()));
        assert_eq!(entries(db, "audit_exported").await[0].detail.as_ref().unwrap()["action"], "created");
    }

    async fn what_was_done_stands_in_the_audit_by_its_name_with_the_code_beside_it(db: &TestDb) {
        let app = TestApp::on(db).await;
        app.add("technologies", &posted("a")).await;
        let mut browser = signed_in(&app, Role::Admin).await;
        let in_english = browser.get("/audit").await.expect(200).text;
        assert!(in_english.contains(">Record created</a> <code class=\"audit-code\" dir=\"ltr\">created</code>"), "{in_english}");
        assert!(in_english.contains("<option value=\"created\">Record created</option>"), "{in_english}");
        assert_eq!(in_english.matches("<option value=\"").count(), Done::all().count() + 1);
        let in_arabic = browser.get("/audit?lang=ar&action=created").await.expect(200).text;
        assert!(in_arabic.contains("<option value=\"created\" selected>إنشاء سجل</option>"), "{in_arabic}");
        let unknown = browser.get("/audit?lang=en&action=burnt").await.expect(200).text;
        assert!(unknown.contains("<option value=\"burnt\" selected>burnt</option>"), "{unknown}");
    }

    async fn the_audit_page_tells_whether_the_chain_holds(db: &TestDb) {
        let app = TestApp::on(db).await;
        app.add("technologies", &posted("a")).await;
        let mut browser = signed_in(&app, Role::Admin).await;
        assert!(browser.get("/audit").await.expect(200).text.contains("was not verified"));
        browser.submit("/audit", "/audit/verification", &[]).await.expect(303);
        ended(&app, "verify_audit").await;
        let whole = browser.get("/audit").await.expect(200).text;
        assert!(whole.contains("none altered") && whole.contains("all is as it should be"), "{whole}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_altered_audit_is_named_on_its_page() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    app.add("technologies", &posted("a")).await;
    let mut browser = signed_in(&app, Role::Admin).await;
    db.execute_unprepared("DROP TRIGGER IF EXISTS append_only_audit_entries_update").await.unwrap();
    let triggers = sea_orm::Statement::from_string(
        db.get_database_backend(),
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entries'",
    );
    for trigger in db.query_all_raw(triggers).await.unwrap() {
        let name: String = trigger.try_get("", "name").unwrap();
        db.execute_unprepared(&format!("DROP TRIGGER {name}")).await.unwrap();
    }
    let alter = Query::update()
        .table("audit_entries")
        .value("action", "nothing")
        .and_where(Expr::col("action").eq("created"))
        .take();
    db.execute(&alter).await.unwrap();
    browser.submit("/audit", "/audit/verification", &[]).await.expect(303);
    ended(&app, "verify_audit").await;
    let shown = browser.get("/audit").await.expect(200).text;
    assert!(shown.contains("was altered: its hash is another one"), "{shown}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_setting_is_shown_with_its_source_and_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("siku.toml");
    let key = "ab".repeat(32);
    let text = format!(
        "[database]\nurl = \"postgres://siku:hunter2@db/siku\"\n[mail]\nsmtp_url = \"smtps://me:letmein@mail\"\n\
         [accounts]\nsecret_key = \"{key}\"\n[clocks]\nfollow_up_months = [3, 9]\n"
    );
    std::fs::write(&file, text).unwrap();
    let mut loaded = Settings::load(Some(&file)).unwrap();
    loaded.overridden("worker.enabled", "false", "--no-worker");
    let db = TestDb::sqlite().await;
    let app = TestApp::with(&db, |settings| settings.sources = loaded.sources).await;
    let mut browser = signed_in(&app, Role::Admin).await;
    let shown = browser.get("/operations/settings").await.expect(200).text;
    for secret in ["hunter2", "letmein", key.as_str()] {
        assert!(!shown.contains(secret), "{shown}");
    }
    assert!(shown.contains("postgres://siku:***@db/siku") && shown.contains("siku.toml"), "{shown}");
    assert!(shown.contains("command line --no-worker") && shown.contains("clocks.follow_up_months"), "{shown}");
    assert_eq!(shown.matches("<th scope=\"row\">").count(), Settings::defaults().unwrap().sources.len());
    let put = app.ask(Method::POST, "/operations/settings").send().await;
    assert_eq!(put.status, 405);
}
