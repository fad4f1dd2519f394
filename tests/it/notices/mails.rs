//! From a notice to a mail: once, at once or in the digest, and over SMTP.

use chrono::TimeDelta;
use secrecy::SecretString;
use serde_json::json;
use siku::config::{MailTransport, Settings};
use siku::db::Db;
use siku::mail::{NewMail, queue};
use siku::notices::Kind;

use super::smtp::MailServer;
use super::{into, mails, noon, notice, person, round, told};
use crate::on_both_databases;

async fn queued(db: &Db, key: &str, to: &str, lang: &str, template: &str, values: serde_json::Value) {
    let mail = NewMail {
        key: key.to_owned(),
        to: to.to_owned(),
        lang: lang.to_owned(),
        template: template.to_owned(),
        values: values.as_object().unwrap().clone(),
    };
    db.write(async |transaction| queue(transaction, noon(), vec![mail.clone()]).await).await.unwrap();
}

fn over(server: &MailServer) -> Settings {
    let mut settings = Settings::defaults().unwrap();
    settings.mail.transport = MailTransport::Smtp;
    settings.mail.smtp_url = SecretString::from(server.url.clone());
    settings.server.public_url = "https://siku.example/".to_owned();
    settings
}

/// The text of a message: its body, decoded where it had to be encoded.
pub fn body(message: &str) -> String {
    let (head, body) =
        message.replace("\r\n", "\n").split_once("\n\n").map(|(h, b)| (h.to_owned(), b.to_owned())).unwrap();
    if head.contains("base64") {
        use base64::Engine;
        let packed: String = body.split_whitespace().collect();
        let bytes = base64::engine::general_purpose::STANDARD.decode(packed).unwrap();
        return String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
    }
    if head.contains("quoted-printable") {
        return unquoted(&body);
    }
    body
}

