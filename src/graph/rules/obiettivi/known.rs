//! What was found in a graph, for the next one that has most of its nodes.

use std::sync::Arc;

use rayon::prelude::*;

use super::twins::Twins;
use super::{of_one, of_people};
use crate::diag::Diagnostic;
use crate::graph::rules::sommario::codes;
use crate::graph::{Arena, Graph};
use crate::model::{Id, Obiettivo};

/// The findings about objectives of a graph. Those about an objective by itself depend on its node, on its phases,
/// indicators and people, and on the plans; those about people on the rows of people and on the units; those about codes
/// on the codes of objectives and on their parts. All of these are compared before a finding is taken over.
#[derive(Debug, Default)]
pub struct Known {
    graph: Graph,
    each: Vec<Vec<Diagnostic>>,
    twins: Twins,
    people: Vec<Diagnostic>,
    codes: Vec<Diagnostic>,
}

impl Known {
    /// Turns to another graph.
    pub(super) fn turn_to(&mut self, graph: &Graph) {
        let people = || (!self.has_people_of(graph)).then(|| of_people(graph));
        let codes = || (!self.has_codes_of(graph)).then(|| codes::check(graph));
        let (people, codes) = rayon::join(people, codes);
        self.people = people.unwrap_or_else(|| std::mem::take(&mut self.people));
        self.codes = codes.unwrap_or_else(|| std::mem::take(&mut self.codes));
        match self.touched(graph) {
            Some(touched) => {
                for id in touched {
                    self.each[id.index()] = of_one(graph, id).collect();
                }
                self.twins = std::mem::take(&mut self.twins).turned_to(&self.graph, graph);
            }
            None => {
                let ids: Vec<Id<Obiettivo>> = graph.obiettivi.ids().collect();
                let each = ids.par_iter().with_min_len(64).map(|id| of_one(graph, *id).collect());
                self.each = each.collect();
                self.twins = Twins::of(graph);
            }
        }
        self.graph = graph.clone();
    }

    /// What was found in each objective by itself.
    pub(super) fn of_each(&self) -> impl Iterator<Item = &Diagnostic> {
        self.each.iter().flatten()
    }

    /// What was found in several that say the same.
    pub(super) fn of_twins(&self) -> impl Iterator<Item = &Diagnostic> {
        self.twins.found.iter()
    }

    /// What was found in people whom several objectives name.
    pub(super) fn of_people(&self) -> impl Iterator<Item = &Diagnostic> {
        self.people.iter()
    }

    /// What was found in codes.
    pub(super) fn of_codes(&self) -> impl Iterator<Item = &Diagnostic> {
        self.codes.iter()
    }

    /// Whether the same people are assigned to the same things.
    fn has_people_of(&self, graph: &Graph) -> bool {
        Arc::ptr_eq(&self.graph.relations, &graph.relations)
            && self.graph.assegnazioni.is(&graph.assegnazioni)
            && self.graph.unita.is(&graph.unita)
    }

    /// Whether codes and what they stand beside are the same, at the same places.
    fn has_codes_of(&self, graph: &Graph) -> bool {
        let same = |id: &Id<Obiettivo>| has_code_of(&self.graph.obiettivi[*id], &graph.obiettivi[*id]);
        let objectives = || differing(&self.graph.obiettivi, &graph.obiettivi);
        Arc::ptr_eq(&self.graph.relations, &graph.relations)
            && self.graph.progetti.is(&graph.progetti)
            && self.graph.indicatori.is(&graph.indicatori)
            && self.graph.fasi.is(&graph.fasi)
            && objectives().is_some_and(|differing| differing.iter().all(same))
    }

    /// The objectives that may say something else than in the graph before; none if anything may.
    fn touched(&self, graph: &Graph) -> Option<Vec<Id<Obiettivo>>> {
        let same = Arc::ptr_eq(&self.graph.relations, &graph.relations)
            && self.graph.piani.is(&graph.piani)
            && self.graph.unita.is(&graph.unita);
        if !same {
            return None;
        }
        let objectives = differing(&self.graph.obiettivi, &graph.obiettivi)?.into_iter();
        let of_phases = differing(&self.graph.fasi, &graph.fasi)?.into_iter();
        let of_phases = of_phases.filter_map(|id| graph.fasi[id].obiettivo);
        let of_indicators = differing(&self.graph.indicatori, &graph.indicatori)?.into_iter();
        let of_indicators = of_indicators.filter_map(|id| graph.indicatori[id].obiettivo);
        let of_people = differing(&self.graph.assegnazioni, &graph.assegnazioni)?.into_iter();
        let of_people = of_people.filter_map(|id| graph.assegnazioni[id].obiettivo);
        let mut touched: Vec<_> = objectives
            .chain(of_phases)
            .chain(of_indicators)
            .chain(of_people)
            .collect();
        touched.sort_unstable();
        touched.dedup();
        Some(touched)
    }
}

/// Whether an objective has the code of another, by the same id and title, all of them at the same places.
fn has_code_of(one: &Obiettivo, other: &Obiettivo) -> bool {
    let places = |it: &Obiettivo| (it.titolo.span, it.codice.as_ref().map(|code| code.span));
    (&one.id, &one.titolo, &one.codice) == (&other.id, &other.titolo, &other.codice) && places(one) == places(other)
}

/// The places at which two lists have other nodes; none if one is longer.
pub(super) fn differing<T>(before: &Arena<T>, after: &Arena<T>) -> Option<Vec<Id<T>>> {
    let pairs = before.shared().iter().zip(after.shared()).enumerate();
    let differing = pairs.filter(|(_, (before, after))| !Arc::ptr_eq(before, after));
    (before.len() == after.len()).then(|| differing.map(|(at, _)| Id::new(at)).collect())
}
