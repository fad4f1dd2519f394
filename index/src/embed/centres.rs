//! The mean vector of each language: subtracting it makes vectors of different languages comparable.
//!
//! Sentence vectors of one language share a direction that says "this is Portuguese" and nothing about content; without
//! centring, e5 prefers answers in the language of the question. The means are over 1,000 general sentences per language
//! of NTREX-128 (Federmann, Kocmi & Xin 2022, <https://github.com/MicrosoftTranslator/NTREX>, CC BY-SA 4.0; no text of it
//! is contained here), one per model and role, made by `index/examples/centres.rs`. A language without a mean of its own
//! uses the mean of the seven.
//!
//! `assets/centres.bin`: for each of [`LANGUAGES`] and then the general mean, 512 values for USE, 384 for e5 queries, 384
//! for e5 passages; 32-bit floats, little-endian.

use super::{Model, Role};

/// Languages with a mean of their own, in the order of the file.
pub const LANGUAGES: [&str; 7] = ["ar", "en", "es", "fr", "pt", "ru", "zh"];

const ROW: usize = Model::Use.dim() + 2 * Model::E5.dim();
const BYTES: usize = (LANGUAGES.len() + 1) * ROW * 4;

static FILE: &[u8; BYTES] = include_bytes!("../../assets/centres.bin");

/// The part of a language tag that counts.
pub(super) fn primary(lang: &str) -> &str {
    lang.split(['-', '_']).next().unwrap_or_default()
}

/// Place of a language among [`LANGUAGES`]; after the last where it has no mean of its own.
pub(super) fn row(lang: &str) -> usize {
    let primary = primary(lang);
    LANGUAGES.iter().position(|known| known.eq_ignore_ascii_case(primary)).unwrap_or(LANGUAGES.len())
}

/// The mean of a language; `lang` is a language tag, of which the first part counts (`pt-BR` is `pt`).
pub(super) fn centre(model: Model, role: Role, lang: &str) -> Vec<f32> {
    let row = row(lang);
    let start = match (model, role) {
        (Model::Use, _) => 0,
        (Model::E5, Role::Query) => Model::Use.dim(),
        (Model::E5, Role::Passage) => Model::Use.dim() + Model::E5.dim(),
    };
    let values = &FILE.as_chunks::<4>().0[row * ROW + start..][..model.dim()];
    values.iter().map(|value| f32::from_le_bytes(*value)).collect()
}

/// Names these means.
pub(super) fn version() -> String {
    blake3::hash(FILE).to_hex().chars().take(8).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_mean_and_unknown_ones_the_general_one() {
        for (model, role) in [(Model::Use, Role::Query), (Model::E5, Role::Query), (Model::E5, Role::Passage)] {
            let general = centre(model, role, "vi");
            assert_eq!(general.len(), model.dim());
            let mut sum = vec![0.0; model.dim()];
            for lang in LANGUAGES {
                let own = centre(model, role, lang);
                let length = own.iter().map(|value| value * value).sum::<f32>().sqrt();
                assert!(length > 0.05 && length < 1.0, "{model:?} {lang} {length}");
                assert_ne!(own, general);
                sum.iter_mut().zip(own).for_each(|(sum, value)| *sum += value / 7.0);
            }
            assert!(sum.iter().zip(&general).all(|(sum, general)| (sum - general).abs() < 1e-5));
        }
    }

    #[test]
    fn regions_and_roles_are_told_apart() {
        assert_eq!(centre(Model::E5, Role::Query, "pt-BR"), centre(Model::E5, Role::Query, "PT"));
        assert!(centre(Model::E5, Role::Query, "zh") != centre(Model::E5, Role::Passage, "zh"));
        assert_eq!(centre(Model::Use, Role::Query, "zh_Hans"), centre(Model::Use, Role::Passage, "zh"));
    }
}
