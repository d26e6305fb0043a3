//! Mailboxes and telephone numbers where they stand among words.

use crate::model::{Detto, Testo};
use crate::read::block::Inline;
use crate::read::cell::{emails, may_hold_mobiles, mobiles, parse_phones};
use crate::source::{FileId, Span};

/// Whether there may be any in a text. Most texts have none, and to see that of the whole is quicker than line by line.
#[must_use]
pub fn may_hold_recapiti(text: &str) -> bool {
    memchr::memchr(b'@', text.as_bytes()).is_some() || may_hold_mobiles(text)
}

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

/// The telephone numbers of a stretch, one by one, each with its place.
#[must_use]
pub fn telephones(stretch: &Inline<'_>) -> Vec<Detto<Testo>> {
    let numbers = parse_phones(stretch.raw()).into_iter();
    numbers
        .map(|phone| stretch.part(phone.at, phone.at + phone.text.len()).said())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_text_that_can_hold_none_holds_none(text in "[a3-4 +.@-]{0,30}") {
            let found = recapiti(FileId::new(0), &text, 0);
            proptest::prop_assert!(found.is_empty() || may_hold_recapiti(&text));
        }
    }
}
