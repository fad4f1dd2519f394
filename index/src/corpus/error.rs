//! What can go wrong with a corpus, by what the caller can do about it.

use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// Written by another version of the index, or damaged: rebuild it.
    #[error("the index in {dir} cannot be used, rebuild it: {reason}")]
    Unusable { dir: PathBuf, reason: String },
    /// Another process has it open.
    #[error("the index in {dir} is in use by another process")]
    Locked { dir: PathBuf },
    /// Embedding was asked for, and this model is not loaded.
    #[error("the language model {0} is not loaded")]
    NoModel(&'static str),
    /// Reading or writing failed; the operation may be tried again.
    #[error(transparent)]
    Storage(#[from] anyhow::Error),
}

pub type Result<T, E = CorpusError> = std::result::Result<T, E>;
