//! Cursors: where the next page of a list begins. Opaque to callers; they stay right while records come and go.

use super::StoreError;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::list::Sort;

/// The last record of a page, by what the list is sorted by; or how many ranked hits were shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Cursor {
    /// After this record in the order of the list.
    #[serde(rename = "a")]
    After {
        /// The order the cursor was made for.
        #[serde(rename = "s")]
        sort: Sort,
        /// The last record's value of the sorted column.
        #[serde(rename = "v")]
        value: Option<String>,
        /// The last record.
        #[serde(rename = "i")]
        id: Uuid,
    },
    /// After so many of the ranked ids.
    #[serde(rename = "r")]
    Ranked(usize),
}

impl Cursor {
    /// As given to the caller.
    pub fn encode(&self) -> anyhow::Result<String> {
        Ok(URL_SAFE_NO_PAD.encode(serde_json::to_vec(self)?))
    }

    /// As the caller gave it back.
    pub fn decode(written: &str) -> Result<Self, StoreError> {
        let bytes = URL_SAFE_NO_PAD.decode(written).map_err(|_| StoreError::BadCursor)?;
        serde_json::from_slice(&bytes).map_err(|_| StoreError::BadCursor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_as_it_went_and_nonsense_is_refused() {
        let cursor = Cursor::After { sort: Sort::Title, value: Some("滴灌".into()), id: Uuid::now_v7() };
        assert_eq!(Cursor::decode(&cursor.encode().unwrap()).unwrap(), cursor);
        assert!(matches!(Cursor::decode("%%%"), Err(StoreError::BadCursor)));
        assert!(matches!(Cursor::decode("e30"), Err(StoreError::BadCursor)));
    }
}
