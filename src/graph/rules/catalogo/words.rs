use chrono::{Datelike, Weekday};

use super::about;
use crate::diag::Diagnostic;
use crate::diag::register::catalogo::{GIORNO_SBAGLIATO, TESTO_TRONCO};
use crate::graph::Graph;
use crate::model::{Detto, Id, Scheda, Testo};
use crate::read::cell::parse_dates;
use crate::read::prose::breaks_off;
use crate::source::Span;

/// Looks through the texts of cards for sentences cut short and for weekdays that are not the date's.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    for (id, card) in graph.schede.entries() {
        let prose = [&card.descrizione, &card.modalita].into_iter().flatten();
        for text in prose.clone().filter(|text| breaks_off(&text.value)) {
            found.push(cut(graph, text, card));
        }
        let offers = graph.relations.disponibilita_di_scheda.of(id).iter();
        let mut lines: Vec<Span> = offers.map(|offer| graph.disponibilita[*offer].testo.span).collect();
        lines.extend(prose.map(|text| text.span));
        lines.sort_unstable();
        lines.dedup();
        for span in lines {
            weekdays(graph, id, span, found);
        }
    }
}

/// A text that stops in mid-sentence, shown at its last line.
fn cut(graph: &Graph, text: &Detto<Testo>, card: &Scheda) -> Diagnostic {
    let source = graph.sources.slice(text.span);
    let last_line = source.rfind('\n').map_or(0, |at| at + 1);
    let span = Span {
        start: text.span.start + last_line as u32,
        ..text.span
    };
    let words: Vec<&str> = text.split_whitespace().rev().take(4).collect();
    let end: Vec<&str> = words.into_iter().rev().collect();
    about(
        Diagnostic::new(&TESTO_TRONCO).at(span).with("fine", end.join(" ")),
        card,
    )
}

/// Weekdays printed with a date that falls on another.
fn weekdays(graph: &Graph, id: Id<Scheda>, span: Span, found: &mut Vec<Diagnostic>) {
    let year = graph
        .relations
        .disponibilita_di_scheda
        .of(id)
        .first()
        .map(|offer| graph.disponibilita[*offer].inizio.year());
    let mut start = span.start as usize;
    for line in graph.sources.slice(span).split_inclusive('\n') {
        for date in parse_dates(line, year).found {
            let day = date.periodo.inizio;
            let Some(printed) = date.giorno_settimana.filter(|printed| *printed != day.weekday()) else {
                continue;
            };
            let at = Span::new(span.file, start + date.at.start, start + date.at.end);
            let finding = Diagnostic::new(&GIORNO_SBAGLIATO)
                .at(at)
                .with("data", day.format("%d/%m/%Y"));
            let finding = finding.with_words("stampato", italian(printed), english(printed));
            let finding = finding.with_words("vero", italian(day.weekday()), english(day.weekday()));
            found.push(about(finding, &graph.schede[id]));
        }
        start += line.len();
    }
}

fn italian(day: Weekday) -> &'static str {
    const DAYS: [&str; 7] = [
        "lunedì",
        "martedì",
        "mercoledì",
        "giovedì",
        "venerdì",
        "sabato",
        "domenica",
    ];
    DAYS[day.num_days_from_monday() as usize]
}

fn english(day: Weekday) -> &'static str {
    const DAYS: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    DAYS[day.num_days_from_monday() as usize]
}
