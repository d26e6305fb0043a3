use std::sync::Arc;

use super::{Linker, address, address_or, id, objective};
use crate::diag::Diagnostic;
use crate::graph::link::EDITORS;
use crate::graph::link::scope::Scope;
use crate::graph::link::table::{Entry, entries};
use crate::model::{
    Assegnazione, Bozze, Fase, Id, Indicatore, LineaStrategica, Obiettivo, Pagina, Piano, Progetto, Riferimento, Slug,
    Testo, Totale, Unita, VoceBilancio,
};

impl<'a> Linker<'a> {
    /// The page whose front matter names a draft's document or holds its facts.
    pub(super) fn page(&self, draft: usize) -> Option<&'a Pagina> {
        let page = self.inputs.drafts.get(draft)?.pagina;
        self.inputs.pagine.get(page).map(AsRef::as_ref)
    }

    /// The plan that a draft stands in.
    pub(super) fn plan(
        &self,
        draft: usize,
        reference: &Riferimento,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<(Id<Piano>, &Piano)> {
        let id = self.piani.resolve(draft, reference, self.near(draft), problems)?;
        Some((id, self.piani.node(id)))
    }

    /// What decides between cards or plans of one name: those of a draft's own section are nearer than others.
    pub(super) fn near(&self, draft: usize) -> Scope<'a> {
        Scope::Section(self.inputs, draft)
    }

    /// The plan of the section that a draft stands in: codes and names are looked for there first.
    fn section_plan(&self, draft: usize) -> Option<Id<Piano>> {
        self.piani.sections.get(draft).copied().flatten()
    }

    pub(super) fn piano(&self, entry: &Entry<'_, Piano>) -> Option<Piano> {
        let bozza = entry.bozza;
        let id = id(&self.ids.piani, entry);
        Some(Piano {
            ente: self.ente(entry.draft, bozza.ente.as_ref()),
            titolo: bozza.titolo.clone(),
            tipo: bozza.tipo,
            inizio: bozza.inizio,
            fine: bozza.fine,
            url: address_or(&bozza.url, || self.plan_page(entry.draft, &id)),
            costo: bozza.costo,
            programma: bozza.programma.clone(),
            cup: bozza.cup.clone(),
            atto: bozza.atto.clone(),
            origine: bozza.origine.clone(),
            id,
        })
    }

    /// A plan stands at its section; one of several of a file, or of the section of all plans, below it.
    fn plan_page(&self, draft: usize, id: &Slug) -> Testo {
        let Some(page) = self.page(draft) else {
            return address::below("/piani/", id.as_str());
        };
        let section = address::page(page);
        if self.ids.piani.count(draft) == 1 && !address::is_of_all_plans(&section) {
            return section;
        }
        address::below(&section, id.as_str())
    }

    pub(super) fn unita(&self, entry: &Entry<'_, Unita>, problems: &mut Vec<Diagnostic>) -> Option<Unita> {
        let bozza = entry.bozza;
        let id = id(&self.ids.unita, entry);
        let (piano, plan) = self.plan(entry.draft, &bozza.piano, problems)?;
        Some(Unita {
            piano,
            codice: bozza.codice.clone(),
            nome: bozza.nome.clone(),
            tipo: bozza.tipo,
            superiore: None,
            responsabile: bozza.responsabile.clone(),
            url: address_or(&bozza.url, || address::unita(plan, &id)),
            origine: bozza.origine.clone(),
            id,
        })
    }

    pub(super) fn linea(
        &self,
        entry: &Entry<'_, LineaStrategica>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<LineaStrategica> {
        let bozza = entry.bozza;
        let id = id(&self.ids.linee_strategiche, entry);
        let (piano, plan) = self.plan(entry.draft, &bozza.piano, problems)?;
        Some(LineaStrategica {
            piano,
            livello: bozza.livello,
            codice: bozza.codice.clone(),
            titolo: bozza.titolo.clone(),
            superiore: None,
            url: address_or(&bozza.url, || address::in_plan(plan, "strategia", &id)),
            origine: bozza.origine.clone(),
            id,
        })
    }

    pub(super) fn progetto(&self, entry: &Entry<'_, Progetto>, problems: &mut Vec<Diagnostic>) -> Option<Progetto> {
        let bozza = entry.bozza;
        let id = id(&self.ids.progetti, entry);
        let (piano, plan) = self.plan(entry.draft, &bozza.piano, problems)?;
        Some(Progetto {
            piano,
            codice: bozza.codice.clone(),
            tipo: bozza.tipo,
            titolo: bozza.titolo.clone(),
            titolo_annunciato: bozza.titolo_annunciato.clone(),
            riferimento: bozza.riferimento.clone(),
            descrizione: bozza.descrizione.clone(),
            unita: self.unit(entry.draft, bozza.unita.as_ref(), piano, problems),
            linea_strategica: self.line(entry.draft, bozza.linea_strategica.as_ref(), piano, problems),
            budget: bozza.budget,
            percentuale: bozza.percentuale,
            annuncio: bozza.annuncio,
            cartella: bozza.cartella,
            totale_entrate: bozza.totale_entrate,
            totale_spese: bozza.totale_spese,
            url: address_or(&bozza.url, || self.page_in_plan(entry.draft, plan, "progetti", &id)),
            origine: bozza.origine.clone(),
            id,
        })
    }

    pub(super) fn obiettivo(
        &self,
        entry: &Entry<'_, Obiettivo>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Arc<Obiettivo>> {
        let bozza = entry.bozza;
        let id = id(&self.ids.obiettivi, entry);
        let (piano, plan) = self.plan(entry.draft, &bozza.piano, problems)?;
        let project = bozza.progetto.as_ref();
        let unita = self.unit(entry.draft, bozza.unita.as_ref(), piano, problems);
        let progetto = project.and_then(|it| self.progetti.resolve(entry.draft, it, Some(piano), problems));
        let linea_strategica = self.line(entry.draft, bozza.linea_strategica.as_ref(), piano, problems);
        let url = address_or(&bozza.url, || self.page_in_plan(entry.draft, plan, "obiettivi", &id));
        let same = |it: &&Arc<Obiettivo>| {
            (it.piano, it.unita, it.progetto, it.linea_strategica) == (piano, unita, progetto, linea_strategica)
                && (&it.id, &it.url) == (&id, &url)
        };
        if let Some(known) = self.known.node(entry).filter(same) {
            return Some(Arc::clone(known));
        }
        let links = (piano, unita, progetto, linea_strategica);
        Some(Arc::new(objective::obiettivo(bozza, id, url, links)))
    }

    /// Hangs the units below each other, once all are there.
    pub(super) fn unita_above(&mut self, files: &[&Bozze], problems: &mut Vec<Diagnostic>) {
        let above = entries::<Unita>(files).filter_map(|entry| {
            let here = (*self.unita.places.get(entry.draft, entry.local)?)?;
            let reference = entry.bozza.superiore.as_ref()?;
            let plan = self.unita.node(here).piano;
            Some((here, self.unita.resolve(entry.draft, reference, Some(plan), problems)?))
        });
        for (here, above) in above.collect::<Vec<_>>() {
            Arc::make_mut(&mut self.unita.nodes[here.index()]).superiore = Some(above);
        }
    }

    /// Hangs the strategic lines below each other, once all are there.
    pub(super) fn linee_above(&mut self, files: &[&Bozze], problems: &mut Vec<Diagnostic>) {
        let lines = &self.linee_strategiche;
        let above = entries::<LineaStrategica>(files).filter_map(|entry| {
            let here = (*lines.places.get(entry.draft, entry.local)?)?;
            let reference = entry.bozza.superiore.as_ref()?;
            let plan = lines.node(here).piano;
            Some((here, lines.resolve(entry.draft, reference, Some(plan), problems)?))
        });
        for (here, above) in above.collect::<Vec<_>>() {
            Arc::make_mut(&mut self.linee_strategiche.nodes[here.index()]).superiore = Some(above);
        }
    }

    /// The page of a thing in a plan: the editor's page that describes just this, else one in the plan's folder.
    fn page_in_plan(&self, draft: usize, plan: &Piano, folder: &str, id: &Slug) -> Testo {
        let own = self.inputs.drafts[draft].reader == EDITORS && self.ids.piani.count(draft) == 0;
        match self.page(draft).filter(|page| own && !page.sezione) {
            Some(page) => address::page(page),
            None => address::in_plan(plan, folder, id),
        }
    }

    fn unit(
        &self,
        draft: usize,
        reference: Option<&Riferimento>,
        plan: Id<Piano>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Id<Unita>> {
        self.unita.resolve(draft, reference?, Some(plan), problems)
    }

    fn line(
        &self,
        draft: usize,
        reference: Option<&Riferimento>,
        plan: Id<Piano>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Id<LineaStrategica>> {
        self.linee_strategiche.resolve(draft, reference?, Some(plan), problems)
    }

    pub(super) fn fase(&self, entry: &Entry<'_, Fase>, problems: &mut Vec<Diagnostic>) -> Arc<Fase> {
        let bozza = entry.bozza;
        let id = id(&self.ids.fasi, entry);
        let objective = bozza.obiettivo.as_ref();
        let obiettivo = objective.and_then(|it| {
            self.obiettivi
                .resolve(entry.draft, it, self.section_plan(entry.draft), problems)
        });
        let progetto = self.project(entry.draft, bozza.progetto.as_ref(), problems);
        let same = |it: &&Arc<Fase>| (it.obiettivo, it.progetto, &it.id) == (obiettivo, progetto, &id);
        if let Some(known) = self.known.node(entry).filter(same) {
            return Arc::clone(known);
        }
        Arc::new(objective::fase(bozza, id, (obiettivo, progetto)))
    }

    /// The product or project of a thing that may stand in another plan.
    fn project(
        &self,
        draft: usize,
        reference: Option<&Riferimento>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Id<Progetto>> {
        self.progetti
            .resolve(draft, reference?, self.section_plan(draft), problems)
    }

    pub(super) fn indicatore(
        &self,
        entry: &Entry<'_, Indicatore>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Arc<Indicatore>> {
        let bozza = entry.bozza;
        let id = id(&self.ids.indicatori, entry);
        let (piano, _) = self.plan(entry.draft, &bozza.piano, problems)?;
        let objective = bozza.obiettivo.as_ref();
        let obiettivo = objective.and_then(|it| self.obiettivi.resolve(entry.draft, it, Some(piano), problems));
        let same = |it: &&Arc<Indicatore>| (it.piano, it.obiettivo, &it.id) == (piano, obiettivo, &id);
        if let Some(known) = self.known.node(entry).filter(same) {
            return Some(Arc::clone(known));
        }
        Some(Arc::new(objective::indicatore(bozza, id, (piano, obiettivo))))
    }

    pub(super) fn assegnazione(
        &self,
        entry: &Entry<'_, Assegnazione>,
        problems: &mut Vec<Diagnostic>,
    ) -> Arc<Assegnazione> {
        let bozza = entry.bozza;
        let objective = bozza.obiettivo.as_ref();
        let obiettivo = objective.and_then(|it| {
            self.obiettivi
                .resolve(entry.draft, it, self.section_plan(entry.draft), problems)
        });
        let progetto = self.project(entry.draft, bozza.progetto.as_ref(), problems);
        let same = |it: &&Arc<Assegnazione>| (it.obiettivo, it.progetto) == (obiettivo, progetto);
        if let Some(known) = self.known.node(entry).filter(same) {
            return Arc::clone(known);
        }
        Arc::new(objective::assegnazione(bozza, (obiettivo, progetto)))
    }

    pub(super) fn voce_bilancio(
        &self,
        entry: &Entry<'_, VoceBilancio>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<VoceBilancio> {
        let bozza = entry.bozza;
        Some(VoceBilancio {
            progetto: self
                .progetti
                .resolve(entry.draft, &bozza.progetto, self.section_plan(entry.draft), problems)?,
            capitolo: bozza.capitolo.clone(),
            articolo: bozza.articolo.clone(),
            descrizione: bozza.descrizione.clone(),
            direzione: bozza.direzione,
            natura: bozza.natura,
            importo: bozza.importo,
            origine: bozza.origine.clone(),
        })
    }

    pub(super) fn totale(&self, entry: &Entry<'_, Totale>, problems: &mut Vec<Diagnostic>) -> Option<Totale> {
        let bozza = entry.bozza;
        Some(Totale {
            unita: self.unita.resolve(entry.draft, &bozza.unita, None, problems)?,
            livello: bozza.livello,
            percorso: bozza.percorso.clone(),
            importo: bozza.importo,
            percentuale: bozza.percentuale,
            origine: bozza.origine.clone(),
        })
    }
}
