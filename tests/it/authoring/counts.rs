//! Beside each choice above one's own records stands how many of them it leaves.

use serde_json::json;
use siku::accounts::Role;

use super::author;
use crate::api::technology;
use crate::on_both_databases;
use crate::support::service::TestApp;

/// The choices of one kind on a page: label, number, and where it leads unless it is the present one.
fn choices(page: &str, label: &str) -> Vec<(String, u64, Option<String>)> {
    let list =
        page.split(&format!("<nav class=\"choices\" aria-label=\"{label}\">")).nth(1).expect("the choices are there");
    let list = list.split("</nav>").next().unwrap();
    let choice = |line: &str| {
        let inside = line.split_once('>').unwrap().1;
        let (name, rest) = inside.split_once(" <span class=\"facet-count\">").unwrap();
        let number = rest.split("</span>").nth(1).unwrap();
        let href = line.split("href=\"").nth(1).map(|rest| rest.split('"').next().unwrap().replace("&#38;", "&"));
        (name.to_owned(), number.parse().unwrap(), href)
    };
    list.split("<li>").skip(1).map(choice).collect()
}

fn numbers(page: &str, label: &str) -> Vec<(String, u64)> {
    choices(page, label).into_iter().map(|(name, number, _)| (name, number)).collect()
}

fn named(all: &[(&str, u64)]) -> Vec<(String, u64)> {
    all.iter().map(|(name, number)| ((*name).to_owned(), *number)).collect()
}

on_both_databases! {
    async fn each_choice_says_how_many_of_ones_own_records_it_leaves_and_nobody_elses_count(db: &TestDb) {
        let app = TestApp::on(db).await;
        let new = "/api/v1/technologies?status=draft";
        for (firm, many) in [("Beijing Drip", 4), ("Somewhere Else", 2)] {
            let token = app.token_of(&format!("robot of {firm}"), Role::Firm, Some(firm)).await;
            for number in 0..many {
                app.post(new, &technology(&format!("{firm} {number}"))).token(&token).send().await.expect(201);
            }
        }
        let place = |number: u32| format!("/api/v1/technologies/T-2026-00000{number}");
        // The last one is somebody else's, and everybody may read it.
        for number in [1, 2, 5] {
            let published = json!({"status": "published"});
            app.patch(&place(number), &published).header("if-match", "*").send().await.expect(200);
        }
        let mut browser = author(&app, "firm@example.org", Role::Firm, "Beijing Drip").await;
        let shown = browser.get("/my/technologies").await.expect(200).text;
        let libraries = [("Technologies", 4), ("Demands", 0), ("Results", 0), ("Institutions", 0)];
        assert_eq!(numbers(&shown, "Libraries"), named(&libraries));
        assert_eq!(numbers(&shown, "Filters"), named(&[("All", 4), ("Draft", 2), ("Published", 2)]));
        for (name, number, href) in choices(&shown, "Filters").into_iter().filter_map(|(name, number, href)| Some((name, number, href?))) {
            let rows = browser.get(&href).await.expect(200).text.matches("<tr><th scope=\"row\">").count();
            assert_eq!(u64::try_from(rows), Ok(number), "{name}");
        }

        app.delete(&place(1)).header("if-match", "*").send().await.expect(204);
        let narrowed = browser.get("/my/technologies?status=published").await.expect(200).text;
        assert_eq!(numbers(&narrowed, "Filters"), named(&[("All", 4), ("Draft", 2), ("Published", 1), ("Withdrawn", 1)]));
        let none = browser.get("/my/technologies?status=rejected").await.expect(200).text;
        assert!(numbers(&none, "Filters").contains(&("Not accepted".to_owned(), 0)), "{none}");
    }
}
