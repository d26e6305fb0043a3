use super::*;
use crate::model::{Bozza, Euro, Fase, Operatore, Percentuale, Riferimento, ValoreAtteso};

fn codes(text: &str) -> Vec<&'static str> {
    read(FileId::new(0), "a.md", text)
        .problems
        .iter()
        .map(|problem| problem.code.id)
        .collect()
}

#[test]
fn the_common_keys_of_a_page() {
    let text = "---\ntitle: Note legali\naliases: [/legal/, /note/]\nweight: 3\ndraft: true\ntaxonomies:\n  temi: [casa]\n\
                extra:\n  colori: {sfondo: \"#fff\"}\nsezione: 06.02\n---\nCorpo\n";
    let read = read(FileId::new(0), "note-legali.md", text);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let pagina = read.value.pagina;
    let comuni = &pagina.comuni;
    assert_eq!(comuni.titolo.as_ref().unwrap().value, "Note legali");
    assert_eq!(comuni.alias.len(), 2);
    assert_eq!(comuni.peso, Some(3));
    assert!(comuni.bozza);
    assert_eq!(comuni.tassonomie[0].1[0].value, "casa");
    assert_eq!(comuni.extra, [("colori.sfondo".into(), "#fff".into())]);
    assert_eq!(comuni.trasparenza.as_ref().unwrap().value, "06.02");
    assert_eq!(&text[pagina.corpo.start as usize..pagina.corpo.end as usize], "Corpo\n");
    assert!(!pagina.sezione);
}

#[test]
fn a_section_names_its_source() {
    let text =
        "---\ntitle: PEG\nsource: seeds/peg.txt\nente: Comune di Capannori\nanno: 2023\npubblicato: 2023-05-04\n---\n";
    let read = read(FileId::new(0), "piani/peg/_index.md", text);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let sorgente = read.value.pagina.sorgente.unwrap();
    assert_eq!(sorgente.documento.unwrap().value, "seeds/peg.txt");
    assert_eq!(sorgente.anno, Some(2023));
    assert_eq!(sorgente.data.unwrap().to_string(), "2023-05-04");
    assert!(read.value.pagina.sezione);
}

#[test]
fn a_file_without_front_matter_is_all_body() {
    let read = read(FileId::new(0), "a.md", "Testo\n---\n");
    assert!(read.problems.is_empty());
    assert_eq!((read.value.pagina.corpo.start, read.value.pagina.corpo.end), (0, 10));
}

#[test]
fn all_mistakes_of_a_file_are_reported_at_once() {
    let text = "---\ntitel: Uno\ndraft: forse\ndate: 31/02/2024\nweight: molto\ntemplate: [a]\n---\n";
    assert_eq!(
        codes(text),
        [
            "data-non-letta",
            "si-no-atteso",
            "numero-non-letto",
            "testo-atteso",
            "chiave-ignota"
        ]
    );
    let read = read(FileId::new(0), "a.md", text);
    let unknown = read.problems.last().unwrap();
    let place = unknown.place.unwrap();
    assert_eq!(&text[place.start as usize..place.end as usize], "titel");
    assert!(unknown.args.contains(&("vicine", "title".to_owned())));
}

#[test]
fn front_matter_that_is_not_closed() {
    assert_eq!(codes("---\ntitle: A\n"), ["intestazione-non-chiusa"]);
}

#[test]
fn a_correction_without_its_value() {
    let text =
        "---\ncorrections:\n  - {id: x, campo: titolo}\n  - {id: y, campo: email, valore: a@b.it, nota: refuso}\n---\n";
    let read = read(FileId::new(0), "a.md", text);
    assert_eq!(read.value.pagina.correzioni.len(), 1);
    assert_eq!(read.problems[0].code.id, "chiave-mancante");
}

/// Reads a file that must have nothing to report.
fn clean(path: &str, text: &str) -> Contenuto {
    let read = read(FileId::new(0), path, text);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    read.value
}

const OBIETTIVO: &str = "---
type: obiettivo
title: Un corso per chi risponde al pubblico
codice: 0012
tipo: miglioramento
unita: Servizi al cittadino
peso_fasi: 60 %
linea_strategica: 5.3.02
fasi:
  - nome: Analisi
    inizio: 1 febbraio 2025
    fine: 2025-03-31
  - {nome: Corso, inizio: 01/04/2025, fine: 30/06/2025}
indicatori:
  - testo: Persone formate
    valore_atteso: \">= 40\"
assegnazioni:
  - persona: ROSSI MARIA
    ruolo: Responsabile
    impegno_percentuale: 12,5 %
---
Chi risponde al pubblico impara a scrivere **chiaro**.
";

