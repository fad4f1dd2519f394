//! Who may add, see and remove a webhook.

use serde_json::json;
use siku::accounts::Role;

use crate::on_both_databases;
use crate::support::service::TestApp;

on_both_databases! {
    async fn with_a_key_no_table_keeps_a_secret_in_clear_and_a_repeated_request_is_told_it_again(db: &TestDb) {
        let app = TestApp::with(db, |settings| settings.accounts.secret_key = "4f".repeat(32).into()).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let wanted = json!({"url": "https://example.org/siku", "events": ["match.proposed"]});
        let add = async || {
            let ask = app.post("/api/v1/webhooks", &wanted).token(&firm).header("idempotency-key", "once");
            ask.send().await.expect(201).json()
        };
        let made = add().await;
        assert_eq!(add().await, made);
        let token = json!({"name": "reader", "scopes": ["read"], "days": 7});
        let ask = app.post("/api/v1/me/tokens", &token).token(&firm).header("idempotency-key", "token");
        let token = ask.send().await.expect(201).json();
        let secrets = [&made["secret"], &token["token"]].map(|secret| secret.as_str().unwrap()[6..].to_owned());
        let tables = crate::accounts::writes::everything(&app.db).await;
        assert!(tables["idempotency_keys"].contains("sealed:") && tables["webhooks"].contains("sealed:"));
        for (table, rows) in tables {
            assert!(secrets.iter().all(|secret| !rows.contains(secret.as_str())), "{table}");
        }
    }

    async fn an_organisation_manages_its_own_webhooks_and_sees_the_secret_once(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let rival = app.token_of("rival", Role::Firm, Some("Another firm")).await;
        let wanted = json!({"url": "https://example.org/siku", "events": ["match.proposed"]});
        let made = app.post("/api/v1/webhooks", &wanted).token(&firm).send().await.expect(201).json();
        let secret = made["secret"].as_str().unwrap();
        assert!(secret.starts_with("whsec_") && made["organisation_id"].is_string());
        let place = format!("/api/v1/webhooks/{}", made["id"].as_str().unwrap());
        let listed = app.get("/api/v1/webhooks").token(&firm).send().await.expect(200);
        assert!(listed.text.contains("example.org") && !listed.text.contains(secret));
        assert_eq!(app.get("/api/v1/webhooks").token(&rival).send().await.expect(200).json()["records"], json!([]));
        for below in ["ping", "secret"] {
            app.post(&format!("{place}/{below}"), &json!({})).token(&rival).send().await.expect_problem(404, "not_found");
        }
        app.delete(&place).token(&rival).send().await.expect_problem(404, "not_found");
        app.post(&format!("{place}/ping"), &json!({})).token(&firm).send().await.expect(202);
        let deliveries = app.get(&format!("{place}/deliveries")).token(&firm).send().await.expect(200).json();
        assert_eq!((&deliveries["records"][0]["event"], &deliveries["records"][0]["status"]), (&json!("ping"), &json!("waiting")));
        app.get(&format!("{place}/deliveries")).token(&rival).send().await.expect_problem(404, "not_found");
        let changed = app.post(&format!("{place}/secret"), &json!({})).token(&firm).send().await.expect(200).json();
        assert_ne!(changed["secret"], made["secret"]);
        app.delete(&place).token(&firm).send().await.expect(204);
        app.delete(&place).token(&firm).send().await.expect_problem(404, "not_found");
    }

    async fn an_address_that_leads_inside_or_is_not_secure_is_not_taken(db: &TestDb) {
        let app = TestApp::on(db).await;
        for url in ["http://example.org/", "https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest", "ftp://a/", ""] {
            let refused = app.post("/api/v1/webhooks", &json!({"url": url, "events": ["ping"]})).send().await;
            assert_eq!(refused.expect_problem(422, "invalid_fields"), ["/url"], "{url}");
        }
        let nothing = app.post("/api/v1/webhooks", &json!({"url": "https://example.org/", "events": []})).send().await;
        assert_eq!(nothing.expect_problem(422, "invalid_fields"), ["/events"]);
        let unknown = app.post("/api/v1/webhooks", &json!({"url": "https://example.org/", "events": ["everything"]})).send();
        assert_eq!(unknown.await.expect_problem(422, "invalid_fields"), ["/events/0"]);
    }
}
