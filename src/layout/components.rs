//! View structs of the components: plain, already localised data that `templates/components`
//! prints. Each is documented, with examples, on the living page `/design`.

use super::content::Text;

/// One of the four libraries, as far as a page distinguishes them: colour, name, address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    Technologies,
    Demands,
    Results,
    Institutions,
}

impl Shelf {
    pub const ALL: [Shelf; 4] = [Shelf::Technologies, Shelf::Demands, Shelf::Results, Shelf::Institutions];

    /// Part of addresses, message keys and CSS classes.
    pub fn name(self) -> &'static str {
        match self {
            Shelf::Technologies => "technologies",
            Shelf::Demands => "demands",
            Shelf::Results => "results",
            Shelf::Institutions => "institutions",
        }
    }
}

/// A step on the way from the home page to this one.
#[derive(Debug, Clone)]
pub struct Crumb {
    pub label: String,
    pub href: String,
}

/// A filter that is on; following `href` takes it off.
#[derive(Debug, Clone)]
pub struct Chip {
    pub label: String,
    pub href: String,
}

/// One way to narrow a list, with the number of records behind each value.
#[derive(Debug, Clone)]
pub struct Facet {
    pub title: String,
    pub values: Vec<FacetValue>,
    /// Values beyond the first few, one tap away.
    pub more: Vec<FacetValue>,
}

#[derive(Debug, Clone)]
pub struct FacetValue {
    pub label: String,
    pub href: String,
    pub count: String,
    pub selected: bool,
}

/// A choice among a few, shown as links: sorting, scope of a search.
#[derive(Debug, Clone)]
pub struct Choice {
    pub label: String,
    pub href: String,
    pub selected: bool,
}

/// One value of a choice in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectOption {
    pub value: String,
    pub label: String,
    pub selected: bool,
}

/// Cursor paging: there is a next page, and a way back to the first.
#[derive(Debug, Clone, Default)]
pub struct Pager {
    pub first: Option<String>,
    pub next: Option<String>,
}

/// A short classifying label, with a link when it leads to more of the same.
#[derive(Debug, Clone)]
pub struct Tag {
    pub label: String,
    pub href: Option<String>,
}

/// A record in a list.
#[derive(Debug, Clone)]
pub struct Card {
    pub shelf: Shelf,
    pub number: String,
    pub href: String,
    pub title: Text,
    pub excerpt: Option<Excerpt>,
    pub tags: Vec<Tag>,
    /// Small facts under the title: country, date.
    pub facts: Vec<String>,
    /// Said when the words of the search do not occur: the record means the same.
    pub found_by_meaning: bool,
    /// Why it is here, where the list is somebody's selection.
    pub reason: Option<String>,
    /// Said when what is shown is a translation.
    pub translation: Option<Translated>,
}

/// Who translated what a card shows; following `href` leads to the original.
#[derive(Debug, Clone)]
pub struct Translated {
    pub text: String,
    pub href: String,
    /// Language of the original.
    pub lang: String,
}

/// A piece of a text with the searched words marked.
#[derive(Debug, Clone)]
pub struct Excerpt {
    pub lang: String,
    pub dir: &'static str,
    pub parts: Vec<ExcerptPart>,
}

#[derive(Debug, Clone)]
pub struct ExcerptPart {
    pub text: String,
    pub marked: bool,
}

impl Excerpt {
    /// A text without marks.
    pub fn plain(text: Text) -> Self {
        Excerpt { dir: text.dir(), lang: text.lang, parts: vec![ExcerptPart { text: text.text, marked: false }] }
    }
}

/// A line of a definition list.
#[derive(Debug, Clone)]
pub struct Row {
    pub label: String,
    pub value: Value,
}

/// What stands beside the label of a `Row`.
#[derive(Debug, Clone)]
pub enum Value {
    /// Written by the interface, in its language.
    Plain(String),
    /// Written by an author, in the author's language.
    Content(Text),
    /// Several texts of an author.
    Contents(Vec<Text>),
    Tags(Vec<Tag>),
    Links(Vec<Link>),
}

/// A reference to another page; only the label when it cannot be followed.
#[derive(Debug, Clone)]
pub struct Link {
    pub label: String,
    pub href: Option<String>,
}

/// A calibrated score of a match.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score(pub f64);

impl Score {
    /// Whole per cent, also the length of the bar; never 0 or 100, for nothing judged by text alone is certain.
    pub fn percent(&self) -> u8 {
        (self.0 * 100.0).round().clamp(1.0, 99.0) as u8
    }

    /// Class of the bar; the number is always printed beside it.
    pub fn band(&self) -> &'static str {
        match self.percent() {
            67.. => "high",
            34..=66 => "middle",
            _ => "low",
        }
    }
}

/// The answer to one requirement. Never shown by colour alone: icon, word and colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Met,
    Partly,
    Unmet,
    Unknown,
}

impl Verdict {
    pub const ALL: [Verdict; 4] = [Verdict::Met, Verdict::Partly, Verdict::Unmet, Verdict::Unknown];

    pub fn name(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::Partly => "partly",
            Verdict::Unmet => "unmet",
            Verdict::Unknown => "unknown",
        }
    }
}

/// A message about the page or the service.
#[derive(Debug, Clone)]
pub struct Alert {
    pub kind: AlertKind,
    pub title: String,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlertKind {
    Note,
    Warning,
    Problem,
}

impl AlertKind {
    pub fn name(self) -> &'static str {
        match self {
            AlertKind::Note => "note",
            AlertKind::Warning => "warning",
            AlertKind::Problem => "problem",
        }
    }
}
