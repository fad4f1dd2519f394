//! The indexes, the language models and the matcher, opened once and shared.
//!
//! Everything here is CPU work or file access: call it from a blocking thread ([`Engine::blocking`]).

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use anyhow::Context;
use siku_index::analyze::glossary::{Glossary, InUse};
use siku_index::corpus::{Corpus, EmbeddingCache, Model, Role, TextEncoder};
use siku_index::embed::Encoders;
use siku_index::matching::{Matcher, Weights};

use crate::app::health::Part;
use crate::config::Settings;
use crate::db::Db;
use crate::library::LibraryKind;

use super::corpora::Corpora;
use super::learning::versions::SHIPPED;
use super::naming;
use super::whose;

/// What matching works with.
pub struct Engine {
    dir: PathBuf,
    cache: Arc<EmbeddingCache>,
    corpora: RwLock<Arc<Corpora>>,
    rebuilding: tokio::sync::Mutex<()>,
    encoder: Option<Arc<dyn TextEncoder>>,
    glossary: InUse,
    /// The algorithm the program came with, whatever weights are in force.
    base: String,
    /// The version of the weights in force, and what ranks with it.
    matcher: RwLock<(i32, Matcher)>,
    suggestions: usize,
    missing: Vec<String>,
}

/// Indexes that are being built while the others are asked.
pub struct Rebuilding<'a> {
    engine: &'a Engine,
    corpora: Arc<Corpora>,
    _alone: tokio::sync::MutexGuard<'a, ()>,
}

impl Rebuilding<'_> {
    /// The new indexes.
    pub fn corpora(&self) -> &Arc<Corpora> {
        &self.corpora
    }

    /// Has them asked from now on.
    ///
    /// # Errors
    /// The index folder cannot be written.
    pub fn put_in_place(self) -> anyhow::Result<()> {
        self.engine.put_in_place(self.corpora)
    }
}

impl Engine {
    /// Opens the indexes under `index.dir` and the models under `models.dir`. A model that is missing is no error:
    /// matching goes on with what is there, and says so.
    ///
    /// # Errors
    /// A damaged model file, or an index folder that cannot be read or written or is in use by another process.
    pub fn open(settings: &Settings) -> anyhow::Result<Engine> {
        let (encoder, missing) = encoders(settings)?;
        Engine::with(settings, encoder, missing, Corpora::current)
    }

    /// Opens them for this database. Indexes of another one, or from after a state that it was put back to, are left and
    /// new ones begun, which fill from it as any others; what was embedded once is not embedded again.
    ///
    /// # Errors
    /// As [`Engine::open`]; or the database failed.
    pub async fn open_for(settings: &Settings, db: &Db) -> anyhow::Result<Engine> {
        let engine = Engine::open(settings)?;
        if !whose::is_made_from(db, &engine.dir, &engine.corpora()).await? {
            let dir = engine.dir.display();
            tracing::warn!("the index in {dir} was not made from this database as it is: it is made anew");
            engine.rebuild()?.put_in_place()?;
        }
        whose::mark(db, &engine.dir).await?;
        naming::follow(db, &engine.glossary).await?;
        Ok(engine)
    }

    /// With vectors from elsewhere than the models of the settings.
    ///
    /// # Errors
    /// As [`Engine::open`].
    pub fn open_with(settings: &Settings, encoder: Arc<dyn TextEncoder>) -> anyhow::Result<Engine> {
        Engine::with(settings, Some(encoder), Vec::new(), Corpora::current)
    }

    /// With new, empty indexes beside those that are asked, which may be beyond use; [`Engine::put_in_place`] or a
    /// rebuild makes them the ones that are asked.
    ///
    /// # Errors
    /// As [`Engine::open`].
    pub fn open_anew(settings: &Settings) -> anyhow::Result<Engine> {
        let (encoder, missing) = encoders(settings)?;
        Engine::with(settings, encoder, missing, Corpora::anew)
    }

