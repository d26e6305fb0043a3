//! Findings about personal data.

use crate::diag::{Code, Severity, Wording};

/// An output that holds a withheld value.
pub const DATO_TRATTENUTO: Code = Code {
    id: "dato-trattenuto",
    severity: Severity::Error,
    it: Wording {
        message: "`{file}` conterrebbe un dato personale che non va pubblicato: «{valore}»",
        label: "",
        related: "",
        help: "toglilo dal testo, dal tema o dal nome del file che lo porta nel sito",
        explain: "Prima di scrivere, vetrina cerca in ogni byte del sito i dati personali che la politica trattiene \
                  (D.Lgs. 33/2013 art. 7-bis; Garante 243/2014, 398/2023, 204/2025). Ne ha trovato uno e non scrive \
                  nulla. `vetrina list --personal` dice che cosa è pubblicato, che cosa no e perché.",
    },
    en: Wording {
        message: "`{file}` would hold a personal datum that must not be published: “{valore}”",
        label: "",
        related: "",
        help: "take it out of the text, the theme or the file name that brings it into the site",
        explain: "Before it writes, vetrina looks in every byte of the site for the personal data that the policy \
                  withholds (D.Lgs. 33/2013 art. 7-bis; Garante 243/2014, 398/2023, 204/2025). It found one and \
                  writes nothing. `vetrina list --personal` says what is published, what is not, and why.",
    },
};

/// A mobile number among the words of an office.
pub const CELLULARE_NEL_TESTO: Code = Code {
    id: "cellulare-nel-testo",
    severity: Severity::Warning,
    it: Wording {
        message: "in questo testo c’è un cellulare: sul sito al suo posto va «[omesso]»",
        label: "",
        related: "",
        help: "scrivi il telefono dell’ufficio; se una norma permette di pubblicarlo, dilla in vetrina.yaml: sotto \
               `privacy`, `contacts: full` e `base_giuridica`",
        explain: "Un cellulare è un dato personale e di solito non serve: chi legge chiama l’ufficio (D.Lgs. 33/2013 \
                  art. 7-bis). Vale per le schede, per le pagine e per le celle di una tabella.",
    },
    en: Wording {
        message: "this text holds a mobile number: a mark such as “[omitted]” stands in its place on the site",
        label: "",
        related: "",
        help: "give the office’s telephone; where a law allows to publish it, name it in vetrina.yaml: `contacts: full` \
               and `base_giuridica` under `privacy`",
        explain: "A mobile number is a personal datum and rarely needed: readers call the office (D.Lgs. 33/2013 \
                  art. 7-bis). This holds for cards, for pages and for the cells of a table.",
    },
};

/// A person's own mailbox among the words of an office.
pub const CASELLA_NEL_TESTO: Code = Code {
    id: "casella-nel-testo",
    severity: Severity::Warning,
    it: Wording {
        message: "in questo testo c’è una casella personale: sul sito al suo posto va «[omesso]»",
        label: "",
        related: "",
        help: "scrivi la casella dell’ufficio; se una norma permette di pubblicarla, dilla in vetrina.yaml: sotto \
               `privacy`, `contacts: full` e `base_giuridica`",
        explain: "Una casella presso un gestore aperto a tutti è di una persona, non dell’ufficio (D.Lgs. 33/2013 art. \
                  7-bis). La casella del sito si dice in vetrina.yaml, `publisher: email`, e quella resta.",
    },
    en: Wording {
        message: "this text holds a person’s own mailbox: a mark such as “[omitted]” stands in its place on the site",
        label: "",
        related: "",
        help: "give the office’s mailbox; where a law allows to publish it, name it in vetrina.yaml: `contacts: full` \
               and `base_giuridica` under `privacy`",
        explain: "A mailbox with a provider open to all is a person’s, not the office’s (D.Lgs. 33/2013 art. 7-bis). \
                  The mailbox of the site is given in vetrina.yaml, `publisher: email`, and that one stays.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[&DATO_TRATTENUTO, &CELLULARE_NEL_TESTO, &CASELLA_NEL_TESTO];
