//! Whether a token is the provider's, for this service, of now and of this very sign-in (OpenID Connect Core 3.1.3.7).
//! RS256 and ES256 alone, each only with a key of its kind, so that no token chooses how it is verified.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use ring::signature::{ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::OidcError;

/// How far the provider's clock may be from ours.
const LEEWAY_SECONDS: i64 = 60;
const LONGEST_SUBJECT: usize = 255;

/// A key of the provider (RFC 7517), as far as it is used here.
#[derive(Debug, Clone, Deserialize)]
pub struct Key {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    usage: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

/// What a token has to be about.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    pub issuer: &'a str,
    pub client_id: &'a str,
    pub nonce: &'a str,
}

/// Whom the provider vouches for, and how they showed who they are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vouched {
    pub subject: String,
    pub methods: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    crit: Option<serde_json::Value>,
}

#[derive(Debug, Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    azp: Option<String>,
    exp: i64,
    nbf: Option<i64>,
    iat: i64,
    nonce: Option<String>,
    #[serde(default)]
    amr: Vec<String>,
    acr: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

/// Reads a token and believes it, or says what is wrong with it.
pub fn verify(token: &str, keys: &[Key], expected: Expected<'_>, now: DateTime<Utc>) -> Result<Vouched, OidcError> {
    let fault = OidcError::Token;
    let (signed, signature) = token.rsplit_once('.').ok_or(fault("it has not three parts"))?;
    let (header, claims) = signed.split_once('.').ok_or(fault("it has not three parts"))?;
    let header: Header = part(header).ok_or(fault("its header cannot be read"))?;
    if header.crit.is_some() {
        return Err(fault("it demands what is not understood here"));
    }
    let signature = decoded(signature).ok_or(fault("its signature cannot be read"))?;
    let mut fitting = keys.iter().filter(|key| key.fits(&header));
    if !fitting.any(|key| key.has_signed(signed.as_bytes(), &signature)) {
        return Err(fault("no key of the provider has signed it"));
    }
    let claims: Claims = part(claims).ok_or(fault("its claims cannot be read"))?;
    let (now, late) = (now.timestamp(), LEEWAY_SECONDS);
    let audience = match &claims.aud {
        Audience::One(one) => std::slice::from_ref(one),
        Audience::Many(many) => many,
    };
    let only_audience = audience.len() == 1;
    let checks = [
        (claims.iss == expected.issuer, "another issuer made it"),
        (audience.iter().any(|one| one == expected.client_id), "it is for somebody else"),
        (
            claims.azp.as_deref().map_or(only_audience, |party| party == expected.client_id),
            "it was given to somebody else",
        ),
        (claims.exp.saturating_add(late) > now, "it has expired"),
        (claims.iat.saturating_sub(late) <= now, "it was made in the future"),
        (claims.nbf.is_none_or(|from| from.saturating_sub(late) <= now), "it does not hold yet"),
        (claims.nonce.as_deref() == Some(expected.nonce), "it is of another sign-in"),
        (!claims.sub.is_empty() && claims.sub.len() <= LONGEST_SUBJECT, "it names nobody"),
    ];
    if let Some((_, what)) = checks.into_iter().find(|(holds, _)| !holds) {
        return Err(fault(what));
    }
    Ok(Vouched { subject: claims.sub, methods: claims.amr.into_iter().chain(claims.acr).collect() })
}

impl Key {
    fn fits(&self, header: &Header) -> bool {
        let kind = match header.alg.as_str() {
            "RS256" => self.kty == "RSA",
            "ES256" => self.kty == "EC" && self.crv.as_deref() == Some("P-256"),
            _ => false,
        };
        let named = header.kid.is_none() || self.kid == header.kid;
        let meant = self.alg.as_ref().is_none_or(|alg| *alg == header.alg);
        kind && named && meant && self.usage.as_deref().is_none_or(|usage| usage == "sig")
    }

    fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        let number = |text: &Option<String>| text.as_deref().and_then(decoded);
        if self.kty == "RSA" {
            let (Some(n), Some(e)) = (number(&self.n), number(&self.e)) else { return false };
            let key = RsaPublicKeyComponents { n, e };
            return key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature).is_ok();
        }
        let (Some(x), Some(y)) = (number(&self.x), number(&self.y)) else { return false };
        let point = [&[4], x.as_slice(), &y].concat();
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(message, signature).is_ok()
    }
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

fn part<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_slice(&decoded(text)?).ok()
}

