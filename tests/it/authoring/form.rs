//! The form follows from the columns of a library; what a record would meet is said before it is posted.

use serde_json::json;
use siku::accounts::Role;
use siku::library::{Column, Demands, Institutions, Library, Results, Technologies};

use super::{author, sheet};
use crate::on_both_databases;
use crate::support::service::TestApp;

fn columns() -> [(&'static str, &'static [Column]); 4] {
    [
        ("technologies", Technologies::COLUMNS),
        ("demands", Demands::COLUMNS),
        ("results", Results::COLUMNS),
        ("institutions", Institutions::COLUMNS),
    ]
}

on_both_databases! {
    async fn every_column_of_every_library_has_one_place_in_its_form(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut browser = author(&app, "firm@example.org", Role::Firm, "Beijing Drip").await;
        for (library, columns) in columns() {
            let page = browser.get(&format!("/my/{library}/new")).await.expect(200).text;
            // Translations have an address of their own.
            for column in columns.iter().filter(|column| column.name != "translations") {
                let places = page.matches(&format!(" id=\"f-{}\"", column.name)).count();
                assert_eq!(places, 1, "{} of {library}", column.name);
            }
            let confidential = page.split("author-confidential").nth(1).unwrap_or_default();
            for column in columns.iter().filter(|column| !column.public) {
                assert!(confidential.contains(&format!(" id=\"f-{}\"", column.name)), "{} of {library}", column.name);
                assert!(confidential.contains("Not shown to the public"), "{library}");
            }
        }
    }

    async fn what_a_record_would_meet_is_said_before_it_is_posted(db: &TestDb) {
        let app = TestApp::on(db).await;
        let demand = json!({"title": "Solar pump for deep wells", "lang": "en", "country": "EG",
            "description": "A solar pump that lifts water from deep wells for irrigation of palms."});
        app.add("demands", &demand).await;
        let hidden = json!({"title": "Solar pump, secret need", "lang": "en", "country": "EG"});
        app.add("demands?status=draft", &hidden).await;
        app.drain().await;
        let mut firm = author(&app, "firm@example.org", Role::Firm, "Beijing Drip").await;
        let form = sheet(&mut firm, "/my/technologies/new").await.put("title", "Solar pump").put("lang", "en");
        let form = form.put("description", "Lifts water from deep wells with the sun, for irrigation.");
        let shown = form.press(&mut firm, &app, "check").await.expect(200).text;
        assert!(shown.contains("It would match 1 open demand.") && shown.contains("Solar pump for deep wells"), "{shown}");
        assert!(!shown.contains("secret need"), "{shown}");

        // The script is given the panel alone; a look stores nothing.
        let part = form.press(&mut firm, &app, "look").await.expect(200).text;
        assert!(part.trim_start().starts_with("<section class=\"live\"") && part.contains("1 open demand"), "{part}");
        assert!(firm.get("/my/technologies").await.expect(200).text.contains("Nothing here yet"));

        let technology = json!({"title": "Solar pump", "lang": "en", "description": "Lifts water from deep wells."});
        app.add("technologies", &technology).await;
        app.drain().await;
        let mut embassy = author(&app, "embassy@example.org", Role::Embassy, "Embassy of Egypt").await;
        let form = sheet(&mut embassy, "/my/demands/new").await.put("title", "A pump for deep wells").put("lang", "en");
        let shown = form.put("country", "EG").press(&mut embassy, &app, "check").await.expect(200).text;
        assert!(shown.contains("What exists today: 1 technology.") && shown.contains(">Solar pump<"), "{shown}");
    }
}
