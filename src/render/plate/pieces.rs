//! A template as it is cut at its brackets.

/// A stretch of a template: what is written as it stands, or what stands between brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    Text(&'t str),
    /// `{{ … }}`
    Write(&'t str),
    /// `{% … %}`
    Tag(&'t str),
}

/// The pieces of a template, without comments and without the white space that `-` takes away; nothing where a bracket
/// is not closed.
pub(super) fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let (mut rest, mut is_trimmed) = (text, false);
    while let Some(at) = opening(rest) {
        let close = match &rest[at..at + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let behind = &rest[at + 2..];
        let end = closing(behind, close)?;
        let inner = &behind[..end];
        let mut before = if is_trimmed {
            rest[..at].trim_start()
        } else {
            &rest[..at]
        };
        if inner.starts_with('-') {
            before = before.trim_end();
        }
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        let has_trimmed = is_trimmed && at == 0 && close == "#}";
        is_trimmed = inner.ends_with('-') || has_trimmed;
        let inner = inner.strip_prefix('-').unwrap_or(inner);
        let inner = inner.strip_suffix('-').unwrap_or(inner).trim();
        match close {
            "}}" => pieces.push(Piece::Write(inner)),
            "%}" => pieces.push(Piece::Tag(inner)),
            _ => {}
        }
        rest = &behind[end + 2..];
    }
    let last = if is_trimmed { rest.trim_start() } else { rest };
    if !last.is_empty() {
        pieces.push(Piece::Text(last));
    }
    Some(pieces)
}

/// Where the next tag or comment begins.
fn opening(text: &str) -> Option<usize> {
    let mut braces = text.match_indices('{').map(|(at, _)| at);
    braces.find(|at| text[at + 1..].starts_with(['%', '{', '#']))
}

/// Where a bracket is closed; what stands in quotes closes none but a comment's.
fn closing(text: &str, close: &str) -> Option<usize> {
    if close == "#}" {
        return text.find(close);
    }
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None if text[at..].starts_with(close) => return Some(at),
            None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_goes_where_a_bracket_says_so() {
        use Piece::{Tag, Text, Write};
        assert_eq!(
            pieces("a {{- b -}} c {# no }} #}{% if x -%}\n <i>{{ \"}}\" }}</i>").unwrap(),
            [
                Text("a"),
                Write("b"),
                Text("c "),
                Tag("if x"),
                Text("<i>"),
                Write("\"}}\""),
                Text("</i>"),
            ]
        );
        assert_eq!(pieces("a {{ b"), None);
    }
}
