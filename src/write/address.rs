use std::collections::BTreeMap;

use super::{Output, place};
use crate::diag::Diagnostic;
use crate::diag::register::output::{INDIRIZZO_DOPPIO, INDIRIZZO_NON_AMMESSO};

/// Whether a file is a page, which people have in their bookmarks.
pub(super) fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

/// The address of a file: `/catalogo/` for `catalogo/index.html`.
pub(super) fn of(path: &str) -> String {
    let short = path
        .strip_suffix("index.html")
        .filter(|folder| folder.is_empty() || folder.ends_with('/'));
    format!("/{}", short.unwrap_or(path))
}

/// Outputs that no folder can hold together: two with one address, one in the folder that another would have to be,
/// one out of the output folder.
pub fn clashes(outputs: &[Box<dyn Output + '_>]) -> Vec<Diagnostic> {
    let mut taken = BTreeMap::new();
    let mut found = Vec::new();
    for output in outputs {
        let output = output.as_ref();
        if !place::is_inside(output.path()) {
            found.push(about(&INDIRIZZO_NON_AMMESSO, output));
        } else if let Some(first) = taken.insert(output.path(), output) {
            found.push(clash(output, first));
        }
    }
    for output in taken.values() {
        let folders = output.path().match_indices('/').map(|(at, _)| &output.path()[..at]);
        let files = folders.filter_map(|folder| taken.get(folder));
        found.extend(files.map(|first| clash(*output, *first)));
    }
    found
}

fn clash(output: &dyn Output, first: &dyn Output) -> Diagnostic {
    let mut finding = about(&INDIRIZZO_DOPPIO, output);
    finding.related.extend(first.place());
    finding
}

fn about(code: &'static crate::diag::Code, output: &dyn Output) -> Diagnostic {
    let mut finding = Diagnostic::new(code).with("indirizzo", of(output.path()));
    finding.place = output.place();
    finding
}
