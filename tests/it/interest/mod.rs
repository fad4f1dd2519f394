//! Interest: told to the brokers, and to nobody else.

use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::library::store::create;
use siku::library::{Demands, Technologies};
use siku::matching::types::MatchState;

use crate::accounts::browser::{Browser, person};
use crate::life::{EMBASSY, FIRM, no, pair, stored, suggestion};
use crate::on_both_databases;
use crate::support::database::TestDb;
use crate::support::records::{admin, demand, organisation, published_for, technology};
use crate::support::service::{Answer, TestApp};

const TECHNOLOGY: &str = "/api/v1/technologies/T-2026-000001";
const DEMAND: &str = "/api/v1/demands/D-2026-000001";

/// As long as this many characters, which are three bytes each.
fn text(characters: usize) -> String {
    "水".repeat(characters)
}

fn interest(own: &str) -> Value {
    json!({"own_record": own, "offer_or_need": text(150), "why": text(600)})
}

/// A firm's technology and an embassy's demand, which nobody has suggested; tokens of both sides and of a broker.
async fn apart(db: &TestDb, app: &TestApp) -> (String, String, String) {
    let (firm, embassy) = (organisation(db, FIRM).await, organisation(db, EMBASSY).await);
    create::<Technologies>(db, &admin(), technology("滴灌"), published_for(firm)).await.unwrap();
    create::<Demands>(db, &admin(), demand("Irrigation"), published_for(embassy)).await.unwrap();
    tokens(app).await
}

async fn tokens(app: &TestApp) -> (String, String, String) {
    let firm = app.token_of("firm", Role::Firm, Some(FIRM)).await;
    let embassy = app.token_of("embassy", Role::Embassy, Some(EMBASSY)).await;
    (firm, embassy, app.token_of("broker", Role::Broker, Some("Brokers")).await)
}

async fn express(app: &TestApp, record: &str, body: &Value, token: &str) -> Answer {
    app.post(&format!("{record}/interest"), body).token(token).send().await
}

async fn read(app: &TestApp, path: &str, token: &str) -> Value {
    app.get(path).token(token).send().await.expect(200).json()
}

