//! What people are told: a list in the service, and by mail at once, in a digest or not at all, as each wants it.
//!
//! [`tell`] stores notices in the transaction of what they tell of; the same thing is told once. The worker's rounds
//! ([`worker`]) queue the mails. Not here: how mails are sent (`mail`).

mod dispatch;
mod kind;
mod list;
pub mod rows;
mod settings;
mod tell;
pub mod worker;

pub use dispatch::{digest, dispatch};
pub use kind::{Delivery, Kind};
pub use list::{NoticeQuery, Shown, list, mark_all_read, mark_read, unread};
pub use settings::{LANGUAGES, Preferences, language, preferences, set_language, set_preferences, unsubscribe};
pub use tell::{Notice, in_role, members, tell};
