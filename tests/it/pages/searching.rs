//! One search over all four libraries, narrowed by library, field, region, country and language.

use serde_json::json;

use crate::on_both_databases;
use crate::support::service::TestApp;

/// Two technologies, two demands and a result, all about water.
async fn stocked(app: &TestApp) {
    let technology = |title: &str, field: &str, lang: &str, target: &str| {
        json!({"title": title, "lang": lang, "description": "Saves water.", "fields": [field], "country": "CN",
            "target_countries": [target], "cooperation_modes": ["licence"]})
    };
    let demand = |title: &str, field: &str, country: &str| json!({"title": title, "lang": "en", "description": "Needs water.", "fields": [field], "country": country});
    app.add("technologies", &technology("Water drip", "agriculture.water_saving", "en", "EG")).await;
    app.add("technologies", &technology("Water pump", "energy", "fr", "BR")).await;
    app.add("demands", &demand("Water wanted", "agriculture", "EG")).await;
    app.add("demands", &demand("Water lacking", "energy", "BR")).await;
    let result = json!({"title": "Water course", "lang": "en", "description": "Taught water.", "kind": "training",
        "country": "KE", "fields": ["agriculture"]});
    app.add("results", &result).await;
    app.drain().await;
}

async fn page(app: &TestApp, path: &str) -> String {
    app.get(path).anonymous().header("accept-language", "en").send().await.expect(200).text
}

/// The titles of cards; searched words in them are plain.
fn titles(shown: &str) -> Vec<&'static str> {
    let all = ["Water drip", "Water pump", "Water wanted", "Water lacking", "Water course"];
    all.into_iter().filter(|title| shown.contains(title)).collect()
}

/// The count beside a value of a facet, by its label.
fn count(shown: &str, label: &str) -> Option<u32> {
    let (_, rest) = shown.split_once(&format!("<span>{label}</span>"))?;
    let (_, number) = rest.split_once("</span>")?;
    number.split('<').next()?.parse().ok()
}

/// What is said of the libraries in which nothing was found, without the links that save the search.
fn missed(shown: &str) -> Option<String> {
    let (_, rest) = shown.split_once("<p class=\"quiet\">")?;
    let (sentence, _) = rest.split_once("</p>")?;
    let mut parts = sentence.split("<a class=\"save-search\"");
    let first = parts.next()?.trim_end().to_owned();
    Some(parts.fold(first, |said, part| said + part.split("</a>").nth(1).unwrap_or_default().trim_end()))
}

