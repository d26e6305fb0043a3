//! The filters of `render::filter`, and the few of Tera's own that our templates use, on what a page says.

use bumpalo::Bump;

use super::said::{Node, Said};
use crate::render::filter::{Markdown, OWN, counted, day, period};
use crate::render::format::{DayStyle, Locale};

/// The filters of Tera that are known here, beside all of our own.
const OF_TERA: [&str; 4] = ["join", "length", "safe", "truncate"];

pub(super) fn is_known(filter: &str) -> bool {
    OWN.contains(&filter) || OF_TERA.contains(&filter)
}

/// What filters need besides their values.
#[derive(Debug)]
pub(in crate::render) struct Filters {
    pub(in crate::render) locale: &'static Locale,
    pub(in crate::render) markdown: Markdown,
}

/// What a filter is given, by name.
pub(super) struct Arguments<'p>(pub(super) Vec<(&'p str, Said<'p>)>);

impl<'p> Arguments<'p> {
    fn named(&self, name: &str) -> Option<Said<'p>> {
        let mut arguments = self.0.iter();
        arguments.find(|(known, _)| *known == name).map(|(_, value)| *value)
    }

    fn text(&self, name: &str) -> Option<&'p str> {
        self.named(name)?.as_str()
    }
}

impl Filters {
    /// A value through a filter; nothing where it is none that the filter takes. `room` holds what is made.
    pub(super) fn apply<'p>(
        &self,
        filter: &str,
        said: Said<'p>,
        arguments: &Arguments<'_>,
        room: &'p Bump,
    ) -> Option<Node<'p>> {
        let made = match filter {
            "safe" => return said.as_str().map(Node::Html),
            "length" => return Some(Node::Number(said.length()? as i64)),
            "markdown" => return Some(Node::Html(room.alloc_str(&self.markdown(said, arguments)?))),
            "conta" => self.counted(said, arguments)?,
            "data" => self.locale.day(day(said.as_str()?).ok()?, DayStyle::Plain),
            "data_breve" => self.locale.day(day(said.as_str()?).ok()?, DayStyle::Short),
            "data_giorno" => self.locale.day(day(said.as_str()?).ok()?, DayStyle::Weekday),
            "mese" => self.locale.month(day(said.as_str()?).ok()?),
            "periodo" => period(self.locale, said.as_str()?, arguments.text("fine")?).ok()?,
            "euro" => self.locale.euro(said.as_str()?),
            "percento" => self.locale.percentage(said.as_str()?),
            "peso" => self.locale.size(count(said)?),
            "numero" => match said.node() {
                Node::Number(number) => self.locale.number(&number.to_string()),
                _ => self.locale.number(said.as_str()?),
            },
            "truncate" => truncated(said, arguments)?,
            "join" => joined(said, arguments)?,
            _ => return None,
        };
        Some(Node::Word(room.alloc_str(&made)))
    }

    fn counted(&self, said: Said<'_>, arguments: &Arguments<'_>) -> Option<String> {
        let count = count(said)?;
        let word = arguments.text(if count == 1 { "uno" } else { "molti" })?;
        Some(counted(self.locale, count, word))
    }

    /// A text alone; what calls components or shows pictures is more.
    fn markdown(&self, said: Said<'_>, arguments: &Arguments<'_>) -> Option<String> {
        let top = arguments.named("titoli").map_or(Some(2), count)?;
        let prefix = arguments.named("prefisso").map_or(Some(""), Said::as_str)?;
        self.markdown
            .plain(said.as_str()?, usize::try_from(top).ok()?, prefix)
            .ok()
    }
}

fn count(said: Said<'_>) -> Option<u64> {
    match said.node() {
        Node::Number(number) => u64::try_from(number).ok(),
        _ => None,
    }
}

fn truncated(said: Said<'_>, arguments: &Arguments<'_>) -> Option<String> {
    let (text, length) = (
        said.as_str()?,
        usize::try_from(count(arguments.named("length")?)?).ok()?,
    );
    let end = arguments.text("end")?;
    Some(match text.char_indices().nth(length) {
        Some((cut, _)) => [&text[..cut], end].concat(),
        None => text.to_owned(),
    })
}

fn joined(said: Said<'_>, arguments: &Arguments<'_>) -> Option<String> {
    let texts: Option<Vec<_>> = said.items()?.map(Said::as_str).collect();
    Some(texts?.join(arguments.text("sep")?))
}
