//! One cell, one value: Italian dates, money, shares, telephones, lengths, capacities, expected values.
//!
//! The same parsers read documents, front matter and tables. Each takes plain words (see
//! [`Inline::text`](super::block::Inline::text)) and yields a value or nothing; the caller knows the place and decides
//! what nothing means.

mod comparison;
mod expected;
mod money;

pub use expected::parse_expected;
pub use money::{parse_euro, parse_percentage};
