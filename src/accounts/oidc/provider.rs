//! What is asked of the provider. Its addresses come from its own description, asked for anew each time: a sign-in is
//! rare, and nothing has to be forgotten when the provider changes its keys.

use std::time::Duration;

use anyhow::{Context, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::{Method, header};
use secrecy::ExposeSecret;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::net::lookup_host;
use url::Url;
use url::form_urlencoded::{Serializer, byte_serialize};

use super::OidcError;
use super::token::Key;
use crate::config::Oidc;
use crate::webhooks::client::{Answered, Client, begin};

/// How long the provider may take.
const TIMEOUT: Duration = Duration::from_secs(10);

/// How a provider describes itself (OpenID Connect Discovery 1.0), as far as it is used here.
#[derive(Debug, Deserialize)]
pub struct Description {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Vec<String>,
}

#[derive(Deserialize)]
struct Keys {
    keys: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Tokens {
    id_token: String,
}

/// The provider of the settings.
pub struct Provider<'a> {
    settings: &'a Oidc,
    client: Client,
    description: Description,
}

impl<'a> Provider<'a> {
    /// Asks it how it describes itself.
    pub async fn of(settings: &'a Oidc) -> Result<Self, OidcError> {
        let client = Client::new(TIMEOUT)?;
        let place = format!("{}/.well-known/openid-configuration", settings.issuer.trim_end_matches('/'));
        let described = async {
            let description: Description = read(ask(&client, Method::GET, &place, &[], String::new()).await?)?;
            ensure!(description.issuer == settings.issuer, "it calls itself {:?}", description.issuer);
            anyhow::Ok(description)
        };
        let description = described.await.context("cannot read how the provider describes itself");
        Ok(Self { settings, client, description: description.map_err(OidcError::Unreachable)? })
    }

    /// Where the browser is sent to.
    pub fn entrance(&self, query: &[(&str, &str)]) -> Result<String, OidcError> {
        let mut url = address(&self.description.authorization_endpoint).map_err(OidcError::Unreachable)?;
        url.query_pairs_mut().extend_pairs(query);
        Ok(url.into())
    }

    /// The keys its tokens are signed with. What is no key that is understood is read over.
    pub async fn keys(&self) -> Result<Vec<Key>, OidcError> {
        let asked = ask(&self.client, Method::GET, &self.description.jwks_uri, &[], String::new()).await;
        let keys: Keys = asked.and_then(read).context("cannot read its keys").map_err(OidcError::Unreachable)?;
        Ok(keys.keys.into_iter().filter_map(|key| serde_json::from_value(key).ok()).collect())
    }

    /// The token for a code. A code that the provider does not take, or not any more, is no sign-in.
    pub async fn redeem(&self, code: &str, verifier: &str, back: &str) -> Result<String, OidcError> {
        let (id, secret) = (self.settings.client_id.as_str(), self.settings.client_secret.expose_secret());
        let mut form = Serializer::new(String::new());
        form.append_pair("grant_type", "authorization_code").append_pair("code", code);
        form.append_pair("redirect_uri", back).append_pair("code_verifier", verifier);
        let mut headers = vec![(header::CONTENT_TYPE, "application/x-www-form-urlencoded".to_owned())];
        let methods = &self.description.token_endpoint_auth_methods_supported;
        let by_header = methods.is_empty() || methods.iter().any(|method| method == "client_secret_basic");
        if secret.is_empty() {
            form.append_pair("client_id", id);
        } else if by_header {
            // RFC 6749, 2.3.1: both are form-encoded first.
            let encoded = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
            let credentials = STANDARD.encode(format!("{}:{}", encoded(id), encoded(secret)));
            headers.push((header::AUTHORIZATION, format!("Basic {credentials}")));
        } else {
            form.append_pair("client_id", id).append_pair("client_secret", secret);
        }
        let answer = ask(&self.client, Method::POST, &self.description.token_endpoint, &headers, form.finish()).await;
        let answer = answer.context("cannot redeem a code").map_err(OidcError::Unreachable)?;
        if (400..500).contains(&answer.status) {
            return Err(OidcError::Denied);
        }
        Ok(read::<Tokens>(answer).map_err(OidcError::Unreachable)?.id_token)
    }
}

async fn ask(
    client: &Client,
    method: Method,
    place: &str,
    headers: &[(header::HeaderName, String)],
    body: String,
) -> anyhow::Result<Answered> {
    let url = address(place)?;
    let host = url.host_str().context("there is no host in the address")?;
    let port = url.port_or_known_default().context("there is no port in the address")?;
    let found = lookup_host((host.trim_matches(['[', ']']), port)).await;
    let addresses: Vec<_> = found.with_context(|| format!("no address of {host} is known"))?.collect();
    let mut request = begin(method, &url)?.header(header::ACCEPT, "application/json");
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let request = request.body(Full::new(Bytes::from(body))).context("the request cannot be written")?;
    client.send(&url, &addresses, request).await.with_context(|| format!("cannot ask {place}"))
}

fn read<T: DeserializeOwned>(answer: Answered) -> anyhow::Result<T> {
    ensure!(answer.status == 200, "it answered {}", answer.status);
    let body = answer.body.context("the answer is too long, or broke off")?;
    serde_json::from_slice(&body).context("the answer is not what it should be")
}

/// An address that may be asked: encrypted, or on this machine.
pub fn address(text: &str) -> anyhow::Result<Url> {
    let url = Url::parse(text).with_context(|| format!("{text:?} is no address"))?;
    let here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    match url.scheme() {
        "https" => Ok(url),
        "http" if here => Ok(url),
        _ => bail!("{text:?} does not begin with https://"),
    }
}
