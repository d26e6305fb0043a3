//! Findings about the editors' own pages: addresses, links between them, files beside them.

use crate::diag::{Code, Severity, Wording};

/// An `aliases` entry that is no address of a page.
pub const ALIAS_NON_VALIDO: Code = Code {
    id: "alias-non-valido",
    severity: Severity::Error,
    it: Wording {
        message: "«{valore}» non è l’indirizzo di una pagina di questo sito",
        label: "qui va un indirizzo come `/vecchia-pagina/`",
        related: "",
        help: "scrivi solo la parte dopo il nome del sito: `/notizie/vecchia/` oppure `/notizie/vecchia.html`",
        explain: "`aliases` elenca gli indirizzi che la pagina aveva prima. A ciascuno vetrina mette una pagina che porta \
                  a quella nuova: perciò deve stare in questo sito, essere una pagina (non un PDF) e non avere `?` o `#`.",
    },
    en: Wording {
        message: "“{valore}” is no address of a page of this site",
        label: "an address such as `/old-page/` belongs here",
        related: "",
        help: "write only the part behind the name of the site: `/news/old/` or `/news/old.html`",
        explain: "`aliases` lists the addresses that the page had before. At each of them vetrina puts a page that leads \
                  to the new one: so it must stand on this site, be a page (no PDF) and have no `?` or `#`.",
    },
};

/// A `slug` without a letter or digit.
pub const SLUG_VUOTO: Code = Code {
    id: "slug-vuoto",
    severity: Severity::Error,
    it: Wording {
        message: "da «{valore}» non viene un indirizzo",
        label: "serve almeno una lettera o una cifra",
        related: "",
        help: "scrivi una parola, come `slug: orari-estivi`, o togli la chiave: allora decide il nome del file",
        explain: "`slug` è l’ultima parte dell’indirizzo della pagina. Ne restano le lettere senza accenti, le cifre e i \
                  trattini: se non resta niente, la pagina starebbe al posto di un’altra.",
    },
    en: Wording {
        message: "“{valore}” makes no address",
        label: "it takes at least one letter or digit",
        related: "",
        help: "write a word, such as `slug: summer-hours`, or remove the key: then the name of the file decides",
        explain: "`slug` is the last part of the page's address. Of it remain letters without accents, digits and \
                  hyphens: if nothing remains, the page would stand in the place of another.",
    },
};

/// A file of `content/` in which nothing stands.
pub const PAGINA_VUOTA: Code = Code {
    id: "pagina-vuota",
    severity: Severity::Warning,
    it: Wording {
        message: "il file è vuoto: la sua pagina non dice nulla",
        label: "",
        related: "",
        help: "scrivi la testata e il testo, o togli il file; se c’era una scheda o un obiettivo, riprendilo da una copia",
        explain: "Un file di `content/` senza testata e senza testo fa una pagina bianca. Può restare vuoto dopo un salvataggio \
                  non riuscito: quello che descriveva non è più nel catalogo o nel piano.",
    },
    en: Wording {
        message: "the file is empty: its page says nothing",
        label: "",
        related: "",
        help: "write front matter and text, or remove the file; if it held a card or an objective, take it from a copy",
        explain: "A file of `content/` without front matter and text makes a blank page. It may have been left empty by a save \
                  that failed: what it described is no longer in the catalogue or plan.",
    },
};

/// A link to a page or id that is not there.
pub const RINVIO_IGNOTO: Code = Code {
    id: "rinvio-ignoto",
    severity: Severity::Error,
    it: Wording {
        message: "il rinvio «{rinvio}» non porta da nessuna parte",
        label: "{forse}",
        related: "",
        help: "dopo `@/` va il percorso di un file di content/, come `@/notizie/avviso.md`; dopo `id:` un id dei dati \
               aperti, che `vetrina list` mostra",
        explain: "Un rinvio si scrive `[parole](@/sezione/pagina.md#titolo)` o `[parole](id:…)`: così resta giusto anche \
                  se la pagina cambia indirizzo. Il file o l’id scritto non c’è: chi legge troverebbe un vicolo \
                  cieco.",
    },
    en: Wording {
        message: "the link “{rinvio}” leads nowhere",
        label: "{forse}",
        related: "",
        help: "behind `@/` belongs the path of a file of content/, such as `@/news/notice.md`; behind `id:` an id of the \
               open data, which `vetrina list` shows",
        explain: "A link is written `[words](@/section/page.md#heading)` or `[words](id:…)`: so it stays right when the \
                  page changes its address. The file or id is not there: the reader would stand before a wall.",
    },
};

