//! Every text of the graph that a page or a table can show, so that none is forgotten when withheld values are
//! redacted. Ids and addresses are no texts: they are never made of a person's name.

use serde_json::{Map, Value};

use crate::graph::{Arena, Graph, Tassonomia, Termine};
use crate::model::{
    Assegnazione, Attivita, Comuni, Contatto, Detto, Disponibilita, Documento, Ente, Fase, Indicatore, LineaStrategica,
    Obiettivo, Pagina, Piano, Progetto, Scadenza, Scheda, Sezione, Testo, Totale, Unita, ValoreAtteso, Voce,
    VoceBilancio, VoceCalendario, VoceIndice,
};

/// Something that holds texts.
pub(super) trait Texts {
    /// Gives each text to `edit`.
    fn each(&mut self, edit: &dyn Fn(&mut Testo));
}

impl Texts for Testo {
    fn each(&mut self, edit: &dyn Fn(&mut Testo)) {
        edit(self);
    }
}

impl<T: Texts> Texts for Detto<T> {
    fn each(&mut self, edit: &dyn Fn(&mut Testo)) {
        self.value.each(edit);
    }
}

impl<T: Texts> Texts for Option<T> {
    fn each(&mut self, edit: &dyn Fn(&mut Testo)) {
        self.iter_mut().for_each(|some| some.each(edit));
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn each(&mut self, edit: &dyn Fn(&mut Testo)) {
        self.iter_mut().for_each(|item| item.each(edit));
    }
}

impl<T: Texts> Texts for Arena<T> {
    fn each(&mut self, edit: &dyn Fn(&mut Testo)) {
        self.iter_mut().for_each(|node| node.each(edit));
    }
}

impl<A: Texts, B: Texts> Texts for (A, B) {
    fn each(&mut self, edit: &dyn Fn(&mut Testo)) {
        self.0.each(edit);
        self.1.each(edit);
    }
}

impl Texts for ValoreAtteso {
    fn each(&mut self, edit: &dyn Fn(&mut Testo)) {
        if let Self::Testo(text) = self {
            text.each(edit);
        }
    }
}

impl Texts for Map<String, Value> {
    fn each(&mut self, edit: &dyn Fn(&mut Testo)) {
        self.values_mut().for_each(|value| value.each(edit));
    }
}

impl Texts for Value {
    fn each(&mut self, edit: &dyn Fn(&mut Testo)) {
        match self {
            Self::String(text) => {
                let mut words = Testo::from(text.as_str());
                edit(&mut words);
                *text = words.into();
            }
            Self::Array(items) => items.iter_mut().for_each(|item| item.each(edit)),
            Self::Object(block) => block.each(edit),
            Self::Null | Self::Bool(_) | Self::Number(_) => {}
        }
    }
}

impl Texts for VoceIndice {
    fn each(&mut self, edit: &dyn Fn(&mut Testo)) {
        match self {
            Self::Scheda {
                titolo,
                ufficio,
                durata,
                ..
            } => [titolo, ufficio, durata].into_iter().for_each(|text| text.each(edit)),
            Self::Unita { nome, .. } => nome.each(edit),
        }
    }
}

macro_rules! texts {
    ($($node:ty { $($field:ident),+ $(,)? })+) => {
        $(impl Texts for $node {
            fn each(&mut self, edit: &dyn Fn(&mut Testo)) {
                $(self.$field.each(edit);)+
            }
        })+
    };
}

texts! {
    Graph {
        documenti, enti, schede, contatti, disponibilita, calendario, piani, unita, linee_strategiche, progetti,
        obiettivi, fasi, indicatori, assegnazioni, bilancio, totali, attivita, scadenze, sezioni, indice, pagine, tassonomie, dati,
    }
    Documento { titolo }
    Ente { nome, alias }
    Scheda { titolo, ospitante, ufficio, descrizione, modalita, partecipanti_testo, durata_testo }
    Contatto { nome, cognome, email, telefoni }
    Disponibilita { testo }
    VoceCalendario { etichetta }
    Piano { titolo, programma, atto }
    Unita { nome, responsabile }
    LineaStrategica { titolo }
    Progetto { titolo, titolo_annunciato, riferimento, descrizione }
    Obiettivo { titolo, descrizione }
    Fase { nome, descrizione }
    Indicatore { testo, azione, valore_atteso, valore, valore_raggiunto, nota }
    Assegnazione { persona, categoria, ruolo }
    VoceBilancio { descrizione }
    Totale { percorso }
    Attivita { azione, descrizione, altre_descrizioni }
    Scadenza { cosa, chi }
    Sezione { titolo, voci }
    Voce { titolo, testo }
    Pagina { comuni }
    Tassonomia { titolo, termini }
    Termine { nome }
    Comuni { titolo, descrizione, tassonomie, extra }
}
