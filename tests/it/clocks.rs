//! What is due by the clock: matches that wait, export procedures, idle records. The clock is fixed.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::{Value, json};
use siku::accounts::{Actor, Role};
use siku::clocks::look::look;
use siku::clocks::stops::{ClockChange, StopReason, set};
use siku::clocks::view::of_match;
use siku::config::{Clocks, Settings};
use siku::db::Db;
use siku::library::store::{create, find};
use siku::library::{Demands, Status, Technologies};
use siku::matching::types::MatchState;
use siku::notices::{NoticeQuery, list};
use uuid::Uuid;

use crate::notices::person;
use crate::on_both_databases;
use crate::support::program::{run, siku};
use crate::support::records::{admin, demand, published_for, technology};
use crate::support::service::TestApp;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn clocks() -> Clocks {
    Settings::defaults().unwrap().clocks
}

/// A match that was proposed on Wednesday, 25 November 2026, between a firm in China and an embassy of Egypt.
pub struct Proposed {
    pub id: Uuid,
    firm: Uuid,
    embassy: Uuid,
}

impl Proposed {
    pub async fn new(db: &Db) -> Self {
        let firm = person(db, "firm", Some("Beijing Drip")).await;
        let embassy = person(db, "embassy", Some("Embassy of Egypt")).await;
        let id = pair(db, Some((firm, embassy))).await;
        Self { id, firm, embassy }
    }

    /// What both sides have been told of the match: kinds, oldest first. Their records are of today and may be idle by
    /// the fixed clock.
    async fn told(&self, db: &Db) -> (Vec<String>, Vec<String>) {
        let of_match = |kinds: Vec<String>| kinds.into_iter().filter(|kind| !kind.starts_with("record_")).collect();
        (of_match(kinds(db, self.firm).await), of_match(kinds(db, self.embassy).await))
    }
}

async fn organisation_of(db: &Db, user: Uuid) -> Uuid {
    use siku::accounts::rows::user;
    user::Entity::find_by_id(user).one(&**db).await.unwrap().unwrap().organisation_id.unwrap()
}

/// A proposed match, of the organisations of two people where they are given.
pub async fn pair(db: &Db, people: Option<(Uuid, Uuid)>) -> Uuid {
    let mut options = [published_for(Uuid::nil()), published_for(Uuid::nil())];
    for (option, user) in options.iter_mut().zip([people.map(|both| both.0), people.map(|both| both.1)]) {
        option.owner = match user {
            Some(user) => Some(organisation_of(db, user).await),
            None => None,
        };
    }
    let [offered, wanted] = options;
    let mut body = technology("控制器");
    body.country = "CN".to_owned();
    let technology = create::<Technologies>(db, &admin(), body, offered).await.unwrap();
    let mut body = demand("Irrigation");
    body.country = "EG".to_owned();
    let demand = create::<Demands>(db, &admin(), body, wanted).await.unwrap();
    let id = Uuid::now_v7();
    let none = || json!([]).into();
    let insert = Query::insert()
        .into_table("matches")
        .columns([
            "id",
            "demand_id",
            "technology_id",
            "status",
            "score",
            "rank",
            "algorithm",
            "signals",
            "coverage",
            "results",
            "institutions",
            "decided",
            "demand_version",
            "technology_version",
            "created_at",
            "updated_at",
        ])
        .values_panic([
            id.into(),
            demand.head.id.into(),
            technology.head.id.into(),
            MatchState::Proposed.as_str().into(),
            0.5.into(),
            1.into(),
            "test".into(),
            none(),
            none(),
            none(),
            none(),
            true.into(),
            1.into(),
            1.into(),
            at("2026-11-25T09:00:00Z").into(),
            at("2026-11-25T09:00:00Z").into(),
        ])
        .take();
    db.execute(&insert).await.unwrap();
    id
}

async fn kinds(db: &Db, user: Uuid) -> Vec<String> {
    let query = NoticeQuery { limit: 100, ..NoticeQuery::default() };
    let mut told: Vec<String> =
        list(&**db, user, &query, "en").await.unwrap().into_iter().map(|notice| notice.kind).collect();
    told.reverse();
    told
}

fn texts(kinds: &[&str]) -> Vec<String> {
    kinds.iter().map(|kind| (*kind).to_owned()).collect()
}

fn stopped(reason: StopReason) -> ClockChange {
    ClockChange { running: false, reason: Some(reason), text: None, export_started_on: None }
}

const RUNNING: ClockChange = ClockChange { running: true, reason: None, text: None, export_started_on: None };

