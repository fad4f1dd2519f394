//! The people of an organisation: listed, let in, given another role, brought back. Leaving is in `departure`.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::actor::{Actor, Role};
use super::departure::end_access;
use super::handover::hand_over;
use super::invitations::is_admin;
use super::letters::{Letter, language_of};
use super::permissions::{Action, Scope, scope};
use super::refusal::{Refusal, Rule};
use super::rows::user;
use crate::audit::{self, Deed, NewEntry};
use crate::config::Settings;
use crate::library::closed_set::closed_set;
use crate::library::store::numbers::ChangeNumbers;

closed_set! {
    /// How a person stands.
    pub enum PersonState {
        #[default]
        Active = "active" [],
        /// Registered under an organisation that is here already, and not let in yet.
        Waiting = "waiting" [],
        Left = "left" [],
    }
}

/// A person as their colleagues and those who run the libraries see them.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PersonView {
    pub id: Uuid,
    #[schema(example = "Amel Ben Salah")]
    pub name: String,
    /// Missing for accounts of programs.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "amel@embassy.example")]
    pub email: Option<String>,
    #[schema(example = "embassy")]
    pub role: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<Uuid>,
    pub state: PersonState,
    pub created_at: DateTime<Utc>,
}

impl From<user::Model> for PersonView {
    fn from(row: user::Model) -> Self {
        let state = match (row.disabled_at, row.waiting_since) {
            (Some(_), _) => PersonState::Left,
            (None, Some(_)) => PersonState::Waiting,
            (None, None) => PersonState::Active,
        };
        Self {
            id: row.id,
            name: row.name,
            email: row.email,
            role: row.role,
            organisation_id: row.organisation_id,
            state,
            created_at: row.created_at,
        }
    }
}

/// Which people; all conditions must hold.
#[derive(Debug, Clone, Copy, Default)]
pub struct PeopleQuery {
    pub organisation: Option<Uuid>,
    pub role: Option<Role>,
    pub state: Option<PersonState>,
    pub after: Option<Uuid>,
    pub limit: u64,
}

/// People the actor may see, in the order in which they came.
pub async fn list(db: &impl ConnectionTrait, actor: &Actor, query: &PeopleQuery) -> Result<Vec<PersonView>, DbErr> {
    use user::Column as C;
    let mut which = Condition::all();
    match (actor.scope(Action::ReadPeople), actor.organisation_id()) {
        (Scope::Any, _) => {}
        (Scope::Own, Some(own)) => which = which.add(C::OrganisationId.eq(own)),
        _ => return Ok(Vec::new()),
    }
    which = which
        .add_option(query.organisation.map(|id| C::OrganisationId.eq(id)))
        .add_option(query.role.map(|role| C::Role.eq(role.as_str())))
        .add_option(query.after.map(|after| C::Id.gt(after)));
    which = match query.state {
        Some(PersonState::Left) => which.add(C::DisabledAt.is_not_null()),
        Some(PersonState::Waiting) => which.add(C::DisabledAt.is_null()).add(C::WaitingSince.is_not_null()),
        Some(PersonState::Active) => which.add(C::DisabledAt.is_null()).add(C::WaitingSince.is_null()),
        None => which,
    };
    let rows = user::Entity::find().filter(which).order_by_asc(C::Id).limit(query.limit).all(db).await?;
    Ok(rows.into_iter().map(PersonView::from).collect())
}

/// One person, if the actor may see them.
pub async fn find(db: &impl ConnectionTrait, actor: &Actor, id: Uuid) -> Result<Option<PersonView>, DbErr> {
    let found = user::Entity::find_by_id(id).one(db).await?;
    Ok(found.filter(|person| actor.may(Action::ReadPeople, person.organisation_id)).map(PersonView::from))
}

/// The person on whom an actor may act: a member on those of their own organisation and role, a steward on everybody
/// but administrators.
pub(super) async fn person_for(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    action: Action,
    id: Uuid,
) -> Result<(user::Model, Role), Refusal> {
    let person = user::Entity::find_by_id(id).one(transaction).await?.ok_or(Refusal::NotFound)?;
    let role: Role = person.role.parse().map_err(anyhow::Error::new)?;
    if !actor.may(action, person.organisation_id) {
        return Err(Refusal::NotFound);
    }
    if let (Scope::Own, Actor::User { role: own, .. }) = (actor.scope(action), actor)
        && *own != role
    {
        return Err(Rule::OtherRole.into());
    }
    if role == Role::Admin && !is_admin(actor) {
        return Err(Rule::OnlyAdmins.into());
    }
    Ok((person, role))
}

