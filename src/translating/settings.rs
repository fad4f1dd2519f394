//! The section `[translator]` of the settings.

use secrecy::SecretString;
use serde::Deserialize;
use url::Url;

use crate::layout::Lang;

/// How a translator is reached.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translator {
    pub kind: TranslatorKind,
    pub url: String,
    pub key: SecretString,
    pub model: String,
    pub timeout_seconds: u64,
    pub languages: Vec<String>,
}

/// How a translator is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TranslatorKind {
    Off,
    Openai,
    Libretranslate,
}

impl Translator {
    /// What is needed where a translator is connected.
    pub(crate) fn check(&self) -> Result<(), String> {
        if let Some(lang) =
            self.languages.iter().find(|lang| !Lang::ALL.iter().any(|known| known.tag() == lang.as_str()))
        {
            return Err(format!("setting translator.languages: {lang:?} is no language of the service"));
        }
        if self.timeout_seconds == 0 {
            return Err("setting translator.timeout_seconds must be at least 1".to_owned());
        }
        if self.kind == TranslatorKind::Off {
            return Ok(());
        }
        let url = Url::parse(&self.url).map_err(|error| format!("setting translator.url: {error}"))?;
        if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
            return Err("setting translator.url must begin with http:// or https://".to_owned());
        }
        if self.kind == TranslatorKind::Openai && self.model.is_empty() {
            return Err("setting translator.model is needed where translator.kind is \"openai\"".to_owned());
        }
        Ok(())
    }
}
