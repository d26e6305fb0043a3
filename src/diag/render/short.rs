use super::Printer;
use crate::diag::Diagnostic;

/// `path:line:column: word[code]: message`; a cell of a spreadsheet goes by its own name.
pub(super) fn text(finding: &Diagnostic, printer: &Printer<'_>) -> String {
    let word = finding.severity.word(printer.language);
    let message = finding.message(printer.language);
    let sentence = format!("{word}[{}]: {message}", finding.code.id);
    let Some(place) = finding.place.map(|span| printer.place(span)) else {
        return sentence;
    };
    format!("{}: {sentence}", place.words(printer.language))
}
