//! How long work shows how far it is: a bar on a terminal, a line every few seconds elsewhere; on standard error.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Time between two lines where there is no terminal.
const BETWEEN_LINES: Duration = Duration::from_secs(5);

/// Shows the progress of one piece of work.
#[derive(Debug)]
pub struct Progress {
    label: String,
    bar: Option<ProgressBar>,
    last_line: Instant,
}

impl Progress {
    /// Progress of work that `label` names, like `importing technologies.csv`.
    pub fn new(label: impl Into<String>) -> Self {
        let label = label.into();
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new_spinner().with_prefix(label.clone());
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        });
        Self { label, bar, last_line: Instant::now() }
    }

    /// So much of `total` is done; `what` says the same in words (`12,000 rows`).
    pub fn show(&mut self, done: u64, total: Option<u64>, what: &str) {
        if let Some(bar) = &self.bar {
            if let Some(total) = total.filter(|_| bar.length().is_none()) {
                bar.set_length(total);
                if let Ok(style) = ProgressStyle::with_template("{prefix} {wide_bar} {percent:>3} % {msg} ({eta})") {
                    bar.set_style(style);
                }
            }
            bar.set_position(done);
            bar.set_message(what.to_owned());
        } else if self.last_line.elapsed() >= BETWEEN_LINES {
            self.last_line = Instant::now();
            match total.filter(|total| *total > 0) {
                Some(total) => eprintln!("{}: {what}, {} %", self.label, 100 * done.min(total) / total),
                None => eprintln!("{}: {what}", self.label),
            }
        }
    }

    /// Writes a line without tearing the bar.
    pub fn line(&self, text: &str) {
        self.pausing(|| eprintln!("{text}"));
    }

    /// Writes something while the bar is away.
    pub fn pausing<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// Takes the bar away.
    pub fn finish(self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// `1234567` as `1,234,567`.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::thousands;

    #[test]
    fn numbers_are_shown_in_groups_of_three() {
        assert_eq!(
            [0, 12, 123, 1234, 123_456, 1_234_567].map(thousands),
            ["0", "12", "123", "1,234", "123,456", "1,234,567"]
        );
    }
}
