//! What stands between the brackets of a template, as far as it is one of the things that templates mostly say.
//! Whatever else Tera knows is not read.

use super::filters;
use super::words::{Word, words};

/// An expression; `N` is what a name at its beginning stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression<N> {
    None,
    Bool(bool),
    Number(i64),
    Text(Box<str>),
    Name(N),
    /// `a.b`
    Field(Box<Self>, Box<str>),
    /// `a[b]`
    Item(Box<Self>, Box<Self>),
    /// `not a`
    Not(Box<Self>),
    /// Two parts and what joins them.
    Pair(Joint, Box<Self>, Box<Self>),
    /// `a is defined`
    Defined(Box<Self>),
    /// `a | b(c=d)`
    Filtered(Box<Self>, Box<str>, Vec<(Box<str>, Self)>),
}

/// What joins two expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Or,
    And,
    Equal,
    Differs,
    Less,
    More,
    AtMost,
    AtLeast,
    Plus,
    Behind,
}

/// An expression as it is written.
pub(super) type Written = Expression<Box<str>>;

/// Names that are no variables.
const RESERVED: [&str; 16] = [
    "true", "True", "false", "False", "none", "None", "null", "self", "and", "or", "not", "is", "in", "if", "continue",
    "break",
];

impl Joint {
    fn of(word: Word<'_>) -> Option<Self> {
        Some(match word {
            Word::Name("or") => Self::Or,
            Word::Name("and") => Self::And,
            Word::Mark("==") => Self::Equal,
            Word::Mark("!=") => Self::Differs,
            Word::Mark("<") => Self::Less,
            Word::Mark(">") => Self::More,
            Word::Mark("<=") => Self::AtMost,
            Word::Mark(">=") => Self::AtLeast,
            Word::Mark("+") => Self::Plus,
            Word::Mark("~") => Self::Behind,
            _ => return None,
        })
    }

    /// How tightly it binds, in Tera's order.
    fn strength(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 3,
            Self::Equal | Self::Differs | Self::Less | Self::More | Self::AtMost | Self::AtLeast => 7,
            Self::Plus => 11,
            Self::Behind => 13,
        }
    }
}

/// What names of facts about the loop begin with: `loop.first` is one name.
pub(super) const LOOP: &str = "loop.";

/// How tightly `not` and `is` bind.
const IS: u8 = 5;

/// Reads a whole expression.
pub(super) fn expression(text: &str) -> Option<Written> {
    let mut reader = Reader::of(text)?;
    let expression = reader.expression(0)?;
    reader.is_at_end().then_some(expression)
}

/// The words of a tag, taken one by one.
pub(super) struct Reader<'t> {
    words: Vec<Word<'t>>,
    at: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn of(text: &'t str) -> Option<Self> {
        Some(Self {
            words: words(text)?,
            at: 0,
        })
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at == self.words.len()
    }

    fn peek(&self) -> Option<Word<'t>> {
        self.words.get(self.at).copied()
    }

    fn word(&mut self) -> Option<Word<'t>> {
        self.at += 1;
        self.words.get(self.at - 1).copied()
    }

    /// Takes a word if it is the next one.
    pub(super) fn take(&mut self, word: Word<'_>) -> bool {
        let is_next = self.peek() == Some(word);
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn expect(&mut self, word: Word<'_>) -> Option<()> {
        self.take(word).then_some(())
    }

    pub(super) fn name(&mut self) -> Option<&'t str> {
        match self.word()? {
            Word::Name(name) => Some(name),
            _ => None,
        }
    }

    /// A name that a variable may have.
    pub(super) fn variable(&mut self) -> Option<&'t str> {
        let is_free = |name: &&str| !RESERVED.contains(name) && !name.starts_with("__");
        self.name().filter(is_free)
    }

    pub(super) fn text(&mut self) -> Option<&'t str> {
        match self.word()? {
            Word::Text(text) => Some(text),
            _ => None,
        }
    }

    /// An expression whose joints all bind at least this tightly.
    pub(super) fn expression(&mut self, least: u8) -> Option<Written> {
        let mut left = self.first()?;
        loop {
            if self.take(Word::Mark("[")) {
                let at = self.expression(0)?;
                self.expect(Word::Mark("]"))?;
                left = Expression::Item(left.into(), at.into());
            } else if self.take(Word::Mark(".")) {
                left = Expression::Field(left.into(), self.name()?.into());
            } else if self.take(Word::Mark("|")) {
                let filter = self.name().filter(|name| filters::is_known(name))?;
                left = Expression::Filtered(left.into(), filter.into(), self.arguments()?);
            } else if IS >= least && self.take(Word::Name("is")) {
                left = self.test(left)?;
            } else if let Some(joint) = self
                .peek()
                .and_then(Joint::of)
                .filter(|joint| joint.strength() >= least)
            {
                self.at += 1;
                let right = self.expression(joint.strength() + 1)?;
                left = Expression::Pair(joint, left.into(), right.into());
            } else {
                return Some(left);
            }
        }
    }

    fn first(&mut self) -> Option<Written> {
        Some(match self.peek()? {
            Word::Number(number) => self.constant(Expression::Number(number)),
            Word::Text(text) => self.constant(Expression::Text(text.into())),
            Word::Name("true" | "True") => self.constant(Expression::Bool(true)),
            Word::Name("false" | "False") => self.constant(Expression::Bool(false)),
            Word::Name("none" | "None" | "null") => self.constant(Expression::None),
            Word::Name("not") => {
                self.at += 1;
                Expression::Not(self.expression(IS)?.into())
            }
            Word::Name("loop") => {
                self.at += 1;
                self.expect(Word::Mark("."))?;
                Expression::Name(format!("{LOOP}{}", self.name()?).into())
            }
            Word::Name(_) => Expression::Name(self.variable()?.into()),
            Word::Mark("(") => {
                self.at += 1;
                let inner = self.expression(0)?;
                self.expect(Word::Mark(")"))?;
                inner
            }
            Word::Mark(_) => return None,
        })
    }

    fn constant(&mut self, constant: Written) -> Written {
        self.at += 1;
        constant
    }

    /// What stands behind `is`.
    fn test(&mut self, tested: Written) -> Option<Written> {
        let is_negated = self.take(Word::Name("not"));
        self.expect(Word::Name("defined"))?;
        let test = Expression::Defined(tested.into());
        Some(if is_negated { Expression::Not(test.into()) } else { test })
    }

    /// The arguments of a filter, if it is given any.
    fn arguments(&mut self) -> Option<Vec<(Box<str>, Written)>> {
        let mut arguments = Vec::new();
        if !self.take(Word::Mark("(")) {
            return Some(arguments);
        }
        while !self.take(Word::Mark(")")) {
            if !arguments.is_empty() {
                self.expect(Word::Mark(","))?;
            }
            let name = self.name()?.into();
            self.expect(Word::Mark("="))?;
            arguments.push((name, self.expression(0)?));
        }
        Some(arguments)
    }
}