on_both_databases! {
    async fn counts_add_up_over_the_libraries(db: &TestDb) {
        let app = TestApp::on(db).await;
        stocked(&app).await;
        let all = page(&app, "/search?q=water").await;
        assert_eq!(titles(&all).len(), 5, "{all}");
        let counted = |shown: &str| ["Technologies", "Demands", "Agriculture", "Energy", "Egypt", "English"].map(|label| count(shown, label));
        assert_eq!(counted(&all), [2, 2, 3, 2, 1, 4].map(Some), "{all}");
        let narrowed = page(&app, "/search?q=water&field=agriculture").await;
        assert_eq!(titles(&narrowed), ["Water drip", "Water wanted", "Water course"]);
        assert_eq!(count(&narrowed, "Energy"), Some(2), "what another field would bring");
        assert_eq!(count(&narrowed, "Technologies"), Some(1), "libraries are counted within the field");
    }

    async fn the_libraries_in_which_nothing_was_found_are_listed_as_the_language_lists(db: &TestDb) {
        let app = TestApp::on(db).await;
        stocked(&app).await;
        for (lang, said) in [
            ("en", "Nothing found in: Results, Institutions"),
            ("zh", "以下库中没有找到： 项目成果库、平台机构库"),
            ("ar", "لم يُعثر على شيء في: النتائج، المؤسسات"),
        ] {
            let narrowed = page(&app, &format!("/search?q=water&field=energy&lang={lang}")).await;
            assert_eq!(missed(&narrowed).as_deref(), Some(said), "{narrowed}");
        }
        let one = page(&app, "/search?q=water&field=agriculture&lang=en").await;
        assert_eq!(missed(&one).as_deref(), Some("Nothing found in: Institutions"));
        assert_eq!(missed(&page(&app, "/search?q=water&library=demands&lang=en").await), None);
    }

    async fn a_library_is_chosen_with_its_filters_and_each_is_taken_away_by_its_chip(db: &TestDb) {
        let app = TestApp::on(db).await;
        stocked(&app).await;
        let demands = page(&app, "/search?q=water&library=demands").await;
        assert_eq!(titles(&demands), ["Water wanted", "Water lacking"]);
        assert!(!demands.contains("id=\"group-technologies\"") && demands.contains("id=\"group-demands\""), "{demands}");
        assert_eq!((count(&demands, "Technologies"), count(&demands, "Agriculture")), (Some(2), Some(1)), "{demands}");
        assert!(demands.contains("<a class=\"chip\" href=\"/search?q=water\""), "{demands}");
        let two = page(&app, "/search?q=water&library=demands&library=results&country=EG&country=KE").await;
        assert_eq!(titles(&two), ["Water wanted", "Water course"]);
        for left in ["library=results&#38;country=EG&#38;country=KE", "library=demands&#38;library=results&#38;country=EG"] {
            let chips: Vec<&str> = two.split("class=\"chip\" href=\"").skip(1).filter_map(|chip| chip.split('"').next()).collect();
            let parts = |href: &str| {
                let mut parts: Vec<String> = href.trim_start_matches("/search?").split("&#38;").map(str::to_owned).collect();
                parts.sort();
                parts
            };
            let wanted = parts(&format!("q=water&#38;{left}"));
            assert!(chips.iter().any(|chip| parts(chip) == wanted), "{left}: {chips:?}");
        }
        assert!(two.contains("<a class=\"chip-clear\" href=\"/search?q=water\""), "{two}");
    }

    async fn see_all_leads_to_the_list_with_the_same_hits(db: &TestDb) {
        let app = TestApp::on(db).await;
        stocked(&app).await;
        let shown = page(&app, "/search?q=water&library=technologies&field=energy&language=fr&trl=9&sort=x&cursor=rubbish").await;
        assert_eq!(titles(&shown), ["Water pump"], "what only some libraries know does not narrow a search of all");
        let href = "/technologies?q=water&#38;field=energy&#38;language=fr";
        assert!(shown.contains(&format!("<a class=\"onward\" href=\"{href}\"")), "{shown}");
        assert!(shown.contains("/my/searches?q=water&#38;field=energy&#38;language=fr&#38;library=technologies"), "{shown}");
        assert_eq!(titles(&page(&app, &href.replace("&#38;", "&")).await), ["Water pump"]);
        let region = page(&app, "/search?q=water&region=latin_america").await;
        assert_eq!(titles(&region), ["Water pump", "Water lacking"]);
        assert_eq!(titles(&page(&app, "/technologies?q=water&region=latin_america").await), ["Water pump"]);
    }

    async fn what_nobody_knows_finds_nothing_and_without_words_nothing_is_narrowed(db: &TestDb) {
        let app = TestApp::on(db).await;
        stocked(&app).await;
        let unknown = page(&app, "/search?q=water&field=sorcery&country=%27%22%3C%3E").await;
        assert!(titles(&unknown).is_empty() && unknown.contains("Nothing was found for “"), "{unknown}");
        assert_eq!(titles(&page(&app, "/search?q=water&library=atlantis").await).len(), 5);
        let wordless = page(&app, "/search?field=energy").await;
        assert!(!wordless.contains("class=\"chip\"") && !wordless.contains("class=\"filters\""), "{wordless}");
    }
}
