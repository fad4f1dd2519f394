//! Numbers with their units, in any of the languages, as one canonical token: *120 kWh*, *120千瓦时*
//! and *120 кВт·ч* are all `120000wh`. For finding, and for comparing what sentences say
//! (`coverage::figures`); the typed columns are compared by `signals::units`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::is_han;
use super::language::Language;

/// Base unit, factor to it, spellings. Symbols keep their case where it matters.
const UNITS: &[(&str, f64, &str)] = &[
    ("m", 1e-6, "μm um 微米 мкм micron microns"),
    ("m", 1e-3, "mm 毫米 мм millimetre millimetres millimeter millimeters ملم مم"),
    ("m", 1e-2, "cm 厘米 公分 см centimetre centimetres centimeters سم"),
    ("m", 1.0, "m 米 м metre metres meter meters mètre mètres metro metros метр метров метра متر مترا أمتار"),
    (
        "m",
        1e3,
        "km 公里 千米 км kilometre kilometres kilometers kilomètres kilómetros quilômetros километров كم كيلومتر",
    ),
    ("m2", 1.0, "m2 sqm 平方米 平米 м2"),
    ("m2", 1e4, "ha 公顷 га hectare hectares hectárea hectáreas هكتار гектар гектаров"),
    ("m2", 1e6, "km2 平方公里 км2"),
    ("mu", 1.0, "亩"),
    ("m3", 1e-3, "L l 升 л litre litres liter liters litro litros литр литров لتر"),
    ("m3", 1e-6, "mL ml 毫升 мл"),
    ("m3", 1.0, "m3 立方米 方 м3"),
    ("kg", 1e-6, "mg 毫克 мг"),
    ("kg", 1e-3, "g 克 г gram grams gramme grammes"),
    ("kg", 1.0, "kg 公斤 千克 кг kilogram kilograms kilogrammes kilos كغ كجم كيلوغرام"),
    ("kg", 1e3, "t 吨 т tonne tonnes ton tons tonelada toneladas тонн тонны тонна طن"),
    ("s", 1e-3, "ms 毫秒 мс"),
    ("s", 1.0, "s 秒 с seconds secondes segundos секунд ثانية"),
    ("s", 60.0, "min 分钟 мин minutes minutos минут minute دقيقة دقائق"),
    ("s", 3600.0, "h 小时 ч hour hours heure heures hora horas час часа часов ساعة ساعات"),
    ("d", 1.0, "d 天 日 сут day days jour jours día días dia dias дней день يوم أيام"),
    ("a", 1.0, "年 year years an ans año años ano anos лет год года سنة سنوات"),
    ("w", 1e-3, "mW 毫瓦"),
    ("w", 1.0, "W w 瓦 瓦特 Вт вт watt watts واط"),
    ("w", 1e3, "kW kw KW 千瓦 кВт квт kilowatt kilowatts كيلوواط"),
    ("w", 1e6, "MW mw 兆瓦 МВт мвт megawatt megawatts mégawatts megavatios ميغاواط ميجاوات"),
    ("w", 1e9, "GW gw 吉瓦 ГВт"),
    ("wh", 1.0, "Wh wh 瓦时 Вт·ч"),
    ("wh", 1e3, "kWh kwh KWH 千瓦时 度 кВт·ч квт·ч kilowattheures kilovatios-hora"),
    ("wh", 1e6, "MWh mwh 兆瓦时 МВт·ч"),
    ("v", 1.0, "V v 伏 伏特 В volt volts voltios فولت вольт"),
    ("v", 1e3, "kV kv KV 千伏 кВ"),
    ("va", 1e3, "kVA kva KVA 千伏安 кВА"),
    ("a·", 1e-3, "mA 毫安 мА"),
    ("a·", 1.0, "A 安 安培 А ampere amperes"),
    ("ah", 1.0, "Ah ah 安时 А·ч"),
    ("hz", 1.0, "Hz hz 赫兹 赫 Гц هرتز"),
    ("hz", 1e3, "kHz khz 千赫 千赫兹 кГц"),
    ("hz", 1e6, "MHz mhz 兆赫 兆赫兹 МГц"),
    ("hz", 1e9, "GHz ghz 吉赫 吉赫兹 ГГц"),
    ("pa", 1.0, "Pa pa 帕 Па"),
    ("pa", 1e3, "kPa kpa 千帕 кПа"),
    ("pa", 1e6, "MPa mpa 兆帕 МПа"),
    ("pa", 1e5, "bar bars бар"),
    ("°c", 1.0, "°C ℃ 摄氏度 度C °С ºC درجة"),
    ("%", 1.0, "% ٪ percent 百分 процентов процента"),
    ("db", 1.0, "dB db 分贝 дБ"),
    ("lm", 1.0, "lm 流明"),
    ("mg/l", 1.0, "mg/L mg/l 毫克/升 мг/л ppm"),
    ("m3/d", 1.0, "m3/d m³/d t/d 吨/日 吨/天 立方米/日 立方米/天 м3/сут"),
    ("m3/h", 1.0, "m3/h 立方米/小时 立方米/时 м3/ч"),
    ("m/s", 1.0, "m/s 米/秒 м/с"),
    ("km/h", 1.0, "km/h 公里/小时 км/ч"),
    ("rpm", 1.0, "rpm 转/分 转/分钟 об/мин"),
    ("bps", 1e6, "Mbps mbps Mbit/s 兆比特 Мбит/с"),
    ("bps", 1e9, "Gbps gbps"),
];

