//! The texts of the interface: every language has every message, with the same variables and its own plural forms,
//! and no message is there that nothing uses.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use siku::audit::Done;
use siku::layout::{Lang, Locale};
use siku::pages::authoring::templates::FIELDS;

/// The plural categories of CLDR that cardinal numbers take in a language.
fn categories(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Zh => &["other"],
        Lang::En => &["one", "other"],
        Lang::Fr | Lang::Es | Lang::Pt => &["one", "many", "other"],
        Lang::Ru => &["one", "few", "many", "other"],
        Lang::Ar => &["zero", "one", "two", "few", "many", "other"],
    }
}

/// What a message is made of.
#[derive(Debug, Default)]
struct Message {
    variables: BTreeSet<String>,
    /// The keys of each of its choices.
    choices: Vec<BTreeSet<String>>,
}

impl Message {
    fn read(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                self.variables.insert(id.name.clone());
            }
            Expression::Inline(_) => {}
            Expression::Select { selector, variants } => {
                if let InlineExpression::VariableReference { id } = selector {
                    self.variables.insert(id.name.clone());
                }
                self.choices.push(variants.iter().map(|variant| key(&variant.key)).collect());
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }
}

fn key(key: &VariantKey<String>) -> String {
    match key {
        VariantKey::Identifier { name } => name.clone(),
        VariantKey::NumberLiteral { value } => value.clone(),
    }
}

fn files(directory: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(directory)];
    while let Some(directory) = open.pop() {
        for entry in std::fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| endings.iter().any(|one| ending == *one)) {
                found.push(path);
            }
        }
    }
    found
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn messages(lang: Lang) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for path in files(&format!("locales/{}", lang.tag()), &["ftl"]) {
        let resource = fluent_syntax::parser::parse(read(&path))
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            if let Entry::Message(entry) = entry {
                let mut message = Message::default();
                message.read(&entry.value.expect("a message has a text"));
                let twice = messages.insert(entry.id.name.clone(), message);
                assert!(twice.is_none(), "{} has {} a second time", path.display(), entry.id.name);
            }
        }
    }
    messages
}

/// Fails with one line for each thing that is wrong.
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_language_has_every_message() {
    let english = messages(Lang::En);
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        let own = messages(*lang);
        let tag = lang.tag();
        wrong.extend(english.keys().filter(|key| !own.contains_key(*key)).map(|key| format!("{tag} lacks {key}")));
        wrong.extend(
            own.keys()
                .filter(|key| !english.contains_key(*key))
                .map(|key| format!("{tag} has {key}, which is not in English")),
        );
    }
    none(&wrong);
}

#[test]
fn everything_the_audit_can_say_was_done_has_a_name_in_every_language_and_nothing_else_has() {
    let possible: BTreeSet<String> = Done::all().map(|done| done.code().to_owned()).collect();
    assert!(!possible.is_empty());
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        let messages = messages(*lang);
        let named: BTreeSet<String> =
            messages.keys().filter_map(|key| key.strip_prefix("deed-")).map(str::to_owned).collect();
        wrong.extend(possible.difference(&named).map(|code| format!("{} has no name of {code}", lang.tag())));
        wrong.extend(named.difference(&possible).map(|code| format!("{} names {code}: nobody does it", lang.tag())));
    }
    none(&wrong);
}

