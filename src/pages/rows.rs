//! Builds the definition list of a record page, column by column. A column without a value has no line.

use chrono::NaiveDate;

use super::reader::Reader;
use crate::layout::components::{Link, Row, Tag, Value};
use crate::layout::content::Text;

/// The lines so far.
pub struct Rows<'a> {
    reader: &'a Reader,
    /// Language of the author's texts.
    lang: &'a str,
    rows: Vec<Row>,
}

impl<'a> Rows<'a> {
    pub fn new(reader: &'a Reader, lang: &'a str) -> Self {
        Rows { reader, lang, rows: Vec::new() }
    }

    pub fn finish(self) -> Vec<Row> {
        self.rows
    }

    fn push(&mut self, column: &str, value: Value) {
        self.rows.push(Row { label: self.reader.t().code_or_self("column", column), value });
    }

    /// Words of the interface.
    pub fn plain(&mut self, column: &str, text: Option<String>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.push(column, Value::Plain(text));
        }
    }

    /// Words of the author.
    pub fn content(&mut self, column: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            self.push(column, Value::Content(Text::new(text, self.lang)));
        }
    }

    /// Several texts of the author.
    pub fn contents(&mut self, column: &str, texts: Vec<String>) {
        if !texts.is_empty() {
            let texts = texts.into_iter().map(|text| Text::new(text, self.lang)).collect();
            self.push(column, Value::Contents(texts));
        }
    }

    /// The name of one code of a closed set.
    pub fn code(&mut self, column: &str, family: &str, code: Option<&str>) {
        self.plain(column, code.map(|code| self.reader.t().code_or_self(family, code)));
    }

    pub fn date(&mut self, column: &str, date: Option<NaiveDate>) {
        self.plain(column, date.map(|date| self.reader.t().date(&date)));
    }

    pub fn country(&mut self, column: &str, code: Option<&str>) {
        self.plain(column, code.filter(|code| !code.is_empty()).map(|code| self.reader.country(code)));
    }

    pub fn countries(&mut self, column: &str, codes: &[String]) {
        let list = self.reader.countries(codes);
        self.plain(column, Some(self.reader.t().list(&list)));
    }

    /// Names of codes of a closed set, side by side.
    pub fn codes<'c>(&mut self, column: &str, family: &str, codes: impl IntoIterator<Item = &'c str>) {
        let tag = |code: &str| Tag { label: self.reader.t().code_or_self(family, code), href: None };
        let tags: Vec<Tag> = codes.into_iter().map(tag).collect();
        if !tags.is_empty() {
            self.push(column, Value::Tags(tags));
        }
    }

    pub fn links(&mut self, column: &str, links: Vec<Link>) {
        if !links.is_empty() {
            self.push(column, Value::Links(links));
        }
    }
}

/// An address as a link when a browser may follow it safely, otherwise as text only.
pub fn web_link(address: &str) -> Link {
    let safe = ["https://", "http://"].iter().any(|scheme| address.to_ascii_lowercase().starts_with(scheme));
    Link { label: address.to_owned(), href: safe.then(|| address.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_can_be_followed() {
        assert!(web_link("https://example.org/a").href.is_some());
        assert!(web_link("HTTP://example.org").href.is_some());
        for address in ["javascript:alert(1)", "data:text/html,x", " https://example.org", "//example.org"] {
            assert_eq!(web_link(address).href, None, "{address}");
        }
    }
}
