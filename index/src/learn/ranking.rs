//! Weights of the ranking: listwise softmax (ListNet, Cao et al. 2007) with an L2 penalty, then a
//! logistic calibration (Platt 1999) so that the score is a probability.

use super::adam::Adam;

/// One demand with its candidates.
#[derive(Debug, Clone, Default)]
pub struct List {
    /// Per candidate the value of every signal to be fitted; `None` where it said nothing.
    pub values: Vec<Vec<Option<f32>>>,
    /// Per candidate what signals with weights set by hand add to its logit.
    pub given: Vec<f32>,
    /// The demand is in the language of its candidates, so that words speak.
    pub words: bool,
    /// Per candidate its grade; 2 is a full answer.
    pub grades: Vec<u8>,
}

impl List {
    /// Values and given log-odds of each candidate.
    fn candidates(&self) -> impl Iterator<Item = (&Vec<Option<f32>>, f64)> {
        let given = self.given.iter().copied().chain(std::iter::repeat(0.0));
        self.values.iter().zip(given.map(f64::from))
    }

    /// Logit of each candidate.
    pub fn logits(&self, fitted: &Fitted) -> Vec<f64> {
        let words = if self.words { fitted.words } else { 0.0 };
        self.candidates().map(|(values, given)| fitted.logit(values) + given + words).collect()
    }
}

/// Weights in units of the signals' values.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    pub weights: Vec<f64>,
    /// Mean value of each signal over the candidates: speaks neither for nor against.
    pub neutral: Vec<f64>,
    pub bias: f64,
    /// Added within one language, where words that were weighed by hand speak as well.
    pub words: f64,
}

const STEPS: usize = 400;

impl Fitted {
    /// What the fitted signals and the bias say of one candidate.
    pub fn logit(&self, values: &[Option<f32>]) -> f64 {
        values
            .iter()
            .zip(&self.weights)
            .zip(&self.neutral)
            .filter_map(|((value, weight), neutral)| Some(weight * (f64::from((*value)?) - neutral)))
            .sum::<f64>()
            + self.bias
    }
}

/// Mean and standard deviation of each signal over all candidates.
fn moments(lists: &[List], signals: usize) -> (Vec<f64>, Vec<f64>) {
    let mut mean = vec![0.0; signals];
    let mut deviation = vec![0.0; signals];
    for signal in 0..signals {
        let values: Vec<f64> =
            lists.iter().flat_map(|list| &list.values).filter_map(|values| values[signal].map(f64::from)).collect();
        let count = values.len().max(1) as f64;
        mean[signal] = values.iter().sum::<f64>() / count;
        let variance = values.iter().map(|value| (value - mean[signal]).powi(2)).sum::<f64>() / count;
        deviation[signal] = variance.sqrt().max(1e-6);
    }
    (mean, deviation)
}

/// Weights ≥ 0 (no signal of likeness may speak against a pair) that put the better grades first.
/// `penalty` is the weight of the squared weights against one list.
pub fn fit_ranking(lists: &[List], signals: usize, penalty: f64) -> Fitted {
    let (neutral, deviation) = moments(lists, signals);
    let start = vec![0.1; signals];
    let lists = prepare(lists, &Scale { neutral: &neutral, deviation: &deviation, given: 0.0 });
    let weights = descend(&lists, start, &vec![0.0; signals], penalty, false);
    in_units(&weights, neutral, &deviation)
}

/// The same beside what is given, beginning with weights that are known and held to them: the penalty is on the distance
/// from them. What the lists are silent about stays as it is known. Each candidate counts besides as a yes or no of its
/// own (combined regression and ranking, Sculley 2010): an order within lists alone does not make the scores of one list
/// comparable with those of another.
pub fn fit_towards(known: &Fitted, lists: &[List], penalty: f64) -> Fitted {
    let deviation = spread(lists, &known.neutral);
    let start: Vec<f64> = known.weights.iter().zip(&deviation).map(|(weight, deviation)| weight * deviation).collect();
    let lists = prepare(lists, &Scale { neutral: &known.neutral, deviation: &deviation, given: 1.0 });
    let weights = descend(&lists, start.clone(), &start, penalty, true);
    Fitted { bias: known.bias, words: known.words, ..in_units(&weights, known.neutral.clone(), &deviation) }
}

/// Standard deviation of what each signal says beside its neutral value, where nothing said is neutral; 1 for one that
/// always says the same, which puts no candidate before another.
fn spread(lists: &[List], neutral: &[f64]) -> Vec<f64> {
    let count = lists.iter().map(|list| list.values.len()).sum::<usize>().max(1) as f64;
    let of = |(signal, neutral): (usize, &f64)| {
        let said = |values: &Vec<Option<f32>>| values[signal].map_or(0.0, |value| f64::from(value) - neutral);
        let all = || lists.iter().flat_map(|list| &list.values).map(said);
        let mean = all().sum::<f64>() / count;
        let deviation = (all().map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt();
        if deviation > 1e-6 { deviation } else { 1.0 }
    };
    neutral.iter().enumerate().map(of).collect()
}

/// What makes values of different signals comparable.
struct Scale<'a> {
    neutral: &'a [f64],
    deviation: &'a [f64],
    /// How much what is given counts.
    given: f64,
}

