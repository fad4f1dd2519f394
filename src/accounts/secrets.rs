//! Random secrets that open something: sessions, devices, one-time links. They are shown to one person once and
//! stored as their SHA-256 only. Tokens for programs have a form of their own (`tokens`).

use std::fmt;

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRngCore;
use rand::rngs::OsRng;
use sha2::{Digest, Sha256};

const RANDOM_BYTES: usize = 32;

/// 256 random bits in clear, which exist only until they were sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// A new one from the operating system's random numbers.
    pub fn generate() -> anyhow::Result<Self> {
        let mut bytes = [0; RANDOM_BYTES];
        OsRng.try_fill_bytes(&mut bytes).context("the operating system gives no random numbers")?;
        Ok(Self(URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// The secret as a browser sent it; `None` when it cannot be one.
    pub fn parse(sent: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(sent).ok()?;
        (bytes.len() == RANDOM_BYTES).then(|| Self(sent.to_owned()))
    }

    /// The whole secret, for the cookie or the link.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored.
    pub fn hash(&self) -> String {
        sha256(&[&self.0])
    }

    /// The token that forms of whoever holds this secret carry: follows from it and does not lead back to it.
    pub fn form_token(&self) -> String {
        sha256(&["form", &self.0])
    }

    /// Whether `sent` is the form token; takes the same time wherever the two differ.
    pub fn matches_form_token(&self, sent: &str) -> bool {
        sha256(&["compare", sent]) == sha256(&["compare", &self.form_token()])
    }
}

/// SHA-256 of texts one after the other, each set off from the next; hexadecimal.
pub fn sha256(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            hasher.update([0]);
        }
        hasher.update(part.as_bytes());
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_back_and_nothing_else_is() {
        let secret = Secret::generate().unwrap();
        assert_eq!(Secret::parse(secret.reveal()), Some(secret.clone()));
        for wrong in ["", "abc", &secret.reveal()[1..], &format!("{}A", secret.reveal())] {
            assert_eq!(Secret::parse(wrong), None, "{wrong}");
        }
        assert!(!format!("{secret:?}").contains(secret.reveal()));
    }

    #[test]
    fn a_form_token_belongs_to_one_secret() {
        let (mine, theirs) = (Secret::generate().unwrap(), Secret::generate().unwrap());
        assert!(mine.matches_form_token(&mine.form_token()));
        assert!(!mine.matches_form_token(&theirs.form_token()));
        assert!(!mine.matches_form_token(""));
        assert_ne!(mine.form_token(), mine.hash());
    }
}
