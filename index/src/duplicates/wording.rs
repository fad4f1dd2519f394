//! Words in common, within one language: how many, and how many in the same company.

use std::collections::HashMap;

use crate::analyze::words;

/// The words of a record and the pairs of neighbours, counted.
#[derive(Debug, Clone, Default)]
pub struct Wording {
    single: HashMap<String, usize>,
    pairs: HashMap<String, usize>,
    total: usize,
}

impl Wording {
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>, lang: &str) -> Wording {
        let mut wording = Wording::default();
        for text in texts {
            let words = words(text, lang);
            for pair in words.windows(2) {
                *wording.pairs.entry(pair.join(" ")).or_default() += 1;
            }
            wording.total += words.len();
            for word in words {
                *wording.single.entry(word).or_default() += 1;
            }
        }
        wording
    }

    /// Words in common, of all.
    pub fn overlap(&self, other: &Wording) -> Option<f32> {
        share(2 * common(&self.single, &other.single), self.total + other.total)
    }

    /// Words in common, of those of the shorter record.
    pub fn contained(&self, other: &Wording) -> Option<f32> {
        share(common(&self.single, &other.single), self.total.min(other.total))
    }

    /// Pairs of neighbours in common, of all: an edited copy keeps its phrases.
    pub fn phrases(&self, other: &Wording) -> Option<f32> {
        let total = |pairs: &HashMap<String, usize>| pairs.values().sum::<usize>();
        share(2 * common(&self.pairs, &other.pairs), total(&self.pairs) + total(&other.pairs))
    }
}

fn common(a: &HashMap<String, usize>, b: &HashMap<String, usize>) -> usize {
    a.iter().filter_map(|(word, count)| Some(*count.min(b.get(word)?))).sum()
}

fn share(part: usize, whole: usize) -> Option<f32> {
    (whole > 0).then(|| part as f32 / whole as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortened_copy_is_contained_and_another_order_keeps_the_words() {
        let of = |text| Wording::of([text], "en");
        let (long, short) = (of("solar pumps for deep village wells"), of("solar pumps for wells"));
        assert_eq!(long.contained(&short), Some(1.0));
        assert!(long.overlap(&short) < Some(1.0));
        assert_eq!(of("red pump").overlap(&of("pump red")), Some(1.0));
        assert_eq!(of("red pump").phrases(&of("pump red")), Some(0.0));
        assert_eq!(of("").overlap(&of("")), None);
    }
}
