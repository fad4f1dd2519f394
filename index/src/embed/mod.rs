//! Sentence vectors on the CPU: two multilingual encoders, in plain Rust.
//!
//! [`Encoders`] is opened once and shared. USE is quick and reads sixteen languages; e5 is about ten times slower, reads a
//! hundred, and tells a question from an answer. The two vectors, centred, one after the other, are better than each,
//! where both read the language ([`Model::reads`]).
//! What it is not: an index (see `vectors`), or a judge of a match (see `signals`).
//!
//! Reading order: this file · [`use_model`] and [`e5`] (the networks) · [`unigram`] and [`normalise`] (text to pieces) ·
//! [`int8`], [`q4`], [`attention`], [`maths`] (arithmetic) · [`store`], [`rows`] (files) · [`centres`].
//!
//! Models lie in a folder as `use/weights.npz`, `use/sp.model`, `e5/e5-small-q4.bin` (put there by `models.sh`). The first
//! opening unpacks what a start needs into `use/prepared.bin` and `e5/prepared.bin` (about two seconds, 90 MB of disk, 180 MB
//! of memory while it lasts); [`Encoders::open`] is all it takes, so an installer may open once and throw the result away.
//! When the folder cannot be written the same is kept in memory, which costs those seconds and 65 MB at every start.
//!
//! Measured with `examples/embed_bench.rs`: both models open take 25 MB, and up to 40 MB while they work.

mod attention;
pub mod centres;
mod checksum;
mod darts;
mod e5;
mod e5_package;
mod int8;
mod maths;
mod normalise;
mod npz;
pub mod pieces;
mod q4;
mod rows;
mod store;
mod unigram;
mod use_model;
mod use_package;

use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use e5::E5Model;
use pieces::{Pieces, States};
use use_model::UseModel;

/// Which encoder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Model {
    /// Universal Sentence Encoder multilingual v3: quick, 512 values
    Use,
    /// multilingual-e5-small: slow, 384 values
    E5,
}

impl Model {
    /// Both, in the order in which their vectors are joined.
    pub const ALL: [Model; 2] = [Model::Use, Model::E5];
    /// Length of both vectors together.
    pub const TOTAL: usize = Model::Use.dim() + Model::E5.dim();

    /// Length of a vector.
    pub const fn dim(self) -> usize {
        match self {
            Model::Use => use_model::DIM,
            Model::E5 => e5::DIM,
        }
    }

    /// Short name, also the name of its folder: `use` or `e5`.
    pub const fn name(self) -> &'static str {
        match self {
            Model::Use => "use",
            Model::E5 => "e5",
        }
    }

    /// Place in pairs of values, one per model, in the order of [`Model::ALL`].
    pub const fn position(self) -> usize {
        match self {
            Model::Use => 0,
            Model::E5 => 1,
        }
    }

    /// Whether it reads a language (a tag, of which the first part counts). Of one that it does not, it gives vectors that are
    /// near to anything; where no language is said it may be one that it reads.
    pub fn reads(self, lang: &str) -> bool {
        let primary = centres::primary(lang);
        let mut known = use_model::LANGUAGES.iter().chain(&["", "und", "mul"]);
        self == Model::E5 || known.any(|known| known.eq_ignore_ascii_case(primary))
    }

    /// Names everything that decides a centred vector: weights, centres and which languages are read. Stored vectors of
    /// another version are of no use.
    pub fn version(self) -> String {
        let weights: String = self.files().iter().filter_map(|file| file.blake3.get(..12)).collect();
        match self {
            Model::Use => format!("{weights}-{}-{}", centres::version(), use_model::LANGUAGES.len()),
            Model::E5 => format!("{weights}-{}-{}", centres::version(), pieces::version()),
        }
    }

    fn files(self) -> &'static [store::Expected] {
        match self {
            Model::Use => &use_model::FILES,
            Model::E5 => &e5::FILES,
        }
    }
}

/// What a text is to the search. e5 was trained with the difference; USE ignores it. To compare sentence with sentence use
/// [`Role::Passage`] on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// what is looked for
    Query,
    /// what may be found
    Passage,
}

/// Why the models cannot be opened. A model that is simply not there is no error (see [`Encoders::missing`]).
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A file exists but is not what it should be: put the models in place again.
    #[error("model file {} is damaged: {why}", file.display())]
    Damaged {
        /// the file
        file: PathBuf,
        /// what is wrong with it
        why: String,
    },
    /// A file exists but cannot be read.
    #[error("cannot read model file {}", file.display())]
    Read {
        /// the file
        file: PathBuf,
        /// what the system says
        source: io::Error,
    },
}

