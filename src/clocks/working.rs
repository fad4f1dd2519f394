//! Counting the days on which every side works, except while the clock stands.

use chrono::NaiveDate;

use super::calendar::Calendar;

/// Days looked ahead for a day that counts. Longer than any time limit and any string of holidays.
const HORIZON: usize = 366 * 5;

/// A span in which the clock stands: from the day it was stopped to the day it went on, which counts again. An open
/// end: it still stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// The calendars of everybody who has to work, and when the clock stands.
#[derive(Debug, Clone)]
pub struct Working {
    calendars: Vec<Calendar>,
    standing: Vec<Standing>,
}

impl Working {
    /// Days on which all of these work.
    pub fn of(calendars: Vec<Calendar>) -> Self {
        Self { calendars, standing: Vec::new() }
    }

    /// Except while the clock stands.
    pub fn standing(self, standing: Vec<Standing>) -> Self {
        Self { standing, ..self }
    }

    /// The calendars.
    pub fn calendars(&self) -> &[Calendar] {
        &self.calendars
    }

    /// Whether a day counts.
    pub fn counts(&self, day: NaiveDate) -> bool {
        let stands = |span: &Standing| span.from <= day && span.until.is_none_or(|until| day < until);
        !self.standing.iter().any(stands) && self.calendars.iter().all(|calendar| calendar.works(day))
    }

    /// The `days`-th day that counts after `start`; `start` itself for none. Nothing while the clock stands for good.
    pub fn add(&self, start: NaiveDate, days: usize) -> Option<NaiveDate> {
        if days == 0 {
            return Some(start);
        }
        let after = start.iter_days().skip(1).take(HORIZON);
        after.filter(|day| self.counts(*day)).nth(days - 1)
    }

    /// How many days count after `from`, up to and including `to`.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> usize {
        from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| self.counts(*day)).count()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::clocks::Calendars;

    fn both(one: &str, other: &str) -> Working {
        let all = Calendars::seeded().unwrap();
        Working::of(vec![all.of(one), all.of(other)])
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_counts_only_if_both_work() {
        // 25 November 2026 is a Wednesday; Egypt rests on Friday and Saturday, China on Saturday and Sunday.
        let working = both("CN", "EG");
        assert_eq!(working.add(day("2026-11-25"), 1), Some(day("2026-11-26")));
        assert_eq!(working.add(day("2026-11-25"), 2), Some(day("2026-11-30")));
        assert_eq!(working.between(day("2026-11-25"), day("2026-12-02")), 4);
        assert_eq!(both("CN", "CN").between(day("2026-11-25"), day("2026-12-02")), 5);
    }

    #[test]
    fn the_clock_stands_from_the_day_it_is_stopped_to_the_day_it_goes_on() {
        let stood = Standing { from: day("2026-11-26"), until: Some(day("2026-12-01")) };
        let working = both("CN", "CN").standing(vec![stood]);
        assert_eq!(working.between(day("2026-11-25"), day("2026-12-02")), 2);
        let stands = both("CN", "CN").standing(vec![Standing { until: None, ..stood }]);
        assert_eq!(stands.between(day("2026-11-25"), day("2027-11-25")), 0);
        assert_eq!(stands.add(day("2026-11-25"), 1), None);
    }

    fn country() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec!["CN", "EG", "SA", "RU", "FR", "BR", "ES", "GB", "TN", "DZ", "ZZ"])
    }

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        (0_u64..1_000).prop_map(|days| day("2025-10-01") + chrono::Days::new(days))
    }

    fn any_working() -> impl Strategy<Value = Working> {
        let span = (any_day(), 0_u64..40)
            .prop_map(|(from, days)| Standing { from, until: Some(from + chrono::Days::new(days)) });
        (country(), country(), prop::collection::vec(span, 0..4))
            .prop_map(|(one, other, standing)| both(one, other).standing(standing))
    }

    proptest! {
        #[test]
        fn adding_working_days_and_counting_them_comes_to_the_same(
            working in any_working(), start in any_day(), days in 0_usize..60,
        ) {
            let end = working.add(start, days).unwrap();
            prop_assert_eq!(working.between(start, end), days);
            prop_assert!(days == 0 || working.counts(end));
        }

        #[test]
        fn later_and_more_never_end_sooner(
            working in any_working(), start in any_day(), later in 0_u64..30, days in 0_usize..40, more in 0_usize..10,
        ) {
            let end = working.add(start, days).unwrap();
            prop_assert!(working.add(start, days + more).unwrap() >= end);
            prop_assert!(working.add(start + chrono::Days::new(later), days).unwrap() >= end);
        }

        #[test]
        fn the_order_of_the_sides_does_not_matter_and_a_second_side_never_adds_days(
            one in country(), other in country(), start in any_day(), length in 0_u64..200,
        ) {
            let end = start + chrono::Days::new(length);
            let counted = both(one, other).between(start, end);
            prop_assert_eq!(counted, both(other, one).between(start, end));
            prop_assert!(counted <= both(one, one).between(start, end));
        }
    }
}
