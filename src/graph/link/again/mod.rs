//! Linking again where only the words of some files changed: of plain pages, below what a section says of its source,
//! and of objectives that stand in files of their own. All else is taken over from the linking before. What would change a reference, an address, the order of a
//! section or the id of anything in another file is linked as a whole.

mod nodes;
mod pages;

use std::sync::Arc;

use super::trace::{Trace, Whole, source};
use super::{Draft, EDITORS, Inputs, documents};
use crate::config::Config;
use crate::diag::{Diagnostic, Reported};
use crate::graph::Graph;
use crate::model::{Bozze, Documento, Pagina};
use nodes::Fresh;

/// More files than these are linked as a whole.
const MOST: usize = 64;

/// The graph, if all that changed are words; none where everything has to be linked.
pub(super) fn link(inputs: &Inputs, config: &Config, trace: &mut Trace) -> Option<Reported<Graph>> {
    let whole = trace.whole.as_ref()?;
    let pages = changed_pages(&whole.graph, inputs)?;
    let stay = pages.iter().all(|page| pages::stays(&whole.graph, inputs, *page));
    let paths = inputs.sources.has_paths_of(&whole.graph.sources);
    // Words are said again in every language of the site.
    let one_language = config.languages.is_empty();
    let same = one_language && paths && whole.config == *config && whole.held == inputs.held;
    let concerns = |problem| pages.iter().any(|page| concerns(problem, &whole.graph, inputs, *page));
    if !same || !stay || whole.problems.iter().any(concerns) {
        return None;
    }
    let drafts = changed_drafts(trace, whole, inputs, &pages)?;
    let fresh = fresh(trace, inputs, &drafts)?;
    let whole = trace.whole.as_mut()?;
    fresh.put_into(&mut trace.graph, &mut whole.graph);
    for draft in drafts {
        trace.drafts[draft] = Arc::clone(&inputs.drafts[draft].bozze);
    }
    for page in pages {
        put_document(&mut whole.graph, inputs, &inputs.pagine[page], config);
    }
    whole.graph.pagine = inputs.pagine.clone().into();
    whole.graph.sources = Arc::clone(&inputs.sources);
    whole.graph.dati = inputs.dati.clone();
    Some(Reported {
        value: whole.graph.clone(),
        problems: whole.problems.clone(),
    })
}

/// The pages that are not those of the graph before; none if there are many, or others than before.
fn changed_pages(graph: &Graph, inputs: &Inputs) -> Option<Vec<usize>> {
    let before = graph.pagine.shared();
    let pairs = before.iter().zip(&inputs.pagine).enumerate();
    let changed = pairs.filter(|(_, (before, after))| !Arc::ptr_eq(before, after));
    let changed: Vec<usize> = changed.map(|(at, _)| at).take(MOST + 1).collect();
    (before.len() == inputs.pagine.len() && changed.len() <= MOST).then_some(changed)
}

/// Whether a finding stands in a page so that its place may have moved: nothing before an edited body has.
fn concerns(problem: &Diagnostic, graph: &Graph, inputs: &Inputs, at: usize) -> bool {
    let page = &inputs.pagine[at];
    let places = problem.place.iter().chain(&problem.related);
    let mut here = places.filter(|place| place.file == page.file);
    let front = || pages::same_front(graph, inputs, at);
    here.any(|place| place.end > page.corpo.start || !front())
}

/// The drafts that are not those of the linking before; none if others changed than those in the files of these pages.
/// A document stays as it was read where all is as it was that its section says of it.
fn changed_drafts(trace: &Trace, whole: &Whole, inputs: &Inputs, pages: &[usize]) -> Option<Vec<usize>> {
    if !inputs.drafts.iter().map(source).eq(whole.sources.iter().copied()) {
        return None;
    }
    let of_page = |draft: &Draft| pages.contains(&draft.pagina);
    let stays = |draft: &Draft| draft.reader != EDITORS && pages::same_front(&whole.graph, inputs, draft.pagina);
    let pairs = trace.drafts.iter().zip(&inputs.drafts).enumerate();
    let changed =
        pairs.filter(|(_, (before, after))| !Arc::ptr_eq(before, &after.bozze) || of_page(after) && !stays(after));
    let drafts: Vec<usize> = changed.map(|(at, _)| at).collect();
    let theirs = |at: &usize| {
        let draft = &inputs.drafts[*at];
        draft.reader == EDITORS && of_page(draft) && !trace.corrected.contains(at)
    };
    drafts.iter().all(theirs).then_some(drafts)
}

/// What the changed drafts become, with the ids that they have now.
fn fresh(trace: &mut Trace, inputs: &Inputs, drafts: &[usize]) -> Option<Fresh> {
    let whole = trace.whole.as_mut()?;
    let mut fresh = Fresh::default();
    let after: Vec<&Bozze> = inputs.drafts.iter().map(|draft| draft.bozze.as_ref()).collect();
    let mut before = after.clone();
    for draft in drafts {
        before[*draft] = &trace.drafts[*draft];
    }
    for draft in drafts {
        if !pages::same_references(before[*draft], after[*draft]) {
            return None;
        }
        whole.naming.again(inputs, [&before, &after], *draft)?;
        fresh.add(&trace.graph, &trace.starts, &whole.naming.ids, (*draft, after[*draft]))?;
    }
    let told = !whole.problems.is_empty() || whole.by_name;
    (!told || !fresh.renames(&trace.graph)).then_some(fresh)
}

/// The document that an editors' file is, if facts come from it, as it is now.
fn put_document(graph: &mut Graph, inputs: &Inputs, page: &Pagina, config: &Config) {
    let known = graph.documento_di(page.file);
    let sha256 = || inputs.sources.file(page.file).sha256().into();
    if let Some(documento) = known.and_then(|id| graph.documenti.node_mut(id)) {
        *documento = Documento {
            id: documento.id.clone(),
            url: documento.url.clone(),
            ..documents::by_editors(inputs, page, sha256(), config)
        };
    }
}
