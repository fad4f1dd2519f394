//! Matching across languages.

pub mod analyze;
pub mod corpus;
pub mod embed;
