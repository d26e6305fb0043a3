//! Bodies: one node under all its printed spellings.

mod mention;
mod name;
mod node;
mod same;

pub(super) use mention::publisher;
pub(in crate::graph) use name::{LEGAL_FORMS, Name, SMALL};

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt as _};

use super::Inputs;
use super::table::{PerDraft, entries};
use crate::model::{Bozze, Ente, Id, Riferimento, Slug, Testo};
use mention::Mention;
use same::Same;

/// The bodies of a run and the ways to them.
#[derive(Debug)]
pub(super) struct Enti {
    /// The nodes, in the order in which they are first named.
    pub(super) nodes: Vec<Ente>,
    described: PerDraft<Option<Id<Ente>>>,
    by_name: BTreeMap<Name, Id<Ente>>,
    by_text: HashMap<Testo, Id<Ente>>,
}

impl Enti {
    /// The body that a reference of a file means; none for a local one outside the file's list or an unknown name.
    pub(super) fn resolve(&self, draft: usize, reference: &Riferimento) -> Option<Id<Ente>> {
        match reference {
            Riferimento::Locale(local) => *self.described.get(draft, *local as usize)?,
            Riferimento::Scritto(text) => self.find(text),
            Riferimento::Sezione(_) => None,
        }
    }

    /// The body that a name means, whatever its spelling.
    pub(super) fn find(&self, text: &Testo) -> Option<Id<Ente>> {
        let known = self.by_text.get(text).copied();
        known.or_else(|| self.by_name.get(&Name::of(text)).copied())
    }

    /// The id, as the open data give it, of the body that a reference means.
    pub(super) fn slug(&self, draft: usize, reference: &Riferimento) -> Option<&Slug> {
        let id = self.resolve(draft, reference)?;
        self.nodes.get(id.index()).map(|ente| &ente.id)
    }
}

/// Finds every body that drafts and sections name.
pub(super) fn gather(inputs: &Inputs, files: &[&Bozze]) -> Enti {
    let mentions = mention::mentions(inputs, files);
    let same = Same::of(&mentions);
    let mut groups: Vec<Vec<&Mention<'_>>> = Vec::new();
    let mut by_name = BTreeMap::new();
    let mut by_text = HashMap::new();
    for mention in &mentions {
        let id = *by_name.entry(same.canonical(&mention.name).clone()).or_insert_with(|| {
            groups.push(Vec::new());
            Id::new(groups.len() - 1)
        });
        groups[id.index()].push(mention);
        by_text.insert(mention.text.value.clone(), id);
    }
    for name in same.names() {
        if let Some(id) = by_name.get(same.canonical(name)).copied() {
            by_name.insert(name.clone(), id);
        }
    }
    let described = entries::<Ente>(files).map(|entry| by_text.get(&entry.bozza.nome.value).copied());
    let described = PerDraft::new::<Ente>(files, described.collect());
    Enti {
        nodes: nodes(&groups),
        described,
        by_name,
        by_text,
    }
}

/// The nodes of the groups. Two bodies whose names make the same slug are told apart by an ordinal.
fn nodes(groups: &[Vec<&Mention<'_>>]) -> Vec<Ente> {
    let mut taken = BTreeSet::new();
    let mut nodes = Vec::with_capacity(groups.len());
    for group in groups {
        let Some(first) = group.first() else { continue };
        let mut ente = node::node(first, group);
        ente.id = super::ids::unused(&ente.id, |id| taken.contains(id));
        ente.url = super::address::ente(&ente.id);
        taken.insert(ente.id.clone());
        nodes.push(ente);
    }
    nodes
}
