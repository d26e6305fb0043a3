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

/// The weights of indicators and phases are not a whole.
pub const PESI_NON_CENTO: Code = Code {
    id: "pesi-non-cento",
    severity: Severity::Warning,
    it: Wording {
        message: "gli indicatori pesano {indicatori} % e le fasi {fasi} %: insieme {somma} %, non 100 %",
        label: "il peso degli indicatori",
        related: "il peso delle fasi",
        help: "verifica i due pesi con l'ufficio e correggi quello sbagliato in `corrections`",
        explain: "Il risultato di un obiettivo si misura sui suoi indicatori e sulle sue fasi; i due pesi devono \
                  fare insieme cento.",
    },
    en: Wording {
        message: "indicators weigh {indicatori} % and phases {fasi} %: {somma} % together, not 100 %",
        label: "weight of the indicators",
        related: "weight of the phases",
        help: "check both weights with the office and correct the wrong one in `corrections`",
        explain: "An objective is measured by its indicators and its phases; the two weights must make a hundred \
                  together.",
    },
};

/// A weight above a hundred.
pub const PESO_OLTRE_CENTO: Code = Code {
    id: "peso-oltre-cento",
    severity: Severity::Warning,
    it: Wording {
        message: "un peso è di {peso} %: più di 100 %",
        label: "il peso",
        related: "",
        help: "verifica il peso con l’ufficio: è una quota di cento",
        explain: "Il risultato di un obiettivo si misura sui suoi indicatori e sulle sue fasi; i due pesi fanno insieme \
                  cento, e nessuno dei due può superarlo.",
    },
    en: Wording {
        message: "a weight is {peso} %: more than 100 %",
        label: "the weight",
        related: "",
        help: "check the weight with the office: it is a share of a hundred",
        explain: "An objective is measured by its indicators and its phases; the two weights make a hundred together, and \
                  neither can be more.",
    },
};

/// Indicators weigh, but there are none.
pub const PESO_SENZA_INDICATORI: Code = Code {
    id: "peso-senza-indicatori",
    severity: Severity::Warning,
    it: Wording {
        message: "gli indicatori pesano {peso} %, ma «{obiettivo}» non ne ha",
        label: "il peso",
        related: "l'obiettivo",
        help: "aggiungi gli indicatori in una tabella, o chiedi all'ufficio il documento completo",
        explain: "Il documento dà un peso agli indicatori e non ne scrive nessuno: quella parte del risultato non si \
                  può misurare. Un indicatore scritto solo tra le righe della descrizione, senza la parola \
                  «indicatori», non viene riconosciuto.",
    },
    en: Wording {
        message: "indicators weigh {peso} %, but “{obiettivo}” has none",
        label: "the weight",
        related: "the objective",
        help: "add the indicators in a table, or ask the office for the whole document",
        explain: "The document gives indicators a weight and writes none: that part of the result cannot be \
                  measured. An indicator that stands only between the lines of the description, without the word \
                  “indicatori”, is not recognised.",
    },
};

/// Phases weigh, but there are none.
pub const PESO_SENZA_FASI: Code = Code {
    id: "peso-senza-fasi",
    severity: Severity::Warning,
    it: Wording {
        message: "le fasi pesano {peso} %, ma «{obiettivo}» non ne ha",
        label: "il peso",
        related: "l'obiettivo",
        help: "aggiungi le fasi in una tabella, o chiedi all'ufficio il documento completo",
        explain: "Il documento dà un peso alle fasi e non ne elenca nessuna: quella parte del risultato non si può \
                  misurare.",
    },
    en: Wording {
        message: "phases weigh {peso} %, but “{obiettivo}” has none",
        label: "the weight",
        related: "the objective",
        help: "add the phases in a table, or ask the office for the whole document",
        explain: "The document gives phases a weight and lists none: that part of the result cannot be measured.",
    },
};

/// An objective without indicators.
pub const OBIETTIVO_SENZA_INDICATORI: Code = Code {
    id: "obiettivo-senza-indicatori",
    severity: Severity::Note,
    it: Wording {
        message: "{quanti} {quanti#obiettivo|obiettivi} su {tutti} non {quanti#ha|hanno} indicatori",
        label: "il primo",
        related: "anche questo",
        help: "se il documento li riporta altrove, aggiungili in una tabella",
        explain: "Senza indicatori nessuno può dire se l'obiettivo è stato raggiunto.",
    },
    en: Wording {
        message: "{quanti} of {tutti} objectives {quanti#has|have} no indicators",
        label: "the first",
        related: "this one too",
        help: "if the document has them elsewhere, add them in a table",
        explain: "Without indicators nobody can tell whether the objective has been reached.",
    },
};

