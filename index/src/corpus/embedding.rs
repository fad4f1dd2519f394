//! Texts to vectors, through the cache.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use anyhow::ensure;

use super::cache::{EmbeddingCache, Key, key};
use super::parts::Text;
use super::quantised::{PartVector, PartVectors};
use super::{CorpusError, Document, Model, Pieces, Result, Role, TextEncoder};
use crate::analyze::{Glossary, glossary, primary};

/// Texts handed to the model at once; the cache is written after each batch, so that a stop loses
/// little.
const BATCH: usize = 64;

/// What a document is read with: the encoders with the cache in front of them, and the glossary.
#[derive(Clone)]
pub struct Embedder {
    encoder: Option<Arc<dyn TextEncoder>>,
    cache: Option<Arc<EmbeddingCache>>,
    glossary: glossary::InUse,
}

/// The vectors of a document.
#[derive(Debug, Clone, Default)]
pub struct Embedded {
    /// Of the record as a whole, in the order of `Model::ALL`.
    pub record: [Option<PartVector>; 2],
    /// Of its parts, in step with [`super::Stored::of`].
    pub parts: PartVectors,
}

impl Embedder {
    pub fn new(encoder: Option<Arc<dyn TextEncoder>>, cache: Option<Arc<EmbeddingCache>>) -> Embedder {
        Embedder { encoder, cache, glossary: glossary::InUse::default() }
    }

    /// With this glossary, whatever takes its place later.
    pub fn with_glossary(self, glossary: glossary::InUse) -> Embedder {
        Embedder { glossary, ..self }
    }

    /// The glossary in use.
    pub fn glossary(&self) -> Arc<Glossary> {
        self.glossary.get()
    }

    pub fn has(&self, model: Model) -> bool {
        self.encoder.as_ref().is_some_and(|encoder| encoder.has(model))
    }

    pub(super) fn version(&self, model: Model) -> Option<String> {
        self.encoder.as_ref().filter(|encoder| encoder.has(model)).map(|encoder| encoder.version(model))
    }

    /// Vectors of texts, each embedded once in its life. May wait for texts that another thread has with the model just
    /// now; not to be called from a thread of rayon's.
    pub fn texts(&self, model: Model, role: Role, lang: &str, texts: &[&str]) -> Result<Vec<PartVector>> {
        let encoder =
            self.encoder.as_ref().filter(|encoder| encoder.has(model)).ok_or(CorpusError::NoModel(model.name()))?;
        let embed = |texts: &[&str]| check(model, encoder.centred_with_pieces(model, role, lang, texts)?, texts.len());
        let Some(cache) = &self.cache else {
            return Ok(embed(texts)?);
        };
        let version = encoder.version(model);
        let keys: Vec<Key> = texts.iter().map(|text| key(model, &version, role, lang, text)).collect();
        let text_of: HashMap<Key, &str> = keys.iter().copied().zip(texts.iter().copied()).collect();
        let known = cache.get(model, &keys)?;
        let mut found: HashMap<Key, PartVector> =
            keys.iter().zip(known).filter_map(|(key, known)| Some((*key, known?))).collect();
        let mut missing: Vec<Key> = keys.iter().copied().filter(|key| !found.contains_key(key)).collect();
        while !missing.is_empty() {
            let share = cache.under_way.take(&missing, BATCH);
            // Others may have finished some of these since they were looked for.
            let ended = cache.get(model, &share.keys)?;
            let ended = share.keys.iter().zip(ended).filter_map(|(key, ended)| Some((*key, ended?)));
            found.extend(ended);
            let fresh: Vec<Key> = share.keys.iter().copied().filter(|key| !found.contains_key(key)).collect();
            if !fresh.is_empty() {
                let fresh_texts: Vec<&str> = fresh.iter().filter_map(|key| text_of.get(key).copied()).collect();
                let vectors = embed(&fresh_texts)?;
                cache.put(&fresh.iter().copied().zip(&vectors).collect::<Vec<_>>())?;
                found.extend(fresh.into_iter().zip(vectors));
            }
            missing.retain(|key| !found.contains_key(key));
        }
        Ok(keys.iter().filter_map(|key| found.get(key).cloned()).collect())
    }

    /// Vectors of a document that need not be in any corpus: its record vector with `role`, its
    /// parts each in theirs; of every model there is.
    pub fn document(&self, document: &Document, role: Role) -> Result<Embedded> {
        let text = Text::of(document, &self.glossary());
        let lang = primary(&document.lang);
        let record = text.whole(&lang);
        let parts: Vec<_> = text.parts_with_role().collect();
        let mut embedded = Embedded::default();
        for model in Model::ALL.into_iter().filter(|model| self.has(*model)) {
            embedded.record[model.position()] = self.texts(model, role, &lang, &[&record])?.pop();
            embedded.parts.set(model, &self.parts(model, &lang, &parts)?);
        }
        Ok(embedded)
    }

    /// Vectors of parts, each in its role, in their order.
    fn parts(&self, model: Model, lang: &str, parts: &[(Role, Cow<'_, str>)]) -> Result<Vec<PartVector>> {
        let mut vectors = vec![PartVector::default(); parts.len()];
        for role in [Role::Query, Role::Passage] {
            let places: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].0 == role).collect();
            let texts: Vec<&str> = places.iter().map(|at| parts[*at].1.as_ref()).collect();
            for (at, vector) in places.into_iter().zip(self.texts(model, role, lang, &texts)?) {
                vectors[at] = vector;
            }
        }
        Ok(vectors)
    }
}

fn check(model: Model, encoded: Vec<(Vec<f32>, Pieces)>, wanted: usize) -> anyhow::Result<Vec<PartVector>> {
    ensure!(encoded.len() == wanted, "{} gave {} vectors for {wanted} texts", model.name(), encoded.len());
    let odd = encoded.iter().find(|(vector, _)| vector.len() != model.dim());
    ensure!(odd.is_none(), "{} gave a vector of another length than {}", model.name(), model.dim());
    Ok(encoded.into_iter().map(|(vector, pieces)| PartVector { pieces, ..PartVector::new(&vector) }).collect())
}
