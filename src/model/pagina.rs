use std::num::NonZeroU32;

use super::{Codice, Detto, Giorno, Testo, words};
use crate::source::{FileId, Span};

/// A Markdown file of `content/`: a section (`_index.md`) or a page, its front matter typed, its body untouched.
#[derive(Clone, Debug)]
pub struct Pagina {
    /// The file.
    pub file: FileId,
    /// Path below `content/`, with `/`: `catalogo/_index.md`.
    pub percorso: Testo,
    /// Whether it is a section's `_index.md`.
    pub sezione: bool,
    /// The language of its words, where that is another than the site's own.
    pub lingua: Option<Codice>,
    /// The keys that every kind shares.
    pub comuni: Comuni,
    /// Where the section's facts come from; empty for a plain page, and few pages are sections.
    pub sorgente: Option<Box<Sorgente>>,
    /// `file` of a document: path below the site's root, or beside the page.
    pub allegato: Option<Detto<Testo>>,
    /// What editors mend of what a source says.
    pub correzioni: Vec<Correzione>,
    /// What editors know of how things went.
    pub monitoraggio: Vec<Monitoraggio>,
    /// What editors tag the things of the section's source with.
    pub etichette: Vec<Etichetta>,
    /// Mailboxes and mobile numbers that stand in the file, but for what is noted beside its keys.
    pub recapiti: Vec<Detto<Testo>>,
    /// Whether pictures may stand in its words: if not, nobody need look for them.
    pub illustrata: bool,
    /// Bytes of the body (Markdown) in the file.
    pub corpo: Span,
}

/// Front-matter keys that every kind of page shares; names as in Zola and Hugo.
#[derive(Clone, Debug, Default)]
pub struct Comuni {
    /// `title`.
    pub titolo: Option<Detto<Testo>>,
    /// `description`.
    pub descrizione: Option<Detto<Testo>>,
    /// `date`: of the content; hides nothing.
    pub data: Option<Detto<Giorno>>,
    /// `updated`.
    pub aggiornata: Option<Detto<Giorno>>,
    /// `draft`.
    pub bozza: bool,
    /// `slug`.
    pub slug: Option<Detto<Testo>>,
    /// `aliases`: older addresses that lead here.
    pub alias: Vec<Detto<Testo>>,
    /// `weight`: order among siblings, light first.
    pub peso: Option<i64>,
    /// `template`.
    pub modello: Option<Detto<Testo>>,
    /// `taxonomies`: name and terms.
    pub tassonomie: Vec<(Testo, Vec<Detto<Testo>>)>,
    /// `publish_date`: held back before this day.
    pub pubblica_dal: Option<Detto<Giorno>>,
    /// `expiry_date`: held back from this day on.
    pub pubblica_fino: Option<Detto<Giorno>>,
    /// `sezione`: heading of Amministrazione Trasparente (`06.02`).
    pub trasparenza: Option<Detto<Testo>>,
    /// `pubblicato`: day of publication under D.Lgs. 33/2013 art. 8.
    pub pubblicato: Option<Detto<Giorno>>,
    /// `sort_by` of a section.
    pub ordina_per: Option<Ordine>,
    /// `reverse`: a section lists the other way round.
    pub rovescia: bool,
    /// `paginate_by` of a section.
    pub pagine_da: Option<NonZeroU32>,
    /// `feed`: a section has a feed of its pages.
    pub novita: bool,
    /// `components`: which components of the theme the text may call.
    pub componenti: Componenti,
    /// `extra`: free keys for themes, flat, in the order written.
    pub extra: Vec<(Testo, Testo)>,
}

impl Comuni {
    /// Day of the last change, as far as the editors say.
    #[must_use]
    pub fn giorno(&self) -> Option<Giorno> {
        let day = self.aggiornata.as_ref().or(self.data.as_ref());
        day.map(|day| day.value)
    }
}

/// What a section sorts its pages by, `sort_by`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ordine {
    /// `date`, the newest first.
    Data,
    /// `updated`, else `date`, the newest first.
    Aggiornamento,
    /// `title`.
    Titolo,
    /// `weight`, light first.
    Peso,
    /// Last part of the address.
    Slug,
}

words!(Ordine {
    Data => "date",
    Aggiornamento => "update_date",
    Titolo => "title",
    Peso => "weight",
    Slug => "slug",
});

/// Which components of the theme a text may call, `components`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Componenti {
    /// None: what looks like a call is text.
    #[default]
    Nessuno,
    /// All.
    Tutti,
    /// These.
    Questi(Vec<Detto<Testo>>),
}

/// What a section's front matter says of its source.
#[derive(Clone, Debug, Default)]
pub struct Sorgente {
    /// `source`: path of the document below the site's root.
    pub documento: Option<Detto<Testo>>,
    /// `reader`: name of the reader; without it, the form is recognised.
    pub lettore: Option<Detto<Testo>>,
    /// `title` of the plan or catalogue, as the site calls it.
    pub titolo: Option<Detto<Testo>>,
    /// `ente`: the body that published it.
    pub ente: Option<Detto<Testo>>,
    /// `anno`: the year that dates without a year belong to.
    pub anno: Option<i32>,
    /// `licenza`.
    pub licenza: Option<Detto<Testo>>,
    /// `pubblicato` / `date`: the document's day.
    pub data: Option<Detto<Giorno>>,
    /// `compare`, else `supersedes`: id of another plan to compare this one with.
    pub confronta: Option<Detto<Testo>>,
    /// `supersedes`: id of the plan, or folder of the catalogue, that this edition takes the place of.
    pub sostituisce: Option<Detto<Testo>>,
}

/// One correction by an editor: `- {id: …, campo: …, valore: …, nota: …}`.
#[derive(Clone, Debug)]
pub struct Correzione {
    /// Id of the thing, as in the open data.
    pub id: Detto<Testo>,
    /// Column of its table.
    pub campo: Detto<Testo>,
    /// What it should say, written as people write it.
    pub valore: Detto<Testo>,
    /// Why.
    pub nota: Option<Detto<Testo>>,
}

/// One line of monitoring by an editor: what came of one phase or one indicator, named in one of three ways.
#[derive(Clone, Debug)]
pub struct Monitoraggio {
    /// Id of the phase or indicator.
    pub id: Option<Detto<Testo>>,
    /// The objective that the name is looked for in: id, code or title.
    pub obiettivo: Option<Detto<Testo>>,
    /// The phase: id or name.
    pub fase: Option<Detto<Testo>>,
    /// The indicator: id, code or text.
    pub indicatore: Option<Detto<Testo>>,
    /// First day in fact.
    pub inizio_effettivo: Option<Detto<Giorno>>,
    /// Last day in fact.
    pub fine_effettiva: Option<Detto<Giorno>>,
    /// Value reached.
    pub valore_raggiunto: Option<Detto<Testo>>,
    /// Note.
    pub nota: Option<Detto<Testo>>,
    /// Where it is written.
    pub riga: Span,
}

/// Terms that editors give to one thing: `tags: {<id>: {temi: [casa, scuola]}}`.
#[derive(Clone, Debug)]
pub struct Etichetta {
    /// Id of the thing, as in the open data.
    pub id: Detto<Testo>,
    /// Name of the taxonomy.
    pub tassonomia: Detto<Testo>,
    /// Terms.
    pub termini: Vec<Detto<Testo>>,
}
