//! What a record does not say, or says too vaguely to be matched.

use super::text::{fold, has_figure, running, weight};
use super::{Finding, Severity};
use crate::library::{Body, Demand, Technology};

/// About 30 Chinese characters: less tells a broker nothing.
const SHORTEST_DESCRIPTION: usize = 90;
/// A requirement of fewer letters asks for nothing that can be checked, unless it has a figure.
const SHORTEST_REQUIREMENT: usize = 6;
/// Words that ask for something good without saying what that is, alone with a few others.
const VAGUE: &[&str] = &[
    "先进",
    "优质",
    "高效",
    "合适",
    "适用",
    "良好",
    "领先",
    "性价比",
    "先进的",
    "modern",
    "advanced",
    "good",
    "high quality",
    "efficient",
    "suitable",
    "state of the art",
    "cheap",
    "moderne",
    "adapté",
    "de qualité",
    "performant",
    "moderno",
    "adecuad",
    "de calidad",
    "eficiente",
    "adequad",
    "de qualidade",
    "современн",
    "качествен",
    "эффективн",
    "подходящ",
    "حديث",
    "جودة عالية",
    "مناسب",
    "فعال",
];
/// Up to this many letters a requirement with such a word says little else.
const LITTLE_ELSE: usize = 48;
/// Words by which a text tells where the money comes from.
const MONEY: &[&str] = &[
    "pay",
    "paid",
    "budget",
    "fund",
    "loan",
    "grant",
    "financ",
    "credit",
    "invest",
    "pag",
    "subven",
    "crédit",
    "préstamo",
    "presupuesto",
    "prêt",
    "orçamento",
    "бюджет",
    "финанс",
    "оплат",
    "плат",
    "кредит",
    "средств",
    "грант",
    "付款",
    "支付",
    "出资",
    "经费",
    "预算",
    "资金",
    "贷款",
    "财政",
    "投资",
    "采购",
    "يمول",
    "تمويل",
    "تمول",
    "ميزانية",
    "يدفع",
    "قرض",
    "صندوق",
];
/// And who will use it.
const USERS: &[&str] = &[
    "farmer",
    "cooperative",
    "hospital",
    "school",
    "villag",
    "utility",
    "user",
    "operator",
    "compan",
    "plant ",
    "agricult",
    "agriculteur",
    "coopérative",
    "hôpita",
    "école",
    "usager",
    "usine",
    "agricultor",
    "cooperativa",
    "escuela",
    "usuario",
    "escola",
    "utilizador",
    "больниц",
    "школ",
    "фермер",
    "предприят",
    "потребител",
    "жител",
    "农户",
    "农民",
    "合作社",
    "医院",
    "学校",
    "村",
    "用户",
    "居民",
    "企业",
    "مزارع",
    "جمعي",
    "مدرس",
    "مستشف",
    "قرية",
    "سكان",
];

pub fn technology(body: &Technology, found: &mut Vec<Finding>) {
    common(body, found);
    let said = [running(body), body.advantages.clone().unwrap_or_default()].concat();
    if !has_figure(&said) && body.operating_conditions.is_empty() {
        found.push(Finding::new("no-figure", "/description", Severity::Warning));
    }
    if body.cooperation_modes.is_empty() {
        found.push(Finding::new("no-modes", "/cooperation_modes", Severity::Hint));
    }
    if body.trl.is_none() {
        found.push(Finding::new("no-readiness", "/trl", Severity::Hint));
    }
}

pub fn demand(body: &Demand, found: &mut Vec<Finding>) {
    common(body, found);
    if body.requirements.is_empty() {
        found.push(Finding::new("no-requirements", "/requirements", Severity::Warning));
    }
    for (position, requirement) in body.requirements.iter().enumerate() {
        let code = match &requirement.text {
            text if is_unfilled(text) => "unfilled-requirement",
            text if is_vague(text) => "vague-requirement",
            _ => continue,
        };
        let pointer = format!("/requirements/{position}/text");
        found.push(Finding::new(code, pointer, Severity::Warning).with(&requirement.text));
    }
    let asked = body.requirements.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n");
    let said = [running(body), asked].join("\n");
    if !has_figure(&said) && body.operating_conditions.is_empty() {
        let pointer = if body.requirements.is_empty() { "/description" } else { "/requirements" };
        found.push(Finding::new("no-figure", pointer, Severity::Warning));
    }
    let folded = fold(&said);
    let tells = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let has_budget = body.budget_min.is_some() || body.budget_max.is_some();
    if body.payer.is_none() && !has_budget && !tells(MONEY) {
        found.push(Finding::new("no-payer", "/payer", Severity::Warning));
    }
    if body.end_user.is_none() && !tells(USERS) {
        found.push(Finding::new("no-end-user", "/end_user", Severity::Hint));
    }
}