#[test]
fn no_two_things_the_audit_can_say_were_done_are_called_alike() {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        let mut names = BTreeMap::new();
        for done in Done::all() {
            let name = Locale::new(*lang).code_or_self("deed", done.code());
            if let Some(other) = names.insert(name, done.clone()) {
                wrong.push(format!("{}: {} is called as {}", lang.tag(), done.code(), other.code()));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_template_of_a_requirement_has_a_text_in_every_language_and_nothing_else_has() {
    let listed: BTreeSet<&str> =
        FIELDS.iter().flat_map(|(_, templates)| templates.iter().map(|template| template.code)).collect();
    assert!(!listed.is_empty());
    for lang in Lang::ALL {
        let messages = messages(*lang);
        let written: BTreeSet<&str> = messages.keys().filter_map(|key| key.strip_prefix("template-")).collect();
        assert_eq!(written, listed, "{}", lang.tag());
    }
}

#[test]
fn a_message_has_the_variables_of_the_english_one() {
    let english = messages(Lang::En);
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        for (key, message) in messages(*lang) {
            if let Some(model) = english.get(&key).filter(|model| chosen(&message) != chosen(model)) {
                wrong.push(format!("{} {key} has {:?}, not {:?}", lang.tag(), message.variables, model.variables));
            }
        }
    }
    none(&wrong);
}

/// A count that only chooses the form need not be chosen by in a language without plural forms.
fn chosen(message: &Message) -> BTreeSet<&str> {
    message.variables.iter().map(String::as_str).filter(|name| *name != "count").collect()
}

#[test]
fn a_counted_message_has_every_plural_form_of_its_language_and_no_other() {
    const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        let needed: BTreeSet<String> = categories(*lang).iter().map(|category| (*category).to_owned()).collect();
        for (key, message) in messages(*lang) {
            let counted = |choice: &&BTreeSet<String>| choice.iter().any(|form| CATEGORIES.contains(&form.as_str()));
            for forms in message.choices.iter().filter(counted) {
                // a number of its own, such as none, may have words of its own
                let named = |form: &&String| form.parse::<f64>().is_err();
                let forms: BTreeSet<String> = forms.iter().filter(named).cloned().collect();
                if forms == needed {
                    continue;
                }
                wrong.push(format!("{} {key} has the forms {forms:?}, not {needed:?}", lang.tag()));
            }
        }
    }
    none(&wrong);
}

#[test]
fn a_text_is_not_left_in_english() {
    // Names and abbreviations, and words that two languages share.
    let english = texts(Lang::En);
    let mut wrong = Vec::new();
    for lang in [Lang::Zh, Lang::Ru, Lang::Ar] {
        for (key, text) in texts(lang) {
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            if english.get(&key) == Some(&text) && letters > 4 {
                wrong.push(format!("{} {key} is as in English: {text}", lang.tag()));
            }
        }
    }
    none(&wrong);
}

/// The messages that are one line without variables.
fn texts(lang: Lang) -> BTreeMap<String, String> {
    let locale = Locale::new(lang);
    let plain = messages(lang).into_iter().filter(|(_, message)| message.variables.is_empty());
    plain.map(|(key, _)| (key.clone(), locale.text(&key))).collect()
}

/// Everything that could name a message: the program without its tests, and the templates.
fn sources(directories: &[&str]) -> String {
    let mut sources = String::new();
    for directory in directories {
        for path in files(directory, &["rs", "html"]) {
            let text = read(&path);
            sources.push_str(text.split("#[cfg(test)]").next().unwrap());
        }
    }
    sources
}

/// What stands in quotation marks after `before`, everywhere.
fn quoted<'a>(sources: &'a str, before: &str) -> BTreeSet<&'a str> {
    let call = format!("{before}\"");
    let starts = sources.match_indices(&call).map(|(at, _)| &sources[at + call.len()..]);
    starts.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_message_is_used_and_every_message_that_is_used_is_there() {
    let english = messages(Lang::En);
    let mut wrong = Vec::new();
    // Elsewhere functions of these names do other things.
    let pages = sources(&["src/pages", "src/layout", "src/matching", "templates"]);
    for function in [".text(", ".count(", ".fill(", ".text_with("] {
        let unknown = quoted(&pages, function).into_iter().filter(|key| !english.contains_key(*key));
        wrong.extend(unknown.map(|key| format!("{key} is used, but not in locales/en")));
    }
    let sources = sources(&["src", "templates"]);
    let families: BTreeSet<&str> =
        [".code(", ".code_or_self(", ".code_with("].iter().flat_map(|call| quoted(&sources, call)).collect();
    let literals: BTreeSet<&str> = sources.split('"').collect();
    // Keys made with `format!`, such as `home-count-{}`; the part before the brace names the family.
    let beginnings: BTreeSet<&str> = literals
        .iter()
        .filter_map(|literal| literal.split_once('{').map(|(beginning, _)| beginning))
        .filter(|beginning| beginning.ends_with('-') && beginning.len() > 4)
        .collect();
    for key in english.keys() {
        let in_family =
            families.iter().any(|family| key.strip_prefix(family).is_some_and(|rest| rest.starts_with('-')));
        let put_together = beginnings.iter().any(|beginning| key.starts_with(beginning));
        if !literals.contains(key.as_str()) && !in_family && !put_together {
            wrong.push(format!("{key} is in locales/en, but nothing uses it"));
        }
    }
    none(&wrong);
}
