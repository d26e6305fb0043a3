//! Lines as the conversion left them, cut where labels and codes were glued to what follows.

use super::words::{Code, Label};
use crate::read::block::Inline;

/// A stretch of a line that means one thing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'s> {
    pub(super) what: What,
    pub(super) text: Inline<'s>,
}

/// What a stretch means by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Label(Label),
    Code(Code),
    Words,
}

/// Cuts a line at bold marks, and behind the labels and codes that open the stretches between them. `expects` says
/// which labels mean something where the line stands; a line without any of them, or a code, stays whole.
pub(super) fn pieces<'s>(line: &Inline<'s>, mut expects: impl FnMut(Label) -> bool) -> Vec<Piece<'s>> {
    let found: Vec<Piece<'s>> = stretches(line)
        .flat_map(|stretch| cut(&stretch, &mut expects))
        .collect();
    if found.iter().all(|piece| piece.what == What::Words) {
        return vec![Piece {
            what: What::Words,
            text: *line,
        }];
    }
    found
}

/// The stretches of a line between its bold marks, without the empty ones.
fn stretches<'s>(line: &Inline<'s>) -> impl Iterator<Item = Inline<'s>> {
    let mut at = 0;
    line.raw()
        .split("**")
        .map(move |stretch| {
            let part = line.part(at, at + stretch.len());
            at += stretch.len() + "**".len();
            part
        })
        .filter(|part| !part.is_empty())
}

/// A stretch, cut behind the label or code that it opens with.
fn cut<'s>(stretch: &Inline<'s>, expects: &mut impl FnMut(Label) -> bool) -> Vec<Piece<'s>> {
    let raw = stretch.raw();
    if let Some(label) = Label::of(&stretch.text()).filter(|label| expects(*label)) {
        return vec![Piece {
            what: What::Label(label),
            text: *stretch,
        }];
    }
    let opening = code_opening(stretch).or_else(|| {
        let (label, length) = Label::opening(raw)?;
        expects(label).then_some((What::Label(label), length))
    });
    let Some((what, length)) = opening else {
        return vec![Piece {
            what: What::Words,
            text: *stretch,
        }];
    };
    let head = Piece {
        what,
        text: stretch.part(0, length),
    };
    let rest = Piece {
        what: What::Words,
        text: stretch.part(length, raw.len()),
    };
    if rest.text.is_empty() {
        vec![head]
    } else {
        vec![head, rest]
    }
}

fn code_opening(stretch: &Inline<'_>) -> Option<(What, usize)> {
    let length = stretch.raw().find(char::is_whitespace).unwrap_or(stretch.raw().len());
    let code = Code::of(&stretch.part(0, length).text())?;
    Some((What::Code(code), length))
}
