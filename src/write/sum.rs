use std::fmt;

use twox_hash::XxHash3_128;

/// A sum of bytes (XXH3, 128 bits): tells whether a file is still the one that was written. Nobody gains by forging it,
/// and it takes a fraction of the time of a digest that cannot be forged; documents are published with such a one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum(u128);

impl Sum {
    /// The sum of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(XxHash3_128::oneshot(bytes))
    }

    /// Its bytes, the same on every machine.
    pub(super) fn bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }

    /// The sum that [`fmt::Display`] writes so.
    pub(super) fn from_hex(hex: &str) -> Option<Self> {
        u128::from_str_radix(hex, 16).ok().map(Self)
    }
}

/// Hexadecimal, 32 digits.
impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// A sum of bytes that come piece by piece.
#[derive(Default)]
pub(super) struct Summing(XxHash3_128);

impl Summing {
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    pub(super) fn sum(&self) -> Sum {
        Sum(self.0.finish_128())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_come_to_the_sum_of_the_whole() {
        let text = "Obiettivo PEG 2023, ".repeat(400);
        for most in [1, 7, 300, 8000] {
            let mut summing = Summing::default();
            text.as_bytes().chunks(most).for_each(|piece| summing.add(piece));
            assert_eq!(summing.sum(), Sum::of(text.as_bytes()), "{most}");
        }
        assert_ne!(Sum::of(text.as_bytes()), Sum::of(&text.as_bytes()[1..]));
    }

    #[test]
    fn a_sum_is_read_back_from_how_it_is_written() {
        for sum in [Sum::of(b"casa"), Sum::of(b""), Sum(7)] {
            assert_eq!(sum.to_string().len(), 32);
            assert_eq!(Sum::from_hex(&sum.to_string()), Some(sum));
        }
        assert_eq!(Sum::from_hex("casa"), None);
    }
}
