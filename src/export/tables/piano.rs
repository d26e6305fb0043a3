//! Plans: units, strategic lines, products and projects, objectives.

use super::super::cell::Cell;
use super::super::table::{Definition, Kind};
use super::{label, optional, prose, required};
use crate::model::{
    LineaStrategica, LivelloLinea, Obiettivo, Piano, Progetto, TipoObiettivo, TipoPiano, TipoProgetto, TipoUnita, Unita,
};

pub(super) const PIANI: Definition<Piano> = Definition {
    name: "piani",
    title: "Piani e progetti",
    description: "I piani esecutivi di gestione e i progetti pubblicati",
    keyed: true,
    list: |graph| &graph.piani,
    label: |_, piano| label(&piano.titolo),
    url: |_, piano| &piano.url,
    origin: Some(|piano| &piano.origine),
    columns: &[
        required("id", Kind::Text, "Identificativo", |_, p| Cell::from(&p.id)),
        optional("ente", Kind::Reference("enti"), "Ente titolare", |graph, p| {
            Cell::from(p.ente.map(|ente| &graph.enti[ente].id))
        }),
        required("titolo", Kind::Text, "Titolo", |_, p| Cell::from(&p.titolo)),
        required("tipo", Kind::Word(TipoPiano::WORDS), "Piano o progetto", |_, p| {
            Cell::from(p.tipo.word())
        }),
        optional("inizio", Kind::Day, "Primo giorno", |_, p| {
            Cell::from(p.inizio.as_ref())
        }),
        optional("fine", Kind::Day, "Ultimo giorno", |_, p| Cell::from(p.fine.as_ref())),
        required("url", Kind::Text, "Pagina del piano", |_, p| Cell::from(&p.url)),
    ],
};

pub(super) const UNITA: Definition<Unita> = Definition {
    name: "unita",
    title: "Unità organizzative",
    description: "Settori, uffici e centri di responsabilità dei piani",
    keyed: true,
    list: |graph| &graph.unita,
    label: |_, unita| label(&unita.nome),
    url: |_, unita| &unita.url,
    origin: Some(|unita| &unita.origine),
    columns: &[
        required("id", Kind::Text, "Identificativo", |_, u| Cell::from(&u.id)),
        required("piano", Kind::Reference("piani"), "Piano", |graph, u| {
            Cell::from(&graph.piani[u.piano].id)
        }),
        required("codice", Kind::Text, "Codice come scritto", |_, u| {
            Cell::from(&u.codice)
        }),
        required("nome", Kind::Text, "Nome", |_, u| Cell::from(&u.nome)),
        required("tipo", Kind::Word(TipoUnita::WORDS), "Genere di unità", |_, u| {
            Cell::from(u.tipo.word())
        }),
        optional(
            "superiore",
            Kind::Reference("unita"),
            "Unità a cui appartiene",
            |graph, u| Cell::from(u.superiore.map(|unita| &graph.unita[unita].id)),
        ),
        optional("responsabile", Kind::Text, "Chi la dirige, come scritto", |_, u| {
            Cell::from(u.responsabile.as_ref())
        }),
        required("url", Kind::Text, "Pagina dell'unità", |_, u| Cell::from(&u.url)),
    ],
};

pub(super) const LINEE_STRATEGICHE: Definition<LineaStrategica> = Definition {
    name: "linee_strategiche",
    title: "Linee strategiche",
    description: "Gli indirizzi e gli obiettivi di mandato a cui i piani contribuiscono",
    keyed: true,
    list: |graph| &graph.linee_strategiche,
    label: |_, linea| label(&linea.titolo),
    url: |_, linea| &linea.url,
    origin: Some(|linea| &linea.origine),
    columns: &[
        required("id", Kind::Text, "Identificativo", |_, l| Cell::from(&l.id)),
        required("piano", Kind::Reference("piani"), "Piano", |graph, l| {
            Cell::from(&graph.piani[l.piano].id)
        }),
        required("livello", Kind::Word(LivelloLinea::WORDS), "Livello", |_, l| {
            Cell::from(l.livello.word())
        }),
        optional("codice", Kind::Text, "Codice come scritto", |_, l| {
            Cell::from(l.codice.as_ref())
        }),
        required("titolo", Kind::Text, "Titolo", |_, l| Cell::from(&l.titolo)),
        optional(
            "superiore",
            Kind::Reference("linee_strategiche"),
            "Linea a cui appartiene",
            |graph, l| Cell::from(l.superiore.map(|linea| &graph.linee_strategiche[linea].id)),
        ),
        required("url", Kind::Text, "Pagina della linea", |_, l| Cell::from(&l.url)),
    ],
};

