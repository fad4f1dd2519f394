//! BM25 over the postings of the asked words, without skipping: for questions of 40 words
//! that is several times cheaper, and it gives the score of any record, not only of the best.
//!
//! The formula is tantivy's (k1 1.2, b 0.75), except that the number of documents and the average
//! length are those of the documents that have text in the field at all: a library of many
//! languages would otherwise make every document of a rare language look long.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Context;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{InvertedIndexReader, SegmentReader, Term};

const K1: f32 = 1.2;
const B: f32 = 0.75;
/// Scores looked at together.
const BLOCK: usize = 32;
/// Term frequencies up to here come from a table.
const TABLED: usize = 16;

/// Words of a question with their weights.
pub(super) type Weights = HashMap<String, f32>;

/// One segment of the index, opened for scoring.
pub(super) struct Segment {
    fields: Vec<FieldOfSegment>,
    /// Row of each document; `u32::MAX` for deleted ones.
    rows: Arc<[u32]>,
}

struct FieldOfSegment {
    field: Field,
    words: Arc<InvertedIndexReader>,
    /// Length code of each document; empty where no document has text in the field.
    lengths: Box<[u8]>,
    documents: u64,
}

impl Segment {
    pub fn open(reader: &SegmentReader, fields: &[Field], row_field: &str) -> anyhow::Result<Segment> {
        let column = reader.fast_fields().u64(row_field).context("the index has no rows")?;
        let row_of = |document| match column.first(document) {
            Some(row) if !reader.is_deleted(document) => u32::try_from(row).unwrap_or(u32::MAX),
            _ => u32::MAX,
        };
        let opened = fields.iter().map(|field| {
            let norms = reader.get_fieldnorms_reader(*field)?;
            let codes = || (0..reader.max_doc()).map(|document| norms.fieldnorm_id(document));
            let documents = codes().filter(|code| *code > 0).count() as u64;
            let lengths = if documents > 0 { codes().collect() } else { Box::default() };
            Ok(FieldOfSegment { field: *field, words: reader.inverted_index(*field)?, lengths, documents })
        });
        Ok(Segment {
            fields: opened.collect::<anyhow::Result<_>>()?,
            rows: (0..reader.max_doc()).map(row_of).collect(),
        })
    }

    fn field(&self, field: Field) -> Option<&FieldOfSegment> {
        self.fields.iter().find(|one| one.field == field)
    }
}

/// A word of the question as the index knows it.
struct AskedWord<'a> {
    word: &'a str,
    weight: f32,
    idf: f32,
    /// Where its postings are, by segment.
    postings: Vec<Option<TermInfo>>,
}

/// The words of one field, weighed and cut down to the most telling.
pub(super) struct FieldQuestion<'a> {
    segments: &'a [Arc<Segment>],
    field: Field,
    words: Vec<AskedWord<'a>>,
    /// Share of a term in the score, by frequency (below [`TABLED`]) and length code.
    table: Vec<f32>,
    norms: Vec<f32>,
    /// Sum of idf over all asked words, known ones and others.
    pub mass: f32,
}

