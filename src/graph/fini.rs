//! What of each plan ends on which day. Gathered when it is first asked for; graphs in which no day differs share it.

use super::Graph;
use crate::model::{Attivita, Fase, Giorno, Id, Piano, Scadenza};

/// The dated ends of every plan, in order.
#[derive(Debug)]
pub struct Fini(Vec<Vec<Fine>>);

/// A dated end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fine {
    /// The day.
    pub giorno: Giorno,
    /// What ends.
    pub cosa: Finita,
}

/// What can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finita {
    /// A phase.
    Fase(Id<Fase>),
    /// An activity.
    Attivita(Id<Attivita>),
    /// A next step.
    Scadenza(Id<Scadenza>),
}

impl Fini {
    pub(super) fn of(graph: &Graph) -> Self {
        let of_plan = |id| {
            let mut ends: Vec<Fine> = phases(graph, id).chain(others(graph, id)).collect();
            ends.sort_by_key(|end| end.giorno);
            ends
        };
        Self(graph.piani.ids().map(of_plan).collect())
    }

    /// Those of a plan: of one day in the order of its objectives, then of its projects, its activities, its next steps.
    #[must_use]
    pub fn di_piano(&self, id: Id<Piano>) -> &[Fine] {
        self.0.get(id.index()).map_or(&[], Vec::as_slice)
    }
}

/// A phase of an objective may name the project too; it counts once, with its objective.
fn phases(graph: &Graph, id: Id<Piano>) -> impl Iterator<Item = Fine> {
    let to = &graph.relations;
    let objectives = to.obiettivi_di_piano.of(id).iter();
    let of_objectives = objectives.flat_map(|of| to.fasi_di_obiettivo.of(*of));
    let projects = to.progetti_di_piano.of(id).iter();
    let of_projects = projects.flat_map(|of| to.fasi_di_progetto.of(*of));
    let of_projects = of_projects.filter(|fase| graph.fasi[**fase].obiettivo.is_none());
    of_objectives.chain(of_projects).filter_map(|fase| {
        let giorno = graph.fasi[*fase].fine.as_ref()?.value;
        let cosa = Finita::Fase(*fase);
        Some(Fine { giorno, cosa })
    })
}

fn others(graph: &Graph, id: Id<Piano>) -> impl Iterator<Item = Fine> {
    let to = &graph.relations;
    let activities = to.attivita_di_piano.of(id).iter().filter_map(|of| {
        let giorno = graph.attivita[*of].fine.as_ref()?.value;
        let cosa = Finita::Attivita(*of);
        Some(Fine { giorno, cosa })
    });
    let steps = to.scadenze_di_piano.of(id).iter().filter_map(|of| {
        let giorno = graph.scadenze[*of].entro.as_ref()?.value;
        let cosa = Finita::Scadenza(*of);
        Some(Fine { giorno, cosa })
    });
    activities.chain(steps)
}
