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

/// The codes of this file.
pub const CODES: &[&Code] = &[&ALIAS_NON_VALIDO];
