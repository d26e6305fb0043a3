//! Findings about editors' corrections and monitoring.

use crate::diag::{Code, Severity, Wording};

/// A correction or a line of monitoring whose id names nothing.
pub const CORREZIONE_SENZA_OGGETTO: Code = Code {
    id: "correzione-senza-oggetto",
    severity: Severity::Error,
    it: Wording {
        message: "niente ha l'id «{id}», che qui si vuole correggere o completare",
        label: "{forse}",
        related: "",
        help: "copia l'id dalla colonna `id` dei dati aperti; una riga senza id si chiama come `<id>#<tabella>-<n>`",
        explain: "Una correzione o un monitoraggio vale per una cosa sola, detta con il suo id. Se nessuna cosa ha \
                  quell'id, quello che l'editore voleva dire andrebbe perso: per questo è un errore. Le righe di una \
                  tabella senza id (disponibilita, calendario, assegnazioni, bilancio, partner, scadenze) si chiamano \
                  con l'id della cosa a cui appartengono, il nome della tabella e il posto tra le sue righe da 1: \
                  `comune-di-cesena-1#disponibilita-3`.",
    },
    en: Wording {
        message: "nothing has the id “{id}”, which is to be corrected or completed here",
        label: "{forse}",
        related: "",
        help: "copy the id from the column `id` of the open data; a row without an id is called `<id>#<table>-<n>`",
        explain: "A correction or a line of monitoring is about one thing, named by its id. If nothing has that id, \
                  what the editor meant would be lost: so it is an error. Rows of a table without ids \
                  (disponibilita, calendario, assegnazioni, bilancio, partner, scadenze) go by the id of the thing \
                  they belong to, the table's name and the ordinal among its rows from 1: \
                  `comune-di-cesena-1#disponibilita-3`.",
    },
};

/// A correction of a column that the table does not have.
pub const CAMPO_IGNOTO: Code = Code {
    id: "campo-ignoto",
    severity: Severity::Error,
    it: Wording {
        message: "la tabella `{tabella}` non ha un campo «{campo}» da correggere",
        label: "{forse}",
        related: "",
        help: "i campi sono: {campi}",
        explain: "Il campo di una correzione è il nome di una colonna dei dati aperti. Non si correggono `id`, `url` e \
                  le colonne di provenienza, che vetrina scrive da sé.",
    },
    en: Wording {
        message: "the table `{tabella}` has no column “{campo}” to correct",
        label: "{forse}",
        related: "",
        help: "the columns are: {campi}",
        explain: "The column of a correction is named as in the open data. `id`, `url` and the columns of provenance \
                  are not corrected: vetrina writes them itself.",
    },
};

/// A correction whose words cannot stand in their column.
pub const VALORE_ILLEGGIBILE: Code = Code {
    id: "correzione-illeggibile",
    severity: Severity::Error,
    it: Wording {
        message: "«{valore}» non può stare nel campo `{campo}` della tabella `{tabella}`",
        label: "",
        related: "",
        help: "scrivi una data come `5 settembre 2024`, un importo come `1.234,56`, una voce come nei dati aperti",
        explain: "Il valore di una correzione è letto come nei documenti: date, importi e percentuali all'italiana o \
                  nel formato dei dati aperti; dove la colonna ammette solo certe parole, una di quelle.",
    },
    en: Wording {
        message: "“{valore}” cannot stand in the column `{campo}` of the table `{tabella}`",
        label: "",
        related: "",
        help: "write a day like `5 settembre 2024`, an amount like `1.234,56`, a word as the open data spell it",
        explain: "The value of a correction is read as in documents: days, amounts and shares in Italian or in the \
                  format of the open data; where the column admits certain words only, one of those.",
    },
};

/// A correction that the source has meanwhile made needless.
pub const CORREZIONE_SUPERFLUA: Code = Code {
    id: "correzione-superflua",
    severity: Severity::Warning,
    it: Wording {
        message: "il campo `{campo}` di «{id}» dice già «{valore}»",
        label: "questa correzione non serve più",
        related: "qui è già così",
        help: "togli la correzione",
        explain: "Il documento ora dice quello che la correzione voleva. Tolta, il dato torna a citare il documento.",
    },
    en: Wording {
        message: "the column `{campo}` of “{id}” says “{valore}” already",
        label: "this correction is no longer needed",
        related: "here it is so already",
        help: "remove the correction",
        explain: "The document now says what the correction wanted. Without it, the fact cites the document again.",
    },
};

