//! Rows of a card's tables: indicators, phases, budget lines, people.

use super::Reading;
use super::header::{MoneyColumn, PhaseColumns};
use super::words::{Label, is_indicator_code};
use crate::model::{
    Assegnazione, Bozza, Detto, Direzione, Euro, Fase, Giorno, Indicatore, Origine, Riferimento, Testo, VoceBilancio,
};
use crate::read::block::{Inline, Row};
use crate::read::cell::{parse_day, parse_euro, parse_expected, parse_percentage};
use crate::source::Span;

impl<'s> Reading<'s> {
    /// Code, text, expected value; or a note to the row above.
    pub(super) fn indicator_row(&mut self, row: &Row<'s>) -> bool {
        if let Some(read) = self.note_row(row) {
            return read;
        }
        let [code, text, rest @ ..] = row.cells.as_slice() else {
            return false;
        };
        let Some(card) = self.card.as_ref().filter(|_| is_indicator_code(&code.text())) else {
            return false;
        };
        let obiettivo = card.obiettivo.map(Riferimento::Locale);
        let value = rest.iter().find(|cell| !cell.is_empty());
        self.found.indicatori.push(indicator(obiettivo, code, text, value, row));
        true
    }

    /// Ordinal, code of the objective, name, planned days; or a note to the row above.
    pub(super) fn phase_row(&mut self, row: &Row<'s>, columns: &PhaseColumns) -> bool {
        if let Some(read) = self.note_row(row) {
            return read;
        }
        let ordine = row.text(0).parse().ok();
        let cell = |column: usize| row.cells.get(column).filter(|cell| !cell.is_empty());
        let (Some(ordine), Some(nome), Some(card)) = (ordine, cell(columns.nome), &self.card) else {
            return false;
        };
        let unread = &mut self.found.non_lette;
        let (inizio, fine) = (day(cell(columns.inizio), unread), day(cell(columns.fine), unread));
        self.found.fasi.push(Fase {
            id: None,
            obiettivo: cell(columns.obiettivo).map(|code| Riferimento::scritto(code.said())),
            progetto: Some(Riferimento::Locale(card.progetto)),
            ordine,
            nome: nome.said(),
            descrizione: None,
            inizio,
            fine,
            inizio_effettivo: None,
            fine_effettiva: None,
            mesi_previsti: None,
            mesi_consuntivi: None,
            origine: Origine::letta(row.span),
        });
        true
    }

    /// Phases name their objective by its code; those that the document has are found here.
    pub(super) fn resolve_phases(&mut self) {
        for fase in &mut self.found.fasi {
            if let Some(Riferimento::Scritto(code)) = &fase.obiettivo
                && let Some(known) = self.obiettivi.get(&code.value)
            {
                fase.obiettivo = Some(Riferimento::Locale(*known));
            }
        }
    }

    /// Chapter and article, what for, amounts; or the totals of the columns.
    pub(super) fn budget_row(&mut self, row: &Row<'s>, columns: &[Option<MoneyColumn>]) -> bool {
        let Some(amounts) = amounts(row, columns) else {
            return false;
        };
        if row
            .filled()
            .next()
            .is_some_and(|cell| cell.text().eq_ignore_ascii_case("totale"))
        {
            return self.card_totals(&amounts);
        }
        let (Some(chapter), Some(card)) = (row.cells.first().and_then(chapter), &self.card) else {
            return false;
        };
        let progetto = card.progetto;
        let lines = amounts
            .iter()
            .map(|(column, importo)| budget_line(progetto, &chapter, *column, importo, row));
        self.found.bilancio.extend(lines);
        !amounts.is_empty()
    }

    fn card_totals(&mut self, amounts: &[(MoneyColumn, Detto<Euro>)]) -> bool {
        let Some(card) = &self.card else { return false };
        let progetto = &mut self.found.progetti[card.progetto as usize];
        for (column, amount) in amounts {
            let total = match column.direzione {
                Direzione::Entrata => &mut progetto.totale_entrate,
                Direzione::Spesa => &mut progetto.totale_spese,
            };
            match total {
                Some(sum) => sum.value = Euro(sum.value.cents() + amount.value.cents()),
                None => *total = Some(*amount),
            }
        }
        true
    }

    /// Name, relation, effort.
    pub(super) fn person_row(&mut self, row: &Row<'s>) -> bool {
        let ([name, relation, effort, rest @ ..], Some(card)) = (row.cells.as_slice(), &self.card) else {
            return false;
        };
        if name.is_empty() || !rest.iter().all(Inline::is_empty) {
            return false;
        }
        let percentage = parse_percentage(&effort.text());
        if percentage.is_none() && !effort.says_nothing() {
            self.found.non_lette.push(effort.span());
        }
        self.found.assegnazioni.push(Assegnazione {
            obiettivo: None,
            progetto: Some(Riferimento::Locale(card.progetto)),
            persona: Some(name.said()),
            categoria: None,
            ruolo: Some(relation.said()).filter(|relation| !relation.value.is_empty()),
            inizio: None,
            fine: None,
            impegno_percentuale: percentage.map(|share| Detto::new(share, effort.span())),
            origine: Origine::letta(row.span),
        });
        true
    }

