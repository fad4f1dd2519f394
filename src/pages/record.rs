//! What the pages of single records share: head, details, conditions, version, structured data.
//! Each library's own page adds its part.

use serde_json::{Value as Json, json};

use super::authoring;
use super::picture;
use super::present::{Presented, address, field_tags};
use super::reader::{Reader, TranslationNote};
use super::reviewed::{self, ReviewLine};
use super::rows::{Rows, web_link};
use crate::app::App;
use crate::error::Error;
use crate::layout::components::{Row, Shelf, Tag};
use crate::layout::content::Text;
use crate::library::parts::OperatingCondition;
use crate::library::{Body, Record};

/// Characters of a description in search engines' lists.
const DESCRIPTION_LINE: usize = 150;

/// A record as `layout/record.html` prints it.
pub struct RecordView {
    pub shelf: Shelf,
    pub number: String,
    pub title: Text,
    pub summary: Option<Text>,
    pub description: Option<Text>,
    pub description_line: String,
    pub facts: Vec<String>,
    pub tags: Vec<Tag>,
    pub keywords: Vec<Text>,
    pub translation: Option<TranslationNote>,
    pub rows: Vec<Row>,
    pub conditions: Vec<ConditionLine>,
    pub version_line: String,
    pub json_ld: String,
    /// What other sites show beside a link.
    pub picture: String,
    /// What the reader has just done.
    pub done: Option<String>,
    /// Said where not everybody sees it.
    pub standing: Option<String>,
    /// What reviewers said, for those who may read it.
    pub reviews: Vec<ReviewLine>,
    /// Where the reader can change it.
    pub edit: Option<String>,
}

/// One operating condition.
pub struct ConditionLine {
    pub quantity: String,
    pub range: String,
}

impl RecordView {
    pub fn new<L: Presented>(record: &Record<L>, reader: &Reader, app: &App) -> RecordView {
        let common = record.body.common();
        let shown = reader.shown(&common);
        let t = reader.t();
        let mut rows = L::rows(&record.body, reader);
        // Where facts come from is often said in another language than the record's.
        let mut sources = Rows::new(reader, "");
        sources.date("valid_until", common.valid_until);
        sources.links("links", common.links.iter().map(|link| web_link(link)).collect());
        sources.content("source", common.source);
        sources.content("source_reference", common.source_reference);
        rows.extend(sources.finish());
        let mut facts = L::facts(&record.body, reader);
        facts.push(t.fill("content-in", reader.language(&shown.title.lang)));
        let canonical = format!("{}{}", app.public_url, address(record));
        let described = shown.summary.as_ref().or(shown.description.as_ref()).unwrap_or(&shown.title);
        let description_line = described.shortened(DESCRIPTION_LINE).text.replace('\n', " ");
        let json_ld = structured(L::structured(&record.body), record, &shown.title, &description_line, &canonical);
        RecordView {
            shelf: L::SHELF,
            number: record.head.number.clone(),
            translation: reader.translation_note(&shown, &common),
            tags: field_tags(record, reader),
            keywords: common.keywords.iter().map(|word| Text::new(word, common.lang)).collect(),
            conditions: conditions(L::conditions(&record.body), reader),
            version_line: version_line(record, reader),
            title: shown.title,
            summary: shown.summary,
            description: shown.description,
            description_line,
            facts,
            rows,
            json_ld,
            picture: picture::of(record, reader),
            done: reader.page.query.get("done").filter(|what| *what == "interest").map(|_| t.text("interest-done")),
            standing: t.code("standing", record.head.status.as_str()),
            reviews: Vec::new(),
            edit: authoring::offered_edit(&reader.actor, record),
        }
    }

    /// The record with what reviewers said of it, where the reader may read that.
    pub async fn with_reviews<L: Presented>(
        record: &Record<L>,
        reader: &Reader,
        app: &App,
    ) -> Result<RecordView, Error> {
        let reviews = reviewed::lines(app, reader, record).await?;
        Ok(RecordView { reviews, ..RecordView::new(record, reader, app) })
    }
}

fn conditions(conditions: &[OperatingCondition], reader: &Reader) -> Vec<ConditionLine> {
    let t = reader.t();
    let line = |condition: &OperatingCondition| {
        let range = t.interval(condition.min, condition.max, &condition.unit)?;
        Some(ConditionLine { quantity: t.code_or_self("quantity", &condition.quantity), range })
    };
    conditions.iter().filter_map(line).collect()
}

fn version_line<L: Presented>(record: &Record<L>, reader: &Reader) -> String {
    let t = reader.t();
    let head = &record.head;
    let version = t.text_with(
        "record-version",
        [("version", f64::from(head.version).into()), ("date", t.day(&head.updated_at).into())],
    );
    format!("{version} · {}", t.code_or_self("provenance", head.provenance.as_str()))
}

/// JSON-LD for a `script` element: nothing in it can end the element or begin another.
fn structured<L: Presented>(own: Json, record: &Record<L>, title: &Text, description: &str, canonical: &str) -> String {
    let mut data = json!({
        "@context": "https://schema.org",
        "name": title.text,
        "description": description,
        "identifier": record.head.number,
        "url": canonical,
    });
    if let (Some(data), Json::Object(own)) = (data.as_object_mut(), own) {
        data.extend(own.into_iter().filter(|(_, value)| !value.is_null()));
    }
    inert(&data)
}

fn inert(data: &Json) -> String {
    data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structured_data_cannot_end_its_script_element() {
        let data = json!({ "name": "</script><script>alert(1)</script>" });
        let text = inert(&data);
        assert!(!text.contains('<'), "{text}");
        assert_eq!(serde_json::from_str::<Json>(&text).unwrap(), data);
    }
}
