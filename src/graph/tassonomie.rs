//! Topics: what editors tagged, by taxonomy and term.

use std::num::NonZeroU32;

use super::Graph;
use crate::model::{
    Documento, Ente, Giorno, Id, LineaStrategica, Obiettivo, Origine, Pagina, Piano, Progetto, Scheda, Slug, Testo,
    Unita,
};

/// A taxonomy of the configuration with the terms that editors gave.
#[derive(Clone, Debug)]
pub struct Tassonomia {
    /// Its name, the first part of its addresses: `temi`.
    pub nome: Testo,
    /// What it is called on pages.
    pub titolo: Testo,
    /// Whether each term has a feed.
    pub novita: bool,
    /// How many things a term lists at a time, where the office says.
    pub pagine_da: Option<NonZeroU32>,
    /// The terms in use: goals by number, others by name.
    pub termini: Vec<Termine>,
}

/// A term and what is tagged with it.
#[derive(Clone, Debug)]
pub struct Termine {
    /// Last part of its address.
    pub slug: Slug,
    /// Its name, as its own page says or the first editor wrote it.
    pub nome: Testo,
    /// Number of the goal, where the taxonomy is the goals of the United Nations.
    pub numero: Option<u8>,
    /// What is tagged with it, by kind and then in source order, each thing once.
    pub cose: Vec<Cosa>,
}

/// Anything that editors can tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cosa {
    /// A card.
    Scheda(Id<Scheda>),
    /// A plan or a project with partners.
    Piano(Id<Piano>),
    /// A unit of a plan.
    Unita(Id<Unita>),
    /// A strategic line.
    Linea(Id<LineaStrategica>),
    /// A product or project of a plan.
    Progetto(Id<Progetto>),
    /// An objective.
    Obiettivo(Id<Obiettivo>),
    /// A body.
    Ente(Id<Ente>),
    /// A document with a page in the library.
    Documento(Id<Documento>),
    /// A page that editors wrote.
    Pagina(Id<Pagina>),
}

impl Tassonomia {
    /// `/temi/`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("/{}/", self.nome)
    }

    /// `/temi/ambiente/`.
    #[must_use]
    pub fn url_of(&self, termine: &Termine) -> String {
        format!("/{}/{}/", self.nome, termine.slug)
    }
}

impl Cosa {
    /// Everything of a graph that can be tagged, in the order of the kinds.
    pub fn all(graph: &Graph) -> impl Iterator<Item = Self> {
        Self::facts(graph).chain(graph.pagine.ids().map(Self::Pagina))
    }

    /// All of it but the editors' files, in the order of the kinds.
    pub fn facts(graph: &Graph) -> impl Iterator<Item = Self> {
        let schede = graph.schede.ids().map(Self::Scheda);
        let piani = graph.piani.ids().map(Self::Piano);
        let unita = graph.unita.ids().map(Self::Unita);
        let linee = graph.linee_strategiche.ids().map(Self::Linea);
        let progetti = graph.progetti.ids().map(Self::Progetto);
        let obiettivi = graph.obiettivi.ids().map(Self::Obiettivo);
        let enti = graph.enti.ids().map(Self::Ente);
        let documenti = graph.documenti.entries();
        let documenti = documenti.filter(|(_, documento)| !documento.url.is_empty());
        schede
            .chain(piani)
            .chain(unita)
            .chain(linee)
            .chain(progetti)
            .chain(obiettivi)
            .chain(enti)
            .chain(documenti.map(|(id, _)| Self::Documento(id)))
    }

    /// Its id in the open data; pages have none.
    #[must_use]
    pub fn id(self, graph: &Graph) -> Option<&Slug> {
        match self {
            Self::Scheda(id) => Some(&graph.schede[id].id),
            Self::Piano(id) => Some(&graph.piani[id].id),
            Self::Unita(id) => Some(&graph.unita[id].id),
            Self::Linea(id) => Some(&graph.linee_strategiche[id].id),
            Self::Progetto(id) => Some(&graph.progetti[id].id),
            Self::Obiettivo(id) => Some(&graph.obiettivi[id].id),
            Self::Ente(id) => Some(&graph.enti[id].id),
            Self::Documento(id) => Some(&graph.documenti[id].id),
            Self::Pagina(_) => None,
        }
    }