fn common(body: &impl Body, found: &mut Vec<Finding>) {
    let common = body.common();
    let described = weight(common.description) + common.summary.map_or(0, weight);
    if described < SHORTEST_DESCRIPTION {
        found.push(Finding::new("description-short", "/description", Severity::Warning));
    }
    if common.fields.is_empty() {
        found.push(Finding::new("no-fields", "/fields", Severity::Hint));
    }
}

fn is_vague(requirement: &str) -> bool {
    if has_figure(requirement) {
        return false;
    }
    let folded = fold(requirement);
    let length = weight(requirement);
    length < SHORTEST_REQUIREMENT || length <= LITTLE_ELSE && VAGUE.iter().any(|word| folded.contains(word))
}

/// Whether a gap of a template stands in it still: `…` as a word of its own, not behind one as where a list goes on.
fn is_unfilled(requirement: &str) -> bool {
    let mut before = ' ';
    requirement.chars().any(|one| {
        let before = std::mem::replace(&mut before, one);
        one == '…' && !before.is_alphanumeric() && before != '…'
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::parts::Requirement;

    fn codes(body: &Demand) -> Vec<&'static str> {
        let mut found = Vec::new();
        demand(body, &mut found);
        found.into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn a_requirement_that_can_be_checked_is_told_from_a_vague_one() {
        for vague in
            ["先进可靠", "good quality", "Équipement moderne", "современное оборудование", "معدات حديثة", "cheap"]
        {
            assert!(is_vague(vague), "{vague}");
        }
        for clear in [
            "不接电网即可工作",
            "Sans réseau électrique",
            "at least 500 kg an hour",
            "可在当地工厂组装",
            "Aucun rejet de saumure dans la nappe",
        ] {
            assert!(!is_vague(clear), "{clear}");
        }
    }

    #[test]
    fn a_gap_that_is_left_is_told_from_a_list_that_goes_on() {
        for left in ["… L per day", "at most … kWh", "产能：每小时 … 件", "标准：…", "± … mm"] {
            assert!(is_unfilled(left), "{left}");
        }
        for filled in ["300 L per day", "pumps, valves…", "水泵、阀门……"] {
            assert!(!is_unfilled(filled), "{filled}");
        }
    }

    #[test]
    fn a_demand_that_names_no_user_no_money_and_no_figure_is_asked_for_them() {
        let body = Demand { title: "Irrigation".into(), lang: Some("fr".into()), ..Demand::default() };
        assert_eq!(
            codes(&body),
            ["description-short", "no-fields", "no-requirements", "no-figure", "no-payer", "no-end-user"]
        );
        let said = Demand {
            description: "La commune finance l’achat de 30 pompes pour ses agriculteurs, qui irriguent aujourd’hui à la main et perdent la moitié de l’eau en route vers les champs.".into(),
            fields: vec!["agriculture".into()],
            requirements: vec![Requirement { text: "Sans réseau électrique".into(), ..Requirement::default() }],
            ..body
        };
        assert_eq!(codes(&said), [""; 0]);
    }

    #[test]
    fn a_vague_requirement_is_named_by_its_place() {
        let body = Demand {
            requirements: ["500 kg/h", "good quality"]
                .map(|text| Requirement { text: text.into(), ..Requirement::default() })
                .into(),
            ..Demand::default()
        };
        let mut found = Vec::new();
        demand(&body, &mut found);
        let vague: Vec<_> = found.iter().filter(|finding| finding.code == "vague-requirement").collect();
        assert_eq!(vague.len(), 1);
        assert_eq!(vague[0].pointer, "/requirements/1/text");
    }
}
