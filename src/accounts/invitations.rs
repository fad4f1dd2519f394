//! Invitations: how everybody but firms gets in, and how members bring their colleagues. The link is in the mail alone;
//! it works once, ends by itself, and can be taken back.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::actor::{Actor, Role};
use super::entry_rows::invitation;
use super::letters::{Letter, language};
use super::new_person;
use super::organisations::{self, OrganisationKind, Standing};
use super::password;
use super::permissions::{Action, Scope};
use super::refusal::{Refusal, Rule, Wrong};
use super::rows::{organisation, user};
use super::secrets::Secret;
use super::users::{self, Person};
use crate::audit::{self, Deed, NewEntry};
use crate::config::Settings;
use crate::db::Db;
use crate::library::closed_set::closed_set;
use crate::library::store::numbers::ChangeNumbers;
use crate::library::taxonomy;
use crate::notices;

closed_set! {
    /// How an invitation stands.
    pub enum InvitationState {
        #[default]
        Open = "open" [],
        Used = "used" [],
        Revoked = "revoked" [],
        Expired = "expired" [],
    }
}

/// Whom to invite.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    #[schema(example = "attache@embassy.example", max_length = 254)]
    pub email: String,
    /// The role they get; of members, their own when missing. A steward invites no administrator.
    pub role: Option<Role>,
    /// The organisation they come into; of members, their own when missing.
    pub organisation_id: Option<Uuid>,
    /// An organisation by its name instead, made when there is none of this name and kind.
    pub organisation: Option<InvitedOrganisation>,
    /// Language of the mail, one of zh, en, fr, ru, ar, es, pt; the service's usual one when missing.
    #[schema(example = "fr")]
    pub lang: Option<String>,
}

/// An organisation that is invited.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvitedOrganisation {
    #[schema(example = "Ambassade de Tunisie", min_length = 1, max_length = 200)]
    pub name: String,
    /// What kind it is; the usual one of the role when missing.
    pub kind: Option<OrganisationKind>,
    /// ISO 3166-1 alpha-2.
    #[schema(example = "TN")]
    pub country: Option<String>,
}

/// An invitation as those who may see it see it. The link is in the mail alone.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Invitation {
    pub id: Uuid,
    #[schema(example = "attache@embassy.example")]
    pub email: String,
    #[schema(example = "embassy")]
    pub role: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invited_by: Option<Uuid>,
    pub state: InvitationState,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

impl Invitation {
    fn of(row: invitation::Model, now: DateTime<Utc>) -> Self {
        let state = match (row.used_at, row.revoked_at) {
            (Some(_), _) => InvitationState::Used,
            (None, Some(_)) => InvitationState::Revoked,
            (None, None) if row.expires_at <= now => InvitationState::Expired,
            (None, None) => InvitationState::Open,
        };
        Self {
            id: row.id,
            email: row.email,
            role: row.role,
            organisation_id: row.organisation_id,
            invited_by: row.invited_by,
            state,
            created_at: row.created_at,
            expires_at: row.expires_at,
        }
    }
}

