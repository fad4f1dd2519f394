//! The web pages: one file each, holding the page's struct and handler, with its template beside it.
//!
//! Reading only, for now. A page turns records into the views of `layout`; it decides nothing.

pub mod about;
pub mod design;
pub mod errors;
pub mod plain;