impl OpenError {
    fn damaged(file: &Path, why: impl Into<String>) -> OpenError {
        OpenError::Damaged { file: file.to_owned(), why: why.into() }
    }
}

/// Why a text has no vector.
#[derive(Debug, thiserror::Error)]
pub enum EncodeError {
    /// The model is not in the folder.
    #[error("language model {} is not installed", .0.name())]
    Missing(Model),
    /// The embedding table can no longer be read.
    #[error("cannot read the table of language model {}", model.name())]
    Read {
        /// the model
        model: Model,
        /// what the system says
        source: io::Error,
    },
}

/// A model that is not there, and the file that was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// the model
    pub model: Model,
    /// the first of its files that does not exist
    pub file: PathBuf,
}

/// The opened encoders; share it in an `Arc`.
pub struct Encoders {
    quick: Option<UseModel>,
    thorough: Option<E5Model>,
    missing: Vec<Missing>,
}

/// Texts are sent to other threads in groups of about this many bytes: enough to fill a batch, small enough to share out.
const GROUP: usize = 2048;

impl Encoders {
    /// Opens what is in `dir` (sub-folders `use` and `e5`). Takes under 150 ms once the models are prepared (see the module).
    ///
    /// # Errors
    /// [`OpenError`] when a file is damaged or cannot be read. A missing model is no error.
    pub fn open(dir: &Path) -> Result<Encoders, OpenError> {
        let mut missing = Vec::new();
        let mut there = |model: Model| {
            let folder = dir.join(model.name());
            let absent = model.files().iter().map(|file| folder.join(file.name)).find(|file| !file.exists());
            missing.extend(absent.iter().cloned().map(|file| Missing { model, file }));
            absent.is_none().then_some(folder)
        };
        let quick = there(Model::Use).map(|folder| UseModel::open(&folder)).transpose()?;
        let thorough = there(Model::E5).map(|folder| E5Model::open(&folder)).transpose()?;
        Ok(Encoders { quick, thorough, missing })
    }

    /// Can this model encode?
    pub fn has(&self, model: Model) -> bool {
        match model {
            Model::Use => self.quick.is_some(),
            Model::E5 => self.thorough.is_some(),
        }
    }

    /// The models that were not found, with the file that was looked for.
    pub fn missing(&self) -> &[Missing] {
        &self.missing
    }

    /// Number of pieces the model sees for a text, with its marks and prefix; what the time to encode it is proportional to.
    ///
    /// # Errors
    /// [`EncodeError::Missing`].
    pub fn pieces(&self, model: Model, role: Role, text: &str) -> Result<usize, EncodeError> {
        match model {
            Model::Use => self.quick.as_ref().map(|quick| quick.tokens(text).len()),
            Model::E5 => self.thorough.as_ref().map(|thorough| thorough.tokens(role, text).len() + 2),
        }
        .ok_or(EncodeError::Missing(model))
    }

    /// Unit vectors of [`Model::dim`] values, one per text, not centred, on the calling thread. Any text has a vector, also
    /// an empty one; a long one is not cut, its time grows linearly. The company of other texts does not change a vector.
    ///
    /// # Errors
    /// [`EncodeError`] when the model is missing or its table cannot be read.
    pub fn encode(&self, model: Model, role: Role, texts: &[&str]) -> Result<Vec<Vec<f32>>, EncodeError> {
        Ok(self.encode_with_states(model, role, texts)?.into_iter().map(|(vector, _)| vector).collect())
    }

    /// The same with the states of the pieces, which USE has none of.
    ///
    /// # Errors
    /// As [`Encoders::encode`].
    pub fn encode_with_states(
        &self,
        model: Model,
        role: Role,
        texts: &[&str],
    ) -> Result<Vec<(Vec<f32>, States)>, EncodeError> {
        let encoded = match model {
            Model::Use => {
                let quick = self.quick.as_ref().ok_or(EncodeError::Missing(model))?;
                let vectors = quick.encode(&texts.iter().map(|text| quick.tokens(text)).collect::<Vec<_>>());
                vectors.map(|vectors| vectors.into_iter().map(|vector| (vector, States::default())).collect())
            }
            Model::E5 => {
                let thorough = self.thorough.as_ref().ok_or(EncodeError::Missing(model))?;
                thorough.encode(&texts.iter().map(|text| thorough.tokens(role, text)).collect::<Vec<_>>())
            }
        };
        encoded.map_err(|source| EncodeError::Read { model, source })
    }

