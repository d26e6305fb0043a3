//! Running text of a block, as an entry tells it.

use crate::model::{Detto, Testo};
use crate::read::block::{Block, Inline};

/// A line without the list mark that the conversion left inside another one (`- ▶ Costo`, `- 2. Stipula`).
pub(super) fn unmarked(line: Inline<'_>) -> Inline<'_> {
    let raw = line.raw();
    let Some((mark, _)) = raw.split_once([' ', '\u{a0}']) else {
        return line;
    };
    if number(raw).is_some() || ["▶", "•", "⇒", "➢", "✓", "o"].contains(&mark) {
        line.part(mark.len(), raw.len())
    } else {
        line
    }
}

/// The number that a text begins with as a list does: `2. Stipula`, `2) Stipula`.
pub(super) fn number(text: &str) -> Option<u8> {
    let (mark, _) = text.split_once([' ', '\u{a0}'])?;
    mark.strip_suffix(['.', ')'])?.parse().ok()
}

/// The words of a block without marks of bold, which may open on one line and close on another.
pub(super) fn plain(block: &Block<'_>) -> Detto<Testo> {
    Detto::new(block.text().replace("**", "").into(), block.span)
}

/// The text of a block as Markdown, its lines joined, without list marks.
pub(super) fn markdown(block: &Block<'_>) -> Detto<Testo> {
    let mut lines = block.lines().iter().copied();
    let mut text = lines.next().map(|line| unmarked(line).markdown()).unwrap_or_default();
    for line in lines {
        text.push(' ');
        text.push_str(&line.markdown());
    }
    Detto::new(text.into(), block.span)
}

/// Splits `**Label:** text` or `Label: **text**` into label and text: one of the two is set off in bold.
pub(super) fn lead_in(text: &Detto<Testo>) -> Option<(Detto<Testo>, Detto<Testo>)> {
    let (label, rest) = text.split_once(':')?;
    let rest = rest.trim_start();
    let bold_label = label.starts_with("**") && rest.starts_with("**");
    let label_words = label.trim_start_matches("**");
    let words = if bold_label {
        rest.trim_start_matches("**")
    } else {
        rest
    };
    let bold_text = !label.contains("**") && rest.starts_with("**") && rest.ends_with("**");
    let fits = (bold_label || bold_text) && label_words.split(' ').count() <= 5 && !words.trim().is_empty();
    let said = |words: &str| Detto::new(words.trim().into(), text.span);
    fits.then(|| (said(label_words), said(words)))
}
