//! What is wrong with a form, in the reader's language and at its place.

use super::super::reader::Reader;
use super::reading::column_of;
use crate::error::Fault;
use crate::layout::Locale;

/// One thing that is wrong.
#[derive(Debug, Clone)]
pub struct Mistake {
    /// Where that is, by name.
    pub place: String,
    /// The part of the page.
    pub anchor: String,
    pub text: String,
}

/// The id of the control that holds a value. What is inside of a list has no control of its own.
pub fn anchor(pointer: &str, controls: &[String]) -> String {
    let mut name = pointer.trim_start_matches('/');
    loop {
        let id = id_of(name);
        match name.rsplit_once('/') {
            Some((outer, _)) if !controls.contains(&id) => name = outer,
            _ => return id,
        }
    }
}

/// The id of the control with this name.
pub fn id_of(name: &str) -> String {
    format!("f-{}", name.replace(['/', '.'], "-"))
}

/// What is wrong, for people.
pub fn mistakes(reader: &Reader, faults: &[Fault], controls: &[String]) -> Vec<Mistake> {
    let mistake = |fault: &Fault| {
        let pointer = fault.pointer.as_deref().unwrap_or_default();
        Mistake { place: place(reader, pointer), anchor: anchor(pointer, controls), text: text(reader, fault) }
    };
    faults.iter().map(mistake).collect()
}

/// The name of a place: `Requirements 2`, or `Translations, French, Title`.
pub fn place(reader: &Reader, pointer: &str) -> String {
    let t = reader.t();
    let column = t.code_or_self("column", column_of(pointer));
    let mut below = pointer.split('/').skip(2);
    match below.next().map(|row| (row, row.parse::<usize>())) {
        Some((_, Ok(row))) => format!("{column} {}", row + 1),
        Some((lang, Err(_))) => {
            let part = below.next().map(|part| t.code_or_self("column", part)).unwrap_or_default();
            t.list(&[column, reader.language(lang), part])
        }
        None => column,
    }
}

fn text(reader: &Reader, fault: &Fault) -> String {
    reason(reader.t(), &fault.code, &fault.detail).unwrap_or_else(|| fault.detail.clone())
}

/// What a kind of mistake is called, with the bounds that its detail names.
pub fn reason(t: Locale, code: &str, detail: &str) -> Option<String> {
    let figures = figures(detail);
    let exact = (!figures.is_empty()).then(|| t.code_with("mistake-exact", code, &[figures])).flatten();
    exact.or_else(|| t.code("mistake", code))
}

/// The bounds that a detail names.
fn figures(detail: &str) -> String {
    let words = detail.split([' ', ',']).map(|word| word.trim_matches(['`', '.']));
    let numbers: Vec<&str> = words.filter(|word| word.starts_with(|first: char| first.is_ascii_digit())).collect();
    numbers.join(" – ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_leads_to_the_control_that_holds_it() {
        let controls = ["f-fields".to_owned(), "f-requirements-0-text".to_owned(), "f-requirements".to_owned()];
        assert_eq!(anchor("/requirements/0/text", &controls), "f-requirements-0-text");
        assert_eq!(anchor("/requirements/0", &controls), "f-requirements");
        assert_eq!(anchor("/fields/3", &controls), "f-fields");
        assert_eq!(anchor("", &controls), "f-");
    }

    #[test]
    fn the_bounds_are_taken_out_of_a_detail() {
        assert_eq!(figures("must be between 1 and 9"), "1 – 9");
        assert_eq!(figures("must not be after 2028-11-25"), "2028-11-25");
        assert_eq!(figures("must not be negative"), "");
    }
}
