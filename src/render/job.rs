//! A page to make: its address, its template, and how to build its view.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;
use tera::Value;

use super::plate::Tree;
use super::site::Site;
use super::view::contract;
use crate::model::{Id, Pagina};
use crate::source::Span;

/// What a template sees: any serialisable struct whose fields are the template's variables.
pub(super) trait View {
    /// The view as template variables, one for each field.
    ///
    /// # Errors
    /// If a field cannot be a template variable; a mistake in the program.
    fn variables(&self) -> tera::TeraResult<Value>;

    /// The same laid flat, for plates and digests; none where a field cannot be a value.
    fn tree(&self) -> Option<Tree>;
}

impl<T: Serialize> View for T {
    fn variables(&self) -> tera::TeraResult<Value> {
        Value::try_from_serializable(self)
    }

    fn tree(&self) -> Option<Tree> {
        Tree::of(self)
    }
}

type BuildView<'g> = dyn Fn(&Site<'g>) -> Box<dyn View + 'g> + Send + Sync + 'g;

/// One page to make. Listed first, made in parallel.
pub struct Job<'g> {
    /// Where it will stand: `/catalogo/`, or a file such as `/404.html`.
    pub address: Cow<'g, str>,
    /// Name of its template: `catalogo/scheda.html`.
    pub template: Cow<'g, str>,
    /// What it is made from, to be named if something is wrong with it.
    pub place: Option<Span>,
    /// The editors' file whose words it shows and nothing else; none for a page of facts.
    pub written: Option<Id<Pagina>>,
    view: Box<BuildView<'g>>,
}

impl<'g> Job<'g> {
    /// A page from what builds its view; nothing is built yet.
    pub fn new<V: Serialize + 'g>(
        address: impl Into<Cow<'g, str>>,
        template: impl Into<Cow<'g, str>>,
        view: impl Fn(&Site<'g>) -> V + Send + Sync + 'g,
    ) -> Self {
        let template = template.into();
        debug_assert!(contract::allows::<V>(&template), "{template} is promised another view");
        Self {
            address: address.into(),
            template,
            place: None,
            written: None,
            view: Box::new(move |site| Box::new(view(site))),
        }
    }

    /// Says what it is made from.
    #[must_use]
    pub fn from_place(mut self, place: Span) -> Self {
        self.place = Some(place);
        self
    }

    /// Says that it shows the words of an editors' file.
    #[must_use]
    pub fn written(mut self, page: Id<Pagina>) -> Self {
        self.written = Some(page);
        self
    }

    /// Builds the view.
    #[must_use]
    pub(super) fn view(&self, site: &Site<'g>) -> Box<dyn View + 'g> {
        (self.view)(site)
    }

    /// Path of its file below `public/`.
    #[must_use]
    pub fn path(&self) -> String {
        let path = self.address.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        }
    }
}

impl fmt::Debug for Job<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.address, self.template)
    }
}
