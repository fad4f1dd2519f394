//! Secrets that have to be read again, those of second factors and of webhooks: sealed with the key of the settings (ChaCha20-Poly1305),
//! so that a stolen database or backup makes no codes. Without a key they are stored as they are.

use anyhow::{Context, anyhow, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use super::totp::{base32, from_base32, random};

const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 12;
/// Base32 of a secret is half as long: by this what is sealed is known.
const SEALED_CHARACTERS: usize = 64;

/// A text that is sealed begins with this.
const SEALED: &str = "sealed:";

/// The key of the settings, if there is one.
pub struct Sealing(Option<ChaCha20Poly1305>);

impl Sealing {
    /// Reads the key: 64 hexadecimal digits, or nothing.
    pub fn of(key: &SecretString) -> anyhow::Result<Self> {
        let digits = key.expose_secret();
        if digits.is_empty() {
            return Ok(Self(None));
        }
        ensure!(digits.len() == 2 * KEY_BYTES && digits.is_ascii(), "must be {} hexadecimal digits", 2 * KEY_BYTES);
        let pairs = (0..digits.len()).step_by(2).filter_map(|at| digits.get(at..at + 2));
        let bytes: Vec<u8> = pairs.map(|pair| u8::from_str_radix(pair, 16)).collect::<Result<_, _>>()?;
        Ok(Self(Some(ChaCha20Poly1305::new_from_slice(&bytes).map_err(|_| anyhow!("is no key"))?)))
    }

    /// What is stored of a person's secret; it opens for nobody else.
    pub fn seal(&self, person: Uuid, secret: &[u8]) -> anyhow::Result<String> {
        Ok(self.sealed(person, secret)?.unwrap_or_else(|| base32(secret)))
    }

    /// A secret sealed for whom or what it belongs to; nothing where there is no key.
    pub fn sealed(&self, owner: Uuid, secret: &[u8]) -> anyhow::Result<Option<String>> {
        let Some(cipher) = &self.0 else { return Ok(None) };
        let mut sealed = random(NONCE_BYTES)?;
        let nonce = Nonce::try_from(sealed.as_slice()).context("a nonce has another length")?;
        let payload = Payload { msg: secret, aad: owner.as_bytes() };
        sealed.extend(cipher.encrypt(&nonce, payload).map_err(|_| anyhow!("cannot seal a secret"))?);
        Ok(Some(STANDARD_NO_PAD.encode(sealed)))
    }

    /// A person's secret as it was stored, sealed or not.
    pub fn open(&self, person: Uuid, stored: &str) -> anyhow::Result<Vec<u8>> {
        if !is_sealed(stored) {
            return from_base32(stored).context("a stored secret is not base32");
        }
        self.unsealed(person, stored)
    }

    /// What [`Sealing::sealed`] has sealed.
    pub fn unsealed(&self, owner: Uuid, stored: &str) -> anyhow::Result<Vec<u8>> {
        let cipher = self.0.as_ref().context("a stored secret is sealed, and setting accounts.secret_key is empty")?;
        let sealed = STANDARD_NO_PAD.decode(stored).context("a sealed secret is not base64")?;
        let (nonce, sealed) = sealed.split_at_checked(NONCE_BYTES).context("a sealed secret is too short")?;
        let nonce = Nonce::try_from(nonce).context("a nonce has another length")?;
        let payload = Payload { msg: sealed, aad: owner.as_bytes() };
        let opened = cipher.decrypt(&nonce, payload);
        opened.map_err(|_| anyhow!("a stored secret was sealed with another key than setting accounts.secret_key"))
    }

    /// A text that may hold a secret, sealed where there is a key.
    pub fn seal_text(&self, owner: Uuid, text: &str) -> anyhow::Result<String> {
        Ok(self.sealed(owner, text.as_bytes())?.map_or_else(|| text.to_owned(), |sealed| format!("{SEALED}{sealed}")))
    }

    /// What [`Sealing::seal_text`] was given.
    pub fn open_text(&self, owner: Uuid, stored: &str) -> anyhow::Result<String> {
        match stored.strip_prefix(SEALED) {
            Some(sealed) => String::from_utf8(self.unsealed(owner, sealed)?).context("a sealed text is not UTF-8"),
            None => Ok(stored.to_owned()),
        }
    }

    /// Whether a stored secret is still to be sealed.
    pub fn is_due(&self, stored: &str) -> bool {
        self.0.is_some() && !is_sealed(stored)
    }
}

fn is_sealed(stored: &str) -> bool {
    stored.len() == SEALED_CHARACTERS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::totp;

    fn key(digit: char) -> Sealing {
        Sealing::of(&SecretString::from(digit.to_string().repeat(64))).unwrap()
    }

    #[test]
    fn a_sealed_secret_opens_for_its_person_and_key_alone() {
        let (secret, person) = (totp::secret().unwrap(), Uuid::from_u128(1));
        let stored = key('a').seal(person, &secret).unwrap();
        assert_eq!((stored.len(), key('a').open(person, &stored).unwrap()), (SEALED_CHARACTERS, secret.clone()));
        assert_ne!(stored, key('a').seal(person, &secret).unwrap());
        for (sealing, other) in [(key('b'), person), (key('a'), Uuid::from_u128(2))] {
            assert!(sealing.open(other, &stored).unwrap_err().to_string().contains("another key"));
        }
        let without = Sealing::of(&SecretString::from("")).unwrap();
        assert!(without.open(person, &stored).unwrap_err().to_string().contains("accounts.secret_key is empty"));
    }

    #[test]
    fn what_was_stored_before_there_was_a_key_is_read_and_due() {
        let (secret, person) = (totp::secret().unwrap(), Uuid::from_u128(1));
        let without = Sealing::of(&SecretString::from("")).unwrap();
        let stored = without.seal(person, &secret).unwrap();
        assert_eq!(key('a').open(person, &stored).unwrap(), secret);
        assert!(key('a').is_due(&stored) && !without.is_due(&stored));
        assert!(!key('a').is_due(&key('a').seal(person, &secret).unwrap()));
    }

    #[test]
    fn a_key_of_another_form_is_refused() {
        for wrong in ["short", &"z".repeat(64), &"ä".repeat(32)] {
            assert!(Sealing::of(&SecretString::from(wrong)).is_err(), "{wrong}");
        }
    }
}
