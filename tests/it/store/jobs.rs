//! The outbox: jobs of changes, claims, failures, the worker; and the change feed.

use crate::on_both_databases;
use crate::support::records::{admin, demand, published, technology};
use chrono::{TimeDelta, Utc};
use siku::db::Db;
use siku::library::codes::Status;
use siku::library::store::{self, CreateOptions, ImportOptions};
use siku::library::{Demands, Technologies};
use siku::outbox::worker::{Drained, Work, drain};
use siku::outbox::{self, Claimed, Job, MOST_ATTEMPTS, Urgency};
use std::sync::Mutex;

async fn claim_all(db: &Db) -> Vec<Claimed> {
    outbox::claim(db, Utc::now(), Urgency::Background, 100).await.unwrap()
}

/// Remembers what it ran; fails the first run of every job when asked to.
#[derive(Default)]
struct Diary {
    ran: Mutex<Vec<Job>>,
    fails: bool,
}

impl Work for Diary {
    async fn index(&self) -> anyhow::Result<bool> {
        Ok(false)
    }

    async fn run(&self, job: &Job) -> anyhow::Result<()> {
        self.ran.lock().unwrap().push(job.clone());
        anyhow::ensure!(!self.fails, "the model is away");
        Ok(())
    }
}

on_both_databases! {
    async fn publishing_and_changing_call_for_matching_and_drafts_do_not(db: &TestDb) {
        let draft = store::create::<Demands>(db, &admin(), demand("a"), CreateOptions::default()).await.unwrap();
        assert_eq!(claim_all(db).await, []);
        store::publish::<Demands>(db, &admin(), draft.head.id, None).await.unwrap();
        let technology = store::create::<Technologies>(db, &admin(), technology("t"), published()).await.unwrap();
        let claimed = claim_all(db).await;
        let jobs: Vec<&Job> = claimed.iter().map(|claimed| &claimed.job).collect();
        let expected =
            [&Job::MatchDemand { id: draft.head.id }, &Job::MatchTechnology { id: technology.head.id }];
        assert_eq!(jobs, expected);
        store::withdraw::<Demands>(db, &admin(), draft.head.id, None, None).await.unwrap();
        assert_eq!(claim_all(db).await.len(), 1, "a withdrawn demand loses its suggestions");
    }

    async fn changes_share_a_job_until_somebody_begins_it(db: &TestDb) {
        let record = store::create::<Demands>(db, &admin(), demand("a"), published()).await.unwrap();
        store::replace::<Demands>(db, &admin(), record.head.id, None, demand("b")).await.unwrap();
        assert_eq!(claim_all(db).await.len(), 1);
        store::replace::<Demands>(db, &admin(), record.head.id, None, demand("c")).await.unwrap();
        assert_eq!(claim_all(db).await.len(), 1, "a change after the claim needs a run of its own");
    }

    async fn what_somebody_waits_for_comes_before_an_import(db: &TestDb) {
        let rows = vec![technology("1"), technology("2")];
        store::import_batch::<Technologies>(db, &admin(), rows, &ImportOptions::default()).await.unwrap();
        let typed = store::create::<Technologies>(db, &admin(), technology("3"), published()).await.unwrap();
        let first = outbox::claim(db, Utc::now(), Urgency::Awaited, 10).await.unwrap();
        assert_eq!(first.len(), 1, "only what somebody waits for");
        assert_eq!(first[0].job, Job::MatchTechnology { id: typed.head.id });
        assert_eq!(claim_all(db).await.len(), 2);
    }

    async fn a_claimed_job_is_nobody_elses_until_its_claim_ends(db: &TestDb) {
        store::create::<Demands>(db, &admin(), demand("a"), published()).await.unwrap();
        let claimed = claim_all(db).await;
        assert_eq!(claim_all(db).await, []);
        let later = outbox::claim(db, Utc::now() + TimeDelta::hours(1), Urgency::Background, 10).await.unwrap();
        assert_eq!((later[0].id, later[0].attempt), (claimed[0].id, 2));
        outbox::done(db, &[later[0].id], Utc::now()).await.unwrap();
        assert_eq!(outbox::claim(db, Utc::now() + TimeDelta::hours(9), Urgency::Background, 10).await.unwrap(), []);
        assert_eq!(outbox::waiting(&***db).await.unwrap(), (0, 0));
        assert_eq!(outbox::forget_done(db, Utc::now() + TimeDelta::hours(1)).await.unwrap(), 1);
    }

    async fn a_failing_job_waits_longer_each_time_and_is_given_up_in_the_end(db: &TestDb) {
        store::create::<Demands>(db, &admin(), demand("a"), published()).await.unwrap();
        let mut now = Utc::now();
        for attempt in 1..=MOST_ATTEMPTS {
            let claimed = outbox::claim(db, now, Urgency::Background, 10).await.unwrap();
            assert_eq!(claimed[0].attempt, attempt);
            outbox::failed(db, &claimed[0], &anyhow::anyhow!("the model is away"), now).await.unwrap();
            assert_eq!(outbox::claim(db, now + TimeDelta::seconds(1), Urgency::Background, 10).await.unwrap(), []);
            now += TimeDelta::hours(2);
        }
        assert_eq!(outbox::claim(db, now, Urgency::Background, 10).await.unwrap(), []);
        assert_eq!(outbox::waiting(&***db).await.unwrap(), (0, 1));
    }

    async fn the_worker_drains_what_is_due_and_leaves_failures_for_later(db: &TestDb) {
        store::create::<Demands>(db, &admin(), demand("a"), published()).await.unwrap();
        store::create::<Technologies>(db, &admin(), technology("b"), published()).await.unwrap();
        let failing = Diary { fails: true, ..Diary::default() };
        assert_eq!(drain(db, &failing).await.unwrap(), Drained { done: 0, failed: 2 });
        store::create::<Demands>(db, &admin(), demand("c"), published()).await.unwrap();
        let working = Diary::default();
        assert_eq!(drain(db, &working).await.unwrap(), Drained { done: 1, failed: 0 });
        assert_eq!(working.ran.lock().unwrap().len(), 1);
    }

    async fn the_change_feed_tells_each_record_once_as_it_is_now(db: &TestDb) {
        let a = store::create::<Technologies>(db, &admin(), technology("a"), published()).await.unwrap();
        let b = store::create::<Technologies>(db, &admin(), technology("b"), published()).await.unwrap();
        store::create::<Demands>(db, &admin(), demand("d"), published()).await.unwrap();
        store::withdraw::<Technologies>(db, &admin(), a.head.id, None, None).await.unwrap();
        let changes = outbox::feed::changes_since::<Technologies>(&***db, 0, 10).await.unwrap();
        let seen: Vec<_> = changes.iter().map(|record| (record.head.change_no, record.head.id, record.head.status)).collect();
        assert_eq!(seen, [(2, b.head.id, Status::Published), (4, a.head.id, Status::Withdrawn)]);
        let rest = outbox::feed::changes_since::<Technologies>(&***db, 2, 10).await.unwrap();
        assert_eq!(rest.len(), 1);
    }
}
