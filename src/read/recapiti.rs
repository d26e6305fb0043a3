//! Mailboxes and mobile numbers that stand among words, where no column says whose they are.

use crate::model::{Detto, Testo};
use crate::read::cell::{emails, mobiles};
use crate::source::{FileId, Span};

/// Those of a stretch of a file that begins at an offset, each with its place.
#[must_use]
pub fn recapiti(file: FileId, text: &str, start: usize) -> Vec<Detto<Testo>> {
    let said = |words: &str, at: usize| {
        let at = start + at;
        Detto::new(Testo::from(words), Span::new(file, at, at + words.len()))
    };
    let mailboxes = emails(text).map(|(address, at)| said(address, at));
    let numbers = mobiles(text)
        .into_iter()
        .map(|range| said(&text[range.clone()], range.start));
    mailboxes.chain(numbers).collect()
}
