//! Suggestions as the pages of a demand and of a technology show them.

use uuid::Uuid;

use super::reader::Reader;
use crate::app::App;
use crate::error::Error;
use crate::layout::components::Score;
use crate::layout::content::Text;
use crate::layout::matches::{Side, Suggestion};

/// The answer to a demand: ranked suggestions, or the dated "no match".
pub struct Answer {
    pub lead: String,
    pub suggestions: Vec<Suggestion>,
    pub nothing: Option<NoMatch>,
}

/// What was searched, when, and the nearest technologies with what each lacks.
pub struct NoMatch {
    pub text: String,
    pub nearest: Vec<Nearest>,
}

pub struct Nearest {
    pub href: String,
    pub score: Score,
    pub other: Side,
    pub lacks: Vec<Text>,
}

pub async fn for_demand(_app: &App, _reader: &Reader, _demand: Uuid) -> Result<Option<Answer>, Error> {
    Ok(None)
}

pub async fn for_technology(_app: &App, _reader: &Reader, _technology: Uuid) -> Result<Option<Vec<Suggestion>>, Error> {
    Ok(None)
}
