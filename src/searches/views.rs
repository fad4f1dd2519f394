//! Views of the brokers' queue that a person has saved: its filters under a name. Everybody has their own.

use anyhow::Context;
use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::error::{Code, Error, Fault, Problem};
use crate::library::{normalise, taxonomy};
use crate::matching::types::MatchState;

/// Views one person may save: more are no tabs any more.
pub const MOST_VIEWS: usize = 20;
/// Longest name, in characters.
pub const LONGEST_NAME: usize = 60;

/// The row of a view.
pub mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "saved_views")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub user_id: Uuid,
        pub name: String,
        /// See [`super::Filters`].
        #[sea_orm(column_type = "JsonBinary")]
        pub filters: Json,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The filters of the queue by their names there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = QueueFilters)]
pub struct Filters {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(example = json!(["agriculture"]))]
    pub field: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(example = json!(["EG"]))]
    pub country: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub language: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub state: Vec<MatchState>,
    /// `me`, `nobody`, or the id of an account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assigned: Option<String>,
}

/// A view of the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = QueueView)]
pub struct View {
    pub id: Uuid,
    #[schema(example = "Egypt, mine")]
    pub name: String,
    pub filters: Filters,
    pub created_at: DateTime<Utc>,
}

impl View {
    fn of(row: row::Model) -> anyhow::Result<Self> {
        let filters = serde_json::from_value(row.filters).context("cannot read a saved view")?;
        Ok(Self { id: row.id, name: row.name, filters, created_at: row.created_at })
    }
}

/// What is to become of a view.
#[derive(Debug, Clone, Default)]
pub struct ViewChange {
    pub name: Option<String>,
    pub filters: Option<Filters>,
}

/// The views a person has saved, in the order they were.
pub async fn list(db: &impl ConnectionTrait, user: Uuid) -> anyhow::Result<Vec<View>> {
    let own = row::Entity::find().filter(row::Column::UserId.eq(user)).order_by_asc(row::Column::Id);
    own.all(db).await.context("cannot list saved views")?.into_iter().map(View::of).collect()
}

/// Saves a view of a person.
pub async fn save_in(
    transaction: &DatabaseTransaction,
    user: Uuid,
    name: &str,
    filters: &Filters,
    now: DateTime<Utc>,
) -> Result<View, Error> {
    let known = list(transaction, user).await?;
    let mut faults: Vec<Fault> = name_fault(name, None, &known).into_iter().collect();
    let filters = checked(transaction, filters, &mut faults).await?;
    refuse(faults)?;
    if known.len() >= MOST_VIEWS {
        let detail = format!("a person has at most {MOST_VIEWS} saved views; remove one first");
        return Err(Problem::new(Code::InvalidState, detail).into());
    }
    let row = row::Model {
        id: Uuid::now_v7(),
        user_id: user,
        name: name.trim().to_owned(),
        filters: serde_json::to_value(&filters).context("cannot write a view")?,
        created_at: now,
    };
    row::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    Ok(View::of(row)?)
}

/// Renames a view of a person, or gives it other filters.
pub async fn change_in(
    transaction: &DatabaseTransaction,
    user: Uuid,
    id: Uuid,
    change: &ViewChange,
) -> Result<View, Error> {
    let known = list(transaction, user).await?;
    let missing = || Problem::new(Code::NotFound, format!("there is no view {id}"));
    let mut view = known.iter().find(|view| view.id == id).cloned().ok_or_else(missing)?;
    let mut faults = Vec::new();
    if let Some(name) = &change.name {
        faults.extend(name_fault(name, Some(id), &known));
        view.name = name.trim().to_owned();
    }
    if let Some(filters) = &change.filters {
        view.filters = checked(transaction, filters, &mut faults).await?;
    }
    refuse(faults)?;
    let row = row::Model {
        id,
        user_id: user,
        name: view.name.clone(),
        filters: serde_json::to_value(&view.filters).context("cannot write a view")?,
        created_at: view.created_at,
    };
    let mut row = row.into_active_model();
    sea_orm::ActiveModelTrait::reset(&mut row, row::Column::Name);
    sea_orm::ActiveModelTrait::reset(&mut row, row::Column::Filters);
    row::Entity::update(row).exec(transaction).await?;
    Ok(view)
}

/// Forgets a view of a person; answers what it was.
pub async fn remove_in(transaction: &DatabaseTransaction, user: Uuid, id: Uuid) -> anyhow::Result<Option<View>> {
    let Some(view) = list(transaction, user).await?.into_iter().find(|view| view.id == id) else { return Ok(None) };
    row::Entity::delete_by_id(id).exec(transaction).await.context("cannot remove a saved view")?;
    Ok(Some(view))
}

fn refuse(faults: Vec<Fault>) -> Result<(), Error> {
    if faults.is_empty() { Ok(()) } else { Err(Problem::from(Code::InvalidFields).with(faults).into()) }
}

fn name_fault(name: &str, own: Option<Uuid>, known: &[View]) -> Option<Fault> {
    let name = name.trim();
    let length = name.chars().count();
    if length == 0 || length > LONGEST_NAME || name.chars().any(char::is_control) {
        let detail = format!("takes 1 to {LONGEST_NAME} characters, in one line");
        return Some(Fault::field("/name", "required", detail));
    }
    let taken = known.iter().any(|view| Some(view.id) != own && view.name.to_lowercase() == name.to_lowercase());
    taken.then(|| Fault::field("/name", "taken", format!("there is a view `{name}` already")))
}

/// The filters with their codes as they are stored; what is wrong with them joins the faults.
async fn checked(db: &impl ConnectionTrait, filters: &Filters, faults: &mut Vec<Fault>) -> anyhow::Result<Filters> {
    let mut filters = filters.clone();
    if filters == Filters::default() {
        faults.push(Fault::field("/filters", "required", "a view narrows the queue by something"));
    }
    let vocabulary = taxonomy::vocabulary(db).await?;
    for (place, field) in filters.field.iter_mut().enumerate() {
        match vocabulary.field(field) {
            Some(code) => *field = code.to_owned(),
            None => {
                let place = format!("/filters/field/{place}");
                faults.push(Fault::field(place, "unknown_field", "is not in /api/v1/taxonomy"));
            }
        }
    }
    for (place, country) in filters.country.iter_mut().enumerate() {
        match vocabulary.country(country) {
            Some(code) => *country = code.into_owned(),
            None => {
                let place = format!("/filters/country/{place}");
                faults.push(Fault::field(place, "unknown_country", "is not in /api/v1/countries"));
            }
        }
    }
    for (place, lang) in filters.language.iter_mut().enumerate() {
        *lang = normalise::language(lang);
        if lang.is_empty() || !lang.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            let place = format!("/filters/language/{place}");
            faults.push(Fault::field(place, "unknown_language", "is no language tag"));
        }
    }
    if let Some(whom) = filters.assigned.as_deref()
        && !matches!(whom, "me" | "nobody")
        && whom.parse::<Uuid>().is_err()
    {
        faults.push(Fault::field("/filters/assigned", "invalid", "takes me, nobody or the id of an account"));
    }
    Ok(filters)
}
