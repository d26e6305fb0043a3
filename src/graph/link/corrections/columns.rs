//! The nouns whose rows an editor can correct, under the columns that every text is read by.

use crate::graph::link::table::Noun;
use crate::model::{
    Assegnazione, Attivita, Contatto, Disponibilita, Fase, Indicatore, LineaStrategica, Obiettivo, Origine, Partner,
    Piano, Progetto, Scadenza, Scheda, Unita, VoceBilancio, VoceCalendario,
};
use crate::read::record::{Column, Record};

/// A noun whose rows an editor can correct.
pub(super) trait Correctable: Noun<Draft: Record + Clone + PartialEq> {
    /// Where the row comes from.
    fn origin(draft: &mut Self::Draft) -> &mut Origine;

    /// The columns that an editor can fill; vetrina itself writes ids and addresses.
    fn columns() -> impl Iterator<Item = &'static Column<Self::Draft>> {
        let columns = Self::Draft::COLUMNS.iter();
        columns.filter(|column| !["id", "url"].contains(&column.name))
    }
}

macro_rules! correctable {
    ($($noun:ident)+) => {
        $(impl Correctable for $noun {
            fn origin(draft: &mut Self::Draft) -> &mut Origine {
                &mut draft.origine
            }
        })+
    };
}

correctable! {
    Scheda Contatto Disponibilita VoceCalendario Piano Unita LineaStrategica Progetto Obiettivo Fase Indicatore
    Assegnazione VoceBilancio Partner Attivita Scadenza
}
