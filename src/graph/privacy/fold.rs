use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text without what prints of the same words vary in: case, accents, spaces, punctuation, bare tags. Words are
/// parted by one space, and each byte knows where it came from.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// The words.
    pub(super) text: String,
    /// For each byte of the words, the byte range of its character in the original, start and end.
    places: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds a text.
    pub(super) fn of(text: &str) -> Self {
        let mut folded = Self::default();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let markup = markup(&text[at..]);
            let end = at + markup.unwrap_or(c.len_utf8());
            if markup.is_some() {
                folded.part();
            } else if c.is_ascii() {
                folded.push(c.to_ascii_lowercase(), at, end);
            } else {
                let parts = std::iter::once(c).nfkd().filter(|part| !is_combining_mark(*part));
                parts.for_each(|part| part.to_lowercase().for_each(|low| folded.push(low, at, end)));
            }
            at = end;
        }
        folded
    }

    fn push(&mut self, c: char, start: usize, end: usize) {
        if !c.is_alphanumeric() {
            return self.part();
        }
        self.text.push(c);
        self.places.resize(self.text.len(), (start as u32, end as u32));
    }

    /// Ends a word.
    fn part(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
            let end = self.places.last().map_or(0, |place| place.1);
            self.places.push((end, end));
        }
    }

    /// Where a stretch of folded bytes stands in the original.
    pub(super) fn original(&self, start: usize, end: usize) -> (usize, usize) {
        let first = self.places.get(start).map_or(0, |place| place.0);
        let last = self.places.get(end.saturating_sub(1)).map_or(first, |place| place.1);
        (first as usize, last as usize)
    }

    /// Whether a stretch begins and ends at the edges of words.
    pub(super) fn is_whole(&self, start: usize, end: usize) -> bool {
        let bytes = self.text.as_bytes();
        (start == 0 || bytes[start - 1] == b' ') && bytes.get(end).is_none_or(|next| *next == b' ')
    }
}

/// The length of a tag without attributes (`<b>`, `</td>`) or of an entity (`&#x27;`) at the beginning of a text.
fn markup(text: &str) -> Option<usize> {
    const LONGEST: usize = 12;
    let (inside, close): (fn(u8) -> bool, u8) = match text.as_bytes().first()? {
        b'<' => (|b| b.is_ascii_alphanumeric() || b == b'/', b'>'),
        b'&' => (|b| b.is_ascii_alphanumeric() || b == b'#', b';'),
        _ => return None,
    };
    let length = text.bytes().skip(1).take(LONGEST).take_while(|b| inside(*b)).count();
    (length > 0 && text.as_bytes().get(length + 1) == Some(&close)).then_some(length + 2)
}

/// The digits of a text, with a bar wherever more than the marks inside a telephone number parts them.
pub(super) fn digits(text: &str) -> (String, Vec<usize>) {
    const MARKS: usize = 4;
    let (mut digits, mut places) = (String::new(), Vec::new());
    let mut apart = 0;
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            digits.push(c);
            places.push(at);
            apart = 0;
            continue;
        }
        let mark =
            c.is_whitespace() && c != '\n' && c != '\t' || matches!(c, '.' | '-' | '–' | '/' | '(' | ')' | '\u{2011}');
        apart += if mark { 1 } else { MARKS + 1 };
        if apart > MARKS && !digits.is_empty() && !digits.ends_with('|') {
            digits.push('|');
            places.push(at);
        }
    }
    (digits, places)
}
