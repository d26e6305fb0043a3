//! Two plans, or two editions of one, side by side: what was added, dropped, moved in dates, targets or money.
//!
//! Objectives and products are matched by code (a year at its start left out), then by title; their phases and
//! indicators by their words.

use std::collections::BTreeMap;

use super::Graph;
use super::link::page_address;
use crate::diag::register::grafo::CONFRONTO_SENZA_PIANO;
use crate::diag::{Diagnostic, nearest};
use crate::model::{Detto, Euro, Fase, Giorno, Id, Indicatore, Obiettivo, Pagina, Piano, Progetto, Slug, Testo};

/// What became of the objectives and products of a plan.
#[derive(Clone, Debug, Default)]
pub struct Confronto {
    /// Of its objectives.
    pub obiettivi: Differenze<Obiettivo>,
    /// Of its products and projects.
    pub progetti: Differenze<Progetto>,
}

/// What became of the things of one kind.
#[derive(Clone, Debug)]
pub struct Differenze<T> {
    /// Only in the new plan.
    pub aggiunti: Vec<Id<T>>,
    /// Only in the old plan.
    pub tolti: Vec<Id<T>>,
    /// In both, with what changed.
    pub cambiati: Vec<Cambiato<T>>,
    /// How many are in both, unchanged.
    pub uguali: usize,
}

/// A thing of both plans.
#[derive(Clone, Debug)]
pub struct Cambiato<T> {
    /// In the old plan.
    pub prima: Id<T>,
    /// In the new one.
    pub dopo: Id<T>,
    /// What changed, never empty.
    pub modifiche: Vec<Modifica>,
}

/// One change: a value before and after, none where there was none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modifica {
    /// What changed.
    pub campo: Campo,
    /// The phase or indicator that it changed of, as the new plan (else the old one) words it.
    pub di: Option<Testo>,
    /// Before.
    pub prima: Option<Valore>,
    /// After.
    pub dopo: Option<Valore>,
}

/// What can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Campo {
    /// The title.
    Titolo,
    /// A phase came or went.
    Fase,
    /// First day of a phase.
    Inizio,
    /// Last day of a phase.
    Fine,
    /// An indicator came or went.
    Indicatore,
    /// The value expected of an indicator.
    Atteso,
    /// The budget.
    Budget,
}

impl Campo {
    /// Its word on pages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Titolo => "titolo",
            Self::Fase => "fase",
            Self::Inizio => "inizio",
            Self::Fine => "fine",
            Self::Indicatore => "indicatore",
            Self::Atteso => "atteso",
            Self::Budget => "budget",
        }
    }
}

/// A value that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Valore {
    /// Words.
    Testo(Testo),
    /// A day.
    Giorno(Giorno),
    /// An amount.
    Euro(Euro),
}

/// Compares a plan with an older one.
#[must_use]
pub fn confronta(graph: &Graph, prima: Id<Piano>, dopo: Id<Piano>) -> Confronto {
    let to = &graph.relations;
    let objective = |id: Id<Obiettivo>| {
        let it = &graph.obiettivi[id];
        (it.codice.as_ref().map_or("", |code| code), it.titolo.as_str())
    };
    let product = |id: Id<Progetto>| (graph.progetti[id].codice.as_str(), graph.progetti[id].titolo.as_str());
    Confronto {
        obiettivi: differenze(
            to.obiettivi_di_piano.of(prima),
            to.obiettivi_di_piano.of(dopo),
            objective,
            |prima, dopo| of_objective(graph, prima, dopo),
        ),
        progetti: differenze(
            to.progetti_di_piano.of(prima),
            to.progetti_di_piano.of(dopo),
            product,
            |prima, dopo| of_product(graph, prima, dopo),
        ),
    }
}

/// The plan that an editor wants this one compared with: `supersedes` or `compare` of its section, an id.
#[must_use]
pub fn precedente(graph: &Graph, piano: Id<Piano>) -> Option<Id<Piano>> {
    let url = &graph.piani[piano].url;
    let section = graph.pagine.iter().find(|page| page_address(page) == *url)?;
    let wanted = section.sorgente.as_ref()?.confronta.as_ref()?;
    let slug = Slug::of(wanted);
    let mut plans = graph.piani.entries();
    plans
        .find(|(id, other)| *id != piano && other.id == slug)
        .map(|(id, _)| id)
}

