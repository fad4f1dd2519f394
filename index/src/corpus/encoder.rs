//! What the corpus asks of the sentence encoders, and no more, so that tests can stand in for them.

use anyhow::Context;

pub use crate::embed::pieces::Pieces;
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
    /// The same with the pieces of the texts, where the model gives any.
    fn centred_with_pieces(
        &self,
        model: Model,
        role: Role,
        lang: &str,
        texts: &[&str],
    ) -> anyhow::Result<Vec<(Vec<f32>, Pieces)>> {
        Ok(self.centred(model, role, lang, texts)?.into_iter().map(|vector| (vector, Pieces::default())).collect())
    }
}

impl TextEncoder for Encoders {
    fn has(&self, model: Model) -> bool {
        Encoders::has(self, model)
    }

    fn version(&self, model: Model) -> String {
        model.version()
    }

    fn centred(&self, model: Model, role: Role, lang: &str, texts: &[&str]) -> anyhow::Result<Vec<Vec<f32>>> {
        Encoders::centred(self, model, role, lang, texts)
            .with_context(|| format!("cannot embed {} texts in {lang}", texts.len()))
    }

    fn centred_with_pieces(
        &self,
        model: Model,
        role: Role,
        lang: &str,
        texts: &[&str],
    ) -> anyhow::Result<Vec<(Vec<f32>, Pieces)>> {
        Encoders::centred_with_pieces(self, model, role, lang, texts)
            .with_context(|| format!("cannot embed {} texts in {lang}", texts.len()))
    }
}
