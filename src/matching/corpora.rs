//! The four indexes of an installation, in one folder. There are two such folders: the one that is asked, and the one
//! that the next rebuild fills; a file names the first.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Context;
use siku_index::analyze::glossary::InUse;
use siku_index::corpus::{Corpus, CorpusError, CorpusOptions, EmbeddingCache, Model, TextEncoder};

use crate::library::LibraryKind;

const FOLDERS: [&str; 2] = ["a", "b"];
/// Holds the name of the folder that is asked.
const CURRENT: &str = "current";

/// One index a library.
pub struct Corpora {
    /// Name of their folder.
    name: &'static str,
    all: [Arc<Corpus>; 4],
    /// What their records are read with.
    pub glossary: InUse,
    // Dropped last: what lies in it is closed by then.
    folder: Folder,
}

/// Goes with the last who still asks what lies in it, once others have taken its place.
struct Folder {
    path: PathBuf,
    replaced: AtomicBool,
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.replaced.load(Ordering::Acquire)
            && let Err(error) = remove(&self.path)
        {
            tracing::warn!(error = format!("{error:#}"), "a replaced index stays until the next rebuild");
        }
    }
}

impl Corpora {
    /// Those that are asked.
    ///
    /// # Errors
    /// The folder cannot be read or written, or another process has it open.
    pub fn current(
        dir: &Path,
        cache: &Arc<EmbeddingCache>,
        encoder: Option<&Arc<dyn TextEncoder>>,
        glossary: &InUse,
    ) -> anyhow::Result<Corpora> {
        Corpora::open(dir, current_name(dir)?, cache, encoder, glossary)
    }

    /// New, empty ones beside those that are asked.
    ///
    /// # Errors
    /// As [`Corpora::current`].
    pub fn anew(
        dir: &Path,
        cache: &Arc<EmbeddingCache>,
        encoder: Option<&Arc<dyn TextEncoder>>,
        glossary: &InUse,
    ) -> anyhow::Result<Corpora> {
        let current = current_name(dir)?;
        let name = FOLDERS.into_iter().find(|name| *name != current).context("there is no second folder")?;
        remove(&dir.join(name))?;
        Corpora::open(dir, name, cache, encoder, glossary)
    }

    fn open(
        dir: &Path,
        name: &'static str,
        cache: &Arc<EmbeddingCache>,
        encoder: Option<&Arc<dyn TextEncoder>>,
        glossary: &InUse,
    ) -> anyhow::Result<Corpora> {
        let folder = dir.join(name);
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let open = |kind: LibraryKind| {
            let of_kind = match kind {
                LibraryKind::Demands => CorpusOptions::demands(),
                _ => CorpusOptions::default(),
            };
            let options = CorpusOptions { glossary: glossary.clone(), ..of_kind };
            let folder = folder.join(kind.as_str());
            let open = || Corpus::open(&folder, options.clone(), Some(Arc::clone(cache)), encoder.cloned());
            let opened = match open() {
                // Nothing lies in it that the database does not have: it is filled again from the change feed.
                Err(CorpusError::Unusable { reason, .. }) => {
                    tracing::warn!(library = kind.as_str(), reason, "an index cannot be used and is made again");
                    remove(&folder)?;
                    open()
                }
                opened => opened,
            };
            opened.map(Arc::new).with_context(|| format!("cannot open the index of {}", kind.as_str()))
        };
        let all = [
            open(LibraryKind::Technologies)?,
            open(LibraryKind::Demands)?,
            open(LibraryKind::Results)?,
            open(LibraryKind::Institutions)?,
        ];
        let glossary = glossary.clone();
        Ok(Corpora { name, all, glossary, folder: Folder { path: folder, replaced: AtomicBool::new(false) } })
    }

    /// Whether these are the ones that are asked.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn is_current(&self, dir: &Path) -> anyhow::Result<bool> {
        Ok(current_name(dir)? == self.name)
    }

    /// Makes these the ones that are asked from now on, also after a stop.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn make_current(&self, dir: &Path) -> anyhow::Result<()> {
        let (written, place) = (dir.join("current.new"), dir.join(CURRENT));
        std::fs::write(&written, self.name).with_context(|| format!("cannot write {}", written.display()))?;
        std::fs::rename(&written, &place).with_context(|| format!("cannot write {}", place.display()))
    }

    /// Others have taken their place.
    pub fn replace(&self) {
        self.folder.replaced.store(true, Ordering::Release);
    }

    /// Removes the folder beside theirs, which nobody has open.
    ///
    /// # Errors
    /// It cannot be removed.
    pub fn remove_others(&self, dir: &Path) -> anyhow::Result<()> {
        FOLDERS.into_iter().filter(|name| *name != self.name).try_for_each(|name| remove(&dir.join(name)))
    }

    /// The index of a library.
    pub fn of(&self, kind: LibraryKind) -> &Arc<Corpus> {
        let position = match kind {
            LibraryKind::Technologies => 0,
            LibraryKind::Demands => 1,
            LibraryKind::Results => 2,
            LibraryKind::Institutions => 3,
        };
        &self.all[position]
    }

    /// Records that wait for a model, over all libraries; 0 where the model is missing.
    pub fn pending(&self, model: Model) -> usize {
        self.all.iter().filter(|corpus| corpus.embedder().has(model)).map(|corpus| corpus.pending(model)).sum()
    }

    /// Embeds up to `limit` waiting records of the first library that has any. Demands and technologies come first.
    ///
    /// # Errors
    /// The encoder or the index failed.
    pub fn embed_some(&self, model: Model, limit: usize) -> anyhow::Result<usize> {
        for kind in [LibraryKind::Demands, LibraryKind::Technologies, LibraryKind::Institutions, LibraryKind::Results] {
            let corpus = self.of(kind);
            if corpus.embedder().has(model) && corpus.pending(model) > 0 {
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
        work: impl FnOnce(&Corpora) -> anyhow::Result<T> + Send + 'static,
    ) -> anyhow::Result<T> {
        let corpora = Arc::clone(self);
        tokio::task::spawn_blocking(move || work(&corpora)).await.context("a worker thread was torn down")?
    }
}

fn current_name(dir: &Path) -> anyhow::Result<&'static str> {
    let place = dir.join(CURRENT);
    let written = match std::fs::read_to_string(&place) {
        Ok(written) => written,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(FOLDERS[0]),
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", place.display())),
    };
    let known = FOLDERS.into_iter().find(|name| *name == written.trim());
    known.with_context(|| format!("{} names no folder: {written:?}", place.display()))
}

fn remove(folder: &Path) -> anyhow::Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}
