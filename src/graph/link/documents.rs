//! One document for each file that facts, corrections, monitoring or the name of a body come from. A table whose rows
//! all say which document they were copied from is none itself; the documents that such tables tell of are.

use std::collections::BTreeSet;
use std::path::Path;

use super::enti::{Enti, publisher};
use super::{Draft, EDITORS, Inputs, address, ids};
use crate::config::Config;
use crate::model::{Bozza, Bozze, Detto, Documento, Pagina, Riportata, Slug, Testo, TipoDocumento};
use crate::source::FileId;

/// The documents of a run: sources and editors' files in the order of the drafts, then editors' files that only
/// correct, monitor or name the body that published a source.
pub(super) fn documents(inputs: &Inputs, files: &[&Bozze], enti: &Enti, config: &Config) -> Vec<Documento> {
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
            let own = (!only_copies(draft, bozze, &told)).then(|| Named::by_path(itself()));
            own.into_iter().chain(told_of(index, bozze, enti, config))
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
    let mut seen = BTreeSet::new();
    let mut documents: Vec<Named<'_>> = of_drafts.chain(of_pages).collect();
    documents.retain(|named| seen.insert(named.documento.file.clone()));
    name(documents)
}

/// A document on the way to its id.
struct Named<'a> {
    documento: Documento,
    /// The id that a table gives it.
    id: &'a Option<Detto<Testo>>,
}

impl Named<'_> {
    fn by_path(documento: Documento) -> Self {
        Self { documento, id: &None }
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
    nothing_else && bozze.origini().all(|of| copied(of.riportata.as_ref()))
}

/// Whether a draft only says how things went: editors' own words, like those in front matter.
fn only_monitors(bozze: &Bozze) -> bool {
    !bozze.monitoraggio.is_empty() && bozze.origini().next().is_none()
}

/// The documents that a table tells of. Their texts are not here.
fn told_of<'a>(index: usize, bozze: &'a Bozze, enti: &'a Enti, config: &'a Config) -> impl Iterator<Item = Named<'a>> {
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
            licenza: config.licence.as_str().into(),
            lettore: Testo::new(),
            testo: None,
            non_lette: Vec::new(),
        },
        id: &bozza.id,
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
    }
}

/// An editor's file. It has no page of its own among the documents.
fn by_editors(inputs: &Inputs, page: &Pagina, sha256: Testo, config: &Config) -> Documento {
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
    }
}

/// Gives ids and addresses: a source by the name of its file, or its path where two have one name; an editor's file
/// by its path; what a table tells of as the table says.
fn name(documents: Vec<Named<'_>>) -> Vec<Documento> {
    let proposals = documents.iter().map(|Named { documento, id }| {
        let path = Slug::of(documento.file.trim_end_matches("/_index.md").trim_end_matches(".md"));
        match documento.tipo {
            TipoDocumento::Redazione => ids::Proposal::new(id, path),
            _ => ids::Proposal::new(id, Slug::of(&stem(&documento.file))).or(path),
        }
    });
    let ids = ids::settle(proposals.collect(), &mut Vec::new());
    let named = documents.into_iter().zip(ids).map(|(named, id)| {
        let url = match named.documento.tipo {
            _ if named.id.is_some() => named.documento.url,
            TipoDocumento::Redazione => Testo::new(),
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
        "tabella" => TipoDocumento::Tabella,
        _ => TipoDocumento::Redazione,
    }
}
