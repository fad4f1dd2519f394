//! The taxonomy as stewards keep it: labels in seven languages, fields added below those of the first level, fields
//! retired. A retired field stays on the records that have it; new ones cannot choose it. Not here: what is checked
//! against the taxonomy ([`super::taxonomy::vocabulary`]) and what it begins with (`seeds`).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, QueryOrder,
    QuerySelect,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::store::StoreError;
use super::store::rows::code as record_code;
use super::taxonomy::{Labels, field};
use super::validate::{FieldCode, FieldError};
use super::{CodeKind, normalise};
use crate::accounts::{Action, Actor, Scope};
use crate::audit::{self, Deed, NewEntry};

/// Longest label, in characters.
pub const LONGEST_LABEL: usize = 120;
/// Longest code, in characters.
const LONGEST_CODE: usize = 64;

/// A field of the taxonomy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = TaxonomyField)]
pub struct Field {
    /// The code, which never changes.
    #[schema(example = "ict.ai")]
    pub code: String,
    /// The field above.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "ict")]
    pub parent: Option<String>,
    /// What it is called; empty where nobody has said it yet.
    pub labels: Labels,
    /// Counts its changes.
    pub version: i32,
    /// Since when new records cannot choose it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retired_at: Option<DateTime<Utc>>,
    /// What is to be chosen instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "ict.data")]
    pub replacement: Option<String>,
}

impl From<field::Model> for Field {
    fn from(row: field::Model) -> Self {
        Self {
            code: row.code.clone(),
            parent: row.parent.clone(),
            version: row.version,
            retired_at: row.retired_at,
            replacement: row.replacement.clone(),
            labels: row.into(),
        }
    }
}

impl Field {
    /// The languages that lack a label.
    pub fn missing(&self) -> Vec<&'static str> {
        self.labels.each().into_iter().filter(|(_, label)| label.is_empty()).map(|(lang, _)| lang).collect()
    }
}

/// A field to be added.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewField {
    /// The code of the field above, a point, and a name of small letters, digits and `_`.
    #[schema(example = "ict.quantum", max_length = 64)]
    pub code: String,
    /// In Chinese or English at least.
    pub labels: Labels,
}

/// What is to change in a field; what is not named stays.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FieldChange {
    /// Labels by language; null takes one away.
    pub labels: BTreeMap<String, Option<String>>,
    /// Whether new records can choose it no more.
    pub retired: Option<bool>,
    /// What is to be chosen instead of a retired field; null takes it away.
    #[serde(deserialize_with = "super::parse::named")]
    #[schema(value_type = Option<String>)]
    pub replacement: Option<Option<String>>,
}

/// Every field, in the order of the taxonomy.
pub async fn list(db: &impl ConnectionTrait) -> Result<Vec<Field>, DbErr> {
    let rows = field::Entity::find().order_by_asc(field::Column::Position).all(db).await?;
    Ok(rows.into_iter().map(Field::from).collect())
}

/// One field.
pub async fn find(db: &impl ConnectionTrait, code: &str) -> Result<Option<Field>, StoreError> {
    // What PostgreSQL cannot even compare is no code.
    if code.contains('\0') {
        return Ok(None);
    }
    Ok(field::Entity::find_by_id(code).one(db).await?.map(Field::from))
}

/// How many records of all libraries have a field.
pub async fn records_of(db: &impl ConnectionTrait, code: &str) -> Result<u64, StoreError> {
    use record_code::Column as C;
    let select = Query::select()
        .expr_as(Func::count(Expr::col(C::RecordId)), "records")
        .from(record_code::Entity)
        .and_where(Expr::col(C::Kind).eq(CodeKind::Field.as_str()))
        .and_where(Expr::col(C::Code).eq(code))
        .take();
    let row = db.query_one(&select).await?;
    let records: i64 = row.map(|row| row.try_get("", "records")).transpose()?.unwrap_or_default();
    Ok(u64::try_from(records).unwrap_or(0))
}

fn refuse_others(actor: &Actor) -> Result<(), StoreError> {
    if actor.scope(Action::KeepTaxonomy) == Scope::Never { Err(StoreError::Forbidden) } else { Ok(()) }
}

