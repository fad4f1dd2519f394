//! A case: a match that people work on, with all that belongs to it. Moving the match itself is the business of
//! `matching::life`; here is what is said, done and kept beside it.
//!
//! | file | what |
//! |---|---|
//! | `seat` | in what place somebody sits at a case: as its broker, or on one side of it |
//! | [`messages`] | what the broker and each side write to one another, the sides never to each other |
//! | [`tasks`] | what brokers have to do, and until when |
//! | [`documents`] | files, seen by the broker and by whom else they are for |
//! | `kind_of_file` | what a file is by its content, and a harmless name for it |
//! | [`milestones`] | what is reached from the introduction on, planned and done; the same for both sides |
//! | [`outcomes`] | what became of an agreement, as each side tells it |
//! | [`reminding`] | what is late, told to the broker; what is asked of the sides |
//! | [`timeline`] | all that happened in one order |
//! | [`brief`] | what to know of each case of a list before deciding |
//! | [`whole`] | everything at once, as its reader may know it; and the open cases of a broker |

pub mod brief;
pub mod documents;
mod kind_of_file;
pub mod messages;
pub mod milestones;
pub mod outcomes;
pub mod reminding;
pub mod rows;
mod seat;
pub mod tasks;
pub mod timeline;
pub mod whole;

pub use seat::{Seat, seat};
pub use tasks::hand_over_tasks;
