//! Findings in YAML: front matter and `vetrina.yaml`.

use crate::diag::{Code, Severity, Wording};

/// Front matter without its closing line.
pub const INTESTAZIONE_NON_CHIUSA: Code = Code {
    id: "intestazione-non-chiusa",
    severity: Severity::Error,
    it: Wording {
        message: "l’intestazione che comincia qui non è chiusa",
        label: "manca la riga `---` di chiusura",
        related: "",
        help: "aggiungi una riga con solo `---` dopo l’ultima chiave, prima del testo",
        explain: "I dati di una pagina stanno fra due righe con tre trattini. Senza la seconda non si sa dove \
                  finiscono i dati e dove comincia il testo.",
    },
    en: Wording {
        message: "the front matter that begins here is not closed",
        label: "the closing `---` line is missing",
        related: "",
        help: "add a line with just `---` behind the last key, before the text",
        explain: "The facts of a page stand between two lines of three dashes. Without the second one nobody knows \
                  where they end and the text begins.",
    },
};

/// A key that nothing reads.
pub const CHIAVE_IGNOTA: Code = Code {
    id: "chiave-ignota",
    severity: Severity::Error,
    it: Wording {
        message: "la chiave «{chiave}» non esiste",
        label: "forse: {vicine}",
        related: "",
        help: "correggi il nome, o togli la chiave; i dati liberi per il tema stanno sotto `extra:`",
        explain: "Ogni chiave ha un significato preciso. Una chiave sconosciuta è quasi sempre un errore di \
                  battitura, e il dato andrebbe perso in silenzio.",
    },
    en: Wording {
        message: "there is no key “{chiave}”",
        label: "maybe: {vicine}",
        related: "",
        help: "mend the name, or remove the key; free facts for the theme go below `extra:`",
        explain: "Each key means one thing. An unknown key is nearly always a slip of the keyboard, and its fact \
                  would be lost in silence.",
    },
};

/// A key given twice.
pub const CHIAVE_DOPPIA: Code = Code {
    id: "chiave-doppia",
    severity: Severity::Error,
    it: Wording {
        message: "la chiave «{chiave}» è scritta due volte",
        label: "di nuovo qui",
        related: "la prima volta",
        help: "tieni una sola delle due righe",
        explain: "Con due valori per la stessa chiave non si sa quale vale; si legge il primo.",
    },
    en: Wording {
        message: "the key “{chiave}” is given twice",
        label: "again here",
        related: "the first time",
        help: "keep only one of the two lines",
        explain: "With two values for one key nobody knows which one holds; the first is read.",
    },
};

/// A key that must be given.
pub const CHIAVE_MANCANTE: Code = Code {
    id: "chiave-mancante",
    severity: Severity::Error,
    it: Wording {
        message: "manca la chiave «{chiave}»",
        label: "in questo blocco",
        related: "",
        help: "aggiungi `{chiave}: …`",
        explain: "Senza questo dato la voce non si può pubblicare.",
    },
    en: Wording {
        message: "the key “{chiave}” is missing",
        label: "in this block",
        related: "",
        help: "add `{chiave}: …`",
        explain: "Without this fact the entry cannot be published.",
    },
};

/// A list or block where a text belongs.
pub const TESTO_ATTESO: Code = Code {
    id: "testo-atteso",
    severity: Severity::Error,
    it: Wording {
        message: "«{chiave}» vuole un solo testo",
        label: "qui c’è un elenco o un blocco",
        related: "",
        help: "scrivi il valore sulla stessa riga, tra virgolette se contiene `:` o `#`",
        explain: "La chiave accetta un solo valore.",
    },
    en: Wording {
        message: "“{chiave}” wants one text",
        label: "here is a list or a block",
        related: "",
        help: "write the value on the same line, in quotes if it holds `:` or `#`",
        explain: "The key takes one value.",
    },
};

