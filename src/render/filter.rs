//! The filters that templates may use. All are pure: they see their value and the locale, nothing else.

use std::collections::BTreeMap;
use std::sync::Weak;

use chrono::NaiveDate;
use tera::{Context, Filter, Kwargs, State, Tera, TeraResult, Value};

use super::components::PREFIX;
use super::format::{DayStyle, Locale};
use super::markdown::{self, Components, Picture, Setting, Words};
use super::strings::Strings;
use crate::read::fences::Call;

/// Filters of vetrina.
pub(super) const OWN: [&str; 11] = [
    "conta",
    "data",
    "data_breve",
    "data_giorno",
    "euro",
    "markdown",
    "mese",
    "numero",
    "percento",
    "periodo",
    "peso",
];

/// Filters of Tera 2.4.
const OF_TERA: [&str; 37] = [
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];

/// Functions of Tera 2.4; vetrina has none of its own.
pub(super) const FUNCTIONS: [&str; 3] = ["range", "super", "throw"];

/// Tests of Tera 2.4, as in `{% if x is defined %}`.
pub(super) const TESTS: [&str; 17] = [
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

/// The names of all filters.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    OWN.into_iter().chain(OF_TERA)
}

/// Registers every filter. Must happen before templates are added.
pub(super) fn register(tera: &mut Tera, locale: &'static Locale, markdown: Markdown) {
    tera.register_filter("data", day_filter(locale, DayStyle::Plain));
    tera.register_filter("data_breve", day_filter(locale, DayStyle::Short));
    tera.register_filter("data_giorno", day_filter(locale, DayStyle::Weekday));
    tera.register_filter("mese", move |day: &str, _: Kwargs, _: &State| {
        Ok::<_, tera::Error>(locale.month(self::day(day)?))
    });
    tera.register_filter("periodo", move |first: &str, args: Kwargs, _: &State| {
        period(locale, first, args.must_get("fine")?)
    });
    tera.register_filter("numero", move |number: Value, _: Kwargs, _: &State| {
        locale.number(&number.to_string())
    });
    tera.register_filter("euro", move |amount: &str, _: Kwargs, _: &State| locale.euro(amount));
    tera.register_filter("percento", move |share: &str, _: Kwargs, _: &State| {
        locale.percentage(share)
    });
    tera.register_filter("peso", move |bytes: u64, _: Kwargs, _: &State| locale.size(bytes));
    tera.register_filter("conta", move |count: u64, args: Kwargs, _: &State| {
        let word = args.must_get(if count == 1 { "uno" } else { "molti" })?;
        Ok::<_, tera::Error>(counted(locale, count, word))
    });
    tera.register_filter("markdown", markdown);
}

fn day_filter(locale: &'static Locale, style: DayStyle) -> impl Fn(&str, Kwargs, &State) -> TeraResult<String> {
    move |day: &str, _: Kwargs, _: &State| Ok(locale.day(self::day(day)?, style))
}

/// `{{ inizio | periodo(fine=fine) }}`.
pub(super) fn period(locale: &Locale, first: &str, last: &str) -> TeraResult<String> {
    Ok(locale.period(day(first)?, day(last)?))
}

/// `{{ 17 | conta(uno="scheda", molti="schede") }}`: `17 schede`.
pub(super) fn counted(locale: &Locale, count: u64, word: &str) -> String {
    format!("{}\u{a0}{word}", locale.number(&count.to_string()))
}

/// A day as views give it.
pub(super) fn day(text: &str) -> TeraResult<NaiveDate> {
    let day = iso_day(text);
    day.ok_or_else(|| tera::Error::message(format!("`{text}` is not a day (YYYY-MM-DD)")))
}

