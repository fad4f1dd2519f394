//! Saved searches: somebody is told of every newly published record that fits, once per search and record.

pub mod alert;
pub mod rows;
pub mod views;

use anyhow::Context;
use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::error::Fault;
use crate::library::store::ListQuery;
use crate::library::{LibraryKind, Status, normalise, taxonomy};
use crate::notices::Delivery;

/// Searches one person may save.
pub const MOST_SEARCHES: usize = 100;
const LONGEST_NAME: usize = 100;

/// What is looked for: the filters of a library's list by their names there. Values of one filter are alternatives,
/// different filters must all hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Wanted {
    /// Words to search for, in any language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(example = json!(["agriculture"]))]
    pub field: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub country: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub target_country: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mode: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kind: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub service: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lang: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keyword: Vec<String>,
}

impl Wanted {
    /// The list that has this record in it when it fits, and nothing else.
    fn only(&self, id: Uuid) -> ListQuery {
        let Self { q: _, field, country, target_country, mode, kind, service, lang, keyword } = self.clone();
        ListQuery {
            ids: Some(vec![id]),
            status: Some(Status::Published),
            field,
            country,
            target_country,
            mode,
            kind,
            service,
            lang,
            keyword,
            ..ListQuery::default()
        }
    }
}

/// A saved search.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Search {
    pub id: Uuid,
    #[schema(example = "Drip irrigation for Egypt")]
    pub name: String,
    pub library: LibraryKind,
    pub query: Wanted,
    /// By mail at once, in the daily digest, or in the service only.
    pub delivery: Delivery,
    pub created_at: DateTime<Utc>,
}

impl Search {
    fn of(row: rows::Model) -> anyhow::Result<Self> {
        Ok(Self {
            id: row.id,
            name: row.name,
            library: row.library.parse()?,
            query: serde_json::from_value(row.query).context("cannot read a saved search")?,
            delivery: row.delivery.parse()?,
            created_at: row.created_at,
        })
    }
}

/// What is looked for with its codes as they are stored, and what is wrong with it or with the name of the search.
///
/// # Errors
/// The database failed.
pub async fn checked(db: &impl ConnectionTrait, name: &str, wanted: &Wanted) -> anyhow::Result<(Wanted, Vec<Fault>)> {
    let mut faults = Vec::new();
    let length = name.trim().chars().count();
    if length == 0 || length > LONGEST_NAME {
        faults.push(Fault::field("/name", "required", format!("takes 1 to {LONGEST_NAME} characters")));
    }
    let mut query = wanted.clone();
    query.q = query.q.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty());
    if query == Wanted::default() {
        faults.push(Fault::field("/query", "required", "a search looks for something"));
    }
    let vocabulary = taxonomy::vocabulary(db).await?;
    for (place, field) in query.field.iter_mut().enumerate() {
        match vocabulary.field(field) {
            Some(code) => *field = code.to_owned(),
            None => faults.push(Fault::field(
                format!("/query/field/{place}"),
                "unknown_field",
                "is not in /api/v1/taxonomy",
            )),
        }
    }
    for (name, countries) in [("country", &mut query.country), ("target_country", &mut query.target_country)] {
        for (place, country) in countries.iter_mut().enumerate() {
            match vocabulary.country(country) {
                Some(code) => *country = code.into_owned(),
                None => {
                    let place = format!("/query/{name}/{place}");
                    faults.push(Fault::field(place, "unknown_country", "is not in /api/v1/countries"));
                }
            }
        }
    }
    query.lang.iter_mut().for_each(|lang| *lang = normalise::language(lang));
    Ok((query, faults))
}

/// The searches a person has saved, the newest first.
///
/// # Errors
/// The database failed.
pub async fn list(db: &impl ConnectionTrait, user: Uuid) -> anyhow::Result<Vec<Search>> {
    let own = rows::Entity::find().filter(rows::Column::UserId.eq(user)).order_by_desc(rows::Column::Id);
    own.all(db).await.context("cannot list saved searches")?.into_iter().map(Search::of).collect()
}

/// Whether anybody has saved a search of a library. Most of the time nobody has, and nothing follows from publishing.
///
/// # Errors
/// The database failed.
pub async fn any_of(db: &impl ConnectionTrait, library: LibraryKind) -> Result<bool, DbErr> {
    let one = rows::Entity::find().filter(rows::Column::Library.eq(library.as_str())).limit(1).one(db);
    Ok(one.await?.is_some())
}

/// Saves a search of a person.
///
/// # Errors
/// The database failed.
pub async fn save_in(transaction: &DatabaseTransaction, user: Uuid, search: Search) -> anyhow::Result<Search> {
    let row = rows::Model {
        id: search.id,
        user_id: user,
        name: search.name,
        library: search.library.as_str().to_owned(),
        query: serde_json::to_value(&search.query)?,
        delivery: search.delivery.as_str().to_owned(),
        created_at: search.created_at,
    };
    rows::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    Search::of(row)
}

/// Forgets a search of a person; answers whether there was one.
///
/// # Errors
/// The database failed.
pub async fn remove_in(transaction: &DatabaseTransaction, user: Uuid, id: Uuid) -> anyhow::Result<bool> {
    let own = rows::Entity::delete_many().filter(rows::Column::UserId.eq(user)).filter(rows::Column::Id.eq(id));
    Ok(own.exec(transaction).await.context("cannot remove a saved search")?.rows_affected > 0)
}