fn unquoted(text: &str) -> String {
    let text = text.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'=' {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}

on_both_databases! {
    async fn the_same_thing_is_told_and_mailed_once(db: &TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let settings = into(folder.path());
        let one = person(db, "one", None).await;
        let two = person(db, "two", None).await;
        let notices = [one, two].map(|user| notice(user, Kind::MatchProposed, "match:1"));
        told(db, noon(), &notices).await;
        told(db, noon(), &notices).await;
        assert_eq!(round(db, &settings, noon()).await, 2);
        told(db, noon(), &notices).await;
        assert_eq!(round(db, &settings, noon()).await, 0);
        let mails = mails(folder.path());
        assert_eq!(mails.len(), 2);
        let text = body(&mails[0]);
        assert!(text.contains("A match for D-2026-000001 “Irrigation” waits for your answer."), "{text}");
        assert!(text.contains("https://siku.example/demands/D-2026-000001"), "{text}");
    }

    async fn what_can_wait_comes_in_one_mail_a_day_and_what_was_read_meanwhile_does_not(db: &TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let settings = into(folder.path());
        let user = person(db, "one", None).await;
        // The day's digest is over.
        assert_eq!(round(db, &settings, noon()).await, 0);
        let notices: Vec<_> = (0..3).map(|number| notice(user, Kind::MatchDue, &format!("due:{number}"))).collect();
        told(db, noon(), &notices).await;
        assert_eq!(round(db, &settings, noon() + TimeDelta::hours(2)).await, 0);
        let asked = siku::notices::NoticeQuery { limit: 10, ..Default::default() };
        let listed = siku::notices::list(&***db, user, &asked, "fr").await.unwrap();
        assert!(listed[0].text.starts_with("La mise en relation pour D-2026-000001"), "{}", listed[0].text);
        siku::notices::mark_read(db, user, listed[0].id, noon()).await.unwrap();
        let tomorrow = noon() + TimeDelta::days(1);
        assert_eq!(round(db, &settings, tomorrow).await, 1);
        assert_eq!(round(db, &settings, tomorrow + TimeDelta::hours(1)).await, 0);
        let mails = mails(folder.path());
        assert_eq!(mails.len(), 1);
        assert_eq!(body(&mails[0]).matches("* The match for D-2026-000001").count(), 2, "{}", body(&mails[0]));
    }

    async fn a_flood_becomes_a_digest(db: &TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = into(folder.path());
        settings.mail.most_per_hour = 3;
        let user = person(db, "one", None).await;
        round(db, &settings, noon()).await;
        let all: Vec<_> = (0..20).map(|number| notice(user, Kind::MatchProposed, &format!("m:{number}"))).collect();
        told(db, noon(), &all).await;
        assert_eq!(round(db, &settings, noon()).await, 3);
        told(db, noon(), &[notice(user, Kind::MatchProposed, "m:20")]).await;
        assert_eq!(round(db, &settings, noon() + TimeDelta::minutes(59)).await, 0);
        assert_eq!(round(db, &settings, noon() + TimeDelta::days(1)).await, 1);
        let digest = mails(folder.path()).into_iter().find(|mail| mail.contains("news for you")).unwrap();
        assert_eq!(body(&digest).matches("* A match for").count(), 18);
    }

    async fn a_flood_of_other_things_holds_back_nothing_that_is_urgent(db: &TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = into(folder.path());
        settings.mail.most_per_hour = 3;
        let user = person(db, "one", None).await;
        round(db, &settings, noon()).await;
        let all: Vec<_> = (0..20).map(|number| notice(user, Kind::RecordReviewed, &format!("r:{number}"))).collect();
        told(db, noon(), &all).await;
        assert_eq!(round(db, &settings, noon()).await, 3);
        told(db, noon(), &[notice(user, Kind::MatchProposed, "m:1")]).await;
        assert_eq!(round(db, &settings, noon() + TimeDelta::minutes(1)).await, 1);
    }

    async fn two_senders_send_each_mail_once(db: &TestDb) {
        let server = MailServer::start(&[]).await;
        let settings = over(&server);
        for number in 0..40 {
            let link = json!({"link": format!("/x/{number}")});
            queued(db, &format!("k{number}"), "one@example.org", "en", "invitation", link).await;
        }
        let other = db.opened_again().await;
        let rounds = [Db::clone(db), other.clone(), other].map(|db| {
            let settings = settings.clone();
            tokio::spawn(async move { round(&db, &settings, noon()).await })
        });
        let mut sent = 0;
        for round in rounds {
            sent += round.await.unwrap();
        }
        assert_eq!((sent, server.mails().len()), (40, 40));
    }

    async fn a_server_that_refuses_for_now_is_asked_again_and_one_that_refuses_for_good_is_not(db: &TestDb) {
        let server = MailServer::start(&[(451, "later"), (550, "never")]).await;
        let settings = over(&server);
        for name in ["later", "never", "now"] {
            let to = format!("{name}@example.org");
            queued(db, name, &to, "en", "invitation", json!({"link": "/x"})).await;
        }
        assert_eq!(round(db, &settings, noon()).await, 1);
        assert_eq!(round(db, &settings, noon()).await, 0);
        let willing = MailServer::start(&[]).await;
        assert_eq!(round(db, &over(&willing), noon() + TimeDelta::minutes(2)).await, 1);
        assert_eq!(willing.mails()[0].0, "later@example.org");
        assert_eq!(round(db, &over(&willing), noon() + TimeDelta::days(9)).await, 0, "the other was given up");
    }

    async fn a_mail_that_cannot_be_written_holds_up_no_other(db: &TestDb) {
        let folder = tempfile::tempdir().unwrap();
        queued(db, "a", "one@example.org", "en", "no_such_template", json!({})).await;
        queued(db, "b", "one@example.org", "en", "invitation", json!({"nothing": 1})).await;
        queued(db, "c", "no address", "en", "invitation", json!({"link": "/x"})).await;
        queued(db, "d", "one@example.org", "ar", "invitation", json!({"link": "/x"})).await;
        assert_eq!(round(db, &into(folder.path()), noon()).await, 1);
        let mail = mails(folder.path()).remove(0);
        assert!(body(&mail).contains("\n\nhttps://siku.example/x"), "nothing invisible is in the address: {:?}", body(&mail));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_over_smtp_has_its_text_its_key_and_a_way_out() {
    let db = crate::support::database::TestDb::sqlite().await;
    let server = MailServer::start(&[]).await;
    let settings = over(&server);
    let user = person(&db, "one", None).await;
    told(&db, noon(), &[notice(user, Kind::RecordStatus, "record:1:2")]).await;
    assert_eq!(round(&db, &settings, noon()).await, 1);
    let (to, message) = server.mails().remove(0);
    assert_eq!(to, "one@example.org");
    let head = message.split_once("\n\n").unwrap().0.replace("\n ", " ");
    let header = |name: &str| {
        let start = format!("{name}: ");
        head.lines().find_map(|line| line.strip_prefix(&start)).unwrap_or_else(|| panic!("{name}: {head}")).to_owned()
    };
    assert_eq!(header("From"), "Siku <siku@localhost>");
    assert!(header("Message-ID").ends_with("@localhost>") && header("Message-ID").len() == 32 + 12);
    assert_eq!(header("Content-Language"), "en");
    assert_eq!(header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    let way_out = header("List-Unsubscribe");
    assert!(way_out.starts_with("<https://siku.example/unsubscribe/"), "{way_out}");
    let text = body(&message);
    assert!(text.contains("was published") && text.contains("https://siku.example/demands/D-2026-000001"), "{text}");
    assert!(text.contains(way_out.trim_matches(['<', '>'])), "{text}");
}
