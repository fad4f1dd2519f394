//! Terms: names of one thing in several languages that people of this installation add to the glossary of the program.
//! Brokers propose them, stewards confirm them; from then on they are found in texts as the glossary's own are. Not here:
//! how names are found (`siku_index::analyze::glossary`) and records read again (`matching::naming`).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, Func, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use siku_index::analyze::glossary::{Glossary, Own, plain_name};
use siku_index::analyze::primary;
use utoipa::ToSchema;

use super::closed_set::closed_set;
use super::normalise;
use super::store::StoreError;
use super::store::numbers::ChangeNumbers;
use super::validate::{FieldCode, FieldError, is_language_tag};
use crate::accounts::{Action, Actor, Scope};
use crate::audit::{self, Deed, NewEntry};

/// Longest name, in characters.
pub const LONGEST_NAME: usize = 80;
/// Names of one term, in all languages together.
const MOST_NAMES: usize = 60;
/// Terms of an installation, whatever became of them: places in the glossary are given out once.
const MOST_TERMS: i32 = 20_000;

closed_set! {
    /// What became of a term.
    pub enum TermState {
        #[default]
        Proposed = "proposed" [],
        /// Found in texts.
        InForce = "in_force" [],
        /// Refused, or taken out of use; kept, so that old reasons can still be told.
        Retired = "retired" [],
    }
}

/// The row of a term.
pub mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "terms")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        /// See [`super::Term::names`].
        #[sea_orm(column_type = "JsonBinary")]
        pub names: Json,
        pub state: String,
        pub version: i32,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::Column as C;

/// Names by language, which is a primary tag; the first of each is what the thing is called there.
pub type TermNames = BTreeMap<String, Vec<String>>;

/// One thing with its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Term {
    #[schema(example = 12)]
    pub id: i32,
    /// By language; the first of each is what the thing is called there.
    #[schema(example = json!({"zh": ["滴灌带"], "sw": ["utepe wa matone"]}))]
    pub names: TermNames,
    pub state: TermState,
    /// Counts its changes.
    pub version: i32,
    pub created_at: DateTime<Utc>,
}

impl Term {
    fn of(row: row::Model) -> Result<Self, StoreError> {
        let row::Model { id, names, state, version, created_at } = row;
        let names = serde_json::from_value(names).map_err(|error| DbErr::Json(error.to_string()))?;
        let state = state.parse().map_err(|_| DbErr::Type(format!("`{state}` is no state of a term")))?;
        Ok(Self { id, names, state, version, created_at })
    }

    fn own(&self) -> Own {
        let each = |(lang, names): (&String, &Vec<String>)| -> Vec<(String, String)> {
            names.iter().map(|name| (lang.clone(), name.clone())).collect()
        };
        Own { number: u32::try_from(self.id).unwrap_or_default(), names: self.names.iter().flat_map(each).collect() }
    }
}

/// A term to be added or proposed.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTerm {
    /// By language (a BCP 47 tag, of which the primary language counts); at least two names in all.
    pub names: TermNames,
}

/// What is to change in a term; what is not named stays.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TermChange {
    /// The names of a language anew; null takes them away.
    pub names: BTreeMap<String, Option<Vec<String>>>,
    /// `in_force` confirms a proposal or takes a retired term back into use; `retired` refuses or retires it.
    pub state: Option<TermState>,
}

/// Terms of a state, or all, the newest first: those before term `before`, at most `limit`, and before which the next
/// page begins where there are more.
pub async fn list(
    db: &impl ConnectionTrait,
    state: Option<TermState>,
    before: Option<i32>,
    limit: u64,
) -> Result<(Vec<Term>, Option<i32>), StoreError> {
    let mut select = row::Entity::find().order_by_desc(C::Id).limit(limit.saturating_add(1));
    if let Some(state) = state {
        select = select.filter(C::State.eq(state.as_str()));
    }
    if let Some(before) = before {
        select = select.filter(C::Id.lt(before));
    }
    let mut terms: Vec<Term> = select.all(db).await?.into_iter().map(Term::of).collect::<Result<_, _>>()?;
    let more = terms.len() as u64 > limit;
    if more {
        terms.pop();
    }
    let next = terms.last().filter(|_| more).map(|last| last.id);
    Ok((terms, next))
}

/// How many terms are in a state.
pub async fn count(db: &impl ConnectionTrait, state: TermState) -> Result<u64, DbErr> {
    row::Entity::find().filter(C::State.eq(state.as_str())).count(db).await
}

/// One term.
pub async fn find(db: &impl ConnectionTrait, id: i32) -> Result<Option<Term>, StoreError> {
    row::Entity::find_by_id(id).one(db).await?.map(Term::of).transpose()
}

