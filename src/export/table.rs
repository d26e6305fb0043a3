use std::borrow::Cow;

use super::cell::Cell;
use crate::graph::{Arena, Graph};
use crate::model::{Id, Origine};

/// What a column holds, in the words of the Table Schema standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// One of a closed set of words.
    Word(&'static [&'static str]),
    /// Id of a row of the named table.
    Reference(&'static str),
    /// Whole number.
    Integer,
    /// Decimal number.
    Decimal,
    /// Day, ISO 8601.
    Day,
    /// Month, `2024-09`.
    Month,
}

/// A column of a table: its name, what it holds, what it means, and how a row's value is found.
#[derive(Debug)]
pub struct Column<T> {
    /// Name, as in the header row.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether a row without it would make no sense.
    pub required: bool,
    /// What it means, in Italian.
    pub meaning: &'static str,
    /// The value in a row.
    pub value: for<'g> fn(&'g Graph, &'g T) -> Cell<'g>,
}

/// A table whose rows are nodes of type `T`.
#[derive(Debug)]
pub(super) struct Definition<T: 'static> {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) description: &'static str,
    /// Whether the first column is the id by which other tables refer to a row.
    pub(super) keyed: bool,
    pub(super) list: fn(&Graph) -> &Arena<T>,
    pub(super) columns: &'static [Column<T>],
    /// What people call a row.
    pub(super) label: for<'g> fn(&'g Graph, &'g T) -> Cow<'g, str>,
    /// Address of the page that shows a row; may be empty.
    pub(super) url: for<'g> fn(&'g Graph, &'g T) -> &'g str,
    /// Where a row comes from; `None` for the documents themselves.
    pub(super) origin: Option<fn(&T) -> &Origine>,
}

/// A column without its type: what the dictionary and the data package say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Name, as in the header row.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether every row has it.
    pub required: bool,
    /// What it means, in Italian.
    pub meaning: &'static str,
}

impl Heading {
    /// Whether it is one of the columns that say where a row comes from.
    #[must_use]
    pub fn is_provenance(&self) -> bool {
        PROVENANCE.contains(self)
    }
}

/// The columns of provenance that end every table but that of documents.
const PROVENANCE: [Heading; 3] = [
    Heading {
        name: "documento",
        kind: Kind::Reference("documenti"),
        required: true,
        meaning: "Documento in cui il dato è scritto",
    },
    Heading {
        name: "riga_inizio",
        kind: Kind::Integer,
        required: true,
        meaning: "Prima riga del documento, da 1",
    },
    Heading {
        name: "riga_fine",
        kind: Kind::Integer,
        required: true,
        meaning: "Ultima riga del documento, da 1",
    },
];

/// What a row says beside its cells, for the graph of `grafo.json`.
#[derive(Debug)]
pub struct RowInfo<'g> {
    /// What people call it.
    pub label: Cow<'g, str>,
    /// Address of the page that shows it; may be empty.
    pub url: &'g str,
}

/// A table of the open data, whatever its rows are.
pub trait Table: Sync {
    /// Name, also of its files.
    fn name(&self) -> &'static str;
    /// Title, in Italian.
    fn title(&self) -> &'static str;
    /// What its rows are, in Italian.
    fn description(&self) -> &'static str;
    /// Whether the first column is the id by which other tables refer to a row.
    fn keyed(&self) -> bool;
    /// Its columns, those of provenance included.
    fn headings(&self) -> Vec<Heading>;
    /// Whether its rows say where they come from.
    fn has_provenance(&self) -> bool;
    /// How many rows it has.
    fn row_count(&self, graph: &Graph) -> usize;
    /// The cells of one row (from 0), those of provenance included; `cells` is cleared first.
    fn row<'g>(&self, graph: &'g Graph, index: usize, cells: &mut Vec<Cell<'g>>);
    /// One of these cells, by its place in the row.
    fn cell<'g>(&self, graph: &'g Graph, index: usize, column: usize) -> Cell<'g>;
    /// Where one row comes from; none for a document itself.
    fn origin<'g>(&self, graph: &'g Graph, index: usize) -> Option<&'g Origine>;
    /// What one row says beside its cells.
    fn info<'g>(&self, graph: &'g Graph, index: usize) -> RowInfo<'g>;
}

impl<T: Sync> Table for Definition<T> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn title(&self) -> &'static str {
        self.title
    }

    fn description(&self) -> &'static str {
        self.description
    }

    fn keyed(&self) -> bool {
        self.keyed
    }

    fn headings(&self) -> Vec<Heading> {
        let own = self.columns.iter().map(|column| Heading {
            name: column.name,
            kind: column.kind,
            required: column.required,
            meaning: column.meaning,
        });
        let provenance = self.origin.map(|_| PROVENANCE).into_iter().flatten();
        own.chain(provenance).collect()
    }

    fn has_provenance(&self) -> bool {
        self.origin.is_some()
    }

    fn row_count(&self, graph: &Graph) -> usize {
        (self.list)(graph).len()
    }

    fn row<'g>(&self, graph: &'g Graph, index: usize, cells: &mut Vec<Cell<'g>>) {
        cells.clear();
        let node = &(self.list)(graph)[Id::new(index)];
        cells.extend(self.columns.iter().map(|column| (column.value)(graph, node)));
        if let Some(origin) = self.origin {
            cells.extend(provenance(graph, origin(node)));
        }
    }

    fn cell<'g>(&self, graph: &'g Graph, index: usize, column: usize) -> Cell<'g> {
        let node = &(self.list)(graph)[Id::new(index)];
        match (self.columns.get(column), self.origin) {
            (Some(column), _) => (column.value)(graph, node),
            (None, Some(origin)) => provenance(graph, origin(node))[column - self.columns.len()].clone(),
            (None, None) => Cell::Empty,
        }
    }

    fn origin<'g>(&self, graph: &'g Graph, index: usize) -> Option<&'g Origine> {
        let node = &(self.list)(graph)[Id::new(index)];
        self.origin.map(|origin| origin(node))
    }

    fn info<'g>(&self, graph: &'g Graph, index: usize) -> RowInfo<'g> {
        let node = &(self.list)(graph)[Id::new(index)];
        RowInfo {
            label: (self.label)(graph, node),
            url: (self.url)(graph, node),
        }
    }
}

/// The cells of the columns of provenance.
pub(super) fn provenance<'g>(graph: &'g Graph, origin: &'g Origine) -> [Cell<'g>; 3] {
    match graph.provenienza(origin) {
        None => [Cell::Empty, Cell::Empty, Cell::Empty],
        Some(place) => [
            Cell::Slug(place.documento),
            Cell::from(*place.righe.start()),
            Cell::from(*place.righe.end()),
        ],
    }
}
