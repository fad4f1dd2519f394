//! Organisations: whom records and people belong to.

use std::collections::HashMap;

use anyhow::Context;
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

closed_set! {
    /// Whether the people of an organisation may act. Only those of approved ones may.
    pub enum Standing {
        Pending = "pending" ["待审核"],
        #[default]
        Approved = "approved" ["已批准"],
        Rejected = "rejected" ["已拒绝"],
        Suspended = "suspended" ["已暂停"],
    }
}

impl Standing {
    /// The standing of a stored organisation.
    pub fn of(row: &organisation::Model) -> anyhow::Result<Self> {
        row.status.parse().with_context(|| format!("cannot read the status of organisation {}", row.id))
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
    /// `pending`, `approved`, `rejected` or `suspended`.
    #[schema(example = "approved")]
    pub status: String,
    /// Why it was rejected or suspended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_reason: Option<String>,
    /// Unified social credit code of a firm.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "91110108MA01ABCD5X")]
    pub credit_code: Option<String>,
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
            status: row.status,
            status_reason: row.status_reason,
            credit_code: row.credit_code,
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
    add(transaction, NewOrganisation { name, kind, country: None }, None, now()).await
}

/// An organisation that those who run the service vouch for.
#[derive(Debug, Clone, Copy)]
pub struct NewOrganisation<'a> {
    pub name: &'a str,
    pub kind: OrganisationKind,
    pub country: Option<&'a str>,
}

/// Makes an approved organisation; answers its id.
pub async fn add(
    transaction: &DatabaseTransaction,
    new: NewOrganisation<'_>,
    by: Option<Uuid>,
    at: DateTime<Utc>,
) -> Result<Uuid, DbErr> {
    let row = organisation::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set(new.name.to_owned()),
        names: Set(serde_json::json!({})),
        kind: Set(new.kind.as_str().to_owned()),
        country: Set(new.country.map(str::to_owned)),
        version: Set(1),
        created_at: Set(at),
        updated_at: Set(at),
        status: Set(Standing::Approved.as_str().to_owned()),
        credit_code: Set(None),
        status_reason: Set(None),
        decided_by: Set(by),
        decided_at: Set(by.map(|_| at)),
    };
    Ok(row.insert(transaction).await?.id)
}

/// Whether the people of an organisation may act; those of none may.
pub async fn are_approved(db: &impl ConnectionTrait, id: Option<Uuid>) -> anyhow::Result<bool> {
    let Some(id) = id else { return Ok(true) };
    let row = organisation::Entity::find_by_id(id).one(db).await?;
    row.map_or(Ok(false), |row| Ok(Standing::of(&row)? == Standing::Approved))
}

/// Whether one of these organisations is suspended.
pub async fn any_suspended(db: &impl ConnectionTrait, ids: impl IntoIterator<Item = Uuid>) -> Result<bool, DbErr> {
    let ids: Vec<Uuid> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(false);
    }
    let suspended = organisation::Column::Status.eq(Standing::Suspended.as_str());
    let of_these = organisation::Entity::find().filter(organisation::Column::Id.is_in(ids)).filter(suspended);
    Ok(of_these.one(db).await?.is_some())
}

/// Organisations in the order they were made, after `after`; only those of a standing where one is said.
pub async fn list(
    db: &impl ConnectionTrait,
    standing: Option<Standing>,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<Organisation>, DbErr> {
    let mut select = organisation::Entity::find().order_by_asc(organisation::Column::Id).limit(limit);
    if let Some(standing) = standing {
        select = select.filter(organisation::Column::Status.eq(standing.as_str()));
    }
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

/// The names of some organisations.
pub async fn names(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, DbErr> {
    let found = organisation::Entity::find().filter(organisation::Column::Id.is_in(ids)).all(db).await?;
    Ok(found.into_iter().map(|row| (row.id, row.name)).collect())
}
