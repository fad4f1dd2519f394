//! The made-up corpus as any full-text engine takes it, with the same words as Siku's index, and what plain tantivy
//! makes of it: one text field, the words of a demand joined by OR, the best twenty, pruned as it prunes by default.

use std::collections::HashSet;
use std::path::Path;

use anyhow::Context;
use serde::Serialize;
use tantivy::collector::TopDocs;
use tantivy::query::BooleanQuery;
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexWriter, TantivyDocument, Term};

use super::clock::{process_cpu_ms, thread_cpu_ms};
use super::made_up::{Stream, Writer};
use super::{BATCH, latency};
use crate::analyze::words;
use crate::corpus::Document;
use crate::evaluate::Latency;

/// Answers asked for.
pub const ANSWERS: usize = 20;
/// Memory of the writer.
const MEMORY: usize = 64 << 20;

/// What an engine costs, in CPU time, the cutting of texts into words included.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Cost {
    pub index_docs_per_s: f64,
    pub match_cpu_ms: Latency,
}

impl Cost {
    /// Of the CPU time of indexing so many records and of each question, in milliseconds.
    pub fn of(technologies: usize, index_ms: f64, demands_ms: Vec<f64>) -> Cost {
        let index_docs_per_s = (technologies as f64 / (index_ms / 1e3).max(1e-9)).round();
        Cost { index_docs_per_s, match_cpu_ms: latency(demands_ms) }
    }
}

/// The technologies of the benchmark, in the batches in which they are applied.
pub fn technologies(count: usize) -> impl Iterator<Item = Vec<Document>> {
    let mut writer = Writer::new(Stream::Technologies);
    (0..count).step_by(BATCH).map(move |start| {
        (start..count.min(start + BATCH))
            .map(|number| {
                let document = writer.document(number);
                writer.vectors(); // so that the texts are those of the index with vectors
                document
            })
            .collect()
    })
}

/// The demands of the benchmark.
pub fn demands(count: usize) -> Vec<Document> {
    let mut writer = Writer::new(Stream::Demands);
    (0..count).map(|number| writer.demand(number).0).collect()
}

/// The words of a record as Siku's index has them, with a space between them; the title counts twice.
pub fn text_of(technology: &Document) -> String {
    let title = words(&technology.title, &technology.lang);
    let text = words(&technology.text, &technology.lang);
    [title.as_slice(), &title, &text].concat().join(" ")
}

/// What an engine is asked: all words of a demand, or those of them that Siku scores.
#[derive(Debug, Clone)]
pub struct Question {
    demand: Document,
    only: Option<HashSet<String>>,
}

impl Question {
    /// All words of a demand.
    pub fn whole(demand: &Document) -> Question {
        Question { demand: demand.clone(), only: None }
    }

    /// Those of a demand's words that are in `only`.
    pub fn of(demand: &Document, only: &HashSet<String>) -> Question {
        Question { demand: demand.clone(), only: Some(only.clone()) }
    }

    /// The words, cut anew each time: that is part of what is measured.
    pub fn words(&self) -> Vec<String> {
        let mut words = asked_of(&self.demand);
        if let Some(only) = &self.only {
            words.retain(|word| only.contains(word));
        }
        words
    }
}

/// All words of a demand, each once: more than Siku scores, which leaves the least telling ones out.
fn asked_of(demand: &Document) -> Vec<String> {
    let requirements = demand.requirements.iter().map(|requirement| requirement.text.as_str());
    let texts = [demand.title.as_str(), demand.text.as_str()].into_iter().chain(requirements);
    let mut asked: Vec<String> = texts.flat_map(|text| words(text, &demand.lang)).collect();
    asked.sort_unstable();
    asked.dedup();
    asked
}

/// What plain tantivy costs, with its index in `dir`, for each set of questions.
///
/// # Errors
/// The folder cannot be written.
pub fn plain_tantivy(count: usize, asked: &[Vec<Question>], dir: &Path) -> anyhow::Result<Vec<Cost>> {
    std::fs::create_dir_all(dir).with_context(|| format!("cannot create {}", dir.display()))?;
    let mut schema = Schema::builder();
    let indexing =
        TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(IndexRecordOption::WithFreqs);
    let field = schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing));
    let index = Index::create_in_dir(dir, schema.build())?;
    let mut writer: IndexWriter = index.writer_with_num_threads(1, MEMORY)?;
    let mut index_ms = 0.0;
    for batch in technologies(count) {
        let before = process_cpu_ms();
        for technology in &batch {
            let mut document = TantivyDocument::default();
            document.add_text(field, text_of(technology));
            writer.add_document(document)?;
        }
        writer.commit()?;
        index_ms += process_cpu_ms() - before;
    }
    let before = process_cpu_ms();
    writer.wait_merging_threads()?;
    index_ms += process_cpu_ms() - before;

    let searcher = index.reader()?.searcher();
    let search = |question: &Question| -> anyhow::Result<usize> {
        let terms = question.words().iter().map(|word| Term::from_field_text(field, word)).collect();
        let query = BooleanQuery::new_multiterms_query(terms);
        Ok(searcher.search(&query, &TopDocs::with_limit(ANSWERS).order_by_score())?.len())
    };
    let time = |questions: &Vec<Question>| {
        // Once without counting, as for Siku: files into the page cache.
        for question in questions {
            search(question)?;
        }
        let mut times = Vec::with_capacity(questions.len());
        for question in questions {
            let before = thread_cpu_ms();
            let found = search(question)?;
            times.push(thread_cpu_ms() - before);
            anyhow::ensure!(found > 0, "plain tantivy found nothing for a demand");
        }
        Ok(Cost::of(count, index_ms, times))
    };
    asked.iter().map(time).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_engine_is_asked_the_words_of_the_title_the_text_and_each_requirement_once() {
        let demand = &demands(2)[1];
        let asked = Question::whole(demand).words();
        assert!(asked.is_sorted_by(|one, next| one < next));
        for requirement in &demand.requirements {
            assert!(words(&requirement.text, &demand.lang).iter().all(|word| asked.contains(word)));
        }
        assert!(words(&demand.title, &demand.lang).iter().all(|word| asked.contains(word)));
    }

    #[test]
    fn an_equal_question_has_the_words_that_siku_scores_and_no_others() {
        let demand = &demands(2)[1];
        let whole = Question::whole(demand).words();
        let only: HashSet<String> = whole.iter().take(5).cloned().chain(["elsewhere".to_owned()]).collect();
        assert_eq!(Question::of(demand, &only).words(), whole[..5]);
    }

    #[test]
    fn plain_tantivy_indexes_all_batches_and_answers_every_demand() {
        let folder = tempfile::tempdir().unwrap();
        let whole = demands(4).iter().map(Question::whole).collect();
        let costs = plain_tantivy(300, &[whole], &folder.path().join("plain")).unwrap();
        assert!(costs[0].index_docs_per_s > 0.0 && costs[0].match_cpu_ms.p50 > 0.0, "{costs:?}");
        let index = Index::open_in_dir(folder.path().join("plain")).unwrap();
        assert_eq!(index.reader().unwrap().searcher().num_docs(), 300);
    }
}
