//! A record's text in the other languages that readers have, as its author types it beside the columns. What nobody
//! touched stays as it is, whoever wrote it; what a person typed is a person's.

use serde_json::{Map, Value, json};

use super::super::reader::Reader;
use super::super::review::{ChangeLine, change};
use super::faults::{Mistake, id_of, place};
use super::sheet::{Cell, Control, area};
use super::typed::Typed;
use crate::accounts::secrets::sha256;
use crate::error::Fault;
use crate::layout::Lang;
use crate::layout::lang::primary_subtag;
use crate::library::Origin;
use crate::library::difference::difference;
use crate::library::parts::Translation;

const PROPERTIES: [&str; 3] = ["title", "summary", "description"];

/// A language in the form.
pub struct Tongue {
    pub lang: &'static str,
    pub label: String,
    /// Who wrote what stands there, and whether the original has changed since.
    pub stands: Option<String>,
    pub open: bool,
    pub cells: Vec<Cell>,
}

fn name(lang: &str, property: &str) -> String {
    format!("translations/{lang}/{property}")
}

fn stored(columns: &Map<String, Value>) -> Vec<Translation> {
    columns.get("translations").and_then(|all| serde_json::from_value(all.clone()).ok()).unwrap_or_default()
}

fn texts(translation: &Translation) -> [String; 3] {
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    [translation.title.clone(), optional(&translation.summary), optional(&translation.description)]
}

fn written(typed: &Typed, lang: &str) -> [String; 3] {
    PROPERTIES.map(|property| typed.first(&name(lang, property)).to_owned())
}

fn is_blank(texts: &[String; 3]) -> bool {
    texts.iter().all(|text| text.trim().is_empty())
}

/// The texts of a language as a browser sends back what it was shown.
fn shown(columns: &[Translation], lang: &str) -> [String; 3] {
    let found = columns.iter().find(|one| one.lang == lang);
    found.map(texts).unwrap_or_default().map(|text| text.replace("\r\n", "\n"))
}

/// Puts what is stored into a form.
pub fn show(typed: &mut Typed, columns: &Map<String, Value>) {
    let stored = stored(columns);
    for lang in Lang::ALL.iter().map(|lang| lang.tag()) {
        for (property, text) in PROPERTIES.iter().zip(shown(&stored, lang)) {
            typed.put(&name(lang, property), text);
        }
    }
}

/// A mark of what is stored, by which it is seen whether it has changed since a form was filled from it: a translation
/// is no version of its record.
pub fn mark(columns: &Map<String, Value>) -> String {
    let stored = stored(columns);
    mark_of(|lang| shown(&stored, lang))
}

fn mark_of(texts: impl Fn(&str) -> [String; 3]) -> String {
    let all: Vec<String> = Lang::ALL.iter().flat_map(|lang| texts(lang.tag())).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    sha256(&all).chars().take(16).collect()
}

/// Whether a form says what it said when it was filled; the mark of that is the last part of its version.
pub fn is_untouched(typed: &Typed) -> bool {
    typed.first("version").rsplit('.').next() == Some(mark_of(|lang| written(typed, lang)).as_str())
}

/// What a form means, and the languages that were emptied in it.
pub fn read(typed: &Typed, columns: &Map<String, Value>) -> (Vec<Translation>, Vec<&'static str>) {
    let stored = stored(columns);
    let source = typed.first("lang");
    let mut read: Vec<Translation> =
        stored.iter().filter(|one| Lang::ALL.iter().all(|lang| lang.tag() != one.lang)).cloned().collect();
    let mut emptied = Vec::new();
    let untouched = is_untouched(typed);
    for lang in Lang::ALL.iter().map(|lang| lang.tag()) {
        let known = stored.iter().find(|one| one.lang == lang);
        let written = written(typed, lang);
        if untouched || written == shown(&stored, lang) {
            // The original may have moved to a language it was translated into.
            read.extend(known.filter(|one| one.lang != source).cloned());
        } else if is_blank(&written) {
            emptied.extend(known.map(|_| lang));
        } else {
            let [title, summary, description] = written;
            let optional = |text: String| Some(text).filter(|text| !text.trim().is_empty());
            let (summary, description) = (optional(summary), optional(description));
            let lang = lang.to_owned();
            read.push(Translation {
                lang,
                title,
                summary,
                description,
                origin: Origin::Human,
                ..Translation::default()
            });
        }
    }
    (read, emptied)
}

/// A fault in a list of translations as one in the field of its language.
pub fn in_its_field(fault: Fault, translations: &[Translation]) -> Fault {
    let parts: Vec<&str> = fault.pointer.as_deref().unwrap_or_default().split('/').collect();
    let &["", "translations", position, property] = parts.as_slice() else { return fault };
    let found = position.parse().ok().and_then(|position: usize| translations.get(position));
    let Some(lang) = found.map(|one| one.lang.clone()) else { return fault };
    if property == "lang" {
        return Fault::field(format!("/{}", name(&lang, "title")), "original_language", fault.detail);
    }
    Fault { pointer: Some(format!("/{}", name(&lang, property))), ..fault }
}

