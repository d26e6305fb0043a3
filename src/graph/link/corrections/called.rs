//! Phases and indicators by what they are called, as a spreadsheet of monitoring names them.

use std::collections::HashMap;

use super::address::{Place, by_id};
use super::mended::Mended;
use crate::diag::Diagnostic;
use crate::diag::register::grafo::{RIFERIMENTO_AMBIGUO, RIFERIMENTO_IGNOTO};
use crate::graph::link::ids::Ids;
use crate::graph::link::resolve::{Referred, nearest, perhaps};
use crate::graph::link::table::{Noun, PerDraft};
use crate::model::{Detto, Fase, Indicatore, Obiettivo, Riferimento, Slug, Testo};

/// A noun that monitoring finds by its id, code or name.
pub(super) trait Called: Noun<Draft: 'static> {
    /// What it is called in messages, Italian with its article and English without.
    const CALLED: (&'static str, &'static str);

    /// Its ids.
    fn ids(ids: &Ids) -> &PerDraft<Slug>;

    /// Its places by name.
    fn places(names: &Names) -> &ByName;

    /// Code and name, empty where it has none.
    fn names(draft: &Self::Draft) -> (&str, &str);

    /// The objective that it belongs to.
    fn objective(draft: &Self::Draft) -> Option<&Riferimento>;
}

impl Called for Fase {
    const CALLED: (&'static str, &'static str) = ("la fase", "phase");

    fn ids(ids: &Ids) -> &PerDraft<Slug> {
        &ids.fasi
    }

    fn places(names: &Names) -> &ByName {
        &names.fasi
    }

    fn names(draft: &Self::Draft) -> (&str, &str) {
        ("", &draft.nome)
    }

    fn objective(draft: &Self::Draft) -> Option<&Riferimento> {
        draft.obiettivo.as_ref()
    }
}

impl Called for Indicatore {
    const CALLED: (&'static str, &'static str) = ("l’indicatore", "indicator");

    fn ids(ids: &Ids) -> &PerDraft<Slug> {
        &ids.indicatori
    }

    fn places(names: &Names) -> &ByName {
        &names.indicatori
    }

    fn names(draft: &Self::Draft) -> (&str, &str) {
        (draft.codice.as_ref().map_or("", |code| code), &draft.testo)
    }

    fn objective(draft: &Self::Draft) -> Option<&Riferimento> {
        draft.obiettivo.as_ref()
    }
}

impl Called for Obiettivo {
    const CALLED: (&'static str, &'static str) = <Obiettivo as Referred>::CALLED;

    fn ids(ids: &Ids) -> &PerDraft<Slug> {
        &ids.obiettivi
    }

    fn places(names: &Names) -> &ByName {
        &names.obiettivi
    }

    fn names(draft: &Self::Draft) -> (&str, &str) {
        (draft.codice.as_ref().map_or("", |code| code), &draft.titolo)
    }

    fn objective(_: &Self::Draft) -> Option<&Riferimento> {
        None
    }
}

/// The places of the things that go by a name.
type ByName = HashMap<Slug, Vec<Place>>;

/// All names of the nouns that monitoring looks for.
#[derive(Debug)]
pub(super) struct Names {
    fasi: ByName,
    indicatori: ByName,
    obiettivi: ByName,
}

impl Names {
    pub(super) fn of(files: &Mended<'_>) -> Self {
        Self {
            fasi: by_name::<Fase>(files),
            indicatori: by_name::<Indicatore>(files),
            obiettivi: by_name::<Obiettivo>(files),
        }
    }
}

fn by_name<T: Called>(files: &Mended<'_>) -> ByName {
    let mut found = ByName::new();
    for (file, bozze) in files.iter().enumerate() {
        for (local, draft) in T::list(bozze).iter().enumerate() {
            let (code, name) = T::names(draft);
            let (code, name) = (Slug::of(code), Slug::of(name));
            for name in [Some(&name), (code != name).then_some(&code)].into_iter().flatten() {
                if !name.as_str().is_empty() {
                    found.entry(name.clone()).or_default().push((file, local));
                }
            }
        }
    }
    found
}

