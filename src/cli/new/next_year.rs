//! What a file of content says a year later. Only what changes is touched, byte by byte, so comments and layout stay.

use super::quoted;
use crate::read::cell::parse_month_name;
use crate::read::front_matter::cut;
use crate::read::tabella;
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

/// Keys that name a thing of the plan.
const NAMING: [&str; 8] = [
    "codice",
    "id",
    "linea_strategica",
    "obiettivo",
    "piano",
    "progetto",
    "superiore",
    "unita",
];

/// Columns of a table that say where the old edition stands.
const PLACED: [&str; 4] = ["documento", "riga_fine", "riga_inizio", "url"];

/// What the new section says of its source.
#[derive(Clone, Copy, Debug)]
pub(super) enum Source<'a> {
    /// The document is still to come; what the old one is called, a year later.
    Waits(&'a str),
    /// Tables that were carried over, and where they stand.
    Is(&'a str),
}

/// What the two editions are called.
#[derive(Clone, Debug)]
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
}

/// Text to put in the place of some bytes.
type Edit = (std::ops::Range<usize>, String);

/// A file below the section: dates moved on, names of the old plan made those of the new one, results left out. A card
/// is named after its file and the year, so that the old one keeps its name.
pub(super) fn page(text: &str, name: &str, step: &Step) -> String {
    edited(text, |entries, edits| {
        each(text, entries, step, edits);
        if says(entries, "type", "scheda") && entry(entries, "id").is_none() {
            let id = format!("id: {}-{}\n", name.replace('/', "-"), step.to);
            edits.push((first(entries), id));
        }
    })
}

/// A table in CSV, with the name of its file: days moved on, names of the old plan made those of the new one, results
/// left out.
pub(super) fn table(name: &str, text: &str, step: &Step) -> String {
    carried(name, text, step).unwrap_or_else(|| text.to_owned())
}

/// Nothing for a text that is no table.
fn carried(name: &str, text: &str, step: &Step) -> Option<String> {
    let of_plans = name.starts_with("piani");
    let delimiter = tabella::separator(text);
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut writer = csv::WriterBuilder::new();
    let mut writer = writer.flexible(true).delimiter(delimiter).from_writer(Vec::new());
    let mut rows = reader.records();
    let names = rows.next()?.ok()?;
    writer.write_record(&names).ok()?;
    for row in rows {
        let row = row.ok()?;
        let cells = names.iter().zip(&row).map(|(name, cell)| match name {
            "titolo" if of_plans => cell.replace(&step.old_year(), &step.new_year()),
            _ => step.cell(name, cell),
        });
        writer.write_record(cells).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

/// The section itself. A document that is still to come stands in a comment, and the section waits as a draft.
pub(super) fn section(text: &str, step: &Step, source: Source<'_>) -> String {
    edited(text, |entries, edits| {
        each(text, entries, step, edits);
        for key in ["title", "description"] {
            if let Some(it) = entry(entries, key) {
                replace(text, it.value.span, edits, |said| {
                    said.replace(&step.old_year(), &step.new_year())
                });
            }
        }
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
            "anno" => replace(text, value.span, edits, |said| {
                said.replace(&step.old_year(), &step.new_year())
            }),
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

    /// A name of the plan or of something in it; a code that begins with the year begins with the new one.
    fn name(&self, said: &str) -> String {
        let year = self.old_year();
        let bare = said.trim_start_matches(['"', '\'']);
        let rest = bare
            .strip_prefix(&year)
            .filter(|rest| rest.starts_with(['_', '-', '/']));
        if let Some(rest) = rest {
            let quote = &said[..said.len() - bare.len()];
            return format!("{quote}{}{rest}", self.new_year());
        }
        if self.old_id.is_empty() {
            return said.to_owned();
        }
        said.replace(&self.old_id, &self.new_id)
    }

    /// What a cell of a table says a year later.
    fn cell(&self, column: &str, said: &str) -> String {
        match column.trim_start_matches('\u{feff}').trim() {
            column if CLEARED.contains(&column) || PLACED.contains(&column) => String::new(),
            column if DATED.contains(&column) => self.days(said),
            column if NAMING.contains(&column) => self.name(said),
            _ => said.to_owned(),
        }
    }

    /// A text with the years of its days moved on; a 29 February that the new year lacks becomes the 28th.
    fn days(&self, said: &str) -> String {
        let mut out = String::with_capacity(said.len());
        let mut rest = said;
        while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
            let digits = rest[at..]
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len() - at);
            let (before, number) = (&rest[..at], &rest[at..at + digits]);
            out.push_str(before);
            let after = &rest[at + digits..];
            match number.parse::<i32>() {
                Ok(year) if digits == 4 && is_year_of_a_day(&out, after) => self.year(year, &mut out),
                _ => out.push_str(number),
            }
            rest = after;
        }
        out + rest
    }

    fn year(&self, year: i32, out: &mut String) {
        let new = year + self.to - self.from;
        let is_leap = chrono::NaiveDate::from_ymd_opt(new, 2, 29).is_some();
        let leap_day = ["29 febbraio ", "29/02/", "29/2/", "29.02.", "29-02-"];
        if !is_leap && leap_day.iter().any(|day| out.to_lowercase().ends_with(day)) {
            let at = out.rfind("29").unwrap_or(out.len());
            out.replace_range(at.., &out[at..].replacen("29", "28", 1));
        }
        out.push_str(&new.to_string());
    }
}

/// Whether four digits are the year of a day or month: `2025-09-05`, `5/9/2025`, `settembre 2025`.
fn is_year_of_a_day(before: &str, after: &str) -> bool {
    let iso = after
        .strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let numbers = before
        .strip_suffix(['/', '.', '-'])
        .is_some_and(|day| day.ends_with(|c: char| c.is_ascii_digit()));
    let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next();
    let month = before.ends_with(' ') && word.is_some_and(|word| parse_month_name(word).is_some());
    iso || numbers || month
}

#[cfg(test)]
mod tests {
    use super::{Source, Step, page, section, table};

    fn step() -> Step {
        Step {
            from: 2024,
            to: 2025,
            old_id: "peg-2024".to_owned(),
            new_id: "peg-2025".to_owned(),
            supersedes: "peg-2024".to_owned(),
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
        assert_eq!(page(old, "scuola", &step()), new);
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
    fn a_table_keeps_its_marks_and_loses_its_results() {
        let old = "obiettivo;nome;inizio;fine_effettiva\npeg-2024-01;\"Gara; 2024\";01/02/2024;03/02/2024\n";
        let new = "obiettivo;nome;inizio;fine_effettiva\npeg-2025-01;\"Gara; 2024\";01/02/2025;\n";
        assert_eq!(table("fasi.csv", old, &step()), new);
    }
}
