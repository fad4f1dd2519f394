//! The dashboard, against a stage that is small enough to count by hand.

use chrono::{DateTime, Utc};
use reqwest::Method;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use siku::accounts::Role;
use siku::dashboard::{Counter, Dashboard, Figure, Label, Slice, Subject};
use siku::db::Db;
use siku::library::store::{Counts, create, set_status};
use siku::library::{Demands, Institution, Institutions, Status, Technologies};
use siku::matching::life::StepKind;
use siku::matching::rows::{events, matches};
use uuid::Uuid;

use crate::accounts::browser::{Browser, person};
use crate::on_both_databases;
use crate::support::records::{admin, demand, published, technology};
use crate::support::service::TestApp;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

async fn wanted(db: &Db, country: &str, fields: &[&str]) -> Uuid {
    let mut body = demand("Irrigation");
    body.country = country.to_owned();
    body.fields = fields.iter().map(|field| (*field).to_owned()).collect();
    create::<Demands>(db, &admin(), body, published()).await.unwrap().head.id
}

async fn offered(db: &Db, fields: &[&str]) -> Uuid {
    let mut body = technology("Controller");
    body.country = "CN".to_owned();
    body.fields = fields.iter().map(|field| (*field).to_owned()).collect();
    create::<Technologies>(db, &admin(), body, published()).await.unwrap().head.id
}

/// A match that was suggested on a day and then came to these states; an undone step is written `-state`.
async fn went(db: &Db, demand: Uuid, technology: Uuid, suggested: &str, steps: &[(&str, &str)]) {
    let id = Uuid::now_v7();
    let last = steps.iter().rev().find(|(state, _)| !state.starts_with('-')).map_or("suggested", |(state, _)| state);
    let row = matches::Model {
        id,
        demand_id: demand,
        technology_id: technology,
        status: last.to_owned(),
        algorithm: "test-1".to_owned(),
        signals: json!([]),
        coverage: json!([]),
        results: json!([]),
        institutions: json!([]),
        created_at: at(suggested),
        updated_at: at(suggested),
        version: 1,
        ..matches::Model::default()
    };
    matches::Entity::insert(row.into_active_model()).exec(&**db).await.unwrap();
    for (state, moment) in steps {
        let event = events::Model {
            id: Uuid::now_v7(),
            match_id: id,
            from_status: Some("suggested".to_owned()),
            to_status: state.trim_start_matches('-').to_owned(),
            at: at(moment),
            snapshot: json!({}),
            kind: StepKind::Moved.as_str().to_owned(),
            ..events::Model::default()
        };
        let undone = events::Model {
            id: Uuid::now_v7(),
            to_status: "suggested".to_owned(),
            kind: StepKind::Undone.as_str().to_owned(),
            undoes: Some(event.id),
            ..event.clone()
        };
        events::Entity::insert(event.into_active_model()).exec(&**db).await.unwrap();
        if state.starts_with('-') {
            events::Entity::insert(undone.into_active_model()).exec(&**db).await.unwrap();
        }
    }
}

/// Five matches of three demands and two technologies; a demand and a technology that are in none; two institutions.
async fn stage(db: &Db) {
    let egypt = wanted(db, "EG", &["agriculture", "energy"]).await;
    let tunisia = wanted(db, "TN", &["agriculture"]).await;
    let kenya = wanted(db, "KE", &[]).await;
    wanted(db, "TN", &["health"]).await;
    let (drip, pump) = (offered(db, &["agriculture"]).await, offered(db, &["energy"]).await);
    offered(db, &["ocean"]).await;
    let way = [
        ("proposed", "2026-10-03T00:00:00Z"),
        ("accepted", "2026-10-05T00:00:00Z"),
        ("introduced", "2026-10-06T00:00:00Z"),
        ("negotiating", "2026-10-07T00:00:00Z"),
        ("agreed", "2026-11-06T00:00:00Z"),
    ];
    went(db, egypt, drip, "2026-10-01T00:00:00Z", &way).await;
    went(
        db,
        egypt,
        pump,
        "2026-11-01T00:00:00Z",
        &[("shortlisted", "2026-11-02T00:00:00Z"), ("proposed", "2026-11-06T00:00:00Z")],
    )
    .await;
    went(db, tunisia, drip, "2026-11-01T00:00:00Z", &[("-proposed", "2026-11-02T00:00:00Z")]).await;
    went(db, tunisia, pump, "2026-11-01T00:00:00Z", &[("dismissed", "2026-11-02T00:00:00Z")]).await;
    went(db, kenya, pump, "2026-11-10T00:00:00Z", &[("dismissed", "2026-11-13T00:00:00Z")]).await;
    for grade in [Some("A"), Some("A"), None] {
        let body = Institution {
            lang: Some("en".to_owned()),
            title: "Centre".to_owned(),
            grade: grade.map(str::to_owned),
            ..Institution::default()
        };
        create::<Institutions>(db, &admin(), body, published()).await.unwrap();
    }
}

