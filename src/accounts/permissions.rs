//! Who may do what to whose records: ONE table, and the extractor that puts it into a handler's signature.
//!
//! Not here: who the caller is (`actor`, `tokens`) and what a state allows (`library`, `matching`).

use std::marker::PhantomData;
use std::ops::Deref;

use super::actor::{Actor, Role};

/// What can be asked for. Reading what is published needs no permission and is not listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Post a record into one of the four libraries.
    CreateRecord,
    /// Replace or patch a record, or its translations.
    ChangeRecord,
    /// Take a record back.
    WithdrawRecord,
    /// See drafts, withdrawn and archived records, and every record's earlier versions.
    ReadUnpublished,
    /// See contacts and confidential parts.
    ReadConfidential,
    /// See stored matches and their dossiers.
    ReadMatches,
    /// Have a demand matched that is only in the request.
    ComputeMatch,
    /// See the list of organisations.
    ReadOrganisations,
    /// Move a match through its life, assign it, record a letter of intent, see the queue.
    DecideMatch,
    /// Answer a proposal for one's own side.
    AnswerProposal,
    /// Write messages in a case and put documents into it.
    WriteInCase,
    /// See the screening of a technology, the catalogues, and what has to be screened.
    ReadScreenings,
    /// Import an export catalogue and record a screening.
    ScreenTechnology,
    /// See who did and saw what.
    ReadAudit,
    /// See what one was told, and say how.
    ReadNotices,
    /// Stop the clock of a match, or let it go on.
    SetClock,
    /// Show a record to everybody, or change one that is shown: what others write is reviewed first.
    PublishRecord,
    /// Say whether an organisation that has registered may act.
    DecideOrganisation,
    /// See who the people of an organisation are.
    ReadPeople,
    /// Invite people into an organisation, let in who waits, see and take back invitations.
    InvitePeople,
    /// Take a person's account out of use and hand their work over.
    RemovePeople,
    /// Give a person another role, or an account that is out of use back.
    AppointPeople,
    /// Score what others submit, and see what waits for that.
    ReviewRecord,
    /// Tell the brokers of interest in a record of the other side, with a record of one's own.
    ExpressInterest,
    /// See the interest that was expressed.
    ReadInterests,
    /// See the weights of the ranking, and put a version in force.
    SetWeights,
    /// Have other programs told of events.
    ManageWebhooks,
    /// See jobs and the state of the indexes, have jobs tried again and the indexes checked or rebuilt.
    OperateService,
    /// See the settings in force, without secrets.
    ReadSettings,
    /// Name the fields of the taxonomy, add and retire them; decide on terms.
    KeepTaxonomy,
    /// See the terms of this installation, and propose some.
    ProposeTerm,
}

/// How an actor stands to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The record belongs to the actor's organisation.
    Own,
    /// The record is a side of an open match that is assigned to the actor.
    Case,
    Other,
}

/// On whose records an action is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Never,
    Own,
    Case,
    /// Everybody's but those of the actor's own organisation: nobody says yes to their own.
    Others,
    Any,
}

impl Scope {
    pub fn covers(self, relation: Relation) -> bool {
        match self {
            Self::Never => false,
            Self::Own => relation == Relation::Own,
            Self::Case => relation == Relation::Case,
            Self::Others => relation != Relation::Own,
            Self::Any => true,
        }
    }
}

struct Rule {
    action: Action,
    public: Scope,
    firm: Scope,
    embassy: Scope,
    broker: Scope,
    steward: Scope,
    admin: Scope,
}

const NO: Scope = Scope::Never;
const OWN: Scope = Scope::Own;
const CASE: Scope = Scope::Case;
const OTHERS: Scope = Scope::Others;
const ANY: Scope = Scope::Any;