/// A link to an address of this site at which nothing stands.
pub const PERCORSO_IGNOTO: Code = Code {
    id: "percorso-ignoto",
    severity: Severity::Warning,
    it: Wording {
        message: "a «{percorso}» non c’è né una pagina né un file di questo sito",
        label: "forse: {vicine}",
        related: "",
        help: "per una pagina scrivi `@/` e il percorso del suo file in content/; per un file, l’indirizzo che avrà sul sito; \
               se sta su un altro sito, l’indirizzo intero, con `https://`",
        explain: "Un indirizzo che comincia con `/` parte dalla radice del sito; uno senza parte dall’indirizzo della pagina, \
                  non dal suo file. Chi legge troverebbe un vicolo cieco. Un rinvio con `@/` resta giusto anche quando la \
                  pagina cambia indirizzo.",
    },
    en: Wording {
        message: "there is neither a page nor a file of this site at “{percorso}”",
        label: "maybe: {vicine}",
        related: "",
        help: "for a page write `@/` and the path of its file in content/; for a file, the address that it will have on the \
               site; if it stands on another site, the whole address, with `https://`",
        explain: "An address that begins with `/` starts at the root of the site; any other at the address of the page, not \
                  at its file. The reader would stand before a wall. A link with `@/` stays right when the page changes its \
                  address.",
    },
};

/// A link to a page that is held back.
pub const RINVIO_TRATTENUTO: Code = Code {
    id: "rinvio-trattenuto",
    severity: Severity::Error,
    it: Wording {
        message: "il rinvio «{rinvio}» porta a una pagina che non è pubblicata: {perche}",
        label: "porta a content/{file}",
        related: "",
        help: "togli il rinvio finché quella pagina non esce, o trattieni anche questa: stessa `publish_date`, o `draft`",
        explain: "La pagina c’è, ma non sta nel sito: è una bozza, deve ancora uscire, è scaduta, o lo è la sua sezione. \
                  Chi legge troverebbe un vicolo cieco. `vetrina list --held` dice che cosa è trattenuto; \
                  l’anteprima lo mostra comunque.",
    },
    en: Wording {
        message: "the link “{rinvio}” leads to a page that is not published: {perche}",
        label: "leads to content/{file}",
        related: "",
        help: "remove the link until that page comes out, or hold this one back, too: the same `publish_date`, or `draft`",
        explain: "The page is there, but not on the site: it is a draft, comes out later, has expired, or its section has. \
                  The reader would stand before a wall. `vetrina list --held` says what is held back; the preview \
                  shows it all the same.",
    },
};

/// A link to a heading or line that its page does not have.
pub const ANCORA_IGNOTA: Code = Code {
    id: "ancora-ignota",
    severity: Severity::Error,
    it: Wording {
        message: "la pagina del rinvio «{rinvio}» non ha il punto «#{ancora}»",
        label: "{forse}",
        related: "",
        help: "i punti di quella pagina: {note}",
        explain: "Dopo `#` va un punto della pagina: un titolo, con le sue parole in minuscolo unite da trattini o con il \
                  nome che gli dà `{#nome}`; di un documento, una riga (`#r120`).",
    },
    en: Wording {
        message: "the page of the link “{rinvio}” has no point “#{ancora}”",
        label: "{forse}",
        related: "",
        help: "the points of that page: {note}",
        explain: "Behind `#` belongs a point of the page: a heading, its words in lower case joined by hyphens or the name \
                  that `{#name}` gives it; of a document, a line (`#r120`).",
    },
};

