//! Findings about exchange catalogues.

use crate::diag::{Code, Severity, Wording};

/// A date that cannot be, or whose year nothing tells.
pub const DATA_IMPOSSIBILE: Code = Code {
    id: "data-impossibile",
    severity: Severity::Warning,
    it: Wording {
        message: "questa data non può essere: «{testo}»",
        label: "il giorno non esiste, l'intervallo finisce prima di cominciare, o l'anno non è detto",
        related: "",
        help: "correggi il documento; se manca l'anno, indicalo con `anno:` nella sezione",
        explain: "Una riga di date della scheda non dà un giorno del calendario. Non è pubblicata tra le \
                  disponibilità: chi la leggesse nel catalogo arriverebbe nel giorno sbagliato.",
    },
    en: Wording {
        message: "this date cannot be: “{testo}”",
        label: "there is no such day, the range ends before it begins, or no year is known",
        related: "",
        help: "mend the document; if the year is missing, give it with `anno:` in the section",
        explain: "A line of dates of the card yields no day of the calendar. It is not published among the dates: \
                  whoever trusted it would come on the wrong day.",
    },
};

/// A host's heading announces another number of cards than follow.
pub const SCHEDE_ANNUNCIATE: Code = Code {
    id: "schede-annunciate",
    severity: Severity::Warning,
    it: Wording {
        message: "«{ente}» annuncia {annunciate} schede, ma ne seguono {trovate}",
        label: "il numero annunciato",
        related: "",
        help: "controlla che nessuna scheda sia andata persa nella conversione, o correggi il numero",
        explain: "Il titolo che apre le schede di un ente dice quante sono. Se il conto non torna, una scheda manca, \
                  è ripetuta o è finita sotto un altro ente.",
    },
    en: Wording {
        message: "“{ente}” announces {annunciate} cards, but {trovate} follow",
        label: "the number announced",
        related: "",
        help: "check that no card was lost in conversion, or mend the number",
        explain: "The heading above a host's cards says how many there are. If the count is off, a card is missing, \
                  is there twice or stands under another host.",
    },
};

/// A label of a month grid that means no card.
pub const ETICHETTA_IGNOTA: Code = Code {
    id: "etichetta-ignota",
    severity: Severity::Warning,
    it: Wording {
        message: "nessuna scheda corrisponde all'etichetta «{etichetta}» del calendario",
        label: "l'etichetta nel calendario",
        related: "",
        help: "controlla l'etichetta; se la scheda c'è sotto un altro nome, correggi il calendario",
        explain: "Il calendario stampato nomina le schede in breve: l'ente e poche parole del titolo. Questa etichetta \
                  non somiglia a nessuna scheda del documento, perciò chi la legge non sa a chi rivolgersi.",
    },
    en: Wording {
        message: "no card fits the label “{etichetta}” of the calendar",
        label: "the label in the calendar",
        related: "",
        help: "check the label; if the card is there under another name, mend the calendar",
        explain: "The printed calendar names cards in short: the body and a few words of the title. This label is like \
                  no card of the document, so its reader does not know whom to turn to.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[&DATA_IMPOSSIBILE, &SCHEDE_ANNUNCIATE, &ETICHETTA_IGNOTA];
