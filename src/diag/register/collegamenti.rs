//! Findings about links to other sites, which only `check --external` looks for.

use crate::diag::{Code, Severity, Wording};

/// A link that leads to nothing.
pub const COLLEGAMENTO_ROTTO: Code = Code {
    id: "collegamento-rotto",
    severity: Severity::Warning,
    it: Wording {
        message: "«{indirizzo}» non porta da nessuna parte: {perche}",
        label: "qui",
        related: "",
        help: "apri l’indirizzo nel browser: correggilo o togli il collegamento; se il sito si vede solo da dentro \
               l’ente, mettilo in `check: {ignore: [...]}` di vetrina.yaml",
        explain: "`vetrina check --external` chiede ogni indirizzo di altri siti, una volta sola. Questo non ha dato una \
                  pagina: chi legge troverebbe un errore. Un sito può anche essere fermo per poco: prima di togliere il \
                  collegamento, riprova.",
    },
    en: Wording {
        message: "“{indirizzo}” leads nowhere: {perche}",
        label: "here",
        related: "",
        help: "open the address in the browser: mend it or remove the link; if only the body's own network sees the site, \
               put it into `check: {ignore: [...]}` of vetrina.yaml",
        explain: "`vetrina check --external` asks for every address of other sites, once. This one gave no page: the \
                  reader would find an error. A site may also be down for a while: before you remove the link, try again.",
    },
};

/// A link to what has moved for good.
pub const COLLEGAMENTO_SPOSTATO: Code = Code {
    id: "collegamento-spostato",
    severity: Severity::Note,
    it: Wording {
        message: "«{indirizzo}» ha cambiato indirizzo per sempre",
        label: "ora è {nuovo}",
        related: "",
        help: "scrivi il nuovo indirizzo: il rimando potrebbe sparire",
        explain: "Il sito dice che la pagina si è spostata e non torna (301 o 308). Il collegamento funziona finché il \
                  sito tiene il rimando.",
    },
    en: Wording {
        message: "“{indirizzo}” has changed its address for good",
        label: "now it is {nuovo}",
        related: "",
        help: "write the new address: the redirect may vanish",
        explain: "The site says that the page has moved and does not come back (301 or 308). The link works as long as \
                  the site keeps the redirect.",
    },
};

/// A link to what programs may not look at.
pub const COLLEGAMENTO_CHIUSO: Code = Code {
    id: "collegamento-chiuso",
    severity: Severity::Note,
    it: Wording {
        message: "non si può dire se «{indirizzo}» porta ancora a qualcosa: il sito risponde {stato}",
        label: "qui",
        related: "",
        help: "apri l’indirizzo nel browser; se va bene, mettilo in `check: {ignore: [...]}` di vetrina.yaml",
        explain: "Certi siti rispondono ai programmi che la pagina è riservata, o che chiedono troppo (401, 403, 429 e \
                  simili), anche se un lettore la vede. Solo una persona può controllare.",
    },
    en: Wording {
        message: "it cannot be told whether “{indirizzo}” still leads to something: the site answers {stato}",
        label: "here",
        related: "",
        help: "open the address in the browser; if it is all right, put it into `check: {ignore: [...]}` of vetrina.yaml",
        explain: "Some sites answer programs that the page is reserved, or that they ask too much (401, 403, 429 and the \
                  like), although a reader sees it. Only a person can look.",
    },
};

/// An address that is none.
pub const INDIRIZZO_MALFORMATO: Code = Code {
    id: "indirizzo-malformato",
    severity: Severity::Warning,
    it: Wording {
        message: "«{indirizzo}» non è l’indirizzo di un sito",
        label: "qui",
        related: "",
        help: "scrivilo come lo mostra il browser: `https://www.comune.esempio.it/pagina`",
        explain: "L’indirizzo comincia come quello di un sito, ma poi non segue le regole: manca il nome, o ci sono \
                  segni che non possono starci.",
    },
    en: Wording {
        message: "“{indirizzo}” is no address of a site",
        label: "here",
        related: "",
        help: "write it as the browser shows it: `https://www.example.org/page`",
        explain: "The address begins like that of a site but then breaks the rules: the name is missing, or there are \
                  characters that cannot stand in it.",
    },
};

/// A pattern of `check: {ignore: …}` that no link is ignored by.
pub const IGNORA_A_VUOTO: Code = Code {
    id: "ignora-a-vuoto",
    severity: Severity::Warning,
    it: Wording {
        message: "nessun collegamento comincia con «{indirizzo}»",
        label: "non serve",
        related: "",
        help: "togli la riga, o correggila: vale per gli indirizzi che cominciano così, e `*` sta per qualunque cosa",
        explain: "`check: {ignore: [...]}` in vetrina.yaml elenca gli indirizzi che `check --external` non chiede. Una \
                  riga che non vale per nessuno è rimasta indietro, o è scritta male.",
    },
    en: Wording {
        message: "no link begins with “{indirizzo}”",
        label: "not needed",
        related: "",
        help: "remove the line, or mend it: it holds for addresses that begin so, and `*` stands for anything",
        explain: "`check: {ignore: [...]}` in vetrina.yaml lists the addresses that `check --external` does not ask for. \
                  A line that holds for none was left behind, or is misspelt.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &COLLEGAMENTO_ROTTO,
    &COLLEGAMENTO_SPOSTATO,
    &COLLEGAMENTO_CHIUSO,
    &INDIRIZZO_MALFORMATO,
    &IGNORA_A_VUOTO,
];
