//! The phases of an objective, with the months that its chart marks.

use super::card::{Card, TableRow};
use super::chart::{self, Bar};
use super::people::day;
use crate::diag::Diagnostic;
use crate::diag::register::obiettivi::NOME_FASE_DIVERSO;
use crate::model::{Bozza, Bozze, Detto, Fase, Origine, Riferimento};
use crate::read::prose::mend;
use crate::source::Span;

/// Adds the phases of a card and says where its chart names them otherwise.
pub(super) fn add(bozze: &mut Bozze, card: &Card<'_>, obiettivo: &Riferimento) -> Vec<Diagnostic> {
    let mut fasi: Vec<Fase<Bozza>> = Vec::new();
    for row in &card.fasi {
        if goes_on(row)
            && let Some(cut) = fasi.last_mut()
        {
            lengthen(cut, row);
            continue;
        }
        let ordinal = u32::try_from(fasi.len() + 1).unwrap_or(u32::MAX);
        match phase(row, ordinal, obiettivo, &mut bozze.non_lette) {
            Some(fase) => fasi.push(fase),
            None => bozze.non_lette.push(row.span()),
        }
    }
    let problems = mark(&mut fasi, card, &mut bozze.non_lette);
    bozze.fasi.extend(fasi);
    problems
}

fn phase(row: &TableRow<'_>, ordinal: u32, obiettivo: &Riferimento, unread: &mut Vec<Span>) -> Option<Fase<Bozza>> {
    let nome = row.cell("fase")?.said();
    Some(Fase {
        id: None,
        obiettivo: Some(obiettivo.clone()),
        progetto: None,
        ordine: printed_ordinal(&nome).unwrap_or(ordinal),
        nome,
        descrizione: row.cell("descrizione fase").map(|it| it.said()),
        inizio: day(row, "inizio", unread),
        fine: day(row, "fine", unread),
        inizio_effettivo: None,
        fine_effettiva: None,
        mesi_previsti: None,
        mesi_consuntivi: None,
        origine: Origine::letta(row.span()),
    })
}

/// Whether a row holds only the rest of a description that a page end cut.
fn goes_on(row: &TableRow<'_>) -> bool {
    row.cell("descrizione fase").is_some() && ["fase", "inizio", "fine"].iter().all(|words| row.cell(words).is_none())
}

fn lengthen(fase: &mut Fase<Bozza>, row: &TableRow<'_>) {
    let Some(rest) = row.cell("descrizione fase").map(|it| it.said()) else {
        return;
    };
    fase.origine.span = fase.origine.span.to(row.span());
    fase.descrizione = Some(match fase.descrizione.take() {
        Some(head) => Detto::new(mend(&head, &rest).into(), head.span.to(rest.span)),
        None => rest,
    });
}

/// The number that a name opens with: `2 - Gara`, `3- Esame`, `4 Avvio`.
fn printed_ordinal(name: &str) -> Option<u32> {
    let behind = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = &name[..name.len() - behind.len()];
    let is_ordinal = number.len() <= 2 && behind.starts_with([' ', '-', '.', ')', '–']);
    number.parse().ok().filter(|_| is_ordinal)
}

/// Gives each phase the months that the chart marks for it.
fn mark(fasi: &mut [Fase<Bozza>], card: &Card<'_>, unread: &mut Vec<Span>) -> Vec<Diagnostic> {
    let (bars, stray) = chart::bars(&card.cronoprogramma);
    unread.extend(stray);
    let mut problems = Vec::new();
    let mut taken = vec![false; fasi.len()];
    for (at, bar) in bars.into_iter().enumerate() {
        let Some(found) = phase_of(fasi, &taken, &bar, at) else {
            unread.push(bar.span);
            continue;
        };
        taken[found] = true;
        let fase = &mut fasi[found];
        problems.extend(named_otherwise(fase, &bar));
        fase.mesi_previsti = bar.previsti;
        fase.mesi_consuntivi = bar.consuntivi;
    }
    problems
}

/// How much of two names must be the same for a chart to mean that phase.
const LIKENESS: f64 = 0.8;

/// The phase that a bar means: the one of the same name, else the one at the same place if its name is much alike.
fn phase_of(fasi: &[Fase<Bozza>], taken: &[bool], bar: &Bar<'_>, at: usize) -> Option<usize> {
    let name = letters(&bar.nome.text());
    let free = |at: &usize| !taken[*at];
    let same = (0..fasi.len()).filter(free).find(|at| letters(&fasi[*at].nome) == name);
    let alike = |at: &usize| strsim::normalized_levenshtein(&letters(&fasi[*at].nome), &name) >= LIKENESS;
    same.or_else(|| Some(at).filter(|at| *at < fasi.len()).filter(free).filter(alike))
}

fn named_otherwise(fase: &Fase<Bozza>, bar: &Bar<'_>) -> Option<Diagnostic> {
    let name = bar.nome.text();
    (letters(&fase.nome) != letters(&name)).then(|| {
        Diagnostic::new(&NOME_FASE_DIVERSO)
            .at(bar.nome.span())
            .and(fase.nome.span)
            .with("fase", fase.nome.as_str())
            .with("cronoprogramma", name)
    })
}

/// A name without what charts and tables set differently: case, spaces, dashes.
fn letters(name: &str) -> String {
    name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}
