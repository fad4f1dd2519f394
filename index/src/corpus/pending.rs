//! Giving records their vectors, in batches, while the corpus stays usable.

use std::collections::HashSet;

use anyhow::Context;

use super::quantised::PartVector;
use super::{Corpus, Model, Result, Role};

impl Corpus {
    /// Embeds up to `limit` records that have no vectors of this model yet, newest first.
    /// Answers how many records were done. Holds no lock while the model works.
    pub fn embed_pending(&self, model: Model, limit: usize) -> Result<usize> {
        let waiting = self.memory().newest_pending(model, limit);
        if waiting.is_empty() {
            return Ok(0);
        }
        let records = self.store.records(&waiting).context("cannot read the records to embed")?;
        let mut texts = Texts::default();
        let mut places = Vec::with_capacity(records.len());
        for (row, head, text) in &records {
            let record = texts.add(self.options.role, &head.lang, text.whole(&head.lang));
            let parts: Vec<Place> =
                text.parts_with_role().map(|(role, part)| texts.add(role, &head.lang, part.into_owned())).collect();
            places.push((*row, head.embedded, record, parts));
        }
        let vectors = texts.embed(self.embedder(), model)?;
        let _storing = super::lock(&self.storing);
        let current = self.store.records(&waiting).context("cannot read the records that were embedded")?;
        // A record that changed meanwhile keeps waiting.
        let unchanged: HashSet<(u32, [u8; 16])> = current.iter().map(|(row, head, _)| (*row, head.embedded)).collect();
        let done: Vec<_> = places
            .into_iter()
            .filter(|(row, embedded, ..)| unchanged.contains(&(*row, *embedded)))
            .filter_map(|(row, _, record, parts)| {
                let parts: Option<Vec<PartVector>> = parts.into_iter().map(|place| vectors.get(place)).collect();
                Some((row, vectors.get(record)?, parts?))
            })
            .collect();
        let count = done.len();
        self.keep_vectors(model, done)?;
        Ok(count)
    }

    /// Stores vectors and lets questions see them. The caller holds `storing`.
    pub(super) fn keep_vectors(&self, model: Model, vectors: Vec<(u32, PartVector, Vec<PartVector>)>) -> Result<()> {
        let write = self.store.write(|writing| {
            for (row, record, parts) in &vectors {
                writing.put_vectors(model, *row, record, parts)?;
            }
            Ok(())
        });
        write.context("cannot store vectors")?;
        let mut memory = self.memory_mut();
        for (row, record, _) in vectors {
            memory.vectors.set(row, model, &record);
            memory.embedded(row, model);
        }
        Ok(())
    }
}

/// Texts of many records, together by role and language, so that the model gets full batches.
#[derive(Default)]
struct Texts {
    groups: Vec<(Role, String, Vec<String>)>,
}

/// Group and position of a text.
#[derive(Clone, Copy)]
struct Place(usize, usize);

struct Embeddings(Vec<Vec<PartVector>>);

impl Texts {
    fn add(&mut self, role: Role, lang: &str, text: String) -> Place {
        let known =
            self.groups.iter().position(|(group_role, group_lang, _)| *group_role == role && group_lang == lang);
        let group = known.unwrap_or_else(|| {
            self.groups.push((role, lang.to_owned(), Vec::new()));
            self.groups.len() - 1
        });
        let texts = &mut self.groups[group].2;
        texts.push(text);
        Place(group, texts.len() - 1)
    }

    fn embed(&self, embedder: &super::Embedder, model: Model) -> Result<Embeddings> {
        let embedded = self.groups.iter().map(|(role, lang, texts)| {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            embedder.texts(model, *role, lang, &texts)
        });
        Ok(Embeddings(embedded.collect::<Result<_>>()?))
    }
}

impl Embeddings {
    fn get(&self, place: Place) -> Option<PartVector> {
        self.0.get(place.0)?.get(place.1).cloned()
    }
}
