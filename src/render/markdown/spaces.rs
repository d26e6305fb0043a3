use std::borrow::Cow;

/// A space at which no line breaks.
const NBSP: &str = "\u{a0}";

/// A text whose `%` and `€` never stand alone at the start of a line. Nothing else of the text changes: quotes, dashes
/// and apostrophes stay as written, so that names and quotations are found as the sources print them.
pub(super) fn spaced(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    for at in memchr::memchr2_iter(b'%', "€".as_bytes()[0], text.as_bytes()) {
        let number = text[..at].strip_suffix(' ').unwrap_or_default();
        if number.ends_with(|c: char| c.is_ascii_digit()) && text[at..].starts_with(['%', '€']) {
            out.push_str(&text[done..number.len()]);
            out.push_str(NBSP);
            done = at;
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_never_parts_from_its_number() {
        assert_eq!(spaced("il 12,5 % di 1.000 €."), "il 12,5\u{a0}% di 1.000\u{a0}€.");
    }

    #[test]
    fn all_else_stays_as_written() {
        for text in ["25 – 30", "l'arte \"nuova\" -- 5 a 6", "tanti €", "50% e 3 euro", ""] {
            assert!(matches!(spaced(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }
}
