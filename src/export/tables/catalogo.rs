//! The exchange catalogue: cards, contacts, dates, month grids.

use std::borrow::Cow;

use super::super::cell::Cell;
use super::super::table::{Definition, Kind};
use super::{label, optional, prose, required};
use crate::model::{
    Contatto, Detto, Disponibilita, RuoloContatto, Scheda, Stato, Testo, TipoDisponibilita, VoceCalendario,
};

pub(super) const SCHEDE: Definition<Scheda> = Definition {
    name: "schede",
    title: "Schede di scambio",
    description: "Le visite di scambio che gli enti offrono",
    keyed: true,
    list: |graph| &graph.schede,
    label: |_, scheda| label(&scheda.titolo),
    url: |_, scheda| &scheda.url,
    origin: Some(|scheda| &scheda.origine),
    columns: &[
        required("id", Kind::Text, "Identificativo", |_, s| Cell::from(&s.id)),
        required("ente", Kind::Reference("enti"), "Ente ospitante", |graph, s| {
            Cell::from(&graph.enti[s.ente].id)
        }),
        optional("numero", Kind::Integer, "Numero tra le schede dell'ente", |_, s| {
            Cell::from(s.numero)
        }),
        required("titolo", Kind::Text, "Titolo della pratica", |_, s| {
            Cell::from(&s.titolo)
        }),
        optional("ufficio", Kind::Text, "Area, settore o ufficio ospitante", |_, s| {
            Cell::from(s.ufficio.as_ref())
        }),
        optional("descrizione", Kind::Text, "Descrizione della pratica", |_, s| {
            prose(s.descrizione.as_ref())
        }),
        optional("modalita", Kind::Text, "Come si svolge lo scambio", |_, s| {
            prose(s.modalita.as_ref())
        }),
        optional("partecipanti_min", Kind::Integer, "Partecipanti, almeno", |_, s| {
            Cell::from(s.partecipanti.min)
        }),
        optional("partecipanti_max", Kind::Integer, "Partecipanti, al più", |_, s| {
            Cell::from(s.partecipanti.max)
        }),
        optional(
            "partecipanti_testo",
            Kind::Text,
            "Partecipanti, come scritto",
            |_, s| Cell::from(s.partecipanti_testo.as_ref()),
        ),
        optional("giornate_min", Kind::Integer, "Giornate, almeno", |_, s| {
            Cell::from(s.giornate.min)
        }),
        optional("giornate_max", Kind::Integer, "Giornate, al più", |_, s| {
            Cell::from(s.giornate.max)
        }),
        optional("durata_testo", Kind::Text, "Durata, come scritta", |_, s| {
            Cell::from(s.durata_testo.as_ref())
        }),
        required("url", Kind::Text, "Pagina della scheda", |_, s| Cell::from(&s.url)),
    ],
};

pub(super) const CONTATTI: Definition<Contatto> = Definition {
    name: "contatti",
    title: "Contatti",
    description: "A chi rivolgersi, per quanto la legge consente di pubblicare",
    keyed: true,
    list: |graph| &graph.contatti,
    label: |_, contatto| full_name(contatto),
    url: |graph, contatto| match (contatto.scheda, contatto.piano) {
        (Some(scheda), _) => &graph.schede[scheda].url,
        (None, Some(piano)) => &graph.piani[piano].url,
        (None, None) => "",
    },
    origin: Some(|contatto| &contatto.origine),
    columns: &[
        required("id", Kind::Text, "Identificativo", |_, c| Cell::from(&c.id)),
        optional("scheda", Kind::Reference("schede"), "Scheda di scambio", |graph, c| {
            Cell::from(c.scheda.map(|scheda| &graph.schede[scheda].id))
        }),
        optional("ente", Kind::Reference("enti"), "Ente della persona", |graph, c| {
            Cell::from(c.ente.map(|ente| &graph.enti[ente].id))
        }),
        required("ruolo", Kind::Word(RuoloContatto::WORDS), "Che cosa fa", |_, c| {
            Cell::from(c.ruolo.word())
        }),
        optional("nome", Kind::Text, "Nome", |_, c| Cell::from(c.nome.as_ref())),
        optional("cognome", Kind::Text, "Cognome", |_, c| Cell::from(c.cognome.as_ref())),
        optional("email", Kind::Text, "Indirizzo di posta elettronica", |_, c| {
            Cell::from(c.email.as_ref())
        }),
        optional("telefono", Kind::Text, "Telefoni, separati da «; »", |_, c| {
            joined(&c.telefoni)
        }),
    ],
};

