//! xxHash64: a fast checksum for the files that are read at every start (many gigabytes a second, not cryptographic).
//!
//! It finds damage, not forgery: what a package must contain is compared by BLAKE3 when a model is put in place
//! (see [`super::store`]). Source: Yann Collet, "xxHash fast digest algorithm", specification 0.1.1.

const PRIMES: [u64; 5] =
    [0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63, 0x27D4_EB2F_1656_67C5];

fn round(lane: u64, input: u64) -> u64 {
    lane.wrapping_add(input.wrapping_mul(PRIMES[1])).rotate_left(31).wrapping_mul(PRIMES[0])
}

fn merge(hash: u64, lane: u64) -> u64 {
    (hash ^ round(0, lane)).wrapping_mul(PRIMES[0]).wrapping_add(PRIMES[3])
}

fn word(bytes: &[u8; 8]) -> u64 {
    u64::from_le_bytes(*bytes)
}

/// The 64-bit checksum of `bytes`, seed 0.
pub(super) fn xxh64(bytes: &[u8]) -> u64 {
    let mut lanes = [PRIMES[0].wrapping_add(PRIMES[1]), PRIMES[1], 0, 0u64.wrapping_sub(PRIMES[0])];
    let (stripes, mut rest) = bytes.as_chunks::<32>();
    for stripe in stripes {
        let (words, _) = stripe.as_chunks::<8>();
        for (lane, input) in lanes.iter_mut().zip(words) {
            *lane = round(*lane, word(input));
        }
    }
    let mut hash = PRIMES[4];
    if !stripes.is_empty() {
        hash = lanes[0].rotate_left(1);
        for (lane, turn) in lanes[1..].iter().zip([7, 12, 18]) {
            hash = hash.wrapping_add(lane.rotate_left(turn));
        }
        hash = lanes.iter().fold(hash, |hash, &lane| merge(hash, lane));
    }
    hash = hash.wrapping_add(bytes.len() as u64);
    while let Some((input, tail)) = rest.split_first_chunk::<8>() {
        hash = (hash ^ round(0, word(input))).rotate_left(27).wrapping_mul(PRIMES[0]).wrapping_add(PRIMES[3]);
        rest = tail;
    }
    if let Some((input, tail)) = rest.split_first_chunk::<4>() {
        let input = u64::from(u32::from_le_bytes(*input)).wrapping_mul(PRIMES[0]);
        hash = (hash ^ input).rotate_left(23).wrapping_mul(PRIMES[1]).wrapping_add(PRIMES[2]);
        rest = tail;
    }
    for &byte in rest {
        hash = (hash ^ u64::from(byte).wrapping_mul(PRIMES[4])).rotate_left(11).wrapping_mul(PRIMES[0]);
    }
    hash = (hash ^ (hash >> 33)).wrapping_mul(PRIMES[1]);
    hash = (hash ^ (hash >> 29)).wrapping_mul(PRIMES[2]);
    hash ^ (hash >> 32)
}

/// The checksum of the checksums of consecutive parts of [`PART`] bytes: lets a long section be checked in little memory.
pub(super) fn xxh64_in_parts(parts: impl Iterator<Item = u64>) -> u64 {
    let sums: Vec<u8> = parts.flat_map(u64::to_le_bytes).collect();
    xxh64(&sums)
}

/// Bytes per part in [`xxh64_in_parts`].
pub(super) const PART: usize = 1 << 20;

#[cfg(test)]
mod tests {
    use super::xxh64;

    #[test]
    fn known_values_are_met() {
        assert_eq!(xxh64(b""), 0xEF46_DB37_51D8_E999);
        assert_eq!(xxh64(b"a"), 0xD24E_C4F1_A98C_6E5B);
        assert_eq!(xxh64(b"abc"), 0x44BC_2CF5_AD77_0999);
    }

    #[test]
    fn any_changed_byte_changes_the_sum() {
        let bytes: Vec<u8> = (0..255u8).collect();
        for position in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[position] ^= 1;
            assert_ne!(xxh64(&bytes), xxh64(&changed));
        }
    }
}
