//! The change feed: every record's last change, in the one order of changes, for whoever keeps a copy (the index).
//! A reader remembers the last number it holds durably and asks for what came after; after a crash it goes on there.

use crate::library::store::StoreError;
use crate::library::store::find::with_translations;
use crate::library::{Library, Record};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Records of a library that changed after change `last`, by change number, at most `limit`. Each stands once, as it
/// is now; withdrawn and unpublished ones too, so that the reader can forget them.
pub async fn changes_since<L: Library>(
    db: &impl ConnectionTrait,
    last: i64,
    limit: u64,
) -> Result<Vec<Record<L>>, StoreError> {
    let rows = L::Entity::find()
        .filter(Expr::col("change_no").gt(last))
        .order_by_asc(Expr::col("change_no"))
        .limit(limit)
        .all(db)
        .await?;
    with_translations::<L>(db, rows).await
}

/// Number of the newest change of a library; 0 when there never was one.
pub async fn newest_change<L: Library>(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let newest = L::Entity::find().select_only().column_as(Expr::col("change_no").max(), "newest");
    let newest: Option<Option<i64>> = newest.into_tuple().one(db).await?;
    Ok(newest.flatten().unwrap_or(0))
}