    fn with(
        settings: &Settings,
        encoder: Option<Arc<dyn TextEncoder>>,
        missing: Vec<String>,
        open: impl FnOnce(&Path, &Arc<EmbeddingCache>, Option<&Arc<dyn TextEncoder>>, &InUse) -> anyhow::Result<Corpora>,
    ) -> anyhow::Result<Engine> {
        let dir = settings.index.dir.clone();
        // Beside the indexes, not in them: what was embedded once survives a rebuild.
        let cache = EmbeddingCache::open(&dir.join("embeddings.redb")).with_context(|| {
            format!("cannot open the index in {}; is another siku process using it?", dir.display())
        })?;
        let cache = Arc::new(cache);
        let glossary = InUse::default();
        let corpora = open(&dir, &cache, encoder.as_ref(), &glossary)?;
        let weights = Weights::shipped()?;
        Ok(Engine {
            dir,
            cache,
            corpora: RwLock::new(Arc::new(corpora)),
            rebuilding: tokio::sync::Mutex::new(()),
            encoder,
            glossary,
            base: weights.algorithm.clone(),
            matcher: RwLock::new((SHIPPED, Matcher::new(weights))),
            suggestions: settings.matching.suggestions,
            missing,
        })
    }

    /// Begins a rebuild beside the indexes that are asked.
    ///
    /// # Errors
    /// One is under way, or the index folder cannot be written.
    pub fn rebuild(&self) -> anyhow::Result<Rebuilding<'_>> {
        let alone = self.rebuilding.try_lock().context("the index is being rebuilt already")?;
        let current = self.corpora();
        let corpora = if current.is_current(&self.dir)? {
            Arc::new(Corpora::anew(&self.dir, &self.cache, self.encoder.as_ref(), &self.glossary)?)
        } else {
            current
        };
        Ok(Rebuilding { engine: self, corpora, _alone: alone })
    }

    /// Has these indexes asked from now on, also after a stop. Those that were asked go with the last who still does.
    ///
    /// # Errors
    /// The index folder cannot be written.
    pub fn put_in_place(&self, corpora: Arc<Corpora>) -> anyhow::Result<()> {
        corpora.make_current(&self.dir)?;
        let mut asked = self.corpora.write().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut *asked, corpora);
        if Arc::ptr_eq(&before, &asked) {
            return asked.remove_others(&self.dir);
        }
        before.replace();
        Ok(())
    }

    /// The indexes that are asked.
    pub fn corpora(&self) -> Arc<Corpora> {
        Arc::clone(&self.corpora.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The index of a library.
    pub fn corpus(&self, kind: LibraryKind) -> Arc<Corpus> {
        Arc::clone(self.corpora().of(kind))
    }

    /// What texts are read with, this installation's terms included.
    pub fn glossary(&self) -> Arc<Glossary> {
        self.glossary.get()
    }

    /// What ranks with the weights in force. Whoever computes one answer asks once.
    pub fn matcher(&self) -> Matcher {
        self.matcher.read().unwrap_or_else(PoisonError::into_inner).1.clone()
    }

    /// The version of the weights that are used.
    pub fn weights_version(&self) -> i32 {
        self.matcher.read().unwrap_or_else(PoisonError::into_inner).0
    }

    /// The algorithm the program came with.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Ranks with these weights from now on.
    pub fn use_weights(&self, version: i32, weights: Weights) {
        *self.matcher.write().unwrap_or_else(PoisonError::into_inner) = (version, Matcher::new(weights));
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
        let corpora = self.corpora();
        let waiting: usize = Model::ALL.into_iter().map(|model| corpora.pending(model)).sum();
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

/// The models that are there, if any is.
type Models = Option<Arc<dyn TextEncoder>>;

/// The models of the settings, and which are missing.
fn encoders(settings: &Settings) -> anyhow::Result<(Models, Vec<String>)> {
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
    Ok((encoder, missing))
}
