//! Links in Markdown: `[words](@/section/page.md#heading)` and `[words](id:…)` find what they mean, or say what is near.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::resolve::{nearest, perhaps};
use crate::diag::register::pagine::{ANCORA_IGNOTA, RINVIO_IGNOTO, RINVIO_TRATTENUTO};
use crate::diag::{Diagnostic, Language};
use crate::graph::{Cosa, Graph, Held, Rinvii, testi};
use crate::model::{Codice, Detto, Documento, Id, Pagina, Slug, Testo};
use crate::read::markdown::{self, Target};
use crate::source::Span;

/// Resolves the links of all texts that editors wrote. In descriptions the addresses take the place of what was
/// written, so that tables and pages show the same; the bodies of pages stay as they are, and the links know their
/// places.
pub(super) fn resolve(graph: &mut Graph, held: &[Held], problems: &mut Vec<Diagnostic>) {
    let mut rinvii = Rinvii::default();
    let finder = Finder::of(graph, held);
    for (id, page) in graph.pagine.entries() {
        let Some(nodo) = graph.albero.nodo(id) else { continue };
        let text = Detto::new(graph.sources.slice(page.corpo), page.corpo);
        for (place, url) in finder.links(&text, problems) {
            rinvii.lead(nodo.cosa, &nodo.url, &url);
            rinvii.write(place, url);
        }
    }
    let mut mended = Vec::new();
    for (of, _, text) in descriptions(graph) {
        let links = finder.links(&text, problems);
        if links.is_empty() {
            continue;
        }
        let own = of.0.url(graph);
        links.iter().for_each(|(_, url)| rinvii.lead(of.0, &own, url));
        mended.push((of, with_addresses(text.value, links)));
    }
    rinvii.per_id = finder.by_id.get().is_some();
    for (of, text) in mended {
        put(graph, of, text);
    }
    graph.rinvii = Arc::new(rinvii);
}

/// A text of a thing.
#[derive(Clone, Copy)]
pub(in crate::graph) enum Parte {
    Descrizione,
    Modalita,
}

/// The texts of things that editors wrote, in front matter or below it, with the files that they stand in.
pub(in crate::graph) fn descriptions(graph: &Graph) -> impl Iterator<Item = ((Cosa, Parte), Id<Pagina>, Detto<&str>)> {
    use Parte::{Descrizione, Modalita};
    let files = testi::Files::of(graph);
    let schede = graph.schede.entries().flat_map(|(id, it)| {
        let texts = [(Descrizione, it.descrizione.as_ref()), (Modalita, it.modalita.as_ref())];
        texts.map(|(part, text)| ((Cosa::Scheda(id), part), text))
    });
    let progetti = graph.progetti.entries();
    let progetti = progetti.map(|(id, it)| ((Cosa::Progetto(id), Descrizione), it.descrizione.as_ref()));
    let obiettivi = graph.obiettivi.entries();
    let obiettivi = obiettivi.map(|(id, it)| ((Cosa::Obiettivo(id), Descrizione), it.descrizione.as_ref()));
    let all = schede.chain(progetti).chain(obiettivi);
    all.filter_map(move |(of, text)| {
        let text = text?;
        let page = files.page(text.span.file)?;
        Some((of, page, Detto::new(text.value.as_str(), text.span)))
    })
}

fn put(graph: &mut Graph, (cosa, part): (Cosa, Parte), text: String) {
    let place = match (cosa, part) {
        (Cosa::Scheda(id), Parte::Descrizione) => graph.schede.node_mut(id).map(|it| &mut it.descrizione),
        (Cosa::Scheda(id), Parte::Modalita) => graph.schede.node_mut(id).map(|it| &mut it.modalita),
        (Cosa::Progetto(id), _) => graph.progetti.node_mut(id).map(|it| &mut it.descrizione),
        (Cosa::Obiettivo(id), _) => graph.obiettivi.node_mut(id).map(|it| &mut it.descrizione),
        _ => None,
    };
    if let Some(Some(place)) = place {
        place.value = text.into();
    }
}

/// A text with addresses in the places of targets; the links stand in the order of the text.
fn with_addresses(text: &str, links: Vec<(Span, Testo)>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (target, (_, url)) in markdown::internal_targets(text).into_iter().zip(links) {
        out.push_str(&text[done..target.range.start]);
        out.push_str(&url);
        done = target.range.end;
    }
    out.push_str(&text[done..]);
    out
}

/// What links can lead to.
struct Finder<'g> {
    graph: &'g Graph,
    held: &'g [Held],
    by_id: OnceCell<BTreeMap<&'g str, Meta<'g>>>,
}

