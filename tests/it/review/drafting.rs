//! Drafts are saved again and again: nothing is lost, nothing is asked for too early, and no version is left for each.

use crate::api::{address, demand, technology};
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::{Value, json};
use siku::accounts::Role;

on_both_databases! {
    async fn saving_a_draft_leaves_one_version_until_it_is_submitted(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let draft = app.post("/api/v1/technologies", &technology("a")).token(&firm).send().await.expect(201);
        let (place, mut tag) = (address(&draft.json()), draft.header("etag").to_owned());
        for title in ["ab", "abc", "abcd"] {
            let saved = app.patch(&place, &json!({"title": title})).token(&firm).header("if-match", &tag).send().await;
            tag = saved.expect(200).header("etag").to_owned();
        }
        let versions = async || app.get(&format!("{place}/versions")).token(&firm).send().await.expect(200).json();
        assert_eq!(versions().await["records"].as_array().unwrap().len(), 1);
        let changed = app.get(&format!("{place}/versions/1/difference")).token(&firm).send().await.expect(200).json();
        assert_eq!((&changed["to"], &changed["changes"][0]["new"]), (&json!(4), &json!("abcd")));
        app.patch(&place, &json!({"status": "submitted"})).token(&firm).header("if-match", &tag).send().await.expect(200);
        let all = versions().await;
        let titles: Vec<&Value> = all["records"].as_array().unwrap().iter().map(|one| &one["body"]["title"]).collect();
        assert_eq!(titles, [&json!("abcd"), &json!("a")]);
    }

    async fn a_save_that_comes_too_late_is_told_the_version_there_is(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let draft = app.post("/api/v1/technologies", &technology("a")).token(&firm).send().await.expect(201).json();
        let place = address(&draft);
        let save = |title: &str| app.patch(&place, &json!({"title": title})).token(&firm).header("if-match", "\"v1\"").send();
        save("b").await.expect(200);
        let late = save("c").await;
        assert_eq!(late.json()["current_version"], 2);
        late.expect_problem(412, "stale_version");
        assert_eq!(app.get(&place).token(&firm).send().await.expect(200).json()["title"], "b");
    }

    async fn a_draft_may_lack_what_is_needed_but_not_be_malformed_and_is_not_submitted_so(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        for (library, body) in [("technologies", json!({})), ("demands", json!({"title": "b", "lang": "fr"}))] {
            let place = format!("/api/v1/{library}");
            let draft = app.post(&place, &body).token(&firm).send().await.expect(201).json();
            let place = address(&draft);
            let patch = |body: Value| app.patch(&place, &body).token(&firm).header("if-match", "*").send();
            let refused = patch(json!({"status": "submitted"})).await.expect_problem(422, "invalid_fields");
            assert!(refused[0] == "/title" || refused[0] == "/country", "{refused:?}");
            assert_eq!(patch(json!({"lang": "klingon!"})).await.expect_problem(422, "invalid_fields"), ["/lang"]);
            // Whoever may publish cannot publish it so either.
            let at_once = app.patch(&place, &json!({"status": "published"})).header("if-match", "*").send().await;
            at_once.expect_problem(422, "invalid_fields");
            let whole = if library == "demands" { demand("b") } else { technology("b") };
            app.put(&place, &whole).token(&firm).header("if-match", "*").send().await.expect(200);
            patch(json!({"status": "submitted"})).await.expect(200);
        }
        app.post("/api/v1/technologies?status=submitted", &json!({})).token(&firm).send().await.expect(422);
    }
}
