//! What requests of people without an account share: where they come from, and that the same request is done once.

use std::net::IpAddr;

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::idempotency::{Answer, Repeatable};
use crate::accounts::Actor;
use crate::accounts::extract::client_address;
use crate::accounts::refusal::{Refusal, Rule};
use crate::accounts::secrets::Secret;
use crate::accounts::throttle::network;
use crate::app::App;
use crate::error::Result;

/// The answer to what is answered by mail: the same whatever is known about the address.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Asked {
    /// Always true: a mail goes to the address, if there is a reason for one.
    pub accepted: bool,
}

/// The one [`Asked`].
pub const ASKED: Asked = Asked { accepted: true };

/// The network a request comes from.
pub fn network_of(app: &App, request: &HttpRequest) -> String {
    let address: IpAddr = client_address(request, app.settings.server.proxies);
    network(address)
}

/// The secret of a link, as it was sent.
pub fn secret(sent: &str) -> Result<Secret> {
    Ok(Secret::parse(sent.trim()).ok_or(Refusal::Rule(Rule::LinkDead))?)
}

/// Does `work`, or repeats what was answered to it before. `parts` tell requests apart; no password is among them,
/// for their hash is kept.
pub async fn once(
    app: &App,
    repeatable: &Repeatable,
    parts: &[&str],
    work: impl Future<Output = Result<Answer>>,
) -> Result<HttpResponse> {
    let hash = parts.iter().fold(Sha256::new(), |hasher, part| hasher.chain_update(part).chain_update([0]));
    let hash: [u8; 32] = hash.finalize().into();
    if let Some(before) = repeatable.before(app, &Actor::Public, &hash).await? {
        return Ok(before);
    }
    let answer = work.await?;
    repeatable.keep(app, &Actor::Public, &hash, answer).await
}
