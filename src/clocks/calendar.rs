//! When a country works: its weekend, its dated holidays and the days that are worked instead, from
//! `seeds/calendars.jsonl`.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use anyhow::{Context, ensure};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::library::closed_set::closed_set;

closed_set! {
    /// How much is known of a country's days off in a year.
    pub enum Certainty {
        /// Announced or fixed by law.
        Official = "official" [],
        /// Some days are estimated: of the moon, moved, or not announced yet.
        Estimated = "estimated" [],
        /// The weekend is known, holidays are not.
        WeekendOnly = "weekend_only" [],
        /// Nothing is known; Saturday and Sunday are taken as the weekend.
        #[default]
        Unknown = "unknown" [],
    }
}

/// A day nobody works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Holiday {
    #[schema(value_type = String, format = Date)]
    pub day: NaiveDate,
    /// Its name in the country.
    #[schema(example = "春节")]
    pub name: String,
    pub estimated: bool,
}

/// When a country works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    pub country: String,
    weekend: Vec<Weekday>,
    holidays: BTreeMap<NaiveDate, Holiday>,
    /// Days of the weekend that are worked.
    working: BTreeSet<NaiveDate>,
    /// First and last year whose holidays are known.
    years: Option<(i32, i32)>,
    known: bool,
}

/// Every calendar there is.
#[derive(Debug, Clone, Default)]
pub struct Calendars(HashMap<String, Calendar>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seed {
    country: String,
    weekend: Vec<Weekday>,
    #[serde(default)]
    years: Option<(i32, i32)>,
    holidays: Vec<Span>,
    #[serde(default)]
    working: BTreeSet<NaiveDate>,
    /// Where it is from, for people.
    #[serde(default, rename = "source")]
    _source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Span {
    from: NaiveDate,
    to: Option<NaiveDate>,
    name: String,
    #[serde(default)]
    estimated: bool,
}

impl Calendars {
    /// The calendars that come with the program.
    pub fn seeded() -> anyhow::Result<&'static Self> {
        static SEEDED: LazyLock<Result<Calendars, String>> = LazyLock::new(|| {
            Calendars::read(include_str!("../../seeds/calendars.jsonl")).map_err(|error| format!("{error:#}"))
        });
        SEEDED.as_ref().map_err(|error| anyhow::anyhow!("seeds/calendars.jsonl: {error}"))
    }

    /// Reads calendars, one JSON object a line.
    pub fn read(lines: &str) -> anyhow::Result<Self> {
        let mut all = HashMap::new();
        for (number, line) in lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let place = || format!("line {}", number + 1);
            let seed: Seed = serde_json::from_str(line).with_context(place)?;
            let calendar = calendar(seed).with_context(place)?;
            let country = calendar.country.clone();
            ensure!(all.insert(country.clone(), calendar).is_none(), "line {}: {country} comes twice", number + 1);
        }
        Ok(Self(all))
    }

    /// The calendar of a country; of one that is not known, Saturday and Sunday off, which says so
    /// ([`Calendar::certainty`]).
    pub fn of(&self, country: &str) -> Calendar {
        self.0.get(country).cloned().unwrap_or_else(|| Calendar {
            country: country.to_owned(),
            weekend: vec![Weekday::Sat, Weekday::Sun],
            holidays: BTreeMap::new(),
            working: BTreeSet::new(),
            years: None,
            known: false,
        })
    }
}

fn calendar(seed: Seed) -> anyhow::Result<Calendar> {
    let distinct: BTreeSet<u32> = seed.weekend.iter().map(Weekday::num_days_from_monday).collect();
    ensure!((1..=3).contains(&distinct.len()), "{}: a weekend has one to three days", seed.country);
    let mut holidays = BTreeMap::new();
    for span in seed.holidays {
        let last = span.to.unwrap_or(span.from);
        ensure!(span.from <= last && (last - span.from).num_days() < 31, "{}: {} is no span", seed.country, span.from);
        for day in span.from.iter_days().take_while(|day| *day <= last) {
            ensure!(
                seed.years.is_some_and(|(first, end)| (first..=end).contains(&day.year())),
                "{}: {day} is not in the years",
                seed.country
            );
            holidays.insert(day, Holiday { day, name: span.name.clone(), estimated: span.estimated });
        }
    }
    for day in &seed.working {
        ensure!(seed.weekend.contains(&day.weekday()), "{}: {day} is worked anyway", seed.country);
        ensure!(!holidays.contains_key(day), "{}: {day} is both worked and off", seed.country);
    }
    let Seed { country, weekend, working, years, .. } = seed;
    Ok(Calendar { country, weekend, holidays, working, years, known: true })
}