    /// Address of its page.
    #[must_use]
    pub fn url(self, graph: &Graph) -> Testo {
        match self {
            Self::Scheda(id) => graph.schede[id].url.clone(),
            Self::Piano(id) => graph.piani[id].url.clone(),
            Self::Unita(id) => graph.unita[id].url.clone(),
            Self::Linea(id) => graph.linee_strategiche[id].url.clone(),
            Self::Progetto(id) => graph.progetti[id].url.clone(),
            Self::Obiettivo(id) => graph.obiettivi[id].url.clone(),
            Self::Ente(id) => graph.enti[id].url.clone(),
            Self::Documento(id) => graph.documenti[id].url.clone(),
            Self::Pagina(id) => graph.albero.url(id).into(),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn titolo(self, graph: &Graph) -> &str {
        match self {
            Self::Scheda(id) => &graph.schede[id].titolo,
            Self::Piano(id) => &graph.piani[id].titolo,
            Self::Unita(id) => &graph.unita[id].nome,
            Self::Linea(id) => &graph.linee_strategiche[id].titolo,
            Self::Progetto(id) => &graph.progetti[id].titolo,
            Self::Obiettivo(id) => &graph.obiettivi[id].titolo,
            Self::Ente(id) => &graph.enti[id].nome,
            Self::Documento(id) => &graph.documenti[id].titolo,
            Self::Pagina(id) => {
                let pagina = &graph.pagine[id];
                pagina.comuni.titolo.as_ref().map_or(&*pagina.percorso, |title| title)
            }
        }
    }

    /// What it belongs to: the host of a card, the plan of an objective.
    #[must_use]
    pub fn contesto(self, graph: &Graph) -> Option<&str> {
        let piano = |id: Id<Piano>| Some(graph.piani[id].titolo.as_str());
        match self {
            Self::Scheda(id) => Some(&graph.enti[graph.schede[id].ente].nome),
            Self::Piano(id) => graph.piani[id].ente.map(|ente| graph.enti[ente].nome.as_str()),
            Self::Unita(id) => piano(graph.unita[id].piano),
            Self::Linea(id) => piano(graph.linee_strategiche[id].piano),
            Self::Progetto(id) => piano(graph.progetti[id].piano),
            Self::Obiettivo(id) => piano(graph.obiettivi[id].piano),
            Self::Documento(id) => graph.documenti[id].ente.map(|ente| graph.enti[ente].nome.as_str()),
            Self::Ente(_) | Self::Pagina(_) => None,
        }
    }

    /// Where it comes from; editors' files are their own origin.
    #[must_use]
    pub fn origine(self, graph: &Graph) -> Option<&Origine> {
        Some(match self {
            Self::Scheda(id) => &graph.schede[id].origine,
            Self::Piano(id) => &graph.piani[id].origine,
            Self::Unita(id) => &graph.unita[id].origine,
            Self::Linea(id) => &graph.linee_strategiche[id].origine,
            Self::Progetto(id) => &graph.progetti[id].origine,
            Self::Obiettivo(id) => &graph.obiettivi[id].origine,
            Self::Ente(id) => &graph.enti[id].origine,
            Self::Documento(id) => return graph.documenti[id].origine.as_ref(),
            Self::Pagina(_) => return None,
        })
    }

    /// Its description, Markdown.
    #[must_use]
    pub fn descrizione(self, graph: &Graph) -> Option<&str> {
        let text = match self {
            Self::Scheda(id) => graph.schede[id].descrizione.as_ref(),
            Self::Progetto(id) => graph.progetti[id].descrizione.as_ref(),
            Self::Obiettivo(id) => graph.obiettivi[id].descrizione.as_ref(),
            _ => None,
        };
        text.map(|text| text.as_str())
    }

    /// Day of what it says: of its document, or of the editors' last change.
    #[must_use]
    pub fn data(self, graph: &Graph) -> Option<Giorno> {
        match self {
            Self::Pagina(id) => return graph.pagine[id].comuni.giorno(),
            Self::Documento(id) => return graph.documenti[id].data,
            _ => {}
        }
        graph.documenti[graph.documento(self.origine(graph)?)?].data
    }
}
