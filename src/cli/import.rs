//! `siku import LIBRARY FILE`: records from JSON Lines, CSV or XLSX.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use clap::Args;
use encoding_rs::Encoding;

use crate::accounts::Actor;
use crate::cli::library::{parser, with_library};
use crate::cli::progress::{Progress, thousands};
use crate::cli::{Outcome, Usage, database};
use crate::config::Settings;
use crate::library::files::bad_rows::BadRows;
use crate::library::files::import::{ImportError, ImportFile, Mode, Summary, Watch, import};
use crate::library::files::input::{Input, ReadAs};
use crate::library::files::mapping::MappingError;
use crate::library::files::row::{BadRow, Mended};
use crate::library::store::ImportOptions;
use crate::library::{Column, Library, LibraryKind, Provenance, Status};

/// Load records from a file; rows with a known external_id update their record
///
/// A bad row is named (line, column, what is wrong) and left out; the others go in and the exit code is 1.
/// Columns the library does not have are refused by name, and nothing goes in: --column and --ignore say what to do
/// with them. In JSON Lines that holds for names every row has; a name only some rows have makes those rows bad.
#[derive(Debug, Args)]
pub struct Import {
    /// Which library
    #[arg(value_parser = parser())]
    library: LibraryKind,
    /// .jsonl, .csv or .xlsx file, or - for standard input (JSON Lines)
    file: PathBuf,
    /// A column of the file (THEIRS) that means one of ours
    #[arg(long = "column", value_name = "THEIRS=OURS", value_parser = pair)]
    columns: Vec<(String, String)>,
    /// A column of the file to leave out
    #[arg(long = "ignore", value_name = "THEIRS")]
    ignored: Vec<String>,
    /// A value for one of our columns wherever the file has none
    #[arg(long = "set", value_name = "OURS=VALUE", value_parser = pair)]
    defaults: Vec<(String, String)>,
    /// Name of the source, for records that do not say theirs
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// Nothing goes in when any row is bad
    #[arg(long)]
    all_or_nothing: bool,
    /// Check the file and store nothing
    #[arg(long, conflicts_with = "all_or_nothing")]
    dry_run: bool,
    /// New records are published (this is what happens without --draft)
    #[arg(long, conflicts_with = "draft")]
    publish: bool,
    /// New records are drafts
    #[arg(long)]
    draft: bool,
    /// Write bad rows with their reasons to a CSV file, to be corrected and imported again
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
    /// Sheet of a workbook, by name or number
    #[arg(long, value_name = "SHEET")]
    sheet: Option<String>,
    /// Encoding of a CSV file (utf-8, gb18030, utf-16le, windows-1252 …) where looking finds the wrong one
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<&'static Encoding>,
}

fn pair(argument: &str) -> Result<(String, String), String> {
    match argument.split_once('=') {
        Some((left, right)) if !left.is_empty() && !right.is_empty() => Ok((left.to_owned(), right.to_owned())),
        _ => Err("must be two names joined by =".to_owned()),
    }
}

fn encoding(label: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(label.as_bytes()).ok_or_else(|| "no such encoding".to_owned())
}

impl Import {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let input = Input::file(&self.file).map_err(|error| Usage(error.to_string()))?;
        with_library!(self.library, L => self.run_in::<L>(settings, input).await)
    }

    async fn run_in<L: Library>(self, settings: Settings, input: Input) -> anyhow::Result<Outcome> {
        let errors = self.errors.as_deref().map(|path| open_errors(path, &self.file, L::COLUMNS)).transpose()?;
        let db = database::open(&settings).await?;
        let name = input.name.clone();
        let mut watch = Reporter { name: name.clone(), progress: Progress::new(format!("importing {name}")), errors };
        let outcome = import::<L>(&db, &Actor::System, input, self.options(), &mut watch).await;
        watch.progress.finish();
        if let Some(errors) = watch.errors {
            errors.finish()?;
        }
        let summary = match outcome {
            Ok(summary) => summary,
            Err(ImportError::Mapping(error @ MappingError::NoSuchColumn { .. })) => {
                return Err(Usage(error.to_string()).into());
            }
            Err(error @ ImportError::Default { .. }) => return Err(Usage(error.to_string()).into()),
            Err(error) => return Err(anyhow::Error::new(error).context(name)),
        };
        println!("{name}: {summary}");
        Ok(conclude(&summary, self.errors.as_deref()))
    }

    fn options(&self) -> ImportFile {
        let source = self.source.iter().map(|name| ("source".to_owned(), name.clone()));
        ImportFile {
            read: ReadAs { sheet: self.sheet.clone(), encoding: self.encoding },
            columns: self.columns.clone(),
            ignored: self.ignored.clone(),
            defaults: self.defaults.iter().cloned().chain(source).collect(),
            mended: Mended::new(),
            mode: if self.dry_run {
                Mode::DryRun
            } else if self.all_or_nothing {
                Mode::AllOrNothing
            } else {
                Mode::Rows
            },
            store: ImportOptions {
                status: if self.draft { Status::Draft } else { Status::Published },
                provenance: if self.source.is_some() { Provenance::Harvested } else { Provenance::Imported },
                reason: Some(format!("imported from {}", self.file.display())),
                ..ImportOptions::default()
            },
        }
    }
}

fn open_errors(path: &Path, input: &Path, columns: &'static [Column]) -> anyhow::Result<BadRows> {
    let same = path.canonicalize().ok().zip(input.canonicalize().ok()).is_some_and(|(left, right)| left == right);
    if same {
        return Err(Usage("--errors must not be the file that is imported".to_owned()).into());
    }
    BadRows::create(path, columns).context("the file for bad rows")
}

fn conclude(summary: &Summary, errors: Option<&Path>) -> Outcome {
    if summary.nameless > 0 && summary.stored {
        eprintln!(
            "note: {} rows have no external_id; importing the file again would add them again",
            thousands(summary.nameless)
        );
    }
    if summary.skipped == 0 {
        return Outcome::Done;
    }
    if let Some(path) = errors {
        eprintln!("the rows that were left out are in {}", path.display());
    }
    Outcome::Partly
}

/// Tells a person on standard error what happens.
struct Reporter {
    name: String,
    progress: Progress,
    errors: Option<BadRows>,
}

impl Watch for Reporter {
    fn header(&mut self, names: &[Arc<str>]) -> anyhow::Result<()> {
        self.errors.as_mut().map_or(Ok(()), |errors| errors.header(names))
    }

    fn bad(&mut self, row: &BadRow) -> anyhow::Result<()> {
        let problems: Vec<String> = row.problems.iter().map(ToString::to_string).collect();
        self.progress.line(&format!("{}:{}: {}", self.name, row.line, problems.join("; ")));
        self.errors.as_mut().map_or(Ok(()), |errors| errors.write(row))
    }

    fn note(&mut self, text: &str) {
        self.progress.line(&format!("{}: note: {text}", self.name));
    }

    fn progress(&mut self, read: u64, size: Option<u64>, rows: u64) {
        self.progress.show(read, size, &format!("{} rows", thousands(rows)));
    }
}