impl Calendar {
    /// Whether people work on this day.
    pub fn works(&self, day: NaiveDate) -> bool {
        self.working.contains(&day) || !(self.weekend.contains(&day.weekday()) || self.holidays.contains_key(&day))
    }

    /// How much is known of the year of a day.
    pub fn certainty(&self, day: NaiveDate) -> Certainty {
        let year = day.year();
        match self.years {
            _ if !self.known => Certainty::Unknown,
            Some((first, last)) if (first..=last).contains(&year) => {
                let mut of_year = self.holidays.values().filter(|holiday| holiday.day.year() == year);
                if of_year.any(|holiday| holiday.estimated) { Certainty::Estimated } else { Certainty::Official }
            }
            _ => Certainty::WeekendOnly,
        }
    }

    /// The weekend, as `fri`, `sat`.
    pub fn weekend(&self) -> Vec<String> {
        self.weekend.iter().map(|day| day.to_string().to_ascii_lowercase()).collect()
    }

    /// Holidays from one day to another, both included.
    pub fn holidays(&self, from: NaiveDate, to: NaiveDate) -> Vec<Holiday> {
        if from > to {
            return Vec::new();
        }
        self.holidays.range(from..=to).map(|(_, holiday)| holiday.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn china_rests_at_spring_festival_and_works_on_the_sundays_that_make_up_for_it() {
        let china = Calendars::seeded().unwrap().of("CN");
        assert!(!china.works(day("2026-02-16")) && !china.works(day("2026-02-23")) && china.works(day("2026-02-24")));
        assert!(china.works(day("2026-02-28")), "a Saturday that is worked");
        assert!(!china.works(day("2026-11-28")) && china.works(day("2026-11-27")));
        assert_eq!(china.certainty(day("2026-11-25")), Certainty::Official);
        assert_eq!(china.certainty(day("2027-02-06")), Certainty::Estimated);
        assert_eq!(china.certainty(day("2028-01-01")), Certainty::WeekendOnly);
    }

    #[test]
    fn egypt_rests_on_friday_and_saturday_and_russia_at_orthodox_christmas() {
        let all = Calendars::seeded().unwrap();
        let egypt = all.of("EG");
        assert!(!egypt.works(day("2026-11-27")) && !egypt.works(day("2026-11-28")) && egypt.works(day("2026-11-29")));
        assert!(!all.of("RU").works(day("2027-01-07")) && all.of("FR").works(day("2027-01-07")));
    }

    #[test]
    fn a_country_nobody_knows_rests_on_saturday_and_sunday_and_says_so() {
        let all = Calendars::seeded().unwrap();
        let unknown = all.of("ZZ");
        assert!(!unknown.works(day("2026-11-28")) && unknown.works(day("2026-11-27")));
        assert_eq!(unknown.certainty(day("2026-11-27")), Certainty::Unknown);
        assert_eq!(all.of("DZ").certainty(day("2026-11-27")), Certainty::WeekendOnly);
    }

    #[test]
    fn a_calendar_that_contradicts_itself_is_refused_with_its_line() {
        let refused = |line: &str| format!("{:#}", Calendars::read(line).unwrap_err());
        let both = r#"{"country":"XX","weekend":["sun"],"years":[2026,2026],"holidays":[{"from":"2026-11-29","name":"a"}],"working":["2026-11-29"]}"#;
        assert_eq!(refused(both), "line 1: XX: 2026-11-29 is both worked and off");
        let outside = r#"{"country":"XX","weekend":["sun"],"holidays":[{"from":"2026-11-29","name":"a"}]}"#;
        assert_eq!(refused(outside), "line 1: XX: 2026-11-29 is not in the years");
        let none = r#"{"country":"XX","weekend":[],"holidays":[]}"#;
        assert_eq!(refused(none), "line 1: XX: a weekend has one to three days");
    }
}
