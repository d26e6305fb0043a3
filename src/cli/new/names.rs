//! What the things of an edition are called in the next one: by names that none of the old ones has.

use std::collections::BTreeMap;

use super::next_year::Step;
use crate::model::{Origine, Piano};
use crate::pipeline::Facts;

/// Where an edition stands.
pub(super) struct Old<'o> {
    /// Its folder below `content/`.
    pub(super) folder: &'o str,
    /// Its document, or its folder of tables.
    pub(super) source: Option<&'o str>,
    /// The plan that it is; none for a catalogue.
    pub(super) plan: Option<&'o Piano>,
}

/// Tells a step the names of all that a year in them does not tell apart; ids in the new edition of the cards that
/// editors wrote, by the path of the old file.
pub(super) fn tell(facts: &Facts, old: &Old<'_>, step: &mut Step) -> BTreeMap<String, String> {
    match old.plan {
        Some(plan) => {
            step.old_id = plan.id.to_string();
            step.new_id = step.next(&step.old_id);
            step.supersedes.clone_from(&step.old_id);
            step.renamed.insert(plan.titolo.to_string(), step.title(&plan.titolo));
        }
        None => old.folder.clone_into(&mut step.supersedes),
    }
    let mut written = BTreeMap::new();
    for card in facts.graph.schede.iter().filter(|card| old.has(facts, &card.origine)) {
        let id = step.id(&card.id.to_string());
        step.cards.entry(card.titolo.to_string()).or_default().push(id.clone());
        let path = path(facts, &card.origine);
        if path.starts_with("content/") {
            written.insert(path.to_owned(), id);
        }
    }
    let renamed: Vec<String> = ids(facts, old).filter(|id| step.name(id) == *id).collect();
    for id in renamed {
        let new = step.next(&id);
        step.renamed.insert(id, new);
    }
    written
}

/// The ids of the things of an edition that others refer to.
fn ids(facts: &Facts, old: &Old<'_>) -> impl Iterator<Item = String> {
    let graph = &facts.graph;
    let cards = graph.schede.iter().map(|it| (&it.id, &it.origine));
    let units = graph.unita.iter().map(|it| (&it.id, &it.origine));
    let lines = graph.linee_strategiche.iter().map(|it| (&it.id, &it.origine));
    let projects = graph.progetti.iter().map(|it| (&it.id, &it.origine));
    let objectives = graph.obiettivi.iter().map(|it| (&it.id, &it.origine));
    let all = cards.chain(units).chain(lines).chain(projects).chain(objectives);
    all.filter(|(_, place)| old.has(facts, place))
        .map(|(id, _)| id.to_string())
}

/// The path of the file that says a thing.
fn path<'f>(facts: &'f Facts, place: &Origine) -> &'f str {
    facts.sources.file(place.span.file).path()
}

impl Old<'_> {
    /// Whether a thing is said in one of its files.
    fn has(&self, facts: &Facts, place: &Origine) -> bool {
        let path = path(facts, place);
        let below = |folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let in_folder = path.strip_prefix("content/").is_some_and(|rest| {
            let below = rest.strip_prefix(self.folder);
            below.is_some_and(|rest| rest.starts_with('/'))
        });
        in_folder || self.source.is_some_and(|source| path == source || below(source))
    }
}
