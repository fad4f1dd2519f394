//! What an author does with a record: submits it, changes it while it is published, lets it run longer. Written once, for programs (`api`) and for people (`pages::authoring`); what goes in is the
//! business of `library`.

use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

use crate::accounts::{Action, Actor};
use crate::app::App;
use crate::error::{Code, Fault, Problem, Result};
use crate::layout::{Lang, Locale};
use crate::library::checks::{Checked, Finding, REFUSED};
use crate::library::review::renewal::Renewal;
use crate::library::review::revision::{Revised, Seen, revise_in, revision_of};
use crate::library::review::weight::with_changes;
use crate::library::review::{LookedOver, Near, Told, submit_in};
use crate::library::store::{StoreError, now};
use crate::library::{Library, Record, Status, taxonomy};
use crate::matching::document::Indexed;
use crate::matching::looking::{CheckFinding, Look, look_over};

/// Where what is submitted belongs: the record, if it is stored, and its owner.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place {
    pub id: Option<Uuid>,
    pub owner: Option<Uuid>,
}

impl Place {
    pub fn of<L: Library>(record: &Record<L>) -> Self {
        Self { id: Some(record.head.id), owner: record.head.owner_organisation_id }
    }
}

/// What the checks say of a body that is to be submitted; a problem, in words of `locale`, where something has to be put
/// right before.
pub async fn looked_over<L: Checked + Indexed>(
    app: &App,
    actor: &Actor,
    locale: Locale,
    place: Place,
    body: L::Body,
) -> Result<LookedOver> {
    // Kept for reviewers, whose languages are not the author's: reasons of duplicates are put into words when asked for.
    let look = Look { actor, owner: place.owner, id: place.id, locale: Locale::new(Lang::En) };
    let looked = look_over::<L>(&app.db, &app.engine, body, look).await?;
    let (hard, soft): (Vec<Finding>, Vec<Finding>) =
        looked.findings.into_iter().partition(|one| REFUSED.contains(&one.code));
    refuse(locale, &hard)?;
    let told = |one: Finding| Told {
        code: one.code.to_owned(),
        pointer: one.pointer,
        severity: one.severity,
        found: one.found,
    };
    let near = looked.near.records.into_iter().map(|one| Near {
        id: one.id,
        number: one.number,
        title: one.title,
        lang: one.lang,
        verdict: one.verdict.to_owned(),
        probability: one.probability,
    });
    Ok(LookedOver {
        findings: soft.into_iter().map(told).collect(),
        duplicates: near.collect(),
        words_only: looked.near.words_only,
    })
}

fn refuse(locale: Locale, hard: &[Finding]) -> Result<()> {
    if hard.is_empty() {
        return Ok(());
    }
    let fault = |one: &Finding| {
        let said = CheckFinding::of(locale, one.code, &one.pointer, one.severity, &one.found);
        Fault::field(said.pointer, said.code, format!("{} {}", said.message, said.suggestion).trim().to_owned())
    };
    let detail = "this has to be put right before the record can be submitted";
    Err(Problem::new(Code::InvalidFields, detail).with(hard.iter().map(fault)).into())
}

/// Submits what the caller has read; what has to be put right before is named.
pub async fn submit<L: Checked + Indexed>(
    app: &App,
    caller: &Actor,
    locale: Locale,
    read: &Record<L>,
    if_match: Option<i32>,
) -> Result<Record<L>> {
    let head = &read.head;
    if !caller.may(Action::ChangeRecord, head.owner_organisation_id) {
        return Err(Code::Forbidden.into());
    }
    if if_match.is_some_and(|version| version != head.version) {
        return Err(StoreError::Stale { current: head.version }.into());
    }
    let looked = &looked_over::<L>(app, caller, locale, Place::of(read), read.body.clone()).await?;
    let (id, version) = (head.id, head.version);
    let submitted = app.db.write_send(|transaction| {
        Box::pin(async move { submit_in::<L>(&transaction, caller, id, version, looked, now()).await })
    });
    Ok(submitted.await?)
}

/// Whether a change by this actor is one of a published record that has to be reviewed.
pub fn is_reviewed<L: Library>(actor: &Actor, record: &Record<L>) -> bool {
    let owner = record.head.owner_organisation_id;
    record.head.status == Status::Published
        && actor.may(Action::ChangeRecord, owner)
        && !actor.may(Action::PublishRecord, owner)
}

/// What the owner changes from: the record, with the revision that came back from a review.
pub async fn base<L: Library>(app: &App, record: &Record<L>) -> Result<(Seen, L::Body)> {
    let revision = revision_of(&*app.db, record.head.id).await?;
    let seen = Seen {
        id: record.head.id,
        version: record.head.version,
        revision: revision.as_ref().map(|revision| revision.version),
    };
    let body = match revision {
        Some(revision) => with_changes::<L>(&record.body, &revision.changes)?,
        None => record.body.clone(),
    };
    Ok((seen, body))
}

/// The last day until which a record may run without a review.
pub fn horizon(app: &App) -> NaiveDate {
    (now() + TimeDelta::days(app.settings.clocks.renew_max_days)).date_naive()
}

/// Stores an owner's change of a published record: some of it at once, the rest for a review.
pub async fn revise<L: Checked + Indexed>(
    app: &App,
    caller: &Actor,
    locale: Locale,
    (record, seen): (&Record<L>, Seen),
    if_match: Option<i32>,
    body: L::Body,
) -> Result<Revised<L>> {
    if if_match.is_some_and(|version| version != seen.version) {
        return Err(StoreError::Stale { current: seen.version }.into());
    }
    let looked = &looked_over::<L>(app, caller, locale, Place::of(record), body.clone()).await?;
    let vocabulary = &taxonomy::vocabulary(&*app.db).await?;
    let (at, horizon, body) = (now(), horizon(app), &body);
    let stored = app.db.write_send(|transaction| {
        Box::pin(async move {
            revise_in::<L>(&transaction, caller, seen, body.clone(), vocabulary, horizon, looked, at).await
        })
    });
    Ok(stored.await?)
}

/// A renewal that the caller may make, ready for [`crate::library::review::renewal::renew_in`].
pub struct Renewing {
    pub id: Uuid,
    /// The version it is meant for.
    pub version: Option<i32>,
    pub renewal: Renewal,
    /// What was archived is reviewed, and so looked over.
    pub looked: LookedOver,
}

impl Renewing {
    pub async fn of<L: Checked + Indexed>(
        app: &App,
        caller: &Actor,
        locale: Locale,
        read: &Record<L>,
        if_match: Option<i32>,
        until: Option<NaiveDate>,
    ) -> Result<Self> {
        if !caller.may(Action::ChangeRecord, read.head.owner_organisation_id) {
            return Err(Code::Forbidden.into());
        }
        let (looked, version) = if read.head.status == Status::Archived {
            let looked = looked_over::<L>(app, caller, locale, Place::of(read), read.body.clone()).await?;
            (looked, if_match.or(Some(read.head.version)))
        } else {
            (LookedOver::default(), if_match)
        };
        Ok(Self { id: read.head.id, version, renewal: Renewal { until, horizon: horizon(app) }, looked })
    }
}
