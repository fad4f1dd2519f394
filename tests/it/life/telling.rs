//! Whom a step is told to, and what stays unsaid.

use sea_orm::{EntityTrait, QueryOrder};
use siku::matching::life::{Side, SideAnswer};
use siku::matching::types::MatchState;
use siku::notices::rows::notice;

use super::{EMBASSY, FIRM, answer, pair, to};
use crate::notices::person;
use crate::on_both_databases;

on_both_databases! {
    async fn a_proposal_is_told_to_both_sides_about_their_own_record_and_an_answer_to_the_other(db: &TestDb) {
        let pair = pair(db).await;
        let (firm, embassy) = (person(db, "fang", Some(FIRM)).await, person(db, "amal", Some(EMBASSY)).await);
        to(db, &pair.broker, pair.id, MatchState::Shortlisted).await.unwrap();
        assert!(notice::Entity::find().all(&***db).await.unwrap().is_empty());

        to(db, &pair.broker, pair.id, MatchState::Proposed).await.unwrap();
        answer(db, &pair.firm, pair.id, SideAnswer::Declined, Some(Side::Technology)).await.unwrap();

        let told = notice::Entity::find().order_by_asc(notice::Column::CreatedAt).all(&***db).await.unwrap();
        let mut seen: Vec<_> = told.iter().map(|one| (one.user_id, one.kind.as_str())).collect();
        seen.sort();
        let mut wanted = vec![(firm, "match_proposed"), (embassy, "match_proposed"), (embassy, "match_answered")];
        wanted.sort();
        assert_eq!(seen, wanted);
        for one in &told {
            let text = format!("{} {:?}", one.values, one.link);
            let (own, other) = if one.user_id == firm { ("T-", "D-") } else { ("D-", "T-") };
            assert!(text.contains(own) && !text.contains(other), "{text}");
            assert_eq!(one.link, Some(format!("/matches/{}", pair.id)));
            assert!(!text.contains(FIRM) && !text.contains(EMBASSY), "{text}");
        }
    }
}
