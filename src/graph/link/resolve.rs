//! References: from what a draft says to the node that it means.

use std::sync::{Arc, OnceLock};

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use super::scope::Scope;
use super::table::{Made, PerDraft};
use crate::diag::register::grafo::{PIANO_NON_DETTO, RIFERIMENTO_AMBIGUO, RIFERIMENTO_IGNOTO};
use crate::diag::{Code, Diagnostic};
use crate::model::{Detto, Id, LineaStrategica, Obiettivo, Piano, Progetto, Riferimento, Scheda, Slug, Testo, Unita};
use crate::source::Span;

/// A noun that others refer to.
pub(super) trait Referred: Sized {
    /// What it is called in messages, Italian with its article and English without.
    const CALLED: (&'static str, &'static str);

    /// Its id.
    fn id(&self) -> &Slug;

    /// Where it is written.
    fn place(&self) -> Span;

    /// The plan that its code and name are unique in; none for a noun that stands in no plan.
    fn plan(&self) -> Option<Id<Piano>>;

    /// Code and name, empty where it has none.
    fn names(&self) -> (&str, &str);
}

macro_rules! referred {
    ($($noun:ident $called:tt: $plan:expr, $names:expr;)+) => {
        $(impl Referred for $noun {
            const CALLED: (&'static str, &'static str) = $called;

            fn id(&self) -> &Slug {
                &self.id
            }

            fn place(&self) -> Span {
                self.origine.span
            }

            fn plan(&self) -> Option<Id<Piano>> {
                let plan: fn(&Self) -> Option<Id<Piano>> = $plan;
                plan(self)
            }

            fn names(&self) -> (&str, &str) {
                let names: fn(&Self) -> (&str, &str) = $names;
                names(self)
            }
        })+
    };
}

referred! {
    Piano ("il piano", "plan"): |_| None, |it| ("", &it.titolo);
    Unita ("l'unità", "unit"): |it| Some(it.piano), |it| (&it.codice, &it.nome);
    LineaStrategica ("la linea strategica", "strategic line"):
        |it| Some(it.piano), |it| (it.codice.as_ref().map_or("", |code| code), &it.titolo);
    Progetto ("il prodotto o progetto", "product or project"): |it| Some(it.piano), |it| (&it.codice, &it.titolo);
    Obiettivo ("l'obiettivo", "objective"):
        |it| Some(it.piano), |it| (it.codice.as_ref().map_or("", |code| code), &it.titolo);
    Scheda ("la scheda", "card"): |_| None, |it| ("", &it.titolo);
}

/// The nodes of one noun and the ways to them.
#[derive(Debug)]
pub(super) struct Target<T> {
    /// The nodes, in source order.
    pub(super) nodes: Vec<Arc<T>>,
    /// The node of each draft; none where the draft could not become one.
    pub(super) places: PerDraft<Option<Id<T>>>,
    /// How many nodes come from the files before each file, and from all.
    pub(super) starts: Vec<u32>,
    /// What the section of each draft describes; only plans are found so.
    pub(super) sections: Vec<Option<Id<T>>>,
    by_id: OnceLock<HashMap<Slug, Id<T>>>,
    by_name: OnceLock<HashMap<Slug, Vec<Id<T>>>>,
}

impl<T> Default for Target<T> {
    fn default() -> Self {
        Self::new(Made::default(), PerDraft::default())
    }
}

impl<T> Target<T> {
    pub(super) fn new(made: Made<T>, places: PerDraft<Option<Id<T>>>) -> Self {
        Self {
            nodes: made.nodes,
            places,
            starts: made.starts,
            sections: Vec::new(),
            by_id: OnceLock::new(),
            by_name: OnceLock::new(),
        }
    }

    /// Whether some reference was looked for by what is written.
    pub(super) fn was_searched(&self) -> bool {
        self.by_id.get().is_some()
    }

    /// The node of an id that this list gave.
    pub(super) fn node(&self, id: Id<T>) -> &T {
        &self.nodes[id.index()]
    }
}

/// Why a written reference leads nowhere.
enum Lost<T> {
    Unknown,
    Several(Vec<Id<T>>),
}

