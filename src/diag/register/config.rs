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

/// A waiver that waives nothing.
pub const DEROGA_INUTILE: Code = Code {
    id: "deroga-inutile",
    severity: Severity::Warning,
    it: Wording {
        message: "la deroga a `{codice}` non serve: quel messaggio non c'è",
        label: "deroga",
        related: "",
        help: "togli la deroga; se doveva valere, controlla `about:` e `at:`",
        explain: "Una deroga fa tacere un solo messaggio, per una cosa e fino a un giorno. Quando il messaggio non c'è \
                  più, la deroga resta a nascondere il prossimo: meglio toglierla.",
    },
    en: Wording {
        message: "the waiver of `{codice}` is needless: there is no such message",
        label: "waiver",
        related: "",
        help: "remove the waiver; if it should hold, check `about:` and `at:`",
        explain: "A waiver silences one message, for one thing and up to one day. When the message is gone, the waiver \
                  stays to hide the next one: better to remove it.",
    },
};

/// A waiver whose day has passed.
pub const DEROGA_SCADUTA: Code = Code {
    id: "deroga-scaduta",
    severity: Severity::Warning,
    it: Wording {
        message: "la deroga a `{codice}` è scaduta il {fino}",
        label: "deroga: {motivo}",
        related: "",
        help: "rimedia a quello che il messaggio dice, o rinnova la deroga con un nuovo `until:`",
        explain: "Una deroga vale fino al suo giorno compreso. Dopo, il messaggio torna a farsi sentire.",
    },
    en: Wording {
        message: "the waiver of `{codice}` expired on {fino}",
        label: "waiver: {motivo}",
        related: "",
        help: "mend what the message says, or renew the waiver with a new `until:`",
        explain: "A waiver holds up to and including its day. Afterwards the message is said again.",
    },
};

/// A waiver that names no thing.
pub const DEROGA_SENZA_COSA: Code = Code {
    id: "deroga-senza-cosa",
    severity: Severity::Error,
    it: Wording {
        message: "la deroga non dice per quale cosa vale",
        label: "deroga",
        related: "",
        help: "aggiungi `about:` con l'id della cosa, o `at:` con il file e la riga che il messaggio mostra",
        explain: "Una deroga vale per una cosa sola; per un codice intero c'è `levels:`.",
    },
    en: Wording {
        message: "the waiver does not say which thing it is for",
        label: "waiver",
        related: "",
        help: "add `about:` with the id of the thing, or `at:` with the file and line that the message shows",
        explain: "A waiver is for one thing; for a whole code there is `levels:`.",
    },
};

/// A level or waiver for a code that guards people's data.
pub const PESO_FISSO: Code = Code {
    id: "peso-fisso",
    severity: Severity::Error,
    it: Wording {
        message: "il peso di `{codice}` non si cambia",
        label: "qui",
        related: "",
        help: "togli questa riga, e rimedia a quello che il messaggio dice",
        explain: "Alcuni messaggi proteggono i dati personali: un sito che li fa nascere non si pubblica, qualunque cosa \
                  dicano `levels:` e `waivers:`.",
    },
    en: Wording {
        message: "the weight of `{codice}` cannot be changed",
        label: "here",
        related: "",
        help: "remove this line, and mend what the message says",
        explain: "Some messages guard personal data: a site that provokes them is not published, whatever `levels:` and \
                  `waivers:` say.",
    },
};

/// Settings that do not say what the site is called.
pub const SITO_SENZA_TITOLO: Code = Code {
    id: "sito-senza-titolo",
    severity: Severity::Warning,
    it: Wording {
        message: "le impostazioni non dicono come si chiama il sito",
        label: "manca `title`",
        related: "",
        help: "scrivi `title: …` e, sotto `publisher:`, `name: …`: l’ente che pubblica",
        explain: "Il titolo sta in cima a ogni pagina, nella scheda del browser e nei dati aperti. Senza, al suo posto \
                  si legge «vetrina», e chi arriva non sa di chi sono le pagine.",
    },
    en: Wording {
        message: "the settings do not say what the site is called",
        label: "`title` is missing",
        related: "",
        help: "write `title: …` and, below `publisher:`, `name: …`: the body that publishes",
        explain: "The title stands at the top of every page, on the browser's tab and in the open data. Without it \
                  “vetrina” stands in its place, and visitors do not know whose pages these are.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &INDIRIZZO_NON_VALIDO,
    &SITO_SENZA_TITOLO,
    &NOME_DI_CARTELLA,
    &CODICE_IGNOTO,
    &PRIVACY_SENZA_BASE,
    &DEROGA_INUTILE,
    &DEROGA_SCADUTA,
    &DEROGA_SENZA_COSA,
    &PESO_FISSO,
];
