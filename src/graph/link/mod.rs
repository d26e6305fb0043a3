//! Drafts become a graph: bodies, ids, references, addresses.
//!
//! The walk: `enti` finds the bodies under all their spellings; `ids` names every thing by what it is and what it
//! stands under; `corrections` lets editors speak; `nodes` resolves references and makes addresses, those above before those below; `documents` says
//! where it all comes from. Each step reads what the former made; nothing is changed afterwards.

mod address;
mod again;
mod corrections;
mod documents;
mod enti;
mod griglia;
mod ids;
mod nodes;
mod pagine;
mod resolve;
mod rinvii;
mod scope;
mod section;
mod table;
mod tassonomie;
mod trace;
mod traduzioni;

use std::collections::BTreeSet;
use std::sync::Arc;

pub(in crate::graph) use address::page as page_address;
pub(in crate::graph) use enti::{LEGAL_FORMS, Name, SMALL};
pub(in crate::graph) use rinvii::descriptions;

use foldhash::HashMap;
use serde_json::{Map, Value};

use super::{Graph, Held, Relations};
use crate::config::Config;
use crate::diag::Reported;
use crate::model::{Bozze, Documento, Id, Pagina, Slug, Testo};
use crate::read::tabella;
use crate::source::{FileId, SourceMap};
use ids::Naming;
use nodes::Linker;
pub use trace::Trace;
use trace::{Known, Whole};

/// Everything that was read for one run.
#[derive(Debug, Default)]
pub struct Inputs {
    /// The texts.
    pub sources: Arc<SourceMap>,
    /// Markdown files of `content/`, by path.
    pub pagine: Vec<Arc<Pagina>>,
    /// Those that say in another language what one of these says, by path.
    pub traduzioni: Vec<Arc<Pagina>>,
    /// What was read, by path of the section and then of the document.
    pub drafts: Vec<Draft>,
    /// What stands in `data/`.
    pub dati: Map<String, Value>,
    /// Files of `content/` that are not published.
    pub held: Vec<Held>,
}

/// What was read from one document, or from the front matter of one file.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The text it was read from: a document, or an editor's file.
    pub file: FileId,
    /// Path of the document below the site's root.
    pub path: Testo,
    /// SHA-256 of the document's bytes, lower-case hexadecimal.
    pub sha256: Testo,
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
const TABLE: &str = tabella::NAME;

/// Links the drafts of a run. Whatever cannot be resolved is reported and left out of the place that named it; a fact
/// that cannot do without it is left out itself.
#[must_use]
pub fn link(inputs: Inputs, config: &Config) -> Reported<Graph> {
    linked(inputs, config, &Trace::default()).0
}

/// Links as [`link`] does, with what an earlier linking left: what was not touched need not be made again.
#[must_use]
pub fn link_again(inputs: Inputs, config: &Config, trace: &mut Trace) -> Reported<Graph> {
    if let Some(graph) = again::link(&inputs, config, trace) {
        return graph;
    }
    let drafts = inputs.drafts.iter().map(|draft| Arc::clone(&draft.bozze)).collect();
    let (graph, left) = linked(inputs, config, trace);
    *trace = Trace { drafts, ..left };
    graph
}