on_both_databases! {
    async fn a_firms_interest_is_before_the_brokers_and_unknown_to_the_embassy(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (firm, embassy, broker) = apart(db, &app).await;
        let taken = express(&app, DEMAND, &interest("T-2026-000001"), &firm).await.expect(201).json();
        assert_eq!((&taken["side"], &taken["match_id"]), (&json!("technology_side"), &Value::Null));
        let queue = read(&app, "/api/v1/queue", &broker).await;
        let found = &queue["records"][0]["match"];
        assert_eq!((&found["state"], &found["case"]["interest"]), (&json!("suggested"), &json!("technology_side")));
        assert!(queue["records"][0]["value"].as_f64().unwrap() >= 0.5, "{queue}");
        let told = read(&app, "/api/v1/notices", &broker).await;
        assert_eq!(told["records"][0]["kind"], "interest_received");
        for path in ["/api/v1/interests", "/api/v1/matches", "/api/v1/notices"] {
            assert_eq!(read(&app, path, &embassy).await["records"], json!([]), "{path}");
        }
        assert_eq!(read(&app, "/api/v1/interests", &firm).await["records"][0], taken);
        let match_id = found["id"].as_str().unwrap();
        let all = read(&app, &format!("/api/v1/interests?match={match_id}"), &broker).await;
        assert_eq!(all["records"][0]["why"], text(600));
        // Matching again leaves it where it is.
        app.drain().await;
        assert_eq!(stored(&app.db, match_id.parse().unwrap()).await.status, "suggested");
        let audit = app.get("/api/v1/audit").send().await.expect(200).text;
        assert!(audit.contains("interest_expressed") && audit.contains("match_interested"), "{audit}");
        // Only what comes after the proposal is the other side's to know.
        let proposed = app.post(&format!("/api/v1/matches/{match_id}/decisions"), &json!({"to": "proposed"}));
        proposed.token(&broker).header("if-match", "*").send().await.expect(200);
        let seen = app.get(&format!("/api/v1/matches/{match_id}")).token(&embassy).send().await.expect(200).text;
        assert!(!seen.contains("interest"), "{seen}");
        let steps = read(&app, &format!("/api/v1/matches/{match_id}/events"), &embassy).await;
        assert_eq!(steps["records"].as_array().unwrap().len(), 1, "{steps}");
        let late = express(&app, TECHNOLOGY, &interest("D-2026-000001"), &embassy).await;
        late.expect_problem(409, "invalid_state");
    }

    async fn each_side_says_it_once_and_learns_nothing_of_the_other(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (firm, embassy, broker) = apart(db, &app).await;
        express(&app, DEMAND, &interest("T-2026-000001"), &firm).await.expect(201);
        express(&app, DEMAND, &interest("T-2026-000001"), &firm).await.expect_problem(409, "interest_expressed");
        express(&app, TECHNOLOGY, &interest("D-2026-000001"), &embassy).await.expect(201);
        let queue = read(&app, "/api/v1/queue", &broker).await;
        assert_eq!(queue["records"].as_array().unwrap().len(), 1);
        assert_eq!(queue["records"][0]["match"]["case"]["interest"], "both");
        assert_eq!(read(&app, "/api/v1/interests", &embassy).await["records"].as_array().unwrap().len(), 1);
        let first = read(&app, "/api/v1/interests?limit=1", &broker).await;
        let rest = read(&app, &format!("/api/v1/interests?before={}", first["next"].as_str().unwrap()), &broker).await;
        assert_eq!((rest["records"].as_array().unwrap().len(), &rest["next"]), (1, &Value::Null));
        // A broker who belongs to a side does not see what the other side wrote.
        let partial = app.token_of("partial", Role::Broker, Some(FIRM)).await;
        let seen = read(&app, "/api/v1/interests", &partial).await;
        assert_eq!(seen["records"].as_array().unwrap().len(), 1);
        assert_eq!(seen["records"][0]["side"], "technology_side");
    }

    async fn texts_are_counted_in_characters(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (firm, ..) = apart(db, &app).await;
        for (offer, why, wrong) in [(149, 150, "/offer_or_need"), (150, 601, "/why")] {
            let body = json!({"own_record": "T-2026-000001", "offer_or_need": text(offer), "why": text(why)});
            let refused = express(&app, DEMAND, &body, &firm).await;
            assert_eq!(refused.expect_problem(422, "invalid_fields"), [wrong]);
        }
        let padded = json!({"own_record": "T-2026-000001", "offer_or_need": format!("{} ", text(149)), "why": text(150)});
        assert_eq!(express(&app, DEMAND, &padded, &firm).await.expect_problem(422, "invalid_fields"), ["/offer_or_need"]);
        express(&app, DEMAND, &interest("T-2026-000001"), &firm).await.expect(201);
    }

    async fn interest_needs_a_published_record_of_ones_own_and_is_never_in_ones_own(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (firm, embassy, broker) = apart(db, &app).await;
        let foreign = app.token_of("other", Role::Firm, Some("Another firm")).await;
        let refused = express(&app, DEMAND, &interest("T-2026-000001"), &foreign).await;
        assert_eq!(refused.expect_problem(422, "invalid_fields"), ["/own_record"]);
        let draft = app.post("/api/v1/technologies", &crate::api::technology("b")).token(&foreign).send().await;
        let draft = draft.expect(201).json()["number"].as_str().unwrap().to_owned();
        let refused = express(&app, DEMAND, &interest(&draft), &foreign).await;
        assert_eq!(refused.expect_problem(422, "invalid_fields"), ["/own_record"]);
        express(&app, DEMAND, &interest("T-2026-000001"), &broker).await.expect_problem(403, "forbidden");
        let hidden = app.post("/api/v1/demands", &crate::api::demand("b")).token(&embassy).send().await.expect(201).json();
        express(&app, &crate::api::address(&hidden), &interest("T-2026-000001"), &firm).await.expect_problem(404, "not_found");
        // A firm that asks for something itself.
        let own = organisation(db, "Both").await;
        create::<Technologies>(db, &admin(), technology("b"), published_for(own)).await.unwrap();
        let wanted = create::<Demands>(db, &admin(), demand("b"), published_for(own)).await.unwrap();
        let offered = app.get("/api/v1/technologies").send().await.expect(200).json()["records"][0]["number"].clone();
        let both = app.token_of("both", Role::Firm, Some("Both")).await;
        let place = format!("/api/v1/demands/{}", wanted.head.number);
        let refused = express(&app, &place, &interest(offered.as_str().unwrap()), &both).await;
        refused.expect_problem(403, "conflict_of_interest");
    }

    async fn interest_brings_back_what_the_broker_had_dismissed(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = pair(db).await;
        let (firm, embassy, broker) = tokens(&app).await;
        no(&app.db, &pair.broker, pair.id, MatchState::Dismissed).await.unwrap();
        express(&app, TECHNOLOGY, &interest("D-2026-000001"), &embassy).await.expect(201);
        let row = stored(&app.db, pair.id).await;
        assert_eq!((row.status.as_str(), row.interest.as_deref(), row.decided), ("suggested", Some("demand_side"), true));
        let queue = read(&app, "/api/v1/queue", &broker).await;
        assert_eq!(queue["records"][0]["match"]["id"], pair.id.to_string());
        assert_eq!(read(&app, "/api/v1/matches", &firm).await["records"], json!([]));
    }

    async fn a_pair_that_a_side_asks_for_stands_above_a_better_looking_one(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (firm, _, broker) = apart(db, &app).await;
        let owner = published_for(organisation(db, "Another firm").await);
        let offered = create::<Technologies>(db, &admin(), technology("b"), owner).await.unwrap().head.id;
        let wanted = app.get(DEMAND).send().await.expect(200).json();
        let other = suggestion(&app.db, wanted["id"].as_str().unwrap().parse().unwrap(), offered).await;
        let mut lower = stored(&app.db, other).await.into_active_model();
        lower.score = Set(0.2);
        lower.update(&*app.db).await.unwrap();
        express(&app, DEMAND, &interest("T-2026-000001"), &firm).await.expect(201);
        let queue = read(&app, "/api/v1/queue", &broker).await;
        assert_eq!(queue["records"][1]["match"]["id"], other.to_string());
    }

    async fn interest_is_expressed_on_the_page_of_the_record(db: &TestDb) {
        let app = TestApp::on(db).await;
        apart(db, &app).await;
        person(&app, "seller@example.org", Role::Firm, Some(FIRM)).await;
        let mut browser = Browser::of(&app, "seller@example.org").await;
        let page = "/demands/D-2026-000001/interest";
        assert!(browser.get("/demands/D-2026-000001").await.expect(200).text.contains(page));
        assert!(!browser.get("/technologies/T-2026-000001").await.expect(200).text.contains("/interest"));
        assert!(!app.get("/demands/D-2026-000001").anonymous().send().await.expect(200).text.contains(page));
        let led = app.get(page).anonymous().send().await.expect(303);
        assert!(led.header("location").starts_with("/sign-in"));
        let (short, long) = (text(20), text(200));
        let fields = [("own_record", "T-2026-000001"), ("offer_or_need", short.as_str()), ("why", long.as_str())];
        let kept = browser.submit(page, page, &fields).await.expect(422).text;
        assert!(kept.contains(&short) && kept.contains("150 to 600"), "{kept}");
        let fields = [("own_record", "T-2026-000001"), ("offer_or_need", long.as_str()), ("why", long.as_str())];
        let done = browser.submit(page, page, &fields).await.expect(303);
        let shown = browser.get(done.header("location")).await.expect(200).text;
        assert!(shown.contains("The brokers know of your interest"), "{shown}");
        browser.submit(page, page, &fields).await.expect(409);
        browser.get("/technologies/T-2026-000001/interest").await.expect(403);
    }
}
