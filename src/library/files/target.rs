//! A file that appears under its name only when it is complete: written beside it, then renamed.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;

/// Where the file is written until it is complete.
pub struct Target {
    path: Option<PathBuf>,
    temporary: Option<tempfile::NamedTempFile>,
}

impl Target {
    /// A target at `path`; `-` is standard output.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        if path == Path::new("-") {
            return Ok(Self { path: None, temporary: None });
        }
        anyhow::ensure!(!path.is_dir(), "cannot write {}: it is a folder", path.display());
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let temporary = tempfile::Builder::new()
            .prefix(".siku-")
            .suffix(".partial")
            .permissions(permissions())
            .tempfile_in(folder)
            .with_context(|| format!("cannot write in {}", folder.display()))?;
        Ok(Self { path: Some(path.to_owned()), temporary: Some(temporary) })
    }

    /// A handle to write with.
    pub fn file(&self) -> anyhow::Result<Box<dyn Write + Send>> {
        Ok(match &self.temporary {
            Some(temporary) => Box::new(std::io::BufWriter::new(temporary.reopen().context("cannot write the file")?)),
            None => Box::new(std::io::BufWriter::new(std::io::stdout())),
        })
    }

    /// The file itself, for formats that jump about in it; `None` on standard output.
    pub fn seekable(&self) -> anyhow::Result<Option<File>> {
        self.temporary.as_ref().map(|temporary| temporary.reopen().context("cannot write the file")).transpose()
    }

    /// Gives the complete file its name.
    pub fn put_in_place(self) -> anyhow::Result<()> {
        let (Some(path), Some(temporary)) = (self.path, self.temporary) else { return Ok(()) };
        temporary.as_file().sync_all().with_context(|| format!("cannot write {}", path.display()))?;
        temporary
            .persist(&path)
            .map_err(|error| error.error)
            .with_context(|| format!("cannot write {}", path.display()))?;
        Ok(())
    }
}

/// What the process's own mask allows, like any file a program makes.
fn permissions() -> std::fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    std::fs::Permissions::from_mode(0o666)
}
