//! What reviewers said of a record, as its owner and reviewers read it on the record's page.

use super::present::Presented;
use super::reader::{Reader, database};
use crate::accounts::Action;
use crate::app::App;
use crate::error::Error;
use crate::library::Record;
use crate::library::review::{Review, reviews};

/// One review.
pub struct ReviewLine {
    pub heading: String,
    pub comment: Option<String>,
    pub marks: Vec<MarkLine>,
}

/// What it says about one criterion.
pub struct MarkLine {
    pub label: String,
    pub score: String,
    pub comment: Option<String>,
}

/// The reviews of a record, the newest first; none for who may not read them.
pub async fn lines<L: Presented>(app: &App, reader: &Reader, record: &Record<L>) -> Result<Vec<ReviewLine>, Error> {
    if !reader.actor.may(Action::ReadUnpublished, record.head.owner_organisation_id) {
        return Ok(Vec::new());
    }
    let found = reviews::<L>(database(app), &reader.actor, record.head.id).await?;
    Ok(found.iter().map(|review| line(review, reader)).collect())
}

fn line(review: &Review, reader: &Reader) -> ReviewLine {
    let t = reader.t();
    let result = t.code_or_self("review", review.result.as_str());
    let total = f64::from(review.total);
    let heading = t.text_with(
        "reviews-heading",
        [("result", result.into()), ("total", total.into()), ("date", t.day(&review.at).into())],
    );
    let marks = review.criteria.marks().map(|(name, mark)| MarkLine {
        label: t.code_or_self("criterion", name),
        score: mark.score.to_string(),
        comment: mark.comment.clone(),
    });
    ReviewLine { heading, comment: review.comment.clone(), marks: marks.into() }
}
