//! The structured side of a record, kept small: it stays in memory for every record.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What structured signals compare. Everything is optional: what is not said is *unknown*.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// Taxonomy codes, first level (`agriculture`) or second (`ict.ai`).
    pub fields: Vec<String>,
    /// Technology: the supplier's country; demand: where it is needed; institution: its home.
    pub country: Option<Country>,
    /// Technology: target countries; institution: countries served; result: the parties'.
    pub countries: Vec<Country>,
    /// Technology: offered; demand: accepted.
    pub modes: Modes,
    /// Technology: reached; demand: the minimum.
    pub trl: Option<u8>,
    /// Technology: price; demand: budget; result: contract value.
    pub price: Option<Price>,
    pub conditions: Vec<Condition>,
    pub valid_until: Option<NaiveDate>,
    pub organisation: Option<Uuid>,
    pub export_control: ExportControl,
    /// Results and institutions: their kind.
    pub kind: Option<String>,
    /// Institutions: services offered.
    pub services: Vec<String>,
    /// Institutions: languages spoken, beside the record's own.
    pub languages: Vec<String>,
    /// Results: the year; institutions: since when.
    pub year: Option<i16>,
    /// Demands: sustainable development goals, 1–17.
    pub sdgs: Vec<u8>,
}

/// ISO 3166-1 alpha-2, upper case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Country([u8; 2]);

/// ISO 4217, upper case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Currency([u8; 3]);

/// Not a code of the wanted form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a code of {1} letters")]
pub struct BadCode(String, usize);

fn letters<const N: usize>(text: &str) -> Result<[u8; N], BadCode> {
    let bytes: [u8; N] = text.as_bytes().try_into().map_err(|_| BadCode(text.to_owned(), N))?;
    if bytes.iter().all(u8::is_ascii_alphabetic) {
        Ok(bytes.map(|byte| byte.to_ascii_uppercase()))
    } else {
        Err(BadCode(text.to_owned(), N))
    }
}

impl FromStr for Country {
    type Err = BadCode;
    fn from_str(text: &str) -> Result<Self, BadCode> {
        letters(text).map(Country)
    }
}

impl FromStr for Currency {
    type Err = BadCode;
    fn from_str(text: &str) -> Result<Self, BadCode> {
        letters(text).map(Currency)
    }
}

impl Country {
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

impl Currency {
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An amount or range of money; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Price {
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub currency: Option<Currency>,
}

/// An operating condition as the author gave it; compared as an interval in SI units elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    pub quantity: String,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub unit: String,
}

/// Result of the export-control screening.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportControl {
    #[default]
    Unscreened,
    Free,
    Restricted,
    Prohibited,
}

/// The nine ways to co-operate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    Licence,
    Assignment,
    Sale,
    JointRd,
    JointVenture,
    TechnicalService,
    Turnkey,
    Demonstration,
    Training,
}

impl Mode {
    pub const ALL: [Mode; 9] = [
        Mode::Licence,
        Mode::Assignment,
        Mode::Sale,
        Mode::JointRd,
        Mode::JointVenture,
        Mode::TechnicalService,
        Mode::Turnkey,
        Mode::Demonstration,
        Mode::Training,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Mode::Licence => "licence",
            Mode::Assignment => "assignment",
            Mode::Sale => "sale",
            Mode::JointRd => "joint_rd",
            Mode::JointVenture => "joint_venture",
            Mode::TechnicalService => "technical_service",
            Mode::Turnkey => "turnkey",
            Mode::Demonstration => "demonstration",
            Mode::Training => "training",
        }
    }

    /// The mode with this code (`joint_rd`).
    pub fn from_code(code: &str) -> Option<Mode> {
        Mode::ALL.into_iter().find(|mode| mode.as_str() == code)
    }
}

/// A set of co-operation modes in two bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Modes(u16);

impl Modes {
    pub const fn empty() -> Modes {
        Modes(0)
    }
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    pub const fn contains(self, mode: Mode) -> bool {
        self.0 & (1 << mode as u16) != 0
    }
    pub fn insert(&mut self, mode: Mode) {
        self.0 |= 1 << mode as u16;
    }
    /// Modes in both sets.
    #[must_use]
    pub const fn common(self, other: Modes) -> Modes {
        Modes(self.0 & other.0)
    }
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }
    pub fn iter(self) -> impl Iterator<Item = Mode> {
        Mode::ALL.into_iter().filter(move |mode| self.contains(*mode))
    }
}

impl FromIterator<Mode> for Modes {
    fn from_iter<I: IntoIterator<Item = Mode>>(modes: I) -> Self {
        let mut set = Modes::default();
        modes.into_iter().for_each(|mode| set.insert(mode));
        set
    }
}
