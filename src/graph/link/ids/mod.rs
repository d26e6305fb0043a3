//! Ids: an editor's own, else the printed code, else a slug of what names the thing among its siblings.
//!
//! An id depends on the thing itself and on what it stands under, never on its place in a list, so that editing,
//! adding or removing one fact leaves the others' ids as they were. Only true twins are told apart by an ordinal.
//! No id is made of a person's name: ids stand in addresses, which no policy could withhold.

mod again;
mod settle;
mod short;

pub(super) use again::Naming;
pub(super) use settle::{Edition, Proposal, settle, unused};

use std::path::Path;

use foldhash::{HashSet, HashSetExt as _};
use rayon::prelude::*;

use super::enti::Enti;
use super::table::{Entry, Noun, PerDraft, entries_of};
use super::{Inputs, address};
use crate::diag::Diagnostic;
use crate::model::{
    Attivita, Bozza, Bozze, Contatto, Fase, Indicatore, LineaStrategica, Obiettivo, Piano, Progetto, Riferimento,
    Scheda, Slug, Unita,
};
use short::{CHILD, TITLE, code, names_itself};

/// The ids of a run, for every noun that has one of its own. Bodies and documents have theirs already.
#[derive(Debug)]
pub(super) struct Ids {
    pub(super) piani: PerDraft<Slug>,
    pub(super) unita: PerDraft<Slug>,
    pub(super) linee_strategiche: PerDraft<Slug>,
    pub(super) progetti: PerDraft<Slug>,
    pub(super) obiettivi: PerDraft<Slug>,
    pub(super) fasi: PerDraft<Slug>,
    pub(super) indicatori: PerDraft<Slug>,
    pub(super) attivita: PerDraft<Slug>,
    pub(super) schede: PerDraft<Slug>,
    pub(super) contatti: PerDraft<Slug>,
    /// The short names that several things of one noun have.
    shared: HashSet<Slug>,
}

