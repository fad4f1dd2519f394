//! What an author supplies. `body!` puts the columns every library has into the body of each, so that JSON stays
//! flat, unknown names are refused, and a common column is written down once.

use super::parts::Translation;
use chrono::NaiveDate;

/// The columns every library has, borrowed from a body of any library.
#[derive(Debug, Clone, Copy)]
pub struct Common<'a> {
    /// The author's or source's own id.
    pub external_id: Option<&'a str>,
    /// Language of the source text, BCP 47; `und` when nobody said and it could not be detected.
    pub lang: &'a str,
    /// Title; may be empty when there is a description.
    pub title: &'a str,
    /// Summary.
    pub summary: Option<&'a str>,
    /// Description; may be empty when there is a title.
    pub description: &'a str,
    /// Codes of the taxonomy.
    pub fields: &'a [String],
    /// Keywords.
    pub keywords: &'a [String],
    /// Last day on which the record holds.
    pub valid_until: Option<NaiveDate>,
    /// Web addresses.
    pub links: &'a [String],
    /// Name of the harvested source.
    pub source: Option<&'a str>,
    /// Where the facts come from.
    pub source_reference: Option<&'a str>,
    /// Translations beside the source.
    pub translations: &'a [Translation],
}

/// The columns every library has, to be changed in place.
#[derive(Debug)]
pub struct CommonMut<'a> {
    /// See [`Common`].
    pub external_id: &'a mut Option<String>,
    /// See [`Common`].
    pub lang: &'a mut Option<String>,
    /// See [`Common`].
    pub title: &'a mut String,
    /// See [`Common`].
    pub summary: &'a mut Option<String>,
    /// See [`Common`].
    pub description: &'a mut String,
    /// See [`Common`].
    pub fields: &'a mut Vec<String>,
    /// See [`Common`].
    pub keywords: &'a mut Vec<String>,
    /// See [`Common`].
    pub links: &'a mut Vec<String>,
    /// See [`Common`].
    pub source: &'a mut Option<String>,
    /// See [`Common`].
    pub source_reference: &'a mut Option<String>,
    /// See [`Common`].
    pub translations: &'a mut Vec<Translation>,
}

/// A body of any library.
pub trait Body:
    std::fmt::Debug
    + Clone
    + Default
    + PartialEq
    + serde::Serialize
    + serde::de::DeserializeOwned
    + utoipa::ToSchema
    + Send
    + Sync
    + 'static
{
    /// The columns every library has.
    fn common(&self) -> Common<'_>;
    /// The columns every library has, to be changed.
    fn common_mut(&mut self) -> CommonMut<'_>;
}

/// The language written where none was said and none could be detected (ISO 639-2).
pub const UNDETERMINED: &str = "und";

/// Declares the body of a library: the common columns, then its own.
macro_rules! body {
    ($(#[$meta:meta])* pub struct $name:ident { $($own:tt)* }) => {
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
        #[serde(default, deny_unknown_fields)]
        $(#[$meta])*
        pub struct $name {
            /// Your own id; posting it again updates the record.
            #[serde(skip_serializing_if = "Option::is_none")]
            #[schema(example = "t1", max_length = 200)]
            pub external_id: Option<String>,
            /// Language of the text, BCP 47. Detected when missing.
            #[serde(skip_serializing_if = "Option::is_none")]
            #[schema(example = "zh")]
            pub lang: Option<String>,
            /// Title, in `lang`. May be empty when there is a description.
            #[schema(example = "太阳能滴灌控制器", max_length = 1000)]
            pub title: String,
            /// Summary, in `lang`.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub summary: Option<String>,
            /// Description, in `lang`. May be empty when there is a title.
            #[schema(example = "光伏供电的灌溉控制器，按土壤湿度自动滴灌。", max_length = 200_000)]
            pub description: String,
            /// Codes of the taxonomy, first or second level.
            #[schema(example = json!(["agriculture", "ict.ai"]))]
            pub fields: Vec<String>,
            /// Keywords, in `lang`.
            #[schema(example = json!(["滴灌"]))]
            pub keywords: Vec<String>,
            /// Last day on which the record holds.
            #[serde(skip_serializing_if = "Option::is_none")]
            #[schema(example = "2027-12-31")]
            pub valid_until: Option<chrono::NaiveDate>,
            /// Web addresses.
            pub links: Vec<String>,
            /// Name of the source the record was harvested from.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub source: Option<String>,
            /// Where the facts come from.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub source_reference: Option<String>,
            /// The text in other languages. A language that is not named keeps the translation it has.
            pub translations: Vec<$crate::library::parts::Translation>,
            $($own)*
        }

        impl $crate::library::body::Body for $name {
            fn common(&self) -> $crate::library::body::Common<'_> {
                $crate::library::body::Common {
                    external_id: self.external_id.as_deref(),
                    lang: self.lang.as_deref().unwrap_or($crate::library::body::UNDETERMINED),
                    title: &self.title,
                    summary: self.summary.as_deref(),
                    description: &self.description,
                    fields: &self.fields,
                    keywords: &self.keywords,
                    valid_until: self.valid_until,
                    links: &self.links,
                    source: self.source.as_deref(),
                    source_reference: self.source_reference.as_deref(),
                    translations: &self.translations,
                }
            }

            fn common_mut(&mut self) -> $crate::library::body::CommonMut<'_> {
                $crate::library::body::CommonMut {
                    external_id: &mut self.external_id,
                    lang: &mut self.lang,
                    title: &mut self.title,
                    summary: &mut self.summary,
                    description: &mut self.description,
                    fields: &mut self.fields,
                    keywords: &mut self.keywords,
                    links: &mut self.links,
                    source: &mut self.source,
                    source_reference: &mut self.source_reference,
                    translations: &mut self.translations,
                }
            }
        }
    };
}

pub(crate) use body;
