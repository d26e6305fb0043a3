//! Findings in `vetrina.yaml` alone.

use crate::diag::{Code, Severity, Wording};

/// A base address that is no web address.
pub const INDIRIZZO_NON_VALIDO: Code = Code {
    id: "indirizzo-non-valido",
    severity: Severity::Error,
    it: Wording {
        message: "«{valore}» non è un indirizzo web",
        label: "deve cominciare con `https://`",
        related: "",
        help: "scrivi l’indirizzo completo, come `https://piani.comune.esempio.it`",
        explain: "L’indirizzo serve per i collegamenti assoluti, i calendari e i dati aperti.",
    },
    en: Wording {
        message: "“{valore}” is no web address",
        label: "must begin with `https://`",
        related: "",
        help: "write the whole address, such as `https://piani.comune.esempio.it`",
        explain: "The address is needed for absolute links, calendars and open data.",
    },
};

/// A theme that is no plain name of a folder.
pub const NOME_DI_CARTELLA: Code = Code {
    id: "nome-di-cartella",
    severity: Severity::Error,
    it: Wording {
        message: "«{valore}» non è il nome di una cartella di `themes/`",
        label: "qui",
        related: "",
        help: "scrivi solo il nome della cartella, senza `/`",
        explain: "I temi stanno nella cartella `themes/` del sito.",
    },
    en: Wording {
        message: "“{valore}” is no name of a folder in `themes/`",
        label: "here",
        related: "",
        help: "write just the name of the folder, without `/`",
        explain: "Themes stand in the folder `themes/` of the site.",
    },
};

/// A level for a code that does not exist.
pub const CODICE_IGNOTO: Code = Code {
    id: "codice-ignoto",
    severity: Severity::Error,
    it: Wording {
        message: "nessun messaggio ha il codice «{chiave}»",
        label: "forse: {vicine}",
        related: "",
        help: "il codice è quello fra parentesi quadre nel messaggio, come in `avviso[righe-non-lette]`",
        explain: "Sotto `levels:` si dà un peso ai messaggi, per codice.",
    },
    en: Wording {
        message: "no message has the code “{chiave}”",
        label: "maybe: {vicine}",
        related: "",
        help: "the code is the one in square brackets in the message, as in `warning[righe-non-lette]`",
        explain: "Below `levels:` messages are given a weight, by code.",
    },
};

/// Personal data opened without a legal basis.
pub const PRIVACY_SENZA_BASE: Code = Code {
    id: "privacy-senza-base",
    severity: Severity::Error,
    it: Wording {
        message: "per pubblicare altri dati personali serve la base giuridica",
        label: "apre dati personali",
        related: "",
        help: "aggiungi `base_giuridica:` con la norma che lo consente, o togli questa riga",
        explain: "I dati personali si pubblicano solo se una norma lo prevede (D.Lgs. 33/2013 art. 7-bis). Senza la \
                  norma il sito resta chiuso: responsabili e recapiti d’ufficio soltanto.",
    },
    en: Wording {
        message: "publishing more personal data needs a legal basis",
        label: "opens personal data",
        related: "",
        help: "add `base_giuridica:` with the law that allows it, or remove this line",
        explain: "Personal data are published only where a law says so (D.Lgs. 33/2013 art. 7-bis). Without it the \
                  site stays closed: heads and office contacts only.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &INDIRIZZO_NON_VALIDO,
    &NOME_DI_CARTELLA,
    &CODICE_IGNOTO,
    &PRIVACY_SENZA_BASE,
];
