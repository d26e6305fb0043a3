//! The words of a tag.

/// A word of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word<'t> {
    Name(&'t str),
    Number(i64),
    /// What stands between quotes.
    Text(&'t str),
    /// One of [`MARKS`].
    Mark(&'t str),
}

/// The longer ones first.
const MARKS: [&str; 20] = [
    "==", "!=", "<=", ">=", "/>", ".", "[", "]", "(", ")", "{", "}", "|", ",", "=", "<", ">", "+", "~", ":",
];

/// The words of a tag; nothing where one is none of those that we read.
pub(super) fn words(text: &str) -> Option<Vec<Word<'_>>> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (word, length) = match first {
            '"' | '\'' | '`' => quoted(rest, first)?,
            '0'..='9' => number(rest)?,
            _ if is_of_name(first) => {
                let name = &rest[..rest.find(|c| !is_of_name(c)).unwrap_or(rest.len())];
                (Word::Name(name), name.len())
            }
            _ => {
                let mark = MARKS.iter().find(|mark| rest.starts_with(**mark))?;
                (Word::Mark(&rest[..mark.len()]), mark.len())
            }
        };
        words.push(word);
        rest = rest[length..].trim_start();
    }
    Some(words)
}

/// A text without a mark that stands for another.
fn quoted(text: &str, quote: char) -> Option<(Word<'_>, usize)> {
    let inner = &text[1..];
    let inner = &inner[..inner.find(quote)?];
    (!inner.contains('\\')).then_some((Word::Text(inner), inner.len() + 2))
}

fn number(text: &str) -> Option<(Word<'_>, usize)> {
    let length = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let is_whole = !text[length..].starts_with(|c| c == '.' || is_of_name(c));
    let number = text[..length].parse().ok().filter(|_| is_whole)?;
    Some((Word::Number(number), length))
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}
