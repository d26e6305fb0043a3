//! Projects: partners, activities, next steps.

use super::super::cell::Cell;
use super::super::table::{Definition, Kind};
use super::{label, optional, required};
use crate::model::{Attivita, Partner, RuoloPartner, Scadenza};

pub(super) const PARTNER: Definition<Partner> = Definition {
    name: "partner",
    title: "Partner dei progetti",
    description: "Gli enti che partecipano a un progetto, con le risorse di ciascuno",
    keyed: false,
    list: |graph| &graph.partner,
    label: |graph, partner| label(&graph.enti[partner.ente].nome),
    url: |graph, partner| &graph.piani[partner.piano].url,
    origin: Some(|partner| &partner.origine),
    columns: &[
        required("piano", Kind::Reference("piani"), "Progetto", |graph, p| {
            Cell::from(&graph.piani[p.piano].id)
        }),
        required("ente", Kind::Reference("enti"), "Ente", |graph, p| {
            Cell::from(&graph.enti[p.ente].id)
        }),
        required("ruolo", Kind::Word(RuoloPartner::WORDS), "Che parte ha", |_, p| {
            Cell::from(p.ruolo.word())
        }),
        optional(
            "personale_interno",
            Kind::Decimal,
            "Personale interno, in euro",
            |_, p| Cell::from(p.personale_interno.as_ref()),
        ),
        optional("spese_generali", Kind::Decimal, "Spese generali, in euro", |_, p| {
            Cell::from(p.spese_generali.as_ref())
        }),
        optional(
            "beni_servizi",
            Kind::Decimal,
            "Acquisto di beni e servizi, in euro",
            |_, p| Cell::from(p.beni_servizi.as_ref()),
        ),
        optional("totale", Kind::Decimal, "Totale come scritto, in euro", |_, p| {
            Cell::from(p.totale.as_ref())
        }),
    ],
};

pub(super) const ATTIVITA: Definition<Attivita> = Definition {
    name: "attivita",
    title: "Attività dei progetti",
    description: "Le attività dei progetti con i loro tempi",
    keyed: true,
    list: |graph| &graph.attivita,
    label: |_, attivita| label(&attivita.descrizione),
    url: |graph, attivita| &graph.piani[attivita.piano].url,
    origin: Some(|attivita| &attivita.origine),
    columns: &[
        required("id", Kind::Text, "Identificativo", |_, a| Cell::from(&a.id)),
        required("piano", Kind::Reference("piani"), "Progetto", |graph, a| {
            Cell::from(&graph.piani[a.piano].id)
        }),
        optional("azione", Kind::Text, "Azione, come scritta", |_, a| {
            Cell::from(a.azione.as_ref())
        }),
        optional("codice", Kind::Text, "Codice come scritto", |_, a| {
            Cell::from(a.codice.as_ref())
        }),
        required("descrizione", Kind::Text, "Che cosa si fa", |_, a| {
            Cell::from(&a.descrizione)
        }),
        optional("inizio", Kind::Day, "Primo giorno", |_, a| {
            Cell::from(a.inizio.as_ref())
        }),
        optional("fine", Kind::Day, "Ultimo giorno", |_, a| Cell::from(a.fine.as_ref())),
    ],
};

pub(super) const SCADENZE: Definition<Scadenza> = Definition {
    name: "scadenze",
    title: "Prossimi passi",
    description: "Che cosa resta da fare, chi lo fa, entro quando",
    keyed: false,
    list: |graph| &graph.scadenze,
    label: |_, scadenza| label(&scadenza.cosa),
    url: |graph, scadenza| &graph.piani[scadenza.piano].url,
    origin: Some(|scadenza| &scadenza.origine),
    columns: &[
        required("piano", Kind::Reference("piani"), "Progetto", |graph, s| {
            Cell::from(&graph.piani[s.piano].id)
        }),
        required("cosa", Kind::Text, "Che cosa", |_, s| Cell::from(&s.cosa)),
        optional("chi", Kind::Text, "Chi", |_, s| Cell::from(s.chi.as_ref())),
        optional("entro", Kind::Day, "Entro quando", |_, s| Cell::from(s.entro.as_ref())),
    ],
};
