//! Matching as the service does it: the index it asks, suggestions it stores, dossiers it shows.
//! The mathematics is in the `index` crate, which knows no database and no HTTP.

use crate::app::health::Part;

/// The indexes of the four libraries and the language models, shared by handlers and worker.
pub struct Engine {
    _private: (),
}

impl Engine {
    /// An engine that knows nothing yet.
    pub fn empty() -> Self {
        Self { _private: () }
    }

    /// Whether the index answers, for `/health/ready`.
    pub fn index_condition(&self) -> Part {
        Part::ready()
    }

    /// Whether the language models are there, for `/health/ready`.
    pub fn models_condition(&self) -> Part {
        Part::degraded("no language model is loaded: matching works on words alone")
    }

    /// Sets the gauges of the index for `/metrics`.
    pub fn measure(&self) {}
}
