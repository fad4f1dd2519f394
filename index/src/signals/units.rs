//! Physical quantities: units to SI, and intervals that can be compared.
//!
//! Operating conditions are numbers with units (voltage, temperature, salinity …). They are
//! compared as intervals after conversion to the SI unit of their dimension, never as words.
//! Factors follow the SI brochure (BIPM, 9th edition); what is no SI unit (mu, HP, psi) follows
//! the definition in general use.

use serde::{Deserialize, Serialize};

/// What kind of quantity a unit measures. Two numbers are compared only within one dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    Voltage,
    Frequency,
    Temperature,
    Length,
    Area,
    Volume,
    Mass,
    Duration,
    Power,
    Energy,
    Pressure,
    Flow,
    Speed,
    /// Mass in a volume of liquid: salinity, turbidity by weight, pollutants.
    Concentration,
    /// Parts of a whole: per cent, per mille.
    Share,
    Current,
    /// No unit: pH, counts, NTU.
    Plain,
}

/// A unit with the way to SI: `si = value * factor + offset`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    pub dimension: Dimension,
    pub factor: f64,
    pub offset: f64,
}

const fn unit(dimension: Dimension, factor: f64) -> Unit {
    Unit { dimension, factor, offset: 0.0 }
}

use Dimension as D;

