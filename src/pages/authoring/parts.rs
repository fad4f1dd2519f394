//! How the parts of a column are written in a form: what a column or property that is a code is called by, and what kind
//! of text, number or choice each property of a repeating part is.

use crate::library::parts::IpRightKind;
use crate::library::{LibraryKind, Priority};

/// What a property of a repeating part holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// One line of text.
    Line,
    /// Text of any length.
    Area,
    /// Decimal number.
    Number,
    Country,
    /// What is measured: a known quantity by its code, or a word of the author's.
    Quantity,
    /// One code of a closed set, and the family of its names.
    Code(&'static [&'static str], &'static str),
}

impl PartKind {
    /// Of a property; one that is not named here is a line of text.
    pub fn of(column: &str, property: &str) -> Self {
        match (column, property) {
            ("requirements", "text") => Self::Area,
            ("requirements", "priority") => Self::Code(Priority::CODES, "priority"),
            ("operating_conditions", "quantity") => Self::Quantity,
            ("operating_conditions", "min" | "max") | ("outcomes", "value") => Self::Number,
            ("ip_rights", "kind") => Self::Code(IpRightKind::CODES, "ip_kind"),
            ("parties", "country") => Self::Country,
            _ => Self::Line,
        }
    }

    /// Whether something chosen here says that a row is meant: a choice has always something chosen.
    pub fn says_something(self) -> bool {
        !matches!(self, Self::Code(..))
    }
}

/// The family of names of the codes of a column.
pub fn family(library: LibraryKind, column: &'static str) -> &'static str {
    match (library, column) {
        (LibraryKind::Results, "kind") => "result_kind",
        (LibraryKind::Institutions, "kind") => "institution_kind",
        (_, "cooperation_modes" | "accepted_modes") => "mode",
        (_, "services") => "service",
        (_, "sdgs") => "sdg",
        (_, other) => other,
    }
}

/// The whole numbers a column takes, where they are so few that they are chosen.
pub fn numbers(column: &str) -> Option<std::ops::RangeInclusive<u32>> {
    (column == "sdgs").then_some(1..=17)
}

/// Quantities that have a name in every language.
pub const QUANTITIES: &[&str] = &[
    "temperature",
    "power",
    "voltage",
    "frequency",
    "capacity",
    "flow",
    "head",
    "depth",
    "pressure",
    "altitude",
    "humidity",
    "salinity",
    "turbidity",
    "ph",
    "concentration",
    "wind_speed",
    "mass",
    "area",
    "energy",
    "storage_time",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Lang, Locale};

    #[test]
    fn every_quantity_that_is_offered_has_a_name() {
        for quantity in QUANTITIES {
            for lang in [Lang::En, Lang::Zh] {
                assert!(Locale::new(lang).code("quantity", quantity).is_some(), "{quantity}");
            }
        }
    }
}
