//! One step after another: what each changes, who may take it, how it is taken back.

use super::{answer, no, noon, pair, stored, suggestion, to};
use crate::on_both_databases;
use crate::support::records::{admin, demand, member, published, technology};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use siku::accounts::{Actor, Role};
use siku::db::Db;
use siku::library::store::create;
use siku::library::{Demands, Technologies};
use siku::matching::life::{Decision, LifeError, Reason, Side, SideAnswer, Standing, Why, decide, undo_in};
use siku::matching::rows::events;
use siku::matching::types::MatchState::*;
use uuid::Uuid;

async fn undo(db: &Db, actor: &Actor, id: Uuid, now: DateTime<Utc>) -> Result<Standing, LifeError> {
    db.write_send(|transaction| Box::pin(async move { undo_in(&transaction, actor, id, None, now).await })).await
}

async fn history(db: &Db, id: Uuid) -> Vec<events::Model> {
    let of_match = events::Column::MatchId.eq(id);
    events::Entity::find().filter(of_match).order_by_asc(events::Column::Id).all(&**db).await.unwrap()
}

on_both_databases! {
    async fn both_sides_have_to_accept_before_a_match_is_accepted(db: &TestDb) {
        let pair = pair(db).await;
        to(db, &pair.broker, pair.id, Shortlisted).await.unwrap();
        to(db, &pair.broker, pair.id, Proposed).await.unwrap();
        let one = answer(db, &pair.firm, pair.id, SideAnswer::Accepted, None).await.unwrap();
        assert_eq!(one.state, Proposed);
        let twice = answer(db, &pair.firm, pair.id, SideAnswer::Accepted, None).await.unwrap_err();
        assert_eq!(twice.to_string(), "this side has accepted already");
        let both = answer(db, &pair.embassy, pair.id, SideAnswer::Accepted, None).await.unwrap();
        assert_eq!((both.state, both.version), (Accepted, 5));
        let row = stored(db, pair.id).await;
        assert!(row.decided && row.proposed_at == Some(noon(1)) && row.demand_answered_at == Some(noon(2)));
    }

    async fn a_side_that_declines_ends_it_with_a_reason(db: &TestDb) {
        let pair = pair(db).await;
        to(db, &pair.broker, pair.id, Proposed).await.unwrap();
        answer(db, &pair.firm, pair.id, SideAnswer::Accepted, None).await.unwrap();
        let end = answer(db, &pair.embassy, pair.id, SideAnswer::Declined, None).await.unwrap();
        assert_eq!((end.state, end.possible.as_slice()), (Declined, [].as_slice()));
        let last = history(db, pair.id).await.pop().unwrap();
        assert_eq!((last.reason_code.as_deref(), last.acting.as_deref()), (Some("too_expensive"), Some("demand_side")));
    }

    async fn every_step_is_written_down_with_actor_time_reason_and_what_was_known(db: &TestDb) {
        let pair = pair(db).await;
        no(db, &pair.broker, pair.id, Dismissed).await.unwrap();
        let events = history(db, pair.id).await;
        let [step] = events.as_slice() else { panic!("{events:?}") };
        assert_eq!((step.from_status.as_deref(), step.to_status.as_str()), (Some("suggested"), "dismissed"));
        assert_eq!((step.actor_id, step.at, step.version), (pair.broker.user_id(), noon(1), Some(2)));
        assert_eq!(step.reason_code.as_deref(), Some("off_topic"));
        assert_eq!((&step.snapshot["score"], &step.snapshot["algorithm"]), (&0.6.into(), &"test-1".into()));
        let audited = siku::matching::life::Sides::of(&***db, &stored(db, pair.id).await).await.unwrap();
        assert_eq!(audited.demand, pair.embassy.organisation_id());
    }

    async fn a_no_needs_a_reason_and_other_needs_a_text(db: &TestDb) {
        let pair = pair(db).await;
        let LifeError::Invalid(faults) = to(db, &pair.broker, pair.id, Dismissed).await.unwrap_err() else { panic!() };
        assert_eq!(faults[0].pointer, "/reason");
        for (text, good) in [(None, false), (Some("  ".to_owned()), false), (Some("they asked us".to_owned()), true)] {
            let decision = Decision { to: Dismissed, why: Why { reason: Some(Reason::Other), text } };
            let done = decide(db, &pair.broker, pair.id, None, decision, noon(1)).await;
            assert_eq!(done.is_ok(), good, "{done:?}");
        }
    }

    async fn a_match_on_hold_goes_back_to_where_it_was_and_nowhere_else(db: &TestDb) {
        let pair = pair(db).await;
        to(db, &pair.broker, pair.id, Proposed).await.unwrap();
        answer(db, &pair.firm, pair.id, SideAnswer::Accepted, None).await.unwrap();
        let held = no(db, &pair.broker, pair.id, OnHold).await.unwrap();
        assert_eq!((held.held_from, held.possible.as_slice()), (Some(Proposed), [Proposed].as_slice()));
        for state in [Shortlisted, Withdrawn, Accepted, Dismissed] {
            let error = no(db, &pair.broker, pair.id, state).await.unwrap_err();
            assert!(matches!(error, LifeError::Illegal { from: OnHold, .. }), "{error:?}");
        }
        assert!(answer(db, &pair.embassy, pair.id, SideAnswer::Accepted, None).await.is_err());
        let back = to(db, &pair.broker, pair.id, Proposed).await.unwrap();
        assert_eq!((back.state, back.held_from), (Proposed, None));
        let both = answer(db, &pair.embassy, pair.id, SideAnswer::Accepted, None).await.unwrap();
        assert_eq!(both.state, Accepted, "the answer before the hold still counts");
    }

    async fn who_belongs_to_a_side_cannot_decide(db: &TestDb) {
        let pair = pair(db).await;
        for role in [Role::Broker, Role::Steward, Role::Admin] {
            for organisation in [pair.firm.organisation_id(), pair.embassy.organisation_id()] {
                let partial = member(role, organisation.unwrap());
                let error = to(db, &partial, pair.id, Shortlisted).await.unwrap_err();
                assert!(matches!(error, LifeError::ConflictOfInterest), "{error:?}");
            }
        }
        assert_eq!(stored(db, pair.id).await.version, 1);
    }

    async fn firms_and_embassies_decide_nothing_and_know_nothing_before_the_proposal(db: &TestDb) {
        let pair = pair(db).await;
        let stranger = member(Role::Firm, Uuid::now_v7());
        for actor in [&pair.firm, &pair.embassy, &stranger, &Actor::Public] {
            let error = to(db, actor, pair.id, Shortlisted).await.unwrap_err();
            assert!(matches!(error, LifeError::NotFound), "{error:?}");
        }
        to(db, &pair.broker, pair.id, Proposed).await.unwrap();
        assert!(matches!(to(db, &pair.firm, pair.id, Withdrawn).await.unwrap_err(), LifeError::Forbidden));
        assert!(matches!(to(db, &stranger, pair.id, Withdrawn).await.unwrap_err(), LifeError::NotFound));
        let other = answer(db, &pair.firm, pair.id, SideAnswer::Accepted, Some(Side::Demand)).await.unwrap_err();
        assert!(matches!(other, LifeError::Forbidden), "{other:?}");
    }

    async fn a_broker_answers_only_for_a_side_without_an_organisation(db: &TestDb) {
        let pair = pair(db).await;
        let imported = create::<Demands>(db, &admin(), demand("Eau"), published()).await.unwrap();
        let id = suggestion(db, imported.head.id, pair.technology).await;
        to(db, &pair.broker, id, Proposed).await.unwrap();
        let accepted = SideAnswer::Accepted;
        let unsaid = answer(db, &pair.broker, id, accepted, None).await.unwrap_err();
        assert!(unsaid.to_string().contains("/side: say for which side"), "{unsaid}");
        let firms = answer(db, &pair.broker, id, accepted, Some(Side::Technology)).await.unwrap_err();
        assert!(matches!(firms, LifeError::Forbidden), "{firms:?}");
        answer(db, &pair.broker, id, accepted, Some(Side::Demand)).await.unwrap();
        assert_eq!(answer(db, &pair.firm, id, accepted, None).await.unwrap().state, Accepted);
    }

    async fn a_step_is_taken_back_within_a_minute_by_who_took_it(db: &TestDb) {
        let pair = pair(db).await;
        no(db, &pair.broker, pair.id, Dismissed).await.unwrap();
        let other = member(Role::Broker, Uuid::now_v7());
        assert!(matches!(undo(db, &other, pair.id, noon(2)).await.unwrap_err(), LifeError::UndoRefused(_)));
        assert!(matches!(undo(db, &pair.broker, pair.id, noon(62)).await.unwrap_err(), LifeError::UndoRefused(_)));
        let back = undo(db, &pair.broker, pair.id, noon(61)).await.unwrap();
        assert_eq!((back.state, back.version), (Suggested, 3));
        assert!(!stored(db, pair.id).await.decided, "nobody has moved on it any more");
        let again = undo(db, &pair.broker, pair.id, noon(61)).await.unwrap_err();
        assert_eq!(again.to_string(), "the last step was taken back already");
        let events = history(db, pair.id).await;
        assert_eq!((events[1].undoes, events[1].kind.as_str()), (Some(events[0].id), "undone"));
    }

    async fn an_answer_taken_back_leaves_the_other_sides_answer(db: &TestDb) {
        let pair = pair(db).await;
        to(db, &pair.broker, pair.id, Proposed).await.unwrap();
        answer(db, &pair.firm, pair.id, SideAnswer::Accepted, None).await.unwrap();
        answer(db, &pair.embassy, pair.id, SideAnswer::Accepted, None).await.unwrap();
        assert_eq!(undo(db, &pair.embassy, pair.id, noon(30)).await.unwrap().state, Proposed);
        let row = stored(db, pair.id).await;
        assert_eq!((row.technology_answer.as_deref(), row.demand_answer), (Some("accepted"), None));
    }

    async fn a_version_that_was_read_before_is_stale_after_a_step(db: &TestDb) {
        let pair = pair(db).await;
        let step = |version| decide(db, &pair.broker, pair.id, Some(version), Decision::to(Shortlisted), noon(1));
        step(1).await.unwrap();
        assert!(matches!(step(1).await.unwrap_err(), LifeError::Stale { current: 2 }));
        assert!(matches!(step(2).await.unwrap_err(), LifeError::Illegal { from: Shortlisted, to: Shortlisted, .. }));
    }

    async fn a_match_that_is_not_there_is_not_found(db: &TestDb) {
        assert!(matches!(to(db, &admin(), Uuid::now_v7(), Shortlisted).await.unwrap_err(), LifeError::NotFound));
        let alone = create::<Technologies>(db, &admin(), technology("x"), published()).await.unwrap();
        assert!(matches!(to(db, &admin(), alone.head.id, Shortlisted).await.unwrap_err(), LifeError::NotFound));
    }
}
