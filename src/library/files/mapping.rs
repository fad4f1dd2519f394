//! Which of our columns a name in a file means: JSON names, Chinese headers, names given on the command line.
//! A column nobody knows is never dropped silently: it is named, and the person decides.

use std::collections::HashMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::library::closed_set::folded;
use crate::library::{Column, Library, LibraryKind};
use crate::nearest::nearest;

/// What the service sets itself, what the file of bad rows adds, and plain row numbers: read over on import.
/// `序号` counts rows of one sheet; taking it for an id would let two sheets overwrite each other.
const READ_OVER: &[&str] = &[
    "id",
    "number",
    "library",
    "status",
    "version",
    "owner_organisation_id",
    "provenance",
    "created_at",
    "updated_at",
    "published_at",
    "siku_line",
    "siku_error",
    "siku_raw",
    "siku_other",
    "序号",
    "no",
    "no.",
    "行号",
];

/// Remarks forms put into a header cell.
const REMARKS: &[&str] = &["必填项", "必填", "选填项", "选填", "可选", "required", "optional"];

/// What a name in a file means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Column(&'static Column),
    /// `status` of a result says how far it is when its value does.
    ProgressOrStatus(&'static Column),
    ReadOver,
    Unknown,
}

/// Why a file cannot be read into a library at all. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    #[error("unknown column{} {}. Say what each means with --column THEIRS=OURS or leave it out with --ignore THEIRS",
        if .0.len() == 1 { "" } else { "s" }, .0.join(", "))]
    Unknown(Vec<String>),
    #[error("columns {0} and {1} both mean {2}. Leave one out with --ignore")]
    Twice(String, String, &'static str),
    #[error("{theirs}={ours}: {library} have no column {ours}{}", .close.map(|name| format!(" (did you mean {name}?)")).unwrap_or_default())]
    NoSuchColumn { theirs: String, ours: String, library: LibraryKind, close: Option<&'static str> },
    #[error("--column {0}=…: the file has no column {0}")]
    NotInFile(String),
    #[error("{library} need column{} {}, which the file does not have. Give it for every row with --set {}=VALUE",
        if .names.len() == 1 { "" } else { "s" }, .names.join(", "), .names.first().copied().unwrap_or_default())]
    Missing { library: LibraryKind, names: Vec<&'static str> },
    #[error("none of the columns of {library} is in the file: it has {found}")]
    NoColumn { library: LibraryKind, found: String },
}

/// Names and their meaning, for one library and one command.
#[derive(Debug)]
pub struct Mapping {
    library: LibraryKind,
    columns: &'static [Column],
    by_name: HashMap<String, Meaning>,
    given: Vec<String>,
}

impl Mapping {
    /// The mapping into library `L` with what `--column` and `--ignore` say.
    pub fn new<L: Library>(columns: &[(String, String)], ignored: &[String]) -> Result<Self, MappingError> {
        let mut by_name = HashMap::new();
        for name in READ_OVER {
            by_name.insert(key(name), Meaning::ReadOver);
        }
        for column in L::COLUMNS {
            for name in std::iter::once(&column.name).chain(column.zh) {
                by_name.entry(key(name)).or_insert(Meaning::Column(column));
            }
            by_name.entry(key(&column.in_both())).or_insert(Meaning::Column(column));
        }
        if let Some(progress) = find(L::COLUMNS, "progress") {
            by_name.insert(key("status"), Meaning::ProgressOrStatus(progress));
        }
        for (theirs, ours) in columns {
            let column = find_column::<L>(theirs, ours)?;
            by_name.insert(key(theirs), Meaning::Column(column));
        }
        for name in ignored {
            by_name.insert(key(name), Meaning::ReadOver);
        }
        let given = columns.iter().map(|(theirs, _)| theirs.clone()).collect();
        Ok(Self { library: L::KIND, columns: L::COLUMNS, by_name, given })
    }

    /// What `name` means.
    pub fn meaning(&self, name: &str) -> Meaning {
        self.by_name.get(&key(name)).copied().unwrap_or(Meaning::Unknown)
    }

    /// Refuses a header with unknown, doubled or missing columns, naming all of them. Every row has the `given` columns.
    pub fn check_header(&self, names: &[Arc<str>], given: &[&str]) -> Result<(), MappingError> {
        let unknown: Vec<&str> =
            names.iter().map(|name| &**name).filter(|name| self.meaning(name) == Meaning::Unknown).collect();
        let column_of = |name: &str| match self.meaning(name) {
            Meaning::Column(column) => Some(column),
            _ => None,
        };
        if !names.iter().any(|name| column_of(name).is_some()) && unknown.len() == names.len() {
            let found = if names.is_empty() { "none".to_owned() } else { unknown.join(", ") };
            return Err(MappingError::NoColumn { library: self.library, found });
        }
        if !unknown.is_empty() {
            return Err(self.unknown(unknown.into_iter()));
        }
        for (at, name) in names.iter().enumerate() {
            let Some(column) = column_of(name) else { continue };
            if let Some(other) = names[..at].iter().find(|other| column_of(other) == Some(column)) {
                return Err(MappingError::Twice(other.to_string(), name.to_string(), column.name));
            }
        }
        let needed = self.columns.iter().filter(|column| column.required && !given.contains(&column.name));
        let absent: Vec<&'static str> = needed
            .filter(|column| !names.iter().any(|name| column_of(name) == Some(*column)))
            .map(|column| column.name)
            .collect();
        if !absent.is_empty() {
            return Err(MappingError::Missing { library: self.library, names: absent });
        }
        let missing = self.given.iter().find(|theirs| !names.iter().any(|name| key(name) == key(theirs)));
        missing.map_or(Ok(()), |theirs| Err(MappingError::NotInFile(theirs.clone())))
    }

