//! What measures a plan: phases, indicators, people, money.

use super::super::cell::Cell;
use super::super::table::{Definition, Kind};
use super::{label, optional, required};
use crate::graph::Graph;
use crate::model::{
    Ambito, Assegnazione, Direzione, Fase, Id, Indicatore, Natura, Obiettivo, Operatore, Progetto, ValoreAtteso,
    VoceBilancio,
};

fn obiettivo(graph: &Graph, id: Option<Id<Obiettivo>>) -> Cell<'_> {
    Cell::from(id.map(|id| &graph.obiettivi[id].id))
}

fn progetto(graph: &Graph, id: Option<Id<Progetto>>) -> Cell<'_> {
    Cell::from(id.map(|id| &graph.progetti[id].id))
}

fn page(graph: &Graph, obiettivo: Option<Id<Obiettivo>>, progetto: Option<Id<Progetto>>) -> &str {
    match (obiettivo, progetto) {
        (Some(obiettivo), _) => &graph.obiettivi[obiettivo].url,
        (None, Some(progetto)) => &graph.progetti[progetto].url,
        (None, None) => "",
    }
}

pub(super) const FASI: Definition<Fase> = Definition {
    name: "fasi",
    title: "Fasi",
    description: "Le fasi degli obiettivi e dei progetti, previste ed effettive",
    keyed: true,
    list: |graph| &graph.fasi,
    label: |_, fase| label(&fase.nome),
    url: |graph, fase| page(graph, fase.obiettivo, fase.progetto),
    origin: Some(|fase| &fase.origine),
    columns: &[
        required("id", Kind::Text, "Identificativo", |_, f| Cell::from(&f.id)),
        optional("obiettivo", Kind::Reference("obiettivi"), "Obiettivo", |graph, f| {
            obiettivo(graph, f.obiettivo)
        }),
        optional(
            "progetto",
            Kind::Reference("progetti"),
            "Prodotto o progetto",
            |graph, f| progetto(graph, f.progetto),
        ),
        required("ordine", Kind::Integer, "Ordine tra le fasi", |_, f| {
            Cell::from(f.ordine)
        }),
        required("nome", Kind::Text, "Nome", |_, f| Cell::from(&f.nome)),
        optional("descrizione", Kind::Text, "Descrizione", |_, f| {
            Cell::from(f.descrizione.as_ref())
        }),
        optional("inizio", Kind::Day, "Inizio previsto", |_, f| {
            Cell::from(f.inizio.as_ref())
        }),
        optional("fine", Kind::Day, "Fine prevista", |_, f| Cell::from(f.fine.as_ref())),
        optional("inizio_effettivo", Kind::Day, "Inizio effettivo", |_, f| {
            Cell::from(f.inizio_effettivo.as_ref())
        }),
        optional("fine_effettiva", Kind::Day, "Fine effettiva", |_, f| {
            Cell::from(f.fine_effettiva.as_ref())
        }),
    ],
};

pub(super) const INDICATORI: Definition<Indicatore> = Definition {
    name: "indicatori",
    title: "Indicatori",
    description: "Che cosa si misura, con il valore atteso e quello raggiunto",
    keyed: true,
    list: |graph| &graph.indicatori,
    label: |_, indicatore| label(&indicatore.testo),
    url: |graph, indicatore| match indicatore.obiettivo {
        Some(obiettivo) => &graph.obiettivi[obiettivo].url,
        None => &graph.piani[indicatore.piano].url,
    },
    origin: Some(|indicatore| &indicatore.origine),
    columns: &[
        required("id", Kind::Text, "Identificativo", |_, i| Cell::from(&i.id)),
        required("piano", Kind::Reference("piani"), "Piano o progetto", |graph, i| {
            Cell::from(&graph.piani[i.piano].id)
        }),
        optional("obiettivo", Kind::Reference("obiettivi"), "Obiettivo", |graph, i| {
            obiettivo(graph, i.obiettivo)
        }),
        optional("azione", Kind::Text, "Azione del progetto, come scritta", |_, i| {
            Cell::from(i.azione.as_ref())
        }),
        optional("codice", Kind::Text, "Codice come scritto", |_, i| {
            Cell::from(i.codice.as_ref())
        }),
        optional(
            "ambito",
            Kind::Word(Ambito::WORDS),
            "Di output o di risultato",
            |_, i| Cell::from(i.ambito.map(Ambito::word)),
        ),
        required("testo", Kind::Text, "Che cosa si misura", |_, i| Cell::from(&i.testo)),
        optional("valore_atteso", Kind::Text, "Valore atteso, come scritto", |_, i| {
            Cell::from(i.valore_atteso.as_ref())
        }),
        optional(
            "tipo_valore",
            Kind::Word(ValoreAtteso::KINDS),
            "Genere di valore",
            |_, i| Cell::from(i.valore.as_ref().map(ValoreAtteso::tipo)),
        ),
        optional(
            "operatore",
            Kind::Word(Operatore::WORDS),
            "Confronto con il valore atteso",
            |_, i| Cell::from(i.operatore.map(Operatore::word)),
        ),
        optional("valore", Kind::Text, "Valore atteso, letto", |_, i| {
            i.valore.as_ref().map_or(Cell::Empty, expected)
        }),
        optional("valore_raggiunto", Kind::Text, "Valore raggiunto", |_, i| {
            Cell::from(i.valore_raggiunto.as_ref())
        }),
        optional("nota", Kind::Text, "Nota", |_, i| Cell::from(i.nota.as_ref())),
    ],
};

