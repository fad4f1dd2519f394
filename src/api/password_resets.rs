//! A new password by mail, for programs that stand in for the pages.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::body::Json;
use super::doc::Doc;
use super::idempotency::{Answer, Repeatable};
use super::public::{self, ASKED, Asked};
use crate::accounts::resets;
use crate::app::App;
use crate::error::{Code, Result};
use crate::library::store::now;

/// Whose password is forgotten.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Forgotten {
    #[schema(max_length = 254)]
    pub email: String,
}

/// The second step.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The last part of the link in the mail.
    pub token: String,
    /// Of at least 12 characters that nobody guesses.
    #[schema(min_length = 12, max_length = 200)]
    pub password: String,
}

/// The password is set.
#[derive(Debug, Serialize, ToSchema)]
pub struct PasswordChanged {
    pub changed: bool,
}

/// `POST /api/v1/password-resets`
pub async fn ask(
    app: web::Data<App>,
    request: HttpRequest,
    repeatable: Repeatable,
    sent: Json<Forgotten>,
) -> Result<HttpResponse> {
    let email = sent.value.email;
    public::once(&app, &repeatable, &[&email], async {
        resets::ask(&app.db, &app.settings, &public::network_of(&app, &request), &email, now()).await?;
        Answer::json(StatusCode::ACCEPTED, &ASKED)
    })
    .await
}

/// How `ask` is documented.
pub fn describe_ask(doc: Doc) -> Doc {
    doc.name("ask_for_password", "account", "Have a link mailed that sets a new password")
        .about("The answer is the same whether there is such an account or not.")
        .takes::<Forgotten>("application/json", json!({"email": "wang@drip.example"}))
        .answers::<Asked>(202, "A mail is on its way, if there is such an account", json!({"accepted": true}))
        .repeatable()
        .problems(&[Code::TooManyRequests])
}

/// `POST /api/v1/password-resets/confirmation`
pub async fn redeem(app: web::Data<App>, repeatable: Repeatable, sent: Json<NewPassword>) -> Result<HttpResponse> {
    let NewPassword { token, password } = sent.value;
    public::once(&app, &repeatable, &[&token], async {
        resets::redeem(&app.db, &app.settings.mail, &public::secret(&token)?, &password, now()).await?;
        Answer::json(StatusCode::OK, &PasswordChanged { changed: true })
    })
    .await
}

/// How `redeem` is documented.
pub fn describe_redeem(doc: Doc) -> Doc {
    doc.name("reset_password", "account", "Set a new password with the link of a mail")
        .about("Every session of the account ends. A second factor stays.")
        .takes::<NewPassword>(
            "application/json",
            json!({"token": "bm90IGEgc2VjcmV0IGJ1dCBhcyBsb25nIGFzIG9uZSE", "password": "cobalt otter sings twice"}),
        )
        .answers::<PasswordChanged>(200, "It is set", json!({"changed": true}))
        .repeatable()
        .problems(&[Code::NotFound])
}
