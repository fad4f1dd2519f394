//! How an endpoint documents itself: written beside its handler, collected into the OpenAPI document by `openapi`.
//! What holds for every endpoint (request id, error bodies, who may call) is added here, once.

use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::ToSchema;
use utoipa::openapi::path::{OperationBuilder, ParameterBuilder, ParameterIn, ParameterStyle};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{ArrayBuilder, Object, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{
    Content, ContentBuilder, Header, KnownFormat, Ref, RefOr, Required, Response, ResponseBuilder, Schema,
};

use super::query::{Parameter, ParameterKind};
use crate::accounts::Action;
use crate::accounts::permissions::roles_of;
use crate::config::Limits;
use crate::error::{Code, Problem, ProblemBody};

/// Name of the security scheme.
pub const TOKEN: &str = "token";
const JSON: &str = "application/json";
const PROBLEM_JSON: &str = "application/problem+json";

/// A schema under the name it is referred to by.
pub type NamedSchema = (String, RefOr<Schema>);

/// The documentation of one endpoint.
pub struct Doc {
    limits: Limits,
    operation: OperationBuilder,
    description: Vec<String>,
    answers: BTreeMap<u16, ResponseBuilder>,
    problems: Vec<Code>,
    schemas: Vec<NamedSchema>,
    token: Token,
}

/// Whether an operation wants a token.
#[derive(Clone, Copy)]
enum Token {
    Unused,
    Optional,
    Needed,
}

/// What a built [`Doc`] leaves: the operation and the schemas it refers to.
pub struct Documented {
    pub operation: utoipa::openapi::path::Operation,
    pub schemas: Vec<NamedSchema>,
}

impl Doc {
    /// Begins; `limits` bound page sizes.
    pub fn new(limits: &Limits) -> Self {
        Self {
            limits: limits.clone(),
            operation: OperationBuilder::new(),
            description: Vec::new(),
            answers: BTreeMap::new(),
            problems: vec![Code::Internal, Code::Unavailable],
            schemas: Vec::new(),
            token: Token::Unused,
        }
    }

    /// Its name for generated clients, its group and what it does in a few words.
    pub fn name(mut self, id: impl Into<String>, tag: impl Into<String>, summary: impl Into<String>) -> Self {
        self.operation = self.operation.operation_id(Some(id)).tag(tag).summary(Some(summary));
        self
    }

    /// A paragraph of description.
    pub fn about(mut self, paragraph: impl Into<String>) -> Self {
        self.description.push(paragraph.into());
        self
    }

    /// A part of the address.
    pub fn in_path(mut self, name: &str, description: &str, example: &str) -> Self {
        let parameter = ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Path)
            .required(Required::True)
            .description(Some(description))
            .example(Some(Value::from(example)))
            .schema(Some(ObjectBuilder::new().schema_type(Type::String)));
        self.operation = self.operation.parameter(parameter);
        self
    }

    /// The query parameters the handler reads, and the problems of strange ones.
    pub fn in_query(mut self, parameters: &[Parameter]) -> Self {
        for parameter in parameters {
            let mut described = ParameterBuilder::new()
                .name(parameter.name)
                .parameter_in(ParameterIn::Query)
                .required(Required::False)
                .description(Some(parameter.description))
                .schema(Some(self.parameter_schema(parameter.kind)));
            if matches!(parameter.kind, ParameterKind::List | ParameterKind::SomeOf(_)) {
                described = described.style(Some(ParameterStyle::Form)).explode(Some(false));
            }
            if !parameter.example.is_empty() {
                described = described.example(Some(example_of(parameter)));
            }
            self.operation = self.operation.parameter(described);
        }
        self.problems(&[Code::UnknownParameter, Code::InvalidParameter])
    }

    fn parameter_schema(&self, kind: ParameterKind) -> RefOr<Schema> {
        let text = || ObjectBuilder::new().schema_type(Type::String);
        match kind {
            ParameterKind::Text => text().into(),
            ParameterKind::List => ArrayBuilder::new().items(text()).into(),
            ParameterKind::OneOf(values) => text().enum_values(Some(values.iter().copied())).into(),
            ParameterKind::SomeOf(values) => {
                ArrayBuilder::new().items(text().enum_values(Some(values.iter().copied()))).into()
            }
            ParameterKind::Id => text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))).into(),
            ParameterKind::PageSize => {
                let most = i64::try_from(self.limits.page_size_max).unwrap_or(i64::MAX);
                ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1)).maximum(Some(most)).into()
            }
        }
    }

    /// A request header.
    pub fn in_header(mut self, name: &str, required: bool, description: &str, example: &str) -> Self {
        let parameter = ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Header)
            .required(if required { Required::True } else { Required::False })
            .description(Some(description))
            .example(Some(Value::from(example)))
            .schema(Some(ObjectBuilder::new().schema_type(Type::String)));
        self.operation = self.operation.parameter(parameter);
        self
    }

    /// The request body, with an example that a test posts.
    pub fn takes<T: ToSchema>(mut self, media_type: &str, example: Value) -> Self {
        let schema = self.refer::<T>();
        let content = ContentBuilder::new().schema(Some(schema)).example(Some(example)).build();
        let body = RequestBodyBuilder::new().required(Some(Required::True)).content(media_type, content).build();
        self.operation = self.operation.request_body(Some(body));
        self.problems(&[Code::MalformedJson, Code::InvalidFields, Code::PayloadTooLarge, Code::UnsupportedMedia])
    }

    /// An answer with a JSON body.
    pub fn answers<T: ToSchema>(mut self, status: u16, description: &str, example: Value) -> Self {
        let schema = self.refer::<T>();
        self.add(status, description, Some((JSON, content(schema, example))))
    }

    /// An answer with a JSON body whose schema is written by hand.
    pub fn answers_with(self, status: u16, description: &str, schema: RefOr<Schema>, example: Value) -> Self {
        self.add(status, description, Some((JSON, content(schema, example))))
    }

    /// An answer in another format.
    pub fn answers_text(self, status: u16, media_type: &str, description: &str) -> Self {
        let schema = ObjectBuilder::new().schema_type(Type::String).build();
        self.add(status, description, Some((media_type, ContentBuilder::new().schema(Some(schema)).build())))
    }

    /// A file of whatever kind it is.
    pub fn answers_file(self, status: u16, description: &str) -> Self {
        let schema =
            ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)));
        let content = content(schema.build().into(), Value::from("%PDF-1.7 …"));
        self.add(status, description, Some(("application/octet-stream", content)))
    }

    /// An answer without body.
    pub fn answers_empty(self, status: u16, description: &str) -> Self {
        self.add(status, description, None)
    }

    fn add(mut self, status: u16, description: &str, content: Option<(&str, Content)>) -> Self {
        let mut response = ResponseBuilder::new().description(description);
        if let Some((media_type, content)) = content {
            response = response.content(media_type, content);
        }
        self.answers.insert(status, with_request_id(response));
        self
    }

    /// A header of an answer that was added before.
    pub fn header(mut self, status: u16, name: &str, description: &str) -> Self {
        if let Some(response) = self.answers.remove(&status) {
            self.answers.insert(status, response.header(name, text_header(description)));
        }
        self
    }

    /// Problems this endpoint can answer.
    pub fn problems(mut self, codes: &[Code]) -> Self {
        self.problems.extend(codes);
        self
    }

    /// Only those to whom the table of permissions gives `action` may call it.
    pub fn needs(mut self, action: Action) -> Self {
        let roles: Vec<&str> = roles_of(action).iter().map(|role| role.as_str()).collect();
        self.description.push(format!("Needs a token of one of these roles: {}.", roles.join(", ")));
        self.token = Token::Needed;
        self.problems(&[Code::Unauthenticated, Code::InvalidToken, Code::Forbidden])
    }

    /// Whoever has an account may call it, about that account.
    pub fn signed_in(mut self) -> Self {
        self.description.push("Needs a token of any role, or a session.".to_owned());
        self.token = Token::Needed;
        self.problems(&[Code::Unauthenticated, Code::InvalidToken, Code::Forbidden])
    }

    /// Anybody may call it; a token shows more.
    pub fn open(mut self) -> Self {
        self.token = Token::Optional;
        self.problems(&[Code::InvalidToken])
    }

    /// Makes a type known and answers the reference to it.
    pub fn refer<T: ToSchema>(&mut self) -> RefOr<Schema> {
        self.schemas.push((T::name().into_owned(), T::schema()));
        T::schemas(&mut self.schemas);
        RefOr::Ref(Ref::from_schema_name(T::name()))
    }

    /// Done.
    pub fn build(mut self) -> Documented {
        self.refer::<ProblemBody>();
        let mut by_status: BTreeMap<u16, Vec<Code>> = BTreeMap::new();
        for code in self.problems {
            let same = by_status.entry(code.status().as_u16()).or_default();
            if !same.contains(&code) {
                same.push(code);
            }
        }
        let mut operation = self.operation;
        let described: Vec<u16> = self.answers.keys().copied().collect();
        for (status, response) in self.answers {
            operation = operation.response(status.to_string(), response);
        }
        for (status, codes) in by_status {
            if described.contains(&status) {
                continue;
            }
            operation = operation.response(status.to_string(), problem_response(&codes));
        }
        if !self.description.is_empty() {
            operation = operation.description(Some(self.description.join("\n\n")));
        }
        let anybody = SecurityRequirement::default();
        let with_token = SecurityRequirement::new::<_, [&str; 0], &str>(TOKEN, []);
        operation = operation.securities(Some(match self.token {
            Token::Unused => Vec::new(),
            Token::Optional => vec![anybody, with_token],
            Token::Needed => vec![with_token],
        }));
        Documented { operation: operation.build(), schemas: self.schemas }
    }
}