static BY_SPELLING: LazyLock<HashMap<&'static str, (&'static str, f64)>> = LazyLock::new(|| {
    let spelled = |(base, factor, spellings): &(&'static str, f64, &'static str)| {
        let unit = (*base, *factor);
        spellings.split_ascii_whitespace().map(move |spelling| (spelling, unit)).collect::<Vec<_>>()
    };
    UNITS.iter().flat_map(spelled).collect()
});

/// The unit that `text` begins with (after one space at most): base, factor, and its length.
pub fn unit_at(text: &str) -> Option<(&'static str, f64, usize)> {
    let trimmed = text.strip_prefix(' ').unwrap_or(text);
    let skipped = text.len() - trimmed.len();
    let first = trimmed.chars().next()?;
    if is_han(first) {
        return chinese(trimmed).map(|(base, factor, length)| (base, factor, skipped + length));
    }
    let belongs =
        |one: char| (one.is_alphanumeric() && !is_han(one)) || matches!(one, '/' | '°' | '%' | '·' | '*' | '٪' | 'º');
    if first.is_ascii_digit() || first == '/' {
        return None;
    }
    let end = trimmed.find(|one: char| !belongs(one)).unwrap_or(trimmed.len());
    let spelling = trimmed.get(..end)?;
    let look_up = |spelling: &str| -> Option<(&'static str, f64, usize)> {
        let exact = BY_SPELLING.get(spelling).copied();
        // a lonely letter keeps its case: 5G is no five grams
        let lower = || {
            spelling
                .chars()
                .nth(1)
                .and_then(|_| BY_SPELLING.get(spelling.to_lowercase().replace('*', "·").as_str()).copied())
        };
        let (base, factor) = exact.or_else(lower)?;
        Some((base, factor, skipped + spelling.len()))
    };
    let before = |mark: char| spelling.split(mark).next().filter(|part| part.len() < spelling.len());
    look_up(spelling)
        .or_else(|| look_up(before('/')?))
        .or_else(|| spelling.starts_with('%').then_some(("%", 1.0, skipped + 1)))
}

/// Chinese units stand against the next word: the longest spelling wins.
fn chinese(text: &str) -> Option<(&'static str, f64, usize)> {
    let ends: Vec<usize> = text.char_indices().skip(1).map(|(start, _)| start).chain([text.len()]).take(6).collect();
    ends.into_iter().rev().find_map(|end| {
        let (base, factor) = BY_SPELLING.get(text.get(..end)?)?;
        Some((*base, *factor, end))
    })
}

/// A number and the bytes it takes; thousands separators and decimal commas by language.
pub fn number_at(text: &str, language: Language) -> Option<(f64, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = digits(text);
    if end == 0 {
        return None;
    }
    let mut groups: Vec<(char, &str)> = Vec::new();
    while let Some(mark) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let after = end + mark.len_utf8();
        let length = text.get(after..).map_or(0, digits);
        let grouping = length == 3 && (end <= 3 || !groups.is_empty());
        let belongs = matches!(mark, '.' | ',' | '٫' | '٬') && length > 0 || mark == ' ' && grouping;
        let Some(group) = text.get(after..after + length).filter(|_| belongs) else {
            break;
        };
        groups.push((mark, group));
        end = after + length;
    }
    let whole = text.get(..digits(text))?;
    let (value, used) = join(whole, &groups, language)?;
    let used_length =
        whole.len() + groups.iter().take(used).map(|(mark, group)| mark.len_utf8() + group.len()).sum::<usize>();
    Some((value, if used == groups.len() { end } else { used_length }))
}

/// The value of digit groups, and how many of them belong to it.
fn join(whole: &str, groups: &[(char, &str)], language: Language) -> Option<(f64, usize)> {
    let comma_is_decimal = matches!(language, Language::Fr | Language::Es | Language::Pt | Language::Ru);
    let point_groups = matches!(language, Language::Es | Language::Pt);
    let thousands = |mark: char| match mark {
        ' ' | '٬' => true,
        ',' => !comma_is_decimal,
        '.' => point_groups,
        _ => false,
    };
    let mut text = whole.to_owned();
    for (position, (mark, group)) in groups.iter().enumerate() {
        let is_last = position + 1 == groups.len();
        let repeated = groups.iter().filter(|(other, _)| other == mark).count() > 1;
        if group.len() == 3 && (thousands(*mark) || repeated) {
            text.push_str(group);
        } else if *mark != ' '
            && !repeated
            && (is_last || groups.get(position + 1).is_some_and(|(next, _)| *next == ' '))
        {
            return format!("{text}.{group}").parse().ok().map(|value| (value, position + 1));
        } else {
            // 1,2,3 is a list and 1.2.3 a version: only the first is meant, or none.
            return if *mark == ',' { text.parse().ok().map(|value| (value, position)) } else { None };
        }
    }
    text.parse().ok().map(|value| (value, groups.len()))
}

