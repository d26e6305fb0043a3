use super::*;
use crate::model::{Bozza, Contatto, Indicatore, Scheda, ValoreAtteso, VoceBilancio};
use crate::source::{FileId, Span};

fn said(text: &str) -> Detto<Testo> {
    Detto::new(Testo::from(text), Span::new(FileId::new(0), 0, text.len()))
}

fn blank<T: Record>() -> T {
    T::blank(Origine::letta(Span::new(FileId::new(0), 0, 0)))
}

#[test]
fn a_column_sets_its_field() {
    let mut voce: VoceBilancio<Bozza> = blank();
    voce.set(&said("importo"), said("178.103,20")).unwrap();
    voce.set(&said("articolo"), said("00")).unwrap();
    assert_eq!(voce.importo.value.cents(), 17_810_320);
    assert_eq!(voce.articolo.value, "00");
    let mut contatto: Contatto<Bozza> = blank();
    contatto.set(&said("telefono"), said("0547 1; 0547 2")).unwrap();
    assert_eq!(contatto.telefoni.len(), 2);
}

#[test]
fn a_wrong_column_and_a_wrong_value_are_told_apart() {
    let mut scheda: Scheda<Bozza> = blank();
    assert_eq!(
        scheda.set(&said("titlo"), said("x")).unwrap_err().code.id,
        "colonna-ignota"
    );
    assert_eq!(
        scheda.set(&said("numero"), said("due")).unwrap_err().code.id,
        "numero-non-letto"
    );
    assert_eq!(scheda.numero, None);
}

#[test]
fn an_expected_value_is_read_as_printed_or_as_the_open_data_give_it() {
    let mut printed: Indicatore<Bozza> = blank();
    printed.set(&said("valore_atteso"), said("95%")).unwrap();
    assert_eq!(printed.valore, Some(ValoreAtteso::Percentuale("95".into())));
    let mut table: Indicatore<Bozza> = blank();
    for (column, text) in [("tipo_valore", "data"), ("operatore", "<="), ("valore", "2024-12-31")] {
        table.set(&said(column), said(text)).unwrap();
    }
    assert_eq!(table.valore.unwrap().tipo(), "data");
    assert_eq!(table.operatore.unwrap().word(), "<=");
}
