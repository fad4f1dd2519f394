//! Numbers, money and dates the way the reader writes them.
//!
//! Only what the pages show; no general locale library. Every function is total: odd input is
//! printed plainly, never refused.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::{Lang, Locale};

/// Up to two decimals, digits grouped by thousands.
pub fn number(lang: Lang, value: f64) -> String {
    // As CLDR has it: Arabic without a country writes Latin digits; Spanish and Portuguese group from 10 000 on.
    let (group, point, ungrouped) = match lang {
        Lang::Zh | Lang::En | Lang::Ar => (',', '.', 3),
        Lang::Fr => ('\u{202f}', ',', 3),
        Lang::Ru => ('\u{a0}', ',', 3),
        Lang::Es => ('.', ',', 4),
        Lang::Pt => ('\u{a0}', ',', 4),
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
        if index > 0 && whole.len() > ungrouped && (whole.len() - index).is_multiple_of(3) {
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
        let (day, month, year) = (date.day(), date.month(), date.year());
        let name = month_name(self.lang, date.month0() as usize);
        match self.lang {
            Lang::Zh => format!("{year}年{month}月{day}日"),
            Lang::En | Lang::Ar => format!("{day} {name} {year}"),
            Lang::Fr if day == 1 => format!("1er {name} {year}"),
            Lang::Fr => format!("{day} {name} {year}"),
            Lang::Ru => format!("{day} {name} {year}\u{a0}г."),
            Lang::Es | Lang::Pt => format!("{day} de {name} de {year}"),
        }
    }

    /// A month of a year, counted from 1: `November 2026`, `2026年11月`.
    pub fn month(&self, year: i32, month: u32) -> String {
        let index = month.saturating_sub(1) as usize;
        let name = match self.lang {
            // By itself a Russian month is in the nominative.
            Lang::Ru => RUSSIAN_MONTHS.split(' ').nth(index).unwrap_or_default(),
            lang => month_name(lang, index),
        };
        match self.lang {
            Lang::Zh => format!("{year}年{month}月"),
            Lang::En | Lang::Ar | Lang::Fr => format!("{name} {year}"),
            Lang::Ru => format!("{name} {year}\u{a0}г."),
            Lang::Es | Lang::Pt => format!("{name} de {year}"),
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
            _ => self.measured(amount, currency.unwrap_or_default()),
        }
    }

    /// A range of money with one or both ends; `None` when there is neither.
    pub fn money_range(&self, min: Option<f64>, max: Option<f64>, currency: Option<&str>) -> Option<String> {
        match (min, max) {
            (Some(min), Some(max)) if min == max => Some(self.money(min, currency)),
            (Some(min), Some(max)) => Some(match self.lang {
                Lang::Zh => format!("{}至{}", self.money(min, currency), self.money(max, currency)),
                Lang::En => format!("{} to {}", self.money(min, currency), self.number(max)),
                _ => self.ends(min, self.money(max, currency)),
            }),
            (Some(min), None) => Some(self.fill("range-from", self.money(min, currency))),
            (None, Some(max)) => Some(self.fill("range-up-to", self.money(max, currency))),
            (None, None) => None,
        }
    }

    /// A range of a measured quantity, `−10 to 45 °C`; `None` when it has no end.
    pub fn interval(&self, min: Option<f64>, max: Option<f64>, unit: &str) -> Option<String> {
        let measured = |value: f64| self.measured(value, unit);
        match (min, max) {
            (Some(min), Some(max)) if min == max => Some(measured(min)),
            (Some(min), Some(max)) => Some(self.ends(min, measured(max))),
            (Some(min), None) => Some(self.fill("range-from", measured(min))),
            (None, Some(max)) => Some(self.fill("range-up-to", measured(max))),
            (None, None) => None,
        }
    }

    /// A number with its unit. In Arabic both keep together from left to right, as a code does.
    fn measured(&self, value: f64, unit: &str) -> String {
        let gap = if unit.is_empty() { "" } else { "\u{a0}" };
        let text = format!("{}{gap}{unit}", self.number(value));
        if self.lang == Lang::Ar { format!("\u{2066}{text}\u{2069}") } else { text }
    }

    /// A range between two numbers, the second printed already.
    fn ends(&self, min: f64, max: String) -> String {
        let min = self.number(min);
        match self.lang {
            Lang::Zh => format!("{min}至{max}"),
            Lang::En => format!("{min} to {max}"),
            Lang::Fr => format!("{min} à {max}"),
            Lang::Ru => format!("от {min} до {max}"),
            Lang::Ar => format!("من \u{2066}{min}\u{2069} إلى {max}"),
            Lang::Es | Lang::Pt => format!("{min} a {max}"),
        }
    }
}

/// The name of a month inside a date, counted from 0; Chinese has numbers instead.
fn month_name(lang: Lang, month: usize) -> &'static str {
    let names = match lang {
        Lang::Zh => return "",
        Lang::En => &MONTHS[0],
        Lang::Fr => &MONTHS[1],
        Lang::Ru => &MONTHS[2],
        Lang::Ar => &MONTHS[3],
        Lang::Es => &MONTHS[4],
        Lang::Pt => &MONTHS[5],
    };
    names.split(' ').nth(month).unwrap_or_default()
}

