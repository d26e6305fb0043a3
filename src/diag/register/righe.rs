//! Findings about the rows and the shape of tables given as a source.

use crate::diag::{Code, Severity, Wording};

/// A table without a column that each of its rows must fill.
pub const COLONNA_MANCANTE: Code = Code {
    id: "colonna-mancante",
    severity: Severity::Error,
    it: Wording {
        message: "nella tabella `{tabella}` manca la colonna «{colonna}»",
        label: "le colonne sono queste",
        related: "",
        help: "aggiungi «{colonna}» alla prima riga, e il suo valore in ogni riga",
        explain: "Senza questa colonna nessuna riga dice di che cosa parla o a che cosa appartiene.",
    },
    en: Wording {
        message: "the table `{tabella}` lacks the column “{colonna}”",
        label: "these are its columns",
        related: "",
        help: "add “{colonna}” to the first line, and its value to every row",
        explain: "Without this column no row says what it is about or what it belongs to.",
    },
};

/// A row that does not say what it belongs to.
pub const RIGA_SENZA_LEGAME: Code = Code {
    id: "riga-senza-legame",
    severity: Severity::Error,
    it: Wording {
        message: "nella tabella `{tabella}` questa riga non dice a che cosa appartiene: «{colonna}» è vuota",
        label: "da qui",
        related: "",
        help: "scrivi in ogni riga il codice, il titolo o l’id; una cella unita ad altre vale solo per la \
                  prima riga",
        explain: "Una fase, un indicatore, un contatto sta sulla pagina di quello a cui appartiene. Se non lo \
                  dice, non sta da nessuna parte.",
    },
    en: Wording {
        message: "this row of the table `{tabella}` does not say what it belongs to: “{colonna}” is empty",
        label: "from here",
        related: "",
        help: "write code, title or id into every row; a merged cell counts for the first row alone",
        explain: "A phase, an indicator, a contact stands on the page of what it belongs to. If it does not say \
                  so, it stands nowhere.",
    },
};

/// A row of totals.
pub const RIGA_DI_TOTALE: Code = Code {
    id: "riga-di-totale",
    severity: Severity::Warning,
    it: Wording {
        message: "questa riga della tabella `{tabella}` sembra un totale e non si legge",
        label: "comincia così",
        related: "",
        help: "toglila: i totali li fa il sito",
        explain: "Una tabella ha una riga per ogni cosa. Una riga di totale in fondo sarebbe letta come una cosa \
                  in più.",
    },
    en: Wording {
        message: "this row of the table `{tabella}` looks like a total and is not read",
        label: "it begins so",
        related: "",
        help: "take it out: the site makes the totals",
        explain: "A table has a row for each thing. A row of totals at its end would be read as one more thing.",
    },
};

/// Two rows of a table with one code.
pub const RIGA_DOPPIA: Code = Code {
    id: "riga-doppia",
    severity: Severity::Error,
    it: Wording {
        message: "nella tabella `{tabella}` «{valore}» c’è due volte",
        label: "qui di nuovo, nella colonna «{colonna}»",
        related: "qui la prima volta",
        help: "se la riga è copiata per sbaglio, toglila; se è un’altra cosa, dalle un altro valore in \
                  «{colonna}»",
        explain: "Fasi e indicatori dicono con il codice a che cosa appartengono. Con due righe uguali non si sa \
                  a quale.",
    },
    en: Wording {
        message: "“{valore}” stands twice in the table `{tabella}`",
        label: "again here, in the column “{colonna}”",
        related: "here the first time",
        help: "if the row was copied by mistake, take it out; if it is another thing, give it another value in \
                  “{colonna}”",
        explain: "Phases and indicators say by code what they belong to. With two rows alike nobody knows which.",
    },
};

/// A row with fewer cells than the header.
pub const RIGA_CORTA: Code = Code {
    id: "riga-corta",
    severity: Severity::Warning,
    it: Wording {
        message: "questa riga ha {celle} {celle#cella|celle}, la prima riga della tabella ne ha {colonne}",
        label: "le ultime mancano",
        related: "",
        help: "controlla i separatori: anche una cella vuota ha il suo",
        explain: "Quando manca un separatore in mezzo, le celle dopo finiscono sotto la colonna sbagliata.",
    },
    en: Wording {
        message: "this row has {celle} {celle#cell|cells}, the first line of the table {colonne}",
        label: "the last ones are missing",
        related: "",
        help: "check the separators: an empty cell has its own too",
        explain: "Where a separator is missing in the middle, the cells behind it stand below the wrong column.",
    },
};

/// A cell of a table written as text that stands below no name of a column.
pub const CELLA_IN_PIU: Code = Code {
    id: "cella-in-piu",
    severity: Severity::Error,
    it: Wording {
        message: "questa cella non sta sotto il nome di nessuna colonna",
        label: "una cella in più",
        related: "",
        help: "se il testo contiene il separatore, mettilo tra virgolette; se è un dato, scrivi il nome della \
                  sua colonna nella prima riga",
        explain: "Una cella in più vuol dire quasi sempre che un testo contiene il separatore: quello che segue è \
                  finito sotto la colonna sbagliata.",
    },
    en: Wording {
        message: "this cell stands below the name of no column",
        label: "one cell too many",
        related: "",
        help: "if the text holds the separator, put it in quotes; if it is a fact, write the name of its \
                  column into the first line",
        explain: "One cell too many nearly always means that a text holds the separator: what follows stands \
                  below the wrong column.",
    },
};

