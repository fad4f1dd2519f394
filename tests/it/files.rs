//! Import and export through a real database: what goes in, what is named and left out, what comes back.

use std::sync::Arc;

use siku::accounts::Actor;
use siku::db::Db;
use siku::library::body::Body;
use siku::library::files::export::{ExportFile, export};
use siku::library::files::import::{ImportError, ImportFile, Mode, Summary, Watch, import};
use siku::library::files::input::{Content, Format, Input};
use siku::library::files::row::BadRow;
use siku::library::store::{ListQuery, Sort, list};
use siku::library::{Demands, Institutions, Library, Record, Results, Technologies};

use crate::on_both_databases;
use crate::support::database::TestDb;

/// Keeps what an import says.
#[derive(Default)]
struct Heard {
    bad: Vec<String>,
    notes: Vec<String>,
}

impl Watch for Heard {
    fn header(&mut self, _names: &[Arc<str>]) -> anyhow::Result<()> {
        Ok(())
    }

    fn bad(&mut self, row: &BadRow) -> anyhow::Result<()> {
        let problems: Vec<String> = row.problems.iter().map(ToString::to_string).collect();
        self.bad.push(format!("{}: {}", row.line, problems.join("; ")));
        Ok(())
    }

    fn note(&mut self, text: &str) {
        self.notes.push(text.to_owned());
    }

    fn progress(&mut self, _read: u64, _size: Option<u64>, _rows: u64) {}
}

async fn import_bytes<L: Library>(
    db: &Db,
    format: Format,
    bytes: Vec<u8>,
    options: ImportFile,
) -> (Result<Summary, ImportError>, Heard) {
    let mut heard = Heard::default();
    let input = Input { name: "test".to_owned(), format, content: Content::Memory(bytes.into()) };
    let outcome = import::<L>(db, &Actor::System, input, options, &mut heard).await;
    (outcome, heard)
}

async fn import_text<L: Library>(db: &Db, format: Format, text: &str) -> (Summary, Heard) {
    let (outcome, heard) = import_bytes::<L>(db, format, text.as_bytes().to_vec(), ImportFile::default()).await;
    (outcome.unwrap(), heard)
}

async fn all<L: Library>(db: &Db) -> Vec<Record<L>> {
    let query = ListQuery { sort: Sort::Oldest, limit: 1000, ..ListQuery::default() };
    list::<L>(&**db, &Actor::System, &query).await.unwrap().records
}

const CHINESE_SHEET: &str = "2026年技术成果征集表;;;;\r\n序号;外部编号;标题（必填）;描述;技术成熟度;合作方式;关键词\r\n\
1;t1;太阳能滴灌控制器;光伏供电，按土壤湿度灌溉;8级;技术许可、技术服务;滴灌；节水\r\n\
2;t2;盐碱地改良剂;\"含;分号\";十二;销售;土壤\r\n\
3;t3;海水淡化膜;反渗透膜;9;转让;淡化\r\n";

on_both_databases! {
    async fn a_sheet_as_excel_in_china_saves_it_goes_in_and_the_bad_row_is_named(db: &TestDb) {
        let bytes = encoding_rs::GB18030.encode(CHINESE_SHEET).0.into_owned();
        let (outcome, heard) = import_bytes::<Technologies>(db, Format::Csv, bytes, ImportFile::default()).await;
        let summary = outcome.unwrap();
        assert_eq!((summary.created, summary.skipped), (2, 1));
        assert_eq!(heard.bad, ["4: column 技术成熟度: must be a whole number (value \"十二\")"]);
        assert!(heard.notes.iter().any(|note| note.contains("gb18030")), "{:?}", heard.notes);
        let records = all::<Technologies>(db).await;
        assert_eq!(records[0].body.title, "太阳能滴灌控制器");
        assert_eq!(records[0].body.trl, Some(8));
        assert_eq!(records[0].body.keywords, ["滴灌", "节水"]);
        assert_eq!(records[0].body.cooperation_modes.len(), 2);
    }

    async fn importing_again_updates_what_changed_and_nothing_else(db: &TestDb) {
        let file = "external_id,title,description\na,one,x\nb,two,y\n";
        assert_eq!(import_text::<Technologies>(db, Format::Csv, file).await.0.created, 2);
        let (again, _) = import_text::<Technologies>(db, Format::Csv, file).await;
        assert_eq!((again.created, again.updated, again.unchanged), (0, 0, 2));
        let (changed, _) = import_text::<Technologies>(db, Format::Csv, &file.replace("two", "three")).await;
        assert_eq!((changed.created, changed.updated, changed.unchanged), (0, 1, 1));
        let records = all::<Technologies>(db).await;
        assert_eq!((records[0].head.version, records[1].head.version), (1, 2));
    }

    async fn all_or_nothing_is_all_or_nothing(db: &TestDb) {
        let good = "{\"external_id\":\"a\",\"title\":\"one\"}\n{\"external_id\":\"b\",\"title\":\"two\"}\n";
        let bad = format!("{good}{{\"external_id\":\"c\",\"trl\":70}}\n");
        let options = ImportFile { mode: Mode::AllOrNothing, ..ImportFile::default() };
        let (outcome, heard) = import_bytes::<Technologies>(db, Format::JsonLines, bad.into_bytes(), options.clone()).await;
        let summary = outcome.unwrap();
        assert_eq!((summary.rows, summary.skipped, summary.stored), (3, 1, false));
        assert_eq!(heard.bad.len(), 1);
        assert!(all::<Technologies>(db).await.is_empty());
        let (outcome, _) = import_bytes::<Technologies>(db, Format::JsonLines, good.into(), options).await;
        assert_eq!(outcome.unwrap().created, 2);
        assert_eq!(all::<Technologies>(db).await.len(), 2);
    }
}

