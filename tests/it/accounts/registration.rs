//! A firm registers, its address is confirmed, a steward decides.

use super::browser::{Browser, PASSWORD, person};
use super::letters::{Letters, registered};
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::{Value, json};
use siku::accounts::Role;

const CODE: &str = "91350100M000100Y43";

fn registration(email: &str) -> Value {
    json!({"organisation": "北京滴灌科技有限公司", "names": {"en": "Beijing Drip"}, "country": "cn",
        "credit_code": "９１３５０１００ｍ０００１００ｙ４３", "name": "Wang Fang", "email": email, "lang": "zh",
        "password": PASSWORD})
}

async fn register(app: &TestApp, body: &Value) -> String {
    app.post("/api/v1/registrations", body).anonymous().send().await.expect(202).text
}

async fn confirm(app: &TestApp, token: &str) -> crate::support::service::Answer {
    let body = json!({"token": token, "password": PASSWORD});
    app.post("/api/v1/registrations/confirmation", &body).anonymous().send().await
}

async fn organisations(app: &TestApp, status: &str) -> Vec<Value> {
    let list = app.get(&format!("/api/v1/organisations?status={status}")).send().await.expect(200).json();
    list["records"].as_array().unwrap().clone()
}

async fn audited(app: &TestApp, action: &str) -> Vec<Value> {
    let list = app.get(&format!("/api/v1/audit?action={action}")).send().await.expect(200).json();
    list["records"].as_array().unwrap().clone()
}

