//! Empty files to fill in: our columns as headings that the import knows, and in a workbook a second sheet with the
//! codes that a column takes.

use anyhow::Context;
use rust_xlsxwriter::{Color, DataValidation, Format, Workbook};

use crate::library::{Column, ColumnKind, Library};

/// Rows of a sheet in which codes are chosen from a list.
const CHOSEN_ROWS: u32 = 1_000;
/// What the list of a cell may hold.
const LONGEST_LIST: usize = 255;

/// How columns are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headings {
    Chinese,
    /// The names in JSON, which are English.
    Names,
    /// Chinese and English beside one another, for readers of other languages.
    Both,
}

impl Headings {
    /// Those a reader of this language understands best.
    pub fn of(lang: &str) -> Self {
        match lang {
            "zh" => Self::Chinese,
            "en" => Self::Names,
            _ => Self::Both,
        }
    }

    /// What a column is called; one that a record needs has a star.
    fn heading(self, column: &Column) -> String {
        let name = match self {
            Self::Chinese => column.zh.first().copied().unwrap_or(column.name).to_owned(),
            Self::Names => column.name.to_owned(),
            Self::Both => column.in_both(),
        };
        if is_needed(column) { format!("{name} *") } else { name }
    }
}

fn is_needed(column: &Column) -> bool {
    column.required || column.name == "title"
}

/// What people fill in. Texts in other languages are added to the record itself.
fn columns<L: Library>() -> impl Iterator<Item = &'static Column> {
    L::COLUMNS.iter().filter(|column| column.name != "translations")
}

/// An empty CSV file.
///
/// # Errors
/// It could not be written.
pub fn csv<L: Library>(headings: Headings) -> anyhow::Result<Vec<u8>> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{FEFF}".as_bytes().to_vec());
    writer.write_record(columns::<L>().map(|column| headings.heading(column))).context("cannot write a template")?;
    writer.into_inner().map_err(|error| error.into_error()).context("cannot write a template")
}

/// An empty workbook.
///
/// # Errors
/// It could not be written.
pub fn xlsx<L: Library>(headings: Headings) -> anyhow::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold().set_background_color(Color::RGB(0x00DD_E6F0));
    let sheet = workbook.add_worksheet();
    sheet.set_name(L::KIND.as_str())?.set_freeze_panes(1, 0)?;
    for (at, column) in (0..).zip(columns::<L>()) {
        sheet.write_string_with_format(0, at, headings.heading(column), &bold)?;
        sheet.set_column_width(at, if matches!(column.kind, ColumnKind::LongText) { 40.0 } else { 20.0 })?;
        if let ColumnKind::Code(codes) = column.kind
            && codes.join(",").len() <= LONGEST_LIST
        {
            sheet.add_data_validation(1, at, CHOSEN_ROWS, at, &DataValidation::new().allow_list_strings(codes)?)?;
        }
    }
    let codes = workbook.add_worksheet();
    codes.set_name("codes")?.set_column_width(0, 30)?.set_column_width(1, 90)?;
    let coded = columns::<L>().filter_map(|column| match column.kind {
        ColumnKind::Code(codes) | ColumnKind::Codes(codes) => Some((column, codes)),
        _ => None,
    });
    for (row, (column, taken)) in (0..).zip(coded) {
        codes.write_string_with_format(row, 0, headings.heading(column), &bold)?;
        codes.write_string(row, 1, taken.join("; "))?;
    }
    workbook.save_to_buffer().context("cannot write a template")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::files::mapping::{Mapping, Meaning};
    use crate::library::{Demands, Technologies};

    fn check<L: Library>() {
        let mapping = Mapping::new::<L>(&[], &[]).unwrap();
        for headings in ["zh", "en", "fr"].map(Headings::of) {
            for column in columns::<L>() {
                let heading = headings.heading(column);
                assert_eq!(mapping.meaning(&heading), Meaning::Column(column), "{heading}");
            }
        }
    }

    #[test]
    fn every_heading_of_a_template_means_its_column() {
        check::<Technologies>();
        check::<Demands>();
    }
}
