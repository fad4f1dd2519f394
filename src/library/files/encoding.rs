//! Which encoding a CSV file is in, and reading it as UTF-8. Excel in China writes GB18030 (“CSV”), UTF-16 with
//! tabs (“Unicode text”) or UTF-8 with a byte order mark; nothing in the file says which, so it is looked at.

use std::io::{self, Read, Seek, SeekFrom};

use encoding_rs::{Decoder, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

const CHUNK: usize = 64 * 1024;
/// How much of the beginning is searched for the zero bytes of UTF-16.
const BEGINNING: usize = 1024;

/// Looks through the whole file and says what it is written in. Leaves the position at the beginning.
pub fn detect(file: &mut (impl Read + Seek)) -> io::Result<&'static Encoding> {
    file.seek(SeekFrom::Start(0))?;
    let mut evidence = Evidence::default();
    let mut chunk = vec![0; CHUNK];
    let mut first = true;
    loop {
        let length = fill(file, &mut chunk)?;
        if length == 0 {
            break;
        }
        if first && let Some(encoding) = from_beginning(&chunk[..length]) {
            file.seek(SeekFrom::Start(0))?;
            return Ok(encoding);
        }
        first = false;
        evidence.add(&chunk[..length]);
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(evidence.verdict())
}

/// A byte order mark, or the zero bytes that only UTF-16 has.
fn from_beginning(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding);
    }
    let beginning = &bytes[..bytes.len().min(BEGINNING)];
    let zeros = |parity: usize| beginning.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    if high_first + low_first < 2 {
        return None;
    }
    // Separators and line ends have a zero high byte; a character like 一 (U+4E00) has a zero low one.
    Some(if low_first >= high_first { UTF_16LE } else { UTF_16BE })
}

/// Counts gathered over a file, from which UTF-8, GB18030 and Windows-1252 are told apart.
#[derive(Default)]
struct Evidence {
    /// Bytes of a character cut off by the end of the last chunk.
    carried: Vec<u8>,
    /// Well-formed characters of more than one byte.
    characters: u64,
    /// Places that are not UTF-8.
    broken: u64,
    /// Bytes above 127 that stand alone between ASCII, and all runs of such bytes.
    lone: u64,
    runs: u64,
    run_length: u64,
}

impl Evidence {
    fn add(&mut self, chunk: &[u8]) {
        for byte in chunk {
            if *byte >= 0x80 {
                self.run_length += 1;
            } else if self.run_length > 0 {
                self.end_run();
            }
        }
        let mut bytes = std::mem::take(&mut self.carried);
        bytes.extend_from_slice(chunk);
        let mut rest = bytes.as_slice();
        loop {
            match std::str::from_utf8(rest) {
                Ok(valid) => {
                    self.characters += wide(valid.as_bytes());
                    return;
                }
                Err(error) => {
                    self.characters += wide(&rest[..error.valid_up_to()]);
                    let after = &rest[error.valid_up_to()..];
                    match error.error_len() {
                        Some(length) => {
                            self.broken += 1;
                            rest = &after[length..];
                        }
                        None => {
                            self.carried = after.to_vec();
                            return;
                        }
                    }
                }
            }
        }
    }

    fn end_run(&mut self) {
        self.runs += 1;
        self.lone += u64::from(self.run_length == 1);
        self.run_length = 0;
    }

    fn verdict(mut self) -> &'static Encoding {
        self.broken += u64::from(!self.carried.is_empty());
        if self.run_length > 0 {
            self.end_run();
        }
        // Chinese in GB18030 is broken UTF-8 nearly everywhere; a damaged UTF-8 file is broken in few places,
        // and reading it as GB18030 would spoil all the rest.
        if self.broken == 0 || self.characters > 4 * self.broken {
            UTF_8
        } else if self.lone * 2 > self.runs {
            // Accented letters between ASCII ones: Excel in Western Europe and Latin America.
            WINDOWS_1252
        } else {
            GB18030
        }
    }
}

fn wide(valid: &[u8]) -> u64 {
    valid.iter().filter(|byte| **byte >= 0xC0).count() as u64
}

