/// The first e-mail address of a text, and the offset of its first byte. Marks around it are not part of it.
#[must_use]
pub fn parse_email(text: &str) -> Option<(&str, usize)> {
    emails(text).next()
}

/// Every e-mail address of a text, as [`parse_email`].
pub fn emails(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let signs = memchr::memchr_iter(b'@', text.as_bytes());
    signs.filter_map(|at| around(text, at))
}

fn around(text: &str, sign: usize) -> Option<(&str, usize)> {
    let before = &text[..sign];
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| is_part(*c))
        .last()
        .map(|(at, _)| at)?;
    let after = &text[sign + 1..];
    let length = after.find(|c: char| !is_part(c)).unwrap_or(after.len());
    let domain = after[..length].trim_end_matches(['.', '-']);
    let address = &text[start..sign + 1 + domain.len()];
    let trimmed = address.trim_start_matches(['.', '-']);
    let whole = domain.contains('.') && !trimmed.starts_with('@') && !domain.starts_with('.');
    whole.then(|| (trimmed, start + address.len() - trimmed.len()))
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_bare_and_among_words() {
        for (text, expected) in [
            (
                "Email sabbatini_p@comune.cesena.fc.it Tel.",
                Some("sabbatini_p@comune.cesena.fc.it"),
            ),
            (
                "Email:e.gamberini@renogalliera.it.",
                Some("e.gamberini@renogalliera.it"),
            ),
            ("a@b", None),
            ("@comune.it", None),
            ("nessuna", None),
        ] {
            assert_eq!(parse_email(text).map(|(address, _)| address), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_address_stands_where_it_says(text in "\\PC*", like in "[a-z.@ è_-]{0,40}") {
            for text in [text, like] {
                if let Some((address, at)) = parse_email(&text) {
                    prop_assert_eq!(&text[at..at + address.len()], address);
                }
            }
        }
    }
}
