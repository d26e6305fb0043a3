//! Small components of the embedded theme are written out where its own templates call them: a page calls one for every
//! line of its tables, and the call costs more than all that it writes. A component that another theme has too is
//! called, and so is any from the templates of others.

use std::collections::{BTreeMap, BTreeSet};

use super::scan::{Name, Tag, components, tags};

/// The components that may be written out, by name.
#[derive(Debug)]
pub(in crate::render) struct Small<'t>(BTreeMap<&'t str, Component<'t>>);

/// A component whose body is one line of tags that only choose and write.
#[derive(Debug)]
struct Component<'t> {
    parameters: Vec<&'t str>,
    body: String,
}

impl<'t> Small<'t> {
    /// Those among the components of the embedded theme (`own`) whose names are not among those of other themes; all
    /// texts are compact.
    pub(in crate::render) fn of(own: impl Iterator<Item = &'t str>, others: impl Iterator<Item = &'t str>) -> Self {
        let taken: BTreeSet<&str> = others.flat_map(components).map(|name| name.text).collect();
        let named = own.flat_map(|text| components(text).map(move |name| (text, name)));
        let free = named.filter(|(_, name)| !taken.contains(name.text));
        let small = free.filter_map(|(text, name)| Some((name.text, Component::of(text, &name)?)));
        Self(small.collect())
    }

    /// A template with the calls of these components written out; twice, since one may call another.
    pub(in crate::render) fn write_out(&self, text: &str) -> String {
        self.write_out_once(&self.write_out_once(text))
    }

    fn write_out_once(&self, text: &str) -> String {
        replaced(text, |tag| self.called(tag.text))
    }

    /// The body of a component with the arguments of a call, `<luogo place={riga.luogo} t={t} />`; none where an
    /// argument is more than the path of a variable.
    fn called(&self, call: &str) -> Option<String> {
        let call = call.strip_prefix('<')?.strip_suffix("/>")?;
        let mut words = call.split_whitespace();
        let component = self.0.get(words.next()?)?;
        let arguments: Option<BTreeMap<&str, &str>> = words.map(argument).collect();
        let arguments = arguments.filter(|given| given.keys().copied().eq(component.parameters.iter().copied()))?;
        Some(bound_in_tags(&component.body, &arguments))
    }
}

/// A template with those of its `{{ … }}` replaced that something is given for.
pub(super) fn replaced(text: &str, replace: impl Fn(Tag<'_>) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for tag in tags(text) {
        let (from, to) = (tag.at.saturating_sub("{{ ".len()), tag.end() + " }}".len());
        let is_alone = text[..tag.at].ends_with("{{ ") && text[tag.end()..].starts_with(" }}");
        if is_alone && let Some(new) = replace(tag) {
            out.push_str(&text[done..from]);
            out.push_str(&new);
            done = to;
        }
    }
    out.push_str(&text[done..]);
    out
}

impl<'t> Component<'t> {
    /// The component of this name in a text, if it is a small one: its line must be one whose end the compact form drops.
    fn of(text: &'t str, name: &Name<'t>) -> Option<Self> {
        let (head, rest) = text[name.at.end..].split_once("%}")?;
        let (body, _) = rest.split_once("{% endcomponent")?;
        let body = format!("{}%}}", body.trim().strip_suffix("-%}")?);
        let is_small =
            body.starts_with("{%") && !body.contains('\n') && tags(&body).all(|tag| only_chooses(&body, tag));
        let (parameters, _) = head.strip_prefix('(')?.rsplit_once(')')?;
        let parameters: Option<BTreeSet<&str>> = parameters.split(',').map(parameter).collect();
        let parameters = parameters?.into_iter().collect();
        is_small.then_some(Self { parameters, body })
    }
}

/// Whether a tag of a body writes, or chooses what is written; others make names that would reach beyond the body.
fn only_chooses(body: &str, tag: Tag<'_>) -> bool {
    let word = tag.text.split(' ').next();
    !body[..tag.at].ends_with("{% ") || matches!(word, Some("if" | "elif" | "else" | "endif"))
}

/// The name of a parameter that every call has to give, `place: map`.
fn parameter(text: &str) -> Option<&str> {
    let name = text.split(':').next()?.trim();
    let is_plain = name.chars().all(is_of_name) && !text.contains('=');
    is_plain.then_some(name)
}

