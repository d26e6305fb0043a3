//! Findings about the units of a plan, in its body and in its index.

use crate::diag::{Code, Severity, Wording};

/// A unit of the index that the body lacks.
pub const UNITA_ANNUNCIATA_MANCANTE: Code = Code {
    id: "unita-annunciata-mancante",
    severity: Severity::Warning,
    it: Wording {
        message: "l'indice annuncia «{codice} - {nome}»{sotto}, ma il documento {fatto}",
        label: "annunciata qui",
        related: "l'unità come sta nel documento",
        help: "chiedi all'ente il documento completo",
        explain: "L'indice elenca un'unità che nel testo non c'è, o non c'è in quel posto: il documento può essere \
                  tagliato, e mancano i suoi obiettivi; oppure l'indice ripete per errore un'unità di un altro settore.",
    },
    en: Wording {
        message: "the index announces “{codice} - {nome}”{sotto}, but the document {fatto}",
        label: "announced here",
        related: "the unit as it stands in the document",
        help: "ask the body for the whole document",
        explain: "The index lists a unit that the text lacks, or lacks in that place: the document may be cut, and its \
                  objectives are missing; or the index repeats a unit of another sector by mistake.",
    },
};

/// A code that index and body spell differently.
pub const CODICE_UNITA_DIVERSO: Code = Code {
    id: "codice-unita-diverso",
    severity: Severity::Note,
    it: Wording {
        message: "l'indice scrive il codice {codice}, il testo {stampato}: «{nome}»",
        label: "così nell'indice",
        related: "così nel testo",
        help: "il sito usa il codice del testo; se è sbagliato, correggilo in `corrections`",
        explain: "La stessa unità ha nell'indice un codice e nel testo un altro. Si riconosce dal nome.",
    },
    en: Wording {
        message: "the index spells the code {codice}, the text {stampato}: “{nome}”",
        label: "so in the index",
        related: "so in the text",
        help: "the site uses the text's code; if that is wrong, correct it in `corrections`",
        explain: "The same unit has one code in the index and another in the text. It is known by its name.",
    },
};

/// A unit that the index leaves out.
pub const UNITA_NON_IN_INDICE: Code = Code {
    id: "unita-non-in-indice",
    severity: Severity::Note,
    it: Wording {
        message: "«{codice} - {nome}» non è nell'indice",
        label: "l'unità",
        related: "",
        help: "verifica se l'indice è completo",
        explain: "Il testo riporta un'unità che l'indice non annuncia.",
    },
    en: Wording {
        message: "“{codice} - {nome}” is not in the index",
        label: "the unit",
        related: "",
        help: "check whether the index is complete",
        explain: "The text has a unit that the index does not announce.",
    },
};

/// A unit that answers for nothing.
pub const UNITA_SENZA_OBIETTIVI: Code = Code {
    id: "unita-senza-obiettivi",
    severity: Severity::Note,
    it: Wording {
        message: "«{codice} - {nome}» non ha obiettivi",
        label: "l'unità",
        related: "",
        help: "se il documento finisce qui, chiedi all'ente quello completo",
        explain: "L'unità è intestata nel documento, ma nessun obiettivo la segue: il documento può essere tagliato.",
    },
    en: Wording {
        message: "“{codice} - {nome}” has no objectives",
        label: "the unit",
        related: "",
        help: "if the document ends here, ask the body for the whole one",
        explain: "The unit is headed in the document, but no objective follows: the document may be cut.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &UNITA_ANNUNCIATA_MANCANTE,
    &CODICE_UNITA_DIVERSO,
    &UNITA_NON_IN_INDICE,
    &UNITA_SENZA_OBIETTIVI,
];
