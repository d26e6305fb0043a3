//! Days that a text names, against the days of the table.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::Datelike;

use super::{finding, phases, quoted, written};
use crate::diag::Diagnostic;
use crate::diag::register::obiettivi::TERMINE_DIVERSO;
use crate::graph::Graph;
use crate::model::{Detto, Fase, Giorno, Id, Obiettivo, Periodo, Testo, TipoDisponibilita};
use crate::read::cell::{parse_dates, parse_month_name};
use crate::source::Span;

/// A text and the day that contradicts it.
struct Clash {
    said: String,
    place: Span,
    day: Detto<Giorno>,
}

/// The deadlines and months in the texts of an objective and its phases that the dates contradict.
pub(super) fn check(graph: &Graph, id: Id<Obiettivo>) -> Option<Diagnostic> {
    let fasi = phases::of(graph, id);
    let mut clashes = of_objective(graph, id, &fasi);
    clashes.extend(fasi.iter().flat_map(|fase| of_phase(graph, fase)));
    drop_repeated(&mut clashes);
    let each: Vec<String> = clashes
        .iter()
        .map(|clash| format!("{} / {}", quoted(&clash.said), written(clash.day.value)))
        .collect();
    let places = clashes.iter().flat_map(|clash| [clash.place, clash.day.span]);
    let found = finding(graph, &TERMINE_DIVERSO, id, places)?;
    Some(found.with("quanti", clashes.len()).with("elenco", each.join(", ")))
}

/// Keeps the first of the clashes that say the same in the same words.
fn drop_repeated(clashes: &mut Vec<Clash>) {
    let mut seen = BTreeSet::new();
    clashes.retain(|clash| seen.insert((clash.said.to_lowercase(), clash.day.value)));
}

/// An objective whose last phase ends behind the deadline that its text sets. Where some phase ends on that very day,
/// the deadline is that phase's.
fn of_objective(graph: &Graph, id: Id<Obiettivo>, fasi: &[&Fase]) -> Vec<Clash> {
    let obiettivo = &graph.obiettivi[id];
    let ends = || fasi.iter().filter_map(|fase| fase.fine);
    let Some(last) = ends().max_by_key(|end| end.value) else {
        return Vec::new();
    };
    let met = |deadline: Periodo| ends().any(|end| deadline.inizio <= end.value && end.value <= deadline.fine);
    let texts = [Some(&obiettivo.titolo), obiettivo.descrizione.as_ref()];
    texts
        .into_iter()
        .flatten()
        .flat_map(|text| deadlines(text, last.value.year()).map(move |found| (text, found)))
        .filter(|(_, (_, deadline))| last.value > deadline.fine && !met(*deadline))
        .map(|(text, (range, _))| clash(graph, text, range, last))
        .collect()
}

fn of_phase(graph: &Graph, fase: &Fase) -> Vec<Clash> {
    let Some(end) = fase.fine else {
        return Vec::new();
    };
    let texts = [Some(&fase.nome), fase.descrizione.as_ref()];
    let clashes = texts.into_iter().flatten().flat_map(|text| {
        let late = deadlines(text, end.value.year()).filter(move |(_, deadline)| differs(*deadline, end.value));
        let slipped = months(text).filter(move |(_, month)| is_slip_of_year(fase, *month));
        late.chain(slipped)
            .map(move |(range, _)| clash(graph, text, range, end))
    });
    clashes.collect()
}

/// Whether a deadline is not the day on which a phase ends; a month is kept by every day up to its last.
fn differs(deadline: Periodo, end: Giorno) -> bool {
    end > deadline.fine || (deadline.inizio == deadline.fine && end != deadline.fine)
}

/// Whether a text names the month in which a phase begins or ends, but of another year.
fn is_slip_of_year(fase: &Fase, month: Periodo) -> bool {
    let (said, mut ends) = (month.inizio, [fase.inizio, fase.fine].into_iter().flatten());
    let same_month = |day: &Detto<Giorno>| day.value.month() == said.month();
    let mut same = ends.by_ref().filter(same_month).peekable();
    same.peek().is_some() && same.all(|day| day.value.year() != said.year())
}

/// What a text says is to be done "entro" a day or month, with the place of the words; `year` where none is written.
fn deadlines(text: &str, year: i32) -> impl Iterator<Item = (Range<usize>, Periodo)> {
    dates_behind(text, Some(year), &["entro"])
}

/// The months of a written year in which a text says that something is done.
fn months(text: &str) -> impl Iterator<Item = (Range<usize>, Periodo)> {
    dates_behind(text, None, &["mese", "mesi"])
}

/// Days and months of a text that stand behind one of these words.
fn dates_behind(
    text: &str,
    year: Option<i32>,
    words: &'static [&str],
) -> impl Iterator<Item = (Range<usize>, Periodo)> {
    let found = if words.iter().any(|word| holds(text, word)) {
        parse_dates(text, year).found
    } else {
        Vec::new()
    };
    found
        .into_iter()
        .filter(|date| date.tipo != TipoDisponibilita::Intervallo)
        .filter_map(move |date| {
            let from = leading_word(&text[..date.at.start], words)?;
            Some((from..date.at.end, date.periodo))
        })
}

/// Whether some letters, lower-case ASCII, stand in a text, in any case. The one in their middle leads to them.
fn holds(text: &str, letters: &str) -> bool {
    let (text, letters) = (text.as_bytes(), letters.as_bytes());
    let middle = letters.len() / 2;
    let (lower, upper) = (letters[middle], letters[middle].to_ascii_uppercase());
    let mut starts = memchr::memchr2_iter(lower, upper, text.get(middle..).unwrap_or_default());
    starts.any(|at| {
        let here = text.get(at..at + letters.len());
        here.is_some_and(|here| here.eq_ignore_ascii_case(letters))
    })
}

/// Where one of `words` stands, with nothing but words that only lead on between it and the end of the text.
fn leading_word(before: &str, words: &[&str]) -> Option<usize> {
    const LEADING_ON: [&str; 11] = [
        "il", "lo", "la", "l", "e", "fine", "di", "del", "giorno", "non", "oltre",
    ];
    let mut rest = before;
    loop {
        rest = rest.trim_end_matches(|c: char| !c.is_alphanumeric());
        let word = rest
            .rsplit(|c: char| !c.is_alphanumeric())
            .next()
            .filter(|word| !word.is_empty())?;
        let at = rest.len() - word.len();
        let lower = word.to_lowercase();
        if words.contains(&lower.as_str()) {
            return Some(at);
        }
        if !LEADING_ON.contains(&lower.as_str()) && parse_month_name(&lower).is_none() {
            return None;
        }
        rest = &rest[..at];
    }
}

/// The contradiction, at the very words where the source prints them as they are.
fn clash(graph: &Graph, text: &Detto<Testo>, range: Range<usize>, day: Detto<Giorno>) -> Clash {
    let said = text.get(range).unwrap_or_default().to_owned();
    let printed = graph.sources.slice(text.span);
    let place = match printed.find(&said) {
        Some(at) => {
            let start = text.span.start as usize + at;
            Span::new(text.span.file, start, start + said.len())
        }
        None => text.span,
    };
    Clash { said, place, day }
}
