//! The life of a match after it was suggested. Nobody moves a match but through here.
//!
//! | file | what |
//! |---|---|
//! | [`states`] | ONE table of steps: from, to, by whom, with a reason or not |
//! | [`reasons`] | why somebody says no |
//! | `case` | a match held for one step: sides, permission, conflict of interest; where a step is stored |
//! | [`decide`] | a broker decides, a side answers, a step is taken back |
//! | `dismissals` | many dismissed at once, each by itself |
//! | [`interest`] | a side is interested: for the broker alone |
//! | [`facts`] | who works on it, the letter of intent |
//! | [`queue`] | what a broker looks at next, and why |
//! | [`view`] | what each reader sees of a match; `mask` hides names |
//! | [`timeline`] | what happened, as its reader may know it |

mod agreed;
mod case;
pub mod decide;
mod dismissals;
mod error;
pub mod facts;
mod holding;
pub mod interest;
mod mask;
pub mod queue;
pub mod reasons;
mod standing;
pub mod states;
mod telling;
pub mod timeline;
pub mod view;

pub use case::{Sides, StepKind, Why, snapshot};
pub use decide::{Answering, Decision, Side, SideAnswer, answer_in, decide, decide_in, undo_in};
pub use dismissals::dismiss_in;
pub use error::LifeError;
pub use facts::{assign_in, hand_over_in, record_letter_in};
pub use holding::{hold_all_of, release_all_of};
pub use reasons::Reason;
pub use standing::Standing;
pub use states::Acting;
pub use telling::Subject;
pub use timeline::{Step, timeline, timelines};
pub use view::{CaseView, LetterOfIntent, readable};
