//! Clocks in working days: a day counts only if both sides work. Calendars are data ([`calendar`]); counting
//! ([`working`]) and what is due when ([`waiting`]) know no database and no present time. [`stops`] stores when a clock
//! stands, [`look`] is the worker's regular look at what is due.

pub mod calendar;
pub mod look;
pub mod stops;
pub mod view;
pub mod waiting;
pub mod working;

pub use calendar::{Calendar, Calendars, Certainty};
pub use waiting::{Stage, Waiting, waiting};
pub use working::{Standing, Working};