/// Something else where a list belongs.
pub const ELENCO_ATTESO: Code = Code {
    id: "elenco-atteso",
    severity: Severity::Error,
    it: Wording {
        message: "«{chiave}» vuole un elenco",
        label: "qui non c’è un elenco",
        related: "",
        help: "scrivi una voce per riga, ciascuna con `- ` davanti",
        explain: "La chiave accetta più voci, ciascuna su una riga che comincia con un trattino e uno spazio.",
    },
    en: Wording {
        message: "“{chiave}” wants a list",
        label: "this is no list",
        related: "",
        help: "write one entry on each line, each with `- ` in front",
        explain: "The key takes several entries, each on a line that begins with a dash and a space.",
    },
};

/// Something else where keys and values belong.
pub const BLOCCO_ATTESO: Code = Code {
    id: "blocco-atteso",
    severity: Severity::Error,
    it: Wording {
        message: "«{chiave}» vuole un blocco di chiavi e valori",
        label: "qui non ci sono chiavi",
        related: "",
        help: "scrivi `chiave: valore`, una per riga, con due spazi di rientro",
        explain: "La chiave contiene altre chiavi, ciascuna su una riga rientrata.",
    },
    en: Wording {
        message: "“{chiave}” wants a block of keys and values",
        label: "there are no keys here",
        related: "",
        help: "write `key: value`, one on each line, indented by two spaces",
        explain: "The key holds other keys, each on an indented line.",
    },
};

/// A word that is none of those a key takes.
pub const PAROLA_IGNOTA: Code = Code {
    id: "parola-ignota",
    severity: Severity::Error,
    it: Wording {
        message: "«{valore}» non è un valore di «{chiave}»",
        label: "forse: {vicine}",
        related: "",
        help: "valori ammessi: {ammessi}",
        explain: "La chiave accetta solo alcune parole, le stesse dei dati aperti.",
    },
    en: Wording {
        message: "“{valore}” is no value of “{chiave}”",
        label: "maybe: {vicine}",
        related: "",
        help: "values it takes: {ammessi}",
        explain: "The key takes only certain words, the same as the open data.",
    },
};

/// A column that its table does not have.
pub const COLONNA_IGNOTA: Code = Code {
    id: "colonna-ignota",
    severity: Severity::Error,
    it: Wording {
        message: "la tabella `{tabella}` non ha la colonna «{chiave}»",
        label: "forse: {vicine}",
        related: "",
        help: "le colonne di questa tabella sono: {colonne}",
        explain: "Ogni tabella dei dati aperti ha colonne con nomi precisi, elencati nella pagina dei dati. Una \
                  colonna in più andrebbe persa in silenzio.",
    },
    en: Wording {
        message: "the table `{tabella}` has no column “{chiave}”",
        label: "maybe: {vicine}",
        related: "",
        help: "the columns of this table are: {colonne}",
        explain: "Each table of the open data has columns with exact names, listed on the page of the data. Another \
                  one would be lost in silence.",
    },
};

/// A text that is no date.
pub const DATA_NON_LETTA: Code = Code {
    id: "data-non-letta",
    severity: Severity::Error,
    it: Wording {
        message: "«{valore}» non è una data",
        label: "non è un giorno del calendario",
        related: "",
        help: "scrivi la data come `5 settembre 2024`, `05/09/2024` o `2024-09-05`",
        explain: "La chiave «{chiave}» vuole un giorno, con l’anno.",
    },
    en: Wording {
        message: "“{valore}” is no date",
        label: "no day of the calendar",
        related: "",
        help: "write the date as `5 settembre 2024`, `05/09/2024` or `2024-09-05`",
        explain: "The key “{chiave}” wants a day, with its year.",
    },
};