#[tokio::test]
async fn unknown_columns_are_all_named_and_nothing_goes_in() {
    let db = TestDb::sqlite().await;
    let file = "title,descripton,供货商\na,b,c\n";
    let (outcome, _) = import_bytes::<Technologies>(&db, Format::Csv, file.into(), ImportFile::default()).await;
    let message = outcome.unwrap_err().to_string();
    assert!(message.contains("descripton (did you mean description?)") && message.contains("供货商"), "{message}");
    assert!(all::<Technologies>(&db).await.is_empty());

    let options = ImportFile {
        columns: vec![("descripton".to_owned(), "description".to_owned())],
        ignored: vec!["供货商".to_owned()],
        ..ImportFile::default()
    };
    let (outcome, _) = import_bytes::<Technologies>(&db, Format::Csv, file.into(), options).await;
    assert_eq!(outcome.unwrap().created, 1);
    assert_eq!(all::<Technologies>(&db).await[0].body.description, "b");
}

#[tokio::test]
async fn in_json_lines_a_name_some_rows_have_makes_those_rows_bad_and_one_all_have_stops_the_import() {
    let db = TestDb::sqlite().await;
    let some = "{\"title\":\"a\"}\n{\"title\":\"b\",\"colour\":\"red\"}\n";
    let (summary, heard) = import_text::<Technologies>(&db, Format::JsonLines, some).await;
    assert_eq!((summary.created, summary.skipped), (1, 1));
    assert_eq!(heard.bad, ["2: unknown column colour (did you mean country?)"]);
    let every = "{\"title\":\"a\",\"colour\":\"blue\"}\n{\"title\":\"b\",\"colour\":\"red\"}\n";
    let (outcome, _) = import_bytes::<Technologies>(&db, Format::JsonLines, every.into(), ImportFile::default()).await;
    assert!(matches!(outcome, Err(ImportError::Mapping(_))));
    assert_eq!(all::<Technologies>(&db).await.len(), 1);
}

#[tokio::test]
async fn a_file_that_breaks_off_loses_only_the_row_it_breaks_in() {
    let db = TestDb::sqlite().await;
    let mut bytes: Vec<u8> =
        (0..500).flat_map(|n| format!("{{\"external_id\":\"{n}\",\"title\":\"t{n}\"}}\n").into_bytes()).collect();
    bytes.truncate(bytes.len() - 5);
    let (outcome, heard) = import_bytes::<Technologies>(&db, Format::JsonLines, bytes, ImportFile::default()).await;
    let summary = outcome.unwrap();
    assert_eq!((summary.created, summary.skipped), (499, 1));
    assert!(heard.bad[0].starts_with("500: the JSON object is not complete"), "{:?}", heard.bad);
}

#[tokio::test]
async fn a_dry_run_stores_nothing_and_finds_what_is_wrong() {
    let db = TestDb::sqlite().await;
    let file = "title;country;requirements\nA;EG;must: a; should: b\nB;Atlantis;\n";
    let options = ImportFile { mode: Mode::DryRun, ..ImportFile::default() };
    let (outcome, heard) = import_bytes::<Demands>(&db, Format::Csv, file.into(), options).await;
    assert_eq!((outcome.unwrap().rows, heard.bad.len()), (2, 2));
    assert!(heard.bad[1].contains("Atlantis"), "{:?}", heard.bad);
    assert!(all::<Demands>(&db).await.is_empty());
}