/// A list as the descent reads it.
struct Prepared {
    /// Per candidate the comparable values, what is given for it, and whether it is a full answer.
    candidates: Vec<(Vec<f64>, f64, f64)>,
    /// Per candidate its share of the list's gain; empty where no candidate has any.
    wanted: Vec<f64>,
}

fn prepare(lists: &[List], scale: &Scale) -> Vec<Prepared> {
    let standard = |values: &[Option<f32>]| -> Vec<f64> {
        let scaled = |(signal, value): (usize, &Option<f32>)| {
            value.map_or(0.0, |value| (f64::from(value) - scale.neutral[signal]) / scale.deviation[signal])
        };
        values.iter().enumerate().map(scaled).collect()
    };
    let one = |list: &List| {
        let gains: Vec<f64> = list.grades.iter().map(|grade| 2f64.powi(i32::from(*grade)) - 1.0).collect();
        let total: f64 = gains.iter().sum();
        let candidates = list.candidates().zip(&list.grades);
        Prepared {
            candidates: candidates
                .map(|((values, given), grade)| (standard(values), scale.given * given, flag(*grade >= 2)))
                .collect(),
            wanted: if total > 0.0 { gains.iter().map(|gain| gain / total).collect() } else { Vec::new() },
        }
    };
    lists.iter().map(one).collect()
}

fn in_units(weights: &[f64], neutral: Vec<f64>, deviation: &[f64]) -> Fitted {
    let weights = weights.iter().zip(deviation).map(|(weight, deviation)| weight / deviation).collect();
    Fitted { weights, neutral, bias: 0.0, words: 0.0 }
}

/// Weights of comparable values, by the order within each list and, where asked for, by each candidate's own answer.
fn descend(lists: &[Prepared], start: Vec<f64>, towards: &[f64], penalty: f64, each: bool) -> Vec<f64> {
    let count = lists.iter().filter(|list| !list.wanted.is_empty()).count().max(1) as f64;
    let signals = start.len();
    // The last is the shift of the answers.
    let mut parameters: Vec<f64> = start.into_iter().chain([0.0]).collect();
    let mut adam = Adam::new(parameters.len(), 0.05);
    for _ in 0..STEPS {
        let (weights, shift) = (&parameters[..signals], parameters[signals]);
        let pulled = weights.iter().zip(towards);
        let mut gradient: Vec<f64> = pulled.map(|(weight, towards)| penalty * (weight - towards) / count).collect();
        gradient.push(0.0);
        for list in lists {
            let logits: Vec<f64> = list.candidates.iter().map(|(row, given, _)| dot(row, weights) + given).collect();
            let top = logits.iter().copied().fold(f64::MIN, f64::max);
            let sum: f64 = logits.iter().map(|logit| (logit - top).exp()).sum();
            for (place, (logit, (row, _, full))) in logits.iter().zip(&list.candidates).enumerate() {
                let order = list.wanted.get(place).map_or(0.0, |wanted| (logit - top).exp() / sum - wanted);
                let answer = if each { 1.0 / (1.0 + (-logit - shift).exp()) - full } else { 0.0 };
                gradient.iter_mut().zip(row).for_each(|(slope, value)| *slope += (order + answer) * value / count);
                gradient[signals] += answer / count;
            }
        }
        adam.descend(&mut parameters, &gradient);
        parameters[..signals].iter_mut().for_each(|weight| *weight = weight.max(0.0));
    }
    parameters.truncate(signals);
    parameters
}

/// Scales and shifts the fitted weights so that, with what is given, of candidates with score p about p are full answers
/// (grade 2 and up); within one language by a shift of its own.
pub fn calibrate(fitted: &Fitted, lists: &[List]) -> Fitted {
    // About their mean, so that scale and shift do not pull at one another.
    let (middle, unit) = middle(lists.iter().flat_map(|list| &list.values).map(|values| fitted.logit(values)));
    let example = |list: &List, values: &[Option<f32>], given: f64, grade: u8| {
        ([(fitted.logit(values) - middle) / unit, 1.0, flag(list.words)], given, flag(grade >= 2))
    };
    let examples: Vec<([f64; 3], f64, f64)> = lists
        .iter()
        .flat_map(|list| {
            let candidates = list.candidates().zip(&list.grades);
            candidates.map(move |((values, given), grade)| example(list, values, given, *grade))
        })
        .collect();
    let count = examples.len().max(1) as f64;
    let mut parameters = [unit, 0.0, 0.0];
    let mut adam = Adam::new(parameters.len(), 0.05);
    for _ in 0..2 * STEPS {
        let mut gradient = [0.0; 3];
        for (features, given, truth) in &examples {
            let score = 1.0 / (1.0 + (-(dot(&parameters, features) + given)).exp());
            gradient.iter_mut().zip(features).for_each(|(slope, value)| *slope += (score - truth) * value / count);
        }
        adam.descend(&mut parameters, &gradient);
    }
    let [slope, shift, words] = parameters;
    let scale = slope / unit;
    let bias = shift - scale * (middle - fitted.bias);
    Fitted {
        weights: fitted.weights.iter().map(|weight| weight * scale).collect(),
        neutral: fitted.neutral.clone(),
        bias,
        words,
    }
}

