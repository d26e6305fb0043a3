//! A template as a tree of its parts.

use super::expression::{Reader, Written, expression};
use super::pieces::{Piece, pieces};
use super::words::Word;

/// A part of a template.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part<'t> {
    Text(&'t str),
    Write(Written),
    /// What is said under which condition, and what under none of them.
    If(Vec<(Written, Vec<Self>)>, Vec<Self>),
    /// What is said of each item, and what where there is none.
    For(&'t str, Written, Vec<Self>, Vec<Self>),
    Set(&'t str, Written),
    Include(&'t str),
    Block(&'t str, Vec<Self>),
    /// What the block below says.
    Super,
    /// A component with its arguments.
    Call(Box<str>, Vec<(&'t str, Written)>),
}

/// A template.
#[derive(Debug, Default)]
pub(super) struct Template<'t> {
    pub(super) extends: Option<&'t str>,
    pub(super) parts: Vec<Part<'t>>,
    pub(super) components: Vec<Component<'t>>,
}

/// A component that a template defines.
#[derive(Debug)]
pub(super) struct Component<'t> {
    pub(super) name: Box<str>,
    pub(super) parameters: Vec<Parameter<'t>>,
    pub(super) body: Vec<Part<'t>>,
}

/// What a component is given.
#[derive(Clone, Debug)]
pub(super) struct Parameter<'t> {
    pub(super) name: &'t str,
    pub(super) kind: Option<Kind>,
    pub(super) default: Option<Written>,
}

/// What an argument must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    List,
    Block,
}

impl<'t> Template<'t> {
    /// Reads a template; nothing where it says more than we read.
    pub(super) fn read(text: &'t str) -> Option<Self> {
        let mut builder = Builder {
            pieces: pieces(text)?.into_iter(),
            template: Self::default(),
        };
        let (parts, end) = builder.parts()?;
        end.is_none().then_some(Self {
            parts,
            ..builder.template
        })
    }

    /// The block of this name, wherever it stands.
    pub(super) fn block(&self, name: &str) -> Option<&[Part<'t>]> {
        block_in(&self.parts, name)
    }
}

fn block_in<'p, 't>(parts: &'p [Part<'t>], name: &str) -> Option<&'p [Part<'t>]> {
    parts.iter().find_map(|part| match part {
        Part::Block(found, parts) if *found == name => Some(parts.as_slice()),
        Part::Block(_, parts) => block_in(parts, name),
        Part::For(_, _, body, otherwise) => block_in(body, name).or_else(|| block_in(otherwise, name)),
        Part::If(cases, otherwise) => {
            let mut cases = cases.iter().map(|(_, parts)| parts);
            cases
                .find_map(|parts| block_in(parts, name))
                .or_else(|| block_in(otherwise, name))
        }
        _ => None,
    })
}

struct Builder<'t> {
    pieces: std::vec::IntoIter<Piece<'t>>,
    template: Template<'t>,
}

