//! What the service knows from the start: the taxonomy, countries and regions of `seeds/*.csv`, compiled in.
//! Demo records are not here; they come in through the import, like everybody's.

use crate::db::Db;
use crate::library::taxonomy::{country, field, region};
use anyhow::Context;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Set};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

/// A field of the taxonomy as the seed file has it.
#[derive(Debug, Clone, Deserialize)]
pub struct FieldSeed {
    /// `agriculture`, `ict.ai`.
    pub code: String,
    /// Code of the first-level field above it.
    pub parent: Option<String>,
    /// Label in Chinese; the next six are in the languages they are named after.
    pub zh: String,
    pub en: String,
    pub fr: String,
    pub ru: String,
    pub ar: String,
    pub es: String,
    pub pt: String,
    /// Other Chinese names, separated by `;`.
    pub synonyms_zh: String,
    /// Other English names, separated by `;`.
    pub synonyms_en: String,
}

/// A country as the seed file has it.
#[derive(Debug, Clone, Deserialize)]
pub struct CountrySeed {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// Code of its region.
    pub region: Option<String>,
    /// Label in Chinese; the next six are in the languages they are named after.
    pub zh: String,
    pub en: String,
    pub fr: String,
    pub ru: String,
    pub ar: String,
    pub es: String,
    pub pt: String,
}

/// A region as the seed file has it.
#[derive(Debug, Clone, Deserialize)]
pub struct RegionSeed {
    /// `neighbourhood`, `africa`…
    pub code: String,
    /// Label in Chinese; the next six are in the languages they are named after.
    pub zh: String,
    pub en: String,
    pub fr: String,
    pub ru: String,
    pub ar: String,
    pub es: String,
    pub pt: String,
}

/// The taxonomy of the seed file.
pub fn fields() -> anyhow::Result<Vec<FieldSeed>> {
    rows("taxonomy.csv", include_str!("../seeds/taxonomy.csv"))
}

/// The countries of the seed file.
pub fn countries() -> anyhow::Result<Vec<CountrySeed>> {
    rows("countries.csv", include_str!("../seeds/countries.csv"))
}

/// The regions of the seed file.
pub fn regions() -> anyhow::Result<Vec<RegionSeed>> {
    rows("regions.csv", include_str!("../seeds/regions.csv"))
}

fn rows<T: DeserializeOwned>(name: &str, text: &str) -> anyhow::Result<Vec<T>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().with_context(|| format!("cannot read seeds/{name}"))
}

/// The members of a list cell.
pub fn members(cell: &str) -> Vec<&str> {
    cell.split(';').map(str::trim).filter(|member| !member.is_empty()).collect()
}

/// Puts into the database what it does not have yet. What a steward changed stays as it is.
pub async fn load(db: &Db) -> anyhow::Result<()> {
    let (fields, countries, regions) = (&fields()?, &countries()?, &regions()?);
    db.write_send(|transaction| {
        Box::pin(async move {
            region::Entity::insert_many(positioned(regions, |position, seed| region::ActiveModel {
                code: Set(seed.code.clone()),
                position: Set(position),
                zh: Set(seed.zh.clone()),
                en: Set(seed.en.clone()),
                fr: Set(seed.fr.clone()),
                ru: Set(seed.ru.clone()),
                ar: Set(seed.ar.clone()),
                es: Set(seed.es.clone()),
                pt: Set(seed.pt.clone()),
            }))
            .on_conflict(kept(region::Column::Code))
            .exec_without_returning(&*transaction)
            .await
            .context("cannot load the regions")?;
            country::Entity::insert_many(positioned(countries, |position, seed| country::ActiveModel {
                code: Set(seed.code.clone()),
                position: Set(position),
                region: Set(seed.region.clone()),
                zh: Set(seed.zh.clone()),
                en: Set(seed.en.clone()),
                fr: Set(seed.fr.clone()),
                ru: Set(seed.ru.clone()),
                ar: Set(seed.ar.clone()),
                es: Set(seed.es.clone()),
                pt: Set(seed.pt.clone()),
            }))
            .on_conflict(kept(country::Column::Code))
            .exec_without_returning(&*transaction)
            .await
            .context("cannot load the countries")?;
            // A field refers to the one above it, which must be there first.
            let (below, first): (Vec<&FieldSeed>, Vec<&FieldSeed>) =
                fields.iter().partition(|seed| seed.parent.is_some());
            let ordered: Vec<&FieldSeed> = first.into_iter().chain(below).collect();
            field::Entity::insert_many(positioned(&ordered, |position, seed| field::ActiveModel {
                code: Set(seed.code.clone()),
                position: Set(position),
                parent: Set(seed.parent.clone()),
                zh: Set(seed.zh.clone()),
                en: Set(seed.en.clone()),
                fr: Set(seed.fr.clone()),
                ru: Set(seed.ru.clone()),
                ar: Set(seed.ar.clone()),
                es: Set(seed.es.clone()),
                pt: Set(seed.pt.clone()),
                synonyms_zh: Set(json!(members(&seed.synonyms_zh))),
                synonyms_en: Set(json!(members(&seed.synonyms_en))),
                version: Set(1),
                ..field::ActiveModel::default()
            }))
            .on_conflict(kept(field::Column::Code))
            .exec_without_returning(&*transaction)
            .await
            .context("cannot load the taxonomy")?;
            Ok(())
        })
    })
    .await
}

fn positioned<S, A>(seeds: &[S], row: impl Fn(i32, &S) -> A) -> Vec<A> {
    (0..).zip(seeds).map(|(position, seed)| row(position, seed)).collect()
}

fn kept(code: impl sea_orm::sea_query::IntoIden) -> OnConflict {
    OnConflict::column(code).do_nothing().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_seed_files_agree_with_each_other() {
        let regions: HashSet<String> = regions().unwrap().into_iter().map(|seed| seed.code).collect();
        for seed in countries().unwrap() {
            // XR is one of the codes that ISO leaves to its users; files on aid use it for a whole region.
            let known = celes::Country::from_alpha2(seed.code.to_lowercase()).is_ok() || seed.code == "XR";
            assert!(known, "{}", seed.code);
            assert!(seed.region.is_none_or(|region| regions.contains(&region)), "{}", seed.code);
        }
        let fields = fields().unwrap();
        let codes: HashSet<&str> = fields.iter().map(|seed| seed.code.as_str()).collect();
        assert_eq!(codes.len(), fields.len(), "codes repeat");
        for seed in &fields {
            let above = seed.code.split_once('.').map(|(first, _)| first);
            assert_eq!(seed.parent.as_deref(), above, "{}", seed.code);
            assert!(above.is_none_or(|first| codes.contains(first)), "{}", seed.code);
        }
    }
}
