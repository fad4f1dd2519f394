//! Reads request bodies: JSON with the place named where it is wrong, merge patches, and the hash that idempotency
//! compares. Knows no records.

use actix_web::dev::Payload;
use actix_web::http::header::{CONTENT_TYPE, HeaderMap};
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, web};
use anyhow::Context;
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::accounts::extract::refused_or;
use crate::app::App;
use crate::error::{Code, Error, Fault, Problem, Result};
use crate::library::files::input::Format;
use crate::library::parse::parse_readable;
use crate::library::store::StoreError;
use crate::library::taxonomy::vocabulary;
use crate::library::validate::{FieldCode, FieldError};
use crate::library::{Head, Library, Status};

const JSON: &str = "application/json";
const MERGE_PATCH: &str = "application/merge-patch+json";

/// A JSON body of type `T`.
pub struct Json<T> {
    pub value: T,
    /// SHA-256 of the bytes received.
    pub hash: [u8; 32],
}

/// A JSON Merge Patch (RFC 7396), not yet applied.
pub struct MergePatch(pub serde_json::Map<String, serde_json::Value>);

/// The body of a record of library `L`. What only the service sets (`id`, `version`…) may be there, as it is in what
/// `GET` answers, and is ignored; a `status` has to be the one there is ([`RecordBody::refuse_other_status`]).
pub struct RecordBody<L: Library> {
    pub body: L::Body,
    /// SHA-256 of the bytes received.
    pub hash: [u8; 32],
    status: Option<serde_json::Value>,
}

impl<L: Library> RecordBody<L> {
    /// Refuses a status that the request does not lead to: nobody is to believe that the body has set it.
    pub fn refuse_other_status(&self, status: Status, instead: &str) -> Result<()> {
        match &self.status {
            Some(sent) if *sent != status.as_str() => {
                let detail = format!("is {status} after this, whatever the body says; {instead}");
                Err(one_fault("/status", "invalid", detail))
            }
            _ => Ok(()),
        }
    }
}

/// A file of records, in memory.
pub struct FileBody {
    pub format: Format,
    pub bytes: Bytes,
    /// SHA-256 of the bytes received.
    pub hash: [u8; 32],
}

/// The media types of files of records.
pub const FILES: [(&str, Format); 3] = [
    ("application/x-ndjson", Format::JsonLines),
    ("text/csv", Format::Csv),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Format::Xlsx),
];

impl FromRequest for FileBody {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let media_type = check_type(request.headers(), &FILES.map(|(media_type, _)| media_type));
        let bytes = Bytes::from_request(request, payload);
        guarded(request, async move {
            let media_type = media_type?;
            let known = FILES.into_iter().find(|(known, _)| *known == media_type);
            let (_, format) = known.ok_or(Code::UnsupportedMedia)?;
            let bytes = received(bytes.await)?;
            let hash = Sha256::digest(&bytes).into();
            Ok(Self { format, bytes, hash })
        })
    }
}

impl<L: Library> FromRequest for RecordBody<L> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let columns = Json::<serde_json::Map<_, _>>::from_request(request, payload);
        let app = request.app_data::<web::Data<App>>().cloned();
        guarded(request, async move {
            let Json { value: mut columns, hash } = columns.await?;
            let status = columns.get("status").filter(|status| !status.is_null()).cloned();
            columns.retain(|name, _| !Head::COLUMNS.contains(&name.as_str()));
            let (body, unread) = parse_readable::<L>(serde_json::Value::Object(columns));
            if unread.is_empty() {
                return Ok(Self { body, hash, status });
            }
            let app = app.context("records are not configured")?;
            Err(StoreError::Invalid(everything_wrong::<L>(&app, body, unread).await?).into())
        })
    }
}

/// Everything that is wrong with a body of which some values cannot be read. Whether something may be missing follows
/// from what becomes of the record, and is asked later.
async fn everything_wrong<L: Library>(
    app: &App,
    mut body: L::Body,
    unread: Vec<FieldError>,
) -> Result<Vec<FieldError>> {
    let vocabulary = vocabulary(&*app.db).await?;
    L::normalise(&mut body, &vocabulary);
    let mut more = L::validate(&body, &vocabulary);
    more.retain(|error| error.code != FieldCode::Required);
    more.retain(|error| !unread.iter().any(|known| error.follows_from(&known.pointer)));
    Ok(unread.into_iter().chain(more).collect())
}

impl<T: DeserializeOwned + 'static> FromRequest for Json<T> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let checked = check_type(request.headers(), &[JSON]);
        let bytes = Bytes::from_request(request, payload);
        guarded(request, async move {
            checked?;
            let bytes = received(bytes.await)?;
            let value = parse(&bytes)?;
            Ok(Self { value, hash: Sha256::digest(&bytes).into() })
        })
    }
}

impl FromRequest for MergePatch {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let checked = check_type(request.headers(), &[MERGE_PATCH, JSON]);
        let bytes = Bytes::from_request(request, payload);
        guarded(request, async move {
            checked?;
            Ok(Self(parse(&received(bytes.await)?)?))
        })
    }
}

