//! Findings about project documents.

use crate::diag::{Code, Severity, Wording};

/// A specimen form in a document: nobody in it is a person of the project.
pub const MODULO_DI_ESEMPIO: Code = Code {
    id: "modulo-di-esempio",
    severity: Severity::Note,
    it: Wording {
        message: "il documento mostra un modulo da compilare: i suoi valori non sono dati del progetto",
        label: "modulo di esempio",
        related: "",
        help: "nulla da fare; se invece sono dati veri, scrivili nel front matter della sezione",
        explain: "Tra le pagine del documento c'è l'immagine di un modulo da compilare, con valori di esempio. Nomi e \
                  importi di un esempio non vengono pubblicati come persone o spese del progetto: restano solo nel \
                  documento leggibile.",
    },
    en: Wording {
        message: "the document shows a form to be filled in: its values are no facts of the project",
        label: "specimen form",
        related: "",
        help: "nothing to do; if they are facts after all, write them in the section's front matter",
        explain: "Among the pages of the document stands the picture of a form to be filled in, with sample values. \
                  Names and amounts of a sample are not published as people or costs of the project: they stay in \
                  the readable document only.",
    },
};

/// A title under which the document has no text.
pub const TITOLO_SENZA_TESTO: Code = Code {
    id: "titolo-senza-testo",
    severity: Severity::Note,
    it: Wording {
        message: "sotto questo titolo il documento non porta testo",
        label: "titolo senza testo",
        related: "",
        help: "guarda la pagina nel documento originale: se è un'immagine, riportane il contenuto nella pagina del sito",
        explain: "La pagina originale aveva forse solo un'immagine o uno schema, che nella conversione in testo si è \
                  perso. Il titolo non è pubblicato da solo.",
    },
    en: Wording {
        message: "the document has no text under this title",
        label: "title without a text",
        related: "",
        help: "look at the page of the original document: if it is a picture, tell what it shows on the site's page",
        explain: "The original page may have held only a picture or a chart, lost in the conversion to text. The title \
                  is not published alone.",
    },
};

/// A next step whose day has no year, in a document that gives none either.
pub const SCADENZA_SENZA_ANNO: Code = Code {
    id: "scadenza-senza-anno",
    severity: Severity::Warning,
    it: Wording {
        message: "non si sa di quale anno è questa scadenza",
        label: "manca l'anno",
        related: "",
        help: "scrivi `anno` o la data del documento nel front matter della sezione",
        explain: "La tabella dei prossimi passi porta giorno e mese. L'anno si ricava dal giorno della riunione, che nel \
                  documento non si trova, o da quanto dice la sezione del sito.",
    },
    en: Wording {
        message: "the year of this deadline is not known",
        label: "the year is missing",
        related: "",
        help: "give `anno` or the document's day in the section's front matter",
        explain: "The table of next steps prints day and month. The year follows from the day of the meeting, which the \
                  document does not give, or from what the section of the site says.",
    },
};

/// The amounts of a partner do not make the total beside them.
pub const SOMMA_PARTNER: Code = Code {
    id: "somma-partner",
    severity: Severity::Warning,
    it: Wording {
        message: "la riga «{partner}» del budget dà {somma} euro, ma il suo totale è {totale}",
        label: "totale stampato",
        related: "importo della riga",
        help: "verifica il documento e correggi l'importo sbagliato in `corrections`",
        explain: "Ogni riga del budget ha in fondo la somma dei suoi importi. Qui la somma non torna: uno degli \
                  importi, o il totale, è sbagliato. Il sito pubblica gli importi come stampati.",
    },
    en: Wording {
        message: "the row “{partner}” of the budget makes {somma} euro, but its total is {totale}",
        label: "printed total",
        related: "amount of the row",
        help: "check the document and correct the wrong amount in `corrections`",
        explain: "Each row of the budget ends with the sum of its amounts. Here it does not add up: one of the \
                  amounts, or the total, is wrong. The site shows the amounts as printed.",
    },
};