fn fill(reader: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match reader.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(length) => filled += length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Reads a file of any encoding as UTF-8, without its byte order mark. UTF-8 passes as it is, damage included,
/// so that the damaged rows can be named; what cannot be read in another encoding becomes U+FFFD.
pub struct Decoded<R> {
    reader: R,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    /// What is ready to be read, from `position` on.
    text: Vec<u8>,
    position: usize,
    begun: bool,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    pub fn new(reader: R, encoding: &'static Encoding) -> Self {
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_with_bom_removal());
        Self { reader, decoder, raw: vec![0; CHUNK], text: Vec::new(), position: 0, begun: false, ended: false }
    }

    /// Reads and decodes the next piece of the file.
    fn refill(&mut self) -> io::Result<()> {
        let length = fill(&mut self.reader, &mut self.raw)?;
        let raw = &self.raw[..length];
        self.ended = length == 0;
        self.position = 0;
        self.text.clear();
        match &mut self.decoder {
            Some(decoder) => {
                // Three bytes of UTF-8 for every byte is the most any encoding grows by.
                self.text.resize(3 * length + 16, 0);
                let (_, _, written, _) = decoder.decode_to_utf8(raw, &mut self.text, self.ended);
                self.text.truncate(written);
            }
            None if self.begun => self.text.extend_from_slice(raw),
            None => self.text.extend_from_slice(raw.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(raw)),
        }
        self.begun = true;
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.position == self.text.len() && !self.ended {
            self.refill()?;
        }
        let ready = &self.text[self.position..];
        let length = ready.len().min(out.len());
        out[..length].copy_from_slice(&ready[..length]);
        self.position += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    const TEXT: &str = "编号,标题\r\nt1,一种太阳能滴灌控制器\r\nt2,大豆育种\r\n";

    fn read(bytes: Vec<u8>) -> (&'static str, String) {
        let mut file = Cursor::new(bytes);
        let encoding = detect(&mut file).unwrap();
        let mut text = String::new();
        Decoded::new(file, encoding).read_to_string(&mut text).unwrap();
        (encoding.name(), text)
    }

    fn utf16(text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let marked = mark.then_some(0xFEFF);
        marked.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
    }

    #[test]
    fn what_excel_writes_is_read_whatever_its_encoding() {
        let gb = GB18030.encode(TEXT).0.into_owned();
        let with_mark = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
        let cases = [
            (gb, "gb18030"),
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            (with_mark, "UTF-8"),
            (utf16(TEXT, true, u16::to_le_bytes), "UTF-16LE"),
            (utf16(TEXT, true, u16::to_be_bytes), "UTF-16BE"),
            (utf16(TEXT, false, u16::to_le_bytes), "UTF-16LE"),
            (utf16(TEXT, false, u16::to_be_bytes), "UTF-16BE"),
        ];
        for (bytes, name) in cases {
            let (encoding, text) = read(bytes);
            assert_eq!(encoding.to_lowercase(), name.to_lowercase());
            assert_eq!(text, TEXT, "{name}");
        }
    }

    #[test]
    fn gb18030_that_begins_long_after_ascii_is_found() {
        let mut bytes = "id;title\n1;x\n".repeat(20_000).into_bytes();
        bytes.extend_from_slice(&GB18030.encode("2;滴灌控制器\n").0);
        let (encoding, text) = read(bytes);
        assert_eq!(encoding, "gb18030");
        assert!(text.ends_with("2;滴灌控制器\n"));
    }

    #[test]
    fn rare_characters_of_gb18030_have_four_bytes() {
        let bytes = GB18030.encode("名称\n𠮷野家技术\n").0.into_owned();
        assert_eq!(read(bytes).1, "名称\n𠮷野家技术\n");
    }

    #[test]
    fn a_damaged_utf_8_file_stays_utf_8() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes[20] = 0xFF;
        let mut file = Cursor::new(bytes);
        assert_eq!(detect(&mut file).unwrap(), UTF_8);
    }

    #[test]
    fn western_letters_are_not_taken_for_chinese() {
        let bytes = WINDOWS_1252.encode("titre;pays\nIrrigation économe à énergie solaire;Sénégal\n").0.into_owned();
        let (encoding, text) = read(bytes);
        assert_eq!(encoding, "windows-1252");
        assert!(text.contains("économe à énergie"));
    }
}
