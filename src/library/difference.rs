//! What changed between two versions of a record: value by value, and in texts word by word. Pure.

use std::collections::BTreeSet;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use similar::{ChangeTag, TextDiff};
use utoipa::ToSchema;

use super::body::Body;
use super::closed_set::closed_set;
use super::codes::Origin;
use super::store::rows::body_columns;

/// After this time the rest of two texts is shown as one change: nobody waits for a comparison.
const LONGEST: Duration = Duration::from_millis(300);

closed_set! {
    /// What became of a piece of text.
    pub enum PieceKind {
        #[default]
        Equal = "equal" [],
        Removed = "removed" [],
        Added = "added" [],
    }
}

/// A piece of a text that was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Piece {
    pub kind: PieceKind,
    pub text: String,
}

/// One value that is not what it was.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Changed {
    /// JSON Pointer to the value.
    #[schema(example = "/requirements/0/text")]
    pub pointer: String,
    /// What it was; absent where there was nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Value>,
    /// What it is; absent where there is nothing any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Value>,
    /// Where both are texts: which words went and which came.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub words: Vec<Piece>,
}

/// What differs between two bodies, column by column in the order of their names. Of translations, those that people
/// wrote.
pub fn between<B: Body>(old: &B, new: &B) -> anyhow::Result<Vec<Changed>> {
    Ok(difference(&compared(old)?, &compared(new)?))
}

fn compared(body: &impl Body) -> anyhow::Result<Value> {
    let mut body = body.clone();
    let translations = body.common_mut().translations;
    translations.retain(|translation| translation.origin == Origin::Human);
    translations.iter_mut().for_each(|translation| translation.stale = false);
    Ok(Value::Object(body_columns(&body)?))
}

/// What differs between two values.
pub fn difference(old: &Value, new: &Value) -> Vec<Changed> {
    let mut changes = Vec::new();
    compare(String::new(), Some(old), Some(new), &mut changes);
    changes
}

fn compare(pointer: String, old: Option<&Value>, new: Option<&Value>, changes: &mut Vec<Changed>) {
    let (old, new) = (old.filter(|value| !is_nothing(value)), new.filter(|value| !is_nothing(value)));
    match (old, new) {
        (Some(Value::Object(left)), Some(Value::Object(right))) => {
            let names: BTreeSet<&String> = left.keys().chain(right.keys()).collect();
            for name in names {
                let place = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
                compare(place, left.get(name), right.get(name), changes);
            }
        }
        (Some(Value::Array(left)), Some(Value::Array(right))) => {
            for position in 0..left.len().max(right.len()) {
                compare(format!("{pointer}/{position}"), left.get(position), right.get(position), changes);
            }
        }
        (old, new) if old == new => {}
        (old, new) => {
            let words = match (old, new) {
                (Some(Value::String(left)), Some(Value::String(right))) => words(left, right),
                _ => Vec::new(),
            };
            changes.push(Changed { pointer, old: old.cloned(), new: new.cloned(), words });
        }
    }
}

/// A value that stands for none: bodies leave some out and write others as empty.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(members) => members.is_empty(),
        _ => false,
    }
}

/// Which words of a text went and which came. In scripts without spaces, sign by sign.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    let compared = TextDiff::configure().timeout(LONGEST).diff_unicode_words(old, new);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in compared.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => PieceKind::Equal,
            ChangeTag::Delete => PieceKind::Removed,
            ChangeTag::Insert => PieceKind::Added,
        };
        match pieces.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(change.value()),
            _ => pieces.push(Piece { kind, text: change.value().to_owned() }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn shown(pieces: &[Piece]) -> String {
        let one = |piece: &Piece| match piece.kind {
            PieceKind::Equal => piece.text.clone(),
            PieceKind::Removed => format!("[-{}-]", piece.text),
            PieceKind::Added => format!("[+{}+]", piece.text),
        };
        pieces.iter().map(one).collect()
    }

    #[test]
    fn words_are_compared_in_every_script() {
        assert_eq!(shown(&words("saves 40% of water", "saves half of water")), "saves [-40%-][+half+] of water");
        assert_eq!(shown(&words("节水四成", "节水五成")), "节水[-四-][+五+]成");
        assert_eq!(shown(&words("يوفر المياه", "يوفر الطاقة")), "يوفر [-المياه-][+الطاقة+]");
    }

    #[test]
    fn every_changed_value_is_named_by_its_place() {
        let old = json!({"title": "a", "trl": 7, "links": [], "requirements": [{"text": "x", "priority": "must"}]});
        let new = json!({"title": "a", "trl": 8, "summary": "s",
            "requirements": [{"text": "y", "priority": "must"}, {"text": "z", "priority": "may"}]});
        let found = difference(&old, &new);
        let pointers: Vec<&str> = found.iter().map(|changed| changed.pointer.as_str()).collect();
        assert_eq!(pointers, ["/requirements/0/text", "/requirements/1", "/summary", "/trl"]);
        assert_eq!((&found[1].old, &found[3].old, &found[3].new), (&None, &Some(json!(7)), &Some(json!(8))));
        assert_eq!(difference(&new, &new), []);
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_two_texts(old in "\\PC{0,40}", new in "\\PC{0,40}") {
            let pieces = words(&old, &new);
            let side = |but: PieceKind| -> String {
                pieces.iter().filter(|piece| piece.kind != but).map(|piece| piece.text.as_str()).collect()
            };
            prop_assert_eq!(side(PieceKind::Added), old);
            prop_assert_eq!(side(PieceKind::Removed), new);
        }
    }
}
