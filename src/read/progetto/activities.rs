//! Activities: tables of an action, lists of codes and texts; all that is printed of one code becomes one activity.

use std::sync::LazyLock;

use regex::Regex;

use super::columns::{body, cell, column, headed, said};
use super::reading::Reading;
use super::when;
use crate::model::{Attivita, Bozza, Detto, Giorno, Origine, Riferimento, Testo};
use crate::read::block::{Block, Inline, Kind, Row};
use crate::source::Span;

/// Where an activity is printed. What stands first here decides its text and its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fonte {
    /// Table with text and days.
    Tabella,
    /// List of codes and texts.
    Elenco,
    /// Schedule of the whole project.
    Cronoprogramma,
    /// Timetable of a tender.
    Gara,
}

/// One mention of an activity.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) fonte: Fonte,
    pub(super) azione: Option<Detto<Testo>>,
    pub(super) codice: Option<Detto<Testo>>,
    pub(super) testo: Detto<Testo>,
    pub(super) inizio: Option<Detto<Giorno>>,
    pub(super) fine: Option<Detto<Giorno>>,
    pub(super) span: Span,
}

impl Mention {
    /// A mention of a code and a text alone.
    pub(super) fn new(fonte: Fonte, coded: Coded, span: Span) -> Self {
        Self {
            fonte,
            azione: None,
            codice: Some(coded.codice),
            testo: coded.testo,
            inizio: None,
            fine: None,
            span,
        }
    }

    /// The same with a period.
    pub(super) fn lasting(mut self, period: Option<Detto<(Giorno, Giorno)>>) -> Self {
        (self.inizio, self.fine) = match period {
            Some(Detto {
                value: (from, to),
                span,
            }) => (Some(Detto::new(from, span)), Some(Detto::new(to, span))),
            None => (None, None),
        };
        self
    }

    fn period(&self) -> Option<Detto<when::Ends>> {
        let ends = (
            self.inizio.as_ref().map(|day| day.value),
            self.fine.as_ref().map(|day| day.value),
        );
        let spans = [&self.inizio, &self.fine].into_iter().flatten().map(|day| day.span);
        spans.reduce(Span::to).map(|span| Detto::new(ends, span))
    }
}

/// A text with the code in front of it.
pub(super) struct Coded {
    pub(super) codice: Detto<Testo>,
    pub(super) testo: Detto<Testo>,
}

static CODED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"^(?:<b>|\*\*)?\s*([A-Z]{1,3}(?:\d+(?:\.\d+)*|[a-z]))\s*(?:[-–—:)]\s*|\s(?:["“«]))"#).ok()
});

/// Reads `A1 - Analisi desk`, `ATa – Direzione` or `A5 "Analisi"`.
pub(super) fn coded(inline: &Inline<'_>) -> Option<Coded> {
    let found = CODED.as_ref()?.captures(inline.raw())?;
    let code = found.get(1)?;
    let behind = &inline.raw()[code.end()..];
    let text = behind.trim_start_matches(|c: char| c.is_whitespace() || "-–—:)".contains(c));
    // Bold that opened in front of the code closes at the end of the text.
    let unpaired = text.matches("**").count() % 2 == 1;
    let end = text.strip_suffix("**").filter(|_| unpaired).unwrap_or(text).len();
    let from = inline.raw().len() - text.len();
    let testo = inline.part(from, from + end);
    Some(Coded {
        codice: inline.part(code.start(), code.end()).said(),
        testo: testo.said(),
    })
}

/// The columns of a table of activities.
struct Columns {
    codice: Option<usize>,
    testo: usize,
    inizio: usize,
    fine: usize,
}

fn columns(header: &Row<'_>) -> Option<Columns> {
    let name = column(header, &["attività", "attivita", "codice", "cod", "id"]);
    let text = column(header, &["descrizione", "titolo"]);
    Some(Columns {
        codice: name.filter(|_| text.is_some()),
        testo: text.or(name)?,
        inizio: column(header, &["data inizio", "data di inizio", "inizio", "dal"])?,
        fine: column(header, &["data fine", "data di fine", "fine", "al"])?,
    })
}

