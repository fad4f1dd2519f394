//! How long a match has waited for an answer, and what that calls for: a reminder, then overdue, then every week. And
//! what an idle record calls for.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::working::Working;
use crate::config::Clocks;
use crate::library::closed_set::closed_set;

closed_set! {
    /// What waiting calls for.
    pub enum Stage {
        /// Nothing yet.
        #[default]
        Quiet = "quiet" [],
        /// A reminder.
        Due = "due" [],
        /// It is late.
        Overdue = "overdue" [],
    }
}

/// How long something has waited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Waiting {
    /// The day it began to wait.
    #[schema(value_type = String, format = Date)]
    pub since: NaiveDate,
    /// Working days of both sides since.
    #[schema(example = 4)]
    pub working_days: usize,
    pub stage: Stage,
    /// The day of the reminder; missing while the clock stands.
    #[schema(value_type = Option<String>, format = Date)]
    pub due_on: Option<NaiveDate>,
    /// The day from which it is overdue; missing while the clock stands.
    #[schema(value_type = Option<String>, format = Date)]
    pub overdue_on: Option<NaiveDate>,
    /// How often it has been overdue by now: once, and again every week.
    pub overdue_times: i64,
}

/// How long something that waits since a day has waited by `today`.
pub fn waiting(working: &Working, since: NaiveDate, today: NaiveDate, clocks: &Clocks) -> Waiting {
    let due_on = working.add(since, clocks.remind_days);
    let overdue_on = working.add(since, clocks.overdue_days);
    let working_days = working.between(since, today);
    let late = overdue_on.filter(|_| working_days >= clocks.overdue_days).map(|day| (today - day).num_days());
    let stage = match late {
        Some(_) => Stage::Overdue,
        None if working_days >= clocks.remind_days => Stage::Due,
        None => Stage::Quiet,
    };
    let overdue_times = late.map_or(0, |days| 1 + days / i64::from(clocks.repeat_days.max(1)));
    Waiting { since, working_days, stage, due_on, overdue_on, overdue_times }
}

/// The longest warning an idle record of this age has reached, in days.
pub fn idle_warning(age: i64, clocks: &Clocks) -> Option<i64> {
    clocks.idle_warn_days.iter().copied().filter(|limit| *limit <= age).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clocks::{Calendars, Standing};
    use crate::config::Settings;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn on(today: &str) -> Waiting {
        let all = Calendars::seeded().unwrap();
        let working = Working::of(vec![all.of("CN"), all.of("EG")]);
        waiting(&working, day("2026-11-25"), day(today), &Settings::defaults().unwrap().clocks)
    }

    #[test]
    fn it_is_due_after_four_days_overdue_after_six_and_again_every_week() {
        let told = |today: &str| (on(today).stage, on(today).overdue_times);
        // Working days of both: 26, 30 November, 1, 2, 3, 7 December.
        assert_eq!(told("2026-12-01"), (Stage::Quiet, 0));
        assert_eq!(told("2026-12-02"), (Stage::Due, 0));
        assert_eq!(told("2026-12-06"), (Stage::Due, 0));
        assert_eq!(told("2026-12-07"), (Stage::Overdue, 1));
        assert_eq!(told("2026-12-13"), (Stage::Overdue, 1));
        assert_eq!(told("2026-12-14"), (Stage::Overdue, 2));
        assert_eq!(told("2026-12-28"), (Stage::Overdue, 4));
        assert_eq!(
            (on("2026-11-25").due_on, on("2026-11-25").overdue_on),
            (Some(day("2026-12-02")), Some(day("2026-12-07")))
        );
    }

    #[test]
    fn a_clock_that_stands_calls_for_nothing_more() {
        let all = Calendars::seeded().unwrap();
        let stands = Standing { from: day("2026-12-01"), until: None };
        let working = Working::of(vec![all.of("CN"), all.of("EG")]).standing(vec![stands]);
        let clocks = Settings::defaults().unwrap().clocks;
        let told = waiting(&working, day("2026-11-25"), day("2027-06-01"), &clocks);
        assert_eq!((told.working_days, told.stage, told.due_on), (2, Stage::Quiet, None));
    }

    #[test]
    fn an_idle_record_is_warned_of_at_each_limit() {
        let clocks = Settings::defaults().unwrap().clocks;
        let told: Vec<_> = [29, 30, 89, 90, 150, 179].map(|age| idle_warning(age, &clocks)).to_vec();
        assert_eq!(told, [None, Some(30), Some(30), Some(90), Some(150), Some(150)]);
    }
}
