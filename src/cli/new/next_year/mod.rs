//! What a file of content says a year later. Only what changes is touched, byte by byte, so comments and layout stay.

mod days;
mod table;

use std::collections::BTreeMap;

pub(super) use table::table;

use super::quoted;
use crate::read::front_matter::cut;
use crate::read::yaml::{self, Entry, Kind, Node};
use crate::source::{FileId, Span};

/// Keys that say how the old edition went, or what was decided for it alone.
const CLEARED: [&str; 18] = [
    "aliases",
    "atto",
    "bilancio",
    "budget",
    "compare",
    "corrections",
    "date",
    "expiry_date",
    "fine_effettiva",
    "inizio_effettivo",
    "monitoring",
    "nota",
    "percentuale",
    "pubblicato",
    "publish_date",
    "tags",
    "updated",
    "valore_raggiunto",
];

/// Keys that hold days.
const DATED: [&str; 5] = ["disponibilita", "entro", "fine", "inizio", "valore_atteso"];

/// Keys that name a thing of the edition.
const NAMING: [&str; 8] = [
    "codice",
    "linea_strategica",
    "obiettivo",
    "piano",
    "progetto",
    "scheda",
    "superiore",
    "unita",
];

/// What the new section says of its source.
#[derive(Clone, Copy, Debug)]
pub(super) enum Source<'a> {
    /// The document is still to come; what the old one is called, a year later.
    Waits(&'a str),
    /// Tables that were carried over, and where they stand.
    Is(&'a str),
}

/// What the two editions are called.
#[derive(Clone, Debug, Default)]
pub(super) struct Step {
    /// Year of the old edition.
    pub(super) from: i32,
    /// Year of the new one.
    pub(super) to: i32,
    /// Id of the old plan; empty for a catalogue.
    pub(super) old_id: String,
    /// Id of the new plan.
    pub(super) new_id: String,
    /// What the section of the new edition says that it supersedes.
    pub(super) supersedes: String,
    /// What things of the old edition are called in the new one, where a year in the name does not tell.
    pub(super) renamed: BTreeMap<String, String>,
    /// Ids in the new edition of the cards, by what the old ones are titled, in source order.
    pub(super) cards: BTreeMap<String, Vec<String>>,
}

/// Text to put in the place of some bytes.
type Edit = (std::ops::Range<usize>, String);

/// A file below the section: dates moved on, names of the old edition made those of the new one, results left out. A
/// card that is named by its file gets this id, so that the old one keeps its own.
pub(super) fn page(text: &str, card: Option<&str>, step: &Step) -> String {
    edited(text, |entries, edits| {
        if says(entries, "type", "ente") {
            return;
        }
        each(text, entries, step, edits);
        if let (Some(id), None) = (card, entry(entries, "id")) {
            edits.push((first(entries), format!("id: {id}\n")));
        }
    })
}

/// A translation, which has words alone; that of the section names the year.
pub(super) fn translation(text: &str, of_section: bool, step: &Step) -> String {
    edited(text, |entries, edits| {
        if of_section {
            titles(text, entries, step, edits);
        }
    })
}

/// The section itself. A document that is still to come stands in a comment, and the section waits as a draft.
pub(super) fn section(text: &str, step: &Step, source: Source<'_>) -> String {
    edited(text, |entries, edits| {
        each(text, entries, step, edits);
        titles(text, entries, step, edits);
        let supersedes = format!(
            "# L’edizione che questa sostituisce: le sue pagine restano, con un avviso.\nsupersedes: {}\n",
            quoted(&step.supersedes)
        );
        match entry(entries, "supersedes") {
            Some(it) => edits.push((bytes(it.value.span), quoted(&step.supersedes))),
            None => edits.push((first(entries), supersedes)),
        }
        match (entry(entries, "source"), source) {
            (Some(named), Source::Is(path)) => edits.push((bytes(named.value.span), quoted(path))),
            (Some(named), Source::Waits(path)) => wait(named, path, entries, edits),
            (None, _) => {}
        }
    })
}

fn titles(text: &str, entries: &[Entry<'_>], step: &Step, edits: &mut Vec<Edit>) {
    for key in ["title", "description"] {
        if let Some(it) = entry(entries, key) {
            replace(text, it.value.span, edits, |said| step.title(said));
        }
    }
}

/// Puts the document into a comment until the new one is there.
fn wait(named: &Entry<'_>, path: &str, entries: &[Entry<'_>], edits: &mut Vec<Edit>) {
    let at = start(named);
    let lines = "# Quando c’è il documento nuovo, `vetrina import` lo copia in seeds/: scrivi qui il suo nome, togli il\n\
                 # cancelletto e la riga `draft`.\n# ";
    edits.push((at..at, lines.to_owned()));
    edits.push((bytes(named.value.span), quoted(path)));
    if entry(entries, "draft").is_none() {
        edits.push((first(entries), "draft: true\n".to_owned()));
    }
}

/// The text with the edits that `choose` makes of its front matter; as it is where that cannot be read.
fn edited(text: &str, choose: impl FnOnce(&[Entry<'_>], &mut Vec<Edit>)) -> String {
    let matter = cut(FileId::new(0), text).value.matter;
    let tree = yaml::parse(FileId::new(0), &text[matter.clone()], matter.start).value;
    let Some(Node {
        kind: Kind::Map(entries),
        ..
    }) = &tree
    else {
        return text.to_owned();
    };
    let mut edits = Vec::new();
    choose(entries, &mut edits);
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len());
    let mut at = matter.start;
    for (range, new) in edits {
        if range.start >= at {
            out.push_str(&text[at..range.start]);
            out.push_str(&new);
            at = range.end;
        }
    }
    out.push_str(&text[at..matter.end]);
    format!("{}{}{}", &text[..matter.start], tidy(&out), &text[matter.end..])
}

/// Takes away the spaces that a value taken away leaves behind.
fn tidy(matter: &str) -> String {
    let lines = matter.lines().filter(|line| line.is_empty() || !line.trim().is_empty());
    lines.map(|line| format!("{}\n", line.trim_end())).collect()
}

fn each(text: &str, entries: &[Entry<'_>], step: &Step, edits: &mut Vec<Edit>) {
    for entry in entries {
        let key = entry.key.value.as_ref();
        let value = &entry.value;
        match key {
            _ if CLEARED.contains(&key) => clear(value, edits),
            "anno" => replace(text, value.span, edits, |said| step.title(said)),
            "id" => replace(text, value.span, edits, |said| step.id(said)),
            _ if DATED.contains(&key) => leaves(value, &mut |span| {
                replace(text, span, edits, |said| step.days(said));
            }),
            _ if NAMING.contains(&key) && matches!(value.kind, Kind::Text(_)) => {
                replace(text, value.span, edits, |said| step.name(said));
            }
            _ => below(text, value, step, edits),
        }
    }
}

fn below(text: &str, value: &Node<'_>, step: &Step, edits: &mut Vec<Edit>) {
    match &value.kind {
        Kind::Map(entries) => each(text, entries, step, edits),
        Kind::List(items) => items.iter().for_each(|item| below(text, item, step, edits)),
        Kind::Text(_) | Kind::Empty => {}
    }
}

fn clear(value: &Node<'_>, edits: &mut Vec<Edit>) {
    if !matches!(value.kind, Kind::Empty) {
        edits.push((bytes(value.span), String::new()));
    }
}

/// Every text below a node.
fn leaves(node: &Node<'_>, tell: &mut impl FnMut(Span)) {
    match &node.kind {
        Kind::Text(_) => tell(node.span),
        Kind::List(items) => items.iter().for_each(|item| leaves(item, tell)),
        Kind::Map(entries) => entries.iter().for_each(|entry| leaves(&entry.value, tell)),
        Kind::Empty => {}
    }
}

fn replace(text: &str, span: Span, edits: &mut Vec<Edit>, change: impl FnOnce(&str) -> String) {
    let range = bytes(span);
    let Some(said) = text.get(range.clone()) else { return };
    let new = change(said);
    if new != said {
        edits.push((range, new));
    }
}

fn entry<'e, 's>(entries: &'e [Entry<'s>], key: &str) -> Option<&'e Entry<'s>> {
    entries.iter().find(|entry| entry.key.value == key)
}

fn says(entries: &[Entry<'_>], key: &str, word: &str) -> bool {
    entry(entries, key).is_some_and(|entry| matches!(&entry.value.kind, Kind::Text(text) if text == word))
}

fn bytes(span: Span) -> std::ops::Range<usize> {
    span.start as usize..span.end as usize
}

fn start(entry: &Entry<'_>) -> usize {
    entry.key.span.start as usize
}

/// Where a new key goes: before the first.
fn first(entries: &[Entry<'_>]) -> std::ops::Range<usize> {
    let at = entries.first().map_or(0, start);
    at..at
}

impl Step {
    fn old_year(&self) -> String {
        self.from.to_string()
    }

    fn new_year(&self) -> String {
        self.to.to_string()
    }

    /// A title with its year moved on.
    pub(super) fn title(&self, said: &str) -> String {
        said.replace(&self.old_year(), &self.new_year())
    }

    /// A name a year later: with its year moved on, or the new one behind it.
    pub(super) fn next(&self, name: &str) -> String {
        let moved = self.title(name);
        match moved == name {
            true => format!("{name}-{}", self.to),
            false => moved,
        }
    }

    /// The id of a thing in the new edition, which no thing of the old one has.
    pub(super) fn id(&self, said: &str) -> String {
        let (quote, bare) = unquoted(said);
        let named = self.name(bare);
        let id = if named == bare { self.next(bare) } else { named };
        format!("{quote}{id}{quote}")
    }

    /// A name of the plan or of something in it. A code that has the year in it, as one that means one thing wherever
    /// it stands, has the new one.
    pub(super) fn name(&self, said: &str) -> String {
        let (quote, bare) = unquoted(said);
        if let Some(new) = self.renamed.get(bare) {
            return format!("{quote}{new}{quote}");
        }
        let said = if self.old_id.is_empty() {
            said.to_owned()
        } else {
            said.replace(&self.old_id, &self.new_id)
        };
        if said.contains(char::is_whitespace) || !bare.contains(|c: char| !c.is_ascii_digit()) {
            return said;
        }
        let numbers = said.split_inclusive(|c: char| !c.is_ascii_digit());
        let year = self.old_year();
        let moved = numbers.map(|part| match part.strip_prefix(&year) {
            Some(rest) if !rest.starts_with(|c: char| c.is_ascii_digit()) => format!("{}{rest}", self.to),
            _ => part.to_owned(),
        });
        moved.collect()
    }
}

/// The mark around a text, if any, and what stands within.
fn unquoted(said: &str) -> (&str, &str) {
    let inner = |mark| said.strip_prefix(mark)?.strip_suffix(mark);
    match inner('"').or_else(|| inner('\'')) {
        Some(bare) => (&said[..1], bare),
        None => ("", said),
    }
}

#[cfg(test)]
mod tests {
    use super::{Source, Step, page, section, translation};

    fn step() -> Step {
        Step {
            from: 2024,
            to: 2025,
            old_id: "peg-2024".to_owned(),
            new_id: "peg-2025".to_owned(),
            supersedes: "peg-2024".to_owned(),
            ..Step::default()
        }
    }

    #[test]
    fn days_move_on_and_amounts_do_not() {
        for (said, moved) in [
            ("5 settembre 2024", "5 settembre 2025"),
            ("2024-09-05", "2025-09-05"),
            ("05/09/2024", "05/09/2025"),
            ("5 – 6 giugno 2024", "5 – 6 giugno 2025"),
            ("settembre 2024 (17, 19)", "settembre 2025 (17, 19)"),
            ("29 febbraio 2024", "28 febbraio 2025"),
            (">= 2024", ">= 2024"),
            ("2024 alberi", "2024 alberi"),
        ] {
            assert_eq!(step().days(said), moved);
        }
    }

    #[test]
    fn results_are_left_out_and_the_rest_keeps_its_layout() {
        let old = "---\ntype: obiettivo\n# perché\ntitle: Scuola 2024\ncodice: 2024_PD_01\nunita: peg-2024-a1\nfasi:\n  - nome: Gara\n    \
                   inizio: 2 aprile 2024\n    fine_effettiva: 3 aprile 2024\n  - {nome: Avvio, fine: 2024-06-30, inizio_effettivo: 2024-05-01}\n\
                   monitoring:\n  - fase: x\n    fine_effettiva: 2024-01-01\nweight: 3\n---\nTesto del 2024.\n";
        let new = "---\ntype: obiettivo\n# perché\ntitle: Scuola 2024\ncodice: 2025_PD_01\nunita: peg-2025-a1\nfasi:\n  - nome: Gara\n    \
                   inizio: 2 aprile 2025\n    fine_effettiva:\n  - {nome: Avvio, fine: 2025-06-30, inizio_effettivo: }\n\
                   monitoring:\nweight: 3\n---\nTesto del 2024.\n";
        assert_eq!(page(old, None, &step()), new);
    }

    #[test]
    fn a_section_says_what_it_supersedes_and_waits_for_its_document() {
        let old = "---\ntitle: PEG 2024\nsource: seeds/peg-2024.txt\nanno: 2024\npubblicato: 2024-02-01\n---\n";
        let new = section(old, &step(), Source::Waits("seeds/peg-2025.txt"));
        assert!(new.contains("title: PEG 2025\n"), "{new}");
        assert!(new.contains("supersedes: \"peg-2024\"\ndraft: true\n"), "{new}");
        assert!(new.contains("# source: \"seeds/peg-2025.txt\"\nanno: 2025\n"), "{new}");
        assert!(new.contains("pubblicato:\n"), "{new}");
    }

    #[test]
    fn names_that_a_year_tells_apart_have_the_new_one() {
        let mut step = step();
        step.renamed = [("piedibus".to_owned(), "piedibus-2025".to_owned())].into();
        for (said, moved) in [
            ("2024_PD_01", "2025_PD_01"),
            ("\"OB/2024/01\"", "\"OB/2025/01\""),
            ("peg-2024-a1", "peg-2025-a1"),
            ("piedibus", "piedibus-2025"),
            ("Bilancio 2024", "Bilancio 2024"),
            ("20240", "20240"),
            ("2024", "2024"),
        ] {
            assert_eq!(step.name(said), moved);
        }
        assert_eq!(step.id("'scuola'"), "'scuola-2025'");
        assert_eq!(step.id("scuola-2024"), "scuola-2025");
    }

    #[test]
    fn a_translation_has_words_alone() {
        let old = "---\ntitle: Plan 2024\nextra:\n  fine: 2024-01-01\n---\nText of 2024.\n";
        assert_eq!(translation(old, true, &step()), old.replace("Plan 2024", "Plan 2025"));
        assert_eq!(translation(old, false, &step()), old);
    }
}