/// An objective without phases.
pub const OBIETTIVO_SENZA_FASI: Code = Code {
    id: "obiettivo-senza-fasi",
    severity: Severity::Note,
    it: Wording {
        message: "{quanti} {quanti#obiettivo|obiettivi} su {tutti} non {quanti#ha|hanno} fasi",
        label: "il primo",
        related: "anche questo",
        help: "se il documento le riporta altrove, aggiungile in una tabella",
        explain: "Senza fasi l'obiettivo non ha tempi, e non compare nei cronoprogrammi.",
    },
    en: Wording {
        message: "{quanti} of {tutti} objectives {quanti#has|have} no phases",
        label: "the first",
        related: "this one too",
        help: "if the document has them elsewhere, add them in a table",
        explain: "Without phases the objective has no times, and does not show in any chart.",
    },
};

/// An objective that nobody works on.
pub const OBIETTIVO_SENZA_PERSONE: Code = Code {
    id: "obiettivo-senza-persone",
    severity: Severity::Note,
    it: Wording {
        message: "a {quanti} {quanti#obiettivo|obiettivi} su {tutti} non è assegnato nessuno",
        label: "il primo",
        related: "anche questo",
        help: "verifica con l'ufficio se l'elenco delle persone manca o non è previsto",
        explain: "Il documento non elenca le persone che lavorano all'obiettivo.",
    },
    en: Wording {
        message: "nobody is assigned to {quanti} of {tutti} objectives",
        label: "the first",
        related: "this one too",
        help: "ask the office whether the list of people is missing or not intended",
        explain: "The document does not list the people who work on the objective.",
    },
};

/// Phases that end before they begin.
pub const FASE_FINISCE_PRIMA: Code = Code {
    id: "fase-finisce-prima",
    severity: Severity::Warning,
    it: Wording {
        message: "fasi che finiscono prima di cominciare ({quante}): {elenco}",
        label: "la fase",
        related: "anche questa",
        help: "correggi le date in `corrections`",
        explain: "Le due date di una fase sono scambiate o una è sbagliata.",
    },
    en: Wording {
        message: "phases that end before they begin ({quante}): {elenco}",
        label: "the phase",
        related: "this one too",
        help: "correct the dates in `corrections`",
        explain: "The two dates of a phase are swapped, or one is wrong.",
    },
};

/// Phases that leave the time of the plan.
pub const FASE_FUORI_DAL_PIANO: Code = Code {
    id: "fase-fuori-dal-piano",
    severity: Severity::Note,
    it: Wording {
        message: "fasi fuori dal periodo del piano, {inizio}–{fine} ({quante}): {elenco}",
        label: "la fase",
        related: "anche questa",
        help: "se l'obiettivo dura più anni va bene così; altrimenti correggi le date in `corrections`",
        explain: "Una fase comincia prima del piano o finisce dopo. Può essere un obiettivo di più anni, o un anno \
                  scritto male.",
    },
    en: Wording {
        message: "phases outside the time of the plan, {inizio}–{fine} ({quante}): {elenco}",
        label: "the phase",
        related: "this one too",
        help: "nothing to do if the objective runs over several years; else correct the dates in `corrections`",
        explain: "A phase begins before the plan or ends after it. The objective may run over several years, or a \
                  year may be misprinted.",
    },
};

/// Phases that end before the one numbered before them begins.
pub const FASE_PRIMA_DELLA_PRECEDENTE: Code = Code {
    id: "fase-prima-della-precedente",
    severity: Severity::Note,
    it: Wording {
        message: "fasi che finiscono prima che cominci quella che le precede ({quante}): {elenco}",
        label: "la fase",
        related: "quella che la precede",
        help: "verifica l'ordine o le date con l'ufficio",
        explain: "Le fasi sono numerate in ordine, ma una è già finita quando comincia quella col numero prima. Le \
                  fasi che si sovrappongono non sono segnalate.",
    },
    en: Wording {
        message: "phases that end before the one before them begins ({quante}): {elenco}",
        label: "the phase",
        related: "the one before it",
        help: "check order or dates with the office",
        explain: "Phases are numbered in order, but one has ended when the one with the number before it begins. \
                  Phases that overlap are not reported.",
    },
};

/// Numbers of phases with a gap.
pub const NUMERAZIONE_FASI: Code = Code {
    id: "numerazione-fasi",
    severity: Severity::Note,
    it: Wording {
        message: "le fasi sono numerate {numeri}: un numero manca o si ripete",
        label: "dopo il salto",
        related: "prima del salto",
        help: "verifica con l'ufficio se manca una fase",
        explain: "I numeri stampati davanti ai nomi delle fasi non sono di seguito: può mancare una fase.",
    },
    en: Wording {
        message: "phases are numbered {numeri}: a number is missing or comes twice",
        label: "behind the gap",
        related: "before the gap",
        help: "ask the office whether a phase is missing",
        explain: "The numbers printed before the names of the phases do not count up: a phase may be missing.",
    },
};

