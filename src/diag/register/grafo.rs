//! Findings while drafts are linked: ids, references, corrections.

use crate::diag::{Code, Severity, Wording};

/// A reference by a text that names nothing.
pub const RIFERIMENTO_IGNOTO: Code = Code {
    id: "riferimento-ignoto",
    severity: Severity::Error,
    it: Wording {
        message: "{cosa} «{scritto}» non esiste{dove}",
        label: "{forse}",
        related: "",
        help: "scrivi l'id, il codice o il nome esatto; se sbaglia il documento, correggilo con `corrections` nella \
               pagina della sezione",
        explain: "Un fatto ne nomina un altro che non c'è: né come id, né come codice, né come nome esatto. Il \
                  riferimento resta vuoto, e se il fatto non può farne a meno non viene pubblicato.",
    },
    en: Wording {
        message: "the {cosa} “{scritto}” does not exist{dove}",
        label: "{forse}",
        related: "",
        help: "write the id, the code or the exact name; if the document is wrong, mend it with `corrections` in the \
               section's page",
        explain: "A fact names another one that is not there: neither by id, nor by code, nor by exact name. The \
                  reference stays empty, and a fact that cannot do without it is not published.",
    },
};

/// A reference by a text that names several things.
pub const RIFERIMENTO_AMBIGUO: Code = Code {
    id: "riferimento-ambiguo",
    severity: Severity::Error,
    it: Wording {
        message: "{cosa} «{scritto}» può essere più di una cosa{dove}",
        label: "{forse}",
        related: "questa",
        help: "scrivi l'id; se due cose hanno lo stesso codice o nome per sbaglio, correggilo dove sono scritte",
        explain: "Il codice o il nome scritto è di più cose. Solo l'id dice quale: sta nella colonna `id` dei dati \
                  aperti, e `vetrina list` lo mostra.",
    },
    en: Wording {
        message: "the {cosa} “{scritto}” can be more than one thing{dove}",
        label: "{forse}",
        related: "this one",
        help: "write the id; where two things have one code or name by mistake, mend it where they are written",
        explain: "Several things have this code or name. Only the id tells which one is meant: it stands in the column \
                  `id` of the open data, and `vetrina list` shows it.",
    },
};

/// An id that two editors gave to two things.
pub const ID_RIPETUTO: Code = Code {
    id: "id-ripetuto",
    severity: Severity::Error,
    it: Wording {
        message: "l'id «{id}» è già di un'altra cosa",
        label: "qui di nuovo",
        related: "qui la prima volta",
        help: "scegli un altro id per una delle due",
        explain: "Un id è il nome di una cosa sola della sua tabella, in tutto il sito: indirizzi, correzioni e dati \
                  aperti si fondano su di lui.",
    },
    en: Wording {
        message: "the id “{id}” belongs to another thing already",
        label: "here again",
        related: "here for the first time",
        help: "choose another id for one of the two",
        explain: "An id is the name of one thing of its table on the whole site: addresses, corrections and open data \
                  rest on it.",
    },
};

/// A code that two things of a kind bear in one plan.
pub const CODICE_RIPETUTO: Code = Code {
    id: "codice-ripetuto",
    severity: Severity::Warning,
    it: Wording {
        message: "il codice {di} «{codice}» si ripete nello stesso piano",
        label: "qui di nuovo",
        related: "qui la prima volta",
        help: "dai a uno dei due il codice giusto; se sono la stessa cosa scritta due volte, togline una",
        explain: "Un codice dice di quale cosa si parla: con due cose dello stesso codice, chi cerca ne trova una per                   l’altra, e fasi, indicatori e persone che lo nominano non sanno a quale appartengono.",
    },
    en: Wording {
        message: "the {di} code “{codice}” occurs again in the same plan",
        label: "here again",
        related: "here for the first time",
        help: "give one of the two its right code; if they are one thing written twice, remove one",
        explain: "A code says which thing is meant: where two bear the same, readers take one for the other, and phases,                   indicators and people that name it do not know which they belong to.",
    },
};

/// A fact that stands in no plan.
pub const PIANO_NON_DETTO: Code = Code {
    id: "piano-non-detto",
    severity: Severity::Error,
    it: Wording {
        message: "non si sa a quale piano appartiene",
        label: "manca il piano",
        related: "",
        help: "aggiungi `piano:` con l’id del piano, o metti il file nella cartella del piano",
        explain: "Obiettivi, unità e progetti appartengono a un piano: quello scritto in `piano:`, o quello \
                  descritto dalla sezione in cui sta il file.",
    },
    en: Wording {
        message: "nobody knows which plan it belongs to",
        label: "the plan is missing",
        related: "",
        help: "add `piano:` with the id of the plan, or put the file into the folder of the plan",
        explain: "Objectives, units and projects belong to a plan: the one given as `piano:`, or the one that the \
                  section of the file describes.",
    },
};

/// A plan to compare with that there is not.
pub const CONFRONTO_SENZA_PIANO: Code = Code {
    id: "confronto-senza-piano",
    severity: Severity::Error,
    it: Wording {
        message: "nessun piano ha l'id «{id}», con cui qui si vuole un confronto",
        label: "il più simile: {vicino}",
        related: "",
        help: "copia l'id dalla colonna `id` della tabella `piani`; di un catalogo scrivi la cartella",
        explain: "`supersedes` o `compare` nella sezione di un piano chiede una pagina che dica che cosa è cambiato \
                  rispetto a un altro piano di questo sito, detto con il suo id.",
    },
    en: Wording {
        message: "no plan has the id “{id}”, which this one is to be compared with",
        label: "the nearest: {vicino}",
        related: "",
        help: "copy the id from the column `id` of the table `piani`; of a catalogue write the folder",
        explain: "`supersedes` or `compare` in the section of a plan asks for a page that says what changed from \
                  another plan of this site, named by its id.",
    },
};

/// Two bodies whose names are nearly alike.
pub const ENTI_QUASI_UGUALI: Code = Code {
    id: "enti-quasi-uguali",
    severity: Severity::Note,
    it: Wording {
        message: "«{uno}» e «{altro}» sono forse lo stesso ente",
        label: "qui scritto così",
        related: "qui nell’altro modo",
        help: "se è lo stesso, scrivi il nome sempre uguale, o metti l’altro modo tra gli `altri_nomi` dell’ente",
        explain: "Ogni ente ha una pagina sola. Due nomi che differiscono per una lettera o per l’ordine delle parole \
                  ne fanno due, e quello che l’ente offre resta diviso. Due enti con nomi quasi uguali sono \
                  possibili: il sito non li unisce.",
    },
    en: Wording {
        message: "“{uno}” and “{altro}” are perhaps the same body",
        label: "written so here",
        related: "in the other way here",
        help: "if it is the same, always write the name alike, or put the other way among the body's `altri_nomi`",
        explain: "Every body has one page. Two names that differ in one letter or in the order of words make two, and \
                  what the body offers stands apart. Two bodies with nearly the same name are possible: the site \
                  does not merge them.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &ENTI_QUASI_UGUALI,
    &RIFERIMENTO_IGNOTO,
    &RIFERIMENTO_AMBIGUO,
    &ID_RIPETUTO,
    &CODICE_RIPETUTO,
    &PIANO_NON_DETTO,
    &CONFRONTO_SENZA_PIANO,
];
