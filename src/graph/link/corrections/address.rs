//! How a correction names a row: by its id, or, where its table has no ids, by its parent's id, the table and the
//! ordinal from 1 among the parent's rows: `comune-di-cesena-1#disponibilita-3`.

use super::columns::Correctable;
use crate::graph::link::ids::Ids;
use crate::graph::link::table::{Entry, PerDraft, entries};
use crate::model::{
    Assegnazione, Bozze, Disponibilita, Partner, Riferimento, Scadenza, Slug, VoceBilancio, VoceCalendario,
};
use crate::read::record::Record;

/// Where a row stands: its file among the inputs and its place in the list there.
pub(super) type Place = (usize, usize);

/// The row of a table that has this id, in the letters of the open data.
pub(super) fn by_id(ids: &PerDraft<Slug>, wanted: &str) -> Option<Place> {
    let slug = Slug::of(wanted);
    ids.find(&slug).filter(|_| slug.as_str() == wanted)
}

/// A noun whose rows go by their parent.
pub(super) trait Row: Correctable {
    /// The id of the thing that a row belongs to.
    fn parent(ids: &Ids, entry: &Entry<'_, Self>) -> Option<Slug>;
}

impl Row for Disponibilita {
    fn parent(ids: &Ids, entry: &Entry<'_, Self>) -> Option<Slug> {
        of(&ids.schede, entry.draft, &entry.bozza.scheda)
    }
}

impl Row for VoceCalendario {
    fn parent(ids: &Ids, entry: &Entry<'_, Self>) -> Option<Slug> {
        of(&ids.schede, entry.draft, entry.bozza.scheda.as_ref()?)
    }
}

impl Row for Assegnazione {
    fn parent(ids: &Ids, entry: &Entry<'_, Self>) -> Option<Slug> {
        match (&entry.bozza.obiettivo, &entry.bozza.progetto) {
            (Some(objective), _) => of(&ids.obiettivi, entry.draft, objective),
            (None, project) => of(&ids.progetti, entry.draft, project.as_ref()?),
        }
    }
}

impl Row for VoceBilancio {
    fn parent(ids: &Ids, entry: &Entry<'_, Self>) -> Option<Slug> {
        of(&ids.progetti, entry.draft, &entry.bozza.progetto)
    }
}

impl Row for Partner {
    fn parent(ids: &Ids, entry: &Entry<'_, Self>) -> Option<Slug> {
        of(&ids.piani, entry.draft, &entry.bozza.piano)
    }
}

impl Row for Scadenza {
    fn parent(ids: &Ids, entry: &Entry<'_, Self>) -> Option<Slug> {
        of(&ids.piani, entry.draft, &entry.bozza.piano)
    }
}

fn of(ids: &PerDraft<Slug>, draft: usize, reference: &Riferimento) -> Option<Slug> {
    match reference {
        Riferimento::Locale(local) => ids.get(draft, *local as usize).cloned(),
        Riferimento::Scritto(text) => Some(Slug::of(text)),
        Riferimento::Sezione(_) => None,
    }
}

/// The row that an address with `#` means.
pub(super) fn by_parent<T: Row>(files: &[&Bozze], ids: &Ids, wanted: &str) -> Option<Place> {
    let (parent, row) = wanted.split_once('#')?;
    let ordinal: usize = row.strip_prefix(T::Draft::TABLE)?.strip_prefix('-')?.parse().ok()?;
    let mut rows = entries::<T>(files).filter(|entry| T::parent(ids, entry).is_some_and(|id| id.as_str() == parent));
    rows.nth(ordinal.checked_sub(1)?)
        .map(|entry| (entry.draft, entry.local))
}
