//! The store of the four libraries, on both databases.

mod concurrency;
mod counting;
mod history;
mod import;
mod jobs;
mod listing;
mod writing;