/// Where things are looked for on behalf of one line.
pub(super) struct Places<'d> {
    pub(super) files: &'d Mended<'d>,
    pub(super) ids: &'d Ids,
    /// For each draft, the draft of its section's plan.
    pub(super) sections: &'d [Option<usize>],
    /// The draft of the plan that the line stands in.
    pub(super) plan: Option<usize>,
    pub(super) names: &'d Names,
}

impl Places<'_> {
    /// The one thing that has this id, code or name, within the objective where one is told.
    pub(super) fn find<T: Called>(
        &self,
        name: &Detto<Testo>,
        objective: Option<&Detto<Testo>>,
    ) -> Result<Place, Box<Diagnostic>> {
        let above =
            objective.map(|objective| self.only::<Obiettivo>(objective, self.all::<Obiettivo>(objective), None));
        let above = above.transpose()?;
        let mut found = self.all::<T>(name);
        found.retain(|place| above.is_none_or(|above| self.stands_under::<T>(*place, above)));
        self.only::<T>(name, found, objective.zip(above))
    }

    /// Everything that a text can mean: the thing with this id, else those of this name, of the line's own plan if
    /// that has any.
    fn all<T: Called>(&self, name: &str) -> Vec<Place> {
        if let Some(place) = by_id(T::ids(self.ids), name) {
            return vec![place];
        }
        let named = T::places(self.names).get(&Slug::of(name)).cloned().unwrap_or_default();
        let here: Vec<Place> = named.iter().copied().filter(|place| self.is_here(*place)).collect();
        if here.is_empty() { named } else { here }
    }

    /// Whether a thing is of the plan that the line stands in.
    fn is_here(&self, (file, _): Place) -> bool {
        self.plan.is_some() && self.sections.get(file).copied().flatten() == self.plan
    }

    fn stands_under<T: Called>(&self, (file, local): Place, above: Place) -> bool {
        let draft = self.files.get(file).and_then(|bozze| T::list(bozze).get(local));
        match draft.and_then(T::objective) {
            Some(Riferimento::Locale(local)) => above == (file, *local as usize),
            Some(Riferimento::Scritto(name)) => self.all::<Obiettivo>(name).contains(&above),
            Some(Riferimento::Sezione(_)) | None => false,
        }
    }

    /// The only one of some places, or why there is none.
    fn only<T: Called>(
        &self,
        name: &Detto<Testo>,
        found: Vec<Place>,
        above: Option<(&Detto<Testo>, Place)>,
    ) -> Result<Place, Box<Diagnostic>> {
        let (code, near) = match found.as_slice() {
            [only] => return Ok(*only),
            [] => (
                &RIFERIMENTO_IGNOTO,
                self.nearest::<T>(name, above.map(|(_, place)| place)),
            ),
            several => {
                let ids = several
                    .iter()
                    .take(3)
                    .filter_map(|place| T::ids(self.ids).get(place.0, place.1));
                (&RIFERIMENTO_AMBIGUO, ids.map(Slug::as_str).collect())
            }
        };
        let within = |it: &str| above.map_or_else(String::new, |(objective, _)| format!("{it} «{}»", objective.value));
        let finding = Diagnostic::new(code).at(name.span).with("scritto", &name.value);
        let finding = finding.with_words("cosa", T::CALLED.0, T::CALLED.1).with_words(
            "dove",
            within(" nell’obiettivo"),
            within(" in the objective"),
        );
        Err(Box::new(finding.with_words(
            "forse",
            perhaps("forse", "o", &near),
            perhaps("perhaps", "or", &near),
        )))
    }

    /// Names of things like the one that is not there: of the objective, else of the line's plan, else of all.
    fn nearest<T: Called>(&self, name: &str, above: Option<Place>) -> Vec<&str> {
        let files = self.files.iter().enumerate();
        let all = files.flat_map(|(file, bozze)| {
            T::list(bozze)
                .iter()
                .enumerate()
                .map(move |(local, draft)| (file, local, draft))
        });
        let near = all.filter(|(file, local, _)| match above {
            Some(above) => self.stands_under::<T>((*file, *local), above),
            None => self.plan.is_none() || self.is_here((*file, *local)),
        });
        nearest(
            name,
            near.flat_map(|(file, local, draft)| {
                let (code, called) = T::names(draft);
                [code, called, T::ids(self.ids).get(file, local).map_or("", Slug::as_str)]
            }),
        )
    }
}