#[cfg(test)]
mod tests {
    use ring::rand::SystemRandom;
    use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
    use serde_json::{Value, json};

    use super::*;

    const EXPECTED: Expected<'_> = Expected { issuer: "https://id.example", client_id: "siku", nonce: "n" };

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_764_072_000, 0).unwrap()
    }

    /// A key of the provider, and what signs with it.
    fn key() -> (Key, impl Fn(&Value, &Value) -> String) {
        let random = SystemRandom::new();
        let pair = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pair.as_ref(), &random).unwrap();
        let point = pair.public_key().as_ref().to_vec();
        let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let key = json!({"kty": "EC", "crv": "P-256", "kid": "1", "x": text(&point[1..33]), "y": text(&point[33..])});
        let sign = move |header: &Value, claims: &Value| {
            let signed = format!("{}.{}", text(header.to_string().as_bytes()), text(claims.to_string().as_bytes()));
            let signature = pair.sign(&random, signed.as_bytes()).unwrap();
            format!("{signed}.{}", text(signature.as_ref()))
        };
        (serde_json::from_value(key).unwrap(), sign)
    }

    fn claims() -> Value {
        let now = now().timestamp();
        json!({"iss": "https://id.example", "sub": "fang", "aud": "siku", "exp": now + 300, "iat": now, "nonce": "n",
            "amr": ["pwd", "otp"], "acr": "2"})
    }

    #[test]
    fn a_token_of_the_provider_for_us_of_now_and_of_this_sign_in_is_believed() {
        let (key, sign) = key();
        let token = sign(&json!({"alg": "ES256", "kid": "1"}), &claims());
        let vouched = verify(&token, &[key], EXPECTED, now()).unwrap();
        assert_eq!((vouched.subject.as_str(), vouched.methods), ("fang", vec!["pwd".into(), "otp".into(), "2".into()]));
    }

    #[test]
    fn whatever_is_wrong_with_a_token_is_named() {
        let (key, sign) = key();
        let now_s = now().timestamp();
        let wrong = [
            ("iss", json!("https://evil.example"), "another issuer made it"),
            ("aud", json!("other"), "it is for somebody else"),
            ("aud", json!(["siku", "other"]), "it was given to somebody else"),
            ("azp", json!("other"), "it was given to somebody else"),
            ("exp", json!(now_s - 61), "it has expired"),
            ("exp", json!("9999999999"), "its claims cannot be read"),
            ("nbf", json!("0"), "its claims cannot be read"),
            ("iat", json!(now_s + 61), "it was made in the future"),
            ("nbf", json!(now_s + 61), "it does not hold yet"),
            ("nonce", json!("m"), "it is of another sign-in"),
            ("nonce", Value::Null, "it is of another sign-in"),
            ("sub", json!(""), "it names nobody"),
        ];
        for (name, value, what) in wrong {
            let mut claims = claims();
            claims[name] = value;
            let token = sign(&json!({"alg": "ES256", "kid": "1"}), &claims);
            let error = verify(&token, std::slice::from_ref(&key), EXPECTED, now()).unwrap_err();
            assert!(matches!(error, OidcError::Token(said) if said == what), "{name}: {error}");
        }
    }

    #[test]
    fn no_token_chooses_how_it_is_verified() {
        let (ours, sign) = key();
        let (theirs, _) = key();
        let good = sign(&json!({"alg": "ES256"}), &claims());
        assert!(verify(&good, std::slice::from_ref(&theirs), EXPECTED, now()).is_err(), "another's key");
        assert!(verify(&good, &[theirs, ours.clone()], EXPECTED, now()).is_ok(), "one of several keys");
        for header in [
            json!({"alg": "none"}),
            json!({"alg": "HS256"}),
            json!({"alg": "RS256"}),
            json!({"alg": "ES256", "kid": "2"}),
            json!({"alg": "ES256", "crit": ["b64"]}),
        ] {
            let token = sign(&header, &claims());
            assert!(verify(&token, std::slice::from_ref(&ours), EXPECTED, now()).is_err(), "{header}");
        }
        let (signed, _) = good.rsplit_once('.').unwrap();
        for token in [format!("{signed}."), signed.to_owned(), String::new(), format!("{good}.x")] {
            assert!(verify(&token, std::slice::from_ref(&ours), EXPECTED, now()).is_err(), "{token}");
        }
        let encrypting = Key { usage: Some("enc".to_owned()), ..ours };
        assert!(verify(&good, &[encrypting], EXPECTED, now()).is_err());
    }
}
