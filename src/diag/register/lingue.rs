//! Findings about the languages of a site and the translations of its pages.

use crate::diag::{Code, Severity, Wording};

/// A code in `languages` that is none of a language.
pub const LINGUA_IGNOTA: Code = Code {
    id: "lingua-ignota",
    severity: Severity::Error,
    it: Wording {
        message: "«{lingua}» non è il codice di una lingua",
        label: "forse: {vicine}",
        related: "",
        help: "scrivi il codice di due lettere minuscole della norma ISO 639-1: `en` inglese, `de` tedesco, `fr` francese",
        explain: "Sotto `languages:` ogni chiave è il codice di una lingua. Il codice fa l’indirizzo delle pagine (`/en/`) \
                  e dice ai browser e ai lettori di schermo in che lingua è il testo: deve essere quello vero.",
    },
    en: Wording {
        message: "“{lingua}” is no code of a language",
        label: "maybe: {vicine}",
        related: "",
        help: "write the code of two lower-case letters of ISO 639-1: `en` English, `de` German, `fr` French",
        explain: "Below `languages:` every key is the code of a language. The code makes the address of the pages (`/en/`) \
                  and tells browsers and screen readers in which language the text is: it must be the true one.",
    },
};

/// The site's own language among the further ones.
pub const LINGUA_RIPETUTA: Code = Code {
    id: "lingua-ripetuta",
    severity: Severity::Error,
    it: Wording {
        message: "«{lingua}» è già la lingua del sito",
        label: "già scelta con `language:`",
        related: "",
        help: "togli queste righe: sotto `languages:` vanno solo le altre lingue, quella del sito è `language:`",
        explain: "La lingua del sito sta a `/`, le altre sotto il loro codice (`/en/`). Una lingua sta in un posto solo. \
                  Titolo e descrizione nella lingua del sito sono `title:` e `description:` in cima al file.",
    },
    en: Wording {
        message: "“{lingua}” is the site's own language already",
        label: "chosen by `language:` already",
        related: "",
        help: "remove these lines: below `languages:` stand only the further languages, the site's own is `language:`",
        explain: "The site's own language stands at `/`, the others below their codes (`/en/`). A language stands in one \
                  place only. Title and description in the site's own language are `title:` and `description:` at the top.",
    },
};

/// A language for which the theme lacks words.
pub const PAROLE_MANCANTI: Code = Code {
    id: "parole-mancanti",
    severity: Severity::Warning,
    it: Wording {
        message: "al tema mancano {quante} parole su {tutte} in «{lingua}»",
        label: "per esempio: {parole}",
        related: "",
        help: "mettile in `i18n/{lingua}.yaml` nella cartella del tuo tema (`themes/…`); finché mancano, le pagine usano \
               quelle della lingua del sito",
        explain: "Menu, etichette, avvisi sono parole del tema, un file per lingua. Il tema di vetrina ha l’italiano e \
                  l’inglese; per un’altra lingua il file si scrive in un tema proprio. Una parola che manca è presa dalla \
                  lingua del sito: la pagina si legge, ma in due lingue.",
    },
    en: Wording {
        message: "the theme lacks {quante} words of {tutte} in “{lingua}”",
        label: "such as: {parole}",
        related: "",
        help: "put them into `i18n/{lingua}.yaml` in the folder of your theme (`themes/…`); while they are missing, pages use \
               those of the site's own language",
        explain: "Menus, labels, notices are words of the theme, one file for each language. vetrina's theme has Italian and \
                  English; for another language the file is written in a theme of one's own. A word that is missing is taken \
                  from the site's own language: the page can be read, but in two languages.",
    },
};

