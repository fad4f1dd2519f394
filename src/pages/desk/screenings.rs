//! `/desk/screenings`: technologies of open matches that have to be screened for export control; one of them with the
//! nearest entries of the catalogue; and the import of a catalogue. Brokers look, those who run the libraries record.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;

use super::elsewhere;
use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::compliance::catalogue::{self, Catalogue};
use crate::compliance::nearest::{NearEntry, nearest};
use crate::compliance::screening::{self, SentScreening};
use crate::error::{Code, Result};
use crate::layout::Page;
use crate::layout::components::SelectOption;
use crate::layout::content::Text;
use crate::library::store::{StoreError, find, now};
use crate::library::technology::ExportControl;
use crate::library::{Record, Technologies};
use crate::pages::case::problem::wrong;
use crate::pages::forms::{Fields, Posted, PostedFile, go_to};
use crate::pages::reader::Reader;

#[derive(Template)]
#[template(path = "desk/screenings.html")]
struct ScreeningsPage<'a> {
    page: &'a Page,
    due: Vec<DueLine>,
    catalogues: Vec<CatalogueLine>,
    /// Whether the reader records screenings and imports catalogues.
    records: bool,
    done: Option<String>,
    problem: Option<String>,
}

/// A technology that waits for a screening.
struct DueLine {
    href: String,
    number: String,
    title: String,
    why: String,
    waiting: String,
}

struct CatalogueLine {
    name: String,
    facts: Vec<String>,
}

#[derive(Template)]
#[template(path = "desk/screening.html")]
struct ScreeningPage<'a> {
    page: &'a Page,
    number: String,
    title: Text,
    version: i32,
    catalogue: Option<Catalogue>,
    near: Vec<NearLine>,
    history: Vec<PastLine>,
    outcomes: Vec<SelectOption>,
    reason: String,
    records: bool,
    problem: Option<String>,
}

/// An entry of the catalogue beside the sentence that comes closest to it.
struct NearLine {
    code: String,
    kind: String,
    title: Text,
    text: Text,
    sentence: Text,
    percent: String,
}

/// An earlier screening.
struct PastLine {
    text: String,
    reason: String,
    time: String,
}

/// `GET /desk/screenings`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::DecideMatch)? {
        return Ok(place);
    }
    let done = reader.page.query.get("done").and_then(|what| reader.t().code("screening-done", what));
    let view = view(&app, &reader, done, None).await?;
    reader.send(&view)
}

async fn view<'a>(
    app: &App,
    reader: &'a Reader,
    done: Option<String>,
    problem: Option<String>,
) -> Result<ScreeningsPage<'a>> {
    let t = reader.t();
    let due = screening::due(&app.db, now().date_naive()).await?;
    let line = |due: &screening::Due| DueLine {
        href: format!("/desk/screenings/{}", due.number),
        number: due.number.clone(),
        title: due.title.clone(),
        why: t.code_or_self("screening-why", &due.why),
        waiting: t.count("screening-waiting", due.matches.len()),
    };
    let catalogues = catalogue::list(&*app.db).await?;
    let stored = |one: &Catalogue| CatalogueLine {
        name: one.name.clone(),
        facts: vec![
            t.fill("screening-in-force", t.date(&one.in_force_from)),
            t.count("screening-entries", one.entries),
        ],
    };
    Ok(ScreeningsPage {
        page: &reader.page,
        due: due.iter().map(line).collect(),
        catalogues: catalogues.iter().map(stored).collect(),
        records: reader.actor.scope(Action::ScreenTechnology) != Scope::Never,
        done,
        problem,
    })
}

/// `GET /desk/screenings/{number}`
pub async fn technology(app: web::Data<App>, reader: Reader, number: web::Path<String>) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::DecideMatch)? {
        return Ok(place);
    }
    let record = find::<Technologies>(&*app.db, &reader.actor, &number).await?.ok_or(Code::NotFound)?;
    let above = reader.t().text("desk-screenings");
    let reader = reader.below(&above, "/desk/screenings");
    let view = one(&app, &reader, &record, String::new(), None).await?;
    reader.send(&view)
}

