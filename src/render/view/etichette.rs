use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::Crumb;
use crate::graph::{Tassonomia, Termine};
use crate::render::site::Site;

/// The terms of one taxonomy that a page is tagged with.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Etichette<'g> {
    /// What the taxonomy is called.
    pub titolo: &'g str,
    /// The terms with their pages.
    pub termini: Vec<Crumb<'g>>,
}

impl<'g> Etichette<'g> {
    /// The terms of the thing at an address, by taxonomy.
    #[must_use]
    pub fn of(site: &Site<'g>, url: &str) -> Vec<Self> {
        let tags = site.tags(url);
        let by_taxonomy = tags.chunk_by(|(a, _), (b, _)| a.nome == b.nome);
        let terms = by_taxonomy.filter_map(|tags| {
            let (tassonomia, _) = tags.first()?;
            let crumb = |(of, termine): &(&'g _, &'g _)| term(of, termine);
            Some(Self {
                titolo: &tassonomia.titolo,
                termini: tags.iter().map(crumb).collect(),
            })
        });
        terms.collect()
    }
}

fn term<'g>(tassonomia: &'g Tassonomia, termine: &'g Termine) -> Crumb<'g> {
    let words: Cow<'g, str> = match termine.numero {
        Some(number) => format!("{number}. {}", termine.nome).into(),
        None => termine.nome.as_str().into(),
    };
    Crumb::new(words, tassonomia.url_of(termine))
}
