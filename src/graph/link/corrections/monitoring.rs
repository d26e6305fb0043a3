use std::collections::BTreeMap;

use super::Desk;
use super::address::{Place, by_id};
use crate::diag::Diagnostic;
use crate::diag::register::correzioni::{MONITORAGGIO_DISCORDE, MONITORAGGIO_FUORI_POSTO, MONITORAGGIO_RIPETUTO};
use crate::model::{Detto, Monitoraggio, Testo};
use crate::source::Span;

/// The cells that monitoring has filled, by id and column, with the place of the words.
pub(super) type Told = BTreeMap<(Testo, &'static str), Span>;

impl Desk<'_, '_> {
    /// Fills in how a phase or an indicator went, as front matter or a table says. A line without an id was reported
    /// when it was read.
    pub(super) fn monitor(&mut self, line: &Monitoraggio, problems: &mut Vec<Diagnostic>) {
        if line.id.is_empty() {
            return;
        }
        if let Some(place) = by_id(&self.ids.fasi, &line.id) {
            self.monitor_phase(place, line, problems);
        } else if let Some(place) = by_id(&self.ids.indicatori, &line.id) {
            self.monitor_indicator(place, line, problems);
        } else {
            problems.push(self.unknown(&line.id));
        }
    }

    fn monitor_phase(&mut self, (file, local): Place, line: &Monitoraggio, problems: &mut Vec<Diagnostic>) {
        let bozze = self.mended.get_mut(file).map(|bozze| bozze.to_mut());
        let Some(phase) = bozze.and_then(|bozze| bozze.fasi.get_mut(local)) else {
            return;
        };
        let mut ledger = Ledger {
            told: &mut self.told,
            id: &line.id,
            problems,
        };
        ledger.fill("inizio_effettivo", &mut phase.inizio_effettivo, line.inizio_effettivo);
        ledger.fill("fine_effettiva", &mut phase.fine_effettiva, line.fine_effettiva);
        ledger.misplaced("valore_raggiunto", line.valore_raggiunto.as_ref().map(|said| said.span));
        ledger.misplaced("nota", line.nota.as_ref().map(|said| said.span));
    }

    fn monitor_indicator(&mut self, (file, local): Place, line: &Monitoraggio, problems: &mut Vec<Diagnostic>) {
        let bozze = self.mended.get_mut(file).map(|bozze| bozze.to_mut());
        let Some(indicator) = bozze.and_then(|bozze| bozze.indicatori.get_mut(local)) else {
            return;
        };
        let mut ledger = Ledger {
            told: &mut self.told,
            id: &line.id,
            problems,
        };
        let reached = line.valore_raggiunto.clone();
        ledger.fill("valore_raggiunto", &mut indicator.valore_raggiunto, reached);
        ledger.fill("nota", &mut indicator.nota, line.nota.clone());
        ledger.misplaced("inizio_effettivo", line.inizio_effettivo.map(|said| said.span));
        ledger.misplaced("fine_effettiva", line.fine_effettiva.map(|said| said.span));
    }
}

/// What monitoring has said so far, before a line about one thing.
struct Ledger<'d> {
    told: &'d mut Told,
    id: &'d Testo,
    problems: &'d mut Vec<Diagnostic>,
}

impl Ledger<'_> {
    /// Fills a cell with what a line says. Where another line has filled it, that stays and this is reported.
    fn fill<T: PartialEq>(&mut self, column: &'static str, cell: &mut Option<Detto<T>>, said: Option<Detto<T>>) {
        let Some(said) = said else { return };
        let key = (self.id.clone(), column);
        let Some(before) = self.told.get(&key) else {
            self.told.insert(key, said.span);
            *cell = Some(said);
            return;
        };
        let code = if cell.as_ref() == Some(&said) {
            &MONITORAGGIO_RIPETUTO
        } else {
            &MONITORAGGIO_DISCORDE
        };
        let finding = Diagnostic::new(code).at(said.span).and(*before);
        self.problems.push(finding.with("id", self.id).with("campo", column));
    }

    /// Reports what cannot be said of such a thing.
    fn misplaced(&mut self, column: &'static str, said: Option<Span>) {
        let finding = said.map(|span| Diagnostic::new(&MONITORAGGIO_FUORI_POSTO).at(span));
        let finding = finding.map(|finding| finding.with("id", self.id).with("campo", column));
        self.problems.extend(finding);
    }
}
