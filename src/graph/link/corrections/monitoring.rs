use std::collections::BTreeMap;

use super::Desk;
use super::address::{Place, by_id};
use super::called::{Called, Names, Places};
use crate::diag::Diagnostic;
use crate::diag::register::correzioni::{
    MONITORAGGIO_DISCORDE, MONITORAGGIO_FUORI_POSTO, MONITORAGGIO_RIPETUTO, MONITORAGGIO_SENZA_OGGETTO,
};
use crate::model::{Detto, Fase, Indicatore, Monitoraggio, Slug, Testo};
use crate::source::Span;

/// The cells that monitoring has filled, by id and column, with the place of the words.
pub(super) type Told = BTreeMap<(Slug, &'static str), Span>;

/// What a line is about.
enum Thing {
    Fase(Place),
    Indicatore(Place),
}

impl Desk<'_> {
    /// Fills in how a phase or an indicator went, as front matter or a table says. Names are looked for in the plan
    /// first: the draft of it, if the line stands in one.
    pub(super) fn monitor(&mut self, line: &Monitoraggio, plan: Option<usize>, problems: &mut Vec<Diagnostic>) {
        match self.thing(line, plan) {
            Ok(Thing::Fase(place)) => self.monitor_phase(place, line, problems),
            Ok(Thing::Indicatore(place)) => self.monitor_indicator(place, line, problems),
            Err(problem) => problems.push(*problem),
        }
    }

    fn thing(&mut self, line: &Monitoraggio, plan: Option<usize>) -> Result<Thing, Box<Diagnostic>> {
        match (&line.id, &line.fase, &line.indicatore) {
            (Some(id), None, None) => self.with_id(id).ok_or_else(|| Box::new(self.unknown(id))),
            (None, Some(name), None) => self.called::<Fase>(name, line, plan).map(Thing::Fase),
            (None, None, Some(name)) => self.called::<Indicatore>(name, line, plan).map(Thing::Indicatore),
            (None, None, None) => Err(about(line, ("non ne dice nessuno", "it names none"))),
            _ => Err(about(line, ("ne dice più d’uno", "it names several"))),
        }
    }

    fn with_id(&self, id: &str) -> Option<Thing> {
        let phase = by_id(&self.ids.fasi, id).map(Thing::Fase);
        phase.or_else(|| by_id(&self.ids.indicatori, id).map(Thing::Indicatore))
    }

    fn called<T: Called>(
        &mut self,
        name: &Detto<Testo>,
        line: &Monitoraggio,
        plan: Option<usize>,
    ) -> Result<Place, Box<Diagnostic>> {
        let names = self.names.get_or_insert_with(|| Names::of(&self.mended));
        let places = Places {
            files: &self.mended,
            ids: self.ids,
            sections: self.sections,
            plan,
            names,
        };
        places.find::<T>(name, line.obiettivo.as_ref())
    }

    fn monitor_phase(&mut self, (file, local): Place, line: &Monitoraggio, problems: &mut Vec<Diagnostic>) {
        let bozze = self.mended.get_mut(file);
        let phase = bozze.and_then(|bozze| bozze.fasi.get_mut(local));
        let (Some(phase), Some(id)) = (phase, self.ids.fasi.get(file, local)) else {
            return;
        };
        let mut ledger = Ledger {
            told: &mut self.told,
            id,
            problems,
        };
        ledger.fill("inizio_effettivo", &mut phase.inizio_effettivo, line.inizio_effettivo);
        ledger.fill("fine_effettiva", &mut phase.fine_effettiva, line.fine_effettiva);
        ledger.misplaced("valore_raggiunto", line.valore_raggiunto.as_ref().map(|said| said.span));
        ledger.misplaced("nota", line.nota.as_ref().map(|said| said.span));
    }

    fn monitor_indicator(&mut self, (file, local): Place, line: &Monitoraggio, problems: &mut Vec<Diagnostic>) {
        let bozze = self.mended.get_mut(file);
        let indicator = bozze.and_then(|bozze| bozze.indicatori.get_mut(local));
        let (Some(indicator), Some(id)) = (indicator, self.ids.indicatori.get(file, local)) else {
            return;
        };
        let mut ledger = Ledger {
            told: &mut self.told,
            id,
            problems,
        };
        let reached = line.valore_raggiunto.clone();
        ledger.fill("valore_raggiunto", &mut indicator.valore_raggiunto, reached);
        ledger.fill("nota", &mut indicator.nota, line.nota.clone());
        ledger.misplaced("inizio_effettivo", line.inizio_effettivo.map(|said| said.span));
        ledger.misplaced("fine_effettiva", line.fine_effettiva.map(|said| said.span));
    }
}

/// The finding about a line that is not about one thing.
fn about(line: &Monitoraggio, (it, en): (&'static str, &'static str)) -> Box<Diagnostic> {
    let finding = Diagnostic::new(&MONITORAGGIO_SENZA_OGGETTO).at(line.riga);
    Box::new(finding.with_words("quanti", it, en))
}

/// What monitoring has said so far, before a line about one thing.
struct Ledger<'d> {
    told: &'d mut Told,
    id: &'d Slug,
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
        self.problems
            .push(finding.with("id", self.id.as_str()).with("campo", column));
    }

    /// Reports what cannot be said of such a thing.
    fn misplaced(&mut self, column: &'static str, said: Option<Span>) {
        let finding = said.map(|span| Diagnostic::new(&MONITORAGGIO_FUORI_POSTO).at(span));
        let finding = finding.map(|finding| finding.with("id", self.id.as_str()).with("campo", column));
        self.problems.extend(finding);
    }
}