fn full_name(contatto: &Contatto) -> Cow<'_, str> {
    match (&contatto.nome, &contatto.cognome) {
        (Some(nome), Some(cognome)) => Cow::Owned(format!("{} {}", nome.value, cognome.value)),
        (Some(only), None) | (None, Some(only)) => label(only),
        (None, None) => Cow::Borrowed(contatto.ruolo.word()),
    }
}

fn joined(texts: &[Detto<Testo>]) -> Cell<'_> {
    match texts {
        [] => Cell::Empty,
        [only] => Cell::from(only),
        several => {
            let texts: Vec<&str> = several.iter().map(|text| text.as_str()).collect();
            Cell::from(texts.join("; "))
        }
    }
}

pub(super) const DISPONIBILITA: Definition<Disponibilita> = Definition {
    name: "disponibilita",
    title: "Date disponibili",
    description: "Quando si può fare lo scambio: giorni, intervalli, mesi",
    keyed: false,
    list: |graph| &graph.disponibilita,
    label: |_, disponibilita| label(&disponibilita.testo),
    url: |graph, disponibilita| &graph.schede[disponibilita.scheda].url,
    origin: Some(|disponibilita| &disponibilita.origine),
    columns: &[
        required("scheda", Kind::Reference("schede"), "Scheda di scambio", |graph, d| {
            Cell::from(&graph.schede[d.scheda].id)
        }),
        required(
            "gruppo",
            Kind::Integer,
            "Ordine della riga stampata nella scheda",
            |_, d| Cell::from(d.gruppo),
        ),
        required(
            "tipo",
            Kind::Word(TipoDisponibilita::WORDS),
            "Giorno, intervallo o mese",
            |_, d| Cell::from(d.tipo.word()),
        ),
        required("inizio", Kind::Day, "Primo giorno", |_, d| Cell::from(d.inizio)),
        required("fine", Kind::Day, "Ultimo giorno", |_, d| Cell::from(d.fine)),
        required("stato", Kind::Word(Stato::WORDS), "Quanto è certa la data", |_, d| {
            Cell::from(d.stato.word())
        }),
        required("testo", Kind::Text, "Riga come scritta", |_, d| Cell::from(&d.testo)),
    ],
};

pub(super) const CALENDARIO: Definition<VoceCalendario> = Definition {
    name: "calendario",
    title: "Griglie dei mesi",
    description: "Le etichette delle griglie mensili, una riga per etichetta",
    keyed: false,
    list: |graph| &graph.calendario,
    label: |_, voce| label(&voce.etichetta),
    url: |graph, voce| voce.scheda.map_or("", |scheda| &graph.schede[scheda].url),
    origin: Some(|voce| &voce.origine),
    columns: &[
        required("mese", Kind::Month, "Mese della griglia", |_, v| Cell::Month(v.mese)),
        optional(
            "colonna",
            Kind::Integer,
            "Colonna stampata, 1 per il primo giorno",
            |_, v| Cell::from(v.colonna),
        ),
        optional("data", Kind::Day, "Giorno che la scheda conferma", |_, v| {
            Cell::from(v.data)
        }),
        required("etichetta", Kind::Text, "Etichetta come scritta", |_, v| {
            Cell::from(&v.etichetta)
        }),
        optional(
            "scheda",
            Kind::Reference("schede"),
            "Scheda a cui si riferisce",
            |graph, v| Cell::from(v.scheda.map(|scheda| &graph.schede[scheda].id)),
        ),
        optional("stato", Kind::Word(Stato::WORDS), "Quanto è certa la data", |_, v| {
            Cell::from(v.stato.map(Stato::word))
        }),
    ],
};
