//! Secrets and signatures of Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, in Base64 behind `v1,`.

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use rand::TryRngCore;
use rand::rngs::OsRng;
use sha2::Sha256;
use uuid::Uuid;

use crate::accounts::sealing::Sealing;

const PREFIX: &str = "whsec_";
/// What is stored begins with this where it is sealed.
const SEALED: &str = "sealed:";
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

/// What is stored of a webhook's secret: sealed where there is a key.
///
/// # Errors
/// A secret that is none.
pub fn kept(sealing: &Sealing, webhook: Uuid, secret: &str) -> anyhow::Result<String> {
    let sealed = sealing.sealed(webhook, &key(secret)?)?;
    Ok(sealed.map_or_else(|| secret.to_owned(), |sealed| format!("{SEALED}{sealed}")))
}

/// A webhook's secret as it was stored, sealed or not.
///
/// # Errors
/// It was sealed with another key, or for another webhook.
pub fn opened(sealing: &Sealing, webhook: Uuid, stored: &str) -> anyhow::Result<String> {
    match stored.strip_prefix(SEALED) {
        Some(sealed) => Ok(format!("{PREFIX}{}", STANDARD.encode(sealing.unsealed(webhook, sealed)?))),
        None => Ok(stored.to_owned()),
    }
}

/// The bytes that sign.
fn key(secret: &str) -> anyhow::Result<Vec<u8>> {
    let key = secret.strip_prefix(PREFIX).and_then(|encoded| STANDARD.decode(encoded).ok());
    key.context("the secret of a webhook cannot be read")
}

/// The `webhook-signature` header: one signature a secret.
///
/// # Errors
/// A secret that is none.
pub fn sign(secrets: &[String], id: Uuid, timestamp: i64, body: &str) -> anyhow::Result<String> {
    let signed = format!("{id}.{timestamp}.{body}");
    let each = secrets.iter().map(|secret| {
        let mut mac = Hmac::<Sha256>::new_from_slice(&key(secret)?).context("the secret of a webhook is no key")?;
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
        let signature =
            sign(&[secret.to_owned(), secret.to_owned()], id, 1_764_072_000, "{\"type\":\"ping\"}").unwrap();
        let expected = "v1,8Td2leypkdv/Sr44rACfjGUP230rHBNxLoVq5t8US4g=";
        assert_eq!(signature, format!("{expected} {expected}"));
        for wrong in ["whsec_?", "secret"] {
            assert!(sign(&[wrong.to_owned()], id, 0, "").is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_sealed_secret_opens_for_its_webhook_and_one_from_before_the_key_as_it_is() {
        let sealing = |key: &str| Sealing::of(&key.to_owned().into()).unwrap();
        let (secret, mine, other) = (new_secret().unwrap(), Uuid::from_u128(1), Uuid::from_u128(2));
        let (with, without) = (sealing(&"a".repeat(64)), sealing(""));
        let stored = kept(&with, mine, &secret).unwrap();
        assert!(stored.len() <= 100 && !stored.contains(&secret[6..]), "{stored}");
        assert_eq!(opened(&with, mine, &stored).unwrap(), secret);
        for (sealing, webhook) in [(&with, other), (&sealing(&"b".repeat(64)), mine), (&without, mine)] {
            assert!(opened(sealing, webhook, &stored).is_err());
        }
        assert_eq!(kept(&without, mine, &secret).unwrap(), secret);
        assert_eq!(opened(&with, mine, &secret).unwrap(), secret);
    }

    #[test]
    fn no_two_secrets_are_alike() {
        assert_ne!(new_secret().unwrap(), new_secret().unwrap());
        assert!(new_secret().unwrap().starts_with(PREFIX));
    }
}
