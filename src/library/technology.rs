//! Technologies (技术储备库): what is on offer. Columns, rules, row.

use super::body::body;
use super::closed_set::closed_set;
use super::codes::CooperationMode;
use super::column::{COMMON, Column, ColumnKind, join};
use super::parts::{IpRight, OperatingCondition};
use super::row::row;
use super::validate::{Checks, FieldError};
use super::vocabulary::Vocabulary;
use super::{CodeKind, Hidden, Library, LibraryKind};

closed_set! {
    /// How the technology is protected, on the whole.
    pub enum IpStatus {
        #[default]
        None = "none" ["无"],
        Applied = "applied" ["申请中", "已申请", "pending"],
        Granted = "granted" ["已授权", "授权", "有效"],
        Secret = "secret" ["技术秘密", "商业秘密", "专有技术"],
        Mixed = "mixed" ["混合", "多种"],
    }
}

closed_set! {
    /// Result of screening against the export catalogue. An unscreened technology is never introduced.
    pub enum ExportControl {
        #[default]
        Unscreened = "unscreened" ["未筛查", "未审查", "待筛查"],
        Free = "free" ["自由", "自由出口", "不限制"],
        Restricted = "restricted" ["限制", "限制出口", "限制类"],
        Prohibited = "prohibited" ["禁止", "禁止出口", "禁止类"],
    }
}

body! {
    /// One technology on offer, as its author writes it.
    #[schema(example = json!({"external_id": "t1", "title": "太阳能滴灌控制器", "lang": "zh", "description": "…"}))]
    pub struct Technology {
        /// Country of the supplier, ISO 3166-1 alpha-2; `CN` when missing.
        #[schema(example = "CN")]
        pub country: String,
        /// Advantage over the leading alternative.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub advantages: Option<String>,
        /// The leading alternative.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub alternative: Option<String>,
        /// Economic comparison with the alternative.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub economic_comparison: Option<String>,
        /// Technology readiness level, 1–9.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(minimum = 1, maximum = 9, example = 8)]
        pub trl: Option<i32>,
        /// How it is protected, on the whole.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub ip_status: Option<IpStatus>,
        /// The rights one by one.
        pub ip_rights: Vec<IpRight>,
        /// How it may be handed over.
        pub cooperation_modes: Vec<CooperationMode>,
        /// Countries the supplier looks for partners in; empty for anywhere.
        #[schema(example = json!(["EG", "TN"]))]
        pub target_countries: Vec<String>,
        /// Lowest price, in `currency`.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(minimum = 0)]
        pub price_min: Option<f64>,
        /// Highest price, in `currency`.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(minimum = 0)]
        pub price_max: Option<f64>,
        /// Currency of the prices, ISO 4217.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(example = "CNY", pattern = "^[A-Z]{3}$")]
        pub currency: Option<String>,
        /// Classes of the International Patent Classification.
        #[schema(example = json!(["A01G25/16"]))]
        pub ipc_classes: Vec<String>,
        /// Conditions under which it works.
        pub operating_conditions: Vec<OperatingCondition>,
        /// Result of export screening.
        pub export_control: ExportControl,
        /// The dated catalogue it was screened against.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub export_catalogue: Option<String>,
        /// The entry of the catalogue that applies.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub export_entry: Option<String>,
        /// Day of the screening.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub export_screened_on: Option<chrono::NaiveDate>,
        /// Confidential part: only its owner sees it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub confidential: Option<String>,
    }
}

const OWN: &[Column] = &[
    Column::new("country", ColumnKind::Country, &["国家", "供方国家", "所在国家", "国别"]),
    Column::new("advantages", ColumnKind::LongText, &["优势", "技术优势", "先进性", "创新点"]),
    Column::new("alternative", ColumnKind::LongText, &["替代技术", "现有技术", "对比技术"]),
    Column::new("economic_comparison", ColumnKind::LongText, &["经济性比较", "经济效益", "经济性"]),
    Column::new("trl", ColumnKind::Integer, &["技术成熟度", "成熟度", "技术就绪度"]),
    Column::new("ip_status", ColumnKind::Code(IpStatus::CODES), &["知识产权状态", "知识产权情况", "知识产权"]),
    Column::new("ip_rights", ColumnKind::Json(&["kind", "number", "territory"]), &["知识产权清单", "专利清单", "专利"]),
    Column::new(
        "cooperation_modes",
        ColumnKind::Codes(CooperationMode::CODES),
        &["合作方式", "合作模式", "拟合作方式", "转化方式"],
    ),
    Column::new("target_countries", ColumnKind::Countries, &["目标国家", "意向国家", "目标国别"]),
    Column::new("price_min", ColumnKind::Number, &["最低价格", "价格下限"]),
    Column::new("price_max", ColumnKind::Number, &["最高价格", "价格上限"]),
    Column::new("currency", ColumnKind::Text, &["币种", "货币"]),
    Column::new("ipc_classes", ColumnKind::List, &["IPC分类号", "IPC分类", "国际专利分类"]),
    Column::new(
        "operating_conditions",
        ColumnKind::Json(&["quantity", "min", "max", "unit"]),
        &["运行条件", "使用条件", "工况条件"],
    ),
    Column::new(
        "export_control",
        ColumnKind::Code(ExportControl::CODES),
        &["出口管制", "出口管制状态", "技术出口类别"],
    ),
    Column::new("export_catalogue", ColumnKind::Text, &["出口目录", "管制目录"]),
    Column::new("export_entry", ColumnKind::Text, &["出口目录条目", "控制要点"]),
    Column::new("export_screened_on", ColumnKind::Date, &["出口筛查日期", "筛查日期"]),
    Column::new("confidential", ColumnKind::LongText, &["保密内容", "保密信息"]).hidden(),
];

