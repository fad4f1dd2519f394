//! The four things that can be said of a requirement.

use serde::{Deserialize, Serialize};

/// *Unknown* is never *unmet*: nothing was found that decides, in either direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Met,
    Partly,
    Unmet,
    Unknown,
}

impl Verdict {
    /// In the order of every table of four.
    pub const ALL: [Verdict; 4] = [Verdict::Met, Verdict::Partly, Verdict::Unmet, Verdict::Unknown];

    pub const fn as_str(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::Partly => "partly",
            Verdict::Unmet => "unmet",
            Verdict::Unknown => "unknown",
        }
    }

    pub const fn position(self) -> usize {
        self as usize
    }
}
