use std::borrow::Cow;

/// The text as readers look at it: every blank that is no plain one (non-breaking, thin, of the width of a digit) is as
/// many plain blanks as it has bytes, so that all places stay what they are. Documents are printed with either.
#[must_use]
pub fn even(text: &str) -> Cow<'_, str> {
    if !text.contains(is_odd_blank) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_odd_blank(c) {
            out.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Words as labels are compared: in lower case, in single blanks, without accents, be they printed on the letter
/// (`modalità`) or behind it, as typewriters did (`modalita'`).
#[must_use]
pub fn plain_words(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' => 'a',
        'è' | 'é' => 'e',
        'ì' | 'í' => 'i',
        'ò' | 'ó' => 'o',
        'ù' | 'ú' => 'u',
        c => c,
    };
    let words = text.split_whitespace().map(|word| {
        let lower: String = word.to_lowercase().chars().map(plain).collect();
        let bare = lower.trim_end_matches(['\'', '’', '`']);
        let is_accent = bare.len() < lower.len() && bare.len() > 1 && bare.ends_with(['a', 'e', 'i', 'o', 'u']);
        if is_accent { bare.to_owned() } else { lower }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// How many bytes of a text the words take that it opens with, whatever blanks part them; nothing where it opens with
/// others. They are the very words, or the same all in capitals.
#[must_use]
pub fn opened_by(text: &str, words: &str) -> Option<usize> {
    let mut rest = text;
    for word in words.split(' ') {
        rest = if rest.len() < text.len() {
            rest.trim_start()
        } else {
            rest
        };
        let head = rest.get(..word.len())?;
        if head != word && head != word.to_uppercase() {
            return None;
        }
        rest = &rest[word.len()..];
    }
    Some(text.len() - rest.len())
}

/// A blank within a line that is neither a space nor a tab.
fn is_odd_blank(c: char) -> bool {
    !c.is_ascii() && c.is_whitespace() && !matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_the_same_with_any_accent() {
        for text in [
            "MODALITÀ  dello scambio",
            "Modalita' dello scambio",
            "modalità\u{a0}dello scambio",
        ] {
            assert_eq!(plain_words(text), "modalita dello scambio");
        }
        assert_eq!(plain_words("Ufficio d' ordine"), "ufficio d' ordine");
    }

    #[test]
    fn blanks_are_plain_and_places_stay() {
        for (text, evened) in [
            ("Peso\u{a0}fasi", "Peso  fasi"),
            ("1\u{202f}250 €", "1   250 €"),
            ("a\tb c", "a\tb c"),
        ] {
            assert_eq!(even(text), evened);
            assert_eq!(even(text).len(), text.len());
        }
    }
}
