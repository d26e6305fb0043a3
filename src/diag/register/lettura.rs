//! Findings while a document is read, whatever its form.

use crate::diag::{Code, Severity, Wording};

/// Lines of a recognised document that no rule of its reader understood.
pub const RIGHE_NON_LETTE: Code = Code {
    id: "righe-non-lette",
    severity: Severity::Warning,
    it: Wording {
        message: "{righe} {righe#riga del documento non è stata capita|righe del documento non sono state capite}",
        label: "da qui",
        related: "",
        help: "controlla il testo; se è un dato, segnala il caso a chi cura il lettore «{lettore}»",
        explain: "Il documento ha la forma attesa, ma queste righe non corrispondono a nessuna regola del lettore. \
                  Non sono pubblicate in nessuna pagina: restano nel documento leggibile. Niente sparisce in silenzio.",
    },
    en: Wording {
        message: "{righe} {righe#line of the document was|lines of the document were} not understood",
        label: "from here",
        related: "",
        help: "check the text; if it holds a fact, report the case to whoever keeps the reader “{lettore}”",
        explain: "The document has the expected form, but no rule of the reader fits these lines. They are on no page \
                  of the site, only in the readable document. Nothing vanishes in silence.",
    },
};

/// A recognised document in which the reader found nothing.
pub const DOCUMENTO_VUOTO: Code = Code {
    id: "documento-vuoto",
    severity: Severity::Error,
    it: Wording {
        message: "il lettore «{lettore}» non ha trovato nulla in questo documento",
        label: "",
        related: "",
        help: "controlla che il file sia quello giusto, o scegli un altro lettore con `reader:`",
        explain: "Il lettore indicato (o riconosciuto) non ha trovato nessuno dei fatti che la sua forma prevede.",
    },
    en: Wording {
        message: "the reader “{lettore}” found nothing in this document",
        label: "",
        related: "",
        help: "check that this is the right file, or choose another reader with `reader:`",
        explain: "The reader that was named (or recognised) found none of the facts that its form has.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[&RIGHE_NON_LETTE, &DOCUMENTO_VUOTO];
