use super::Printer;
use crate::diag::{Diagnostic, Severity};

/// `::error file=…,line=…,col=…,title=…::message`, the workflow command of GitHub Actions.
pub(super) fn text(finding: &Diagnostic, printer: &Printer<'_>) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let place = finding.place.map(|span| printer.place(span)).map(|place| {
        let path = property(place.path);
        format!("file={path},line={},col={},", place.start.line, place.start.column)
    });
    let message = finding.message(printer.language);
    let help = finding.help(printer.language);
    let sentence = [message.as_ref(), help.as_ref()].join("\n");
    format!(
        "::{command} {}title={}::{}",
        place.unwrap_or_default(),
        property(finding.code.id),
        data(sentence.trim_end())
    )
}

/// Escapes the message of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a workflow command, which `:` and `,` would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
