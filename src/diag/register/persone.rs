//! Findings about the people of a plan.

use crate::diag::{Code, Severity, Wording};

/// People assigned for longer than the phases last.
pub const PERSONE_OLTRE_LE_FASI: Code = Code {
    id: "persone-oltre-le-fasi",
    severity: Severity::Note,
    it: Wording {
        message: "{quante} {quante#assegnazione|assegnazioni} ({da}–{a}) {quante#va|vanno} oltre il tempo delle fasi ({inizio}–{fine})",
        label: "la prima",
        related: "l'inizio o la fine delle fasi",
        help: "di solito il programma di stampa mette l'anno intero: verifica se è così",
        explain: "Le persone sono assegnate all'obiettivo prima che cominci la prima fase o dopo che è finita \
                  l'ultima.",
    },
    en: Wording {
        message: "{quante} {quante#assignment|assignments} ({da}–{a}) {quante#goes|go} beyond the time of the phases ({inizio}–{fine})",
        label: "the first",
        related: "begin or end of the phases",
        help: "often the printing program puts the whole year: check whether that is so",
        explain: "People are assigned to the objective before its first phase begins or after its last has ended.",
    },
};

/// A person who stands twice in one objective.
pub const PERSONA_RIPETUTA: Code = Code {
    id: "persona-ripetuta",
    severity: Severity::Warning,
    it: Wording {
        message: "persone elencate più volte nello stesso obiettivo ({quante}): {elenco}",
        label: "la prima riga",
        related: "le altre",
        help: "se è la stessa persona, correggi la riga di troppo in `corrections`",
        explain: "Chi è elencato due volte, magari con due ruoli, conta due volte nelle tabelle del personale. Due \
                  persone con lo stesso nome sono possibili: il sito non le unisce.",
    },
    en: Wording {
        message: "people listed more than once in the same objective ({quante}): {elenco}",
        label: "the first row",
        related: "the others",
        help: "if it is the same person, correct the row too many in `corrections`",
        explain: "Whoever is listed twice, perhaps with two roles, counts twice in the tables of staff. Two people \
                  of the same name are possible: the site does not merge them.",
    },
};

/// More effort than a person has.
pub const IMPEGNO_OLTRE_CENTO: Code = Code {
    id: "impegno-oltre-cento",
    severity: Severity::Warning,
    it: Wording {
        message: "a «{persona}» sono chiesti in tutto {somma} % del tempo in {quanti} {quanti#riga|righe}",
        label: "il primo impegno",
        related: "gli altri",
        help: "verifica gli impegni con l'ufficio del personale",
        explain: "La somma degli impegni di una persona nello stesso piano supera il cento per cento.",
    },
    en: Wording {
        message: "“{persona}” is asked for {somma} % of their time in {quanti} {quanti#row|rows}",
        label: "the first effort",
        related: "the others",
        help: "check the efforts with the staff office",
        explain: "The efforts of one person in the same plan are more than a hundred per cent together.",
    },
};

/// Two names that are likely one person's.
pub const NOMI_QUASI_UGUALI: Code = Code {
    id: "nomi-quasi-uguali",
    severity: Severity::Note,
    it: Wording {
        message: "«{uno}» e «{altro}» sono forse la stessa persona",
        label: "così qui",
        related: "così qui",
        help: "se è la stessa persona, correggi il nome sbagliato in `corrections`",
        explain: "I due nomi differiscono per una lettera e non stanno mai nello stesso obiettivo. Il sito non li \
                  unisce.",
    },
    en: Wording {
        message: "“{uno}” and “{altro}” may be one person",
        label: "so here",
        related: "so here",
        help: "if it is one person, correct the wrong name in `corrections`",
        explain: "The two names differ by one letter and never stand in the same objective. The site does not merge \
                  them.",
    },
};

/// A mailbox that is none.
pub const EMAIL_NON_LETTA: Code = Code {
    id: "email-non-letta",
    severity: Severity::Warning,
    it: Wording {
        message: "«{email}» non è un indirizzo di posta elettronica",
        label: "l’indirizzo",
        related: "",
        help: "scrivilo senza spazi, come `segreteria@comune.esempio.it`",
        explain: "Chi legge non potrebbe scrivere a questo indirizzo: manca la chiocciola, o uno spazio lo spezza.",
    },
    en: Wording {
        message: "“{email}” is no e-mail address",
        label: "the address",
        related: "",
        help: "write it without blanks, as in `segreteria@comune.esempio.it`",
        explain: "Nobody could write to this address: the sign `@` is missing, or a blank cuts it in two.",
    },
};

/// A telephone without a number.
pub const TELEFONO_SENZA_NUMERO: Code = Code {
    id: "telefono-senza-numero",
    severity: Severity::Warning,
    it: Wording {
        message: "nel telefono «{telefono}» non c’è un numero",
        label: "il telefono",
        related: "",
        help: "scrivi il numero, come `0547 356402`, o togli la chiave",
        explain: "Chi legge non potrebbe chiamare.",
    },
    en: Wording {
        message: "the telephone “{telefono}” holds no number",
        label: "the telephone",
        related: "",
        help: "write the number, as in `0547 356402`, or take the key away",
        explain: "Nobody could call.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &EMAIL_NON_LETTA,
    &TELEFONO_SENZA_NUMERO,
    &PERSONE_OLTRE_LE_FASI,
    &PERSONA_RIPETUTA,
    &IMPEGNO_OLTRE_CENTO,
    &NOMI_QUASI_UGUALI,
];
