//! When the clock of a match stands, with a named reason, and when its export procedure began. Stored with an audit
//! entry; how it counts is `working`'s business.

use std::collections::HashMap;

use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, Set,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::working::Standing;
use crate::accounts::Actor;
use crate::audit::{self, Deed, NewEntry};
use crate::db::Db;
use crate::library::closed_set::closed_set;
use crate::library::store::numbers::ChangeNumbers;
use crate::matching::rows::matches;

closed_set! {
    /// Why a clock stands.
    pub enum StopReason {
        /// A party has to bring documents.
        Documents = "documents" [],
        /// An authority decides on the export.
        ExportProcedure = "export_procedure" [],
        /// A party has asked for time.
        PartyAsked = "party_asked" [],
        /// A visit or an event is waited for.
        Visit = "visit" [],
        /// Nobody can do anything about it.
        ForceMajeure = "force_majeure" [],
        /// Something else, said in the text.
        #[default]
        Other = "other" [],
    }
}

/// A span in which a clock stood.
pub mod stop {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "clock_stops")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub match_id: Uuid,
        pub reason: String,
        pub text: Option<String>,
        pub stopped_at: DateTimeUtc,
        pub stopped_by: Option<Uuid>,
        pub resumed_at: Option<DateTimeUtc>,
        pub resumed_by: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// When the export procedure of a match began.
pub mod export {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "export_clocks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub match_id: Uuid,
        pub started_on: Date,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// How the clocks of a match are to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClockChange {
    /// Whether the clock goes on. Standing needs a reason.
    pub running: bool,
    #[serde(default)]
    pub reason: Option<StopReason>,
    /// More about the reason.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub text: Option<String>,
    /// The day the export procedure began; none when missing.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date, example = "2026-11-25")]
    pub export_started_on: Option<NaiveDate>,
}

/// The spans in which the clocks of these matches stood or stand.
pub async fn stops(db: &impl ConnectionTrait, of: &[Uuid]) -> anyhow::Result<HashMap<Uuid, Vec<stop::Model>>> {
    let select =
        stop::Entity::find().filter(stop::Column::MatchId.is_in(of.iter().copied())).order_by_asc(stop::Column::Id);
    let mut by_match: HashMap<Uuid, Vec<stop::Model>> = HashMap::new();
    for stop in select.all(db).await.context("cannot read when clocks stand")? {
        by_match.entry(stop.match_id).or_default().push(stop);
    }
    Ok(by_match)
}

/// As it is counted.
pub fn standing(stops: &[stop::Model]) -> Vec<Standing> {
    let span = |stop: &stop::Model| Standing {
        from: stop.stopped_at.date_naive(),
        until: stop.resumed_at.map(|at| at.date_naive()),
    };
    stops.iter().map(span).collect()
}

/// Sets the clocks of a match; answers whether there is one. What is so already is left as it is.
pub async fn set(db: &Db, actor: &Actor, id: Uuid, wanted: &ClockChange, at: DateTime<Utc>) -> anyhow::Result<bool> {
    db.write_send(|transaction| {
        Box::pin(async move {
            // Two who set the same clock wait for one another.
            ChangeNumbers::hold(&transaction).await?;
            if matches::Entity::find_by_id(id).one(&*transaction).await?.is_none() {
                return Ok(false);
            }
            let mut done = set_running(&transaction, actor, id, wanted, at).await?;
            done.extend(set_export(&transaction, id, wanted.export_started_on).await?);
            let entries = done.into_iter().map(|(action, detail)| NewEntry::new(actor, at, action).to(id).with(detail));
            audit::record(&transaction, entries.collect()).await?;
            Ok(true)
        })
    })
    .await
}

type Done = Vec<(Deed, serde_json::Value)>;

async fn set_running(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    wanted: &ClockChange,
    at: DateTime<Utc>,
) -> anyhow::Result<Done> {
    let open = stop::Entity::find()
        .filter(stop::Column::MatchId.eq(id))
        .filter(stop::Column::ResumedAt.is_null())
        .one(transaction)
        .await?;
    let reason = wanted.reason.unwrap_or_default();
    let same = |stop: &stop::Model| stop.reason == reason.as_str() && stop.text == wanted.text;
    let mut done = Done::new();
    if open.as_ref().is_some_and(|stop| wanted.running || !same(stop)) {
        stop::Entity::update_many()
            .col_expr(stop::Column::ResumedAt, Expr::val(at))
            .col_expr(stop::Column::ResumedBy, Expr::val(actor.user_id()))
            .filter(stop::Column::MatchId.eq(id))
            .filter(stop::Column::ResumedAt.is_null())
            .exec(transaction)
            .await?;
        done.push((Deed::ClockResumed, serde_json::Value::Null));
    }
    if !wanted.running && !open.as_ref().is_some_and(same) {
        let row = stop::ActiveModel {
            id: Set(Uuid::now_v7()),
            match_id: Set(id),
            reason: Set(reason.as_str().to_owned()),
            text: Set(wanted.text.clone()),
            stopped_at: Set(at),
            stopped_by: Set(actor.user_id()),
            resumed_at: Set(None),
            resumed_by: Set(None),
        };
        row.insert(transaction).await?;
        done.push((Deed::ClockStopped, json!({ "reason": reason })));
    }
    Ok(done)
}

async fn set_export(transaction: &DatabaseTransaction, id: Uuid, began: Option<NaiveDate>) -> anyhow::Result<Done> {
    let stored = export::Entity::find_by_id(id).one(transaction).await?;
    if stored.as_ref().map(|stored| stored.started_on) == began {
        return Ok(Done::new());
    }
    if stored.is_some() {
        export::Entity::delete_by_id(id).exec(transaction).await?;
    }
    if let Some(started_on) = began {
        export::ActiveModel { match_id: Set(id), started_on: Set(started_on) }.insert(transaction).await?;
    }
    Ok(vec![(Deed::ExportClockSet, json!({ "started_on": began }))])
}
