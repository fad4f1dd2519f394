//! The engine of this process uses the weights in force, whoever put them there.

use siku_index::matching::Weights;

use super::versions;
use crate::db::Db;
use crate::matching::Engine;

/// Looks which version is in force and has the engine use it.
///
/// # Errors
/// The database failed.
pub async fn follow(db: &Db, engine: &Engine) -> anyhow::Result<()> {
    let version = versions::number_in_force(&**db, engine.base()).await?;
    if engine.weights_version() == version {
        return Ok(());
    }
    let weights = versions::weights(&**db, version, &Weights::shipped()?).await?;
    tracing::info!(version, algorithm = weights.algorithm, "other weights are in force");
    engine.use_weights(version, weights);
    Ok(())
}
