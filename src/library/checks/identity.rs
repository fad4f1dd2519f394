//! What names the author although the parties are anonymous: links, organisations, brands.

use linkify::{LinkFinder, LinkKind};

use super::text::fold;
use super::{Finding, PublicText, Severity};

/// Endings of addresses without a scheme; "end.Next" and "node.js" are none, nor are endings that are words.
const ENDINGS: &[&str] = &[
    "com", "cn", "net", "org", "info", "biz", "edu", "gov", "io", "co", "cc", "top", "vip", "tech", "shop", "xyz",
    "app", "site", "eu", "fr", "es", "ru", "br", "pt", "de", "uk", "tr", "eg", "ae", "sa", "dz", "tn", "ma", "ke",
    "za", "ng", "vn", "kz", "uz", "pk", "bd", "mx", "pe", "cl", "ar",
];
/// What the name of a firm ends with.
const FIRMS: &[&str] = &[
    "有限责任公司",
    "股份有限公司",
    "有限公司",
    "集团公司",
    "co., ltd",
    "co.,ltd",
    "co. ltd",
    " gmbh",
    " s.a.r.l",
    " sarl",
    " ltda",
    " inc.",
    " llc",
];
const BRANDS: [char; 3] = ['®', '™', '℠'];
/// Shorter names would be found inside words.
const SHORTEST_NAME: usize = 9;

pub fn check(text: &PublicText, own_names: &[&str], found: &mut Vec<Finding>) {
    let mut add = |code, severity, passage: String| {
        found.push(Finding::new(code, text.pointer.clone(), severity).with(passage));
    };
    if let Some(link) = link(&text.folded) {
        add("link", Severity::Warning, link);
    }
    if text.is_link {
        return;
    }
    let own = own_names
        .iter()
        .find(|name| super::text::weight(name) >= SHORTEST_NAME && text.folded.contains(&fold(name.trim())));
    if let Some(own) = own {
        add("own-name", Severity::Warning, (*own).to_owned());
    } else if let Some(firm) = firm(&text.folded) {
        add("organisation", Severity::Hint, firm);
    }
    if let Some(at) = text.written.find(BRANDS) {
        let before = text.written.get(..at).unwrap_or_default();
        let name =
            before.rsplit(|one: char| one.is_whitespace() || "，。、；（(".contains(one)).next().unwrap_or_default();
        let mark = text.written.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
        add("brand", Severity::Hint, format!("{name}{mark}"));
    }
}

fn link(folded: &str) -> Option<String> {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]).url_must_have_scheme(false);
    let is_address = |link: &str| {
        let host = link.split("//").last().unwrap_or(link).split(['/', '?', ':']).next().unwrap_or_default();
        let ending = host.trim_end_matches('.').rsplit('.').next().unwrap_or_default();
        let letters = host.chars().any(|one| one.is_ascii_alphabetic()) && host.is_ascii();
        link.contains("://") || letters && host.contains('.') && ENDINGS.contains(&ending)
    };
    finder.links(folded).map(|link| link.as_str().to_owned()).find(|link| is_address(link))
}

/// The end of a firm's name with some of what stands before it.
fn firm(folded: &str) -> Option<String> {
    FIRMS.iter().find_map(|ending| {
        let at = folded.find(ending)?;
        let before = folded.get(..at)?;
        let from = before.char_indices().rev().nth(15).map_or(0, |(at, _)| at);
        let name =
            before.get(from..)?.rsplit(['，', '。', '、', '；', ',', '\n', ':', '：', '由', '与', '和']).next()?;
        (name.trim().chars().count() >= 2).then(|| format!("{}{}", name.trim_start(), ending))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, String)> {
        let text =
            PublicText { pointer: "/description".into(), written: text.into(), folded: fold(text), is_link: false };
        let mut found = Vec::new();
        check(&text, &["北京滴灌科技", "IBM"], &mut found);
        found.into_iter().map(|finding| (finding.code, finding.found)).collect()
    }

    fn one(code: &'static str, passage: &str) -> Vec<(&'static str, String)> {
        vec![(code, passage.to_owned())]
    }

    #[test]
    fn links_are_found_with_and_without_a_scheme() {
        assert_eq!(found("see https://drip.example/a"), one("link", "https://drip.example/a"));
        assert_eq!(found("详见 www.drip.cn 。"), one("link", "www.drip.cn"));
        assert_eq!(found("ｗｗｗ．drip．com"), one("link", "www.drip.com"));
        assert!(found("It is intensive.in use, ends.Next it uses node.js at 3.5 kW, e.g. here.").is_empty());
    }

    #[test]
    fn the_own_name_is_found_in_any_width_and_a_short_one_not_inside_words() {
        assert_eq!(found("由北京滴灌科技研制"), one("own-name", "北京滴灌科技"));
        assert!(found("submitted by hand").is_empty());
    }

    #[test]
    fn other_firms_and_brands_are_pointed_out() {
        assert_eq!(found("由山东某某水泵有限公司提供"), one("organisation", "山东某某水泵有限公司"));
        assert_eq!(found("SuperDrip® 控制器"), one("brand", "SuperDrip®"));
        assert!(found("有限元计算表明公司可以安装").is_empty());
    }
}
