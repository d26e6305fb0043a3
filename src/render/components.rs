//! Components of a theme that texts may call: those whose name begins with `testo.`.

use std::collections::BTreeMap;

use tera::Tera;

use crate::diag::register::testo::{
    ARGOMENTO_IGNOTO, ARGOMENTO_MANCANTE, ARGOMENTO_NON_LETTO, CHIUSURA_DI_TROPPO, COMPONENTE_IGNOTO,
    COMPONENTE_NON_CHIUSO,
};
use crate::diag::{Code, Diagnostic, nearest};
use crate::graph::Graph;
use crate::model::{Componenti, Pagina};
use crate::read::fences::{Call, Mark, Piece, fences};
use crate::source::Span;

/// What the names of such components begin with.
pub(super) const PREFIX: &str = "testo.";

/// The components that texts may call, by the names that texts use, each with its arguments.
#[derive(Debug)]
pub struct Callable(BTreeMap<String, Vec<Argument>>);

#[derive(Debug)]
struct Argument {
    name: String,
    required: bool,
}

impl Callable {
    pub(super) fn of(tera: &Tera) -> Self {
        let names = tera.get_component_names().filter(|name| name.starts_with(PREFIX));
        let components = names.filter_map(|name| {
            let info = tera.get_component_definition(name)?;
            let own = info.args().iter().filter(|arg| !arg.is_implicit());
            let args = own.map(|arg| Argument {
                name: arg.name().to_owned(),
                required: arg.is_required(),
            });
            Some((name[PREFIX.len()..].to_owned(), args.collect()))
        });
        Self(components.collect())
    }

    /// What is wrong with the calls in the pages that opt in.
    #[must_use]
    pub fn check(&self, graph: &Graph) -> Vec<Diagnostic> {
        let pages = graph.pagine.iter();
        let pages = pages.filter(|page| page.comuni.componenti != Componenti::Nessuno);
        pages.flat_map(|page| Checked::of(self, graph, page)).collect()
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// The calls of a page while they are checked.
struct Checked<'c> {
    known: &'c Callable,
    /// The components that the page asks for; all where it names none.
    allowed: Vec<&'c str>,
    corpo: Span,
    found: Vec<Diagnostic>,
}

impl<'c> Checked<'c> {
    fn of(known: &'c Callable, graph: &Graph, page: &'c Pagina) -> Vec<Diagnostic> {
        let mut checked = Self {
            known,
            allowed: known.names().collect(),
            corpo: page.corpo,
            found: Vec::new(),
        };
        checked.asked_for(&page.comuni.componenti);
        checked.text(graph.sources.slice(page.corpo));
        checked.found
    }

    /// The names that `components` lists.
    fn asked_for(&mut self, componenti: &'c Componenti) {
        let Componenti::Questi(names) = componenti else { return };
        for name in names.iter().filter(|name| !self.known.0.contains_key(name.as_str())) {
            let finding = Diagnostic::new(&COMPONENTE_IGNOTO).at(name.span);
            let vicine = nearest(name, self.known.names());
            self.found
                .push(finding.with("nome", name.as_str()).with("vicine", vicine));
        }
        self.allowed
            .retain(|known| names.iter().any(|name| name.as_str() == *known));
    }

    fn text(&mut self, text: &str) {
        let mut open = Vec::new();
        for fence in fences(text) {
            match &fence.mark {
                Mark::Open(call) => {
                    open.push(call.name);
                    self.call(call);
                }
                Mark::Close => {
                    if open.pop().is_none() {
                        let line = Piece {
                            text: &text[fence.range.clone()],
                            start: fence.range.start,
                        };
                        self.report(&CHIUSURA_DI_TROPPO, line, []);
                    }
                }
            }
        }
        for name in open {
            self.report(&COMPONENTE_NON_CHIUSO, name, [("nome", name.text.to_owned())]);
        }
    }

    fn call(&mut self, call: &Call<'_>) {
        let name = call.name.text;
        let known = self.known;
        let Some(wanted) = known.0.get(name).filter(|_| self.allowed.contains(&name)) else {
            let vicine = nearest(name, self.allowed.iter().copied());
            return self.report(
                &COMPONENTE_IGNOTO,
                call.name,
                [("nome", name.to_owned()), ("vicine", vicine)],
            );
        };
        if let Some(rest) = call.unread {
            self.report(&ARGOMENTO_NON_LETTO, rest, [("nome", name.to_owned())]);
        }
        self.unknown(call, wanted);
        self.missing(call, wanted);
    }

    fn unknown(&mut self, call: &Call<'_>, wanted: &[Argument]) {
        for (arg, _) in &call.args {
            if wanted.iter().all(|wanted| wanted.name != arg.text) {
                let vicine = nearest(arg.text, wanted.iter().map(|wanted| wanted.name.as_str()));
                self.report(
                    &ARGOMENTO_IGNOTO,
                    *arg,
                    [
                        ("nome", call.name.text.to_owned()),
                        ("argomento", arg.text.to_owned()),
                        ("vicine", vicine),
                    ],
                );
            }
        }
    }

    fn missing(&mut self, call: &Call<'_>, wanted: &[Argument]) {
        for wanted in wanted.iter().filter(|wanted| wanted.required) {
            if call.args.iter().all(|(arg, _)| arg.text != wanted.name) {
                self.report(
                    &ARGOMENTO_MANCANTE,
                    call.name,
                    [("nome", call.name.text.to_owned()), ("argomento", wanted.name.clone())],
                );
            }
        }
    }

    fn report<const N: usize>(&mut self, code: &'static Code, piece: Piece<'_>, args: [(&'static str, String); N]) {
        let start = self.corpo.start as usize + piece.start;
        let place = Span::new(self.corpo.file, start, start + piece.text.len());
        let finding = Diagnostic::new(code).at(place);
        let finding = args
            .into_iter()
            .fold(finding, |finding, (name, value)| finding.with(name, value));
        self.found.push(finding);
    }
}
