//! Forms that people send: read, and taken only with the token that was given out to this very browser. Also where a
//! page sends somebody on.

use std::str::FromStr;

use actix_multipart::Multipart;
use actix_web::dev::Payload;
use actix_web::http::header::{LOCATION, RETRY_AFTER};
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use anyhow::Context;
use chrono::TimeDelta;
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::reader::Reader;
use crate::accounts::sessions::{Session, Standing};
use crate::app::App;
use crate::error::{Code, Error, Problem, Result};
use crate::layout::Page;
use crate::layout::url::encode;

/// Name of the hidden field.
const FORM_TOKEN: &str = "form_token";

/// A form that came from a page of ours, and who sent it.
pub struct Posted<T> {
    pub reader: Reader,
    pub form: T,
}

impl<T: DeserializeOwned + 'static> FromRequest for Posted<T> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = Bytes::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let refused = |why: &str| Problem::new(Code::MalformedRequest, why);
            let bytes = bytes.await.map_err(|_| refused("the form did not arrive"))?;
            let text = std::str::from_utf8(&bytes).map_err(|_| refused("the form is not UTF-8"))?;
            let fields =
                web::Query::<Vec<(String, String)>>::from_query(text).map_err(|_| refused("this is no form"))?;
            let reader = Reader::of(&request).await?;
            let sent = fields.iter().find(|(name, _)| name == FORM_TOKEN).map_or("", |(_, value)| value);
            if comes_from_elsewhere(&request) || !reader.gave_out(sent) {
                return Err(refused("the form is not one that was given out to this browser").into());
            }
            let form = web::Query::<T>::from_query(text).map_err(|error| refused(&error.to_string()))?.into_inner();
            Ok(Self { reader, form })
        })
    }
}

/// The fields of a form by name, those left empty too.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Every name with its value.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.trim()))
    }

    /// Every value of a name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.trim())
    }

    /// The first value of a name that is not blank.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.all(name).find(|value| !value.is_empty())
    }

    /// The same, where it is one of a type.
    pub fn parsed<T: FromStr>(&self, name: &str) -> Option<T> {
        self.value(name).and_then(|value| value.parse().ok())
    }
}

/// A form with a file in it.
pub struct PostedFile {
    pub reader: Reader,
    pub form: Fields,
    pub file: Option<SentFile>,
}

/// A file as a browser sends it.
pub struct SentFile {
    pub name: String,
    pub content: Vec<u8>,
}

/// Most bytes of all the fields of such a form that are no file.
const MOST_FIELDS: usize = 100_000;

impl FromRequest for PostedFile {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let mut parts = Multipart::new(request.headers(), payload.take());
        let request = request.clone();
        Box::pin(async move {
            let reader = Reader::of(&request).await?;
            let app = request.app_data::<web::Data<App>>().context("pages are not configured")?;
            let refused = |why: &str| Problem::new(Code::MalformedRequest, why);
            let (mut form, mut file) = (Fields::default(), None);
            let mut left = MOST_FIELDS;
            while let Some(part) = parts.next().await {
                let mut part = part.map_err(|_| refused("the form did not arrive"))?;
                let described = part.content_disposition();
                let name = described.and_then(|one| one.get_name()).unwrap_or_default().to_owned();
                let file_name = described.and_then(|one| one.get_filename()).map(str::to_owned);
                // A byte more than is taken, so that whoever takes it says that it is too large.
                let most = if file_name.is_some() { app.largest_document() + 1 } else { left };
                let mut content = Vec::new();
                while let Some(bytes) = part.next().await {
                    let bytes = bytes.map_err(|_| refused("the form did not arrive"))?;
                    let room = most.saturating_sub(content.len());
                    content.extend_from_slice(bytes.get(..room.min(bytes.len())).unwrap_or_default());
                }
                match file_name {
                    Some(name) => file = Some(SentFile { name, content }),
                    None => {
                        left = left.saturating_sub(content.len());
                        let value = String::from_utf8(content).map_err(|_| refused("the form is not UTF-8"))?;
                        form.0.push((name, value));
                    }
                }
            }
            let sent = form.value(FORM_TOKEN).unwrap_or_default();
            if comes_from_elsewhere(&request) || !reader.gave_out(sent) {
                return Err(refused("the form is not one that was given out to this browser").into());
            }
            Ok(Self { reader, form, file })
        })
    }
}

/// Browsers say when another site made them send something.
fn comes_from_elsewhere(request: &HttpRequest) -> bool {
    request.headers().get("sec-fetch-site").is_some_and(|value| value == "cross-site")
}

/// Sends the browser to another page, which it then asks for with GET.
pub fn go_to(address: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, address)).finish()
}

/// To sign in, and back to this page afterwards.
pub fn sign_in_first(page: &Page) -> HttpResponse {
    go_to(&format!("/sign-in?next={}", encode(&page.query.link(&page.path))))
}

/// Where somebody goes whose session still lacks something.
pub fn what_is_missing(session: &Session) -> Option<&'static str> {
    match session.standing {
        Standing::Full | Standing::Waiting(_) => None,
        Standing::NeedsCode => Some("/sign-in/code"),
        Standing::NeedsSecondFactor => Some("/account/second-factor"),
    }
}

/// An address of ours, never of another site.
pub fn own_address(next: &str) -> &str {
    let own = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n']);
    if own { next } else { "/account" }
}

/// Tells how long to wait.
pub fn wait(response: HttpResponse, time: TimeDelta) -> HttpResponse {
    let mut response = response;
    response.headers_mut().insert(RETRY_AFTER, seconds(time).into());
    response
}

/// Whole seconds, at least one.
pub fn seconds(time: TimeDelta) -> u64 {
    u64::try_from(time.num_milliseconds()).unwrap_or(0).div_ceil(1000).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(own_address("/demands?q=a"), "/demands?q=a");
        for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example", "", "/a\r\nSet-Cookie: x"] {
            assert_eq!(own_address(elsewhere), "/account", "{elsewhere}");
        }
    }
}
