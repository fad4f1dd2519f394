//! The desk of those who review, and what an author reads of a review, with scripts off.

use super::submitted_by;
use crate::accounts::browser::{Browser, person};
use crate::accounts::second_factor::set_up;
use crate::api::technology;
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::json;
use siku::accounts::Role;

const CRITERIA: [&str; 4] = ["advantage_or_problem", "clarity", "cooperation", "rules_and_language"];

on_both_databases! {
    async fn a_reviewer_reads_scores_and_sends_back_and_the_author_reads_why(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "steward@example.org", Role::Steward, None).await;
        person(&app, "author@example.org", Role::Firm, Some("Beijing Drip")).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let mut body = technology("太阳能滴灌控制器");
        body["confidential"] = "the recipe".into();
        let id = submitted_by(&app, &firm, "technologies", &body).await;
        let mut browser = Browser::of(&app, "steward@example.org").await;
        set_up(&mut browser).await;
        assert!(browser.get("/account").await.expect(200).text.contains("/desk/reviews"));
        let desk = browser.get("/desk/reviews").await.expect(200).text;
        assert!(desk.contains("1 record waits") && desk.contains("太阳能滴灌控制器"), "{desk}");
        let page = "/desk/reviews/technologies/T-2026-000001";
        assert!(desk.contains(page), "{desk}");
        let shown = browser.get(page).await.expect(200).text;
        assert!(shown.contains("What the checks said") && shown.contains("Your review"), "{shown}");
        assert!(app.get("/api/v1/audit").send().await.expect(200).text.contains("read_confidential"));

        // A form that is not complete keeps what was written.
        let mut fields = vec![("version", "1"), ("clarity", "2"), ("comment", "say what is measured")];
        let kept = browser.submit(page, page, &fields).await.expect(422).text;
        assert!(kept.contains("say what is measured") && kept.contains("<option value=\"2\" selected>"), "{kept}");
        fields.extend(CRITERIA.iter().filter(|name| **name != "clarity").map(|name| (*name, "2")));
        let mut stale = fields.clone();
        stale[0].1 = "7";
        browser.submit(page, page, &stale).await.expect(412);
        let done = browser.submit(page, page, &fields).await.expect(303);
        let desk = browser.get(done.header("location")).await.expect(200).text;
        assert!(desk.contains("went back to its author") && desk.contains("Nothing waits for you"), "{desk}");
        browser.get(page).await.expect(404);

        let mut author = Browser::of(&app, "author@example.org").await;
        let read = author.get("/technologies/T-2026-000001").await.expect(200).text;
        assert!(read.contains("say what is measured") && read.contains("8 of 20 points"), "{read}");
        assert!(read.contains("This record is a draft"), "{read}");

        // Submitted again and published: the change since is shown, the comments are not for everybody.
        let place = format!("/api/v1/technologies/{id}");
        let patch = |body| app.patch(&place, &body).token(&firm).header("if-match", "*").send();
        patch(json!({"status": "submitted"})).await.expect(200);
        let fields: Vec<(&str, &str)> = [("version", "3")].into_iter().chain(CRITERIA.map(|name| (name, "4"))).collect();
        browser.submit(page, page, &fields).await.expect(303);
        let public = app.get("/technologies/T-2026-000001").anonymous().send().await.expect(200).text;
        assert!(!public.contains("say what is measured") && !public.contains("of 20 points"), "{public}");
        patch(json!({"status": "draft"})).await.expect(200);
        patch(json!({"title": "风能滴灌控制器"})).await.expect(200);
        patch(json!({"status": "submitted"})).await.expect(200);
        let shown = browser.get(page).await.expect(200).text;
        assert!(shown.contains("<del>太阳</del><ins>风</ins>"), "{shown}");
    }

    async fn the_desk_is_for_reviewers_alone(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "author@example.org", Role::Firm, Some("Beijing Drip")).await;
        for path in ["/desk/reviews", "/desk/reviews/technologies/T-2026-000001"] {
            let led = app.get(path).anonymous().send().await.expect(303);
            assert!(led.header("location").starts_with("/sign-in?next="));
            let mut author = Browser::of(&app, "author@example.org").await;
            author.get(path).await.expect(403);
        }
    }
}
