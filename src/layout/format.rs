//! Numbers, money and dates the way the reader writes them.
//!
//! Only what the pages show; no general locale library. Every function is total: odd input is
//! printed plainly, never refused.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::{Lang, Locale};

/// Up to two decimals, digits grouped by thousands.
pub fn number(lang: Lang, value: f64) -> String {
    let (group, point) = match lang {
        Lang::Zh | Lang::En => (',', '.'),
    };
    if !value.is_finite() {
        return "–".to_owned();
    }
    let plain = format!("{:.2}", value.abs());
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::with_capacity(plain.len() + 8);
    if value < 0.0 && plain.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        text.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    let decimals = decimals.trim_end_matches('0');
    if !decimals.is_empty() {
        text.push(point);
        text.push_str(decimals);
    }
    text
}

impl Locale {
    pub fn number(&self, value: f64) -> String {
        number(self.lang, value)
    }

    /// A number that always has its sign, `+0.41`, `−0.08`.
    pub fn signed(&self, value: f64) -> String {
        let text = self.number(value);
        if value > 0.0 && text != "0" { format!("+{text}") } else { text }
    }

    /// `23 November 2026`, `2026年11月23日`.
    pub fn date(&self, date: &NaiveDate) -> String {
        let month = date.month();
        let (day, year) = (date.day(), date.year());
        match self.lang {
            Lang::Zh => format!("{year}年{month}月{day}日"),
            Lang::En => format!("{day} {} {year}", ENGLISH_MONTHS.get(month as usize - 1).unwrap_or(&"")),
        }
    }

    /// The day of a moment, in UTC.
    pub fn day(&self, moment: &DateTime<Utc>) -> String {
        self.date(&moment.date_naive())
    }

    /// Day and minute of a moment, in UTC and saying so.
    pub fn moment(&self, moment: &DateTime<Utc>) -> String {
        format!("{} {} UTC", self.day(moment), moment.format("%H:%M"))
    }

    /// An amount of money. Chinese readers count in 万, so round amounts are given that way.
    pub fn money(&self, amount: f64, currency: Option<&str>) -> String {
        match self.lang {
            Lang::Zh => {
                let unit = currency.map_or(String::new(), chinese_currency);
                let (amount, scale) = scale_chinese(amount);
                format!("{}{scale}{unit}", self.number(amount))
            }
            Lang::En => match currency {
                Some(currency) => format!("{currency}\u{a0}{}", self.number(amount)),
                None => self.number(amount),
            },
        }
    }

    /// A range of money with one or both ends; `None` when there is neither.
    pub fn money_range(&self, min: Option<f64>, max: Option<f64>, currency: Option<&str>) -> Option<String> {
        match (min, max) {
            (Some(min), Some(max)) if min == max => Some(self.money(min, currency)),
            (Some(min), Some(max)) => Some(match self.lang {
                Lang::Zh => format!("{}至{}", self.money(min, currency), self.money(max, currency)),
                Lang::En => format!("{} to {}", self.money(min, currency), self.number(max)),
            }),
            (Some(min), None) => Some(self.fill("range-from", self.money(min, currency))),
            (None, Some(max)) => Some(self.fill("range-up-to", self.money(max, currency))),
            (None, None) => None,
        }
    }

    /// A range of a measured quantity, `−10 to 45 °C`; `None` when it has no end.
    pub fn interval(&self, min: Option<f64>, max: Option<f64>, unit: &str) -> Option<String> {
        let gap = if unit.is_empty() { "" } else { "\u{a0}" };
        let measured = |value: f64| format!("{}{gap}{unit}", self.number(value));
        match (min, max) {
            (Some(min), Some(max)) if min == max => Some(measured(min)),
            (Some(min), Some(max)) => Some(match self.lang {
                Lang::Zh => format!("{}至{}", self.number(min), measured(max)),
                Lang::En => format!("{} to {}", self.number(min), measured(max)),
            }),
            (Some(min), None) => Some(self.fill("range-from", measured(min))),
            (None, Some(max)) => Some(self.fill("range-up-to", measured(max))),
            (None, None) => None,
        }
    }
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `1 200 000` → `(120, "万")`, but only where nothing is lost to rounding.
fn scale_chinese(amount: f64) -> (f64, &'static str) {
    for (scale, name) in [(1e8, "亿"), (1e4, "万")] {
        let scaled = amount / scale;
        let two_decimals = (scaled * 100.0).round() / 100.0;
        if scaled.abs() >= 1.0 && (scaled - two_decimals).abs() < 1e-9 {
            return (two_decimals, name);
        }
    }
    (amount, "")
}

fn chinese_currency(code: &str) -> String {
    match code {
        "CNY" => "元人民币",
        "USD" => "美元",
        "EUR" => "欧元",
        "GBP" => "英镑",
        "JPY" => "日元",
        "RUB" => "卢布",
        other => return format!(" {other}"),
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Locale = Locale { lang: Lang::En };
    const ZH: Locale = Locale { lang: Lang::Zh };

    #[test]
    fn numbers_are_grouped_and_lose_empty_decimals() {
        assert_eq!(EN.number(1_234_567.0), "1,234,567");
        assert_eq!(EN.number(-0.5), "−0.5");
        assert_eq!(EN.number(-0.001), "0");
        assert_eq!(EN.number(999.999), "1,000");
        assert_eq!(EN.number(f64::NAN), "–");
    }

    #[test]
    fn money_is_counted_in_ten_thousands_in_chinese_when_nothing_is_lost() {
        assert_eq!(ZH.money(1_200_000.0, Some("CNY")), "120万元人民币");
        assert_eq!(ZH.money(12_345.67, Some("USD")), "12,345.67美元");
        assert_eq!(ZH.money(250_000_000.0, Some("EUR")), "2.5亿欧元");
        assert_eq!(EN.money(1_200_000.0, Some("CNY")), "CNY\u{a0}1,200,000");
    }

    #[test]
    fn ranges_with_one_end_say_which() {
        assert_eq!(EN.money_range(Some(1000.0), Some(2000.0), Some("USD")).as_deref(), Some("USD\u{a0}1,000 to 2,000"));
        assert_eq!(EN.interval(Some(-10.0), None, "°C").as_deref(), Some("from −10\u{a0}°C"));
        assert_eq!(ZH.interval(None, Some(3000.0), "m").as_deref(), Some("最高 3,000\u{a0}m"));
        assert_eq!(EN.interval(None, None, "m"), None);
    }

    #[test]
    fn dates_are_written_the_readers_way() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 3).unwrap();
        assert_eq!(EN.date(&date), "3 November 2026");
        assert_eq!(ZH.date(&date), "2026年11月3日");
    }
}
