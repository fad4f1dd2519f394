//! The four indexes, the language models and the matcher, opened once and shared.
//!
//! Everything here is CPU work or file access: call it from a blocking thread ([`Engine::blocking`]).

use std::sync::Arc;

use anyhow::Context;
use siku_index::corpus::{Corpus, CorpusOptions, EmbeddingCache, Model, Role, TextEncoder};
use siku_index::embed::Encoders;
use siku_index::matching::{Matcher, Weights};

use crate::app::health::Part;
use crate::config::Settings;
use crate::library::LibraryKind;

/// Folder of the indexes that are asked.
const LIVE: &str = "live";
/// Folder of indexes that are being built.
const NEXT: &str = "next";

/// What matching works with.
pub struct Engine {
    corpora: [Corpus; 4],
    encoder: Option<Arc<dyn TextEncoder>>,
    matcher: Matcher,
    suggestions: usize,
    missing: Vec<String>,
}

impl Engine {
    /// Opens the indexes under `index.dir` and the models under `models.dir`. A model that is missing is no error:
    /// matching goes on with what is there, and says so.
    ///
    /// # Errors
    /// A damaged model file, or an index folder that cannot be read or written or is in use by another process.
    pub fn open(settings: &Settings) -> anyhow::Result<Engine> {
        Engine::open_named(settings, LIVE)
    }

    /// A new, empty set of indexes beside the live one; [`swap_in`] makes it the live one.
    ///
    /// # Errors
    /// As [`Engine::open`].
    pub fn begin_anew(settings: &Settings) -> anyhow::Result<Engine> {
        let next = settings.index.dir.join(NEXT);
        if next.exists() {
            std::fs::remove_dir_all(&next).with_context(|| format!("cannot remove {}", next.display()))?;
        }
        Engine::open_named(settings, NEXT)
    }

    fn open_named(settings: &Settings, name: &str) -> anyhow::Result<Engine> {
        let encoders = Encoders::open(&settings.models.dir)
            .with_context(|| format!("cannot open the language models in {}", settings.models.dir.display()))?;
        let missing: Vec<String> = encoders
            .missing()
            .iter()
            .map(|missing| format!("{} ({} is not there)", missing.model.name(), missing.file.display()))
            .collect();
        for text in &missing {
            tracing::warn!("LANGUAGE MODEL MISSING: {text}; run ./models.sh to put the models in place");
        }
        let encoder: Option<Arc<dyn TextEncoder>> = if missing.len() < Model::ALL.len() {
            Some(Arc::new(encoders))
        } else {
            tracing::warn!("NO LANGUAGE MODEL: matching works on words alone and not across languages");
            None
        };
        let dir = settings.index.dir.join(name);
        std::fs::create_dir_all(&dir).with_context(|| format!("cannot make the index folder {}", dir.display()))?;
        // Beside the indexes, not in them: what was embedded once survives a rebuild.
        let cache = EmbeddingCache::open(&settings.index.dir.join("embeddings.redb")).with_context(|| {
            format!("cannot open the index in {}; is another siku process using it?", settings.index.dir.display())
        })?;
        let cache = Arc::new(cache);
        let open = |kind: LibraryKind| {
            let options = match kind {
                LibraryKind::Demands => CorpusOptions::demands(),
                _ => CorpusOptions::default(),
            };
            Corpus::open(&dir.join(kind.as_str()), options, Some(Arc::clone(&cache)), encoder.clone())
                .with_context(|| format!("cannot open the index of {}", kind.as_str()))
        };
        let corpora = [
            open(LibraryKind::Technologies)?,
            open(LibraryKind::Demands)?,
            open(LibraryKind::Results)?,
            open(LibraryKind::Institutions)?,
        ];
        let matcher = Matcher::new(encoder.clone(), Weights::shipped()?);
        Ok(Engine { corpora, encoder, matcher, suggestions: settings.matching.suggestions, missing })
    }

    /// The index of a library.
    pub fn corpus(&self, kind: LibraryKind) -> &Corpus {
        let position = match kind {
            LibraryKind::Technologies => 0,
            LibraryKind::Demands => 1,
            LibraryKind::Results => 2,
            LibraryKind::Institutions => 3,
        };
        &self.corpora[position]
    }

    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// Suggestions kept for a demand.
    pub fn suggestions(&self) -> usize {
        self.suggestions
    }

