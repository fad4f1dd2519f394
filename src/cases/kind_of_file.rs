//! What a file is, by its content and never by its name; and a name for it that harms nobody who saves it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// What may be put into a case, with the ending its name has to have.
const KINDS: &[(&str, &str)] = &[
    ("application/pdf", "pdf"),
    ("image/png", "png"),
    ("image/jpeg", "jpg"),
    (DOCX, "docx"),
    (XLSX, "xlsx"),
    (PPTX, "pptx"),
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ("application/vnd.oasis.opendocument.presentation", "odp"),
    (PLAIN, "txt"),
];
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PPTX: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
/// Text without any form.
pub const PLAIN: &str = "text/plain";
/// The endings, for messages.
pub const ENDINGS: &str = "PDF, PNG, JPEG, DOCX, XLSX, PPTX, ODT, ODS, ODP, plain text";

/// Longest name of a file, in characters.
const LONGEST_NAME: usize = 150;
/// Bytes read of the file in an archive that says what the archive is.
const LONGEST_TYPE: u64 = 200;

/// The media type of a file that may be put into a case; `None` for every other.
pub fn media_type(content: &[u8]) -> Option<&'static str> {
    let known = |found: &str| KINDS.iter().find(|(media_type, _)| *media_type == found).map(|(known, _)| *known);
    if content.starts_with(b"PK") {
        return known(&of_archive(content)?);
    }
    match infer::get(content) {
        Some(found) => known(found.mime_type()),
        None => is_text(content).then_some(PLAIN),
    }
}

/// What an office document is. Those with programs in them are refused: nobody should run what the other side sent.
fn of_archive(content: &[u8]) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(content)).ok()?;
    let names: Vec<String> = archive.file_names().map(|name| name.map(Into::into)).collect::<Result<_, _>>().ok()?;
    let has = |part: &str| names.iter().any(|name| name == part);
    let runs = |name: &String| {
        let small = name.to_lowercase();
        small.ends_with("vbaproject.bin") || small.starts_with("basic/") || small.starts_with("scripts/")
    };
    if names.iter().any(runs) {
        return None;
    }
    if has("[Content_Types].xml") {
        let parts = [("word/document.xml", DOCX), ("xl/workbook.xml", XLSX), ("ppt/presentation.xml", PPTX)];
        return parts.into_iter().find(|(part, _)| has(part)).map(|(_, found)| found.to_owned());
    }
    let mut written = String::new();
    archive.by_name("mimetype").ok()?.take(LONGEST_TYPE).read_to_string(&mut written).ok()?;
    Some(written.trim().to_owned())
}

/// UTF-8 without characters that steer a terminal.
fn is_text(content: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(content) else { return false };
    !text.chars().any(|one| one.is_control() && !matches!(one, '\n' | '\r' | '\t' | '\u{feff}' | '\u{c}'))
}

/// A name without folders and without characters that mean something to a file system or turn the direction of
/// writing, ending as its kind does.
pub fn harmless_name(sent: &str, media_type: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept = |one: char| {
        let turns = matches!(one, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if one.is_control() || turns || "<>:\"|?*;%".contains(one) { '_' } else { one }
    };
    let name: String = last.chars().map(kept).collect();
    let ending = KINDS.iter().find(|(known, _)| *known == media_type).map_or("bin", |(_, ending)| *ending);
    let name = name.trim().trim_matches('.').trim();
    let (stem, written) = name.rsplit_once('.').unwrap_or((name, ""));
    let written = written.to_lowercase();
    // Plain text has many endings, a picture two.
    let fits = written == ending
        || (ending == "jpg" && written == "jpeg")
        || (media_type == PLAIN && matches!(written.as_str(), "csv" | "md" | "log"));
    let (stem, ending) = if fits { (stem, written.as_str()) } else { (name, ending) };
    let stem: String = stem.chars().take(LONGEST_NAME).collect();
    let stem = if stem.trim().is_empty() { "document" } else { stem.trim() };
    format!("{stem}.{ending}")
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn archive(files: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_file_is_what_its_content_says() {
        assert_eq!(media_type(b"%PDF-1.7\n..."), Some("application/pdf"));
        assert_eq!(media_type(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Some("image/png"));
        assert_eq!(media_type(b"\xff\xd8\xff\xe0\0\x10JFIF"), Some("image/jpeg"));
        assert_eq!(media_type("意向书草案\n".as_bytes()), Some(PLAIN));
        let document = archive(&[("[Content_Types].xml", ""), ("word/document.xml", "")]);
        assert_eq!(media_type(&document), Some(DOCX));
        let text = archive(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "")]);
        assert_eq!(media_type(&text), Some("application/vnd.oasis.opendocument.text"));
    }

    #[test]
    fn programs_archives_and_documents_with_programs_in_them_are_not_taken() {
        let with_program =
            archive(&[("[Content_Types].xml", ""), ("word/document.xml", ""), ("word/vbaProject.bin", "")]);
        let anything = archive(&[("setup.exe", "MZ")]);
        let program = b"\x7fELF\x02\x01\x01\0".to_vec();
        let windows = b"MZ\x90\0\x03\0\0\0".to_vec();
        let broken = b"PK\x03\x04 and no more".to_vec();
        for content in [with_program, anything, program, windows, broken, vec![0, 159, 146, 150], b"\x1b[31m".to_vec()]
        {
            assert_eq!(media_type(&content), None, "{content:?}");
        }
        for runs in [b"<!doctype html><script>alert(1)</script>".as_slice(), b"#!/bin/sh\nrm -r /\n"] {
            assert_eq!(media_type(runs), None);
        }
    }

    #[test]
    fn a_name_loses_its_folders_and_gets_the_ending_of_its_content() {
        assert_eq!(harmless_name("../../etc/passwd", PLAIN), "passwd.txt");
        assert_eq!(harmless_name("C:\\Users\\li\\意向书.PDF", "application/pdf"), "意向书.pdf");
        assert_eq!(harmless_name("invoice.pdf.exe", "application/pdf"), "invoice.pdf.exe.pdf");
        assert_eq!(harmless_name("photo.jpeg", "image/jpeg"), "photo.jpeg");
        assert_eq!(harmless_name("gpj\u{202e}.txt\r\nX: y", "image/jpeg"), "gpj_.txt__X_ y.jpg");
        assert_eq!(harmless_name("...", PLAIN), "document.txt");
        assert!(harmless_name(&"长".repeat(500), PLAIN).chars().count() < 160);
    }
}
