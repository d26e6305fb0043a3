//! What editors say of facts that a document holds: corrections of misprints, and how things went (monitoring).
//!
//! Applied to the drafts after ids are given, so that no correction changes an id, and before references are resolved,
//! so that references can be corrected too.

mod address;
mod called;
mod columns;
mod mended;
mod monitoring;

use std::collections::BTreeMap;

use super::Inputs;
use super::ids::Ids;
use super::resolve::{nearest, perhaps};
use super::table::PerDraft;
use crate::diag::Diagnostic;
use crate::diag::register::correzioni::{
    CAMPO_IGNOTO, CORREZIONE_SENZA_OGGETTO, CORREZIONE_SUPERFLUA, VALORE_ILLEGGIBILE,
};
use crate::model::{
    Assegnazione, Attivita, Bozze, Contatto, Correzione, Detto, Disponibilita, Fase, Indicatore, LineaStrategica,
    Obiettivo, Partner, Piano, Progetto, Scadenza, Scheda, Slug, Testo, Unita, VoceBilancio, VoceCalendario,
};
use crate::read::record::Record;
use crate::source::Span;
use address::{Place, by_id, by_parent};
use called::Names;
use columns::Correctable;
use mended::Mended;
use monitoring::Told;

/// The drafts that editors mend, as they want them, by their place among the inputs. `sections` says for each draft the
/// draft of its section's plan.
pub(super) fn apply(
    inputs: &Inputs,
    files: &[&Bozze],
    ids: &Ids,
    sections: &[Option<usize>],
    problems: &mut Vec<Diagnostic>,
) -> BTreeMap<usize, Bozze> {
    let mut desk = Desk {
        ids,
        sections,
        mended: Mended::of(files),
        told: Told::new(),
        names: None,
    };
    for correction in inputs.pagine.iter().flat_map(|page| &page.correzioni) {
        problems.extend(desk.correct(correction));
    }
    for (at, page) in inputs.pagine.iter().enumerate() {
        let mut of_page = page.monitoraggio.iter().peekable();
        let plan = of_page.peek().and_then(|_| desk.plan_of_page(inputs, at));
        of_page.for_each(|line| desk.monitor(line, plan, problems));
    }
    for (draft, bozze) in files.iter().enumerate() {
        let plan = sections.get(draft).copied().flatten();
        bozze
            .monitoraggio
            .iter()
            .for_each(|line| desk.monitor(line, plan, problems));
    }
    desk.mended.own()
}

struct Desk<'f> {
    ids: &'f Ids,
    sections: &'f [Option<usize>],
    mended: Mended<'f>,
    told: Told,
    /// Made when something is first looked for by its name, after all corrections.
    names: Option<Names>,
}

/// What came of a correction in one table: nothing of that name there, or the problem with it, if any.
type Outcome = Option<Option<Diagnostic>>;