    /// Reads a row that is a note; nothing where it is none, false where nothing stands above it.
    fn note_row(&mut self, row: &Row<'s>) -> Option<bool> {
        let mut filled = row.filled();
        let first = filled.next()?;
        let (Label::Note, length) = Label::opening(first.raw())? else {
            return None;
        };
        Some(self.note(&first.part(length, first.raw().len())))
    }

    /// Adds a note to the last indicator or phase; false where there is none.
    pub(super) fn note(&mut self, text: &Inline<'s>) -> bool {
        if text.is_empty() {
            return true;
        }
        let indicators = self.found.indicatori.last_mut();
        let phases = self.found.fasi.last_mut();
        let noted = match &self.header {
            Some(super::Header::Indicators) => indicators.map(|row| (&mut row.nota, &mut row.origine)),
            Some(super::Header::Phases(_)) => phases.map(|row| (&mut row.descrizione, &mut row.origine)),
            _ => None,
        };
        let Some((nota, origine)) = noted else { return false };
        *nota = Some(text.said());
        origine.span = origine.span.to(text.span());
        true
    }
}

fn indicator(
    obiettivo: Option<Riferimento>,
    code: &Inline<'_>,
    text: &Inline<'_>,
    value: Option<&Inline<'_>>,
    row: &Row<'_>,
) -> Indicatore<Bozza> {
    let read = value.map(|value| parse_expected(&text.text(), &value.text()));
    let (operatore, valore) = read.map_or((None, None), |(operator, value)| (operator, Some(value)));
    Indicatore {
        id: None,
        piano: Riferimento::Locale(0),
        obiettivo,
        azione: None,
        codice: Some(code.said()),
        ambito: None,
        testo: text.said(),
        valore_atteso: value.map(|it| it.said()),
        operatore,
        valore,
        valore_raggiunto: None,
        nota: None,
        origine: Origine::letta(row.span),
    }
}

/// The day of a cell, if it holds one; anything else that it says is not understood.
fn day(cell: Option<&Inline<'_>>, unread: &mut Vec<Span>) -> Option<Detto<Giorno>> {
    let cell = cell.filter(|cell| !cell.says_nothing())?;
    let day = parse_day(&cell.text(), None);
    if day.is_none() {
        unread.push(cell.span());
    }
    day.map(|day| Detto::new(day, cell.span()))
}

/// Chapter and article as printed: `Cap. 03250 Art. 00`, `Capitolo 03250 / Articolo 00`.
fn chapter(cell: &Inline<'_>) -> Option<(Detto<Testo>, Detto<Testo>)> {
    let text = cell.text();
    let lower = text.to_ascii_lowercase();
    let behind = |at: usize, names: [&str; 2]| {
        let name = names.into_iter().find(|name| lower[at..].starts_with(name))?;
        Some(at + name.len())
    };
    let article = lower.find("art")?;
    let number = |from: usize, to: usize| {
        text.get(from..to)
            .map(|part| part.trim_matches([' ', '/', ',', '-', ':']))
    };
    let chapter = number(behind(0, ["capitolo", "cap."])?, article)?;
    let article = number(behind(article, ["articolo", "art."])?, text.len())?;
    let said = |words: &str| Detto::new(Testo::from(words), cell.span());
    (!chapter.is_empty()).then(|| (said(chapter), said(article)))
}

/// The amounts of a row with what their columns are; nothing where an amount stands in a column without a name.
fn amounts(row: &Row<'_>, columns: &[Option<MoneyColumn>]) -> Option<Vec<(MoneyColumn, Detto<Euro>)>> {
    let first = columns.iter().position(Option::is_some)?;
    let cells = row
        .cells
        .iter()
        .enumerate()
        .skip(first)
        .filter(|(_, cell)| !cell.says_nothing());
    cells
        .map(|(at, cell)| {
            let column = columns.get(at).copied().flatten()?;
            Some((column, Detto::new(parse_euro(&cell.text())?, cell.span())))
        })
        .collect()
}

fn budget_line(
    progetto: u32,
    (capitolo, articolo): &(Detto<Testo>, Detto<Testo>),
    column: MoneyColumn,
    importo: &Detto<Euro>,
    row: &Row<'_>,
) -> VoceBilancio<Bozza> {
    VoceBilancio {
        progetto: Riferimento::Locale(progetto),
        capitolo: capitolo.clone(),
        articolo: articolo.clone(),
        descrizione: row
            .cells
            .get(1)
            .map_or_else(|| Detto::new(Testo::new(), row.span), |it| it.said()),
        direzione: column.direzione,
        natura: column.natura,
        importo: *importo,
        origine: Origine::letta(row.span),
    }
}
