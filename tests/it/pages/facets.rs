//! Facets: several values at once, counts that follow the other filters, chips that take one away; for programs too.

use serde_json::{Value, json};

use siku::accounts::Actor;
use siku::library::store::{ListQuery, list};
use siku::library::{CodeKind, Technologies};

use crate::on_both_databases;
use crate::support::service::TestApp;

/// Technologies of four fields for three countries, at every level of readiness.
async fn stocked(app: &TestApp) {
    let records = [
        ("Drip", "agriculture.water_saving", "EG", 9, "zh"),
        ("Seeds", "agriculture.seeds", "EG", 5, "zh"),
        ("Sun", "energy", "TN", 6, "en"),
        ("Sea", "ocean", "BR", 2, "fr"),
    ];
    for (title, field, target, trl, lang) in records {
        let body = json!({"title": title, "lang": lang, "description": "Text.", "fields": [field],
            "target_countries": [target], "trl": trl, "cooperation_modes": ["licence"]});
        app.add("technologies", &body).await;
    }
}

async fn page(app: &TestApp, path: &str) -> String {
    app.get(path).anonymous().header("accept-language", "en").send().await.expect(200).text
}

fn titles(shown: &str) -> Vec<&'static str> {
    ["Drip", "Seeds", "Sun", "Sea"].into_iter().filter(|title| shown.contains(&format!(">{title}<"))).collect()
}

/// The count beside a value of a facet, by its label.
fn count(shown: &str, label: &str) -> Option<u32> {
    let (_, rest) = shown.split_once(&format!("<span>{label}</span>"))?;
    let (_, number) = rest.split_once("</span>")?;
    number.split('<').next()?.parse().ok()
}

