//! Findings about Amministrazione Trasparente.

use crate::diag::{Code, Severity, Wording};

/// A heading that the official list does not have.
pub const RUBRICA_IGNOTA: Code = Code {
    id: "rubrica-ignota",
    severity: Severity::Error,
    it: Wording {
        message: "la sezione «{codice}» di Amministrazione Trasparente non esiste",
        label: "forse {vicino}",
        related: "",
        help: "scrivi il codice della sezione tra virgolette, come in `sezione: \"06.02\"`",
        explain: "Una pagina si archivia in Amministrazione Trasparente con il codice della sezione (D.Lgs. 33/2013, \
                  allegato A): due cifre per il primo livello, altre due dopo un punto per il secondo. La pagina \
                  `/trasparenza/` li elenca tutti.",
    },
    en: Wording {
        message: "the heading “{codice}” of Amministrazione Trasparente does not exist",
        label: "perhaps {vicino}",
        related: "",
        help: "write the code of the heading in quotes, as in `sezione: \"06.02\"`",
        explain: "A page is filed in Amministrazione Trasparente by the code of its heading (D.Lgs. 33/2013, annex A): \
                  two digits for the first level, two more behind a dot for the second. The page `/trasparenza/` \
                  lists them all.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[&RUBRICA_IGNOTA];
