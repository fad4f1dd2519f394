//! Before others see what an author wrote, somebody else scores it.
//!
//! | file | what |
//! |---|---|
//! | [`rubric`] | four criteria, and what the scores lead to; pure |
//! | [`submission`] | what the checks said when it was submitted |
//! | [`due`] | what waits for a review |
//! | [`weight`] | ONE table: what an owner changes at once, and what is reviewed |
//! | [`revision`] | what an owner wants to change of a published record |
//! | [`renewal`] | a record runs longer |
//! | [`waiting`] | what a reviewer reads |
//! | [`reviewing`] | a review is stored together with what it leads to |

pub mod due;
pub mod renewal;
pub mod reviewing;
pub mod revision;
pub mod rows;
pub mod rubric;
pub mod submission;
pub mod waiting;
pub mod weight;

pub use due::{Due, DueQuery, due};
pub use reviewing::{Review, SentReview, last_results, review_in, reviews};
pub use rubric::{Mark, ReviewResult, Rubric};
pub use submission::{LookedOver, Near, Submission, Told, submit_in};
pub use waiting::{Waiting, waiting};