/// Every spelling known of the typed columns, with its unit; a test checks that none stands twice. (Units in running
/// text are read by `analyze::units`.)
pub const UNITS: &[(&[&str], Unit)] = &[
    (&["V", "volt", "volts", "voltios", "伏", "伏特", "В", "فولت"], unit(D::Voltage, 1.0)),
    (&["kV", "千伏", "кВ"], unit(D::Voltage, 1e3)),
    (&["Hz", "赫兹", "赫", "Гц", "هرتز"], unit(D::Frequency, 1.0)),
    (&["kHz", "千赫"], unit(D::Frequency, 1e3)),
    (&["MHz", "兆赫"], unit(D::Frequency, 1e6)),
    (&["A", "安", "安培"], unit(D::Current, 1.0)),
    (
        &[
            "°C",
            "℃",
            "ºC",
            "摄氏度",
            "градусов",
            "градуса",
            "degrees",
            "degrés",
            "grados",
            "graus",
            "degree",
            "درجة",
            "度",
        ],
        Unit { dimension: D::Temperature, factor: 1.0, offset: 273.15 },
    ),
    (&["°F", "℉"], Unit { dimension: D::Temperature, factor: 5.0 / 9.0, offset: 459.67 * 5.0 / 9.0 }),
    (&["K", "kelvin"], unit(D::Temperature, 1.0)),
    (&["mm", "毫米", "мм", "millimetres", "millimètres", "milímetros", "ملم"], unit(D::Length, 1e-3)),
    (&["cm", "厘米", "公分", "см", "centimetres", "centimètres", "centímetros", "سم"], unit(D::Length, 1e-2)),
    (&["μm", "µm", "微米", "мкм"], unit(D::Length, 1e-6)),
    (&["nm", "纳米", "нм"], unit(D::Length, 1e-9)),
    (
        &[
            "m",
            "米",
            "м",
            "metre",
            "metres",
            "meter",
            "meters",
            "mètre",
            "mètres",
            "metro",
            "metros",
            "метр",
            "метра",
            "метров",
            "متر",
            "أمتار",
            "متراً",
            "مترا",
        ],
        unit(D::Length, 1.0),
    ),
    (
        &[
            "km",
            "公里",
            "千米",
            "км",
            "kilometres",
            "kilomètres",
            "kilómetros",
            "quilómetros",
            "quilômetros",
            "километров",
            "كيلومتر",
            "كم",
        ],
        unit(D::Length, 1e3),
    ),
    (&["m2", "m²", "㎡", "平方米", "平米", "кв.м", "м²"], unit(D::Area, 1.0)),
    (&["ha", "公顷", "hectare", "hectares", "hectáreas", "га", "هكتار"], unit(D::Area, 1e4)),
    (&["亩"], unit(D::Area, 2000.0 / 3.0)),
    (&["km2", "km²", "平方公里"], unit(D::Area, 1e6)),
    (&["L", "l", "升", "litre", "litres", "liter", "liters", "litros", "л", "литров", "لتر"], unit(D::Volume, 1e-3)),
    (&["mL", "ml", "毫升", "мл"], unit(D::Volume, 1e-6)),
    (
        &["m3", "m³", "立方米", "方", "м³", "м3", "cubic metre", "cubic metres", "mètres cubes", "metros cúbicos"],
        unit(D::Volume, 1.0),
    ),
    (&["g", "克", "г", "grams", "grammes", "gramos", "غرام"], unit(D::Mass, 1e-3)),
    (&["mg", "毫克", "мг"], unit(D::Mass, 1e-6)),
    (&["kg", "公斤", "千克", "кг", "kilo", "kilos", "kilogram", "kilograms", "كغ", "كيلوغرام"], unit(D::Mass, 1.0)),
    (&["t", "吨", "т", "tonne", "tonnes", "ton", "tons", "toneladas", "тонн", "طن"], unit(D::Mass, 1e3)),
    (&["s", "秒", "sec", "seconds", "secondes", "segundos", "секунд", "ثانية"], unit(D::Duration, 1.0)),
    (&["min", "分钟", "minute", "minutes", "minutos", "минут", "минуты", "دقيقة", "دقائق"], unit(D::Duration, 60.0)),
    (
        &["h", "小时", "hour", "hours", "heure", "heures", "hora", "horas", "час", "часа", "часов", "ساعة", "ساعات"],
        unit(D::Duration, 3600.0),
    ),
    (
        &[
            "天",
            "日",
            "day",
            "days",
            "jour",
            "jours",
            "día",
            "días",
            "dia",
            "dias",
            "дней",
            "дня",
            "день",
            "сутки",
            "суток",
            "يوم",
            "أيام",
            "يوماً",
        ],
        unit(D::Duration, 86_400.0),
    ),
    (
        &["周", "week", "weeks", "semaine", "semaines", "semana", "semanas", "недель", "недели", "أسبوع", "أسابيع"],
        unit(D::Duration, 604_800.0),
    ),
    (
        &[
            "个月",
            "月",
            "month",
            "months",
            "mois",
            "mes",
            "meses",
            "mês",
            "месяц",
            "месяца",
            "месяцев",
            "شهر",
            "أشهر",
            "شهراً",
        ],
        unit(D::Duration, 2_629_746.0),
    ),
    (
        &[
            "年",
            "year",
            "years",
            "an",
            "ans",
            "année",
            "années",
            "año",
            "años",
            "ano",
            "anos",
            "год",
            "года",
            "лет",
            "سنة",
            "سنوات",
            "عام",
            "أعوام",
            "عاماً",
        ],
        unit(D::Duration, 31_556_952.0),
    ),
    (&["W", "瓦", "Вт", "watt", "watts", "واط"], unit(D::Power, 1.0)),
    (&["kW", "千瓦", "кВт", "kilowatt", "kilowatts", "كيلوواط"], unit(D::Power, 1e3)),
    (&["MW", "兆瓦", "МВт", "ميغاواط"], unit(D::Power, 1e6)),
    (&["kWh", "千瓦时", "度电", "кВт·ч", "كيلوواط ساعة"], unit(D::Energy, 3.6e6)),
    (&["Wh", "瓦时"], unit(D::Energy, 3600.0)),
    (&["MWh", "兆瓦时"], unit(D::Energy, 3.6e9)),
    (&["MJ", "兆焦"], unit(D::Energy, 1e6)),
    (&["Pa", "帕"], unit(D::Pressure, 1.0)),
    (&["kPa", "千帕"], unit(D::Pressure, 1e3)),
    (&["MPa", "兆帕", "МПа"], unit(D::Pressure, 1e6)),
    (&["bar", "巴"], unit(D::Pressure, 1e5)),
    (&["m3/h", "m³/h", "立方米/小时", "м³/ч"], unit(D::Flow, 1.0 / 3600.0)),
    (&["m3/d", "m³/d", "立方米/天", "立方米/日", "吨/日", "吨/天", "t/d"], unit(D::Flow, 1.0 / 86_400.0)),
    (&["L/s", "l/s", "升/秒"], unit(D::Flow, 1e-3)),
    (&["L/h", "l/h", "升/小时"], unit(D::Flow, 1e-3 / 3600.0)),
    (&["m/s", "米/秒", "м/с"], unit(D::Speed, 1.0)),
    (&["km/h", "公里/小时", "км/ч"], unit(D::Speed, 1.0 / 3.6)),
    (
        &[
            "g/L",
            "g/l",
            "克/升",
            "г/л",
            "grammes par litre",
            "gramos por litro",
            "gramas por litro",
            "غرام في اللتر",
            "غرامات في اللتر",
            "غراماً في اللتر",
        ],
        unit(D::Concentration, 1.0),
    ),
    (&["mg/L", "mg/l", "毫克/升", "мг/л"], unit(D::Concentration, 1e-3)),
    (&["μg/L", "µg/L", "微克/升"], unit(D::Concentration, 1e-6)),
    (&["ppm"], unit(D::Concentration, 1e-3)),
    (
        &["%", "％", "percent", "per cent", "pour cent", "por ciento", "por cento", "процентов", "بالمئة", "في المئة"],
        unit(D::Share, 1e-2),
    ),
    (&["‰"], unit(D::Share, 1e-3)),
    (&["", "1", "NTU", "pH", "dB", "分贝"], unit(D::Plain, 1.0)),
];

