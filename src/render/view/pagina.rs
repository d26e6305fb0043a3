//! Pages from an editor’s Markdown, and the pages every site has.

use std::borrow::Cow;

use serde::Serialize;

use super::{Crumb, Layout};
use crate::model::Pagina;
use crate::render::markdown;
use crate::render::site::Site;

/// A page that an editor wrote in Markdown: `pagina.html`.
#[derive(Debug, Serialize)]
pub struct PaginaView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The text, Markdown.
    pub corpo: Cow<'g, str>,
    /// Pages below this section.
    pub figlie: Vec<Crumb<'g>>,
}

/// A page with nothing of its own but its layout: `404.html`.
#[derive(Debug, Serialize)]
pub struct PlainView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
}

/// Where a Markdown file of `content/` stands on the site: `note-legali.md` at `/note-legali/`.
#[must_use]
pub fn address(pagina: &Pagina) -> String {
    let path = pagina.percorso.trim_end_matches(".md");
    let path = path.strip_suffix("_index").unwrap_or(path).trim_end_matches('/');
    let path = match (&pagina.comuni.slug, path.rsplit_once('/')) {
        (Some(slug), Some((folder, _))) => format!("{folder}/{}", slug.value),
        (Some(slug), None) => slug.value.to_string(),
        (None, _) => path.to_owned(),
    };
    if path.is_empty() {
        "/".to_owned()
    } else {
        format!("/{path}/")
    }
}

/// What a page is called: its title, or the words of its address.
#[must_use]
pub fn title(pagina: &Pagina) -> &str {
    match &pagina.comuni.titolo {
        Some(title) => title,
        None => pagina.percorso.trim_end_matches("/_index.md").trim_end_matches(".md"),
    }
}

/// The page of an editor's Markdown file.
#[must_use]
pub fn pagina<'g>(site: &Site<'g>, pagina: &'g Pagina, figlie: Vec<Crumb<'g>>) -> PaginaView<'g> {
    let corpo = site.body(Some(pagina));
    let description = pagina
        .comuni
        .descrizione
        .as_ref()
        .map_or("", |text| text.value.as_str());
    let mut page = Layout::new(site, address(pagina), title(pagina), description);
    if !description.is_empty() {
        page = page.lead(description);
    }
    for heading in markdown::headings(&corpo, 2)
        .into_iter()
        .filter(|heading| heading.level == 2)
    {
        page = page.section(&heading.id, heading.text);
    }
    let changed = pagina.comuni.aggiornata.as_ref().or(pagina.comuni.data.as_ref());
    PaginaView {
        page: page.updated(changed.map(|day| day.value)),
        corpo,
        figlie,
    }
}

/// The page shown where there is none.
#[must_use]
pub fn not_found<'g>(site: &Site<'g>) -> PlainView<'g> {
    let title = site.text("servizio.non_trovata");
    PlainView {
        page: Layout::new(site, "/404.html", title, site.text("servizio.non_trovata_lead")),
    }
}