impl<'t> Builder<'t> {
    /// The parts up to the tag that ends them, and that tag; none at the end of the template.
    fn parts(&mut self) -> Option<(Vec<Part<'t>>, Option<&'t str>)> {
        let mut parts = Vec::new();
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Text(text) => parts.push(Part::Text(text)),
                Piece::Write("super()") => parts.push(Part::Super),
                Piece::Write(call) if call.starts_with('<') => parts.push(called(call)?),
                Piece::Write(text) => parts.push(Part::Write(expression(text)?)),
                Piece::Tag(tag) => match tag.split(char::is_whitespace).next()? {
                    "else" | "elif" | "endif" | "endfor" | "endblock" | "endcomponent" => {
                        return Some((parts, Some(tag)));
                    }
                    word => parts.extend(self.tag(word, tag[word.len()..].trim())?),
                },
            }
        }
        Some((parts, None))
    }

    /// The part that a tag begins; what only declares something is none.
    fn tag(&mut self, word: &str, rest: &'t str) -> Option<Option<Part<'t>>> {
        let mut reader = Reader::of(rest)?;
        let part = match word {
            "extends" => {
                self.template.extends = Some(reader.text()?);
                None
            }
            "component" => {
                let component = self.component(&mut reader)?;
                self.template.components.push(component);
                None
            }
            "include" => Some(Part::Include(reader.text()?)),
            "set" => {
                let name = reader.variable()?;
                reader.expect(Word::Mark("="))?;
                Some(Part::Set(name, reader.expression(0)?))
            }
            "block" => Some(Part::Block(reader.name()?, self.until("endblock")?)),
            "for" => {
                let name = reader.variable()?;
                reader.expect(Word::Name("in"))?;
                let list = reader.expression(0)?;
                let (body, end) = self.parts()?;
                let otherwise = match end? {
                    "else" => self.until("endfor")?,
                    end => end.starts_with("endfor").then(Vec::new)?,
                };
                Some(Part::For(name, list, body, otherwise))
            }
            "if" => Some(self.chosen(reader.expression(0)?)?),
            _ => return None,
        };
        reader.is_at_end().then_some(part)
    }

    /// The parts up to an end, which may repeat the name of what it ends.
    fn until(&mut self, end: &str) -> Option<Vec<Part<'t>>> {
        let (parts, found) = self.parts()?;
        found.filter(|found| found.split(char::is_whitespace).next() == Some(end))?;
        Some(parts)
    }

    fn chosen(&mut self, condition: Written) -> Option<Part<'t>> {
        let mut cases = Vec::new();
        let mut condition = condition;
        loop {
            let (parts, end) = self.parts()?;
            cases.push((condition, parts));
            match end? {
                "endif" => return Some(Part::If(cases, Vec::new())),
                "else" => return Some(Part::If(cases, self.until("endif")?)),
                other => condition = expression(other.strip_prefix("elif")?)?,
            }
        }
    }

    fn component(&mut self, reader: &mut Reader<'t>) -> Option<Component<'t>> {
        let name = dotted(reader)?;
        let mut parameters = Vec::new();
        reader.expect(Word::Mark("("))?;
        while !reader.take(Word::Mark(")")) {
            if !parameters.is_empty() {
                reader.expect(Word::Mark(","))?;
            }
            parameters.push(parameter(reader)?);
        }
        Some(Component {
            name,
            parameters,
            body: self.until("endcomponent")?,
        })
    }
}

/// `livello: string = "h2"`
fn parameter<'t>(reader: &mut Reader<'t>) -> Option<Parameter<'t>> {
    let name = reader.variable()?;
    let kind = match reader.take(Word::Mark(":")) {
        true => Some(match reader.name()? {
            "string" => Kind::Text,
            "array" => Kind::List,
            "map" => Kind::Block,
            _ => return None,
        }),
        false => None,
    };
    let default = match reader.take(Word::Mark("=")) {
        true => Some(reader.expression(0)?),
        false => None,
    };
    Some(Parameter { name, kind, default })
}

/// The name of a component: `data.quando`.
fn dotted(reader: &mut Reader<'_>) -> Option<Box<str>> {
    let mut name = reader.name()?.to_owned();
    while reader.take(Word::Mark(".")) {
        name.push('.');
        name.push_str(reader.name()?);
    }
    Some(name.into())
}

/// `<data.quando sessione={x.y} livello="h3" />`
fn called<'t>(call: &'t str) -> Option<Part<'t>> {
    let mut reader = Reader::of(call)?;
    reader.expect(Word::Mark("<"))?;
    let name = dotted(&mut reader)?;
    let mut arguments = Vec::new();
    while !reader.take(Word::Mark("/>")) {
        let argument = reader.name()?;
        reader.expect(Word::Mark("="))?;
        let value = match reader.take(Word::Mark("{")) {
            true => {
                let value = reader.expression(0)?;
                reader.expect(Word::Mark("}"))?;
                value
            }
            false => Written::Text(reader.text()?.into()),
        };
        arguments.push((argument, value));
    }
    reader.is_at_end().then_some(Part::Call(name, arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_closed_or_not_known_is_not_read() {
        for text in [
            "{% if a %}",
            "{% for a in b %}{% endif %}",
            "{% for k, v in b %}{% endfor %}",
            "{% raw %}{% endraw %}",
            "{% set a %}x{% endset %}",
            "{% include [\"a\", \"b\"] %}",
            "{% endif %}",
        ] {
            assert!(Template::read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_block_is_found_wherever_it_stands() {
        let text = "{% extends \"b\" %}{% block a %}{% if x %}1{% else %}{% block c %}2{% endblock c %}{% endif %}{% \
                    endblock %}";
        let template = Template::read(text).unwrap();
        assert_eq!(template.extends, Some("b"));
        assert_eq!(template.block("c"), Some([Part::Text("2")].as_slice()));
    }
}
