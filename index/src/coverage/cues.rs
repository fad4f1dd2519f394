//! Words that turn a sentence round: "not suitable for", "only", "but no need of".
//!
//! Word lists, not a grammar: they tell the verdict model that a sentence may deny what it talks
//! about. What is negated but good ("no grid needed") is listed apart.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// What a sentence carries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cues {
    /// Denies: "does not", "cannot", "not for".
    pub denial: bool,
    /// Restricts: "only", "must have", "not yet".
    pub limit: bool,
    /// Says that something is not there or not needed, good or bad: a denial, or "no need of". A requirement that does
    /// ("without the grid") is answered by a sentence that does too.
    pub absence: bool,
}

/// Not there or not needed, which is no denial of a use.
const UNNEEDED: &[&str] =
    &["无需", "不需", "不用", "无须", "不必", "免", "无市电", "无电", "不接", "离网", "no need", "off-grid"];

/// Negated and yet neither a denial nor an absence.
const HARMLESS: &[&str] = &[
    "不起火",
    "不燃",
    "不污染",
    "不生锈",
    "不锈",
    "不改造",
    "不改变",
    "不占",
    "不影响",
    "不间断",
    "不低于",
    "不超过",
    "不小于",
    "不大于",
    "不少于",
    "不降",
    "不堵",
    "不怕",
    "不断",
    "不同",
    "不仅",
    "不但",
    "无毒",
    "无害",
    "无线",
    "无人",
    "无污染",
    "无残留",
    "not only",
    "no more than",
    "no less than",
    "without interruption",
    "non seulement",
    "no solo",
    "no sólo",
    "не только",
    "не менее",
    "не более",
    "não só",
];

const DENIAL: &[&str] = &[
    "不适",
    "不能",
    "不可",
    "无法",
    "不具",
    "不带",
    "不含",
    "不提供",
    "不支持",
    "不足",
    "不宜",
    "不得",
    "不包括",
    "不涉及",
    "不面向",
    "不作",
    "不做",
    "不单独",
    "无效",
    "没有",
    "并非",
    "不是",
    "不",
    "未",
    "not ",
    "cannot",
    "no ",
    "never",
    "n't",
    "without",
    "ne ",
    "n'",
    " pas ",
    "aucun",
    "sans ",
    " no ",
    "ningún",
    "sin ",
    "не ",
    "нет ",
    "без ",
    "não ",
    "nenhum",
    "sem ",
    "بدون ",
    "hors réseau",
    "لا ",
    "ليس",
    "لن ",
    "دون ",
    "غير ",
];

const LIMIT: &[&str] = &[
    "仅",
    "只",
    "须",
    "必须",
    "需要",
    "要求",
    "尚",
    "暂",
    "限于",
    "以下",
    "之外",
    "otherwise",
    "only",
    "require",
    "must",
    "limited",
    "yet",
    "seulement",
    "uniquement",
    "exige",
    "nécessite",
    "solo ",
    "sólo ",
    "solamente",
    "requiere",
    "только",
    "требу",
    "лишь",
    "apenas",
    "somente",
    "exige",
    "فقط",
    "يتطلب",
    "يشترط",
];

/// Each list with what its words tell.
const LISTS: [(&[&str], Cues); 4] = [
    (HARMLESS, Cues { denial: false, limit: false, absence: false }),
    (UNNEEDED, Cues { denial: false, limit: false, absence: true }),
    (DENIAL, Cues { denial: true, limit: false, absence: true }),
    (LIMIT, Cues { denial: false, limit: true, absence: false }),
];

/// The lists as one automaton; the longest cue at a place counts, so that what is harmless hides the denial that it
/// contains.
static FINDER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let cues = LISTS.iter().flat_map(|(words, _)| words.iter());
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA)).build(cues).ok()
});

/// What the word at this place of the automaton tells.
fn told(mut place: usize) -> Cues {
    for (words, cues) in LISTS {
        if place < words.len() {
            return cues;
        }
        place -= words.len();
    }
    Cues::default()
}

impl Cues {
    /// Reads a sentence in any of the languages.
    pub fn of(sentence: &str) -> Cues {
        let text = sentence.to_lowercase();
        let mut cues = Cues::default();
        for found in FINDER.iter().flat_map(|finder| finder.find_iter(&text)) {
            let told = told(found.pattern().as_usize());
            cues.denial |= told.denial;
            cues.limit |= told.limit;
            cues.absence |= told.absence;
        }
        cues
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_denies_a_use_is_told_from_one_that_needs_nothing() {
        assert!(Cues::of("不适用于轻钢铁皮棚。").denial);
        assert!(!Cues::of("安装无需工具，不占耕地。").denial);
        assert!(Cues::of("For diagnosis only; it does not treat.").denial);
        assert!(Cues::of("仅用于灾后评估。").limit);
    }

    #[test]
    fn what_needs_no_grid_is_absent_on_both_sides_and_denied_on_neither() {
        for text in ["完全不接市电。", "无需外接电源。", "Fonctionne sans réseau électrique", "يعمل بدون شبكة كهرباء"]
        {
            assert!(Cues::of(text).absence, "{text}");
        }
        assert!(!Cues::of("完全不接市电。").denial);
        assert!(!Cues::of("采用220伏市电供电。").absence);
        assert!(!Cues::of("不超过6克每升。").absence);
    }
}
