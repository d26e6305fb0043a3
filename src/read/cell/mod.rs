//! One cell, one value: Italian dates, money, shares, telephones, lengths, capacities, expected values.
//!
//! The same parsers read documents, front matter and tables. Each takes plain words (see
//! [`Inline::text`](super::block::Inline::text)) and yields a value or nothing; the caller knows the place and decides
//! what nothing means.

mod body;
mod comparison;
pub mod date;
mod email;
mod expected;
mod mobile;
mod money;
pub mod phone;
mod quantity;
mod stated;

pub use body::names_body;
pub use date::{lacks_year, parse_dates, parse_day, parse_month_name, parse_period};
pub use email::{emails, parse_email};
pub use expected::parse_expected;
pub use mobile::{may_hold_mobiles, mobiles};
pub use money::{parse_euro, parse_percentage};
pub use phone::parse_phones;
pub use quantity::{parse_durata, parse_partecipanti};
pub use stated::{Stated, parse_stated};
