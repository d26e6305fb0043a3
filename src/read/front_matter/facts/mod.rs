//! Facts that editors write: `type` says what a file describes, its keys are the columns of the tables of open data,
//! and lists named after a table hold the rows that belong to it.

mod catalogo;
mod documento;
mod form;
mod piano;

pub use form::Form;

use crate::model::{Attivita, Bozza, Bozze, Comuni, Detto, Ente, LineaStrategica, Origine, Testo, Unita, words};
use crate::read::keys::Keys;
use crate::read::record::{Column, Holds, Record};

/// What a file describes, key `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tipo {
    /// A plain page, as without `type`.
    Pagina,
    /// A body.
    Ente,
    /// A card of an exchange catalogue.
    Scheda,
    /// A plan, or a project with partners.
    Piano,
    /// A unit of a plan.
    Unita,
    /// A strategic line of a plan.
    Linea,
    /// A product or project of a plan.
    Progetto,
    /// An objective of a plan.
    Obiettivo,
    /// An activity of a project.
    Attivita,
    /// A document that an office publishes: its file and what there is to say of it.
    Documento,
}

words!(Tipo {
    Pagina => "pagina",
    Ente => "ente",
    Scheda => "scheda",
    Piano => "piano",
    Unita => "unita",
    Linea => "linea",
    Progetto => "progetto",
    Obiettivo => "obiettivo",
    Attivita => "attivita",
    Documento => "documento",
});

/// What the file says beside the facts themselves.
pub(super) struct File<'a> {
    /// The keys that every kind shares.
    pub(super) comuni: &'a Comuni,
    /// Path below `content/`.
    pub(super) path: &'a str,
    /// The Markdown below the front matter; nothing where there is none.
    pub(super) body: Option<Detto<Testo>>,
    /// `anno`, where given.
    pub(super) anno: Option<i32>,
}

/// Reads the facts of a file; nothing for a plain page.
pub(super) fn read(keys: &mut Keys<'_, '_>, file: &File<'_>) -> Option<Bozze> {
    let mut bozze = Bozze::default();
    let out = &mut bozze;
    match keys.value::<Tipo>("type")?.value {
        Tipo::Pagina => return None,
        Tipo::Ente => push(file.subject::<Ente<Bozza>>(keys, "nome", |ente| &mut ente.id), out),
        Tipo::Unita => push(file.subject::<Unita<Bozza>>(keys, "nome", |unita| &mut unita.id), out),
        Tipo::Linea => push(
            file.subject::<LineaStrategica<Bozza>>(keys, "titolo", |linea| &mut linea.id),
            out,
        ),
        Tipo::Attivita => push(
            file.subject::<Attivita<Bozza>>(keys, "descrizione", |it| &mut it.id),
            out,
        ),
        Tipo::Documento => documento::documento(keys, file, out),
        Tipo::Scheda => catalogo::scheda(keys, file, out),
        Tipo::Piano => piano::piano(keys, file, out),
        Tipo::Progetto => piano::progetto(keys, file, out),
        Tipo::Obiettivo => piano::obiettivo_of_file(keys, file, out),
    }
    Some(bozze)
}

/// Most files describe one thing of a kind, and a list that grows takes room for more.
fn push<T: Record>(record: T, bozze: &mut Bozze) {
    let list = T::list(bozze);
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(record);
}

impl File<'_> {
    /// The thing that the file describes. Its name may stand under `title`; its id, where none is written, follows
    /// from the file's path, so that a new title moves no address.
    fn subject<T: Record>(
        &self,
        keys: &mut Keys<'_, '_>,
        name: &'static str,
        id: impl FnOnce(&mut T) -> &mut Option<Detto<Testo>>,
    ) -> T {
        let mut record = T::blank(Origine::letta(keys.span()));
        if let (Some(title), Some(column)) = (&self.comuni.titolo, T::column(name)) {
            // A name takes any text.
            let _ = (column.set)(&mut record, title.clone());
        }
        let named = self.comuni.titolo.is_some() || keys.has(name);
        if !named && T::REQUIRED.contains(&name) {
            keys.missing("title");
        }
        fill(keys, &mut record, Some(name));
        self.named(keys, record, id)
    }

    /// A thing with the id that its editor gave it, else the one that the file's name makes.
    fn named<T>(&self, keys: &Keys<'_, '_>, mut record: T, id: impl FnOnce(&mut T) -> &mut Option<Detto<Testo>>) -> T {
        let id = id(&mut record);
        if id.is_none() {
            *id = self.comuni.slug.clone().or_else(|| self.id(keys));
        }
        record
    }

    /// `piani/peg-2025/obiettivi/formazione.md` gives `peg-2025-formazione`.
    fn id(&self, keys: &Keys<'_, '_>) -> Option<Detto<Testo>> {
        const LISTS: [&str; 6] = ["unita", "linee", "strategia", "progetti", "obiettivi", "attivita"];
        let path = self
            .path
            .trim_end_matches(".md")
            .trim_end_matches("_index")
            .trim_end_matches("/index")
            .trim_end_matches('/');
        let parts = path.split('/').skip(1).filter(|part| !LISTS.contains(part));
        let parts: Vec<&str> = parts.collect();
        (!parts.is_empty()).then(|| Detto::new(Testo::from(parts.join("-")), keys.span()))
    }
}

/// Fills a record from the keys that are columns of its table. `given` is a column that already has its value.
fn fill<T: Record>(keys: &mut Keys<'_, '_>, record: &mut T, given: Option<&str>) {
    T::COLUMNS.iter().for_each(|column| set(keys, record, column));
    for column in T::REQUIRED {
        if given != Some(*column) && !keys.has(column) {
            keys.missing(column);
        }
    }
}

/// Fills one field from the key of its column, where that is given.
fn set<T>(keys: &mut Keys<'_, '_>, record: &mut T, column: &'static Column<T>) {
    let said = if column.holds == Holds::Several {
        keys.joined(column.name)
    } else {
        keys.text(column.name)
    };
    let Some(said) = said else { return };
    let text = said.clone();
    if let Err(rejection) = (column.set)(record, said) {
        keys.report(rejection.finding(column.name, &text));
    }
}

/// Reads the rows of a list below a thing; `prepare` says what they belong to, given the row's ordinal from 1.
pub(super) fn rows<T: Record>(
    keys: &mut Keys<'_, '_>,
    key: &'static str,
    bozze: &mut Bozze,
    mut prepare: impl FnMut(&mut T, u32),
) {
    let nodes = keys.list(key);
    T::list(bozze).reserve_exact(nodes.len());
    for (ordinal, node) in (1..).zip(nodes) {
        let mut record = T::blank(Origine::letta(node.span));
        prepare(&mut record, ordinal);
        let mut keys = keys.within(key, node);
        fill(&mut keys, &mut record, None);
        keys.finish();
        push(record, bozze);
    }
}

/// A reference to the last thing of a list of the same file.
fn last<T>(list: &[T]) -> crate::model::Riferimento {
    crate::model::Riferimento::Locale(list.len().saturating_sub(1) as u32)
}
