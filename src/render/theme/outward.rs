//! Links to other sites that templates have written out.

use super::layer::{Layer, files_in, span_in, text_of};
use crate::model::{Detto, Testo};
use crate::read::markdown::is_external;

/// Attributes that hold an address.
const ATTRIBUTES: [&str; 2] = [" href=\"", " src=\""];

/// The addresses of other sites in templates and components of a site's own themes, each where it is written. What a
/// template makes of values is not among them.
pub(super) fn links(layers: &[Layer<'_>]) -> Vec<Detto<Testo>> {
    let files = ["templates", "components"]
        .into_iter()
        .flat_map(|folder| files_in(layers, folder));
    let mut found = Vec::new();
    for (_, file, _) in files.filter(|(_, file, _)| file.file.is_some()) {
        let text = text_of(file);
        for (start, _) in ATTRIBUTES
            .iter()
            .flat_map(|mark| text.match_indices(mark).map(|(at, mark)| (at + mark.len(), mark)))
        {
            let url = text[start..].split('"').next().unwrap_or_default();
            if let Some(place) = span_in(file, start..start + url.len())
                && is_external(url)
                && !url.contains('{')
            {
                found.push(Detto::new(Testo::from(url), place));
            }
        }
    }
    found
}
