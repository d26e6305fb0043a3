//! What vetrina has to say about a site, as data: [`Diagnostic`]s with a permanent [`Code`], places and arguments.
//!
//! The words stand in the [`register`], Italian and English side by side; one renderer per output format turns a
//! diagnostic into text. A room that finds a problem never formats a sentence: it names the code and gives the facts.

mod code;
mod diagnostic;
mod nearest;
mod order;
pub mod register;
pub mod render;
mod trouble;

pub use code::{Code, Language, Severity, Wording};
pub use diagnostic::{Diagnostic, Reported, Subject};
pub use nearest::{clearly_nearest, nearest};
pub use order::in_reading_order;
