use std::sync::Arc;

use rayon::prelude::*;

use super::memory::Letto;
use crate::graph::link::{Draft, EDITORS};
use crate::model::Pagina;

/// Parts editors' files into pages and the facts that their front matter states.
pub(super) fn part(files: &[Arc<Letto>]) -> (Vec<Arc<Pagina>>, Vec<Draft>) {
    let files = || files.par_iter().with_min_len(1024);
    let pages = || files().map(|file| Arc::clone(&file.pagina)).collect();
    let stated = files().enumerate();
    let drafts = || stated.filter_map(|(pagina, file)| draft(pagina, file)).collect();
    rayon::join(pages, drafts)
}

fn draft(pagina: usize, file: &Letto) -> Option<Draft> {
    Some(Draft {
        file: file.file,
        path: file.path.clone(),
        sha256: file.sha256.clone(),
        reader: EDITORS,
        pagina,
        bozze: Arc::clone(file.bozze.as_ref()?),
    })
}
