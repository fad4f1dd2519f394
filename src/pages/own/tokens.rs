//! `/account/tokens`: the tokens of one's own programs: made with scopes and an end, shown once, revoked.

use actix_web::{HttpResponse, web};
use anyhow::Context;
use askama::Template;
use uuid::Uuid;

use super::{Faults, Tick};
use crate::accounts::own_tokens::{self, TokenView, USUAL_DAYS};
use crate::accounts::scopes::TokenScope;
use crate::app::App;
use crate::error::{Code, Result};
use crate::layout::Page;
use crate::library::store::now;
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::reader::Reader;
use crate::pages::refusals::{secretly, way_in};
use crate::pages::sign_in::Nothing;

#[derive(Template)]
#[template(path = "own/tokens.html")]
struct TokensPage<'a> {
    page: &'a Page,
    tokens: Vec<TokenLine>,
    /// A token that was made just now: shown this once.
    made: Option<String>,
    called: String,
    days: String,
    scopes: Vec<Tick>,
    wrong_name: Option<String>,
    wrong_days: Option<String>,
    wrong_scopes: Option<String>,
    done: Option<String>,
}

struct TokenLine {
    id: Uuid,
    name: String,
    scopes: String,
    facts: Vec<String>,
}

/// What a form asks for.
struct Asked {
    name: String,
    days: String,
    scopes: Vec<TokenScope>,
}

impl Default for Asked {
    fn default() -> Self {
        Self { name: String::new(), days: USUAL_DAYS.to_string(), scopes: vec![TokenScope::Read] }
    }
}

/// `GET /account/tokens`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let reader = below(reader);
    reader.send(&view(&app, &reader, &Asked::default(), &Faults::default(), None).await?)
}

fn below(reader: Reader) -> Reader {
    let account = reader.t().text("account-title");
    reader.below(&account, "/account")
}

fn person(reader: &Reader) -> Result<Uuid> {
    Ok(reader.actor.user_id().context("who has signed in is a person")?)
}

async fn view<'a>(
    app: &App,
    reader: &'a Reader,
    asked: &Asked,
    faults: &Faults,
    made: Option<String>,
) -> Result<TokensPage<'a>> {
    let t = reader.t();
    let line = |token: TokenView| {
        let scopes: Vec<String> = token.scopes.iter().map(|one| t.code_or_self("token-scope", one.as_str())).collect();
        let end = token.expires_at.map(|end| t.fill("token-ends", t.day(&end)));
        let used = match token.last_used_at {
            Some(last) => t.fill("token-used", t.moment(&last)),
            None => t.text("token-never-used"),
        };
        TokenLine {
            id: token.id,
            name: token.name,
            scopes: t.list(&scopes),
            facts: vec![end.unwrap_or_else(|| t.text("token-endless")), used],
        }
    };
    let tick = |scope: &TokenScope| Tick {
        value: scope.as_str().to_owned(),
        label: t.code_or_self("token-scope", scope.as_str()),
        ticked: asked.scopes.contains(scope),
    };
    Ok(TokensPage {
        page: &reader.page,
        tokens: own_tokens::list(&*app.db, person(reader)?, now()).await?.into_iter().map(line).collect(),
        made,
        called: asked.name.clone(),
        days: asked.days.clone(),
        scopes: TokenScope::ALL.iter().map(tick).collect(),
        wrong_name: faults.at(t, "name"),
        wrong_days: faults.at(t, "days"),
        wrong_scopes: faults.at(t, "scopes"),
        done: reader.page.query.get("done").and_then(|what| t.code("token-done", what)),
    })
}

/// `POST /account/tokens`
pub async fn make(app: web::Data<App>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let reader = below(reader);
    let asked = Asked {
        name: form.value("name").unwrap_or_default().to_owned(),
        days: form.value("days").unwrap_or_default().to_owned(),
        scopes: form.all("scope").filter_map(|scope| scope.parse().ok()).collect(),
    };
    let days = asked.days.parse().unwrap_or(0);
    let faults = Faults(own_tokens::faults(&asked.name, &asked.scopes, TokenScope::ALL, days));
    if !faults.0.is_empty() {
        return faults.send(&reader, &view(&app, &reader, &asked, &faults, None).await?);
    }
    let (person, wanted) = (person(&reader)?, (asked.name.as_str(), asked.scopes.as_slice(), days));
    let made: Result<String> = app
        .db
        .write(async |transaction| {
            let (token, _) = own_tokens::make_in(transaction, &reader.actor, person, wanted, now()).await?;
            Ok(token.reveal().to_owned())
        })
        .await;
    let view = view(&app, &reader, &Asked::default(), &Faults::default(), Some(made?)).await?;
    Ok(secretly(reader.send(&view)?))
}

/// `POST /account/tokens/{id}/revocation`
pub async fn revoke(app: web::Data<App>, id: web::Path<String>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    let reader = posted.reader;
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let (id, person): (Uuid, Uuid) = (id.parse().map_err(|_| Code::NotFound)?, person(&reader)?);
    let gone: Result<bool> = app
        .db
        .write(async |transaction| Ok(own_tokens::revoke_in(transaction, &reader.actor, person, id, now()).await?))
        .await;
    if gone? { Ok(go_to("/account/tokens?done=revoked")) } else { Err(Code::NotFound.into()) }
}
