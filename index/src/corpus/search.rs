//! Asking a corpus: candidates for a match, and the search box.

use std::cell::RefCell;
use std::sync::Arc;

use super::bm25::{FieldQuestion, best};
use super::quantised::PartVector;
use super::{Candidate, CandidateQuery, Corpus, Hit, Result, wording};
use crate::analyze::{Language, glossary::Thing};
use crate::threads;

/// Words of a question that are scored, the most telling first: more of them cost more and find nothing better.
const MOST_WORDS: usize = 40;
/// Bridge tokens of a question that are scored.
const MOST_BRIDGES: usize = 24;
/// Rows compared in eight bits after the scan of one bit: at least this many, and one of so many rows. Among more rows
/// more are near, and the order by one bit is rough (recall of the best twenty is measured by `siku bench`).
const EXAMINED: usize = 600;
const EXAMINED_ONE_OF: usize = 256;
/// Share of a search's words (by how telling they are) that a hit must have.
const ENOUGH: f32 = 0.5;

thread_local! {
    /// Scores for each row, by words and by things, kept so that a question need not ask for memory.
    static SCORES: RefCell<[Vec<f32>; 2]> = const { RefCell::new([Vec::new(), Vec::new()]) };
}

impl Corpus {
    /// The best by words, by things named and by meaning, joined; none filtered by another. Every
    /// value that exists is filled in for every member.
    pub fn candidates(
        &self,
        query: &CandidateQuery<'_>,
        limit_words: usize,
        limit_vectors: usize,
    ) -> Result<Vec<Candidate>> {
        let examined = EXAMINED.max(self.memory().row_count() / EXAMINED_ONE_OF);
        self.candidates_examining(query, limit_words, limit_vectors, examined)
    }

    /// The same, comparing `examined` vectors in eight bits; with `usize::MAX` all of them.
    pub fn candidates_examining(
        &self,
        query: &CandidateQuery<'_>,
        limit_words: usize,
        limit_vectors: usize,
        examined: usize,
    ) -> Result<Vec<Candidate>> {
        let asked: [Option<PartVector>; 2] =
            [0, 1].map(|model: usize| query.vectors[model].as_deref().map(PartVector::new));
        // No thread waits for another one with a lock or with these in its hands: it may work on another question meanwhile.
        let mut scores = SCORES.take();
        let by_words = || self.by_words(query, limit_words, &mut scores);
        let by_meaning = || self.memory().vectors.nearest(&asked, limit_vectors, examined);
        let (by_words, by_meaning) = threads::shared_out(|| rayon::join(by_words, by_meaning));
        let found = by_words.map(|(by_words, things)| {
            let memory = self.memory();
            let [scores, named] = &scores;
            let share_of = |row: u32| {
                let named = named.get(row as usize).copied().unwrap_or(0.0);
                if things > 0.0 { named / things } else { 0.0 }
            };
            let score_of = |row: u32| scores.get(row as usize).copied().unwrap_or(0.0);
            let mut candidates: Vec<Candidate> = by_meaning
                .iter()
                .map(|(row, cosine)| Candidate {
                    row: *row,
                    words: score_of(*row),
                    things: share_of(*row),
                    cosine: *cosine,
                })
                .collect();
            let mut near: Vec<u32> = by_meaning.iter().map(|(row, _)| *row).collect();
            near.sort_unstable();
            let only_words = by_words.iter().filter(|(row, _)| near.binary_search(row).is_err());
            candidates.extend(only_words.map(|(row, _)| Candidate {
                row: *row,
                words: score_of(*row),
                things: share_of(*row),
                cosine: memory.vectors.cosines(*row, &asked),
            }));
            candidates.retain(|candidate| memory.is_live(candidate.row));
            candidates
        });
        SCORES.set(scores);
        found
    }

