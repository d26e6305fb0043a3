//! The month grids: which card each label means, and which day each printed place was.
//!
//! A grid names a card by a few words in a narrow cell, and the conversion to text has lost empty cells, so that a
//! printed place is no longer a day. Both are told from the cards themselves, or stay open.

mod day;
mod label;

pub(super) use day::confirm;
pub(super) use label::{Candidate, meant};

#[cfg(test)]
mod tests;
