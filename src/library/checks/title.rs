//! Titles that say too little or say it too loudly.

use super::text::weight;
use super::{Finding, Severity};
use crate::library::Body;

/// Four Chinese characters, or a dozen letters.
const SHORTEST: usize = 12;
/// Letters from which on capitals are shouting and no abbreviation.
const LOUD: usize = 12;

pub fn check(body: &impl Body, found: &mut Vec<Finding>) {
    let common = body.common();
    let title = common.title.trim();
    let mut add = |code, severity| found.push(Finding::new(code, "/title", severity).with(title));
    if weight(title) < SHORTEST {
        add("title-short", Severity::Warning);
    }
    if is_shouting(title) {
        add("title-shouting", Severity::Hint);
    }
    if !title.is_empty() && title == common.description.trim() {
        add("title-repeated", Severity::Warning);
    }
}

fn is_shouting(title: &str) -> bool {
    let upper = title.chars().filter(|one| one.is_uppercase()).count();
    let lower = title.chars().filter(|one| one.is_lowercase()).count();
    let marks = title.chars().filter(|one| matches!(one, '!' | '！')).count();
    upper >= LOUD && upper > 4 * lower || marks >= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Technology;

    fn codes(title: &str) -> Vec<&'static str> {
        let body = Technology { title: title.into(), description: "……".into(), ..Technology::default() };
        let mut found = Vec::new();
        check(&body, &mut found);
        found.into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn short_and_loud_titles_are_told_from_good_ones() {
        assert_eq!(codes("水泵"), ["title-short"]);
        assert_eq!(codes("BEST IRRIGATION TECHNOLOGY"), ["title-shouting"]);
        assert_eq!(codes("超级节水灌溉技术！！！"), ["title-shouting"]);
        assert_eq!(codes("太阳能滴灌控制器"), [""; 0]);
        assert_eq!(codes("LED路灯控制器 IP66"), [""; 0]);
        assert_eq!(codes("ري الواحات بالمياه المالحة"), [""; 0]);
    }

    #[test]
    fn a_description_that_repeats_the_title_says_nothing() {
        assert_eq!(codes("……"), ["title-short", "title-repeated"]);
    }
}
