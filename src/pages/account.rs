//! `/account`: a person's own account: who they are here, password, open sessions.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::forms::{Posted, go_to, seconds, sign_in_first, wait, what_is_missing};
use super::reader::Reader;
use super::sign_in::Nothing;
use crate::accounts::credentials::{self, PasswordError};
use crate::accounts::oidc::flow::is_linked;
use crate::accounts::password::SHORTEST;
use crate::accounts::sessions::{self, Session, SessionView, Standing};
use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::error::{Error, Result};
use crate::layout::Page;
use crate::library::store::now;

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage<'a> {
    page: &'a Page,
    session: &'a Session,
    role: String,
    /// Whether records wait for this person's review.
    reviews: bool,
    /// Pages of one's own, and what they are called.
    own: Vec<(&'static str, String)>,
    waiting: Option<String>,
    sessions: Vec<SessionView>,
    problem: Option<String>,
    done: Option<String>,
    /// What people call the provider they may sign in with, and whether this account is linked there.
    provider: Option<(&'a str, bool)>,
    /// Or the account opens with the provider alone.
    has_password: bool,
}

/// The form that changes the password.
#[derive(Debug, Deserialize)]
pub struct NewPassword {
    present: String,
    new: String,
}

/// `GET /account`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    let Some(session) = &reader.session else { return Ok(sign_in_first(&reader.page)) };
    if let Some(missing) = what_is_missing(session) {
        return Ok(go_to(missing));
    }
    let done = reader.page.query.get("done").and_then(|what| reader.t().code("account-done", what));
    reader.send(&view(&app, &reader, session, None, done).await?)
}

/// The pages of one's own that this person may see.
fn own(reader: &Reader) -> Vec<(&'static str, String)> {
    let pages = [
        ("/my/imports", "import-title", Some(Action::CreateRecord)),
        ("/my/searches", "saved-title", None),
        ("/notices/settings", "told-title", None),
        ("/account/tokens", "token-title", None),
        ("/my/webhooks", "hook-title", Some(Action::ManageWebhooks)),
        ("/learning", "learning-title", Some(Action::ReviewRecord)),
    ];
    let may = |action: Option<Action>| action.is_none_or(|action| reader.actor.scope(action) != Scope::Never);
    let shown = pages.into_iter().filter(|(_, _, action)| may(*action));
    shown.map(|(href, key, _)| (href, reader.t().text(key))).collect()
}

async fn view<'a>(
    app: &'a App,
    reader: &'a Reader,
    session: &'a Session,
    problem: Option<String>,
    done: Option<String>,
) -> Result<AccountPage<'a>> {
    let t = reader.t();
    let waiting = match session.standing {
        Standing::Waiting(standing) => t.code("account-organisation", standing.as_str()),
        _ => None,
    };
    let oidc = &app.settings.oidc;
    let provider = match oidc.issuer.as_str() {
        "" => None,
        issuer => Some((oidc.name.as_str(), is_linked(&*app.db, issuer, session.user.id).await?)),
    };
    Ok(AccountPage {
        page: &reader.page,
        session,
        role: t.code_or_self("role", session.role.as_str()),
        reviews: reader.actor.scope(Action::ReviewRecord) != Scope::Never,
        own: own(reader),
        waiting,
        sessions: sessions::list(&*app.db, session.user.id, Some(session.id), now()).await?,
        problem,
        done,
        provider,
        has_password: session.user.password_hash.is_some(),
    })
}

/// `POST /account/password`
pub async fn change_password(app: web::Data<App>, posted: Posted<NewPassword>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    let Some(session) = &reader.session else { return Ok(sign_in_first(&reader.page)) };
    if let Some(missing) = what_is_missing(session) {
        return Ok(go_to(missing));
    }
    let from = reader.visit.place();
    let changed =
        credentials::change_password(&app.db, &app.settings.mail, session, from, &form.present, &form.new, now()).await;
    match changed {
        Ok(()) => Ok(go_to("/account?done=password")),
        Err(error) => refused(&app, &reader, session, error).await,
    }
}

/// The page again, with what was wrong with a password.
pub async fn refused(app: &App, reader: &Reader, session: &Session, error: PasswordError) -> Result<HttpResponse> {
    let t = reader.t();
    let problem = match error {
        PasswordError::Wrong => t.text("account-password-wrong"),
        PasswordError::Weak(weakness) => {
            t.code_with("password", weakness.code(), &[SHORTEST.to_string()]).unwrap_or_else(|| weakness.to_string())
        }
        PasswordError::Wait(time) => {
            let view = view(app, reader, session, Some(t.count("sign-in-wait", seconds(time))), None).await?;
            return Ok(wait(reader.send_failure(StatusCode::TOO_MANY_REQUESTS, &view)?, time));
        }
        PasswordError::Database(error) => return Err(error.into()),
        PasswordError::Other(error) => return Err(Error::Internal(error)),
    };
    let view = view(app, reader, session, Some(problem), None).await?;
    reader.send_failure(StatusCode::UNPROCESSABLE_ENTITY, &view)
}

/// `POST /account/sessions/{id}/close`
pub async fn close_session(app: web::Data<App>, id: web::Path<Uuid>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    let Some(session) = &posted.reader.session else { return Ok(sign_in_first(&posted.reader.page)) };
    let closed: Result<bool> =
        app.db.write(async |transaction| Ok(sessions::close(transaction, session.user.id, *id, now()).await?)).await;
    closed?;
    Ok(go_to("/account?done=session"))
}
