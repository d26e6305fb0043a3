//! The words of the interface are the same on every page of a language: where a template of the embedded theme writes
//! one, `{{ t.piani.fasi }}`, the word itself stands in the compiled text.

use super::scan::{Tag, tags};
use super::written_out::{is_of_name, replaced};
use crate::render::strings::Strings;

/// A template with the words that it writes put in. Words that could be taken for a tag, or would move the lines behind
/// them, are looked up where the page is made, and so is a key without words, which fails there.
pub(in crate::render) fn put_in(text: &str, strings: &Strings) -> String {
    replaced(text, |tag| {
        let (group, word) = tag.text.strip_prefix("t.")?.split_once('.')?;
        let words = strings.find(group, word)?;
        let is_plain = words.trim() == words && !words.is_empty() && !words.contains(['{', '}', '\n']);
        is_plain.then(|| escaped(words)).flatten()
    })
}

/// A text as templates write it.
fn escaped(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    tera::escape_html(text, &mut out).ok()?;
    String::from_utf8(out).ok()
}

/// Whether a template gives the name of the words to something else.
pub(in crate::render) fn are_hidden(text: &str) -> bool {
    tags(text).any(|tag| binds(tag))
}

fn binds(tag: Tag<'_>) -> bool {
    let mut words = tag.text.split(|c| !is_of_name(c)).filter(|word| !word.is_empty());
    match words.next() {
        Some("set" | "set_global") => words.next() == Some("t"),
        Some("for") => words.take_while(|word| *word != "in").any(|word| word == "t"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::yaml;
    use crate::source::FileId;

    fn put(text: &str) -> String {
        let words = "a:\n  uno: L'uno & l'altro\n  due: '{{ x }}'\n  tre: \"su\\ndue\"\n";
        let mut strings = Strings::default();
        let node = yaml::parse(FileId::new(0), words, 0).value.unwrap();
        strings.overlay(&node, &mut Vec::new());
        put_in(text, &strings)
    }

    #[test]
    fn a_word_is_put_in_as_it_would_be_written() {
        let mut tera = tera::Tera::default();
        tera.add_raw_template("x.html", "{{ w }}").unwrap();
        let context = tera::context! { w => "L'uno & l'altro" };
        let written = tera.render("x.html", &context).unwrap();
        assert_eq!(put("<b>{{ t.a.uno }}</b>"), format!("<b>{written}</b>"));
    }

    #[test]
    fn whatever_is_more_than_a_word_stays() {
        for text in [
            "{{ t.a.due }}",
            "{{ t.a.tre }}",
            "{{ t.a.quattro }}",
            "{{ t.a.uno | upper }}",
            "{{ t.a[uno] }}",
            "{{- t.a.uno }}",
            "{% if t.a.uno %}x{% endif %}",
            "{{ x.a.uno }}",
        ] {
            assert_eq!(put(text), text);
        }
    }

    #[test]
    fn another_thing_of_that_name_is_seen() {
        for text in [
            "{% set t = x %}",
            "{% for k, t in x %}{% endfor %}",
            "{%- set_global t = 1 -%}",
        ] {
            assert!(are_hidden(text), "{text}");
        }
        assert!(!are_hidden("{% set u = t %}{% for x in t %}{{ t.a.b }}{% endfor %}"));
    }
}
