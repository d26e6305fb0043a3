use chrono::Datelike as _;
use schemars::JsonSchema;
use serde::Serialize;

use crate::graph::{Cosa, Graph};
use crate::model::{Detto, Ente, Giorno, Id, Piano, Scheda};
use crate::render::site::Site;

/// How the search files a page: the filters of the search page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Ricerca<'g> {
    /// What it shows, in words: "Obiettivo".
    pub tipo: &'g str,
    /// The body it is about.
    pub ente: Option<&'g str>,
    /// The year it is about.
    pub anno: Option<i32>,
}

impl<'g> Ricerca<'g> {
    /// How the page at an address is filed; none for one that shows no thing of its own.
    #[must_use]
    pub fn of(site: &Site<'g>, url: &str) -> Option<Self> {
        let graph = site.graph;
        let cosa = site.findable(url)?;
        let (kind, ente, anno) = (kind(cosa), body(graph, cosa), year(graph, cosa));
        Some(Self {
            tipo: site.word("trovata", kind),
            ente: ente.map(|ente| graph.enti[ente].nome.as_str()),
            anno,
        })
    }
}

fn kind(cosa: Cosa) -> &'static str {
    match cosa {
        Cosa::Scheda(_) => "scheda",
        Cosa::Piano(_) => "piano",
        Cosa::Unita(_) => "unita",
        Cosa::Linea(_) => "linea",
        Cosa::Progetto(_) => "progetto",
        Cosa::Obiettivo(_) => "obiettivo",
        Cosa::Ente(_) => "ente",
        Cosa::Documento(_) => "documento",
        Cosa::Pagina(_) => "pagina",
    }
}

/// The plan that a thing is or stands in.
fn plan(graph: &Graph, cosa: Cosa) -> Option<Id<Piano>> {
    match cosa {
        Cosa::Piano(id) => Some(id),
        Cosa::Unita(id) => Some(graph.unita[id].piano),
        Cosa::Linea(id) => Some(graph.linee_strategiche[id].piano),
        Cosa::Progetto(id) => Some(graph.progetti[id].piano),
        Cosa::Obiettivo(id) => Some(graph.obiettivi[id].piano),
        Cosa::Scheda(_) | Cosa::Ente(_) | Cosa::Documento(_) | Cosa::Pagina(_) => None,
    }
}

fn body(graph: &Graph, cosa: Cosa) -> Option<Id<Ente>> {
    match cosa {
        Cosa::Scheda(id) => Some(graph.schede[id].ente),
        Cosa::Ente(id) => Some(id),
        Cosa::Documento(id) => graph.documenti[id].ente,
        other => graph.piani[plan(graph, other)?].ente,
    }
}

/// The first year of a plan, the year of a card's first date, else the year of what was read or written. A body has
/// none.
fn year(graph: &Graph, cosa: Cosa) -> Option<i32> {
    let of_plan = plan(graph, cosa).and_then(|id| graph.piani[id].inizio);
    let day = match cosa {
        Cosa::Scheda(id) => first_date(graph, id),
        Cosa::Ente(_) => None,
        _ => of_plan.map(|day: Detto<Giorno>| day.value).or_else(|| cosa.data(graph)),
    };
    day.map(|day| day.year())
}

fn first_date(graph: &Graph, id: Id<Scheda>) -> Option<Giorno> {
    let dates = graph.relations.disponibilita_di_scheda.of(id).iter();
    dates.map(|date| graph.disponibilita[*date].inizio).min()
}
