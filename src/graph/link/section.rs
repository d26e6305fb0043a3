//! Which plan a file belongs to, told by the folder it stands in.

use std::collections::BTreeMap;

use super::{Draft, Inputs};
use crate::model::{Bozze, Pagina};

/// For each draft, the draft with the plan of its section, or of the nearest section above that has one. A section's
/// plan is the first that its document or its own front matter describes.
pub(super) fn plans(inputs: &Inputs, files: &[&Bozze]) -> Vec<Option<usize>> {
    let with_plan = files.iter().enumerate().filter(|(_, bozze)| !bozze.piani.is_empty());
    let by_folder: BTreeMap<&str, usize> = with_plan
        .filter_map(|(draft, _)| {
            let page = page(inputs, inputs.drafts.get(draft)?)?;
            page.sezione.then(|| (folder(page), draft))
        })
        .collect();
    let nearest = |draft| upwards(folder_of(inputs, draft)?).find_map(|folder| by_folder.get(folder).copied());
    (0..inputs.drafts.len()).map(nearest).collect()
}

/// The folder of the file that names a draft's document, or holds the draft.
pub(super) fn folder_of(inputs: &Inputs, draft: usize) -> Option<&str> {
    Some(folder(page(inputs, inputs.drafts.get(draft)?)?))
}

fn page<'a>(inputs: &'a Inputs, draft: &Draft) -> Option<&'a Pagina> {
    inputs.pagine.get(draft.pagina).map(AsRef::as_ref)
}

fn folder(page: &Pagina) -> &str {
    page.percorso.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A folder and those above it, the nearest first.
pub(super) fn upwards(folder: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(folder), |folder| folder.rsplit_once('/').map(|(above, _)| above))
}