/// A number as a text writes it, with the unit right behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    pub number: f64,
    /// What a word behind the number multiplies it by ("万", "million"); 1 without one.
    pub multiplier: f64,
    /// Base unit and the factor to it.
    pub unit: Option<(&'static str, f64)>,
    /// Bytes it takes.
    pub length: usize,
}

/// The quantity that `text` begins with.
pub fn quantity_at(text: &str, language: Language) -> Option<Quantity> {
    let (number, mut length) = number_at(text, language)?;
    let behind = |length: usize| text.get(length..).unwrap_or_default();
    let (multiplier, multiplied) = multiplier_at(behind(length)).unwrap_or((1.0, 0));
    length += multiplied;
    let unit = unit_at(behind(length));
    length += unit.map_or(0, |(.., used)| used);
    Some(Quantity { number, multiplier, unit: unit.map(|(base, factor, _)| (base, factor)), length })
}

/// The quantities of a text, each with the byte it begins at.
pub fn quantities(text: &str, language: Language) -> impl Iterator<Item = (usize, Quantity)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text.get(at..)?.find(|one: char| one.is_ascii_digit())?;
            let rest = text.get(start..).unwrap_or_default();
            match quantity_at(rest, language) {
                Some(quantity) => {
                    at = start + quantity.length;
                    return Some((start, quantity));
                }
                None => at = start + digits_at(rest),
            }
        }
    })
}

/// Bytes of the digits and points at the beginning, one at least: to step over what is no number.
pub fn digits_at(text: &str) -> usize {
    text.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count().max(1)
}

/// What a word after a number multiplies it by.
fn multiplier_at(text: &str) -> Option<(f64, usize)> {
    const WORDS: &[(&str, f64)] = &[
        ("万", 1e4),
        ("亿", 1e8),
        ("million", 1e6),
        ("millions", 1e6),
        ("millones", 1e6),
        ("milhões", 1e6),
        ("mil", 1e3),
        ("thousand", 1e3),
        ("billion", 1e9),
        ("тыс", 1e3),
        ("млн", 1e6),
        ("млрд", 1e9),
        ("ألف", 1e3),
        ("مليون", 1e6),
        ("مليار", 1e9),
    ];
    let trimmed = text.strip_prefix(' ').unwrap_or(text);
    let skipped = text.len() - trimmed.len();
    WORDS.iter().find_map(|(word, factor)| {
        let rest = trimmed.strip_prefix(word)?;
        let ends = is_han(word.chars().next()?) || !rest.chars().next().is_some_and(char::is_alphabetic);
        ends.then_some((*factor, skipped + word.len()))
    })
}

/// Four significant digits, without an exponent.
pub fn canonical(value: f64) -> String {
    if value.fract() == 0.0 && (0.0..10_000.0).contains(&value) {
        return (value as u32).to_string();
    }
    format!("{value:.3e}").parse::<f64>().unwrap_or(value).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_each_language_writes_them() {
        assert_eq!(number_at("1,500 m", Language::En), Some((1500.0, 5)));
        assert_eq!(number_at("1,5 m", Language::Fr), Some((1.5, 3)));
        assert_eq!(number_at("1 500 000 м", Language::Ru), Some((1_500_000.0, 9)));
        assert_eq!(number_at("1.500,25 m", Language::Es), Some((1500.25, 8)));
        assert_eq!(number_at("3.5", Language::Zh), Some((3.5, 3)));
        assert_eq!(number_at("1.2.3", Language::En), None);
    }

    #[test]
    fn a_quantity_has_its_multiplier_and_its_unit() {
        let read = |text| quantity_at(text, Language::Zh);
        let wanted = Quantity { number: 1.5, multiplier: 1e4, unit: Some(("wh", 1e3)), length: 15 };
        assert_eq!(read("1.5万千瓦时、"), Some(wanted));
        assert_eq!(read("40个村"), Some(Quantity { number: 40.0, multiplier: 1.0, unit: None, length: 2 }));
        assert_eq!(read("村"), None);
    }

    #[test]
    fn the_longest_unit_wins() {
        assert_eq!(unit_at("千瓦时、"), Some(("wh", 1e3, 9)));
        assert_eq!(unit_at(" kWh/day"), Some(("wh", 1e3, 4)));
        assert_eq!(unit_at(" кВт·ч в сутки").map(|unit| unit.0), Some("wh"));
        assert_eq!(unit_at(" farmers"), None);
    }
}