/// That a translation which everybody reads is not taken away by leaving its fields empty.
pub fn stays(lang: &str) -> Fault {
    let detail = "a published translation is replaced, not emptied";
    Fault::field(format!("/{}", name(lang, "title")), "translation_stays", detail)
}

/// The languages of the form: all but the original's as it is stored, which is shown where something was typed into it.
pub fn tongues(reader: &Reader, typed: &Typed, columns: &Map<String, Value>) -> Vec<Tongue> {
    let t = reader.t();
    let source = columns.get("lang").and_then(Value::as_str).map(primary_subtag).unwrap_or_default();
    let stored = stored(columns);
    let offered = Lang::ALL.iter().map(|lang| lang.tag());
    let offered = offered.filter(|lang| *lang != source || !is_blank(&written(typed, lang)));
    let tongue = |lang: &'static str| {
        let known = stored.iter().find(|one| one.lang == lang);
        let stands = known.map(|one| {
            let by = t.code_or_self("translation-by", one.origin.as_str());
            if one.stale { t.clauses(&[by, t.text("translation-by-stale")]) } else { by }
        });
        let cell = |(property, value): (&&'static str, String)| {
            let name = name(lang, property);
            let label = t.code_or_self("column", property);
            let control = match *property {
                "title" => Control::Line { value, kind: "text", mode: "", list: "" },
                "summary" => area(value, 3),
                _ => area(value, 6),
            };
            Cell { id: id_of(&name), name, label, control, mistakes: Vec::new() }
        };
        let cells = PROPERTIES.iter().zip(written(typed, lang)).map(cell).collect();
        Tongue { lang, label: reader.language(lang), stands, open: false, cells }
    };
    offered.map(tongue).collect()
}

/// Puts what is wrong where it belongs, and opens it there.
pub fn mark_wrong(tongues: &mut [Tongue], mistakes: &[Mistake]) {
    for tongue in tongues {
        for cell in &mut tongue.cells {
            let own = mistakes.iter().filter(|mistake| mistake.anchor == cell.id);
            cell.mistakes = own.map(|mistake| mistake.text.clone()).collect();
            tongue.open |= !cell.mistakes.is_empty();
        }
    }
}

/// What differs between two lists, language by language.
pub fn changes(reader: &Reader, old: &[Translation], new: &[Translation]) -> Vec<ChangeLine> {
    let by_language = |all: &[Translation]| {
        let texts = |one: &Translation| Value::from_iter(PROPERTIES.iter().copied().zip(texts(one)));
        let all: Map<String, Value> = all.iter().map(|one| (one.lang.clone(), texts(one))).collect();
        json!({ "translations": all })
    };
    let changed = difference(&by_language(old), &by_language(new));
    changed.iter().map(|one| ChangeLine { label: place(reader, &one.pointer), ..change(reader, one) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Map<String, Value> {
        let all = json!([{"lang": "de", "title": "x", "origin": "human"},
            {"lang": "en", "title": "Drip", "summary": "a\r\nb", "origin": "machine", "stale": true}]);
        Map::from_iter([("translations".to_owned(), all)])
    }

    fn form() -> Typed {
        let mut typed = Typed::default();
        show(&mut typed, &columns());
        typed.put("lang", "zh");
        typed
    }

    #[test]
    fn what_is_touched_is_a_persons_and_all_else_stays_whoever_wrote_it() {
        let (read, emptied) = super::read(&form(), &columns());
        assert_eq!((read, emptied), (stored(&columns()), Vec::new()));
        let mut typed = Typed::default();
        typed.put("translations/fr/title", "Goutte à goutte");
        typed.put("translations/fr/summary", " ");
        let (read, emptied) = super::read(&typed, &columns());
        assert_eq!(emptied, ["en"]);
        let langs: Vec<(&str, Origin)> = read.iter().map(|one| (one.lang.as_str(), one.origin)).collect();
        assert_eq!(langs, [("de", Origin::Human), ("fr", Origin::Human)]);
        assert_eq!(read[1].summary, None);
    }

    #[test]
    fn a_form_that_was_not_touched_overwrites_nothing_that_was_stored_meanwhile() {
        let mut typed = form();
        typed.put("version", format!("3.0.{}", mark(&columns())));
        let meanwhile = json!([{"lang": "en", "title": "Dripper", "origin": "human"}]);
        let meanwhile = Map::from_iter([("translations".to_owned(), meanwhile)]);
        assert_eq!(super::read(&typed, &meanwhile).0, stored(&meanwhile));
        assert_ne!(mark(&columns()), mark(&meanwhile));
    }

    #[test]
    fn the_translation_into_the_language_that_became_the_originals_goes() {
        let mut typed = Typed::default();
        typed.put("lang", "en");
        show(&mut typed, &columns());
        assert_eq!(super::read(&typed, &columns()).0.len(), 1);
    }
}
