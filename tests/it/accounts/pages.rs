//! The same by hand: forms that register, invite, accept, decide and hand over.

use super::browser::{Browser, PASSWORD, form_token, person};
use super::letters::{Letters, registered};
use super::second_factor::set_up;
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::json;
use siku::accounts::Role;

const CODE: &str = "91350100M000100Y43";

fn firm<'a>(code: &'a str, email: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("organisation", "北京滴灌科技有限公司"),
        ("organisation_en", "Beijing Drip"),
        ("country", "CN"),
        ("credit_code", code),
        ("name", "Wang Fang"),
        ("email", email),
        ("lang", "en"),
        ("password", PASSWORD),
    ]
}

async fn steward(app: &TestApp) -> Browser<'_> {
    person(app, "steward@siku.example", Role::Steward, None).await;
    let mut browser = Browser::of(app, "steward@siku.example").await;
    set_up(&mut browser).await;
    browser
}

on_both_databases! {
    async fn a_firm_registers_on_the_pages_and_a_steward_approves_it(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        let mut browser = Browser::new(&app);
        let wrong = browser.submit("/register", "/register", &firm("91350100M000100Y44", "wang@drip.example")).await.expect(422);
        assert!(wrong.text.contains("does not fit the others") && wrong.text.contains("value=\"Wang Fang\""), "{}", wrong.text);
        assert!(!wrong.text.contains(PASSWORD));
        let sent = browser.submit("/register", "/register", &firm(CODE, "wang@drip.example")).await.expect(303);
        assert!(browser.get(sent.header("location")).await.expect(200).text.contains("A mail is on its way"));

        let link = format!("/registrations/{}", letters.only("wang@drip.example").await.token("registrations"));
        let shown = browser.get(&link).await.expect(200);
        assert_eq!((shown.header("referrer-policy"), shown.header("cache-control")), ("no-referrer", "no-store"));
        browser.submit(&link, &link, &[("password", "another otter sings twice")]).await.expect(422);
        let done = browser.submit(&link, &link, &[("password", PASSWORD)]).await.expect(303);
        assert!(browser.get(done.header("location")).await.expect(200).text.contains("waits for a steward"));

        let mut steward = steward(&app).await;
        let list = steward.get("/organisations").await.expect(200).text;
        assert!(list.contains("北京滴灌科技有限公司") && list.contains("Beijing Drip") && list.contains(CODE), "{list}");
        let action = list.split("action=\"").find(|part| part.starts_with("/organisations/")).unwrap();
        let action = action.split('"').next().unwrap();
        steward.submit("/organisations", action, &[("decision", "refuse"), ("reason", " ")]).await.expect(422);
        let done = steward.submit("/organisations", action, &[("decision", "approve")]).await.expect(303);
        assert_eq!(done.header("location"), "/organisations?done=approved");
        let mut member = Browser::of(&app, "wang@drip.example").await;
        assert!(member.get("/people").await.expect(200).text.contains("Wang Fang"));
        member.get("/organisations").await.expect(404);
    }

    async fn a_member_invites_a_colleague_who_accepts_and_takes_the_work_over(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        let amel = person(&app, "amel@embassy.example", Role::Embassy, Some("Ambassade de Tunisie")).await;
        let mut browser = Browser::of(&app, "amel@embassy.example").await;
        let wrong = browser.submit("/people", "/people", &[("email", "sami"), ("lang", "en")]).await.expect(422);
        assert!(wrong.text.contains("no e-mail address"), "{}", wrong.text);
        browser.submit("/people", "/people", &[("email", "sami@embassy.example"), ("lang", "en")]).await.expect(303);
        let people = browser.get("/people").await.expect(200).text;
        let invited = people.split("sami@embassy.example</bdi>").nth(1).expect("the invitation is listed");
        assert!(invited.contains("<span>Embassy</span><span>open</span>"), "{people}");
        let token = letters.only("sami@embassy.example").await.token("invitations");
        let link = format!("/invitations/{token}");
        let mut guest = Browser::new(&app);
        let offer = guest.get(&link).await.expect(200).text;
        assert!(offer.contains("Ambassade de Tunisie") && offer.contains("sami@embassy.example"), "{offer}");
        let weak = guest.submit(&link, &link, &[("name", "Sami"), ("password", "password1234")]).await.expect(422);
        assert!(weak.text.contains("among the commonest") && weak.text.contains("value=\"Sami\""), "{}", weak.text);
        guest.submit(&link, &link, &[("name", "Sami"), ("password", PASSWORD)]).await.expect(303);
        let dead = guest.get(&link).await.expect(404).text;
        assert!(dead.contains("used, taken back or has expired") && !dead.contains(&token), "{dead}");

        let mut sami = Browser::of(&app, "sami@embassy.example").await;
        let me = sami.send(app.get("/api/v1/me")).await.expect(200).json();
        let own = format!("/people/{}", amel.id);
        let gone = browser.submit(&own, &format!("{own}/departure"), &[("successor", "")]).await.expect(409);
        assert!(gone.text.contains("names a successor"), "{}", gone.text);
        let successor = me["id"].as_str().unwrap();
        browser.submit(&own, &format!("{own}/departure"), &[("successor", successor)]).await.expect(303);
        browser.get("/people").await.expect(303);
        assert!(sami.get(&own).await.expect(200).text.contains("has left"));
    }

    async fn a_forgotten_password_is_set_on_the_pages(db: &TestDb) {
        let app = TestApp::on(db).await;
        let letters = Letters::of(&app);
        person(&app, "amel@example.org", Role::Firm, None).await;
        let mut browser = Browser::new(&app);
        let mut answers = Vec::new();
        for email in ["amel@example.org", "nobody@example.org"] {
            let sent = browser.submit("/password", "/password", &[("email", email)]).await.expect(303);
            answers.push(browser.get(sent.header("location")).await.expect(200).text);
        }
        assert_eq!(answers[0], answers[1]);
        let link = format!("/password/{}", letters.only("amel@example.org").await.token("password"));
        browser.submit(&link, &link, &[("new", "password1234")]).await.expect(422);
        browser.submit(&link, &link, &[("new", "walnut heron reads slowly")]).await.expect(303);
        browser.get(&link).await.expect(404);
        browser.sign_in("amel@example.org", "walnut heron reads slowly").await.expect(303);
    }

    async fn a_steward_invites_appoints_and_brings_back_on_the_pages(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut steward = steward(&app).await;
        let embassy = [("email", "amel@embassy.example"), ("lang", "fr"), ("role", "embassy"), ("country", "TN"), ("kind", "")];
        let homeless = steward.submit("/people", "/people", &embassy).await.expect(422);
        assert!(homeless.text.contains("come into an organisation"), "{}", homeless.text);
        let mut placed = embassy.to_vec();
        placed.push(("organisation", "Ambassade de Tunisie"));
        steward.submit("/people", "/people", &placed).await.expect(303);
        let list = steward.get("/people").await.expect(200).text;
        let revoke = list.split("action=\"").find(|part| part.starts_with("/people/invitations/")).unwrap();
        steward.submit("/people", revoke.split('"').next().unwrap(), &[]).await.expect(303);
        assert!(steward.get("/people").await.expect(200).text.contains("taken back"));

        let li = person(&app, "li@broker.example", Role::Broker, None).await;
        let place = format!("/people/{}", li.id);
        steward.submit(&place, &format!("{place}/role"), &[("role", "firm")]).await.expect(303);
        steward.submit(&place, &format!("{place}/departure"), &[("successor", "")]).await.expect(303);
        steward.submit(&place, &format!("{place}/return"), &[]).await.expect(303);
        let refused = steward.submit(&place, &format!("{place}/role"), &[("role", "admin")]).await.expect(409);
        assert!(refused.text.contains("Only an administrator"), "{}", refused.text);
        let shown = steward.get(&place).await.expect(200).text;
        assert!(shown.contains("<dd>Firm</dd>") && shown.contains("<dd>here</dd>"), "{shown}");
        let audit = app.get("/api/v1/audit?limit=100").send().await.expect(200).json();
        let actions: Vec<_> = audit["records"].as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap()).collect();
        for action in ["person_invited", "invitation_revoked", "role_changed", "person_left", "person_brought_back"] {
            assert!(actions.contains(&action), "{action}: {actions:?}");
        }
    }

    async fn who_waits_sees_nothing_of_the_organisation_on_the_pages(db: &TestDb) {
        let app = TestApp::on(db).await;
        registered(&app, CODE).await;
        let mut waiting = Browser::of(&app, "first@91350100m000100y43.example").await;
        for place in ["/people", "/organisations", "/people/019a0000-0000-7000-8000-000000000009"] {
            assert_eq!(waiting.get(place).await.expect(303).header("location"), "/account", "{place}");
        }
        let token = form_token(&waiting.get("/account").await.expect(200).text);
        let fields = [("form_token", token.as_str()), ("email", "a@b.example"), ("lang", "en")];
        assert_eq!(waiting.post("/people", &fields).await.expect(303).header("location"), "/account");
        let list = app.get("/api/v1/invitations").send().await.expect(200).json();
        assert_eq!(list["records"], json!([]));
    }
}