    /// The rows of the best by words and of the best by things named, with the most that things can come to. Fills in the
    /// scores of both.
    fn by_words(
        &self,
        query: &CandidateQuery<'_>,
        limit: usize,
        [scores, named]: &mut [Vec<f32>; 2],
    ) -> Result<(Vec<(u32, f32)>, f32)> {
        let (language, view) = (Language::from_tag(query.lang), self.words.view());
        let rows = self.memory().row_count();
        for scores in [&mut *scores, &mut *named] {
            scores.clear();
            scores.resize(rows, 0.0);
        }
        let fields = [
            (self.words.fields.text(language), wording::weights(query.words, language), MOST_WORDS),
            (self.words.fields.bridge, wording::bridge_weights(query.words, language), MOST_BRIDGES),
        ];
        for (field, weights, most) in &fields {
            FieldQuestion::new(&view.segments, *field, weights, *most)?.add_scores(scores, None)?;
        }
        let things = wording::thing_weights(query.things, &self.glossary());
        let things = FieldQuestion::new(&view.segments, self.words.fields.things, &things, MOST_WORDS)?;
        things.add_matched(named)?;
        let mut found = best(scores, limit);
        found.extend(best(named, limit));
        found.sort_unstable_by_key(|(row, _)| *row);
        found.dedup_by_key(|(row, _)| *row);
        Ok((found, things.mass))
    }

    /// How rare each thing of the glossary is here: what one named by both sides counts.
    pub fn rarity(&self) -> Arc<[f32]> {
        self.words.view().rarity.clone()
    }

    /// The words of a question that [`Corpus::candidates`] scores, bridges left out: what another engine is asked for a
    /// fair comparison.
    pub fn scored_words(&self, words: &[(&str, f32)], lang: &str) -> Result<Vec<String>> {
        let language = Language::from_tag(lang);
        let weights = wording::weights(words, language);
        let view = self.words.view();
        let question = FieldQuestion::new(&view.segments, self.words.fields.text(language), &weights, MOST_WORDS)?;
        Ok(question.words().map(str::to_owned).collect())
    }

    /// Search box: words in whatever language the text may be (`lang` when it is known). A hit has
    /// at least half of the words, by weight, in one language, or of the things that they name in any.
    pub fn text_hits(&self, text: &str, lang: Option<&str>, limit: usize) -> Result<Vec<Hit>> {
        let view = self.words.view();
        let rows = self.memory().row_count();
        let mut all = vec![0.0f32; rows];
        let (mut scores, mut matched) = (vec![0.0f32; rows], vec![0.0f32; rows]);
        let texts = [(text, 1.0)];
        let languages = wording::languages_of(text, lang);
        let bridge_language =
            lang.map_or_else(|| languages.first().copied().unwrap_or(Language::Other), Language::from_tag);
        let glossary = self.glossary();
        let named_in =
            |tags: &[&str]| -> Vec<Thing> { tags.iter().flat_map(|tag| glossary.things(text, tag)).collect() };
        let mut things = match lang {
            Some(lang) => named_in(&[lang]),
            None => named_in(&languages.iter().map(|language| language.code()).collect::<Vec<_>>()),
        };
        let mut fields: Vec<_> = languages
            .into_iter()
            .map(|language| (self.words.fields.text(language), wording::weights(&texts, language)))
            .collect();
        fields.push((self.words.fields.bridge, wording::bridge_weights(&texts, bridge_language)));
        let questions =
            fields.iter().map(|(field, weights)| FieldQuestion::new(&view.segments, *field, weights, MOST_WORDS));
        let mut questions = questions.collect::<anyhow::Result<Vec<_>>>()?;
        // Words that nobody here uses may be of a language that has no words of its own in the index: *air* is water in
        // Indonesian, and air where anybody writes English.
        if lang.is_none() && things.is_empty() && questions.iter().all(FieldQuestion::is_empty) {
            things = named_in(&glossary.languages().collect::<Vec<_>>());
        }
        let of_things = wording::thing_weights(&things, &glossary);
        questions.push(FieldQuestion::new(&view.segments, self.words.fields.things, &of_things, MOST_WORDS)?);
        for question in questions.iter().filter(|question| !question.is_empty()) {
            scores.fill(0.0);
            matched.fill(0.0);
            question.add_scores(&mut scores, Some(&mut matched))?;
            for ((sum, score), matched) in all.iter_mut().zip(&scores).zip(&matched) {
                if *matched >= ENOUGH * question.mass {
                    *sum += score;
                }
            }
        }
        let memory = self.memory();
        let hits = best(&all, limit).into_iter().filter(|(row, _)| memory.is_live(*row));
        Ok(hits.map(|(row, score)| Hit { row, score }).collect())
    }
}
