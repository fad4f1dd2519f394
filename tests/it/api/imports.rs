//! A spreadsheet sent to a library.

use crate::on_both_databases;
use crate::support::service::{Ask, TestApp};
use reqwest::Method;
use serde_json::{Value, json};
use siku::accounts::Role;

const TABLE: &str = "货号,标题,描述,lang,trl\nt1,太阳能滴灌控制器,光伏供电。,zh,7\nt2,盐水淡化膜,低能耗。,zh,12\nt3,抗旱谷子,新品种。,zh,9\n";

fn send(app: &TestApp, query: &str, media_type: &str, file: impl Into<reqwest::Body>) -> Ask {
    app.ask(Method::POST, &format!("/api/v1/technologies/imports{query}")).text(media_type, file)
}

async fn drafts(app: &TestApp, token: &str) -> Vec<Value> {
    let list = app.get("/api/v1/technologies?status=draft").token(token).send().await.expect(200).json();
    list["records"].as_array().unwrap().clone()
}

fn counts(answer: &Value) -> [i64; 5] {
    ["rows", "created", "updated", "unchanged", "skipped"].map(|name| answer[name].as_i64().unwrap())
}

on_both_databases! {
    async fn a_firms_spreadsheet_becomes_its_drafts_and_the_bad_row_is_named(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let query = "?column=货号=external_id&set=fields=agriculture";
        let first = send(&app, query, "text/csv", TABLE).token(&firm).send().await.expect(200).json();
        assert_eq!(counts(&first), [3, 2, 0, 0, 1], "{first}");
        assert_eq!((&first["bad"][0]["line"], &first["bad"][0]["problems"][0]["column"]), (&json!(3), &json!("trl")));
        let mine = drafts(&app, &firm).await;
        assert_eq!(mine.len(), 2);
        assert_eq!((&mine[0]["fields"], &mine[0]["provenance"]), (&json!(["agriculture"]), &json!("imported")));
        let corrected = TABLE.replace(",12", ",6").replace("新品种", "更新品种");
        let second = send(&app, query, "text/csv", corrected).token(&firm).send().await.expect(200).json();
        assert_eq!(counts(&second), [3, 1, 1, 1, 0], "{second}");
        let other = app.token_of("other", Role::Firm, Some("Somebody else")).await;
        assert!(drafts(&app, &other).await.is_empty());
    }

    async fn what_is_only_looked_over_or_bad_as_a_whole_stores_nothing(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        for mode in ["dry_run", "all_or_nothing"] {
            let query = format!("?column=货号=external_id&mode={mode}");
            let answer = send(&app, &query, "text/csv", TABLE).token(&firm).send().await.expect(200).json();
            assert_eq!((counts(&answer), &answer["stored"]), ([3, 0, 0, 0, 1], &json!(false)), "{mode}");
        }
        let published = send(&app, "?status=published&ignore=货号", "text/csv", TABLE).token(&firm).send().await;
        published.expect_problem(400, "invalid_parameter");
        let unknown = send(&app, "", "text/csv", TABLE).token(&firm).send().await;
        assert!(unknown.json()["detail"].as_str().unwrap().contains("货号"), "{}", unknown.text);
        unknown.expect_problem(422, "invalid_fields");
        send(&app, "", "application/pdf", TABLE).token(&firm).send().await.expect_problem(415, "unsupported_media_type");
        let empty = send(&app, "", "text/csv", "").token(&firm).send().await.expect(200).json();
        assert_eq!(counts(&empty), [0; 5]);
        assert!(drafts(&app, &firm).await.is_empty());
    }

    async fn all_that_is_wrong_with_a_row_is_told_at_once(db: &TestDb) {
        let app = TestApp::on(db).await;
        let row = "title,lang,trl,ip_status,cooperation_modes,target_countries,price_min\n,zh,12,perhaps,licence;rent,Mars,cheap\n";
        let answer = send(&app, "", "text/csv", row).send().await.expect(200).json();
        let problems = answer["bad"][0]["problems"].as_array().unwrap();
        let mut columns: Vec<&str> = problems.iter().map(|one| one["column"].as_str().unwrap()).collect();
        columns.sort_unstable();
        let wrong = ["cooperation_modes", "ip_status", "price_min", "target_countries", "title", "trl"];
        assert_eq!(columns, wrong, "{answer}");
    }

    async fn rows_without_a_name_of_their_own_go_in_once_for_one_key(db: &TestDb) {
        let app = TestApp::on(db).await;
        let lines = ["a", "b"].map(|title| json!({"title": title, "lang": "en"}).to_string()).join("\n");
        let ask = || send(&app, "", "application/x-ndjson", lines.clone()).header("idempotency-key", "f1").send();
        let first = ask().await.expect(200);
        assert_eq!((counts(&first.json()), &first.json()["nameless"]), ([2, 2, 0, 0, 0], &json!(2)));
        let second = ask().await.expect(200);
        assert_eq!((second.header("idempotency-replayed"), &second.text), ("true", &first.text));
        let all = app.get("/api/v1/technologies?limit=100").send().await.expect(200).json();
        assert_eq!(all["records"].as_array().unwrap().len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_workbook_is_read_as_well() {
    let db = crate::support::database::TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, (name, value)) in [("title", "太阳能滴灌控制器"), ("lang", "zh")].into_iter().enumerate() {
        let column = u16::try_from(column).unwrap();
        sheet.write(0, column, name).unwrap();
        sheet.write(1, column, value).unwrap();
    }
    let file = book.save_to_buffer().unwrap();
    let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let answer = send(&app, "", media_type, file).send().await.expect(200).json();
    assert_eq!(counts(&answer), [1, 1, 0, 0, 0], "{answer}");
}