/// Every action has one line; the columns are the public and the five roles. Firms and embassies write drafts of their
/// own; what everybody sees is published and changed by those who run the libraries, who are authors like any other of
/// what their own organisation owns.
#[rustfmt::skip]
const TABLE: &[Rule] = &[
    Rule { action: Action::CreateRecord,      public: NO, firm: OWN, embassy: OWN, broker: NO,  steward: ANY, admin: ANY },
    Rule { action: Action::ChangeRecord,      public: NO, firm: OWN, embassy: OWN, broker: NO,  steward: ANY, admin: ANY },
    Rule { action: Action::WithdrawRecord,    public: NO, firm: OWN, embassy: OWN, broker: NO,  steward: ANY, admin: ANY },
    Rule { action: Action::ReadUnpublished,   public: NO, firm: OWN, embassy: OWN, broker: NO,  steward: ANY, admin: ANY },
    Rule { action: Action::ReadConfidential,  public: NO, firm: OWN, embassy: OWN, broker: CASE, steward: ANY, admin: ANY },
    Rule { action: Action::ReadMatches,       public: NO, firm: OWN, embassy: OWN, broker: ANY, steward: ANY, admin: ANY },
    Rule { action: Action::ComputeMatch,      public: NO, firm: ANY, embassy: ANY, broker: ANY, steward: ANY, admin: ANY },
    // A match: a firm's and an embassy's own is one with a record of theirs, from the proposal on; a broker answers only
    // for a side that has no organisation here.
    Rule { action: Action::DecideMatch,       public: NO, firm: NO,  embassy: NO,  broker: ANY, steward: ANY, admin: ANY },
    Rule { action: Action::AnswerProposal,    public: NO, firm: OWN, embassy: OWN, broker: ANY, steward: ANY, admin: ANY },
    Rule { action: Action::WriteInCase,       public: NO, firm: OWN, embassy: OWN, broker: ANY, steward: ANY, admin: ANY },
    Rule { action: Action::ReadScreenings,    public: NO, firm: OWN, embassy: NO,  broker: ANY, steward: ANY, admin: ANY },
    Rule { action: Action::ScreenTechnology,  public: NO, firm: NO,  embassy: NO,  broker: NO,  steward: ANY, admin: ANY },
    Rule { action: Action::ReadAudit,         public: NO, firm: NO,  embassy: NO,  broker: NO,  steward: NO,  admin: ANY },
    Rule { action: Action::ReadNotices,       public: NO, firm: OWN, embassy: OWN, broker: OWN, steward: OWN, admin: OWN },
    Rule { action: Action::SetClock,          public: NO, firm: NO,  embassy: NO,  broker: NO,  steward: ANY, admin: ANY },
    Rule { action: Action::ReadOrganisations, public: NO, firm: NO,  embassy: NO,  broker: NO,  steward: ANY, admin: ANY },
    Rule { action: Action::PublishRecord,     public: NO, firm: NO,  embassy: NO,  broker: NO,  steward: OTHERS, admin: OTHERS },
    // People: a member acts on those of their own organisation and role.
    Rule { action: Action::DecideOrganisation, public: NO, firm: NO, embassy: NO,  broker: NO,  steward: ANY, admin: ANY },
    Rule { action: Action::ReadPeople,        public: NO, firm: OWN, embassy: OWN, broker: OWN, steward: ANY, admin: ANY },
    Rule { action: Action::InvitePeople,      public: NO, firm: OWN, embassy: OWN, broker: OWN, steward: ANY, admin: ANY },
    Rule { action: Action::RemovePeople,      public: NO, firm: OWN, embassy: OWN, broker: OWN, steward: ANY, admin: ANY },
    Rule { action: Action::AppointPeople,     public: NO, firm: NO,  embassy: NO,  broker: NO,  steward: ANY, admin: ANY },
    Rule { action: Action::ReviewRecord,      public: NO, firm: NO,  embassy: NO,  broker: NO,  steward: ANY, admin: ANY },
    Rule { action: Action::ExpressInterest,   public: NO, firm: OWN, embassy: OWN, broker: NO,  steward: NO,  admin: NO },
    Rule { action: Action::ReadInterests,     public: NO, firm: OWN, embassy: OWN, broker: ANY, steward: ANY, admin: ANY },
    Rule { action: Action::SetWeights,        public: NO, firm: NO,  embassy: NO,  broker: NO,  steward: NO,  admin: ANY },
    Rule { action: Action::ManageWebhooks,    public: NO, firm: OWN, embassy: OWN, broker: NO,  steward: NO,  admin: ANY },
    Rule { action: Action::OperateService,    public: NO, firm: NO,  embassy: NO,  broker: NO,  steward: ANY, admin: ANY },
    Rule { action: Action::ReadSettings,      public: NO, firm: NO,  embassy: NO,  broker: NO,  steward: NO,  admin: ANY },
    Rule { action: Action::KeepTaxonomy,      public: NO, firm: NO,  embassy: NO,  broker: NO,  steward: ANY, admin: ANY },
    Rule { action: Action::ProposeTerm,       public: NO, firm: NO,  embassy: NO,  broker: ANY, steward: ANY, admin: ANY },
];

/// Looks the table up; `None` is the public. An action without a line is allowed to nobody.
pub fn scope(role: Option<Role>, action: Action) -> Scope {
    let Some(rule) = TABLE.iter().find(|rule| rule.action == action) else { return Scope::Never };
    match role {
        None => rule.public,
        Some(Role::Firm) => rule.firm,
        Some(Role::Embassy) => rule.embassy,
        Some(Role::Broker) => rule.broker,
        Some(Role::Steward) => rule.steward,
        Some(Role::Admin) => rule.admin,
    }
}