/// The editions that newer ones take the place of: the address that all pages of the old edition begin with, and the
/// section of the new one (`supersedes`).
#[must_use]
pub fn sostituite(graph: &Graph) -> Vec<(Testo, Id<Pagina>)> {
    let sections = graph.pagine.entries();
    let found = sections.filter_map(|(id, section)| {
        let old = section.sorgente.as_ref()?.sostituisce.as_ref()?;
        let url = edizione(graph, old)?;
        (url != graph.albero.url(id)).then_some((url, id))
    });
    found.collect()
}

/// The address of an edition: that of the plan with this id, or of the section in this folder.
fn edizione(graph: &Graph, said: &str) -> Option<Testo> {
    let slug = Slug::of(said);
    let plan = graph.piani.iter().find(|piano| piano.id == slug);
    let section = || {
        let mut addresses = graph.pagine.iter().filter(|page| page.sezione).map(page_address);
        addresses.find(|address| address.trim_matches('/') == said.trim_matches('/') && address.len() > 1)
    };
    plan.map(|piano| piano.url.clone()).or_else(section)
}

/// Reports sections that want a comparison with a plan that there is not.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    let wanted = graph
        .pagine
        .iter()
        .filter_map(|page| page.sorgente.as_ref()?.confronta.as_ref());
    for id in wanted {
        if edizione(graph, id).is_none() {
            let near = nearest(id, graph.piani.iter().map(|piano| piano.id.as_str()));
            let finding = Diagnostic::new(&CONFRONTO_SENZA_PIANO).at(id.span);
            found.push(finding.with("id", &id.value).with("vicino", near));
        }
    }
}

fn differenze<'g, T>(
    prima: &[Id<T>],
    dopo: &[Id<T>],
    names: impl Fn(Id<T>) -> (&'g str, &'g str),
    changes: impl Fn(Id<T>, Id<T>) -> Vec<Modifica>,
) -> Differenze<T> {
    let code = |id: &Id<T>| without_year(&Slug::of(names(*id).0));
    let title = |id: &Id<T>| Slug::of(names(*id).1).to_string();
    let (mut both, prima, dopo) = pairs(prima.to_vec(), dopo.to_vec(), code);
    let (by_title, tolti, aggiunti) = pairs(prima, dopo, title);
    both.extend(by_title);
    both.sort_unstable_by_key(|(_, dopo)| *dopo);
    let compared = both.iter().map(|(prima, dopo)| Cambiato {
        prima: *prima,
        dopo: *dopo,
        modifiche: changes(*prima, *dopo),
    });
    let cambiati: Vec<_> = compared.filter(|pair| !pair.modifiche.is_empty()).collect();
    Differenze {
        uguali: both.len() - cambiati.len(),
        aggiunti,
        tolti,
        cambiati,
    }
}

/// The members of two lists that have the same key, in source order where several do, and the rest of each. An empty
/// key matches nothing.
fn pairs<A: Copy>(prima: Vec<A>, dopo: Vec<A>, key: impl Fn(&A) -> String) -> (Vec<(A, A)>, Vec<A>, Vec<A>) {
    let mut old: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, one) in prima.iter().enumerate().rev() {
        old.entry(key(one)).or_default().push(at);
    }
    let mut taken = vec![false; prima.len()];
    let (mut both, mut new) = (Vec::new(), Vec::new());
    for one in dopo {
        let key = key(&one);
        match old.get_mut(&key).filter(|_| !key.is_empty()).and_then(Vec::pop) {
            Some(at) => {
                taken[at] = true;
                both.push((prima[at], one));
            }
            None => new.push(one),
        }
    }
    let rest = prima.into_iter().zip(taken).filter(|(_, taken)| !taken);
    (both, rest.map(|(one, _)| one).collect(), new)
}

/// `2024-pd-0411` is the code `pd-0411` of that year.
fn without_year(code: &Slug) -> String {
    match code.as_str().split_once('-') {
        Some((year, rest)) if year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) => rest.to_owned(),
        _ => code.to_string(),
    }
}

