//! Exchange catalogues: lists of cards, cards, calendars.

mod calendario;
mod elenco;
mod filtri;
mod parole;
mod scheda;
mod sessione;

use crate::model::{Id, Pagina, Scheda};
use crate::render::site::Site;

pub use calendario::{Agenda, AnnoView, Barra, Casella, MeseView, Mesi, anno, mese};
pub use elenco::{ElencoView, SchedaBreve, breve, elenco};
pub use filtri::{Aspetto, Filtri, Filtro, Scelta};
pub(super) use scheda::contatti;
pub use scheda::{ContattoView, SchedaView, scheda};
pub use sessione::{Sessione, sessioni};

/// The cards that stand under one address.
#[derive(Clone, Debug)]
pub struct Catalogo<'g> {
    /// The address.
    pub url: &'g str,
    /// The section's Markdown file.
    pub pagina: Option<&'g Pagina>,
    /// Its cards, in source order.
    pub schede: Vec<Id<Scheda>>,
}

impl<'g> Catalogo<'g> {
    /// Every catalogue of the site, in the order of its first card.
    #[must_use]
    pub fn all(site: &Site<'g>) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for (id, scheda) in site.graph.schede.entries() {
            let url = folder(&scheda.url);
            match found.iter_mut().find(|catalogo| catalogo.url == url) {
                Some(catalogo) => catalogo.schede.push(id),
                None => found.push(Self {
                    url,
                    pagina: site.pagina(url),
                    schede: vec![id],
                }),
            }
        }
        found
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self, site: &Site<'g>) -> &'g str {
        match self.pagina.and_then(|pagina| pagina.comuni.titolo.as_ref()) {
            Some(title) => title,
            None => site.text("catalogo.titolo"),
        }
    }
}

/// The address that a page stands under: of `/a/b/` it is `/a/`.
fn folder(url: &str) -> &str {
    let short = url.trim_end_matches('/');
    short.rfind('/').map_or("/", |at| &short[..=at])
}
