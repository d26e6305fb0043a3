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

/// The codes of this file.
pub const CODES: &[&Code] = &[&DATO_TRATTENUTO];
