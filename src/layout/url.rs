//! Query strings: read the present one, change a parameter, print it back.
//!
//! Links of facets, chips, sorting and paging are all "this page with one parameter changed".

use std::borrow::Cow;

/// The decoded parameters of a query string, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    pub fn parse(text: &str) -> Self {
        let pairs = text.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        });
        Query(pairs.collect())
    }

    /// The first value of a parameter that is not blank.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, value)| key == name && !value.trim().is_empty()).map(|(_, value)| value.trim())
    }

    /// Every value of a parameter that is not blank, each once.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let mut values = Vec::new();
        for (_, value) in self.0.iter().filter(|(key, value)| key == name && !value.trim().is_empty()) {
            if !values.contains(&value.trim()) {
                values.push(value.trim());
            }
        }
        values
    }

    /// This query with these values of a parameter.
    pub fn with_all(&self, name: &str, values: &[&str]) -> Query {
        let mut query = self.without(&[name]);
        query.0.extend(values.iter().map(|value| (name.to_owned(), (*value).to_owned())));
        query
    }

    /// This query with a parameter set to one value.
    pub fn with(&self, name: &str, value: &str) -> Query {
        let mut query = self.without(&[name]);
        query.0.push((name.to_owned(), value.to_owned()));
        query
    }

    pub fn without(&self, names: &[&str]) -> Query {
        Query(self.0.iter().filter(|(key, _)| !names.contains(&key.as_str())).cloned().collect())
    }

    /// A link to `path` with this query.
    pub fn link(&self, path: &str) -> String {
        let pairs: Vec<String> = self
            .0
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }
}

/// Addresses whose last part opens something for whoever has it.
const OPENED_BY_SECRET: [&str; 4] = ["/invitations/", "/registrations/", "/password/", "/unsubscribe/"];

/// A path as it may be logged and repeated: a secret in it is left out.
pub fn without_secret(path: &str) -> Cow<'_, str> {
    let decoded = decode(path);
    match OPENED_BY_SECRET.iter().find(|start| decoded.starts_with(*start)) {
        Some(start) => Cow::Owned(format!("{start}…")),
        None => Cow::Borrowed(path),
    }
}

/// Decodes `%XX` and `+`; what is not valid stays as it is, replaced where it is not UTF-8.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while let Some(&byte) = bytes.get(index) {
        let escaped = text
            .get(index + 1..index + 3)
            .filter(|hex| hex.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (byte, escaped) {
            (b'%', Some(value)) => {
                decoded.push(value);
                index += 2;
            }
            (b'+', _) => decoded.push(b' '),
            _ => decoded.push(byte),
        }
        index += 1;
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// Encodes everything but the unreserved characters of RFC 3986.
pub fn encode(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    if text.bytes().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut encoded = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if plain(byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    Cow::Owned(encoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_in_a_path_is_left_out_however_the_path_is_written() {
        assert_eq!(without_secret("/invitations/abc"), "/invitations/…");
        assert_eq!(without_secret("/%69nvitations/abc"), "/invitations/…");
        assert_eq!(without_secret("/password/abc/more"), "/password/…");
        for open in ["/password", "/demands/D-2026-000001", "/api/v1/invitations/acceptance"] {
            assert_eq!(without_secret(open), open);
        }
    }

    #[test]
    fn a_query_survives_a_round_trip() {
        let query = Query::parse("q=%E6%BB%B4%E7%81%8C+%26+co&field=ict.ai&empty=");
        assert_eq!(query.get("q"), Some("滴灌 & co"));
        assert_eq!(query.get("empty"), None);
        assert_eq!(query.link("/demands"), "/demands?q=%E6%BB%B4%E7%81%8C%20%26%20co&field=ict.ai");
    }

    #[test]
    fn broken_escapes_are_kept_not_refused() {
        assert_eq!(Query::parse("q=100%&a=%zz&b=%é").get("q"), Some("100%"));
        assert_eq!(Query::parse("a=%zz").get("a"), Some("%zz"));
        assert_eq!(Query::parse("a=%ff").get("a"), Some("\u{fffd}"));
    }

    #[test]
    fn a_parameter_has_several_values_each_once() {
        let query = Query::parse("field=energy&q=a&field=ocean&field=energy&field=");
        assert_eq!(query.all("field"), ["energy", "ocean"]);
        assert_eq!(query.with_all("field", &["ocean", "ict"]).link("/t"), "/t?q=a&field=ocean&field=ict");
        assert_eq!(query.with_all("field", &[]).link("/t"), "/t?q=a");
    }

    #[test]
    fn setting_a_parameter_replaces_it() {
        let query = Query::parse("field=energy&cursor=x&field=ocean");
        assert_eq!(query.without(&["cursor"]).with("field", "health").link("/t"), "/t?field=health");
    }
}
