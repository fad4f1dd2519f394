//! The web pages: one file each, holding the page's struct and handler, with its template beside it.
//!
//! A page turns records into the views of `layout`; it decides nothing.

pub mod about;
pub mod account;
pub mod authoring;
pub mod case;
pub mod dashboard;
pub mod demand;
pub mod design;
pub mod desk;
pub mod dossier;
pub mod errors;
pub mod feed;
pub mod forms;
pub mod home;
pub mod importing;
pub mod institution;
pub mod interest;
pub mod invitation;
pub mod list;
pub mod live;
pub mod map;
pub mod notices;
pub mod oidc;
pub mod operations;
pub mod organisations;
pub mod own;
pub mod password;
pub mod people;
pub mod person;
pub mod plain;
mod present;
pub mod reader;
mod record;
mod refusals;
pub mod register;
pub mod result;
pub mod review;
mod reviewed;
mod rows;
pub mod search;
pub mod second_factor;
pub mod sign_in;
pub mod sitemap;
mod suggestions;
pub mod technology;
pub mod unsubscribe;
