//! Requirements in a cell that people can read and write: one a line, or separated by semicolons, each with
//! `must:`, `should:` or `may:` before it (or the Chinese words); without one it counts as *should*.

use serde_json::{Value, json};

use crate::library::Priority;

/// The properties of the column this form is for.
pub const PROPERTIES: &[&str] = &["text", "priority"];

/// The requirements written in a cell.
pub fn read(cell: &str) -> Vec<Value> {
    segments(cell)
        .into_iter()
        .map(str::trim)
        .filter(|segment| !segment.is_empty())
        .map(|segment| {
            let (priority, text) = labelled(segment).unwrap_or((Priority::default(), segment));
            json!({ "text": text, "priority": priority })
        })
        .collect()
}

/// One requirement a line, as [`read`] takes it; `None` when a member is not a plain requirement.
pub fn write(requirements: &[Value]) -> Option<String> {
    let lines: Option<Vec<String>> = requirements
        .iter()
        .map(|requirement| {
            let text = requirement.get("text")?.as_str()?;
            Some(format!("{}: {text}", requirement.get("priority")?.as_str()?))
        })
        .collect();
    Some(lines?.join("\n"))
}

/// Lines, where there are several; else parts at semicolons. Where any part has a label, a semicolon before a part
/// without one belongs to the text.
fn segments(cell: &str) -> Vec<&str> {
    let lines: Vec<&str> = cell.split('\n').filter(|line| !line.trim().is_empty()).collect();
    if lines.len() > 1 {
        return lines;
    }
    let starts: Vec<usize> =
        cell.char_indices().filter(|(_, c)| matches!(c, ';' | '；')).map(|(at, c)| at + c.len_utf8()).collect();
    let any_labelled =
        labelled(cell.trim()).is_some() || starts.iter().any(|at| labelled(cell[*at..].trim()).is_some());
    let mut segments = Vec::new();
    let mut begin = 0;
    for start in starts {
        if !any_labelled || labelled(cell[start..].trim()).is_some() {
            segments.push(cell[begin..start].trim_end_matches([';', '；']));
            begin = start;
        }
    }
    segments.push(if any_labelled { &cell[begin..] } else { cell[begin..].trim_end_matches([';', '；']) });
    segments
}

/// Priority and text of `must: text`.
fn labelled(segment: &str) -> Option<(Priority, &str)> {
    let (label, text) = segment.split_once([':', '：'])?;
    let priority = label.trim().parse().ok()?;
    Some((priority, text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_pairs(cell: &str) -> Vec<(String, String)> {
        let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
        read(cell).iter().map(|one| (text(one, "priority"), text(one, "text"))).collect()
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(priority, text)| ((*priority).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn requirements_are_read_with_and_without_labels() {
        let cases: &[(&str, &[(&str, &str)])] = &[
            ("must: a; should: b", &[("must", "a"), ("should", "b")]),
            (
                "必须：耗水低于 3000 m³；价格低\n可选：带遥控",
                &[("must", "耗水低于 3000 m³；价格低"), ("may", "带遥控")],
            ),
            ("must: a, b; c; may: d", &[("must", "a, b; c"), ("may", "d")]),
            ("压力≥0.3MPa；流量≥2L/h；", &[("should", "压力≥0.3MPa"), ("should", "流量≥2L/h")]),
            ("pH: 6 to 8", &[("should", "pH: 6 to 8")]),
            ("", &[]),
        ];
        for (cell, expected) in cases {
            assert_eq!(read_pairs(cell), pairs(expected), "{cell}");
        }
    }
}
