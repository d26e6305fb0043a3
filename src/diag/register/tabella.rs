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

/// Columns whose names are written with capitals, blanks or accents.
pub const COLONNE_SCRITTE_ALTRIMENTI: Code = Code {
    id: "colonne-scritte-altrimenti",
    severity: Severity::Error,
    it: Wording {
        message: "i nomi delle colonne sono quelli di una tabella, ma scritti in un altro modo",
        label: "l’intestazione è questa",
        related: "",
        help: "scrivi `{colonne}`",
        explain: "I nomi delle colonne si scrivono in minuscolo, senza accenti e con `_` al posto degli spazi, come nei dati \
                  aperti. Un elenco che comincia con «Nome» e «Telefono» non diventa così per sbaglio una tabella che si \
                  pubblica.",
    },
    en: Wording {
        message: "the names of the columns are those of a table, but written in another way",
        label: "this is the header",
        related: "",
        help: "write `{colonne}`",
        explain: "The names of columns are written in lower case, without accents and with `_` for a blank, as in the open \
                  data. So a list that begins with “Nome” and “Telefono” does not become a table that is published by \
                  mistake.",
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

/// A cell whose formula has failed.
pub const CELLA_CON_ERRORE: Code = Code {
    id: "cella-con-errore",
    severity: Severity::Error,
    it: Wording {
        message: "la formula di questa cella dà errore: {valore}",
        label: "colonna «{colonna}»",
        related: "",
        help: "correggi la formula nel foglio di calcolo, o scrivi il valore",
        explain: "Di una formula si legge il risultato che il foglio di calcolo ha salvato. Qui non c’è un risultato.",
    },
    en: Wording {
        message: "the formula of this cell fails: {valore}",
        label: "column “{colonna}”",
        related: "",
        help: "mend the formula in the spreadsheet, or write the value",
        explain: "Of a formula the result that the spreadsheet has saved is read. Here is none.",
    },
};

/// A number in a column of codes.
pub const NUMERO_IN_CODICE: Code = Code {
    id: "numero-in-codice",
    severity: Severity::Warning,
    it: Wording {
        message: "nella colonna «{colonna}» «{valore}» è un numero, non un testo",
        label: "se il codice comincia con zeri, qui mancano",
        related: "",
        help: "dai alla colonna il formato testo e scrivi il codice per intero",
        explain: "Un codice come 03250 scritto in una cella numerica diventa 3250. In questo formato di file non si \
                  vede come il foglio mostra il numero, perciò gli zeri iniziali non si possono ritrovare.",
    },
    en: Wording {
        message: "in the column “{colonna}” “{valore}” is a number, not a text",
        label: "if the code begins with zeros, they are missing here",
        related: "",
        help: "give the column the format text and write the whole code",
        explain: "A code like 03250 written into a number cell becomes 3250. This file format does not tell how the \
                  sheet shows the number, so leading zeros cannot be found again.",
    },
};

/// A number that may be a share of one or of a hundred.
pub const QUOTA_AMBIGUA: Code = Code {
    id: "quota-ambigua",
    severity: Severity::Error,
    it: Wording {
        message: "«{valore}» nella colonna «{colonna}»: {valore} per cento o {cento} per cento?",
        label: "il file non lo dice",
        related: "",
        help: "scrivi {cento} come numero, oppure il testo «{valore}%»",
        explain: "Una cella con il formato percentuale contiene 0,6 e mostra 60%. Quando il formato non si vede, un \
                  numero fino a 1 si potrebbe leggere in due modi, e uno è sbagliato di cento volte.",
    },
    en: Wording {
        message: "“{valore}” in the column “{colonna}”: {valore} per cent or {cento} per cent?",
        label: "the file does not say",
        related: "",
        help: "write {cento} as a number, or the text “{valore}%”",
        explain: "A cell with the format per cent holds 0.6 and shows 60%. Where the format cannot be seen, a number \
                  up to 1 could be read in two ways, one of them wrong by a factor of a hundred.",
    },
};

/// A sheet beside others that is no table.
pub const FOGLIO_NON_LETTO: Code = Code {
    id: "foglio-non-letto",
    severity: Severity::Warning,
    it: Wording {
        message: "il foglio «{foglio}» non è una tabella: non si legge e non si pubblica",
        label: "la sua prima riga non ha nomi di colonne",
        related: "",
        help: "se è una tabella, dagli il nome di una tabella e scrivi nella prima riga le sue colonne; altrimenti \
               spostalo in un altro file",
        explain: "Di un foglio di calcolo si legge ogni foglio la cui prima riga ha i nomi delle colonne dei dati \
                  aperti. Degli altri nulla va sul sito, nemmeno nella copia leggibile del documento.",
    },
    en: Wording {
        message: "the sheet “{foglio}” is no table: it is neither read nor published",
        label: "its first row has no names of columns",
        related: "",
        help: "if it is a table, name it after one and write its columns into the first row; else move it to another \
               file",
        explain: "Of a spreadsheet every sheet is read whose first row holds names of columns of the open data. \
                  Nothing of the others stands on the site, not even in the readable copy of the document.",
    },
};

/// A sheet that whoever opens the spreadsheet does not see.
pub const FOGLIO_NASCOSTO: Code = Code {
    id: "foglio-nascosto",
    severity: Severity::Warning,
    it: Wording {
        message: "il foglio «{foglio}» è nascosto: non si legge e non si pubblica",
        label: "",
        related: "",
        help: "se va pubblicato, mostralo nel programma del foglio di calcolo; altrimenti toglilo dal file",
        explain: "Chi apre il file non vede un foglio nascosto: nessuno ha deciso di pubblicarlo. Nulla di lui va sul \
                  sito, nemmeno nella copia leggibile del documento.",
    },
    en: Wording {
        message: "the sheet “{foglio}” is hidden: it is neither read nor published",
        label: "",
        related: "",
        help: "if it is to be published, unhide it in the spreadsheet; else take it out of the file",
        explain: "Whoever opens the file does not see a hidden sheet: nobody decided to publish it. Nothing of it \
                  stands on the site, not even in the readable copy of the document.",
    },
};

/// Rows of a sheet that whoever opens the spreadsheet does not see.
pub const RIGHE_NASCOSTE: Code = Code {
    id: "righe-nascoste",
    severity: Severity::Warning,
    it: Wording {
        message: "{quante#la riga|le righe} {quali} {quante#è nascosta|sono nascoste}: non si \
                  {quante#legge|leggono} e non si {quante#pubblica|pubblicano}",
        label: "",
        related: "",
        help: "se {quante#va pubblicata, mostrala|vanno pubblicate, mostrale} nel programma del foglio di calcolo (o \
               togli il filtro); altrimenti {quante#toglila|toglile} dal file",
        explain: "Chi apre il file non vede una riga nascosta, raccolta in un gruppo chiuso o esclusa da un filtro: \
                  nessuno ha deciso di pubblicarla. Nulla di lei va sul sito, nemmeno nella copia leggibile del \
                  documento.",
    },
    en: Wording {
        message: "{quante#row|rows} {quali} {quante#is|are} hidden: neither read nor published",
        label: "",
        related: "",
        help: "if {quante#it is|they are} to be published, unhide {quante#it|them} in the spreadsheet (or take the \
               filter off); else take {quante#it|them} out of the file",
        explain: "Whoever opens the file does not see a row that is hidden, in a group that is folded away or taken \
                  out by a filter: nobody decided to publish it. Nothing of it stands on the site, not even in the \
                  readable copy of the document.",
    },
};

/// Columns of a sheet that whoever opens the spreadsheet does not see.
pub const COLONNE_NASCOSTE: Code = Code {
    id: "colonne-nascoste",
    severity: Severity::Warning,
    it: Wording {
        message: "{quante#la colonna|le colonne} {quali} {quante#è nascosta|sono nascoste}: non si \
                  {quante#legge|leggono} e non si {quante#pubblica|pubblicano}",
        label: "",
        related: "",
        help: "se {quante#va pubblicata, mostrala|vanno pubblicate, mostrale} nel programma del foglio di calcolo; \
               altrimenti {quante#toglila|toglile} dal file",
        explain: "Chi apre il file non vede una colonna nascosta o raccolta in un gruppo chiuso: nessuno ha deciso di \
                  pubblicarla. Nulla di lei va sul sito, nemmeno nella copia leggibile del documento.",
    },
    en: Wording {
        message: "{quante#column|columns} {quali} {quante#is|are} hidden: neither read nor published",
        label: "",
        related: "",
        help: "if {quante#it is|they are} to be published, unhide {quante#it|them} in the spreadsheet; else take \
               {quante#it|them} out of the file",
        explain: "Whoever opens the file does not see a column that is hidden or in a group that is folded away: \
                  nobody decided to publish it. Nothing of it stands on the site, not even in the readable copy of \
                  the document.",
    },
};

/// A cell of a sheet that stands below no name of a column.
pub const CELLA_FUORI: Code = Code {
    id: "cella-fuori",
    severity: Severity::Warning,
    it: Wording {
        message: "questa cella è fuori dalla tabella: non si legge e non si pubblica",
        label: "sopra, nella prima riga, non c’è il nome di una colonna",
        related: "",
        help: "se è un dato, scrivi il nome della sua colonna nella prima riga; se è un appunto, spostalo in un altro \
               file",
        explain: "Della tabella fanno parte le celle sotto il nome di una colonna. Di quello che sta accanto nulla va \
                  sul sito, nemmeno nella copia leggibile del documento.",
    },
    en: Wording {
        message: "this cell is outside the table: it is neither read nor published",
        label: "above it, in the first row, there is no name of a column",
        related: "",
        help: "if it is a fact, write the name of its column into the first row; if it is a note, move it to another \
               file",
        explain: "Of the table are the cells below the name of a column. Nothing of what stands beside is on the site, \
                  not even in the readable copy of the document.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &TABELLA_IGNOTA,
    &COLONNE_SCRITTE_ALTRIMENTI,
    &CELLA_VUOTA,
    &CELLA_CON_ERRORE,
    &NUMERO_IN_CODICE,
    &QUOTA_AMBIGUA,
    &FOGLIO_NON_LETTO,
    &FOGLIO_NASCOSTO,
    &RIGHE_NASCOSTE,
    &COLONNE_NASCOSTE,
    &CELLA_FUORI,
];
