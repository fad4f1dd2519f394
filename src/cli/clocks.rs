//! `siku clocks late` and `siku clocks days`.

use std::io::Write;

use anyhow::Context;
use chrono::{NaiveDate, Utc};
use clap::{Args, Subcommand};

use crate::cli::{Outcome, Usage, database};
use crate::clocks::view::{self, CalendarView};
use crate::clocks::{Calendars, Certainty, Working};
use crate::config::Settings;

/// Matches that wait too long, and working days
#[derive(Debug, Args)]
pub struct Clocks {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Matches that wait too long for an answer, the longest first
    Late,
    /// The day that is N working days ahead, where all of some countries work
    Days {
        /// How many working days
        days: usize,
        /// Country codes
        #[arg(required = true)]
        countries: Vec<String>,
        /// The day counted from; today when missing
        #[arg(long, value_name = "DAY")]
        from: Option<NaiveDate>,
    },
}

impl Clocks {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let today = Utc::now().date_naive();
        match self.action {
            Action::Late => {
                let db = database::open(&settings).await?;
                let late = view::late(&db, today, &settings.clocks, usize::MAX).await?;
                let mut out = std::io::stdout().lock();
                for clock in &late {
                    let Some(waiting) = &clock.waiting else { continue };
                    writeln!(
                        out,
                        "{} {} {}: {} working days since {}",
                        clock.demand, clock.technology, waiting.stage, waiting.working_days, waiting.since
                    )?;
                }
                eprintln!("{} matches are late", late.len());
            }
            Action::Days { days, countries, from } => {
                let all = Calendars::seeded()?;
                let mut calendars = Vec::new();
                for country in &countries {
                    let code = country.to_ascii_uppercase();
                    if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
                        return Err(Usage(format!("`{country}` is no country code of two letters")).into());
                    }
                    calendars.push(all.of(&code));
                }
                let working = Working::of(calendars);
                let until = working.add(from.unwrap_or(today), days);
                let until = until.context("there are not so many working days in the next five years")?;
                for calendar in CalendarView::of(&working, until) {
                    match calendar.certainty {
                        Certainty::Official => {}
                        Certainty::Estimated => eprintln!("{}: some days off are estimated", calendar.country),
                        Certainty::WeekendOnly => eprintln!("{}: holidays are not known", calendar.country),
                        Certainty::Unknown => {
                            eprintln!(
                                "{}: no calendar; Saturday and Sunday are taken as the weekend",
                                calendar.country
                            );
                        }
                    }
                }
                writeln!(std::io::stdout().lock(), "{until}")?;
            }
        }
        Ok(Outcome::Done)
    }
}
