use std::ops::Range;

use memchr::memmem;

use crate::diag::register::matter::INTESTAZIONE_NON_CHIUSA;
use crate::diag::{Diagnostic, Reported};
use crate::source::{FileId, Span};

/// The two parts of a file, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// The YAML, without the lines of dashes; empty where there is none.
    pub matter: Range<usize>,
    /// The Markdown.
    pub body: Range<usize>,
}

/// Cuts a file where its lines of dashes stand. A file whose first line, but for blank ones, is not of dashes is all
/// body; one that never closes its front matter is all front matter.
#[must_use]
pub fn cut(file: FileId, text: &str) -> Reported<Cut> {
    let end = text.len();
    let first = first_line(text);
    let start = line_end(text, first);
    if !is_dashes(&text[first..start]) {
        return Reported::clean(Cut {
            matter: 0..0,
            body: 0..end,
        });
    }
    let before = start - 1;
    let closing = memmem::find_iter(&text.as_bytes()[before..], b"\n---").find_map(|at| {
        let line = before + at + 1;
        let behind = line_end(text, line);
        is_dashes(&text[line..behind]).then_some((line, behind))
    });
    if let Some((line, behind)) = closing {
        return Reported::clean(Cut {
            matter: start..line,
            body: behind..end,
        });
    }
    Reported {
        value: Cut {
            matter: start..end,
            body: end..end,
        },
        problems: vec![Diagnostic::new(&INTESTAZIONE_NON_CHIUSA).at(Span::new(file, first, first + 3))],
    }
}

/// Where the first line begins that is not blank; the end, if all are.
fn first_line(text: &str) -> usize {
    let mut at = 0;
    while at < text.len() && text[at..line_end(text, at)].trim().is_empty() {
        at = line_end(text, at);
    }
    at
}

/// Where the line that holds a byte ends, behind its break.
fn line_end(text: &str, at: usize) -> usize {
    let end = memchr::memchr(b'\n', &text.as_bytes()[at..]);
    end.map_or(text.len(), |end| at + end + 1)
}

fn is_dashes(line: &str) -> bool {
    line.starts_with("---") && line.trim_end() == "---"
}
