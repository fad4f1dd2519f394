//! "Did you mean": the known name closest to a mistyped one. Used for settings and for column names.

/// The candidate closest to `name`, when it is close enough to be worth saying.
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(similarity, _)| *similarity >= 0.75)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typing_mistake_finds_its_word_and_nonsense_finds_none() {
        let words = ["description", "keywords", "country"];
        assert_eq!(nearest("descripton", words.into_iter()), Some("description"));
        assert_eq!(nearest("qzx", words.into_iter()), None);
    }
}
