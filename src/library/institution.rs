//! Institutions (平台机构库): who can deliver, where, with which services. Columns, rules, row.

use super::body::body;
use super::closed_set::closed_set;
use super::column::{COMMON, Column, ColumnKind, join};
use super::parts::Contact;
use super::row::row;
use super::validate::{Checks, FieldError};
use super::vocabulary::Vocabulary;
use super::{CodeKind, Hidden, Library, LibraryKind};

closed_set! {
    /// Kind of institution.
    pub enum InstitutionKind {
        JointLaboratory = "joint_laboratory" ["联合实验室", "joint lab"],
        #[default]
        TechnologyTransferCentre = "technology_transfer_centre" ["技术转移中心", "技术转移机构", "technology transfer center"],
        SciencePark = "science_park" ["科技园区", "科技园", "园区"],
        CooperationBase = "cooperation_base" ["合作基地", "国际科技合作基地", "co-operation base"],
        OverseasOffice = "overseas_office" ["海外机构", "海外办事处", "离岸创新中心"],
        Incubator = "incubator" ["孵化器", "众创空间"],
        ServiceFirm = "service_firm" ["服务机构", "科技服务企业", "中介机构"],
    }
}

closed_set! {
    /// A service an institution gives.
    pub enum Service {
        #[default]
        Policy = "policy" ["政策", "政策咨询"],
        Technology = "technology" ["技术", "技术服务"],
        Projects = "projects" ["项目", "项目对接"],
        Talent = "talent" ["人才", "人才服务"],
        Finance = "finance" ["金融", "投融资", "融资"],
        Ip = "ip" ["知识产权", "intellectual property"],
        Legal = "legal" ["法律", "法律服务"],
        Training = "training" ["培训"],
        Market = "market" ["市场", "市场推广"],
        Logistics = "logistics" ["物流"],
    }
}

closed_set! {
    /// Whether the institution works.
    pub enum Operation {
        Planned = "planned" ["筹建", "规划中", "在建"],
        #[default]
        Operating = "operating" ["运营", "运行中", "在运营", "运行"],
        Closed = "closed" ["关闭", "已关闭", "撤销"],
    }
}

body! {
    /// One institution that can deliver, as its author writes it.
    #[schema(example = json!({"external_id": "i1", "title": "中国—阿拉伯国家技术转移中心", "lang": "zh", "country": "CN",
        "kind": "technology_transfer_centre", "countries_served": ["EG"], "services": ["technology", "training"], "description": "…"}))]
    pub struct Institution {
        /// Kind of institution.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub kind: Option<InstitutionKind>,
        /// Home country, ISO 3166-1 alpha-2.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(example = "CN")]
        pub country: Option<String>,
        /// City it sits in.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub city: Option<String>,
        /// Countries it serves.
        #[schema(example = json!(["EG", "SA"]))]
        pub countries_served: Vec<String>,
        /// Services it gives.
        pub services: Vec<Service>,
        /// Languages it works in, BCP 47.
        #[schema(example = json!(["zh", "ar"]))]
        pub languages: Vec<String>,
        /// Whether it works.
        pub operation: Operation,
        /// Year it began.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(minimum = 1800, maximum = 2200)]
        pub since: Option<i32>,
        /// Grade given at the last evaluation.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub grade: Option<String>,
        /// Day of the last evaluation.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub grade_date: Option<chrono::NaiveDate>,
        /// How to reach it; never public.
        pub contacts: Vec<Contact>,
    }
}

const OWN: &[Column] = &[
    Column::new("kind", ColumnKind::Code(InstitutionKind::CODES), &["机构类型", "类型"]),
    Column::new("country", ColumnKind::Country, &["国家", "所在国家", "所在国", "国别"]),
    Column::new("city", ColumnKind::Text, &["城市", "所在城市"]),
    Column::new("countries_served", ColumnKind::Countries, &["服务国家", "覆盖国家"]),
    Column::new("services", ColumnKind::Codes(Service::CODES), &["服务", "服务内容", "服务类型"]),
    Column::new("languages", ColumnKind::List, &["工作语言", "服务语言"]),
    Column::new("operation", ColumnKind::Code(Operation::CODES), &["运营状态", "状态", "运行状态"]),
    Column::new("since", ColumnKind::Integer, &["成立年份", "成立时间"]),
    Column::new("grade", ColumnKind::Text, &["等级", "评估等级"]),
    Column::new("grade_date", ColumnKind::Date, &["评估日期", "评级日期"]),
    Column::new("contacts", ColumnKind::Json(&["name", "role", "email", "phone"]), &["联系人", "联系方式"]).hidden(),
];

row! { "platform_institutions" {
    #[serde(default)]
    pub kind: Option<String>,
    #[serde(default)]
    pub country: Option<String>,
    #[serde(default)]
    pub city: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub countries_served: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub services: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub languages: Json,
    pub operation: String,
    #[serde(default)]
    pub since: Option<i32>,
    #[serde(default)]
    pub grade: Option<String>,
    #[serde(default)]
    pub grade_date: Option<Date>,
    #[sea_orm(column_type = "JsonBinary")]
    pub contacts: Json,
} }

/// The library of institutions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Institutions;

impl Library for Institutions {
    const KIND: LibraryKind = LibraryKind::Institutions;
    const COLUMNS: &'static [Column] = &join::<{ COMMON.len() + OWN.len() }>(OWN);
    type Body = Institution;
    type Entity = row::Entity;

    fn normalise(body: &mut Institution, vocabulary: &Vocabulary) {
        super::normalise::common(body, vocabulary);
        super::normalise::optional_country(&mut body.country, vocabulary);
        super::normalise::countries(&mut body.countries_served, vocabulary);
        super::normalise::texts([&mut body.city, &mut body.grade]);
        super::normalise::distinct(&mut body.services);
        super::normalise::languages(&mut body.languages);
        for contact in &mut body.contacts {
            super::normalise::texts([&mut contact.name, &mut contact.role, &mut contact.email, &mut contact.phone]);
        }
    }

    fn validate(body: &Institution, vocabulary: &Vocabulary) -> Vec<FieldError> {
        let mut checks = Checks::of(body, vocabulary);
        checks.optional_country("/country", body.country.as_deref());
        checks.countries("/countries_served", &body.countries_served);
        for (position, language) in body.languages.iter().enumerate() {
            checks.language(&format!("/languages/{position}"), language);
        }
        checks.range("/since", body.since, 1800, 2200);
        checks.short_texts(&[("/city", body.city.as_deref()), ("/grade", body.grade.as_deref())]);
        checks.finish()
    }

    fn codes(body: &Institution) -> Vec<(CodeKind, String)> {
        let services = body.services.iter().map(|service| (CodeKind::Service, service.to_string()));
        let served = body.countries_served.iter().map(|country| (CodeKind::TargetCountry, country.clone()));
        let single = [
            body.kind.map(|kind| (CodeKind::Kind, kind.to_string())),
            body.country.clone().map(|country| (CodeKind::Country, country)),
            Some((CodeKind::Operation, body.operation.to_string())),
        ];
        services.chain(served).chain(single.into_iter().flatten()).collect()
    }

    fn hide(body: &mut Institution, hidden: Hidden) {
        if hidden.contacts {
            body.contacts.clear();
        }
    }

    fn keep_hidden(body: &mut Institution, stored: &Institution, hidden: Hidden) {
        if hidden.contacts {
            body.contacts.clone_from(&stored.contacts);
        }
    }
}
