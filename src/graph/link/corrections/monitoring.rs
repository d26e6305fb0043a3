use super::Desk;
use super::address::by_id;
use crate::diag::Diagnostic;
use crate::model::{Bozza, Fase, Indicatore, Monitoraggio};

impl Desk<'_, '_> {
    /// Fills in how a phase or an indicator went.
    pub(super) fn monitor(&mut self, line: &Monitoraggio) -> Option<Diagnostic> {
        if let Some((file, local)) = by_id(&self.ids.fasi, &line.id) {
            let phase = self.mended.get_mut(file)?.to_mut().fasi.get_mut(local)?;
            fill_phase(phase, line);
            return None;
        }
        if let Some((file, local)) = by_id(&self.ids.indicatori, &line.id) {
            let indicator = self.mended.get_mut(file)?.to_mut().indicatori.get_mut(local)?;
            fill_indicator(indicator, line);
            return None;
        }
        Some(self.unknown(&line.id))
    }
}

fn fill_phase(phase: &mut Fase<Bozza>, line: &Monitoraggio) {
    phase.inizio_effettivo = line.inizio_effettivo.or(phase.inizio_effettivo);
    phase.fine_effettiva = line.fine_effettiva.or(phase.fine_effettiva);
}

fn fill_indicator(indicator: &mut Indicatore<Bozza>, line: &Monitoraggio) {
    indicator.valore_raggiunto = line.valore_raggiunto.clone().or(indicator.valore_raggiunto.take());
    indicator.nota = line.nota.clone().or(indicator.nota.take());
}
