//! The menu under the name of who is signed in: the pages that are theirs and not everybody's daily work.

use super::authoring;
use super::operations::entrance;
use crate::accounts::sessions::{Session, Standing};
use crate::accounts::{Action, Actor, Scope};
use crate::layout::Locale;
use crate::layout::components::Crumb;

/// What this person may open. Who lacks something for their rights finds the account alone.
pub fn menu(session: &Session, actor: &Actor, t: Locale) -> Vec<Crumb> {
    let full = session.standing == Standing::Full;
    let may = |action: Action| full && actor.scope(action) != Scope::Never;
    let at_desk = may(Action::DecideMatch);
    let places = [
        (authoring::home_of(actor).filter(|_| at_desk), "nav-mine"),
        (may(Action::ReviewRecord).then(|| "/desk/reviews".to_owned()), "desk-reviews"),
        (at_desk.then(|| "/dashboard".to_owned()), "dashboard-name"),
        (full.then(|| "/people".to_owned()), "people-title"),
        ((full && session.role.is_operator()).then(|| "/organisations".to_owned()), "organisations-title"),
        ((at_desk && !may(Action::KeepTaxonomy)).then(|| "/terms".to_owned()), "terms-title"),
        (entrance(actor).map(str::to_owned), "operations-title"),
        (Some("/account".to_owned()), "account-title"),
    ];
    places.into_iter().filter_map(|(href, key)| Some(Crumb { label: t.text(key), href: href? })).collect()
}
