//! What an agreement leaves behind: a draft in the results library that names the technology, the institutions of the
//! dossier and the path taken, for the steward to complete and publish.

use std::fmt::Write;

use anyhow::Context;
use chrono::{DateTime, Datelike, Utc};
use sea_orm::DatabaseTransaction;

use super::case::Sides;
use super::error::LifeError;
use crate::accounts::{Actor, organisations};
use crate::library::parts::Party;
use crate::library::result::{Progress, ResultKind};
use crate::library::store::{CreateOptions, StoreError, create_in, find_many};
use crate::library::{Demands, ProjectResult, Provenance, Record, Results, Status, Technologies, taxonomy};
use crate::matching::dossier::StoredEntry;
use crate::matching::rows::matches;

/// Stores the draft; there is one for a match, also when the agreement was taken back and made again.
///
/// # Errors
/// The database failed.
pub(super) async fn draft_result(
    transaction: &DatabaseTransaction,
    sides: Sides,
    row: &matches::Model,
    now: DateTime<Utc>,
) -> Result<(), LifeError> {
    let system = &Actor::System;
    let demand = find_many::<Demands>(transaction, system, &[row.demand_id]).await.map_err(anyhow::Error::from)?;
    let technology =
        find_many::<Technologies>(transaction, system, &[row.technology_id]).await.map_err(anyhow::Error::from)?;
    let (Some(demand), Some(technology)) = (demand.first(), technology.first()) else {
        return Err(anyhow::anyhow!("a record of match {} has gone", row.id).into());
    };
    let mut parties = Vec::new();
    let country = Some(demand.body.country.clone());
    let each =
        [(sides.technology, Some(technology.body.country.clone()), "supplier"), (sides.demand, country, "demand")];
    for (organisation, country, role) in each {
        // The last of its names is the one it goes by.
        if let Some(name) = organisations::names_of(transaction, organisation).await?.pop() {
            let country = country.filter(|country| !country.is_empty());
            parties.push(Party { name, country, role: Some(role.to_owned()) });
        }
    }
    let institutions: Vec<StoredEntry> =
        serde_json::from_value(row.institutions.clone()).context("cannot read the institutions of a match")?;
    let vocabulary = taxonomy::vocabulary(transaction).await.map_err(anyhow::Error::from)?;
    let fields = demand.body.fields.iter().filter_map(|field| vocabulary.in_use(field)).map(str::to_owned);
    let body = ProjectResult {
        external_id: Some(format!("match:{}", row.id)),
        lang: technology.body.lang.clone(),
        title: technology.body.title.clone(),
        description: demand.body.title.clone(),
        fields: fields.collect(),
        kind: ResultKind::TechnologyTransfer,
        country: Some(demand.body.country.clone()),
        parties,
        year: Some(now.year()),
        progress: Progress::Planned,
        path: Some(path(demand, technology, row, now)),
        technology: Some(technology.head.number.clone()),
        institutions: institutions.iter().map(|entry| entry.id.to_string()).collect(),
        ..ProjectResult::default()
    };
    let options = CreateOptions {
        status: Status::Draft,
        provenance: Provenance::Typed,
        owner: None,
        reason: Some(format!("agreed in match {}", row.id)),
    };
    match create_in::<Results>(transaction, system, &vocabulary, body, &options).await {
        Ok(_) | Err(StoreError::ExternalIdTaken { .. }) => Ok(()),
        Err(error) => Err(anyhow::Error::from(error).context("cannot store the draft of a result").into()),
    }
}

/// From the suggestion to the agreement, with the days.
fn path(
    demand: &Record<Demands>,
    technology: &Record<Technologies>,
    row: &matches::Model,
    now: DateTime<Utc>,
) -> String {
    let mut path = format!("{} → {}", demand.head.number, technology.head.number);
    let steps = [
        ("suggested", Some(row.created_at)),
        ("proposed", row.proposed_at),
        ("introduced", row.introduced_at),
        ("agreed", Some(now)),
    ];
    for (step, at) in steps {
        if let Some(at) = at {
            let _ = write!(path, "; {step} {}", at.date_naive());
        }
    }
    path
}