async fn found(app: &TestApp, path: &str) -> Vec<String> {
    let list = app.get(path).send().await.expect(200).json();
    let mut titles: Vec<String> =
        list["records"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect();
    titles.sort();
    titles
}

on_both_databases! {
    async fn several_values_of_a_facet_are_alternatives_and_each_is_taken_away_by_its_chip(db: &TestDb) {
        let app = TestApp::on(db).await;
        stocked(&app).await;
        let both = page(&app, "/technologies?field=energy&field=ocean").await;
        assert_eq!(titles(&both), ["Sun", "Sea"]);
        for left in ["energy", "ocean"] {
            assert!(both.contains(&format!("<a class=\"chip\" href=\"/technologies?field={left}\"")), "{both}");
        }
        assert!(both.contains("href=\"/technologies?field=energy&#38;field=ocean&#38;field=agriculture\""), "one more is offered");
        let languages = page(&app, "/technologies?language=zh&language=fr").await;
        assert_eq!(titles(&languages), ["Drip", "Seeds", "Sea"]);
    }

    async fn a_field_and_one_below_it_do_not_widen_one_another(db: &TestDb) {
        let app = TestApp::on(db).await;
        stocked(&app).await;
        let shown = page(&app, "/technologies?field=agriculture&field=ocean").await;
        assert!(shown.contains("href=\"/technologies?field=ocean&#38;field=agriculture.seeds\""), "{shown}");
    }

    async fn counts_follow_the_other_filters_and_not_their_own(db: &TestDb) {
        let app = TestApp::on(db).await;
        stocked(&app).await;
        let all = page(&app, "/technologies").await;
        let counted = |shown: &str| ["Africa", "Middle East", "Latin America and the Caribbean"].map(|region| count(shown, region));
        let everywhere = counted(&all);
        assert_eq!(everywhere.iter().flatten().sum::<u32>(), 4, "{all}");
        let narrowed = page(&app, "/technologies?field=agriculture&field=ocean").await;
        assert_eq!(counted(&narrowed).iter().flatten().sum::<u32>(), 3);
        assert_eq!(count(&narrowed, "Energy"), Some(1), "what another field would bring");
        let readiness = page(&app, "/technologies?trl=7-9").await;
        assert_eq!((count(&readiness, "TRL 4–6: development"), count(&readiness, "TRL 7–9: in use")), (Some(2), Some(1)));
    }

    async fn readiness_is_chosen_as_a_range_and_a_region_by_its_countries(db: &TestDb) {
        let app = TestApp::on(db).await;
        stocked(&app).await;
        assert_eq!(titles(&page(&app, "/technologies?trl=4-6").await), ["Seeds", "Sun"]);
        assert_eq!(titles(&page(&app, "/technologies?trl=1-3&trl=9").await), ["Drip", "Sea"]);
        assert_eq!(titles(&page(&app, "/technologies?region=latin_america").await), ["Sea"]);
        assert_eq!(titles(&page(&app, "/technologies?region=latin_america&trl=4-6").await), Vec::<&str>::new());
        assert_eq!(titles(&page(&app, "/technologies?trl=upside-down&region=atlantis&trl=0-99").await), Vec::<&str>::new());
    }

    async fn programs_filter_and_count_by_the_same_facets(db: &TestDb) {
        let app = TestApp::on(db).await;
        stocked(&app).await;
        let list = "/api/v1/technologies";
        assert_eq!(found(&app, &format!("{list}?trl=4-6,9")).await, ["Drip", "Seeds", "Sun"]);
        assert_eq!(found(&app, &format!("{list}?region=latin_america")).await, ["Sea"]);
        let counted = app.get(&format!("{list}?facets=region&trl=1-3")).send().await.expect(200).json();
        assert_eq!(counted["facets"]["region"], json!([{"code": "latin_america", "count": 1}]));
        for (asked, place) in [("trl=10", "trl"), ("trl=6-4", "trl"), ("region=atlantis", "region"), ("urgency=high", "")] {
            let refused = app.get(&format!("{list}?{asked}")).send().await.expect(400).json();
            let parameter = refused["errors"][0]["parameter"].as_str().unwrap_or_default().to_owned();
            assert!(place.is_empty() || parameter == place, "{refused}");
        }
        let demand = json!({"title": "D", "lang": "en", "description": "Text.", "country": "EG", "urgency": "high"});
        app.add("demands", &demand).await;
        assert_eq!(found(&app, "/api/v1/demands?urgency=high,critical").await, ["D"]);
        assert!(found(&app, "/api/v1/demands?urgency=low").await.is_empty());
        let result = json!({"title": "R", "lang": "en", "description": "Text.", "kind": "training", "year": 2024, "country": "EG"});
        app.add("results", &result).await;
        assert_eq!(found(&app, "/api/v1/results?year=2023,2024&progress=completed").await, ["R"]);
        // Every region there is can be asked for.
        let regions = app.get("/api/v1/regions").send().await.expect(200).json();
        let codes: Vec<&str> = regions["records"].as_array().unwrap().iter().map(|one: &Value| one["code"].as_str().unwrap()).collect();
        app.get(&format!("{list}?region={}", codes.join(","))).send().await.expect(200);
    }

    async fn records_from_before_are_found_by_region_after_the_migration(db: &TestDb) {
        let app = TestApp::on(db).await;
        stocked(&app).await;
        // As the database has it: what is kept in memory does not look again for what changed without a change.
        let counted = async || {
            let query = ListQuery { facets: true, ..ListQuery::default() };
            let page = list::<Technologies>(&***db, &Actor::Public, &query).await.unwrap();
            page.facets.unwrap().remove(&CodeKind::Region).unwrap_or_default()
        };
        let before = counted().await;
        for sql in ["DELETE FROM record_codes WHERE kind = 'region'", siku_migrations::REGION_CODES] {
            sea_orm::ConnectionTrait::execute_unprepared(&***db, sql).await.unwrap();
        }
        assert_eq!(counted().await, before);
        assert!(before.len() > 1, "{before:?}");
    }
}
