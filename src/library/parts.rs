//! The parts a body is made of: requirement, operating condition, right, party, contact, translation…
//! Each is one JSON value inside a list column.

use super::closed_set::closed_set;
use super::codes::{Origin, Priority};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A record's text in another language, beside the source.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Translation {
    /// Language of this translation, BCP 47.
    #[schema(example = "en", required)]
    pub lang: String,
    /// The title in this language.
    pub title: String,
    /// The summary in this language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The description in this language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Who wrote it.
    pub origin: Origin,
    /// Which machine wrote it, where one did and that is known.
    #[schema(example = "LibreTranslate", max_length = 100)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engine: Option<String>,
    /// When it was stored. Set by the service, ignored on input.
    #[schema(read_only)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translated_at: Option<DateTime<Utc>>,
    /// The source changed since this was written. Set by the service, ignored on input.
    #[schema(read_only)]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub stale: bool,
}

/// One thing a demand asks for. It is answered on its own: met, partly, unmet or unknown.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Requirement {
    /// The requirement, as its author wrote it.
    #[schema(example = "Consommation d'eau inférieure à 3 000 m³ par hectare", required)]
    pub text: String,
    /// How much it weighs.
    pub priority: Priority,
}

/// A number with a unit under which something works (or must work): an interval, open where a bound is missing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OperatingCondition {
    /// What is measured.
    #[schema(example = "voltage", required)]
    pub quantity: String,
    /// Lower bound, in `unit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 220.0)]
    pub min: Option<f64>,
    /// Upper bound, in `unit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 240.0)]
    pub max: Option<f64>,
    /// Unit of both bounds.
    #[schema(example = "V")]
    pub unit: String,
}

closed_set! {
    /// Kind of a right in a technology.
    pub enum IpRightKind {
        #[default]
        Patent = "patent" ["专利", "发明专利", "发明", "invention"],
        UtilityModel = "utility_model" ["实用新型", "实用新型专利"],
        Design = "design" ["外观设计", "外观设计专利"],
        Software = "software" ["软件著作权", "软著", "copyright"],
        PlantVariety = "plant_variety" ["植物新品种", "植物新品种权"],
        TradeMark = "trade_mark" ["商标", "trademark"],
        KnowHow = "know_how" ["技术秘密", "专有技术", "商业秘密", "trade secret"],
    }
}

/// A right in a technology.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct IpRight {
    /// Kind of right.
    pub kind: IpRightKind,
    /// Number of the right or of its application.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "ZL202310123456.7")]
    pub number: Option<String>,
    /// Where it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "CN")]
    pub territory: Option<String>,
}

/// Somebody who took part in a project.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Party {
    /// Name of the party.
    #[schema(required)]
    pub name: String,
    /// Its country, ISO 3166-1 alpha-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// What it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
}

/// A figure that came out of a project.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Outcome {
    /// What was measured.
    #[schema(example = "water saved", required)]
    pub measure: String,
    /// The figure.
    #[schema(example = 38.0)]
    pub value: f64,
    /// Its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "%")]
    pub unit: Option<String>,
}

/// How to reach somebody. Never public.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// The person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What the person does there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Electronic mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone number with country code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}
