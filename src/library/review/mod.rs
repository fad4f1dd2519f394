//! Before others see what an author wrote, somebody else scores it.
//!
//! | file | what |
//! |---|---|
//! | [`rubric`] | four criteria, and what the scores lead to; pure |
//! | [`reviewing`] | a review is stored together with what it leads to |

pub mod reviewing;
pub mod rows;
pub mod rubric;

pub use reviewing::{Review, SentReview, review_in, reviews};
pub use rubric::{Mark, Outcome, Rubric};
