//! A season of 2,000 decisions by a broker whose taste is not that of the weights, on suggestions of the real engine.
//!
//! Needs the language models (in `models/`, or `SIKU_MODELS__DIR`); without them the test says so on stderr and passes.
//! `cargo test --test it learning::season -- --nocapture` prints the figures of `docs/learning.md`.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sea_orm::{EntityTrait, QueryOrder};
use serde_json::Value;
use siku::config::Settings;
use siku::db::Db;
use siku::library::parse::parse_body;
use siku::library::store::create;
use siku::library::{Demands, Library, Technologies};
use siku::matching::learning::fit::{Fit, fit, is_held_out};
use siku::matching::learning::gather::{Judgement, judgements};
use siku::matching::learning::outcome;
use siku::matching::learning::versions::LearningOutcome;
use siku::matching::rows::{events, matches};
use siku::matching::{Engine, MatchingWork};
use siku_index::matching::Weights;
use uuid::Uuid;

use super::{judge, roll, taste};
use crate::support::database::TestDb;
use crate::support::records::{admin, published};

const DECISIONS: usize = 2_000;

/// The engine with the language models, where they are.
fn engine(folder: &Path) -> Option<Arc<Engine>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut settings = Settings::defaults().unwrap();
    settings.index.dir = folder.join("index");
    settings.models.dir = std::env::var_os("SIKU_MODELS__DIR").map_or_else(|| root.join("models"), PathBuf::from);
    let engine = Engine::open(&settings).unwrap();
    let complete = siku_index::corpus::Model::ALL.into_iter().all(|model| engine.has(model));
    complete.then(|| Arc::new(engine))
}

/// Publishes records; answers which id each has.
async fn publish<L: Library>(db: &Db, records: &[Value]) -> HashMap<Uuid, Value> {
    let mut ids = HashMap::new();
    for record in records {
        let body = parse_body::<L>(record.clone()).unwrap();
        ids.insert(create::<L>(db, &admin(), body, published()).await.unwrap().head.id, record.clone());
    }
    ids
}

/// The same id on every run for each demand. Variants of one text are all learned from or all kept apart.
fn fixed(demand: &Value) -> Uuid {
    let id = |name: &str| Uuid::from_u128(u128::from(roll(&["demand", name], u64::MAX)));
    let name = demand["external_id"].as_str().unwrap();
    let (text, _) = name.rsplit_once('-').unwrap();
    let apart = is_held_out(id(text));
    (0..).map(|salt: u32| id(&format!("{name} {salt}"))).find(|id| is_held_out(*id) == apart).unwrap()
}

fn told(what: &str, fitted: &Fit) {
    let Fit { decisions, demands, held_out, before, after, .. } = fitted;
    eprintln!("{what}: {decisions} decisions on {demands} demands, {held_out} kept apart: {:?}", outcome(fitted));
    eprintln!(
        "  nDCG@10 {:.3} → {:.3}, calibration error {:.3} → {:.3}",
        before.ndcg, after.ndcg, before.error, after.error
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_season_of_decisions_teaches_a_taste_and_one_without_taste_teaches_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let Some(engine) = engine(folder.path()) else {
        eprintln!("the simulated season is left out: no language models");
        return;
    };
    let db = TestDb::sqlite().await;
    let technologies = publish::<Technologies>(&db, &taste::technologies()).await;
    let demands = publish::<Demands>(&db, &taste::demands()).await;
    MatchingWork { db: Db::clone(&db), engine }.finish().await.unwrap();

    let mut suggested = matches::Entity::find().order_by_asc(matches::Column::Id).all(&**db).await.unwrap();
    assert!(suggested.len() > DECISIONS + DECISIONS / 10, "{} suggestions", suggested.len());
    suggested.sort_by_key(|row| {
        let names = [&demands[&row.demand_id], &technologies[&row.technology_id]]
            .map(|record| record["external_id"].as_str().unwrap());
        roll(&["order", names[0], names[1]], u64::MAX)
    });
    let mut yes = 0;
    for row in &suggested[..DECISIONS] {
        let verdict = taste::verdict(&demands[&row.demand_id], &technologies[&row.technology_id], "");
        yes += usize::from(verdict.is_none());
        judge(&db, row.id, verdict).await;
    }
    eprintln!("{} suggestions, {DECISIONS} decisions, {yes} taken up", suggested.len());

    let shipped = Weights::shipped().unwrap();
    let mut gathered: Vec<Judgement> = judgements(&db, &shipped.algorithm).await.unwrap();
    assert!(gathered.len() < DECISIONS, "those without a reason that speaks of fit are left out");
    gathered.iter_mut().for_each(|judgement| judgement.demand = fixed(&demands[&judgement.demand]));
    gathered.sort_by_key(|judgement| judgement.event);
    let rows: HashMap<Uuid, &matches::Model> = suggested.iter().map(|row| (row.id, row)).collect();
    let decided = events::Entity::find().all(&**db).await.unwrap();
    let decided: HashMap<Uuid, &matches::Model> =
        decided.iter().filter_map(|event| Some((event.id, *rows.get(&event.match_id)?))).collect();
    let records = |judgement: &Judgement| {
        let row = decided[&judgement.event];
        (&demands[&row.demand_id], &technologies[&row.technology_id])
    };

    let learned = fit(&gathered, &shipped, &shipped).unwrap();
    told("with a taste", &learned);
    for (name, weight) in &learned.weights.signals {
        eprintln!("  {name:11} {:7.2} → {:7.2}", shipped.signals[name].weight, weight.weight);
    }
    assert!(learned.after.ndcg >= learned.before.ndcg + 0.05, "{:?} {:?}", learned.before, learned.after);
    assert!(learned.after.error <= 0.05, "{:?}", learned.after);
    assert_eq!(outcome(&learned), LearningOutcome::Adopted);

    // The same taste on other days: other noise, the same records and suggestions.
    for day in ["second", "third", "fourth"] {
        let mut again = gathered.clone();
        for judgement in &mut again {
            let (demand, technology) = records(judgement);
            judgement.grade = if taste::verdict(demand, technology, day).is_none() { 2 } else { 0 };
        }
        let learned = fit(&again, &shipped, &shipped).unwrap();
        told(day, &learned);
        assert!(learned.after.ndcg >= learned.before.ndcg + 0.05, "{day}: {:?} {:?}", learned.before, learned.after);
        assert!(learned.after.error <= 0.05, "{day}: {:?}", learned.after);
    }

    for season in ["a", "b", "c", "d"] {
        let mut tossed = gathered.clone();
        for (number, judgement) in tossed.iter_mut().enumerate() {
            judgement.grade = 2 * u8::from(roll(&["coin", season, &number.to_string()], 3) == 0);
        }
        let learned = fit(&tossed, &shipped, &shipped).unwrap();
        told("without taste", &learned);
        assert_ne!(outcome(&learned), LearningOutcome::Adopted, "{season}");
    }
}
