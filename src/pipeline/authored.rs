use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::graph::link::{Draft, EDITORS};
use crate::model::{Bozze, Pagina};
use crate::read::front_matter::Contenuto;
use crate::source::SourceMap;

/// Parts editors' files into pages and the facts that their front matter states.
pub(super) fn part(files: Vec<Contenuto>, sources: &SourceMap) -> (Vec<Pagina>, Vec<Draft>) {
    let parts = files.into_iter().map(|file| (file.pagina, file.bozze));
    let (pages, facts): (Vec<Pagina>, Vec<Option<Bozze>>) = parts.unzip();
    let stated = facts.into_par_iter().enumerate();
    let stated = stated.filter_map(|(pagina, bozze)| Some(draft(pagina, &pages[pagina], bozze?, sources)));
    let drafts = stated.collect();
    (pages, drafts)
}

fn draft(pagina: usize, page: &Pagina, bozze: Bozze, sources: &SourceMap) -> Draft {
    let file = sources.file(page.file);
    let digest = Sha256::digest(file.text());
    Draft {
        file: page.file,
        path: file.path().to_owned(),
        sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        reader: EDITORS,
        pagina,
        bozze: Arc::new(bozze),
    }
}
