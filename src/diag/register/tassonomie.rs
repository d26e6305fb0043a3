//! Findings about the tags that editors give.

use crate::diag::{Code, Severity, Wording};

/// A taxonomy that the configuration does not declare.
pub const TASSONOMIA_IGNOTA: Code = Code {
    id: "tassonomia-ignota",
    severity: Severity::Error,
    it: Wording {
        message: "la tassonomia «{nome}» non è dichiarata in vetrina.yaml",
        label: "{forse}",
        related: "",
        help: "correggi il nome, oppure aggiungi `- name: {nome}` sotto `taxonomies`; dichiarate: {dichiarate}",
        explain: "Le parole con cui si classificano schede, obiettivi e pagine stanno in tassonomie (temi, obiettivi \
                  ONU, …) che il sito dichiara in vetrina.yaml, sotto `taxonomies`. Una tassonomia non dichiarata non \
                  ha pagine: chi classifica con quella non lo troverebbe nessuno.",
    },
    en: Wording {
        message: "the taxonomy “{nome}” is not declared in vetrina.yaml",
        label: "{forse}",
        related: "",
        help: "mend the name, or add `- name: {nome}` below `taxonomies`; declared: {dichiarate}",
        explain: "The words that cards, objectives and pages are tagged with stand in taxonomies (topics, goals of the \
                  United Nations, …) that the site declares in vetrina.yaml below `taxonomies`. One that is not \
                  declared has no pages, so nobody would find what is tagged with it.",
    },
};

/// Tags for an id that nothing has.
pub const ETICHETTA_SENZA_OGGETTO: Code = Code {
    id: "etichetta-senza-oggetto",
    severity: Severity::Error,
    it: Wording {
        message: "niente ha l'id «{id}», a cui qui si danno temi",
        label: "{forse}",
        related: "",
        help: "copia l'id dalla colonna `id` dei dati aperti (schede, piani, unita, progetti, obiettivi, enti)",
        explain: "Sotto `tags` ogni voce è l'id di una cosa che la fonte descrive, come nei dati aperti. Se nessuna \
                  cosa ha quell'id, la classificazione andrebbe persa: per questo è un errore.",
    },
    en: Wording {
        message: "nothing has the id “{id}”, which is tagged here",
        label: "{forse}",
        related: "",
        help: "copy the id from the column `id` of the open data (schede, piani, unita, progetti, obiettivi, enti)",
        explain: "Each entry below `tags` is the id of a thing that the source describes, as in the open data. If \
                  nothing has that id, the tags would be lost: so it is an error.",
    },
};

/// A term of the taxonomy `sdg` that is none of the 17 goals.
pub const OBIETTIVO_ONU_IGNOTO: Code = Code {
    id: "obiettivo-onu-ignoto",
    severity: Severity::Error,
    it: Wording {
        message: "«{termine}» non è un obiettivo dell'Agenda 2030",
        label: "qui va un numero da 1 a 17",
        related: "",
        help: "scrivi il numero dell'obiettivo, per esempio `sdg: [4, 11]`",
        explain: "La tassonomia `sdg` raccoglie i 17 obiettivi di sviluppo sostenibile delle Nazioni Unite, ciascuno \
                  detto con il suo numero; il nome ufficiale lo scrive vetrina.",
    },
    en: Wording {
        message: "“{termine}” is no goal of the 2030 Agenda",
        label: "a number from 1 to 17 belongs here",
        related: "",
        help: "write the number of the goal, such as `sdg: [4, 11]`",
        explain: "The taxonomy `sdg` holds the 17 sustainable development goals of the United Nations, each by its \
                  number; vetrina writes the official name.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[&TASSONOMIA_IGNOTA, &ETICHETTA_SENZA_OGGETTO, &OBIETTIVO_ONU_IGNOTO];