    /// As [`Encoders::encode`], shared out over the threads of the current rayon pool (`pool.install(|| …)` chooses another).
    ///
    /// # Errors
    /// As [`Encoders::encode`].
    pub fn encode_parallel(&self, model: Model, role: Role, texts: &[&str]) -> Result<Vec<Vec<f32>>, EncodeError> {
        shared_out(texts, |texts| self.encode(model, role, texts))
    }

    /// Vectors with the mean of their language (and role) taken away, unit length again. `lang` is a language tag; see
    /// [`centres`]. A model that does not read the language says nothing: all 0. On the calling thread.
    ///
    /// # Errors
    /// As [`Encoders::encode`].
    pub fn centred(&self, model: Model, role: Role, lang: &str, texts: &[&str]) -> Result<Vec<Vec<f32>>, EncodeError> {
        if !model.reads(lang) {
            return Ok(vec![vec![0.0; model.dim()]; texts.len()]);
        }
        let mut vectors = self.encode(model, role, texts)?;
        centre(model, role, lang, &mut vectors);
        Ok(vectors)
    }

    /// As [`Encoders::centred`], with the pieces of what may answer, in one going through the network; shared out over the
    /// threads of the current rayon pool.
    ///
    /// # Errors
    /// As [`Encoders::encode`].
    pub fn centred_with_pieces(
        &self,
        model: Model,
        role: Role,
        lang: &str,
        texts: &[&str],
    ) -> Result<Vec<(Vec<f32>, Pieces)>, EncodeError> {
        if !model.reads(lang) {
            return Ok(vec![(vec![0.0; model.dim()], Pieces::default()); texts.len()]);
        }
        shared_out(texts, |texts| {
            let encoded = self.encode_with_states(model, role, texts)?.into_iter();
            let one = |(vector, states): (Vec<f32>, States)| {
                let mut vector = [vector];
                centre(model, role, lang, &mut vector);
                let [vector] = vector;
                let pieces = if role == Role::Passage { Pieces::of(&states, lang) } else { Pieces::default() };
                (vector, pieces)
            };
            Ok(encoded.map(one).collect())
        })
    }
}

/// Has groups of texts worked on by the threads of the current rayon pool; one text a text, in their order.
fn shared_out<T: Clone + Default + Send>(
    texts: &[&str],
    work: impl Fn(&[&str]) -> Result<Vec<T>, EncodeError> + Sync,
) -> Result<Vec<T>, EncodeError> {
    if texts.len() < 2 {
        return work(texts);
    }
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(texts[index].len()));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut size = usize::MAX;
    for index in order {
        let bytes = texts[index].len() + 1;
        if size.saturating_add(bytes) > GROUP {
            groups.push(Vec::new());
            size = 0;
        }
        size += bytes;
        if let Some(group) = groups.last_mut() {
            group.push(index);
        }
    }
    let done: Vec<(Vec<usize>, Vec<T>)> = groups
        .into_par_iter()
        .map(|group| {
            let own: Vec<&str> = group.iter().map(|&index| texts[index]).collect();
            work(&own).map(|done| (group, done))
        })
        .collect::<Result<_, EncodeError>>()?;
    let mut out = vec![T::default(); texts.len()];
    for (index, one) in done.into_iter().flat_map(|(group, done)| group.into_iter().zip(done)) {
        out[index] = one;
    }
    Ok(out)
}

/// Takes the mean of a language away from vectors of [`Encoders::encode`] and makes their length 1 again. For callers that
/// keep the plain vectors, or have texts of several languages in one batch.
pub fn centre(model: Model, role: Role, lang: &str, vectors: &mut [Vec<f32>]) {
    let mean = centres::centre(model, role, lang);
    for vector in vectors {
        for (value, mean) in vector.iter_mut().zip(&mean) {
            *value -= mean;
        }
        maths::normalise(vector);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_quick_model_has_languages_that_it_does_not_read() {
        for lang in ["zh", "pt-BR", "AR", "tr", "id", "", "und"] {
            assert!(Model::ALL.into_iter().all(|model| model.reads(lang)), "{lang}");
        }
        for lang in ["sw", "hi", "fa-IR", "vi"] {
            assert_eq!(Model::ALL.map(|model| model.reads(lang)), [false, true], "{lang}");
        }
    }

    #[test]
    fn encoders_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Encoders>();
        assert_eq!((Model::TOTAL, Model::ALL.map(Model::dim)), (896, [512, 384]));
    }
}
