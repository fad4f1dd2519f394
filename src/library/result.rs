//! Results (项目成果库): co-operation that happened, proof and model for the next. Columns, rules, row.

use super::body::body;
use super::closed_set::closed_set;
use super::column::{COMMON, Column, ColumnKind, join};
use super::parts::{Outcome, Party};
use super::row::row;
use super::validate::{Checks, FieldError};
use super::vocabulary::Vocabulary;
use super::{CodeKind, Hidden, Library, LibraryKind};

closed_set! {
    /// Kind of co-operation.
    pub enum ResultKind {
        JointRd = "joint_rd" ["联合研发", "合作研发", "joint r&d", "joint research"],
        TechnologyTransfer = "technology_transfer" ["技术转移", "技术转让", "成果转化"],
        JointLaboratory = "joint_laboratory" ["联合实验室", "共建实验室", "joint lab"],
        DemonstrationBase = "demonstration_base" ["示范基地", "示范项目"],
        ParkCooperation = "park_cooperation" ["园区合作", "科技园区合作"],
        Training = "training" ["培训", "技术培训"],
        ExchangeVisit = "exchange_visit" ["人员交流", "交流访问", "科技人文交流"],
        Event = "event" ["活动", "会议", "论坛"],
        #[default]
        Project = "project" ["项目", "工程项目"],
    }
}

closed_set! {
    /// How far the co-operation is.
    pub enum Progress {
        Planned = "planned" ["计划", "计划中", "规划", "pipeline", "pledge", "commitment"],
        Running = "running" ["进行中", "实施中", "在建", "在研", "implementation", "ongoing"],
        #[default]
        Completed = "completed" ["完成", "已完成", "结题", "completion", "complete"],
        Cancelled = "cancelled" ["取消", "已取消", "终止", "canceled", "suspended"],
    }
}

body! {
    /// One co-operation that happened, as its author writes it.
    #[schema(example = json!({"external_id": "r1", "title": "中突节水灌溉联合实验室", "lang": "zh", "country": "TN",
        "kind": "joint_laboratory", "year": 2023, "description": "…"}))]
    pub struct ProjectResult {
        /// Kind of co-operation.
        pub kind: ResultKind,
        /// Partner country, ISO 3166-1 alpha-2. Where several are written here (`ZM; TZ`), the first stays and the others
        /// go into `other_countries`.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(example = "TN")]
        pub country: Option<String>,
        /// Further partner countries.
        pub other_countries: Vec<String>,
        /// Who took part.
        pub parties: Vec<Party>,
        /// Year it began or was agreed.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(minimum = 1900, maximum = 2200)]
        pub year: Option<i32>,
        /// First day.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub start_date: Option<chrono::NaiveDate>,
        /// Last day.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub end_date: Option<chrono::NaiveDate>,
        /// How far it is.
        pub progress: Progress,
        /// People trained.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(minimum = 0)]
        pub people_trained: Option<i32>,
        /// Visits exchanged.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(minimum = 0)]
        pub visits: Option<i32>,
        /// Value of the contract, in `currency`.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(minimum = 0)]
        pub contract_value: Option<f64>,
        /// Currency of the contract, ISO 4217.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(example = "USD", pattern = "^[A-Z]{3}$")]
        pub currency: Option<String>,
        /// Other figures that came out of it.
        pub outcomes: Vec<Outcome>,
        /// The path taken, from first contact to delivery.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub path: Option<String>,
        /// What to do again, what not.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub lessons: Option<String>,
        /// The technology: its id, number or external id.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub technology: Option<String>,
        /// The institutions that delivered: id, number or external id of each.
        pub institutions: Vec<String>,
    }
}

const OWN: &[Column] = &[
    Column::new("kind", ColumnKind::Code(ResultKind::CODES), &["成果类型", "类型", "合作类型"]),
    Column::new("country", ColumnKind::Country, &["国家", "合作国家", "合作国", "国别"]),
    Column::new("other_countries", ColumnKind::Countries, &["其他国家", "其他合作国家"]),
    Column::new("parties", ColumnKind::Json(&["name", "country", "role"]), &["合作方", "参与方", "合作单位"]),
    Column::new("year", ColumnKind::Integer, &["年份", "年度"]),
    Column::new("start_date", ColumnKind::Date, &["开始日期", "起始日期"]),
    Column::new("end_date", ColumnKind::Date, &["结束日期", "终止日期"]),
    Column::new("progress", ColumnKind::Code(Progress::CODES), &["进展", "状态", "项目状态", "实施状态"]),
    Column::new("people_trained", ColumnKind::Integer, &["培训人数"]),
    Column::new("visits", ColumnKind::Integer, &["互访次数", "访问人次"]),
    Column::new("contract_value", ColumnKind::Number, &["合同金额", "合同额"]),
    Column::new("currency", ColumnKind::Text, &["币种", "货币"]),
    Column::new("outcomes", ColumnKind::Json(&["measure", "value", "unit"]), &["成效", "成果指标", "成效指标"]),
    Column::new("path", ColumnKind::LongText, &["合作路径", "路径"]),
    Column::new("lessons", ColumnKind::LongText, &["经验", "经验教训"]),
    Column::new("technology", ColumnKind::Text, &["关联技术", "所用技术"]),
    Column::new("institutions", ColumnKind::List, &["关联机构", "平台机构"]),
];