/// The roles that may do `action` on at least some records, for documentation.
pub fn roles_of(action: Action) -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| scope(Some(*role), action) != Scope::Never).collect()
}

/// An action as a type, so that a signature can name it: `Authorised<CreateRecord>`.
pub trait Permission: 'static {
    const ACTION: Action;
}

macro_rules! permissions {
    ($($name:ident),+ $(,)?) => {$(
        #[doc = concat!("[`Action::", stringify!($name), "`] as a type.")]
        pub struct $name;

        impl Permission for $name {
            const ACTION: Action = Action::$name;
        }
    )+};
}

permissions!(DecideMatch, AnswerProposal, WriteInCase, ReadScreenings, ScreenTechnology);
permissions!(ReviewRecord, ExpressInterest, ReadInterests);
permissions!(
    CreateRecord,
    ChangeRecord,
    WithdrawRecord,
    ReadUnpublished,
    ReadMatches,
    ComputeMatch,
    ReadOrganisations,
    ReadAudit,
    ReadNotices,
    SetClock,
);
permissions!(DecideOrganisation, ReadPeople, InvitePeople, RemovePeople, AppointPeople);
permissions!(SetWeights, ManageWebhooks);
permissions!(OperateService, ReadSettings);
permissions!(KeepTaxonomy);
permissions!(ProposeTerm);

/// An actor who may do `P` on at least some records. As a handler's argument it answers 401 without a token and
/// 403 with one that does not reach; on whose records is checked where the record is known ([`Actor::may`]).
pub struct Authorised<P: Permission> {
    actor: Actor,
    permission: PhantomData<P>,
}

impl<P: Permission> Authorised<P> {
    /// `None` when the actor may do `P` on nobody's records.
    pub fn check(actor: Actor) -> Option<Self> {
        (actor.scope(P::ACTION) != Scope::Never).then_some(Self { actor, permission: PhantomData })
    }
}

impl<P: Permission> Deref for Authorised<P> {
    type Target = Actor;

    fn deref(&self) -> &Actor {
        &self.actor
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn user(role: Role) -> Actor {
        Actor::User { id: Uuid::nil(), organisation_id: None, role }
    }

    #[test]
    fn only_those_who_run_the_libraries_publish() {
        for role in Role::ALL {
            assert_eq!(user(role).may(Action::PublishRecord, None), role.is_operator(), "{role}");
        }
        let own = Some(Uuid::from_u128(1));
        for role in Role::ALL {
            let member = Actor::User { id: Uuid::nil(), organisation_id: own, role };
            assert!(!member.may(Action::PublishRecord, own), "{role}: nobody says yes to their own");
            assert_eq!(member.may(Action::PublishRecord, Some(Uuid::from_u128(2))), role.is_operator(), "{role}");
        }
        assert!(!Actor::Public.may(Action::PublishRecord, None));
        assert!(Actor::System.may(Action::PublishRecord, None));
    }

    #[test]
    fn firms_and_embassies_write_for_their_own_organisation_alone() {
        let own = Some(Uuid::from_u128(1));
        for action in [Action::CreateRecord, Action::ChangeRecord, Action::WithdrawRecord, Action::ReadUnpublished] {
            for role in [Role::Firm, Role::Embassy] {
                let member = Actor::User { id: Uuid::nil(), organisation_id: own, role };
                assert!(member.may(action, own), "{role} {action:?}");
                assert!(!member.may(action, Some(Uuid::from_u128(2))), "{role} {action:?}");
                assert!(!member.may(action, None) && !user(role).may(action, None), "{role} {action:?}");
            }
            assert!(!user(Role::Broker).may(action, None) && !Actor::Public.may(action, None));
        }
    }

    #[test]
    fn a_scope_covers_only_the_records_that_it_names() {
        assert!(Scope::Own.covers(Relation::Own) && Scope::Case.covers(Relation::Case));
        assert!(!Scope::Own.covers(Relation::Other) && !Scope::Case.covers(Relation::Other));
        assert!(!Scope::Own.covers(Relation::Case) && !Scope::Case.covers(Relation::Own));
    }

    #[test]
    fn a_permission_is_refused_to_an_actor_the_table_gives_nothing() {
        assert!(Authorised::<CreateRecord>::check(Actor::Public).is_none());
        assert!(Authorised::<CreateRecord>::check(user(Role::Steward)).is_some());
    }
}