fn fault(pointer: impl Into<String>, code: FieldCode, detail: impl Into<String>) -> FieldError {
    FieldError { pointer: pointer.into(), code, detail: detail.into() }
}

/// Adds a field below one of the first level.
pub async fn add_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    new: &NewField,
    now: DateTime<Utc>,
) -> Result<Field, StoreError> {
    refuse_others(actor)?;
    let others = field::Entity::find().order_by_asc(field::Column::Position).all(transaction).await?;
    let mut faults = Vec::new();
    let (parent, name) = new.code.split_once('.').unwrap_or((new.code.as_str(), ""));
    let is_name = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    let above = others.iter().any(|other| other.code == parent && other.parent.is_none());
    if !above {
        faults.push(fault("/code", FieldCode::UnknownField, format!("`{parent}` is not a field of the first level")));
    } else if !is_name {
        let detail = format!("after `{parent}.` comes a name of small letters, digits and _, a letter first");
        faults.push(fault("/code", FieldCode::Invalid, detail));
    } else if new.code.len() > LONGEST_CODE {
        faults.push(fault("/code", FieldCode::TooLong, format!("has more than {LONGEST_CODE} characters")));
    } else if others.iter().any(|other| other.code == new.code) {
        faults.push(fault("/code", FieldCode::Invalid, format!("`{}` is taken", new.code)));
    }
    let mut row = field::Model {
        code: new.code.clone(),
        position: others.last().map_or(0, |last| last.position + 1),
        parent: Some(parent.to_owned()),
        synonyms_zh: json!([]),
        synonyms_en: json!([]),
        version: 1,
        retired_at: None,
        replacement: None,
        zh: String::new(),
        en: String::new(),
        fr: String::new(),
        ru: String::new(),
        ar: String::new(),
        es: String::new(),
        pt: String::new(),
    };
    for (lang, label) in new.labels.each() {
        if let Err(fault) = put_label(&mut row, lang, label, &others) {
            faults.push(fault);
        }
    }
    if faults.is_empty() {
        faults.extend(unnamed(&row));
    }
    if !faults.is_empty() {
        return Err(StoreError::Invalid(faults));
    }
    field::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    let added = Field::from(row);
    let detail = json!({ "code": added.code, "labels": added.labels });
    audit::record(transaction, vec![NewEntry::new(actor, now, Deed::FieldAdded).with(detail)]).await?;
    Ok(added)
}

/// Changes labels, retires a field or takes it back into use. What changes nothing leaves no version.
pub async fn change_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    code: &str,
    if_match: Option<i32>,
    change: &FieldChange,
    now: DateTime<Utc>,
) -> Result<Field, StoreError> {
    refuse_others(actor)?;
    // Held until the end, so that a field is not retired twice at once with one replacing the other.
    let others = field::Entity::find().lock_exclusive().all(transaction).await?;
    let before = others.iter().find(|row| row.code == code).cloned().ok_or(StoreError::NotFound)?;
    if if_match.is_some_and(|version| version != before.version) {
        return Err(StoreError::Stale { current: before.version });
    }
    let mut after = before.clone();
    let mut faults = Vec::new();
    for (lang, label) in &change.labels {
        if let Err(fault) = put_label(&mut after, lang, label.as_deref().unwrap_or_default(), &others) {
            faults.push(fault);
        }
    }
    faults.extend(unnamed(&after));
    match change.retired {
        Some(true) => after.retired_at = before.retired_at.or(Some(now)),
        Some(false) => (after.retired_at, after.replacement) = (None, None),
        None => {}
    }
    if let Some(replacement) = &change.replacement {
        after.replacement.clone_from(replacement);
    }
    faults.extend(retirement_faults(&before, &after, &others));
    if !faults.is_empty() {
        return Err(StoreError::Invalid(faults));
    }
    if after == before {
        return Ok(before.into());
    }
    after.version += 1;
    let mut row = after.clone().into_active_model();
    for column in [field::Column::Version, field::Column::RetiredAt, field::Column::Replacement] {
        row.reset(column);
    }
    for column in LABELS {
        row.reset(column);
    }
    field::Entity::update(row).exec(transaction).await?;
    write_down(transaction, actor, &before, &after, now).await?;
    Ok(after.into())
}

