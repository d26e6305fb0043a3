//! Findings while pages are made: themes and templates.

use crate::diag::{Code, Severity, Wording};

/// A theme that does not exist, or that is its own parent.
pub const TEMA_IGNOTO: Code = Code {
    id: "tema-ignoto",
    severity: Severity::Error,
    it: Wording {
        message: "il tema «{tema}» non esiste o dipende da sé stesso",
        label: "",
        related: "",
        help: "crea la cartella themes/{tema}/, o togli `theme:` da vetrina.yaml per usare il tema di serie",
        explain: "Un tema è una cartella in themes/. Nel suo theme.yaml `parent:` nomina il tema che modifica; la catena \
                  finisce sempre al tema di serie, che è dentro il programma.",
    },
    en: Wording {
        message: "there is no theme “{tema}”, or it depends on itself",
        label: "",
        related: "",
        help: "create the folder themes/{tema}/, or drop `theme:` from vetrina.yaml to use the default theme",
        explain: "A theme is a folder in themes/. `parent:` in its theme.yaml names the theme that it changes; the chain \
                  always ends at the default theme, which is part of the program.",
    },
};

/// A template that cannot be compiled.
pub const MODELLO_NON_VALIDO: Code = Code {
    id: "modello-non-valido",
    severity: Severity::Error,
    it: Wording {
        message: "il modello {modello} non si può usare: {motivo}",
        label: "qui",
        related: "",
        help: "controlla le parentesi, i nomi di filtri e componenti, e che il modello esteso esista",
        explain: "I modelli sono scritti per Tera 2. Un errore di scrittura, un filtro o un componente che non esiste, un \
                  `extends` senza il suo modello impediscono di fare qualunque pagina.",
    },
    en: Wording {
        message: "the template {modello} cannot be used: {motivo}",
        label: "here",
        related: "",
        help: "check brackets, the names of filters and components, and that the extended template exists",
        explain: "Templates are written for Tera 2. A slip in writing, a filter or component that does not exist, an \
                  `extends` without its template keep every page from being made.",
    },
};

/// A template that fails on a page, as with an unknown variable.
pub const MODELLO_NON_RESO: Code = Code {
    id: "modello-non-reso",
    severity: Severity::Error,
    it: Wording {
        message: "il modello {modello}, riga {riga}, non si può riempire: {motivo}",
        label: "questo nome non è tra quelli che il modello riceve",
        related: "",
        help: "controlla il nome: `vetrina schema` elenca le variabili di ogni modello",
        explain: "Un modello vede solo la propria vista: i campi di quella pagina, `page`, `site` e le parole `t`. Una \
                  variabile che non esiste è un errore, non un vuoto, perché una pagina non perda un dato in silenzio.",
    },
    en: Wording {
        message: "the template {modello}, line {riga}, cannot be filled: {motivo}",
        label: "this name is not among those that the template is given",
        related: "",
        help: "check the name: `vetrina schema` lists the variables of every template",
        explain: "A template sees its own view only: the fields of that page, `page`, `site` and the words `t`. A variable \
                  that does not exist is an error, not a blank, so that no page loses a fact in silence.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[&TEMA_IGNOTO, &MODELLO_NON_VALIDO, &MODELLO_NON_RESO];