fn content(schema: RefOr<Schema>, example: Value) -> Content {
    ContentBuilder::new().schema(Some(schema)).example(Some(example)).build()
}

fn text_header(description: &str) -> Header {
    let mut header = Header::new(ObjectBuilder::new().schema_type(Type::String).build());
    header.description = Some(description.to_owned());
    header
}

fn with_request_id(response: ResponseBuilder) -> ResponseBuilder {
    response.header("X-Request-Id", text_header("The request, as in the log"))
}

fn problem_response(codes: &[Code]) -> Response {
    let description: Vec<String> =
        codes.iter().map(|code| format!("`{}`: {}", code.as_str(), code.meaning())).collect();
    let examples = codes.iter().map(|code| {
        let body = Problem::from(*code).body("http://127.0.0.1:8080", "019a0000-0000-7000-8000-000000000000");
        let example = utoipa::openapi::example::ExampleBuilder::new()
            .summary(code.title())
            .value(serde_json::to_value(body).ok())
            .build();
        (code.as_str(), example)
    });
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name(ProblemBody::name())))
        .examples_from_iter(examples)
        .build();
    let mut response = ResponseBuilder::new().description(description.join("\n\n")).content(PROBLEM_JSON, content);
    let extra = match codes.first().map(|code| code.status().as_u16()) {
        Some(401 | 403) => Some(("WWW-Authenticate", "How to authenticate")),
        Some(405) => Some(("Allow", "The methods the address has")),
        Some(429 | 503) => Some(("Retry-After", "Seconds to wait before repeating")),
        _ => None,
    };
    if let Some((name, description)) = extra {
        response = response.header(name, text_header(description));
    }
    with_request_id(response).build()
}

fn example_of(parameter: &Parameter) -> Value {
    match parameter.kind {
        ParameterKind::List | ParameterKind::SomeOf(_) => parameter.example.split(',').collect(),
        ParameterKind::PageSize => parameter.example.parse::<u64>().map_or(Value::Null, Value::from),
        _ => Value::from(parameter.example),
    }
}

/// An object with these properties, all of them there.
pub fn object(properties: impl IntoIterator<Item = (&'static str, RefOr<Schema>)>) -> Object {
    let object = ObjectBuilder::new().schema_type(Type::Object);
    properties.into_iter().fold(object, |object, (name, schema)| object.property(name, schema).required(name)).build()
}
