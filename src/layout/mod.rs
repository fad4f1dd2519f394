//! What all pages share: language of the interface, base page, components, embedded assets.
//!
//! Nothing here knows a record or a database; pages turn records into these views.

pub mod assets;
pub mod components;
pub mod content;
pub mod format;
pub mod highlight;
pub mod lang;
pub mod locale;
pub mod matches;
pub mod page;
pub mod poster;
pub mod qr;
pub mod url;

pub use lang::Lang;
pub use locale::Locale;
pub use page::Page;