    /// Our column that a name most likely means: the one it names, or the nearest known name's.
    pub fn guess(&self, name: &str) -> Option<&'static Column> {
        match self.meaning(name) {
            Meaning::Column(column) | Meaning::ProgressOrStatus(column) => Some(column),
            Meaning::ReadOver => None,
            Meaning::Unknown => {
                let known =
                    self.columns.iter().flat_map(|column| std::iter::once(&column.name).chain(column.zh)).copied();
                nearest(&key(name), known).and_then(|close| find(self.columns, close))
            }
        }
    }

    /// The error that names unknown columns, each with the nearest known name.
    pub fn unknown<'a>(&self, names: impl Iterator<Item = &'a str>) -> MappingError {
        MappingError::Unknown(names.map(|name| self.with_hint(name)).collect())
    }

    /// A name with the nearest known one behind it.
    pub fn with_hint(&self, name: &str) -> String {
        let known = self.columns.iter().flat_map(|column| std::iter::once(&column.name).chain(column.zh)).copied();
        match nearest(&key(name), known) {
            Some(close) => format!("{name} (did you mean {close}?)"),
            None => name.to_owned(),
        }
    }
}

/// Our column that somebody who gives it for `theirs` calls `ours`.
pub fn find_column<L: Library>(theirs: &str, ours: &str) -> Result<&'static Column, MappingError> {
    find(L::COLUMNS, ours.trim()).ok_or_else(|| MappingError::NoSuchColumn {
        theirs: theirs.to_owned(),
        ours: ours.to_owned(),
        library: L::KIND,
        close: nearest(ours, L::COLUMNS.iter().map(|column| column.name)),
    })
}

fn find(columns: &'static [Column], name: &str) -> Option<&'static Column> {
    columns.iter().find(|column| column.name == name || column.zh.contains(&name))
}

/// A name in the form in which names are compared: width, case, spaces and remarks do not matter.
fn key(name: &str) -> String {
    let mut key = folded(&name.nfkc().collect::<String>());
    for remark in REMARKS {
        if let Some(rest) = key.strip_suffix(remark).filter(|rest| !rest.is_empty()) {
            key.truncate(rest.len());
            break;
        }
    }
    // A name of signs only (`#`, `№`) stays itself.
    if key.is_empty() { name.trim().to_owned() } else { key }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Demands, Institutions, Results, Technologies};

    fn names(names: &[&str]) -> Vec<Arc<str>> {
        names.iter().map(|name| Arc::from(*name)).collect()
    }

    fn column(mapping: &Mapping, name: &str) -> &'static str {
        match mapping.meaning(name) {
            Meaning::Column(column) => column.name,
            other => panic!("{name}: {other:?}"),
        }
    }

    #[test]
    fn names_are_known_in_both_languages_whatever_their_case_and_remarks() {
        let mapping = Mapping::new::<Technologies>(&[], &[]).unwrap();
        for name in [
            "target_countries",
            "Target Countries",
            "目标国家",
            " 目标国家（必填）",
            "目标国家*",
            "ＴＡＲＧＥＴ－countries",
        ] {
            assert_eq!(column(&mapping, name), "target_countries", "{name}");
        }
        assert_eq!(mapping.meaning("序号"), Meaning::ReadOver);
        assert_eq!(mapping.meaning("updated_at"), Meaning::ReadOver);
    }

    #[test]
    fn every_chinese_header_means_one_column_of_its_library() {
        fn check<L: Library>() {
            let mapping = Mapping::new::<L>(&[], &[]).unwrap();
            for own in L::COLUMNS {
                for name in own.zh.iter().filter(|name| !READ_OVER.contains(name)) {
                    assert_eq!(column(&mapping, name), own.name, "{name} in {:?}", L::KIND);
                }
            }
        }
        check::<Technologies>();
        check::<Demands>();
        check::<Results>();
        check::<Institutions>();
    }

    #[test]
    fn unknown_columns_are_all_named_with_the_nearest_known_one() {
        let mapping = Mapping::new::<Technologies>(&[], &[]).unwrap();
        let error = mapping.check_header(&names(&["title", "descripton", "供货商"]), &[]).unwrap_err().to_string();
        assert!(error.contains("descripton (did you mean description?)") && error.contains("供货商"), "{error}");
    }

    #[test]
    fn a_column_can_be_mapped_or_left_out_by_name() {
        let given = [("供货商".to_owned(), "advantages".to_owned())];
        let mapping = Mapping::new::<Technologies>(&given, &["备注".to_owned()]).unwrap();
        mapping.check_header(&names(&["标题", "供货商", "备注"]), &[]).unwrap();
        assert_eq!(column(&mapping, "供货商"), "advantages");
        let error = mapping.check_header(&names(&["标题"]), &[]).unwrap_err();
        assert_eq!(error, MappingError::NotInFile("供货商".to_owned()));
    }

    #[test]
    fn a_mapping_to_a_column_that_is_none_is_refused() {
        let given = [("x".to_owned(), "descripton".to_owned())];
        let error = Mapping::new::<Technologies>(&given, &[]).unwrap_err().to_string();
        assert_eq!(error, "x=descripton: technologies have no column descripton (did you mean description?)");
    }

    #[test]
    fn two_headers_of_one_column_are_refused() {
        let mapping = Mapping::new::<Technologies>(&[], &[]).unwrap();
        let error = mapping.check_header(&names(&["标题", "名称"]), &[]).unwrap_err();
        assert_eq!(error, MappingError::Twice("标题".to_owned(), "名称".to_owned(), "title"));
    }
}
