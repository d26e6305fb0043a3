//! Findings while pages are made: themes and templates.

use crate::diag::{Code, Severity, Wording};

/// A theme that does not exist.
pub const TEMA_IGNOTO: Code = Code {
    id: "tema-ignoto",
    severity: Severity::Error,
    it: Wording {
        message: "il tema «{tema}» non esiste",
        label: "nominato qui; forse {vicine}",
        related: "",
        help: "crea la cartella themes/{tema}/, o nomina un tema che c'è; senza nome vale il tema di serie",
        explain: "Un tema è una cartella in themes/. Nel suo theme.yaml `parent:` nomina il tema che modifica; la catena \
                  finisce sempre al tema di serie, «vetrina», che è dentro il programma.",
    },
    en: Wording {
        message: "there is no theme “{tema}”",
        label: "named here; perhaps {vicine}",
        related: "",
        help: "create the folder themes/{tema}/, or name a theme that is there; without a name the default theme holds",
        explain: "A theme is a folder in themes/. `parent:` in its theme.yaml names the theme that it changes; the chain \
                  always ends at the default theme, “vetrina”, which is part of the program.",
    },
};

/// A theme that is its own parent, or its parent's parent.
pub const TEMA_IN_CERCHIO: Code = Code {
    id: "tema-in-cerchio",
    severity: Severity::Error,
    it: Wording {
        message: "il tema «{tema}» dipende da sé stesso: {catena}",
        label: "questo nome chiude il cerchio",
        related: "",
        help: "togli questo `parent:`, o nomina un tema che non dipenda da «{tema}»",
        explain: "Ogni tema modifica il suo genitore; se la catena torna su sé stessa, nessuno dei temi viene per primo.",
    },
    en: Wording {
        message: "the theme “{tema}” depends on itself: {catena}",
        label: "this name closes the circle",
        related: "",
        help: "drop this `parent:`, or name a theme that does not depend on “{tema}”",
        explain: "Each theme changes its parent; where the chain comes back to itself, none of the themes is first.",
    },
};

/// A template that cannot be compiled.
pub const MODELLO_NON_VALIDO: Code = Code {
    id: "modello-non-valido",
    severity: Severity::Error,
    it: Wording {
        message: "il modello {modello} non si può usare: {motivo}",
        label: "qui",
        related: "",
        help: "controlla le parentesi, i nomi di filtri e componenti, e che il modello esteso esista",
        explain: "I modelli sono scritti per Tera 2. Un errore di scrittura, un filtro o un componente che non esiste, un \
                  `extends` senza il suo modello impediscono di fare qualunque pagina.",
    },
    en: Wording {
        message: "the template {modello} cannot be used: {motivo}",
        label: "here",
        related: "",
        help: "check brackets, the names of filters and components, and that the extended template exists",
        explain: "Templates are written for Tera 2. A slip in writing, a filter or component that does not exist, an \
                  `extends` without its template keep every page from being made.",
    },
};

/// A template that names a filter, component, block or template that is not there.
pub const PEZZO_IGNOTO: Code = Code {
    id: "pezzo-ignoto",
    severity: Severity::Error,
    it: Wording {
        message: "{modello} usa {genere} «{nome}», che non esiste",
        label: "forse {vicine}",
        related: "",
        help: "correggi il nome; docs/themes.md elenca modelli, blocchi, componenti e filtri",
        explain: "Un modello può chiamare i filtri di Tera e di vetrina, i componenti della catena dei temi, i modelli che \
                  include o estende; può sostituire solo i blocchi che i modelli estesi definiscono.",
    },
    en: Wording {
        message: "{modello} uses {genere} “{nome}”, which does not exist",
        label: "perhaps {vicine}",
        related: "",
        help: "mend the name; docs/themes.md lists templates, blocks, components and filters",
        explain: "A template may call the filters of Tera and vetrina, the components of the chain of themes, the \
                  templates that it includes or extends; it may only replace blocks that the extended ones define.",
    },
};

