//! ONE table: which columns of a published record its owner changes at once, and which only after a review. What bears
//! on matching or on trust is reviewed.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::library::Library;
use crate::library::body::Body;
use crate::library::parse::parse_body;
use crate::library::store::StoreError;
use crate::library::store::rows::body_columns;
use crate::library::store::write::is_unchanged;

/// When a change of a column takes effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    AtOnce,
    /// At once up to the longest time a record may run; beyond it is reviewed.
    WithinBounds,
    Reviewed,
}

use Weight::{AtOnce, Reviewed, WithinBounds};

/// Every column of every library.
#[rustfmt::skip]
const TABLE: &[(&str, Weight)] = &[
    // of all libraries
    ("external_id", AtOnce), ("keywords", AtOnce), ("valid_until", WithinBounds), ("source", AtOnce),
    ("source_reference", AtOnce),
    ("lang", Reviewed), ("title", Reviewed), ("summary", Reviewed), ("description", Reviewed), ("fields", Reviewed),
    ("links", Reviewed), ("translations", Reviewed), ("country", Reviewed), ("currency", Reviewed), ("kind", Reviewed),
    ("operating_conditions", Reviewed),
    // technologies
    ("advantages", Reviewed), ("alternative", Reviewed), ("economic_comparison", Reviewed), ("trl", Reviewed),
    ("ip_status", Reviewed), ("ip_rights", Reviewed), ("cooperation_modes", Reviewed), ("target_countries", Reviewed),
    ("price_min", Reviewed), ("price_max", Reviewed), ("ipc_classes", Reviewed), ("export_control", Reviewed),
    ("export_catalogue", Reviewed), ("export_entry", Reviewed), ("export_screened_on", Reviewed),
    ("confidential", Reviewed),
    // demands
    ("requirements", Reviewed), ("mandate_holder", Reviewed), ("end_user", Reviewed), ("payer", Reviewed),
    ("decider", Reviewed), ("decision_date", Reviewed), ("deadline", Reviewed), ("procurement_route", Reviewed),
    ("budget_min", Reviewed), ("budget_max", Reviewed), ("accepted_modes", Reviewed), ("min_trl", Reviewed),
    ("sdgs", Reviewed), ("urgency", Reviewed),
    // results
    ("other_countries", Reviewed), ("parties", Reviewed), ("year", Reviewed), ("start_date", Reviewed),
    ("end_date", Reviewed), ("progress", Reviewed), ("people_trained", Reviewed), ("visits", Reviewed),
    ("contract_value", Reviewed), ("outcomes", Reviewed), ("path", Reviewed), ("lessons", Reviewed),
    ("technology", Reviewed), ("institutions", Reviewed),
    // institutions
    ("contacts", AtOnce), ("city", AtOnce), ("countries_served", Reviewed), ("services", Reviewed),
    ("languages", Reviewed), ("operation", Reviewed), ("since", Reviewed), ("grade", Reviewed), ("grade_date", Reviewed),
];

fn weight(column: &str) -> Weight {
    TABLE.iter().find(|(name, _)| *name == column).map_or(Reviewed, |(_, weight)| *weight)
}

/// Whether an owner's change of this column takes effect without a review, as far as it is within bounds.
pub fn takes_effect_at_once(column: &str) -> bool {
    weight(column) != Reviewed
}

/// What an owner's change of a published record consists of.
#[derive(Debug, Clone, PartialEq)]
pub struct Split<B> {
    /// The record with what takes effect at once.
    pub at_once: B,
    /// The columns that are to be reviewed, with their new values; null where there is none any more.
    pub reviewed: Map<String, Value>,
}

/// Takes a change apart. `horizon` is the last day until which a record may run without a review.
pub fn split<L: Library>(stored: &L::Body, new: &L::Body, horizon: NaiveDate) -> Result<Split<L::Body>, StoreError> {
    let (old, wanted) = (body_columns(stored)?, body_columns(new)?);
    let (mut at_once, mut reviewed) = (old.clone(), Map::new());
    for column in L::COLUMNS.iter().map(|column| column.name).filter(|name| *name != "translations") {
        let (before, after) = (old.get(column), wanted.get(column));
        if before == after {
            continue;
        }
        let immediate = match weight(column) {
            AtOnce => true,
            WithinBounds => new.common().valid_until.is_some_and(|day| day <= horizon),
            Reviewed => false,
        };
        let value = after.cloned().unwrap_or(Value::Null);
        if immediate {
            at_once.insert(column.to_owned(), value);
        } else {
            reviewed.insert(column.to_owned(), value);
        }
    }
    // A language that is not named keeps the translation it has.
    let mut translated = stored.clone();
    translated.common_mut().translations.clone_from(new.common().translations.to_vec().as_ref());
    if !is_unchanged(stored, &translated) {
        reviewed.insert("translations".to_owned(), wanted.get("translations").cloned().unwrap_or(Value::Null));
    }
    let at_once = parse_body::<L>(Value::Object(at_once)).map_err(StoreError::Invalid)?;
    Ok(Split { at_once, reviewed })
}

/// The body with the columns of a change put in.
pub fn with_changes<L: Library>(body: &L::Body, changes: &Map<String, Value>) -> Result<L::Body, StoreError> {
    let mut columns = body_columns(body)?;
    columns.extend(changes.iter().map(|(name, value)| (name.clone(), value.clone())));
    parse_body::<L>(Value::Object(columns)).map_err(StoreError::Invalid)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::library::{Demands, Institutions, Results, Technologies, Technology};

    #[test]
    fn every_column_of_every_library_stands_in_the_table_once() {
        let named: BTreeSet<&str> = TABLE.iter().map(|(name, _)| *name).collect();
        assert_eq!(named.len(), TABLE.len(), "a column stands there twice");
        let columns = [Technologies::COLUMNS, Demands::COLUMNS, Results::COLUMNS, Institutions::COLUMNS];
        let all: BTreeSet<&str> = columns.iter().flat_map(|columns| columns.iter().map(|column| column.name)).collect();
        assert_eq!(named, all);
    }

    #[test]
    fn texts_rights_and_export_wait_and_keywords_and_contacts_do_not() {
        for column in ["title", "description", "requirements", "ip_rights", "export_control", "operating_conditions"] {
            assert_eq!(weight(column), Reviewed, "{column}");
        }
        for column in ["keywords", "contacts", "external_id"] {
            assert_eq!(weight(column), AtOnce, "{column}");
        }
        assert_eq!(weight("a new column"), Reviewed);
    }

    #[test]
    fn a_change_is_taken_apart_and_put_together_again() {
        let day = |text: &str| text.parse().unwrap();
        let stored = Technology { title: "a".to_owned(), trl: Some(7), ..Technology::default() };
        let mut new = Technology { title: "b".to_owned(), keywords: vec!["k".to_owned()], ..Technology::default() };
        new.valid_until = Some(day("2027-12-31"));
        let parts = split::<Technologies>(&stored, &new, day("2028-01-01")).unwrap();
        assert_eq!((parts.at_once.title.as_str(), parts.at_once.trl), ("a", Some(7)));
        assert_eq!((&parts.at_once.keywords, parts.at_once.valid_until), (&new.keywords, new.valid_until));
        assert_eq!(parts.reviewed.keys().collect::<Vec<_>>(), ["title", "trl"]);
        assert_eq!(with_changes::<Technologies>(&parts.at_once, &parts.reviewed).unwrap(), new);
        let far = split::<Technologies>(&stored, &new, day("2027-01-01")).unwrap();
        assert!(far.reviewed.contains_key("valid_until") && far.at_once.valid_until.is_none());
    }
}