pub(super) const PROGETTI: Definition<Progetto> = Definition {
    name: "progetti",
    title: "Prodotti e progetti dei piani",
    description: "I prodotti e i progetti che i piani annunciano, con le risorse assegnate",
    keyed: true,
    list: |graph| &graph.progetti,
    label: |_, progetto| label(&progetto.titolo),
    url: |_, progetto| &progetto.url,
    origin: Some(|progetto| &progetto.origine),
    columns: &[
        required("id", Kind::Text, "Identificativo", |_, p| Cell::from(&p.id)),
        required("piano", Kind::Reference("piani"), "Piano", |graph, p| {
            Cell::from(&graph.piani[p.piano].id)
        }),
        required("codice", Kind::Text, "Codice come scritto", |_, p| {
            Cell::from(&p.codice)
        }),
        required(
            "tipo",
            Kind::Word(TipoProgetto::WORDS),
            "Prodotto o progetto",
            |_, p| Cell::from(p.tipo.word()),
        ),
        required("titolo", Kind::Text, "Titolo", |_, p| Cell::from(&p.titolo)),
        optional("descrizione", Kind::Text, "Descrizione", |_, p| {
            prose(p.descrizione.as_ref())
        }),
        optional("unita", Kind::Reference("unita"), "Unità responsabile", |graph, p| {
            Cell::from(p.unita.map(|unita| &graph.unita[unita].id))
        }),
        optional(
            "linea_strategica",
            Kind::Reference("linee_strategiche"),
            "Linea strategica a cui contribuisce",
            |graph, p| Cell::from(p.linea_strategica.map(|linea| &graph.linee_strategiche[linea].id)),
        ),
        optional(
            "budget",
            Kind::Decimal,
            "Budget annunciato nel riepilogo, in euro",
            |_, p| Cell::from(p.budget.as_ref()),
        ),
        optional(
            "percentuale",
            Kind::Decimal,
            "Quota delle risorse del centro, per cento",
            |_, p| Cell::from(p.percentuale.as_ref()),
        ),
        required("url", Kind::Text, "Pagina del prodotto o progetto", |_, p| {
            Cell::from(&p.url)
        }),
    ],
};

pub(super) const OBIETTIVI: Definition<Obiettivo> = Definition {
    name: "obiettivi",
    title: "Obiettivi",
    description: "Gli obiettivi dei piani",
    keyed: true,
    list: |graph| &graph.obiettivi,
    label: |_, obiettivo| label(&obiettivo.titolo),
    url: |_, obiettivo| &obiettivo.url,
    origin: Some(|obiettivo| &obiettivo.origine),
    columns: &[
        required("id", Kind::Text, "Identificativo", |_, o| Cell::from(&o.id)),
        required("piano", Kind::Reference("piani"), "Piano", |graph, o| {
            Cell::from(&graph.piani[o.piano].id)
        }),
        optional("codice", Kind::Text, "Codice come scritto", |_, o| {
            Cell::from(o.codice.as_ref())
        }),
        required(
            "tipo",
            Kind::Word(TipoObiettivo::WORDS),
            "Genere di obiettivo",
            |_, o| Cell::from(o.tipo.word()),
        ),
        required("titolo", Kind::Text, "Titolo", |_, o| Cell::from(&o.titolo)),
        optional("descrizione", Kind::Text, "Descrizione", |_, o| {
            prose(o.descrizione.as_ref())
        }),
        optional("unita", Kind::Reference("unita"), "Unità responsabile", |graph, o| {
            Cell::from(o.unita.map(|unita| &graph.unita[unita].id))
        }),
        optional(
            "progetto",
            Kind::Reference("progetti"),
            "Prodotto o progetto a cui appartiene",
            |graph, o| Cell::from(o.progetto.map(|progetto| &graph.progetti[progetto].id)),
        ),
        optional(
            "peso_indicatori",
            Kind::Decimal,
            "Peso degli indicatori, per cento",
            |_, o| Cell::from(o.peso_indicatori.as_ref()),
        ),
        optional("peso_fasi", Kind::Decimal, "Peso delle fasi, per cento", |_, o| {
            Cell::from(o.peso_fasi.as_ref())
        }),
        optional(
            "linea_strategica",
            Kind::Reference("linee_strategiche"),
            "Linea strategica a cui contribuisce",
            |graph, o| Cell::from(o.linea_strategica.map(|linea| &graph.linee_strategiche[linea].id)),
        ),
        required("url", Kind::Text, "Pagina dell'obiettivo", |_, o| Cell::from(&o.url)),
    ],
};