/// A template that extends or includes itself.
pub const MODELLO_IN_CERCHIO: Code = Code {
    id: "modello-in-cerchio",
    severity: Severity::Error,
    it: Wording {
        message: "il modello {modello} estende o include sé stesso",
        label: "questo nome torna al punto di partenza",
        related: "",
        help: "per modificare il modello del tema genitore, scrivi il nome intero: \"{genitore}\"",
        explain: "Un nome senza tema vale per il primo tema della catena che lo ha: in un modello dallo stesso nome è il \
                  modello stesso. Con il nome del tema davanti (\"vetrina/pagina.html\") si estende quello del genitore.",
    },
    en: Wording {
        message: "the template {modello} extends or includes itself",
        label: "this name leads back to where it began",
        related: "",
        help: "to change the template of the parent theme, write the whole name: \"{genitore}\"",
        explain: "A name without a theme means the first theme of the chain that has it: in a template of the same name, \
                  that very one. With the theme's name before it (\"vetrina/pagina.html\") the parent's is extended.",
    },
};

/// A page that asks for a template that no theme has.
pub const MODELLO_IGNOTO: Code = Code {
    id: "modello-ignoto",
    severity: Severity::Error,
    it: Wording {
        message: "il modello «{modello}» non esiste",
        label: "forse {vicine}",
        related: "",
        help: "correggi `template:`, o crea il file in themes/<tema>/templates/{modello}",
        explain: "`template:` sceglie il modello di una pagina scritta in Markdown. Il file sta nella cartella templates/ \
                  del tema del sito o di uno dei suoi genitori; senza `template:` vale pagina.html.",
    },
    en: Wording {
        message: "there is no template “{modello}”",
        label: "perhaps {vicine}",
        related: "",
        help: "mend `template:`, or create the file in themes/<theme>/templates/{modello}",
        explain: "`template:` chooses the template of a page written in Markdown. Its file is in the folder templates/ of \
                  the site's theme or of one of its parents; without `template:` it is pagina.html.",
    },
};

/// A template that names a variable or field that it is not given.
pub const NOME_IGNOTO_NEL_MODELLO: Code = Code {
    id: "nome-ignoto-nel-modello",
    severity: Severity::Error,
    it: Wording {
        message: "{modello}, riga {riga}, usa «{nome}», che qui non c'è",
        label: "forse {vicine}",
        related: "",
        help: "controlla il nome: `vetrina schema --views` elenca i campi di ogni modello",
        explain: "Un modello vede solo la propria vista: i campi di quella pagina, `page`, `site` e le parole `t`. Un \
                  nome che non esiste è un errore, non un vuoto, perché una pagina non perda un dato in silenzio.",
    },
    en: Wording {
        message: "{modello}, line {riga}, uses “{nome}”, which is not there",
        label: "perhaps {vicine}",
        related: "",
        help: "check the name: `vetrina schema --views` lists the fields of every template",
        explain: "A template sees its own view only: the fields of that page, `page`, `site` and the words `t`. A name \
                  that does not exist is an error, not a blank, so that no page loses a fact in silence.",
    },
};

/// A template that fails on a page otherwise, as by a filter that gets a value it does not take.
pub const MODELLO_NON_RESO: Code = Code {
    id: "modello-non-reso",
    severity: Severity::Error,
    it: Wording {
        message: "il modello {modello}, riga {riga}, non si può riempire: {motivo}",
        label: "qui",
        related: "",
        help: "controlla che il valore ci sia e sia del tipo giusto: `vetrina schema --views` dice di ogni campo che cos'è",
        explain: "Un filtro o un componente ha ricevuto un valore che non prende, o un'espressione non ha valore. Finché \
                  succede non si scrive nessuna pagina.",
    },
    en: Wording {
        message: "the template {modello}, line {riga}, cannot be filled: {motivo}",
        label: "here",
        related: "",
        help: "check that the value is there and of the right kind: `vetrina schema --views` says what each field is",
        explain: "A filter or component was given a value that it does not take, or an expression has no value. As long \
                  as that lasts no page is written.",
    },
};

