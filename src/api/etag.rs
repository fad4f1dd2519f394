//! Versions over HTTP: `ETag`, `If-None-Match` for reading, `If-Match` for writing (RFC 9110, section 13).
//!
//! The tag of a record is `"v3-57"`: version 3, and 57, the change that last touched anything shown with it
//! (translations have no version of their own). Reading compares the whole tag; writing compares the version, so that
//! a new translation does not make an author's change stale.

use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderMap};
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};

use crate::error::{Code, Error, Fault, Problem, Result};

/// The tag of a record.
pub fn tag(version: i32, change_no: i64) -> String {
    format!("\"v{version}-{change_no}\"")
}

/// Which version a change is meant for: `None` for whatever is there (`If-Match: *`).
/// As a handler's argument it insists on the header (428), so that nobody overwrites by accident.
pub struct IfMatch(pub Option<i32>);

impl FromRequest for IfMatch {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(if_match(request.headers()).map(Self))
    }
}

fn if_match(headers: &HeaderMap) -> Result<Option<i32>> {
    let given = joined(headers, header::IF_MATCH);
    if given.is_empty() {
        return Err(Code::PreconditionNeeded.into());
    }
    if given == "*" {
        return Ok(None);
    }
    let version = match tags(&given).as_deref() {
        Some([one]) => version_of(one),
        _ => None,
    };
    version.map(Some).ok_or_else(|| {
        let fault = Fault::header("If-Match", "invalid", format!("{given} is neither * nor one tag such as \"v3-57\""));
        Problem::from(Code::InvalidHeader).with([fault]).into()
    })
}

/// Whether the reader already has what `tag` names: answer 304.
pub fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let given = joined(headers, header::IF_NONE_MATCH);
    given == "*" || tags(&given).is_some_and(|tags| tags.iter().any(|one| one.trim_start_matches("W/") == tag))
}

fn joined(headers: &HeaderMap, name: header::HeaderName) -> String {
    let values: Vec<&str> = headers.get_all(name).filter_map(|value| value.to_str().ok()).collect();
    values.join(",").trim().to_owned()
}

/// The tags of a list; `None` when it is not one.
fn tags(list: &str) -> Option<Vec<String>> {
    let tags: Vec<String> = list.split(',').map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect();
    let quoted = |tag: &String| {
        let bare = tag.trim_start_matches("W/");
        bare.len() >= 2 && bare.starts_with('"') && bare.ends_with('"')
    };
    tags.iter().all(quoted).then_some(tags)
}

/// The version in a strong tag; `"v3"` alone is accepted as well.
fn version_of(tag: &str) -> Option<i32> {
    let inner = tag.strip_prefix("\"v")?.strip_suffix('"')?;
    let version = inner.split_once('-').map_or(inner, |(version, _)| version);
    version.parse().ok().filter(|version| *version > 0)
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    fn headers(name: header::HeaderName, value: &'static str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(name, HeaderValue::from_static(value));
        headers
    }

    fn code(outcome: Result<Option<i32>>) -> Code {
        match outcome {
            Err(Error::Problem(problem)) => problem.code,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_change_says_which_version_it_is_meant_for() {
        assert_eq!(if_match(&headers(header::IF_MATCH, "\"v3-57\"")).unwrap(), Some(3));
        assert_eq!(if_match(&headers(header::IF_MATCH, "\"v3\"")).unwrap(), Some(3));
        assert_eq!(if_match(&headers(header::IF_MATCH, "*")).unwrap(), None);
        assert_eq!(code(if_match(&HeaderMap::new())), Code::PreconditionNeeded);
        for wrong in ["v3", "W/\"v3-57\"", "\"v3-57\", \"v4-58\"", "\"three\"", "\"v0-1\""] {
            assert_eq!(code(if_match(&headers(header::IF_MATCH, wrong))), Code::InvalidHeader, "{wrong}");
        }
    }

    #[test]
    fn a_reader_who_has_the_tag_is_told_so() {
        let tag = tag(3, 57);
        for known in ["\"v3-57\"", "\"v2-4\", \"v3-57\"", "W/\"v3-57\"", "*"] {
            assert!(is_known(&headers(header::IF_NONE_MATCH, known), &tag), "{known}");
        }
        assert!(!is_known(&headers(header::IF_NONE_MATCH, "\"v3-58\""), &tag));
        assert!(!is_known(&HeaderMap::new(), &tag));
    }
}
