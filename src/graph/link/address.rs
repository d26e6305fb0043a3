//! Addresses of pages, as in the table of pages: made of ids and of the folders of `content/`, never of titles.

use crate::model::{Pagina, Piano, Slug, Testo};

/// Pages of a plan that no unit may hide.
const PAGES_OF_A_PLAN: &[&str] = &[
    "bilancio",
    "confronto",
    "obiettivi",
    "progetti",
    "scadenze",
    "strategia",
];

/// Whether an address is that of a list of all plans or projects, or of the home page, where no single one can stand.
pub(super) fn is_of_all_plans(address: &str) -> bool {
    ["/", "/piani/", "/progetti/"].contains(&address)
}

/// `/enti/<ente>/`.
pub(super) fn ente(id: &Slug) -> Testo {
    ecow::eco_format!("/enti/{id}/")
}

/// `/documenti/<documento>/`.
pub(super) fn documento(id: &Slug) -> Testo {
    ecow::eco_format!("/documenti/{id}/")
}

/// The address of a page of `content/`: `piani/peg-2024/_index.md` stands at `/piani/peg-2024/`. A `slug` in front
/// matter takes the place of the last part.
pub(in crate::graph) fn page(page: &Pagina) -> Testo {
    let path = page.percorso.strip_suffix(".md").unwrap_or(&page.percorso);
    let path = path
        .strip_suffix("_index")
        .or_else(|| path.strip_suffix("/index"))
        .unwrap_or(path);
    let mut parts: Vec<Slug> = path
        .split('/')
        .map(Slug::of)
        .filter(|part| !part.as_str().is_empty())
        .collect();
    if let (Some(slug), Some(last)) = (&page.comuni.slug, parts.last_mut()) {
        *last = Slug::of(slug);
    }
    let mut address = Testo::from("/");
    for part in parts {
        address.push_str(part.as_str());
        address.push('/');
    }
    address
}

/// A page below another one: `/catalogo/` and an id.
pub(super) fn below(parent: &str, name: &str) -> Testo {
    ecow::eco_format!("{parent}{name}/")
}

/// `/piani/<piano>/<unita>/`.
pub(super) fn unita(plan: &Piano, id: &Slug) -> Testo {
    let name = id.below(&plan.id);
    if PAGES_OF_A_PLAN.contains(&name) {
        return below(&plan.url, &format!("unita-{name}"));
    }
    below(&plan.url, name)
}

/// A page in one of the folders of a plan: `/piani/<piano>/obiettivi/<obiettivo>/`.
pub(super) fn in_plan(plan: &Piano, folder: &str, id: &Slug) -> Testo {
    ecow::eco_format!("{}{folder}/{}/", plan.url, id.below(&plan.id))
}
