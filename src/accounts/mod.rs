//! Who is calling: organisations, people, their roles, sessions and tokens, and the one table of what each may do.
//!
//! Not here: the pages by which people sign in (`pages`), and what a record's own rules are (`library`).

pub mod actor;
pub mod approval;
pub mod credentials;
pub mod credit_code;
pub mod departure;
pub mod entry_rows;
pub mod extract;
mod handover;
pub mod invitations;
mod letters;
mod new_person;
pub mod oidc;
pub mod organisations;
pub mod own_tokens;
pub mod password;
pub mod people;
pub mod permissions;
pub mod refusal;
pub mod registration;
pub mod resets;
pub mod rows;
pub mod scopes;
pub mod sealing;
pub mod second_factors;
pub mod secrets;
pub mod sessions;
pub mod sign_in;
pub mod throttle;
pub mod tokens;
pub mod totp;
pub mod users;
mod warning;

pub use actor::{Actor, Role};
pub use permissions::{Action, Authorised, Relation, Scope};
