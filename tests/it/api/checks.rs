//! What is looked at before a record is submitted, and the records that it may repeat. On words alone.

use super::address;
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::library::checks::CODES;

fn pump() -> Value {
    json!({"title": "光伏直驱深井提水泵", "lang": "zh", "fields": ["agriculture"], "trl": 8, "cooperation_modes": ["sale"],
        "description": "本泵由太阳能组件直接驱动，不用蓄电池。额定功率2.2千瓦，扬程80米，晴天日提水45立方米。水位过低时自动停机。泵体为316不锈钢，适用井径125毫米以上。"})
}

/// The same with its sentences in another order, its units and title written otherwise.
fn edited() -> Value {
    let mut record = pump();
    record["title"] = json!("无蓄电池光伏深井泵");
    record["description"] = json!(
        "泵体采用316不锈钢，适用井径125mm以上。由太阳能组件直接驱动，不需要蓄电池，额定功率2.2kW，扬程80 m，晴天日提水45立方米。水位过低时自动停机。"
    );
    record
}

/// Another size of the same product.
fn larger() -> Value {
    let mut record = pump();
    record["description"] = json!(
        "本泵由太阳能组件直接驱动，不用蓄电池。额定功率7.5千瓦，扬程150米，晴天日提水160立方米。水位过低时自动停机。泵体为316不锈钢，适用井径200毫米以上。"
    );
    record
}

fn codes(answer: &Value) -> Vec<&str> {
    answer["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap()).collect()
}

on_both_databases! {
    async fn an_edited_copy_is_named_and_another_size_is_not(db: &TestDb) {
        let app = TestApp::on(db).await;
        let first = app.add("technologies", &pump()).await;
        let other = app.add("technologies", &larger()).await;
        app.drain().await;

        let looked = app.post("/api/v1/technologies/check", &edited()).send().await.expect(200).json();
        assert_eq!(codes(&looked), ["duplicate"], "{looked}");
        assert_eq!(looked["duplicates"].as_array().unwrap().len(), 1);
        assert_eq!(looked["duplicates"][0]["id"], first["id"]);
        assert_eq!(looked["words_only"], true);
        assert!(looked["duplicates"][0]["reason"].as_str().unwrap().starts_with("9") || looked["duplicates"][0]["reason"].as_str().unwrap().contains('%'));

        let copy = app.add("technologies", &edited()).await;
        app.drain().await;
        let near = app.get(&format!("{}/duplicates", address(&first))).send().await.expect(200).json();
        assert_eq!(near["records"].as_array().unwrap().len(), 1, "{near}");
        assert_eq!((&near["records"][0]["id"], &near["records"][0]["verdict"]), (&copy["id"], &json!("duplicate")));
        let alone = app.get(&format!("{}/duplicates", address(&other))).send().await.expect(200).json();
        assert_eq!(alone["records"], json!([]));
    }

    async fn a_record_that_is_sent_again_does_not_repeat_itself(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut record = pump();
        record["external_id"] = json!("t-1");
        app.add("technologies", &record).await;
        app.drain().await;
        let looked = app.post("/api/v1/technologies/check", &record).send().await.expect(200).json();
        assert_eq!(looked["duplicates"], json!([]));
        record["external_id"] = json!("t-2");
        let looked = app.post("/api/v1/technologies/check", &record).send().await.expect(200).json();
        assert_eq!(codes(&looked), ["duplicate"]);
    }

    async fn findings_have_a_place_and_words_in_the_language_asked_for(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("北京滴灌科技")).await;
        let mut record = pump();
        record["advantages"] = json!("由北京滴灌科技研制，电话一三八零零一三八零零零。");
        record["target_countries"] = json!(["XX"]);
        let ask = || app.post("/api/v1/technologies/check", &record).token(&firm);
        let looked = ask().send().await.expect(200).json();
        assert_eq!(codes(&looked), ["not-valid", "telephone", "own-name"], "{looked}");
        assert_eq!(looked["findings"][0]["pointer"], "/target_countries/0");
        assert_eq!((&looked["findings"][1]["pointer"], &looked["findings"][1]["severity"]), (&json!("/advantages"), &json!("warning")));
        let message = looked["findings"][2]["message"].as_str().unwrap();
        assert_eq!(message, "The name of your organisation stands in the public part: 北京滴灌科技");
        let chinese = ask().header("accept-language", "zh").send().await.expect(200).json();
        assert_eq!(chinese["findings"][2]["message"], "公开部分出现贵单位名称：北京滴灌科技");
        assert_eq!(app.get("/api/v1/technologies").send().await.expect(200).json()["records"], json!([]));
    }

    async fn only_operators_and_the_owner_see_what_a_record_repeats(db: &TestDb) {
        let app = TestApp::on(db).await;
        let record = app.add("technologies", &pump()).await;
        let place = format!("{}/duplicates", address(&record));
        app.get(&place).anonymous().send().await.expect_problem(401, "unauthenticated");
        let firm = app.token_of("firm", Role::Firm, Some("北京滴灌科技")).await;
        app.get(&place).token(&firm).send().await.expect_problem(403, "forbidden");
        let steward = app.token_of("steward", Role::Steward, None).await;
        app.get(&place).token(&steward).send().await.expect(200);
        app.post("/api/v1/technologies/check", &pump()).anonymous().send().await.expect_problem(401, "unauthenticated");
        app.get("/api/v1/technologies/nothing/duplicates").send().await.expect_problem(404, "not_found");
    }
}

#[test]
fn every_finding_has_a_message_and_a_suggestion_in_every_language() {
    for lang in siku::layout::Lang::ALL {
        let locale = siku::layout::Locale::new(*lang);
        for code in CODES {
            for family in ["check", "suggestion"] {
                assert!(locale.code_with(family, code, &["x".to_owned()]).is_some(), "{lang:?} {family}-{code}");
            }
        }
    }
}
