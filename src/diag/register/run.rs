//! Findings while a run finds its site and the readers for its documents.

use crate::diag::{Code, Severity, Wording};

/// The folder has no configuration.
pub const SITO_NON_TROVATO: Code = Code {
    id: "sito-non-trovato",
    severity: Severity::Error,
    it: Wording {
        message: "in questa cartella non c'è `{file}`: non è un sito di vetrina",
        label: "",
        related: "",
        help: "spostati nella cartella del sito o indicala con `--root`; un sito nuovo si fa con `vetrina new site`",
        explain: "Un sito di vetrina è una cartella con il file di configurazione `vetrina.yaml`, la cartella \
                  `content/` di chi scrive e i documenti di partenza. Il comando cerca la configurazione nella \
                  cartella in cui lo si lancia.",
    },
    en: Wording {
        message: "this folder has no `{file}`: it is not a site of vetrina",
        label: "",
        related: "",
        help: "go to the folder of the site or name it with `--root`; `vetrina new site` makes a new site",
        explain: "A site of vetrina is a folder with the configuration `vetrina.yaml`, the editors' folder `content/` \
                  and the source documents. The command looks for the configuration in the folder that it is started \
                  in.",
    },
};

/// `reader:` names no reader.
pub const LETTORE_IGNOTO: Code = Code {
    id: "lettore-ignoto",
    severity: Severity::Error,
    it: Wording {
        message: "non c'è un lettore di nome «{lettore}»",
        label: "forse {vicino}",
        related: "",
        help: "scegli tra: {lettori}; oppure togli `reader:` e il documento si riconosce dalla sua forma",
        explain: "Ogni forma di documento ha il suo lettore. `reader:` serve solo quando la forma non si riconosce da \
                  sola.",
    },
    en: Wording {
        message: "there is no reader called “{lettore}”",
        label: "perhaps {vicino}",
        related: "",
        help: "choose one of: {lettori}; or leave `reader:` out, and the form of the document tells",
        explain: "Every form of document has its reader. `reader:` is only needed where the form does not tell.",
    },
};

/// Two pages publish one file.
pub const DOCUMENTO_RIPETUTO: Code = Code {
    id: "documento-ripetuto",
    severity: Severity::Error,
    it: Wording {
        message: "due pagine pubblicano lo stesso file, `{file}`",
        label: "qui di nuovo",
        related: "qui la prima volta",
        help: "togli una delle due pagine, o indica in `file` un altro documento",
        explain: "Un documento ha una pagina sola nella biblioteca e una riga sola nella tabella `documenti`. Se due \
                  pagine di tipo `documento` indicano lo stesso file, una delle due sparirebbe.",
    },
    en: Wording {
        message: "two pages publish the same file, `{file}`",
        label: "here again",
        related: "here for the first time",
        help: "remove one of the two pages, or name another document in `file`",
        explain: "A document has one page in the library and one row in the table `documenti`. If two pages of type \
                  `documento` name the same file, one of them would vanish.",
    },
};

/// No reader recognises a document.
pub const FORMA_IGNOTA: Code = Code {
    id: "forma-ignota",
    severity: Severity::Error,
    it: Wording {
        message: "nessun lettore riconosce la forma di `{file}`",
        label: "indicato qui",
        related: "",
        help: "se la forma è una di queste, scrivila in `reader:`: {lettori}",
        explain: "vetrina riconosce un documento dai titoli, dalle etichette e dalle intestazioni delle tabelle che il \
                  programma che lo ha stampato usa sempre. Qui non ne ha trovate abbastanza.",
    },
    en: Wording {
        message: "no reader recognises the form of `{file}`",
        label: "named here",
        related: "",
        help: "if the form is one of these, say so in `reader:`: {lettori}",
        explain: "vetrina recognises a document by the headings, labels and table headers that the program which \
                  printed it always uses. It did not find enough of them here.",
    },
};

/// A folder given as a source has no table in it.
pub const CARTELLA_SENZA_TABELLE: Code = Code {
    id: "cartella-senza-tabelle",
    severity: Severity::Error,
    it: Wording {
        message: "nella cartella `{cartella}` non c’è nessuna tabella",
        label: "indicata qui",
        related: "",
        help: "metti nella cartella le tabelle (.csv, .tsv, .xlsx, .ods) o indica un documento",
        explain: "Quando `source:` è una cartella, si leggono tutte le tabelle che contiene, come se fossero una sola \
                  fonte. Gli altri file della cartella non si leggono.",
    },
    en: Wording {
        message: "the folder `{cartella}` has no table in it",
        label: "named here",
        related: "",
        help: "put the tables (.csv, .tsv, .xlsx, .ods) into the folder, or name a document",
        explain: "Where `source:` is a folder, all tables in it are read as if they were one source. Other files in \
                  the folder are not read.",
    },
};

/// A home page that still says what `new site` wrote.
pub const TESTO_DI_PARTENZA: Code = Code {
    id: "testo-di-partenza",
    severity: Severity::Note,
    it: Wording {
        message: "la pagina iniziale ha ancora il testo con cui `vetrina new site` l’ha creata",
        label: "da qui",
        related: "",
        help: "scrivi qui che cosa si trova sul sito, e per chi; il titolo della pagina è `title`",
        explain: "Un sito nuovo ha un testo di partenza, perché si possa guardare subito. Chi visita il sito lo \
                  leggerebbe come è.",
    },
    en: Wording {
        message: "the home page still has the text that `vetrina new site` made it with",
        label: "from here",
        related: "",
        help: "write here what there is on the site, and for whom; the title of the page is `title`",
        explain: "A new site has a text to begin with, so that it can be looked at at once. Visitors would read it as \
                  it is.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &SITO_NON_TROVATO,
    &TESTO_DI_PARTENZA,
    &LETTORE_IGNOTO,
    &DOCUMENTO_RIPETUTO,
    &FORMA_IGNOTA,
    &CARTELLA_SENZA_TABELLE,
];
