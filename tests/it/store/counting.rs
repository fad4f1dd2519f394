//! Counts kept in memory, beside those that the database makes of the same list: a random walk of changes, by two
//! processes, with random questions of all kinds of readers after each.

use crate::on_both_databases;
use crate::support::records::{admin, demand, member, organisation, technology};
use rand::prelude::*;
use rand::rngs::StdRng;
use siku::accounts::{Actor, Role};
use siku::db::Db;
use siku::library::codes::Status;
use siku::library::store::{self, Counts, CreateOptions, ImportOptions, ListQuery, Sort};
use siku::library::{CodeKind, CooperationMode, Demand, Demands, Library, Technologies, Technology};
use uuid::Uuid;

const STEPS: usize = 40;
const QUESTIONS: usize = 4;
const FIELDS: [&str; 5] = ["agriculture", "agriculture.seeds", "energy", "ict.ai", "ocean"];
const COUNTRIES: [&str; 5] = ["EG", "TN", "BR", "CN", "KE"];
const LANGS: [&str; 3] = ["zh", "en", "fr"];
const REGIONS: [&str; 3] = ["latin_america", "africa", "middle_east"];
const KEYWORDS: [&str; 2] = ["water", "salt"];
const STATUSES: [Status; 4] = [Status::Draft, Status::Published, Status::Withdrawn, Status::Archived];

fn some(random: &mut StdRng, among: &[&str]) -> Vec<String> {
    let count = random.random_range(0..=2);
    among.choose_multiple(random, count).map(|code| (*code).to_owned()).collect()
}

fn one(random: &mut StdRng, among: &[&str]) -> String {
    among.choose(random).map(|code| (*code).to_owned()).unwrap()
}

fn any_technology(random: &mut StdRng) -> Technology {
    Technology {
        lang: Some(one(random, &LANGS)),
        country: one(random, &COUNTRIES),
        fields: some(random, &FIELDS),
        target_countries: some(random, &COUNTRIES),
        keywords: some(random, &KEYWORDS),
        trl: random.random_bool(0.7).then(|| random.random_range(1..=9)),
        cooperation_modes: CooperationMode::ALL.choose(random).copied().into_iter().collect(),
        external_id: Some(format!("e{}", random.random::<u64>())),
        ..technology(&format!("t{}", random.random::<u32>()))
    }
}

fn any_demand(random: &mut StdRng) -> Demand {
    Demand {
        lang: Some(one(random, &LANGS)),
        country: one(random, &COUNTRIES),
        fields: some(random, &FIELDS),
        keywords: some(random, &KEYWORDS),
        external_id: Some(format!("e{}", random.random::<u64>())),
        ..demand(&format!("d{}", random.random::<u32>()))
    }
}

/// A list that somebody may ask for: any filters together, hits of a search, somebody's records.
fn any_query(random: &mut StdRng, known: &[Uuid], owners: &[Uuid]) -> ListQuery {
    let hits = |random: &mut StdRng| {
        let mut ids: Vec<Uuid> = known.iter().filter(|_| random.random_bool(0.6)).copied().collect();
        ids.push(Uuid::now_v7());
        ids.shuffle(random);
        ids
    };
    let from = random.random_range(1..=9);
    let levels = (from..=random.random_range(from..=9)).map(|level| level.to_string());
    let mut query =
        ListQuery { sort: Sort::Oldest, limit: random.random_range(1..=5), facets: true, ..ListQuery::default() };
    for _ in 0..random.random_range(0..=3) {
        match random.random_range(0..11) {
            0 => query.field = some(random, &FIELDS),
            1 => query.country = some(random, &COUNTRIES),
            2 => query.target_country = some(random, &COUNTRIES),
            3 => query.mode = some(random, &CooperationMode::CODES[..3]),
            4 => query.lang = some(random, &[LANGS[0], LANGS[1], "xx"]),
            5 => query.keyword = some(random, &KEYWORDS),
            6 => {
                query.other =
                    vec![(CodeKind::Region, some(random, &REGIONS)), (CodeKind::Trl, levels.clone().collect())]
            }
            7 => query.ids = Some(hits(random)),
            8 => query.owner = owners.choose(random).copied(),
            9 => query.status = STATUSES.choose(random).copied(),
            _ => query.status = Some(Status::Published),
        }
    }
    query
}

