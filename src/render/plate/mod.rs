//! Plates: the templates of a kind of page as one list of steps, for the press to print many pages with.
//!
//! Tera is the language of templates and says what is wrong with one; but it looks every name up by its hash, page by
//! page, and makes a map of every line of a table. A plate is cut once from all that a template extends, includes and
//! calls: names are led to their places, and what is the same on every page, its words and those of the site, is part
//! of the text. A page says what it has in one piece (`said`), which a plate reads where it stands.
//!
//! A plate is cut from templates that say what we read of the language (`expression`, `parts`), and prints what is a
//! plain value. Wherever there is more, there is no plate or no page, and Tera makes the page, or says why not: bytes
//! are the same either way.

mod cut;
mod expression;
mod filters;
mod parts;
mod pieces;
mod print;
mod said;
mod serialised;
mod steps;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;

use bumpalo::Bump;
use pulldown_cmark_escape::escape_html;

use super::template::scan;
pub(super) use filters::Filters;
use print::Printer;
pub(super) use said::Tree;
use steps::Step;

/// The templates of one kind of page, ready to print.
#[derive(Debug)]
pub(super) struct Plate {
    steps: Vec<Step>,
    /// How many values are kept while a page is printed.
    slots: usize,
}

/// The texts that plates are cut from: those that Tera compiles, under the names that it knows them by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stock<'t> {
    texts: &'t BTreeMap<String, String>,
    /// What may be put before a name, the uppermost layer first.
    prefixes: &'t [String],
}

/// What the press puts around a page, by the names that templates have for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around<'p> {
    pub(super) header: &'p str,
    pub(super) footer: &'p str,
}

impl Plate {
    /// Cuts a plate from the templates of one kind of page; `fixed` is what all pages have. Nothing where the templates
    /// say more than plates print.
    pub(super) fn cut(stock: Stock<'_>, fixed: &Tree, template: &str) -> Option<Self> {
        let (steps, slots) = cut::cut(stock, fixed, template)?;
        Some(Self { steps, slots })
    }

    /// Prints a page; nothing where it says more than plates print, or too little for its template. `fixed` is what the
    /// plate was cut with.
    pub(super) fn print(&self, filters: &Filters, fixed: &Tree, page: &Tree, around: Around<'_>) -> Option<String> {
        let made = Bump::new();
        Printer::new((filters, &made), (fixed, page), around, self.slots).page(&self.steps)
    }
}

impl<'t> Stock<'t> {
    pub(super) fn new(texts: &'t BTreeMap<String, String>, prefixes: &'t [String]) -> Self {
        Self { texts, prefixes }
    }

    /// The template that a name means, if what it writes is escaped as HTML.
    fn html(&self, name: &str) -> Option<&'t str> {
        let own = self.texts.get(name);
        let of_layers = || {
            self.prefixes
                .iter()
                .find_map(|prefix| self.texts.get(&[prefix, name].concat()))
        };
        let is_html = name.ends_with(".html");
        own.or_else(of_layers).filter(|_| is_html).map(String::as_str)
    }

    /// The template that defines a component, if only one does.
    fn defining(&self, component: &str) -> Option<&'t str> {
        let texts = self.texts.values().map(String::as_str);
        let mut defining = texts.filter(|text| scan::components(text).any(|name| name.text == component));
        let first = defining.next()?;
        defining.next().is_none().then_some(first)
    }
}

/// Adds a text as HTML.
fn escape(text: &str, out: &mut String) {
    // Nothing can go wrong in memory.
    let _ = escape_html(out, text);
}