fn of_objective(graph: &Graph, prima: Id<Obiettivo>, dopo: Id<Obiettivo>) -> Vec<Modifica> {
    let to = &graph.relations;
    let mut changes = Vec::new();
    let title = |id| text(&graph.obiettivi[id].titolo);
    push(&mut changes, Campo::Titolo, None, title(prima), title(dopo));
    let phases = |id| to.fasi_di_obiettivo.of(id).iter().map(|of| &graph.fasi[*of]).collect();
    changes.extend(of_phases(phases(prima), phases(dopo)));
    let measures = |id| {
        to.indicatori_di_obiettivo
            .of(id)
            .iter()
            .map(|of| &graph.indicatori[*of])
            .collect()
    };
    changes.extend(of_indicators(measures(prima), measures(dopo)));
    changes
}

fn of_product(graph: &Graph, prima: Id<Progetto>, dopo: Id<Progetto>) -> Vec<Modifica> {
    let to = &graph.relations;
    let mut changes = Vec::new();
    let title = |id| text(&graph.progetti[id].titolo);
    push(&mut changes, Campo::Titolo, None, title(prima), title(dopo));
    let budget = |id| {
        let amount: Option<&Detto<Euro>> = graph.progetti[id].budget.as_ref();
        amount.map(|amount| Valore::Euro(amount.value))
    };
    push(&mut changes, Campo::Budget, None, budget(prima), budget(dopo));
    let phases = |id| to.fasi_di_progetto.of(id).iter().map(|of| &graph.fasi[*of]).collect();
    changes.extend(of_phases(phases(prima), phases(dopo)));
    changes
}

fn of_phases(prima: Vec<&Fase>, dopo: Vec<&Fase>) -> Vec<Modifica> {
    let (both, gone, new) = pairs(prima, dopo, |fase| Slug::of(words(fase)).to_string());
    let mut changes = Vec::new();
    for (prima, dopo) in both {
        let of = || Some(words(dopo).clone());
        let day = |said: &Option<Detto<Giorno>>| said.as_ref().map(|day| Valore::Giorno(day.value));
        push(&mut changes, Campo::Inizio, of(), day(&prima.inizio), day(&dopo.inizio));
        push(&mut changes, Campo::Fine, of(), day(&prima.fine), day(&dopo.fine));
    }
    let gone = gone.into_iter().map(|fase| one_sided(Campo::Fase, words(fase), true));
    let new = new.into_iter().map(|fase| one_sided(Campo::Fase, words(fase), false));
    changes.extend(gone.chain(new));
    changes
}

/// What a phase is known by: what is done, else its name.
fn words(fase: &Fase) -> &Testo {
    fase.descrizione.as_ref().map_or(&fase.nome.value, |text| &text.value)
}

fn of_indicators(prima: Vec<&Indicatore>, dopo: Vec<&Indicatore>) -> Vec<Modifica> {
    let (both, gone, new) = pairs(prima, dopo, |it| Slug::of(&it.testo).to_string());
    let mut changes = Vec::new();
    for (prima, dopo) in both {
        let expected = |it: &Indicatore| it.valore_atteso.as_ref().and_then(text);
        let of = Some(dopo.testo.value.clone());
        push(&mut changes, Campo::Atteso, of, expected(prima), expected(dopo));
    }
    let gone = gone.into_iter().map(|it| one_sided(Campo::Indicatore, &it.testo, true));
    let new = new.into_iter().map(|it| one_sided(Campo::Indicatore, &it.testo, false));
    changes.extend(gone.chain(new));
    changes
}

fn text(said: &Detto<Testo>) -> Option<Valore> {
    Some(Valore::Testo(said.value.clone()))
}

fn push(changes: &mut Vec<Modifica>, campo: Campo, di: Option<Testo>, prima: Option<Valore>, dopo: Option<Valore>) {
    if prima != dopo {
        changes.push(Modifica { campo, di, prima, dopo });
    }
}

/// A phase or indicator of one plan only.
fn one_sided(campo: Campo, words: &Testo, gone: bool) -> Modifica {
    let value = Some(Valore::Testo(words.clone()));
    let (prima, dopo) = if gone { (value, None) } else { (None, value) };
    Modifica {
        campo,
        di: None,
        prima,
        dopo,
    }
}

impl<T> Default for Differenze<T> {
    fn default() -> Self {
        Self {
            aggiunti: Vec::new(),
            tolti: Vec::new(),
            cambiati: Vec::new(),
            uguali: 0,
        }
    }
}