/// Months that the dates contradict.
pub const CRONOPROGRAMMA_DIVERSO: Code = Code {
    id: "cronoprogramma-diverso",
    severity: Severity::Warning,
    it: Wording {
        message: "mesi segnati nel cronoprogramma e mesi delle date non coincidono ({quante}): {elenco}",
        label: "i mesi segnati",
        related: "le date, o un'altra fase",
        help: "il sito disegna le date: se ha ragione il cronoprogramma, correggile in `corrections`",
        explain: "Il cronoprogramma dell'obiettivo segna mesi diversi da quelli che le date delle fasi coprono.",
    },
    en: Wording {
        message: "months marked in the chart and months of the dates differ ({quante}): {elenco}",
        label: "the months marked",
        related: "the dates, or another phase",
        help: "the site draws the dates: if the chart is right, correct them in `corrections`",
        explain: "The chart of the objective marks other months than the dates of the phases cover.",
    },
};

/// Deadlines in a text that the dates contradict.
pub const TERMINE_DIVERSO: Code = Code {
    id: "termine-diverso",
    severity: Severity::Warning,
    it: Wording {
        message: "termini scritti nel testo e date della tabella non coincidono ({quanti}): {elenco}",
        label: "il termine nel testo",
        related: "la data, o un altro termine",
        help: "verifica quale dei due vale e correggi l'altro in `corrections`",
        explain: "Il titolo, la descrizione o il nome di una fase dice entro quando o in quale mese una cosa va \
                  fatta; la tabella delle fasi dice un altro giorno.",
    },
    en: Wording {
        message: "deadlines in the text and dates of the table differ ({quanti}): {elenco}",
        label: "the deadline in the text",
        related: "the date, or another deadline",
        help: "find out which of the two holds and correct the other in `corrections`",
        explain: "A title, description or name of a phase says by when or in which month a thing is to be done; the \
                  table of phases says another day.",
    },
};

/// One title under several units.
pub const OBIETTIVO_IN_PIU_UNITA: Code = Code {
    id: "obiettivo-in-piu-unita",
    severity: Severity::Note,
    it: Wording {
        message: "«{obiettivo}» è un obiettivo di più unità: {unita}",
        label: "la prima volta",
        related: "di nuovo",
        help: "se le unità lo condividono va bene così; altrimenti verifica dove sta",
        explain: "Lo stesso titolo, senza descrizione, sta sotto unità diverse. Di solito è un obiettivo che le unità \
                  condividono: ognuna ha i suoi indicatori, e nei totali conta una volta per unità.",
    },
    en: Wording {
        message: "“{obiettivo}” is an objective of several units: {unita}",
        label: "the first time",
        related: "again",
        help: "nothing to do if the units share it; else find out where it belongs",
        explain: "The same title, without a description, stands under different units. Most often the units share the \
                  objective: each has its own indicators, and totals count it once for each unit.",
    },
};

/// One objective under two units.
pub const OBIETTIVO_RIPETUTO: Code = Code {
    id: "obiettivo-ripetuto",
    severity: Severity::Warning,
    it: Wording {
        message: "«{obiettivo}» è stampato sotto più unità: {unita}",
        label: "la prima volta",
        related: "di nuovo",
        help: "se è un obiettivo solo, dillo nella pagina: nei totali conta una volta per unità",
        explain: "Lo stesso titolo e la stessa descrizione stanno sotto unità diverse. Chi conta gli obiettivi, le \
                  persone o le fasi li conta più volte.",
    },
    en: Wording {
        message: "“{obiettivo}” is printed under several units: {unita}",
        label: "the first time",
        related: "again",
        help: "if it is one objective, say so on its page: totals count it once for each unit",
        explain: "The same title and description stand under different units. Whoever counts objectives, people or \
                  phases counts them more than once.",
    },
};

/// One indicator with two targets.
pub const VALORI_ATTESI_DIVERSI: Code = Code {
    id: "valori-attesi-diversi",
    severity: Severity::Note,
    it: Wording {
        message: "l'indicatore {testo} ha più valori attesi: {valori}",
        label: "il primo",
        related: "gli altri",
        help: "verifica quale valore vale e correggi l'altro in `corrections`",
        explain: "Lo stesso indicatore dello stesso obiettivo, o di obiettivi con lo stesso titolo, è scritto \
                  più volte con valori attesi diversi.",
    },
    en: Wording {
        message: "the indicator {testo} has several expected values: {valori}",
        label: "the first",
        related: "the others",
        help: "find out which value holds and correct the other in `corrections`",
        explain: "The same indicator of the same objective, or of objectives with the same title, is written more \
                  than once with different expected values.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &NOME_FASE_DIVERSO,
    &PESI_NON_CENTO,
    &PESO_OLTRE_CENTO,
    &PESO_SENZA_INDICATORI,
    &PESO_SENZA_FASI,
    &OBIETTIVO_SENZA_INDICATORI,
    &OBIETTIVO_SENZA_FASI,
    &OBIETTIVO_SENZA_PERSONE,
    &FASE_FINISCE_PRIMA,
    &FASE_FUORI_DAL_PIANO,
    &FASE_PRIMA_DELLA_PRECEDENTE,
    &NUMERAZIONE_FASI,
    &CRONOPROGRAMMA_DIVERSO,
    &TERMINE_DIVERSO,
    &OBIETTIVO_IN_PIU_UNITA,
    &OBIETTIVO_RIPETUTO,
    &VALORI_ATTESI_DIVERSI,
];
