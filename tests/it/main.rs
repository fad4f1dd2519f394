//! The one integration binary: a module per subject. One binary links once, which is most of the build time.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::allow_attributes,
    reason = "a test that cannot go on fails; a macro cannot know what its user needs"
)]

mod accounts;
mod api;
mod audit;
mod authoring;
mod backup;
mod cases;
mod clocks;
mod command_line;
mod crash;
mod dashboard;
mod errands;
mod files;
mod interest;
mod learning;
mod life;
mod live;
mod migrations;
mod notices;
mod pages;
mod paths;
mod review;
mod searches;
mod store;
mod story;
mod support;
mod taxonomy;
mod terms;
mod translating;
mod views;
mod webhooks;
