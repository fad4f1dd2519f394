//! XLSX: one sheet of a workbook, read cell by cell.

use std::io::{BufReader, Read, Seek};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use serde_json::Value;

use super::row::{BadRow, Problem, Stopped, TakeRows};
use super::table::{Record, Table};

/// Reads every row of the sheet called (or, if it is a number, counted) `sheet`, or of the first visible one.
pub fn read(file: impl Read + Seek, sheet: Option<&str>, rows: &mut impl TakeRows) -> Result<(), Stopped> {
    let unreadable = |error: &dyn std::fmt::Display| {
        Stopped::Unreadable(format!("not a readable XLSX workbook, nothing was read: {error}"))
    };
    let mut workbook = Xlsx::new(BufReader::new(file)).map_err(|error| unreadable(&error))?;
    let name = choose(&workbook, sheet, rows)?;
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(|error| unreadable(&error))?;
    let mut table = Table::new(rows);
    let mut record = Record { line: 0, cells: Vec::new() };
    loop {
        match cells.next_cell() {
            Ok(Some(cell)) => {
                let (row, column) = cell.get_position();
                let line = u64::from(row) + 1;
                if line != record.line {
                    let complete = std::mem::replace(&mut record, Record { line, cells: Vec::new() });
                    table.record(complete)?;
                }
                let column = column as usize;
                if record.cells.len() <= column {
                    record.cells.resize(column + 1, Ok(Value::Null));
                }
                record.cells[column] = value(cell.get_value());
            }
            Ok(None) => {
                table.record(record)?;
                return table.finish();
            }
            Err(error) => {
                // The row being read may be incomplete: it is named and not taken.
                let detail = format!("the workbook is damaged, reading ended at this row: {error}");
                let line = record.line.max(1);
                table.finish()?;
                return table.bad(BadRow {
                    line,
                    problems: vec![Problem::of_row(detail)],
                    values: Vec::new(),
                    raw: None,
                });
            }
        }
    }
}

fn choose<R: Read + Seek>(
    workbook: &Xlsx<R>,
    wanted: Option<&str>,
    rows: &mut impl TakeRows,
) -> Result<String, Stopped> {
    let sheets: Vec<_> = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).collect();
    let names = || sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>().join(", ");
    let Some(wanted) = wanted else {
        let visible: Vec<_> = sheets.iter().filter(|sheet| sheet.visible == SheetVisible::Visible).collect();
        let first =
            visible.first().ok_or_else(|| Stopped::Unreadable("the workbook has no visible sheet".to_owned()))?;
        if visible.len() > 1 {
            rows.note(format!("read sheet {}; choose another with --sheet ({})", first.name, names()));
        }
        return Ok(first.name.clone());
    };
    let counted = wanted.parse::<usize>().ok().and_then(|number| sheets.get(number.checked_sub(1)?));
    let named = sheets.iter().find(|sheet| sheet.name == wanted);
    named
        .or(counted)
        .map(|sheet| sheet.name.clone())
        .ok_or_else(|| Stopped::Unreadable(format!("the workbook has no sheet {wanted}; it has {}", names())))
}

fn value(cell: &DataRef<'_>) -> Result<Value, String> {
    Ok(match cell {
        DataRef::Empty => Value::Null,
        DataRef::Int(number) => Value::from(*number),
        DataRef::Float(number) => number_value(*number),
        DataRef::String(text) => Value::from(text.as_str()),
        DataRef::SharedString(text) => Value::from(*text),
        DataRef::Bool(flag) => Value::from(*flag),
        DataRef::DateTime(moment) => date(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Value::from(text.as_str()),
        DataRef::Error(error) => return Err(format!("the cell shows the error {error}")),
    })
}

/// A spreadsheet knows only one kind of number; a whole one is shown and meant without a fraction.
pub fn number_value(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT { Value::from(number as i64) } else { Value::from(number) }
}

fn date(moment: &ExcelDateTime) -> Value {
    if moment.is_duration() {
        return number_value(moment.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let midnight = (hour, minute, second) == (0, 0, 0);
    Value::from(if midnight { date } else { format!("{date}T{hour:02}:{minute:02}:{second:02}") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::files::collect::Collected;
    use rust_xlsxwriter::{Format, Workbook};
    use serde_json::json;
    use std::io::Cursor;

    fn table(file: Vec<u8>, sheet: Option<&str>) -> Result<Collected, Stopped> {
        let mut rows = Collected::default();
        read(Cursor::new(file), sheet, &mut rows).map(|()| rows)
    }

    fn workbook() -> Vec<u8> {
        let mut workbook = Workbook::new();
        let day = Format::new().set_num_format("yyyy\\-mm\\-dd");
        let sheet = workbook.add_worksheet().set_name("技术").unwrap();
        for (column, name) in (0..).zip(["编号", "标题", "日期", "价格"]) {
            sheet.write(0, column, name).unwrap();
        }
        sheet.write(2, 0, 17.0).unwrap();
        sheet.write(2, 1, " a\r\n_x0041_ \u{1}").unwrap();
        sheet.write_with_format(2, 2, 46387.0, &day).unwrap();
        sheet.write(2, 3, 1.5).unwrap();
        sheet.write(3, 3, "=#N/A").unwrap();
        workbook.add_worksheet().set_name("other").unwrap().write(0, 0, "title").unwrap();
        workbook.save_to_buffer().unwrap()
    }

    #[test]
    fn cells_keep_their_type_and_rows_their_number() {
        let rows = table(workbook(), None).unwrap();
        assert_eq!(rows.names, ["编号", "标题", "日期", "价格"]);
        let row = &rows.rows[0];
        assert_eq!(row.line, 3);
        let values: Vec<&Value> = row.values.iter().map(|(_, value)| value).collect();
        assert_eq!(values, [&json!(17), &json!(" a\r\n_x0041_ \u{1}"), &json!("2026-12-31"), &json!(1.5)]);
        assert!(rows.notes[0].contains("other"), "{:?}", rows.notes);
    }

    #[test]
    fn a_sheet_is_chosen_by_name_or_number() {
        assert_eq!(table(workbook(), Some("other")).unwrap().names, ["title"]);
        assert_eq!(table(workbook(), Some("2")).unwrap().names, ["title"]);
        let missing = table(workbook(), Some("third")).unwrap_err().to_string();
        assert!(missing.contains("技术, other"), "{missing}");
    }

    #[test]
    fn a_cut_off_workbook_is_refused_as_a_whole() {
        let mut file = workbook();
        file.truncate(file.len() / 2);
        assert!(matches!(table(file, None), Err(Stopped::Unreadable(_))));
    }
}
