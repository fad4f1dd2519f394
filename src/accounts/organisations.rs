//! Organisations: whom records and people belong to.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::actor::Role;
use super::rows::organisation;
use crate::library::closed_set::closed_set;
use crate::library::store::now;

closed_set! {
    /// What kind of organisation it is.
    pub enum OrganisationKind {
        Firm = "firm" ["企业", "公司"],
        Embassy = "embassy" ["使馆", "大使馆"],
        Chamber = "chamber" ["商会"],
        Ministry = "ministry" ["部委", "政府部门"],
        Broker = "broker" ["技术经理人", "中介机构"],
        Operator = "operator" ["运营方"],
        #[default]
        Other = "other" ["其他"],
    }
}

impl OrganisationKind {
    /// The kind people of a role usually come from.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Firm => Self::Firm,
            Role::Embassy => Self::Embassy,
            Role::Broker => Self::Broker,
            Role::Steward | Role::Admin => Self::Operator,
        }
    }
}

/// An organisation as the API shows it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Organisation {
    pub id: Uuid,
    #[schema(example = "Ambassade de Tunisie")]
    pub name: String,
    /// The name by language.
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    pub names: serde_json::Value,
    #[schema(example = "embassy")]
    pub kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "TN")]
    pub country: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

impl From<organisation::Model> for Organisation {
    fn from(row: organisation::Model) -> Self {
        Self {
            id: row.id,
            name: row.name,
            names: row.names,
            kind: row.kind,
            country: row.country,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

/// The organisation of this name, made when there is none.
pub async fn named(transaction: &DatabaseTransaction, name: &str, kind: OrganisationKind) -> Result<Uuid, DbErr> {
    let known = organisation::Entity::find()
        .filter(organisation::Column::Name.eq(name))
        .order_by_asc(organisation::Column::Id)
        .one(transaction)
        .await?;
    if let Some(known) = known {
        return Ok(known.id);
    }
    let at = now();
    let row = organisation::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set(name.to_owned()),
        names: Set(serde_json::json!({})),
        kind: Set(kind.as_str().to_owned()),
        country: Set(None),
        version: Set(1),
        created_at: Set(at),
        updated_at: Set(at),
    };
    Ok(row.insert(transaction).await?.id)
}

/// Organisations in the order they were made, after `after`.
pub async fn list(db: &impl ConnectionTrait, after: Option<Uuid>, limit: u64) -> Result<Vec<Organisation>, DbErr> {
    let mut select = organisation::Entity::find().order_by_asc(organisation::Column::Id).limit(limit);
    if let Some(after) = after {
        select = select.filter(organisation::Column::Id.gt(after));
    }
    Ok(select.all(db).await?.into_iter().map(Organisation::from).collect())
}

/// What an organisation is called, in any language; nothing where there is none.
pub async fn names_of(db: &impl ConnectionTrait, id: Option<Uuid>) -> Result<Vec<String>, DbErr> {
    let Some(id) = id else { return Ok(Vec::new()) };
    let row = organisation::Entity::find_by_id(id).one(db).await?;
    Ok(row.map_or_else(Vec::new, |row| {
        let others = row.names.as_object().into_iter().flatten().filter_map(|(_, name)| name.as_str());
        others.map(str::to_owned).chain([row.name.clone()]).collect()
    }))
}