/// Something in a theme that changes nothing.
pub const SOSTITUZIONE_A_VUOTO: Code = Code {
    id: "sostituzione-a-vuoto",
    severity: Severity::Warning,
    it: Wording {
        message: "nel tema «{tema}» {genere} «{nome}» non cambia nulla",
        label: "i temi genitori non hanno questo nome e nessun modello lo usa",
        related: "",
        help: "forse {vicine}; se non serve più, toglilo",
        explain: "Un tema sostituisce modelli, componenti, parole e risorse che hanno lo stesso nome in un tema genitore, o \
                  ne aggiunge che i suoi modelli usano. Un nome che nessuno conosce è quasi sempre scritto male.",
    },
    en: Wording {
        message: "in the theme “{tema}” {genere} “{nome}” changes nothing",
        label: "no parent theme has this name and no template uses it",
        related: "",
        help: "perhaps {vicine}; if it is no longer needed, drop it",
        explain: "A theme replaces templates, components, words and assets that have the same name in a parent theme, or \
                  adds some that its templates use. A name that nobody knows is nearly always a slip.",
    },
};

/// A stylesheet that names an asset that no theme has.
pub const RISORSA_IGNOTA: Code = Code {
    id: "risorsa-ignota",
    severity: Severity::Warning,
    it: Wording {
        message: "il foglio di stile usa la risorsa «{nome}», che nessun tema ha",
        label: "forse {vicine}",
        related: "",
        help: "metti il file in assets/, o correggi il nome; un indirizzo del sito comincia con `/`",
        explain: "Ciò che un foglio di stile nomina con `url(…)` è cercato tra le risorse dei temi, dalla cartella del \
                  foglio, e riceve il nome pubblico. Quello che manca resta com'è scritto, e il browser non lo trova.",
    },
    en: Wording {
        message: "the stylesheet uses the asset “{nome}”, which no theme has",
        label: "perhaps {vicine}",
        related: "",
        help: "put the file into assets/, or mend the name; an address of the site begins with `/`",
        explain: "What a stylesheet names by `url(…)` is looked for among the assets of the themes, from the folder of \
                  the stylesheet, and given its public name. What is missing stays as written, and no browser finds it.",
    },
};

/// An entry of a theme's navigation that no page answers to.
pub const VOCE_SENZA_PAGINA: Code = Code {
    id: "voce-senza-pagina",
    severity: Severity::Error,
    it: Wording {
        message: "`{elenco}` del tema porta a {indirizzo}, ma il sito non ha questa pagina",
        label: "forse: {vicine}",
        related: "",
        help: "correggi l’indirizzo (comincia e finisce con `/`, senza il nome del sito), crea la pagina, o togli la voce",
        explain: "`menu` e `duties` in theme.yaml elencano indirizzi di pagine del sito. Una voce senza pagina non si può                   mostrare, e chi l’ha scritta crederebbe che ci sia. Se la pagina è una bozza o è scaduta, la voce va                   tolta finché non torna. Le voci che offre anche il tema di serie (/piani/, /catalogo/, /privacy/, …)                   possono restare senza pagina: un tema serve siti diversi, e vetrina fa quelle pagine se c’è di che.",
    },
    en: Wording {
        message: "`{elenco}` of the theme leads to {indirizzo}, but the site has no such page",
        label: "maybe: {vicine}",
        related: "",
        help: "mend the address (it begins and ends with `/`, without the name of the site), make the page, or drop the entry",
        explain: "`menu` and `duties` in theme.yaml list addresses of pages of the site. An entry without a page cannot be                   shown, and whoever wrote it would believe that it is. If the page is a draft or has expired, take the                   entry out until it is back. Entries that the default theme offers too (/piani/, /catalogo/, /privacy/,                   …) may be without a page: a theme serves several sites, and vetrina makes those pages if there is                   anything for them.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &TEMA_IGNOTO,
    &TEMA_IN_CERCHIO,
    &MODELLO_NON_VALIDO,
    &PEZZO_IGNOTO,
    &MODELLO_IN_CERCHIO,
    &MODELLO_IGNOTO,
    &NOME_IGNOTO_NEL_MODELLO,
    &MODELLO_NON_RESO,
    &SOSTITUZIONE_A_VUOTO,
    &RISORSA_IGNOTA,
    &VOCE_SENZA_PAGINA,
];