/// Mean and standard deviation; 1 where all are alike.
fn middle(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let count = values.clone().count().max(1) as f64;
    let mean = values.clone().sum::<f64>() / count;
    let deviation = (values.map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt();
    (mean, if deviation > 1e-6 { deviation } else { 1.0 })
}

fn flag(yes: bool) -> f64 {
    f64::from(u8::from(yes))
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> Vec<List> {
        (0..30)
            .map(|seed| {
                let noise = |k: usize| ((seed * 7 + k * 13) % 10) as f32 / 10.0;
                List {
                    values: (0..10)
                        .map(|k| vec![Some(if k == 3 { 0.9 } else { 0.3 * noise(k) }), Some(noise(k + 1))])
                        .collect(),
                    given: Vec::new(),
                    words: false,
                    grades: (0..10).map(|k| if k == 3 { 2 } else { 0 }).collect(),
                }
            })
            .collect()
    }

    #[test]
    fn the_signal_that_tells_gets_the_weight() {
        let fitted = fit_ranking(&lists(), 2, 1.0);
        assert!(fitted.weights[0] > 5.0 * fitted.weights[1], "{fitted:?}");
    }

    #[test]
    fn calibrated_scores_sum_to_the_number_of_full_answers() {
        let lists = lists();
        let fitted = calibrate(&fit_ranking(&lists, 2, 1.0), &lists);
        let sum: f64 =
            lists.iter().flat_map(|list| &list.values).map(|values| 1.0 / (1.0 + (-fitted.logit(values)).exp())).sum();
        assert!((sum - 30.0).abs() < 1.0, "{sum}");
    }

    #[test]
    fn words_that_promise_too_much_are_taken_back_within_their_language_only() {
        let mut lists = lists();
        lists.iter_mut().take(15).for_each(|list| {
            list.words = true;
            list.given = vec![2.0; 10];
        });
        let fitted = calibrate(&fit_ranking(&lists, 2, 1.0), &lists);
        for (words, part) in [(true, &lists[..15]), (false, &lists[15..])] {
            let logits = part.iter().flat_map(|list| list.logits(&fitted));
            let sum: f64 = logits.map(|logit| 1.0 / (1.0 + (-logit).exp())).sum();
            assert!((sum - 15.0).abs() < 1.0, "{words}: {sum} of 15");
        }
        assert!(fitted.words < -1.0, "{fitted:?}");
    }

    #[test]
    fn known_weights_are_the_beginning_and_what_is_not_judged_stays_as_it_was() {
        let known = Fitted { weights: vec![2.0, 2.0, 3.0], neutral: vec![0.2, 0.4, 0.5], bias: -1.0, words: 0.0 };
        assert_eq!(fit_towards(&known, &[], 1.0), known);
        let lists: Vec<List> = lists()
            .into_iter()
            .map(|mut list| {
                list.values.iter_mut().for_each(|values| values.push(None));
                list
            })
            .collect();
        let free = fit_towards(&known, &lists, 1.0);
        assert!(free.weights[0] > 2.0 * free.weights[1] && (free.weights[2] - 3.0).abs() < 1e-9, "{free:?}");
        let held = fit_towards(&known, &lists, 1e9);
        assert!(held.weights.iter().zip(&known.weights).all(|(a, b)| (a - b).abs() < 0.3), "{held:?}");
    }

    #[test]
    fn what_tells_one_list_from_another_is_learned_where_each_answer_counts() {
        // The second signal is the same within a list: some lists hold answers only, the others none.
        let lists: Vec<List> = (0..30)
            .map(|place| List {
                values: (0..4).map(|k| vec![Some(k as f32 / 4.0), Some(f32::from(u8::from(place % 2 == 0)))]).collect(),
                grades: vec![if place % 2 == 0 { 2 } else { 0 }; 4],
                ..List::default()
            })
            .collect();
        let known = Fitted { weights: vec![0.0, 0.5], neutral: vec![0.5, 0.5], bias: 0.0, words: 0.0 };
        assert!(fit_towards(&known, &lists, 1.0).weights[1] > 1.0);
        assert!((fit_ranking(&lists, 2, 1.0).weights[1]).abs() < 0.2);
    }

    #[test]
    fn a_signal_that_says_nothing_adds_nothing() {
        let fitted = Fitted { weights: vec![3.0], neutral: vec![0.5], bias: -1.0, words: 0.0 };
        assert_eq!(fitted.logit(&[None]), -1.0);
    }
}
