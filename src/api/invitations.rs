//! Invitations for programs: made, listed, taken back, and accepted by who has the link.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::Json;
use super::doc::Doc;
use super::idempotency::{Answer, Repeatable};
use super::lists::paged;
use super::public;
use super::query::{Parameter, ParameterKind, Parameters};
use super::registrations::NewAccount;
use crate::accounts::invitations::{self, Invitation, NewInvitation};
use crate::accounts::permissions::InvitePeople;
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::{Code, Result};
use crate::library::store::now;

const LISTED: &[Parameter] = &[
    Parameter {
        name: "limit",
        description: "Invitations on a page; 20 when not said.",
        kind: ParameterKind::PageSize,
        example: "20",
    },
    Parameter {
        name: "cursor",
        description: "Where the page begins: `next_cursor` of the page before.",
        kind: ParameterKind::Id,
        example: "",
    },
];

/// One page of invitations.
#[derive(Debug, Serialize, ToSchema)]
pub struct Invitations {
    pub records: Vec<Invitation>,
    /// Where the next page begins; null on the last one.
    pub next_cursor: Option<Uuid>,
}

/// What somebody says of themselves who accepts.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The last part of the link in the mail.
    pub token: String,
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    /// Of at least 12 characters that nobody guesses.
    #[schema(min_length = 12, max_length = 200)]
    pub password: String,
}

/// `GET /api/v1/invitations`
pub async fn list(app: web::Data<App>, caller: Authorised<InvitePeople>, request: HttpRequest) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, LISTED)?;
    let limit = query.page_size("limit", 20, app.settings.limits.page_size_max);
    let before = query.value("cursor");
    query.finish()?;
    let mut records = invitations::list(&*app.db, &caller, before, limit.saturating_add(1), now()).await?;
    let more = u64::try_from(records.len()).unwrap_or(u64::MAX) > limit;
    if more {
        records.pop();
    }
    let next_cursor = records.last().map(|last| last.id).filter(|_| more);
    Ok(paged(&request, next_cursor, &Invitations { records, next_cursor }))
}

/// How `list` is documented.
pub fn describe_list(doc: Doc) -> Doc {
    doc.name("list_invitations", "account", "Invitations, the newest first")
        .about("Members see those into their own organisation.")
        .in_query(LISTED)
        .answers::<Invitations>(200, "One page", json!({"records": [example()], "next_cursor": null}))
        .header(200, "Link", "The next page, `rel=\"next\"`")
        .needs(Action::InvitePeople)
}

/// `POST /api/v1/invitations`
pub async fn invite(
    app: web::Data<App>,
    caller: Authorised<InvitePeople>,
    repeatable: Repeatable,
    sent: Json<NewInvitation>,
) -> Result<HttpResponse> {
    let new = sent.value;
    repeatable
        .once(&app, &caller, &sent.hash, async |transaction| {
            let made = invitations::invite(transaction, &app.settings, &caller, &new, now()).await?;
            Answer::json(StatusCode::CREATED, &made)
        })
        .await
}

/// How `invite` is documented.
pub fn describe_invite(doc: Doc) -> Doc {
    let wanted = json!({"email": "attache@embassy.example", "role": "embassy", "lang": "fr",
        "organisation": {"name": "Ambassade de Tunisie", "kind": "embassy", "country": "TN"}});
    doc.name("invite_person", "account", "Invite somebody by mail")
        .about("Members invite into their own organisation and role, stewards into any but the administrators'.")
        .about("The link is in the mail alone; it works once and ends by itself.")
        .takes::<NewInvitation>("application/json", wanted)
        .answers::<Invitation>(201, "The invitation", example())
        .repeatable()
        .problems(&[Code::NotFound])
        .needs(Action::InvitePeople)
}

/// `DELETE /api/v1/invitations/{id}`
pub async fn revoke(
    app: web::Data<App>,
    caller: Authorised<InvitePeople>,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let id: Uuid = id.parse().map_err(|_| Code::NotFound)?;
    invitations::revoke(&app.db, &caller, id, now()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// How `revoke` is documented.
pub fn describe_revoke(doc: Doc) -> Doc {
    doc.name("revoke_invitation", "account", "Take an invitation back")
        .in_path("id", "The invitation's id", "019a0000-0000-7000-8000-000000000061")
        .answers_empty(204, "Its link is dead")
        .problems(&[Code::NotFound, Code::InvalidState])
        .needs(Action::InvitePeople)
}

/// `POST /api/v1/invitations/acceptance`
pub async fn accept(app: web::Data<App>, repeatable: Repeatable, sent: Json<Acceptance>) -> Result<HttpResponse> {
    let Acceptance { token, name, password } = sent.value;
    public::once(&app, &repeatable, &[&token, &name], async {
        let id = invitations::accept(&app.db, &public::secret(&token)?, &name, &password, now()).await?;
        Answer::json(StatusCode::CREATED, &NewAccount { id })
    })
    .await
}

/// How `accept` is documented.
pub fn describe_accept(doc: Doc) -> Doc {
    doc.name("accept_invitation", "account", "Make the account of an invitation")
        .takes::<Acceptance>(
            "application/json",
            json!({"token": "bm90IGEgc2VjcmV0IGJ1dCBhcyBsb25nIGFzIG9uZSE", "name": "Amel Ben Salah",
                "password": "cobalt otter sings twice"}),
        )
        .answers::<NewAccount>(201, "Who can sign in now", json!({"id": "019a0000-0000-7000-8000-000000000003"}))
        .repeatable()
        .problems(&[Code::NotFound, Code::InvalidState])
}

fn example() -> Value {
    json!({"id": "019a0000-0000-7000-8000-000000000061", "email": "attache@embassy.example", "role": "embassy",
        "organisation_id": "019a0000-0000-7000-8000-000000000001", "state": "open",
        "invited_by": "019a0000-0000-7000-8000-000000000003", "created_at": "2026-11-25T08:00:00Z",
        "expires_at": "2026-12-09T08:00:00Z"})
}