impl<'a> FieldQuestion<'a> {
    /// Looks the words up and keeps the `most` with the highest weight × idf: what stands in nearly every record costs
    /// most to read and tells least.
    pub fn new(
        segments: &'a [Arc<Segment>],
        field: Field,
        asked: &'a Weights,
        most: usize,
    ) -> anyhow::Result<FieldQuestion<'a>> {
        let of_field = || segments.iter().filter_map(|segment| segment.field(field));
        let documents: u64 = of_field().map(|one| one.documents).sum();
        let tokens: u64 = of_field().map(|one| one.words.total_num_tokens()).sum();
        let mut words = Vec::with_capacity(asked.len());
        let mut mass = 0.0;
        for (word, weight) in asked {
            let term = Term::from_field_text(field, word);
            let look_up =
                |segment: &Arc<Segment>| segment.field(field).map_or(Ok(None), |one| one.words.get_term_info(&term));
            let postings: Vec<Option<TermInfo>> = segments.iter().map(look_up).collect::<Result<_, _>>()?;
            let found: u64 = postings.iter().flatten().map(|info| u64::from(info.doc_freq)).sum();
            let idf = idf(found, documents.max(found));
            mass += idf;
            if found > 0 {
                words.push(AskedWord { word, weight: weight * idf * (1.0 + K1), idf, postings });
            }
        }
        words.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        words.truncate(most);
        let average = if documents == 0 { 1.0 } else { tokens as f32 / documents as f32 };
        let norms: Vec<f32> = (0..=u8::MAX)
            .map(|code| K1 * (1.0 - B + B * FieldNormReader::id_to_fieldnorm(code) as f32 / average))
            .collect();
        let share = |frequency: usize| norms.iter().map(move |norm| frequency as f32 / (frequency as f32 + norm));
        let table = (0..TABLED).flat_map(share).collect();
        Ok(FieldQuestion { segments, field, words, table, norms, mass })
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words that are scored.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.word)
    }

    /// Adds the score of every record to `scores`, and where wanted the idf of every word a record
    /// has to `matched`.
    pub fn add_scores(&self, scores: &mut [f32], matched: Option<&mut [f32]>) -> anyhow::Result<()> {
        match matched {
            None => self.for_each_posting(|row, word, share| {
                if let Some(score) = scores.get_mut(row) {
                    *score += word.weight * share;
                }
            }),
            Some(matched) => self.for_each_posting(|row, word, share| {
                if let (Some(score), Some(matched)) = (scores.get_mut(row), matched.get_mut(row)) {
                    *score += word.weight * share;
                    *matched += word.idf;
                }
            }),
        }
    }

    /// Adds the idf of every word a record has to `matched`.
    pub fn add_matched(&self, matched: &mut [f32]) -> anyhow::Result<()> {
        self.for_each_posting(|row, word, _| {
            if let Some(matched) = matched.get_mut(row) {
                *matched += word.idf;
            }
        })
    }

    /// Calls `with` for every record that has a word, with the row, the word and its share.
    #[inline]
    fn for_each_posting(&self, mut with: impl FnMut(usize, &AskedWord<'_>, f32)) -> anyhow::Result<()> {
        for (position, segment) in self.segments.iter().enumerate() {
            let Some(field) = segment.field(self.field) else {
                continue;
            };
            let (rows, lengths): (&[u32], &[u8]) = (&segment.rows, &field.lengths);
            for word in &self.words {
                let Some(Some(info)) = word.postings.get(position) else {
                    continue;
                };
                let mut block = field.words.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
                while !block.docs().is_empty() {
                    for (document, frequency) in block.docs().iter().zip(block.freqs()) {
                        let document = *document as usize;
                        if let (Some(row), Some(length)) = (rows.get(document), lengths.get(document)) {
                            with(*row as usize, word, self.share(*frequency as usize, usize::from(*length)));
                        }
                    }
                    block.advance();
                }
            }
        }
        Ok(())
    }

    #[inline]
    fn share(&self, frequency: usize, length: usize) -> f32 {
        match self.table.get(frequency * 256 + length) {
            Some(share) => *share,
            None => frequency as f32 / (frequency as f32 + self.norms.get(length).copied().unwrap_or(K1)),
        }
    }
}

/// The idf of each of these words.
pub(super) fn rarity(segments: &[Arc<Segment>], field: Field, words: &[String]) -> anyhow::Result<Arc<[f32]>> {
    let of_field: Vec<&FieldOfSegment> = segments.iter().filter_map(|segment| segment.field(field)).collect();
    let documents: u64 = of_field.iter().map(|one| one.documents).sum();
    let of = |word: &String| {
        let term = Term::from_field_text(field, word);
        let mut found = 0;
        for one in &of_field {
            found += u64::from(one.words.doc_freq(&term)?);
        }
        Ok(idf(found, documents.max(found)))
    };
    words.iter().map(of).collect()
}

fn idf(found: u64, documents: u64) -> f32 {
    (1.0 + ((documents - found) as f32 + 0.5) / (found as f32 + 0.5)).ln()
}

/// Rows of the highest scores above zero, best first; equal scores by row.
pub(super) fn best(scores: &[f32], limit: usize) -> Vec<(u32, f32)> {
    if limit == 0 {
        return Vec::new();
    }
    let better = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    let mut kept: Vec<(u32, f32)> = Vec::with_capacity(limit * 2);
    let mut threshold = 0.0;
    // In most blocks nothing is high enough, which is quickly seen of all of them together.
    for (block, first) in scores.chunks(BLOCK).zip((0u32..).step_by(BLOCK)) {
        if !block.iter().fold(false, |any, score| any | (*score > threshold)) {
            continue;
        }
        for (score, row) in block.iter().zip(first..) {
            if *score > threshold {
                kept.push((row, *score));
                if kept.len() == limit * 2 {
                    kept.select_nth_unstable_by(limit - 1, better);
                    kept.truncate(limit);
                    // An equal score in a higher row loses anyway.
                    threshold = kept.iter().map(|(_, score)| *score).fold(f32::INFINITY, f32::min);
                }
            }
        }
    }
    kept.sort_unstable_by(better);
    kept.truncate(limit);
    kept
}