    /// Whether there is no language model at all.
    pub fn words_only(&self) -> bool {
        self.encoder.is_none()
    }

    /// Whether this model is there.
    pub fn has(&self, model: Model) -> bool {
        self.encoder.as_ref().is_some_and(|encoder| encoder.has(model))
    }

    /// Vector of what somebody looks for; `None` where the model is missing. Not kept: questions are many and short.
    ///
    /// # Errors
    /// The encoder failed.
    pub fn question(&self, model: Model, lang: &str, text: &str) -> anyhow::Result<Option<Vec<f32>>> {
        match &self.encoder {
            Some(encoder) if encoder.has(model) => {
                Ok(encoder.centred(model, Role::Query, lang, &[text])?.into_iter().next())
            }
            _ => Ok(None),
        }
    }

    /// Records that wait for a model, over all libraries; 0 where the model is missing.
    pub fn pending(&self, model: Model) -> usize {
        if !self.has(model) {
            return 0;
        }
        self.corpora.iter().map(|corpus| corpus.pending(model)).sum()
    }

    /// Embeds up to `limit` waiting records of the first library that has any. Demands and technologies come first.
    ///
    /// # Errors
    /// The encoder or the index failed.
    pub fn embed_some(&self, model: Model, limit: usize) -> anyhow::Result<usize> {
        if !self.has(model) {
            return Ok(0);
        }
        for kind in [LibraryKind::Demands, LibraryKind::Technologies, LibraryKind::Institutions, LibraryKind::Results] {
            let corpus = self.corpus(kind);
            if corpus.pending(model) > 0 {
                return Ok(corpus.embed_pending(model, limit)?);
            }
        }
        Ok(0)
    }

    /// Runs `work` on a thread that may block.
    ///
    /// # Errors
    /// What `work` answers, or that its thread was torn down.
    pub async fn blocking<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Engine) -> anyhow::Result<T> + Send + 'static,
    ) -> anyhow::Result<T> {
        let engine = Arc::clone(self);
        tokio::task::spawn_blocking(move || work(&engine)).await.context("a worker thread was torn down")?
    }

    /// Whether the index answers, for `/health/ready`.
    pub fn index_condition(&self) -> Part {
        let waiting = self.pending(Model::Use) + self.pending(Model::E5);
        if waiting == 0 {
            return Part::ready();
        }
        Part { detail: Some(format!("{waiting} embeddings are still to be made")), ..Part::ready() }
    }

    /// Whether the language models are there, for `/health/ready`.
    pub fn models_condition(&self) -> Part {
        match self.missing.len() {
            0 => Part::ready(),
            1 => Part::degraded(format!("a language model is missing: {}", self.missing.join(", "))),
            _ => Part::degraded(format!(
                "no language model: matching works on words alone; missing: {}",
                self.missing.join(", ")
            )),
        }
    }

    /// Sets the gauges of the index for `/metrics`.
    pub fn measure(&self) {
        for kind in LibraryKind::ALL {
            let corpus = self.corpus(*kind);
            let library = kind.as_str();
            metrics::gauge!("siku_index_records", "library" => library).set(corpus.len() as f64);
            metrics::gauge!("siku_index_bytes", "library" => library).set(corpus.index_bytes() as f64);
            metrics::gauge!("siku_index_last_change", "library" => library).set(corpus.last_change() as f64);
            for model in Model::ALL {
                metrics::gauge!("siku_embeddings_pending", "library" => library, "model" => model.name())
                    .set(corpus.pending(model) as f64);
            }
        }
    }
}

/// Makes the indexes of [`Engine::begin_anew`] the live ones. Nobody may have either open.
///
/// # Errors
/// The folders cannot be renamed.
pub fn swap_in(settings: &Settings) -> anyhow::Result<()> {
    let [live, next, old] = [LIVE, NEXT, "old"].map(|name| settings.index.dir.join(name));
    if live.exists() {
        std::fs::rename(&live, &old).with_context(|| format!("cannot move {} away", live.display()))?;
    }
    std::fs::rename(&next, &live).with_context(|| format!("cannot put {} in place", next.display()))?;
    if old.exists() {
        std::fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    Ok(())
}
