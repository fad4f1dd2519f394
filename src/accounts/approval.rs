//! Whether an organisation may act: stewards say so of those that register, and suspend one and let it back; its people
//! are told by mail. What becomes of its records and matches is said where those are kept.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, QueryFilter, Set,
};
use uuid::Uuid;

use super::actor::{Actor, Role};
use super::handover::take_from_all_of;
use super::invitations::is_admin;
use super::letters::{Letter, language_of};
use super::organisations::{Organisation, Standing};
use super::permissions::Action;
use super::refusal::{Refusal, Rule, Wrong};
use super::rows::{organisation, user};
use crate::audit::{self, Deed, NewEntry};
use crate::config::Settings;
use crate::library::closed_set::closed_set;
use crate::library::store::StoreError;
use crate::library::store::numbers::ChangeNumbers;
use crate::library::store::suspend::{restore_all_of, suspend_all_of};
use crate::matching::life::{LifeError, hold_all_of, release_all_of};
use crate::notices;

/// Longest reason, in characters.
pub const LONGEST_REASON: usize = 1_000;

closed_set! {
    /// What is said about an organisation.
    pub enum Approval {
        #[default]
        Approve = "approve" [],
        Refuse = "refuse" [],
        /// Takes its rights and what it shows away, until it is approved again.
        Suspend = "suspend" [],
    }
}

/// Decides on an organisation that waits, approves one that was refused, suspends one or lets it back. What says no says
/// why.
pub async fn decide(
    transaction: &DatabaseTransaction,
    settings: &Settings,
    actor: &Actor,
    id: Uuid,
    verdict: Approval,
    reason: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Organisation, Refusal> {
    if !actor.may(Action::DecideOrganisation, Some(id)) {
        return Err(Refusal::NotFound);
    }
    if actor.organisation_id() == Some(id) {
        return Err(Rule::OwnOrganisation.into());
    }
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    if reason.is_some_and(|reason| reason.chars().count() > LONGEST_REASON) {
        let detail = format!("takes at most {LONGEST_REASON} characters");
        return Err(Wrong::new("reason", "reason_length", detail).into());
    }
    let says_no = verdict != Approval::Approve;
    if says_no && reason.is_none() {
        return Err(Wrong::new("reason", "reason_missing", "a refusal or suspension says why").into());
    }
    ChangeNumbers::hold(transaction).await?;
    let row = organisation::Entity::find_by_id(id).one(transaction).await?.ok_or(Refusal::NotFound)?;
    let before = Standing::of(&row)?;
    let after = match (before, verdict) {
        (Standing::Pending | Standing::Rejected | Standing::Suspended, Approval::Approve) => Standing::Approved,
        (Standing::Pending, Approval::Refuse) => Standing::Rejected,
        (Standing::Approved, Approval::Suspend) => Standing::Suspended,
        _ => return Err(Rule::Decided.into()),
    };
    if after == Standing::Suspended && !is_admin(actor) && has_admins(transaction, id).await? {
        return Err(Rule::OnlyAdmins.into());
    }
    let version = row.version + 1;
    let mut changed = row.into_active_model();
    changed.status = Set(after.as_str().to_owned());
    changed.status_reason = Set(reason.map(str::to_owned).filter(|_| says_no));
    changed.decided_by = Set(actor.user_id());
    changed.decided_at = Set(Some(now));
    changed.updated_at = Set(now);
    changed.version = Set(version);
    let stored = changed.update(transaction).await?;

    let mut freed = false;
    match (before, after) {
        (_, Standing::Suspended) => {
            suspend_all_of(transaction, actor, id, now).await.map_err(of_records)?;
            hold_all_of(transaction, id, now).await.map_err(of_matches)?;
            freed = take_from_all_of(transaction, actor, id, now).await?.matches > 0;
        }
        (Standing::Suspended, _) => {
            restore_all_of(transaction, actor, id, now).await.map_err(of_records)?;
            release_all_of(transaction, id, now).await.map_err(of_matches)?;
        }
        _ => {}
    }
    let action = match (before, verdict) {
        (Standing::Suspended, Approval::Approve) => Deed::OrganisationRestored,
        (_, Approval::Approve) => Deed::OrganisationApproved,
        (_, Approval::Refuse) => Deed::OrganisationRefused,
        (_, Approval::Suspend) => Deed::OrganisationSuspended,
    };
    let values = match says_no {
        false => vec![("link", "/account".to_owned())],
        true => vec![
            ("reason", reason.unwrap_or_default().to_owned()),
            ("work", if freed { "freed" } else { "none" }.to_owned()),
        ],
    };
    let members = notices::members(transaction, id).await?;
    for member in user::Entity::find().filter(user::Column::Id.is_in(members)).all(transaction).await? {
        let Some(email) = &member.email else { continue };
        let letter = Letter {
            key: format!("{action}:{id}:{version}:{}", member.id),
            to: email,
            lang: &language_of(transaction, &settings.mail, &member).await?,
            template: action.as_str(),
            values: &values,
        };
        letter.post(transaction, &settings.mail, now).await?;
    }
    let entry = NewEntry::new(actor, now, action).to(id).with(serde_json::json!({ "reason": reason }));
    audit::record(transaction, vec![entry]).await?;
    Ok(stored.into())
}

async fn has_admins(transaction: &DatabaseTransaction, id: Uuid) -> Result<bool, DbErr> {
    let admins = user::Entity::find()
        .filter(user::Column::OrganisationId.eq(id))
        .filter(user::Column::Role.eq(Role::Admin.as_str()))
        .filter(user::Column::DisabledAt.is_null());
    Ok(admins.one(transaction).await?.is_some())
}

fn of_records(error: StoreError) -> Refusal {
    match error {
        StoreError::Database(error) => Refusal::Database(error),
        other => Refusal::Other(anyhow::Error::new(other).context("cannot move the records of an organisation")),
    }
}

fn of_matches(error: LifeError) -> Refusal {
    match error {
        LifeError::Database(error) => Refusal::Database(error),
        other => Refusal::Other(anyhow::Error::new(other).context("cannot move the matches of an organisation")),
    }
}