/// Gives every draft its id. Ids that two editors chose alike are reported; the later thing gets another.
pub(super) fn assign(
    inputs: &Inputs,
    files: &[&Bozze],
    enti: &Enti,
    sections: &[Option<usize>],
    problems: &mut Vec<Diagnostic>,
) -> Ids {
    let site = Site {
        inputs,
        files,
        enti,
        sections,
    };
    let desk = &mut Desk {
        problems,
        shared: HashSet::new(),
    };
    let piani = site.settle(desk, |entry: &Entry<'_, Piano>| site.piano(entry));
    let within = Plans { site, piani: &piani };
    let unita = site.settle(desk, |entry: &Entry<'_, Unita>| within.unita(entry));
    let linee_strategiche = site.settle(desk, |entry: &Entry<'_, LineaStrategica>| within.linea(entry));
    let progetti = site.settle(desk, |entry: &Entry<'_, Progetto>| within.progetto(entry));
    let obiettivi = site.settle(desk, |entry: &Entry<'_, Obiettivo>| within.obiettivo(entry));
    let attivita = site.settle(desk, |entry: &Entry<'_, Attivita>| within.attivita(entry));
    let schede = site.settle(desk, |entry: &Entry<'_, Scheda>| site.scheda(entry));
    let below = Below {
        within,
        obiettivi: &obiettivi,
        progetti: &progetti,
        schede: &schede,
    };
    let fasi = site.settle_parts(desk, |draft, bozze| {
        let nears = below.nears(draft, bozze);
        move |entry: &Entry<'_, Fase>| below.fase(entry, &nears)
    });
    let indicatori = site.settle_parts(desk, |draft, bozze| {
        let nears = below.nears(draft, bozze);
        move |entry: &Entry<'_, Indicatore>| below.indicatore(entry, &nears)
    });
    let contatti = site.settle(desk, |entry: &Entry<'_, Contatto>| below.contatto(entry));
    Ids {
        piani,
        unita,
        linee_strategiche,
        progetti,
        obiettivi,
        fasi,
        indicatori,
        attivita,
        schede,
        contatti,
        shared: std::mem::take(&mut desk.shared),
    }
}

/// What is noted while ids are given.
struct Desk<'p> {
    problems: &'p mut Vec<Diagnostic>,
    /// Short names that several things have.
    shared: HashSet<Slug>,
}

#[derive(Clone, Copy)]
struct Site<'a> {
    inputs: &'a Inputs,
    files: &'a [&'a Bozze],
    enti: &'a Enti,
    sections: &'a [Option<usize>],
}

impl<'a> Site<'a> {
    fn settle<T: Noun + 'a>(
        self,
        desk: &mut Desk<'_>,
        propose: impl Fn(&Entry<'a, T>) -> Proposal<'a> + Sync,
    ) -> PerDraft<Slug> {
        self.settle_parts(desk, |_, _| &propose)
    }

    /// The same of a noun for which something is made first from every file that has any of it.
    fn settle_parts<T: Noun + 'a, P: Fn(&Entry<'a, T>) -> Proposal<'a>>(
        self,
        desk: &mut Desk<'_>,
        of_file: impl Fn(usize, &'a Bozze) -> P + Sync,
    ) -> PerDraft<Slug> {
        let files = self.files.par_iter().enumerate().with_min_len(64);
        let proposals = files
            .filter(|(_, bozze)| !T::list(bozze).is_empty())
            .flat_map_iter(|(draft, bozze)| {
                let propose = of_file(draft, bozze);
                entries_of(draft, bozze).map(move |entry| propose(&entry))
            })
            .collect();
        let settled = settle(proposals, desk.problems);
        desk.shared.extend(settled.shared);
        PerDraft::new::<T>(self.files, settled.ids)
    }

    /// A plan is named by the folder of its section; by its title where the file has several, or where the section is
    /// that of all plans.
    fn piano(self, entry: &Entry<'a, Piano>) -> Proposal<'a> {
        let title = Slug::of_first(&entry.bozza.titolo, TITLE);
        let page = self.inputs.drafts.get(entry.draft);
        let page = page.and_then(|draft| self.inputs.pagine.get(draft.pagina));
        let of_all = page.is_some_and(|page| address::is_of_all_plans(&address::page(page)));
        let only = self.files[entry.draft].piani.len() == 1 && !of_all;
        let folder = self.folder(entry.draft).filter(|_| only);
        Proposal::new(&entry.bozza.id, folder.unwrap_or_else(|| title.clone())).or(move || title.clone())
    }

    /// The folder that a draft's section stands in, or the name of the file of a plain page.
    fn folder(self, draft: usize) -> Option<Slug> {
        let page = self.inputs.pagine.get(self.inputs.drafts.get(draft)?.pagina)?;
        let path = Path::new(page.percorso.as_str());
        let named = if page.sezione {
            path.parent()?.file_name()
        } else {
            path.file_stem()
        };
        Some(Slug::of(named?.to_str()?)).filter(|slug| !slug.as_str().is_empty())
    }

    /// A card is named by its host and number, or title.
    fn scheda(self, entry: &Entry<'a, Scheda>) -> Proposal<'a> {
        let host = self
            .enti
            .slug(entry.draft, &entry.bozza.ente)
            .cloned()
            .unwrap_or_default();
        let title = Slug::of_first(&entry.bozza.titolo, TITLE);
        let number = entry.bozza.numero.map(|number| Slug::of(&number.to_string()));
        let long = host.join(&title);
        let proposal = Proposal::new(&entry.bozza.id, host.join(&number.unwrap_or(title))).or(move || long.clone());
        proposal.of(self.edition(entry.draft))
    }

    /// The edition that the section of a draft holds.
    fn edition(self, draft: usize) -> Edition {
        let draft = self.inputs.drafts.get(draft);
        let page = draft.and_then(|draft| self.inputs.pagine.get(draft.pagina));
        let said = page.and_then(|page| page.sorgente.as_deref());
        said.map_or_else(Edition::default, |said| {
            (said.anno.unwrap_or_default(), said.sostituisce.is_some())
        })
    }
}

#[derive(Clone, Copy)]
struct Plans<'a> {
    site: Site<'a>,
    piani: &'a PerDraft<Slug>,
}

impl<'a> Plans<'a> {
    fn plan(self, draft: usize, reference: &Riferimento) -> Slug {
        match reference {
            Riferimento::Sezione(_) => self.of_section(draft).unwrap_or_default(),
            written => parent(self.piani, draft, written),
        }
    }

    /// The id of what a reference names in its plan. What is written is that id itself, or a code or name that gives it.
    fn named(self, ids: &PerDraft<Slug>, draft: usize, reference: &Riferimento) -> Slug {
        let own = parent(ids, draft, reference);
        let Riferimento::Scritto(text) = reference else {
            return own;
        };
        match self.of_section(draft) {
            Some(plan) if !own.as_str().starts_with(plan.as_str()) && !names_itself(text) => plan.join(&own),
            _ => own,
        }
    }

    /// The plan that the section of a draft describes.
    fn of_section(self, draft: usize) -> Option<Slug> {
        let plan = *self.site.sections.get(draft)?;
        self.piani.get(plan?, 0).cloned()
    }

    /// A unit is named by its code; by the unit above too, where the plan has the code twice.
    fn unita(self, entry: &Entry<'a, Unita>) -> Proposal<'a> {
        let plan = self.plan(entry.draft, &entry.bozza.piano);
        let own = code(&entry.bozza.codice, &entry.bozza.nome);
        let (draft, bozza) = (entry.draft, entry.bozza);
        Proposal::new(&bozza.id, plan.join(&own)).or(move || {
            let above = bozza.superiore.as_ref().map(|above| self.unit_code(draft, above));
            plan.join(&above.unwrap_or_default()).join(&own)
        })
    }

    fn unit_code(self, draft: usize, reference: &Riferimento) -> Slug {
        match reference {
            Riferimento::Scritto(text) => Slug::of_first(text, CHILD),
            Riferimento::Sezione(_) => Slug::default(),
            Riferimento::Locale(local) => {
                let unit = self.site.files[draft].unita.get(*local as usize);
                unit.map_or_else(Slug::default, |unit| code(&unit.codice, &unit.nome))
            }
        }
    }

    /// A strategic line is named by its code, or title; by its level too, where two levels print one title.
    fn linea(self, entry: &Entry<'a, LineaStrategica>) -> Proposal<'a> {
        let plan = self.plan(entry.draft, &entry.bozza.piano);
        let own = match &entry.bozza.codice {
            Some(printed) => Slug::of(printed),
            None => Slug::of_first(&entry.bozza.titolo, TITLE),
        };
        let level = entry.bozza.livello;
        Proposal::new(&entry.bozza.id, plan.join(&own)).or(move || plan.join(&Slug::of(level.word())).join(&own))
    }

    fn progetto(self, entry: &Entry<'a, Progetto>) -> Proposal<'a> {
        let plan = self.plan(entry.draft, &entry.bozza.piano);
        let own = code(&entry.bozza.codice, &entry.bozza.titolo);
        let long = plan.join(&own);
        let short = if names_itself(&entry.bozza.codice) {
            own
        } else {
            long.clone()
        };
        Proposal::new(&entry.bozza.id, short).or(move || long.clone())
    }

    /// An objective is named by its code, or title; by its unit too, where the plan has the title twice.
    fn obiettivo(self, entry: &Entry<'a, Obiettivo>) -> Proposal<'a> {
        let plan = self.plan(entry.draft, &entry.bozza.piano);
        if let Some(printed) = &entry.bozza.codice {
            let long = plan.join(&Slug::of(printed));
            let short = if names_itself(printed) {
                Slug::of(printed)
            } else {
                long.clone()
            };
            return Proposal::new(&entry.bozza.id, short).or(move || long.clone());
        }
        let own = Slug::of_first(&entry.bozza.titolo, TITLE);
        let (draft, bozza) = (entry.draft, entry.bozza);
        Proposal::new(&bozza.id, plan.join(&own)).or(move || {
            let unit = bozza.unita.as_ref().map(|unit| self.unit_code(draft, unit));
            plan.join(&unit.unwrap_or_default()).join(&own)
        })
    }

    fn attivita(self, entry: &Entry<'a, Attivita>) -> Proposal<'a> {
        let plan = self.plan(entry.draft, &entry.bozza.piano);
        let own = match &entry.bozza.codice {
            Some(printed) => Slug::of(printed),
            None => Slug::of_first(&entry.bozza.descrizione, CHILD),
        };
        let bozza = entry.bozza;
        Proposal::new(&bozza.id, plan.join(&own)).or(move || {
            let action = bozza.azione.as_ref().map(|action| Slug::of_first(action, CHILD));
            plan.join(&action.unwrap_or_default()).join(&own)
        })
    }
}

#[derive(Clone, Copy)]
struct Below<'a> {
    within: Plans<'a>,
    obiettivi: &'a PerDraft<Slug>,
    progetti: &'a PerDraft<Slug>,
    schede: &'a PerDraft<Slug>,
}

impl<'a> Below<'a> {
    /// A phase is named by its name in the unit; by its objective and printed ordinal too, where the unit has the name
    /// several times. So the title of an objective can be mended without calling its phases another name.
    fn fase(self, entry: &Entry<'a, Fase>, nears: &[Slug]) -> Proposal<'a> {
        let (draft, bozza) = (entry.draft, entry.bozza);
        let objective = bozza.obiettivo.as_ref();
        let project = bozza.progetto.as_ref();
        let project = move || project.map(|reference| self.within.named(self.progetti, draft, reference));
        let near = objective
            .map(|reference| self.near(draft, reference, nears))
            .or_else(project);
        let own = Slug::of_first(&bozza.nome, CHILD);
        Proposal::new(&bozza.id, near.unwrap_or_default().join(&own)).or(move || {
            let above = objective.map(|reference| self.within.named(self.obiettivi, draft, reference));
            let above = above.or_else(project).unwrap_or_default();
            above.join(&own).join(&Slug::of(&bozza.ordine.to_string()))
        })
    }

    /// What the parts of each objective of a file are named by: the objective where it has a code, else its unit.
    fn nears(self, draft: usize, bozze: &Bozze) -> Vec<Slug> {
        let near = |(local, objective): (usize, &Obiettivo<Bozza>)| {
            if objective.codice.is_some() {
                return self.obiettivi.get(draft, local).cloned().unwrap_or_default();
            }
            let unit = objective.unita.as_ref().map(|unit| self.within.unit_code(draft, unit));
            let plan = self.within.plan(draft, &objective.piano);
            plan.join(&unit.unwrap_or_default())
        };
        bozze.obiettivi.iter().enumerate().map(near).collect()
    }

    /// What the parts of the objective that a reference names are named by.
    fn near(self, draft: usize, reference: &Riferimento, nears: &[Slug]) -> Slug {
        let own = match reference {
            Riferimento::Locale(local) => nears.get(*local as usize).cloned(),
            _ => None,
        };
        own.unwrap_or_else(|| self.within.named(self.obiettivi, draft, reference))
    }

    /// An indicator is named by its code, or by what it measures in the unit or plan; by its objective, field and
    /// action too, where that is measured several times.
    fn indicatore(self, entry: &Entry<'a, Indicatore>, nears: &[Slug]) -> Proposal<'a> {
        let (draft, bozza) = (entry.draft, entry.bozza);
        let plan = move || self.within.plan(draft, &bozza.piano);
        let objective = bozza.obiettivo.as_ref();
        let near = objective.map_or_else(plan, |reference| self.near(draft, reference, nears));
        let own = match &bozza.codice {
            Some(printed) => Slug::of(printed),
            None => Slug::of_first(&bozza.testo, CHILD),
        };
        let itself = bozza.codice.as_ref().is_some_and(|printed| names_itself(printed));
        let short = if itself { own.clone() } else { near.join(&own) };
        Proposal::new(&bozza.id, short).or(move || {
            let above = objective.map_or_else(plan, |reference| self.within.named(self.obiettivi, draft, reference));
            let kind = bozza.ambito.map_or_else(Slug::default, |kind| Slug::of(kind.word()));
            let action = bozza.azione.as_ref().map(|action| Slug::of_first(action, CHILD));
            above.join(&kind).join(&action.unwrap_or_default()).join(&own)
        })
    }

    /// A contact is named by the host and number of the card and what the person does, never by the person's name; by
    /// the card's title too, where the host has several cards without a number.
    fn contatto(self, entry: &Entry<'a, Contatto>) -> Proposal<'a> {
        let card = entry.bozza.scheda.as_ref();
        let near = card.map(|reference| self.host_and_number(entry.draft, reference));
        let above = card.map(|reference| parent(self.schede, entry.draft, reference));
        let plan = entry.bozza.piano.as_ref();
        let plan = || plan.map(|reference| self.within.plan(entry.draft, reference));
        let role = Slug::of(entry.bozza.ruolo.word());
        let short = near.or_else(plan).unwrap_or_default().join(&role);
        let body = entry.bozza.ente.as_ref();
        let body = body
            .and_then(|body| self.within.site.enti.slug(entry.draft, body))
            .cloned();
        let long = above.or_else(plan).unwrap_or_default().join(&role);
        let long = long.join(&body.unwrap_or_default());
        let proposal = Proposal::new(&entry.bozza.id, short).or(move || long.clone());
        proposal.of(self.within.site.edition(entry.draft))
    }

    fn host_and_number(self, draft: usize, reference: &Riferimento) -> Slug {
        let Riferimento::Locale(local) = reference else {
            return parent(self.schede, draft, reference);
        };
        let Some(card) = self.within.site.files[draft].schede.get(*local as usize) else {
            return Slug::default();
        };
        let host = self.within.site.enti.slug(draft, &card.ente).cloned();
        let number = card.numero.map(|number| Slug::of(&number.to_string()));
        host.unwrap_or_default().join(&number.unwrap_or_default())
    }
}

/// The id of what a reference names; of a written one, the slug of what is written, which is the id where it is right.
fn parent(ids: &PerDraft<Slug>, draft: usize, reference: &Riferimento) -> Slug {
    match reference {
        Riferimento::Locale(local) => ids.get(draft, *local as usize).cloned().unwrap_or_default(),
        Riferimento::Scritto(text) => Slug::of(text),
        Riferimento::Sezione(_) => Slug::default(),
    }
}
