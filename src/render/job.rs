//! A page to make: its address, its template, and how to build its view.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;
use tera::Context;

use super::fingerprint::Hasher;
use super::site::Site;
use crate::source::Span;

/// What a template sees: any serialisable struct whose fields are the template's variables.
pub trait View {
    /// The view as template variables.
    ///
    /// # Errors
    /// If the view is not a struct; a mistake in the program.
    fn context(&self) -> tera::TeraResult<Context>;

    /// Adds the view to a digest.
    fn hash(&self, hasher: &mut Hasher);
}

impl<T: Serialize> View for T {
    fn context(&self) -> tera::TeraResult<Context> {
        Context::from_serialize(self)
    }

    fn hash(&self, hasher: &mut Hasher) {
        // Writing to a hasher cannot fail; a view that cannot be serialised fails when it is rendered.
        let _ = serde_json::to_writer(hasher, self);
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
    view: Box<BuildView<'g>>,
}

impl<'g> Job<'g> {
    /// A page from what builds its view; nothing is built yet.
    pub fn new<V: Serialize + 'g>(
        address: impl Into<Cow<'g, str>>,
        template: impl Into<Cow<'g, str>>,
        view: impl Fn(&Site<'g>) -> V + Send + Sync + 'g,
    ) -> Self {
        Self {
            address: address.into(),
            template: template.into(),
            place: None,
            view: Box::new(move |site| Box::new(view(site))),
        }
    }

    /// Says what it is made from.
    #[must_use]
    pub fn from_place(mut self, place: Span) -> Self {
        self.place = Some(place);
        self
    }

    /// Builds the view.
    #[must_use]
    pub fn view(&self, site: &Site<'g>) -> Box<dyn View + 'g> {
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
