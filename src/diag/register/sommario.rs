//! Findings about summaries, the cards that they announce, and the codes that tell what belongs where.

use crate::diag::{Code, Severity, Wording};

/// A total of a summary is not the sum of the budgets announced under it.
pub const TOTALE_DIVERSO: Code = Code {
    id: "totale-diverso",
    severity: Severity::Warning,
    it: Wording {
        message: "il totale {cosa} è {totale} €, ma i budget che riassume fanno {somma} €",
        label: "totale stampato",
        related: "entra nella somma",
        help: "verifica quale importo è giusto; correggi il budget in `corrections`, o segnala il totale a chi ha \
               stampato il piano",
        explain: "Il riepilogo di un centro stampa un totale per ogni livello. Questo non è la somma dei budget dei \
                  prodotti e progetti elencati sotto lo stesso livello: uno dei due importi è sbagliato, e chi legge \
                  non sa quale.",
    },
    en: Wording {
        message: "the total {cosa} is {totale} €, but the budgets that it sums up make {somma} €",
        label: "total as printed",
        related: "part of the sum",
        help: "find out which amount is right; correct the budget in `corrections`, or tell whoever printed the \
               plan about the total",
        explain: "The summary of a centre prints a total for each level. This one is not the sum of the budgets of \
                  the products and projects listed under the same level: one of the two is wrong, and a reader \
                  cannot tell which.",
    },
};

/// A share of a summary is not the part of the centre's total that its amount is.
pub const QUOTA_DIVERSA: Code = Code {
    id: "quota-diversa",
    severity: Severity::Warning,
    it: Wording {
        message: "la quota {cosa} è {quota} %, ma {importo} € su {totale} € fanno {attesa} %",
        label: "quota stampata",
        related: "totale del centro",
        help: "verifica su quale totale è calcolata la quota; se è un errore, correggi la percentuale in `corrections`",
        explain: "La percentuale di assorbimento è la parte del totale del centro che un importo rappresenta. Questa \
                  percentuale non segue dagli importi stampati nello stesso riepilogo (uno scarto di un centesimo, \
                  dovuto all'arrotondamento, non è segnalato).",
    },
    en: Wording {
        message: "the share {cosa} is {quota} %, but {importo} € of {totale} € are {attesa} %",
        label: "share as printed",
        related: "total of the centre",
        help: "find out which total the share was taken of; if it is a slip, correct the percentage in `corrections`",
        explain: "The share is the part of the centre's total that an amount is. This one does not follow from the \
                  amounts printed in the same summary (a difference of one hundredth, from rounding, is not \
                  reported).",
    },
};

/// The budget that a summary announces is not what the card spends.
pub const SPESA_DIVERSA: Code = Code {
    id: "spesa-diversa",
    severity: Severity::Warning,
    it: Wording {
        message: "il riepilogo assegna a {codice} {budget} €, ma la sua scheda prevede spese per {spesa} €",
        label: "budget nel riepilogo",
        related: "spese nella scheda",
        help: "verifica quale importo è stato approvato e correggi l'altro in `corrections`",
        explain: "Il riepilogo del centro annuncia il budget di ogni prodotto o progetto; la scheda ne elenca le \
                  voci di spesa. I due importi devono essere uguali.",
    },
    en: Wording {
        message: "the summary gives {codice} {budget} €, but its card plans to spend {spesa} €",
        label: "budget in the summary",
        related: "expenditure in the card",
        help: "find out which amount was approved and correct the other in `corrections`",
        explain: "The summary of the centre announces the budget of each product or project; the card lists its \
                  lines of expenditure. The two amounts must be the same.",
    },
};

/// A budget is not the sum of the expenses listed beside it.
pub const BUDGET_DIVERSO: Code = Code {
    id: "budget-diverso",
    severity: Severity::Note,
    it: Wording {
        message: "il budget di {codice} è {budget} €, ma le sue voci di spesa fanno {spesa} €",
        label: "budget",
        related: "la prima voce di spesa",
        help: "se le voci ci sono tutte, correggi l’importo sbagliato; se ne mancano, aggiungile",
        explain: "La pagina mostra il budget e, sotto, le voci di spesa con il loro totale. Chi legge due importi \
                  diversi non sa quale è stato approvato.",
    },
    en: Wording {
        message: "the budget of {codice} is {budget} €, but its lines of expenditure make {spesa} €",
        label: "budget",
        related: "the first line of expenditure",
        help: "if all lines are there, mend the wrong amount; if some are missing, add them",
        explain: "The page shows the budget and, below, the lines of expenditure with their total. Readers who see \
                  two amounts do not know which was approved.",
    },
};