/// One random change; answers the record that is new.
async fn change<L: Library>(
    db: &Db,
    random: &mut StdRng,
    body: fn(&mut StdRng) -> L::Body,
    known: &[Uuid],
    owners: &[Uuid],
) -> Option<Uuid> {
    let (body, status) = (body(random), *STATUSES.choose(random).unwrap());
    let old = known.choose(random).filter(|_| random.random_bool(0.6));
    match old {
        None => {
            let options = CreateOptions { status, owner: owners.choose(random).copied(), ..CreateOptions::default() };
            Some(store::create::<L>(db, &admin(), body, options).await.unwrap().head.id)
        }
        Some(id) if random.random_bool(0.5) => {
            store::replace::<L>(db, &admin(), *id, None, body).await.unwrap();
            None
        }
        Some(id) => {
            store::set_status::<L>(db, &admin(), *id, None, status, None).await.unwrap();
            None
        }
    }
}

/// Asks the database and what is kept of it the same.
async fn compare<L: Library>(db: &Db, counts: &Counts, actor: &Actor, query: &ListQuery, told: &str) {
    let counted = store::list::<L>(&**db, actor, query).await.unwrap();
    let kept = counts.list::<L>(db, actor, query).await.unwrap();
    let of = |page: &store::Page<L>| page.records.iter().map(|record| record.head.id).collect::<Vec<_>>();
    assert_eq!(kept.total, counted.total, "{told}: total of {query:?} for {actor:?}");
    assert_eq!(kept.facets, counted.facets, "{told}: facets of {query:?} for {actor:?}");
    assert_eq!((of(&kept), &kept.next_cursor), (of(&counted), &counted.next_cursor), "{told}: page of {query:?}");
    assert_eq!(Some(counts.count::<L>(db, actor, query).await.unwrap()), counted.total, "{told}: {query:?}");
    if let Some(cursor) = counted.next_cursor {
        let next = ListQuery { cursor: Some(cursor), ..query.clone() };
        let (counted, kept) =
            (store::list::<L>(&**db, actor, &next).await.unwrap(), counts.list::<L>(db, actor, &next).await.unwrap());
        assert_eq!(of(&kept), of(&counted), "{told}: second page of {query:?}");
    }
}

async fn walk<L: Library>(db: &Db, other: &Db, seed: u64, body: fn(&mut StdRng) -> L::Body) {
    let random = &mut StdRng::seed_from_u64(seed);
    let owners = [organisation(db, "ours").await, organisation(db, "theirs").await];
    let readers = [
        Actor::Public,
        admin(),
        member(Role::Firm, owners[0]),
        member(Role::Embassy, owners[1]),
        member(Role::Broker, owners[0]),
        member(Role::Steward, owners[1]),
    ];
    let (here, there) = (Counts::default(), Counts::default());
    let mut known = Vec::new();
    for step in 0..STEPS {
        let by = if random.random_bool(0.5) { db } else { other };
        known.extend(change::<L>(by, random, body, &known, &owners).await);
        for _ in 0..QUESTIONS {
            let query = any_query(random, &known, &owners);
            let reader = readers.choose(random).unwrap();
            let told = format!("seed {seed}, step {step}");
            let (counts, asked) = if random.random_bool(0.7) { (&here, db) } else { (&there, other) };
            compare::<L>(asked, counts, reader, &query, &told).await;
        }
    }
}

on_both_databases! {
    async fn technologies_are_counted_in_memory_exactly_as_in_the_database(db: &TestDb) {
        walk::<Technologies>(db, &db.opened_again().await, 1, any_technology).await;
    }

    async fn demands_are_counted_in_memory_exactly_as_in_the_database(db: &TestDb) {
        walk::<Demands>(db, &db.opened_again().await, 2, any_demand).await;
    }

    async fn more_records_than_are_read_at_a_time_are_all_counted(db: &TestDb) {
        let random = &mut StdRng::seed_from_u64(3);
        let counts = Counts::default();
        for round in 0..2 {
            let bodies = (0..520).map(|_| any_technology(random)).collect();
            store::import_batch::<Technologies>(db, &admin(), bodies, &ImportOptions::default()).await.unwrap();
            if round == 1 {
                counts.prepare(db).await.unwrap();
            }
            let query = ListQuery { field: vec!["energy".to_owned()], limit: 1, facets: true, ..ListQuery::default() };
            compare::<Technologies>(db, &counts, &Actor::Public, &query, "many").await;
        }
    }
}
