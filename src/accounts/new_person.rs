//! What somebody says of themselves when they come: checked once for registrations and invitations.

use super::password;
use super::refusal::Wrong;
use super::users::{LONGEST_NAME, email_address};

/// A name of a person or organisation, without spaces around it.
pub(super) fn name<'a>(field: &'static str, written: &'a str, faults: &mut Vec<Wrong>) -> &'a str {
    let name = written.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        faults.push(Wrong::new(field, "name_length", format!("takes 1 to {LONGEST_NAME} characters in one line")));
    }
    name
}

/// An e-mail address as it is stored.
pub(super) fn email(written: &str, faults: &mut Vec<Wrong>) -> String {
    email_address(written).unwrap_or_else(|_| {
        faults.push(Wrong::new("email", "no_email", "is no e-mail address"));
        String::new()
    })
}

/// A password that is long enough and cannot be guessed from what is known of the person.
pub(super) fn password(written: &str, about: &[&str], faults: &mut Vec<Wrong>) {
    if let Err(weakness) = password::check(written, about) {
        faults.push(Wrong::password(weakness));
    }
}