/// A total of a card is not the sum of its budget lines.
pub const TOTALE_SCHEDA_DIVERSO: Code = Code {
    id: "totale-scheda-diverso",
    severity: Severity::Warning,
    it: Wording {
        message: "il totale {cosa} di {codice} è {totale} €, ma le voci fanno {somma} €",
        label: "totale stampato",
        related: "voce della somma",
        help: "cerca la voce mancante o sbagliata e correggila in `corrections`",
        explain: "Sotto le voci di bilancio la scheda stampa un totale per colonna. Questo non è la somma delle voci \
                  lette: una voce manca, sta nella colonna sbagliata o ha un importo sbagliato.",
    },
    en: Wording {
        message: "the total {cosa} of {codice} is {totale} €, but its lines make {somma} €",
        label: "total as printed",
        related: "line of the sum",
        help: "look for the line that is missing or wrong and correct it in `corrections`",
        explain: "Below its budget lines the card prints a total for each column. This one is not the sum of the \
                  lines read: a line is missing, stands in the wrong column or has a wrong amount.",
    },
};

/// A summary announces a product or project that has no card.
pub const SCHEDA_MANCANTE: Code = Code {
    id: "scheda-mancante",
    severity: Severity::Warning,
    it: Wording {
        message: "{codice} «{titolo}» è annunciato nel riepilogo, ma la sua scheda non c'è",
        label: "annunciato qui",
        related: "",
        help: "chiedi la scheda a chi ha stampato il piano; fino ad allora la pagina mostra solo ciò che dice il \
               riepilogo",
        explain: "Il riepilogo del centro elenca questo prodotto o progetto, ma nel documento non segue nessuna \
                  scheda con il suo codice: obiettivi, indicatori e persone non si conoscono.",
    },
    en: Wording {
        message: "{codice} “{titolo}” is announced in the summary, but it has no card",
        label: "announced here",
        related: "",
        help: "ask whoever printed the plan for the card; until then its page shows only what the summary says",
        explain: "The summary of the centre lists this product or project, but no card with its code follows in the \
                  document: its objectives, indicators and people are not known.",
    },
};

/// A card has a code that no summary announces.
pub const SCHEDA_NON_ANNUNCIATA: Code = Code {
    id: "scheda-non-annunciata",
    severity: Severity::Warning,
    it: Wording {
        message: "la scheda {codice} «{titolo}» non è annunciata in nessun riepilogo",
        label: "questa scheda",
        related: "",
        help: "verifica il codice; se la scheda è giusta, il riepilogo del centro è incompleto",
        explain: "Ogni scheda dovrebbe stare nel riepilogo del suo centro, con budget e quota. Questa non c'è: o il \
                  codice è diverso, o il riepilogo non è aggiornato.",
    },
    en: Wording {
        message: "the card {codice} “{titolo}” is announced in no summary",
        label: "this card",
        related: "",
        help: "check the code; if the card is right, the centre's summary is incomplete",
        explain: "Each card should stand in the summary of its centre, with budget and share. This one does not: \
                  either its code differs or the summary is out of date.",
    },
};

/// A card and the summary that announces it have different titles.
pub const TITOLO_DIVERSO: Code = Code {
    id: "titolo-diverso",
    severity: Severity::Warning,
    it: Wording {
        message: "{codice} si chiama «{titolo}» nella scheda e «{annunciato}» nel riepilogo",
        label: "titolo nella scheda",
        related: "titolo nel riepilogo",
        help: "scegli il titolo giusto; se è quello del riepilogo, scrivilo in `corrections`",
        explain: "Lo stesso prodotto o progetto ha due titoli. Il sito pubblica quello della scheda. Maiuscole, \
                  spazi e punteggiatura non contano; se cambiano solo gli accenti è una nota.",
    },
    en: Wording {
        message: "{codice} is called “{titolo}” in its card and “{annunciato}” in the summary",
        label: "title in the card",
        related: "title in the summary",
        help: "choose the right title; if it is the summary's, write it in `corrections`",
        explain: "The same product or project has two titles. The site shows the card's. Case, spaces and \
                  punctuation do not count; where only accents differ it is a note.",
    },
};

