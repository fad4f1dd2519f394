//! Matching demands and technologies across languages. Knows no database and no HTTP.
//!
//! | module | what |
//! |---|---|
//! | [`analyze`] | text to words, sentences, language |
//! | [`embed`] | sentence encoders on the CPU |
//! | [`corpus`] | one library's index: words, vectors, texts; candidates for a question |
//! | [`signals`] | the reasons for and against a pair: one list |
//! | [`matching`] | candidates → signals → calibrated score, with explanation |
//! | [`coverage`] | requirement by requirement: verdict and deciding sentence |
//! | [`duplicates`] | the same record twice: edited, or in another language |
//! | [`evaluate`] | judged collections: nDCG, recall, verdicts, latency |
//! | [`bench`] | what matching costs, on a corpus that is made up |
//! | [`learn`] | weights from judgements |

pub mod analyze;
pub mod bench;
pub mod corpus;
pub mod coverage;
pub mod duplicates;
pub mod embed;
pub mod evaluate;
pub mod learn;
pub mod matching;
pub mod signals;
mod threads;
