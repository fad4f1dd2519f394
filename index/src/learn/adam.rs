//! Adam (Kingma & Ba 2015) for small dense problems.

/// State of the optimiser for `n` parameters.
pub(super) struct Adam {
    mean: Vec<f64>,
    square: Vec<f64>,
    step: i32,
    rate: f64,
}

impl Adam {
    pub fn new(parameters: usize, rate: f64) -> Adam {
        Adam { mean: vec![0.0; parameters], square: vec![0.0; parameters], step: 0, rate }
    }

    /// One step against the gradient.
    pub fn descend(&mut self, parameters: &mut [f64], gradient: &[f64]) {
        self.step += 1;
        let (keep_mean, keep_square) = (0.9f64, 0.99f64);
        for (index, parameter) in parameters.iter_mut().enumerate() {
            let slope = gradient[index];
            self.mean[index] = keep_mean * self.mean[index] + (1.0 - keep_mean) * slope;
            self.square[index] = keep_square * self.square[index] + (1.0 - keep_square) * slope * slope;
            let mean = self.mean[index] / (1.0 - keep_mean.powi(self.step));
            let square = self.square[index] / (1.0 - keep_square.powi(self.step));
            *parameter -= self.rate * mean / (square.sqrt() + 1e-8);
        }
    }
}