/// A card refers to another strategic line than the summary.
pub const LINEA_DIVERSA: Code = Code {
    id: "linea-strategica-diversa",
    severity: Severity::Warning,
    it: Wording {
        message: "la scheda {codice} fa riferimento a «{scheda}», il riepilogo la mette sotto «{riepilogo}»",
        label: "riferimento nella scheda",
        related: "riga del riepilogo",
        help: "verifica a quale linea strategica appartiene e correggi `linea_strategica` in `corrections`",
        explain: "Scheda e riepilogo indicano indirizzo, obiettivo strategico e azione; qui non coincidono. Il sito \
                  segue il riepilogo. Se cambiano solo gli accenti è una nota.",
    },
    en: Wording {
        message: "the card {codice} refers to “{scheda}”, the summary sets it under “{riepilogo}”",
        label: "reference in the card",
        related: "row of the summary",
        help: "find out which strategic line it belongs to and correct `linea_strategica` in `corrections`",
        explain: "Card and summary name direction, strategic goal and action; here they differ. The site follows the \
                  summary. Where only accents differ it is a note.",
    },
};

/// An objective or indicator has the code of something else than what it stands under.
pub const CODICE_FUORI_POSTO: Code = Code {
    id: "codice-fuori-posto",
    severity: Severity::Warning,
    it: Wording {
        message: "{cosa} {codice} sta sotto {sotto}, ma il suo codice non ne fa parte",
        label: "codice",
        related: "sta sotto questo, o appartiene a questo",
        help: "verifica se è al posto sbagliato o se il codice è un refuso, e correggi il codice in `corrections`",
        explain: "I codici dicono di che cosa fa parte una voce: 2024_OB_0411_1 è il primo obiettivo di \
                  2024_PD_0411, M_0411_1_2 il suo secondo indicatore. Qui il codice rimanda ad altro, oppure a nulla \
                  che ci sia nel piano.",
    },
    en: Wording {
        message: "{cosa} {codice} stands under {sotto}, but its code is not part of it",
        label: "code",
        related: "it stands under this, or belongs to this",
        help: "find out whether it stands in the wrong place or its code is a slip, and correct the code in \
               `corrections`",
        explain: "Codes tell what a thing is part of: 2024_OB_0411_1 is the first objective of 2024_PD_0411, \
                  M_0411_1_2 its second indicator. Here the code points to something else, or to nothing in the \
                  plan.",
    },
};

/// The indicators of an objective skip numbers.
pub const NUMERI_SALTATI: Code = Code {
    id: "numeri-saltati",
    severity: Severity::Note,
    it: Wording {
        message: "la numerazione degli indicatori di {codice} salta: {saltati}",
        label: "di questo obiettivo",
        related: "",
        help: "se un indicatore è stato tolto non c'è nulla da fare; altrimenti cerca la riga che manca",
        explain: "Gli indicatori di un obiettivo sono numerati da 1 a 9 e poi da A a Z. Un numero che manca può \
                  essere un indicatore tolto negli anni, o una riga persa nella stampa.",
    },
    en: Wording {
        message: "the numbering of the indicators of {codice} skips: {saltati}",
        label: "of this objective",
        related: "",
        help: "if an indicator was dropped there is nothing to do; else look for the row that is missing",
        explain: "The indicators of an objective are numbered from 1 to 9 and then from A to Z. A missing number can \
                  be an indicator dropped over the years, or a row lost in print.",
    },
};

/// A phase in one card names an objective of another.
pub const FASE_FUORI_POSTO: Code = Code {
    id: "fase-fuori-posto",
    severity: Severity::Warning,
    it: Wording {
        message: "la fase «{fase}» sta nella scheda {scheda}, ma è dell'obiettivo {obiettivo} di un'altra",
        label: "questa fase",
        related: "questo obiettivo",
        help: "verifica il codice dell'obiettivo stampato nella fase e correggilo in `corrections`",
        explain: "La tabella delle fasi indica per ogni fase l'obiettivo a cui appartiene. Qui l'obiettivo sta in \
                  un'altra scheda.",
    },
    en: Wording {
        message: "the phase “{fase}” stands in the card {scheda}, but belongs to the objective {obiettivo} of another",
        label: "this phase",
        related: "this objective",
        help: "check the code of the objective printed in the phase and correct it in `corrections`",
        explain: "The table of phases names, for each phase, the objective it belongs to. Here that objective stands \
                  in another card.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &TOTALE_DIVERSO,
    &QUOTA_DIVERSA,
    &SPESA_DIVERSA,
    &BUDGET_DIVERSO,
    &TOTALE_SCHEDA_DIVERSO,
    &SCHEDA_MANCANTE,
    &SCHEDA_NON_ANNUNCIATA,
    &TITOLO_DIVERSO,
    &LINEA_DIVERSA,
    &CODICE_FUORI_POSTO,
    &NUMERI_SALTATI,
    &FASE_FUORI_POSTO,
];
