use crate::model::{Ente, Id, Scheda, Slug};

/// A card that a label can mean.
#[derive(Clone, Copy, Debug)]
pub(in crate::graph::link) struct Candidate<'g> {
    /// Its place in the graph.
    pub(in crate::graph::link) id: Id<Scheda>,
    /// The card.
    pub(in crate::graph::link) scheda: &'g Scheda,
    /// Its host.
    pub(in crate::graph::link) ente: &'g Ente,
}

/// How alike the words of a label and a stretch of a title must be: a slip or two, not another word.
const ALIKE: f64 = 0.6;

/// The cards that a label means: `Borgo: Orti` one, `Borgo: Orti + Reti` two, `Borgo` all of that host. Words may be
/// broken (`Compensa zioni`) or misspelt; nothing where no card fits.
pub(in crate::graph::link) fn meant(label: &str, cards: &[Candidate<'_>]) -> Vec<Id<Scheda>> {
    let (host, practices) = match label.split_once(':') {
        Some((host, practices)) => (host, Some(practices)),
        None => (label, None),
    };
    let hosted = hosted_by(host, cards);
    let ids = |cards: &[Candidate<'_>]| cards.iter().map(|card| card.id).collect();
    match practices {
        None if hosted.is_empty() => closest(label, cards).map_or_else(Vec::new, |id| vec![id]),
        None => ids(&hosted),
        Some(_) if hosted.len() == 1 => ids(&hosted),
        Some(practices) => {
            let mut found: Vec<Id<Scheda>> = Vec::new();
            for practice in practices.split('+') {
                found.extend(closest(practice, &hosted).filter(|id| !found.contains(id)));
            }
            found
        }
    }
}

/// The cards of a host named in short. Where some of them print the host so themselves, these alone are meant: a union
/// that hosts with one of its members is told from the member.
fn hosted_by<'g>(host: &str, cards: &[Candidate<'g>]) -> Vec<Candidate<'g>> {
    let of_body = |card: &&Candidate<'_>| {
        let spellings = card.ente.alias.iter().chain([&card.ente.nome]);
        spellings.into_iter().any(|name| names(host, name))
    };
    let prints_so = |card: &&Candidate<'_>| card.scheda.ospitante.as_ref().is_some_and(|own| names(host, own));
    let bodies: Vec<Candidate<'g>> = cards.iter().filter(of_body).copied().collect();
    let all = if bodies.is_empty() { cards } else { &bodies };
    let own: Vec<Candidate<'g>> = all.iter().filter(prints_so).copied().collect();
    if own.is_empty() { bodies } else { own }
}

/// Whether every word of a short name stands in the full one.
fn names(short: &str, full: &str) -> bool {
    const SMALL: [&str; 9] = ["di", "del", "della", "delle", "dei", "d", "l", "e", "la"];
    let (short, full) = (Slug::of(short), Slug::of(full));
    let mut words = short
        .as_str()
        .split('-')
        .filter(|word| !SMALL.contains(word))
        .peekable();
    words.peek().is_some_and(|word| !word.is_empty())
        && words.all(|word| full.as_str().split('-').any(|own| own == word))
}

/// The card whose title is most like a practice named in short; else the only one whose text names it.
fn closest(practice: &str, cards: &[Candidate<'_>]) -> Option<Id<Scheda>> {
    let practice = squash(practice.trim_end_matches(|c: char| !c.is_alphabetic()));
    if practice.is_empty() {
        return None;
    }
    let scored = cards
        .iter()
        .map(|card| (likeness(&practice, &squash(&card.scheda.titolo)), card.id));
    let best = scored.max_by(|(a, first), (b, second)| a.total_cmp(b).then(second.cmp(first)));
    best.filter(|(likeness, _)| *likeness >= ALIKE)
        .map(|(_, id)| id)
        .or_else(|| only_text(&practice, cards))
}

fn only_text(practice: &str, cards: &[Candidate<'_>]) -> Option<Id<Scheda>> {
    let says_so = |card: &&Candidate<'_>| {
        let texts = [&card.scheda.descrizione, &card.scheda.modalita];
        texts.into_iter().flatten().any(|text| squash(text).contains(practice))
    };
    let mut found = cards.iter().filter(says_so);
    match (found.next(), found.next()) {
        (Some(only), None) => Some(only.id),
        _ => None,
    }
}

/// Letters and digits alone, lower case without accents: what a word broken over two lines keeps.
fn squash(text: &str) -> String {
    Slug::of(text).as_str().replace('-', "")
}

/// How alike a text is to the stretch of a longer one that is most like it, from 0 to 1.
fn likeness(short: &str, long: &str) -> f64 {
    if long.contains(short) {
        return 1.0;
    }
    let last = long.len().saturating_sub(short.len());
    let stretches = (0..=last).filter_map(|at| long.get(at..(at + short.len()).min(long.len())));
    stretches
        .map(|stretch| strsim::normalized_levenshtein(short, stretch))
        .fold(0.0, f64::max)
}
