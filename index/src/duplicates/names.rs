//! Names that survive translation: models, standards, patents, alloys. Two records that name different models of one
//! family are two products.

use std::collections::BTreeSet;

use crate::analyze::{Language, Side, bridge};

/// The names of a record.
#[derive(Debug, Clone, Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>, lang: &str) -> Names {
        let language = Language::from_tag(lang);
        let tokens = texts.into_iter().flat_map(|text| bridge(text, language, Side::Index));
        // tokens that begin with a digit are figures
        Names(tokens.filter(|token| !token.starts_with(|one: char| one.is_ascii_digit())).collect())
    }

    /// Names in both that have a digit in them: they say which one is meant.
    pub fn shared(&self, other: &Names) -> usize {
        self.0.intersection(&other.0).filter(|name| has_digit(name)).count()
    }

    /// A name with a digit of each that the other has not.
    pub fn contradiction(&self, other: &Names) -> Option<(String, String)> {
        let only = |a: &Names, b: &Names| a.0.difference(&b.0).find(|name| has_digit(name)).cloned();
        Some((only(self, other)?, only(other, self)?))
    }
}

fn has_digit(name: &str) -> bool {
    name.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_model_is_shared_and_another_contradicts() {
        let name = |text, lang| Names::of([text], lang);
        let (zh, en) = (name("植保无人机AG40，符合GB 39496", "zh"), name("Crop drone AG40 under GB 39496", "en"));
        assert_eq!((zh.shared(&en), zh.contradiction(&en)), (2, None));
        let other = name("植保无人机AG20，符合GB 39496", "zh");
        assert_eq!(zh.contradiction(&other), Some(("ag40".to_owned(), "ag20".to_owned())));
    }
}
