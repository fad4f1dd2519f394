//! `/dashboard`: what libraries and matches come to. Each figure is a picture with its table one tap away, and can be
//! saved as SVG, CSV and a workbook.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::{HttpResponse, web};
use askama::Template;

use super::desk::elsewhere;
use super::reader::Reader;
use crate::accounts::Action;
use crate::app::App;
use crate::dashboard::chart::{Bar, MOST_BARS, svg};
use crate::dashboard::files::{Line, Table, csv, xlsx};
use crate::dashboard::{Figure, Label, Slice, Subject};
use crate::error::{Code, Result};
use crate::layout::Page;
use crate::layout::components::SelectOption;

/// Lines of a table on the page; the files have every one.
const MOST_LINES: usize = 100;

#[derive(Template)]
#[template(path = "dashboard.html")]
struct DashboardPage<'a> {
    page: &'a Page,
    countries: Vec<SelectOption>,
    fields: Vec<SelectOption>,
    month: String,
    figures: Vec<Shown>,
}

/// A figure in the reader's language.
struct Shown {
    subject: Subject,
    title: String,
    lead: String,
    /// Drawn by `dashboard::chart`, which escapes what it is given.
    picture: String,
    table: Table,
    numbers: Vec<Vec<String>>,
    /// Lines that the picture leaves out.
    more: usize,
    /// Lines that only the files have.
    rest: usize,
    /// Where it is saved from.
    saved: Vec<(&'static str, String)>,
}

fn slice(reader: &Reader) -> Slice {
    let given = |name: &str| reader.page.query.get(name).filter(|value| !value.is_empty()).map(str::to_owned);
    Slice { country: given("country"), field: given("field"), month: given("month") }
}

/// `GET /dashboard`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::DecideMatch)? {
        return Ok(place);
    }
    let slice = slice(&reader);
    let counted = app.dashboard.count(&app.db, &app.counts, &slice).await?;
    let option = |label: String, value: &String, chosen: &Option<String>| SelectOption {
        selected: chosen.as_ref() == Some(value),
        label,
        value: value.clone(),
    };
    let view = DashboardPage {
        page: &reader.page,
        countries: counted.countries.iter().map(|code| option(reader.country(code), code, &slice.country)).collect(),
        fields: counted.fields.iter().map(|code| option(reader.field(code), code, &slice.field)).collect(),
        month: slice.month.clone().unwrap_or_default(),
        figures: counted.figures.iter().map(|figure| shown(figure, &reader)).collect(),
    };
    reader.send(&view)
}

fn shown(figure: &Figure, reader: &Reader) -> Shown {
    let t = reader.t();
    let table = table(figure, reader, MOST_LINES, Months::Named);
    let name = figure.subject.as_str();
    let query = reader.page.query.without(&["lang"]);
    Shown {
        subject: figure.subject,
        lead: t.code_or_self("dashboard-lead", name),
        picture: picture(&table, reader),
        numbers: table.lines.iter().map(|line| line.numbers.iter().map(|one| t.number(*one)).collect()).collect(),
        more: table.lines.len().saturating_sub(MOST_BARS),
        rest: figure.lines.len().saturating_sub(MOST_LINES),
        saved: ["svg", "csv", "xlsx"]
            .map(|ending| (ending, query.link(&format!("/dashboard/{name}.{ending}"))))
            .to_vec(),
        title: table.title.clone(),
        table,
    }
}

/// How a month is written: for people, or for programs that sort and calculate.
#[derive(Clone, Copy, PartialEq)]
enum Months {
    Named,
    Numbered,
}

fn table(figure: &Figure, reader: &Reader, most: usize, months: Months) -> Table {
    let t = reader.t();
    let heads = figure.heads.iter().map(|head| t.code_or_self("dashboard-head", head));
    let measures = figure.measures.iter().map(|measure| t.code_or_self("dashboard-measure", measure));
    let label = |label: &Label| match label {
        Label::State(state) => t.code_or_self("match_status", state),
        Label::Country(code) => reader.country(code),
        Label::Field(code) => reader.field(code),
        Label::Month((year, month)) if months == Months::Named => t.month(*year, *month),
        Label::Month((year, month)) => format!("{year:04}-{month:02}"),
        Label::Grade(text) => text.clone(),
        Label::Nothing => t.text("dashboard-nothing"),
    };
    let line = |(labels, numbers): &(Vec<Label>, Vec<f64>)| Line {
        labels: labels.iter().map(label).collect(),
        numbers: numbers.clone(),
    };
    Table {
        title: t.code_or_self("dashboard-title", figure.subject.as_str()),
        heads: heads.chain(measures).collect(),
        lines: figure.lines.iter().take(most).map(line).collect(),
    }
}

fn picture(table: &Table, reader: &Reader) -> String {
    let bar = |line: &Line| {
        let value = line.numbers.first().copied().unwrap_or(0.0);
        Bar { labels: line.labels.clone(), value, written: reader.t().number(value) }
    };
    svg(&table.title, &table.lines.iter().map(bar).collect::<Vec<_>>(), reader.t().lang.direction())
}

/// `GET /dashboard/{file}`: `funnel.csv` and the like.
pub async fn save(app: web::Data<App>, reader: Reader, file: web::Path<String>) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::DecideMatch)? {
        return Ok(place);
    }
    let (name, ending) = file.split_once('.').ok_or(Code::NotFound)?;
    let subject: Subject = name.parse().map_err(|_| Code::NotFound)?;
    let counted = app.dashboard.count(&app.db, &app.counts, &slice(&reader)).await?;
    let months = if ending == "svg" { Months::Named } else { Months::Numbered };
    let table = table(counted.figure(subject).ok_or(Code::NotFound)?, &reader, usize::MAX, months);
    let (kind, content) = match ending {
        "svg" => ("image/svg+xml; charset=utf-8", picture(&table, &reader).into_bytes()),
        "csv" => ("text/csv; charset=utf-8", csv(&table)?),
        "xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx(&table)?),
        _ => return Err(Code::NotFound.into()),
    };
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{subject}.{ending}\"")))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(content))
}