on_both_databases! {
    async fn a_match_is_reminded_of_after_four_days_of_both_sides_overdue_after_six_and_again_each_week(db: &TestDb) {
        let proposed = Proposed::new(db).await;
        let mut day = at("2026-11-25T08:00:00Z");
        let mut first = Vec::new();
        while day < at("2026-12-22T00:00:00Z") {
            let before = proposed.told(db).await.0.len();
            // Twice a day, as a second worker would.
            look(db, &clocks(), day).await.unwrap();
            look(db, &clocks(), day + TimeDelta::hours(1)).await.unwrap();
            if proposed.told(db).await.0.len() > before {
                first.push(day.date_naive().to_string());
            }
            day += TimeDelta::days(1);
        }
        assert_eq!(first, ["2026-12-02", "2026-12-07", "2026-12-14", "2026-12-21"]);
        let expected = texts(&["match_due", "match_overdue", "match_overdue", "match_overdue"]);
        assert_eq!(proposed.told(db).await, (expected.clone(), expected));
        let query = NoticeQuery { limit: 1, ..NoticeQuery::default() };
        let shown = list(&***db, proposed.embassy, &query, "en").await.unwrap();
        assert!(shown[0].text.contains("Irrigation") && !shown[0].text.contains("控制器"), "{}", shown[0].text);
    }

    async fn the_side_that_has_answered_is_not_asked_again_and_an_answer_starts_no_new_clock(db: &TestDb) {
        let proposed = Proposed::new(db).await;
        let answered = Query::update()
            .table("matches")
            .value("proposed_at", at("2026-11-25T09:00:00Z"))
            .value("technology_answer", "accepted")
            .value("updated_at", at("2026-12-01T09:00:00Z"))
            .take();
        db.execute(&answered).await.unwrap();
        look(db, &clocks(), at("2026-12-02T09:00:00Z")).await.unwrap();
        assert_eq!(proposed.told(db).await, (texts(&[]), texts(&["match_due"])));
    }

    async fn a_clock_that_stands_reminds_nobody_and_goes_on_where_it_was(db: &TestDb) {
        let proposed = Proposed::new(db).await;
        let stop = stopped(StopReason::Documents);
        assert!(set(db, &admin(), proposed.id, &stop, at("2026-11-30T09:00:00Z")).await.unwrap());
        assert!(set(db, &admin(), proposed.id, &stop, at("2026-12-01T09:00:00Z")).await.unwrap(), "again: no change");
        look(db, &clocks(), at("2026-12-30T09:00:00Z")).await.unwrap();
        assert_eq!(proposed.told(db).await.0, texts(&[]));
        set(db, &admin(), proposed.id, &RUNNING, at("2027-01-04T09:00:00Z")).await.unwrap();
        // One day before it stood (26 November), then 4, 5 and 6 January; 7 January is Coptic Christmas.
        look(db, &clocks(), at("2027-01-05T20:00:00Z")).await.unwrap();
        assert_eq!(proposed.told(db).await.0, texts(&[]));
        look(db, &clocks(), at("2027-01-06T09:00:00Z")).await.unwrap();
        assert_eq!(proposed.told(db).await.0, texts(&["match_due"]));
        let view = of_match(db, proposed.id, at("2027-01-06T09:00:00Z").date_naive(), &clocks()).await.unwrap().unwrap();
        assert_eq!((view.running, view.stops.len(), view.stops[0].reason.as_str()), (true, 1, "documents"));
        let told = siku::audit::AuditQuery { record: Some(proposed.id), limit: 10, ..Default::default() };
        let entries = siku::audit::list(&***db, &told).await.unwrap();
        let actions: Vec<&str> = entries.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["clock_resumed", "clock_stopped"]);
    }

    async fn the_end_of_the_export_procedure_is_announced_to_the_firm_alone(db: &TestDb) {
        let proposed = Proposed::new(db).await;
        let began = ClockChange { export_started_on: Some(at("2026-11-25T00:00:00Z").date_naive()), ..RUNNING };
        set(db, &admin(), proposed.id, &began, at("2026-11-25T09:00:00Z")).await.unwrap();
        let day = |text: &str| at(&format!("{text}T09:00:00Z")).date_naive();
        let view = of_match(db, proposed.id, day("2026-11-25"), &clocks()).await.unwrap().unwrap();
        let export = view.export.unwrap();
        // Thirty Chinese working days after 25 November: 1 to 3 January are off.
        assert_eq!((export.ends_on, export.working_days_left), (Some(day("2027-01-07")), 30));
        let no_reminders = Clocks { remind_days: 500, overdue_days: 500, ..clocks() };
        for today in ["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-06", "2027-01-07", "2027-01-08"] {
            look(db, &no_reminders, at(&format!("{today}T09:00:00Z"))).await.unwrap();
        }
        assert_eq!(proposed.told(db).await, (texts(&["export_due", "export_due"]), texts(&[])));
    }

    async fn an_idle_record_warns_its_owner_three_times_and_is_archived(db: &TestDb) {
        let user = person(db, "firm", Some("Beijing Drip")).await;
        let owner = organisation_of(db, user).await;
        let kept = create::<Technologies>(db, &admin(), technology("kept"), published_for(owner)).await.unwrap();
        let idle = create::<Technologies>(db, &admin(), technology("idle"), published_for(owner)).await.unwrap();
        let began = idle.head.updated_at;
        let mut heard = Vec::new();
        for day in 1..=185 {
            let before = kinds(db, user).await.len();
            look(db, &clocks(), began + TimeDelta::days(day)).await.unwrap();
            if kinds(db, user).await.len() > before {
                heard.push(day);
            }
            if day == 100 {
                let fresh = Query::update()
                    .table("technologies")
                    .value("updated_at", began + TimeDelta::days(100))
                    .value("version", 2)
                    .and_where(Expr::col("id").eq(kept.head.id))
                    .take();
                db.execute(&fresh).await.unwrap();
            }
        }
        // The one that was changed on day 100 is warned of anew on day 130.
        assert_eq!(heard, [30, 90, 130, 150, 180]);
        let status = async |id: Uuid| {
            let found = find::<Technologies>(&***db, &Actor::System, &id.to_string()).await.unwrap().unwrap();
            found.head.status
        };
        assert_eq!((status(idle.head.id).await, status(kept.head.id).await), (Status::Archived, Status::Published));
        let told = kinds(db, user).await;
        assert_eq!(told.iter().filter(|kind| *kind == "record_idle").count(), 3 + 3, "on 30, 90 and 150 of one, on 30, 90 and 130 of the other");
        assert_eq!(told.last().unwrap(), "record_archived");
    }

    async fn late_matches_are_listed_and_clocks_are_set_over_the_api(db: &TestDb) {
        let app = TestApp::on(db).await;
        let id = pair(db, None).await;
        let place = format!("/api/v1/clocks/{id}");
        let long_ago = Query::update().table("matches").value("updated_at", at("2026-01-05T09:00:00Z")).take();
        db.execute(&long_ago).await.unwrap();
        let late = app.get("/api/v1/clocks").send().await.expect(200).json();
        assert_eq!((&late["records"][0]["match_id"], &late["records"][0]["waiting"]["stage"]), (&json!(id), &json!("overdue")));
        let missing = app.put(&place, &json!({"running": false})).send().await;
        assert_eq!(missing.expect_problem(422, "invalid_fields"), ["/reason"]);
        let set = app.put(&place, &json!({"running": false, "reason": "visit", "text": "Visit in May"})).send().await;
        let set = set.expect(200).json();
        assert_eq!((&set["running"], &set["stops"][0]["text"]), (&json!(false), &json!("Visit in May")));
        assert_eq!(app.get(&place).send().await.expect(200).json(), set);
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        app.put(&place, &json!({"running": true})).token(&firm).send().await.expect_problem(403, "forbidden");
        app.get(&place).token(&firm).send().await.expect_problem(403, "forbidden");
        let nothing = "/api/v1/clocks/019a0000-0000-7000-8000-000000000009";
        app.get(nothing).send().await.expect_problem(404, "not_found");
        app.put(nothing, &json!({"running": true})).send().await.expect_problem(404, "not_found");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn working_days_are_counted_for_everybody_and_say_how_sure_they_are() {
    let db = crate::support::database::TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let asked = "/api/v1/working-days?countries=CN,EG&from=2026-11-25&days=6";
    let counted = app.get(asked).anonymous().send().await.expect(200).json();
    assert_eq!(counted["until"], "2026-12-07");
    let certain: Vec<&Value> = counted["calendars"].as_array().unwrap().iter().map(|one| &one["certainty"]).collect();
    assert_eq!(certain, [&json!("official"), &json!("estimated")]);
    let festival = app.get("/api/v1/working-days?countries=CN&from=2026-02-13&days=1").send().await.expect(200).json();
    assert_eq!(festival["until"], "2026-02-14", "a Saturday that is worked");
    let wrong = app.get("/api/v1/working-days?countries=XX&days=9999").send().await;
    assert_eq!(wrong.expect_problem(400, "invalid_parameter"), ["countries", "countries", "days"]);
}

#[test]
fn the_command_line_counts_working_days_and_says_what_it_does_not_know() {
    let folder = tempfile::tempdir().unwrap();
    let counted = run(siku(&folder).args(["clocks", "days", "2", "CN", "lu", "--from", "2026-11-25"]));
    assert_eq!(String::from_utf8_lossy(&counted.stdout), "2026-11-27\n");
    assert!(String::from_utf8_lossy(&counted.stderr).contains("LU: no calendar"));
    let late = run(siku(&folder).args(["clocks", "late"]));
    assert!(String::from_utf8_lossy(&late.stderr).contains("0 matches are late"));
    assert_eq!(siku(&folder).args(["clocks", "days", "2", "China"]).output().unwrap().status.code(), Some(2));
}
