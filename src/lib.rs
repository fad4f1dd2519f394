//! Siku: see ARCHITECTURE.md.

pub mod layout;
pub mod pages;
