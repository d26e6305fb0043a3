//! How far a reference is looked for: what stands nearest to it is meant, so that a thing of last year with the same
//! name is in nobody's way.

use super::resolve::{Referred, Target};
use super::{Inputs, section};
use crate::model::{Id, Piano};

/// Where a written reference stands.
pub(super) enum Scope<'s> {
    /// In this plan; codes and names are unique there.
    Plan(Option<Id<Piano>>),
    /// In the section that names this draft among the inputs, or holds it.
    Section(&'s Inputs, usize),
}

/// A part of the site in which a reference is looked for.
pub(super) enum Circle<'s> {
    Plan(Option<Id<Piano>>),
    /// A folder of `content/` and all below it.
    Folder(&'s Inputs, &'s str),
    Site,
}

impl From<Option<Id<Piano>>> for Scope<'_> {
    fn from(plan: Option<Id<Piano>>) -> Self {
        Self::Plan(plan)
    }
}

impl<'s> Scope<'s> {
    /// The plan that names are unique in.
    pub(super) fn plan(&self) -> Option<Id<Piano>> {
        match self {
            Self::Plan(plan) => *plan,
            Self::Section(..) => None,
        }
    }

    /// Where to look, the nearest first.
    pub(super) fn circles(&self) -> impl Iterator<Item = Circle<'s>> + use<'s> {
        let plan = match self {
            Self::Plan(plan) => Some(Circle::Plan(*plan)),
            Self::Section(..) => None,
        };
        let folders = match self {
            Self::Plan(_) => None,
            Self::Section(inputs, draft) => section::folder_of(inputs, *draft).map(|folder| (*inputs, folder)),
        };
        let folders = folders
            .into_iter()
            .flat_map(|(inputs, folder)| section::upwards(folder).map(move |folder| Circle::Folder(inputs, folder)));
        plan.into_iter().chain(folders).chain([Circle::Site])
    }
}

impl Circle<'_> {
    /// Whether a node stands in it.
    pub(super) fn holds<T: Referred>(&self, target: &Target<T>, id: Id<T>) -> bool {
        match self {
            Self::Plan(plan) => target.node(id).plan() == *plan,
            Self::Folder(inputs, folder) => {
                let own = target.draft_of(id).and_then(|draft| section::folder_of(inputs, draft));
                own.is_some_and(|own| section::upwards(own).any(|above| above == *folder))
            }
            Self::Site => true,
        }
    }
}