/// Reads a body; what is wrong with it learns only who may send one.
fn guarded<T: 'static>(
    request: &HttpRequest,
    read: impl Future<Output = Result<T>> + 'static,
) -> LocalBoxFuture<'static, Result<T>> {
    let request = request.clone();
    Box::pin(async move {
        match read.await {
            Ok(value) => Ok(value),
            Err(error) => Err(refused_or(&request, error).await),
        }
    })
}

/// Too large is 413; a body that breaks off is 400.
fn received(bytes: Result<Bytes, actix_web::Error>) -> Result<Bytes> {
    bytes.map_err(|error| {
        let code = Code::of_status(error.as_response_error().status_code());
        match code {
            Code::PayloadTooLarge => code.into(),
            _ => Problem::new(Code::MalformedRequest, "the body could not be received completely").into(),
        }
    })
}

/// The media type of the body, which has to be one of these.
fn check_type(headers: &HeaderMap, accepted: &[&str]) -> Result<String> {
    let wanted = || format!("send Content-Type: {}", accepted.join(" or "));
    let Some(given) = headers.get(CONTENT_TYPE) else {
        return Err(Problem::new(Code::UnsupportedMedia, wanted()).into());
    };
    let essence = given.to_str().unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if accepted.contains(&essence.as_str()) {
        return Ok(essence);
    }
    Err(Problem::new(Code::UnsupportedMedia, format!("{essence} is not read here; {}", wanted())).into())
}

/// Parses a JSON object; what is not JSON is named by line and column, what does not fit `T` by JSON Pointer.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    // serde reads a struct from an array too; the interface does not.
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|first| *first != b'{') {
        serde_json::from_slice::<serde::de::IgnoredAny>(bytes).map_err(|error| fault(error, String::new()))?;
        return Err(one_fault("", "wrong_type", "the body must be an object".to_owned()));
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let place = pointer(error.path());
        fault(error.into_inner(), place)
    })?;
    reader.end().map_err(|error| fault(error, String::new()))?;
    Ok(value)
}

/// Reads a JSON value that was parsed before into `T`.
pub fn convert<T: DeserializeOwned>(value: serde_json::Value) -> Result<T> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let place = pointer(error.path());
        fault(error.into_inner(), place)
    })
}

fn fault(error: serde_json::Error, pointer: String) -> Error {
    let (line, column) = (error.line(), error.column());
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or(&message).to_owned();
    if !error.is_data() {
        return Problem::new(Code::MalformedJson, format!("{what} at line {line}, column {column}")).into();
    }
    let code = if what.starts_with("unknown field") {
        "unknown_field"
    } else if what.starts_with("missing field") {
        "required"
    } else if what.starts_with("invalid type") {
        "wrong_type"
    } else if what.contains("is not one of") {
        "unknown_code"
    } else {
        "invalid"
    };
    let detail = if line == 0 { what } else { format!("{what} (line {line}, column {column})") };
    one_fault(&pointer, code, detail)
}

fn one_fault(pointer: &str, code: &str, detail: String) -> Error {
    Problem::from(Code::InvalidFields).with([Fault::field(pointer, code, detail)]).into()
}

/// JSON Pointer (RFC 6901) of where a reader stopped.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { variant } => format!("/{variant}"),
            Segment::Unknown => String::new(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, Deserialize)]
    #[serde(default, deny_unknown_fields)]
    struct Sample {
        title: String,
        parts: Vec<Part>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Part {
        #[expect(dead_code, reason = "only its shape matters")]
        text: String,
    }

    fn problem(json: &str) -> Problem {
        match parse::<Sample>(json.as_bytes()) {
            Err(Error::Problem(problem)) => *problem,
            other => panic!("{other:?}"),
        }
    }

    fn place(json: &str) -> (String, String) {
        let problem = problem(json);
        assert_eq!(problem.code, Code::InvalidFields);
        (problem.faults[0].pointer.clone().unwrap(), problem.faults[0].code.clone())
    }

    #[test]
    fn text_that_is_not_json_is_named_by_line_and_column() {
        let problem = problem("{\n \"title\": nope}");
        assert_eq!(problem.code, Code::MalformedJson);
        assert_eq!(problem.detail.as_deref(), Some("expected ident at line 2, column 12"));
        assert_eq!(self::problem("{} {}").code, Code::MalformedJson);
        assert_eq!(self::problem("").code, Code::MalformedJson);
    }

    #[test]
    fn a_wrong_value_is_named_by_its_pointer() {
        assert_eq!(place(r#"{"title": 5}"#), ("/title".into(), "wrong_type".into()));
        assert_eq!(place(r#"{"parts": [{"text": "a"}, {"text": []}]}"#), ("/parts/1/text".into(), "wrong_type".into()));
        assert_eq!(place(r#"{"titel": "x"}"#), ("/titel".into(), "unknown_field".into()));
        assert_eq!(place(r#"{"parts": [{}]}"#), ("/parts/0".into(), "required".into()));
        assert_eq!(place("[]"), ("".into(), "wrong_type".into()));
    }
}