/// A quote at the beginning of a cell that is not closed.
pub const VIRGOLETTE_APERTE: Code = Code {
    id: "virgolette-aperte",
    severity: Severity::Error,
    it: Wording {
        message: "queste virgolette si aprono e non si chiudono",
        label: "aperte qui",
        related: "",
        help: "chiudile alla fine della cella, o toglile; dentro un testo tra virgolette una virgoletta si \
                  scrive doppia: \"\"",
        explain: "In un CSV quello che sta tra virgolette può contenere il separatore e andare a capo. Se non si \
                  chiudono, le righe dopo finirebbero tutte in questa cella.",
    },
    en: Wording {
        message: "this quote opens and is not closed",
        label: "opened here",
        related: "",
        help: "close it at the end of the cell, or take it out; inside a quoted text a quote is written twice: \
                  \"\"",
        explain: "In a CSV what stands in quotes may hold the separator and go on in the next line. Where the \
                  quote is not closed, all lines below would be in this cell.",
    },
};

/// A table above whose header something else stands.
pub const INTESTAZIONE_SOTTO: Code = Code {
    id: "intestazione-sotto",
    severity: Severity::Error,
    it: Wording {
        message: "i nomi delle colonne della tabella `{tabella}` sono alla riga {riga}, non in cima",
        label: "sopra c’è altro",
        related: "",
        help: "togli le righe sopra la {riga}: il titolo sta già nel nome del foglio o del file",
        explain: "La prima riga con qualcosa dentro dice le colonne. Con un titolo sopra la tabella non si \
                  riconosce, e le sue righe andrebbero perse.",
    },
    en: Wording {
        message: "the names of the columns of the table `{tabella}` stand in row {riga}, not at the top",
        label: "something else stands above",
        related: "",
        help: "take out the rows above row {riga}: the name of the sheet or file says the title",
        explain: "The first row that says anything holds the names of the columns. With a title above, the table \
                  is not recognised, and its rows would be lost.",
    },
};

/// A sheet with the name of a table and none of its columns.
pub const FOGLIO_SENZA_COLONNE: Code = Code {
    id: "foglio-senza-colonne",
    severity: Severity::Error,
    it: Wording {
        message: "il foglio «{foglio}» ha il nome di una tabella, ma nessuna delle sue colonne",
        label: "la prima riga dovrebbe avere i nomi delle colonne",
        related: "",
        help: "scrivi nella prima riga i nomi delle colonne: {colonne}; se sono appunti, dagli un altro nome",
        explain: "Il nome del foglio dice che è la tabella `{tabella}`: le sue righe andrebbero perse.",
    },
    en: Wording {
        message: "the sheet “{foglio}” has the name of a table, but none of its columns",
        label: "its first row should hold the names of the columns",
        related: "",
        help: "write the names of the columns into the first row: {colonne}; if it holds notes, give it \
                  another name",
        explain: "The name of the sheet says that it is the table `{tabella}`: its rows would be lost.",
    },
};

/// A table with a header and no rows, or a sheet with a table's name and nothing in it.
pub const TABELLA_VUOTA: Code = Code {
    id: "tabella-vuota",
    severity: Severity::Note,
    it: Wording {
        message: "la tabella `{tabella}` non ha righe",
        label: "qui non c’è altro",
        related: "",
        help: "se non serve, toglila; altrimenti scrivi una riga per ogni cosa",
        explain: "Una tabella senza righe non toglie e non aggiunge nulla al sito.",
    },
    en: Wording {
        message: "the table `{tabella}` has no rows",
        label: "there is nothing more here",
        related: "",
        help: "take it out if it is not needed; else write a row for each thing",
        explain: "A table without rows takes nothing from the site and adds nothing.",
    },
};

/// A table written as text with nothing in it.
pub const FILE_VUOTO: Code = Code {
    id: "file-vuoto",
    severity: Severity::Error,
    it: Wording {
        message: "questo file è vuoto: non ha nemmeno i nomi delle colonne",
        label: "",
        related: "",
        help: "salvalo di nuovo dal foglio di calcolo, o toglilo dalla cartella",
        explain: "Una tabella ha nella prima riga i nomi delle colonne. Un file vuoto è quasi sempre un \
                  salvataggio non riuscito.",
    },
    en: Wording {
        message: "this file is empty: it has not even the names of the columns",
        label: "",
        related: "",
        help: "save it again from the spreadsheet, or take it out of the folder",
        explain: "A table has the names of its columns in the first line. An empty file is nearly always one that \
                  was not saved well.",
    },
};

/// Merged cells in a table.
pub const CELLE_UNITE: Code = Code {
    id: "celle-unite",
    severity: Severity::Error,
    it: Wording {
        message: "le celle {celle} sono unite: il valore vale solo per la prima",
        label: "unite da qui",
        related: "",
        help: "separa le celle e scrivi il valore in ognuna",
        explain: "In una tabella ogni riga dice per intero di che cosa parla. Di celle unite si legge solo la \
                  prima: le altre sarebbero vuote.",
    },
    en: Wording {
        message: "the cells {celle} are merged: the value counts for the first alone",
        label: "merged from here",
        related: "",
        help: "split the cells and write the value into each",
        explain: "In a table every row says in full what it is about. Of merged cells only the first is read: the \
                  others would be empty.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &COLONNA_MANCANTE,
    &RIGA_SENZA_LEGAME,
    &RIGA_DI_TOTALE,
    &RIGA_DOPPIA,
    &RIGA_CORTA,
    &CELLA_IN_PIU,
    &VIRGOLETTE_APERTE,
    &INTESTAZIONE_SOTTO,
    &FOGLIO_SENZA_COLONNE,
    &TABELLA_VUOTA,
    &FILE_VUOTO,
    &CELLE_UNITE,
];
