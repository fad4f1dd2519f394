//! Demands (合作需求库): what partner countries need. Columns, rules, row.

use super::body::body;
use super::closed_set::closed_set;
use super::codes::CooperationMode;
use super::column::{COMMON, Column, ColumnKind, join};
use super::parts::{OperatingCondition, Requirement};
use super::row::row;
use super::validate::{Checks, FieldError};
use super::vocabulary::Vocabulary;
use super::{CodeKind, Hidden, Library, LibraryKind};

closed_set! {
    /// How soon an answer is needed.
    pub enum Urgency {
        Low = "low" ["低", "不急"],
        #[default]
        Normal = "normal" ["一般", "普通", "medium"],
        High = "high" ["高", "紧急", "urgent"],
        Critical = "critical" ["特急", "非常紧急"],
    }
}

body! {
    /// One need of one partner country, as its author writes it.
    #[schema(example = json!({"external_id": "d1", "title": "Irrigation économe en eau", "lang": "fr", "country": "TN",
        "description": "…", "requirements": [{"text": "…", "priority": "must"}]}))]
    pub struct Demand {
        /// Country the need is in, ISO 3166-1 alpha-2.
        #[schema(example = "TN", required)]
        pub country: String,
        /// What is asked for, one by one; each is answered on its own.
        pub requirements: Vec<Requirement>,
        /// Who has the mandate.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub mandate_holder: Option<String>,
        /// Who will use it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub end_user: Option<String>,
        /// Who pays.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub payer: Option<String>,
        /// Who decides.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub decider: Option<String>,
        /// Day of the decision.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub decision_date: Option<chrono::NaiveDate>,
        /// Last day for offers.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub deadline: Option<chrono::NaiveDate>,
        /// How it is bought (tender, grant, direct…).
        #[serde(skip_serializing_if = "Option::is_none")]
        pub procurement_route: Option<String>,
        /// Conditions under which it must work.
        pub operating_conditions: Vec<OperatingCondition>,
        /// Smallest budget, in `currency`.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(minimum = 0)]
        pub budget_min: Option<f64>,
        /// Largest budget, in `currency`.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(minimum = 0)]
        pub budget_max: Option<f64>,
        /// Currency of the budget, ISO 4217.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(example = "USD", pattern = "^[A-Z]{3}$")]
        pub currency: Option<String>,
        /// How it may be handed over; empty for any way.
        pub accepted_modes: Vec<CooperationMode>,
        /// Lowest technology readiness level, 1–9.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(minimum = 1, maximum = 9)]
        pub min_trl: Option<i32>,
        /// Sustainable Development Goals it serves, 1–17.
        #[schema(example = json!([2, 6]))]
        pub sdgs: Vec<i32>,
        /// How soon an answer is needed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub urgency: Option<Urgency>,
    }
}

const OWN: &[Column] = &[
    Column::new("country", ColumnKind::Country, &["国家", "需求国家", "需求国", "国别"]).required(),
    Column::new("requirements", ColumnKind::Json(&["text", "priority"]), &["具体要求", "需求条目", "技术要求", "要求"]),
    Column::new("mandate_holder", ColumnKind::Text, &["主管部门", "授权单位", "牵头单位"]),
    Column::new("end_user", ColumnKind::Text, &["最终用户", "使用单位"]),
    Column::new("payer", ColumnKind::Text, &["付款方", "出资方"]),
    Column::new("decider", ColumnKind::Text, &["决策方", "决策人"]),
    Column::new("decision_date", ColumnKind::Date, &["决策日期"]),
    Column::new("deadline", ColumnKind::Date, &["截止日期", "截止时间"]),
    Column::new("procurement_route", ColumnKind::Text, &["采购方式", "采购渠道"]),
    Column::new(
        "operating_conditions",
        ColumnKind::Json(&["quantity", "min", "max", "unit"]),
        &["运行条件", "使用条件", "工况条件"],
    ),
    Column::new("budget_min", ColumnKind::Number, &["预算下限", "最低预算"]),
    Column::new("budget_max", ColumnKind::Number, &["预算上限", "最高预算", "预算"]),
    Column::new("currency", ColumnKind::Text, &["币种", "货币"]),
    Column::new(
        "accepted_modes",
        ColumnKind::Codes(CooperationMode::CODES),
        &["合作方式", "合作模式", "可接受合作方式", "拟合作方式"],
    ),
    Column::new("min_trl", ColumnKind::Integer, &["最低技术成熟度", "最低成熟度"]),
    Column::new("sdgs", ColumnKind::Integers, &["可持续发展目标"]),
    Column::new("urgency", ColumnKind::Code(Urgency::CODES), &["紧急程度", "紧迫程度"]),
];