/// The partners' amounts of a column do not make the total below them.
pub const SOMMA_COLONNA: Code = Code {
    id: "somma-colonna",
    severity: Severity::Warning,
    it: Wording {
        message: "la colonna «{colonna}» del budget dà {somma} euro, ma il totale stampato è {totale}",
        label: "totale stampato",
        related: "importo di un partner",
        help: "verifica il documento e correggi l'importo sbagliato in `corrections`",
        explain: "L'ultima riga del budget porta la somma di ogni colonna. Qui la somma dei partner non torna: un \
                  importo o il totale è sbagliato. Il sito pubblica gli importi come stampati.",
    },
    en: Wording {
        message: "the column “{colonna}” of the budget makes {somma} euro, but the printed total is {totale}",
        label: "printed total",
        related: "amount of a partner",
        help: "check the document and correct the wrong amount in `corrections`",
        explain: "The last row of the budget prints the sum of each column. Here the partners do not add up to it: \
                  an amount or the total is wrong. The site shows the amounts as printed.",
    },
};

/// One code of an activity with two texts that say different things.
pub const ATTIVITA_DUE_NOMI: Code = Code {
    id: "attivita-due-nomi",
    severity: Severity::Warning,
    it: Wording {
        message: "l'attività {codice} si chiama «{nome}» e anche «{altro}»",
        label: "qui un altro nome",
        related: "il nome pubblicato",
        help: "se uno dei due è un errore, correggilo in `corrections`",
        explain: "Lo stesso codice di attività sta in più punti del documento con testi che dicono cose diverse. Il \
                  sito pubblica il primo nell'ordine: tabella delle attività, elenco, cronoprogramma, gare.",
    },
    en: Wording {
        message: "the activity {codice} is called “{nome}” and also “{altro}”",
        label: "another name here",
        related: "the name on the site",
        help: "if one of the two is a slip, correct it in `corrections`",
        explain: "The same code of an activity stands in several places of the document with texts that say \
                  different things. The site shows the first in this order: table of activities, list, schedule, \
                  tenders.",
    },
};

/// One activity with two periods.
pub const ATTIVITA_DUE_PERIODI: Code = Code {
    id: "attivita-due-periodi",
    severity: Severity::Warning,
    it: Wording {
        message: "l'attività {codice} va da {periodo} ma anche da {altro}",
        label: "qui un altro periodo",
        related: "il periodo pubblicato",
        help: "se uno dei due è un errore, correggilo in `corrections`",
        explain: "Il documento stampa per la stessa attività due periodi diversi. Il sito pubblica il primo \
                  nell'ordine: tabella delle attività, cronoprogramma, gare.",
    },
    en: Wording {
        message: "the activity {codice} lasts {periodo} but also {altro}",
        label: "another period here",
        related: "the period on the site",
        help: "if one of the two is a slip, correct it in `corrections`",
        explain: "The document prints two periods for the same activity. The site shows the first in this order: \
                  table of activities, schedule, tenders.",
    },
};

/// A period that begins after it ends.
pub const PERIODO_AL_CONTRARIO: Code = Code {
    id: "periodo-al-contrario",
    severity: Severity::Warning,
    it: Wording {
        message: "questo periodo comincia dopo la sua fine: {periodo}",
        label: "inizio",
        related: "fine",
        help: "correggi la data sbagliata in `corrections`",
        explain: "La data di inizio è dopo quella di fine. Il sito pubblica le date come stampate, ma un diagramma \
                  non può mostrarle.",
    },
    en: Wording {
        message: "this period begins after its end: {periodo}",
        label: "start",
        related: "end",
        help: "correct the wrong day in `corrections`",
        explain: "The first day comes after the last. The site shows the days as printed, but no chart can show \
                  them.",
    },
};

