//! A provider of OpenID Connect on a free port of this machine: describes itself, signs tokens with RS256, takes each
//! code once and only with what belongs to it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chrono::Utc;
use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_SHA256, RsaKeyPair, RsaPublicKeyComponents};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use siku::layout::url::Query;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A key for tests, PKCS #8; it opens nothing.
const KEY: [&str; 15] = [
    "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCyx4PErljxTAxrnFnwFMAnkpShfEcjmzo2gZcvDHmuWX8bmS5qn5aIgnT2sV",
    "80vkZekN3quJhblVXPw+NvsWnH3GYNW+m2tjbB8akEzDrUFRdtvdulV2MROkKhvbd/JKnrq3htlFcAInWcIK+InTJAzFOkY61wGwOV5bcA+hig",
    "YJjXg/+sprmk7xk7dz8StyocJWpAXnPAbLC93CqKyeXmUMyBerdKNSkRr76MIFlZ5X4OS4u+dCWKL+KuZi3KtLOHiOWe1l+TZnKd2NvOFQ1Jl8",
    "sYsCPztuBSddJUuvt2m4Zcp5fj0YHQ+Xgh2drbQdQgzOKpGwlT/BCdxfC6POJ3AgMBAAECggEAEkNtg58n+OaC8k9TpMIJ60D/LAwNHGcUKFNO",
    "xYCpwZTk9kXMxxmsgB+LoVP3XOT/PVPhR8Q51ElKLeJeDp/6JW+vgTfdhUvSBjgQwyu16sqIzS4zDQ4DUdQ40FsYLsXpEek/cTpRNPNQPnXcWM",
    "FuS85T0RxZsHUiBaMk8dWaxG9N9x8euZL+aCwDPClSDbt6vdvgH6Wdw0xrh3nSEeOTwZeVBz/BsMBHvuMCw1QxCXvpvqqPcpCy1qxBLMM9smb9",
    "NLQn85zxSUGfjIJU36WG7QTjUqoZpFIQSDVuuWl3PavRtkA0P+Lcbieeh2MGoZlJQJuRmRizzUUwg4dYhLkJcQKBgQDnA2vgbvAL5eZNrsRE6b",
    "NLlo8is6N0sTetFx8MmjBuCoeA2d3aplOONXDklh4DQocWWBGSyLOW68G7BNnotlJOzwM8twwbeK7Qqbp9oxGfVLjk0fj9lx67P5CM2cAiEdnn",
    "ggd4ZzzoZ0xqlsuCj3j0nwvH41Dw2HzCLMK7xd5arwKBgQDGHcZMt5ZUm7mgwVS2q0UVkiTAx+TP/ggNtjYn7lGYZGVbdAnhGDNqBlDps6s3oN",
    "9o4AIkM6cwsYHaYjgXcA03HX5U1Hv1oihw0DfbjLHiou9UHIX2+CfbQ9m562QNxhGFsOld7M2jM3QNiv8gLYD0PFJmMJNEV4Qh8ZxO1rbGuQKB",
    "gQDTuK8F4qbeQLXyPFplTkqk3DgS9dC5AjKk0KwEQMxiDgRic0qBOi8aBqCQ34RiOHbWY6C3hnoRt8C2RpvwTCjjUZcF7j2Kb/DIDMZ+nxVnkZ",
    "5jGI263OWtd3Rjoq4Ui4fKRcHS98s6tHG0vr+FyThx+dIyQIPOOJse2yceMRq4wQKBgEHitwbeayU6ILKgeO7C6Jey4XwnPiYZok4FEd+XtxUK",
    "FlcisQJlzPtunEwMT12Rp5q2HKAzeV+NONUKowLQZeS1b0UA4TSgN/jElj7yfFoVu6fqUHcAsiiOWQMmkECwZTVjz0hIL18eBnNWjWADIgaXZQ",
    "PNFby9qhirxELHz0MpAoGAVqcEWQLgnBq44cEqyyLfW0vjow0hvfoBLhHmhWpAy/MjY6dDkWpkST/Svhg/3II75MMoZ7YM6XsyEzMRD8awdl/S",
    "2D2CHUVPSA8Y/oOFYdRtbm1nfDslaLYWCoUMfks3WaF/9pk+f1Wni8FmlEN+byJ0rLtqk9nGcPBqrOTsWLQ=",
];
pub const CLIENT: &str = "siku";
pub const SECRET: &str = "s3cret & more";

/// What a code stands for.
#[derive(Clone)]
struct Given {
    claims: Value,
    challenge: String,
    back: String,
    header: Value,
}