/// Invites somebody: into one's own organisation and role as a member, into any as a steward or administrator.
pub async fn invite(
    transaction: &DatabaseTransaction,
    settings: &Settings,
    actor: &Actor,
    new: &NewInvitation,
    now: DateTime<Utc>,
) -> Result<Invitation, Refusal> {
    let mut faults = Vec::new();
    let email = new_person::email(&new.email, &mut faults);
    let lang = language(new.lang.as_deref().unwrap_or(&settings.mail.lang)).map(str::to_owned);
    let lang = lang.unwrap_or_else(|wrong| {
        faults.push(wrong);
        String::new()
    });
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let secret = Secret::generate()?;
    ChangeNumbers::hold(transaction).await?;
    let (role, organisation_id) = place(transaction, actor, new, now).await?;
    let row = invitation::ActiveModel {
        id: Set(Uuid::now_v7()),
        token_hash: Set(secret.hash()),
        email: Set(email),
        organisation_id: Set(organisation_id),
        role: Set(role.as_str().to_owned()),
        invited_by: Set(actor.user_id()),
        created_at: Set(now),
        expires_at: Set(now + TimeDelta::days(settings.accounts.invitation_days.into())),
        used_at: Set(None),
        used_by: Set(None),
        revoked_at: Set(None),
        lang: Set(Some(lang.clone())),
    };
    let stored = row.insert(transaction).await?;
    let letter = Letter {
        key: format!("invitation:{}", stored.id),
        to: &stored.email,
        lang: &lang,
        template: "invitation",
        values: &[("link", format!("/invitations/{}", secret.reveal()))],
    };
    letter.post(transaction, &settings.mail, now).await?;
    let detail = serde_json::json!({ "role": role, "organisation": organisation_id });
    let entry = NewEntry::new(actor, now, Deed::PersonInvited).to(stored.id).with(detail);
    audit::record(transaction, vec![entry]).await?;
    Ok(Invitation::of(stored, now))
}

/// The role and organisation an invitation leads to, as far as the actor may give them.
async fn place(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    new: &NewInvitation,
    now: DateTime<Utc>,
) -> Result<(Role, Option<Uuid>), Refusal> {
    if let (Scope::Own, Actor::User { organisation_id: Some(own), role, .. }) =
        (actor.scope(Action::InvitePeople), actor)
    {
        let same = new.role.is_none_or(|asked| asked == *role)
            && new.organisation_id.is_none_or(|asked| asked == *own)
            && new.organisation.is_none();
        return if same { Ok((*role, Some(*own))) } else { Err(Rule::OtherRole.into()) };
    }
    if actor.scope(Action::InvitePeople) != Scope::Any {
        return Err(Refusal::NotFound);
    }
    let role = new.role.ok_or_else(|| Wrong::new("role", "role_missing", "say which role they get"))?;
    if role == Role::Admin && !is_admin(actor) {
        return Err(Rule::OnlyAdmins.into());
    }
    let organisation_id = match (new.organisation_id, &new.organisation) {
        (Some(_), Some(_)) => {
            let detail = "is given beside `organisation_id`; say one of the two";
            return Err(Wrong::new("organisation", "organisation_twice", detail).into());
        }
        (Some(id), None) => {
            let known = organisation::Entity::find_by_id(id).one(transaction).await?;
            let known =
                known.ok_or_else(|| Wrong::new("organisation_id", "unknown_organisation", "is no organisation"))?;
            Some(known.id)
        }
        (None, Some(asked)) => Some(named(transaction, actor, role, asked, now).await?),
        (None, None) if matches!(role, Role::Firm | Role::Embassy) => {
            let detail = "people of this role come into an organisation";
            return Err(Wrong::new("organisation", "organisation_missing", detail).into());
        }
        (None, None) => None,
    };
    Ok((role, organisation_id))
}

/// Whether somebody may do what only administrators do to administrators.
pub(super) fn is_admin(actor: &Actor) -> bool {
    matches!(actor, Actor::System | Actor::User { role: Role::Admin, .. })
}

/// The approved organisation of this name and kind, made when there is none.
async fn named(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    role: Role,
    asked: &InvitedOrganisation,
    now: DateTime<Utc>,
) -> Result<Uuid, Refusal> {
    let mut faults = Vec::new();
    let name = new_person::name("organisation", &asked.name, &mut faults);
    let country = asked.country.as_deref().map(|code| code.trim().to_ascii_uppercase()).filter(|code| !code.is_empty());
    if let Some(country) = &country
        && !taxonomy::countries(transaction).await?.iter().any(|known| known.code == *country)
    {
        faults.push(Wrong::new("country", "unknown_country", "takes an ISO 3166-1 code, such as `CN`"));
    }
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let kind = asked.kind.unwrap_or_else(|| OrganisationKind::of(role));
    let same = organisation::Column::Name
        .eq(name)
        .and(organisation::Column::Kind.eq(kind.as_str()))
        .and(organisation::Column::Status.eq(Standing::Approved.as_str()));
    let known =
        organisation::Entity::find().filter(same).order_by_asc(organisation::Column::Id).one(transaction).await?;
    if let Some(known) = known {
        return Ok(known.id);
    }
    let new = organisations::NewOrganisation { name, kind, country: country.as_deref() };
    let id = organisations::add(transaction, new, actor.user_id(), now).await?;
    let entry = NewEntry::new(actor, now, Deed::OrganisationCreated).to(id);
    audit::record(transaction, vec![entry.with(serde_json::json!({ "name": name, "kind": kind }))]).await?;
    Ok(id)
}