/// Links, and says what it leaves but for the drafts: those that nobody else holds are gone.
fn linked(mut inputs: Inputs, config: &Config, trace: &Trace) -> (Reported<Graph>, Trace) {
    let mut problems = Vec::new();
    let mut drafts = taken(&mut inputs.drafts);
    let inputs = &inputs;
    let files: Vec<&Bozze> = drafts.iter().map(AsRef::as_ref).collect();
    let monitored = files.iter().any(|bozze| !bozze.monitoraggio.is_empty());
    let enti = enti::gather(inputs, &files);
    let sections = section::plans(inputs, &files);
    let ids = ids::assign(inputs, &files, &enti, &sections, &mut problems);
    let documents = documents::documents(inputs, &files, &enti, config, &mut problems);
    let mended = corrections::apply(inputs, &files, &ids, &sections, &mut problems);
    let corrected: BTreeSet<usize> = mended.keys().copied().collect();
    let known = Known::of(trace, &drafts, &corrected);
    for (at, bozze) in mended {
        drafts[at] = Arc::new(bozze);
    }
    let files: Vec<&Bozze> = drafts.iter().map(AsRef::as_ref).collect();
    let linker = Linker::new(inputs, &enti, &ids, &known);
    let linker = nodes::link(linker, &files, &sections, &mut problems);
    let leaves = linker.leaves(drafts, &mut problems);
    let starts = nodes::starts(&linker, &leaves);
    let by_name = linker.obiettivi.was_searched() || names_things(inputs, monitored);
    let calendario = linker.calendario(leaves.calendario, &leaves.disponibilita.nodes);
    let mut graph = Graph {
        lingua: None,
        tradotti: Vec::new(),
        documento_di: Arc::new(documents_by_file(inputs, &documents)),
        documenti_per_id: Arc::new(documents_by_id(&documents)),
        documenti: documents.into(),
        schede: linker.schede.nodes.into(),
        piani: linker.piani.nodes.into(),
        unita: linker.unita.nodes.into(),
        linee_strategiche: linker.linee_strategiche.nodes.into(),
        progetti: linker.progetti.nodes.into(),
        obiettivi: linker.obiettivi.nodes.into(),
        contatti: leaves.contatti.nodes.into(),
        disponibilita: leaves.disponibilita.nodes.into(),
        calendario: calendario.into(),
        fasi: leaves.fasi.nodes.into(),
        indicatori: leaves.indicatori.nodes.into(),
        assegnazioni: leaves.assegnazioni.nodes.into(),
        bilancio: leaves.bilancio.nodes.into(),
        totali: leaves.totali.nodes.into(),
        partner: leaves.partner.nodes.into(),
        totali_partner: leaves.totali_partner.nodes.into(),
        attivita: leaves.attivita.nodes.into(),
        scadenze: leaves.scadenze.nodes.into(),
        sezioni: leaves.sezioni.nodes.into(),
        indice: leaves.indice.nodes.into(),
        pagine: inputs.pagine.clone().into(),
        enti: enti.nodes.clone().into(),
        albero: Arc::default(),
        rinvii: Arc::default(),
        tassonomie: Vec::new(),
        relations: Arc::default(),
        dati: inputs.dati.clone(),
        indirizzi: Arc::default(),
        fini: Arc::default(),
        sources: Arc::clone(&inputs.sources),
    };
    graph.relations = Arc::new(Relations::of(&graph));
    graph.albero = Arc::new(pagine::tree(&graph, inputs));
    // What links lead to is no matter of the node alone.
    let mut left = Trace {
        drafts: Vec::new(),
        corrected,
        graph: graph.clone(),
        starts,
        whole: None,
    };
    graph.tradotti = traduzioni::translated(inputs, config, &graph, &mut problems);
    rinvii::resolve(&mut graph, &inputs.held, &mut problems);
    graph.tassonomie = tassonomie::link(&graph, config, &mut problems);
    resolve::tell_once(&mut problems);
    left.whole = Some(Whole {
        naming: Naming { enti, sections, ids },
        sources: inputs.drafts.iter().map(trace::source).collect(),
        config: config.clone(),
        by_name: by_name || graph.rinvii.per_id,
        graph: graph.clone(),
        problems: problems.clone(),
        held: inputs.held.clone(),
    });
    (Reported { value: graph, problems }, left)
}

/// Takes what was read out of its drafts, which go on saying where it was read from.
fn taken(drafts: &mut [Draft]) -> Vec<Arc<Bozze>> {
    let nothing = Arc::default();
    let taken = drafts.iter_mut();
    let taken = taken.map(|draft| std::mem::replace(&mut draft.bozze, Arc::clone(&nothing)));
    taken.collect()
}

/// Whether editors tag or monitor things by what they are called.
fn names_things(inputs: &Inputs, in_tables: bool) -> bool {
    let in_pages = |page: &Arc<Pagina>| !page.etichette.is_empty() || !page.monitoraggio.is_empty();
    in_tables || inputs.pagine.iter().any(in_pages)
}

/// The document of each file, by file id.
fn documents_by_file(inputs: &Inputs, documents: &[Documento]) -> Vec<Option<Id<Documento>>> {
    let mut by_file = vec![None; inputs.sources.ids()];
    for (index, documento) in documents.iter().enumerate() {
        let file = documento.testo.or_else(|| inputs.sources.find(&documento.file));
        if let Some(place) = file.and_then(|file| by_file.get_mut(file.index())) {
            *place = Some(Id::new(index));
        }
    }
    by_file
}

fn documents_by_id(documents: &[Documento]) -> HashMap<Slug, Id<Documento>> {
    let documents = documents.iter().enumerate();
    documents
        .map(|(index, documento)| (documento.id.clone(), Id::new(index)))
        .collect()
}

#[cfg(test)]
pub(in crate::graph) mod tests;