/// The name and the path of `place={riga.luogo}`.
fn argument(text: &str) -> Option<(&str, &str)> {
    let (name, path) = text.split_once("={")?;
    let path = path.strip_suffix('}')?;
    let is_path = path.starts_with(char::is_alphabetic) && path.chars().all(|c| is_of_name(c) || c == '.');
    is_path.then_some((name, path))
}

/// A body with its parameters replaced in all its tags.
fn bound_in_tags(body: &str, arguments: &BTreeMap<&str, &str>) -> String {
    let mut out = String::with_capacity(body.len() * 2);
    let mut done = 0;
    for tag in tags(body) {
        out.push_str(&body[done..tag.at]);
        out.push_str(&bound(tag.text, arguments));
        done = tag.end();
    }
    out.push_str(&body[done..]);
    out
}

/// An expression with its parameters replaced. What stands in quotes, behind a dot or a bar, or before `=` is none.
fn bound(expression: &str, arguments: &BTreeMap<&str, &str>) -> String {
    let mut out = String::with_capacity(expression.len() * 2);
    let mut rest = expression;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' | '`' => rest[1..].find(first).map_or(rest.len(), |end| end + 2),
            _ if is_of_name(first) => rest.find(|c| !is_of_name(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (word, behind) = rest.split_at(length);
        let is_key = behind.starts_with('=') && !behind.starts_with("==");
        let is_variable = !is_key && !out.trim_end().ends_with(['.', '|', '<']);
        let path = arguments.get(word).filter(|_| is_variable);
        out.push_str(path.copied().unwrap_or(word));
        rest = behind;
    }
    out
}

pub(super) fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::super::compact;
    use super::*;

    const COMPONENTS: &str = "{% component riga(p: map, t: map) %}\n{% if p.uno == t %}{{ p.da | dopo(p=p.a) }}{% else \
                              %}{{ t[\"p\"] }}{% endif %}\n{% endcomponent %}\n{% component dove(p, t: map) %}\n{% if p \
                              %}{{ p.nome }}, {{ <riga p={p} t={t} /> }}{% endif %}\n{% endcomponent %}\n{% component \
                              lista(p: map) %}\n{% for x in p %}{{ x }}{% endfor %}\n{% endcomponent %}\n{% component \
                              testo(p: map) %}\n<b>{{ p.x }}</b>\n{% endcomponent %}\n";

    fn written(text: &str, others: &[&str]) -> String {
        let components = compact(COMPONENTS);
        Small::of([components.as_str()].into_iter(), others.iter().copied()).write_out(text)
    }

    #[test]
    fn a_call_becomes_what_it_writes() {
        let line = "{% if a.b.uno == t %}{{ a.b.da | dopo(p=a.b.a) }}{% else %}{{ t[\"p\"] }}{% endif %}";
        assert_eq!(
            written("<i>{{ <riga p={a.b} t={t} /> }}</i>", &[]),
            format!("<i>{line}</i>")
        );
        assert_eq!(
            written("{{ <dove p={a.b} t={t} /> }} x", &[]),
            format!("{{% if a.b %}}{{{{ a.b.nome }}}}, {line}{{% endif %}} x")
        );
    }

    #[test]
    fn whatever_is_more_stays_a_call() {
        for call in [
            "{{ <riga p={a.b} /> }}",
            "{{ <riga p={a[0]} t={t} /> }}",
            "{{ <riga p={a | first} t={t} /> }}",
            "{{- <riga p={a} t={t} /> }}",
            "{{ <lista p={a} /> }}",
            "{{ <testo p={a} /> }}",
            "{{ <ignoto p={a} /> }}",
        ] {
            assert_eq!(written(call, &[]), call);
        }
    }

    #[test]
    fn what_another_theme_has_too_is_called() {
        let other = "{% component riga(p: map, t: map) %}x{% endcomponent %}";
        let call = "{{ <riga p={a} t={t} /> }}";
        assert_eq!(written(call, &[other]), call);
        assert_eq!(
            written("{{ <dove p={a} t={t} /> }}", &[other]),
            "{% if a %}{{ a.nome }}, {{ <riga p={a} t={t} /> }}{% endif %}"
        );
    }
}