impl Desk<'_> {
    /// The draft of the plan that a section describes, by itself or by its document.
    fn plan_of_page(&self, inputs: &Inputs, page: usize) -> Option<usize> {
        let draft = inputs.drafts.iter().position(|draft| draft.pagina == page)?;
        self.sections.get(draft).copied().flatten()
    }

    fn correct(&mut self, correction: &Correzione) -> Option<Diagnostic> {
        let ids = self.ids;
        let outcomes = [
            self.in_table::<Scheda>(&ids.schede, correction),
            self.in_table::<Contatto>(&ids.contatti, correction),
            self.in_table::<Piano>(&ids.piani, correction),
            self.in_table::<Unita>(&ids.unita, correction),
            self.in_table::<LineaStrategica>(&ids.linee_strategiche, correction),
            self.in_table::<Progetto>(&ids.progetti, correction),
            self.in_table::<Obiettivo>(&ids.obiettivi, correction),
            self.in_table::<Fase>(&ids.fasi, correction),
            self.in_table::<Indicatore>(&ids.indicatori, correction),
            self.in_table::<Attivita>(&ids.attivita, correction),
            self.in_rows::<Disponibilita>(correction),
            self.in_rows::<VoceCalendario>(correction),
            self.in_rows::<Assegnazione>(correction),
            self.in_rows::<VoceBilancio>(correction),
            self.in_rows::<Partner>(correction),
            self.in_rows::<Scadenza>(correction),
        ];
        let found: Vec<Option<Diagnostic>> = outcomes.into_iter().flatten().collect();
        if found.is_empty() {
            return Some(self.unknown(&correction.id));
        }
        // An id that two tables have means the one with the column.
        if found.iter().any(Option::is_none) {
            return None;
        }
        found.into_iter().flatten().next()
    }

    fn in_table<T: Correctable>(&mut self, ids: &PerDraft<Slug>, correction: &Correzione) -> Outcome {
        let place = by_id(ids, &correction.id)?;
        Some(self.write::<T>(place, correction))
    }

    fn in_rows<T: address::Row>(&mut self, correction: &Correzione) -> Outcome {
        let place = by_parent::<T>(self.mended.as_read(), self.ids, &correction.id)?;
        Some(self.write::<T>(place, correction))
    }

    /// Writes a correction into its cell and says what is wrong with it, if anything is.
    fn write<T: Correctable>(&mut self, (file, local): Place, correction: &Correzione) -> Option<Diagnostic> {
        let draft = T::Draft::list(self.mended.get_mut(file)?).get_mut(local)?;
        let Some(column) = T::columns().find(|column| *column.name == *correction.campo.value) else {
            return Some(unknown_column::<T>(&correction.campo));
        };
        let mut mended = draft.clone();
        if (column.set)(&mut mended, correction.valore.clone()).is_err() {
            return Some(unreadable::<T>(correction));
        }
        if mended == *draft {
            return Some(needless(correction, T::origin(draft).span));
        }
        T::origin(&mut mended).correct(whole(correction));
        *draft = mended;
        None
    }

    fn unknown(&self, id: &Detto<Testo>) -> Diagnostic {
        let ids = self.ids;
        let all = [
            &ids.schede,
            &ids.contatti,
            &ids.piani,
            &ids.unita,
            &ids.linee_strategiche,
            &ids.progetti,
            &ids.obiettivi,
            &ids.fasi,
            &ids.indicatori,
            &ids.attivita,
        ];
        let near = nearest(id, all.iter().flat_map(|ids| ids.values()).map(Slug::as_str));
        Diagnostic::new(&CORREZIONE_SENZA_OGGETTO)
            .at(id.span)
            .with("id", &id.value)
            .with_words("forse", perhaps("forse", "o", &near), perhaps("perhaps", "or", &near))
    }
}

fn unknown_column<T: Correctable>(column: &Detto<Testo>) -> Diagnostic {
    let columns: Vec<&str> = T::columns().map(|column| column.name).collect();
    let near = nearest(column, columns.iter().copied());
    Diagnostic::new(&CAMPO_IGNOTO)
        .at(column.span)
        .with("tabella", T::Draft::TABLE)
        .with("campo", &column.value)
        .with("campi", columns.join(", "))
        .with_words("forse", perhaps("forse", "o", &near), perhaps("perhaps", "or", &near))
}

fn unreadable<T: Correctable>(correction: &Correzione) -> Diagnostic {
    Diagnostic::new(&VALORE_ILLEGGIBILE)
        .at(correction.valore.span)
        .with("valore", &correction.valore.value)
        .with("campo", &correction.campo.value)
        .with("tabella", T::Draft::TABLE)
}

fn needless(correction: &Correzione, printed: Span) -> Diagnostic {
    Diagnostic::new(&CORREZIONE_SUPERFLUA)
        .at(whole(correction))
        .and(printed)
        .with("id", &correction.id.value)
        .with("campo", &correction.campo.value)
        .with("valore", &correction.valore.value)
}

/// The lines that a correction covers in its file.
fn whole(correction: &Correzione) -> Span {
    let note = correction.nota.as_ref().map(|note| note.span);
    [correction.campo.span, correction.valore.span]
        .into_iter()
        .chain(note)
        .fold(correction.id.span, |whole, part| {
            if part.file == whole.file { whole.to(part) } else { whole }
        })
}
