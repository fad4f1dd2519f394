//! Versions, translations, audit: what a change leaves behind.

use crate::on_both_databases;
use crate::support::records::{admin, demand, published, technology};
use sea_orm::{ConnectionTrait, Statement};
use siku::accounts::Actor;
use siku::db::Db;
use siku::library::codes::{Origin, Status};
use siku::library::parts::Translation;
use siku::library::store::{self, StoreError};
use siku::library::{Demands, Technologies, translations, versions};

fn translation(lang: &str, title: &str, origin: Origin) -> Translation {
    Translation { lang: lang.into(), title: title.into(), origin, ..Translation::default() }
}

async fn texts(db: &Db, sql: &str) -> Vec<String> {
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

on_both_databases! {
    async fn every_change_leaves_a_version_and_an_audit_entry(db: &TestDb) {
        let record = store::create::<Technologies>(db, &admin(), technology("a"), published()).await.unwrap();
        let id = record.head.id;
        store::replace::<Technologies>(db, &admin(), id, None, technology("b")).await.unwrap();
        store::withdraw::<Technologies>(db, &admin(), id, None, Some("sold".into())).await.unwrap();
        let all = versions::versions::<Technologies>(&***db, &admin(), id).await.unwrap();
        let seen: Vec<(i32, &str, Status, &str)> = all
            .iter()
            .map(|version| (version.version, version.action.as_str(), version.status, version.body.title.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                (3, "withdrawn", Status::Withdrawn, "b"),
                (2, "updated", Status::Published, "b"),
                (1, "created", Status::Published, "a"),
            ]
        );
        assert_eq!(all[0].reason.as_deref(), Some("sold"));
        assert_eq!(all[0].actor_id, admin().user_id());
        let first = versions::version::<Technologies>(&***db, &admin(), id, 1).await.unwrap().unwrap();
        assert_eq!(first.body, record.body);
        assert!(versions::version::<Technologies>(&***db, &admin(), id, 4).await.unwrap().is_none());
        let audit = texts(db, "SELECT action FROM audit_entries ORDER BY id").await;
        assert_eq!(audit, ["created", "updated", "withdrawn"]);
    }

    async fn history_is_for_those_who_may_see_drafts(db: &TestDb) {
        let record = store::create::<Technologies>(db, &admin(), technology("a"), published()).await.unwrap();
        let error = versions::versions::<Technologies>(&***db, &Actor::Public, record.head.id).await.unwrap_err();
        assert!(matches!(error, StoreError::Forbidden));
    }

    async fn the_database_itself_keeps_history_as_it_is(db: &TestDb) {
        store::create::<Technologies>(db, &admin(), technology("a"), published()).await.unwrap();
        for sql in [
            "UPDATE record_versions SET action = 'x'",
            "DELETE FROM record_versions",
            "UPDATE audit_entries SET action = 'x'",
            "DELETE FROM audit_entries",
        ] {
            let error = db.execute_unprepared(sql).await.unwrap_err().to_string();
            assert!(error.contains("append-only"), "{sql}: {error}");
        }
    }

    async fn translations_are_stale_once_the_source_text_changes(db: &TestDb) {
        let mut body = demand("Irrigation");
        body.translations = vec![translation("en", "Irrigation", Origin::Human)];
        let record = store::create::<Demands>(db, &admin(), body.clone(), published()).await.unwrap();
        assert!(!record.body.translations[0].stale);

        body.end_user = Some("ferme".into());
        let same_text = store::replace::<Demands>(db, &admin(), record.head.id, None, body.clone()).await.unwrap();
        assert!(!same_text.body.translations[0].stale, "only text makes translations stale");

        body.title = "Irrigation économe".into();
        let changed = store::replace::<Demands>(db, &admin(), record.head.id, None, body.clone()).await.unwrap();
        assert!(changed.body.translations[0].stale);
        let found = store::find::<Demands>(&***db, &admin(), &record.head.number).await.unwrap().unwrap();
        assert_eq!(found, changed);

        body.translations[0].title = "Water-saving irrigation".into();
        let renewed = store::replace::<Demands>(db, &admin(), record.head.id, None, body.clone()).await.unwrap();
        assert!(!renewed.body.translations[0].stale);
        assert_eq!(renewed.head.version, 4);
    }

    async fn a_translation_that_is_not_named_stays(db: &TestDb) {
        let mut body = demand("Irrigation");
        body.translations =
            vec![translation("ar", "ري", Origin::Machine), translation("en", "Irrigation", Origin::Human)];
        let record = store::create::<Demands>(db, &admin(), body.clone(), published()).await.unwrap();
        body.translations = vec![translation("zh", "灌溉", Origin::Human)];
        let replaced = store::replace::<Demands>(db, &admin(), record.head.id, None, body).await.unwrap();
        let languages: Vec<&str> =
            replaced.body.translations.iter().map(|translation| translation.lang.as_str()).collect();
        assert_eq!(languages, ["ar", "en", "zh"]);
        let removed = translations::remove::<Demands>(db, &admin(), record.head.id, "en").await.unwrap();
        assert_eq!(removed.body.translations.len(), 2);
        let found = store::find::<Demands>(&***db, &admin(), &record.head.number).await.unwrap().unwrap();
        assert_eq!(found, removed);
    }

    async fn a_machine_does_not_overwrite_a_person_and_adds_no_version(db: &TestDb) {
        let mut body = demand("Irrigation");
        body.translations = vec![translation("en", "By a person", Origin::Human)];
        let record = store::create::<Demands>(db, &admin(), body, published()).await.unwrap();
        let by_machine = vec![translation("en", "x", Origin::Machine), translation("zh", "灌溉", Origin::Machine)];
        let id = record.head.id;
        let done = translations::upsert::<Demands>(db, &Actor::System, id, Some(1), by_machine).await.unwrap();
        let seen: Vec<&str> = done.body.translations.iter().map(|translation| translation.title.as_str()).collect();
        assert_eq!(seen, ["By a person", "灌溉"]);
        assert_eq!(done.head.version, record.head.version);
        assert!(done.head.change_no > record.head.change_no, "the index must learn of it");
    }

    async fn a_translation_of_an_older_version_comes_in_stale(db: &TestDb) {
        let record = store::create::<Demands>(db, &admin(), demand("a"), published()).await.unwrap();
        store::replace::<Demands>(db, &admin(), record.head.id, None, demand("b")).await.unwrap();
        let late = vec![translation("zh", "甲", Origin::Machine)];
        let id = record.head.id;
        let done = translations::upsert::<Demands>(db, &Actor::System, id, Some(1), late).await.unwrap();
        assert!(done.body.translations[0].stale);
    }
}