/// English, French, Russian (in the genitive), Arabic, Spanish, Portuguese.
const MONTHS: [&str; 6] = [
    "January February March April May June July August September October November December",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
];

const RUSSIAN_MONTHS: &str = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь";

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
    fn each_language_groups_digits_and_places_the_currency_its_own_way() {
        let written = [
            (Lang::Fr, "12\u{202f}345,5\u{a0}CNY"),
            (Lang::Ru, "12\u{a0}345,5\u{a0}CNY"),
            (Lang::Ar, "\u{2066}12,345.5\u{a0}CNY\u{2069}"),
            (Lang::Es, "12.345,5\u{a0}CNY"),
            (Lang::Pt, "12\u{a0}345,5\u{a0}CNY"),
        ];
        for (lang, expected) in written {
            assert_eq!(Locale::new(lang).money(12_345.5, Some("CNY")), expected);
        }
        assert_eq!(number(Lang::Es, 1234.0), "1234");
        let range = Locale::new(Lang::Ru).money_range(Some(1000.0), Some(2000.0), Some("USD"));
        assert_eq!(range.as_deref(), Some("от 1\u{a0}000 до 2\u{a0}000\u{a0}USD"));
    }

    #[test]
    fn dates_are_written_the_readers_way() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 3).unwrap();
        assert_eq!(EN.date(&date), "3 November 2026");
        assert_eq!(ZH.date(&date), "2026年11月3日");
        assert_eq!(Locale::new(Lang::Ru).date(&date), "3 ноября 2026\u{a0}г.");
        assert_eq!(Locale::new(Lang::Ar).date(&date), "3 نوفمبر 2026");
        assert_eq!(Locale::new(Lang::Es).date(&date), "3 de noviembre de 2026");
        let month = |lang: Lang| Locale::new(lang).month(2026, 11);
        assert_eq!((EN.month(2026, 11).as_str(), ZH.month(2026, 1).as_str()), ("November 2026", "2026年1月"));
        assert_eq!((month(Lang::Ru).as_str(), month(Lang::Ar).as_str()), ("ноябрь 2026\u{a0}г.", "نوفمبر 2026"));
        assert_eq!((month(Lang::Es).as_str(), month(Lang::Fr).as_str()), ("noviembre de 2026", "novembre 2026"));
        let first = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        assert_eq!(Locale::new(Lang::Fr).date(&first), "1er mars 2026");
        assert_eq!(Locale::new(Lang::Pt).date(&first), "1 de março de 2026");
    }
}
