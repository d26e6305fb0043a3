//! The tree of the editors' files: which section each stands in, in which order, and what its page shows.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use super::link::page_address;
use super::{Cosa, Graph};
use crate::model::{Comuni, Giorno, Id, Ordine, Pagina, Slug, Testo};

/// Every file of `content/` in its place.
#[derive(Clone, Debug, Default)]
pub struct Albero {
    nodi: Vec<Nodo>,
    percorsi: BTreeMap<Testo, Id<Pagina>>,
}

/// A file in the tree.
#[derive(Clone, Debug)]
pub struct Nodo {
    /// Address of its page.
    pub url: Testo,
    /// What that page shows: the thing that the file describes or enriches, else the file itself.
    pub cosa: Cosa,
    /// The nearest section above.
    pub sezione: Option<Id<Pagina>>,
    /// Pages of this section, in its order.
    pub pagine: Vec<Id<Pagina>>,
    /// Sections right below this one, by weight and path.
    pub sezioni: Vec<Id<Pagina>>,
    /// Place among the pages of its section.
    posizione: usize,
}

impl Albero {
    /// The tree of a graph's pages. `subject` says what a file describes.
    pub(crate) fn of(graph: &Graph, subject: impl Fn(Id<Pagina>) -> Option<Cosa>) -> Self {
        let things: BTreeMap<Testo, Cosa> = Cosa::facts(graph).map(|cosa| (cosa.url(graph), cosa)).collect();
        let pages = graph.pagine.entries();
        let nodi = pages.clone().map(|(id, page)| {
            let own = page_address(page);
            let cosa = subject(id).or_else(|| things.get(&own).copied());
            Nodo {
                url: cosa.map_or(own, |cosa| cosa.url(graph)),
                cosa: cosa.unwrap_or(Cosa::Pagina(id)),
                sezione: None,
                pagine: Vec::new(),
                sezioni: Vec::new(),
                posizione: 0,
            }
        });
        let mut tree = Self {
            nodi: nodi.collect(),
            percorsi: pages.map(|(id, page)| (page.percorso.clone(), id)).collect(),
        };
        tree.hang(graph);
        tree.sort(graph);
        tree
    }

    /// Where a file stands.
    #[must_use]
    pub fn nodo(&self, id: Id<Pagina>) -> Option<&Nodo> {
        self.nodi.get(id.index())
    }

    /// Address of a file's page.
    #[must_use]
    pub fn url(&self, id: Id<Pagina>) -> &str {
        self.nodo(id).map_or("", |nodo| &nodo.url)
    }

    /// The file at a path below `content/`.
    #[must_use]
    pub fn percorso(&self, path: &str) -> Option<Id<Pagina>> {
        self.percorsi.get(path).copied()
    }

    /// The paths of all files, sorted.
    pub fn percorsi(&self) -> impl Iterator<Item = &str> {
        self.percorsi.keys().map(Testo::as_str)
    }

    /// The sections above a file, from the topmost down; the home page is none.
    #[must_use]
    pub fn sopra(&self, id: Id<Pagina>) -> Vec<Id<Pagina>> {
        let above = |id: &Id<Pagina>| self.nodo(*id)?.sezione;
        let mut found: Vec<_> = std::iter::successors(above(&id), above).collect();
        found.retain(|section| self.url(*section) != "/");
        found.reverse();
        found
    }

    /// The pages before and after a page in its section.
    #[must_use]
    pub fn vicine(&self, id: Id<Pagina>) -> [Option<Id<Pagina>>; 2] {
        let siblings = || {
            let nodo = self.nodo(id)?;
            Some((nodo.posizione, &self.nodo(nodo.sezione?)?.pagine))
        };
        let Some((at, pages)) = siblings().filter(|(at, pages)| pages.get(*at) == Some(&id)) else {
            return [None, None];
        };
        let before = at.checked_sub(1).and_then(|at| pages.get(at));
        [before.copied(), pages.get(at + 1).copied()]
    }

    fn hang(&mut self, graph: &Graph) {
        for (id, page) in graph.pagine.entries() {
            let Some(above) = self.section_above(page) else {
                continue;
            };
            self.nodi[id.index()].sezione = Some(above);
            let section = &mut self.nodi[above.index()];
            match page.sezione {
                true => section.sezioni.push(id),
                false => section.pagine.push(id),
            }
        }
    }

