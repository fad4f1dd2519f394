//! Records and vectors that are made up: fixed seed, Chinese and English in halves, 200–600
//! characters, words by Zipf's law, vectors in clusters.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

use crate::corpus::{Document, Model, PartVector, PartVectors, Priority, Requirement, Stored, Vectors};
use crate::matching::Profile;

/// Makes records up.
pub(super) struct Writer {
    random: ChaCha8Rng,
    vocabularies: [Vec<String>; 2],
    centres: Vec<[Vec<f32>; 2]>,
}

impl Writer {
    pub fn new() -> Writer {
        let mut random = ChaCha8Rng::seed_from_u64(20_260_101);
        let han: Vec<char> = "水电机系统技术能源太阳光风力发控制器环境保护处理设备材料新型高效节农业灌溉土壤种植物生产工艺过滤膜分离净化污染监测\
            数据网络智能传感算法模型平台信息安全通道路桥梁隧车辆轨交运输船舶海洋港口地质矿山冶金属钢铁铜铝锂池储氢燃料油气管压缩泵阀\
            热冷温度湿干燥食品加养殖渔牧医疗药物诊断检验病毒菌疫苗康复建筑结构混凝防震火灾预警应急无人飞行航空卫星遥感测绘图像"
            .chars()
            .filter(|one| !one.is_whitespace())
            .collect();
        let chinese = (0..30_000).map(|_| {
            let length = if random.random_bool(0.75) { 2 } else { 3 };
            (0..length).map(|_| han[random.random_range(0..han.len())]).collect()
        });
        let chinese: Vec<String> = chinese.collect();
        let syllables = [
            "ba", "con", "dri", "el", "fil", "gra", "hy", "ir", "ka", "lo", "mem", "nor", "op", "pro", "ra", "sol",
            "tur", "ver", "wa", "zin",
        ];
        let english = (0..30_000).map(|_| {
            let length = random.random_range(2..5);
            (0..length).map(|_| syllables[random.random_range(0..syllables.len())]).collect()
        });
        let english: Vec<String> = english.collect();
        let centres = (0..400)
            .map(|_| Model::ALL.map(|model| (0..model.dim()).map(|_| random.random_range(-1.0..1.0f32)).collect()))
            .collect();
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
        let stored = Stored::of(&document);
        let centre = self.random.random_range(0..self.centres.len());
        let record = Model::ALL.map(|model| Some(self.noisy(centre, model)));
        let parts =
            Model::ALL.map(|model| Some((0..stored.parts.len()).map(|_| self.noisy(centre, model).to_f32()).collect()));
        let profile =
            Profile { facts: document.facts.clone(), vectors: PartVectors::from_vectors(&parts), stored, record };
        (document, profile)
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
        let parts = pair.clone().map(|vector| Some(vec![vector; 8]));
        Vectors { record: pair.map(Some), parts }
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
