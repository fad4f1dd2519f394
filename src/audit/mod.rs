//! Who did and who saw what. Every change and every read of what is confidential leaves an entry; entries are
//! append-only, numbered without gaps, and each is bound to the one before by a hash (`docs/audit.md`).
//!
//! [`record`] is the only way in, [`disclosed`] writes what a reader was shown, [`verify`] walks the chain.
//! Not here: what a record was before (`library::versions`).

mod chain;
mod deed;
mod disclosure;
mod entry;
mod export;
mod list;
mod verify;

pub use chain::{NewEntry, adopt, note, record};
pub use deed::{Deed, Done};
pub use disclosure::{disclosed, disclosed_versions};
pub use entry::{Entry, START};
pub use export::{export, verify_file};
pub use list::{AuditQuery, hash_at, list, newest, since};
pub use verify::{Break, Verdict, verify};
