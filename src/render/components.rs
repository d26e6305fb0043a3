//! Components of a theme that texts may call: those whose name begins with `testo.`.

use std::collections::BTreeMap;

use tera::Tera;

use crate::diag::register::testo::{
    ARGOMENTO_IGNOTO, ARGOMENTO_MANCANTE, ARGOMENTO_NON_LETTO, CHIUSURA_DI_TROPPO, COMPONENTE_IGNOTO,
    COMPONENTE_NON_CHIUSO,
};
use crate::diag::{Code, Diagnostic, nearest};
use crate::graph::Graph;
use crate::graph::testi::{self, Scritto};
use crate::model::{Componenti, Pagina};
use crate::read::fences::{Call, Mark, Piece, fences};

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

    /// What is wrong with the calls in the texts of the files that opt in.
    #[must_use]
    pub fn check(&self, graph: &Graph) -> Vec<Diagnostic> {
        let pages = graph.pagine.iter().filter(|_| graph.lingua.is_none());
        let asked = pages.flat_map(|page| self.asked_for(&page.comuni.componenti));
        let texts = testi::own_of(graph, |page| page.comuni.componenti != Componenti::Nessuno);
        let calls = texts.flat_map(|text| Checked::of(self, &graph.pagine[text.pagina], text));
        asked.chain(calls).collect()
    }

    /// Names that `components` lists and no theme has.
    fn asked_for(&self, componenti: &Componenti) -> Vec<Diagnostic> {
        let Componenti::Questi(names) = componenti else {
            return Vec::new();
        };
        let unknown = names.iter().filter(|name| !self.0.contains_key(name.as_str()));
        let found = unknown.map(|name| {
            let finding = Diagnostic::new(&COMPONENTE_IGNOTO).at(name.span);
            let vicine = nearest(name, self.names());
            finding.with("nome", name.as_str()).with("vicine", vicine)
        });
        found.collect()
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// The calls of a text while they are checked.
struct Checked<'c> {
    known: &'c Callable,
    /// The components that the file asks for; all where it names none.
    allowed: Vec<&'c str>,
    text: Scritto<'c>,
    found: Vec<Diagnostic>,
}

impl<'c> Checked<'c> {
    fn of(known: &'c Callable, page: &'c Pagina, text: Scritto<'c>) -> Vec<Diagnostic> {
        let mut allowed: Vec<&str> = known.names().collect();
        if let Componenti::Questi(names) = &page.comuni.componenti {
            allowed.retain(|known| names.iter().any(|name| name.as_str() == *known));
        }
        let mut checked = Self {
            known,
            allowed,
            text,
            found: Vec::new(),
        };
        checked.text(text.testo);
        checked.found
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
        let place = self.text.place(piece.start..piece.start + piece.text.len());
        let finding = Diagnostic::new(code).at(place);
        let finding = args
            .into_iter()
            .fold(finding, |finding, (name, value)| finding.with(name, value));
        self.found.push(finding);
    }
}
