//! What a program's token may be used for. Scopes narrow what the account may do, they never widen it.
//!
//! Which scope a request needs follows from its method and address alone, here, so no handler can forget it.

use actix_web::http::Method;
use serde_json::Value;

use crate::library::closed_set::closed_set;

closed_set! {
    /// A part of the interface that a token opens.
    pub enum TokenScope {
        #[default]
        Read = "read" [],
        Write = "write" [],
        Match = "match" [],
        Admin = "admin" [],
    }
}

/// Addresses about accounts: people, organisations, tokens, sessions.
const ACCOUNTS: [&str; 6] = [
    "/api/v1/me",
    "/api/v1/organisations",
    "/api/v1/invitations",
    "/api/v1/people",
    "/api/v1/registrations",
    "/api/v1/password-resets",
];
/// Addresses about how the service itself works, and whom it tells.
const SERVICE: [&str; 3] = ["/api/v1/weights", "/api/v1/webhooks", "/api/v1/jobs"];
/// Addresses about matches: computing and deciding.
const MATCHES: [&str; 3] = ["/api/v1/match", "/api/v1/matches", "/api/v1/queue"];

impl TokenScope {
    /// What a request to `path` needs.
    pub fn of(method: &Method, path: &str) -> Self {
        if method.is_safe() {
            return Self::Read;
        }
        let below = |prefixes: &[&str]| {
            prefixes
                .iter()
                .any(|prefix| path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
        };
        if below(&ACCOUNTS) || below(&SERVICE) {
            Self::Admin
        } else if below(&MATCHES) {
            Self::Match
        } else {
            Self::Write
        }
    }

    /// The scopes of a stored token; what is not a scope opens nothing.
    pub fn read_all(stored: &Value) -> Vec<Self> {
        let names = stored.as_array().map(Vec::as_slice).unwrap_or_default();
        names.iter().filter_map(Value::as_str).filter_map(|name| name.parse().ok()).collect()
    }

    /// As they are stored.
    pub fn write_all(scopes: &[Self]) -> Value {
        scopes.iter().map(|scope| scope.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scope_follows_from_method_and_address() {
        let cases = [
            (Method::GET, "/api/v1/me/tokens", TokenScope::Read),
            (Method::POST, "/api/v1/me/tokens", TokenScope::Admin),
            (Method::DELETE, "/api/v1/me/sessions/1", TokenScope::Admin),
            (Method::POST, "/api/v1/people/1/departure", TokenScope::Admin),
            (Method::POST, "/api/v1/registrations", TokenScope::Admin),
            (Method::POST, "/api/v1/weights/3/adoption", TokenScope::Admin),
            (Method::POST, "/api/v1/match", TokenScope::Match),
            (Method::POST, "/api/v1/matches/1/decision", TokenScope::Match),
            (Method::POST, "/api/v1/demands", TokenScope::Write),
            (Method::POST, "/api/v1/messages", TokenScope::Write),
        ];
        for (method, path, scope) in cases {
            assert_eq!(TokenScope::of(&method, path), scope, "{method} {path}");
        }
    }

    #[test]
    fn scopes_are_stored_and_read_back() {
        assert_eq!(TokenScope::read_all(&TokenScope::write_all(TokenScope::ALL)), TokenScope::ALL);
        assert_eq!(TokenScope::read_all(&serde_json::json!(["all", 5])), []);
    }
}
