//! Passwords: which are taken, how they are stored (argon2id) and compared.
//!
//! A password has at least 12 characters and must not be guessable: the crate `zxcvbn` knows the commonest passwords
//! of past breaches, names, words, dates and keyboard rows, and how people alter them. There is no rule about digits
//! and signs, which only makes passwords alike.

use std::sync::LazyLock;

use anyhow::{Context, anyhow};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;
use zxcvbn::{Score, zxcvbn};

/// Shortest and longest password, in characters.
pub const SHORTEST: usize = 12;
pub const LONGEST: usize = 200;
/// Guesses are estimated for this many characters; what is longer is not easier.
const ESTIMATED: usize = 64;
/// Each hash takes 19 MB and a core; who asks for many at once waits.
const AT_ONCE: usize = 4;

static HASHING: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(AT_ONCE));

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Weakness {
    #[error("a password needs at least {SHORTEST} characters")]
    TooShort,
    #[error("a password has at most {LONGEST} characters")]
    TooLong,
    #[error("this password is among the commonest or easily guessed from them")]
    Guessable,
}

impl Weakness {
    /// The code for programs and texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooShort => "too_short",
            Self::TooLong => "too_long",
            Self::Guessable => "guessable",
        }
    }
}

/// Refuses a password that is short or guessable, also from what is known about its owner (`about`: name, e-mail).
pub fn check(password: &str, about: &[&str]) -> Result<(), Weakness> {
    match password.chars().count() {
        ..SHORTEST => return Err(Weakness::TooShort),
        SHORTEST..=LONGEST => {}
        _ => return Err(Weakness::TooLong),
    }
    let estimated: String = password.chars().take(ESTIMATED).collect();
    let parts: Vec<&str> =
        about.iter().flat_map(|text| text.split(['@', '.', ' '])).chain(about.iter().copied()).collect();
    match zxcvbn(&estimated, &parts).score() {
        Score::Three | Score::Four => Ok(()),
        _ => Err(Weakness::Guessable),
    }
}

/// What is stored: argon2id with its parameters and salt (PHC string).
pub async fn hash(password: &str) -> anyhow::Result<String> {
    let password = password.to_owned();
    in_turn(move || {
        let hash = Argon2::default().hash_password(password.as_bytes());
        hash.map(|hash| hash.to_string()).map_err(|error| anyhow!("cannot hash a password: {error}"))
    })
    .await?
}

/// Whether `password` is the one behind `stored`. Where there is none, an equally long calculation says no, so that
/// the time does not tell whether there is an account.
pub async fn verify(password: &str, stored: Option<&str>) -> anyhow::Result<bool> {
    static NOBODYS: LazyLock<Option<String>> = LazyLock::new(|| {
        Argon2::default().hash_password(b"nobody has this password").map(|hash| hash.to_string()).ok()
    });
    let known = stored.is_some();
    let stored = stored.map(str::to_owned);
    let password: String = password.chars().take(LONGEST + 1).collect();
    in_turn(move || {
        let stored = stored.or_else(|| NOBODYS.clone()).context("no password can be compared")?;
        let stored = PasswordHash::new(&stored).map_err(|error| anyhow!("a stored password is not a hash: {error}"))?;
        Ok(Argon2::default().verify_password(password.as_bytes(), &stored).is_ok() && known)
    })
    .await?
}

async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> anyhow::Result<T> {
    let _turn = HASHING.acquire().await.context("no turn to hash a password")?;
    tokio::task::spawn_blocking(work).await.context("hashing a password broke off")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_common_and_personal_passwords_are_refused() {
        assert_eq!(check("Zq7!kd", &[]), Err(Weakness::TooShort));
        assert_eq!(check(&"pear-".repeat(60), &[]), Err(Weakness::TooLong));
        for common in ["password1234", "123456789012", "qwertyuiop12", "aaaaaaaaaaaa", "Passw0rd!2024", "iloveyou1234"]
        {
            assert_eq!(check(common, &[]), Err(Weakness::Guessable), "{common}");
        }
        assert_eq!(check("amelbensalah1", &["Amel Ben-Salah", "amelbensalah@example.org"]), Err(Weakness::Guessable));
    }

    #[test]
    fn a_phrase_and_random_characters_are_taken_in_any_script() {
        for good in ["滴灌控制器在沙漠里唱歌", "cobalt otter sings twice", "h7Gq-2mVx-9Ltz"] {
            let long_enough = good.chars().count() >= SHORTEST;
            assert_eq!(check(good, &[]).is_ok(), long_enough, "{good}");
        }
    }

    #[tokio::test]
    async fn the_password_is_compared_and_not_stored() {
        let stored = hash("cobalt otter sings twice").await.unwrap();
        assert!(stored.starts_with("$argon2id$") && !stored.contains("otter"), "{stored}");
        assert_ne!(stored, hash("cobalt otter sings twice").await.unwrap());
        assert!(verify("cobalt otter sings twice", Some(&stored)).await.unwrap());
        assert!(!verify("cobalt otter sings once", Some(&stored)).await.unwrap());
        assert!(!verify("nobody has this password", None).await.unwrap());
    }
}
