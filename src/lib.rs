//! Siku: matchmaking for international technology transfer. This file is the map of the service.

/// Organisations, people, roles, tokens; one table says who may do what.
pub mod accounts;
/// The interface for programs.
pub mod api;
/// What a handler may use; start and stop.
pub mod app;
/// Who did and who saw what: entries bound to one another by hashes.
pub mod audit;
/// What an author does with a record: submits it, changes it, lets it run longer.
pub mod authoring;
/// Everything in one file, and back.
pub mod backup;
/// What belongs to a match that people work on: messages, tasks, documents, milestones, what became of it.
pub mod cases;
/// The command line, one file per command.
pub mod cli;
/// Working days, what is due, what is overdue.
pub mod clocks;
/// Export control: catalogues, screenings, the gate before an introduction.
pub mod compliance;
/// Settings: one reference file, one override file, the environment.
pub mod config;
/// What libraries and matches come to, counted.
pub mod dashboard;
/// The database: how it is opened and how a change is made.
pub mod db;
/// What the command line asks of the process that has the index open.
pub mod errands;
/// Errors as the caller sees them: one closed list.
pub mod error;
/// Base page, components, languages, assets of the web pages.
pub mod layout;
/// The four libraries: records, their rules, how they are stored and found.
pub mod library;
/// What is new, told to whoever has a page open.
pub mod live;
/// Mails: queued with what they tell of, sent once.
pub mod mail;
/// Suggestions, dossiers, the life of a match.
pub mod matching;
/// "Did you mean" for names people type.
pub mod nearest;
/// What people are told, and how each wants it.
pub mod notices;
/// What follows from changes: the change feed, jobs, the worker.
pub mod outbox;
/// The web pages, one file each: structure, template, handler.
pub mod pages;
/// Every address of the service.
pub mod routes;
/// Saved searches, and who is told of what fits them.
pub mod searches;
/// What the service knows from the start: taxonomy, countries, regions.
pub mod seeds;
/// Logging.
pub mod telemetry;
/// Machine translations of what is published, where a translator is connected.
pub mod translating;
/// Files sent to be imported, kept between the steps.
pub mod uploads;
/// Other programs are told of events, signed, at addresses of theirs.
pub mod webhooks;
