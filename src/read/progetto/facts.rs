//! Facts about the whole project: `Label: value` lines, or rows of a table with a label and a value.

use super::partners::Partners;
use super::reading::Reading;
use super::text::unmarked;
use super::when;
use crate::model::{Bozza, Detto, Euro, Giorno, Origine, Piano, Riferimento, Testo, TipoPiano};
use crate::read::block::{Block, Inline, Kind};
use crate::read::cell::parse_euro;

/// What is known of the project.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Title of the document.
    intestazione: Option<Detto<Testo>>,
    titolo: Option<Detto<Testo>>,
    ente: Option<Detto<Testo>>,
    inizio: Option<Detto<Giorno>>,
    fine: Option<Detto<Giorno>>,
    costo: Option<Detto<Euro>>,
    programma: Option<Detto<Testo>>,
    cup: Option<Detto<Testo>>,
}

/// A fact that a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fact {
    Titolo,
    Ente,
    Inizio,
    Fine,
    Costo,
    Programma,
    Cup,
}

/// Labels in lower case, with the fact that each announces.
const LABELS: &[(&str, Fact)] = &[
    ("titolo progetto", Fact::Titolo),
    ("titolo del progetto", Fact::Titolo),
    ("beneficiario", Fact::Ente),
    ("ente beneficiario", Fact::Ente),
    ("soggetto beneficiario", Fact::Ente),
    ("soggetto attuatore", Fact::Ente),
    ("inizio attività", Fact::Inizio),
    ("inizio progetto", Fact::Inizio),
    ("inizio del progetto", Fact::Inizio),
    ("data inizio", Fact::Inizio),
    ("data di inizio", Fact::Inizio),
    ("data inizio progetto", Fact::Inizio),
    ("fine attività", Fact::Fine),
    ("fine progetto", Fact::Fine),
    ("fine del progetto", Fact::Fine),
    ("data fine", Fact::Fine),
    ("data di fine", Fact::Fine),
    ("data fine progetto", Fact::Fine),
    ("costo del progetto", Fact::Costo),
    ("costo progetto", Fact::Costo),
    ("costo complessivo", Fact::Costo),
    ("costo totale", Fact::Costo),
    ("programma", Fact::Programma),
    ("programma di finanziamento", Fact::Programma),
    ("cup", Fact::Cup),
    ("codice cup", Fact::Cup),
];

/// Short names of the programmes that fund projects.
const PROGRAMMES: [&str; 9] = [
    "FESR", "FSE", "HORIZON", "INTERREG", "LIFE", "PNRR", "PON", "POR", "URBACT",
];

/// A label and its value.
struct Labelled<'s> {
    fact: Fact,
    value: Inline<'s>,
}

fn fact(label: &str) -> Option<Fact> {
    let label = label
        .trim_matches(|c: char| c.is_whitespace() || "*:.".contains(c))
        .to_lowercase();
    LABELS.iter().find(|(known, _)| *known == label).map(|(_, fact)| *fact)
}

/// Splits `Label: value` (or `Label. value`) where the label is known.
fn labelled<'s>(line: &Inline<'s>) -> Option<Labelled<'s>> {
    let at = line.raw().find([':', '.'])?;
    let fact = fact(&line.part(0, at).text())?;
    let behind = line.raw()[at + 1..].trim_start_matches(['*', ' ', '\u{a0}']);
    let start = line.raw().len() - behind.len();
    // Bold that opened before the colon, or right behind it, closes at the end of the value.
    let unpaired = behind.matches("**").count() % 2 == 1;
    let value = behind.strip_suffix("**").filter(|_| unpaired).unwrap_or(behind);
    let value = line.part(start, start + value.len());
    Some(Labelled { fact, value })
}

/// The labelled facts of a block: its one line, or every row of a table with two filled cells.
fn facts<'s>(block: &Block<'s>) -> Vec<Labelled<'s>> {
    match &block.kind {
        Kind::Item { lines, .. } | Kind::Paragraph { lines } => match lines.as_slice() {
            [line] => labelled(&unmarked(*line)).into_iter().collect(),
            _ => Vec::new(),
        },
        Kind::Table(table) => {
            let rows = table.rows.iter().map(|row| row.filled().copied().collect::<Vec<_>>());
            let facts = rows.map(|cells| match cells.as_slice() {
                [label, value] => fact(&label.text()).map(|fact| Labelled { fact, value: *value }),
                _ => None,
            });
            facts.collect::<Option<Vec<_>>>().unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// How many facts about a project a block states.
pub(super) fn count(block: &Block<'_>) -> usize {
    facts(block).len()
}

/// Takes labelled facts, and a heading that names the programme.
pub(super) fn take<'s>(reading: &mut Reading<'s>, block: &Block<'s>) -> bool {
    if let Some(programme) = programme(block) {
        return set(&mut reading.facts.programma, Some(programme));
    }
    let found = facts(block);
    for labelled in &found {
        if !reading.facts.learn(labelled) {
            reading.unread(labelled.value.span());
        }
    }
    !found.is_empty()
}

fn programme(block: &Block<'_>) -> Option<Detto<Testo>> {
    let Kind::Heading { text, .. } = &block.kind else {
        return None;
    };
    let words_of = text.text();
    let first = words_of.split(' ').next()?;
    PROGRAMMES.contains(&first).then(|| text.said())
}

/// Keeps the first value that is printed; says whether there is a value and room for it.
fn set<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let fits = slot.is_none() && value.is_some();
    if fits {
        *slot = value;
    }
    fits
}

impl Facts {
    /// Nothing but the document's title, which is the project's unless a label says another.
    pub(super) fn of(intestazione: Option<Detto<Testo>>) -> Self {
        Self {
            intestazione,
            ..Self::default()
        }
    }

    /// Learns a fact; says whether its value was understood and new.
    fn learn(&mut self, labelled: &Labelled<'_>) -> bool {
        let value = &labelled.value;
        let text = value.text();
        let said = || (!text.is_empty()).then(|| value.said());
        let at = |day| Detto::new(day, value.span());
        match labelled.fact {
            Fact::Titolo => set(&mut self.titolo, said()),
            Fact::Ente => set(&mut self.ente, said()),
            Fact::Inizio => set(&mut self.inizio, when::start(&text).map(at)),
            Fact::Fine => set(&mut self.fine, when::end(&text).map(at)),
            Fact::Costo => set(
                &mut self.costo,
                parse_euro(&text).map(|euro| Detto::new(euro, value.span())),
            ),
            Fact::Programma => set(&mut self.programma, said()),
            Fact::Cup => set(&mut self.cup, said()),
        }
    }

    /// The project; its body is the beneficiary or, where none is printed, the partner that leads. Nothing without a
    /// title.
    pub(super) fn into_draft(self, partners: &Partners) -> Option<Piano<Bozza>> {
        let titolo = self.titolo.or(self.intestazione)?;
        let ente = self.ente.or_else(|| partners.lead().cloned());
        Some(Piano {
            id: None,
            ente: ente.map(Riferimento::scritto),
            origine: Origine::letta(titolo.span),
            titolo,
            tipo: TipoPiano::Progetto,
            inizio: self.inizio,
            fine: self.fine,
            url: Testo::new(),
            costo: self.costo,
            programma: self.programma,
            cup: self.cup,
            atto: None,
        })
    }
}
