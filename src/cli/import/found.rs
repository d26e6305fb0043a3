use super::trial::Trial;
use crate::cli::summary::unread_lines;
use crate::cli::voice::Voice;
use crate::diag::Severity;
use crate::export::tables::TABLES;
use crate::model::Documento;
use crate::source::Span;

/// What stands in a document: its form, what it holds by kind, how much was not understood.
pub(super) fn text(trial: &Trial, voice: Voice) -> String {
    let mut text = String::new();
    let form = voice.pick("forma", "form");
    for documento in trial.documenti() {
        text.push_str(&format!("{}: {form} {}\n", documento.file, documento.lettore));
    }
    for table in TABLES.iter().filter(|table| table.name() != "documenti") {
        let rows = table.row_count(&trial.facts.graph);
        if rows > 0 {
            text.push_str(&format!("  {}: {rows}\n", table.name()));
        }
    }
    trial
        .documenti()
        .for_each(|documento| text.push_str(&unread(trial, documento, voice)));
    let doubts = trial.facts.found.iter();
    let doubts = doubts.filter(|finding| finding.severity > Severity::Note).count();
    let label = voice.pick(
        "errori e avvisi (li dice `vetrina check`)",
        "errors and warnings (`vetrina check` says them)",
    );
    text.push_str(&format!("  {label}: {doubts}\n"));
    text
}

/// How many lines of a document were not understood, of how many, and which.
fn unread(trial: &Trial, documento: &Documento, voice: Voice) -> String {
    let lines = documento.non_lette.iter().map(|span| lines(trial, *span));
    let lines: Vec<_> = lines.collect();
    let count = unread_lines(&trial.facts, documento);
    let label = voice.pick("righe non capite", "lines not understood");
    if lines.is_empty() {
        return format!("  {label}: {count} / {}\n", documento.righe);
    }
    format!("  {label}: {count} / {} ({})\n", documento.righe, lines.join(", "))
}

/// `12`, or `12-15`.
fn lines(trial: &Trial, span: Span) -> String {
    let lines = trial.facts.sources.lines(span);
    if lines.start() == lines.end() {
        return lines.start().to_string();
    }
    format!("{}-{}", lines.start(), lines.end())
}
