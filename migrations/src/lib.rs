//! The one set of migrations, for SQLite and PostgreSQL. One file per subject; a file that has landed is never
//! edited, a change is a new file. Every migration goes up, down and up again on both databases.

pub use sea_orm_migration::prelude::{MigrationTrait, MigratorTrait};

mod accounts;
mod audit_chain;
mod begun_acceptances;
mod cases;
mod changes;
mod clocks;
mod demands;
mod export_catalogues;
mod identities;
mod institutions;
mod interests;
mod match_life;
mod match_orders;
mod matches;
mod milestones;
mod notices;
mod people;
mod record_parts;
mod record_table;
mod region_codes;
mod registrations;
mod result_countries;
mod results;
mod reviews;
mod revisions;
mod saved_views;
mod schema;
mod searches;
mod taxonomy_labels;
mod technologies;
mod terms;
mod translation_engines;
mod uploads;
mod vocabulary;
mod webhook_failures;
mod webhooks;
mod weights;

pub use region_codes::REGION_CODES;

/// Every migration in order.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(accounts::Migration),
            Box::new(vocabulary::Migration),
            Box::new(changes::Migration),
            Box::new(technologies::Migration),
            Box::new(demands::Migration),
            Box::new(results::Migration),
            Box::new(institutions::Migration),
            Box::new(record_parts::Migration),
            Box::new(matches::Migration),
            Box::new(result_countries::Migration),
            Box::new(match_life::Migration),
            Box::new(export_catalogues::Migration),
            Box::new(people::Migration),
            Box::new(audit_chain::Migration),
            Box::new(notices::Migration),
            Box::new(clocks::Migration),
            Box::new(registrations::Migration),
            Box::new(reviews::Migration),
            Box::new(cases::Migration),
            Box::new(interests::Migration),
            Box::new(revisions::Migration),
            Box::new(weights::Migration),
            Box::new(webhooks::Migration),
            Box::new(searches::Migration),
            Box::new(uploads::Migration),
            Box::new(identities::Migration),
            Box::new(milestones::Migration),
            Box::new(begun_acceptances::Migration),
            Box::new(taxonomy_labels::Migration),
            Box::new(region_codes::Migration),
            Box::new(saved_views::Migration),
            Box::new(translation_engines::Migration),
            Box::new(match_orders::Migration),
            Box::new(webhook_failures::Migration),
            Box::new(terms::Migration),
        ]
    }
}
