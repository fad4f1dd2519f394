//! The desk and the page of a match, without scripts: a form at a time, as a browser sends it.

use reqwest::Method;
use siku::accounts::Role;
use siku::layout::url::encode;
use siku::library::Demands;
use siku::library::store::create;
use siku::matching::types::MatchState;

use crate::accounts::browser::{Browser, form_token, person};
use crate::accounts::second_factor::set_up;
use crate::life::{EMBASSY, FIRM, Pair, catalogue, pair, stored, suggestion, to};
use crate::on_both_databases;
use crate::support::records::{admin, demand, organisation, published_for};
use crate::support::service::TestApp;

/// The service with a suggestion, and an account that can sign in for everybody who has to do with it.
async fn stage(db: &crate::support::database::TestDb) -> (TestApp, Pair) {
    let app = TestApp::on(db).await;
    let pair = pair(db).await;
    person(&app, "broker@example.org", Role::Broker, Some("Brokers")).await;
    person(&app, "partial@example.org", Role::Broker, Some(FIRM)).await;
    person(&app, "firm@example.org", Role::Firm, Some(FIRM)).await;
    person(&app, "embassy@example.org", Role::Embassy, Some(EMBASSY)).await;
    (app, pair)
}

on_both_databases! {
    async fn the_desk_is_for_brokers_and_leads_everybody_else_to_sign_in(db: &TestDb) {
        let (app, _) = stage(db).await;
        let mut nobody = Browser::new(&app);
        let led = nobody.get("/desk?country=TN").await.expect(303);
        assert_eq!(led.header("location"), format!("/sign-in?next={}", encode("/desk?country=TN")));
        let mut firm = Browser::of(&app, "firm@example.org").await;
        for path in ["/desk", "/desk/cases", "/desk/screenings"] {
            firm.get(path).await.expect(403);
        }
        assert!(!firm.get("/").await.expect(200).text.contains("\"/desk\""));
        let mut broker = Browser::of(&app, "broker@example.org").await;
        let queue = broker.get("/desk").await.expect(200).text;
        assert!(queue.contains("太阳能滴灌控制器") && queue.contains("Irrigation"), "{queue}");
        assert!(broker.get("/").await.expect(200).text.contains("\"/desk\""));
    }

    async fn a_broker_decides_from_the_queue_comes_back_to_it_and_takes_it_back(db: &TestDb) {
        let (app, pair) = stage(db).await;
        let mut broker = Browser::of(&app, "broker@example.org").await;
        let place = format!("/matches/{}", pair.id);
        let fields = [("to", "proposed"), ("version", "1"), ("reason", ""), ("next", "/desk?country=TN")];
        let done = broker.submit("/desk?country=TN", &format!("{place}/decisions"), &fields).await.expect(303);
        assert_eq!(done.header("location"), format!("/desk?country=TN&done={}", pair.id));
        assert_eq!(stored(db, pair.id).await.status, "proposed");
        let back = broker.get(done.header("location")).await.expect(200).text;
        assert!(back.contains(&format!("action=\"{place}/undo\"")) && back.contains("Proposed"), "{back}");
        broker.submit("/desk", &format!("{place}/undo"), &[("version", "2"), ("next", "/desk")]).await.expect(303);
        assert_eq!(stored(db, pair.id).await.status, "suggested");
        // A decision on what is no longer so is not made, and the page says why.
        let stale = broker.submit("/desk", &format!("{place}/decisions"), &fields).await.expect(412);
        assert!(stale.text.contains("It changed meanwhile") && stale.text.contains("太阳能滴灌控制器"), "{}", stale.text);
        let unsaid = [("to", "dismissed"), ("version", "3"), ("next", "//evil.example")];
        let refused = broker.submit("/desk", &format!("{place}/decisions"), &unsaid).await.expect(422);
        assert!(refused.text.contains("Say why."), "{}", refused.text);
        let dismissed = [("to", "dismissed"), ("reason", "off_topic"), ("version", "3"), ("next", "//evil.example")];
        let led = broker.submit("/desk", &format!("{place}/decisions"), &dismissed).await.expect(303);
        assert_eq!(led.header("location"), place, "nobody is led to another site");
    }

    async fn marked_matches_are_dismissed_together_and_one_that_moved_is_named(db: &TestDb) {
        let (app, pair) = stage(db).await;
        let owner = organisation(db, "Another embassy").await;
        let wanted = create::<Demands>(db, &admin(), demand("Pompes"), published_for(owner)).await.unwrap();
        let other = suggestion(db, wanted.head.id, pair.technology).await;
        let mut broker = Browser::of(&app, "broker@example.org").await;
        let token = form_token(&broker.get("/desk").await.expect(200).text);
        to(db, &pair.broker, other, MatchState::Proposed).await.unwrap();
        let body = format!("form_token={}&ids={}&ids={other}&reason=duplicate&text=&next=%2Fdesk", encode(&token), pair.id);
        let form = app.ask(Method::POST, "/desk/dismissals").text("application/x-www-form-urlencoded", body);
        let answer = broker.send(form).await.expect(409);
        assert!(answer.text.contains("One match is dismissed.") && answer.text.contains(&other.to_string()), "{}", answer.text);
        assert_eq!((stored(db, pair.id).await.status, stored(db, other).await.status), ("dismissed".into(), "proposed".into()));
    }

    async fn each_side_sees_its_own_part_and_nothing_of_the_other(db: &TestDb) {
        let (app, pair) = stage(db).await;
        let place = format!("/matches/{}", pair.id);
        let mut firm = Browser::of(&app, "firm@example.org").await;
        firm.get(&place).await.expect(404);
        to(db, &pair.broker, pair.id, MatchState::Proposed).await.unwrap();
        let page = firm.get(&place).await.expect(200).text;
        assert!(page.contains("value=\"accepted\"") && page.contains("Questions to the broker"), "{page}");
        assert!(!page.contains(EMBASSY) && !page.contains("Assign") && !page.contains("/demands/D-"), "{page}");
        let asked = [("text", "Wie heiß wird es?\r\nUnd nachts?"), ("place", "messages")];
        let sent = firm.submit(&place, &format!("{place}/messages"), &asked).await.expect(303);
        assert_eq!(sent.header("location"), format!("{place}#messages"));
        let refused = firm.submit(&place, &format!("{place}/messages"), &[("text", "call 13800138000")]).await.expect(422);
        assert!(refused.text.contains("must not say who the sides are"), "{}", refused.text);
        assert!(refused.text.contains(">call 13800138000</textarea>"), "what was typed is not lost");
        let mut embassy = Browser::of(&app, "embassy@example.org").await;
        let page = embassy.get(&place).await.expect(200).text;
        assert!(!page.contains("heiß") && !page.contains(FIRM), "{page}");
        let mut broker = Browser::of(&app, "broker@example.org").await;
        let page = broker.get(&place).await.expect(200).text;
        assert!(page.contains("heiß") && page.contains("Letter of intent") && page.contains("Assign"), "{page}");
        let mut partial = Browser::of(&app, "partial@example.org").await;
        let page = partial.get(&place).await.expect(200).text;
        assert!(page.contains("Conflict of interest") && !page.contains("heiß") && !page.contains("Assign"), "{page}");
    }

    async fn a_side_finds_what_waits_for_its_answer_above_its_own_records(db: &TestDb) {
        let (app, pair) = stage(db).await;
        let place = format!("/matches/{}", pair.id);
        let mut sides = [
            (Browser::of(&app, "firm@example.org").await, "/my/technologies", EMBASSY),
            (Browser::of(&app, "embassy@example.org").await, "/my/demands", FIRM),
        ];
        for (side, own, _) in &mut sides {
            assert!(!side.get(own).await.expect(200).text.contains("Waiting for your answer"));
        }
        to(db, &pair.broker, pair.id, MatchState::Proposed).await.unwrap();
        for (side, own, other) in &mut sides {
            let page = side.get(own).await.expect(200).text;
            assert!(page.contains("Waiting for your answer") && page.contains(&place) && !page.contains(*other), "{page}");
            let version = stored(db, pair.id).await.version.to_string();
            let answer = [("answer", "accepted"), ("version", version.as_str())];
            side.submit(&place, &format!("{place}/answers"), &answer).await.expect(303);
            assert!(!side.get(own).await.expect(200).text.contains("Waiting for your answer"), "{own}");
        }
    }

    async fn a_broker_works_on_a_case_with_forms_alone(db: &TestDb) {
        let (app, pair) = stage(db).await;
        to(db, &pair.broker, pair.id, MatchState::Proposed).await.unwrap();
        let place = format!("/matches/{}", pair.id);
        let mut broker = Browser::of(&app, "broker@example.org").await;
        broker.submit(&place, &format!("{place}/assignment"), &[("to", "me"), ("version", "2")]).await.expect(303);
        let task = [("title", "Ring the ministry"), ("due_on", "2020-01-15"), ("place", "tasks")];
        broker.submit(&place, &format!("{place}/tasks"), &task).await.expect(303);
        let cases = broker.get("/desk/cases").await.expect(200).text;
        assert!(cases.contains("Ring the ministry") && cases.contains("Overdue"), "{cases}");
        let page = broker.get(&place).await.expect(200).text;
        let task = page.split(&format!("action=\"{place}/tasks/")).nth(1).unwrap().split('"').next().unwrap().to_owned();
        broker.submit(&place, &format!("{place}/tasks/{task}"), &[("done", "true")]).await.expect(303);
        assert!(!broker.get("/desk/cases").await.expect(200).text.contains("Ring the ministry"));
        let letter = [("number", "2026-0117"), ("valid_from", "2026-01-01"), ("valid_until", "2029-01-01"), ("version", "3")];
        broker.submit(&place, &format!("{place}/letter-of-intent"), &letter).await.expect(303);
        broker.submit(&place, &format!("{place}/messages"), &[("side", "demand"), ("text", "Any news?")]).await.expect(303);
        // Stopping clocks is for stewards.
        broker.submit(&place, &format!("{place}/clock"), &[("running", "false"), ("reason", "visit")]).await.expect(403);
        let page = broker.get(&place).await.expect(200).text;
        for told in ["2026-0117", "Any news?", "Task done: Ring the ministry", "Assigned (Broker, broker)"] {
            assert!(page.contains(told), "{told}: {page}");
        }
    }

    async fn a_document_sent_with_a_form_is_kept_and_handed_out(db: &TestDb) {
        let (app, pair) = stage(db).await;
        to(db, &pair.broker, pair.id, MatchState::Proposed).await.unwrap();
        let place = format!("/matches/{}", pair.id);
        let mut firm = Browser::of(&app, "firm@example.org").await;
        let token = form_token(&firm.get(&place).await.expect(200).text);
        let part = |name: &str, more: &str, value: &str| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n{value}\r\n")
        };
        let send = |token: &str, content: &str| {
            let file = part("file", "; filename=\"样机.txt\"", content);
            let body = format!("{}{file}--edge--\r\n", part("form_token", "", token));
            app.ask(Method::POST, &format!("{place}/documents")).text("multipart/form-data; boundary=edge", body)
        };
        firm.send(send("wrong", "20 W")).await.expect(400);
        firm.send(send(&token, "20 W")).await.expect(303);
        let refused = firm.send(send(&token, "\0\u{1}")).await.expect(422);
        assert!(refused.text.contains("This kind of file is not taken."), "{}", refused.text);
        let page = firm.get(&place).await.expect(200).text;
        let address = page.split("href=\"/api/v1/matches/").nth(1).unwrap().split('"').next().unwrap();
        let saved = firm.get(&format!("/api/v1/matches/{address}")).await.expect(200);
        assert!(saved.header("content-disposition").starts_with("attachment") && saved.text == "20 W");
    }

    async fn a_steward_screens_on_the_page_with_the_nearest_entries_and_imports_a_catalogue(db: &TestDb) {
        let (app, pair) = stage(db).await;
        to(db, &pair.broker, pair.id, MatchState::Shortlisted).await.unwrap();
        let in_force = catalogue(db, "2025-07-15").await;
        person(&app, "steward@example.org", Role::Steward, None).await;
        let mut steward = Browser::of(&app, "steward@example.org").await;
        set_up(&mut steward).await;
        let due = steward.get("/desk/screenings").await.expect(200).text;
        let number = due.split("/desk/screenings/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let place = format!("/desk/screenings/{number}");
        let catalogue_id = in_force.id.to_string();
        let without_entry = [("catalogue", catalogue_id.as_str()), ("outcome", "restricted"), ("reason", "it irrigates")];
        let refused = steward.submit(&place, &place, &without_entry).await.expect(422);
        assert!(refused.text.contains("Name the entry") && refused.text.contains("it irrigates</textarea>"), "{}", refused.text);
        let recorded = [("entries", "EX-R-01"), without_entry[0], without_entry[1], without_entry[2]];
        let done = steward.submit(&place, &place, &recorded).await.expect(303);
        assert!(steward.get(done.header("location")).await.expect(200).text.contains("Nothing to screen."));
        // A broker looks and records nothing.
        let mut broker = Browser::of(&app, "broker@example.org").await;
        assert!(!broker.get("/desk/screenings").await.expect(200).text.contains("/desk/catalogues"));
        let token = form_token(&broker.get("/notices").await.expect(200).text);
        broker.post(&place, &[("form_token", &token), ("outcome", "free")]).await.expect(403);
        let token = form_token(&steward.get("/desk/screenings").await.expect(200).text);
        let file = "{\"name\":\"New\",\"in_force_from\":\"2025-09-01\",\"lang\":\"zh\"}\n{\"kind\":\"restricted\",\"code\":\"N-1\",\"title\":\"示例\",\"text\":\"\"}\n";
        let body = format!("--e\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n{token}\r\n--e\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.jsonl\"\r\n\r\n{file}\r\n--e--\r\n");
        let form = app.ask(Method::POST, "/desk/catalogues").text("multipart/form-data; boundary=e", body);
        steward.send(form).await.expect(303);
        assert!(steward.get("/desk/screenings").await.expect(200).text.contains("against an older catalogue"));
    }

    async fn notices_are_listed_newest_first_and_marked_as_read(db: &TestDb) {
        let (app, pair) = stage(db).await;
        let mut embassy = Browser::of(&app, "embassy@example.org").await;
        assert!(embassy.get("/notices").await.expect(200).text.contains("told nothing yet"));
        to(db, &pair.broker, pair.id, MatchState::Proposed).await.unwrap();
        let page = embassy.get("/notices").await.expect(200).text;
        assert!(page.contains("<span class=\"count\">1</span>") && page.contains("Irrigation"), "{page}");
        embassy.submit("/notices", "/notices/read", &[]).await.expect(303);
        assert!(!embassy.get("/notices").await.expect(200).text.contains("class=\"count\""));
        assert_eq!(Browser::new(&app).get("/notices").await.expect(303).header("location"), "/sign-in?next=%2Fnotices");
    }
}
