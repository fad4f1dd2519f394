//! Records and vectors that are made up: fixed seed, Chinese and English in halves, 200–600
//! characters, words by Zipf's law (Chinese ones from a dictionary, since cutting text into words is
//! a good part of the cost; English ones of syllables), vectors in clusters.

use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

use crate::analyze::{self, Glossary};
use crate::corpus::{Document, Model, PartVector, PartVectors, Pieces, Priority, Requirement, Stored, Vectors};
use crate::embed::pieces::WIDTH;
use crate::matching::Profile;

/// The 400 commonest characters of descriptions of technologies; words are the pairs of them that a dictionary has.
const CHARACTERS: &str = "\
    一万三上下不与专业两个中为主二于云五交产京人付以件价任伏会传位低体作供便保信值停健储元充兆光克入全公\
    养内再农冰冷准减出分划创到制剂力加务动化北区医十千升半单卫即厂压原去双反发取变口只可台叶合名后吨含吸\
    员周命和品器四回固国图土在地场块坡型域培基塔境增处备复外多夜大天太头套子存季学安定宜室家容密对寿小少\
    尘层岸工已市带干平年并应废度座康建开式当快性成或户手技把投抗护报持按损换据排接控推提摄撰支收改放效数\
    整文料斤断新方无日时星更月有服期本术机材村来板柜查柴标格检植模次每毒比毫氏气氢氧水池污沙油法泵洗活流\
    测浓海液深清温湿源滤演灌灾点热熟燃片物率环理瓦生用由电界留疫病的盐监直省石矿示离种科秒积移程空立站端\
    筛管箱米系红约级纸线组经结统续维网置美耐耗联能脱膏膜自至航节苗英草药蒸虫行表袋装要规解警计训设证诊试\
    语调质费资超路车轨载输达过运进远适通速道部配酸里重量钟铁链锂长间防阳附降除集雨零需面顷项须预领题风高";
/// Pieces of a sentence: Chinese ones have about 0.65 a character.
const PIECES: usize = 24;
/// What stands in every text and is not indexed, commonest first: a fifth of Chinese words and a third of English ones.
const CHINESE_FUNCTION_WORDS: &str = "的 和 在 等 为 与";
const ENGLISH_FUNCTION_WORDS: &str = "the of and to in a is for by with on as at from that it which be are this or an can has \
    its was will not more into";

/// Function words and then words in a random order: their ranks in Zipf's law.
fn with_function_words(function_words: &str, mut words: Vec<String>, random: &mut ChaCha8Rng) -> Vec<String> {
    words.shuffle(random);
    function_words.split_ascii_whitespace().map(str::to_owned).chain(words).collect()
}

/// Random numbers of their own for each kind of record, over one vocabulary and one set of centres.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    Technologies = 1,
    Demands = 2,
}

/// Makes records up.
pub(super) struct Writer {
    random: ChaCha8Rng,
    vocabularies: [Vec<String>; 2],
    centres: Vec<[Vec<f32>; 2]>,
}

impl Writer {
    pub fn new(stream: Stream) -> Writer {
        let mut random = ChaCha8Rng::seed_from_u64(20_260_101);
        let characters: Vec<char> = CHARACTERS.chars().collect();
        let pairs = characters.iter().flat_map(|first| characters.iter().map(move |second| [*first, *second]));
        let words = pairs.map(|pair| pair.iter().collect()).filter(|word: &String| analyze::is_chinese_word(word));
        let chinese = with_function_words(CHINESE_FUNCTION_WORDS, words.collect(), &mut random);
        let syllables = [
            "ba", "con", "dri", "el", "fil", "gra", "hy", "ir", "ka", "lo", "mem", "nor", "op", "pro", "ra", "sol",
            "tur", "ver", "wa", "zin",
        ];
        let english = (0..30_000).map(|_| {
            let length = random.random_range(2..5);
            (0..length).map(|_| syllables[random.random_range(0..syllables.len())]).collect()
        });
        let english = with_function_words(ENGLISH_FUNCTION_WORDS, english.collect(), &mut random);
        let centres = (0..400)
            .map(|_| Model::ALL.map(|model| (0..model.dim()).map(|_| random.random_range(-1.0..1.0f32)).collect()))
            .collect();
        random.set_stream(stream as u64);
        Writer { random, vocabularies: [chinese, english], centres }
    }

