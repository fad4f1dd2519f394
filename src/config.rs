//! The settings: what `config/default.toml` lists, overridden by one file and by `SIKU_SECTION__KEY`.
//!
//! `default.toml` is the reference: every key is in it, so a key that is not there is an error that names
//! it. Nothing else in the program reads the environment.

use std::path::{Path, PathBuf};

use figment::providers::{Env, Format, Toml};
use figment::value::{Dict, Value};
use figment::{Figment, Provider};
use secrecy::SecretString;
use serde::Deserialize;

use crate::accounts::oidc::address;
use crate::accounts::sealing::Sealing;
use crate::nearest::nearest;
pub use crate::translating::settings::{Translator, TranslatorKind};

const DEFAULTS: &str = include_str!("../config/default.toml");
const PREFIX: &str = "SIKU_";

/// All settings, typed. Field by field the sections of `config/default.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub server: Server,
    pub database: Database,
    pub index: Index,
    pub models: Models,
    pub worker: Worker,
    #[serde(rename = "match")]
    pub matching: Matching,
    pub log: Log,
    pub limits: Limits,
    pub mail: Mail,
    pub clocks: Clocks,
    pub accounts: Accounts,
    pub oidc: Oidc,
    pub learn: Learn,
    pub webhooks: Webhooks,
    pub translator: Translator,
    /// Every setting as it was read, with its source; secrets masked.
    #[serde(skip)]
    pub sources: Vec<Effective>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    pub address: String,
    pub public_url: String,
    pub proxies: usize,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    pub url: SecretString,
    pub max_connections: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    pub dir: PathBuf,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Models {
    pub dir: PathBuf,
    pub threads: usize,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worker {
    pub enabled: bool,
    pub poll_seconds: u64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matching {
    pub suggestions: usize,
    pub public: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    pub filter: String,
    pub format: LogFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    pub body_mb: usize,
    pub document_mb: usize,
    pub page_size_max: u64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    pub transport: MailTransport,
    pub dir: PathBuf,
    pub smtp_url: SecretString,
    pub from: String,
    pub lang: String,
    pub digest_hour: u32,
    pub most_per_hour: u64,
    pub claim_seconds: u32,
}

/// How mails leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailTransport {
    File,
    Smtp,
    Off,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clocks {
    pub remind_days: usize,
    pub overdue_days: usize,
    pub repeat_days: u32,
    pub idle_warn_days: Vec<i64>,
    pub idle_archive_days: i64,
    pub export_days: usize,
    pub export_warn_days: usize,
    pub look_minutes: u32,
    pub renew_max_days: i64,
    pub expire_warn_days: i64,
    pub follow_up_months: Vec<u32>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accounts {
    pub invitation_days: u32,
    pub registration_hours: u32,
    pub reset_minutes: u32,
    pub secret_key: SecretString,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Oidc {
    pub issuer: String,
    pub client_id: String,
    pub client_secret: SecretString,
    pub name: String,
    pub second_factor: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learn {
    pub nightly: bool,
    pub hour: u32,
    pub least_decisions: usize,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhooks {
    pub timeout_seconds: u64,
    pub retry_seconds: Vec<i64>,
    pub disable_after: i32,
    pub allow_http: bool,
    pub allow_private: bool,
}

/// Why there are no settings.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("settings file {0} does not exist")]
    NoFile(PathBuf),
    #[error("unknown setting{} {}", if .0.len() == 1 { "" } else { "s" }, .0.join(", "))]
    Unknown(Vec<String>),
    #[error("{0}")]
    Invalid(String),
}

/// One setting in force: `section.key`, its value with secrets masked, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effective {
    pub key: String,
    pub value: String,
    pub source: String,
}

impl Settings {
    /// Reads the defaults, then `file`, then the environment.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let figment = layers(file)?;
        Ok(Self { sources: listed(&figment)?, ..Self::extract(&figment)? })
    }

    /// The compiled-in defaults alone, for tests and tools that set the rest themselves.
    pub fn defaults() -> Result<Self, ConfigError> {
        let figment = Figment::from(Toml::string(DEFAULTS));
        Ok(Self { sources: listed(&figment)?, ..Self::extract(&figment)? })
    }

    /// Notes that the command line has the last word on a setting.
    pub fn overridden(&mut self, key: &str, value: &str, option: &str) {
        for one in self.sources.iter_mut().filter(|one| one.key == key) {
            (one.value, one.source) = (value.to_owned(), format!("option {option}"));
        }
    }

    fn extract(figment: &Figment) -> Result<Self, ConfigError> {
        let settings: Self = figment.extract().map_err(|error| ConfigError::Invalid(explain(&error)))?;
        settings.check()?;
        Ok(settings)
    }

    /// The address of the service for links in mails, without a slash at the end.
    pub fn base(&self) -> String {
        match self.server.public_url.trim_end_matches('/') {
            "" => format!("http://{}", self.server.address),
            given => given.to_owned(),
        }
    }

    /// Bounds a type cannot say.
    fn check(&self) -> Result<(), ConfigError> {
        let positive = [
            ("database.max_connections", self.database.max_connections > 0),
            ("models.threads", self.models.threads > 0),
            ("worker.poll_seconds", self.worker.poll_seconds > 0),
            ("match.suggestions", self.matching.suggestions > 0),
            ("limits.body_mb", self.limits.body_mb > 0),
            ("limits.page_size_max", self.limits.page_size_max > 0),
            ("clocks.remind_days", self.clocks.remind_days > 0),
            ("clocks.overdue_days", self.clocks.overdue_days > 0),
            ("clocks.repeat_days", self.clocks.repeat_days > 0),
            ("clocks.follow_up_months", self.clocks.follow_up_months.iter().all(|months| *months > 0)),
            ("clocks.idle_warn_days", self.clocks.idle_warn_days.iter().all(|days| *days > 0)),
            ("clocks.idle_archive_days", self.clocks.idle_archive_days > 0),
            ("clocks.renew_max_days", self.clocks.renew_max_days > 0),
            ("clocks.look_minutes", self.clocks.look_minutes > 0),
            ("mail.most_per_hour", self.mail.most_per_hour > 0),
            ("mail.claim_seconds", self.mail.claim_seconds > 0),
            ("accounts.invitation_days", self.accounts.invitation_days > 0),
            ("accounts.registration_hours", self.accounts.registration_hours > 0),
            ("accounts.reset_minutes", self.accounts.reset_minutes > 0),
            ("learn.least_decisions", self.learn.least_decisions > 0),
            ("webhooks.timeout_seconds", self.webhooks.timeout_seconds > 0),
            ("webhooks.retry_seconds", self.webhooks.retry_seconds.iter().all(|seconds| *seconds > 0)),
            ("webhooks.disable_after", self.webhooks.disable_after > 0),
        ];
        if let Err(error) = Sealing::of(&self.accounts.secret_key) {
            return Err(ConfigError::Invalid(format!("setting accounts.secret_key {error}")));
        }
        self.translator.check().map_err(ConfigError::Invalid)?;
        if !self.oidc.issuer.is_empty() {
            address(&self.oidc.issuer)
                .map_err(|error| ConfigError::Invalid(format!("setting oidc.issuer: {error:#}")))?;
            if self.oidc.client_id.is_empty() {
                return Err(ConfigError::Invalid(
                    "setting oidc.client_id is needed where oidc.issuer is set".to_owned(),
                ));
            }
        }
        match positive.iter().find(|(_, holds)| !holds) {
            Some((key, _)) => Err(ConfigError::Invalid(format!("setting {key} must be at least 1"))),
            None => Ok(()),
        }
    }
}

/// Every setting in force, in the order of `default.toml`, for `siku config check`.
pub fn effective(file: Option<&Path>) -> Result<Vec<Effective>, ConfigError> {
    let figment = layers(file)?;
    Settings::extract(&figment)?;
    listed(&figment)
}

fn listed(figment: &Figment) -> Result<Vec<Effective>, ConfigError> {
    let values = merged(figment)?;
    let mut all = Vec::new();
    for key in known_keys()? {
        let Some(value) = find(&values, &key) else { continue };
        let source = match figment.get_metadata(value.tag()) {
            Some(metadata) if metadata.name.contains("environment") => format!("environment {}", variable(&key)),
            Some(metadata) => match metadata.source.as_ref().and_then(|source| source.file_path()) {
                Some(path) => format!("file {}", path.display()),
                None => "default".to_owned(),
            },
            None => "default".to_owned(),
        };
        all.push(Effective { value: mask(&key, &plain(value)), key, source });
    }
    Ok(all)
}

fn layers(file: Option<&Path>) -> Result<Figment, ConfigError> {
    let mut figment = Figment::from(Toml::string(DEFAULTS));
    if let Some(path) = file {
        if !path.is_file() {
            return Err(ConfigError::NoFile(path.to_owned()));
        }
        figment = figment.merge(Toml::file_exact(path));
    }
    // SIKU_CONFIG names the file itself; SIKU_TEST_… and SIKU_NEED_… belong to the tests.
    let environment = Env::prefixed(PREFIX).ignore(&["config"]);
    let environment = environment.filter(|key| !key.starts_with("test_") && !key.starts_with("need_")).split("__");
    let figment = figment.merge(environment);
    refuse_unknown(&figment)?;
    Ok(figment)
}

fn refuse_unknown(figment: &Figment) -> Result<(), ConfigError> {
    let known = known_keys()?;
    let mut unknown = Vec::new();
    for key in leaves(&merged(figment)?) {
        if known.contains(&key) {
            continue;
        }
        let hint = match nearest(&key, known.iter().map(String::as_str)) {
            Some(close) => format!("{key} (did you mean {close}, {}?)", variable(close)),
            None => key,
        };
        unknown.push(hint);
    }
    if unknown.is_empty() { Ok(()) } else { Err(ConfigError::Unknown(unknown)) }
}

fn merged(figment: &Figment) -> Result<Dict, ConfigError> {
    let profiles = figment.data().map_err(|error| ConfigError::Invalid(explain(&error)))?;
    Ok(profiles.into_values().flatten().collect())
}

/// The keys of `default.toml`, in its order (figment sorts, the TOML reader of that file does not).
fn known_keys() -> Result<Vec<String>, ConfigError> {
    let mut section = String::new();
    let mut keys = Vec::new();
    for line in DEFAULTS.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = name.to_owned();
        } else if let Some((key, _)) = line.split_once('=').filter(|_| !line.starts_with('#')) {
            keys.push(format!("{section}.{}", key.trim()));
        }
    }
    Ok(keys)
}

fn leaves(dict: &Dict) -> Vec<String> {
    let mut keys = Vec::new();
    for (name, value) in dict {
        match value {
            Value::Dict(_, inner) => keys.extend(leaves(inner).into_iter().map(|key| format!("{name}.{key}"))),
            _ => keys.push(name.clone()),
        }
    }
    keys
}

fn find<'a>(dict: &'a Dict, key: &str) -> Option<&'a Value> {
    let (section, name) = key.split_once('.')?;
    match dict.get(section)? {
        Value::Dict(_, inner) => inner.get(name),
        _ => None,
    }
}

