//! One small table per closed set of values: code, names it is also known by (Chinese first, as
//! spreadsheets write them). Reading, writing, the OpenAPI schema and error messages follow from the table.
//! Not for open sets (fields of the taxonomy, countries), which live in the database.

/// Brings a value as people write it (`Joint R&D`, `joint-rd`, `联合 研发`) to the form the tables are compared in:
/// lower case, without spaces, hyphens, underscores or punctuation.
pub fn folded(written: &str) -> String {
    written.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What is wrong with a value outside its closed set; names what would be right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{value}` is not one of {}", allowed.join(", "))]
pub struct UnknownCode {
    /// The value as it was written.
    pub value: String,
    /// The codes of the set.
    pub allowed: &'static [&'static str],
}

/// Declares an enum whose values have a code and other accepted names:
///
/// ```ignore
/// closed_set! {
///     /// How much a requirement weighs.
///     pub enum Priority {
///         #[default]
///         Must = "must" ["必须", "required"],
///         Should = "should" ["应当"],
///     }
/// }
/// ```
macro_rules! closed_set {
    (
        $(#[doc = $doc:literal])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $code:literal [ $($alias:literal),* $(,)? ] ),+ $(,)?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
        pub enum $name {
            $( $(#[$variant_meta])* #[doc = $code] $variant ),+
        }

        impl $name {
            /// Every value, in the order of the table.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The codes of every value, as written in files and JSON.
            pub const CODES: &'static [&'static str] = &[$($code),+];
            /// Every name a value is known by, codes included.
            pub const NAMES: &'static [(&'static str, $name)] =
                &[$(($code, $name::$variant) $(, ($alias, $name::$variant))*),+];

            /// The code as written in files and JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::library::closed_set::UnknownCode;

            fn from_str(written: &str) -> Result<Self, Self::Err> {
                if let Some(position) = Self::CODES.iter().position(|code| *code == written) {
                    return Ok(Self::ALL[position]);
                }
                let wanted = $crate::library::closed_set::folded(written);
                Self::NAMES
                    .iter()
                    .find(|(name, _)| $crate::library::closed_set::folded(name) == wanted)
                    .map(|(_, value)| *value)
                    .ok_or_else(|| $crate::library::closed_set::UnknownCode {
                        value: written.to_owned(),
                        allowed: Self::CODES,
                    })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let written = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                written.parse().map_err(serde::de::Error::custom)
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::schema::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .description(Some(concat!($($doc, "\n"),*).trim()))
                    .enum_values(Some(Self::CODES.iter().copied()))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}

pub(crate) use closed_set;

#[cfg(test)]
mod tests {
    use crate::library::codes::{CooperationMode, Origin, Priority, Provenance, Status};
    use crate::library::demand::Urgency;
    use crate::library::institution::{InstitutionKind, Operation, Service};
    use crate::library::parts::IpRightKind;
    use crate::library::result::{Progress, ResultKind};
    use crate::library::technology::{ExportControl, IpStatus};
    use crate::library::{CodeKind, LibraryKind};

    #[test]
    fn codes_are_read_whatever_their_case_and_in_chinese() {
        for written in ["joint_rd", "Joint_RD", "joint R&D", "联合研发", " JOINT-RD "] {
            assert_eq!(written.parse(), Ok(CooperationMode::JointRd), "{written}");
        }
        assert_eq!("必须".parse(), Ok(Priority::Must));
    }

    #[test]
    fn an_unknown_code_names_the_codes_that_would_do() {
        let error = "perhaps".parse::<Priority>().unwrap_err();
        assert_eq!(error.to_string(), "`perhaps` is not one of must, should, may");
    }

    #[test]
    fn no_name_stands_for_two_values_of_one_set() {
        macro_rules! check {
            ($($set:ty),+ $(,)?) => {$(
                for (name, value) in <$set>::NAMES {
                    assert_eq!(name.parse::<$set>().as_ref(), Ok(value), "{name} of {}", stringify!($set));
                }
            )+};
        }
        check!(Status, Provenance, Origin, Priority, CooperationMode, IpRightKind, IpStatus, ExportControl, Urgency);
        check!(ResultKind, Progress, InstitutionKind, Service, Operation, LibraryKind, CodeKind);
    }
}
