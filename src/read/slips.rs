//! What editors write in a file of `content/` that would be taken for something else, in silence.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::markdown::parser;
use crate::diag::Diagnostic;
use crate::diag::register::scritto::{INDIRIZZO_CON_SPAZI, INTESTAZIONE_NON_APERTA, NOME_SENZA_LETTERE};
use crate::model::Slug;
use crate::source::{FileId, Span};

/// Keys of front matter with which a file without a first line of dashes begins all the same; `text` has none.
#[must_use]
pub(super) fn unopened(file: FileId, text: &str) -> Option<Diagnostic> {
    const FIRST: [&str; 6] = ["title:", "type:", "description:", "date:", "draft:", "slug:"];
    let start = text.len() - text.trim_start().len();
    let first = text[start..].lines().next()?;
    let closed = || text[start..].lines().any(|line| line.trim_end() == "---");
    let begins = FIRST.iter().any(|key| first.starts_with(key)) && closed();
    begins.then(|| Diagnostic::new(&INTESTAZIONE_NON_APERTA).at(Span::new(file, start, start + first.len())))
}

/// The name in a path below `content/` of which no part of an address comes.
#[must_use]
pub(super) fn nameless(file: FileId, path: &str) -> Option<Diagnostic> {
    let names = path.split('/').map(|name| name.strip_suffix(".md").unwrap_or(name));
    let name = names.into_iter().find(|name| Slug::of(name).as_str().is_empty())?;
    Some(
        Diagnostic::new(&NOME_SENZA_LETTERE)
            .at(Span::new(file, 0, 0))
            .with("nome", name),
    )
}

/// Links and pictures of a text that do not come about, since their addresses hold blanks. `start` is where the text
/// stands in its file.
#[must_use]
pub(super) fn blanks(file: FileId, text: &str, start: usize) -> Vec<Diagnostic> {
    let suspects: Vec<Range<usize>> = text
        .match_indices("](")
        .filter_map(|(at, _)| blank(text, at + 2))
        .collect();
    if suspects.is_empty() {
        return Vec::new();
    }
    let understood: Vec<Range<usize>> = parser(text).into_offset_iter().filter_map(whole).collect();
    let broken = suspects
        .into_iter()
        .filter(|suspect| !understood.iter().any(|range| range.contains(&suspect.start)));
    let finding = |range: Range<usize>| {
        let at = Span::new(file, start + range.start, start + range.end);
        Diagnostic::new(&INDIRIZZO_CON_SPAZI)
            .at(at)
            .with("indirizzo", &text[range])
    };
    broken.map(finding).collect()
}

/// The bytes of what is a link, a picture or code, whatever stands in it.
fn whole((event, range): (Event<'_>, Range<usize>)) -> Option<Range<usize>> {
    let tags = matches!(
        event,
        Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_))
    );
    (tags || matches!(event, Event::Code(_))).then_some(range)
}

/// The address that begins at a byte, if it holds a blank and no title follows, as far as the line goes. What looks like
/// no address, `[sic](di chi scrive)`, is none.
fn blank(text: &str, at: usize) -> Option<Range<usize>> {
    let line = text[at..].lines().next()?;
    let address = line.split(')').next().filter(|address| address.len() < line.len())?;
    let (_, behind) = address.trim().split_once(' ')?;
    let has_title = behind.trim_start().starts_with(['"', '\'', '(']);
    let leads = address.contains(['.', '/', '@']) && !address.starts_with('<');
    (leads && !has_title).then(|| at..at + address.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Language;

    #[test]
    fn addresses_with_blanks_are_told_but_for_titles_words_and_code() {
        let text = "![Il nido](Foto Nido.JPG) [a](b.md \"Titolo\") [sic](di chi scrive) [c](<d e.pdf>) `[f](g h.md)` [i](l.md)\n\n\
                    ```\n[m](n o.md)\n```\n";
        let found = blanks(FileId::new(0), text, 0);
        let said: Vec<String> = found
            .iter()
            .map(|finding| finding.message(Language::It).into_owned())
            .collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains("«Foto Nido.JPG»"), "{said:?}");
    }
}