/// A date that lacks its year.
pub const DATA_SENZA_ANNO: Code = Code {
    id: "data-senza-anno",
    severity: Severity::Error,
    it: Wording {
        message: "non si sa di quale anno è «{valore}»",
        label: "manca l’anno",
        related: "",
        help: "scrivi l’anno nella data, come `5 settembre 2026`; in una scheda basta anche `anno: 2026` nella testata, per \
               tutte le sue date",
        explain: "La chiave «{chiave}» vuole un giorno, con l’anno. Da un giorno all’altro non si può indovinare quale: una                   pagina resta leggibile per anni.",
    },
    en: Wording {
        message: "nobody knows which year “{valore}” is in",
        label: "the year is missing",
        related: "",
        help: "write the year into the date, such as `5 settembre 2026`; in a card `anno: 2026` in the front matter does, too, \
               for all of its dates",
        explain: "The key “{chiave}” wants a day, with its year. It cannot be guessed: a page is read for years.",
    },
};

/// A text that is no whole number.
pub const NUMERO_NON_LETTO: Code = Code {
    id: "numero-non-letto",
    severity: Severity::Error,
    it: Wording {
        message: "«{valore}» non è un numero intero",
        label: "«{chiave}» vuole un numero",
        related: "",
        help: "scrivi solo cifre, senza punti né virgole",
        explain: "La chiave vuole un numero intero entro i limiti del suo significato.",
    },
    en: Wording {
        message: "“{valore}” is no whole number",
        label: "“{chiave}” wants a number",
        related: "",
        help: "write digits only, without dots or commas",
        explain: "The key wants a whole number within the bounds of what it means.",
    },
};

/// A text that is no amount.
pub const IMPORTO_NON_LETTO: Code = Code {
    id: "importo-non-letto",
    severity: Severity::Error,
    it: Wording {
        message: "«{valore}» non è un importo in euro",
        label: "«{chiave}» vuole un importo",
        related: "",
        help: "scrivi l’importo come `178.103,20` o `178103.20`",
        explain: "Gli importi si leggono all’italiana (punto per le migliaia, virgola per i centesimi) o come nei \
                  dati aperti.",
    },
    en: Wording {
        message: "“{valore}” is no amount in euro",
        label: "“{chiave}” wants an amount",
        related: "",
        help: "write the amount as `178.103,20` or `178103.20`",
        explain: "Amounts are read the Italian way (dots for thousands, a comma for cents) or as in the open data.",
    },
};

/// A text that is no share.
pub const PERCENTUALE_NON_LETTA: Code = Code {
    id: "percentuale-non-letta",
    severity: Severity::Error,
    it: Wording {
        message: "«{valore}» non è una percentuale",
        label: "«{chiave}» vuole una percentuale",
        related: "",
        help: "scrivi la percentuale come `12,5 %` o `12.5`",
        explain: "La chiave vuole una percentuale con al massimo due decimali.",
    },
    en: Wording {
        message: "“{valore}” is no percentage",
        label: "“{chiave}” wants a percentage",
        related: "",
        help: "write the percentage as `12,5 %` or `12.5`",
        explain: "The key wants a percentage with two decimals at most.",
    },
};

/// A text that is neither yes nor no.
pub const SI_NO_ATTESO: Code = Code {
    id: "si-no-atteso",
    severity: Severity::Error,
    it: Wording {
        message: "«{valore}» non è né sì né no",
        label: "«{chiave}» vuole `true` o `false`",
        related: "",
        help: "scrivi `true` (sì) o `false` (no)",
        explain: "La chiave si può solo accendere o spegnere.",
    },
    en: Wording {
        message: "“{valore}” is neither yes nor no",
        label: "“{chiave}” wants `true` or `false`",
        related: "",
        help: "write `true` or `false`",
        explain: "The key can only be switched on or off.",
    },
};

