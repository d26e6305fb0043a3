use serde::Serialize;

use super::{Place, Printer};
use crate::diag::Diagnostic;

/// One finding as programs read it. Keys are only ever added.
#[derive(Serialize)]
struct Record<'d> {
    code: &'static str,
    severity: &'static str,
    message: &'d str,
    label: &'d str,
    help: &'d str,
    place: Option<Location<'d>>,
    related: Vec<Location<'d>>,
    subject: Option<Thing<'d>>,
}

/// Lines and columns from 1, columns in characters; the end is behind the last character. In a spreadsheet they are
/// those of its text; the sheet and the cell stand beside them.
#[derive(Serialize)]
struct Location<'d> {
    path: &'d str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
}

#[derive(Serialize)]
struct Thing<'d> {
    id: &'d str,
    title: &'d str,
}

impl<'d> From<Place<'d>> for Location<'d> {
    fn from(place: Place<'d>) -> Self {
        Self {
            path: place.path,
            line: place.start.line,
            column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
            sheet: place.cell.map(|cell| cell.sheet),
            cell: place.cell.map(|cell| cell.to_string()),
        }
    }
}

/// One JSON object in one line.
pub(super) fn text(finding: &Diagnostic, printer: &Printer<'_>) -> String {
    let record = Record {
        code: finding.code.id,
        severity: finding.severity.key(),
        message: &finding.message(printer.language),
        label: &finding.label(printer.language),
        help: &finding.help(printer.language),
        place: finding.place.map(|span| printer.place(span).into()),
        related: finding.related.iter().map(|span| printer.place(*span).into()).collect(),
        subject: finding.subject.as_ref().map(|thing| Thing {
            id: &thing.id,
            title: &thing.title,
        }),
    };
    // Strings, numbers and lists always serialise.
    serde_json::to_string(&record).unwrap_or_default()
}