/// The provider; it ends with the test.
pub struct Provider {
    pub url: String,
    codes: Arc<Mutex<HashMap<String, Given>>>,
    serving: JoinHandle<()>,
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Provider {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let codes = Arc::new(Mutex::new(HashMap::new()));
        let (known, base) = (Arc::clone(&codes), url.clone());
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                serve(stream, &base, &known).await;
            }
        });
        Self { url, codes, serving }
    }

    /// Somebody who was sent here signs in as `subject`; answers the code and the state they go back with. `change`
    /// spoils the claims.
    pub fn sign_in(&self, sent: &str, subject: &str, change: impl FnOnce(&mut Value)) -> (String, String) {
        let query = Query::parse(sent.strip_prefix(&format!("{}/authorize?", self.url)).expect("sent elsewhere"));
        let get = |name: &str| query.get(name).unwrap_or_else(|| panic!("{name} is missing: {sent}")).to_owned();
        assert_eq!(
            (get("response_type"), get("scope"), get("client_id")),
            ("code".into(), "openid".into(), CLIENT.into())
        );
        assert_eq!(get("code_challenge_method"), "S256");
        let now = Utc::now().timestamp();
        let mut claims = json!({"iss": self.url, "sub": subject, "aud": CLIENT, "exp": now + 300, "iat": now,
            "nonce": get("nonce"), "email": "chief@example.org", "email_verified": true});
        change(&mut claims);
        let header = claims.as_object_mut().unwrap().remove("header").unwrap_or(json!({"alg": "RS256", "kid": "1"}));
        let given = Given { claims, challenge: get("code_challenge"), back: get("redirect_uri"), header };
        let mut codes = self.codes.lock().unwrap();
        let code = format!("code-{}", codes.len());
        codes.insert(code.clone(), given);
        (code, get("state"))
    }
}

async fn serve(mut stream: TcpStream, base: &str, codes: &Mutex<HashMap<String, Given>>) {
    let mut bytes = Vec::new();
    let (head, body) = loop {
        let mut portion = [0; 4_096];
        let read = stream.read(&mut portion).await.unwrap();
        assert!(read > 0, "the request ends in the middle");
        bytes.extend_from_slice(&portion[..read]);
        let text = String::from_utf8(bytes.clone()).unwrap();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.to_lowercase().lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
        if body.len() >= length.unwrap_or(0) {
            break (head.to_owned(), body.to_owned());
        }
    };
    let (status, answer) = answer(&head, &body, base, codes);
    let answer = answer.to_string();
    let length = answer.len();
    let text = format!("HTTP/1.1 {status} x\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{answer}");
    stream.write_all(text.as_bytes()).await.unwrap();
}

fn answer(head: &str, body: &str, base: &str, codes: &Mutex<HashMap<String, Given>>) -> (u16, Value) {
    let key = RsaKeyPair::from_pkcs8(&STANDARD.decode(KEY.concat()).unwrap()).unwrap();
    match head.split(' ').nth(1).unwrap() {
        "/.well-known/openid-configuration" => {
            let place = |name: &str| format!("{base}/{name}");
            let described = json!({"issuer": base, "authorization_endpoint": place("authorize"),
                "token_endpoint": place("token"), "jwks_uri": place("keys")});
            (200, described)
        }
        "/keys" => {
            let RsaPublicKeyComponents { n, e } = RsaPublicKeyComponents::<Vec<u8>>::from(key.public());
            let (n, e) = (URL_SAFE_NO_PAD.encode(n), URL_SAFE_NO_PAD.encode(e));
            let strange = json!({"kty": "OKP", "crv": "Ed25519", "x": "AA"});
            (200, json!({"keys": [strange, {"kty": "RSA", "use": "sig", "kid": "1", "n": n, "e": e}]}))
        }
        "/token" => {
            let form = Query::parse(body);
            let get = |name: &str| form.get(name).unwrap_or_default();
            let given = codes.lock().unwrap().get_mut(get("code")).map(|given| {
                let now = given.clone();
                given.challenge = "used".to_owned();
                now
            });
            let credentials = STANDARD.encode(format!("{CLIENT}:s3cret+%26+more"));
            let known = head.contains(&format!("Basic {credentials}"));
            let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(get("code_verifier").as_bytes()));
            match given.filter(|given| known && given.challenge == challenge && given.back == get("redirect_uri")) {
                Some(given) => {
                    (200, json!({"token_type": "Bearer", "access_token": "a", "id_token": sign(&key, &given)}))
                }
                None => (400, json!({"error": "invalid_grant"})),
            }
        }
        other => panic!("the provider has no {other}"),
    }
}

fn sign(key: &RsaKeyPair, given: &Given) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(&given.header), part(&given.claims));
    let mut signature = vec![0; key.public().modulus_len()];
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature).unwrap();
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}
