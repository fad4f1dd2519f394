//! The whole way, from outside: a firm registers, imports its technologies, an embassy asks in Arabic, a broker finds
//! the pair, the export gate stops her, both sides accept, and what they agree on is in the library.

use std::collections::HashSet;
use std::sync::Mutex;

use chrono::{Days, Utc};
use serde_json::{Value, json};
use siku::accounts::Role;

use crate::accounts::browser::{Browser, PASSWORD};
use crate::accounts::letters::Letters;
use crate::on_both_databases;
use crate::review::scores;
use crate::support::service::{Answer, TestApp};
use siku::audit::Verdict;

const FIRM: &str = "wang@drip.example";
const EMBASSY: &str = "attache@embassy.example";
const BROKER: &str = "lin@brokers.example";

/// What people of this story do, each with a token of their own.
struct Story<'a> {
    app: &'a TestApp,
    letters: Letters<'a>,
    /// The mails that were read already.
    read: Mutex<HashSet<String>>,
    steward: String,
}

/// A token that somebody makes for the program they use, once signed in.
async fn token(app: &TestApp, address: &str) -> String {
    let mut browser = Browser::of(app, address).await;
    let me = browser.send(app.get("/api/v1/me")).await.expect(200).json();
    let wanted = json!({"name": "spreadsheet", "scopes": ["read", "write", "match"], "days": 7});
    let form_token = me["form_token"].as_str().unwrap();
    let ask = app.post("/api/v1/me/tokens", &wanted).header("x-csrf-token", form_token);
    browser.send(ask).await.expect(201).json()["token"].as_str().unwrap().to_owned()
}

impl Story<'_> {
    /// A firm registers, confirms its address, and is let in.
    async fn firm(&self) -> String {
        let app = self.app;
        let registration = json!({"organisation": "北京滴灌科技有限公司", "country": "CN", "lang": "zh",
            "credit_code": "91350100M000100Y43", "name": "Wang Fang", "email": FIRM, "password": PASSWORD});
        app.post("/api/v1/registrations", &registration).anonymous().send().await.expect(202);
        let secret = self.letters.only(FIRM).await.token("registrations");
        self.mailed(FIRM).await;
        let confirmation = json!({"token": secret, "password": PASSWORD});
        app.post("/api/v1/registrations/confirmation", &confirmation).anonymous().send().await.expect(201);
        let waiting =
            app.get("/api/v1/organisations?status=pending").token(&self.steward).send().await.expect(200).json();
        let place = format!("/api/v1/organisations/{}/decisions", waiting["records"][0]["id"].as_str().unwrap());
        app.post(&place, &json!({"decision": "approve"})).token(&self.steward).send().await.expect(200);
        assert!(self.mailed(FIRM).await.contains("贵单位已通过审核"));
        token(app, FIRM).await
    }

    /// Somebody is invited and makes their account.
    async fn invited(&self, invitation: &Value) -> String {
        let address = invitation["email"].as_str().unwrap();
        self.app.post("/api/v1/invitations", invitation).token(&self.steward).send().await.expect(201);
        let secret = self.letters.only(address).await.token("invitations");
        let acceptance = json!({"token": secret, "name": address.split('@').next(), "password": PASSWORD});
        self.app.post("/api/v1/invitations/acceptance", &acceptance).anonymous().send().await.expect(201);
        token(self.app, address).await
    }

    /// The author submits a record, the steward scores it.
    async fn reviewed(&self, place: &str, author: &str, of: [i32; 4]) -> Value {
        let submit = self.app.patch(place, &json!({"status": "submitted"})).token(author).header("if-match", "*");
        submit.send().await.expect(200);
        let review = self.app.post(&format!("{place}/reviews"), &scores(of)).token(&self.steward);
        review.header("if-match", "*").send().await.expect(201).json()
    }

    async fn step(&self, place: &str, body: Value, token: &str) -> Answer {
        self.app.post(place, &body).token(token).header("if-match", "*").send().await
    }

    /// What was mailed to an address since this was last asked; there is something.
    async fn mailed(&self, address: &str) -> String {
        let all = self.letters.to(address).await;
        let mut read = self.read.lock().unwrap();
        let new: Vec<String> = all.into_iter().map(|mail| mail.text).filter(|text| read.insert(text.clone())).collect();
        assert!(!new.is_empty(), "no mail to {address}");
        new.join("\n")
    }
}

/// Twenty technologies, the first of which is what the embassy will ask for.
fn spreadsheet() -> String {
    let mut rows = String::from("编号,标题,描述,fields,lang,trl,cooperation_modes\n");
    rows.push_str(
        "T1,太阳能滴灌控制器 ISO 9261,\"以光伏供电，12 V，无需电网，适用于含盐量 12 g/L 的灌溉水，节水 40 %。\",agriculture,zh,8,licence\n",
    );
    for number in 2..=20 {
        rows.push_str(&format!(
            "T{number},{number} 号特种合金焊接工艺,\"用于{number}毫米钢板的自动焊接，强度提高 {number} %。\",manufacturing,zh,6,licence\n"
        ));
    }
    rows
}