async fn one<'a>(
    app: &App,
    reader: &'a Reader,
    record: &Record<Technologies>,
    reason: String,
    problem: Option<String>,
) -> Result<ScreeningPage<'a>> {
    let t = reader.t();
    let in_force = catalogue::in_force(&*app.db, now().date_naive()).await?;
    let (mut near, mut lang) = (Vec::new(), String::new());
    if let Some(catalogue) = &in_force {
        let entries = catalogue::entries(&*app.db, catalogue.id).await?;
        near = nearest(&app.engine, record, catalogue, entries).await?;
        lang.clone_from(&catalogue.lang);
    }
    let line = |entry: NearEntry| NearLine {
        kind: t.code_or_self("export_control", entry.kind.as_str()),
        title: Text::new(entry.title, &lang),
        text: Text::new(entry.text, &lang),
        sentence: Text::new(&entry.sentence.text, &entry.sentence.lang),
        percent: format!("{}%", (entry.score * 100.0).round()),
        code: entry.code,
    };
    let past = |one: screening::Screening| PastLine {
        text: t.clauses(&[
            t.code_or_self("export_control", one.outcome.as_str()),
            t.fill("screening-against", t.date(&one.catalogue_in_force_from)),
        ]),
        reason: one.reason,
        time: t.moment(&one.at),
    };
    let history = screening::history(&*app.db, record.head.id).await?;
    let outcomes = [ExportControl::Free, ExportControl::Restricted, ExportControl::Prohibited];
    let option = |outcome: ExportControl| SelectOption {
        value: outcome.as_str().to_owned(),
        label: t.code_or_self("export_control", outcome.as_str()),
        selected: false,
    };
    Ok(ScreeningPage {
        page: &reader.page,
        number: record.head.number.clone(),
        title: Text::new(&record.body.title, record.body.lang.clone().unwrap_or_default()),
        version: record.head.version,
        catalogue: in_force,
        near: near.into_iter().map(line).collect(),
        history: history.into_iter().map(past).collect(),
        outcomes: outcomes.map(option).into(),
        reason,
        records: reader.actor.scope(Action::ScreenTechnology) != Scope::Never,
        problem,
    })
}

/// `POST /desk/screenings/{number}`
pub async fn record(app: web::Data<App>, number: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if reader.actor.scope(Action::ScreenTechnology) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    let record = find::<Technologies>(&*app.db, &reader.actor, &number).await?.ok_or(Code::NotFound)?;
    let written = form.value("entries").unwrap_or_default();
    let written = written.split([',', '，', '、', ' ', '\n']).map(str::trim).filter(|code| !code.is_empty());
    let sent = SentScreening {
        catalogue: form.parsed("catalogue").unwrap_or_default(),
        outcome: form.parsed("outcome").unwrap_or_default(),
        entries: form.all("entry").chain(written).map(str::to_owned).collect(),
        reason: form.value("reason").unwrap_or_default().to_owned(),
    };
    let (id, expected) = (record.head.id, form.parsed("version"));
    let work = async |transaction: &_| {
        screening::record_in(transaction, &reader.actor, id, expected, sent.clone(), now()).await
    };
    let recorded: Result<screening::Screening, StoreError> = app.db.write(work).await;
    match recorded {
        Ok(_) => Ok(go_to("/desk/screenings?done=recorded")),
        Err(error) => {
            let (status, problem) = refusal(error, &reader)?;
            let view = one(&app, &reader, &record, sent.reason.clone(), Some(problem)).await?;
            reader.send_failure(status, &view)
        }
    }
}

/// `POST /desk/catalogues`
pub async fn import(app: web::Data<App>, posted: PostedFile) -> Result<HttpResponse> {
    let PostedFile { mut reader, file, .. } = posted;
    if reader.actor.scope(Action::ScreenTechnology) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    reader.page.go_back_to("/desk/screenings", "");
    let content = file.map(|file| file.content).unwrap_or_default();
    let read = String::from_utf8(content).map_err(anyhow::Error::new).and_then(|text| catalogue::parse_lines(&text));
    let (status, problem) = match read {
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, reader.t().fill("screening-unreadable", format!("{error:#}"))),
        Ok(sent) => match catalogue::import(&app.db, &reader.actor, sent, now()).await {
            Ok(_) => return Ok(go_to("/desk/screenings?done=imported")),
            Err(error) => refusal(error, &reader)?,
        },
    };
    let view = view(&app, &reader, None, Some(problem)).await?;
    reader.send_failure(status, &view)
}

fn refusal(error: StoreError, reader: &Reader) -> Result<(StatusCode, String)> {
    let t = reader.t();
    match error {
        StoreError::Invalid(faults) => {
            let texts: Vec<String> = faults.iter().map(|fault| wrong(fault, t)).collect();
            Ok((StatusCode::UNPROCESSABLE_ENTITY, texts.join(" ")))
        }
        StoreError::Stale { .. } => Ok((StatusCode::PRECONDITION_FAILED, t.text("case-problem-stale"))),
        other => Err(other.into()),
    }
}
