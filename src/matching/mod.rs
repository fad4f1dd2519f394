//! Matching as the service does it: the indexes it asks, suggestions it stores, dossiers it shows.
//! The mathematics is in the `index` crate, which knows no database and no HTTP.
//!
//! | file | what |
//! |---|---|
//! | [`engine`] | indexes, models, matcher: opened once |
//! | [`corpora`] | the four indexes in their folder, and the next four beside them |
//! | [`counts`] | how many matches records have |
//! | [`document`] | what the index is told of a record |
//! | [`indexing`] | change feed → indexes; comparison of index and database |
//! | [`suggest`] | a demand's suggestions, computed and stored beside what people decided |
//! | [`dossier`] | results that prove, institutions that deliver |
//! | [`duplicates`] | published records that a record may repeat |
//! | [`looking`] | a look at a record before others see it |
//! | [`learning`] | weights from decisions: judged, fitted, measured, put in force |
//! | [`life`] | what people decide: steps, answers, history |
//! | [`outlook`] | what a record would meet that is still being written |
//! | [`read`] | stored matches as the outside sees them |
//! | [`newest`] | those in the order of their last change |
//! | [`search`] | the search box: by words in any language, and by meaning |
//! | `standing` | a demand that nothing answered is told of what fits at last |
//! | `whose` | whether a folder holds the indexes of this database |
//! | [`worker`] | what the worker does for all this |
//! | [`wording`] | reasons put into words |

pub mod corpora;
pub mod counts;
pub mod document;
pub mod dossier;
pub mod duplicates;
pub mod engine;
pub mod indexing;
pub mod learning;
pub mod life;
pub mod looking;
pub mod naming;
mod newest;
pub mod outlook;
pub mod read;
pub mod rows;
pub mod search;
mod standing;
pub mod suggest;
pub mod types;
mod whose;
pub mod wording;
pub mod worker;

pub use engine::Engine;
pub use newest::{MatchPage, MatchQuery, list, strongest_of_newest};
pub use read::{compute, find, last_run, of_demand, of_technology};
pub use worker::MatchingWork;

use crate::db::Db;

/// Region of every country that is in one.
///
/// # Errors
/// The database failed.
async fn regions(db: &Db) -> anyhow::Result<dossier::Regions> {
    let countries = crate::library::taxonomy::countries(&**db).await?;
    Ok(countries.into_iter().filter_map(|country| Some((country.code, country.parent?))).collect())
}