on_both_databases! {
    async fn a_firm_registers_confirms_waits_and_acts_once_it_is_approved(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        let steward = app.token_of("the steward", Role::Steward, None).await;
        register(&app, &registration("Wang@Drip.example")).await;
        assert!(organisations(&app, "pending").await.is_empty(), "nothing is there before the address is confirmed");
        let mut early = Browser::new(&app);
        early.sign_in("wang@drip.example", PASSWORD).await.expect(422);
        let mail = letters.only("wang@drip.example").await;
        assert!(mail.text.contains("Content-Language: zh") && !mail.text.contains("滴灌"), "{}", mail.text);
        let token = mail.token("registrations");
        let wrong = json!({"token": token, "password": "another otter sings twice"});
        let refused = app.post("/api/v1/registrations/confirmation", &wrong).anonymous().send().await;
        assert_eq!(refused.expect_problem(422, "invalid_fields"), ["/password"]);
        confirm(&app, &token).await.expect(201);
        confirm(&app, &token).await.expect_problem(404, "not_found");

        let told = app.get("/api/v1/notices").token(&steward).send().await.expect(200).json();
        assert_eq!(told["records"][0]["kind"], "organisation_waits", "{told}");
        let pending = organisations(&app, "pending").await;
        assert_eq!(pending[0]["credit_code"], CODE);
        assert_eq!((&pending[0]["names"]["en"], &pending[0]["country"]), (&"Beijing Drip".into(), &"CN".into()));
        let mut browser = Browser::of(&app, "wang@drip.example").await;
        let account = browser.get("/account?lang=en").await.expect(200).text;
        assert!(account.contains("waits for approval"), "{account}");
        browser.send(app.get("/api/v1/people")).await.expect_problem(401, "unauthenticated");

        let place = format!("/api/v1/organisations/{}/decisions", pending[0]["id"].as_str().unwrap());
        let decided = app.post(&place, &json!({"decision": "approve"})).token(&steward).send().await.expect(200).json();
        assert_eq!(decided["status"], "approved");
        browser.send(app.get("/api/v1/people")).await.expect(200);
        let told = letters.to("wang@drip.example").await;
        assert!(told.iter().any(|mail| mail.text.contains("贵单位已通过审核")), "{told:?}");
        assert_eq!(audited(&app, "organisation_registered").await.len(), 1);
        assert_eq!(audited(&app, "organisation_approved").await[0]["record_id"], pending[0]["id"]);
        app.post(&place, &json!({"decision": "refuse", "reason": "late"})).send().await.expect_problem(409, "invalid_state");
    }

    async fn a_refusal_has_a_reason_which_the_registrant_reads_in_their_language(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        let id = registered(&app, CODE).await;
        let place = format!("/api/v1/organisations/{id}/decisions");
        let silent = app.post(&place, &json!({"decision": "refuse"})).send().await;
        assert_eq!(silent.expect_problem(422, "invalid_fields"), ["/reason"]);
        let refusal = json!({"decision": "refuse", "reason": "The licence has expired."});
        let refused = app.post(&place, &refusal).send().await.expect(200).json();
        assert_eq!((&refused["status"], &refused["status_reason"]), (&"rejected".into(), &"The licence has expired.".into()));
        let told = letters.only("first@91350100m000100y43.example").await;
        assert!(told.text.contains("未通过审核。原因：The licence has expired."), "{}", told.text);
        assert_eq!(audited(&app, "organisation_refused").await[0]["detail"]["reason"], "The licence has expired.");
        let again = app.post(&place, &json!({"decision": "approve"})).send().await.expect(200).json();
        assert_eq!(again.get("status_reason"), None);
    }

    async fn an_address_that_is_known_gets_the_same_answer_and_a_mail_that_says_so(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "amel@example.org", Role::Embassy, Some("Embassy")).await;
        let letters = Letters::of(&app);
        let unknown = register(&app, &registration("nobody@example.org")).await;
        let known = register(&app, &registration("Amel@example.org")).await;
        assert_eq!(unknown, known);
        let told = letters.only("amel@example.org").await;
        assert!(told.text.contains("has an account already"), "{}", told.text);
        register(&app, &registration("amel@example.org")).await;
        assert_eq!(letters.to("amel@example.org").await.len(), 1, "one such mail a day");
        // Nor does signing in with the password of the registration tell the two apart.
        for address in ["nobody@example.org", "amel@example.org"] {
            let mut browser = Browser::new(&app);
            browser.sign_in(address, "another otter sings twice").await.expect(422);
            assert!(!browser.cookies.contains_key("siku_session"), "{address}");
        }
        Browser::of(&app, "amel@example.org").await;
    }

    async fn a_code_that_is_known_makes_no_second_organisation_and_its_members_decide(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        let id = registered(&app, CODE).await;
        let place = format!("/api/v1/organisations/{id}/decisions");
        app.post(&place, &json!({"decision": "approve"})).send().await.expect(200);
        let first = "first@91350100m000100y43.example";
        let before = letters.to(first).await.len();

        let fresh = register(&app, &json!({"organisation": "Other", "country": "TN", "name": "Ali", "email": "ali@other.example",
            "password": PASSWORD})).await;
        let known = register(&app, &registration("li@drip.example")).await;
        assert_eq!(fresh, known);
        let token = letters.only("li@drip.example").await.token("registrations");
        let waiting = confirm(&app, &token).await.expect(201).json();
        assert_eq!(organisations(&app, "approved").await.len(), 1);
        assert!(organisations(&app, "pending").await.is_empty());
        let mut stranger = Browser::of(&app, "li@drip.example").await;
        let account = stranger.get("/account?lang=en").await.expect(200).text;
        assert!(account.contains("waits for approval") && !account.contains("滴灌"), "{account}");
        stranger.send(app.get("/api/v1/people")).await.expect_problem(401, "unauthenticated");

        let asked = letters.to(first).await;
        assert_eq!(asked.len(), before + 1);
        assert!(asked.iter().any(|mail| mail.text.contains("li@drip.example")), "{asked:?}");
        let mut member = Browser::of(&app, first).await;
        let people = member.send(app.get("/api/v1/people?state=waiting")).await.expect(200).json();
        assert_eq!(people["records"][0]["id"], waiting["id"]);
        let me = member.send(app.get("/api/v1/me")).await.expect(200).json();
        let admit = app.post(&format!("/api/v1/people/{}/admission", waiting["id"].as_str().unwrap()), &json!({}));
        member.send(admit.header("x-csrf-token", me["form_token"].as_str().unwrap())).await.expect(200);
        stranger.send(app.get("/api/v1/people")).await.expect(200);
        assert_eq!(audited(&app, "membership_asked").await.len(), 1);
        assert_eq!(audited(&app, "person_let_in").await.len(), 1);
    }

    async fn every_wrong_field_of_a_registration_is_named(db: &TestDb) {
        let app = TestApp::on(db).await;
        let wrong = json!({"organisation": " ", "names": {"xx": "Drip"}, "country": "XX", "credit_code": "91350100M000100Y44",
            "name": "", "email": "nobody", "lang": "la", "password": "password1234"});
        let answer = app.post("/api/v1/registrations", &wrong).anonymous().send().await;
        let named = answer.expect_problem(422, "invalid_fields");
        assert_eq!(named, ["/organisation", "/names", "/country", "/credit_code", "/name", "/email", "/lang", "/password"]);
        let mut without = registration("wang@drip.example");
        without.as_object_mut().unwrap().shift_remove("credit_code");
        let answer = app.post("/api/v1/registrations", &without).anonymous().send().await;
        assert_eq!(answer.expect_problem(422, "invalid_fields"), ["/credit_code"]);
    }

    async fn registering_again_and_again_is_slowed_down_and_fills_no_letter_box(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        for _ in 0..5 {
            register(&app, &registration("wang@drip.example")).await;
        }
        let answer = app.post("/api/v1/registrations", &registration("wang@drip.example")).anonymous().send().await;
        let seconds: u64 = answer.header("retry-after").parse().unwrap();
        assert!((6..=30).contains(&seconds), "{seconds}");
        answer.expect_problem(429, "too_many_requests");
        assert_eq!(letters.to("wang@drip.example").await.len(), 3);
    }
}
