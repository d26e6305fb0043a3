//! The form `catalogo_scambi`: a catalogue of exchange visits.
//!
//! An index table, then the hosts, each with its cards (contacts, host, practice, how the exchange runs, capacity,
//! length, dates), then month grids of all dates with a legend. `outline` cuts the document by the
//! labels of its form; one file reads each part.

mod contacts;
mod dates;
mod grid;
mod index;
mod label;
mod outline;
mod text;

use std::collections::BTreeMap;

use chrono::Datelike;

use super::block::{self, Block};
use super::cell::{parse_dates, parse_durata, parse_partecipanti};
use super::{Document, Reader, even, report_unread};
use crate::diag::register::catalogo::SCHEDE_ANNUNCIATE;
use crate::diag::{Diagnostic, Reported};
use crate::model::{Bozza, Bozze, Detto, Ente, Origine, Riferimento, Scheda, Stadio, Testo};
use label::{Campo, Label, label_of};
use outline::{Card, Outline, outline};

/// Reads catalogues of exchange visits.
#[derive(Debug)]
pub struct CatalogoScambi;

const NAME: &str = "catalogo_scambi";

impl Reader for CatalogoScambi {
    fn name(&self) -> &'static str {
        NAME
    }

    /// A catalogue has the labels of a card: who hosts, and when.
    fn recognises(&self, blocks: &[Block<'_>]) -> bool {
        let labels: Vec<Label> = blocks.iter().filter_map(label_of).collect();
        [Campo::Contatti, Campo::Ospitante, Campo::Date]
            .iter()
            .all(|campo| labels.contains(&Label::Campo(*campo)))
    }

    fn read(&self, document: Document<'_>) -> Reported<Bozze> {
        let text = even(document.text);
        let document = Document {
            text: &text,
            ..document
        };
        let blocks = label::apart(block::scan(document.file, document.text));
        let outline = outline(&blocks);
        let mut reading = Reading {
            document,
            year: year(document, &outline),
            bozze: Bozze::default(),
            problems: Vec::new(),
        };
        reading.read(&outline);
        let mut reported = report_unread(document, NAME, reading.bozze);
        reported.problems.extend(reading.problems);
        reported
    }
}

/// The year of dates printed without one: what the front matter says, else what the cover prints, else the year that
/// the cards print most.
fn year(document: Document<'_>, outline: &Outline<'_, '_>) -> Option<i32> {
    let said = document.hints.anno.or(document.hints.data.map(|data| data.year()));
    let cover = || printed_year(&outline.cover).or_else(|| bare_year(&outline.cover));
    said.or_else(cover).or_else(|| {
        let dates: Vec<&Block<'_>> = outline.cards.iter().flat_map(|card| card.part(Campo::Date)).collect();
        printed_year(&dates)
    })
}

/// The year that blocks print most, the earliest of several.
fn printed_year(blocks: &[&Block<'_>]) -> Option<i32> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for line in text::lines(blocks) {
        for date in parse_dates(&line.text(), None).found {
            *counts.entry(date.periodo.inizio.year()).or_default() += 1;
        }
    }
    let most = counts.values().copied().max()?;
    counts
        .into_iter()
        .find(|(_, count)| *count == most)
        .map(|(year, _)| year)
}

/// The first number of blocks that can be a year: `Catalogo 2027`.
fn bare_year(blocks: &[&Block<'_>]) -> Option<i32> {
    let year = |word: &str| word.parse().ok().filter(|year| (1990..2100).contains(year));
    text::lines(blocks).find_map(|line| line.text().split(|c: char| !c.is_alphanumeric()).find_map(year))
}

struct Reading<'d> {
    document: Document<'d>,
    year: Option<i32>,
    bozze: Bozze,
    problems: Vec<Diagnostic>,
}

