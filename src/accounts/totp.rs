//! One-time codes of authenticator programs: RFC 6238 (time steps of 30 seconds, SHA-1, six digits) over RFC 4226.

use anyhow::Context;
use hmac::{Hmac, KeyInit, Mac};
use rand::TryRngCore;
use rand::rngs::OsRng;
use sha1::Sha1;

const STEP_SECONDS: i64 = 30;
/// A clock may be this many steps off.
const TOLERANCE: i64 = 1;
const SECRET_BYTES: usize = 20;
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The time step of a moment.
pub fn step(unix_seconds: i64) -> i64 {
    unix_seconds.div_euclid(STEP_SECONDS)
}

/// The six digits of a time step.
pub fn code(secret: &[u8], step: i64) -> anyhow::Result<String> {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).context("a secret cannot be a key")?;
    mac.update(&step.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let offset = usize::from(digest.last().copied().unwrap_or_default() & 0x0f);
    let four = digest.get(offset..offset + 4).context("a digest is too short")?;
    let number = four.iter().fold(0_u32, |number, byte| (number << 8) | u32::from(*byte)) & 0x7fff_ffff;
    Ok(format!("{:06}", number % 1_000_000))
}

/// The step whose code was sent, when it is one of now.
pub fn matching_step(secret: &[u8], sent: &str, unix_seconds: i64) -> anyhow::Result<Option<i64>> {
    let now = step(unix_seconds);
    for candidate in now - TOLERANCE..=now + TOLERANCE {
        if code(secret, candidate)? == sent {
            return Ok(Some(candidate));
        }
    }
    Ok(None)
}

/// A new secret.
pub fn secret() -> anyhow::Result<Vec<u8>> {
    random(SECRET_BYTES)
}

/// Random bytes of the operating system.
pub fn random(count: usize) -> anyhow::Result<Vec<u8>> {
    let mut bytes = vec![0; count];
    OsRng.try_fill_bytes(&mut bytes).context("the operating system gives no random numbers")?;
    Ok(bytes)
}

/// Base32 (RFC 4648) without padding, as authenticator programs take it.
pub fn base32(bytes: &[u8]) -> String {
    let (mut text, mut held, mut bits) = (String::new(), 0_u32, 0);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(BASE32[(held >> bits) as usize & 31]));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(char::from(BASE32[(held << (5 - bits)) as usize & 31]));
    }
    text
}

/// The bytes of a base32 text; `None` when it is not one.
pub fn from_base32(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for character in text.bytes() {
        let value = BASE32.iter().position(|known| *known == character)?;
        held = (held << 5) | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    Some(bytes)
}

/// The address by which an authenticator program takes the secret over.
pub fn address(secret: &str, account: &str) -> String {
    let label = crate::layout::url::encode(account);
    format!("otpauth://totp/Siku:{label}?secret={secret}&issuer=Siku")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B; the last six of its eight digits.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        let secret = b"12345678901234567890";
        let known = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        for (seconds, expected) in known {
            assert_eq!(code(secret, step(seconds)).unwrap(), expected, "{seconds}");
        }
    }

    #[test]
    fn a_clock_may_be_one_step_off_and_no_more() {
        let secret = secret().unwrap();
        let code = code(&secret, 1000).unwrap();
        for (off, known) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let found = matching_step(&secret, &code, (1000 + off) * STEP_SECONDS).unwrap();
            assert_eq!(found == Some(1000), known, "{off}");
        }
    }

    /// RFC 4648, section 10.
    #[test]
    fn base32_is_that_of_the_standard() {
        for (bytes, text) in [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI")] {
            assert_eq!(base32(bytes.as_bytes()), text);
            assert_eq!(from_base32(text).unwrap(), bytes.as_bytes());
        }
        assert_eq!(from_base32("MZ!"), None);
    }
}
