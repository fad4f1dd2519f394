//! The one list of columns per library, from which files, forms, schema and tests follow.

/// What a column holds, and so how a file's cell is read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// One line of text.
    Text,
    /// Text of any length.
    LongText,
    /// A language tag, BCP 47.
    Language,
    /// An ISO 3166-1 alpha-2 country code.
    Country,
    /// List of country codes.
    Countries,
    /// List of taxonomy codes.
    Fields,
    /// One code of a closed set.
    Code(&'static [&'static str]),
    /// List of codes of a closed set.
    Codes(&'static [&'static str]),
    /// List of free texts.
    List,
    /// Whole number.
    Integer,
    /// List of whole numbers.
    Integers,
    /// Decimal number, written with a point.
    Number,
    /// A day, `2026-12-31`.
    Date,
    /// List of objects, written as JSON; the named properties are theirs, the first one is the main one.
    Json(&'static [&'static str]),
}

impl ColumnKind {
    /// Whether the JSON value is an array.
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Countries | Self::Fields | Self::Codes(_) | Self::List | Self::Integers | Self::Json(_))
    }
}

/// One column of a library: its name in JSON, files and the database, and what is known about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Name in JSON, files and the database.
    pub name: &'static str,
    /// Chinese headers by which files call it; the first one is the label.
    pub zh: &'static [&'static str],
    /// What it holds.
    pub kind: ColumnKind,
    /// A record without it is refused.
    pub required: bool,
    /// Shown to everybody who may see the record; otherwise only to those `Library::hide` names.
    pub public: bool,
}

impl Column {
    /// A column that may be missing and is public.
    pub const fn new(name: &'static str, kind: ColumnKind, zh: &'static [&'static str]) -> Self {
        Self { name, zh, kind, required: false, public: true }
    }

    /// Its name for readers of neither: Chinese, then the one in JSON.
    pub fn in_both(&self) -> String {
        match self.zh.first() {
            Some(zh) => format!("{zh} {}", self.name),
            None => self.name.to_owned(),
        }
    }

    /// The same column, required.
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same column, not public.
    pub const fn hidden(self) -> Self {
        Self { public: false, ..self }
    }
}

/// Puts the columns every library has before the library's own.
pub(super) const fn join<const BOTH: usize>(own: &[Column]) -> [Column; BOTH] {
    let mut both = [COMMON[0]; BOTH];
    let mut position = 0;
    while position < BOTH {
        both[position] = if position < COMMON.len() { COMMON[position] } else { own[position - COMMON.len()] };
        position += 1;
    }
    both
}

/// The columns every library has.
pub const COMMON: &[Column] = &[
    Column::new("external_id", ColumnKind::Text, &["外部编号", "编号", "序号", "原始编号"]),
    Column::new("lang", ColumnKind::Language, &["语言", "语种"]),
    Column::new("title", ColumnKind::Text, &["标题", "名称", "题目", "技术名称", "需求名称", "项目名称", "成果名称"]),
    Column::new("summary", ColumnKind::LongText, &["摘要", "简介", "概要", "技术简介", "项目简介", "需求简介"]),
    Column::new(
        "description",
        ColumnKind::LongText,
        &["描述", "详细描述", "说明", "内容", "详情", "技术描述", "需求描述", "技术介绍", "详细介绍"],
    ),
    Column::new("fields", ColumnKind::Fields, &["领域", "技术领域", "所属领域", "行业领域"]),
    Column::new("keywords", ColumnKind::List, &["关键词", "关键字"]),
    Column::new("valid_until", ColumnKind::Date, &["有效期", "有效期至", "截止有效期"]),
    Column::new("links", ColumnKind::List, &["链接", "网址"]),
    Column::new("source", ColumnKind::Text, &["来源", "数据来源"]),
    Column::new("source_reference", ColumnKind::Text, &["来源说明", "出处", "资料来源"]),
    Column::new(
        "translations",
        ColumnKind::Json(&["lang", "title", "summary", "description", "origin"]),
        &["译文", "翻译"],
    ),
];
