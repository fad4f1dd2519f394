//! One record at a time: create, replace, patch, withdraw.

use crate::on_both_databases;
use crate::support::records::{admin, demand, published, technology};
use serde_json::json;
use siku::accounts::{Actor, Role};
use siku::library::codes::{CooperationMode, Status};
use siku::library::parts::{Contact, IpRight, IpRightKind, OperatingCondition, Outcome, Party};
use siku::library::store::{self, CreateOptions, StoreError};
use siku::library::{
    Demands, FieldCode, Institution, Institutions, ProjectResult, Record, Results, Technologies, Technology,
};
use uuid::Uuid;

fn full_technology() -> Technology {
    Technology {
        external_id: Some("t-1".into()),
        lang: Some("zh".into()),
        title: "太阳能滴灌控制器".into(),
        summary: Some("节水".into()),
        description: "光伏供电。".into(),
        fields: vec!["agriculture".into(), "ict.ai".into()],
        keywords: vec!["滴灌".into()],
        valid_until: chrono::NaiveDate::from_ymd_opt(2027, 12, 31),
        links: vec!["https://example.org/t".into()],
        country: "CN".into(),
        advantages: Some("省水一半".into()),
        trl: Some(8),
        ip_rights: vec![IpRight { kind: IpRightKind::Patent, number: Some("ZL2023".into()), territory: None }],
        cooperation_modes: vec![CooperationMode::Licence, CooperationMode::JointRd],
        target_countries: vec!["EG".into()],
        price_min: Some(1000.1),
        price_max: Some(2500.0),
        currency: Some("CNY".into()),
        operating_conditions: vec![OperatingCondition {
            quantity: "voltage".into(),
            min: Some(-0.5),
            max: None,
            unit: "V".into(),
        }],
        confidential: Some("配方".into()),
        ..Technology::default()
    }
}

