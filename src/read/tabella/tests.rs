use super::*;
use crate::read::Hints;
use crate::source::FileId;

fn read(text: &str) -> Reported<Bozze> {
    let hints = Hints::default();
    Tabella.read(Document {
        file: FileId::new(0),
        text,
        hints: &hints,
    })
}

fn codes(text: &str) -> Vec<&'static str> {
    read(text).problems.iter().map(|problem| problem.code.id).collect()
}

#[test]
fn the_same_table_with_each_separator_and_in_any_order() {
    for text in [
        "nome,ordine,inizio,obiettivo\nAvvio,1,2025-01-01,a\n",
        "inizio;nome;obiettivo;ordine\r\n1 gennaio 2025;Avvio;a;1\r\n\r\n",
        "ordine\tobiettivo\tnome\tinizio\n1\ta\t\"Avvio\"\t01/01/2025",
    ] {
        let read = read(text);
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        let fase = &read.value.fasi[0];
        assert_eq!((fase.nome.as_str(), fase.ordine), ("Avvio", 1));
        assert_eq!(fase.inizio.unwrap().to_string(), "2025-01-01");
    }
}

#[test]
fn quotes_hold_separators_line_ends_and_quotes() {
    let text =
        "capitolo,articolo,descrizione,direzione,importo\n03250,00,\"uno, \"\"due\"\"\ntre\",spesa,\"1.234,56\"\n";
    let voce = &read(text).value.bilancio[0];
    assert_eq!(voce.descrizione.value, "uno, \"due\"\ntre");
    assert_eq!(voce.capitolo.value, "03250");
    assert_eq!(voce.importo.to_string(), "1234.56");
    let place = voce.importo.span;
    assert_eq!(&text[place.start as usize..place.end as usize], "\"1.234,56\"");
}

#[test]
fn a_table_carries_where_its_rows_were_printed() {
    let read = read("piano,cosa,documento,riga_inizio,riga_fine\ncit,Invio,cit-lecce-2018,512,513\n");
    let carried = read.value.scadenze[0].origine.riportata().unwrap();
    assert_eq!(
        (carried.documento.as_str(), carried.riga_inizio, carried.riga_fine),
        ("cit-lecce-2018", 512, 513)
    );
}

#[test]
fn a_header_that_several_tables_know_means_the_first() {
    let read = read("id,nome,tipo,url\nmonza,Comune di Monza,comune,/enti/monza/\n");
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    assert_eq!(read.value.enti.len(), 1);
    assert!(!read.value.is_empty());
}

#[test]
fn the_name_of_the_file_decides_where_a_column_is_misspelt() {
    let read = |file: &str, text: &str| {
        let hints = Hints {
            file: Some(file.into()),
            ..Hints::default()
        };
        Tabella.read(Document {
            file: FileId::new(0),
            text,
            hints: &hints,
        })
    };
    let misspelt = "id,nome,obietivo\navvio,Avvio,corsi\n";
    for file in ["seeds/fasi.csv", "seeds/fasi-2025.csv", "Fasi.CSV"] {
        let read = read(file, misspelt);
        assert_eq!(read.value.fasi.len(), 1, "{file}");
        assert_eq!(read.problems[0].code.id, "colonna-ignota");
    }
    assert_eq!(read("seeds/dati.csv", misspelt).value.enti.len(), 1);
    let lines = read("Linee strategiche.csv", "id,titolo,livello\na,Casa,indirizzo\n").value;
    assert_eq!(lines.linee_strategiche.len(), 1);
}

#[test]
fn every_table_is_something_read() {
    for text in [
        "piano,cosa\ncit,Invio\n",
        "id,titolo,tipo,sha256,righe\npeg,PEG,peg,00,7\n",
        "id,ente,titolo,tipo\npeg,monza,PEG,peg\n",
        "nome,ordine\nAvvio,1\n",
    ] {
        assert!(!read(text).value.is_empty(), "{text}");
    }
}

#[test]
fn mistakes_in_a_table() {
    assert_eq!(
        codes("nome,ordine,inizo\nAvvio,primo,2025-01-01\n"),
        ["colonna-ignota", "colonna-mancante", "numero-non-letto"]
    );
    assert_eq!(
        codes("obiettivo,nome,ordine,inizio\na,,1,2025-01-01\n"),
        ["cella-vuota"]
    );
    assert_eq!(codes("a,b\n1,2\n"), ["tabella-ignota"]);
    assert_eq!(codes("obiettivo,nome,ordine,inizio\n"), ["documento-vuoto"]);
}

#[test]
fn unicode_text_of_a_spreadsheet_is_utf_16() {
    let units = || "\u{feff}Città".encode_utf16();
    assert_eq!(decode(units().flat_map(u16::to_le_bytes).collect()), "Città");
    assert_eq!(decode(units().flat_map(u16::to_be_bytes).collect()), "Città");
}

#[test]
fn a_quote_that_is_not_closed_swallows_no_line() {
    let read = read("codice;peso_fasi;titolo\n01;;\"Mensa\n02;;\"Le \"\"linee\"\"\"\n03;;Nidi\n");
    let titles: Vec<&str> = read.value.obiettivi.iter().map(|it| it.titolo.as_str()).collect();
    assert_eq!(titles, ["\"Mensa", "Le \"linee\"", "Nidi"]);
    assert_eq!(
        read.problems.iter().map(|it| it.code.id).collect::<Vec<_>>(),
        ["virgolette-aperte"]
    );
}

#[test]
fn older_spreadsheets_write_windows_1252() {
    assert_eq!(decode(b"Citt\xe0 \x80".to_vec()), "Città €");
    assert_eq!(decode("\u{feff}Città".into()), "Città");
}

#[test]
fn prose_is_no_table() {
    let recognised = |text| Tabella.recognises(&crate::read::block::scan(FileId::new(0), text));
    assert!(recognised("nome,ordine,inizio\nAvvio,1,2025-01-01\n"));
    assert!(recognised("nome\tordine\nAvvio\t1\n"));
    assert!(!recognised("Nome, cognome e ordine\n"));
    assert!(!recognised("# nome,ordine\n"));
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "(nome|ordine|,|;|\t|\"|\n|\r|è|x){0,40}") {
        let _ = read(&text);
    }
}
