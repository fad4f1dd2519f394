//! A record is written, put right, submitted, returned and submitted again.

use serde_json::{Value, json};
use siku::accounts::Role;

use super::{author, plain, sheet, step};
use crate::authoring::Sheet;
use crate::on_both_databases;
use crate::review::scores;
use crate::support::service::TestApp;

const DESCRIPTION: &str = "光伏供电的灌溉控制器，按土壤湿度自动滴灌。\n\n每公顷用水低于2800立方米，比漫灌节水40%。";

on_both_databases! {
    async fn a_firm_writes_a_technology_mends_it_and_submits_it_again_after_the_steward_has_returned_it(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut browser = author(&app, "firm@example.org", Role::Firm, "Beijing Drip").await;
        let list = browser.get("/my/technologies").await.expect(200).text;
        assert!(list.contains("Post your first technology") && list.contains("/my/technologies/new"), "{list}");
        assert!(browser.get("/technologies").await.expect(200).text.contains("/my/technologies/new"));

        // What is wrong is said at its place, and nothing that was typed is lost.
        let form = sheet(&mut browser, "/my/technologies/new").await;
        let form = form.put("title", "太阳能滴灌控制器").put("description", DESCRIPTION).put("lang", "zh").put("trl", "12");
        let form = form.put("price_min", "about 5").put("advantages", "省水").tick("fields", "agriculture");
        let form = form.put("ip_rights/0/kind", "software").put("ip_rights/0/number", "2026SR001");
        let shown = form.press(&mut browser, &app, "save").await.expect(422).text;
        for said in ["2 things are to be put right", "outside the range allowed: 1 – 9", "Write a number without"] {
            assert!(shown.contains(said), "{said}: {shown}");
        }
        assert!(shown.contains("<a href=\"#f-trl\">") && shown.contains("id=\"f-trl-wrong\""), "{shown}");
        let kept = Sheet::of(&shown);
        for name in form.names().iter().filter(|name| !name.contains('/')) {
            assert_eq!(kept.value(name), form.value(name), "{name}");
        }
        assert_eq!(kept.value("ip_rights/0/number"), "2026SR001");
        assert_eq!(kept.action, "/my/technologies/new");

        let form = kept.put("trl", "8").put("price_min", "1,200");
        let saved = form.press(&mut browser, &app, "save").await.expect(303);
        let place = saved.header("location").to_owned();
        assert_eq!(place, "/my/technologies/T-2026-000001/edit?done=saved");
        let shown = browser.get(&place).await.expect(200).text;
        assert!(shown.contains("The draft is saved."), "{shown}");
        let stored = record(&app, "technologies").await;
        assert_eq!((&stored["status"], &stored["trl"], &stored["price_min"]), (&json!("draft"), &json!(8), &json!(1200.0)));
        assert_eq!((&stored["description"], &stored["fields"]), (&json!(DESCRIPTION), &json!(["agriculture"])));
        assert_eq!(stored["ip_rights"], json!([{"kind": "software", "number": "2026SR001"}]));

        // Saving what nobody touched changes nothing.
        let form = Sheet::of(&shown);
        form.press(&mut browser, &app, "save").await.expect(303);
        assert_eq!(record(&app, "technologies").await["version"], stored["version"]);

        // A telephone number keeps it from being submitted; the draft is stored all the same.
        let form = form.put("advantages", "省水，电话 +86 10 6512 3456").tick("cooperation_modes", "licence");
        let refused = form.press(&mut browser, &app, "submit").await.expect(422).text;
        assert!(refused.contains("A telephone number stands in the public part"), "{refused}");
        assert!(refused.contains("id=\"f-advantages-wrong\""), "{refused}");
        assert_eq!(record(&app, "technologies").await["cooperation_modes"], json!(["licence"]));
        let form = Sheet::of(&refused).put("advantages", "省水 40%");
        let checked = form.press(&mut browser, &app, "check").await.expect(200).text;
        assert!(checked.contains("fields filled in") && !checked.contains("telephone number"), "{checked}");
        let submitted = Sheet::of(&checked).press(&mut browser, &app, "submit").await.expect(303);
        assert!(submitted.header("location").ends_with("/edit?done=submitted"));
        let shown = browser.get(submitted.header("location")).await.expect(200).text;
        assert!(shown.contains("Waits for review") && !shown.contains("author-form"), "{shown}");

        // The steward returns it, and the comments stand on the page.
        let id = stored["id"].as_str().unwrap();
        let place = format!("/api/v1/technologies/{id}/reviews");
        let sent = app.post(&place, &scores([2, 2, 2, 2])).header("if-match", "*").send().await;
        assert_eq!(sent.status, 201, "{}", sent.text);
        let list = browser.get("/my/technologies").await.expect(200).text;
        assert!(list.contains("Returned with comments") && list.contains("say where it was tried"), "{list}");
        let shown = browser.get("/my/technologies/T-2026-000001/edit").await.expect(200).text;
        assert!(shown.contains("say where it was tried") && shown.contains("8 of 20 points"), "{shown}");
        let form = Sheet::of(&shown).put("summary", "已在新疆棉田运行两季");
        form.press(&mut browser, &app, "submit").await.expect(303);
        assert_eq!(record(&app, "technologies").await["status"], json!("submitted"));
        assert!(browser.get("/my/technologies?status=draft").await.expect(200).text.contains("None of your records"));
    }

    async fn an_embassy_posts_an_arabic_demand_with_requirements_and_conditions(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut browser = author(&app, "embassy@example.org", Role::Embassy, "Embassy of Egypt").await;
        let home = browser.get("/").await.expect(200).text;
        assert!(home.contains("<a href=\"/my/demands\">My records</a>"), "{home}");
        let form = sheet(&mut browser, "/my/demands/new").await;
        let form = form.put("lang", "ar").put("title", "ري موفر للمياه في المنيا").put("country", "EG");
        let form = form.put("requirements/0/text", "استهلاك أقل من 3000 م³ للهكتار").put("requirements/0/priority", "must");
        let form = form.put("requirements/1/text", "يعمل بالطاقة الشمسية").put("requirements/1/priority", "should");
        assert!(!form.has("requirements/2/text"), "two rows are offered");

        // More rows, without scripts; what was typed stands there.
        let more = form.press(&mut browser, &app, "more:requirements").await.expect(200).text;
        let form = Sheet::of(&more);
        assert_eq!(form.value("requirements/1/text"), "يعمل بالطاقة الشمسية");
        let form = form.put("requirements/4/text", "صيانة محلية").put("requirements/4/priority", "may");
        let form = form.put("operating_conditions/1/quantity", "voltage").put("operating_conditions/1/min", "200");
        let form = form.put("operating_conditions/1/max", "240").put("operating_conditions/1/unit", "V");
        let form = form.tick("sdgs", "2").tick("sdgs", "6").put("deadline", "2027-12-31").put("budget_max", "500000");
        let form = form.put("currency", "USD").tick("fields", "agriculture").tick("accepted_modes", "sale");
        let saved = form.press(&mut browser, &app, "submit").await;
        assert_eq!(saved.status, 303, "{}", saved.text);
        let stored = record(&app, "demands").await;
        assert_eq!(stored["requirements"], json!([
            {"text": "استهلاك أقل من 3000 م³ للهكتار", "priority": "must"},
            {"text": "يعمل بالطاقة الشمسية", "priority": "should"},
            {"text": "صيانة محلية", "priority": "may"}
        ]));
        let condition = json!([{"quantity": "voltage", "min": 200.0, "max": 240.0, "unit": "V"}]);
        assert_eq!((&stored["operating_conditions"], &stored["lang"]), (&condition, &json!("ar")));
        assert_eq!((&stored["sdgs"], &stored["deadline"]), (&json!([2, 6]), &json!("2027-12-31")));
        assert_eq!((&stored["accepted_modes"], &stored["status"]), (&json!(["sale"]), &json!("submitted")));

        // A row that is emptied goes.
        let steps = "/my/demands/D-2026-000001/steps";
        let edit = "/my/demands/D-2026-000001/edit";
        step(&mut browser, edit, steps, &[("do", "reopen"), ("version", "2")]).await.expect(303);
        let form = sheet(&mut browser, edit).await.put("requirements/0/text", " ");
        form.press(&mut browser, &app, "save").await.expect(303);
        assert_eq!(record(&app, "demands").await["requirements"].as_array().unwrap().len(), 2);
    }

    async fn hostile_text_in_every_field_comes_back_as_text(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut browser = author(&app, "firm@example.org", Role::Firm, "Beijing Drip").await;
        let hostile = "\"><script>window.harmed=1</script>'\u{202e}</textarea><!--";
        for library in ["technologies", "demands", "results", "institutions"] {
            let path = format!("/my/{library}/new");
            let page = browser.get(&path).await.expect(200).text;
            let mut form = Sheet::of(&page);
            for name in form.names().iter().filter(|name| !["form_token", "version"].contains(&name.as_str())) {
                form = form.put(name, hostile);
            }
            for name in ["fields", "target_countries", "cooperation_modes", "services", "sdgs"] {
                if page.contains(&format!("name=\"{name}\"")) {
                    form = form.tick(name, hostile);
                }
            }
            let shown = form.press(&mut browser, &app, "save").await.expect(422).text;
            assert!(!shown.contains("<script>window") && !shown.contains("</textarea><!--"), "{library}: {shown}");
            let kept = Sheet::of(&shown);
            for name in form.names().iter().filter(|name| !["form_token", "version"].contains(&name.as_str())) {
                // A choice that is none of the list is offered as it was sent.
                assert_eq!(kept.value(name), hostile, "{library} {name}");
            }
            assert!(plain(&shown).contains(hostile));
        }
    }
}

async fn record(app: &TestApp, library: &str) -> Value {
    let letter = library.chars().next().unwrap().to_ascii_uppercase();
    app.get(&format!("/api/v1/{library}/{letter}-2026-000001")).send().await.expect(200).json()
}
