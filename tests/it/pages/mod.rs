//! The web pages, through the running service: what they show, in which language, and what they never show.

mod browser;
pub mod chromium;
mod content;
mod dossier;
mod engines;
mod facets;
mod feeds;
mod fixtures;
mod frame;
mod importing;
mod lists;
mod locales;
mod map;
mod masthead;
mod operations;
mod own_pages;
mod searching;
pub mod walk;
