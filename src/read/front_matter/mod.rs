//! Files of `content/`: front matter between two lines of dashes, and a body of Markdown that nobody here touches.

mod common;
mod cut;
mod section;

use super::keys::Keys;
use super::yaml::{self, Kind, Node};
use crate::diag::Reported;
use crate::model::{Pagina, Testo};
use crate::source::{FileId, Span};

/// Reads one file of `content/`. `path` is the file's path below `content/`, with `/`.
#[must_use]
pub fn read(file: FileId, path: &str, text: &str) -> Reported<Pagina> {
    let cut = cut::cut(file, text);
    let mut problems = cut.problems;
    let tree = yaml::parse(file, &text[cut.value.matter.clone()], cut.value.matter.start);
    let node = tree.drain_into(&mut problems).unwrap_or(Node {
        kind: Kind::Empty,
        span: Span::new(file, 0, 0),
    });
    let mut keys = Keys::of(&node, "---", &mut problems);
    let is_section = path == "_index.md" || path.ends_with("/_index.md");
    let comuni = common::comuni(&mut keys);
    let pagina = Pagina {
        file,
        percorso: Testo::from(path),
        sezione: is_section,
        sorgente: section::sorgente(&mut keys, &comuni),
        comuni,
        correzioni: section::correzioni(&mut keys),
        monitoraggio: section::monitoraggio(&mut keys),
        corpo: Span::new(file, cut.value.body.start, cut.value.body.end),
    };
    keys.finish();
    Reported {
        value: pagina,
        problems,
    }
}

#[cfg(test)]
mod tests;
