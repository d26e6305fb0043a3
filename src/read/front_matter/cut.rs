use std::ops::Range;

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

/// Cuts a file where its lines of dashes stand. A file without a first line of dashes is all body; one that never
/// closes its front matter is all front matter.
#[must_use]
pub fn cut(file: FileId, text: &str) -> Reported<Cut> {
    let end = text.len();
    let mut offset = 0;
    let mut matter = None;
    for line in text.split_inclusive('\n') {
        let dashes = line.starts_with("---") && line.trim_end() == "---";
        match matter {
            None if !dashes => {
                return Reported::clean(Cut {
                    matter: 0..0,
                    body: 0..end,
                });
            }
            None => matter = Some(offset + line.len()),
            Some(start) if dashes => {
                return Reported::clean(Cut {
                    matter: start..offset,
                    body: offset + line.len()..end,
                });
            }
            Some(_) => {}
        }
        offset += line.len();
    }
    let Some(start) = matter else {
        return Reported::clean(Cut::default());
    };
    Reported {
        value: Cut {
            matter: start..end,
            body: end..end,
        },
        problems: vec![Diagnostic::new(&INTESTAZIONE_NON_CHIUSA).at(Span::new(file, 0, 3))],
    }
}
