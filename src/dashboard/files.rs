//! A figure as CSV and as a workbook, with the same heads and lines as its table.

use anyhow::Context;
use rust_xlsxwriter::{Format, Workbook};

/// A figure in the reader's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub title: String,
    pub heads: Vec<String>,
    pub lines: Vec<Line>,
}

/// A line: its labels, then its numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub labels: Vec<String>,
    pub numbers: Vec<f64>,
}

/// Comma-separated, with a mark by which spreadsheets know UTF-8.
///
/// # Errors
/// It cannot be written.
pub fn csv(table: &Table) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![0xEF, 0xBB, 0xBF]);
    writer.write_record(&table.heads)?;
    for line in &table.lines {
        // A spreadsheet takes what begins like this for a formula.
        let plain = |label: &String| {
            if label.starts_with(['=', '+', '-', '@']) { format!("'{label}") } else { label.clone() }
        };
        writer.write_record(line.labels.iter().map(plain).chain(line.numbers.iter().map(f64::to_string)))?;
    }
    writer.into_inner().map_err(|error| anyhow::anyhow!("cannot complete a table: {error}"))
}

/// One sheet with a bold head.
///
/// # Errors
/// It cannot be written.
pub fn xlsx(table: &Table) -> anyhow::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    let (bold, sheet) = (Format::new().set_bold(), workbook.add_worksheet());
    sheet.set_freeze_panes(1, 0)?;
    for (column, head) in (0..).zip(&table.heads) {
        sheet.write_string_with_format(0, column, head, &bold)?;
        sheet.set_column_width(column, 22)?;
    }
    for (row, line) in (1..).zip(&table.lines) {
        for (column, label) in (0..).zip(&line.labels) {
            sheet.write_string(row, column, label)?;
        }
        let first = u16::try_from(line.labels.len())?;
        for (column, number) in (first..).zip(&line.numbers) {
            sheet.write_number(row, column, *number)?;
        }
    }
    workbook.save_to_buffer().context("cannot complete a workbook")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_becomes_a_formula() {
        let line = Line { labels: vec!["=1+1".to_owned()], numbers: vec![2.5] };
        let table = Table { title: "t".to_owned(), heads: vec!["a".to_owned(), "b".to_owned()], lines: vec![line] };
        assert_eq!(String::from_utf8(csv(&table).unwrap()).unwrap(), "\u{feff}a,b\r\n'=1+1,2.5\r\n");
    }
}