impl Reading<'_> {
    fn read(&mut self, outline: &Outline<'_, '_>) {
        let on_cover = outline
            .cover
            .iter()
            .filter(|block| !block.is_title() && block.lines().len() != 1);
        self.bozze
            .non_lette
            .extend(on_cover.map(|block| block.span).chain(outline.stray.iter().copied()));
        self.bozze.indice = index::read(&outline.index, &mut self.bozze.non_lette);
        for card in &outline.cards {
            self.read_card(card, outline);
        }
        let group_of: Vec<Option<usize>> = outline.cards.iter().map(|card| card.group).collect();
        index::point_at_cards(&mut self.bozze.indice, &self.bozze.schede, &outline.groups, &group_of);
        self.bozze.calendario = grid::read(&outline.calendar, self.year, &mut self.bozze.non_lette);
        self.count_cards(outline);
    }

    fn read_card(&mut self, card: &Card<'_, '_>, outline: &Outline<'_, '_>) {
        let at = self.bozze.schede.len() as u32;
        let ente = self.host(card, outline);
        let unread = &mut self.bozze.non_lette;
        let contacts = contacts::read(&card.part(Campo::Contatti), at, &ente, unread);
        self.bozze.contatti.extend(contacts);
        let dates = dates::read(&card.part(Campo::Date), at, self.year);
        self.bozze.disponibilita.extend(dates.rows);
        self.bozze.non_lette.extend(dates.unread);
        self.problems.extend(dates.problems);
        self.bozze.schede.push(scheda(card, ente, self.document.text));
    }

    /// The body that a card belongs to: the heading it stands under, else the host that it prints itself.
    fn host(&self, card: &Card<'_, '_>, outline: &Outline<'_, '_>) -> <Bozza as Stadio>::Rif<Ente> {
        let heading = card
            .group
            .and_then(|group| outline.groups.get(group))
            .map(|group| group.ente.clone());
        let own = || text::one_line(&card.part(Campo::Ospitante));
        let hinted = || self.document.hints.ente.clone().map(|ente| Detto::new(ente, card.span));
        let name = heading.or_else(own).or_else(hinted);
        Riferimento::scritto(name.unwrap_or_else(|| Detto::new(Testo::new(), card.span)))
    }

    /// Reports each host whose heading announces another number of cards than follow.
    fn count_cards(&mut self, outline: &Outline<'_, '_>) {
        for (at, group) in outline.groups.iter().enumerate() {
            let found = outline.cards.iter().filter(|card| card.group == Some(at)).count();
            if let Some(announced) = group.announced.filter(|announced| *announced != found) {
                let finding = Diagnostic::new(&SCHEDE_ANNUNCIATE)
                    .at(group.ente.span)
                    .with("ente", &*group.ente);
                self.problems
                    .push(finding.with("annunciate", announced).with("trovate", found));
            }
        }
    }
}

fn scheda(card: &Card<'_, '_>, ente: <Bozza as Stadio>::Rif<Ente>, source: &str) -> Scheda<Bozza> {
    let line = |campo| text::one_line(&card.part(campo));
    let prose = |campo| text::markdown(&card.part(campo), source);
    Scheda {
        id: None,
        ente,
        numero: card.numero,
        titolo: line(Campo::Titolo).unwrap_or_else(|| Detto::new(Testo::new(), card.span)),
        ospitante: line(Campo::Ospitante),
        ufficio: line(Campo::Ufficio),
        descrizione: prose(Campo::Descrizione),
        modalita: prose(Campo::Modalita),
        partecipanti: parse_lines(card, Campo::Partecipanti, parse_partecipanti),
        partecipanti_testo: line(Campo::Partecipanti),
        giornate: parse_lines(card, Campo::Durata, parse_durata),
        durata_testo: line(Campo::Durata),
        url: Testo::new(),
        origine: Origine::letta(card.span),
    }
}

/// A value that a parser finds in the lines of a part.
fn parse_lines<T>(card: &Card<'_, '_>, campo: Campo, parse: fn(&str) -> T) -> T {
    let blocks = card.part(campo);
    let lines: Vec<String> = text::lines(&blocks).map(|line| line.text()).collect();
    parse(&lines.join("\n"))
}
