//! Files of `content/`: front matter between two lines of dashes, and a body of Markdown.

mod common;
mod cut;
mod facts;
mod section;
mod traduzione;

pub use cut::{Cut, cut};
pub use facts::{Form, Tipo};

use std::ops::Range;

use super::keys::Keys;
use super::pictures;
use super::slips;
use super::yaml::{self, Kind, Node};
use super::{may_hold_recapiti, recapiti};
use crate::diag::register::pagine::PAGINA_VUOTA;
use crate::diag::{Diagnostic, Reported};
use crate::model::{Bozze, Codice, Detto, Pagina, Testo};
use crate::source::{FileId, Span};

/// What a file of `content/` holds.
#[derive(Debug)]
pub struct Contenuto {
    /// The page or section.
    pub pagina: Pagina,
    /// The facts that its front matter states; nothing for a plain page. Where the Markdown below is the description
    /// of one of them, the page's own body is empty.
    pub bozze: Option<Bozze>,
}

/// Reads one file of `content/`. `path` is the file's path below `content/`, with `/`.
#[must_use]
pub fn read(file: FileId, path: &str, text: &str) -> Reported<Contenuto> {
    read_in(None, file, path, text)
}

/// As [`read`]; dates that lack their year are of `anno`, unless the file says another.
#[must_use]
pub fn read_in(anno: Option<i32>, file: FileId, path: &str, text: &str) -> Reported<Contenuto> {
    let cut = cut(file, text);
    let unclosed = !cut.problems.is_empty();
    let (matter, body) = (cut.value.matter, cut.value.body);
    let mut problems = cut.problems;
    let tree = yaml::parse(file, &text[matter.clone()], matter.start).drain_into(&mut problems);
    let node = tree.unwrap_or(Node {
        kind: Kind::Empty,
        span: Span::new(file, 0, 0),
    });
    let mut keys = Keys::of(&node, "---", &mut problems);
    let corpo = Span::new(file, body.start, body.end);
    let mut value = match Codice::of_file(path) {
        Some((lingua, _)) => Contenuto {
            pagina: traduzione::read(keys, path, lingua, corpo),
            bozze: None,
        },
        None => {
            let value = contenuto(&mut keys, (path, anno), &text[body.clone()], corpo);
            keys.finish();
            value
        }
    };
    value.pagina.recapiti = in_words(file, text, matter.clone(), body.clone());
    // What a key says may be written with signs of escape.
    value.pagina.illustrata = text.contains("![") || text[matter].contains('\\');
    if unclosed {
        // What else seems wrong follows from words that were taken for keys.
        problems.truncate(1);
    }
    if text.trim().is_empty() && !value.pagina.sezione {
        problems.push(Diagnostic::new(&PAGINA_VUOTA).at(Span::new(file, 0, 0)));
    }
    problems.extend(slips::nameless(file, path));
    problems.extend(slips::unopened(file, text).filter(|_| body.start == 0));
    problems.extend(slips::blanks(file, &text[body.clone()], body.start));
    problems.extend(pictures::check(file, &text[body.clone()], body.start));
    Reported { value, problems }
}

/// The mailboxes and mobile numbers of a file, without what is noted beside its keys.
fn in_words(file: FileId, text: &str, matter: Range<usize>, body: Range<usize>) -> Vec<Detto<Testo>> {
    let mut found = Vec::new();
    if !may_hold_recapiti(text) {
        return found;
    }
    let mut at = matter.start;
    for line in text[matter].split_inclusive('\n') {
        if !line.trim_start().starts_with('#') {
            found.extend(recapiti(file, line, at));
        }
        at += line.len();
    }
    found.extend(recapiti(file, &text[body.clone()], body.start));
    found
}

fn contenuto(keys: &mut Keys<'_, '_>, (path, anno): (&str, Option<i32>), body: &str, corpo: Span) -> Contenuto {
    let comuni = common::comuni(keys);
    let sorgente = section::sorgente(keys, &comuni);
    let bozze = facts::read(
        keys,
        &facts::File {
            comuni: &comuni,
            path,
            body: (!body.trim().is_empty()).then(|| Detto::new(Testo::from(body.trim()), corpo)),
            anno: sorgente.as_ref().and_then(|sorgente| sorgente.anno).or(anno),
        },
    );
    let publishes = bozze.as_ref().is_some_and(|bozze| !bozze.documenti.is_empty());
    let pagina = Pagina {
        allegato: publishes.then(|| keys.text("file")).flatten(),
        file: corpo.file,
        percorso: Testo::from(path),
        sezione: path == "_index.md" || path.ends_with("/_index.md"),
        lingua: None,
        comuni,
        sorgente,
        correzioni: section::correzioni(keys),
        monitoraggio: section::monitoraggio(keys),
        etichette: section::etichette(keys),
        recapiti: Vec::new(),
        illustrata: false,
        corpo: if bozze.as_ref().is_some_and(|bozze| describes(bozze, corpo)) {
            Span {
                start: corpo.end,
                ..corpo
            }
        } else {
            corpo
        },
    };
    Contenuto { pagina, bozze }
}

/// Whether the body of a file is the description of what it describes.
fn describes(bozze: &Bozze, corpo: Span) -> bool {
    let of_card = bozze.schede.first().and_then(|scheda| scheda.descrizione.as_ref());
    let of_project = bozze
        .progetti
        .first()
        .and_then(|progetto| progetto.descrizione.as_ref());
    let of_objective = bozze
        .obiettivi
        .first()
        .and_then(|obiettivo| obiettivo.descrizione.as_ref());
    let texts = [of_card, of_project, of_objective];
    texts.into_iter().flatten().any(|text| text.span == corpo)
}

#[cfg(test)]
mod tests;
