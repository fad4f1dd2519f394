//! The four criteria of a review, and what the scores lead to. Pure.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::library::closed_set::closed_set;
use crate::library::validate::{FieldCode, FieldError};

closed_set! {
    /// What a review leads to.
    pub enum ReviewResult {
        Published = "published" [],
        /// Back to the author, with comments.
        #[default]
        Returned = "returned" [],
        Rejected = "rejected" [],
    }
}

/// Highest score of a criterion.
pub const BEST: i32 = 5;
/// From this sum on a record is published, unless a criterion has nothing.
const ENOUGH: i32 = 10;
/// Below this sum it is rejected.
const LEAST: i32 = 5;
/// Longest comment, in characters.
pub const LONGEST_COMMENT: usize = 2_000;

/// What a reviewer says about one criterion.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// 0 is nothing, 5 the best.
    #[schema(minimum = 0, maximum = 5, example = 4)]
    pub score: i32,
    /// For the author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub comment: Option<String>,
}

/// The four criteria.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// What the technology does better than the alternative; of a demand, whether the problem is real and stated.
    pub advantage_or_problem: Mark,
    /// Whether somebody who does not know it understands it.
    pub clarity: Mark,
    /// Whether it says what kind of co-operation is wanted.
    pub cooperation: Mark,
    /// Rules of the library, and language.
    pub rules_and_language: Mark,
}

impl Rubric {
    /// Names of the criteria.
    pub const CRITERIA: [&'static str; 4] = ["advantage_or_problem", "clarity", "cooperation", "rules_and_language"];

    /// The criteria by name.
    pub fn marks(&self) -> [(&'static str, &Mark); 4] {
        let [advantage, clarity, cooperation, rules] = Self::CRITERIA;
        [
            (advantage, &self.advantage_or_problem),
            (clarity, &self.clarity),
            (cooperation, &self.cooperation),
            (rules, &self.rules_and_language),
        ]
    }

    /// The sum of the scores.
    pub fn total(&self) -> i32 {
        self.marks().iter().map(|(_, mark)| mark.score).sum()
    }

    /// What the scores lead to.
    pub fn outcome(&self) -> ReviewResult {
        let nothing = self.marks().iter().any(|(_, mark)| mark.score == 0);
        match self.total() {
            total if total < LEAST => ReviewResult::Rejected,
            total if total < ENOUGH || nothing => ReviewResult::Returned,
            _ => ReviewResult::Published,
        }
    }

    /// What is wrong with a review: scores that are none, comments that are too long, a no without a word why.
    pub fn faults(&self, comment: Option<&str>) -> Vec<FieldError> {
        let fault = |pointer: String, code, detail: String| FieldError { pointer, code, detail };
        let mut faults = Vec::new();
        for (name, mark) in self.marks() {
            if !(0..=BEST).contains(&mark.score) {
                let detail = format!("a score is a whole number from 0 to {BEST}");
                faults.push(fault(format!("/criteria/{name}/score"), FieldCode::OutOfRange, detail));
            }
            if mark.comment.as_deref().is_some_and(too_long) {
                faults.push(fault(format!("/criteria/{name}/comment"), FieldCode::TooLong, limit()));
            }
        }
        if comment.is_some_and(too_long) {
            faults.push(fault("/comment".to_owned(), FieldCode::TooLong, limit()));
        }
        let mut words = self.marks().into_iter().filter_map(|(_, mark)| mark.comment.as_deref()).chain(comment);
        if faults.is_empty() && self.outcome() != ReviewResult::Published && words.all(|text| text.trim().is_empty()) {
            let detail = "whoever gets a record back is told why".to_owned();
            faults.push(fault("/comment".to_owned(), FieldCode::Required, detail));
        }
        faults
    }
}

fn too_long(text: &str) -> bool {
    text.chars().count() > LONGEST_COMMENT
}

fn limit() -> String {
    format!("must have at most {LONGEST_COMMENT} characters")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rubric(scores: [i32; 4]) -> Rubric {
        let [advantage_or_problem, clarity, cooperation, rules_and_language] =
            scores.map(|score| Mark { score, comment: None });
        Rubric { advantage_or_problem, clarity, cooperation, rules_and_language }
    }

    #[test]
    fn every_possible_score_leads_to_what_the_rule_says() {
        let all = || 0..=BEST;
        for (a, b, c, d) in
            all().flat_map(|a| all().flat_map(move |b| all().flat_map(move |c| all().map(move |d| (a, b, c, d)))))
        {
            let (sum, zero) = (a + b + c + d, [a, b, c, d].contains(&0));
            let expected = match sum {
                0..=4 => ReviewResult::Rejected,
                5..=9 => ReviewResult::Returned,
                _ if zero => ReviewResult::Returned,
                _ => ReviewResult::Published,
            };
            assert_eq!(rubric([a, b, c, d]).outcome(), expected, "{a} {b} {c} {d}");
        }
    }

    #[test]
    fn a_no_needs_a_word_and_a_yes_does_not() {
        assert_eq!(rubric([3, 3, 3, 3]).faults(None), []);
        assert_eq!(rubric([2, 2, 2, 1]).faults(Some(" "))[0].pointer, "/comment");
        assert_eq!(rubric([2, 2, 2, 1]).faults(Some("say where it was tried")), []);
        let mut commented = rubric([2, 2, 2, 0]);
        commented.rules_and_language.comment = Some("half of it is advertising".to_owned());
        assert_eq!(commented.faults(None), []);
    }

    #[test]
    fn a_score_that_is_none_is_named_by_its_place() {
        let pointers: Vec<String> = rubric([6, 3, -1, 3]).faults(None).into_iter().map(|fault| fault.pointer).collect();
        assert_eq!(pointers, ["/criteria/advantage_or_problem/score", "/criteria/cooperation/score"]);
        let long = "长".repeat(LONGEST_COMMENT + 1);
        assert_eq!(rubric([3, 3, 3, 3]).faults(Some(&long))[0].code, FieldCode::TooLong);
    }
}
