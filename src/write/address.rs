use std::collections::{BTreeMap, BTreeSet};

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

/// The outputs that one folder can hold together, and the folders that they need.
pub(super) struct Tree<'o> {
    /// The outputs by path.
    pub(super) files: BTreeMap<&'o str, &'o dyn Output>,
    /// Every folder that holds one of them, at whatever depth; `""` is the output folder itself.
    pub(super) folders: BTreeSet<&'o str>,
}

/// Outputs that no folder can hold together: two with one address, one in the folder that another would have to be,
/// one out of the output folder.
pub fn clashes(outputs: &[Box<dyn Output + '_>]) -> Vec<Diagnostic> {
    Tree::of(outputs).1
}

impl<'o> Tree<'o> {
    /// The outputs that can stand beside each other, and the [`clashes`] with those that cannot.
    pub(super) fn of(outputs: &'o [Box<dyn Output + '_>]) -> (Self, Vec<Diagnostic>) {
        let mut files: BTreeMap<&'o str, &'o dyn Output> = BTreeMap::new();
        let mut found = Vec::new();
        for output in outputs {
            let output = output.as_ref();
            if !place::is_inside(output.path()) {
                found.push(about(&INDIRIZZO_NON_AMMESSO, output));
            } else if let Some(first) = files.get(output.path()) {
                found.push(clash(output, *first));
            } else {
                files.insert(output.path(), output);
            }
        }
        let folders = folders_of(files.keys().copied());
        let mut tree = Self { files, folders };
        if tree.folders.iter().any(|folder| tree.files.contains_key(folder)) {
            found.extend(tree.remove_those_in_files());
        }
        (tree, found)
    }

    /// Takes out what would have to stand in a file.
    fn remove_those_in_files(&mut self) -> Vec<Diagnostic> {
        let file_above = |path: &str| above(path).find_map(|folder| self.files.get(folder).copied());
        let in_files = self.files.iter();
        let in_files: Vec<_> = in_files
            .filter_map(|(path, output)| Some((*path, *output, file_above(path)?)))
            .collect();
        for (path, _, _) in &in_files {
            self.files.remove(path);
        }
        self.folders = folders_of(self.files.keys().copied());
        in_files
            .into_iter()
            .map(|(_, output, file)| clash(output, file))
            .collect()
    }
}

/// The folders above a path, the lowest first, the output folder (`""`) last.
fn above(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/').map(|(end, _)| &path[..end]).chain([""])
}

fn folders_of<'o>(paths: impl Iterator<Item = &'o str>) -> BTreeSet<&'o str> {
    let mut folders = BTreeSet::new();
    for path in paths {
        // Whose folder is known, all above it are.
        let _ = above(path).take_while(|folder| folders.insert(*folder)).count();
    }
    folders
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
