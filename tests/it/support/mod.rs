//! What tests of several subjects use.

pub mod database;
pub mod postgres;
pub mod program;
pub mod records;
pub mod service;
