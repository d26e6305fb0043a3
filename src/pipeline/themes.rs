use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::render::ThemeFile;
use crate::source::walk;
use crate::source::{FileId, SourceMap};

/// The folder of a site's own themes.
const THEMES: &str = "themes";

/// Reads the files of the site's own themes; those that are texts can be pointed into.
pub(super) fn read(root: &Path, sources: &mut SourceMap, found: &mut Vec<Diagnostic>) -> Vec<ThemeFile<'static>> {
    let listing = walk::list(root, THEMES);
    found.extend(listing.troubles.iter().map(Diagnostic::from));
    let mut files = Vec::new();
    for path in listing.files {
        match walk::bytes(root, &path) {
            Ok(bytes) => files.push(ThemeFile {
                file: text(&path, &bytes, sources),
                path: Cow::Owned(path.trim_start_matches(THEMES).trim_start_matches('/').to_owned()),
                bytes: Cow::Owned(bytes),
            }),
            Err(trouble) => found.push(Diagnostic::from(&trouble)),
        }
    }
    files
}

/// The file in the source map, unless it is no text, as a picture is not.
fn text(path: &str, bytes: &[u8], sources: &mut SourceMap) -> Option<FileId> {
    let file = walk::text(path, bytes.to_vec()).ok()?;
    Some(sources.add(Arc::new(file)))
}
