//! What is sent, how it is signed, and what happens when it does not arrive.

use std::net::SocketAddr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ActiveModelTrait, EntityTrait};
use serde_json::Value;
use sha2::Sha256;
use siku::accounts::rows::user;
use siku::library::Technologies;
use siku::library::store::{create, unpublish};
use siku::matching::types::MatchState;
use siku::notices::{NoticeQuery, list as notices};
use siku::webhooks::EventKind;
use siku::webhooks::hooks::{ping_in, rotate_in};
use siku::webhooks::rows::delivery;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpSocket};

use super::stand_in::{Received, StandIn};
use super::{deliver, deliver_with, lenient, on_the_way, sealing, stored, webhook};
use crate::life::{no, pair, to};
use crate::notices::person;
use crate::on_both_databases;
use crate::support::records::{admin, organisation, published_for, technology};

/// Verifies a request as the standard has it, with no line of the service's.
fn is_signed_with(secret: &str, request: &Received) -> bool {
    let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
    let signed = format!("{}.{}.{}", request.headers["webhook-id"], request.headers["webhook-timestamp"], request.body);
    request.headers["webhook-signature"].split(' ').any(|one| {
        let signature = STANDARD.decode(one.strip_prefix("v1,").unwrap()).unwrap();
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).unwrap();
        mac.update(signed.as_bytes());
        mac.verify_slice(&signature).is_ok()
    })
}

async fn ping(db: &siku::db::Db, id: uuid::Uuid) {
    let hook = &stored(db, id).await;
    db.write(async |transaction| ping_in(transaction, hook, chrono::Utc::now()).await).await.unwrap();
}

/// The address of a program that speaks something else than HTTP.
async fn other_protocol() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            stream.write_all(b"SSH-2.0-Other\r\n").await.unwrap();
        }
    });
    address
}

