//! The LIBRARY argument, and running what is generic over the four libraries on the one it names.

use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;

use crate::library::LibraryKind;

/// Reads `technologies`, `demands`, `results` or `institutions`.
pub fn parser() -> impl TypedValueParser<Value = LibraryKind> {
    PossibleValuesParser::new(LibraryKind::CODES).try_map(|code| code.parse::<LibraryKind>())
}

/// Runs an expression with `$library` standing for the type of the library `$kind` names.
macro_rules! with_library {
    ($kind:expr, $library:ident => $run:expr) => {
        match $kind {
            $crate::library::LibraryKind::Technologies => {
                type $library = $crate::library::Technologies;
                $run
            }
            $crate::library::LibraryKind::Demands => {
                type $library = $crate::library::Demands;
                $run
            }
            $crate::library::LibraryKind::Results => {
                type $library = $crate::library::Results;
                $run
            }
            $crate::library::LibraryKind::Institutions => {
                type $library = $crate::library::Institutions;
                $run
            }
        }
    };
}

pub(crate) use with_library;