row! { "technologies" {
    pub country: String,
    #[serde(default)]
    pub advantages: Option<String>,
    #[serde(default)]
    pub alternative: Option<String>,
    #[serde(default)]
    pub economic_comparison: Option<String>,
    #[serde(default)]
    pub trl: Option<i32>,
    #[serde(default)]
    pub ip_status: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub ip_rights: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub cooperation_modes: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub target_countries: Json,
    #[serde(default)]
    pub price_min: Option<f64>,
    #[serde(default)]
    pub price_max: Option<f64>,
    #[serde(default)]
    pub currency: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub ipc_classes: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub operating_conditions: Json,
    pub export_control: String,
    #[serde(default)]
    pub export_catalogue: Option<String>,
    #[serde(default)]
    pub export_entry: Option<String>,
    #[serde(default)]
    pub export_screened_on: Option<Date>,
    #[serde(default)]
    pub confidential: Option<String>,
} }

/// The library of technologies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Technologies;

impl Library for Technologies {
    const KIND: LibraryKind = LibraryKind::Technologies;
    const COLUMNS: &'static [Column] = &join::<{ COMMON.len() + OWN.len() }>(OWN);
    type Body = Technology;
    type Entity = row::Entity;

    fn normalise(body: &mut Technology, vocabulary: &Vocabulary) {
        super::normalise::common(body, vocabulary);
        if body.country.trim().is_empty() {
            body.country = "CN".to_owned();
        }
        super::normalise::country(&mut body.country, vocabulary);
        super::normalise::countries(&mut body.target_countries, vocabulary);
        super::normalise::texts(
            [&mut body.advantages, &mut body.alternative, &mut body.economic_comparison].into_iter().chain([
                &mut body.export_catalogue,
                &mut body.export_entry,
                &mut body.confidential,
            ]),
        );
        super::normalise::list(&mut body.ipc_classes);
        super::normalise::distinct(&mut body.cooperation_modes);
        super::normalise::conditions(&mut body.operating_conditions);
        for right in &mut body.ip_rights {
            super::normalise::texts([&mut right.number, &mut right.territory]);
        }
        super::normalise::money([&mut body.price_min, &mut body.price_max], &mut body.currency);
    }

    fn validate(body: &Technology, vocabulary: &Vocabulary) -> Vec<FieldError> {
        let mut checks = Checks::of(body, vocabulary);
        checks.country("/country", &body.country);
        checks.countries("/target_countries", &body.target_countries);
        checks.range("/trl", body.trl, 1, 9);
        checks.interval("/price_min", body.price_min, body.price_max);
        checks.not_negative("/price_min", body.price_min);
        checks.not_negative("/price_max", body.price_max);
        checks.currency("/currency", body.currency.as_deref());
        checks.conditions(&body.operating_conditions);
        checks.long_texts(&[
            ("/advantages", body.advantages.as_deref()),
            ("/alternative", body.alternative.as_deref()),
            ("/economic_comparison", body.economic_comparison.as_deref()),
            ("/confidential", body.confidential.as_deref()),
        ]);
        checks.short_texts(&[
            ("/export_catalogue", body.export_catalogue.as_deref()),
            ("/export_entry", body.export_entry.as_deref()),
        ]);
        checks.list("/ipc_classes", &body.ipc_classes);
        checks.finish()
    }

    fn codes(body: &Technology) -> Vec<(CodeKind, String)> {
        let modes = body.cooperation_modes.iter().map(|mode| (CodeKind::Mode, mode.to_string()));
        let targets = body.target_countries.iter().map(|country| (CodeKind::TargetCountry, country.clone()));
        let single = [
            Some((CodeKind::Country, body.country.clone())),
            Some((CodeKind::ExportControl, body.export_control.to_string())),
            body.trl.map(|trl| (CodeKind::Trl, trl.to_string())),
        ];
        modes.chain(targets).chain(single.into_iter().flatten()).collect()
    }

    fn hide(body: &mut Technology, hidden: Hidden) {
        if hidden.confidential {
            body.confidential = None;
        }
    }

    fn keep_hidden(body: &mut Technology, stored: &Technology, hidden: Hidden) {
        if hidden.confidential {
            body.confidential.clone_from(&stored.confidential);
        }
    }
}