#[tokio::test]
async fn a_column_the_library_needs_can_be_given_for_every_row() {
    let db = TestDb::sqlite().await;
    let file = "title\nA\n";
    let (outcome, _) = import_bytes::<Demands>(&db, Format::Csv, file.into(), ImportFile::default()).await;
    assert!(outcome.unwrap_err().to_string().contains("--set country=VALUE"));
    let options = ImportFile { defaults: vec![("country".to_owned(), "埃及".to_owned())], ..ImportFile::default() };
    let (outcome, _) = import_bytes::<Demands>(&db, Format::Csv, file.into(), options).await;
    assert_eq!(outcome.unwrap().created, 1);
    assert_eq!(all::<Demands>(&db).await[0].body.country, "EG");
}

#[tokio::test]
async fn the_status_of_a_result_may_say_how_far_it_is() {
    let db = TestDb::sqlite().await;
    let file = "{\"title\":\"a\",\"status\":\"Implementation\"}\n{\"title\":\"b\",\"status\":\"published\"}\n{\"title\":\"c\",\"status\":\"odd\"}\n";
    let (summary, heard) = import_text::<Results>(&db, Format::JsonLines, file).await;
    assert_eq!((summary.created, summary.skipped), (2, 1));
    assert!(heard.bad[0].contains("no status and no progress"), "{:?}", heard.bad);
    let progress: Vec<String> =
        all::<Results>(&db).await.iter().map(|record| record.body.progress.to_string()).collect();
    assert_eq!(progress, ["running", "completed"]);
}

/// What the author wrote; when a translation was stored differs.
fn undated<L: Library>(record: &Record<L>) -> L::Body {
    let mut body = record.body.clone();
    body.common_mut().translations.iter_mut().for_each(|translation| translation.translated_at = None);
    body
}

async fn goes_out_and_comes_back<L: Library>(seeds: &'static [u8]) {
    let (from, into) = (TestDb::sqlite().await, TestDb::sqlite().await);
    let (outcome, heard) = import_bytes::<L>(&from, Format::JsonLines, seeds.to_vec(), ImportFile::default()).await;
    outcome.unwrap();
    assert!(heard.bad.is_empty(), "{:?}", heard.bad);
    let original = all::<L>(&from).await;
    let folder = tempfile::tempdir().unwrap();
    for (format, name) in [(Format::JsonLines, "x.jsonl"), (Format::Csv, "x.csv"), (Format::Xlsx, "x.xlsx")] {
        let path = folder.path().join(name);
        let written = export::<L>(&from, &Actor::System, &path, format, &ExportFile::default(), |_| {}).await.unwrap();
        assert_eq!(written as usize, original.len(), "{name}");
        let mut heard = Heard::default();
        let input = Input::file(&path).unwrap();
        import::<L>(&into, &Actor::System, input, ImportFile::default(), &mut heard).await.unwrap();
        assert!(heard.bad.is_empty(), "{name}: {:?}", heard.bad);
        let back = all::<L>(&into).await;
        assert_eq!(back.len(), original.len(), "{name}");
        for (back, original) in back.iter().zip(&original) {
            assert_eq!(undated(back), undated(original), "{name}");
            assert_eq!(back.head.version, 1, "{name}: importing the same again changes nothing");
        }
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3, "no temporary file stays");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demo_records_come_back_from_every_format_as_they_went() {
    goes_out_and_comes_back::<Technologies>(include_bytes!("../../seeds/technologies.jsonl")).await;
    goes_out_and_comes_back::<Demands>(include_bytes!("../../seeds/demands.jsonl")).await;
    goes_out_and_comes_back::<Results>(include_bytes!("../../seeds/results.jsonl")).await;
    goes_out_and_comes_back::<Institutions>(include_bytes!("../../seeds/institutions.jsonl")).await;
}

/// The real collections beside the repository, where they are.
async fn real<L: Library>(db: &Db, name: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/records").join(name);
    if !path.exists() {
        eprintln!("left out: {name} is not beside the repository");
        return;
    }
    let rows = std::fs::read_to_string(&path).unwrap().lines().count() as u64;
    let mut heard = Heard::default();
    let summary =
        import::<L>(db, &Actor::System, Input::file(&path).unwrap(), ImportFile::default(), &mut heard).await.unwrap();
    assert_eq!(summary.rows, rows, "{name}");
    assert_eq!(summary.created + summary.skipped, rows, "{name}");
    assert_eq!(heard.bad.len() as u64, summary.skipped, "{name}: every row is in or named");
    assert!(summary.skipped * 50 < rows, "{name}: {:?}", &heard.bad[..3]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_the_real_collections_every_row_is_in_or_named() {
    let db = TestDb::sqlite().await;
    real::<Technologies>(&db, "technologies.jsonl").await;
    real::<Demands>(&db, "demands.jsonl").await;
    real::<Results>(&db, "results.jsonl").await;
    real::<Technologies>(&db, "technologies_titles.jsonl").await;
}
