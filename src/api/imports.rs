//! A file of records sent to a library: many technologies at once, out of a firm's own spreadsheet.
//!
//! The same reading as `siku import` (columns, encodings, sheets, bad rows); here the file is in memory, as long as the
//! longest body that is taken, and everything that goes in goes in together.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use super::body::{FILES, FileBody};
use super::doc::Doc;
use super::idempotency::{Answer, Repeatable};
use super::query::{Parameter, ParameterKind, Parameters};
use crate::accounts::permissions::CreateRecord;
use crate::accounts::{Action, Actor, Authorised};
use crate::app::App;
use crate::error::{Code, Fault, Problem, Result};
use crate::library::files::import::{ImportError, ImportFile, Mode, Watch, read, store_rows};
use crate::library::files::input::{Content, Format, Input, ReadAs};
use crate::library::files::row::{BadRow, Mended};
use crate::library::store::{ImportOptions, RowOutcome};
use crate::library::{Library, Status};

/// Most bad rows that are described; all are counted.
const MOST_DESCRIBED: usize = 500;

const IMPORT: &[Parameter] = &[
    Parameter {
        name: "mode",
        description: "`rows`: the good rows go in (the usual). `all_or_nothing`: none goes in when any is bad. `dry_run`: \
                      the file is only looked over.",
        kind: ParameterKind::OneOf(&["rows", "all_or_nothing", "dry_run"]),
        example: "dry_run",
    },
    Parameter {
        name: "status",
        description: "Status of new records. When not said: published by who may publish, else draft.",
        kind: ParameterKind::OneOf(&["draft", "published"]),
        example: "draft",
    },
    Parameter {
        name: "column",
        description: "A column of the file and the one of ours that it means, `theirs=ours`; several are separated by commas.",
        kind: ParameterKind::List,
        example: "名称=title",
    },
    Parameter {
        name: "ignore",
        description: "Columns of the file that are left out, separated by commas.",
        kind: ParameterKind::List,
        example: "序号",
    },
    Parameter {
        name: "set",
        description: "One of our columns and its value where the file has none, `ours=value`; several are separated by commas.",
        kind: ParameterKind::List,
        example: "lang=zh",
    },
    Parameter {
        name: "sheet",
        description: "Sheet of a workbook, by name or number; the first visible one when not said.",
        kind: ParameterKind::Text,
        example: "1",
    },
];

/// What became of a file.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Imported {
    pub rows: u64,
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    /// Rows that did not go in.
    pub skipped: u64,
    /// Rows without `external_id`: the same file would add them again.
    pub nameless: u64,
    /// Whether the good rows went in: not after a dry run, nor after all-or-nothing with a bad row.
    pub stored: bool,
    /// The first 500 of the rows that are not as they should be.
    pub bad: Vec<Bad>,
    /// What was guessed about the file.
    pub notes: Vec<String>,
}

/// A row that is not as it should be.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Bad {
    /// Line of a text file, row of a sheet, from 1.
    #[schema(minimum = 1)]
    pub line: u64,
    pub problems: Vec<BadValue>,
}

/// One thing that is wrong with a row.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BadValue {
    /// The column, as the file calls it; absent where the row as a whole is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "trl")]
    pub column: Option<String>,
    #[schema(example = "must be between 1 and 9")]
    pub detail: String,
    /// The beginning of the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "\"12\"")]
    pub value: Option<String>,
}

impl Watch for Imported {
    fn bad(&mut self, row: &BadRow) -> anyhow::Result<()> {
        if self.bad.len() < MOST_DESCRIBED {
            let problems = row.problems.iter().cloned();
            let problems = problems.map(|one| BadValue { column: one.column, detail: one.detail, value: one.value });
            self.bad.push(Bad { line: row.line, problems: problems.collect() });
        }
        Ok(())
    }

    fn note(&mut self, text: &str) {
        self.notes.push(text.to_owned());
    }

    fn progress(&mut self, _: u64, _: Option<u64>, _: u64) {}
}

/// What the query asks for.
fn asked(request: &HttpRequest, actor: &Actor) -> Result<ImportFile> {
    let mut query = Parameters::of(request, IMPORT)?;
    let mode = match query.text("mode").as_deref() {
        None | Some("rows") => Mode::Rows,
        Some("all_or_nothing") => Mode::AllOrNothing,
        Some("dry_run") => Mode::DryRun,
        Some(_) => {
            query.fail("mode", "invalid", "takes rows, all_or_nothing or dry_run");
            Mode::Rows
        }
    };
    let publishes = actor.may(Action::PublishRecord, actor.organisation_id());
    let usual = if publishes { Status::Published } else { Status::Draft };
    let status = query.value::<Status>("status").unwrap_or(usual);
    if !matches!(status, Status::Draft | Status::Published) {
        query.fail("status", "invalid", "takes draft or published");
    }
    if status == Status::Published && !publishes {
        query.fail("status", "invalid", "what you import begins as a draft; submit it for review from there");
    }
    let mut pairs = |name: &'static str| {
        let mut read = Vec::new();
        for written in query.list(name) {
            match written.split_once('=') {
                Some((left, right)) if !left.is_empty() && !right.is_empty() => {
                    read.push((left.to_owned(), right.to_owned()));
                }
                _ => query.fail(name, "invalid", format!("{written}: must be two names joined by =")),
            }
        }
        read
    };
    let (columns, defaults) = (pairs("column"), pairs("set"));
    let (ignored, sheet) = (query.list("ignore"), query.text("sheet"));
    query.finish()?;
    Ok(ImportFile {
        read: ReadAs { sheet, encoding: None },
        columns,
        ignored,
        defaults,
        mended: Mended::new(),
        mode,
        store: ImportOptions { status, reason: Some("imported from a file".to_owned()), ..ImportOptions::default() },
    })
}

