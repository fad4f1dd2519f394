//! Matching across languages.