fn expected(valore: &ValoreAtteso) -> Cell<'_> {
    match valore {
        ValoreAtteso::Numero(text) | ValoreAtteso::Percentuale(text) | ValoreAtteso::Testo(text) => Cell::from(text),
        ValoreAtteso::Data(day) => Cell::Day(*day),
        ValoreAtteso::SiNo(true) => Cell::from("si"),
        ValoreAtteso::SiNo(false) => Cell::from("no"),
    }
}

pub(super) const ASSEGNAZIONI: Definition<Assegnazione> = Definition {
    name: "assegnazioni",
    title: "Personale assegnato",
    description: "Chi lavora a un obiettivo o a un progetto, per quanto la legge consente di pubblicare",
    keyed: false,
    list: |graph| &graph.assegnazioni,
    label: |_, assegnazione| {
        let text = assegnazione.persona.as_ref().or(assegnazione.ruolo.as_ref());
        text.or(assegnazione.categoria.as_ref())
            .map(|text| label(text))
            .unwrap_or_default()
    },
    url: |graph, assegnazione| page(graph, assegnazione.obiettivo, assegnazione.progetto),
    origin: Some(|assegnazione| &assegnazione.origine),
    columns: &[
        optional("obiettivo", Kind::Reference("obiettivi"), "Obiettivo", |graph, a| {
            obiettivo(graph, a.obiettivo)
        }),
        optional(
            "progetto",
            Kind::Reference("progetti"),
            "Prodotto o progetto",
            |graph, a| progetto(graph, a.progetto),
        ),
        optional("persona", Kind::Text, "Nome; vuoto se non pubblicabile", |_, a| {
            Cell::from(a.persona.as_ref())
        }),
        optional("categoria", Kind::Text, "Categoria", |_, a| {
            Cell::from(a.categoria.as_ref())
        }),
        optional("ruolo", Kind::Text, "Ruolo o rapporto di lavoro", |_, a| {
            Cell::from(a.ruolo.as_ref())
        }),
        optional("inizio", Kind::Day, "Dal", |_, a| Cell::from(a.inizio.as_ref())),
        optional("fine", Kind::Day, "Al", |_, a| Cell::from(a.fine.as_ref())),
        optional("impegno_percentuale", Kind::Decimal, "Impegno, per cento", |_, a| {
            Cell::from(a.impegno_percentuale.as_ref())
        }),
    ],
};

pub(super) const BILANCIO: Definition<VoceBilancio> = Definition {
    name: "bilancio",
    title: "Voci di bilancio",
    description: "Le entrate e le spese previste per ogni prodotto o progetto",
    keyed: false,
    list: |graph| &graph.bilancio,
    label: |_, voce| label(&voce.descrizione),
    url: |graph, voce| &graph.progetti[voce.progetto].url,
    origin: Some(|voce| &voce.origine),
    columns: &[
        required(
            "progetto",
            Kind::Reference("progetti"),
            "Prodotto o progetto",
            |graph, v| Cell::from(&graph.progetti[v.progetto].id),
        ),
        required("capitolo", Kind::Text, "Capitolo, come scritto", |_, v| {
            Cell::from(&v.capitolo)
        }),
        optional("articolo", Kind::Text, "Articolo, come scritto", |_, v| {
            Cell::from(&v.articolo)
        }),
        optional("descrizione", Kind::Text, "Descrizione", |_, v| {
            Cell::from(&v.descrizione)
        }),
        required("direzione", Kind::Word(Direzione::WORDS), "Entrata o spesa", |_, v| {
            Cell::from(v.direzione.word())
        }),
        optional(
            "natura",
            Kind::Word(Natura::WORDS),
            "Corrente o in conto capitale",
            |_, v| Cell::from(v.natura.map(Natura::word)),
        ),
        required("importo", Kind::Decimal, "Importo, in euro", |_, v| {
            Cell::from(&v.importo)
        }),
    ],
};