/// A tab in the indentation of YAML.
pub const YAML_TABULAZIONE: Code = Code {
    id: "yaml-tabulazione",
    severity: Severity::Error,
    it: Wording {
        message: "il rientro contiene una tabulazione",
        label: "qui",
        related: "",
        help: "sostituisci le tabulazioni con spazi, due per ogni livello",
        explain: "Nell’intestazione i rientri si fanno solo con gli spazi. Negli editor si può impostare «inserisci \
                  spazi» per il tasto Tab.",
    },
    en: Wording {
        message: "the indentation holds a tab",
        label: "here",
        related: "",
        help: "replace tabs with spaces, two for each level",
        explain: "Front matter is indented with spaces only. Editors can be set to insert spaces for the Tab key.",
    },
};

/// Quotes of YAML that do not match.
pub const YAML_VIRGOLETTE: Code = Code {
    id: "yaml-virgolette",
    severity: Severity::Error,
    it: Wording {
        message: "le virgolette non si chiudono come dovrebbero",
        label: "qui",
        related: "",
        help: "chiudi le virgolette che cominciano qui; un testo con un apostrofo sta tra `\"…\"`, uno con le virgolette \
               doppie tra `'…'`; tra le doppie la barra `\\` si scrive due volte",
        explain: "Un testo fra virgolette finisce con le stesse virgolette con cui comincia. Dentro le doppie, la \
                  barra `\\` ha un significato proprio: si scrive `\\\\`.",
    },
    en: Wording {
        message: "the quotes do not close as they should",
        label: "here",
        related: "",
        help: "close the quotes that open here; a text with an apostrophe goes between `\"…\"`, one with double quotes \
               between `'…'`; between double quotes a backslash is written twice",
        explain: "A quoted text ends with the quotes it begins with. Inside double quotes the backslash has a \
                  meaning of its own and is written `\\\\`.",
    },
};

/// A colon that YAML cannot take.
pub const YAML_DUE_PUNTI: Code = Code {
    id: "yaml-due-punti",
    severity: Severity::Error,
    it: Wording {
        message: "qui i due punti non si capiscono",
        label: "qui",
        related: "",
        help: "metti tra virgolette il testo che contiene `:`, e controlla che ogni chiave stia su una riga sua, con \
               `: ` e lo stesso rientro",
        explain: "I due punti con uno spazio separano la chiave dal valore. Un titolo come `Bando: seconda edizione` \
                  va tra virgolette.",
    },
    en: Wording {
        message: "this colon makes no sense here",
        label: "here",
        related: "",
        help: "put a text that holds `:` in quotes, and check that each key has a line of its own, with `: ` and the \
               same indentation",
        explain: "A colon with a space parts the key from its value. A title such as `Call: second edition` needs \
                  quotes.",
    },
};

/// Brackets of YAML that do not match.
pub const YAML_PARENTESI: Code = Code {
    id: "yaml-parentesi",
    severity: Severity::Error,
    it: Wording {
        message: "una parentesi quadra o graffa non si chiude",
        label: "qui",
        related: "",
        help: "chiudi la parentesi, o scrivi una voce per riga con `- `; un testo che comincia con una parentesi va \
               tra virgolette",
        explain: "Gli elenchi brevi si scrivono fra parentesi quadre, con le voci separate da virgole.",
    },
    en: Wording {
        message: "a square or curly bracket is not closed",
        label: "here",
        related: "",
        help: "close the bracket, or write one entry on each line with `- `; a text that begins with a bracket \
               needs quotes",
        explain: "Short lists are written in square brackets, their entries parted by commas.",
    },
};

/// Indentation of YAML that does not fit.
pub const YAML_RIENTRO: Code = Code {
    id: "yaml-rientro",
    severity: Severity::Error,
    it: Wording {
        message: "il rientro di questa riga non torna",
        label: "qui",
        related: "",
        help: "allinea la riga alle sue sorelle: stesse chiavi, stesso numero di spazi",
        explain: "Il rientro dice che cosa appartiene a che cosa: le chiavi dello stesso blocco cominciano tutte \
                  alla stessa colonna.",
    },
    en: Wording {
        message: "the indentation of this line does not fit",
        label: "here",
        related: "",
        help: "align the line with its siblings: the same block, the same number of spaces",
        explain: "Indentation says what belongs to what: the keys of one block all begin at the same column.",
    },
};

