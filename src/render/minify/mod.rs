//! Pages, styles and scripts without what only a reader of their source needs: comments, indentation, blank lines.
//!
//! Nothing is rewritten, so nothing can come to mean something else: quotes, names, order and every word stay, and so do
//! the line breaks of scripts, where one may end a statement. What cannot be followed to its end stays as it is.

mod html;
mod script;
mod style;

pub(super) use html::html;

/// An asset made smaller, by what its name says it is.
pub(super) fn asset(name: &str, bytes: Vec<u8>) -> Vec<u8> {
    let smaller = match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => text(&bytes).and_then(style::style),
        Some("js") => text(&bytes).and_then(script::script),
        _ => None,
    };
    smaller.map_or(bytes, String::into_bytes)
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// Where a text between quotes ends, behind its closing quote; `from` is behind the opening one.
fn end_of_quoted(text: &str, from: usize, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text[from..].char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return Some(from + at + c.len_utf8()),
            _ => {}
        }
    }
    None
}
