//! How often one may try: a password, a code, a link. A budget belongs to an account *and* to where the attempt comes
//! from, never to the account alone, so that nobody can lock somebody else out by failing on their behalf. A device
//! that has signed in before has a budget of its own, which a neighbour on the same network cannot use up.

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, Set};

use super::entry_rows::failed_sign_in;
use super::secrets::sha256;
use crate::db::Db;
use crate::library::store::numbers::ChangeNumbers;

/// Attempts before the first wait, as a rule.
const FREE: i32 = 5;
/// The first wait; each later one is twice as long.
const FIRST_WAIT: TimeDelta = TimeDelta::seconds(30);
const LONGEST_WAIT: TimeDelta = TimeDelta::hours(1);
/// After this long without an attempt all is forgotten.
const FORGOTTEN: TimeDelta = TimeDelta::hours(24);

/// What is tried; each has its own budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Password,
    Code,
    /// Registering a firm.
    Registration,
    /// Asking for a new password by mail.
    Reset,
    /// Going to the provider of OpenID Connect.
    Provider,
}

impl Purpose {
    fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Code => "code",
            Self::Registration => "registration",
            Self::Reset => "reset",
            Self::Provider => "provider",
        }
    }

    /// Attempts before the first wait. Nobody guesses anything by going to the provider, and an office begins together.
    fn free(self) -> i32 {
        if self == Self::Provider { 4 * FREE } else { FREE }
    }
}

/// The network an address is in: /24 or /64, which is what one household or office has.
pub fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => network(IpAddr::V4(v4)),
            None => {
                let [a, b, c, d, ..] = v6.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        },
    }
}

/// Whose attempts are counted together. Kept as a hash: the table tells nobody who tried what from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    key: String,
    free: i32,
}

impl Budget {
    /// Attempts on `account` from a network.
    pub fn of_network(purpose: Purpose, account: &str, network: &str) -> Self {
        Self { key: sha256(&[purpose.as_str(), "network", account, network]), free: purpose.free() }
    }

    /// Attempts on `account` from a device that signed in to it before.
    pub fn of_device(purpose: Purpose, account: &str, device_hash: &str) -> Self {
        Self { key: sha256(&[purpose.as_str(), "device", account, device_hash]), free: purpose.free() }
    }

    /// Counts an attempt before it is made, so that many at once cannot slip through; `Err` is how long to wait.
    pub async fn take(&self, db: &Db, now: DateTime<Utc>) -> Result<Result<(), TimeDelta>, DbErr> {
        db.write(async |transaction| {
            ChangeNumbers::hold(transaction).await?;
            self.take_in(transaction, now).await
        })
        .await
    }

    async fn take_in(
        &self,
        transaction: &DatabaseTransaction,
        now: DateTime<Utc>,
    ) -> Result<Result<(), TimeDelta>, DbErr> {
        use failed_sign_in::Column as C;
        failed_sign_in::Entity::delete_many().filter(C::UpdatedAt.lt(now - FORGOTTEN)).exec(transaction).await?;
        let stored = failed_sign_in::Entity::find_by_id(self.key.clone()).one(transaction).await?;
        let before = stored.as_ref().map_or(0, |row| row.failures);
        if let Some(row) = stored.filter(|row| row.blocked_until > now) {
            return Ok(Err(row.blocked_until - now));
        }
        let failures = before.saturating_add(1);
        let row = failed_sign_in::ActiveModel {
            key: Set(self.key.clone()),
            failures: Set(failures),
            blocked_until: Set(now + wait_after(failures, self.free)),
            updated_at: Set(now),
        };
        let replace =
            OnConflict::column(C::Key).update_columns([C::Failures, C::BlockedUntil, C::UpdatedAt]).to_owned();
        failed_sign_in::Entity::insert(row).on_conflict(replace).exec_without_returning(transaction).await?;
        Ok(Ok(()))
    }

    /// The attempt succeeded: what was counted is forgotten.
    pub async fn forgive(&self, transaction: &DatabaseTransaction) -> Result<(), DbErr> {
        failed_sign_in::Entity::delete_by_id(self.key.clone()).exec(transaction).await.map(drop)
    }
}

/// How long to wait after this many attempts, of which some are free.
fn wait_after(attempts: i32, free: i32) -> TimeDelta {
    let doublings = u32::try_from(attempts - free).unwrap_or(0).min(20);
    if attempts < free {
        return TimeDelta::zero();
    }
    (FIRST_WAIT * (1 << doublings)).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_begin_after_five_attempts_and_double_up_to_an_hour() {
        let seconds: Vec<i64> = [1, 4, 5, 6, 7, 11, 12, 500].map(|count| wait_after(count, FREE).num_seconds()).into();
        assert_eq!(seconds, [0, 0, 30, 60, 120, 1920, 3600, 3600]);
    }

    #[test]
    fn neighbours_of_a_network_count_as_one() {
        let network = |text: &str| network(text.parse().unwrap());
        assert_eq!(network("203.0.113.7"), network("203.0.113.200"));
        assert_eq!(network("::ffff:203.0.113.7"), network("203.0.113.9"));
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
    }
}