/// An alias of YAML.
pub const YAML_ALIAS: Code = Code {
    id: "yaml-alias",
    severity: Severity::Error,
    it: Wording {
        message: "i rimandi YAML (`*nome`) non sono ammessi",
        label: "qui",
        related: "",
        help: "scrivi il valore per esteso; un testo che comincia con `*` o `&` va tra virgolette",
        explain: "Ogni dato deve avere il suo posto nel file, così che si possa dire da dove viene.",
    },
    en: Wording {
        message: "YAML aliases (`*name`) are not taken",
        label: "here",
        related: "",
        help: "write the value in full; a text that begins with `*` or `&` needs quotes",
        explain: "Every fact must have a place of its own in the file, so that one can say where it comes from.",
    },
};

/// A key of YAML that is no text.
pub const YAML_CHIAVE_COMPOSTA: Code = Code {
    id: "yaml-chiave-composta",
    severity: Severity::Error,
    it: Wording {
        message: "una chiave deve essere un testo",
        label: "qui",
        related: "",
        help: "scrivi una sola parola prima dei due punti",
        explain: "YAML ammette elenchi come chiavi; qui non hanno significato.",
    },
    en: Wording {
        message: "a key must be a text",
        label: "here",
        related: "",
        help: "write just one word before the colon",
        explain: "YAML takes lists as keys; here they mean nothing.",
    },
};

/// A second YAML document in one file.
pub const YAML_DUE_DOCUMENTI: Code = Code {
    id: "yaml-due-documenti",
    severity: Severity::Error,
    it: Wording {
        message: "qui comincia un secondo documento YAML",
        label: "qui",
        related: "",
        help: "togli la riga `---`: ogni file ha un solo blocco di dati",
        explain: "Un file contiene un solo documento YAML.",
    },
    en: Wording {
        message: "a second YAML document begins here",
        label: "here",
        related: "",
        help: "remove the `---` line: each file has one block of data",
        explain: "A file holds one YAML document.",
    },
};

/// Any other broken syntax of YAML.
pub const YAML_ERRATO: Code = Code {
    id: "yaml-errato",
    severity: Severity::Error,
    it: Wording {
        message: "la sintassi YAML è errata",
        label: "{motivo}",
        related: "",
        help: "controlla la riga e quella prima; nel dubbio metti il testo tra virgolette",
        explain: "Il punto indicato è il primo che non si capisce: l’errore può stare poco prima.",
    },
    en: Wording {
        message: "broken YAML syntax",
        label: "{motivo}",
        related: "",
        help: "check this line and the one before; when in doubt, put the text in quotes",
        explain: "The place is the first that makes no sense: the mistake may stand a little before it.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &INTESTAZIONE_NON_CHIUSA,
    &CHIAVE_IGNOTA,
    &CHIAVE_DOPPIA,
    &CHIAVE_MANCANTE,
    &TESTO_ATTESO,
    &ELENCO_ATTESO,
    &BLOCCO_ATTESO,
    &PAROLA_IGNOTA,
    &COLONNA_IGNOTA,
    &DATA_NON_LETTA,
    &DATA_SENZA_ANNO,
    &NUMERO_NON_LETTO,
    &IMPORTO_NON_LETTO,
    &PERCENTUALE_NON_LETTA,
    &SI_NO_ATTESO,
    &YAML_TABULAZIONE,
    &YAML_VIRGOLETTE,
    &YAML_DUE_PUNTI,
    &YAML_PARENTESI,
    &YAML_RIENTRO,
    &YAML_ALIAS,
    &YAML_CHIAVE_COMPOSTA,
    &YAML_DUE_DOCUMENTI,
    &YAML_ERRATO,
];
