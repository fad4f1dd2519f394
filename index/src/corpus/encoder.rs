//! What the corpus asks of the sentence encoders, and no more, so that tests can stand in for them.

use anyhow::Context;

pub use crate::embed::{Model, Role};

use crate::embed::Encoders;

/// Turns texts into vectors that can be compared across languages.
pub trait TextEncoder: Send + Sync {
    /// Whether this model is loaded.
    fn has(&self, model: Model) -> bool;
    /// Names the weights: vectors of another version are made again.
    fn version(&self, _model: Model) -> String {
        String::new()
    }
    /// Unit vectors of the texts, after the mean of their language was taken away.
    fn centred(&self, model: Model, role: Role, lang: &str, texts: &[&str]) -> anyhow::Result<Vec<Vec<f32>>>;
}

impl TextEncoder for Encoders {
    fn has(&self, model: Model) -> bool {
        Encoders::has(self, model)
    }

    fn version(&self, model: Model) -> String {
        model.version()
    }

    /// Spreads many texts over the current rayon pool; a few are not worth it.
    fn centred(&self, model: Model, role: Role, lang: &str, texts: &[&str]) -> anyhow::Result<Vec<Vec<f32>>> {
        let vectors = match texts {
            [] | [_] => Encoders::centred(self, model, role, lang, texts),
            _ => self.centred_parallel(model, role, lang, texts),
        };
        vectors.with_context(|| format!("cannot embed {} texts in {lang}", texts.len()))
    }
}