/// A translation into a language that the site does not have.
pub const LINGUA_NON_DICHIARATA: Code = Code {
    id: "lingua-non-dichiarata",
    severity: Severity::Error,
    it: Wording {
        message: "il nome di questo file dice che è in «{lingua}», ma il sito non ha questa lingua",
        label: "qui",
        related: "",
        help: "aggiungi `{lingua}:` sotto `languages:` di vetrina.yaml, correggi il codice (il sito ha: {note}), o cambia \
               nome al file: {rinomina}",
        explain: "`orari.en.md` è la traduzione inglese di `orari.md`: due lettere minuscole prima di `.md` sono sempre il \
                  codice di una lingua. Perché una traduzione non esca come pagina a sé, né sparisca in silenzio, la lingua \
                  deve essere tra quelle del sito. Il file nella lingua del sito non porta codice.",
    },
    en: Wording {
        message: "the name of this file says that it is in “{lingua}”, but the site does not have this language",
        label: "here",
        related: "",
        help: "add `{lingua}:` below `languages:` in vetrina.yaml, mend the code (the site has: {note}), or give the file \
               another name: {rinomina}",
        explain: "`hours.en.md` is `hours.md` in English: two lower-case letters before `.md` are always the code of a \
                  language. Lest a translation come out as a page of its own, or vanish in silence, the language must be one \
                  of the site's. The file in the site's own language bears no code.",
    },
};

/// A file in the site's own language that bears its code.
pub const CODICE_DI_TROPPO: Code = Code {
    id: "codice-di-troppo",
    severity: Severity::Error,
    it: Wording {
        message: "«{lingua}» è la lingua del sito: il suo file non porta codice",
        label: "qui",
        related: "",
        help: "chiama questo file {rinomina}; se c’è già, tieni uno solo dei due",
        explain: "Il file senza codice è l’originale, nella lingua che `language:` sceglie per il sito; solo le traduzioni \
                  portano il codice della loro lingua, come `orari.en.md`.",
    },
    en: Wording {
        message: "“{lingua}” is the site's own language: its file bears no code",
        label: "here",
        related: "",
        help: "call this file {rinomina}; if there is one already, keep only one of the two",
        explain: "The file without a code is the original, in the language that `language:` chooses for the site; only \
                  translations bear the code of their language, such as `hours.en.md`.",
    },
};

/// A translation of nothing.
pub const TRADUZIONE_SENZA_ORIGINALE: Code = Code {
    id: "traduzione-senza-originale",
    severity: Severity::Error,
    it: Wording {
        message: "questa traduzione non ha l’originale «content/{originale}»",
        label: "qui",
        related: "",
        help: "scrivi l’originale, o dai a questo file il nome di quello che traduce; vicini: {vicine}",
        explain: "Una traduzione ha il nome del suo originale con il codice della lingua prima di `.md`, e sta nella stessa \
                  cartella: `orari.en.md` accanto a `orari.md`. L’originale dice l’indirizzo, la data, le etichette, i fatti.",
    },
    en: Wording {
        message: "this translation lacks its original “content/{originale}”",
        label: "here",
        related: "",
        help: "write the original, or give this file the name of what it translates; near: {vicine}",
        explain: "A translation has the name of its original with the code of the language before `.md`, and stands in the \
                  same folder: `hours.en.md` beside `hours.md`. The original says address, date, tags and facts.",
    },
};

/// A key in a translation that belongs into the original.
pub const CHIAVE_DELL_ORIGINALE: Code = Code {
    id: "chiave-dell-originale",
    severity: Severity::Error,
    it: Wording {
        message: "«{chiave}» non va in una traduzione",
        label: "forse: {vicine}",
        related: "",
        help: "una traduzione ha solo parole: `title`, `description`, `draft`, `extra` e il testo; se «{chiave}» dice un \
               fatto, scrivila nell’originale, il file senza il codice della lingua: vale per tutte le lingue",
        explain: "Date, importi, unità, etichette, indirizzo sono gli stessi in ogni lingua: stanno una volta sola, \
                  nell’originale, così non possono contraddirsi. La traduzione dà le parole.",
    },
    en: Wording {
        message: "“{chiave}” does not belong into a translation",
        label: "maybe: {vicine}",
        related: "",
        help: "a translation has words only: `title`, `description`, `draft`, `extra` and the text; if “{chiave}” states a \
               fact, write it into the original, the file without the code of the language: it holds for all languages",
        explain: "Dates, amounts, units, tags and address are the same in every language: they stand once, in the original, so \
                  that they cannot contradict each other. The translation gives the words.",
    },
};

pub(super) const CODES: &[&Code] = &[
    &LINGUA_IGNOTA,
    &LINGUA_RIPETUTA,
    &PAROLE_MANCANTI,
    &LINGUA_NON_DICHIARATA,
    &CODICE_DI_TROPPO,
    &TRADUZIONE_SENZA_ORIGINALE,
    &CHIAVE_DELL_ORIGINALE,
];
