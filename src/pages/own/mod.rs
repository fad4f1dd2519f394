//! Pages for what is one's own: tokens, saved searches, webhooks, how one is told; and what was learned from decisions.
//! Each says and does what the interface for programs does, by the same functions.

pub mod learning;
pub mod searches;
pub mod settings;
pub mod tokens;
pub mod webhooks;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::reader::Reader;
use crate::error::{Fault, Result};
use crate::layout::Locale;

/// What is wrong with a form, by field.
#[derive(Debug, Default)]
struct Faults(Vec<Fault>);

impl Faults {
    /// What is wrong in a field, or below it.
    fn of(&self, field: &str) -> Option<&Fault> {
        let of_field = |fault: &&Fault| {
            let pointer = fault.pointer.as_deref().unwrap_or_default();
            pointer.trim_start_matches('/').split('/').next() == Some(field)
        };
        self.0.iter().find(of_field)
    }

    /// What is said at a field of that.
    fn at(&self, t: Locale, field: &str) -> Option<String> {
        let fault = self.of(field)?;
        let said = t.code("own-fault", &format!("{field}-{}", fault.code));
        Some(said.unwrap_or_else(|| fault.detail.clone()))
    }

    fn status(&self) -> StatusCode {
        if self.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
    }

    /// Prints a page with a form, as right or wrong as the form was.
    fn send(&self, reader: &Reader, page: &impl Template) -> Result<HttpResponse> {
        if self.0.is_empty() { reader.send(page) } else { reader.send_failure(self.status(), page) }
    }
}

/// One of several things that can be ticked.
struct Tick {
    value: String,
    label: String,
    ticked: bool,
}