/// A file of `data/` whose syntax is broken.
pub const DATI_NON_LETTI: Code = Code {
    id: "dati-non-letti",
    severity: Severity::Error,
    it: Wording {
        message: "questo file JSON non si legge",
        label: "{motivo}",
        related: "",
        help: "correggi la sintassi; spesso manca una virgola o c’è una virgola di troppo alla fine",
        explain: "I file di `data/` arrivano ai modelli di pagina come `site.data`. Il punto indicato è il primo che non si \
                  capisce: l’errore può stare poco prima.",
    },
    en: Wording {
        message: "this JSON file cannot be read",
        label: "{motivo}",
        related: "",
        help: "mend the syntax; often a comma is missing, or there is one too many at the end",
        explain: "Files of `data/` reach the templates as `site.data`. The place is the first that makes no sense: the \
                  mistake may stand a little before it.",
    },
};

/// A row of a CSV file of `data/` with more or fewer cells than its header.
pub const DATI_RIGA: Code = Code {
    id: "dati-riga",
    severity: Severity::Error,
    it: Wording {
        message: "questa riga ha {celle} celle e l’intestazione ne ha {colonne}",
        label: "",
        related: "",
        help: "metti tra virgolette un valore che contiene il separatore, e lascia vuote le celle senza valore",
        explain: "Ogni riga di un CSV ha una cella per ogni parola dell’intestazione, anche vuota.",
    },
    en: Wording {
        message: "this row has {celle} cells and the header has {colonne}",
        label: "",
        related: "",
        help: "put a value that holds the separator in quotes, and leave cells without a value empty",
        explain: "Every row of a CSV file has one cell for each word of the header, if only an empty one.",
    },
};

/// A file of `data/` of a kind that is not read.
pub const DATI_TIPO: Code = Code {
    id: "dati-tipo",
    severity: Severity::Warning,
    it: Wording {
        message: "il file {file} non è di un tipo che `data/` legge",
        label: "",
        related: "",
        help: "usa YAML (`.yaml`), JSON (`.json`) o CSV (`.csv`); un file da pubblicare così com’è va in `static/`",
        explain: "I file di `data/` arrivano ai modelli di pagina come `site.data`. Ciò che non si sa leggere non arriva.",
    },
    en: Wording {
        message: "the file {file} is of no kind that `data/` reads",
        label: "",
        related: "",
        help: "use YAML (`.yaml`), JSON (`.json`) or CSV (`.csv`); a file to publish as it is belongs in `static/`",
        explain: "Files of `data/` reach the templates as `site.data`. What cannot be read does not.",
    },
};

/// Two files of `data/` with one name.
pub const DATI_DOPPI: Code = Code {
    id: "dati-doppi",
    severity: Severity::Error,
    it: Wording {
        message: "il nome `site.data.{nome}` è già di un altro file",
        label: "",
        related: "",
        help: "cambia nome a uno dei file: contano le cartelle e il nome senza la fine (`.yaml`, `.json`, `.csv`)",
        explain: "`data/orari.yaml` e `data/orari.json` vorrebbero lo stesso nome, `site.data.orari`.",
    },
    en: Wording {
        message: "the name `site.data.{nome}` belongs to another file already",
        label: "",
        related: "",
        help: "rename one of the files: folders count, and the name without its ending (`.yaml`, `.json`, `.csv`)",
        explain: "`data/hours.yaml` and `data/hours.json` would both be `site.data.hours`.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &ALIAS_NON_VALIDO,
    &SLUG_VUOTO,
    &PAGINA_VUOTA,
    &RINVIO_IGNOTO,
    &PERCORSO_IGNOTO,
    &RINVIO_TRATTENUTO,
    &ANCORA_IGNOTA,
    &DATI_NON_LETTI,
    &DATI_RIGA,
    &DATI_TIPO,
    &DATI_DOPPI,
];
