//! Lists: who sees what, filters, pages, facets.

use crate::on_both_databases;
use crate::support::records::{admin, demand, member, organisation, published, published_for, technology};
use siku::accounts::{Actor, Role};
use siku::library::codes::Status;
use siku::library::store::{self, CreateOptions, FacetCount, ListQuery, Sort, StoreError};
use siku::library::{CodeKind, Demands, Record, Technologies, Technology};
use uuid::Uuid;

fn titles(records: &[Record<Technologies>]) -> Vec<&str> {
    records.iter().map(|record| record.body.title.as_str()).collect()
}

async fn add(db: &siku::db::Db, title: &str, fields: &[&str]) -> Record<Technologies> {
    let body = Technology { fields: fields.iter().map(ToString::to_string).collect(), ..technology(title) };
    store::create::<Technologies>(db, &admin(), body, published()).await.unwrap()
}

fn page_of(limit: u64, cursor: Option<String>, sort: Sort) -> ListQuery {
    ListQuery { limit, cursor, sort, ..ListQuery::default() }
}

on_both_databases! {
    async fn everybody_sees_what_is_published_and_owners_their_drafts(db: &TestDb) {
        let ours = organisation(db, "ours").await;
        let theirs = organisation(db, "theirs").await;
        for (title, owner, status) in [
            ("our draft", ours, Status::Draft),
            ("their draft", theirs, Status::Draft),
            ("their technology", theirs, Status::Published),
        ] {
            let options = CreateOptions { status, owner: Some(owner), ..CreateOptions::default() };
            store::create::<Technologies>(db, &admin(), technology(title), options).await.unwrap();
        }
        let expected: [(Actor, &[&str]); 4] = [
            (Actor::Public, &["their technology"]),
            (member(Role::Firm, ours), &["our draft", "their technology"]),
            (member(Role::Broker, ours), &["their technology"]),
            (admin(), &["our draft", "their draft", "their technology"]),
        ];
        for (actor, expected) in expected {
            let query = ListQuery { sort: Sort::Oldest, facets: true, ..ListQuery::default() };
            let page = store::list::<Technologies>(&***db, &actor, &query).await.unwrap();
            assert_eq!(titles(&page.records), expected, "{actor:?}");
            assert_eq!(page.total, Some(expected.len() as u64));
            let counted = &page.facets.unwrap()[&CodeKind::Country];
            assert_eq!(counted[0].count, expected.len() as u64, "facets count what the actor sees");
        }
    }

    async fn the_confidential_part_is_for_its_owner(db: &TestDb) {
        let ours = organisation(db, "ours").await;
        let body = Technology { confidential: Some("secret".into()), ..technology("x") };
        let record = store::create::<Technologies>(db, &admin(), body, published_for(ours)).await.unwrap();
        let number = record.head.number.as_str();
        for (actor, sees) in [
            (Actor::Public, false),
            (member(Role::Firm, Uuid::now_v7()), false),
            (member(Role::Firm, ours), true),
        ] {
            let found = store::find::<Technologies>(&***db, &actor, number).await.unwrap().unwrap();
            assert_eq!(found.body.confidential.is_some(), sees, "{actor:?}");
            let page = store::list::<Technologies>(&***db, &actor, &ListQuery::default()).await.unwrap();
            assert_eq!(page.records[0].body.confidential.is_some(), sees, "{actor:?}");
        }
    }

    async fn pages_follow_each_other_while_records_come_in(db: &TestDb) {
        for number in 0..7 {
            add(db, &format!("t{number}"), &[]).await;
        }
        for sort in [Sort::Newest, Sort::Oldest, Sort::Updated, Sort::Title, Sort::Number] {
            let mut seen: Vec<Uuid> = Vec::new();
            let mut cursor = None;
            loop {
                let page = store::list::<Technologies>(&***db, &Actor::Public, &page_of(3, cursor, sort)).await.unwrap();
                seen.extend(page.records.iter().map(|record| record.head.id));
                // Comes in at the front of the newest first, and somewhere in the order of titles.
                add(db, "a later one", &[]).await;
                cursor = page.next_cursor;
                if cursor.is_none() || seen.len() > 60 {
                    break;
                }
            }
            let mut distinct = seen.clone();
            distinct.sort();
            distinct.dedup();
            assert_eq!(distinct.len(), seen.len(), "{sort}: a record came twice");
            assert!(seen.len() >= 7, "{sort}: a record was left out");
        }
    }

    async fn a_cursor_of_another_order_is_refused(db: &TestDb) {
        add(db, "a", &[]).await;
        add(db, "b", &[]).await;
        let page = store::list::<Technologies>(&***db, &admin(), &page_of(1, None, Sort::Title)).await.unwrap();
        let mixed = page_of(1, page.next_cursor, Sort::Newest);
        let error = store::list::<Technologies>(&***db, &admin(), &mixed).await.unwrap_err();
        assert!(matches!(error, StoreError::BadCursor));
    }

    async fn lists_are_filtered_by_codes_and_a_first_level_field_covers_its_second_level(db: &TestDb) {
        add(db, "ai", &["ict.ai"]).await;
        add(db, "blockchain", &["ict.blockchain"]).await;
        add(db, "farm", &["agriculture"]).await;
        add(db, "smart farm", &["agriculture", "ict.ai"]).await;
        let find = |field: &[&str]| ListQuery {
            field: field.iter().map(ToString::to_string).collect(),
            sort: Sort::Oldest,
            ..ListQuery::default()
        };
        for (field, expected) in [
            (&["ict"][..], &["ai", "blockchain", "smart farm"][..]),
            (&["ict.ai"], &["ai", "smart farm"]),
            (&["agriculture", "ict.blockchain"], &["blockchain", "farm", "smart farm"]),
            (&["ocean"], &[]),
        ] {
            let page = store::list::<Technologies>(&***db, &Actor::Public, &find(field)).await.unwrap();
            assert_eq!(titles(&page.records), expected, "{field:?}");
        }
    }

    async fn facets_count_the_whole_list_and_beside_their_own_filter(db: &TestDb) {
        for (title, country) in [("a", "TN"), ("b", "TN"), ("c", "EG")] {
            let mut body = demand(title);
            body.country = country.into();
            body.fields = vec![if title == "a" { "energy" } else { "agriculture" }.to_owned()];
            store::create::<Demands>(db, &admin(), body, published()).await.unwrap();
        }
        let count = |code: &str, count| FacetCount { code: code.to_owned(), count };
        let query = ListQuery { limit: 1, facets: true, ..ListQuery::default() };
        let page = store::list::<Demands>(&***db, &Actor::Public, &query).await.unwrap();
        assert_eq!((page.records.len(), page.total), (1, Some(3)));
        let facets = page.facets.unwrap();
        assert_eq!(facets[&CodeKind::Country], [count("TN", 2), count("EG", 1)]);
        assert_eq!(facets[&CodeKind::Field], [count("agriculture", 2), count("energy", 1)]);

        let query = ListQuery { country: vec!["TN".into()], facets: true, ..ListQuery::default() };
        let page = store::list::<Demands>(&***db, &Actor::Public, &query).await.unwrap();
        assert_eq!(page.total, Some(2));
        let facets = page.facets.unwrap();
        assert_eq!(facets[&CodeKind::Country], [count("TN", 2), count("EG", 1)]);
        assert_eq!(facets[&CodeKind::Field], [count("agriculture", 1), count("energy", 1)]);
    }

    async fn ranked_hits_keep_their_rank_and_their_filters(db: &TestDb) {
        let mut ids = Vec::new();
        for (title, field) in [("a", "energy"), ("b", "ocean"), ("c", "energy"), ("d", "energy")] {
            ids.push(add(db, title, &[field]).await.head.id);
        }
        let draft = store::create::<Technologies>(db, &admin(), technology("e"), CreateOptions::default()).await.unwrap();
        let ranked = vec![ids[2], draft.head.id, ids[1], ids[0], Uuid::now_v7(), ids[3]];
        let mut query = ListQuery { ids: Some(ranked), field: vec!["energy".into()], limit: 2, ..ListQuery::default() };
        let page = store::list::<Technologies>(&***db, &Actor::Public, &query).await.unwrap();
        assert_eq!(titles(&page.records), ["c", "a"]);
        query.cursor = page.next_cursor;
        let page = store::list::<Technologies>(&***db, &Actor::Public, &query).await.unwrap();
        assert_eq!((titles(&page.records), page.next_cursor), (vec!["d"], None));
    }
}
