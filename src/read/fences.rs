//! Lines of Markdown that call a component: `:::dettagli Titolo`, the text of its body, `:::`. They mean this only in
//! a page that opts in with `components`; in any other they are text.

use std::ops::Range;

/// A line that opens or closes the call of a component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence<'t> {
    /// Bytes of the line in the text, without its end.
    pub range: Range<usize>,
    /// What it does.
    pub mark: Mark<'t>,
}

/// What a fence does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark<'t> {
    /// It calls a component, whose body begins on the next line.
    Open(Call<'t>),
    /// It ends the body of the innermost component.
    Close,
}

/// The call of a component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call<'t> {
    /// The component.
    pub name: Piece<'t>,
    /// Name and value of each argument. Words without a name are the argument `titolo`.
    pub args: Vec<(Piece<'t>, &'t str)>,
    /// The end of the line, where it is no argument.
    pub unread: Option<Piece<'t>>,
}

/// Some words and where they begin in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// The words.
    pub text: &'t str,
    /// Their first byte.
    pub start: usize,
}

/// The argument that words without a name are for.
const TITLE: &str = "titolo";

/// The fences of a text, in order. Those in a block of code are none.
#[must_use]
pub fn fences(text: &str) -> Vec<Fence<'_>> {
    let mut found = Vec::new();
    let mut code: Option<&str> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        match (code, code_fence(words)) {
            (None, Some(marks)) => code = Some(marks),
            (Some(open), Some(marks)) if marks.starts_with(open) && words.trim_start() == marks => code = None,
            (Some(_), _) => {}
            (None, None) => found.extend(mark(words, start).map(|mark| Fence {
                range: start..start + words.len(),
                mark,
            })),
        }
        start += line.len();
    }
    found
}

/// The marks that open or close a block of code.
fn code_fence(line: &str) -> Option<&str> {
    let inner = line.trim_start_matches(' ');
    let mark = inner.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let length = inner.len() - inner.trim_start_matches(mark).len();
    (length >= 3 && line.len() - inner.len() < 4).then(|| &inner[..length])
}

fn mark(line: &str, start: usize) -> Option<Mark<'_>> {
    let rest = line.trim_start_matches(':');
    let colons = line.len() - rest.len();
    if colons < 3 {
        return None;
    }
    if rest.is_empty() {
        return Some(Mark::Close);
    }
    let rest = Piece {
        text: rest,
        start: start + colons,
    };
    let (name, rest) = rest.after(word_length(rest.text));
    let ends = rest.text.is_empty() || rest.text.starts_with(' ');
    (ends && !name.text.is_empty()).then(|| Mark::Open(call(name, rest.trimmed())))
}

fn call<'t>(name: Piece<'t>, mut rest: Piece<'t>) -> Call<'t> {
    let mut call = Call {
        name,
        args: Vec::new(),
        unread: None,
    };
    while let Some((name, value, behind)) = rest.pair() {
        call.args.push((name, value));
        rest = behind.trimmed();
    }
    if rest.text.is_empty() {
        return call;
    }
    if call.args.is_empty() {
        call.args.push((Piece { text: TITLE, ..rest }, rest.text));
    } else {
        call.unread = Some(rest);
    }
    call
}

fn word_length(text: &str) -> usize {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    text.find(|c| !is_word(c)).unwrap_or(text.len())
}

impl<'t> Piece<'t> {
    /// The first bytes, and what comes behind them.
    fn after(self, length: usize) -> (Self, Self) {
        let (text, rest) = self.text.split_at(length);
        let start = self.start + length;
        (Self { text, ..self }, Self { text: rest, start })
    }

    fn trimmed(self) -> Self {
        let text = self.text.trim_start();
        Self {
            start: self.start + self.text.len() - text.len(),
            text: text.trim_end(),
        }
    }

    /// `name="value"` at the beginning, and what comes behind.
    fn pair(self) -> Option<(Self, &'t str, Self)> {
        let (name, rest) = self.after(word_length(self.text));
        let value = rest.text.strip_prefix("=\"")?;
        let end = value.find('"')?;
        (!name.text.is_empty()).then(|| (name, &value[..end], rest.after(end + 3).1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calls(text: &str) -> Vec<(String, Vec<(String, String)>)> {
        let fences = fences(text).into_iter();
        let opened = fences.filter_map(|fence| match fence.mark {
            Mark::Open(call) => Some(call),
            Mark::Close => None,
        });
        opened
            .map(|call| {
                let args = call.args.iter();
                let args = args.map(|(name, value)| (name.text.to_owned(), (*value).to_owned()));
                (call.name.text.to_owned(), args.collect())
            })
            .collect()
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn words_are_the_title_and_pairs_are_arguments() {
        let text = ":::dettagli Come si fa, in \"breve\"\nx\n:::\n:::citazione autore=\"A. Rossi\" fonte=\"\"\n:::\n:::vuoto\n:::";
        assert_eq!(
            calls(text),
            [
                ("dettagli".to_owned(), vec![pair("titolo", "Come si fa, in \"breve\"")]),
                (
                    "citazione".to_owned(),
                    vec![pair("autore", "A. Rossi"), pair("fonte", "")]
                ),
                ("vuoto".to_owned(), vec![]),
            ]
        );
        assert_eq!(fences(text).len(), 6);
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "à\n:::riquadro titolo=\"X\" resto\n:::\n";
        let [open, close] = fences(text).try_into().unwrap();
        let Mark::Open(call) = open.mark else { panic!() };
        for piece in [call.name, call.args[0].0, call.unread.unwrap()] {
            assert_eq!(&text[piece.start..piece.start + piece.text.len()], piece.text);
        }
        assert_eq!((&text[close.range], close.mark), (":::", Mark::Close));
    }

    #[test]
    fn code_and_text_are_no_calls() {
        for text in [
            "```\n:::dettagli X\n:::\n```\n",
            "~~~~\n```\n:::dettagli X\n~~~~\n",
            "::dettagli\n",
            "  :::dettagli\n",
            "::: dettagli\n",
            ":::dettagli: x\n",
        ] {
            assert_eq!(fences(text), [], "{text}");
        }
    }
}
