//! Findings in tables given as a source.

use crate::diag::{Code, Severity, Wording};

/// A header that belongs to no table.
pub const TABELLA_IGNOTA: Code = Code {
    id: "tabella-ignota",
    severity: Severity::Error,
    it: Wording {
        message: "le colonne di questo file non sono di nessuna tabella",
        label: "l’intestazione è questa",
        related: "",
        help: "la prima riga deve avere i nomi delle colonne di una tabella: {tabelle}",
        explain: "Una tabella si riconosce dai nomi delle colonne, gli stessi dei dati aperti, in qualsiasi ordine.",
    },
    en: Wording {
        message: "the columns of this file belong to no table",
        label: "this is the header",
        related: "",
        help: "the first line must hold the names of the columns of one table: {tabelle}",
        explain: "A table is told by the names of its columns, the same as in the open data, in any order.",
    },
};

/// An empty cell in a column that every row must fill.
pub const CELLA_VUOTA: Code = Code {
    id: "cella-vuota",
    severity: Severity::Error,
    it: Wording {
        message: "nella tabella `{tabella}` questa riga non ha «{colonna}»",
        label: "la cella è vuota o manca la colonna",
        related: "",
        help: "scrivi il valore nella colonna «{colonna}»",
        explain: "Senza questo dato la riga non dice di che cosa parla.",
    },
    en: Wording {
        message: "this row of the table `{tabella}` has no “{colonna}”",
        label: "the cell is empty or the column is missing",
        related: "",
        help: "write the value in the column “{colonna}”",
        explain: "Without this fact the row does not say what it is about.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[&TABELLA_IGNOTA, &CELLA_VUOTA];
