//! What an agreement leaves in the results library, at the end of the whole way there.

use siku::library::result::{Progress, ResultKind};
use siku::library::store::{ListQuery, find_many, list};
use siku::library::technology::ExportControl;
use siku::library::{Results, Status};
use siku::matching::life::{LifeError, SideAnswer};
use siku::matching::types::MatchState::*;

use super::{EMBASSY, FIRM, answer, catalogue, pair, screen, stored, to};
use crate::on_both_databases;
use crate::support::records::admin;

on_both_databases! {
    async fn from_the_suggestion_to_a_draft_in_the_results_library_with_the_export_gate_on_the_way(db: &TestDb) {
        let pair = pair(db).await;
        for state in [Shortlisted, Proposed] {
            to(db, &pair.broker, pair.id, state).await.unwrap();
        }
        answer(db, &pair.embassy, pair.id, SideAnswer::Accepted, None).await.unwrap();
        answer(db, &pair.firm, pair.id, SideAnswer::Accepted, None).await.unwrap();
        assert_eq!(stored(db, pair.id).await.status, "accepted");
        let early = to(db, &pair.broker, pair.id, Introduced).await;
        assert!(matches!(early, Err(LifeError::ExportGate(_))), "{early:?}");
        catalogue(db, "2025-01-01").await;
        screen(db, &admin(), pair.technology, ExportControl::Free, &[]).await.unwrap();
        for state in [Introduced, Negotiating] {
            to(db, &pair.broker, pair.id, state).await.unwrap();
        }
        let before = list::<Results>(&***db, &admin(), &ListQuery::default()).await.unwrap().records.len();
        to(db, &pair.broker, pair.id, Agreed).await.unwrap();

        let after = list::<Results>(&***db, &admin(), &ListQuery::default()).await.unwrap().records;
        assert_eq!(after.len(), before + 1);
        let id = format!("match:{}", pair.id);
        let draft = after.iter().find(|result| result.body.external_id.as_deref() == Some(&id)).unwrap();
        assert_eq!((draft.head.status, draft.body.progress), (Status::Draft, Progress::Planned));
        assert_eq!((draft.body.kind, draft.body.country.as_deref()), (ResultKind::TechnologyTransfer, Some("TN")));
        let technology = find_many::<siku::library::Technologies>(&***db, &admin(), &[pair.technology]).await.unwrap();
        assert_eq!(draft.body.technology.as_ref(), Some(&technology[0].head.number));
        let parties: Vec<_> = draft.body.parties.iter().map(|party| party.name.as_str()).collect();
        assert_eq!(parties, [FIRM, EMBASSY]);
        let path = draft.body.path.as_deref().unwrap();
        assert!(path.contains("D-") && path.ends_with("agreed 2025-11-25"), "{path}");
        to(db, &pair.broker, pair.id, Delivered).await.unwrap();
    }
}
