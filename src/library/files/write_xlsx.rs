//! Records as a workbook: one sheet, a header that stays in sight, dates and numbers as such. Rows go to a temporary
//! file as they come, so memory does not grow with their number.

use std::fs::File;

use anyhow::{Context, ensure};
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, Workbook};
use serde_json::{Map, Value};

use super::cell;
use super::export::WriteRecords;
use crate::library::{Column, ColumnKind};

/// What a spreadsheet can hold.
const LONGEST_CELL: usize = 32_767;
const MOST_ROWS: u32 = 1_048_576;

/// Writes a workbook.
pub struct XlsxWriter {
    file: File,
    workbook: Workbook,
    columns: Vec<Column>,
    row: u32,
    day: Format,
}

impl XlsxWriter {
    pub fn new(file: File, columns: Vec<Column>, sheet: &str) -> anyhow::Result<Self> {
        let mut workbook = Workbook::new();
        let header = Format::new().set_bold().set_background_color(Color::RGB(0x00DD_E6F0)).set_align(FormatAlign::Top);
        let worksheet = workbook.add_worksheet_with_constant_memory()?;
        worksheet.set_name(sheet)?.set_freeze_panes(1, 0)?;
        for (at, column) in (0..).zip(&columns) {
            worksheet.set_column_width(at, width(column.kind))?;
        }
        for (at, column) in (0..).zip(&columns) {
            worksheet.write_string_with_format(0, at, column.name, &header)?;
        }
        let day = Format::new().set_num_format("yyyy\\-mm\\-dd");
        Ok(Self { file, workbook, columns, row: 0, day })
    }
}

fn width(kind: ColumnKind) -> f64 {
    match kind {
        ColumnKind::LongText | ColumnKind::Json(_) => 50.0,
        ColumnKind::List | ColumnKind::Fields | ColumnKind::Codes(_) => 26.0,
        _ => 16.0,
    }
}

impl WriteRecords for XlsxWriter {
    fn record(&mut self, record: &Map<String, Value>) -> anyhow::Result<()> {
        self.row += 1;
        ensure!(self.row < MOST_ROWS, "a sheet holds {MOST_ROWS} rows at most; export to .csv or .jsonl instead");
        let worksheet = self.workbook.worksheet_from_index(0)?;
        for (at, column) in (0..).zip(&self.columns) {
            let Some(value) = record.get(column.name) else { continue };
            if let (ColumnKind::Date, Value::String(day)) = (column.kind, value)
                && let Ok(date) = ExcelDateTime::parse_from_str(day)
            {
                worksheet.write_datetime_with_format(self.row, at, &date, &self.day)?;
                continue;
            }
            if let Some(number) = value.as_f64() {
                worksheet.write_number(self.row, at, number)?;
                continue;
            }
            let text = cell::write(column, value);
            if text.is_empty() {
                continue;
            }
            let length = text.encode_utf16().count();
            ensure!(
                length <= LONGEST_CELL,
                "{} has {length} characters, a spreadsheet cell holds {LONGEST_CELL}; export to .csv or .jsonl instead",
                column.name
            );
            worksheet.write_string(self.row, at, text)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> anyhow::Result<()> {
        self.workbook.save_to_writer(&mut self.file).context("cannot complete the workbook")
    }
}
