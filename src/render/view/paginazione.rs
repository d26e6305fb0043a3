use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

/// One page of a list that is cut into pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Paginazione {
    /// Its number, from 1.
    pub numero: usize,
    /// How many pages there are.
    pub totale: usize,
    /// How many things the list has.
    pub quante: usize,
    /// Its address.
    pub url: String,
    /// Address of the first page.
    pub prima: String,
    /// Address of the page before.
    pub precedente: Option<String>,
    /// Address of the page behind.
    pub successiva: Option<String>,
    /// Address of the last page.
    pub ultima: String,
    /// The things that it lists.
    #[serde(skip)]
    pub cose: Range<usize>,
}

impl Paginazione {
    /// The pages of a list of `quante` things, `size` at a time; an empty list has one.
    pub fn all(url: &str, quante: usize, size: usize) -> impl Iterator<Item = Self> + use<> {
        let (url, size) = (url.to_owned(), size.max(1));
        let totale = quante.div_ceil(size).max(1);
        (1..=totale).map(move |numero| Self {
            numero,
            totale,
            quante,
            url: address(&url, numero),
            prima: url.clone(),
            precedente: (numero > 1).then(|| address(&url, numero - 1)),
            successiva: (numero < totale).then(|| address(&url, numero + 1)),
            ultima: address(&url, totale),
            cose: (numero - 1) * size..quante.min(numero * size),
        })
    }
}

/// The first page stands at the address of the list itself.
fn address(url: &str, numero: usize) -> String {
    match numero {
        1 => url.to_owned(),
        _ => format!("{url}pagina/{numero}/"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thing_stands_on_one_page() {
        for (quante, size, pages) in [(0, 10, 1), (1, 10, 1), (10, 10, 1), (11, 10, 2), (5, 0, 5)] {
            let all: Vec<_> = Paginazione::all("/a/", quante, size).collect();
            assert_eq!(all.len(), pages);
            assert_eq!(all.iter().map(|page| page.cose.len()).sum::<usize>(), quante);
            assert!(all.windows(2).all(|two| two[0].cose.end == two[1].cose.start));
        }
    }

    #[test]
    fn pages_lead_to_their_neighbours() {
        let all: Vec<_> = Paginazione::all("/a/", 25, 10).collect();
        assert_eq!(all[0].url, "/a/");
        assert_eq!(all[1].precedente.as_deref(), Some("/a/"));
        assert_eq!(all[1].successiva.as_deref(), Some("/a/pagina/3/"));
        assert_eq!(
            (all[2].successiva.as_deref(), all[0].precedente.as_deref()),
            (None, None)
        );
    }
}
