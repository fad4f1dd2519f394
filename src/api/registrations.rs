//! Registration of firms for programs. Anybody may ask; what is answered tells nobody whose address or firm is known.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::Json;
use super::doc::Doc;
use super::idempotency::{Answer, Repeatable};
use super::public::{self, ASKED, Asked};
use crate::accounts::registration::{self, NewFirm};
use crate::app::App;
use crate::error::{Code, Result};
use crate::library::store::now;

/// A firm and its first member.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// What the firm is called.
    #[schema(min_length = 1, max_length = 200)]
    pub organisation: String,
    /// Its name in other languages, by language: zh, en, fr, ru, ar, es, pt.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Unified social credit code (GB 32100-2015); needed of firms in China.
    pub credit_code: Option<String>,
    /// What the first member is called.
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    #[schema(max_length = 254)]
    pub email: String,
    /// Language of mails: zh, en, fr, ru, ar, es or pt; the service's usual one when missing.
    pub lang: Option<String>,
    /// Of at least 12 characters that nobody guesses.
    #[schema(min_length = 12, max_length = 200)]
    pub password: String,
}

/// The second step.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// The last part of the link in the mail.
    pub token: String,
    /// The password of the registration.
    pub password: String,
}

/// The person who can sign in now.
#[derive(Debug, Serialize, ToSchema)]
pub struct NewAccount {
    pub id: Uuid,
}

/// `POST /api/v1/registrations`
pub async fn register(
    app: web::Data<App>,
    request: HttpRequest,
    repeatable: Repeatable,
    sent: Json<Registration>,
) -> Result<HttpResponse> {
    let new = sent.value;
    let firm = NewFirm {
        organisation: &new.organisation,
        names: new.names.clone(),
        country: &new.country,
        credit_code: new.credit_code.as_deref(),
        name: &new.name,
        email: &new.email,
        lang: new.lang.as_deref().unwrap_or(&app.settings.mail.lang),
        password: &new.password,
    };
    let parts = [firm.organisation, firm.country, firm.credit_code.unwrap_or_default(), firm.name, firm.email];
    public::once(&app, &repeatable, &parts, async {
        registration::register(&app.db, &app.settings, &public::network_of(&app, &request), &firm, now()).await?;
        Answer::json(StatusCode::ACCEPTED, &ASKED)
    })
    .await
}

/// How `register` is documented.
pub fn describe_register(doc: Doc) -> Doc {
    let example = json!({"organisation": "北京滴灌科技有限公司", "names": {"en": "Beijing Drip"}, "country": "CN",
        "credit_code": "91350100M000100Y43", "name": "Wang Fang", "email": "wang@drip.example", "lang": "zh",
        "password": "cobalt otter sings twice"});
    doc.name("register", "account", "Register a firm and its first member")
        .about("A mail with a link follows; the link and the password together make the organisation, which then waits for a steward. Until it is approved its people can sign in and do nothing else.")
        .about("The answer is the same for an address that has an account (which gets a mail saying so) and for a firm that is here already (whose members are asked whether to let the person in).")
        .takes::<Registration>("application/json", example)
        .answers::<Asked>(202, "A mail is on its way", json!({"accepted": true}))
        .repeatable()
        .problems(&[Code::TooManyRequests])
}

/// `POST /api/v1/registrations/confirmation`
pub async fn confirm(
    app: web::Data<App>,
    request: HttpRequest,
    repeatable: Repeatable,
    sent: Json<Confirmation>,
) -> Result<HttpResponse> {
    let Confirmation { token, password } = sent.value;
    public::once(&app, &repeatable, &[&token], async {
        let (secret, network) = (public::secret(&token)?, public::network_of(&app, &request));
        let id = registration::confirm(&app.db, &app.settings, &network, &secret, &password, now()).await?;
        Answer::json(StatusCode::CREATED, &NewAccount { id })
    })
    .await
}

/// How `confirm` is documented.
pub fn describe_confirm(doc: Doc) -> Doc {
    doc.name("confirm_registration", "account", "Make the account of a registration")
        .takes::<Confirmation>(
            "application/json",
            json!({"token": "bm90IGEgc2VjcmV0IGJ1dCBhcyBsb25nIGFzIG9uZSE", "password": "cobalt otter sings twice"}),
        )
        .answers::<NewAccount>(201, "Who can sign in now", json!({"id": "019a0000-0000-7000-8000-000000000003"}))
        .repeatable()
        .problems(&[Code::NotFound, Code::InvalidState, Code::TooManyRequests])
}
