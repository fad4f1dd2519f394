//! Why somebody said no: a closed set, so that decisions can teach the ranking, and a text of their own beside it.

use crate::library::closed_set::closed_set;

closed_set! {
    /// Why a match was dismissed, declined, withdrawn, let lapse or put on hold.
    pub enum Reason {
        OffTopic = "off_topic" ["不相关"],
        RequirementMissed = "requirement_missed" ["不满足要求"],
        AlreadyHasIt = "already_has_it" ["已有该技术"],
        TooExpensive = "too_expensive" ["价格过高"],
        TooEarly = "too_early" ["成熟度不足"],
        ExportControl = "export_control" ["出口管制"],
        CountryNotServed = "country_not_served" ["不面向该国"],
        Duplicate = "duplicate" ["重复"],
        NotNow = "not_now" ["暂不考虑"],
        NoReply = "no_reply" ["无回复"],
        InformationMissing = "information_missing" ["信息不足"],
        PartnerUnsuitable = "partner_unsuitable" ["合作方不合适"],
        NoAgreement = "no_agreement" ["未达成一致"],
        /// The service says it of the matches of an organisation that is suspended.
        OrganisationSuspended = "organisation_suspended" ["机构已暂停"],
        /// Needs a text.
        #[default]
        Other = "other" ["其他"],
    }
}

/// Longest text beside a reason, in characters.
pub const LONGEST_TEXT: usize = 2_000;
