//! Findings about project documents.

use crate::diag::{Code, Severity, Wording};

/// A specimen form in a document: nobody in it is a person of the project.
pub const MODULO_DI_ESEMPIO: Code = Code {
    id: "modulo-di-esempio",
    severity: Severity::Note,
    it: Wording {
        message: "il documento mostra un modulo da compilare: i suoi valori non sono dati del progetto",
        label: "modulo di esempio",
        related: "",
        help: "nulla da fare; se invece sono dati veri, scrivili nel front matter della sezione",
        explain: "Tra le pagine del documento c'è l'immagine di un modulo da compilare, con valori di esempio. Nomi e \
                  importi di un esempio non vengono pubblicati come persone o spese del progetto: restano solo nel \
                  documento leggibile.",
    },
    en: Wording {
        message: "the document shows a form to be filled in: its values are no facts of the project",
        label: "specimen form",
        related: "",
        help: "nothing to do; if they are facts after all, write them in the section's front matter",
        explain: "Among the pages of the document stands the picture of a form to be filled in, with sample values. \
                  Names and amounts of a sample are not published as people or costs of the project: they stay in \
                  the readable document only.",
    },
};

/// A title under which the document has no text.
pub const TITOLO_SENZA_TESTO: Code = Code {
    id: "titolo-senza-testo",
    severity: Severity::Note,
    it: Wording {
        message: "sotto questo titolo il documento non porta testo",
        label: "titolo senza testo",
        related: "",
        help: "guarda la pagina nel documento originale: se è un'immagine, riportane il contenuto nella pagina del sito",
        explain: "La pagina originale aveva forse solo un'immagine o uno schema, che nella conversione in testo si è \
                  perso. Il titolo non è pubblicato da solo.",
    },
    en: Wording {
        message: "the document has no text under this title",
        label: "title without a text",
        related: "",
        help: "look at the page of the original document: if it is a picture, tell what it shows on the site's page",
        explain: "The original page may have held only a picture or a chart, lost in the conversion to text. The title \
                  is not published alone.",
    },
};

/// A next step whose day has no year, in a document that gives none either.
pub const SCADENZA_SENZA_ANNO: Code = Code {
    id: "scadenza-senza-anno",
    severity: Severity::Warning,
    it: Wording {
        message: "non si sa di quale anno è questa scadenza",
        label: "manca l'anno",
        related: "",
        help: "scrivi `anno` o la data del documento nel front matter della sezione",
        explain: "La tabella dei prossimi passi porta giorno e mese. L'anno si ricava dal giorno della riunione, che nel \
                  documento non si trova, o da quanto dice la sezione del sito.",
    },
    en: Wording {
        message: "the year of this deadline is not known",
        label: "the year is missing",
        related: "",
        help: "give `anno` or the document's day in the section's front matter",
        explain: "The table of next steps prints day and month. The year follows from the day of the meeting, which the \
                  document does not give, or from what the section of the site says.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[&MODULO_DI_ESEMPIO, &TITOLO_SENZA_TESTO, &SCADENZA_SENZA_ANNO];
