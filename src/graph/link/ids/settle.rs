use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use crate::diag::Diagnostic;
use crate::diag::register::grafo::ID_RIPETUTO;
use crate::model::{Detto, Slug, Testo};

/// What a thing would be called.
pub(in crate::graph::link) struct Proposal<'a> {
    explicit: Option<&'a Detto<Testo>>,
    short: Slug,
    long: Slug,
    edition: Edition,
}

/// How late the edition is that a thing stands in, as far as its section says: its year, and whether it takes the place
/// of another.
pub(in crate::graph::link) type Edition = (i32, bool);

impl<'a> Proposal<'a> {
    /// By what an editor wrote, else by a short name.
    pub(in crate::graph::link) fn new(explicit: &'a Option<Detto<Testo>>, short: Slug) -> Self {
        Self {
            explicit: explicit.as_ref(),
            long: short.clone(),
            short,
            edition: Edition::default(),
        }
    }

    /// By a longer name, where the short one means several things.
    pub(in crate::graph::link) fn or(mut self, long: Slug) -> Self {
        self.long = long;
        self
    }

    /// Of an edition: what an earlier one holds keeps its name when a later one holds the like.
    pub(in crate::graph::link) fn of(mut self, edition: Edition) -> Self {
        self.edition = edition;
        self
    }
}

/// Who has a short name: how many in the earliest edition, and in all.
struct Bearers {
    edition: Edition,
    earliest: u32,
    all: u32,
}

impl Bearers {
    fn add(&mut self, edition: Edition) {
        self.all += 1;
        match edition.cmp(&self.edition) {
            Ordering::Less => (self.edition, self.earliest) = (edition, 1),
            Ordering::Equal => self.earliest += 1,
            Ordering::Greater => {}
        }
    }

    /// Whether the name means one thing of this edition, or did before later ones came.
    fn is_only(&self, edition: Edition) -> bool {
        self.all == 1 || (self.earliest == 1 && self.edition == edition)
    }
}

/// Chooses an id for each proposal, all different. All things that share a short name go by their long ones, so that
/// none of them owes its id to its place in the list; but what was there before a later edition keeps its own.
pub(in crate::graph::link) fn settle(proposals: Vec<Proposal<'_>>, problems: &mut Vec<Diagnostic>) -> Settled {
    let explicit = explicit_ids(&proposals, problems);
    let mut uses: HashMap<&Slug, Bearers> = HashMap::with_capacity(proposals.len());
    for proposal in proposals.iter().filter(|proposal| proposal.explicit.is_none()) {
        let none = || Bearers {
            edition: proposal.edition,
            earliest: 0,
            all: 0,
        };
        uses.entry(&proposal.short).or_insert_with(none).add(proposal.edition);
    }
    let mut taken: HashSet<Slug> = HashSet::with_capacity(proposals.len());
    taken.extend(explicit.iter().flatten().cloned());
    let mut shared = HashSet::new();
    let mut ids = vec![Slug::default(); proposals.len()];
    let mut order: Vec<_> = proposals.iter().zip(explicit).enumerate().collect();
    order.sort_by_key(|(_, (proposal, _))| proposal.edition);
    for (place, (proposal, explicit)) in order {
        ids[place] = explicit.unwrap_or_else(|| {
            let bearers = uses.get(&proposal.short);
            let only = bearers.is_none_or(|bearers| bearers.is_only(proposal.edition));
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