    /// A technology: a title and 200–600 characters.
    pub fn document(&mut self, number: usize) -> Document {
        let chinese = number.is_multiple_of(2);
        let length = self.random.random_range(200..600);
        let lang = if chinese { "zh" } else { "en" }.to_owned();
        let text = self.text(length, chinese);
        let title = text.chars().take(if chinese { 15 } else { 50 }).collect();
        Document { id: Uuid::from_u128((7 << 64) + number as u128), lang, title, text, ..Document::default() }
    }

    /// A demand with five requirements and its vectors, as matching takes it.
    pub fn demand(&mut self, number: usize) -> (Document, Profile) {
        let chinese = number.is_multiple_of(2);
        let mut document = self.document(number);
        document.text = self.text(250, chinese);
        document.requirements = (0..5)
            .map(|place| Requirement {
                text: self.text(if chinese { 20 } else { 60 }, chinese),
                priority: [Priority::Must, Priority::Should, Priority::May][place % 3],
            })
            .collect();
        let profile = self.profile(&document);
        (document, profile)
    }

    /// A technology with its vectors, as matching takes it.
    pub fn technology(&mut self, number: usize) -> Profile {
        let document = self.document(number);
        self.profile(&document)
    }

    fn profile(&mut self, document: &Document) -> Profile {
        let glossary = Glossary::shipped();
        let stored = Stored::of(document, &glossary);
        let centre = self.random.random_range(0..self.centres.len());
        let record = Model::ALL.map(|model| Some(self.noisy(centre, model)));
        let parts = Model::ALL.map(|model| (0..stored.parts.len()).map(|_| self.part(centre, model)).collect());
        Profile { facts: document.facts.clone(), vectors: PartVectors::of(&parts), stored, record, glossary }
    }

    fn text(&mut self, length: usize, chinese: bool) -> String {
        let mut text = String::new();
        let (mut used, mut in_sentence) = (0, 0);
        while used < length {
            let vocabulary = &self.vocabularies[usize::from(!chinese)];
            // Zipf's law by the inverse of its distribution
            let rank = (vocabulary.len() as f64).powf(self.random.random_range(0.0..1.0f64)) as usize;
            let word = &vocabulary[(rank - 1).min(vocabulary.len() - 1)];
            text.push_str(word);
            used += word.chars().count();
            in_sentence += 1;
            let ends = in_sentence > 12;
            text.push_str(match (chinese, ends) {
                (true, true) => "。",
                (true, false) => "",
                (false, true) => ". ",
                (false, false) => " ",
            });
            if ends {
                in_sentence = 0;
            }
        }
        text
    }

    /// Vectors of a record and of eight parts around one centre.
    pub fn vectors(&mut self) -> Vectors {
        let centre = self.random.random_range(0..self.centres.len());
        let pair = Model::ALL.map(|model| self.noisy(centre, model));
        let parts = Model::ALL.map(|model| Some(vec![self.part(centre, model); 8]));
        Vectors { record: pair.map(Some), parts }
    }

    /// A part's vector with as many pieces as a sentence has.
    fn part(&mut self, centre: usize, model: Model) -> PartVector {
        let mut part = self.noisy(centre, model);
        if model == Model::E5 {
            let mut numbers = vec![0i8; PIECES * WIDTH];
            self.random.fill(numbers.as_mut_slice());
            // as unit vectors are: about 127 / √32 a value
            part.pieces =
                Pieces { weights: vec![100; PIECES], values: numbers.iter().map(|value| value / 4).collect() };
        }
        part
    }

    fn noisy(&mut self, centre: usize, model: Model) -> PartVector {
        let Writer { random, centres, .. } = self;
        let mut vector: Vec<f32> =
            centres[centre][model.position()].iter().map(|value| value + random.random_range(-1.5..1.5f32)).collect();
        let norm = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
        vector.iter_mut().for_each(|value| *value /= norm);
        PartVector::new(&vector)
    }
}