fn wanted() -> Value {
    json!({
        "title": "ري بالتنقيط بالطاقة الشمسية للأراضي المستصلحة ISO 9261", "lang": "ar", "country": "EG",
        "description": "تحتاج محافظة المنيا إلى ري يعمل بالطاقة الشمسية 12 V بدون شبكة كهرباء ومياه ملوحتها 12 g/L.",
        "fields": ["agriculture"], "end_user": "مزارعو المنيا", "payer": "وزارة الزراعة",
        "requirements": [
            {"text": "التشغيل بالطاقة الشمسية 12 V دون شبكة كهرباء", "priority": "must"},
            {"text": "تحمل ملوحة المياه حتى 12 g/L", "priority": "should"},
        ],
    })
}

on_both_databases! {
    async fn from_a_registration_to_a_result_in_the_library(db: &TestDb) {
        let app = TestApp::on(db).await;
        let steward = app.token_of("the steward", Role::Steward, Some("The commission")).await;
        let story = Story { app: &app, letters: Letters::of(&app), read: Mutex::default(), steward };

        // The firm: in by its credit code, twenty technologies out of one spreadsheet, each of them reviewed.
        let firm = story.firm().await;
        let file = app.ask(reqwest::Method::POST, "/api/v1/technologies/imports?column=编号=external_id");
        let imported = file.text("text/csv", spreadsheet()).token(&firm).send().await.expect(200).json();
        assert_eq!((&imported["created"], &imported["skipped"]), (&json!(20), &json!(0)), "{imported}");
        let drafts = app.get("/api/v1/technologies?status=draft&limit=100").token(&firm).send().await.expect(200).json();
        let drafts = drafts["records"].as_array().unwrap();
        assert_eq!(drafts.len(), 20);
        for draft in drafts {
            let place = format!("/api/v1/technologies/{}", draft["id"].as_str().unwrap());
            let of = if draft["external_id"] == "T20" { [2, 2, 2, 2] } else { [4, 4, 3, 4] };
            let expected = if draft["external_id"] == "T20" { "draft" } else { "published" };
            assert_eq!(story.reviewed(&place, &firm, of).await["status"], expected);
        }
        let public = app.get("/api/v1/technologies?limit=100").anonymous().send().await.expect(200).json();
        assert_eq!(public["records"].as_array().unwrap().len(), 19);

        // A centre that can deliver there is in the library before anybody asks.
        let centre = json!({"title": "مركز نقل التكنولوجيا الزراعية", "lang": "ar", "kind": "technology_transfer_centre",
            "country": "EG", "countries_served": ["EG"], "fields": ["agriculture"],
            "description": "ينقل تقنيات الري بالطاقة الشمسية إلى المزارعين في مصر ويدربهم عليها."});
        let centre = app.add("institutions", &centre).await;
        app.drain().await;

        // The embassy: by invitation only, in Arabic.
        let embassy = story.invited(&json!({"email": EMBASSY, "role": "embassy", "lang": "ar",
            "organisation": {"name": "سفارة جمهورية مصر العربية", "country": "EG"}})).await;
        let demand = app.post("/api/v1/demands", &wanted()).token(&embassy).send().await.expect(201).json();
        let place = format!("/api/v1/demands/{}", demand["id"].as_str().unwrap());
        assert_eq!(story.reviewed(&place, &embassy, [5, 4, 4, 4]).await["status"], "published");
        app.drain().await;

        // The broker: the pair is at the head of her queue, with what answers what.
        let broker = story.invited(&json!({"email": BROKER, "role": "broker", "lang": "en",
            "organisation": {"name": "Brokers", "country": "CN"}})).await;
        let queue = app.get("/api/v1/queue").token(&broker).send().await.expect(200).json();
        let first = &queue["records"][0]["match"];
        assert_eq!(first["technology"]["title"], "太阳能滴灌控制器 ISO 9261", "{queue}");
        assert_eq!(first["coverage"].as_array().unwrap().len(), 2);
        let place = format!("/api/v1/matches/{}", first["id"].as_str().unwrap());
        story.step(&format!("{place}/assignment"), json!({"to": "me"}), &broker).await.expect(200);
        app.get(&place).token(&firm).send().await.expect_problem(404, "not_found");
        let decisions = format!("{place}/decisions");
        for state in ["shortlisted", "proposed"] {
            story.step(&decisions, json!({"to": state}), &broker).await.expect(200);
        }

        // Both sides are asked, each in its language, and neither learns who the other is.
        for (address, lang, foreign) in [(FIRM, "zh", "سفارة"), (EMBASSY, "ar", "北京滴灌")] {
            let asked = story.mailed(address).await;
            assert!(asked.contains(&format!("Content-Language: {lang}")), "{asked}");
            assert!(!asked.contains(foreign), "{asked}");
        }
        for (side, foreign) in [(&firm, "سفارة"), (&embassy, "北京滴灌")] {
            let seen = app.get(&place).token(side).send().await.expect(200);
            assert!(!seen.text.contains(foreign), "{}", seen.text);
            story.step(&format!("{place}/answers"), json!({"answer": "accepted"}), side).await.expect(200);
        }

        // The export gate: shut without a catalogue, shut for what is restricted, open with a letter of intent.
        let introduce = || story.step(&decisions, json!({"to": "introduced"}), &broker);
        introduce().await.expect_problem(409, "export_gate");
        let today = Utc::now().date_naive();
        let catalogue = json!({
            "catalogue": {"name": "示例目录", "in_force_from": today, "lang": "zh", "example": true},
            "entries": [{"kind": "restricted", "code": "EX-R-01", "title": "灌溉控制技术", "text": "光伏供电的灌溉控制。"}],
        });
        let stored = app.post("/api/v1/export-catalogues", &catalogue).token(&story.steward).send().await.expect(201).json();
        introduce().await.expect_problem(409, "export_gate");
        let technology = format!("/api/v1/technologies/{}", first["technology"]["id"].as_str().unwrap());
        let nearest = app.get(&format!("{technology}/screening")).token(&story.steward).send().await.expect(200);
        assert!(nearest.text.contains("EX-R-01"), "{}", nearest.text);
        let screening = json!({"catalogue": stored["id"], "outcome": "restricted", "entries": ["EX-R-01"],
            "reason": "The controller is what the entry names."});
        story.step(&format!("{technology}/screenings"), screening, &story.steward).await.expect(201);
        let shut = introduce().await;
        assert!(shut.json()["detail"].as_str().unwrap().contains("letter of intent"), "{}", shut.text);
        shut.expect_problem(409, "export_gate");
        let letter = json!({"number": "2026-0117", "valid_from": today, "valid_until": today + Days::new(365)});
        story.step(&format!("{place}/letter-of-intent"), letter, &broker).await.expect(200);
        introduce().await.expect(200);

        // Introduced: the two know one another, and nobody else does.
        let known = app.get(&place).token(&embassy).send().await.expect(200).json();
        assert_eq!(known["case"]["technology_party"]["contacts"][0]["email"], FIRM);
        let known = app.get(&place).token(&firm).send().await.expect(200).json();
        assert_eq!(known["case"]["demand_party"]["contacts"][0]["email"], EMBASSY);
        let told = story.mailed(FIRM).await;
        assert!(told.contains("T-2026-") && told.contains("已相互引荐"), "told of the introduction: {told}");

        // Agreed: a draft that the steward publishes, with links to the demand's match, the technology and both parties.
        for state in ["negotiating", "agreed"] {
            story.step(&decisions, json!({"to": state}), &broker).await.expect(200);
        }
        let results = app.get("/api/v1/results?status=draft").token(&story.steward).send().await.expect(200).json();
        let result = &results["records"][0];
        assert_eq!((&result["technology"], &result["country"]), (&first["technology"]["number"], &json!("EG")));
        assert_eq!(result["parties"].as_array().unwrap().len(), 2);
        assert_eq!(result["institutions"], json!([centre["id"]]), "who delivers is linked: {result}");
        assert!(result["path"].as_str().unwrap().contains(demand["number"].as_str().unwrap()), "{result}");
        let at = format!("/api/v1/results/{}", result["id"].as_str().unwrap());
        app.get(&at).anonymous().send().await.expect(404);
        let publish = app.patch(&at, &json!({"status": "published"})).token(&story.steward).header("if-match", "*");
        publish.send().await.expect(200);
        app.get(&at).anonymous().send().await.expect(200);
        // All four libraries are linked: the page of the result leads to technology and institution, its dossier to them,
        // to the demand, and to the result as proof.
        let number = |record: &Value| record["number"].as_str().unwrap().to_owned();
        let page = app.get(&format!("/results/{}", number(result))).anonymous().send().await.expect(200).text;
        for (library, record) in [("technologies", &first["technology"]), ("institutions", &centre)] {
            assert!(page.contains(&format!("href=\"/{library}/{}\"", number(record))), "{library}: {page}");
        }
        app.drain().await;
        let mut desk = Browser::of(&app, BROKER).await;
        let dossier = desk.get(&format!("/matches/{}", first["id"].as_str().unwrap())).await.expect(200).text;
        let linked = [("technologies", &first["technology"]), ("demands", &demand), ("institutions", &centre)];
        for (library, record) in linked {
            assert!(dossier.contains(&format!("/{library}/{}", number(record))), "{library}: {dossier}");
        }
        story.step(&decisions, json!({"to": "delivered"}), &broker).await.expect(200);

        // Every mail came once.
        for address in [FIRM, EMBASSY, BROKER] {
            let mut texts: Vec<String> = story.letters.to(address).await.into_iter().map(|mail| mail.text).collect();
            let all = texts.len();
            texts.sort();
            texts.dedup();
            assert!(all >= 1 && texts.len() == all, "{address}: {all} mails");
        }
        let chain = siku::audit::verify(&app.db, None, |_| ()).await.unwrap();
        assert!(matches!(chain, Verdict::Whole { .. }), "{chain:?}");
    }
}
