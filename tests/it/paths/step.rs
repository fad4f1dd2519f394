//! What somebody does on the pages, one thing at a time. A path is a list of these, written once and walked in every
//! language: what is typed is named, and `words` says it in the language of the walk.

use siku::accounts::Role;

/// The name of a text of `words`.
pub type Said = &'static str;

/// One thing that is done, or that has to be seen. Places on a page are CSS selectors.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// Somebody takes over; whoever was not here yet signs in by the form, with a second factor where it is demanded.
    As(Role),
    /// Whoever was signed in is gone.
    Leave,
    /// An address that is known by heart.
    Open(&'static str),
    /// Goes where a link or a button leads; what it is folded into is opened first.
    Follow(&'static str),
    /// Presses what stays on the page.
    Press(&'static str),
    Type(&'static str, Said),
    /// Chooses what has this value.
    Choose(&'static str, &'static str),
    /// Keys pressed one after another, wherever the cursor is.
    Keys(&'static [&'static str]),
    See(&'static str),
    /// Text that has to stand somewhere.
    Read(&'static str, Said),
    /// What the service finds while somebody writes; with scripts off it is asked for.
    Outlook,
    /// The page on paper: what is read stays, what is pressed goes.
    Print,
    /// The service does what is due.
    Work,
}