/// Whether a block is a table of activities with their days.
pub(super) fn is(block: &Block<'_>) -> bool {
    headed(block, columns).is_some()
}

/// Takes a table of activities; the heading above it names the action.
pub(super) fn take<'s>(reading: &mut Reading<'s>, block: &Block<'s>) -> bool {
    let Some((table, columns)) = headed(block, columns) else {
        return false;
    };
    let azione = reading.action();
    for row in body(table) {
        match mention(reading, row, &columns) {
            Some(mention) => reading.activities.push(Mention {
                azione: azione.clone(),
                ..mention
            }),
            None => reading.unread(row.span),
        }
    }
    true
}

fn mention(reading: &mut Reading<'_>, row: &Row<'_>, columns: &Columns) -> Option<Mention> {
    let text = cell(row, Some(columns.testo))?;
    let coded = coded(text).filter(|_| columns.codice.is_none());
    let (codice, testo) = match coded {
        Some(coded) => (Some(coded.codice), coded.testo),
        None => (said(row, columns.codice), text.said()),
    };
    Some(Mention {
        fonte: Fonte::Tabella,
        azione: None,
        codice,
        testo,
        inizio: dated(reading, row, columns.inizio, when::start),
        fine: dated(reading, row, columns.fine, when::end),
        span: row.span,
    })
}

/// The day in a cell; a cell that holds something else is not understood.
fn dated(
    reading: &mut Reading<'_>,
    row: &Row<'_>,
    column: usize,
    read: fn(&str) -> Option<Giorno>,
) -> Option<Detto<Giorno>> {
    let cell = cell(row, Some(column))?;
    let day = read(&cell.text());
    if day.is_none() {
        reading.unread(cell.span());
    }
    day.map(|day| Detto::new(day, cell.span()))
}

/// Whether a block is a list of codes and texts: two lines or more, each beginning with a code.
pub(super) fn is_list(block: &Block<'_>) -> bool {
    let Kind::Paragraph { lines } = &block.kind else {
        return false;
    };
    lines.len() >= 2 && lines.iter().all(|line| coded(line).is_some())
}

/// Takes a list of codes and texts.
pub(super) fn take_list<'s>(reading: &mut Reading<'s>, block: &Block<'s>) -> bool {
    if !is_list(block) {
        return false;
    }
    let found = block.lines().iter().filter_map(|line| {
        let coded = coded(line)?;
        Some(Mention::new(Fonte::Elenco, coded, line.span()))
    });
    reading.activities.extend(found);
    true
}

/// One activity for each code, in the order of their first mention.
pub(super) fn join(mentions: Vec<Mention>) -> Vec<Attivita<Bozza>> {
    let mut groups: Vec<Vec<Mention>> = Vec::new();
    for mention in mentions {
        let same = |group: &&mut Vec<Mention>| mention.codice.is_some() && group[0].codice == mention.codice;
        match groups.iter_mut().find(same) {
            Some(group) => group.push(mention),
            None => groups.push(vec![mention]),
        }
    }
    groups.into_iter().filter_map(activity).collect()
}

/// The activity of all mentions of one code.
fn activity(mut mentions: Vec<Mention>) -> Option<Attivita<Bozza>> {
    mentions.sort_by_key(|mention| mention.fonte);
    let dated = mentions.iter().position(|mention| mention.period().is_some());
    let (inizio, fine) = dated.map_or((None, None), |at| (mentions[at].inizio, mentions[at].fine));
    let altri_periodi = mentions.iter().enumerate().filter(|(at, _)| Some(*at) != dated);
    let altri_periodi = altri_periodi.filter_map(|(_, mention)| mention.period()).collect();
    let altre_descrizioni = mentions.iter().skip(1).map(|mention| mention.testo.clone()).collect();
    let first = mentions.into_iter().next()?;
    Some(Attivita {
        id: None,
        piano: Riferimento::Locale(0),
        azione: first.azione,
        codice: first.codice,
        descrizione: first.testo,
        inizio,
        fine,
        altri_periodi,
        altre_descrizioni,
        origine: Origine::letta(first.span),
    })
}