/// An activity that was due long before the day on which it took place.
pub const ATTIVITA_GIA_SCADUTA: Code = Code {
    id: "attivita-gia-scaduta",
    severity: Severity::Note,
    it: Wording {
        message: "«{attivita}» doveva finire il {fine}, ma il documento la riporta al {giorno}",
        label: "fine prevista",
        related: "dove il documento ne parla",
        help: "se il calendario è cambiato, riporta le date effettive nel monitoraggio",
        explain: "Il documento è il resoconto di questa stessa attività, tenuta più di un mese dopo la fine prevista \
                  dal piano. Non è per forza un errore: il piano può essere slittato.",
    },
    en: Wording {
        message: "“{attivita}” was to end on {fine}, but the document reports it on {giorno}",
        label: "planned end",
        related: "where the document speaks of it",
        help: "if the schedule has changed, give the actual days in the monitoring",
        explain: "The document reports this very activity, held more than a month after the end that the plan sets. \
                  It need not be a slip: the plan may have moved.",
    },
};

/// A table whose last row repeats its first: its columns have moved against each other.
pub const COLONNA_SPOSTATA: Code = Code {
    id: "colonna-spostata",
    severity: Severity::Warning,
    it: Wording {
        message: "l'ultima riga ripete «{indicatore}» della prima con un altro valore ({primo}, poi {secondo}): i valori sembrano spostati di una riga",
        label: "ultima riga",
        related: "prima riga",
        help: "confronta la tabella con l'originale e correggi i valori in `corrections`",
        explain: "Nella tabella degli indicatori il testo della prima riga torna nell'ultima con un valore diverso: \
                  di solito la colonna dei testi è scivolata di una riga rispetto a quella dei valori, e ogni valore \
                  sta accanto all'indicatore sbagliato. Il sito pubblica la tabella come stampata.",
    },
    en: Wording {
        message: "the last row repeats “{indicatore}” of the first with another target ({primo}, then {secondo}): the targets seem to have moved by a row",
        label: "last row",
        related: "first row",
        help: "compare the table with the original and correct the targets in `corrections`",
        explain: "In the table of indicators the text of the first row comes again in the last with another target: \
                  usually the column of texts has slipped by a row against that of the targets, and each target \
                  stands beside the wrong indicator. The site shows the table as printed.",
    },
};

/// One indicator with two targets.
pub const INDICATORE_DUE_VALORI: Code = Code {
    id: "indicatore-due-valori",
    severity: Severity::Warning,
    it: Wording {
        message: "l'indicatore «{indicatore}» è stampato due volte con valori diversi: {primo} e {secondo}",
        label: "secondo valore",
        related: "primo valore",
        help: "verifica quale vale e correggi l'altro in `corrections`",
        explain: "Lo stesso testo sta in due righe con due valori attesi. Una delle due righe ha forse il testo di \
                  un'altra.",
    },
    en: Wording {
        message: "the indicator “{indicatore}” is printed twice with different targets: {primo} and {secondo}",
        label: "second target",
        related: "first target",
        help: "check which one holds and correct the other in `corrections`",
        explain: "The same text stands in two rows with two targets. One of the rows may have the text of another.",
    },
};

/// An indicator that counts something and expects a yes or no, beside a row with a number.
pub const VALORE_INCOERENTE: Code = Code {
    id: "valore-incoerente",
    severity: Severity::Warning,
    it: Wording {
        message: "«{indicatore}» conta qualcosa, ma il valore atteso è «{valore}»; il numero sta nella riga sotto ({vicino})",
        label: "non è un numero",
        related: "valore della riga sotto",
        help: "confronta la tabella con l'originale e correggi i valori in `corrections`",
        explain: "Un indicatore che conta o misura vuole un numero. Qui aspetta un sì o un no, mentre la riga sotto \
                  ha un numero: forse i valori sono spostati di una riga.",
    },
    en: Wording {
        message: "“{indicatore}” counts something, but its target is “{valore}”; the number stands in the row below ({vicino})",
        label: "no number",
        related: "target of the row below",
        help: "compare the table with the original and correct the targets in `corrections`",
        explain: "An indicator that counts or measures wants a number. This one expects a yes or no, while the row \
                  below has a number: the targets may have moved by a row.",
    },
};

