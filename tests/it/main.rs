//! The one integration binary: a module per subject. One binary links once, which is most of the build time.

mod api;
mod command_line;
mod files;
mod migrations;
mod store;
mod support;
