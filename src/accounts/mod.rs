//! Who is calling: organisations, people, their roles and tokens, and the one table of what each may do.
//!
//! Not here: sign-in for the pages, and what a record's own rules are (`library`).

pub mod actor;
mod extract;
pub mod organisations;
pub mod permissions;
pub mod rows;
pub mod tokens;
pub mod users;

pub use actor::{Actor, Role};
pub use permissions::{Action, Authorised, Relation, Scope};
