//! The element-wise arithmetic of both networks: layer normalisation, GELU, softmax, rectifier, norms.
//!
//! Each function is written once, over lanes of eight that the compiler turns into vector instructions, and compiled twice
//! on x86-64: for any processor, and for AVX2 with FMA, chosen at run time. The exponential is the usual range reduction
//! with a polynomial of degree six (relative error below 3e-7); the error function is Abramowitz & Stegun 7.1.26 (absolute
//! error below 2e-7). Both are far below what the 4- and 8-bit weights lose.

/// Does this processor have AVX2 and FMA? (The answer is cached by the standard library.)
#[inline]
pub(super) fn wide() -> bool {
    #[cfg(target_arch = "x86_64")]
    {
        is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma")
    }
    #[cfg(not(target_arch = "x86_64"))]
    {
        false
    }
}

/// Is a fused multiply-add one instruction without asking? Elsewhere it would be a slow library call.
pub(super) const FUSED: bool = cfg!(target_arch = "aarch64");

/// Defines `$name`, which runs `$body::<FMA>` compiled for AVX2 and FMA where the processor has them.
macro_rules! two_versions {
    ($(#[$doc:meta])* $name:ident, $body:ident ($($argument:ident: $kind:ty),*)) => {
        $(#[$doc])*
        pub(super) fn $name($($argument: $kind),*) {
            #[cfg(target_arch = "x86_64")]
            if $crate::embed::maths::wide() {
                #[target_feature(enable = "avx2,fma")]
                fn for_avx2($($argument: $kind),*) {
                    $body::<true>($($argument),*);
                }
                // SAFETY: the processor has AVX2 and FMA, asked just above
                return unsafe { for_avx2($($argument),*) };
            }
            $body::<{ $crate::embed::maths::FUSED }>($($argument),*);
        }
    };
}
pub(super) use two_versions;

const LANES: usize = 8;
type Lanes = [f32; LANES];

#[inline(always)]
pub(super) fn fma<const FMA: bool>(a: f32, b: f32, c: f32) -> f32 {
    if FMA { a.mul_add(b, c) } else { a * b + c }
}

/// e^x for x ≤ 88; 0 below −87.
#[inline(always)]
pub(super) fn exp<const FMA: bool>(x: f32) -> f32 {
    const ROUND: f32 = 12_582_912.0; // 1.5 · 2^23: adding it leaves the nearest whole number in the low bits
    let x = x.max(-87.0);
    let shifted = fma::<FMA>(x, std::f32::consts::LOG2_E, ROUND);
    let whole = shifted - ROUND;
    let rest = fma::<FMA>(whole, -0.693_359_4, x);
    let rest = fma::<FMA>(whole, 2.121_944_4e-4, rest);
    let mut sum = 1.0 / 720.0;
    for factor in [1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0] {
        sum = fma::<FMA>(sum, rest, factor);
    }
    let power = (shifted.to_bits() << 23).wrapping_add(127 << 23);
    sum * f32::from_bits(power)
}

#[inline(always)]
fn gelu_one<const FMA: bool>(x: f32) -> f32 {
    let z = x * std::f32::consts::FRAC_1_SQRT_2;
    let size = z.abs();
    let t = 1.0 / fma::<FMA>(0.327_591_1, size, 1.0);
    let mut sum = 1.061_405_4;
    for factor in [-1.453_152_1, 1.421_413_8, -0.284_496_74, 0.254_829_6] {
        sum = fma::<FMA>(sum, t, factor);
    }
    let erf = 1.0 - sum * t * exp::<FMA>(-size * size);
    0.5 * x * (1.0 + erf.copysign(z))
}

#[inline(always)]
fn sum_of(values: &[f32], term: impl Fn(f32) -> f32) -> f32 {
    let mut lanes: Lanes = [0.0; LANES];
    let (chunks, rest) = values.as_chunks::<LANES>();
    for chunk in chunks {
        for (lane, &value) in lanes.iter_mut().zip(chunk) {
            *lane += term(value);
        }
    }
    lanes.iter().sum::<f32>() + rest.iter().map(|&value| term(value)).sum::<f32>()
}

#[inline(always)]
fn gelu_body<const FMA: bool>(values: &mut [f32]) {
    let (chunks, rest) = values.as_chunks_mut::<LANES>();
    for chunk in chunks {
        for value in chunk {
            *value = gelu_one::<FMA>(*value);
        }
    }
    for value in rest {
        *value = gelu_one::<FMA>(*value);
    }
}

two_versions! {
    /// The exact GELU, x/2 · (1 + erf(x/√2)), in place.
    gelu, gelu_body(values: &mut [f32])
}

#[inline(always)]
fn layer_norm_body<const FMA: bool>(values: &mut [f32], gain: &[f32], bias: &[f32], epsilon: f32) {
    let width = gain.len();
    for row in values.chunks_exact_mut(width) {
        let mean = sum_of(row, |value| value) / width as f32;
        let variance = sum_of(row, |value| (value - mean) * (value - mean)) / width as f32;
        let factor = 1.0 / (variance + epsilon).sqrt();
        for ((value, gain), bias) in row.iter_mut().zip(gain).zip(bias) {
            *value = fma::<FMA>((*value - mean) * factor, *gain, *bias);
        }
    }
}

two_versions! {
    /// Layer normalisation of every row of `gain.len()` values, in place.
    layer_norm, layer_norm_body(values: &mut [f32], gain: &[f32], bias: &[f32], epsilon: f32)
}

#[inline(always)]
fn rectify_add_body<const FMA: bool>(values: &mut [f32], bias: &[f32], skip: &[f32]) {
    for (row, skip) in values.chunks_exact_mut(bias.len()).zip(skip.chunks_exact(bias.len())) {
        for ((value, bias), skip) in row.iter_mut().zip(bias).zip(skip) {
            *value = (*value + bias).max(0.0) + skip;
        }
    }
}

two_versions! {
    /// max(0, value + bias) + skip for every row of `bias.len()` values, in place.
    rectify_add, rectify_add_body(values: &mut [f32], bias: &[f32], skip: &[f32])
}

#[inline(always)]
fn add_body<const FMA: bool>(values: &mut [f32], more: &[f32]) {
    for (value, more) in values.iter_mut().zip(more) {
        *value += more;
    }
}

two_versions! {
    /// values += more, element by element.
    add, add_body(values: &mut [f32], more: &[f32])
}

/// Largest absolute value; 0 for an empty slice.
#[inline(always)]
pub(super) fn largest(values: &[f32]) -> f32 {
    let mut lanes: Lanes = [0.0; LANES];
    let (chunks, rest) = values.as_chunks::<LANES>();
    for chunk in chunks {
        for (lane, &value) in lanes.iter_mut().zip(chunk) {
            *lane = if value.abs() > *lane { value.abs() } else { *lane };
        }
    }
    lanes.iter().chain(rest).fold(0.0, |most, value| value.abs().max(most))
}

/// Scales a vector to length 1; a vector shorter than 1e-6 stays as it is (there is no direction to keep).
pub(super) fn normalise(vector: &mut [f32]) {
    let length = vector.iter().map(|&value| f64::from(value) * f64::from(value)).sum::<f64>().sqrt();
    if length > 1e-6 {
        let factor = (1.0 / length) as f32;
        vector.iter_mut().for_each(|value| *value *= factor);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_close_everywhere() {
        for step in -8700..=800 {
            let x = step as f32 / 100.0;
            let (fast, plain, right) = (exp::<true>(x), exp::<false>(x), f64::from(x).exp());
            assert!((f64::from(fast) / right - 1.0).abs() < 3e-7, "{x} {fast} {right}");
            assert!((f64::from(plain) / right - 1.0).abs() < 1e-5, "{x} {plain} {right}");
        }
        assert!(exp::<true>(-1000.0) < 1e-37);
    }

    #[test]
    fn gelu_has_its_known_values() {
        let mut values = [-10.0, -1.0, 0.0, 0.5, 1.0, 3.0, 10.0, 2.0, -0.5];
        gelu(&mut values);
        let right = [0.0, -0.158_655, 0.0, 0.345_731, 0.841_345, 2.995_95, 10.0, 1.954_5, -0.154_269];
        for (value, right) in values.iter().zip(right) {
            assert!((value - right).abs() < 2e-6, "{value} {right}");
        }
    }

    #[test]
    fn layer_norm_gives_mean_zero_and_variance_one() {
        let mut row: Vec<f32> = (0..20).map(|value| value as f32 * 3.0 + 7.0).collect();
        layer_norm(&mut row, &[1.0; 20], &[0.0; 20], 1e-12);
        let mean = row.iter().sum::<f32>() / 20.0;
        let variance = row.iter().map(|value| value * value).sum::<f32>() / 20.0;
        assert!(mean.abs() < 1e-6 && (variance - 1.0).abs() < 1e-5);
    }

    #[test]
    fn norms_are_one_or_left_alone() {
        let mut vector = [3.0, 4.0];
        normalise(&mut vector);
        assert_eq!(vector, [0.6, 0.8]);
        let mut nothing = [0.0; 3];
        normalise(&mut nothing);
        assert_eq!(nothing, [0.0; 3]);
        assert_eq!(largest(&[1.0, -7.0, 2.0]), 7.0);
    }
}
