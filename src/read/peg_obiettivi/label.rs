//! The labels of an objective's table and of a unit's head.

use crate::read::block::{Inline, Row};
use crate::read::opened_by;

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    ResponsabileSettore,
    ResponsabileUfficio,
    Titolo,
    PesoIndicatori,
    PesoFasi,
    Descrizione,
    Strategico,
    Operativo,
}

impl Label {
    const ALL: [Label; 8] = [
        Label::ResponsabileSettore,
        Label::ResponsabileUfficio,
        Label::Titolo,
        Label::PesoIndicatori,
        Label::PesoFasi,
        Label::Descrizione,
        Label::Strategico,
        Label::Operativo,
    ];

    /// The label as printed.
    fn words(self) -> &'static str {
        match self {
            Self::ResponsabileSettore => "Responsabile settore",
            Self::ResponsabileUfficio => "Responsabile ufficio",
            Self::Titolo => "Obiettivo PEG",
            Self::PesoIndicatori => "Peso indicatori",
            Self::PesoFasi => "Peso fasi",
            Self::Descrizione => "Descrizione",
            Self::Strategico => "Obiettivo strategico DUP",
            Self::Operativo => "Obiettivo operativo DUP",
        }
    }

    /// Whether its value is a sentence, which may itself begin with the words of a label.
    fn is_text(self) -> bool {
        matches!(
            self,
            Self::Titolo | Self::Descrizione | Self::Strategico | Self::Operativo
        )
    }

    /// Whether a cell is this label and nothing else.
    pub(super) fn heads(self, cell: &Inline<'_>) -> bool {
        cell.text().trim_end_matches(':').eq_ignore_ascii_case(self.words())
    }

    /// The label that a cell is, with the value that the conversion glued to it, if any.
    fn of<'s>(cell: &Inline<'s>, may_be_glued: bool) -> Option<(Self, Option<Inline<'s>>)> {
        if let Some(label) = Self::ALL.into_iter().find(|label| label.heads(cell)) {
            return Some((label, None));
        }
        let glued = Self::ALL
            .into_iter()
            .find_map(|label| Some((label, value_behind(label.words(), cell)?)));
        glued
            .filter(|_| may_be_glued)
            .map(|(label, value)| (label, Some(value)))
    }
}

/// What stands in a cell behind the words of a label and a space.
fn value_behind<'s>(words: &str, cell: &Inline<'s>) -> Option<Inline<'s>> {
    let raw = cell.raw();
    let opened = raw.trim_start_matches("<b>").trim_start_matches("**");
    let behind = &opened[opened_by(opened, words)?..];
    let value = behind.trim_start_matches("</b>").trim_start_matches("**");
    value
        .starts_with(char::is_whitespace)
        .then(|| cell.part(raw.len() - value.len(), raw.len()))
}

/// A label with its value; the value is missing where the print leaves it blank or puts the next label in its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field<'s> {
    pub(super) label: Label,
    pub(super) value: Option<Inline<'s>>,
}

/// The fields of a row, and the cells that no label announces; no fields where the row does not open with a label.
pub(super) fn fields<'s>(row: &Row<'s>) -> (Vec<Field<'s>>, Vec<Inline<'s>>) {
    let (mut found, mut stray): (Vec<Field<'s>>, Vec<Inline<'s>>) = Default::default();
    for cell in row.filled() {
        let may_be_glued = found.last().is_none_or(|open| !open.label.is_text());
        match (Label::of(cell, may_be_glued), found.last_mut()) {
            (Some((label, value)), _) => found.push(Field { label, value }),
            (None, Some(open)) if open.value.is_none() => open.value = Some(*cell),
            (None, _) => stray.push(*cell),
        }
        if found.is_empty() {
            break;
        }
    }
    (found, stray)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::block::scan;
    use crate::source::FileId;

    fn read(line: &str) -> Vec<(Label, String)> {
        let blocks = scan(FileId::new(0), line);
        let row = &blocks[0].table().unwrap().rows[0];
        let value = |field: &Field<'_>| field.value.map(|value| value.text()).unwrap_or_default();
        fields(row).0.iter().map(|field| (field.label, value(field))).collect()
    }

    #[test]
    fn each_label_takes_the_value_that_follows_it() {
        let settore = |name: &str| (Label::ResponsabileSettore, name.to_owned());
        let ufficio = |name: &str| (Label::ResponsabileUfficio, name.to_owned());
        for (line, expected) in [
            (
                "<b>Responsabile settore</b>\tROSSI\t<b>Responsabile ufficio</b>\tVERDI",
                [settore("ROSSI"), ufficio("VERDI")],
            ),
            (
                "Responsabile settore\tROSSI\t\tResponsabile ufficio\t",
                [settore("ROSSI"), ufficio("")],
            ),
            (
                "Responsabile settore\t\tResponsabile ufficio\tVERDI",
                [settore(""), ufficio("VERDI")],
            ),
            (
                "Responsabile settore\tResponsabile ufficio\tVERDI",
                [settore(""), ufficio("VERDI")],
            ),
            (
                "Responsabile settore ROSSI\t<b>Responsabile ufficio</b> VERDI",
                [settore("ROSSI"), ufficio("VERDI")],
            ),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn a_sentence_may_begin_with_the_words_of_a_label() {
        assert_eq!(
            read("Descrizione\tDescrizione del progetto\t"),
            [(Label::Descrizione, "Descrizione del progetto".to_owned())]
        );
    }

    #[test]
    fn a_row_without_labels_has_no_fields() {
        assert!(read("1 - Analisi\t01/01/2023").is_empty());
    }
}