impl Unit {
    /// The unit written so, exactly (`kPa` is not `KPa`); `None` when it is not known.
    pub fn find(spelling: &str) -> Option<Unit> {
        let wanted = spelling.trim();
        UNITS.iter().find(|(spellings, _)| spellings.contains(&wanted)).map(|(_, unit)| *unit)
    }

    /// A value of this unit in the SI unit of its dimension.
    pub fn to_si(self, value: f64) -> f64 {
        value * self.factor + self.offset
    }
}

/// A closed interval in SI units; an open end is infinite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub dimension: Dimension,
    pub low: f64,
    pub high: f64,
}

impl Interval {
    /// From bounds in a unit; `None` when both are missing or the unit is not known.
    pub fn new(low: Option<f64>, high: Option<f64>, spelling: &str) -> Option<Interval> {
        let unit = Unit::find(spelling)?;
        if low.is_none() && high.is_none() {
            return None;
        }
        let low = low.map_or(f64::NEG_INFINITY, |value| unit.to_si(value));
        let high = high.map_or(f64::INFINITY, |value| unit.to_si(value));
        Some(Interval { dimension: unit.dimension, low: low.min(high), high: high.max(low) })
    }

    /// How much of `wanted` this interval contains, 0–1; `None` across dimensions.
    /// A point, or an interval with an infinite part, counts as wholly in, partly in or out.
    pub fn contains_share(&self, wanted: &Interval) -> Option<f64> {
        if self.dimension != wanted.dimension {
            return None;
        }
        if self.low <= wanted.low && self.high >= wanted.high {
            return Some(1.0);
        }
        let low = self.low.max(wanted.low);
        let high = self.high.min(wanted.high);
        if low > high {
            return Some(0.0);
        }
        let width = wanted.high - wanted.low;
        if width.is_finite() && width > 0.0 { Some(((high - low) / width).clamp(0.0, 1.0)) } else { Some(0.5) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_spelling_stands_for_two_units() {
        let mut seen = std::collections::HashSet::new();
        for (spellings, _) in UNITS {
            for spelling in *spellings {
                assert!(seen.insert(*spelling), "{spelling} stands twice");
            }
        }
    }

    #[test]
    fn celsius_and_fahrenheit_meet_in_kelvin() {
        let celsius = Unit::find("℃").unwrap().to_si(45.0);
        let fahrenheit = Unit::find("°F").unwrap().to_si(113.0);
        assert!((celsius - fahrenheit).abs() < 1e-9);
    }

    #[test]
    fn a_supply_up_to_twelve_grams_contains_a_demand_of_four_to_six() {
        let supply = Interval::new(None, Some(12.0), "g/L").unwrap();
        let wanted = Interval::new(Some(4000.0), Some(6000.0), "mg/L").unwrap();
        assert_eq!(supply.contains_share(&wanted), Some(1.0));
        assert_eq!(wanted.contains_share(&supply), Some(0.5));
    }

    #[test]
    fn volts_are_never_compared_with_metres() {
        let volts = Interval::new(Some(220.0), Some(220.0), "V").unwrap();
        let metres = Interval::new(Some(220.0), None, "m").unwrap();
        assert_eq!(volts.contains_share(&metres), None);
    }
}