#[test]
fn an_objective_with_all_that_belongs_to_it() {
    let read = clean("piani/peg-2025/obiettivi/corso.md", OBIETTIVO);
    let bozze = read.bozze.as_ref().unwrap();
    let obiettivo = &bozze.obiettivi[0];
    assert_eq!(obiettivo.titolo.value, "Un corso per chi risponde al pubblico");
    assert_eq!(obiettivo.id.as_ref().unwrap().value, "peg-2025-corso");
    assert_eq!(obiettivo.codice.as_ref().unwrap().value, "0012");
    assert!(matches!(obiettivo.piano, Riferimento::Sezione(_)));
    assert_eq!(obiettivo.peso_fasi.unwrap().value.to_string(), "60.00");
    let descrizione = obiettivo.descrizione.as_ref().unwrap();
    assert_eq!(
        descrizione.value,
        "Chi risponde al pubblico impara a scrivere **chiaro**."
    );
    assert_eq!(read.pagina.corpo.start, read.pagina.corpo.end);
    let days = |fase: &Fase<Bozza>| [fase.inizio.unwrap().to_string(), fase.fine.unwrap().to_string()];
    assert_eq!(days(&bozze.fasi[0]), ["2025-02-01", "2025-03-31"]);
    assert_eq!(days(&bozze.fasi[1]), ["2025-04-01", "2025-06-30"]);
    assert_eq!((bozze.fasi[0].ordine, bozze.fasi[1].ordine), (1, 2));
    assert_eq!(bozze.indicatori[0].operatore, Some(Operatore::Almeno));
    assert_eq!(bozze.indicatori[0].valore, Some(ValoreAtteso::Numero("40".into())));
    assert_eq!(
        bozze.assegnazioni[0].impegno_percentuale.unwrap().value,
        Percentuale(1250)
    );
    assert_eq!(bozze.assegnazioni[0].obiettivo, Some(Riferimento::Locale(0)));
}

#[test]
fn a_card_with_its_dates_and_contacts() {
    let read = clean(
        "catalogo/linee-guida.md",
        "---\ntype: scheda\ntitle: Linee guida\nente: Comune di Cesena\nanno: 2025\ndurata: da 3 a 5 giornate\n\
         partecipanti: massimo 10 persone\ndisponibilita:\n  - 13 o 20 giugno\n  - 5 – 6 settembre 2024\ncontatti:\n  \
         - {ruolo: segreteria, nome: Marco, telefono: [0547 1, 0547 2]}\n---\n",
    );
    let bozze = read.bozze.unwrap();
    let scheda = &bozze.schede[0];
    assert_eq!((scheda.giornate.min, scheda.giornate.max), (Some(3), Some(5)));
    assert_eq!(scheda.partecipanti.max, Some(10));
    assert_eq!(scheda.durata_testo.as_ref().unwrap().value, "da 3 a 5 giornate");
    let dates: Vec<_> = bozze
        .disponibilita
        .iter()
        .map(|d| (d.gruppo, d.inizio.to_string(), d.stato.word()))
        .collect();
    assert_eq!(
        dates,
        [
            (1, "2025-06-13".to_owned(), "alternativa"),
            (1, "2025-06-20".to_owned(), "alternativa"),
            (2, "2024-09-05".to_owned(), "fissata"),
        ]
    );
    assert_eq!(bozze.contatti[0].telefoni.len(), 2);
}

#[test]
fn a_whole_plan_in_one_file() {
    let read = clean(
        "piani/peg-2025/_index.md",
        "---\ntype: piano\ntitle: PEG 2025\nente: Comune di Esempio\nanno: 2025\nunita:\n  - {codice: S1, nome: Servizi}\n\
         progetti:\n  - codice: 2025_PD_01\n    tipo: prodotto\n    titolo: Sportello\n    bilancio:\n      \
         - {capitolo: 03250, articolo: 00, direzione: spesa, importo: \"178.103,20\"}\n    obiettivi:\n      \
         - titolo: Aprire il sabato\n        fasi: [{nome: Avvio}]\n---\n",
    );
    let bozze = read.bozze.unwrap();
    assert_eq!(bozze.piani[0].inizio.unwrap().to_string(), "2025-01-01");
    assert_eq!(bozze.piani[0].id.as_ref().unwrap().value, "peg-2025");
    assert_eq!(bozze.bilancio[0].capitolo.value, "03250");
    assert_eq!(bozze.bilancio[0].articolo.value, "00");
    assert_eq!(bozze.bilancio[0].importo.value, Euro(17_810_320));
    assert_eq!(bozze.obiettivi[0].progetto, Some(Riferimento::Locale(0)));
    assert_eq!(bozze.obiettivi[0].piano, Riferimento::Locale(0));
    assert_eq!(bozze.fasi[0].obiettivo, Some(Riferimento::Locale(0)));
}

#[test]
fn mistakes_in_facts_have_their_own_places() {
    let text = "---\ntype: obiettivo\ntitle: A\ntipo: migliorativo\nfasi:\n  - {nome: X, inizo: 2025-01-01}\n  - {inizio: ieri}\n---\n";
    assert_eq!(
        codes(text),
        ["parola-ignota", "chiave-ignota", "data-non-letta", "chiave-mancante"]
    );
}

#[test]
fn terms_for_the_things_of_a_source() {
    let read = clean(
        "catalogo/_index.md",
        "---\ntags:\n  cesena-1: {temi: [ambiente], sdg: \"11\"}\n---\n",
    );
    let tags: Vec<_> = read
        .pagina
        .etichette
        .iter()
        .map(|tag| (tag.id.as_str(), tag.termini[0].as_str()))
        .collect();
    assert_eq!(tags, [("cesena-1", "ambiente"), ("cesena-1", "11")]);
}