/// What an id leads to.
#[derive(Clone, Copy)]
enum Meta<'g> {
    /// The page of a thing.
    Cosa(Cosa),
    /// A part of the page of a thing, by its anchor.
    Parte(Cosa, &'static str),
    /// A source document.
    Documento(&'g Documento),
}

impl<'g> Finder<'g> {
    fn of(graph: &'g Graph, held: &'g [Held]) -> Self {
        Self {
            graph,
            held,
            by_id: OnceCell::new(),
        }
    }

    /// What every id leads to; looked for only where a text names one.
    fn by_id(&self) -> &BTreeMap<&'g str, Meta<'g>> {
        self.by_id.get_or_init(|| ids(self.graph))
    }

    /// The links of a text with their places and addresses. One that leads nowhere is reported and stays as written.
    fn links(&self, text: &Detto<&str>, problems: &mut Vec<Diagnostic>) -> Vec<(Span, Testo)> {
        let targets = markdown::internal_targets(text.value);
        if targets.is_empty() {
            return Vec::new();
        }
        let mut places = Places::of(self.graph, text);
        let found = targets.into_iter().map(|target| {
            let place = places.next(&target);
            match self.address(target.text) {
                Ok(url) => (place, url),
                Err(problem) => {
                    problems.push(problem.at(place));
                    (place, self.page_of(target.text))
                }
            }
        });
        found.collect()
    }

    fn address(&self, target: &str) -> Result<Testo, Box<Diagnostic>> {
        let (whole, anchor) = target.split_once('#').unwrap_or((target, ""));
        if let Some(path) = whole.strip_prefix("@/") {
            let page = self.page(path).ok_or_else(|| self.unknown_path(target, path))?;
            return self.heading(page, target, anchor);
        }
        let id = whole.trim_start_matches("id:");
        match self.by_id().get(Slug::of(id).as_str()) {
            Some(Meta::Cosa(cosa)) => Ok(with_anchor(&cosa.url(self.graph), anchor)),
            Some(Meta::Parte(cosa, part)) => Ok(with_anchor(&cosa.url(self.graph), part)),
            Some(Meta::Documento(documento)) => line(documento, target, anchor),
            None => Err(self.unknown_id(target, id)),
        }
    }

    /// The file at a path; a translation is its original in the language that the graph is in.
    fn page(&self, path: &str) -> Option<Id<Pagina>> {
        let original = || {
            let (lingua, original) = Codice::of_file(path)?;
            self.graph
                .albero
                .percorso(&original)
                .filter(|_| self.graph.lingua == Some(lingua))
        };
        self.graph.albero.percorso(path).or_else(original)
    }

    /// The page that a link leads to whose heading is not there, as one may not be in a translation; else what is written.
    fn page_of(&self, target: &str) -> Testo {
        let whole = target.split('#').next().unwrap_or(target);
        let page = whole.strip_prefix("@/").and_then(|path| self.page(path));
        page.map_or_else(|| target.into(), |page| self.graph.albero.url(page).into())
    }

    /// The address of a heading of a page. What things show is made of their facts, so only the headings of plain
    /// pages can be looked up.
    fn heading(&self, page: Id<Pagina>, target: &str, anchor: &str) -> Result<Testo, Box<Diagnostic>> {
        let url = self.graph.albero.url(page);
        let plain = self
            .graph
            .albero
            .nodo(page)
            .is_some_and(|nodo| matches!(nodo.cosa, Cosa::Pagina(_)));
        if anchor.is_empty() || !plain {
            return Ok(with_anchor(url, anchor));
        }
        let body = self.graph.sources.slice(self.graph.pagine[page].corpo);
        let headings = markdown::headings(body, 2);
        let ids: Vec<&str> = headings.iter().map(|heading| heading.id.as_str()).collect();
        if ids.contains(&anchor) {
            return Ok(with_anchor(url, anchor));
        }
        Err(unknown_anchor(
            target,
            anchor,
            &nearest(anchor, ids.iter().copied()),
            &ids,
        ))
    }

    fn unknown_path(&self, target: &str, path: &str) -> Box<Diagnostic> {
        if let Some(held) = self.held.iter().find(|held| *held.percorso == *path) {
            return to_held(target, held);
        }
        let near = nearest(path, self.graph.albero.percorsi());
        let near: Vec<String> = near.iter().map(|path| format!("@/{path}")).collect();
        unknown(target, &near)
    }

    fn unknown_id(&self, target: &str, id: &str) -> Box<Diagnostic> {
        let slug = Slug::of(id);
        if let Some(held) = self.held.iter().find(|held| held.ids.contains(&slug)) {
            return to_held(target, held);
        }
        let near = nearest(id, self.by_id().keys().copied());
        let near: Vec<String> = near.iter().map(|id| format!("id:{id}")).collect();
        unknown(target, &near)
    }
}

/// What every id leads to. One that two tables have means what comes first in the order of the kinds.
fn ids(graph: &Graph) -> BTreeMap<&str, Meta<'_>> {
    let things = Cosa::facts(graph).filter(|cosa| !matches!(cosa, Cosa::Documento(_)));
    let things = things.filter_map(|cosa| Some((cosa.id(graph)?.as_str(), Meta::Cosa(cosa))));
    let documents = graph.documenti.iter().filter(|documento| !documento.url.is_empty());
    let documents = documents.map(|documento| (documento.id.as_str(), Meta::Documento(documento)));
    let mut by_id = BTreeMap::new();
    for (id, meta) in things.chain(documents).chain(parts(graph)) {
        by_id.entry(id).or_insert(meta);
    }
    by_id
}

