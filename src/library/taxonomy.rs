//! The taxonomy, countries and regions as the database has them, with their labels in seven languages, and the
//! vocabulary that records are checked against.

use super::store::StoreError;
use super::terms;
use super::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};
use utoipa::ToSchema;

macro_rules! labelled_row {
    ($(#[doc = $doc:literal])* $module:ident $table:tt { $($columns:tt)* }) => {
        $(#[doc = $doc])*
        pub mod $module {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                #[sea_orm(primary_key, auto_increment = false)]
                pub code: String,
                pub position: i32,
                pub zh: String,
                pub en: String,
                pub fr: String,
                pub ru: String,
                pub ar: String,
                pub es: String,
                pub pt: String,
                $($columns)*
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}

            impl From<Model> for super::Labels {
                fn from(row: Model) -> Self {
                    Self { zh: row.zh, en: row.en, fr: row.fr, ru: row.ru, ar: row.ar, es: row.es, pt: row.pt }
                }
            }
        }
    };
}

labelled_row! {
    /// A field of the taxonomy.
    field "taxonomy" {
        pub parent: Option<String>,
        #[sea_orm(column_type = "JsonBinary")]
        pub synonyms_zh: Json,
        #[sea_orm(column_type = "JsonBinary")]
        pub synonyms_en: Json,
        pub version: i32,
        /// Records keep it, new ones cannot choose it.
        pub retired_at: Option<DateTimeUtc>,
        /// What is to be chosen instead.
        pub replacement: Option<String>,
    }
}

labelled_row! {
    /// A country.
    country "countries" {
        pub region: Option<String>,
    }
}

labelled_row! {
    /// A region of the world as the Beijing plan divides it.
    region "regions" {}
}

/// A label in the seven languages of the service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"zh": "人工智能", "en": "Artificial intelligence", "fr": "Intelligence artificielle",
    "ru": "Искусственный интеллект", "ar": "الذكاء الاصطناعي", "es": "Inteligencia artificial", "pt": "Inteligência artificial"}))]
pub struct Labels {
    pub zh: String,
    pub en: String,
    pub fr: String,
    pub ru: String,
    pub ar: String,
    pub es: String,
    pub pt: String,
}

impl Labels {
    /// The label in a language of the service; where it has none, in English, else in Chinese.
    pub fn in_language(&self, lang: &str) -> &str {
        let own = match lang.split('-').next().unwrap_or(lang) {
            "zh" => &self.zh,
            "fr" => &self.fr,
            "ru" => &self.ru,
            "ar" => &self.ar,
            "es" => &self.es,
            "pt" => &self.pt,
            _ => &self.en,
        };
        [own, &self.en, &self.zh].into_iter().find(|label| !label.is_empty()).map_or("", String::as_str)
    }

    /// Each language of the service with its label.
    pub fn each(&self) -> [(&'static str, &str); 7] {
        let Self { zh, en, fr, ru, ar, es, pt } = self;
        [("zh", zh), ("en", en), ("fr", fr), ("ru", ru), ("ar", ar), ("es", es), ("pt", pt)]
            .map(|(lang, label)| (lang, label.as_str()))
    }
}

/// Names of fields, countries and regions in every language of the service, and of things that terms stand for.
#[derive(Debug, Default)]
pub struct Names {
    fields: HashMap<String, Labels>,
    countries: HashMap<String, Labels>,
    regions: HashMap<String, Labels>,
    things: HashMap<String, BTreeMap<String, String>>,
}

impl Names {
    pub async fn load(db: &impl ConnectionTrait) -> Result<Names, StoreError> {
        let by_code = |labelled: Vec<Labelled>| labelled.into_iter().map(|one| (one.code, one.labels)).collect();
        Ok(Names {
            fields: by_code(fields(db).await?),
            countries: by_code(countries(db).await?),
            regions: by_code(regions(db).await?),
            things: terms::called(db).await?.into_iter().collect(),
        })
    }

