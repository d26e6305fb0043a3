//! One document for each file that facts, corrections, monitoring or the name of a body come from. A table whose rows
//! all say which document they were copied from is none itself; the documents that such tables tell of are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::enti::{Enti, publisher};
use super::{Draft, EDITORS, Inputs, address, ids};
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::model::{Bozza, Bozze, Detto, Documento, Pagina, Riportata, Slug, Testo, TipoDocumento};
use crate::source::FileId;

/// The documents of a run: sources and editors' files in the order of the drafts, then editors' files that only
/// correct, monitor or name the body that published a source.
pub(super) fn documents(
    inputs: &Inputs,
    files: &[&Bozze],
    enti: &Enti,
    config: &Config,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Documento> {
    let told = told(files);
    let of_drafts = inputs
        .drafts
        .iter()
        .zip(files)
        .enumerate()
        .flat_map(|(index, (draft, bozze))| {
            let page = inputs.pagine.get(draft.pagina).map(AsRef::as_ref);
            let itself = || match page {
                Some(page) if draft.reader == EDITORS => by_editors(inputs, page, draft.sha256.clone(), config),
                _ => source(inputs, page, (index, draft), files, enti, config),
            };
            let stands_for_others = only_copies(draft, bozze, &told) || only_publishes(draft, bozze);
            let own = (!stands_for_others).then(|| Named::by_path(itself()));
            let by = if draft.reader == EDITORS {
                By::Editors
            } else {
                By::Table
            };
            own.into_iter().chain(told_of((index, by), bozze, enti, config))
        });
    let naming: BTreeSet<FileId> = enti.nodes.iter().map(|ente| ente.origine.span.file).collect();
    let busy = inputs.pagine.iter().filter(|page| {
        let corrects = !page.correzioni.is_empty() || !page.monitoraggio.is_empty();
        corrects || naming.contains(&page.file)
    });
    let of_pages = busy.map(|page| {
        let sha256 = inputs.sources.file(page.file).sha256();
        Named::by_path(by_editors(inputs, page, sha256.into(), config))
    });
    name(each_once(of_drafts.chain(of_pages)), problems)
}

/// One document for each file. What editors say of a file goes before what its section says of it as a source.
fn each_once<'a>(documents: impl Iterator<Item = Named<'a>>) -> Vec<Named<'a>> {
    let mut places: BTreeMap<Testo, usize> = BTreeMap::new();
    let mut kept: Vec<Named<'a>> = Vec::new();
    for named in documents {
        match places.get(&named.documento.file) {
            Some(at) => kept[*at].join(named),
            None => {
                places.insert(named.documento.file.clone(), kept.len());
                kept.push(named);
            }
        }
    }
    kept
}

/// A document on the way to its id.
struct Named<'a> {
    documento: Documento,
    /// The id that a table or an editor gives it.
    id: &'a Option<Detto<Testo>>,
    by: By,
}

/// Who tells of a document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// It was read.
    Itself,
    /// A table does; its text is not here.
    Table,
    /// Editors do, and publish its file.
    Editors,
}

impl Named<'_> {
    fn by_path(documento: Documento) -> Self {
        Self {
            documento,
            id: &None,
            by: By::Itself,
        }
    }

    /// Takes in what else is said of the same file.
    fn join(&mut self, other: Self) {
        let (told, read) = match (self.by, other.by) {
            (By::Editors, By::Itself) => (self.documento.clone(), other.documento),
            (By::Itself, By::Editors) => (other.documento, self.documento.clone()),
            _ => return,
        };
        if other.by == By::Editors {
            (self.id, self.by) = (other.id, By::Editors);
        }
        self.documento = Documento {
            ente: told.ente.or(read.ente),
            data: told.data.or(read.data),
            tipo: read.tipo,
            lettore: read.lettore,
            non_lette: read.non_lette,
            ..told
        };
    }
}

/// The ids of the documents that tables tell of.
fn told(files: &[&Bozze]) -> BTreeSet<Slug> {
    let told = files.iter().flat_map(|bozze| &bozze.documenti);
    told.filter_map(|documento| documento.id.as_ref())
        .map(|id| Slug::of(id))
        .collect()
}

/// Whether a draft is a table that only hands on what known documents print.
fn only_copies(draft: &Draft, bozze: &Bozze, told: &BTreeSet<Slug>) -> bool {
    let copied = |of: Option<&Riportata>| of.is_some_and(|of| told.contains(&Slug::of(&of.documento)));
    let nothing_else = kind(draft.reader) == TipoDocumento::Tabella && bozze.monitoraggio.is_empty();
    nothing_else && bozze.origini().all(|of| copied(of.riportata()))
}

/// Whether an editors' file only says what there is to say of documents, which stand for themselves.
fn only_publishes(draft: &Draft, bozze: &Bozze) -> bool {
    draft.reader == EDITORS && !bozze.documenti.is_empty() && bozze.origini().next().is_none()
}

/// Whether a draft only says how things went: editors' own words, like those in front matter.
fn only_monitors(bozze: &Bozze) -> bool {
    !bozze.monitoraggio.is_empty() && bozze.origini().next().is_none()
}

/// The documents that a table or an editor tells of.
fn told_of<'a>(
    (index, by): (usize, By),
    bozze: &'a Bozze,
    enti: &'a Enti,
    config: &'a Config,
) -> impl Iterator<Item = Named<'a>> {
    bozze.documenti.iter().map(move |bozza: &Documento<Bozza>| Named {
        documento: Documento {
            id: Slug::default(),
            titolo: bozza.titolo.clone(),
            ente: bozza.ente.as_ref().and_then(|ente| enti.resolve(index, ente)),
            data: bozza.data,
            tipo: bozza.tipo,
            file: bozza.file.clone(),
            sha256: bozza.sha256.clone(),
            righe: bozza.righe,
            url: bozza.url.clone(),
            licenza: match bozza.licenza.as_str() {
                "" => config.licence.as_str().into(),
                _ => bozza.licenza.clone(),
            },
            lettore: Testo::new(),
            testo: bozza.testo,
            non_lette: Vec::new(),
            origine: bozza.origine.clone(),
        },
        id: &bozza.id,
        by,
    })
}