/// Monitoring says the same thing twice.
pub const MONITORAGGIO_RIPETUTO: Code = Code {
    id: "monitoraggio-ripetuto",
    severity: Severity::Warning,
    it: Wording {
        message: "il monitoraggio dice due volte `{campo}` di «{id}»",
        label: "qui di nuovo, e dice lo stesso",
        related: "già detto qui",
        help: "togli una delle due righe",
        explain: "Il monitoraggio si scrive in `monitoring` nella pagina della sezione o nella tabella `monitoraggio` \
                  accanto a essa. Basta dire una cosa una volta: se cambia, si cambia in un posto solo.",
    },
    en: Wording {
        message: "the monitoring says `{campo}` of “{id}” twice",
        label: "here again, and the same",
        related: "said here already",
        help: "remove one of the two lines",
        explain: "Monitoring is written under `monitoring` in the section's page or in the table `monitoraggio` \
                  beside it. A thing is said once: when it changes, it changes in one place.",
    },
};

/// Monitoring says two things of one.
pub const MONITORAGGIO_DISCORDE: Code = Code {
    id: "monitoraggio-discorde",
    severity: Severity::Error,
    it: Wording {
        message: "il monitoraggio dice due cose diverse per `{campo}` di «{id}»",
        label: "qui un valore",
        related: "qui un altro",
        help: "stabilisci qual è quello giusto e togli l’altro",
        explain: "La pagina della sezione e la tabella accanto a essa, o due righe della stessa tabella, non sono \
                  d’accordo. Pubblicare uno dei due valori a caso farebbe torto a chi legge.",
    },
    en: Wording {
        message: "the monitoring says two different things for `{campo}` of “{id}”",
        label: "here one value",
        related: "here another",
        help: "find out which is right and remove the other",
        explain: "The section's page and the table beside it, or two rows of one table, disagree. To publish one of \
                  the two values at random would wrong the reader.",
    },
};

/// Monitoring says of a phase what only an indicator has, or the other way round.
pub const MONITORAGGIO_FUORI_POSTO: Code = Code {
    id: "monitoraggio-fuori-posto",
    severity: Severity::Warning,
    it: Wording {
        message: "«{id}» non ha un campo `{campo}`: quello che è scritto qui non si pubblica",
        label: "non ha dove stare",
        related: "",
        help: "di una fase si scrivono `inizio_effettivo` e `fine_effettiva`, di un indicatore `valore_raggiunto` e `nota`",
        explain: "Una fase comincia e finisce; un indicatore raggiunge un valore. I campi sono le colonne delle \
                  tabelle `fasi` e `indicatori` dei dati aperti.",
    },
    en: Wording {
        message: "“{id}” has no column `{campo}`: what stands here is not published",
        label: "has no place",
        related: "",
        help: "of a phase give `inizio_effettivo` and `fine_effettiva`, of an indicator `valore_raggiunto` and `nota`",
        explain: "A phase begins and ends; an indicator reaches a value. The columns are those of the tables `fasi` \
                  and `indicatori` of the open data.",
    },
};

/// A line of monitoring that is not about one thing.
pub const MONITORAGGIO_SENZA_OGGETTO: Code = Code {
    id: "monitoraggio-senza-oggetto",
    severity: Severity::Error,
    it: Wording {
        message: "una riga di monitoraggio parla di una fase o di un indicatore, e questa {quanti}",
        label: "di che cosa parla?",
        related: "",
        help: "scrivi una sola cosa: `id`, oppure `fase` o `indicatore` con l’id o il nome esatto, e `obiettivo` se il \
               nome c’è in più obiettivi",
        explain: "Ogni riga dice come è andata una cosa sola: la si nomina con l’id (colonna `id`), o con il nome della \
                  fase o il testo dell’indicatore. Lo stesso nome può stare in più obiettivi: la colonna `obiettivo` \
                  dice in quale.",
    },
    en: Wording {
        message: "a line of monitoring is about one phase or one indicator, and {quanti}",
        label: "what is it about?",
        related: "",
        help: "name one thing: `id`, or `fase` or `indicatore` with its id or exact name, and `obiettivo` if several \
               objectives have the name",
        explain: "Each line says how one thing went: named by its id (column `id`), or by the name of the phase or the \
                  text of the indicator. Several objectives may have the same name: the column `obiettivo` says which.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &CORREZIONE_SENZA_OGGETTO,
    &CAMPO_IGNOTO,
    &VALORE_ILLEGGIBILE,
    &CORREZIONE_SUPERFLUA,
    &MONITORAGGIO_RIPETUTO,
    &MONITORAGGIO_DISCORDE,
    &MONITORAGGIO_FUORI_POSTO,
    &MONITORAGGIO_SENZA_OGGETTO,
];