fn variable(key: &str) -> String {
    format!("{PREFIX}{}", key.to_uppercase().replace('.', "__"))
}

fn plain(value: &Value) -> String {
    if let Some(text) = value.as_str() {
        return format!("{text:?}");
    }
    match value {
        Value::Bool(_, flag) => flag.to_string(),
        Value::Num(_, number) => number
            .to_i128()
            .map(|n| n.to_string())
            .or_else(|| number.to_f64().map(|n| n.to_string()))
            .unwrap_or_default(),
        Value::Array(_, members) => format!("[{}]", members.iter().map(plain).collect::<Vec<_>>().join(", ")),
        other => format!("{other:?}"),
    }
}

/// Says which key is wrong and where it was set, without repeating a value that may be a secret.
fn explain(error: &figment::Error) -> String {
    let parts: Vec<String> = error
        .clone()
        .into_iter()
        .map(|one| {
            let key = one.path.join(".");
            let place = one.metadata.as_ref().map(|metadata| metadata.name.to_string()).unwrap_or_default();
            let what = if secret(&key) { "the value is not usable".to_owned() } else { one.kind.to_string() };
            match (key.is_empty(), place.is_empty()) {
                (true, true) => what,
                (true, false) => format!("{place}: {what}"),
                (false, true) => format!("setting {key}: {what}"),
                (false, false) => format!("setting {key}: {what} (in {place})"),
            }
        })
        .collect();
    parts.join("; ")
}