row! { "project_results" {
    pub kind: String,
    #[serde(default)]
    pub country: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub other_countries: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub parties: Json,
    #[serde(default)]
    pub year: Option<i32>,
    #[serde(default)]
    pub start_date: Option<Date>,
    #[serde(default)]
    pub end_date: Option<Date>,
    pub progress: String,
    #[serde(default)]
    pub people_trained: Option<i32>,
    #[serde(default)]
    pub visits: Option<i32>,
    #[serde(default)]
    pub contract_value: Option<f64>,
    #[serde(default)]
    pub currency: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub outcomes: Json,
    #[serde(default)]
    pub path: Option<String>,
    #[serde(default)]
    pub lessons: Option<String>,
    #[serde(default)]
    pub technology: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub institutions: Json,
} }

/// The library of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Results;

impl Library for Results {
    const KIND: LibraryKind = LibraryKind::Results;
    const COLUMNS: &'static [Column] = &join::<{ COMMON.len() + OWN.len() }>(OWN);
    type Body = ProjectResult;
    type Entity = row::Entity;

    fn normalise(body: &mut ProjectResult, vocabulary: &Vocabulary) {
        super::normalise::common(body, vocabulary);
        super::normalise::several_countries(&mut body.country, &mut body.other_countries, vocabulary);
        super::normalise::texts([&mut body.path, &mut body.lessons, &mut body.technology]);
        super::normalise::list(&mut body.institutions);
        for party in &mut body.parties {
            super::normalise::text(&mut party.name);
            super::normalise::texts([&mut party.role]);
            super::normalise::optional_country(&mut party.country, vocabulary);
        }
        for outcome in &mut body.outcomes {
            super::normalise::text(&mut outcome.measure);
            super::normalise::texts([&mut outcome.unit]);
        }
        super::normalise::money([&mut body.contract_value], &mut body.currency);
    }

    fn validate(body: &ProjectResult, vocabulary: &Vocabulary) -> Vec<FieldError> {
        let mut checks = Checks::of(body, vocabulary);
        checks.optional_country("/country", body.country.as_deref());
        checks.countries("/other_countries", &body.other_countries);
        for (position, party) in body.parties.iter().enumerate() {
            checks.present(&format!("/parties/{position}/name"), &party.name);
            checks.optional_country(&format!("/parties/{position}/country"), party.country.as_deref());
        }
        for (position, outcome) in body.outcomes.iter().enumerate() {
            checks.present(&format!("/outcomes/{position}/measure"), &outcome.measure);
        }
        checks.range("/year", body.year, 1900, 2200);
        checks.range("/people_trained", body.people_trained, 0, i32::MAX);
        checks.range("/visits", body.visits, 0, i32::MAX);
        checks.interval("/start_date", body.start_date, body.end_date);
        checks.not_negative("/contract_value", body.contract_value);
        checks.currency("/currency", body.currency.as_deref());
        checks.long_texts(&[("/path", body.path.as_deref()), ("/lessons", body.lessons.as_deref())]);
        checks.short_texts(&[("/technology", body.technology.as_deref())]);
        checks.list("/institutions", &body.institutions);
        checks.finish()
    }

    fn codes(body: &ProjectResult) -> Vec<(CodeKind, String)> {
        let single = [
            Some((CodeKind::Kind, body.kind.to_string())),
            Some((CodeKind::Progress, body.progress.to_string())),
            body.year.map(|year| (CodeKind::Year, year.to_string())),
        ];
        let countries = body.country.iter().chain(&body.other_countries);
        let countries = countries.map(|country| (CodeKind::Country, country.clone()));
        single.into_iter().flatten().chain(countries).collect()
    }

    fn hide(_body: &mut ProjectResult, _hidden: Hidden) {}

    fn keep_hidden(_body: &mut ProjectResult, _stored: &ProjectResult, _hidden: Hidden) {}
}
