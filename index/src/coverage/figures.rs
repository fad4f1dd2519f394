//! Numbers with units in a requirement and in a sentence: does the sentence's figure satisfy the requirement's?
//!
//! Only figures of one base unit are compared, after conversion; what kind of bound a requirement sets is read from the
//! words around the number ("at least", "不超过", "до"). A number without a unit says nothing.

use crate::analyze::{Language, quantities};

/// A figure in its base unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    base: &'static str,
    value: f64,
    bound: Bound,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Around,
    AtLeast,
    AtMost,
}

/// Words before (or right after) a number that make it a lower bound. "Up to 12 g/L" asks for at least that much.
const AT_LEAST: &[&str] = &[
    "≥",
    ">",
    "at least",
    "not less than",
    "no less than",
    "no menos de",
    "não menos de",
    "pas moins de",
    "more than",
    "minimum",
    "up to",
    "au moins",
    "plus de",
    "jusqu",
    "不低于",
    "不少于",
    "不小于",
    "至少",
    "以上",
    "超过",
    "可达",
    "не менее",
    "не ниже",
    "более",
    "свыше",
    "до ",
    "al menos",
    "mínimo",
    "más de",
    "hasta",
    "pelo menos",
    "mais de",
    "até",
    "لا يقل",
    "على الأقل",
    "أكثر من",
    "حتى",
];
/// And those that make it an upper bound.
const AT_MOST: &[&str] = &[
    "≤",
    "<",
    "at most",
    "no more than",
    "not more than",
    "less than",
    "under ",
    "below",
    "maximum",
    "au plus",
    "moins de",
    "不超过",
    "不高于",
    "不大于",
    "不多于",
    "以下",
    "以内",
    "低于",
    "少于",
    "не более",
    "не выше",
    "менее",
    "como máximo",
    "menos de",
    "no más de",
    "no máximo",
    "não mais",
    "لا يزيد",
    "لا يتجاوز",
    "أقل من",
];
/// How far around a number its bound is looked for, in characters before and after.
const AROUND: (usize, usize) = (14, 3);
/// Figures this near are the same.
const SLACK: f64 = 0.05;

/// The figures of a text.
pub fn figures(text: &str, lang: &str) -> Vec<Figure> {
    let language = Language::from_tag(lang);
    let mut found = Vec::new();
    for (start, quantity) in quantities(text, language) {
        if let Some((base, factor)) = quantity.unit {
            let end = start + quantity.length;
            let bound = bound(text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
            found.push(Figure { base, value: quantity.number * quantity.multiplier * factor, bound });
        }
    }
    found
}

/// The last bound named before the number, or the one right behind it.
fn bound(before: &str, after: &str) -> Bound {
    let from = before.char_indices().rev().nth(AROUND.0 - 1).map_or(0, |(start, _)| start);
    let near = after.chars().take(AROUND.1).collect::<String>().to_lowercase();
    let window = before.get(from..).unwrap_or_default().to_lowercase();
    // Where the last one ends, and of two that end there the longer: "不超过" ends where "超过" does.
    let place = |words: &[&str]| {
        let behind = words.iter().any(|word| near.starts_with(word)).then_some((usize::MAX, 0));
        behind.or_else(|| words.iter().filter_map(|word| Some((window.rfind(word)? + word.len(), word.len()))).max())
    };
    match (place(AT_LEAST), place(AT_MOST)) {
        (None, None) => Bound::Around,
        (least, most) if most > least => Bound::AtMost,
        _ => Bound::AtLeast,
    }
}

/// 1 when the sentence's figures satisfy the requirement's, −1 when they contradict one, 0 when none can be compared.
pub fn agreement(wanted: &[Figure], said: &[Figure]) -> f32 {
    let one = |wanted: &Figure| -> Option<bool> {
        let same = || said.iter().filter(|other| other.base == wanted.base).map(|other| other.value);
        let (low, high) = (same().reduce(f64::min)?, same().reduce(f64::max)?);
        Some(match wanted.bound {
            Bound::AtLeast => high >= wanted.value * (1.0 - SLACK),
            Bound::AtMost => low <= wanted.value * (1.0 + SLACK),
            Bound::Around => high >= wanted.value * 0.8 && low <= wanted.value * 3.0,
        })
    };
    let answers: Vec<bool> = wanted.iter().filter_map(one).collect();
    match answers.as_slice() {
        [] => 0.0,
        answers if answers.iter().all(|yes| *yes) => 1.0,
        _ => -1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(wanted: (&str, &str), sentence: &str) -> f32 {
        agreement(&figures(wanted.0, wanted.1), &figures(sentence, "zh"))
    }

    #[test]
    fn a_figure_that_satisfies_is_told_from_one_that_contradicts_in_any_language() {
        assert_eq!(says(("Eau salée jusqu’à 5 g/L", "fr"), "含盐量不超过6克每升。"), 1.0);
        assert_eq!(says(("saline water up to 12 g/L", "en"), "含盐量不超过6克每升。"), -1.0);
        assert_eq!(says(("напор не менее 3 м", "ru"), "水头2米即可发电。"), -1.0);
        assert_eq!(says(("напор не менее 3 м", "ru"), "水头2至5米。"), 1.0);
        assert_eq!(says(("not less than 3 m of head", "en"), "水头2米即可发电。"), -1.0);
        assert_eq!(says(("menos de 40 kg por pieza", "es"), "单件最重35公斤。"), 1.0);
        assert_eq!(says(("单价不超过300公斤", "zh"), "整机重500公斤。"), -1.0);
    }

    #[test]
    fn figures_of_different_units_and_bare_numbers_say_nothing() {
        assert_eq!(says(("at least 220 V", "en"), "扬程220米。"), 0.0);
        assert_eq!(says(("for 40 villages", "en"), "已用于40个村。"), 0.0);
    }
}
