//! A record's text in other languages, typed into the form by its author.

use serde_json::{Value, json};
use siku::accounts::Role;

use super::{Sheet, author, sheet};
use crate::on_both_databases;
use crate::support::service::TestApp;

async fn stored(app: &TestApp) -> Value {
    app.get("/api/v1/technologies/T-2026-000001").send().await.expect(200).json()
}

fn translation<'a>(record: &'a Value, lang: &str) -> &'a Value {
    let all = record["translations"].as_array().unwrap().iter();
    all.into_iter().find(|one| one["lang"] == lang).unwrap_or(&Value::Null)
}

const EDIT: &str = "/my/technologies/T-2026-000001/edit";

on_both_databases! {
    async fn an_author_types_translations_and_they_are_a_persons_until_the_original_changes(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut firm = author(&app, "firm@example.org", Role::Firm, "Beijing Drip").await;
        let page = firm.get("/my/technologies/new").await.expect(200).text;
        assert!(page.contains("<details class=\"group\" id=\"f-translations\"><summary>No translation"), "{page}");
        let form = sheet(&mut firm, "/my/technologies/new").await;
        let form = form.put("lang", "zh").put("title", "太阳能滴灌控制器").put("description", "光伏供电的灌溉控制器。");
        let form = form.put("translations/ar/title", "متحكم ري بالطاقة الشمسية");
        let form = form.put("translations/fr/title", "Régulateur solaire").put("translations/fr/summary", "Économe en eau");
        form.press(&mut firm, &app, "save").await.expect(303);
        let record = stored(&app).await;
        let french = translation(&record, "fr");
        assert_eq!((&french["title"], &french["summary"]), (&json!("Régulateur solaire"), &json!("Économe en eau")));
        assert_eq!((&french["origin"], french.get("engine"), french.get("stale")), (&json!("human"), None, None));
        assert_eq!(translation(&record, "ar")["origin"], "human");
        let page = firm.get(EDIT).await.expect(200).text;
        assert!(page.contains("<summary>2 translations</summary>") && page.contains("(by people)"), "{page}");
        // The original stands above; it has no translation into its own language.
        assert!(!Sheet::of(&page).has("translations/zh/title"));

        // The original changes: both are older now. The one that is typed anew no longer is.
        let place = format!("/api/v1/technologies/{}/translations/en", record["id"].as_str().unwrap());
        let machine = json!({"title": "Solar controller", "origin": "machine"});
        app.put(&place, &machine).send().await.expect(201);
        Sheet::of(&firm.get(EDIT).await.expect(200).text).put("title", "太阳能滴灌控制器二代")
            .press(&mut firm, &app, "save").await.expect(303);
        let record = stored(&app).await;
        for lang in ["ar", "en", "fr"] {
            assert_eq!(translation(&record, lang)["stale"], true, "{lang}: {record}");
        }
        let page = firm.get(EDIT).await.expect(200).text;
        assert!(page.contains("(by a machine, the original has changed since)"), "{page}");
        let form = Sheet::of(&page).put("translations/en/title", "Solar drip controller, second generation");
        form.press(&mut firm, &app, "save").await.expect(303);
        let record = stored(&app).await;
        let english = translation(&record, "en");
        assert_eq!((&english["origin"], english.get("stale")), (&json!("human"), None), "{english}");
        assert_eq!(translation(&record, "fr")["stale"], true, "nobody touched it");

        // One that is emptied goes.
        let form = sheet(&mut firm, EDIT).await.put("translations/fr/title", "").put("translations/fr/summary", "");
        form.press(&mut firm, &app, "save").await.expect(303);
        let record = stored(&app).await;
        assert_eq!((translation(&record, "fr"), record["translations"].as_array().unwrap().len()), (&Value::Null, 2));
    }

    async fn what_is_wrong_with_a_translation_is_said_at_its_field(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut firm = author(&app, "firm@example.org", Role::Firm, "Beijing Drip").await;
        let form = sheet(&mut firm, "/my/technologies/new").await.put("title", "甲").put("lang", "");
        let form = form.put("translations/es/title", &"a".repeat(2_000)).put("translations/fr/title", "Un");
        // It says by itself in what language it is.
        let form = form.put("description", "Un régulateur solaire pour l'irrigation des terres.").put("lang", "fr");
        let shown = form.press(&mut firm, &app, "save").await.expect(422).text;
        for said in ["id=\"f-translations-es-title-wrong\"", "id=\"f-translations-fr-title-wrong\"",
            "The original is in this language already.", "Translations, Spanish, Title", "id=\"f-translations\" open"] {
            assert!(shown.contains(said), "{said}: {shown}");
        }
        let kept = Sheet::of(&shown);
        assert_eq!((kept.value("translations/es/title").len(), kept.value("translations/fr/title")), (2_000, "Un"));
        let form = kept.put("translations/es/title", "Uno").put("translations/fr/title", "");
        form.press(&mut firm, &app, "save").await.expect(303);
        assert_eq!(translation(&stored(&app).await, "es")["title"], "Uno");
    }

    async fn a_translation_that_was_written_meanwhile_is_shown_and_not_overwritten_unseen(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut firm = author(&app, "firm@example.org", Role::Firm, "Beijing Drip").await;
        let form = sheet(&mut firm, "/my/technologies/new").await.put("title", "甲").put("lang", "zh");
        form.put("translations/en/title", "One").press(&mut firm, &app, "save").await.expect(303);
        let (mine, other) = (sheet(&mut firm, EDIT).await, sheet(&mut firm, EDIT).await);
        let record = stored(&app).await;
        let place = format!("/api/v1/technologies/{}/translations/en", record["id"].as_str().unwrap());
        app.put(&place, &json!({"title": "Number one", "origin": "human"})).send().await.expect(200);

        // A form that says nothing of translations overwrites none.
        other.put("summary", "好").press(&mut firm, &app, "save").await.expect(303);
        assert_eq!(translation(&stored(&app).await, "en")["title"], "Number one");

        let mine = mine.put("translations/en/title", "Uno").put("translations/fr/title", "Un");
        let conflict = mine.press(&mut firm, &app, "save").await.expect(412).text;
        assert!(conflict.contains("Translations, English, Title") && conflict.contains("<del>Number"), "{conflict}");
        let kept = Sheet::of(&conflict);
        assert_eq!((kept.value("translations/en/title"), kept.value("translations/fr/title")), ("Uno", "Un"));
        kept.press(&mut firm, &app, "save").await.expect(303);
        let record = stored(&app).await;
        assert_eq!((&translation(&record, "en")["title"], &translation(&record, "fr")["title"]), (&json!("Uno"), &json!("Un")));
    }

    async fn a_translation_of_what_is_published_waits_for_a_review_and_is_not_taken_away(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut firm = author(&app, "firm@example.org", Role::Firm, "Beijing Drip").await;
        let form = sheet(&mut firm, "/my/technologies/new").await.put("title", "太阳能滴灌控制器").put("lang", "zh");
        let form = form.put("description", "光伏供电的灌溉控制器，每公顷用水低于2800立方米。").put("translations/en/title", "One");
        form.press(&mut firm, &app, "save").await.expect(303);
        let place = format!("/api/v1/technologies/{}", stored(&app).await["id"].as_str().unwrap());
        app.patch(&place, &json!({"status": "published"})).header("if-match", "*").send().await.expect(200);

        let emptied = sheet(&mut firm, EDIT).await.put("translations/en/title", "");
        let refused = emptied.press(&mut firm, &app, "save").await.expect(422).text;
        assert!(refused.contains("A published translation is replaced, not emptied."), "{refused}");
        let form = sheet(&mut firm, EDIT).await.put("translations/fr/title", "Un");
        let done = form.press(&mut firm, &app, "save").await.expect(303);
        assert!(done.header("location").ends_with("done=waits"), "{done:?}");
        assert_eq!(translation(&stored(&app).await, "fr"), &Value::Null, "it is not seen yet");
        let sent = app.post(&format!("{place}/reviews"), &crate::review::scores([4, 4, 4, 4])).header("if-match", "*");
        let reviewed = sent.send().await;
        assert_eq!(reviewed.status, 201, "{}", reviewed.text);
        let record = stored(&app).await;
        assert_eq!((&translation(&record, "fr")["title"], &translation(&record, "en")["title"]), (&json!("Un"), &json!("One")));
    }
}