/// A family name that the address spells otherwise.
pub const NOME_IN_DUE_GRAFIE: Code = Code {
    id: "nome-in-due-grafie",
    severity: Severity::Note,
    it: Wording {
        message: "il cognome di {nome} è scritto in un altro modo nell'indirizzo {indirizzo}",
        label: "così nell'indirizzo",
        related: "così nella tabella",
        help: "verifica nome e indirizzo: un messaggio potrebbe non arrivare",
        explain: "Il nome stampato e l'indirizzo di posta della stessa persona differiscono di una o due lettere: \
                  uno dei due è un refuso. Il sito li pubblica come stampati, secondo la riservatezza scelta.",
    },
    en: Wording {
        message: "the family name of {nome} is spelt otherwise in the address {indirizzo}",
        label: "so in the address",
        related: "so in the table",
        help: "check name and address: a message might not arrive",
        explain: "The printed name and the address of the same person differ by a letter or two: one of them is a \
                  slip. The site shows them as printed, as far as its privacy policy allows.",
    },
};

/// A project without its CUP.
pub const CUP_MANCANTE: Code = Code {
    id: "cup-mancante",
    severity: Severity::Note,
    it: Wording {
        message: "il documento non riporta il CUP di questo progetto",
        label: "progetto senza CUP",
        related: "",
        help: "scrivi `cup` nel front matter della sezione",
        explain: "Ogni progetto di investimento pubblico ha un codice unico (CUP). L'elenco annuale dei progetti \
                  finanziati deve riportarlo (legge 3/2003, art. 11, comma 2-quater).",
    },
    en: Wording {
        message: "the document does not give the CUP of this project",
        label: "project without a CUP",
        related: "",
        help: "give `cup` in the section's front matter",
        explain: "Every public investment project has a unique code (CUP). The yearly list of funded projects must \
                  give it (law 3/2003, art. 11, par. 2-quater).",
    },
};

/// A CUP that cannot be right.
pub const CUP_NON_VALIDO: Code = Code {
    id: "cup-non-valido",
    severity: Severity::Warning,
    it: Wording {
        message: "«{cup}» non è un CUP",
        label: "codice non valido",
        related: "",
        help: "controlla il codice: quindici caratteri, una lettera, due cifre, una lettera, undici cifre",
        explain: "Il CUP ha quindici caratteri: una lettera, due cifre per l'anno, una lettera, undici cifre. Con un \
                  codice sbagliato il progetto non si ritrova nelle banche dati pubbliche.",
    },
    en: Wording {
        message: "“{cup}” is no CUP",
        label: "not a valid code",
        related: "",
        help: "check the code: fifteen characters, a letter, two digits, a letter, eleven digits",
        explain: "A CUP has fifteen characters: a letter, two digits of the year, a letter, eleven digits. With a \
                  wrong code the project cannot be found in the public data bases.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &MODULO_DI_ESEMPIO,
    &TITOLO_SENZA_TESTO,
    &SCADENZA_SENZA_ANNO,
    &SOMMA_PARTNER,
    &SOMMA_COLONNA,
    &ATTIVITA_DUE_NOMI,
    &ATTIVITA_DUE_PERIODI,
    &PERIODO_AL_CONTRARIO,
    &ATTIVITA_GIA_SCADUTA,
    &COLONNA_SPOSTATA,
    &INDICATORE_DUE_VALORI,
    &VALORE_INCOERENTE,
    &NOME_IN_DUE_GRAFIE,
    &CUP_MANCANTE,
    &CUP_NON_VALIDO,
];
