use std::cmp::Ordering;

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use crate::diag::Diagnostic;
use crate::diag::register::grafo::ID_RIPETUTO;
use crate::model::{Detto, Slug, Testo};

/// What a thing would be called.
pub(in crate::graph::link) struct Proposal<'a> {
    explicit: Option<&'a Detto<Testo>>,
    short: Slug,
    /// Few things need it; none where it is the short one.
    long: Option<Long<'a>>,
    edition: Edition,
}

/// Makes a longer name.
type Long<'a> = Box<dyn Fn() -> Slug + Send + Sync + 'a>;

/// How late the edition is that a thing stands in, as far as its section says: its year, and whether it takes the place
/// of another.
pub(in crate::graph::link) type Edition = (i32, bool);

impl<'a> Proposal<'a> {
    /// By what an editor wrote, else by a short name.
    pub(in crate::graph::link) fn new(explicit: &'a Option<Detto<Testo>>, short: Slug) -> Self {
        Self {
            explicit: explicit.as_ref(),
            short,
            long: None,
            edition: Edition::default(),
        }
    }

    /// By a longer name, where the short one means several things.
    pub(in crate::graph::link) fn or(mut self, long: impl Fn() -> Slug + Send + Sync + 'a) -> Self {
        self.long = Some(Box::new(long));
        self
    }

    /// Of an edition: what an earlier one holds keeps its name when a later one holds the like.
    pub(in crate::graph::link) fn of(mut self, edition: Edition) -> Self {
        self.edition = edition;
        self
    }

    fn long(&self) -> Slug {
        self.long.as_ref().map_or_else(|| self.short.clone(), |long| long())
    }
}

/// Who wants a short name: how many in the earliest edition, and in all; and whether one has it as its id.
struct Bearers {
    edition: Edition,
    earliest: u32,
    all: u32,
    taken: bool,
}

impl Bearers {
    fn none(edition: Edition) -> Self {
        Self {
            edition,
            earliest: 0,
            all: 0,
            taken: false,
        }
    }

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
    let mut names = Names::of(&proposals);
    explicit.iter().flatten().for_each(|id| names.take(id));
    let mut ids = vec![Slug::default(); proposals.len()];
    let mut order: Vec<_> = proposals.iter().zip(explicit).enumerate().collect();
    order.sort_by_key(|(_, (proposal, _))| proposal.edition);
    for (place, (proposal, explicit)) in order {
        ids[place] = explicit.unwrap_or_else(|| names.give(proposal));
    }
    Settled {
        ids,
        shared: names.shared,
    }
}

/// The names that things want and have.
struct Names<'p> {
    /// The short names of those for which no editor chose an id.
    short: HashMap<&'p Slug, Bearers>,
    /// The ids that are taken and none of these.
    others: HashSet<Slug>,
    /// The short names that another thing has too, or has taken.
    shared: HashSet<Slug>,
}

impl<'p> Names<'p> {
    fn of(proposals: &'p [Proposal<'_>]) -> Self {
        let unnamed = || proposals.iter().filter(|proposal| proposal.explicit.is_none());
        let mut short: HashMap<&Slug, Bearers> = HashMap::with_capacity(unnamed().count());
        for proposal in unnamed() {
            let bearers = short.entry(&proposal.short);
            let bearers = bearers.or_insert_with(|| Bearers::none(proposal.edition));
            bearers.add(proposal.edition);
        }
        Self {
            short,
            others: HashSet::new(),
            shared: HashSet::new(),
        }
    }

    fn is_taken(&self, id: &Slug) -> bool {
        self.short.get(id).is_some_and(|bearers| bearers.taken) || self.others.contains(id)
    }

    fn take(&mut self, id: &Slug) {
        match self.short.get_mut(id) {
            Some(bearers) => bearers.taken = true,
            None => {
                self.others.insert(id.clone());
            }
        }
    }

    /// An id that nothing else has.
    fn give(&mut self, proposal: &Proposal<'_>) -> Slug {
        let short = &proposal.short;
        let bearers = self.short.get_mut(short);
        let only = bearers.as_ref().is_none_or(|bearers| bearers.is_only(proposal.edition));
        if let Some(bearers) = bearers.filter(|bearers| only && !bearers.taken && !short.as_str().is_empty()) {
            bearers.taken = true;
            return short.clone();
        }
        let wanted = if only && !self.is_taken(short) {
            short.clone()
        } else {
            self.shared.insert(short.clone());
            proposal.long()
        };
        let id = unused(&wanted, |id| self.is_taken(id));
        self.take(&id);
        id
    }
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
            long: self.long(),
            short: self.short,
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
