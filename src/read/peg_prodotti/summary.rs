//! The summary of a centre: products and projects under their strategic lines, and the totals of each level.

use super::line::LEVELS;
use super::words::Code;
use super::{Reading, next_index};
use crate::model::{
    Bozza, Detto, Euro, LivelloLinea, Origine, Percentuale, Progetto, Riferimento, Slug, Testo, TipoProgetto, Totale,
};
use crate::read::block::{Inline, Row};
use crate::read::cell::{parse_euro, parse_percentage};
use crate::read::plain_words;
use crate::source::Span;

/// Which strategic line the rows of a summary stand under. Merged cells are printed once, in their first row.
#[derive(Clone, Debug, Default)]
pub(super) struct Summary {
    /// Index of the current line of each level, from the top.
    path: [Option<u32>; 3],
}

impl Summary {
    /// Whether a summary is under way, so that a table to come may be its rest, cut off by a page end.
    pub(super) fn cut_off(&self) -> bool {
        self.path[0].is_some()
    }
}

/// Budget and share of a row, wherever its columns drifted to: a share is told by its sign.
#[derive(Default)]
struct Amounts {
    importo: Option<Detto<Euro>>,
    percentuale: Option<Detto<Percentuale>>,
}

impl Reading<'_> {
    /// Reads a row of a summary. `cut`: the row is the first behind a page end, where merged cells are printed again.
    pub(super) fn summary_row(&mut self, row: &Row<'_>, cut: bool) -> bool {
        let code = row
            .cells
            .iter()
            .enumerate()
            .find_map(|(column, cell)| match Code::of(&cell.text()) {
                Some(Code::Progetto(tipo)) => Some((column, tipo)),
                _ => None,
            });
        match code {
            Some((column, tipo)) => self.product_row(row, column, tipo, cut),
            None => self.total_row(row),
        }
    }

    fn product_row(&mut self, row: &Row<'_>, column: usize, tipo: TipoProgetto, cut: bool) -> bool {
        let (context, rest) = row.cells.split_at(column);
        let [code, title, amounts @ ..] = rest else {
            return false;
        };
        self.descend(context, cut);
        let Some(amounts) = Amounts::of(amounts) else {
            return false;
        };
        let linea = self.summary.path.iter().rev().flatten().next();
        let announced = Progetto {
            titolo_annunciato: Some(title.said()),
            unita: self.current_unit(),
            linea_strategica: linea.copied().map(Riferimento::Locale),
            budget: amounts.importo,
            percentuale: amounts.percentuale,
            annuncio: Some(row.span),
            ..product(tipo, code, title.said(), row.span)
        };
        self.progetti
            .insert(announced.codice.value.clone(), next_index(&self.found.progetti));
        self.found.progetti.push(announced);
        true
    }

    /// Goes down to the lines that the cells before a code name; the last of them is the action.
    fn descend(&mut self, context: &[Inline<'_>], cut: bool) {
        let cells = context.iter().rev().zip((0..LEVELS.len()).rev());
        let named: Vec<(usize, Detto<Testo>)> = cells
            .filter(|(cell, _)| !cell.is_empty())
            .map(|(cell, level)| (level, cell.said()))
            .collect();
        for (level, titolo) in named.into_iter().rev() {
            if cut && self.repeats(level, &titolo) {
                continue;
            }
            let above = if level == 0 { None } else { self.summary.path[level - 1] };
            let line = self
                .lines
                .find_or_add(&mut self.found.linee_strategiche, LEVELS[level], above, &titolo);
            self.summary.path[level..].fill(None);
            self.summary.path[level] = Some(line);
        }
    }

    /// Whether a text is the title of the current line of a level, or the part of it that fell behind a page end.
    fn repeats(&self, level: usize, text: &str) -> bool {
        self.summary.path[level].is_some_and(|line| {
            let title = Slug::of(&self.found.linee_strategiche[line as usize].titolo);
            let text = Slug::of(text);
            !text.as_str().is_empty() && title.as_str().contains(text.as_str())
        })
    }

    fn total_row(&mut self, row: &Row<'_>) -> bool {
        let Some((column, level)) = row
            .cells
            .iter()
            .enumerate()
            .find_map(|(column, cell)| Some((column, summed_level(&cell.text())?)))
        else {
            return false;
        };
        let (context, rest) = row.cells.split_at(column);
        let is_context = |cell: &Inline<'_>| (0..LEVELS.len()).any(|level| self.repeats(level, &cell.text()));
        if !context.iter().filter(|cell| !cell.is_empty()).all(is_context) {
            return false;
        }
        let (Some(amounts), Some(unita)) = (Amounts::of(&rest[1..]), self.current_unit()) else {
            return false;
        };
        self.found.totali.push(Totale {
            unita,
            livello: level.map(|level| LEVELS[level]),
            percorso: self.titles_down_to(level),
            importo: amounts.importo,
            percentuale: amounts.percentuale,
            origine: Origine::letta(row.span),
        });
        true
    }

    fn titles_down_to(&self, level: Option<usize>) -> Vec<Testo> {
        let depth = level.map_or(0, |level| level + 1);
        let lines = self.summary.path[..depth].iter().flatten();
        lines
            .map(|line| self.found.linee_strategiche[*line as usize].titolo.value.clone())
            .collect()
    }

    pub(super) fn current_unit(&self) -> Option<Riferimento> {
        self.found
            .unita
            .len()
            .checked_sub(1)
            .map(|index| Riferimento::Locale(index as u32))
    }
}

/// The level that a cell says it sums up, as an index; nothing inside for the whole centre.
fn summed_level(cell: &str) -> Option<Option<usize>> {
    let plain = plain_words(cell);
    match plain.strip_prefix("totale ")? {
        "cdr" | "centro di responsabilita" => Some(None),
        "indirizzo" => level_of(LivelloLinea::Indirizzo),
        "obiettivo" | "obiettivo strategico" => level_of(LivelloLinea::ObiettivoStrategico),
        "azione" => level_of(LivelloLinea::Azione),
        _ => None,
    }
}

fn level_of(livello: LivelloLinea) -> Option<Option<usize>> {
    LEVELS.iter().position(|level| *level == livello).map(Some)
}

impl Amounts {
    /// The amounts of the cells behind a title; nothing where a cell holds anything else, or one amount twice.
    fn of(cells: &[Inline<'_>]) -> Option<Self> {
        let mut amounts = Self::default();
        for cell in cells.iter().filter(|cell| !cell.is_empty()) {
            let text = cell.text();
            let taken = if text.ends_with('%') {
                let share = Detto::new(parse_percentage(&text)?, cell.span());
                amounts.percentuale.replace(share).is_some()
            } else {
                let sum = Detto::new(parse_euro(&text)?, cell.span());
                amounts.importo.replace(sum).is_some()
            };
            if taken {
                return None;
            }
        }
        Some(amounts)
    }
}

/// A product or project with nothing but its code and title.
pub(super) fn product(tipo: TipoProgetto, code: &Inline<'_>, titolo: Detto<Testo>, span: Span) -> Progetto<Bozza> {
    Progetto {
        id: None,
        piano: Riferimento::Locale(0),
        codice: code.said(),
        tipo,
        titolo,
        titolo_annunciato: None,
        descrizione: None,
        unita: None,
        riferimento: Vec::new(),
        linea_strategica: None,
        budget: None,
        percentuale: None,
        annuncio: None,
        cartella: None,
        totale_entrate: None,
        totale_spese: None,
        url: Testo::new(),
        origine: Origine::letta(span),
    }
}
