//! The interface for programs under `/api/v1`, after `CONTRACT`: handlers, what they read and write, and how each
//! is documented. Rules about records are in `library`, who may call is in `accounts`.

pub mod audit;
pub mod body;
pub mod checks;
pub mod clocks;
pub mod compliance;
pub mod describe;
pub mod doc;
pub mod docs;
pub mod endpoint;
pub mod etag;
pub mod examples;
mod export_examples;
pub mod history;
pub mod idempotency;
pub mod life;
pub mod lists;
pub mod matches;
pub mod me;
pub mod notices;
pub mod openapi;
pub mod query;
pub mod queue;
pub mod records;
pub mod searches;
pub mod vocabulary;
pub mod webhooks;
pub mod weights;
