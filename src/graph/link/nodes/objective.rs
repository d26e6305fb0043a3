//! Objectives and their parts, from a draft and the nodes that its references were found to mean.

use crate::model::{
    Assegnazione, Bozza, Fase, Id, Indicatore, LineaStrategica, Obiettivo, Piano, Progetto, Slug, Testo, Unita,
};

/// What an objective stands in and serves: plan, unit, product or project, strategic line.
type Links = (
    Id<Piano>,
    Option<Id<Unita>>,
    Option<Id<Progetto>>,
    Option<Id<LineaStrategica>>,
);

/// What a part belongs to: an objective, or a product or project.
type Parents = (Option<Id<Obiettivo>>, Option<Id<Progetto>>);

pub(in crate::graph::link) fn obiettivo(bozza: &Obiettivo<Bozza>, id: Slug, url: Testo, links: Links) -> Obiettivo {
    let (piano, unita, progetto, linea_strategica) = links;
    Obiettivo {
        id,
        piano,
        codice: bozza.codice.clone(),
        tipo: bozza.tipo,
        titolo: bozza.titolo.clone(),
        descrizione: bozza.descrizione.clone(),
        unita,
        progetto,
        peso_indicatori: bozza.peso_indicatori,
        peso_fasi: bozza.peso_fasi,
        linea_strategica,
        url,
        origine: bozza.origine.clone(),
    }
}

pub(in crate::graph::link) fn fase(bozza: &Fase<Bozza>, id: Slug, (obiettivo, progetto): Parents) -> Fase {
    Fase {
        id,
        obiettivo,
        progetto,
        ordine: bozza.ordine,
        nome: bozza.nome.clone(),
        descrizione: bozza.descrizione.clone(),
        inizio: bozza.inizio,
        fine: bozza.fine,
        inizio_effettivo: bozza.inizio_effettivo,
        fine_effettiva: bozza.fine_effettiva,
        mesi_previsti: bozza.mesi_previsti,
        mesi_consuntivi: bozza.mesi_consuntivi,
        origine: bozza.origine.clone(),
    }
}

pub(in crate::graph::link) fn indicatore(
    bozza: &Indicatore<Bozza>,
    id: Slug,
    (piano, obiettivo): (Id<Piano>, Option<Id<Obiettivo>>),
) -> Indicatore {
    Indicatore {
        id,
        piano,
        obiettivo,
        azione: bozza.azione.clone(),
        codice: bozza.codice.clone(),
        ambito: bozza.ambito,
        testo: bozza.testo.clone(),
        valore_atteso: bozza.valore_atteso.clone(),
        operatore: bozza.operatore,
        valore: bozza.valore.clone(),
        valore_raggiunto: bozza.valore_raggiunto.clone(),
        nota: bozza.nota.clone(),
        origine: bozza.origine.clone(),
    }
}

pub(in crate::graph::link) fn assegnazione(
    bozza: &Assegnazione<Bozza>,
    (obiettivo, progetto): Parents,
) -> Assegnazione {
    Assegnazione {
        obiettivo,
        progetto,
        persona: bozza.persona.clone(),
        categoria: bozza.categoria.clone(),
        ruolo: bozza.ruolo.clone(),
        inizio: bozza.inizio,
        fine: bozza.fine,
        impegno_percentuale: bozza.impegno_percentuale,
        origine: bozza.origine.clone(),
    }
}
