//! What editors write that is taken for something else than they meant.

use crate::diag::{Code, Severity, Wording};

/// The end of a value that a comma cut in two.
pub const VIRGOLA_FRA_GRAFFE: Code = Code {
    id: "virgola-fra-graffe",
    severity: Severity::Error,
    it: Wording {
        message: "fra parentesi graffe la virgola separa le chiavi: «{chiave}» è preso per una chiave",
        label: "la fine di un valore?",
        related: "",
        help: "metti tra virgolette il valore che contiene la virgola: `importo: \"12,5\"`",
        explain: "In `{importo: 12,5}` la virgola dei decimali, o quella di una frase, chiude il valore: resta `12`, e il 5 \
                  diventa una chiave. Su una riga sua, senza graffe, il valore non ha bisogno di virgolette.",
    },
    en: Wording {
        message: "within braces a comma parts keys: “{chiave}” is taken for a key",
        label: "the end of a value?",
        related: "",
        help: "put the value that holds the comma into quotes: `importo: \"12,5\"`",
        explain: "In `{importo: 12,5}` the decimal comma, or that of a sentence, ends the value: `12` is left, and the 5 \
                  becomes a key. On a line of its own, without braces, the value needs no quotes.",
    },
};

/// Keys that no line of dashes opens.
pub const INTESTAZIONE_NON_APERTA: Code = Code {
    id: "intestazione-non-aperta",
    severity: Severity::Error,
    it: Wording {
        message: "l’intestazione non è aperta: le sue chiavi sarebbero testo della pagina",
        label: "prima di questa riga manca `---`",
        related: "",
        help: "aggiungi una riga con solo `---` prima della prima chiave",
        explain: "I dati di una pagina stanno fra due righe con tre trattini, la prima all’inizio del file. Senza la prima, \
                  le chiavi si leggono come testo e chi visita il sito le vede.",
    },
    en: Wording {
        message: "the front matter is not opened: its keys would be text of the page",
        label: "`---` is missing before this line",
        related: "",
        help: "add a line with just `---` before the first key",
        explain: "The facts of a page stand between two lines of three dashes, the first at the beginning of the file. \
                  Without the first one the keys are read as text, and readers of the site see them.",
    },
};

/// A link or picture whose address has blanks.
pub const INDIRIZZO_CON_SPAZI: Code = Code {
    id: "indirizzo-con-spazi",
    severity: Severity::Warning,
    it: Wording {
        message: "l’indirizzo «{indirizzo}» contiene spazi: il collegamento non si forma e si vede com’è scritto",
        label: "qui",
        related: "",
        help: "scrivilo fra parentesi angolari, `(<{indirizzo}>)`, o togli gli spazi dal nome del file",
        explain: "Nel Markdown l’indirizzo di un collegamento o di un’immagine finisce al primo spazio. Con uno spazio \
                  dentro, le parentesi e l’indirizzo restano testo.",
    },
    en: Wording {
        message: "the address “{indirizzo}” holds blanks: no link comes of it, and readers see it as it is written",
        label: "here",
        related: "",
        help: "write it in angle brackets, `(<{indirizzo}>)`, or take the blanks out of the file’s name",
        explain: "In Markdown the address of a link or picture ends at the first blank. With a blank inside, brackets and \
                  address stay text.",
    },
};

/// A file or folder whose name makes no address.
pub const NOME_SENZA_LETTERE: Code = Code {
    id: "nome-senza-lettere",
    severity: Severity::Error,
    it: Wording {
        message: "da «{nome}» non si ricava un indirizzo: non ha lettere latine né cifre",
        label: "questo file",
        related: "",
        help: "dai al file o alla cartella un nome con lettere o cifre; il titolo può restare com’è",
        explain: "L’indirizzo di una pagina viene dai nomi del file e delle sue cartelle, in lettere minuscole, cifre e \
                  trattini. Da un nome di soli simboli, o in un altro alfabeto, non resta nulla.",
    },
    en: Wording {
        message: "no address comes of “{nome}”: it has neither Latin letters nor figures",
        label: "this file",
        related: "",
        help: "give the file or folder a name with letters or figures; the title may stay as it is",
        explain: "The address of a page comes of the names of its file and folders, in lower-case letters, figures and \
                  hyphens. Of a name in signs alone, or in another alphabet, nothing is left.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &VIRGOLA_FRA_GRAFFE,
    &INTESTAZIONE_NON_APERTA,
    &INDIRIZZO_CON_SPAZI,
    &NOME_SENZA_LETTERE,
];
