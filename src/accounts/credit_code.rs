//! The unified social credit code (统一社会信用代码) by which every organisation in China is known, GB 32100-2015:
//! 18 characters of an alphabet without I, O, Z, S and V, the last of which checks the others.

/// Characters of a code.
pub const LENGTH: usize = 18;
/// A character stands for its place.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// From a full-width character to the one it stands for.
const FULL_WIDTH: u32 = 0xFEE0;

/// What is wrong with a code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CreditCodeError {
    #[error("a unified social credit code has {LENGTH} characters, this has {0}")]
    Length(usize),
    #[error("{character:?} (character {place}) is not used in unified social credit codes, nor are I, O, Z, S and V")]
    Character { character: char, place: usize },
    #[error("the last character does not fit the others: one of them is not as it is on the licence")]
    Check,
}

impl CreditCodeError {
    /// The code for programs and texts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Length(_) => "credit_code_length",
            Self::Character { .. } => "credit_code_character",
            Self::Check => "credit_code_check",
        }
    }

    /// What its text is filled with.
    pub fn arguments(&self) -> Vec<String> {
        match self {
            Self::Length(found) => vec![LENGTH.to_string(), found.to_string()],
            Self::Character { character, place } => vec![character.to_string(), place.to_string()],
            Self::Check => Vec::new(),
        }
    }
}

/// The code as it is stored: upper case, full-width characters as plain ones, without spaces.
pub fn parse(written: &str) -> Result<String, CreditCodeError> {
    let code: String = written
        .chars()
        .filter(|character| !character.is_whitespace())
        .map(narrow)
        .flat_map(char::to_uppercase)
        .collect();
    let found = code.chars().count();
    if found != LENGTH {
        return Err(CreditCodeError::Length(found));
    }
    let mut values = Vec::with_capacity(LENGTH);
    for (place, character) in code.chars().enumerate() {
        let value = ALPHABET.iter().position(|known| char::from(*known) == character);
        values.push(value.ok_or(CreditCodeError::Character { character, place: place + 1 })?);
    }
    let (check, others) = values.split_last().ok_or(CreditCodeError::Length(0))?;
    if *check == check_value(others) { Ok(code) } else { Err(CreditCodeError::Check) }
}

/// `31 - Σ value × 3^place mod 31`, where 31 is 0.
fn check_value(others: &[usize]) -> usize {
    let (sum, _) = others.iter().fold((0, 1), |(sum, weight), value| ((sum + value * weight) % 31, weight * 3 % 31));
    (31 - sum) % 31
}

fn narrow(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - FULL_WIDTH).unwrap_or(character),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the standard, and codes that firms publish.
    #[test]
    fn codes_that_are_in_use_are_taken() {
        for code in ["91350100M000100Y43", "91330100799655058B", "9144030071526726XG", "91110108551385082Q"] {
            assert_eq!(parse(code).as_deref(), Ok(code));
        }
    }

    #[test]
    fn small_letters_full_width_characters_and_spaces_are_folded() {
        assert_eq!(parse(" 91350100m000100y43 ").unwrap(), "91350100M000100Y43");
        assert_eq!(parse("９１３５０１００Ｍ０００１００ｙ４３").unwrap(), "91350100M000100Y43");
        assert_eq!(parse("913501 00M000100　Y43").unwrap(), "91350100M000100Y43");
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(parse("91350100M000100Y4"), Err(CreditCodeError::Length(17)));
        assert_eq!(parse(""), Err(CreditCodeError::Length(0)));
        assert_eq!(parse("91350100M000I00Y43"), Err(CreditCodeError::Character { character: 'I', place: 13 }));
        assert_eq!(parse("91350100M000100Y4零"), Err(CreditCodeError::Character { character: '零', place: 18 }));
        assert_eq!(parse("91350100M000100Y44"), Err(CreditCodeError::Check));
    }

    #[test]
    fn one_wrong_character_is_always_noticed() {
        let code = "91350100M000100Y43";
        for place in 0..LENGTH {
            for other in ALPHABET.iter().map(|byte| char::from(*byte)) {
                let changed: String =
                    code.chars().enumerate().map(|(at, old)| if at == place { other } else { old }).collect();
                assert_eq!(parse(&changed).is_ok(), changed == code, "{changed}");
            }
        }
    }
}
