//! Importing a file step by step: send it, say what its columns mean, look at what would become of its rows and mend
//! some, have them put in. The file waits in `uploads` between the steps; reading and storing are `library::files`'.

pub mod choose;
pub mod columns;
mod fault;
pub mod files;
pub mod preview;
mod words;

use actix_web::HttpResponse;
use uuid::Uuid;

use super::desk::elsewhere;
use super::reader::Reader;
use crate::accounts::{Action, Role};
use crate::app::App;
use crate::error::{Code, Result};
use crate::layout::Locale;
use crate::library::files::import::ImportError;
use crate::library::files::mapping::MappingError;
use crate::library::store::now;
use crate::library::{Column, Demands, Library, LibraryKind, Technologies};
use crate::uploads::{self, Upload};

/// The libraries into which people import their own.
const LIBRARIES: [LibraryKind; 2] = [LibraryKind::Technologies, LibraryKind::Demands];

/// The library that somebody most likely imports into.
fn usual(reader: &Reader) -> LibraryKind {
    let embassy = matches!(&reader.session, Some(session) if session.role == Role::Embassy);
    if embassy { LibraryKind::Demands } else { LibraryKind::Technologies }
}

fn columns_of(library: LibraryKind) -> &'static [Column] {
    match library {
        LibraryKind::Demands => Demands::COLUMNS,
        _ => Technologies::COLUMNS,
    }
}

/// Does something for the library of a file.
macro_rules! in_library {
    ($library:expr, $call:ident ( $($argument:expr),* )) => {
        match $library {
            $crate::library::LibraryKind::Technologies => $call::<$crate::library::Technologies>($($argument),*).await,
            $crate::library::LibraryKind::Demands => $call::<$crate::library::Demands>($($argument),*).await,
            _ => Err($crate::error::Code::NotFound.into()),
        }
    };
}
pub(super) use in_library;

/// Who may import; somebody else is led away.
fn allowed(reader: &Reader) -> Result<Option<HttpResponse>> {
    elsewhere(reader, Action::CreateRecord)
}

/// The file of an address, where it is the reader's own.
async fn own(app: &App, reader: &Reader, id: &str) -> Result<Upload> {
    let (Ok(id), Some(user)) = (id.parse::<Uuid>(), reader.actor.user_id()) else { return Err(Code::NotFound.into()) };
    Ok(uploads::find(&*app.db, user, id, now()).await?.ok_or(Code::NotFound)?)
}

/// What a column of ours is called.
fn label(t: Locale, column: &Column) -> String {
    t.code("column", column.name).unwrap_or_else(|| column.name.replace('_', " "))
}

/// What is wrong with the columns of a file.
fn said(t: Locale, library: LibraryKind, error: &MappingError) -> String {
    match error {
        MappingError::Unknown(names) => t.fill("import-columns-open", t.list(names)),
        MappingError::Twice(one, other, ours) => {
            let ours = columns_of(library).iter().find(|column| column.name == *ours);
            let ours = ours.map(|column| label(t, column)).unwrap_or_default();
            let names = [one.clone(), other.clone(), ours];
            t.code_with("import", "columns-twice", &names).unwrap_or_else(|| error.to_string())
        }
        MappingError::Missing { names, .. } => {
            let missing = columns_of(library).iter().filter(|column| names.contains(&column.name));
            let labels: Vec<String> = missing.map(|column| label(t, column)).collect();
            t.fill("import-columns-missing", t.list(&labels))
        }
        MappingError::NoColumn { .. } => t.text("import-columns-none"),
        other => other.to_string(),
    }
}

/// What stands against reading a file on; what is no such thing goes on as an error.
fn unreadable(t: Locale, library: LibraryKind, error: ImportError) -> Result<String> {
    match error {
        ImportError::Mapping(error) => Ok(said(t, library, &error)),
        ImportError::Default { value, .. } => Ok(t.fill("import-set-wrong", value)),
        ImportError::Unreadable(reason) => Ok(t.fill("import-unreadable", reason)),
        ImportError::Store { source, .. } => Err(source.into()),
        ImportError::Other(error) => Err(error.into()),
    }
}
