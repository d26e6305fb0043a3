//! The contract of the open data, to the column: what other programs rely on.

use super::{TABLES, table};

/// Tables and columns as `docs/open-data.md` promises them, without the three of provenance.
const CONTRACT: [(&str, &str); 18] = [
    ("documenti", "id titolo ente data tipo file sha256 righe url"),
    ("enti", "id nome tipo url"),
    (
        "schede",
        "id ente numero titolo ufficio descrizione modalita partecipanti_min partecipanti_max partecipanti_testo \
         giornate_min giornate_max durata_testo url",
    ),
    ("contatti", "id scheda ente ruolo nome cognome email telefono"),
    ("disponibilita", "scheda gruppo tipo inizio fine stato testo"),
    ("calendario", "mese colonna data etichetta scheda stato"),
    ("piani", "id ente titolo tipo inizio fine url"),
    ("unita", "id piano codice nome tipo superiore responsabile url"),
    ("linee_strategiche", "id piano livello codice titolo superiore url"),
    (
        "progetti",
        "id piano codice tipo titolo descrizione unita linea_strategica budget percentuale url",
    ),
    (
        "obiettivi",
        "id piano codice tipo titolo descrizione unita progetto peso_indicatori peso_fasi linea_strategica url",
    ),
    (
        "fasi",
        "id obiettivo progetto ordine nome descrizione inizio fine inizio_effettivo fine_effettiva",
    ),
    (
        "indicatori",
        "id piano obiettivo azione codice ambito testo valore_atteso tipo_valore operatore valore valore_raggiunto nota",
    ),
    (
        "assegnazioni",
        "obiettivo progetto persona categoria ruolo inizio fine impegno_percentuale",
    ),
    (
        "bilancio",
        "progetto capitolo articolo descrizione direzione natura importo",
    ),
    (
        "partner",
        "piano ente ruolo personale_interno spese_generali beni_servizi totale",
    ),
    ("attivita", "id piano azione codice descrizione inizio fine"),
    ("scadenze", "piano cosa chi entro"),
];

#[test]
fn columns_are_those_promised() {
    assert_eq!(TABLES.len(), CONTRACT.len());
    for (name, columns) in CONTRACT {
        let mut expected: Vec<&str> = columns.split_whitespace().collect();
        if name != "documenti" {
            expected.extend(["documento", "riga_inizio", "riga_fine"]);
        }
        let headings = table(name).unwrap().headings();
        let found: Vec<&str> = headings.iter().map(|heading| heading.name).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn references_name_tables_that_have_ids() {
    for heading in TABLES.iter().flat_map(|table| table.headings()) {
        if let super::Kind::Reference(target) = heading.kind {
            assert!(table(target).is_some_and(|table| table.keyed()), "{}", heading.name);
        }
    }
}
