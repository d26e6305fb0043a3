//! The page at an older address.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Crumb, pagina};
use crate::model::{Id, Pagina};
use crate::render::site::Site;

/// Name of its template.
pub const TEMPLATE: &str = "alias.html";

/// A page that leads on to another: `alias.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AliasView<'g> {
    /// The page that it leads to.
    pub nuova: Crumb<'g>,
    /// Whole URL of that page.
    pub canonical: String,
}

/// The address that a line of `aliases` means: `vecchia` stands at `/vecchia/`.
#[must_use]
pub fn address(line: &str) -> String {
    let path = line.trim_matches('/');
    match path.rsplit('/').next().is_some_and(|last| last.contains('.')) {
        true => format!("/{path}"),
        false => format!("/{path}/"),
    }
}

/// The page that leads to the page of a file.
#[must_use]
pub fn alias<'g>(site: &Site<'g>, to: Id<Pagina>) -> AliasView<'g> {
    AliasView {
        nuova: pagina::crumb(site, to),
        canonical: site.url(site.graph.albero.url(to)),
    }
}
