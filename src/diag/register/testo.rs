//! Findings in the Markdown that editors write.

use crate::diag::{Code, Severity, Wording};

/// A picture that says nothing to those who cannot see it.
pub const IMMAGINE_SENZA_PAROLE: Code = Code {
    id: "immagine-senza-parole",
    severity: Severity::Error,
    it: Wording {
        message: "l’immagine «{immagine}» non ha un testo alternativo",
        label: "che cosa mostra?",
        related: "",
        help: "descrivila fra le parentesi quadre, `![Che cosa si vede]({immagine})`; se è solo un ornamento, scrivi \
               `![]({immagine} \"decorativa\")`",
        explain: "Chi non vede l’immagine legge, o ascolta, il suo testo alternativo. Per un ente pubblico è un obbligo \
                  (legge 4/2004; WCAG 2.2, criterio 1.1.1). Un’immagine che non aggiunge nulla al testo va dichiarata \
                  decorativa.",
    },
    en: Wording {
        message: "the picture “{immagine}” has no alternative text",
        label: "what does it show?",
        related: "",
        help: "describe it between the square brackets, `![What is seen]({immagine})`; if it is mere ornament, write \
               `![]({immagine} \"decorative\")`",
        explain: "Who does not see the picture reads, or hears, its alternative text. Public bodies are bound to it \
                  (Italian law 4/2004; WCAG 2.2, criterion 1.1.1). A picture that adds nothing to the text has to be \
                  called decorative.",
    },
};

/// A picture that is none of the site's files.
pub const IMMAGINE_NON_TROVATA: Code = Code {
    id: "immagine-non-trovata",
    severity: Severity::Error,
    it: Wording {
        message: "nel sito non c’è l’immagine «{immagine}»",
        label: "forse: {vicine}",
        related: "",
        help: "correggi il nome, o metti l’immagine accanto al file della pagina (o in `static/`, e allora l’indirizzo \
               comincia con `/`)",
        explain: "Un indirizzo senza `/` iniziale è il percorso dell’immagine a partire dal file della pagina; con la `/` è \
                  l’indirizzo sul sito. Maiuscole e minuscole contano.",
    },
    en: Wording {
        message: "there is no picture “{immagine}” on the site",
        label: "maybe: {vicine}",
        related: "",
        help: "mend the name, or put the picture beside the page’s file (or into `static/`; then its address begins \
               with `/`)",
        explain: "An address without a leading `/` is the path of the picture from the page’s file; with it, the address \
                  on the site. Upper and lower case differ.",
    },
};

/// A component that no theme has for texts, or that the page did not ask for.
pub const COMPONENTE_IGNOTO: Code = Code {
    id: "componente-ignoto",
    severity: Severity::Error,
    it: Wording {
        message: "la pagina non può usare un componente «{nome}»",
        label: "forse: {vicine}",
        related: "",
        help: "correggi il nome, aggiungilo a `components`, o aggiungi al tema un file in `components/` che definisca `testo.{nome}`",
        explain: "Una pagina che dichiara `components` può usare i componenti di testo del tema: `:::nome argomento=\"valore\"`, \
                  il testo, e una riga `:::`. Le parole senza nome sono l’argomento `titolo`.",
    },
    en: Wording {
        message: "the page cannot use a component “{nome}”",
        label: "maybe: {vicine}",
        related: "",
        help: "mend the name, add it to `components`, or add to the theme a file in `components/` that defines `testo.{nome}`",
        explain: "A page that says `components` may use the theme’s components for texts: `:::name argument=\"value\"`, the text, \
                  and a line `:::`. Words without a name are the argument `titolo`.",
    },
};

/// An argument that a component does not take.
pub const ARGOMENTO_IGNOTO: Code = Code {
    id: "argomento-ignoto",
    severity: Severity::Error,
    it: Wording {
        message: "il componente «{nome}» non ha un argomento «{argomento}»",
        label: "forse: {vicine}",
        related: "",
        help: "correggi il nome dell’argomento, o toglilo",
        explain: "Una pagina che dichiara `components` può usare i componenti di testo del tema: `:::nome argomento=\"valore\"`, \
                  il testo, e una riga `:::`. Le parole senza nome sono l’argomento `titolo`.",
    },
    en: Wording {
        message: "the component “{nome}” takes no argument “{argomento}”",
        label: "maybe: {vicine}",
        related: "",
        help: "mend the name of the argument, or remove it",
        explain: "A page that says `components` may use the theme’s components for texts: `:::name argument=\"value\"`, the text, \
                  and a line `:::`. Words without a name are the argument `titolo`.",
    },
};

