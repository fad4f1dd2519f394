//! Makes names unreadable wherever they stand in a text, whatever their case.

use serde_json::Value;

/// What stands in the place of a name.
const MASK: &str = "▇▇▇";
/// Shorter names would hide parts of common words.
const SHORTEST: usize = 2;

/// Names to be hidden, the longest first, so that no part of one stays when another is inside it.
pub struct Mask {
    names: Vec<Vec<char>>,
}

impl Mask {
    /// Hides these names.
    pub fn of(names: Vec<String>) -> Self {
        let mut names: Vec<Vec<char>> = names.iter().map(|name| name.trim().chars().map(folded).collect()).collect();
        names.retain(|name| name.len() >= SHORTEST);
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self { names }
    }

    /// In every text of a JSON value.
    pub fn hide_in(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.hide(text),
            Value::Array(members) => members.iter_mut().for_each(|member| self.hide_in(member)),
            Value::Object(members) => members.values_mut().for_each(|member| self.hide_in(member)),
            _ => {}
        }
    }

    /// In one text.
    pub fn hide(&self, text: &str) -> String {
        let written: Vec<char> = text.chars().collect();
        let compared: Vec<char> = written.iter().copied().map(folded).collect();
        let mut shown = String::with_capacity(text.len());
        let mut place = 0;
        while let (Some(rest), Some(character)) = (compared.get(place..), written.get(place)) {
            match self.names.iter().find(|name| rest.starts_with(name)) {
                Some(name) => {
                    shown.push_str(MASK);
                    place += name.len();
                }
                None => {
                    shown.push(*character);
                    place += 1;
                }
            }
        }
        shown
    }
}

/// One character for one, so that places stay the same.
fn folded(character: char) -> char {
    character.to_lowercase().next().unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_hidden_in_any_case_and_script() {
        let mask = Mask::of(vec!["Sunlit Republic".into(), "北京滴灌".into(), "سفارة مصر".into(), "x".into()]);
        assert_eq!(mask.hide("the SUNLIT republic asks 北京滴灌公司"), "the ▇▇▇ asks ▇▇▇公司");
        assert_eq!(mask.hide("طلب سفارة مصر"), "طلب ▇▇▇");
        assert_eq!(mask.hide("axis"), "axis");
    }

    #[test]
    fn the_longer_of_two_names_goes_first() {
        let mask = Mask::of(vec!["Minya".into(), "Minya Water Board".into()]);
        assert_eq!(mask.hide("Minya Water Board in Minya"), "▇▇▇ in ▇▇▇");
    }
}
