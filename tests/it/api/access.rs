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
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        app.post("/api/v1/technologies", &technology("a")).token(&firm).send().await.expect_problem(403, "forbidden");
        let steward = app.token_of("steward", Role::Steward, None).await;
        app.post("/api/v1/technologies", &technology("a")).token(&steward).send().await.expect(201);
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
        let steward = app.token_of("steward", Role::Steward, None).await;
        app.get("/api/v1/organisations").token(&steward).send().await.expect_problem(403, "forbidden");
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
