//! A record is looked over when it is submitted: what has to be put right is refused, the rest goes to the reviewer.

use actix_web::HttpRequest;
use uuid::Uuid;

use super::checks::locale;
use crate::accounts::Actor;
use crate::app::App;
use crate::error::{Code, Fault, Problem, Result};
use crate::layout::{Lang, Locale};
use crate::library::checks::{Checked, Finding, REFUSED};
use crate::library::review::{LookedOver, Near, Told};
use crate::matching::document::Indexed;
use crate::matching::looking::{CheckFinding, Look, look_over};

/// Where what is submitted belongs: the record, if it is stored, and its owner.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place {
    pub id: Option<Uuid>,
    pub owner: Option<Uuid>,
}

/// What the checks say of a body that is to be submitted; a problem where something has to be put right before.
pub async fn looked_over<L: Checked + Indexed>(
    app: &App,
    actor: &Actor,
    request: &HttpRequest,
    place: Place,
    body: L::Body,
) -> Result<LookedOver> {
    // Kept for reviewers, whose languages are not the author's: reasons of duplicates are put into words when asked for.
    let look = Look { actor, owner: place.owner, id: place.id, locale: Locale::new(Lang::En) };
    let looked = look_over::<L>(&app.db, &app.engine, body, look).await?;
    let (hard, soft): (Vec<Finding>, Vec<Finding>) =
        looked.findings.into_iter().partition(|one| REFUSED.contains(&one.code));
    refuse(locale(request), &hard)?;
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
