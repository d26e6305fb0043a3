//! Findings about objectives, their phases, people and indicators.

use crate::diag::{Code, Severity, Wording};

/// The chart of an objective names a phase otherwise than its table.
pub const NOME_FASE_DIVERSO: Code = Code {
    id: "nome-fase-diverso",
    severity: Severity::Note,
    it: Wording {
        message: "il cronoprogramma chiama «{cronoprogramma}» la fase «{fase}»",
        label: "così nel cronoprogramma",
        related: "così nella tabella delle fasi",
        help: "se è un refuso, correggi il nome della fase in `corrections`",
        explain: "La tabella delle fasi e il cronoprogramma dello stesso obiettivo scrivono il nome di una fase in due \
                  modi diversi. Il sito pubblica quello della tabella.",
    },
    en: Wording {
        message: "the chart calls “{cronoprogramma}” the phase “{fase}”",
        label: "so in the chart",
        related: "so in the table of phases",
        help: "if this is a slip, correct the phase's name in `corrections`",
        explain: "The table of phases and the chart of the same objective write the name of a phase in two ways. The \
                  site shows the table's.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[&NOME_FASE_DIVERSO];
