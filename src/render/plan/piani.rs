//! Pages of plans: the data bank and, for each PEG, its plan, units, lines, objectives, products, budget, deadlines.

use std::sync::Arc;

use crate::graph::confronto::precedente;
use crate::model::{Id, Piano, TipoPiano};
use crate::render::view::piani::{self, Fini, Narrowing, has_budget};
use crate::render::{Job, Site};

/// Lists the pages of plans.
pub(super) fn jobs<'g>(site: &Site<'g>, jobs: &mut Vec<Job<'g>>) {
    if site.graph.piani.is_empty() {
        return;
    }
    jobs.push(Job::new("/piani/", "piani/elenco.html", |site| {
        piani::elenco(site, None)
    }));
    for narrowing in Narrowing::all(site) {
        let url = narrowing.url();
        jobs.push(Job::new(url, "piani/elenco.html", move |site| {
            piani::elenco(site, Some(&narrowing))
        }));
    }
    let pegs = site
        .graph
        .piani
        .entries()
        .filter(|(_, piano)| piano.tipo == TipoPiano::Peg);
    for (id, piano) in pegs {
        jobs.push(
            Job::new(&*piano.url, "piani/piano.html", move |site| piani::piano(site, id))
                .from_place(piano.origine.span),
        );
        of_plan(site, id, jobs);
    }
    for (id, _) in site.graph.piani.entries() {
        deadlines(site, id, jobs);
    }
}

fn of_plan<'g>(site: &Site<'g>, id: Id<Piano>, jobs: &mut Vec<Job<'g>>) {
    let (graph, to) = (site.graph, &site.graph.relations);
    for of in to.unita_di_piano.of(id).iter().copied() {
        let unita = &graph.unita[of];
        jobs.push(
            Job::new(&*unita.url, "piani/unita.html", move |site| piani::unita(site, of))
                .from_place(unita.origine.span),
        );
    }
    for of in to.linee_di_piano.of(id).iter().copied() {
        let linea = &graph.linee_strategiche[of];
        jobs.push(
            Job::new(&*linea.url, "piani/linea.html", move |site| piani::linea(site, of))
                .from_place(linea.origine.span),
        );
    }
    for of in to.obiettivi_di_piano.of(id).iter().copied() {
        let obiettivo = &graph.obiettivi[of];
        let job = Job::new(&*obiettivo.url, "piani/obiettivo.html", move |site| {
            piani::obiettivo(site, of)
        });
        jobs.push(job.from_place(obiettivo.origine.span));
    }
    for of in to.progetti_di_piano.of(id).iter().copied() {
        let progetto = &graph.progetti[of];
        let job = Job::new(&*progetto.url, "piani/progetto.html", move |site| {
            piani::progetto(site, of)
        });
        jobs.push(job.from_place(progetto.origine.span));
    }
    if let Some(prima) = precedente(graph, id) {
        let url = format!("{}confronto/", graph.piani[id].url);
        jobs.push(Job::new(url.clone(), "piani/confronto.html", move |site| {
            piani::confronto(site, id, prima, url.clone())
        }));
    }
    if has_budget(graph, id) {
        let url = format!("{}bilancio/", graph.piani[id].url);
        jobs.push(Job::new(url.clone(), "piani/bilancio.html", move |site| {
            piani::bilancio(site, id, url.clone())
        }));
    }
}

fn deadlines<'g>(site: &Site<'g>, id: Id<Piano>, jobs: &mut Vec<Job<'g>>) {
    let Some(fini) = Fini::of(site.graph, id).map(Arc::new) else {
        return;
    };
    for (month, part) in fini.pages() {
        let fini = Arc::clone(&fini);
        jobs.push(Job::new(part.url.clone(), "piani/scadenze.html", move |site| {
            piani::scadenze_del_mese(site, &fini, month, &part)
        }));
    }
    jobs.push(Job::new(fini.url().to_owned(), "piani/scadenze.html", move |site| {
        piani::scadenze(site, &fini)
    }));
}