impl<T: Referred> Target<T> {
    /// The node that a reference of a file means. A written one is an id, a code or a name, of the nearest thing that
    /// has it. What cannot be resolved is reported; a reference to a thing that was left out itself is not, since the
    /// cause is.
    pub(super) fn resolve<'s>(
        &self,
        draft: usize,
        reference: &Riferimento,
        scope: impl Into<Scope<'s>>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Id<T>> {
        match reference {
            Riferimento::Locale(local) => *self.places.get(draft, *local as usize)?,
            // Of an empty cell it was said where it was read.
            Riferimento::Scritto(text) if text.is_empty() => None,
            Riferimento::Scritto(text) => {
                let scope = scope.into();
                match self.find(text, &scope) {
                    Ok(id) => Some(id),
                    Err(lost) => {
                        problems.push(self.report(text, scope.plan(), &lost));
                        None
                    }
                }
            }
            Riferimento::Sezione(place) => {
                let found = self.sections.get(draft).copied().flatten();
                if found.is_none() {
                    problems.push(Diagnostic::new(&PIANO_NON_DETTO).at(*place));
                }
                found
            }
        }
    }

    /// The node that a text names beyond doubt.
    pub(super) fn known<'s>(&self, text: &str, scope: impl Into<Scope<'s>>) -> Option<Id<T>> {
        self.find(text, &scope.into()).ok()
    }

    fn find(&self, text: &str, scope: &Scope<'_>) -> Result<Id<T>, Lost<T>> {
        let slug = Slug::of(text);
        let by_id = self.by_id().get(&slug).copied();
        if let Some(id) = by_id.filter(|id| scope.plan().is_some() && scope.plan() == self.node(*id).plan()) {
            return Ok(id);
        }
        let named = self.by_name().get(&slug).map(Vec::as_slice).unwrap_or_default();
        // The last circle is the whole site, so a thing that alone can be meant is meant wherever it stands.
        match (by_id, named) {
            (Some(id), []) => return Ok(id),
            (None, [only]) => return Ok(*only),
            (Some(id), [only]) if id == *only => return Ok(id),
            _ => {}
        }
        for circle in scope.circles() {
            let is_here = |id: &Id<T>| circle.holds(self, *id);
            if let Some(id) = by_id.filter(is_here) {
                return Ok(id);
            }
            let here: Vec<Id<T>> = named.iter().copied().filter(is_here).collect();
            match here.as_slice() {
                [] => {}
                [only] => return Ok(*only),
                _ => return Err(Lost::Several(here)),
            }
        }
        Err(Lost::Unknown)
    }

    /// The draft that a node was made of, by its place among the inputs.
    pub(super) fn draft_of(&self, id: Id<T>) -> Option<usize> {
        let first_after = self.starts.partition_point(|start| *start as usize <= id.index());
        first_after.checked_sub(1)
    }

    fn by_id(&self) -> &HashMap<Slug, Id<T>> {
        self.by_id.get_or_init(|| {
            let nodes = self.nodes.iter().enumerate();
            nodes.map(|(index, node)| (node.id().clone(), Id::new(index))).collect()
        })
    }

    fn by_name(&self) -> &HashMap<Slug, Vec<Id<T>>> {
        self.by_name.get_or_init(|| {
            let mut found: HashMap<Slug, Vec<Id<T>>> = HashMap::new();
            for (index, node) in self.nodes.iter().enumerate() {
                let (code, name) = node.names();
                let (code, name) = (Slug::of(code), Slug::of(name));
                let both = code.join(&name);
                let mut names = vec![code, name, both];
                names.retain(|name| !name.as_str().is_empty());
                names.dedup();
                for name in names {
                    found.entry(name).or_default().push(Id::new(index));
                }
            }
            found
        })
    }

    fn report(&self, text: &Detto<Testo>, plan: Option<Id<Piano>>, lost: &Lost<T>) -> Diagnostic {
        let (code, meant): (&'static Code, Vec<&T>) = match lost {
            Lost::Unknown => (&RIFERIMENTO_IGNOTO, Vec::new()),
            Lost::Several(ids) => (
                &RIFERIMENTO_AMBIGUO,
                ids.iter().take(3).map(|id| self.node(*id)).collect(),
            ),
        };
        let candidates = match meant.is_empty() {
            true => self.nearest(text, plan),
            false => meant.iter().map(|node| node.id().as_str()).collect(),
        };
        let within = plan.is_some();
        let finding = Diagnostic::new(code).at(text.span);
        let finding = meant.iter().fold(finding, |finding, node| finding.and(node.place()));
        finding
            .with_words("cosa", T::CALLED.0, T::CALLED.1)
            .with("scritto", &text.value)
            .with_words(
                "dove",
                if within { " nel piano" } else { "" },
                if within { " in the plan" } else { "" },
            )
            .with_words(
                "forse",
                perhaps("forse", "o", &candidates),
                perhaps("perhaps", "or", &candidates),
            )
    }

    /// Ids, codes and names of the same plan that look like the text.
    fn nearest(&self, text: &str, plan: Option<Id<Piano>>) -> Vec<&str> {
        let here = self.nodes.iter().filter(|node| plan.is_none() || node.plan() == plan);
        nearest(
            text,
            here.flat_map(|node| {
                let (code, name) = node.names();
                [code, node.id().as_str(), name]
            }),
        )
    }
}

/// Leaves once what several facts of one block report alike.
pub(super) fn tell_once(problems: &mut Vec<Diagnostic>) {
    let mut told = HashSet::new();
    problems.retain(|finding| finding.code.id != PIANO_NON_DETTO.id || told.insert(finding.place));
}

/// At most three words that could be meant by a misspelt one, the likeliest first.
pub(super) fn nearest<'w>(text: &str, words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    const ALIKE: f64 = 0.84;
    let text = text.to_lowercase();
    let likeness = |word: &str| {
        let word = word.to_lowercase();
        let likeness = strsim::jaro_winkler(&text, &word);
        (likeness >= ALIKE || are_near_codes(&text, &word)).then_some(likeness)
    };
    let words = words.filter(|word| !word.is_empty());
    let mut near: Vec<(f64, &str)> = words.filter_map(|word| Some((likeness(word)?, word))).collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    near.dedup_by_key(|(_, word)| *word);
    near.into_iter().take(3).map(|(_, word)| word).collect()
}

/// Whether two codes of few letters and digits differ in one of them: `S9`, `S1`.
fn are_near_codes(one: &str, other: &str) -> bool {
    const SHORT: usize = 4;
    one.chars().count() <= SHORT && strsim::osa_distance(one, other) == 1
}

/// `forse A, B o C`; nothing without candidates.
pub(super) fn perhaps(perhaps: &str, or: &str, candidates: &[&str]) -> String {
    match candidates {
        [] => String::new(),
        [only] => format!("{perhaps} {only}"),
        [first @ .., last] => format!("{perhaps} {} {or} {last}", first.join(", ")),
    }
}