/// Refuses when nobody would be left to run the service.
pub(super) async fn not_the_last_admin(transaction: &DatabaseTransaction, id: Uuid, role: Role) -> Result<(), Refusal> {
    use user::Column as C;
    if role != Role::Admin {
        return Ok(());
    }
    let others = C::Role.eq(Role::Admin.as_str()).and(C::DisabledAt.is_null()).and(C::Id.ne(id));
    let others = user::Entity::find().filter(others).count(transaction).await?;
    if others == 0 { Err(Rule::LastAdmin.into()) } else { Ok(()) }
}

/// Lets somebody in who waits.
pub async fn let_in(
    transaction: &DatabaseTransaction,
    settings: &Settings,
    actor: &Actor,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<PersonView, Refusal> {
    ChangeNumbers::hold(transaction).await?;
    let (mut person, _) = person_for(transaction, actor, Action::InvitePeople, id).await?;
    if person.waiting_since.is_none() || person.disabled_at.is_some() {
        return Err(Rule::NotWaiting.into());
    }
    set(transaction, id, user::Column::WaitingSince, Expr::value(None::<DateTime<Utc>>)).await?;
    if let Some(email) = &person.email {
        let letter = Letter {
            key: format!("membership_granted:{id}"),
            to: email,
            lang: &language_of(transaction, &settings.mail, &person).await?,
            template: "membership_granted",
            values: &[("link", "/account".to_owned())],
        };
        letter.post(transaction, &settings.mail, now).await?;
    }
    audit::record(transaction, vec![NewEntry::new(actor, now, Deed::PersonLetIn).to(id)]).await?;
    person.waiting_since = None;
    Ok(person.into())
}

/// Gives the account of somebody who left back. Sessions and tokens of before stay closed.
pub async fn bring_back(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<PersonView, Refusal> {
    ChangeNumbers::hold(transaction).await?;
    let (mut person, _) = person_for(transaction, actor, Action::AppointPeople, id).await?;
    if person.disabled_at.is_none() {
        return Err(Rule::NotLeft.into());
    }
    set(transaction, id, user::Column::DisabledAt, Expr::value(None::<DateTime<Utc>>)).await?;
    audit::record(transaction, vec![NewEntry::new(actor, now, Deed::PersonBroughtBack).to(id)]).await?;
    person.disabled_at = None;
    Ok(person.into())
}

/// Gives a person another role. What was opened with the old one ends: a session of a member lives longer than one of
/// a steward may.
pub async fn appoint(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    role: Role,
    now: DateTime<Utc>,
) -> Result<PersonView, Refusal> {
    ChangeNumbers::hold(transaction).await?;
    let (mut person, before) = person_for(transaction, actor, Action::AppointPeople, id).await?;
    if actor.user_id() == Some(id) {
        return Err(Rule::OwnRole.into());
    }
    if role == Role::Admin && !is_admin(actor) {
        return Err(Rule::OnlyAdmins.into());
    }
    if role == before {
        return Ok(person.into());
    }
    not_the_last_admin(transaction, id, before).await?;
    set(transaction, id, user::Column::Role, Expr::value(role.as_str())).await?;
    end_access(transaction, id, now).await?;
    if scope(Some(role), Action::DecideMatch) == Scope::Never {
        hand_over(transaction, actor, id, None, now).await?;
    }
    let detail = serde_json::json!({ "from": before, "to": role });
    audit::record(transaction, vec![NewEntry::new(actor, now, Deed::RoleChanged).to(id).with(detail)]).await?;
    role.as_str().clone_into(&mut person.role);
    Ok(person.into())
}

async fn set(
    transaction: &DatabaseTransaction,
    id: Uuid,
    column: user::Column,
    value: sea_orm::sea_query::SimpleExpr,
) -> Result<(), DbErr> {
    user::Entity::update_many()
        .col_expr(column, value)
        .filter(user::Column::Id.eq(id))
        .exec(transaction)
        .await
        .map(drop)
}