/// Which invitations an actor sees.
fn visible(actor: &Actor) -> Option<sea_orm::Condition> {
    let all = sea_orm::Condition::all();
    match (actor.scope(Action::InvitePeople), actor.organisation_id()) {
        (Scope::Any, _) => Some(all),
        (Scope::Own, Some(own)) => Some(all.add(invitation::Column::OrganisationId.eq(own))),
        _ => None,
    }
}

/// Invitations the actor may see, the newest first, older than `before`.
pub async fn list(
    db: &impl ConnectionTrait,
    actor: &Actor,
    before: Option<Uuid>,
    limit: u64,
    now: DateTime<Utc>,
) -> Result<Vec<Invitation>, DbErr> {
    let Some(visible) = visible(actor) else { return Ok(Vec::new()) };
    let mut select = invitation::Entity::find().filter(visible).order_by_desc(invitation::Column::Id).limit(limit);
    if let Some(before) = before {
        select = select.filter(invitation::Column::Id.lt(before));
    }
    Ok(select.all(db).await?.into_iter().map(|row| Invitation::of(row, now)).collect())
}

/// Takes an invitation back; members only those that they could have written.
pub async fn revoke(db: &Db, actor: &Actor, id: Uuid, now: DateTime<Utc>) -> Result<(), Refusal> {
    let visible = visible(actor).ok_or(Refusal::NotFound)?;
    db.write(async |transaction| {
        ChangeNumbers::hold(transaction).await?;
        let found = invitation::Entity::find_by_id(id).filter(visible.clone()).one(transaction).await?;
        let found = found.ok_or(Refusal::NotFound)?;
        if found.role == Role::Admin.as_str() && !is_admin(actor) {
            return Err(Rule::OnlyAdmins.into());
        }
        if let (Scope::Own, Actor::User { role, .. }) = (actor.scope(Action::InvitePeople), actor)
            && found.role != role.as_str()
        {
            return Err(Rule::OtherRole.into());
        }
        if found.used_at.is_some() || found.revoked_at.is_some() {
            return Err(Rule::NotOpen.into());
        }
        close(transaction, invitation::Column::Id.eq(id), now).await?;
        let entry = NewEntry::new(actor, now, Deed::InvitationRevoked).to(id);
        Ok(audit::record(transaction, vec![entry]).await?)
    })
    .await
}

/// Closes the open invitations that fulfil a condition.
pub(super) async fn close(
    transaction: &DatabaseTransaction,
    which: sea_orm::sea_query::SimpleExpr,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    use invitation::Column as C;
    invitation::Entity::update_many()
        .col_expr(C::RevokedAt, Expr::value(now))
        .filter(which)
        .filter(C::UsedAt.is_null())
        .filter(C::RevokedAt.is_null())
        .exec(transaction)
        .await
        .map(drop)
}

/// An invitation that can be accepted, as who has the link is shown it.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub id: Uuid,
    pub email: String,
    pub role: Role,
    pub organisation_id: Option<Uuid>,
    /// What the organisation is called.
    pub organisation: Option<String>,
    lang: Option<String>,
}

