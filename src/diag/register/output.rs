//! Findings when the files of the site are made and put into their places.

use crate::diag::{Code, Severity, Wording};

/// Two outputs with one address.
pub const INDIRIZZO_DOPPIO: Code = Code {
    id: "indirizzo-doppio",
    severity: Severity::Error,
    it: Wording {
        message: "due file del sito vogliono lo stesso indirizzo {indirizzo}",
        label: "una nasce qui",
        related: "l'altra nasce qui",
        help: "cambia `slug` in una delle due pagine, o togli la copia: può stare anche in `static/`",
        explain: "A un indirizzo può rispondere una pagina sola: la seconda cancellerebbe la prima. Succede quando due \
                  file hanno lo stesso `slug`, o quando un `aliases` ripete l'indirizzo di una pagina che esiste.",
    },
    en: Wording {
        message: "two files of the site want the same address {indirizzo}",
        label: "one comes from here",
        related: "the other comes from here",
        help: "change the `slug` of one of the pages, or remove the copy: it may stand in `static/` too",
        explain: "Only one page can answer at an address: the second would wipe out the first. It happens when two \
                  files have the same `slug`, or when an `aliases` repeats the address of a page that exists.",
    },
};

/// An output that would stand outside the output folder.
pub const INDIRIZZO_NON_AMMESSO: Code = Code {
    id: "indirizzo-non-ammesso",
    severity: Severity::Error,
    it: Wording {
        message: "l'indirizzo {indirizzo} non si può scrivere nella cartella del sito",
        label: "nasce qui",
        related: "",
        help: "usa lettere minuscole, cifre e trattini; niente `..`, `\\` o `:`",
        explain: "Ogni pagina diventa un file nella cartella di uscita. Un indirizzo che porta fuori dalla cartella, o \
                  che non è un nome di file valido su ogni sistema, è rifiutato.",
    },
    en: Wording {
        message: "the address {indirizzo} cannot be written in the folder of the site",
        label: "comes from here",
        related: "",
        help: "use lower-case letters, digits and hyphens; no `..`, `\\` or `:`",
        explain: "Every page becomes a file in the output folder. An address that leads out of the folder, or that is \
                  no valid file name on every system, is refused.",
    },
};

/// A page that the last build had and this one lacks.
pub const INDIRIZZO_SPARITO: Code = Code {
    id: "indirizzo-sparito",
    severity: Severity::Warning,
    it: Wording {
        message: "la pagina {indirizzo} c'era e non c'è più",
        label: "",
        related: "",
        help: "aggiungi `aliases: [{indirizzo}]` alla pagina che ne prende il posto; se nessuna lo prende, non c'è altro da fare",
        explain: "Chi ha salvato l'indirizzo, o lo ha citato in un atto, troverebbe una pagina che non esiste. Con \
                  `aliases` il vecchio indirizzo porta a quello nuovo. L'avviso compare una volta sola: nella \
                  generazione in cui la pagina sparisce.",
    },
    en: Wording {
        message: "the page {indirizzo} was there and is gone",
        label: "",
        related: "",
        help: "add `aliases: [{indirizzo}]` to the page that takes its place; if none does, nothing is left to do",
        explain: "Whoever kept the address, or quoted it in an act, would find no page. With `aliases` the old address \
                  leads to the new one. The warning appears once: in the build in which the page vanishes.",
    },
};

/// A file of an older build that somebody changed, so it is not removed.
pub const FILE_NON_NOSTRO: Code = Code {
    id: "file-non-nostro",
    severity: Severity::Warning,
    it: Wording {
        message: "il file {file} non fa più parte del sito, ma qualcuno lo ha cambiato e resta dov'è",
        label: "",
        related: "",
        help: "se non serve più, cancellalo a mano",
        explain: "vetrina cancella solo i file che ha scritto e che sono rimasti come li ha scritti.",
    },
    en: Wording {
        message: "the file {file} is no longer part of the site, but somebody changed it and it stays",
        label: "",
        related: "",
        help: "delete it by hand if it is not needed",
        explain: "vetrina only deletes files that it wrote and that are still as it wrote them.",
    },
};

/// A file that could not be made although its facts are in order.
pub const FILE_NON_FATTO: Code = Code {
    id: "file-non-fatto",
    severity: Severity::Error,
    it: Wording {
        message: "il file {file} non si può fare: {motivo}",
        label: "",
        related: "",
        help: "non dipende da ciò che hai scritto: segnala il caso a chi cura vetrina",
        explain: "Un formato aperto (CSV, JSON, calendario) ha rifiutato un valore. Finché succede, il sito già \
                  pubblicato resta com'è.",
    },
    en: Wording {
        message: "the file {file} cannot be made: {motivo}",
        label: "",
        related: "",
        help: "this is not about what you wrote: report the case to whoever keeps vetrina",
        explain: "An open format (CSV, JSON, calendar) refused a value. As long as it does, the published site stays \
                  as it is.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &INDIRIZZO_DOPPIO,
    &INDIRIZZO_NON_AMMESSO,
    &INDIRIZZO_SPARITO,
    &FILE_NON_NOSTRO,
    &FILE_NON_FATTO,
];