row! { "cooperation_demands" {
    pub country: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub requirements: Json,
    #[serde(default)]
    pub mandate_holder: Option<String>,
    #[serde(default)]
    pub end_user: Option<String>,
    #[serde(default)]
    pub payer: Option<String>,
    #[serde(default)]
    pub decider: Option<String>,
    #[serde(default)]
    pub decision_date: Option<Date>,
    #[serde(default)]
    pub deadline: Option<Date>,
    #[serde(default)]
    pub procurement_route: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub operating_conditions: Json,
    #[serde(default)]
    pub budget_min: Option<f64>,
    #[serde(default)]
    pub budget_max: Option<f64>,
    #[serde(default)]
    pub currency: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub accepted_modes: Json,
    #[serde(default)]
    pub min_trl: Option<i32>,
    #[sea_orm(column_type = "JsonBinary")]
    pub sdgs: Json,
    #[serde(default)]
    pub urgency: Option<String>,
} }

/// The library of demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demands;

impl Library for Demands {
    const KIND: LibraryKind = LibraryKind::Demands;
    const COLUMNS: &'static [Column] = &join::<{ COMMON.len() + OWN.len() }>(OWN);
    type Body = Demand;
    type Entity = row::Entity;

    fn normalise(body: &mut Demand, vocabulary: &Vocabulary) {
        super::normalise::common(body, vocabulary);
        super::normalise::country(&mut body.country, vocabulary);
        super::normalise::texts(
            [&mut body.mandate_holder, &mut body.end_user, &mut body.payer]
                .into_iter()
                .chain([&mut body.decider, &mut body.procurement_route]),
        );
        for requirement in &mut body.requirements {
            super::normalise::text(&mut requirement.text);
        }
        super::normalise::conditions(&mut body.operating_conditions);
        super::normalise::distinct(&mut body.accepted_modes);
        super::normalise::distinct(&mut body.sdgs);
        super::normalise::money([&mut body.budget_min, &mut body.budget_max], &mut body.currency);
    }

    fn validate(body: &Demand, vocabulary: &Vocabulary) -> Vec<FieldError> {
        let mut checks = Checks::of(body, vocabulary);
        checks.country("/country", &body.country);
        checks.requirements(&body.requirements);
        checks.conditions(&body.operating_conditions);
        checks.interval("/budget_min", body.budget_min, body.budget_max);
        checks.not_negative("/budget_min", body.budget_min);
        checks.not_negative("/budget_max", body.budget_max);
        checks.currency("/currency", body.currency.as_deref());
        checks.range("/min_trl", body.min_trl, 1, 9);
        for (position, goal) in body.sdgs.iter().enumerate() {
            checks.range(&format!("/sdgs/{position}"), Some(*goal), 1, 17);
        }
        checks.short_texts(&[
            ("/mandate_holder", body.mandate_holder.as_deref()),
            ("/end_user", body.end_user.as_deref()),
            ("/payer", body.payer.as_deref()),
            ("/decider", body.decider.as_deref()),
            ("/procurement_route", body.procurement_route.as_deref()),
        ]);
        checks.finish()
    }

    fn codes(body: &Demand) -> Vec<(CodeKind, String)> {
        let modes = body.accepted_modes.iter().map(|mode| (CodeKind::Mode, mode.to_string()));
        let goals = body.sdgs.iter().map(|goal| (CodeKind::Sdg, goal.to_string()));
        let single = [
            Some((CodeKind::Country, body.country.clone())),
            body.urgency.map(|urgency| (CodeKind::Urgency, urgency.to_string())),
        ];
        modes.chain(goals).chain(single.into_iter().flatten()).collect()
    }

    fn hide(_body: &mut Demand, _hidden: Hidden) {}

    fn keep_hidden(_body: &mut Demand, _stored: &Demand, _hidden: Hidden) {}
}
