//! Secrets and signatures of Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, in Base64 behind `v1,`.

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use rand::TryRngCore;
use rand::rngs::OsRng;
use sha2::Sha256;
use uuid::Uuid;

const PREFIX: &str = "whsec_";
const RANDOM_BYTES: usize = 32;

/// A new secret, as it is shown to whoever has to verify signatures.
///
/// # Errors
/// The operating system gives no random numbers.
pub fn new_secret() -> anyhow::Result<String> {
    let mut bytes = [0; RANDOM_BYTES];
    OsRng.try_fill_bytes(&mut bytes).context("the operating system gives no random numbers")?;
    Ok(format!("{PREFIX}{}", STANDARD.encode(bytes)))
}

/// The `webhook-signature` header: one signature a secret.
///
/// # Errors
/// A secret that is none.
pub fn sign(secrets: &[&str], id: Uuid, timestamp: i64, body: &str) -> anyhow::Result<String> {
    let signed = format!("{id}.{timestamp}.{body}");
    let each = secrets.iter().map(|secret| {
        let key = secret.strip_prefix(PREFIX).and_then(|encoded| STANDARD.decode(encoded).ok());
        let key = key.context("the secret of a webhook cannot be read")?;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).context("the secret of a webhook is no key")?;
        mac.update(signed.as_bytes());
        anyhow::Ok(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
    });
    Ok(each.collect::<Result<Vec<_>, _>>()?.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed by Python's `hmac` and `base64`.
    #[test]
    fn the_signature_is_the_documented_one_and_there_is_one_for_each_secret() {
        let secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
        let id = Uuid::from_u128(7);
        let signature = sign(&[secret, secret], id, 1_764_072_000, "{\"type\":\"ping\"}").unwrap();
        let expected = "v1,8Td2leypkdv/Sr44rACfjGUP230rHBNxLoVq5t8US4g=";
        assert_eq!(signature, format!("{expected} {expected}"));
        assert!(sign(&["whsec_?"], id, 0, "").is_err() && sign(&["secret"], id, 0, "").is_err());
    }

    #[test]
    fn no_two_secrets_are_alike() {
        assert_ne!(new_secret().unwrap(), new_secret().unwrap());
        assert!(new_secret().unwrap().starts_with(PREFIX));
    }
}
