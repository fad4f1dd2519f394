//! The web pages, through the running service: what they show, in which language, and what they never show.

mod accessibility;
mod browser;
pub mod chromium;
mod content;
mod dossier;
mod fixtures;
mod frame;
mod lists;
mod locales;
mod operations;
