//! Drafts become a graph: bodies, ids, references, addresses.
//!
//! The walk: `enti` finds the bodies under all their spellings; `ids` names every thing by what it is and what it
//! stands under; `corrections` lets editors speak; `nodes` resolves references and makes addresses, those above before those below; `documents` says
//! where it all comes from. Each step reads what the former made; nothing is changed afterwards.

mod address;
mod corrections;
mod documents;
mod enti;
mod griglia;
mod ids;
mod nodes;
mod pagine;
mod resolve;
mod rinvii;
mod section;
mod table;
mod tassonomie;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

pub(in crate::graph) use address::page as page_address;
pub(in crate::graph) use enti::{LEGAL_FORMS, Name, SMALL};

use serde_json::{Map, Value};

use super::{Albero, Graph, Relations, Rinvii};
use crate::config::Config;
use crate::diag::Reported;
use crate::model::{Bozze, Documento, Id, Pagina, Slug};
use crate::source::{FileId, SourceMap};

/// Everything that was read for one run.
#[derive(Debug, Default)]
pub struct Inputs {
    /// The texts.
    pub sources: Arc<SourceMap>,
    /// Markdown files of `content/`, by path.
    pub pagine: Vec<Arc<Pagina>>,
    /// What was read, by path of the section and then of the document.
    pub drafts: Vec<Draft>,
    /// What stands in `data/`.
    pub dati: Map<String, Value>,
}

/// What was read from one document, or from the front matter of one file.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The text it was read from: a document, or an editor's file.
    pub file: FileId,
    /// Path of the document below the site's root.
    pub path: String,
    /// SHA-256 of the document's bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Name of the reader; `redazione` for facts that stand in front matter.
    pub reader: &'static str,
    /// Index, in [`Inputs::pagine`], of the file whose front matter named the document or holds the facts.
    pub pagina: usize,
    /// The facts.
    pub bozze: Arc<Bozze>,
}

/// The name that stands for a reader where facts were written by editors.
pub const EDITORS: &str = "redazione";

/// The reader of tables, whose rows say all that they know: what they leave empty stays so.
const TABLE: &str = "tabella";

/// Links the drafts of a run. Whatever cannot be resolved is reported and left out of the place that named it; a fact
/// that cannot do without it is left out itself.
#[must_use]
pub fn link(inputs: &Inputs, config: &Config) -> Reported<Graph> {
    let mut problems = Vec::new();
    let files: Vec<&Bozze> = inputs.drafts.iter().map(|draft| draft.bozze.as_ref()).collect();
    let enti = enti::gather(inputs, &files);
    let sections = section::plans(inputs, &files);
    let ids = ids::assign(inputs, &files, &enti, &sections, &mut problems);
    let documents = documents::documents(inputs, &files, &enti, config);
    let pages = inputs.pagine.iter().map(AsRef::as_ref);
    let mended = corrections::apply(pages, &files, &ids, &mut problems);
    let files: Vec<&Bozze> = mended.iter().map(AsRef::as_ref).collect();
    let linker = nodes::link(inputs, &files, &enti, &ids, &sections, &mut problems);
    let leaves = linker.leaves(&mut problems);
    let mut graph = Graph {
        documento_di: documents_by_file(inputs, &documents),
        documenti_per_id: documents_by_id(&documents),
        documenti: documents.into(),
        schede: linker.schede.nodes.into(),
        piani: linker.piani.nodes.into(),
        unita: linker.unita.nodes.into(),
        linee_strategiche: linker.linee_strategiche.nodes.into(),
        progetti: linker.progetti.nodes.into(),
        obiettivi: linker.obiettivi.nodes.into(),
        contatti: leaves.contatti.into(),
        disponibilita: leaves.disponibilita.into(),
        calendario: leaves.calendario.into(),
        fasi: leaves.fasi.into(),
        indicatori: leaves.indicatori.into(),
        assegnazioni: leaves.assegnazioni.into(),
        bilancio: leaves.bilancio.into(),
        totali: leaves.totali.into(),
        partner: leaves.partner.into(),
        totali_partner: leaves.totali_partner.into(),
        attivita: leaves.attivita.into(),
        scadenze: leaves.scadenze.into(),
        sezioni: leaves.sezioni.into(),
        indice: leaves.indice.into(),
        pagine: inputs
            .pagine
            .iter()
            .map(|page| page.as_ref().clone())
            .collect::<Vec<_>>()
            .into(),
        enti: enti.nodes.into(),
        albero: Albero::default(),
        rinvii: Rinvii::default(),
        tassonomie: Vec::new(),
        relations: Relations::default(),
        dati: inputs.dati.clone(),
        sources: Arc::clone(&inputs.sources),
    };
    graph.relations = Relations::of(&graph);
    graph.albero = pagine::tree(&graph, inputs);
    rinvii::resolve(&mut graph, &mut problems);
    graph.tassonomie = tassonomie::link(&graph, config, &mut problems);
    Reported { value: graph, problems }
}

/// The document of each file, by file id.
fn documents_by_file(inputs: &Inputs, documents: &[Documento]) -> Vec<Option<Id<Documento>>> {
    let by_path: BTreeMap<&str, Id<Documento>> = documents
        .iter()
        .enumerate()
        .map(|(index, documento)| (documento.file.as_str(), Id::new(index)))
        .collect();
    let files = inputs.sources.iter();
    files.map(|(_, file)| by_path.get(file.path()).copied()).collect()
}

fn documents_by_id(documents: &[Documento]) -> HashMap<Slug, Id<Documento>> {
    let documents = documents.iter().enumerate();
    documents
        .map(|(index, documento)| (documento.id.clone(), Id::new(index)))
        .collect()
}

#[cfg(test)]
pub(in crate::graph) mod tests;
