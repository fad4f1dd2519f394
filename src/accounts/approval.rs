//! Whether an organisation that has registered may act: stewards say so, once, and its people are told by mail.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, Set};
use uuid::Uuid;

use super::actor::Actor;
use super::letters::{Letter, language_of};
use super::organisations::{Organisation, Standing};
use super::permissions::Action;
use super::refusal::{Refusal, Rule, Wrong};
use super::rows::{organisation, user};
use crate::audit::{self, NewEntry};
use crate::config::Settings;
use crate::library::closed_set::closed_set;
use crate::library::store::numbers::ChangeNumbers;
use crate::notices;

/// Longest reason, in characters.
pub const LONGEST_REASON: usize = 1_000;

closed_set! {
    /// What is said about an organisation that waits.
    pub enum Approval {
        #[default]
        Approve = "approve" [],
        Refuse = "refuse" [],
    }
}

/// Decides on an organisation that waits, or approves one that was refused. A refusal says why.
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
    if verdict == Approval::Refuse && reason.is_none() {
        return Err(Wrong::new("reason", "reason_missing", "a refusal says why").into());
    }
    ChangeNumbers::hold(transaction).await?;
    let row = organisation::Entity::find_by_id(id).one(transaction).await?.ok_or(Refusal::NotFound)?;
    let after = match (Standing::of(&row)?, verdict) {
        (Standing::Pending | Standing::Rejected, Approval::Approve) => Standing::Approved,
        (Standing::Pending, Approval::Refuse) => Standing::Rejected,
        _ => return Err(Rule::Decided.into()),
    };
    let version = row.version + 1;
    let mut changed = row.into_active_model();
    changed.status = Set(after.as_str().to_owned());
    changed.status_reason = Set(reason.map(str::to_owned).filter(|_| verdict == Approval::Refuse));
    changed.decided_by = Set(actor.user_id());
    changed.decided_at = Set(Some(now));
    changed.updated_at = Set(now);
    changed.version = Set(version);
    let stored = changed.update(transaction).await?;

    let (action, template, value) = match verdict {
        Approval::Approve => ("organisation_approved", "organisation_approved", ("link", "/account".to_owned())),
        Approval::Refuse => {
            ("organisation_refused", "organisation_refused", ("reason", reason.unwrap_or_default().to_owned()))
        }
    };
    let members = notices::members(transaction, id).await?;
    for member in user::Entity::find().filter(user::Column::Id.is_in(members)).all(transaction).await? {
        let Some(email) = &member.email else { continue };
        let letter = Letter {
            key: format!("{action}:{id}:{version}:{}", member.id),
            to: email,
            lang: &language_of(transaction, &settings.mail, &member).await?,
            template,
            values: std::slice::from_ref(&value),
        };
        letter.post(transaction, &settings.mail, now).await?;
    }
    let entry = NewEntry::new(actor, now, action).to(id).with(serde_json::json!({ "reason": reason }));
    audit::record(transaction, vec![entry]).await?;
    Ok(stored.into())
}
