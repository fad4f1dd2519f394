//! A text as a QR code, drawn as one path of an SVG.

use anyhow::Context;

/// Modules of white around the code, without which programs do not find it.
const QUIET: usize = 4;

/// A QR code in a square of modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrCode {
    /// Modules along a side, the white around it included.
    pub side: usize,
    /// The dark modules, row by row, as the `d` of a path.
    pub path: String,
}

impl QrCode {
    /// The code of a text.
    ///
    /// # Errors
    /// The text is longer than a code holds.
    pub fn of(text: &str) -> anyhow::Result<Self> {
        let code = qrcode::QrCode::new(text).context("the text does not fit into a QR code")?;
        let (width, modules) = (code.width(), code.to_colors());
        let mut path = String::new();
        for (y, row) in modules.chunks(width).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|left, right| left == right) {
                if run.first() == Some(&qrcode::Color::Dark) {
                    path += &format!("M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET, length = run.len());
                }
                x += run.len();
            }
        }
        Ok(Self { side: width + 2 * QUIET, path })
    }
}
