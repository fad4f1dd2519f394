//! `/learning`: every version of the weights that was learned from decisions, how good each was where it was measured,
//! and which one is in force. Those who run the libraries look, administrators put one in force.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::error::{Code, Result};
use crate::layout::{Locale, Page};
use crate::library::store::now;
use crate::matching::learning::versions::{AdoptError, SHIPPED, Version, adopt_in, list};
use crate::pages::desk::elsewhere;
use crate::pages::forms::{Posted, go_to};
use crate::pages::reader::Reader;
use crate::pages::sign_in::Nothing;

#[derive(Template)]
#[template(path = "own/learning.html")]
struct LearningPage<'a> {
    page: &'a Page,
    versions: Vec<VersionLine>,
    /// Nothing was learned yet: decisions that are needed.
    needed: Option<usize>,
    /// Whether the reader puts versions in force.
    adopts: bool,
    done: Option<String>,
}

struct VersionLine {
    number: i32,
    algorithm: String,
    made: String,
    outcome: String,
    in_force: bool,
    /// From what it was learned.
    learned: Option<String>,
    order: Option<String>,
    error: Option<String>,
    signals: Vec<(String, String)>,
}

/// `GET /learning`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::ReviewRecord)? {
        return Ok(place);
    }
    let account = reader.t().text("account-title");
    let reader = reader.below(&account, "/account");
    let versions = list(&*app.db).await?;
    let needed = versions.iter().all(|one| one.version == SHIPPED).then_some(app.settings.learn.least_decisions);
    let view = LearningPage {
        page: &reader.page,
        versions: versions.into_iter().map(|version| line(reader.t(), version)).collect(),
        needed,
        adopts: reader.actor.scope(Action::SetWeights) != Scope::Never,
        done: reader.page.query.get("done").and_then(|what| reader.t().code("learning-done", what)),
    };
    reader.send(&view)
}

fn line(t: Locale, version: Version) -> VersionLine {
    let figure = |value: f64| format!("{}%", t.number((value * 1000.0).round() / 10.0));
    let change = |before: Option<f64>, after: Option<f64>| Some(format!("{} → {}", figure(before?), figure(after?)));
    let counts = [version.decisions, version.demands, version.held_out].map(|count| t.number(f64::from(count)));
    let shipped = version.version == SHIPPED;
    let mut signals: Vec<(String, f32)> = version.weights.into_iter().collect();
    signals.sort_by(|(_, one), (_, other)| other.abs().total_cmp(&one.abs()));
    VersionLine {
        number: version.version,
        algorithm: version.algorithm,
        made: if shipped { "–".to_owned() } else { t.moment(&version.created_at) },
        outcome: t.code_or_self("learning-outcome", version.outcome.as_str()),
        in_force: version.in_force,
        learned: if shipped { None } else { t.code_with("learning", "from", &counts) },
        order: change(version.ndcg_before, version.ndcg_after),
        error: change(version.error_before, version.error_after),
        signals: signals
            .into_iter()
            .map(|(name, weight)| {
                let label = t.code_or_self("signal", &name);
                (label, t.signed((f64::from(weight) * 100.0).round() / 100.0))
            })
            .collect(),
    }
}

/// `POST /learning/{version}`: puts a version in force.
pub async fn adopt(app: web::Data<App>, version: web::Path<String>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    let reader = posted.reader;
    if let Some(place) = elsewhere(&reader, Action::SetWeights)? {
        return Ok(place);
    }
    let version: i32 = version.parse().map_err(|_| Code::NotFound)?;
    let work = async |transaction: &_| adopt_in(transaction, &reader.actor, version, now()).await;
    let adopted: Result<Version, AdoptError> = app.db.write(work).await;
    match adopted {
        Ok(_) => Ok(go_to("/learning?done=adopted")),
        Err(AdoptError::OtherAlgorithm { .. }) => Ok(go_to("/learning?done=other")),
        Err(AdoptError::Unknown(_)) => Err(Code::NotFound.into()),
        Err(AdoptError::Other(error)) => Err(error.into()),
    }
}
