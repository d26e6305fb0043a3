use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Message, Renderer, Snippet, normalize_untrusted_str,
};

use super::Printer;
use crate::diag::{Diagnostic, Language, Severity, Subject};
use crate::source::{SourceFile, Span};

/// Columns of a message. Lines of converted documents run to thousands of characters; they are cut around the caret.
const WIDTH: usize = 120;

/// A caret under more characters than this no longer points at anything.
const CARET: usize = 60;

/// How many other places are shown with their lines.
const RELATED: usize = 4;

/// Title, source lines with carets, the thing it is about, the remedy.
pub(super) fn text(finding: &Diagnostic, printer: &Printer<'_>) -> String {
    let language = printer.language;
    let title = level(finding.severity, language)
        .primary_title(finding.message(language))
        .id(finding.code.id);
    let report = Group::with_title(title)
        .elements(excerpts(finding, printer))
        .elements(further(finding, language))
        .elements(finding.subject.as_ref().map(|subject| about(subject, language)))
        .elements(help(finding, language));
    let looks = if printer.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    with_cells(&looks.hyperlink(false).term_width(WIDTH).render(&[report]))
}

fn level(severity: Severity, language: Language) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    level.with_name(severity.word(language))
}

/// The line of the place, then the lines of the other places.
fn excerpts<'p>(finding: &'p Diagnostic, printer: &'p Printer<'_>) -> Vec<Snippet<'p, Annotation<'p>>> {
    let label = finding.label(printer.language).into_owned();
    let first = finding
        .place
        .map(|span| excerpt(span, AnnotationKind::Primary, label, printer));
    let others = finding.related.iter().take(RELATED).map(|span| {
        let label = finding.related_label(printer.language).into_owned();
        excerpt(*span, AnnotationKind::Context, label, printer)
    });
    first.into_iter().chain(others).collect()
}

fn excerpt<'p>(
    span: Span,
    kind: AnnotationKind,
    label: String,
    printer: &'p Printer<'_>,
) -> Snippet<'p, Annotation<'p>> {
    let file = printer.sources.file(span.file);
    let line = first_line(file, span);
    let caret = kind.span(line.caret);
    let snippet = Snippet::source(line.text).annotation(if label.is_empty() { caret } else { caret.label(label) });
    let place = printer.place(span);
    match place.cell {
        None => snippet.line_start(line.number).path(file.path()),
        Some(cell) => snippet
            .line_start(cell.row as usize)
            .path(format!("{}{CELL_END}", place.words(printer.language))),
    }
}

/// Stands behind the name of a cell, where the renderer adds line and column to what it takes for a path.
const CELL_END: char = '\u{2060}';

/// The rendered text without line and column behind the names of cells, which say both.
fn with_cells(rendered: &str) -> String {
    let mut parts = rendered.split(CELL_END);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()));
    }
    text
}

/// The first line of a place and the part of it that the caret stands under.
struct Line<'s> {
    number: usize,
    text: &'s str,
    caret: Range<usize>,
}

fn first_line(file: &SourceFile, span: Span) -> Line<'_> {
    let number = file.position(span.start).line;
    let start = file.line_start(number).unwrap_or_default() as usize;
    let rest = file.text().get(start..).unwrap_or_default();
    let text = rest.lines().next().unwrap_or_default();
    let from = (span.start as usize).saturating_sub(start).min(text.len());
    let to = (span.end as usize).saturating_sub(start).clamp(from, text.len());
    Line {
        number: number as usize,
        text,
        caret: from..from + caret_length(text.get(from..to).unwrap_or_default()),
    }
}

/// Bytes of the part of `covered` that is worth a caret.
fn caret_length(covered: &str) -> usize {
    covered.chars().take(CARET).map(char::len_utf8).sum()
}

fn further(finding: &Diagnostic, language: Language) -> Option<Message<'static>> {
    let hidden = finding
        .related
        .len()
        .checked_sub(RELATED)
        .filter(|hidden| *hidden > 0)?;
    let (name, text) = match language {
        Language::It => (
            "nota",
            format!("altri punti: {hidden} (tutti con --message-format json)"),
        ),
        Language::En => (
            "note",
            format!("{hidden} more places (all of them with --message-format json)"),
        ),
    };
    Some(Level::NOTE.with_name(name).message(text))
}

fn about<'p>(subject: &'p Subject, language: Language) -> Message<'p> {
    let (name, text) = match language {
        Language::It => ("riguarda", format!("«{}» ({})", subject.title, subject.id)),
        Language::En => ("about", format!("“{}” ({})", subject.title, subject.id)),
    };
    Level::NOTE.with_name(name).message(normalize_untrusted_str(&text))
}

fn help(finding: &Diagnostic, language: Language) -> Option<Message<'static>> {
    let name = match language {
        Language::It => "aiuto",
        Language::En => "help",
    };
    let text = finding.help(language);
    (!text.is_empty()).then(|| Level::HELP.with_name(name).message(normalize_untrusted_str(&text)))
}