on_both_databases! {
    async fn a_record_comes_back_as_it_was_written(db: &TestDb) {
        let created: Record<Technologies> =
            store::create(db, &admin(), full_technology(), CreateOptions::default()).await.unwrap();
        assert_eq!(created.body, full_technology());
        assert!(created.head.number.starts_with("T-20") && created.head.number.ends_with("-000001"));
        assert_eq!((created.head.version, created.head.status), (1, Status::Draft));
        for name in [&created.head.id.to_string(), &created.head.number, "t-1", &created.head.number.to_lowercase()] {
            let found = store::find::<Technologies>(&***db, &admin(), name).await.unwrap().unwrap();
            assert_eq!(found, created, "found by {name}");
        }
        assert!(store::find::<Technologies>(&***db, &admin(), "t-2").await.unwrap().is_none());
    }

    async fn results_and_institutions_come_back_as_they_were_written(db: &TestDb) {
        let result = ProjectResult {
            title: "r".into(),
            lang: Some("en".into()),
            country: Some("EG".into()),
            parties: vec![Party { name: "园区".into(), country: Some("CN".into()), role: None }],
            year: Some(2023),
            contract_value: Some(12.34),
            outcomes: vec![Outcome { measure: "water saved".into(), value: 38.0, unit: Some("%".into()) }],
            institutions: vec!["i-1".into()],
            ..ProjectResult::default()
        };
        let created = store::create::<Results>(db, &admin(), result.clone(), published()).await.unwrap();
        let found = store::find::<Results>(&***db, &Actor::Public, &created.head.number).await.unwrap().unwrap();
        assert_eq!(found.body, result);

        let institution = Institution {
            title: "i".into(),
            lang: Some("en".into()),
            countries_served: vec!["EG".into()],
            contacts: vec![Contact { email: Some("a@example.org".into()), ..Contact::default() }],
            ..Institution::default()
        };
        let created = store::create::<Institutions>(db, &admin(), institution.clone(), published()).await.unwrap();
        assert_eq!(created.body, institution);
        let seen = store::find::<Institutions>(&***db, &Actor::Public, &created.head.number).await.unwrap().unwrap();
        assert!(seen.body.contacts.is_empty());
    }

    async fn text_is_stored_as_written(db: &TestDb) {
        let written = [
            "  spaces around  ",
            "e\u{301} composed",
            "emoji 👩🏽‍🌾 and \u{10ffff}",
            "'; DROP TABLE technologies; -- %_\\",
            "line\r\nbreaks\ttabs",
            "\u{feff}mark and \u{200f}direction",
            "nul \0 inside",
            "{\"json\": [1]}",
        ];
        for text in written {
            let mut body = technology(text);
            body.description = text.repeat(500);
            body.keywords = vec![text.to_owned()];
            let created = store::create::<Technologies>(db, &admin(), body, published()).await.unwrap();
            let found = store::find::<Technologies>(&***db, &admin(), &created.head.number).await.unwrap().unwrap();
            assert_eq!(found, created);
            let expected = text.replace("e\u{301}", "é").replace('\0', "");
            assert_eq!(found.body.title, expected);
            let again = store::replace::<Technologies>(db, &admin(), found.head.id, None, found.body.clone()).await;
            assert_eq!(again.unwrap().head.version, 1, "what was read can be written back: {text:?}");
        }
    }

    async fn an_invalid_body_is_refused_with_every_mistake_in_its_place(db: &TestDb) {
        let mut body = demand("");
        body.country = "ZZ".into();
        body.requirements[0].text = " ".into();
        body.fields = vec!["cooking".into()];
        body.currency = Some("dollars".into());
        body.min_trl = Some(10);
        (body.budget_min, body.budget_max) = (Some(5.0), Some(1.0));
        let error = store::create::<Demands>(db, &admin(), body, published()).await.unwrap_err();
        let StoreError::Invalid(errors) = error else { panic!("{error}") };
        let found: Vec<(&str, FieldCode)> = errors.iter().map(|error| (error.pointer.as_str(), error.code)).collect();
        assert_eq!(
            found,
            [
                ("/title", FieldCode::Required),
                ("/fields/0", FieldCode::UnknownField),
                ("/country", FieldCode::UnknownCountry),
                ("/requirements/0/text", FieldCode::Required),
                ("/budget_min", FieldCode::MinAboveMax),
                ("/currency", FieldCode::UnknownCurrency),
                ("/min_trl", FieldCode::OutOfRange),
            ]
        );
    }

    async fn names_of_fields_and_countries_become_codes(db: &TestDb) {
        let mut body = demand("x");
        body.country = "突尼斯".into();
        body.fields = vec!["人工智能".into(), "Agriculture".into()];
        let created = store::create::<Demands>(db, &admin(), body, published()).await.unwrap();
        assert_eq!(created.body.country, "TN");
        assert_eq!(created.body.fields, ["ict.ai", "agriculture"]);
    }

    async fn a_replacement_must_have_seen_the_newest_version(db: &TestDb) {
        let first = store::create::<Technologies>(db, &admin(), technology("a"), published()).await.unwrap();
        let id = first.head.id;
        let second = store::replace::<Technologies>(db, &admin(), id, Some(1), technology("b")).await.unwrap();
        assert_eq!((second.head.version, second.body.title.as_str()), (2, "b"));
        assert_eq!(second.head.number, first.head.number);
        let error = store::replace::<Technologies>(db, &admin(), id, Some(1), technology("c")).await.unwrap_err();
        assert!(matches!(error, StoreError::Stale { current: 2 }), "{error}");
        let missing = store::replace::<Technologies>(db, &admin(), Uuid::now_v7(), None, technology("c")).await;
        assert!(matches!(missing, Err(StoreError::NotFound)));
    }

    async fn a_replacement_that_changes_nothing_stores_nothing(db: &TestDb) {
        let first = store::create::<Technologies>(db, &admin(), full_technology(), published()).await.unwrap();
        let again =
            store::replace::<Technologies>(db, &admin(), first.head.id, None, full_technology()).await.unwrap();
        assert_eq!(again, first);
    }

    async fn a_merge_patch_changes_what_it_names_and_nulls_remove(db: &TestDb) {
        let first = store::create::<Technologies>(db, &admin(), full_technology(), published()).await.unwrap();
        let patch = json!({"trl": 9, "advantages": null, "cooperation_modes": ["许可"]});
        let patched =
            store::merge_patch::<Technologies>(db, &admin(), first.head.id, Some(1), patch).await.unwrap();
        let expected = Technology {
            trl: Some(9),
            advantages: None,
            cooperation_modes: vec![CooperationMode::Licence],
            ..full_technology()
        };
        assert_eq!(patched.body, expected);
        let patch = json!({"trl": "high", "number": "T-1"});
        let error = store::merge_patch::<Technologies>(db, &admin(), first.head.id, None, patch).await.unwrap_err();
        let StoreError::Invalid(errors) = error else { panic!("{error}") };
        let pointers: Vec<&str> = errors.iter().map(|error| error.pointer.as_str()).collect();
        assert_eq!(pointers, ["/trl", "/number"]);
    }

    async fn a_withdrawn_record_is_gone_for_others_and_stays_for_those_who_run_the_libraries(db: &TestDb) {
        let record = store::create::<Technologies>(db, &admin(), technology("a"), published()).await.unwrap();
        let number = record.head.number.as_str();
        assert!(store::find::<Technologies>(&***db, &Actor::Public, number).await.unwrap().is_some());
        let withdrawn =
            store::withdraw::<Technologies>(db, &admin(), record.head.id, None, Some("sold".into())).await.unwrap();
        assert_eq!((withdrawn.head.status, withdrawn.head.version), (Status::Withdrawn, 2));
        assert!(store::find::<Technologies>(&***db, &Actor::Public, number).await.unwrap().is_none());
        assert!(store::find::<Technologies>(&***db, &admin(), number).await.unwrap().is_some());
        let again = store::withdraw::<Technologies>(db, &admin(), record.head.id, None, None).await.unwrap();
        assert_eq!(again.head.version, 2);
    }

    async fn only_those_the_permissions_name_write(db: &TestDb) {
        let public = store::create::<Technologies>(db, &Actor::Public, technology("a"), published()).await;
        assert!(matches!(public, Err(StoreError::Forbidden)));
        let record = store::create::<Technologies>(db, &admin(), technology("a"), published()).await.unwrap();
        let broker = Actor::User { id: Uuid::now_v7(), organisation_id: None, role: Role::Broker };
        let changed = store::replace::<Technologies>(db, &broker, record.head.id, None, technology("b")).await;
        assert!(matches!(changed, Err(StoreError::Forbidden)));
        let draft = store::create::<Technologies>(db, &admin(), technology("d"), CreateOptions::default()).await.unwrap();
        let hidden = store::replace::<Technologies>(db, &broker, draft.head.id, None, technology("b")).await;
        assert!(matches!(hidden, Err(StoreError::NotFound)), "nobody learns that a draft exists");
    }

    async fn an_owner_uses_an_external_id_once(db: &TestDb) {
        let first = store::create::<Technologies>(db, &admin(), full_technology(), published()).await.unwrap();
        let error = store::create::<Technologies>(db, &admin(), full_technology(), published()).await.unwrap_err();
        assert!(
            matches!(&error, StoreError::ExternalIdTaken { number, .. } if *number == first.head.number),
            "{error}"
        );
        let other = store::create::<Technologies>(db, &admin(), technology("b"), published()).await.unwrap();
        let patch = json!({"external_id": "t-1"});
        let error = store::merge_patch::<Technologies>(db, &admin(), other.head.id, None, patch).await.unwrap_err();
        assert!(matches!(error, StoreError::ExternalIdTaken { .. }), "{error}");
    }
}