/// A document as received. Its title, day and licence are the section's words.
fn source(
    inputs: &Inputs,
    page: Option<&Pagina>,
    (index, draft): (usize, &Draft),
    files: &[&Bozze],
    enti: &Enti,
    config: &Config,
) -> Documento {
    let section = page.and_then(|page| page.sorgente.as_ref());
    let common = page.map(|page| &page.comuni);
    let plan = files.get(index).and_then(|bozze| bozze.piani.first());
    let monitors = files.get(index).is_some_and(|bozze| only_monitors(bozze));
    let titolo = section
        .and_then(|section| section.titolo.as_ref())
        .or(plan.map(|plan| &plan.titolo))
        .or_else(|| common?.titolo.as_ref())
        .map(|title| title.value.clone());
    let named_itself = section
        .and_then(|section| section.documento.as_ref())
        .is_none_or(|name| *name.value == *draft.path);
    let data = section.and_then(|section| section.data.as_ref());
    let named = publisher(inputs, draft).and_then(|name| enti.find(name));
    let owner = || enti.resolve(index, plan?.ente.as_ref()?);
    let licenza = section.and_then(|section| section.licenza.as_ref());
    Documento {
        id: Slug::default(),
        titolo: match titolo {
            Some(title) if named_itself && !monitors => title,
            Some(title) => ecow::eco_format!("{title} – {}", stem(&draft.path)),
            None => stem(&draft.path),
        },
        ente: named.or_else(owner),
        data: data.or_else(|| common?.data.as_ref()).map(|day| day.value),
        tipo: if monitors {
            TipoDocumento::Redazione
        } else {
            kind(draft.reader)
        },
        file: draft.path.clone(),
        sha256: draft.sha256.clone(),
        righe: inputs.sources.file(draft.file).line_count(),
        url: Testo::new(),
        licenza: licenza.map_or_else(|| config.licence.as_str().into(), |licence| licence.value.clone()),
        lettore: draft.reader.into(),
        testo: Some(draft.file),
        non_lette: files
            .get(index)
            .map(|bozze| bozze.non_lette.clone())
            .unwrap_or_default(),
        origine: None,
    }
}

/// An editor's file. It has no page of its own among the documents.
pub(super) fn by_editors(inputs: &Inputs, page: &Pagina, sha256: Testo, config: &Config) -> Documento {
    let file = inputs.sources.file(page.file);
    let titolo = page.comuni.titolo.as_ref();
    Documento {
        id: Slug::default(),
        titolo: titolo.map_or_else(|| page.percorso.clone(), |title| title.value.clone()),
        ente: None,
        data: page.comuni.data.as_ref().map(|day| day.value),
        tipo: TipoDocumento::Redazione,
        file: file.path().into(),
        sha256,
        righe: file.line_count(),
        url: Testo::new(),
        licenza: config.licence.as_str().into(),
        lettore: EDITORS.into(),
        testo: Some(page.file),
        non_lette: Vec::new(),
        origine: None,
    }
}

/// Gives ids and addresses: a source by the name of its file, or its path where two have one name; a table of a folder
/// by the folder, too, since that of the next year has tables of the same names; an editor's file by its path; what a table or an editor tells of as they say.
fn name(documents: Vec<Named<'_>>, problems: &mut Vec<Diagnostic>) -> Vec<Documento> {
    let proposals = documents.iter().map(|Named { documento, id, .. }| {
        let path = Slug::of(documento.file.trim_end_matches("/_index.md").trim_end_matches(".md"));
        match documento.tipo {
            TipoDocumento::Redazione => ids::Proposal::new(id, path),
            TipoDocumento::Tabella => ids::Proposal::new(id, in_folder(&documento.file)).or(move || path.clone()),
            _ => ids::Proposal::new(id, Slug::of(&stem(&documento.file))).or(move || path.clone()),
        }
    });
    let ids = ids::settle(proposals.collect(), problems).ids;
    let named = documents.into_iter().zip(ids).map(|(named, id)| {
        let url = match (named.by, named.documento.tipo) {
            (By::Table, _) => named.documento.url,
            (By::Itself, TipoDocumento::Redazione) => Testo::new(),
            _ => address::documento(&id),
        };
        Documento {
            id,
            url,
            ..named.documento
        }
    });
    named.collect()
}

/// The names of a table's folder and of the table; that of the table alone where it stands right below `seeds/`.
fn in_folder(path: &str) -> Slug {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let name = folder.rsplit_once('/').map_or("", |(_, name)| name);
    Slug::of(name).join(&Slug::of(&stem(path)))
}

/// The file's name without its ending.
fn stem(path: &str) -> Testo {
    let stem = Path::new(path).file_stem();
    stem.map_or_else(|| path.into(), |stem| stem.to_string_lossy().as_ref().into())
}

/// What a document is, by the reader that understood it.
fn kind(reader: &str) -> TipoDocumento {
    match reader {
        "catalogo_scambi" => TipoDocumento::Catalogo,
        "peg_obiettivi" | "peg_prodotti" => TipoDocumento::Peg,
        "progetto" => TipoDocumento::Progetto,
        super::TABLE => TipoDocumento::Tabella,
        _ => TipoDocumento::Redazione,
    }
}
