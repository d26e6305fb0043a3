use std::collections::{HashMap, HashSet};

use crate::diag::Diagnostic;
use crate::diag::register::grafo::ID_RIPETUTO;
use crate::model::{Detto, Slug, Testo};

/// What a thing would be called.
pub(in crate::graph::link) struct Proposal<'a> {
    explicit: Option<&'a Detto<Testo>>,
    short: Slug,
    long: Slug,
}

impl<'a> Proposal<'a> {
    /// By what an editor wrote, else by a short name.
    pub(in crate::graph::link) fn new(explicit: &'a Option<Detto<Testo>>, short: Slug) -> Self {
        Self {
            explicit: explicit.as_ref(),
            long: short.clone(),
            short,
        }
    }

    /// By a longer name, where the short one means several things.
    pub(in crate::graph::link) fn or(mut self, long: Slug) -> Self {
        self.long = long;
        self
    }
}

/// Chooses an id for each proposal, all different. All things that share a short name go by their long ones, so that
/// none of them owes its id to its place in the list.
pub(in crate::graph::link) fn settle(proposals: Vec<Proposal<'_>>, problems: &mut Vec<Diagnostic>) -> Settled {
    let explicit = explicit_ids(&proposals, problems);
    let mut uses: HashMap<&Slug, u32> = HashMap::with_capacity(proposals.len());
    for proposal in proposals.iter().filter(|proposal| proposal.explicit.is_none()) {
        *uses.entry(&proposal.short).or_default() += 1;
    }
    let mut taken: HashSet<Slug> = HashSet::with_capacity(proposals.len());
    taken.extend(explicit.iter().flatten().cloned());
    let mut shared = HashSet::new();
    let mut ids = Vec::with_capacity(proposals.len());
    for (proposal, explicit) in proposals.iter().zip(explicit) {
        let id = explicit.unwrap_or_else(|| {
            let only = uses.get(&proposal.short).is_none_or(|uses| *uses == 1);
            if only && !proposal.short.as_str().is_empty() && taken.insert(proposal.short.clone()) {
                return proposal.short.clone();
            }
            let wanted = if only && !taken.contains(&proposal.short) {
                &proposal.short
            } else {
                shared.insert(proposal.short.clone());
                &proposal.long
            };
            let id = unused(wanted, |id| taken.contains(id));
            taken.insert(id.clone());
            id
        });
        ids.push(id);
    }
    Settled { ids, shared }
}

/// The ids of all proposals.
pub(in crate::graph::link) struct Settled {
    /// In the order of the proposals.
    pub(in crate::graph::link) ids: Vec<Slug>,
    /// The short names that another thing has too, or has taken.
    pub(in crate::graph::link) shared: HashSet<Slug>,
}

/// A proposal by itself: the id that an editor wrote, the short and the long name.
#[derive(PartialEq, Eq)]
pub(super) struct Wish {
    chosen: Option<Slug>,
    short: Slug,
    long: Slug,
}

impl Proposal<'_> {
    pub(super) fn wish(self) -> Wish {
        Wish {
            chosen: self.explicit.map(|text| Slug::of(text)),
            short: self.short,
            long: self.long,
        }
    }
}

/// The id of a thing that is proposed otherwise than before while all others stay as they are, if that can be told from
/// its own id and the `taken` ones alone and changes no other.
pub(super) fn settle_again(
    [before, after]: [&Wish; 2],
    id: &Slug,
    shared: &HashSet<Slug>,
    taken: impl Fn(&Slug) -> bool,
) -> Option<Slug> {
    if before == after {
        return Some(id.clone());
    }
    let kept = before.chosen == after.chosen && before.chosen.as_ref().is_none_or(|chosen| chosen == id);
    if !kept || before.chosen.is_some() {
        return kept.then(|| id.clone());
    }
    let wanted = |wish: &Wish| {
        if shared.contains(&wish.short) {
            wish.long.clone()
        } else {
            wish.short.clone()
        }
    };
    let (was, is) = (wanted(before), wanted(after));
    let of_several = |wish: &Wish| shared.contains(&wish.short);
    // Others are told apart from who has their short name, from who has its id, and by ordinals from who has had it.
    let moves = before.short != after.short && (of_several(before) || of_several(after));
    let second = id.join(&Slug::of("2"));
    let free = || !is.as_str().is_empty() && !shared.contains(&was) && !taken(&is) && !taken(&second);
    (was == *id && !moves && (was == is || free())).then_some(is)
}

/// The ids that editors wrote, none where another thing has it already.
fn explicit_ids(proposals: &[Proposal<'_>], problems: &mut Vec<Diagnostic>) -> Vec<Option<Slug>> {
    let mut owners: HashMap<Slug, &Detto<Testo>> = HashMap::new();
    let mut ids = Vec::with_capacity(proposals.len());
    for proposal in proposals {
        let chosen = proposal.explicit.map(|text| (Slug::of(text), text));
        let free = chosen.and_then(|(id, text)| match owners.get(&id) {
            Some(owner) => {
                problems.push(
                    Diagnostic::new(&ID_RIPETUTO)
                        .at(text.span)
                        .and(owner.span)
                        .with("id", &id),
                );
                None
            }
            None => {
                owners.insert(id.clone(), text);
                Some(id)
            }
        });
        ids.push(free);
    }
    ids
}

/// The wanted id, with the first ordinal from 2 that makes it new where it is taken. Never empty.
pub(in crate::graph::link) fn unused(wanted: &Slug, taken: impl Fn(&Slug) -> bool) -> Slug {
    let wanted = if wanted.as_str().is_empty() {
        Slug::of("senza-nome")
    } else {
        wanted.clone()
    };
    if !taken(&wanted) {
        return wanted;
    }
    let numbered = (2_u32..).map(|ordinal| wanted.join(&Slug::of(&ordinal.to_string())));
    numbered.into_iter().find(|id| !taken(id)).unwrap_or(wanted)
}