/// `POST /api/v1/{library}/imports`
pub async fn import<L: Library>(
    app: web::Data<App>,
    caller: Authorised<CreateRecord>,
    request: HttpRequest,
    repeatable: Repeatable,
    sent: FileBody,
) -> Result<HttpResponse> {
    let asked = asked(&request, &caller)?;
    let mut found = Imported::default();
    let input = Input {
        name: "the file".to_owned(),
        format: sent.format,
        content: Content::Memory(sent.bytes.to_vec().into()),
    };
    let (rows, read) = read::<L>(&app.db, input, &asked, &mut found).await.map_err(refusal)?;
    found = Imported { rows: read.rows, skipped: read.skipped, nameless: read.nameless, ..found };
    let stores = match asked.mode {
        Mode::Rows => true,
        Mode::AllOrNothing => found.skipped == 0,
        Mode::DryRun => false,
    };
    let (found, rows) = (&found, &rows);
    let step = async |transaction: &_| {
        let mut done = Imported { bad: Vec::new(), notes: found.notes.clone(), stored: stores, ..*found };
        let mut refused = Vec::new();
        let rows: &[_] = if stores { rows } else { &[] };
        for (row, outcome) in rows.iter().zip(store_rows::<L>(transaction, &caller, rows, &asked.store).await?) {
            match outcome {
                RowOutcome::Created(_) => done.created += 1,
                RowOutcome::Updated(_) => done.updated += 1,
                RowOutcome::Unchanged(_) => done.unchanged += 1,
                RowOutcome::Refused(errors) => {
                    let problem = |detail: String| BadValue { column: None, detail, value: None };
                    let problems = errors.into_iter().map(|error| problem(error.to_string())).collect();
                    refused.push(Bad { line: row.line, problems });
                }
            }
        }
        if asked.mode == Mode::AllOrNothing
            && let Some(first) = refused.first()
        {
            let said: Vec<&str> = first.problems.iter().map(|problem| problem.detail.as_str()).collect();
            let detail = format!("line {}: {}; nothing was stored", first.line, said.join("; "));
            return Err(Problem::new(Code::InvalidFields, detail).into());
        }
        done.skipped += refused.len() as u64;
        let described = found.bad.iter().cloned().chain(refused).take(MOST_DESCRIBED);
        done.bad = described.collect();
        done.bad.sort_by_key(|bad| bad.line);
        Answer::json(StatusCode::OK, &done)
    };
    repeatable.once(&app, &caller, &sent.hash, step).await
}

/// A file that cannot be taken at all.
fn refusal(error: ImportError) -> crate::error::Error {
    match error {
        // the command line calls them options
        ImportError::Mapping(error) => Problem::new(Code::InvalidFields, error.to_string().replace("--", "")).into(),
        ImportError::Default { name, value, detail } => {
            let fault = Fault::parameter("set", "invalid", format!("{name}={value}: {detail}"));
            Problem::from(Code::InvalidParameter).with([fault]).into()
        }
        ImportError::Unreadable(reason) => Problem::new(Code::MalformedRequest, format!("the file: {reason}")).into(),
        ImportError::Store { source, .. } => source.into(),
        ImportError::Other(error) => error.into(),
    }
}

fn example() -> Value {
    json!({
        "rows": 50, "created": 48, "updated": 1, "unchanged": 0, "skipped": 1, "nameless": 0, "stored": true,
        "bad": [{"line": 17, "problems": [{"column": "trl", "detail": "must be between 1 and 9", "value": "\"12\""}]}],
        "notes": []
    })
}

/// How `import` is documented.
pub fn describe_import<L: Library>(doc: Doc) -> Doc {
    let mut doc = doc
        .name(format!("import_{}", L::KIND), L::KIND.as_str(), "Add and change many records out of a file")
        .about(
            "JSON Lines, CSV or an XLSX workbook with the columns of the library, in any of their names; a row with a known \
             `external_id` changes that record. Rows that are not as they should be are named by line, column and reason.",
        )
        .repeatable()
        .in_query(IMPORT);
    // a demand needs its country
    let row = json!({"external_id": "x1", "title": "太阳能滴灌控制器", "lang": "zh", "country": "TN"});
    let country = L::COLUMNS.iter().any(|column| column.name == "country");
    let names = ["external_id", "title", "lang", "country"].into_iter().filter(|name| country || *name != "country");
    let (header, cells): (Vec<_>, Vec<_>) = names.map(|name| (name, row[name].as_str().unwrap_or_default())).unzip();
    let table = format!("{}\n{}\n", header.join(","), cells.join(","));
    let line = header.iter().map(|name| ((*name).to_owned(), row[*name].clone())).collect::<Map<_, _>>();
    for (media_type, format) in FILES {
        let example = if format == Format::JsonLines { Value::Object(line.clone()).to_string() } else { table.clone() };
        doc = doc.takes::<String>(media_type, json!(example));
    }
    doc.answers::<Imported>(200, "What became of the rows", example())
        .header(200, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::UnknownParameter, Code::InvalidFields, Code::PayloadTooLarge, Code::UnsupportedMedia])
        .needs(Action::CreateRecord)
}
