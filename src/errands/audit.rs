//! Walking the audit chain.

use super::Say;
use crate::audit::{Verdict, verify};
use crate::db::Db;

/// Verifies every entry; answers whether nothing was altered.
pub(super) async fn run(db: &Db, say: &Say) -> anyhow::Result<bool> {
    let told = say.clone();
    let verdict = verify(db, None, move |done| {
        // Where nobody listens any more the walk goes on: it is short, and its end is told.
        let _ = told.progress("verifying the audit", usize::try_from(done).unwrap_or(usize::MAX), 0, String::new());
    })
    .await?;
    match verdict {
        Verdict::Whole { entries, head } => {
            say.line(format!("{entries} entries, none altered; the head is {head}"))?;
            Ok(true)
        }
        Verdict::Broken(broken) => {
            say.line(broken.to_string())?;
            Ok(false)
        }
    }
}
