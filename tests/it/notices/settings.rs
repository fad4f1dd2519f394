//! The list in the service, how people want to be told, and the end of mails.

use serde_json::json;
use siku::accounts::Role;
use siku::notices::Kind;

use super::{into, mails, noon, notice, person, round, told};
use crate::api::{address, technology};
use crate::on_both_databases;
use crate::support::service::TestApp;

on_both_databases! {
    async fn an_owner_is_told_when_somebody_else_moves_their_record_and_reads_it_in_the_list(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let owner = app.get("/api/v1/organisations").send().await.expect(200).json()["records"][0]["id"].clone();
        let record = app.add("technologies", &technology("甲")).await;
        let give = format!("UPDATE technologies SET owner_organisation_id = '{}'", owner.as_str().unwrap());
        let give = if db.is_postgres() { give } else { give.replace(&format!("'{}'", owner.as_str().unwrap()),
            &format!("x'{}'", owner.as_str().unwrap().replace('-', ""))) };
        sea_orm::ConnectionTrait::execute_unprepared(&***db, &give).await.unwrap();
        app.delete(&address(&record)).header("if-match", "*").send().await.expect(204);
        let list = app.get("/api/v1/notices").token(&firm).header("accept-language", "xx, zh-CN").send().await;
        let list = list.expect(200).json();
        assert_eq!((&list["unread"], &list["records"][0]["kind"]), (&json!(1), &json!("record_status")));
        assert_eq!(list["records"][0]["text"], format!("您的记录 {}“甲”已撤回。", record["number"].as_str().unwrap()));
        assert_eq!(list["records"][0]["link"], format!("/technologies/{}", record["number"].as_str().unwrap()));
        let others = app.get("/api/v1/notices").send().await.expect(200).json();
        assert_eq!((&others["unread"], &others["records"]), (&json!(0), &json!([])));
        let read = format!("/api/v1/notices/{}/read", list["records"][0]["id"].as_str().unwrap());
        app.put(&read, &json!({})).send().await.expect_problem(404, "not_found");
        app.put(&read, &json!({})).token(&firm).send().await.expect(204);
        let unread = app.get("/api/v1/notices?unread=true").token(&firm).send().await.expect(200).json();
        assert_eq!((&unread["unread"], &unread["records"]), (&json!(0), &json!([])));
        app.get("/api/v1/notices").anonymous().send().await.expect_problem(401, "unauthenticated");
    }

    async fn each_kind_comes_as_its_reader_wants_it_and_in_their_language(db: &TestDb) {
        let app = TestApp::on(db).await;
        let folder = tempfile::tempdir().unwrap();
        let settings = into(folder.path());
        let user = person(db, "one", None).await;
        let token = siku::accounts::users::reset(db, "one").await.unwrap().token.reveal().to_owned();
        let usual = app.get("/api/v1/notices/settings").token(&token).send().await.expect(200).json();
        assert_eq!((&usual["kinds"]["match_due"], &usual["kinds"]["match_proposed"]), (&json!("digest"), &json!("instant")));
        let wanted = json!({"lang": "ru", "kinds": {"match_due": "instant", "match_proposed": "off"}});
        let stored = app.put("/api/v1/notices/settings", &wanted).token(&token).send().await.expect(200).json();
        assert_eq!((&stored["lang"], &stored["kinds"]["match_due"]), (&json!("ru"), &json!("instant")));
        let wrong = app.put("/api/v1/notices/settings", &json!({"lang": "xx"})).token(&token).send().await;
        assert_eq!(wrong.expect_problem(422, "invalid_fields"), ["/lang"]);
        told(db, noon(), &[notice(user, Kind::MatchDue, "a"), notice(user, Kind::MatchProposed, "b")]).await;
        assert_eq!(round(db, &settings, noon()).await, 1);
        assert!(mails(folder.path())[0].contains("Content-Language: ru"));
        let listed = app.get("/api/v1/notices").token(&token).send().await.expect(200).json();
        assert_eq!(listed["unread"], 2, "the list has what is not mailed");
    }

    async fn one_click_ends_mails_and_looking_at_the_link_does_not(db: &TestDb) {
        let app = TestApp::on(db).await;
        let folder = tempfile::tempdir().unwrap();
        let settings = into(folder.path());
        let user = person(db, "one", None).await;
        told(db, noon(), &[notice(user, Kind::MatchProposed, "a")]).await;
        round(db, &settings, noon()).await;
        let mail = mails(folder.path()).remove(0).replace("\r\n ", "");
        let link = mail.split("/unsubscribe/").nth(1).unwrap().split('>').next().unwrap().to_owned();
        let place = format!("/unsubscribe/{link}");
        let looked = app.get(&place).anonymous().send().await.expect(200);
        assert!(looked.text.contains("Send me no more mails"));
        told(db, noon(), &[notice(user, Kind::MatchProposed, "b")]).await;
        assert_eq!(round(db, &settings, noon()).await, 1);
        let one_click = "application/x-www-form-urlencoded";
        let done = app.ask(reqwest::Method::POST, &place).anonymous().text(one_click, "List-Unsubscribe=One-Click");
        done.send().await.expect(200);
        told(db, noon(), &[notice(user, Kind::MatchProposed, "c")]).await;
        assert_eq!(round(db, &settings, noon()).await, 0);
        app.ask(reqwest::Method::POST, "/unsubscribe/nothing").anonymous().send().await.expect(404);
    }
}