/// Phases, indicators and activities stand on the page of what they belong to.
fn parts(graph: &Graph) -> impl Iterator<Item = (&str, Meta<'_>)> {
    let fasi = graph.fasi.iter().filter_map(|fase| {
        let of = fase
            .obiettivo
            .map(Cosa::Obiettivo)
            .or(fase.progetto.map(Cosa::Progetto))?;
        Some((fase.id.as_str(), Meta::Parte(of, "fasi")))
    });
    let indicatori = graph.indicatori.iter().map(|indicatore| {
        let of = indicatore
            .obiettivo
            .map_or(Cosa::Piano(indicatore.piano), Cosa::Obiettivo);
        (indicatore.id.as_str(), Meta::Parte(of, "indicatori"))
    });
    let attivita = graph.attivita.iter();
    let attivita = attivita.map(|it| (it.id.as_str(), Meta::Parte(Cosa::Piano(it.piano), "attivita")));
    fasi.chain(indicatori).chain(attivita)
}

/// Lines of a document are anchors, `#r120`.
fn line(documento: &Documento, target: &str, anchor: &str) -> Result<Testo, Box<Diagnostic>> {
    let number = anchor.strip_prefix('r').and_then(|number| number.parse().ok());
    let there = number.is_some_and(|number: u32| (1..=documento.righe).contains(&number));
    if anchor.is_empty() || there {
        return Ok(with_anchor(&documento.url, anchor));
    }
    let lines = format!("#r1 … #r{}", documento.righe);
    Err(unknown_anchor(target, anchor, &[], &[&lines]))
}

fn with_anchor(url: &str, anchor: &str) -> Testo {
    match anchor {
        "" => url.into(),
        anchor => ecow::eco_format!("{url}#{anchor}"),
    }
}

fn unknown(target: &str, near: &[String]) -> Box<Diagnostic> {
    let near: Vec<&str> = near.iter().map(String::as_str).collect();
    let finding = Diagnostic::new(&RINVIO_IGNOTO).with("rinvio", target);
    Box::new(finding.with_words("forse", perhaps("forse", "o", &near), perhaps("perhaps", "or", &near)))
}

fn to_held(target: &str, held: &Held) -> Box<Diagnostic> {
    let finding = Diagnostic::new(&RINVIO_TRATTENUTO).with("rinvio", target);
    let finding = finding.with("file", &held.percorso);
    let words = |language| held.reason.words(language);
    Box::new(finding.with_words("perche", words(Language::It), words(Language::En)))
}

fn unknown_anchor(target: &str, anchor: &str, near: &[&str], known: &[&str]) -> Box<Diagnostic> {
    let finding = Diagnostic::new(&ANCORA_IGNOTA)
        .with("rinvio", target)
        .with("ancora", anchor)
        .with("note", known.join(", "));
    Box::new(finding.with_words("forse", perhaps("forse", "o", near), perhaps("perhaps", "or", near)))
}

/// Finds targets again in the file that their text was read from: the text of a key may have been quoted or folded.
struct Places<'g> {
    written: &'g str,
    whole: Span,
    /// Where the text stands in what was written, if it stands there in one piece.
    base: Option<usize>,
    done: usize,
}

impl<'g> Places<'g> {
    fn of(graph: &'g Graph, text: &Detto<&str>) -> Self {
        let written = graph.sources.slice(text.span);
        Self {
            written,
            whole: text.span,
            base: written.find(text.value),
            done: 0,
        }
    }

    /// The place of the next target; that of the whole text where it is written otherwise.
    fn next(&mut self, target: &Target<'_>) -> Span {
        let known = self.base.map(|base| base + target.range.start);
        let found = known.or_else(|| Some(self.done + self.written[self.done..].find(target.text)?));
        let Some(start) = found else { return self.whole };
        self.done = start + target.text.len();
        let from = self.whole.start as usize;
        Span::new(self.whole.file, from + start, from + self.done)
    }
}