/// Counted from the database, with nothing kept from before.
async fn anew(db: &Db, slice: &Slice) -> Dashboard {
    Counter::default().count(db, &Counts::default(), slice).await.unwrap()
}

async fn figure(db: &Db, subject: Subject, slice: Slice) -> Figure {
    anew(db, &slice).await.figure(subject).unwrap().clone()
}

async fn counted(db: &Db, subject: Subject) -> Figure {
    figure(db, subject, Slice::default()).await
}

/// The numbers of a line by the codes of its labels.
fn numbers<'a>(figure: &'a Figure, labels: &[&str]) -> &'a [f64] {
    let code = |label: &Label| match label {
        Label::State(code) | Label::Country(code) | Label::Field(code) | Label::Grade(code) => code.clone(),
        Label::Month((year, month)) => format!("{year}-{month:02}"),
        Label::Nothing => "-".to_owned(),
    };
    let line = figure.lines.iter().find(|(found, _)| found.iter().map(code).collect::<Vec<_>>() == labels);
    &line.unwrap_or_else(|| panic!("no line {labels:?} in {figure:?}")).1
}

on_both_databases! {
    async fn the_funnel_counts_who_came_at_least_so_far_and_no_step_that_was_taken_back(db: &TestDb) {
        stage(db).await;
        let funnel = counted(db, Subject::Funnel).await;
        let counts: Vec<f64> = funnel.lines.iter().map(|(_, numbers)| numbers[0]).collect();
        assert_eq!(counts, [5.0, 2.0, 2.0, 1.0, 1.0, 1.0, 1.0, 0.0]);
    }

    async fn time_in_a_state_is_the_median_of_those_that_left_it(db: &TestDb) {
        stage(db).await;
        let time = counted(db, Subject::Time).await;
        // Suggested for 2, 1, 1 and 3 days by those that left; one whose step was taken back is still there.
        assert_eq!(numbers(&time, &["suggested"]), [1.5, 4.0, 1.0]);
        assert_eq!(numbers(&time, &["shortlisted"]), [4.0, 1.0, 0.0]);
        assert_eq!(numbers(&time, &["proposed"]), [2.0, 1.0, 1.0]);
        assert_eq!(numbers(&time, &["negotiating"]), [30.0, 1.0, 0.0]);
        assert_eq!(numbers(&time, &["agreed"]), [0.0, 0.0, 1.0]);
    }

    async fn matches_are_spread_over_country_field_and_month(db: &TestDb) {
        stage(db).await;
        let spread = counted(db, Subject::Spread).await;
        assert_eq!(numbers(&spread, &["EG", "agriculture", "2026-10"]), [1.0, 1.0, 1.0]);
        assert_eq!(numbers(&spread, &["EG", "energy", "2026-11"]), [1.0, 0.0, 0.0]);
        assert_eq!(numbers(&spread, &["TN", "agriculture", "2026-11"]), [2.0, 0.0, 0.0]);
        assert_eq!(numbers(&spread, &["KE", "-", "2026-11"]), [1.0, 0.0, 0.0]);
        assert_eq!(spread.lines.len(), 6);
        assert_eq!(spread.lines[0].1[0], 2.0, "the most stand first");
    }

    async fn gaps_are_what_is_in_no_open_match(db: &TestDb) {
        stage(db).await;
        let demands = counted(db, Subject::UnansweredDemands).await;
        assert_eq!((numbers(&demands, &["TN", "health"]), numbers(&demands, &["KE", "-"])), ([1.0].as_slice(), [1.0].as_slice()));
        assert_eq!(demands.lines.len(), 2);
        let technologies = counted(db, Subject::IdleTechnologies).await;
        assert_eq!((numbers(&technologies, &["CN", "ocean"]), technologies.lines.len()), ([1.0].as_slice(), 1));
        let grades = counted(db, Subject::Grades).await;
        assert_eq!((numbers(&grades, &["A"]), numbers(&grades, &["-"])), ([2.0].as_slice(), [1.0].as_slice()));
    }

    async fn a_slice_counts_only_what_is_in_it(db: &TestDb) {
        stage(db).await;
        let of = |country: &str, field: &str, month: &str| {
            let given = |code: &str| (!code.is_empty()).then(|| code.to_owned());
            Slice { country: given(country), field: given(field), month: given(month) }
        };
        let suggested = async |slice| figure(db, Subject::Funnel, slice).await.lines[0].1[0];
        assert_eq!(suggested(of("EG", "", "")).await, 2.0);
        assert_eq!(suggested(of("", "agriculture", "")).await, 4.0);
        assert_eq!(suggested(of("", "agriculture", "2026-11")).await, 3.0);
        assert_eq!(suggested(of("KE", "agriculture", "")).await, 0.0);
        let gaps = figure(db, Subject::UnansweredDemands, of("TN", "", "")).await;
        assert_eq!((gaps.lines.len(), numbers(&gaps, &["TN", "health"])), (1, [1.0].as_slice()));
        assert_eq!(figure(db, Subject::UnansweredDemands, of("", "energy", "")).await.lines.len(), 0);
        let all = anew(db, &Slice::default()).await;
        assert_eq!((all.countries, all.fields), (vec!["EG".into(), "KE".into(), "TN".into()], vec!["agriculture".into(), "energy".into()]));
    }

    async fn what_is_kept_of_matches_is_what_counting_anew_finds_whoever_changed_them(db: &TestDb) {
        stage(db).await;
        let (kept, counts, other) = (Counter::default(), Counts::default(), db.opened_again().await);
        let same = async |told: &str| {
            let now = kept.count(db, &counts, &Slice::default()).await.unwrap();
            assert_eq!(now, anew(db, &Slice::default()).await, "{told}");
            now
        };
        let mut before = same("at first").await;
        let mut moved = async |told: &str| {
            let now = same(told).await;
            assert_ne!(now, before, "{told}");
            before = now;
        };
        let (demand, technology) = (wanted(&other, "EG", &["health"]).await, offered(db, &["health"]).await);
        moved("a demand and a technology of which one came from another process").await;
        went(&other, demand, technology, "2026-11-20T00:00:00Z", &[("proposed", "2026-11-21T00:00:00Z")]).await;
        moved("a match").await;
        let row = matches::Entity::find().filter(matches::Column::DemandId.eq(demand)).one(&***db).await.unwrap().unwrap();
        let step = events::Model {
            // Long before the newest: it was made long ago and is there only now.
            id: Uuid::from_u128(1),
            match_id: row.id,
            from_status: Some("proposed".to_owned()),
            to_status: "accepted".to_owned(),
            at: at("2026-11-22T00:00:00Z"),
            snapshot: json!({}),
            kind: StepKind::Moved.as_str().to_owned(),
            ..events::Model::default()
        };
        events::Entity::insert(step.clone().into_active_model()).exec(&*other).await.unwrap();
        moved("a step that came late").await;
        let undone = events::Model { id: Uuid::now_v7(), kind: StepKind::Undone.as_str().to_owned(), undoes: Some(step.id), ..step };
        events::Entity::insert(undone.into_active_model()).exec(&***db).await.unwrap();
        moved("a step that was taken back").await;
        set_status::<Technologies>(&other, &admin(), technology, None, Status::Archived, None).await.unwrap();
        same("a technology that is not published any more").await;
        set_status::<Demands>(db, &admin(), demand, None, Status::Withdrawn, None).await.unwrap();
        same("a demand that is not published any more").await;
    }

    async fn long_tables_are_whole_in_the_files_and_begun_on_the_page(db: &TestDb) {
        let app = TestApp::on(db).await;
        for field in siku::seeds::fields().unwrap().iter().take(110) {
            wanted(db, "TN", &[field.code.as_str()]).await;
        }
        person(&app, "broker@example.org", Role::Broker, Some("Brokers")).await;
        let mut broker = Browser::of(&app, "broker@example.org").await;
        let csv = broker.get("/dashboard/unanswered_demands.csv").await.expect(200).text;
        let lines = csv.lines().count() - 1;
        assert!(lines >= 110, "{csv}");
        let shown = broker.get("/dashboard").await.expect(200).text;
        assert!(shown.contains(&format!("{} more lines are in the files.", lines - 100)), "{shown}");
        assert_eq!(shown.matches("<tr><td data-label=\"Country\">Tunisia</td>").count(), 100, "{shown}");
    }

    async fn the_page_draws_every_figure_and_saves_it_in_three_formats(db: &TestDb) {
        let app = TestApp::on(db).await;
        stage(db).await;
        let mut nobody = Browser::new(&app);
        assert!(nobody.get("/dashboard").await.expect(303).header("location").starts_with("/sign-in"));
        person(&app, "firm@example.org", Role::Firm, Some("A firm")).await;
        let mut firm = Browser::of(&app, "firm@example.org").await;
        for path in ["/dashboard", "/dashboard/funnel.csv"] {
            firm.get(path).await.expect(403);
        }
        person(&app, "broker@example.org", Role::Broker, Some("Brokers")).await;
        let mut broker = Browser::of(&app, "broker@example.org").await;
        let shown = broker.get("/dashboard").await.expect(200).text;
        assert_eq!(shown.matches("<svg xmlns").count(), 6, "{shown}");
        assert!(shown.contains("Egypt") && shown.contains("<details>") && !shown.contains("<script>"), "{shown}");
        let sliced = broker.get("/dashboard?country=KE&month=2026-11").await.expect(200).text;
        assert!(sliced.contains("/dashboard/spread.csv?country=KE&#38;month=2026-11"), "{sliced}");
        assert!(sliced.contains("<option value=\"KE\" selected>"), "{sliced}");
        let csv = broker.get("/dashboard/spread.csv?country=KE").await.expect(200);
        assert_eq!(csv.header("content-disposition"), "attachment; filename=\"spread.csv\"");
        assert_eq!(csv.text.trim_start_matches('\u{feff}'), "Country,Field,Month,Suggested,Introduced,Agreed\r\nKenya,not said,2026-11,1,0,0\r\n");
        assert!(shown.contains("<td data-label=\"Month\">November 2026</td>") && !shown.contains(">2026-11<"), "{shown}");
        for (lang, month) in [("zh", "2026年11月"), ("ar", "نوفمبر 2026")] {
            let shown = broker.get(&format!("/dashboard?lang={lang}")).await.expect(200).text;
            assert!(shown.contains(&format!(">{month}</td>")), "{lang}: {shown}");
            let picture = broker.get(&format!("/dashboard/spread.svg?lang={lang}")).await.expect(200).text;
            assert!(picture.contains(month) && !picture.contains("2026-11"), "{lang}: {picture}");
            let csv = broker.get(&format!("/dashboard/spread.csv?lang={lang}")).await.expect(200).text;
            assert!(csv.contains(",2026-11,") && !csv.contains(month), "{lang}: {csv}");
        }
        let svg = broker.get("/dashboard/funnel.svg").await.expect(200);
        assert!(svg.header("content-type").starts_with("image/svg+xml") && svg.text.starts_with("<svg "), "{}", svg.text);
        let book = broker.get("/dashboard/time.xlsx").await.expect(200);
        assert!(book.header("content-type").contains("spreadsheetml"));
        for path in ["/dashboard/funnel.pdf", "/dashboard/other.csv", "/dashboard/funnel"] {
            broker.get(path).await.expect(404);
        }
        assert_eq!(app.ask(Method::POST, "/dashboard").send().await.status, 405);
    }

    async fn an_empty_installation_has_an_empty_dashboard(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "broker@example.org", Role::Broker, Some("Brokers")).await;
        let shown = Browser::of(&app, "broker@example.org").await.get("/dashboard").await.expect(200).text;
        assert_eq!(shown.matches("There is nothing of this kind.").count(), 4, "{shown}");
    }
}