fn iso_day(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Markdown as safe HTML: a text, or the body of a page (`Corpo`). `titoli` says the level of the topmost heading, 2
/// unless told; `prefisso` what the ids of notes begin with, where a page has more than one text.
#[derive(Debug, Default)]
pub(super) struct Markdown {
    words: Words,
    /// The templates that the filter is used in, for the components that texts call.
    theme: Weak<Tera>,
    /// The words of the interface, for components that ask for `@t`.
    strings: Context,
}

impl Markdown {
    pub(super) fn of(strings: &Strings, theme: Weak<Tera>) -> Self {
        let mut implicits = Context::new();
        implicits.insert("t", &strings.groups());
        Self {
            words: Words::of(strings),
            theme,
            strings: implicits,
        }
    }

    /// A text that calls no component and shows no picture, as HTML.
    pub(super) fn plain(&self, text: &str, top: usize, prefix: &str) -> TeraResult<String> {
        let setting = Setting {
            top,
            prefix,
            words: &self.words,
            components: None,
            pictures: &|_| None,
        };
        markdown::to_html(text, &setting)
    }
}

impl Filter<&Value, TeraResult<String>> for Markdown {
    fn call(&self, corpo: &Value, args: Kwargs, _: &State) -> TeraResult<String> {
        let calls = corpo.get_from_path("componenti").and_then(Value::as_bool);
        let text = corpo.get_from_path("testo").unwrap_or(corpo);
        let text = text.as_str().ok_or_else(|| tera::Error::message("not a text"))?;
        let pictures = corpo.get_from_path("immagini").map(pictures).unwrap_or_default();
        let setting = Setting {
            top: args.get::<u64>("titoli")?.unwrap_or(2) as usize,
            prefix: args.get("prefisso")?.unwrap_or_default(),
            words: &self.words,
            components: calls.filter(|calls| *calls).map(|_| self as &dyn Components),
            pictures: &|target| pictures.get(target),
        };
        markdown::to_html(text, &setting)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// The pictures of a text, as `Corpo` tells of them.
fn pictures(immagini: &Value) -> BTreeMap<String, Picture> {
    let entries = immagini.as_map().into_iter().flatten();
    let pictures = entries.filter_map(|(target, picture)| {
        let size = picture
            .get_from_path("misure")
            .and_then(Value::as_array)
            .unwrap_or_default();
        let mut size = size.iter().map(|length| u32::try_from(length.as_u64()?).ok());
        let picture = Picture {
            indirizzo: picture.get_from_path("indirizzo")?.as_str()?.to_owned(),
            misure: size.next().flatten().zip(size.next().flatten()),
        };
        Some((target.as_str()?.to_owned(), picture))
    });
    pictures.collect()
}

impl Components for Markdown {
    fn render(&self, call: &Call<'_>, body: &str) -> TeraResult<String> {
        let name = format!("{PREFIX}{}", call.name.text);
        let theme = self.theme.upgrade();
        let tera = theme.ok_or_else(|| tera::Error::message(format!("no component `{name}`")))?;
        let mut args = Context::new();
        for (name, value) in &call.args {
            args.insert(name.text.to_owned(), value);
        }
        tera.render_component_with_implicits(&name, &args, &self.strings, Some(body), true)
    }
}

#[cfg(test)]
mod tests {
    use tera::Tera;

    use super::*;
    use crate::diag::Language;

    /// Whether Tera knows every name in a template.
    fn compiles(template: &str) -> bool {
        let mut tera = Tera::new();
        register(&mut tera, Locale::of(Language::It), Markdown::default());
        tera.add_raw_template("x", template).is_ok()
    }

    #[test]
    fn every_name_is_known_and_no_other() {
        for filter in names() {
            assert!(compiles(&format!("{{{{ a | {filter} }}}}")), "{filter}");
        }
        for test in TESTS {
            assert!(compiles(&format!("{{% if a is {test} %}}{{% endif %}}")), "{test}");
        }
        assert!(compiles("{{ range(end=3) }}{{ throw(message=\"x\") }}"));
        assert!(!compiles("{{ a | dta }}"));
    }
}