/// Rises with every change of what is in force, and with every refusal; 0 where nothing was decided yet.
pub async fn revision(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    // Versions count from one, and what was confirmed is never a proposal again: the sum never falls.
    let select = Query::select()
        .expr_as(Func::cast_as(Func::sum(Expr::col(C::Version)), "bigint"), "revision")
        .from(row::Entity)
        .and_where(C::State.ne(TermState::Proposed.as_str()))
        .take();
    let row = db.query_one(&select).await?;
    let sum: Option<i64> = row.map(|row| row.try_get("", "revision")).transpose()?.flatten();
    Ok(sum.and_then(|sum| u64::try_from(sum).ok()).unwrap_or(0))
}

/// The terms in force, as the glossary takes them.
pub async fn in_force(db: &impl ConnectionTrait) -> Result<Vec<Own>, StoreError> {
    let rows = row::Entity::find().filter(C::State.eq(TermState::InForce.as_str())).order_by_asc(C::Id);
    rows.all(db).await?.into_iter().map(|row| Ok(Term::of(row)?.own())).collect()
}

/// What every thing that a term ever stood for is called, by its token in the glossary.
pub async fn called(db: &impl ConnectionTrait) -> Result<Vec<(String, BTreeMap<String, String>)>, StoreError> {
    let known = row::Entity::find().filter(C::State.ne(TermState::Proposed.as_str())).all(db).await?;
    let called = |row| {
        let term = Term::of(row)?;
        let first = term.names.iter().filter_map(|(lang, names)| Some((lang.clone(), names.first()?.clone())));
        Ok((Own::token(term.own().number), first.collect()))
    };
    known.into_iter().map(called).collect()
}

fn refuse_others(actor: &Actor, action: Action) -> Result<(), StoreError> {
    if actor.scope(action) == Scope::Never { Err(StoreError::Forbidden) } else { Ok(()) }
}

/// Adds a term: in force at once where a steward does, else as a proposal.
pub async fn add_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    new: &NewTerm,
    now: DateTime<Utc>,
) -> Result<Term, StoreError> {
    refuse_others(actor, Action::ProposeTerm)?;
    // Two who add at once wait for one another, so that no name comes in twice.
    ChangeNumbers::hold(transaction).await?;
    let last: Option<i32> =
        row::Entity::find().select_only().column(C::Id).order_by_desc(C::Id).into_tuple().one(transaction).await?;
    let id = last.unwrap_or_default() + 1;
    if id > MOST_TERMS {
        return Err(StoreError::State(format!("there are {MOST_TERMS} terms, and no room for more")));
    }
    let names = checked(transaction, id, &new.names).await?;
    let confirms = actor.scope(Action::KeepTaxonomy) != Scope::Never;
    let (state, deed) =
        if confirms { (TermState::InForce, Deed::TermAdded) } else { (TermState::Proposed, Deed::TermProposed) };
    let row = row::Model { id, names: json!(names), state: state.as_str().to_owned(), version: 1, created_at: now };
    row::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    let detail = json!({ "term": id, "names": names });
    audit::record(transaction, vec![NewEntry::new(actor, now, deed).with(detail)]).await?;
    Ok(Term { id, names, state, version: 1, created_at: now })
}

/// Changes names, confirms, refuses, retires or takes back into use. What changes nothing leaves no version.
pub async fn change_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: i32,
    if_match: Option<i32>,
    change: &TermChange,
    now: DateTime<Utc>,
) -> Result<Term, StoreError> {
    refuse_others(actor, Action::KeepTaxonomy)?;
    ChangeNumbers::hold(transaction).await?;
    let before = find(transaction, id).await?.ok_or(StoreError::NotFound)?;
    if if_match.is_some_and(|version| version != before.version) {
        return Err(StoreError::Stale { current: before.version });
    }
    let state = change.state.unwrap_or(before.state);
    if state == TermState::Proposed && before.state != TermState::Proposed {
        let detail = "what was decided on is no proposal again";
        return Err(StoreError::Invalid(vec![fault("/state", FieldCode::Invalid, detail)]));
    }
    let mut names = before.names.clone();
    for (lang, of_it) in &change.names {
        match of_it {
            Some(of_it) => names.insert(lang.clone(), of_it.clone()),
            None => names.remove(lang),
        };
    }
    // What goes out of use may be in the way of nothing.
    let names = if state == TermState::Retired && change.names.is_empty() {
        names
    } else {
        checked(transaction, id, &names).await?
    };
    if names == before.names && state == before.state {
        return Ok(before);
    }
    let after = Term { names, state, version: before.version + 1, ..before.clone() };
    let row = row::Model {
        id,
        names: json!(after.names),
        state: state.as_str().to_owned(),
        version: after.version,
        created_at: after.created_at,
    };
    let mut row = row.into_active_model();
    for column in [C::Names, C::State, C::Version] {
        row.reset(column);
    }
    row::Entity::update(row).exec(transaction).await?;
    let deed = match (before.state, state) {
        (TermState::Proposed, TermState::InForce) => Deed::TermConfirmed,
        (TermState::InForce | TermState::Proposed, TermState::Retired) => Deed::TermRetired,
        (TermState::Retired, TermState::InForce) => Deed::TermRestored,
        _ => Deed::TermChanged,
    };
    let detail = json!({ "term": id, "version": after.version, "names": [before.names, after.names] });
    audit::record(transaction, vec![NewEntry::new(actor, now, deed).with(detail)]).await?;
    Ok(after)
}