on_both_databases! {
    async fn an_organisation_is_told_of_its_own_records_and_of_nobody_elses_signed_and_with_ids_only(db: &TestDb) {
        let program = StandIn::answering(&[]).await;
        let (mine, theirs) = (organisation(db, "Mine").await, organisation(db, "Theirs").await);
        let events = [EventKind::RecordPublished, EventKind::RecordWithdrawn];
        let (hook, secret) = webhook(db, Some(mine), &program.url, &events).await;
        create::<Technologies>(db, &admin(), technology("their secret title"), published_for(theirs)).await.unwrap();
        let record = create::<Technologies>(db, &admin(), technology("my title"), published_for(mine)).await.unwrap();
        unpublish::<Technologies>(db, &admin(), record.head.id, None).await.unwrap();
        assert_eq!(deliver(db, &lenient(), 0).await, 2);
        let mut received = program.all();
        assert_eq!(received.len(), 2);
        received.sort_by_key(|request| request.body.contains("withdrawn"));
        for (request, event) in received.iter().zip(["record.published", "record.withdrawn"]) {
            assert!(is_signed_with(&secret, request) && request.path == "/hook?from=siku", "{request:?}");
            assert!(!is_signed_with(&siku::webhooks::signature::new_secret().unwrap(), request));
            let body: Value = serde_json::from_str(&request.body).unwrap();
            assert_eq!((&body["type"], &body["data"]["id"]), (&event.into(), &record.head.id.to_string().into()));
            assert!(!request.body.contains("title"), "{}", request.body);
        }
        assert!(on_the_way(db, hook.id).await.iter().all(|one| one.status == "delivered" && one.response_status == Some(204)));
        assert_eq!(deliver(db, &lenient(), 100_000).await, 0, "what was delivered is not sent again");
    }

    async fn sides_are_told_of_a_match_from_the_proposal_on_and_those_who_run_the_service_of_all(db: &TestDb) {
        let (firm, service) = (StandIn::answering(&[]).await, StandIn::answering(&[]).await);
        let pair = pair(db).await;
        let events = [EventKind::MatchProposed, EventKind::MatchMoved];
        webhook(db, pair.firm.organisation_id(), &firm.url, &events).await;
        webhook(db, None, &service.url, &events).await;
        to(db, &pair.broker, pair.id, MatchState::Shortlisted).await.unwrap();
        to(db, &pair.broker, pair.id, MatchState::Proposed).await.unwrap();
        no(db, &pair.broker, pair.id, MatchState::OnHold).await.unwrap();
        deliver(db, &lenient(), 0).await;
        assert_eq!((firm.all().len(), service.all().len()), (2, 3));
        let told: Vec<String> = firm.all().into_iter().map(|request| request.body).collect();
        assert!(told.iter().all(|body| body.contains(&pair.id.to_string()) && !body.contains("off_topic")), "{told:?}");
    }

    async fn what_failed_is_sent_again_under_the_same_id_until_it_is_given_up(db: &TestDb) {
        let program = StandIn::answering(&["500 Oops", "503 Later", "500 Oops"]).await;
        let (hook, secret) = webhook(db, None, &program.url, &[]).await;
        ping(db, hook.id).await;
        assert_eq!([deliver(db, &lenient(), 0).await, deliver(db, &lenient(), 30).await], [1, 0]);
        let waiting = on_the_way(db, hook.id).await;
        assert_eq!((waiting[0].status.as_str(), waiting[0].response_status, waiting[0].attempts), ("waiting", Some(500), 1));
        assert_eq!([deliver(db, &lenient(), 61).await, deliver(db, &lenient(), 700).await], [1, 1]);
        let given_up = on_the_way(db, hook.id).await;
        assert_eq!((given_up[0].status.as_str(), given_up[0].attempts), ("given_up", 3));
        assert_eq!((deliver(db, &lenient(), 1_000_000).await, program.left()), (0, 0));
        let received = program.all();
        assert!(received.iter().all(|one| one.headers["webhook-id"] == given_up[0].id.to_string()));
        assert!(received.iter().all(|one| is_signed_with(&secret, one) && one.body == received[0].body));
        assert_ne!(received[0].headers["webhook-timestamp"], received[2].headers["webhook-timestamp"]);
    }

    async fn a_worker_that_died_after_sending_sends_again_under_the_same_id_and_not_before_its_claim_runs_out(db: &TestDb) {
        let program = StandIn::answering(&[]).await;
        let (hook, _) = webhook(db, None, &program.url, &[]).await;
        ping(db, hook.id).await;
        // What a worker leaves that is killed between the claim and the mark, whether or not the request went out.
        let claimed = chrono::Utc::now() + chrono::TimeDelta::seconds(40);
        let one = delivery::ActiveModel {
            id: Unchanged(on_the_way(db, hook.id).await[0].id),
            attempts: Set(1),
            claimed_until: Set(Some(claimed)),
            ..Default::default()
        };
        one.update(&***db).await.unwrap();
        assert_eq!((deliver(db, &lenient(), 10).await, program.all().len()), (0, 0));
        assert_eq!((deliver(db, &lenient(), 41).await, program.all().len()), (1, 1));
        let sent = on_the_way(db, hook.id).await;
        assert_eq!((sent.len(), sent[0].id.to_string()), (1, program.all()[0].headers["webhook-id"].clone()));
    }

    async fn two_workers_send_a_delivery_once(db: &TestDb) {
        let program = StandIn::answering(&[]).await;
        let (hook, _) = webhook(db, None, &program.url, &[]).await;
        ping(db, hook.id).await;
        let settings = lenient();
        tokio::join!(deliver(db, &settings, 0), deliver(db, &settings, 0), deliver(db, &settings, 0));
        assert_eq!(program.all().len(), 1);
    }

    async fn a_private_address_and_a_redirect_are_refused(db: &TestDb) {
        let program = StandIn::answering(&["302 Found\r\nLocation: http://127.0.0.1:1/elsewhere"]).await;
        let (hook, _) = webhook(db, None, &program.url, &[]).await;
        ping(db, hook.id).await;
        let strict = siku::config::Webhooks { allow_private: false, ..lenient() };
        deliver(db, &strict, 0).await;
        let refused = on_the_way(db, hook.id).await;
        assert!(refused[0].last_error.as_ref().unwrap().contains("127.0.0.1"), "{refused:?}");
        assert_eq!(refused[0].failure.as_deref(), Some("private"));
        assert!(program.all().is_empty() && refused[0].response_status.is_none());
        deliver(db, &lenient(), 100).await;
        let redirected = on_the_way(db, hook.id).await;
        assert_eq!((redirected[0].response_status, redirected[0].status.as_str()), (Some(302), "waiting"));
        assert_eq!(redirected[0].failure.as_deref(), Some("not_taken"));
        assert_eq!(program.all().len(), 1, "nobody went elsewhere");
    }

    async fn why_nothing_arrived_is_kept_until_something_does(db: &TestDb) {
        // The deaf one holds its port and does not listen; the quiet one takes connections and says nothing.
        let deaf = TcpSocket::new_v4().unwrap();
        deaf.bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
        let quiet = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let other = other_protocol().await;
        let cases = [
            (format!("http://{}/", deaf.local_addr().unwrap()), "no_connection"),
            (format!("http://{}/", quiet.local_addr().unwrap()), "no_answer"),
            (format!("http://{other}/"), "no_http"),
            (format!("https://{other}/"), "no_encryption"),
        ];
        let impatient = siku::config::Webhooks { timeout_seconds: 1, ..lenient() };
        for (url, failure) in &cases {
            let settings = if *failure == "no_answer" { &impatient } else { &lenient() };
            let (hook, _) = webhook(db, None, url, &[]).await;
            ping(db, hook.id).await;
            deliver(db, settings, 0).await;
            let kept = on_the_way(db, hook.id).await;
            assert_eq!(kept[0].failure.as_deref(), Some(*failure), "{kept:?}");
        }
        let program = StandIn::answering(&["500 Oops"]).await;
        let (hook, _) = webhook(db, None, &program.url, &[]).await;
        ping(db, hook.id).await;
        deliver(db, &lenient(), 0).await;
        let kept = &on_the_way(db, hook.id).await[0];
        assert_eq!((kept.status.as_str(), kept.failure.as_deref()), ("waiting", Some("not_taken")));
        deliver(db, &lenient(), 100).await;
        let kept = &on_the_way(db, hook.id).await[0];
        assert_eq!((kept.status.as_str(), &kept.failure, &kept.last_error), ("delivered", &None, &None));
    }

    async fn after_a_change_of_the_secret_both_sign_for_a_day(db: &TestDb) {
        let program = StandIn::answering(&[]).await;
        let (hook, before) = webhook(db, None, &program.url, &[]).await;
        let found = &stored(db, hook.id).await;
        let now = chrono::Utc::now();
        let (_, after) =
            db.write(async |transaction| rotate_in(transaction, &sealing(""), &admin(), found.clone(), now).await).await.unwrap();
        ping(db, hook.id).await;
        deliver(db, &lenient(), 0).await;
        ping(db, hook.id).await;
        deliver(db, &lenient(), 25 * 3600).await;
        let received = program.all();
        assert!(is_signed_with(&before, &received[0]) && is_signed_with(&after, &received[0]));
        assert!(!is_signed_with(&before, &received[1]) && is_signed_with(&after, &received[1]));
    }

    async fn with_a_key_secrets_are_sealed_from_the_next_change_on_and_those_of_before_still_sign(db: &TestDb) {
        let program = StandIn::answering(&[]).await;
        let (hook, clear) = webhook(db, None, &program.url, &[]).await;
        assert_eq!(stored(db, hook.id).await.secret, clear);
        let key = "4f".repeat(32);
        ping(db, hook.id).await;
        assert_eq!(deliver_with(db, &lenient(), sealing(&key), 0).await, 1);
        assert!(is_signed_with(&clear, &program.all()[0]));
        let (found, now) = (&stored(db, hook.id).await, chrono::Utc::now());
        let with = &sealing(&key);
        let rotated = db.write(async |transaction| rotate_in(transaction, with, &admin(), found.clone(), now).await);
        let (_, new) = rotated.await.unwrap();
        let kept = stored(db, hook.id).await;
        let kept = format!("{} {}", kept.secret, kept.secret_before.unwrap());
        assert!(kept.matches("sealed:").count() == 2 && !kept.contains("whsec_"), "{kept}");
        assert!(!kept.contains(&clear[6..]) && !kept.contains(&new[6..]), "{kept}");
        ping(db, hook.id).await;
        assert_eq!(deliver_with(db, &lenient(), sealing(&key), 0).await, 1);
        let both = &program.all()[1];
        assert!(is_signed_with(&clear, both) && is_signed_with(&new, both));
        // Without the key nothing leaves unsigned.
        ping(db, hook.id).await;
        assert_eq!(deliver_with(db, &lenient(), sealing(""), 0).await, 1);
        assert_eq!((program.all().len(), on_the_way(db, hook.id).await[2].status.as_str()), (2, "waiting"));
    }

    async fn a_webhook_that_keeps_failing_is_disabled_and_its_people_are_told(db: &TestDb) {
        let program = StandIn::answering(&["500 Oops"; 9]).await;
        let member = person(db, "wang", Some("Mine")).await;
        let mine = user::Entity::find_by_id(member).one(&***db).await.unwrap().unwrap().organisation_id;
        let (hook, _) = webhook(db, mine, &program.url, &[EventKind::RecordPublished]).await;
        let settings = siku::config::Webhooks { disable_after: 3, retry_seconds: vec![60; 9], ..lenient() };
        ping(db, hook.id).await;
        for attempt in 0..9 {
            deliver(db, &settings, attempt * 100).await;
        }
        assert_eq!(program.all().len(), 3);
        assert!(stored(db, hook.id).await.disabled_at.is_some());
        assert_eq!(on_the_way(db, hook.id).await[0].status, "given_up");
        let query = NoticeQuery { unread: true, before: None, limit: 9 };
        let told = notices(&***db, member, &query, "en").await.unwrap();
        assert_eq!((told.len(), told[0].kind.as_str()), (1, "webhook_disabled"));
        create::<Technologies>(db, &admin(), technology("a"), published_for(mine.unwrap())).await.unwrap();
        assert_eq!(on_the_way(db, hook.id).await.len(), 1, "it is told nothing more");
    }
}