/// An argument that a component needs.
pub const ARGOMENTO_MANCANTE: Code = Code {
    id: "argomento-mancante",
    severity: Severity::Error,
    it: Wording {
        message: "al componente «{nome}» manca l’argomento «{argomento}»",
        label: "",
        related: "",
        help: "scrivi `:::{nome} {argomento}=\"…\"`",
        explain: "Una pagina che dichiara `components` può usare i componenti di testo del tema: `:::nome argomento=\"valore\"`, \
                  il testo, e una riga `:::`. Le parole senza nome sono l’argomento `titolo`.",
    },
    en: Wording {
        message: "the component “{nome}” lacks the argument “{argomento}”",
        label: "",
        related: "",
        help: "write `:::{nome} {argomento}=\"…\"`",
        explain: "A page that says `components` may use the theme’s components for texts: `:::name argument=\"value\"`, the text, \
                  and a line `:::`. Words without a name are the argument `titolo`.",
    },
};

/// The end of a line that calls a component, where it is no argument.
pub const ARGOMENTO_NON_LETTO: Code = Code {
    id: "argomento-non-letto",
    severity: Severity::Error,
    it: Wording {
        message: "gli argomenti del componente «{nome}» non si leggono da qui in poi",
        label: "non è `nome=\"valore\"`",
        related: "",
        help: "scrivi ogni argomento come `nome=\"valore\"`, tra virgolette diritte",
        explain: "Una pagina che dichiara `components` può usare i componenti di testo del tema: `:::nome argomento=\"valore\"`, \
                  il testo, e una riga `:::`. Le parole senza nome sono l’argomento `titolo`.",
    },
    en: Wording {
        message: "the arguments of the component “{nome}” cannot be read from here on",
        label: "not `name=\"value\"`",
        related: "",
        help: "write each argument as `name=\"value\"`, between straight quotes",
        explain: "A page that says `components` may use the theme’s components for texts: `:::name argument=\"value\"`, the text, \
                  and a line `:::`. Words without a name are the argument `titolo`.",
    },
};

/// A component without its closing line.
pub const COMPONENTE_NON_CHIUSO: Code = Code {
    id: "componente-non-chiuso",
    severity: Severity::Error,
    it: Wording {
        message: "il componente «{nome}» non è chiuso",
        label: "comincia qui",
        related: "",
        help: "aggiungi una riga con solo `:::` dove finisce il suo testo",
        explain: "Una pagina che dichiara `components` può usare i componenti di testo del tema: `:::nome argomento=\"valore\"`, \
                  il testo, e una riga `:::`. Le parole senza nome sono l’argomento `titolo`.",
    },
    en: Wording {
        message: "the component “{nome}” is not closed",
        label: "it begins here",
        related: "",
        help: "add a line with just `:::` where its text ends",
        explain: "A page that says `components` may use the theme’s components for texts: `:::name argument=\"value\"`, the text, \
                  and a line `:::`. Words without a name are the argument `titolo`.",
    },
};

/// A closing line without a component.
pub const CHIUSURA_DI_TROPPO: Code = Code {
    id: "chiusura-di-troppo",
    severity: Severity::Error,
    it: Wording {
        message: "questa riga chiude un componente, ma nessuno è aperto",
        label: "",
        related: "",
        help: "togli la riga, o apri il componente con `:::nome` più sopra",
        explain: "Una pagina che dichiara `components` può usare i componenti di testo del tema: `:::nome argomento=\"valore\"`, \
                  il testo, e una riga `:::`. Le parole senza nome sono l’argomento `titolo`.",
    },
    en: Wording {
        message: "this line closes a component, but none is open",
        label: "",
        related: "",
        help: "remove the line, or open the component with `:::name` above",
        explain: "A page that says `components` may use the theme’s components for texts: `:::name argument=\"value\"`, the text, \
                  and a line `:::`. Words without a name are the argument `titolo`.",
    },
};

/// All of this file.
pub const CODES: &[&Code] = &[
    &IMMAGINE_SENZA_PAROLE,
    &IMMAGINE_NON_TROVATA,
    &COMPONENTE_IGNOTO,
    &ARGOMENTO_IGNOTO,
    &ARGOMENTO_MANCANTE,
    &ARGOMENTO_NON_LETTO,
    &COMPONENTE_NON_CHIUSO,
    &CHIUSURA_DI_TROPPO,
];
