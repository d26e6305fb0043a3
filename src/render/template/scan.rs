//! What a template names, found in its text: Tera says it only for templates that compile.

use std::ops::Range;

/// What stands between the brackets of `{% … %}` or `{{ … }}`, without white space around it.
#[derive(Clone, Copy, Debug)]
pub(in crate::render) struct Tag<'t> {
    /// The text.
    pub(in crate::render) text: &'t str,
    /// Offset of its first byte in the template.
    pub(in crate::render) at: usize,
}

/// A name, and the bytes that it stands at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Name<'t> {
    /// The name.
    pub(in crate::render) text: &'t str,
    /// Its bytes in the template.
    pub(in crate::render) at: Range<usize>,
}

impl<'t> Tag<'t> {
    /// Offset of the byte behind it.
    pub(in crate::render) fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// A part of the tag as a name.
    fn name(&self, range: Range<usize>) -> Name<'t> {
        Name {
            text: &self.text[range.clone()],
            at: self.at + range.start..self.at + range.end,
        }
    }

    /// The first word behind a keyword, such as the name of a block.
    fn word_after(&self, keyword: &str) -> Option<Name<'t>> {
        let rest = self.text.strip_prefix(keyword)?;
        let from = self.text.len() - rest.trim_start().len();
        if from == keyword.len() {
            return None;
        }
        let word = &self.text[from..];
        let end = word.find(|c: char| !is_name(c)).unwrap_or(word.len());
        Some(self.name(from..from + end))
    }

    /// Every text between quotes.
    pub(in crate::render) fn quoted(self) -> impl Iterator<Item = Name<'t>> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let rest = &self.text[from..];
            let open = rest.find(['"', '\'', '`'])?;
            let quote = rest[open..].chars().next()?;
            let start = from + open + 1;
            let end = start + self.text[start..].find(quote)?;
            from = end + 1;
            Some(self.name(start..end))
        })
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '-')
}

/// The tags of a template; what stands in a comment or in `raw` is none.
pub(in crate::render) fn tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let open = from + opening(&text[from..])?;
            let close = match &text[open..open + 2] {
                "{%" => "%}",
                "{{" => "}}",
                _ => "#}",
            };
            let end = open + 2 + text[open + 2..].find(close)?;
            from = end + 2;
            if close == "#}" {
                continue;
            }
            let inner = &text[open + 2..end];
            let begun = inner.strip_prefix('-').unwrap_or(inner).trim_start();
            let tag = Tag {
                text: begun.strip_suffix('-').unwrap_or(begun).trim_end(),
                at: end - begun.len(),
            };
            if tag.text == "raw" {
                from = after_raw(text, from);
            }
            return Some(tag);
        }
    })
}

/// Where the next tag or comment begins.
fn opening(text: &str) -> Option<usize> {
    let mut braces = text.match_indices('{').map(|(at, _)| at);
    braces.find(|at| text[at + 1..].starts_with(['%', '{', '#']))
}

/// Where a `raw` stretch that begins here ends.
fn after_raw(text: &str, from: usize) -> usize {
    text[from..].find("endraw").map_or(text.len(), |end| from + end)
}

/// The templates that a template extends or includes.
pub(in crate::render) fn references(text: &str) -> impl Iterator<Item = Name<'_>> {
    tags(text).flat_map(|tag| {
        let names = tag.text.starts_with("extends") || tag.text.starts_with("include");
        tag.quoted().filter(move |_| names)
    })
}

/// The template that a template extends.
pub(in crate::render) fn parent(text: &str) -> Option<Name<'_>> {
    let tag = tags(text).find(|tag| tag.text.starts_with("extends"))?;
    tag.quoted().next()
}

/// The blocks that a template defines.
pub(in crate::render) fn blocks(text: &str) -> impl Iterator<Item = Name<'_>> {
    tags(text).filter_map(|tag| tag.word_after("block"))
}

/// The components that a file defines.
pub(in crate::render) fn components(text: &str) -> impl Iterator<Item = Name<'_>> {
    tags(text).filter_map(|tag| tag.word_after("component"))
}

/// The components that a template calls: `{{ <nome … /> }}`, `{% <nome …> %}`.
pub(in crate::render) fn calls(text: &str) -> impl Iterator<Item = Name<'_>> {
    tags(text).filter_map(|tag| {
        let word = tag.text.strip_prefix('<')?;
        let end = word.find(|c: char| !is_name(c)).unwrap_or(word.len());
        (end > 0).then(|| tag.name(1..1 + end))
    })
}

/// The words that a template asks for: `t.catalogo.titolo` is `catalogo.titolo`; `t.stato[…]`, where any word of a
/// group may be meant, is `stato.`.
pub(in crate::render) fn words(text: &str) -> impl Iterator<Item = &str> {
    tags(text).flat_map(|tag| {
        let starts = tag.text.match_indices("t.").filter(move |(at, _)| {
            let before = tag.text[..*at].chars().next_back();
            !before.is_some_and(is_name)
        });
        starts.map(move |(at, _)| {
            let path = &tag.text[at + 2..];
            let end = path.find(|c: char| !is_name(c)).unwrap_or(path.len());
            &path[..end + usize::from(path[end..].starts_with('['))]
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<'t>(names: impl Iterator<Item = Name<'t>>, text: &'t str) -> Vec<&'t str> {
        names
            .map(|name| {
                assert_eq!(&text[name.at.clone()], name.text);
                name.text
            })
            .collect()
    }

    #[test]
    fn names_are_found_where_they_stand() {
        let text = "{%- extends 'base.html' -%}\n{# {% block no %} #}{% block head -%}{{ <data.quando a={b} /> }}\
                    {% endblock %}{% include \"parti/a.html\" %}{% component scheda(t: map) %}{% <nota> %}x{% </nota> %}";
        assert_eq!(texts(references(text), text), ["base.html", "parti/a.html"]);
        assert_eq!(texts(parent(text).into_iter(), text), ["base.html"]);
        assert_eq!(texts(blocks(text), text), ["head"]);
        assert_eq!(texts(components(text), text), ["scheda"]);
        assert_eq!(texts(calls(text), text), ["data.quando", "nota"]);
    }

    #[test]
    fn words_are_found_also_where_any_of_a_group_is_meant() {
        let text = "{{ t.pagina.dati }} {{ n | conta(uno=t.piani.fase_una) }} {{ t.stato[voce.stato] }} {{ fatt.x }}";
        assert_eq!(
            words(text).collect::<Vec<_>>(),
            ["pagina.dati", "piani.fase_una", "stato["]
        );
    }

    #[test]
    fn what_is_raw_is_no_tag() {
        assert_eq!(tags("{% raw %}{{ a }}{% endraw %}{{ b }}").count(), 2);
    }
}
