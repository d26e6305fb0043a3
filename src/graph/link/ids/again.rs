//! The ids of what one file holds, when it says something else than in the linking before and all other files the same.

use foldhash::HashSet;

use super::settle::{Proposal, Wish, settle_again};
use super::{Below, Ids, Plans, Site};
use crate::graph::link::Inputs;
use crate::graph::link::enti::Enti;
use crate::graph::link::table::{Entry, Noun, PerDraft, entries_of};
use crate::model::{Bozze, Fase, Indicatore, Obiettivo, Slug};

/// The ids of a linking and what they were made with.
#[derive(Debug)]
pub(in crate::graph::link) struct Naming {
    pub(in crate::graph::link) enti: Enti,
    pub(in crate::graph::link) sections: Vec<Option<usize>>,
    pub(in crate::graph::link) ids: Ids,
}

/// What the objectives of a file and their parts would be called.
struct Wishes {
    obiettivi: Vec<Wish>,
    fasi: Vec<Wish>,
    indicatori: Vec<Wish>,
}

impl Naming {
    /// Gives ids again to the objectives of one draft and their parts. `files` are the drafts before and after.
    /// Nothing where that would take other drafts too; some of the ids may be given then.
    pub(in crate::graph::link) fn again(&mut self, inputs: &Inputs, files: [&[&Bozze]; 2], draft: usize) -> Option<()> {
        let before = self.wishes(inputs, files[0], draft);
        let after = self.wishes(inputs, files[1], draft);
        let ids = &mut self.ids;
        let shared = &ids.shared;
        rename(&mut ids.obiettivi, draft, [&before.obiettivi, &after.obiettivi], shared)?;
        // The long names of parts are made with the id of the objective.
        let after = self.wishes(inputs, files[1], draft);
        let ids = &mut self.ids;
        let shared = &ids.shared;
        rename(&mut ids.fasi, draft, [&before.fasi, &after.fasi], shared)?;
        rename(
            &mut ids.indicatori,
            draft,
            [&before.indicatori, &after.indicatori],
            shared,
        )
    }

    fn wishes(&self, inputs: &Inputs, files: &[&Bozze], draft: usize) -> Wishes {
        let site = Site {
            inputs,
            files,
            enti: &self.enti,
            sections: &self.sections,
        };
        let within = Plans {
            site,
            piani: &self.ids.piani,
        };
        let below = Below {
            within,
            obiettivi: &self.ids.obiettivi,
            progetti: &self.ids.progetti,
            schede: &self.ids.schede,
        };
        let bozze = files[draft];
        let nears = below.nears(draft, bozze);
        Wishes {
            obiettivi: wishes(draft, bozze, |entry: &Entry<'_, Obiettivo>| within.obiettivo(entry)),
            fasi: wishes(draft, bozze, |entry: &Entry<'_, Fase>| below.fase(entry, &nears)),
            indicatori: wishes(draft, bozze, |entry: &Entry<'_, Indicatore>| {
                below.indicatore(entry, &nears)
            }),
        }
    }
}

fn wishes<'a, T: Noun + 'a>(
    draft: usize,
    bozze: &'a Bozze,
    propose: impl Fn(&Entry<'a, T>) -> Proposal<'a>,
) -> Vec<Wish> {
    entries_of(draft, bozze).map(|entry| propose(&entry).wish()).collect()
}

/// Gives ids to the things of one draft, as many before as after.
fn rename(ids: &mut PerDraft<Slug>, draft: usize, [before, after]: [&[Wish]; 2], shared: &HashSet<Slug>) -> Option<()> {
    for (local, (before, after)) in before.iter().zip(after).enumerate() {
        let taken = |id: &Slug| ids.values().contains(id);
        let id = settle_again([before, after], ids.get(draft, local)?, shared, taken)?;
        ids.put(draft, local, id);
    }
    Some(())
}