fn fault(pointer: impl Into<String>, code: FieldCode, detail: impl Into<String>) -> FieldError {
    FieldError { pointer: pointer.into(), code, detail: detail.into() }
}

/// The names as they are stored, each once, by primary language; or everything that is wrong with them.
async fn checked(db: &impl ConnectionTrait, id: i32, names: &TermNames) -> Result<TermNames, StoreError> {
    let of_others = of_others(db, id).await?;
    let glossary = Glossary::shipped();
    let mut faults = Vec::new();
    let mut kept = TermNames::new();
    // What the glossary takes the term for, and by which name.
    let mut thing: Option<(&str, String)> = None;
    let mut is_new = false;
    for (tag, of_it) in names {
        let lang = primary(tag);
        if !is_language_tag(&normalise::language(tag)) {
            let detail = format!("`{tag}` is not a language tag (BCP 47), like zh or sw");
            faults.push(fault(
                format!("/names/{}", tag.replace('~', "~0").replace('/', "~1")),
                FieldCode::UnknownLanguage,
                detail,
            ));
            continue;
        }
        for (position, name) in of_it.iter().enumerate() {
            let place = format!("/names/{tag}/{position}");
            let mut name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            normalise::text(&mut name);
            let plain = plain_name(&lang, &name);
            if name.chars().count() > LONGEST_NAME {
                faults.push(fault(place, FieldCode::TooLong, format!("has more than {LONGEST_NAME} characters")));
                continue;
            }
            if plain.is_empty() {
                faults.push(fault(place, FieldCode::Required, "has no word that could be found in a text"));
                continue;
            }
            if let Some(other) = of_others.get(&(lang.clone(), plain.clone())) {
                faults.push(fault(place, FieldCode::Locked, format!("is a name of term {other}")));
                continue;
            }
            match (glossary.thing_named(&lang, &name), &thing) {
                (Some(this), Some((other, by))) if this != *other => {
                    let detail = format!(
                        "is `{}`, while `{by}` is `{}`: two things",
                        this.trim_start_matches('='),
                        other.trim_start_matches('=')
                    );
                    faults.push(fault(place, FieldCode::Invalid, detail));
                    continue;
                }
                (Some(this), _) => thing = Some((this, name.clone())),
                (None, _) => is_new = true,
            }
            let of_language: &mut Vec<String> = kept.entry(lang.clone()).or_default();
            if !of_language.iter().any(|known| plain_name(&lang, known) == plain) {
                of_language.push(name);
            }
        }
    }
    let count: usize = kept.values().map(Vec::len).sum();
    if faults.is_empty() {
        if count < 2 {
            faults.push(fault("/names", FieldCode::Required, "at least two names of the thing are needed"));
        } else if count > MOST_NAMES {
            faults.push(fault("/names", FieldCode::TooMany, format!("are more than {MOST_NAMES}")));
        } else if !is_new {
            let detail = "are all known already as names of one thing";
            faults.push(fault("/names", FieldCode::Invalid, detail));
        }
    }
    if faults.is_empty() { Ok(kept) } else { Err(StoreError::Invalid(faults)) }
}

/// Names of the other terms that are in force or proposed, by language, as they are compared.
async fn of_others(db: &impl ConnectionTrait, id: i32) -> Result<BTreeMap<(String, String), i32>, StoreError> {
    let others = row::Entity::find().filter(C::State.ne(TermState::Retired.as_str())).filter(C::Id.ne(id));
    let mut names = BTreeMap::new();
    for row in others.all(db).await? {
        let term = Term::of(row)?;
        for (lang, name) in term.own().names {
            names.insert((lang.clone(), plain_name(&lang, &name)), term.id);
        }
    }
    Ok(names)
}
