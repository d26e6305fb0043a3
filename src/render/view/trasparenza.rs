//! Amministrazione Trasparente: the published pages under the official headings.

use schemars::JsonSchema;
use serde::Serialize;

use super::pagina::title;
use super::{Crumb, Day, Layout};
use crate::graph::trasparenza::{Rubrica, end_of_duty, rubrica, rubrica_di, rubriche};
use crate::model::Giorno;
use crate::render::site::Site;

/// The index of all headings: `trasparenza.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TrasparenzaView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The headings of the first level.
    pub rubriche: Vec<RubricaView<'g>>,
    /// How many headings of the second level there are.
    pub tutte: usize,
    /// Those of them without a page: name and anchor.
    pub vuote: Vec<Crumb<'g>>,
}

/// A heading with the pages filed under it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RubricaView<'g> {
    /// Anchor in the page.
    pub id: String,
    /// Code: `06.02`.
    pub codice: &'static str,
    /// Official name.
    pub titolo: &'static str,
    /// The provisions that ask for it.
    pub norme: &'static str,
    /// The pages.
    pub pagine: Vec<Pubblicata<'g>>,
    /// The headings below.
    pub sotto: Vec<RubricaView<'g>>,
}

/// A page that is filed under a heading.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Pubblicata<'g> {
    /// Title and address.
    pub pagina: Crumb<'g>,
    /// Day of publication.
    pub dal: Option<Day>,
    /// Last day of the duty to publish it.
    pub fino: Option<Day>,
    /// Whether that day has passed.
    pub archiviata: bool,
}

/// A page and the code of its heading.
type Filed<'g> = (&'static str, Pubblicata<'g>);

/// Whether anything is filed at all.
#[must_use]
pub fn is_empty(site: &Site<'_>) -> bool {
    filed(site).is_empty()
}

/// The index.
#[must_use]
pub fn trasparenza<'g>(site: &Site<'g>) -> TrasparenzaView<'g> {
    let lead = site.text("trasparenza.lead");
    let page = Layout::new(site, "/trasparenza/", site.text("trasparenza.titolo"), lead)
        .lead(lead)
        .section("sezioni", site.text("trasparenza.sezioni"))
        .section("vuote", site.text("trasparenza.vuote"));
    let filed = filed(site);
    let lowest: Vec<&Rubrica> = rubriche()
        .iter()
        .filter(|rubrica| below(rubrica).next().is_none())
        .collect();
    let empty = lowest.iter().filter(|rubrica| pages(rubrica, &filed).next().is_none());
    TrasparenzaView {
        page,
        tutte: lowest.len(),
        vuote: empty
            .map(|rubrica| Crumb::new(rubrica.titolo.as_str(), format!("#{}", anchor(rubrica))))
            .collect(),
        rubriche: rubriche()
            .iter()
            .filter(|rubrica| rubrica.superiore.is_empty())
            .map(|rubrica| heading(rubrica, &filed))
            .collect(),
    }
}

fn below(above: &Rubrica) -> impl Iterator<Item = &'static Rubrica> {
    rubriche().iter().filter(|rubrica| rubrica.superiore == above.codice)
}

fn pages<'f, 'g>(rubrica: &Rubrica, filed: &'f [Filed<'g>]) -> impl Iterator<Item = &'f Pubblicata<'g>> {
    let here = filed.iter().filter(|(code, _)| *code == rubrica.codice);
    here.map(|(_, page)| page)
}

fn anchor(rubrica: &Rubrica) -> String {
    format!("s{}", rubrica.codice.replace('.', "-"))
}

fn heading<'g>(rubrica: &'static Rubrica, filed: &[Filed<'g>]) -> RubricaView<'g> {
    RubricaView {
        id: anchor(rubrica),
        codice: &rubrica.codice,
        titolo: &rubrica.titolo,
        norme: &rubrica.norme,
        pagine: pages(rubrica, filed).cloned().collect(),
        sotto: below(rubrica).map(|rubrica| heading(rubrica, filed)).collect(),
    }
}

/// Every filed page: those whose front matter names a heading, then plans whose kind does.
fn filed<'g>(site: &Site<'g>) -> Vec<Filed<'g>> {
    let named = site.graph.pagine.entries().filter_map(|(id, pagina)| {
        let rubrica = rubrica(pagina.comuni.trasparenza.as_ref()?)?;
        let crumb = Crumb::new(title(pagina), site.graph.albero.url(id));
        let day = pagina.comuni.pubblicato.as_ref().map(|day| day.value);
        Some((rubrica.codice.as_str(), published(site, crumb, day)))
    });
    let by_kind = site.graph.piani.iter().filter_map(|piano| {
        let section = site.pagina(&piano.url);
        if section.is_some_and(|pagina| pagina.comuni.trasparenza.is_some()) {
            return None;
        }
        let rubrica = rubrica_di(piano.tipo)?;
        let crumb = Crumb::new(piano.titolo.as_str(), piano.url.as_str());
        let day = section.and_then(|pagina| pagina.comuni.pubblicato.as_ref());
        Some((
            rubrica.codice.as_str(),
            published(site, crumb, day.map(|day| day.value)),
        ))
    });
    named.chain(by_kind).collect()
}

fn published<'g>(site: &Site<'g>, pagina: Crumb<'g>, day: Option<Giorno>) -> Pubblicata<'g> {
    let end = day.map(end_of_duty);
    Pubblicata {
        pagina,
        dal: day.map(Day),
        fino: end.map(Day),
        archiviata: end.is_some_and(|end| end < site.today),
    }
}
