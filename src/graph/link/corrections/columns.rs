//! The columns that an editor can correct, table by table, under the names of the open data.

use super::cell::Cell;
use crate::graph::link::table::Noun;
use crate::model::{
    Assegnazione, Attivita, Bozze, Contatto, Disponibilita, Fase, Indicatore, LineaStrategica, Obiettivo, Origine,
    Partner, Piano, Progetto, Scadenza, Scheda, Unita, VoceBilancio, VoceCalendario,
};

/// A noun whose rows an editor can correct.
pub(super) trait Correctable: Noun {
    /// The table that holds it.
    const TABLE: &'static str;

    /// The columns of the table that a person can fill, in order.
    const COLUMNS: &'static [&'static str];

    /// The list of one file.
    fn list_mut(bozze: &mut Bozze) -> &mut Vec<Self::Draft>;

    /// The cell under a column; none for a column that the table does not have.
    fn cell<'d>(draft: &'d mut Self::Draft, column: &str) -> Option<&'d mut dyn Cell>;

    /// Where the row comes from.
    fn origin(draft: &mut Self::Draft) -> &mut Origine;

    /// Reads again what follows from a printed text, after the text was corrected.
    fn follow(_draft: &mut Self::Draft, _column: &str) {}
}

macro_rules! columns {
    ($($noun:ident = $table:ident { $($column:ident => $($field:ident).+),+ $(,)? } $(follow $follow:expr)?;)+) => {
        $(impl Correctable for $noun {
            const TABLE: &'static str = stringify!($table);
            const COLUMNS: &'static [&'static str] = &[$(stringify!($column)),+];

            fn list_mut(bozze: &mut Bozze) -> &mut Vec<Self::Draft> {
                &mut bozze.$table
            }

            fn cell<'d>(draft: &'d mut Self::Draft, column: &str) -> Option<&'d mut dyn Cell> {
                match column {
                    $(stringify!($column) => Some(&mut draft.$($field).+),)+
                    _ => None,
                }
            }

            fn origin(draft: &mut Self::Draft) -> &mut Origine {
                &mut draft.origine
            }

            $(fn follow(draft: &mut Self::Draft, column: &str) {
                let follow: fn(&mut Self::Draft, &str) = $follow;
                follow(draft, column);
            })?
        })+
    };
}

columns! {
    Scheda = schede {
        ente => ente, numero => numero, titolo => titolo, ufficio => ufficio, descrizione => descrizione,
        modalita => modalita, partecipanti_min => partecipanti.min, partecipanti_max => partecipanti.max,
        partecipanti_testo => partecipanti_testo, giornate_min => giornate.min, giornate_max => giornate.max,
        durata_testo => durata_testo,
    } follow follow::scheda;
    Contatto = contatti {
        scheda => scheda, ente => ente, ruolo => ruolo, nome => nome, cognome => cognome, email => email,
        telefono => telefoni,
    };
    Disponibilita = disponibilita {
        scheda => scheda, gruppo => gruppo, tipo => tipo, inizio => inizio, fine => fine, stato => stato,
        testo => testo,
    };
    VoceCalendario = calendario {
        mese => mese, colonna => colonna, data => data, etichetta => etichetta, scheda => scheda, stato => stato,
    };
    Piano = piani { ente => ente, titolo => titolo, tipo => tipo, inizio => inizio, fine => fine };
    Unita = unita {
        piano => piano, codice => codice, nome => nome, tipo => tipo, superiore => superiore,
        responsabile => responsabile,
    };
    LineaStrategica = linee_strategiche {
        piano => piano, livello => livello, codice => codice, titolo => titolo, superiore => superiore,
    };
    Progetto = progetti {
        piano => piano, codice => codice, tipo => tipo, titolo => titolo, descrizione => descrizione, unita => unita,
        linea_strategica => linea_strategica, budget => budget, percentuale => percentuale,
    };
    Obiettivo = obiettivi {
        piano => piano, codice => codice, tipo => tipo, titolo => titolo, descrizione => descrizione, unita => unita,
        progetto => progetto, peso_indicatori => peso_indicatori, peso_fasi => peso_fasi,
        linea_strategica => linea_strategica,
    };
    Fase = fasi {
        obiettivo => obiettivo, progetto => progetto, ordine => ordine, nome => nome, descrizione => descrizione,
        inizio => inizio, fine => fine, inizio_effettivo => inizio_effettivo, fine_effettiva => fine_effettiva,
    };
    Indicatore = indicatori {
        piano => piano, obiettivo => obiettivo, azione => azione, codice => codice, ambito => ambito, testo => testo,
        valore_atteso => valore_atteso, operatore => operatore, valore => valore,
        valore_raggiunto => valore_raggiunto, nota => nota,
    } follow follow::indicatore;
    Assegnazione = assegnazioni {
        obiettivo => obiettivo, progetto => progetto, persona => persona, categoria => categoria, ruolo => ruolo,
        inizio => inizio, fine => fine, impegno_percentuale => impegno_percentuale,
    };
    VoceBilancio = bilancio {
        progetto => progetto, capitolo => capitolo, articolo => articolo, descrizione => descrizione,
        direzione => direzione, natura => natura, importo => importo,
    };
    Partner = partner {
        piano => piano, ente => ente, ruolo => ruolo, personale_interno => personale_interno,
        spese_generali => spese_generali, beni_servizi => beni_servizi, totale => totale,
    };
    Attivita = attivita {
        piano => piano, azione => azione, codice => codice, descrizione => descrizione, inizio => inizio,
        fine => fine,
    };
    Scadenza = scadenze { piano => piano, cosa => cosa, chi => chi, entro => entro };
}

mod follow {
    use crate::model::{Bozza, Indicatore, Scheda};
    use crate::read::cell::{parse_durata, parse_expected, parse_partecipanti};

    /// Numbers of capacity and length follow their texts.
    pub(super) fn scheda(card: &mut Scheda<Bozza>, column: &str) {
        match (column, &card.partecipanti_testo, &card.durata_testo) {
            ("partecipanti_testo", Some(text), _) => card.partecipanti = parse_partecipanti(text),
            ("durata_testo", _, Some(text)) => card.giornate = parse_durata(text),
            _ => {}
        }
    }

    /// The value and its comparison follow what is printed.
    pub(super) fn indicatore(indicator: &mut Indicatore<Bozza>, column: &str) {
        let Some(printed) = indicator.valore_atteso.as_ref().filter(|_| column == "valore_atteso") else {
            return;
        };
        let (operator, value) = parse_expected(&indicator.testo, printed);
        indicator.operatore = operator;
        indicator.valore = Some(value);
    }
}
