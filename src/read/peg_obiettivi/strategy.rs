//! The goals of the Documento Unico di Programmazione that an objective serves: strategic, and operative below it.

use super::card::Card;
use super::units::local;
use crate::model::{Bozza, Detto, LineaStrategica, LivelloLinea, Origine, Riferimento, Testo};
use crate::read::block::Inline;

/// Adds the goals of a card to `lines`, each once, and says the most precise one.
pub(super) fn line(lines: &mut Vec<LineaStrategica<Bozza>>, card: &Card<'_>) -> Option<Riferimento> {
    let strategico = card
        .strategico
        .map(|cell| find_or_add(lines, cell, LivelloLinea::ObiettivoStrategico, None));
    let Some(operativo) = card.operativo else {
        return strategico.map(local);
    };
    let superiore = above(lines, &split(&operativo).0).or(strategico).map(local);
    Some(local(find_or_add(
        lines,
        operativo,
        LivelloLinea::ObiettivoOperativo,
        superiore,
    )))
}

/// The strategic goal whose code opens an operative one: `5.3` of `5.3.01`.
fn above(lines: &[LineaStrategica<Bozza>], code: &Option<Inline<'_>>) -> Option<usize> {
    let code = code.as_ref()?.text();
    let (above, _) = code.rsplit_once('.')?;
    lines
        .iter()
        .position(|line| line.codice.as_ref().is_some_and(|code| code.value == above))
}

fn find_or_add(
    lines: &mut Vec<LineaStrategica<Bozza>>,
    cell: Inline<'_>,
    livello: LivelloLinea,
    superiore: Option<Riferimento>,
) -> usize {
    let (codice, titolo) = split(&cell);
    let (codice, titolo) = (codice.map(|it| it.said()), titolo.said());
    let known = lines
        .iter()
        .position(|line| line.livello == livello && same(line, &codice, &titolo));
    known.unwrap_or_else(|| {
        lines.push(LineaStrategica {
            id: None,
            piano: Riferimento::Locale(0),
            livello,
            codice,
            titolo,
            superiore,
            url: Testo::new(),
            origine: Origine::letta(cell.span()),
        });
        lines.len() - 1
    })
}

/// Whether a goal is a known line: by its code, else by its title.
fn same(line: &LineaStrategica<Bozza>, codice: &Option<Detto<Testo>>, titolo: &Detto<Testo>) -> bool {
    line.codice == *codice && (codice.is_some() || line.titolo == *titolo)
}

/// The code (`5.3.01`), where there is one, and the title behind it.
fn split<'s>(cell: &Inline<'s>) -> (Option<Inline<'s>>, Inline<'s>) {
    let is_code = |code: &str| {
        !code.is_empty()
            && code.starts_with(|c: char| c.is_ascii_digit())
            && code.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    match cell.split_at_dash() {
        Some((code, title)) if is_code(code.raw()) => (Some(code), title),
        _ => (None, *cell),
    }
}