/// The invitation behind a link; a rule when it cannot be accepted (any more).
pub async fn find(db: &impl ConnectionTrait, secret: &Secret, now: DateTime<Utc>) -> Result<Offer, Refusal> {
    let stored = invitation::Entity::find().filter(invitation::Column::TokenHash.eq(secret.hash())).one(db).await?;
    offer(db, stored, now).await
}

/// The same by its id, for who has shown the link before.
pub(super) async fn open(db: &impl ConnectionTrait, id: Uuid, now: DateTime<Utc>) -> Result<Offer, Refusal> {
    let stored = invitation::Entity::find_by_id(id).one(db).await?;
    offer(db, stored, now).await
}

async fn offer(
    db: &impl ConnectionTrait,
    stored: Option<invitation::Model>,
    now: DateTime<Utc>,
) -> Result<Offer, Refusal> {
    let open = stored.filter(|row| row.used_at.is_none() && row.revoked_at.is_none() && row.expires_at > now);
    let row = open.ok_or(Rule::LinkDead)?;
    let organisation = match row.organisation_id {
        Some(id) => organisation::Entity::find_by_id(id).one(db).await?.map(|found| found.name),
        None => None,
    };
    let role = row.role.parse().map_err(anyhow::Error::new)?;
    Ok(Offer { id: row.id, email: row.email, role, organisation_id: row.organisation_id, organisation, lang: row.lang })
}

/// Makes the account; answers its id.
pub async fn accept(
    db: &Db,
    secret: &Secret,
    written: &str,
    password: &str,
    now: DateTime<Utc>,
) -> Result<Uuid, Refusal> {
    let offer = find(&**db, secret, now).await?;
    let mut faults = Vec::new();
    let name = new_person::name("name", written, &mut faults);
    new_person::password(password, &[name, &offer.email], &mut faults);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let hash = password::hash(password).await?;
    db.write(async |transaction| {
        ChangeNumbers::hold(transaction).await?;
        let offer = find(transaction, secret, now).await?;
        enter(transaction, &offer, name, Some(hash.clone()), now).await
    })
    .await
}

/// Makes the account that is offered, and uses the invitation up.
pub(super) async fn enter(
    transaction: &DatabaseTransaction,
    offer: &Offer,
    name: &str,
    password_hash: Option<String>,
    now: DateTime<Utc>,
) -> Result<Uuid, Refusal> {
    let taken = user::Entity::find().filter(user::Column::Email.eq(offer.email.as_str())).one(transaction).await?;
    if taken.is_some() {
        return Err(Rule::AddressTaken.into());
    }
    let (role, organisation_id) = (offer.role, offer.organisation_id);
    let linked = password_hash.is_none();
    let person = Person { name, email: Some(&offer.email), role, organisation_id, waits: false };
    let id = users::insert(transaction, person, password_hash).await.map_err(anyhow::Error::new)?;
    if let Some(lang) = &offer.lang {
        notices::set_language(transaction, id, lang).await?;
    }
    use invitation::Column as C;
    invitation::Entity::update_many()
        .col_expr(C::UsedAt, Expr::value(now))
        .col_expr(C::UsedBy, Expr::value(id))
        .filter(C::Id.eq(offer.id))
        .exec(transaction)
        .await?;
    // Whoever was invited twice comes once.
    close(transaction, C::Email.eq(offer.email.as_str()), now).await?;
    let actor = Actor::User { id, organisation_id, role };
    let detail = serde_json::json!({ "invitation": offer.id, "role": role, "organisation": organisation_id,
        "identity": linked });
    let entry = NewEntry::new(&actor, now, Deed::InvitationAccepted).to(id).with(detail);
    audit::record(transaction, vec![entry]).await?;
    Ok(id)
}

/// The name of somebody who accepts, as it is stored.
pub fn named_as(written: &str) -> Result<&str, Refusal> {
    let mut faults = Vec::new();
    let name = new_person::name("name", written, &mut faults);
    if faults.is_empty() { Ok(name) } else { Err(Refusal::Invalid(faults)) }
}
