//! Matches on pages: who sees them, how they are explained.

use super::fixtures::{EVIDENCE, REQUIREMENT, arabic_demand, chinese_technology, closed, no_match, open, stored_match};
use crate::accounts::browser::{Browser, person};
use crate::support::service::TestApp;
use siku::accounts::Role;

async fn html(app: &TestApp, path: &str) -> String {
    app.get(path).anonymous().header("accept-language", "en").send().await.expect(200).text
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn matches_are_shown_to_the_public_only_when_the_operator_says_so() {
    let app = closed().await;
    let (demand, technology) = (arabic_demand(&app.db).await, chinese_technology(&app.db).await);
    let id = stored_match(&app.db, &demand, &technology).await;
    // The same for a match that there is not: nothing is told but the way in.
    for id in [id, uuid::Uuid::now_v7()] {
        let led = app.get(&format!("/matches/{id}")).anonymous().send().await.expect(303);
        assert_eq!(led.header("location"), format!("/sign-in?next=%2Fmatches%2F{id}"));
    }
    for path in [
        "/".to_owned(),
        format!("/demands/{}", demand.head.number),
        format!("/technologies/{}", technology.head.number),
    ] {
        let page = html(&app, &path).await;
        assert!(!page.contains("/matches/") && !page.contains("87<span"), "{path}");
    }
    let demand = html(&app, &format!("/demands/{}", demand.head.number)).await;
    assert!(demand.contains("after signing in") && !demand.contains(&technology.head.number), "{demand}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_demand_shows_its_ranked_technologies_with_reasons() {
    let app = open().await;
    let (demand, technology) = (arabic_demand(&app.db).await, chinese_technology(&app.db).await);
    let id = stored_match(&app.db, &demand, &technology).await;
    let page = html(&app, &format!("/demands/{}", demand.head.number)).await;
    assert!(page.contains(&format!("href=\"/matches/{id}\"")), "{page}");
    assert!(page.contains("87<span class=\"score-unit\">%"));
    assert!(page.contains("1 of 2 requirements met, 1 not stated"));
    assert!(page.contains("82"), "the strongest reason is told");
    let page = html(&app, &format!("/technologies/{}", technology.head.number)).await;
    assert!(page.contains(&demand.head.number) && page.contains(&format!("/matches/{id}")));
    assert!(html(&app, "/").await.contains(&format!("/matches/{id}")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_match_is_a_dated_answer_with_the_nearest_and_what_it_lacks() {
    let app = open().await;
    let (demand, technology) = (arabic_demand(&app.db).await, chinese_technology(&app.db).await);
    no_match(&app.db, &demand, &technology).await;
    let page = html(&app, &format!("/demands/{}", demand.head.number)).await;
    assert!(page.contains("140 technologies were searched and none answers"), "{page}");
    assert!(page.contains(&technology.head.number) && page.contains("Lacks or does not state"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_not_see_a_suggestion_yet_is_not_told_that_nothing_was_found() {
    let app = open().await;
    let (demand, technology) = (arabic_demand(&app.db).await, chinese_technology(&app.db).await);
    stored_match(&app.db, &demand, &technology).await;
    person(&app, "attache@embassy.example", Role::Embassy, Some("Embassy of Egypt")).await;
    let mut embassy = Browser::of(&app, "attache@embassy.example").await;
    let page = embassy.get(&format!("/demands/{}?lang=en", demand.head.number)).await.expect(200).text;
    assert!(page.contains("A broker looks at them first"), "{page}");
    assert!(!page.contains("No match yet") && !page.contains(&technology.head.number), "{page}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dossier_puts_each_requirement_beside_the_sentence_that_decides_it() {
    let app = open().await;
    let (demand, technology) = (arabic_demand(&app.db).await, chinese_technology(&app.db).await);
    let id = stored_match(&app.db, &demand, &technology).await;
    let page = html(&app, &format!("/matches/{id}")).await;
    assert!(page.contains(&format!("lang=\"ar\" dir=\"rtl\">{REQUIREMENT}</p>")), "{page}");
    assert!(page.contains(&format!("lang=\"zh\" dir=\"ltr\">{EVIDENCE}</p>")));
    assert!(page.contains("<span>met</span>") && page.contains("<span>not stated</span>"));
    assert!(page.contains("+1.4") && page.contains("−0.3"), "every signal's contribution is told");
    assert!(page.contains("test-1"), "the algorithm is named");
    for path in ["/matches/00000000-0000-7000-8000-000000000000", "/matches/rubbish"] {
        app.get(path).anonymous().send().await.expect(404);
    }
}