impl<N> Expression<N> {
    /// The same with other names.
    pub(super) fn named<M>(self, name: &mut impl FnMut(N) -> Option<M>) -> Option<Expression<M>> {
        Some(match self {
            Self::None => Expression::None,
            Self::Bool(it) => Expression::Bool(it),
            Self::Number(it) => Expression::Number(it),
            Self::Text(it) => Expression::Text(it),
            Self::Name(it) => Expression::Name(name(it)?),
            Self::Field(of, field) => Expression::Field(of.named(name)?.into(), field),
            Self::Item(of, at) => Expression::Item(of.named(name)?.into(), at.named(name)?.into()),
            Self::Not(it) => Expression::Not(it.named(name)?.into()),
            Self::Pair(joint, a, b) => Expression::Pair(joint, a.named(name)?.into(), b.named(name)?.into()),
            Self::Defined(it) => Expression::Defined(it.named(name)?.into()),
            Self::Filtered(it, filter, arguments) => {
                let it = it.named(name)?.into();
                let arguments = arguments.into_iter().map(|(key, it)| Some((key, it.named(name)?)));
                Expression::Filtered(it, filter, arguments.collect::<Option<_>>()?)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An expression with all its brackets.
    fn shown(text: &str) -> Option<String> {
        fn show(it: &Written) -> String {
            match it {
                Expression::Name(name) => name.to_string(),
                Expression::Text(text) => format!("'{text}'"),
                Expression::Number(number) => number.to_string(),
                Expression::Field(of, name) => format!("{}.{name}", show(of)),
                Expression::Item(of, at) => format!("{}[{}]", show(of), show(at)),
                Expression::Not(it) => format!("(not {})", show(it)),
                Expression::Pair(joint, a, b) => format!("({} {joint:?} {})", show(a), show(b)),
                Expression::Defined(it) => format!("({}?)", show(it)),
                Expression::Filtered(it, filter, arguments) => {
                    let arguments = arguments.iter().map(|(key, it)| format!("{key}={}", show(it)));
                    format!("{}|{filter}({})", show(it), arguments.collect::<Vec<_>>().join(","))
                }
                other => format!("{other:?}"),
            }
        }
        expression(text).map(|it| show(&it))
    }

    #[test]
    fn joints_bind_as_in_tera() {
        for (text, read) in [
            ("a and b or not c.d == 1", "((a And b) Or (not (c.d Equal 1)))"),
            ("a.b[0].c == d | length", "(a.b[0].c Equal d|length())"),
            ("n + 1 < m", "((n Plus 1) Less m)"),
            (
                "t.x ~ ' ' ~ y | conta(a=b.c, d=\"e\")",
                "((t.x Behind ' ') Behind y|conta(a=b.c,d='e'))",
            ),
            ("not a is defined", "(not (a?))"),
            ("a is not defined and b", "((not (a?)) And b)"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(read), "{text}");
        }
    }

    #[test]
    fn whatever_else_tera_knows_is_not_read() {
        for text in [
            "f(a=1)",
            "[1, 2]",
            "a if b else c",
            "a in b",
            "a?.b",
            "1.5",
            "a - b",
            "a is odd",
            "\"a\\n\"",
            "a.0",
            "a[1:2]",
            "a | upper",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}
