//! The interface for programs under `/api/v1`, after `CONTRACT`: handlers, what they read and write, and how each
//! is documented. Rules about records are in `library`, who may call is in `accounts`.

pub mod body;
pub mod doc;
pub mod endpoint;
pub mod etag;
pub mod openapi;
pub mod query;
