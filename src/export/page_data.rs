//! The data of one page: the thing it shows and the facts that belong to it, as the tables have them.

use std::io::Write;

use anyhow::Result;

use super::rows::json_rows;
use super::table::Table;
use super::tables::table;
use crate::graph::Graph;
use crate::model::{Ente, Id, Obiettivo, Piano, Progetto, Scheda, Unita};

/// A thing whose page has data of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A body.
    Ente(Id<Ente>),
    /// A card.
    Scheda(Id<Scheda>),
    /// A plan or project.
    Piano(Id<Piano>),
    /// A unit of a plan.
    Unita(Id<Unita>),
    /// A product or project of a plan.
    Progetto(Id<Progetto>),
    /// An objective.
    Obiettivo(Id<Obiettivo>),
}

/// Rows of one table, by index.
type Part = (&'static str, Vec<usize>);

impl Subject {
    /// Every thing of the graph whose page has data of its own.
    pub(super) fn all(graph: &Graph) -> impl Iterator<Item = Subject> {
        let enti = graph.enti.ids().map(Subject::Ente);
        let schede = graph.schede.ids().map(Subject::Scheda);
        let piani = graph.piani.ids().map(Subject::Piano);
        let unita = graph.unita.ids().map(Subject::Unita);
        let progetti = graph.progetti.ids().map(Subject::Progetto);
        let obiettivi = graph.obiettivi.ids().map(Subject::Obiettivo);
        enti.chain(schede)
            .chain(piani)
            .chain(unita)
            .chain(progetti)
            .chain(obiettivi)
    }

    /// Address of its page.
    pub(super) fn url(self, graph: &Graph) -> &str {
        match self {
            Subject::Ente(id) => &graph.enti[id].url,
            Subject::Scheda(id) => &graph.schede[id].url,
            Subject::Piano(id) => &graph.piani[id].url,
            Subject::Unita(id) => &graph.unita[id].url,
            Subject::Progetto(id) => &graph.progetti[id].url,
            Subject::Obiettivo(id) => &graph.obiettivi[id].url,
        }
    }

    fn parts(self, graph: &Graph) -> Vec<Part> {
        let to = &graph.relations;
        match self {
            Subject::Ente(id) => vec![
                ("enti", vec![id.index()]),
                ("schede", indices(to.schede_di_ente.of(id))),
                ("contatti", indices(to.contatti_di_ente.of(id))),
                ("piani", indices(to.piani_di_ente.of(id))),
                ("partner", indices(to.partner_di_ente.of(id))),
            ],
            Subject::Scheda(id) => vec![
                ("schede", vec![id.index()]),
                ("contatti", indices(to.contatti_di_scheda.of(id))),
                ("disponibilita", indices(to.disponibilita_di_scheda.of(id))),
                ("calendario", indices(to.calendario_di_scheda.of(id))),
            ],
            // Indicators of objectives stand with the page of their objective, as phases and people do.
            Subject::Piano(id) => vec![
                ("piani", vec![id.index()]),
                ("unita", indices(to.unita_di_piano.of(id))),
                ("linee_strategiche", indices(to.linee_di_piano.of(id))),
                ("progetti", indices(to.progetti_di_piano.of(id))),
                ("obiettivi", indices(to.obiettivi_di_piano.of(id))),
                ("indicatori", own_indicators(graph, id)),
                ("contatti", indices(to.contatti_di_piano.of(id))),
                ("partner", indices(to.partner_di_piano.of(id))),
                ("attivita", indices(to.attivita_di_piano.of(id))),
                ("scadenze", indices(to.scadenze_di_piano.of(id))),
            ],
            Subject::Unita(id) => vec![
                ("unita", vec![id.index()]),
                ("progetti", indices(to.progetti_di_unita.of(id))),
                ("obiettivi", indices(to.obiettivi_di_unita.of(id))),
            ],
            Subject::Progetto(id) => vec![
                ("progetti", vec![id.index()]),
                ("obiettivi", indices(to.obiettivi_di_progetto.of(id))),
                ("fasi", indices(to.fasi_di_progetto.of(id))),
                ("assegnazioni", indices(to.assegnazioni_di_progetto.of(id))),
                ("bilancio", indices(to.bilancio_di_progetto.of(id))),
            ],
            Subject::Obiettivo(id) => vec![
                ("obiettivi", vec![id.index()]),
                ("fasi", indices(to.fasi_di_obiettivo.of(id))),
                ("indicatori", indices(to.indicatori_di_obiettivo.of(id))),
                ("assegnazioni", indices(to.assegnazioni_di_obiettivo.of(id))),
            ],
        }
    }
}

/// Indicators that belong to the plan itself, as those of a project do.
fn own_indicators(graph: &Graph, id: Id<Piano>) -> Vec<usize> {
    let all = graph.relations.indicatori_di_piano.of(id).iter();
    let own = all.filter(|indicatore| graph.indicatori[**indicatore].obiettivo.is_none());
    own.map(|indicatore| indicatore.index()).collect()
}

fn indices<T>(ids: &[Id<T>]) -> Vec<usize> {
    ids.iter().map(|id| id.index()).collect()
}

/// The data of a page as one JSON object: for each table that has something to say, its rows.
pub(super) fn page_data(subject: Subject, graph: &Graph, out: &mut dyn Write) -> Result<()> {
    let mut before: &[u8] = b"{\n\"";
    let parts = subject.parts(graph).into_iter().filter(|(_, rows)| !rows.is_empty());
    for (table, rows) in parts.filter_map(|(name, rows)| Some((table(name)?, rows))) {
        let table: &dyn Table = table;
        out.write_all(&[before, table.name().as_bytes(), b"\":"].concat())?;
        json_rows(table, graph, &rows, out)?;
        before = b",\n\"";
    }
    Ok(out.write_all(b"\n}\n")?)
}