const LABELS: [field::Column; 7] = [
    field::Column::Zh,
    field::Column::En,
    field::Column::Fr,
    field::Column::Ru,
    field::Column::Ar,
    field::Column::Es,
    field::Column::Pt,
];

/// Puts a label into a field, if it can be one.
fn put_label(row: &mut field::Model, lang: &str, label: &str, others: &[field::Model]) -> Result<(), FieldError> {
    let place = format!("/labels/{lang}");
    let mut label = label.trim().to_owned();
    normalise::text(&mut label);
    let code = row.code.clone();
    let slot = match lang {
        "zh" => &mut row.zh,
        "en" => &mut row.en,
        "fr" => &mut row.fr,
        "ru" => &mut row.ru,
        "ar" => &mut row.ar,
        "es" => &mut row.es,
        "pt" => &mut row.pt,
        _ => return Err(fault(place, FieldCode::UnknownLanguage, "labels are in zh, en, fr, ru, ar, es and pt")),
    };
    if *slot == label {
        return Ok(());
    }
    if label.chars().count() > LONGEST_LABEL {
        return Err(fault(place, FieldCode::TooLong, format!("has more than {LONGEST_LABEL} characters")));
    }
    if label.chars().any(char::is_control) {
        return Err(fault(place, FieldCode::Invalid, "is more than one line"));
    }
    let named = |other: &&field::Model| {
        let labels = Labels::from((*other).clone());
        let same =
            labels.each().into_iter().any(|(known, own)| known == lang && own.to_lowercase() == label.to_lowercase());
        other.code != code && other.retired_at.is_none() && same
    };
    if let Some(other) = others.iter().find(named).filter(|_| !label.is_empty()) {
        return Err(fault(place, FieldCode::Invalid, format!("is what `{}` is called", other.code)));
    }
    *slot = label;
    Ok(())
}

/// Other languages fall back on English and Chinese, so one of the two is needed.
fn unnamed(row: &field::Model) -> Option<FieldError> {
    let detail = "a label in Chinese or English is needed";
    (row.zh.is_empty() && row.en.is_empty()).then(|| fault("/labels/en", FieldCode::Required, detail))
}

/// What speaks against how a field is retired.
fn retirement_faults(before: &field::Model, after: &field::Model, others: &[field::Model]) -> Option<FieldError> {
    let is_retired = after.retired_at.is_some();
    if is_retired && after.parent.is_none() {
        return Some(fault("/retired", FieldCode::Locked, "a field of the first level stays"));
    }
    if is_retired
        && before.retired_at.is_none()
        && let Some(other) = others.iter().find(|other| other.replacement.as_deref() == Some(&after.code))
    {
        let detail = format!("is what replaces `{}`; let that be replaced by another first", other.code);
        return Some(fault("/retired", FieldCode::Locked, detail));
    }
    let replacement = after.replacement.as_deref().filter(|_| after.replacement != before.replacement)?;
    if !is_retired {
        return Some(fault("/replacement", FieldCode::Invalid, "only a retired field is replaced"));
    }
    let in_use =
        others.iter().any(|other| other.code == replacement && other.code != after.code && other.retired_at.is_none());
    (!in_use)
        .then(|| fault("/replacement", FieldCode::UnknownField, format!("`{replacement}` is no other field in use")))
}

async fn write_down(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    before: &field::Model,
    after: &field::Model,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let action = match (before.retired_at, after.retired_at) {
        (None, Some(_)) => Deed::FieldRetired,
        (Some(_), None) => Deed::FieldRestored,
        _ => Deed::FieldChanged,
    };
    let (old, new) = (Labels::from(before.clone()), Labels::from(after.clone()));
    let labels: BTreeMap<&str, [&str; 2]> = old
        .each()
        .into_iter()
        .zip(new.each())
        .filter(|(old, new)| old != new)
        .map(|((lang, old), (_, new))| (lang, [old, new]))
        .collect();
    let detail = json!({ "code": after.code, "version": after.version, "labels": labels,
        "replacement": [before.replacement, after.replacement] });
    audit::record(transaction, vec![NewEntry::new(actor, now, action).with(detail)]).await
}
