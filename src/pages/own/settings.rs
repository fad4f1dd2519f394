//! `/notices/settings`: in which language somebody is written to, and how they are told of each kind of thing.

use actix_web::{HttpResponse, web};
use anyhow::Context;
use askama::Template;

use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::error::Result;
use crate::layout::Page;
use crate::layout::components::SelectOption;
use crate::notices::{self, Delivery, Kind, LANGUAGES, Preferences};
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::reader::Reader;
use crate::pages::refusals::way_in;

#[derive(Template)]
#[template(path = "own/settings.html")]
struct SettingsPage<'a> {
    page: &'a Page,
    languages: Vec<SelectOption>,
    groups: Vec<Group>,
    done: Option<String>,
}

/// Kinds that belong together.
struct Group {
    label: String,
    kinds: Vec<KindLine>,
}

struct KindLine {
    name: String,
    label: String,
    deliveries: Vec<SelectOption>,
}

/// `GET /notices/settings`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let above = reader.t().text("notices-title");
    let reader = reader.below(&above, "/notices");
    let t = reader.t();
    let user = reader.actor.user_id().context("who has signed in is a person")?;
    let Preferences { lang, kinds } = notices::preferences(&*app.db, user).await?;
    let language = |tag: &&str| SelectOption {
        value: (*tag).to_owned(),
        label: t.code_or_self("language", tag),
        selected: lang.as_deref() == Some(tag),
    };
    let usual = SelectOption { value: String::new(), label: t.text("told-lang-usual"), selected: lang.is_none() };
    let line = |kind: &Kind| {
        let chosen = kinds.get(kind).copied().unwrap_or(kind.usual());
        let delivery = |one: &Delivery| SelectOption {
            value: one.as_str().to_owned(),
            label: t.code_or_self("told-how", one.as_str()),
            selected: *one == chosen,
        };
        KindLine {
            name: kind.as_str().to_owned(),
            label: t.code_or_self("told-of", kind.as_str()),
            deliveries: Delivery::ALL.iter().map(delivery).collect(),
        }
    };
    let groups = ["matches", "records", "other"].map(|name| Group {
        label: t.code_or_self("told-group", name),
        kinds: concerning(&reader).filter(|kind| group(**kind) == name).map(line).collect(),
    });
    let groups = groups.into_iter().filter(|group| !group.kinds.is_empty()).collect();
    let view = SettingsPage {
        page: &reader.page,
        languages: [usual].into_iter().chain(LANGUAGES.iter().map(language)).collect(),
        groups,
        done: reader.page.query.get("done").and_then(|what| t.code("told-done", what)),
    };
    reader.send(&view)
}

/// The kinds that somebody can be told of. An organisation that waits concerns those who decide on it, and so does a
/// match without a broker.
fn concerning(reader: &Reader) -> impl Iterator<Item = &'static Kind> {
    let operator = matches!(&reader.session, Some(session) if session.role.is_operator());
    let decides = reader.actor.scope(Action::DecideMatch) != Scope::Never;
    Kind::ALL.iter().filter(move |kind| match kind {
        Kind::OrganisationWaits => operator,
        Kind::MatchesFreed => decides,
        _ => true,
    })
}

/// What a kind is about.
fn group(kind: Kind) -> &'static str {
    match kind {
        Kind::MatchProposed
        | Kind::MatchAnswered
        | Kind::MatchIntroduced
        | Kind::MatchMoved
        | Kind::MatchDue
        | Kind::MatchOverdue
        | Kind::MatchesFreed
        | Kind::ExportDue
        | Kind::InterestReceived
        | Kind::MessageReceived
        | Kind::MilestoneSet
        | Kind::MilestoneOverdue
        | Kind::OutcomeAsked => "matches",
        Kind::RecordStatus
        | Kind::RecordIdle
        | Kind::RecordArchived
        | Kind::RecordReviewed
        | Kind::RecordExpiring
        | Kind::RecordExpired
        | Kind::NewFits => "records",
        Kind::SearchFits | Kind::WebhookDisabled | Kind::OrganisationWaits => "other",
    }
}

/// `POST /notices/settings`
pub async fn save(app: web::Data<App>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let user = reader.actor.user_id().context("who has signed in is a person")?;
    let mut wanted = notices::preferences(&*app.db, user).await?;
    wanted.lang = form.value("lang").filter(|lang| LANGUAGES.contains(lang)).map(str::to_owned);
    for kind in concerning(&reader) {
        if let Some(delivery) = form.parsed(kind.as_str()) {
            wanted.kinds.insert(*kind, delivery);
        }
    }
    notices::set_preferences(&app.db, user, &wanted).await?;
    Ok(go_to("/notices/settings?done=saved"))
}