    /// The name of a field in a language of the service.
    pub fn field(&self, code: &str, lang: &str) -> Option<&str> {
        named(&self.fields, code, lang)
    }

    /// The name of a region of the world in a language of the service.
    pub fn region(&self, code: &str, lang: &str) -> Option<&str> {
        named(&self.regions, code, lang)
    }

    /// What a thing of this installation's terms is called, by its token: in a language, else in English, in Chinese, or as
    /// somebody has called it.
    pub fn thing(&self, token: &str, lang: &str) -> Option<&str> {
        let names = self.things.get(token)?;
        let called = [lang, "en", "zh"].into_iter().find_map(|lang| names.get(lang));
        called.or_else(|| names.values().next()).map(String::as_str)
    }

    /// The name of a country in a language of the service.
    pub fn country(&self, code: &str, lang: &str) -> Option<&str> {
        named(&self.countries, code, lang)
    }
}

fn named<'a>(labels: &'a HashMap<String, Labels>, code: &str, lang: &str) -> Option<&'a str> {
    labels.get(code).map(|labels| labels.in_language(lang)).filter(|name| !name.is_empty())
}

/// A code with its label and the code it belongs under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Labelled {
    /// The code.
    #[schema(example = "ict.ai")]
    pub code: String,
    /// The field above, or the region of a country.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "ict")]
    pub parent: Option<String>,
    /// What it is called.
    pub labels: Labels,
}

/// The fields of the taxonomy, in the order of the taxonomy.
pub async fn fields(db: &impl ConnectionTrait) -> Result<Vec<Labelled>, DbErr> {
    let rows = field::Entity::find().order_by_asc(field::Column::Position).all(db).await?;
    let labelled =
        rows.into_iter().map(|row| Labelled { code: row.code.clone(), parent: row.parent.clone(), labels: row.into() });
    Ok(labelled.collect())
}

/// Countries with their regions, by code.
pub async fn countries(db: &impl ConnectionTrait) -> Result<Vec<Labelled>, DbErr> {
    let rows = country::Entity::find().order_by_asc(country::Column::Code).all(db).await?;
    let labelled =
        rows.into_iter().map(|row| Labelled { code: row.code.clone(), parent: row.region.clone(), labels: row.into() });
    Ok(labelled.collect())
}

/// The regions of the world.
pub async fn regions(db: &impl ConnectionTrait) -> Result<Vec<Labelled>, DbErr> {
    let rows = region::Entity::find().order_by_asc(region::Column::Position).all(db).await?;
    let labelled = rows.into_iter().map(|row| Labelled { code: row.code.clone(), parent: None, labels: row.into() });
    Ok(labelled.collect())
}

static SEEDED: LazyLock<Arc<Vocabulary>> = LazyLock::new(|| Arc::new(Vocabulary::seeded()));

/// What records are checked against: the seed files' codes and names, and what stewards have made of them since.
pub async fn vocabulary(db: &impl ConnectionTrait) -> Result<Arc<Vocabulary>, DbErr> {
    let stored: Vec<(String, i32)> = field::Entity::find()
        .select_only()
        .columns([field::Column::Code, field::Column::Version])
        .into_tuple()
        .all(db)
        .await?;
    let is_own = |(code, version): &(String, i32)| *version > 1 || SEEDED.field(code) != Some(code);
    let own: Vec<String> = stored.into_iter().filter(is_own).map(|(code, _)| code).collect();
    if own.is_empty() {
        return Ok(Arc::clone(&SEEDED));
    }
    let mut vocabulary = Vocabulary::clone(&SEEDED);
    for row in field::Entity::find().filter(field::Column::Code.is_in(own)).all(db).await? {
        vocabulary
            .keep_field(&row.code, [&row.zh, &row.en, &row.fr, &row.ru, &row.ar, &row.es, &row.pt].map(String::as_str));
        if row.retired_at.is_some() {
            vocabulary.retire_field(&row.code, row.replacement);
        }
    }
    Ok(Arc::new(vocabulary))
}