    /// `a/b.md`, `a/b/index.md` and `a/b/_index.md` stand in the folder `a`, or in the nearest above with a section.
    fn section_above(&self, page: &Pagina) -> Option<Id<Pagina>> {
        let own = ["/_index.md", "/index.md"].iter();
        let own = own.filter_map(|name| page.percorso.strip_suffix(name)).next();
        let mut folder = match own.unwrap_or(&page.percorso) {
            "_index.md" => return None,
            path => path.rsplit_once('/').map_or("", |(folder, _)| folder),
        };
        loop {
            let index = match folder {
                "" => "_index.md".to_owned(),
                folder => format!("{folder}/_index.md"),
            };
            match self.percorso(&index) {
                None if folder.is_empty() => return None,
                None => folder = folder.rsplit_once('/').map_or("", |(above, _)| above),
                found => return found,
            }
        }
    }

    fn sort(&mut self, graph: &Graph) {
        let urls: Vec<Testo> = self.nodi.iter().map(|nodo| nodo.url.clone()).collect();
        let key = |order, id: Id<Pagina>| Key::of(order, &graph.pagine[id].comuni, &urls[id.index()], graph, id);
        for (id, page) in graph.pagine.entries() {
            let order = page.comuni.ordina_per.unwrap_or(Ordine::Peso);
            let nodo = &mut self.nodi[id.index()];
            nodo.pagine.sort_by_cached_key(|page| key(order, *page));
            if page.comuni.rovescia {
                reverse(&mut nodo.pagine, |page| key(order, *page).value.is_some());
            }
            nodo.sezioni.sort_by_cached_key(|section| key(Ordine::Peso, *section));
            for (at, page) in nodo.pagine.clone().into_iter().enumerate() {
                self.nodi[page.index()].posizione = at;
            }
        }
    }
}

/// Turns round those that have what they are sorted by; those without stay last.
fn reverse(pages: &mut [Id<Pagina>], has: impl Fn(&Id<Pagina>) -> bool) {
    let known = pages.partition_point(has);
    pages[..known].reverse();
}

/// What a page is sorted by. Pages that lack it come last, in the order of their paths.
#[derive(PartialEq, Eq)]
struct Key {
    value: Option<Value>,
    path: Testo,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Number(i64),
    Newest(Reverse<Giorno>),
    Words(String),
}

impl Key {
    fn of(order: Ordine, common: &Comuni, url: &str, graph: &Graph, id: Id<Pagina>) -> Self {
        let day = |day: Option<Giorno>| day.map(|day| Value::Newest(Reverse(day)));
        let written = common.data.as_ref().map(|day| day.value);
        let changed = common.aggiornata.as_ref().map(|day| day.value);
        let last = || url.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        Self {
            value: match order {
                Ordine::Data => day(written),
                Ordine::Aggiornamento => day(changed.or(written)),
                Ordine::Titolo => common.titolo.as_ref().map(|title| Value::Words(as_read(title))),
                Ordine::Peso => common.peso.map(Value::Number),
                Ordine::Slug => Some(Value::Words(as_read(last()))),
            },
            path: graph.pagine[id].percorso.clone(),
        }
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_value = match (&self.value, &other.value) {
            (Some(one), Some(two)) => one.cmp(two),
            (one, two) => two.is_some().cmp(&one.is_some()),
        };
        by_value.then_with(|| self.path.cmp(&other.path))
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A text as people look for it: without case and accents, numbers by their size.
fn as_read(text: &str) -> String {
    let slug = Slug::of(text);
    let parts = slug.as_str().split('-');
    let parts = parts.map(|part| match part.bytes().all(|byte| byte.is_ascii_digit()) {
        true => format!("{part:0>12}"),
        false => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::as_read;

    #[test]
    fn titles_sort_as_people_read_them() {
        let mut titles = ["Obiettivo 10", "È ora", "obiettivo 9", "Fase", "Zona"];
        titles.sort_by_key(|title| as_read(title));
        assert_eq!(titles, ["È ora", "Fase", "obiettivo 9", "Obiettivo 10", "Zona"]);
    }
}
