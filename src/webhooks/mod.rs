//! Other programs are told of events by a request to an address of theirs, signed after Standard Webhooks
//! (standardwebhooks.com): ids only, and only of what is theirs.
//!
//! | file | what |
//! |---|---|
//! | [`event`] | the events, stored in the transaction of what they tell of |
//! | [`hooks`] | who wants to be told what, and where; secrets |
//! | [`address`] | which addresses may be called at all |
//! | [`signature`] | secrets and signatures |
//! | [`client`] | one request: to the address that was looked at, no redirects |
//! | [`failure`] | why an attempt failed, as a code |
//! | [`deliver`] | the worker's part: claims, sends, tries again, gives up |

pub mod address;
pub mod client;
pub mod deliver;
pub mod event;
pub mod failure;
pub mod hooks;
pub mod rows;
pub mod signature;

pub use event::{Event, EventKind, emit};
