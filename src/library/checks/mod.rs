//! What a record should be before somebody else reviews it: nothing that names its author in the public part, nothing
//! too vague to match. Findings advise; whether a record may go in at all is [`super::validate`]'s work, and whether
//! it is there already is `matching::duplicates`'.
//!
//! Every finding is a code with a place; message and suggestion are `check-…` and `suggestion-…` in `locales/`.
//!
//! | file | what |
//! |---|---|
//! | [`text`] | the public texts of a record, and the forms in which things are hidden in them |
//! | [`contact`] | mail addresses, telephone numbers, messenger accounts |
//! | [`identity`] | links, names of organisations, brands |
//! | [`title`] | titles too short or too loud |
//! | [`content`] | what is missing or vague |

mod contact;
mod content;
mod identity;
mod text;
mod title;

use super::closed_set::closed_set;
use super::{Demands, Institutions, Library, Results, Technologies};
use text::PublicText;

closed_set! {
    /// How much a finding matters.
    pub enum Severity {
        /// The record cannot be stored like this.
        Error = "error" [],
        /// A reviewer will send it back.
        #[default]
        Warning = "warning" [],
        /// It will be found and matched better.
        Hint = "hint" [],
    }
}

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is: the message is `check-{code}`, the suggestion `suggestion-{code}`.
    pub code: &'static str,
    /// JSON Pointer to the value.
    pub pointer: String,
    pub severity: Severity,
    /// The passage that was found, put into the message.
    pub found: String,
}

impl Finding {
    pub fn new(code: &'static str, pointer: impl Into<String>, severity: Severity) -> Self {
        Self { code, pointer: pointer.into(), severity, found: String::new() }
    }

    #[must_use]
    pub fn with(mut self, found: impl Into<String>) -> Self {
        self.found = found.into();
        self
    }
}

/// Every code a finding can have; those of duplicates and of values that are not valid come from elsewhere.
pub const CODES: &[&str] = &[
    "mail",
    "telephone",
    "messenger",
    "link",
    "own-name",
    "organisation",
    "brand",
    "title-short",
    "title-shouting",
    "title-repeated",
    "description-short",
    "no-figure",
    "no-requirements",
    "vague-requirement",
    "unfilled-requirement",
    "no-end-user",
    "no-payer",
    "no-fields",
    "no-modes",
    "no-readiness",
    "duplicate",
    "translation",
    "not-valid",
];

/// What keeps a record from being submitted at all; everything else is shown to whoever reviews it. Contact data would
/// lead the other side past the introduction.
pub const REFUSED: &[&str] = &["not-valid", "mail", "telephone", "messenger"];

/// What a library's records are looked at for beside what all are.
pub trait Checked: Library {
    /// Whether the parties are anonymous until they are introduced, so that nothing may name them.
    const ANONYMOUS: bool;
    /// What is missing or vague.
    fn content(body: &Self::Body, found: &mut Vec<Finding>);
}

impl Checked for Technologies {
    const ANONYMOUS: bool = true;

    fn content(body: &Self::Body, found: &mut Vec<Finding>) {
        content::technology(body, found);
    }
}

impl Checked for Demands {
    const ANONYMOUS: bool = true;

    fn content(body: &Self::Body, found: &mut Vec<Finding>) {
        content::demand(body, found);
    }
}

impl Checked for Results {
    const ANONYMOUS: bool = false;

    fn content(_body: &Self::Body, _found: &mut Vec<Finding>) {}
}

impl Checked for Institutions {
    const ANONYMOUS: bool = false;

    fn content(_body: &Self::Body, _found: &mut Vec<Finding>) {}
}

/// Looks a normalised body over. `own_names` are those of the organisation it belongs to.
pub fn check<L: Checked>(body: &L::Body, own_names: &[&str]) -> Vec<Finding> {
    let mut found = Vec::new();
    for text in text::public::<L>(body) {
        contact::check(&text, &mut found);
        if L::ANONYMOUS {
            identity::check(&text, own_names, &mut found);
        }
    }
    title::check(body, &mut found);
    L::content(body, &mut found);
    found
}

/// What in a text makes known who wrote it: mail addresses, telephone numbers, messenger accounts, links, and the
/// writer's own names.
pub fn identifying(text: &str, own_names: &[&str]) -> Vec<String> {
    const CODES: [&str; 5] = ["mail", "telephone", "messenger", "link", "own-name"];
    let text = PublicText::of("/text", text);
    let mut found = Vec::new();
    contact::check(&text, &mut found);
    identity::check(&text, own_names, &mut found);
    found.retain(|finding| CODES.contains(&finding.code));
    found.into_iter().map(|finding| finding.found).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Demand, Technology};

    fn codes<L: Checked>(body: &L::Body) -> Vec<&'static str> {
        check::<L>(body, &["北京滴灌"]).into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn a_good_record_has_no_finding() {
        let technology = serde_json::json!({"title": "太阳能滴灌控制器", "lang": "zh", "country": "CN", "trl": 8,
            "description": "光伏供电的灌溉控制器，按土壤湿度自动滴灌，每公顷用水低于2800立方米，比漫灌节水40%，已在新疆棉田运行两季。",
            "fields": ["agriculture"], "cooperation_modes": ["licence"]});
        let technology: Technology = serde_json::from_value(technology).unwrap();
        assert_eq!(codes::<Technologies>(&technology), [""; 0]);
        let demand = serde_json::json!({"title": "Irrigation économe en eau", "lang": "fr", "country": "TN",
            "description": "Les oasis du sud manquent d’eau : il faut irriguer 400 hectares de palmiers avec moitié moins d’eau qu’aujourd’hui.",
            "fields": ["agriculture"], "end_user": "coopératives", "payer": "ministère",
            "requirements": [{"text": "moins de 3 000 m³ par hectare", "priority": "must"}]});
        let demand: Demand = serde_json::from_value(demand).unwrap();
        assert_eq!(codes::<Demands>(&demand), [""; 0]);
    }

    #[test]
    fn what_is_confidential_or_a_code_of_its_own_is_not_looked_at() {
        let body = serde_json::json!({"title": "太阳能滴灌控制器", "confidential": "wang@example.org", "country": "CN",
            "external_id": "http://example.org/1", "links": []});
        let technology: Technology = serde_json::from_value(body).unwrap();
        let found = codes::<Technologies>(&technology);
        assert!(!found.contains(&"mail") && !found.contains(&"link"), "{found:?}");
    }
}
