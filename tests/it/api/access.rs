//! Who may do what: tokens, roles, and what is hidden from whom.

use super::{address, demand, technology};
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::json;
use siku::accounts::Role;
use siku::accounts::users;

on_both_databases! {
    async fn writing_needs_a_token_that_reaches(db: &TestDb) {
        let app = TestApp::on(db).await;
        let nobody = app.post("/api/v1/technologies", &technology("a")).anonymous().send().await;
        assert_eq!(nobody.header("www-authenticate"), "Bearer realm=\"siku\"");
        nobody.expect_problem(401, "unauthenticated");
        let firm = app.token_of("firm", Role::Firm, None).await;
        app.post("/api/v1/technologies", &technology("a")).token(&firm).send().await.expect_problem(403, "forbidden");
        let steward = app.token_of("steward", Role::Steward, None).await;
        app.post("/api/v1/technologies", &technology("a")).token(&steward).send().await.expect(201);
    }

    async fn a_firm_writes_drafts_of_its_own_and_a_steward_publishes_them(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let rival = app.token_of("rival", Role::Firm, Some("Another firm")).await;
        let draft = app.post("/api/v1/technologies", &technology("a")).token(&firm).send().await.expect(201).json();
        assert_eq!(draft["status"], "draft");
        let place = address(&draft);
        app.get(&place).anonymous().send().await.expect(404);
        app.get(&place).token(&rival).send().await.expect(404);
        let patch = |body| app.patch(&place, &body).header("if-match", "*");
        patch(json!({"title": "b"})).token(&rival).send().await.expect_problem(404, "not_found");
        patch(json!({"title": "b"})).token(&firm).send().await.expect(200);
        patch(json!({"status": "published"})).token(&firm).send().await.expect_problem(409, "invalid_state");
        let submitted = patch(json!({"status": "submitted"})).token(&firm).send().await.expect(200).json();
        assert_eq!(submitted["status"], "submitted");
        let waiting = app.get("/api/v1/technologies?status=submitted").send().await.expect(200).json();
        assert_eq!(waiting["records"][0]["id"], draft["id"]);
        // By a review, not past it.
        patch(json!({"status": "published"})).send().await.expect_problem(409, "invalid_state");
        let good = crate::review::scores([4, 4, 3, 3]);
        let review = app.post(&format!("{place}/reviews"), &good).header("if-match", "*").send().await.expect(201);
        assert_eq!(review.json()["status"], "published");
        // What everybody sees is not changed past the reviewers, by no way.
        patch(json!({"title": "c"})).token(&firm).send().await.expect(202);
        patch(json!({"title": "c"})).token(&rival).send().await.expect_problem(403, "forbidden");
        app.put(&place, &technology("c")).header("if-match", "*").token(&firm).send().await.expect_problem(409, "invalid_state");
        let translated = json!({"title": "by a reviewer", "origin": "human"});
        let reviewed = app.put(&format!("{place}/translations/en"), &translated).header("if-match", "*");
        assert!(reviewed.send().await.status < 300);
        let translation = app.put(&format!("{place}/translations/en"), &json!({"title": "c", "origin": "human"}));
        translation.token(&firm).send().await.expect_problem(409, "invalid_state");
        app.delete(&format!("{place}/translations/en")).token(&firm).send().await.expect_problem(409, "invalid_state");
        assert_eq!(app.get(&place).anonymous().send().await.expect(200).json()["title"], "b");
        patch(json!({"status": "draft"})).token(&firm).send().await.expect(200);
        patch(json!({"title": "c"})).token(&firm).send().await.expect(200);
        app.get(&place).anonymous().send().await.expect(404);
        let at_once = app.post("/api/v1/technologies?status=published", &technology("d")).token(&firm).send().await;
        at_once.expect_problem(409, "invalid_state");
    }

    async fn a_token_that_is_none_is_refused_even_where_none_is_needed(db: &TestDb) {
        let app = TestApp::on(db).await;
        for wrong in ["siku_", "siku_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "something"] {
            let answer = app.get("/api/v1/technologies").token(wrong).send().await;
            assert!(answer.header("www-authenticate").contains("error=\"invalid_token\""));
            answer.expect_problem(401, "invalid_token");
        }
        let basic = app.get("/api/v1/technologies").anonymous().header("authorization", "Basic YTpi").send().await;
        basic.expect_problem(401, "invalid_token");
    }

    async fn a_reset_account_has_one_new_token_and_the_old_one_is_dead(db: &TestDb) {
        let app = TestApp::on(db).await;
        app.get("/api/v1/organisations").send().await.expect(200);
        let fresh = users::reset(&app.db, "admin").await.unwrap();
        app.get("/api/v1/organisations").send().await.expect_problem(401, "invalid_token");
        app.get("/api/v1/organisations").token(fresh.token.reveal()).send().await.expect(200);
        assert!(users::reset(&app.db, "nobody").await.unwrap_err().to_string().contains("no account named nobody"));
    }

    async fn an_account_needs_a_name_of_its_own_and_organisations_are_shared(db: &TestDb) {
        let app = TestApp::on(db).await;
        app.token_of("one", Role::Firm, Some("Beijing Drip")).await;
        app.token_of("two", Role::Firm, Some("Beijing Drip")).await;
        let again = users::NewUser { name: "one", role: Role::Firm, organisation: None };
        assert!(users::create(&app.db, &again).await.unwrap_err().to_string().contains("account named one already"));
        let list = app.get("/api/v1/organisations").send().await.expect(200).json();
        assert_eq!(list["records"].as_array().unwrap().len(), 1);
        assert_eq!(list["records"][0]["kind"], "firm");
        let firm = app.token_of("firm", Role::Firm, None).await;
        app.get("/api/v1/organisations").token(&firm).send().await.expect_problem(403, "forbidden");
    }

    async fn contacts_and_confidential_parts_are_for_the_operator(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut body = technology("a");
        body["confidential"] = "the recipe".into();
        let technology = app.add("technologies", &body).await;
        let institution = json!({"title": "Centre", "lang": "en", "kind": "technology_transfer_centre", "country": "CN",
            "contacts": [{"name": "Wang", "email": "wang@example.org"}]});
        let institution = app.add("institutions", &institution).await;
        for (record, hidden) in [(&technology, "recipe"), (&institution, "wang@example.org")] {
            let place = address(record);
            assert!(app.get(&place).send().await.expect(200).text.contains(hidden));
            assert!(!app.get(&place).anonymous().send().await.expect(200).text.contains(hidden));
            app.get(&format!("{place}/versions")).anonymous().send().await.expect_problem(401, "unauthenticated");
        }
    }

    async fn matches_are_not_public_unless_the_operator_says_so(db: &TestDb) {
        let app = TestApp::on(db).await;
        let record = app.add("demands", &demand("Irrigation")).await;
        let place = format!("{}/matches", address(&record));
        app.get(&place).anonymous().send().await.expect_problem(401, "unauthenticated");
        app.get("/api/v1/matches").anonymous().send().await.expect_problem(401, "unauthenticated");
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        app.get(&place).token(&firm).send().await.expect_problem(403, "forbidden");
        app.post("/api/v1/match", &demand("Irrigation")).anonymous().send().await.expect_problem(401, "unauthenticated");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn public_matches_are_read_by_everybody() {
    let db = crate::support::database::TestDb::sqlite().await;
    let app = TestApp::with(&db, |settings| settings.matching.public = true).await;
    app.get("/api/v1/matches").anonymous().send().await.expect(200);
    app.get("/api/v1/matches/019a0000-0000-7000-8000-000000000009")
        .anonymous()
        .send()
        .await
        .expect_problem(404, "not_found");
}
