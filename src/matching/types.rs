//! What a match is to the outside: ranked suggestions with the reasons for each and the evidence for every
//! requirement. Shared by the API, the pages and whoever computes matches; computes nothing.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::library::Priority;
use crate::library::closed_set::closed_set;
use crate::matching::life::CaseView;

closed_set! {
    /// Whether a technology answers a requirement. *Unknown* is never *unmet*: nothing was found either way.
    pub enum Verdict {
        Met = "met" ["满足"],
        Partly = "partly" ["部分满足"],
        Unmet = "unmet" ["不满足"],
        #[default]
        Unknown = "unknown" ["未知"],
    }
}

closed_set! {
    /// Where a match stands in its life.
    pub enum MatchState {
        #[default]
        Suggested = "suggested" [],
        Shortlisted = "shortlisted" [],
        Proposed = "proposed" [],
        Accepted = "accepted" [],
        Introduced = "introduced" [],
        Negotiating = "negotiating" [],
        Agreed = "agreed" [],
        Delivered = "delivered" [],
        Dismissed = "dismissed" [],
        Declined = "declined" [],
        Lapsed = "lapsed" [],
        Withdrawn = "withdrawn" [],
        OnHold = "on_hold" [],
    }
}

/// A text in one language, with its translation where there is one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Quote {
    /// The text as its author wrote it.
    #[schema(example = "Consommation d'eau inférieure à 3 000 m³ par hectare")]
    pub text: String,
    /// Its language, BCP 47.
    #[schema(example = "fr")]
    pub lang: String,
    /// The same in the other side's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<Rendering>,
}

/// A translation of a quote.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Rendering {
    pub text: String,
    /// Its language, BCP 47.
    #[schema(example = "zh")]
    pub lang: String,
    /// Nobody has checked it.
    #[serde(default)]
    pub machine: bool,
}

/// One requirement of the demand and what the technology says to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RequirementCoverage {
    pub requirement: RequirementQuote,
    pub verdict: Verdict,
    /// How sure the verdict is, 0–1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0, maximum = 1)]
    pub confidence: Option<f64>,
    /// The technology's sentence that decides; where the verdict is *unknown* the one that comes nearest and does not
    /// decide; null where there are no sentences or no language models.
    pub evidence: Option<Quote>,
    /// Why, for people, where it is more than the sentence: `380 V needed, 220–240 V offered`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A requirement as quoted in a match.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RequirementQuote {
    /// The requirement as its author wrote it.
    pub text: String,
    /// Its language, BCP 47.
    #[schema(example = "fr")]
    pub lang: String,
    pub priority: Priority,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<Rendering>,
}

/// What one signal contributes to the score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SignalValue {
    /// The signal, from the one list of signals.
    #[schema(example = "meaning")]
    pub name: String,
    /// 0 speaks against, 1 for; null when the records do not say.
    #[schema(minimum = 0, maximum = 1)]
    pub value: Option<f64>,
    /// What it adds to the score's logit; negative lowers it.
    #[serde(default)]
    pub contribution: f64,
    /// Why, for people.
    #[schema(example = "both are about drip irrigation (agriculture.irrigation)")]
    pub reason: String,
}

/// A record named in a match: enough to show a line and to find the rest.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RecordLine {
    /// Absent for a demand that is only in the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "T-2026-000123")]
    pub number: Option<String>,
    #[schema(example = "太阳能滴灌控制器")]
    pub title: String,
    /// Language of the title, BCP 47.
    #[schema(example = "zh")]
    pub lang: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "CN")]
    pub country: Option<String>,
    /// The title in the other side's language, where it was translated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<Rendering>,
}

/// A result or an institution that belongs to the dossier of a match.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DossierEntry {
    #[serde(flatten)]
    pub record: RecordLine,
    /// Why it is in the dossier, for people.
    #[schema(example = "same field, same region: Tunisia 2024")]
    pub reason: String,
    /// How well it belongs, 0–1.
    #[schema(minimum = 0, maximum = 1)]
    pub score: f64,
}

/// One suggested pair of a demand and a technology, with everything that explains it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Match {
    /// Absent when the match was computed for the request and not stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    #[serde(default)]
    pub state: MatchState,
    /// 1 is the best.
    #[schema(minimum = 1)]
    pub rank: u32,
    /// 0–1, calibrated on judged test collections: of suggestions with score p, about p were judged a full answer.
    #[schema(minimum = 0, maximum = 1)]
    pub score: f64,
    pub demand: RecordLine,
    pub technology: RecordLine,
    pub signals: Vec<SignalValue>,
    pub coverage: Vec<RequirementCoverage>,
    /// Results that prove it: same need, field or region.
    pub results: Vec<DossierEntry>,
    /// Institutions that can deliver it in that country.
    pub institutions: Vec<DossierEntry>,
    /// Version of the algorithm that computed it.
    #[schema(example = "2026.11-1")]
    pub algorithm: String,
    pub computed_at: DateTime<Utc>,
    /// How far it has come, for those who work on it; absent for the public and for what is not stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseView>,
}

/// One of the technologies that come nearest to a demand that nothing answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NearestLine {
    pub technology: RecordLine,
    /// As the score of a match; too low for one.
    #[schema(minimum = 0, maximum = 1)]
    pub score: f64,
    /// Requirements not known to be met, as their author wrote them.
    pub lacks: Vec<String>,
}

/// The ranked matches of a demand or a technology. "No match" is an answer: what was searched, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Ranking {
    /// Best first.
    pub matches: Vec<Match>,
    /// Where nothing answers a demand: the nearest technologies, and what each lacks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<NearestLine>,
    /// Version of the algorithm that computed it.
    #[schema(example = "2026.11-1")]
    pub algorithm: String,
    /// Records that were considered.
    pub searched: u64,
    pub computed_at: Option<DateTime<Utc>>,
    /// The language models were not there: matched on words alone.
    #[serde(default)]
    pub words_only: bool,
}
