//! Room 4: drafts become one graph, and the graph is compared with itself.
//!
//! The walk: [`link`](link::link) gives every thing its id and address, applies the editors' corrections and resolves
//! references; `rules` report contradictions; `privacy` makes the graph that may be published. Everything downstream
//! (tables, calendars, pages, search) sees only the published graph, so what is withheld cannot leak from there.
//!
//! The graph is immutable: it has no setters, and only this module can make one.

mod albero;
mod arena;
pub mod citazioni;
pub mod confronto;
pub mod esito;
pub mod esterni;
mod fini;
mod held;
mod indirizzi;
pub mod link;
pub mod privacy;
mod relations;
mod rinvii;
pub mod rules;
pub mod sdg;
pub mod tassonomie;
pub mod testi;
pub mod trasparenza;

pub use albero::{Albero, Nodo};
pub use arena::Arena;
pub use fini::{Fine, Fini, Finita};
pub use held::{Held, Reason, ids as ids_of_held};
pub use indirizzi::Indirizzi;
pub use relations::Relations;
pub use rinvii::Rinvii;
pub use tassonomie::{Cosa, Tassonomia, Termine};

use std::ops::RangeInclusive;
use std::sync::{Arc, OnceLock};

use foldhash::HashMap;
use serde_json::{Map, Value};

use crate::model::{
    Assegnazione, Attivita, Codice, Contatto, Disponibilita, Documento, Ente, Fase, Id, Indicatore, LineaStrategica,
    Obiettivo, Origine, Pagina, Partner, Piano, Progetto, Riportata, Scadenza, Scheda, Sezione, Slug, Totale,
    TotalePartner, Unita, VoceBilancio, VoceCalendario, VoceIndice,
};
use crate::source::{FileId, SourceMap};

/// All facts of a site, linked. Lists are in source order: documents by the path of their section, facts as printed.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// The language of its words, where that is another than the site's own.
    pub lingua: Option<Codice>,
    /// The same facts in each further language of the site, with the words of the translations.
    pub tradotti: Vec<Graph>,
    /// Documents that facts were read from.
    pub documenti: Arena<Documento>,
    /// Bodies.
    pub enti: Arena<Ente>,
    /// Cards.
    pub schede: Arena<Scheda>,
    /// Contacts.
    pub contatti: Arena<Contatto>,
    /// Dates of cards.
    pub disponibilita: Arena<Disponibilita>,
    /// Labels of month grids.
    pub calendario: Arena<VoceCalendario>,
    /// Plans and projects.
    pub piani: Arena<Piano>,
    /// Units.
    pub unita: Arena<Unita>,
    /// Strategic lines.
    pub linee_strategiche: Arena<LineaStrategica>,
    /// Products and projects of plans.
    pub progetti: Arena<Progetto>,
    /// Objectives.
    pub obiettivi: Arena<Obiettivo>,
    /// Phases.
    pub fasi: Arena<Fase>,
    /// Indicators.
    pub indicatori: Arena<Indicatore>,
    /// People assigned.
    pub assegnazioni: Arena<Assegnazione>,
    /// Budget lines.
    pub bilancio: Arena<VoceBilancio>,
    /// Totals printed in summaries.
    pub totali: Arena<Totale>,
    /// Partners.
    pub partner: Arena<Partner>,
    /// Totals printed below partners' budgets.
    pub totali_partner: Arena<TotalePartner>,
    /// Activities.
    pub attivita: Arena<Attivita>,
    /// Next steps.
    pub scadenze: Arena<Scadenza>,
    /// Narrative parts.
    pub sezioni: Arena<Sezione>,
    /// Entries of printed indexes.
    pub indice: Arena<VoceIndice>,
    /// Markdown files of `content/`.
    pub pagine: Arena<Pagina>,
    /// Those files in their sections.
    pub albero: Arc<Albero>,
    /// The links that editors write between pages.
    pub rinvii: Arc<Rinvii>,
    /// What editors tagged, by taxonomy, as the configuration lists them.
    pub tassonomie: Vec<Arc<Tassonomia>>,
    /// Who points at whom, the other way round.
    pub relations: Arc<Relations>,
    /// What the site keeps in `data/` for its templates.
    pub dati: Map<String, Value>,
    /// What stands at each address.
    indirizzi: Arc<OnceLock<Indirizzi>>,
    /// What ends when.
    fini: Arc<OnceLock<Fini>>,
    /// The texts that spans point into.
    pub sources: Arc<SourceMap>,
    /// The document of each text, by file id.
    documento_di: Arc<Vec<Option<Id<Documento>>>>,
    /// Documents by their ids, for the addresses that tables carry along.
    documenti_per_id: Arc<HashMap<Slug, Id<Documento>>>,
}

/// A fact's address as the open data give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenienza<'g> {
    /// Id of the document.
    pub documento: &'g str,
    /// Lines, from 1.
    pub righe: RangeInclusive<u32>,
}

impl Graph {
    /// What stands at each address.
    #[must_use]
    pub fn indirizzi(&self) -> &Indirizzi {
        self.indirizzi.get_or_init(|| Indirizzi::of(self))
    }

    /// What of each plan ends on which day.
    #[must_use]
    pub fn fini(&self) -> &Fini {
        self.fini.get_or_init(|| Fini::of(self))
    }

    /// Whether an editors' file has its words in the language of this graph.
    #[must_use]
    pub fn is_in_lingua(&self, id: Id<Pagina>) -> bool {
        self.pagine[id].lingua == self.lingua
    }

    /// The editors' files whose words were translated for this graph.
    pub fn translations(&self) -> impl Iterator<Item = &Pagina> {
        self.pagine.iter().filter(|page| page.lingua.is_some())
    }

    /// The document that a text is; none for a text that holds no facts.
    #[must_use]
    pub fn documento_di(&self, file: FileId) -> Option<Id<Documento>> {
        self.documento_di.get(file.index()).copied().flatten()
    }

    /// The document that prints a fact, whether an editor mended it or not: the one that a table says it was copied
    /// from, if that is known, else the text it was read from.
    #[must_use]
    pub fn documento(&self, origine: &Origine) -> Option<Id<Documento>> {
        let carried = origine.riportata().and_then(|place| self.riportato(place));
        carried.or_else(|| self.documento_di(origine.span.file))
    }

    /// The document that a table's columns of provenance name.
    fn riportato(&self, riportata: &Riportata) -> Option<Id<Documento>> {
        self.documenti_per_id.get(&Slug::of(&riportata.documento)).copied()
    }

    /// Where a fact comes from: the editor's correction, else what a table carried along, else the printed place.
    #[must_use]
    pub fn provenienza<'g>(&'g self, origine: &'g Origine) -> Option<Provenienza<'g>> {
        let (documento, righe) = self.luogo(origine)?;
        Some(Provenienza {
            documento: self.documenti[documento].id.as_str(),
            righe,
        })
    }

    /// The document and the lines that a fact comes from, in the same order of precedence.
    #[must_use]
    pub fn luogo(&self, origine: &Origine) -> Option<(Id<Documento>, RangeInclusive<u32>)> {
        let riportata = origine.riportata().filter(|_| origine.correzione().is_none());
        if let Some(riportata) = riportata
            && let Some(documento) = self.riportato(riportata)
        {
            return Some((documento, riportata.riga_inizio..=riportata.riga_fine));
        }
        let span = origine.correzione().unwrap_or(origine.span);
        Some((self.documento_di(span.file)?, self.sources.lines(span)))
    }
}