fn secret(key: &str) -> bool {
    ["password", "secret", "token", "database.url", "smtp_url", "translator.key"].iter().any(|word| key.contains(word))
}

fn mask(key: &str, value: &str) -> String {
    if ["database.url", "mail.smtp_url"].contains(&key) {
        mask_url(value)
    } else if secret(key) {
        "\"***\"".to_owned()
    } else {
        value.to_owned()
    }
}

/// `postgres://user:secret@host/db?password=secret` → `postgres://user:***@host/db?password=***`.
/// The last `@` ends the password, because people do put an unescaped one into it.
pub fn mask_url(url: &str) -> String {
    let mut masked = url.to_owned();
    if let Some((scheme, rest)) = url.split_once("://")
        && let Some((authority, host)) = rest.rsplit_once('@')
    {
        let user = authority.split_once(':').map_or(authority, |(user, _)| user);
        let hidden = if authority.contains(':') { ":***" } else { "" };
        masked = format!("{scheme}://{user}{hidden}@{host}");
    }
    if let Some(start) = masked.find("password=").map(|at| at + "password=".len()) {
        let end = masked[start..].find(['&', '"']).map_or(masked.len(), |length| start + length);
        masked.replace_range(start..end, "***");
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_complete_and_every_key_is_listed() {
        Settings::defaults().unwrap();
        let figment = Figment::from(Toml::string(DEFAULTS));
        let mut listed = known_keys().unwrap();
        listed.sort();
        let mut read = leaves(&merged(&figment).unwrap());
        read.sort();
        assert_eq!(listed, read);
    }

    #[test]
    fn the_files_that_come_with_the_program_have_only_known_keys() {
        for text in [include_str!("../config/development.toml"), include_str!("../config/production.toml")] {
            let figment = Figment::from(Toml::string(DEFAULTS)).merge(Toml::string(text));
            refuse_unknown(&figment).unwrap();
            Settings::extract(&figment).unwrap();
        }
    }

    #[test]
    fn an_unknown_key_is_named_with_the_nearest_known_one() {
        let figment =
            Figment::from(Toml::string(DEFAULTS)).merge(Toml::string("[database]\nurll = 1\n[servr]\naddress = 2"));
        let message = refuse_unknown(&figment).unwrap_err().to_string();
        assert!(message.contains("database.urll (did you mean database.url, SIKU_DATABASE__URL?)"), "{message}");
        assert!(message.contains("servr.address (did you mean server.address"), "{message}");
    }

    #[test]
    fn a_wrong_type_names_its_key() {
        let figment = Figment::from(Toml::string(DEFAULTS)).merge(Toml::string("[models]\nthreads = \"many\""));
        let message = Settings::extract(&figment).unwrap_err().to_string();
        assert!(message.contains("models.threads"), "{message}");
    }

    #[test]
    fn passwords_are_masked_wherever_a_url_can_hold_them() {
        assert_eq!(mask_url("postgres://siku:p@ss@db/siku"), "postgres://siku:***@db/siku");
        assert_eq!(mask_url("postgres://db/siku?user=a&password=b&x=1"), "postgres://db/siku?user=a&password=***&x=1");
        assert_eq!(mask_url("sqlite://data/siku.db?mode=rwc"), "sqlite://data/siku.db?mode=rwc");
        assert_eq!(mask_url("postgres://siku@db/siku"), "postgres://siku@db/siku");
    }
}
