//! Ranking metrics over judged lists: nDCG, reciprocal rank, recall.

/// Discounted cumulative gain with gain 2^grade − 1 over the first `at` grades
/// (Burges et al. 2005; trec_eval's `ndcg_cut` with exponential gain).
fn dcg(grades: &[u8], at: usize) -> f64 {
    grades
        .iter()
        .take(at)
        .enumerate()
        .map(|(position, grade)| (2f64.powi(i32::from(*grade)) - 1.0) / ((position + 2) as f64).log2())
        .sum()
}

/// nDCG at a depth: `ranked` are the grades in the order ranked (unjudged is 0), `judged` all
/// grades of the demand in any order. `None` when nothing is relevant.
pub fn ndcg(ranked: &[u8], judged: &[u8], at: usize) -> Option<f64> {
    let mut ideal = judged.to_vec();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    let best = dcg(&ideal, at);
    (best > 0.0).then(|| dcg(ranked, at) / best)
}

/// One over the position of the first relevant answer within `at`, else 0.
pub fn reciprocal_rank(ranked: &[u8], at: usize) -> f64 {
    ranked.iter().take(at).position(|grade| *grade > 0).map_or(0.0, |position| 1.0 / (position + 1) as f64)
}

/// Share of the relevant ones found within `at`. `None` when nothing is relevant.
pub fn recall(ranked: &[u8], judged: &[u8], at: usize) -> Option<f64> {
    let relevant = judged.iter().filter(|grade| **grade > 0).count();
    let found = ranked.iter().take(at).filter(|grade| **grade > 0).count();
    (relevant > 0).then(|| found as f64 / relevant as f64)
}

/// The value below which `share` of the sorted values lie (nearest rank); 0 when empty.
pub fn percentile(sorted: &[f64], share: f64) -> f64 {
    if sorted.is_empty() {
        return 0.0;
    }
    let position = (share * sorted.len() as f64).ceil() as usize;
    sorted[position.clamp(1, sorted.len()) - 1]
}

/// A growing mean.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mean {
    sum: f64,
    count: usize,
}

impl Mean {
    pub fn add(&mut self, value: Option<f64>) {
        if let Some(value) = value {
            self.sum += value;
            self.count += 1;
        }
    }

    /// The mean to four decimals; 0 without values.
    pub fn get(&self) -> f64 {
        if self.count == 0 {
            return 0.0;
        }
        (self.sum / self.count as f64 * 1e4).round() / 1e4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ideal_order_has_ndcg_one_and_a_worse_order_less() {
        assert_eq!(ndcg(&[2, 1, 0], &[0, 1, 2], 10), Some(1.0));
        let worse = ndcg(&[0, 2, 1], &[0, 1, 2], 10).unwrap();
        assert!(worse > 0.6 && worse < 0.7, "{worse}");
        assert_eq!(ndcg(&[0], &[0], 10), None);
    }

    #[test]
    fn recall_counts_only_what_lies_within_the_depth() {
        assert_eq!(recall(&[1, 0, 1], &[1, 1], 2), Some(0.5));
        assert_eq!(reciprocal_rank(&[0, 0, 1], 10), 1.0 / 3.0);
        assert_eq!(reciprocal_rank(&[0, 0, 1], 2), 0.0);
    }

    #[test]
    fn percentiles_are_values_that_occurred() {
        let values = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(percentile(&values, 0.5), 2.0);
        assert_eq!(percentile(&values, 0.99), 4.0);
        assert_eq!(percentile(&[], 0.5), 0.0);
    }
}
