use super::*;

fn codes(text: &str) -> Vec<&'static str> {
    read(FileId(0), "a.md", text)
        .problems
        .iter()
        .map(|problem| problem.code.id)
        .collect()
}

#[test]
fn the_common_keys_of_a_page() {
    let text = "---\ntitle: Note legali\naliases: [/legal/, /note/]\nweight: 3\ndraft: true\ntaxonomies:\n  temi: [casa]\n\
                extra:\n  colori: {sfondo: \"#fff\"}\nsezione: 06.02\n---\nCorpo\n";
    let read = read(FileId(0), "note-legali.md", text);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let pagina = read.value;
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
    let read = read(FileId(0), "piani/peg/_index.md", text);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let sorgente = read.value.sorgente.unwrap();
    assert_eq!(sorgente.documento.unwrap().value, "seeds/peg.txt");
    assert_eq!(sorgente.anno, Some(2023));
    assert_eq!(sorgente.data.unwrap().to_string(), "2023-05-04");
    assert!(read.value.sezione);
}

#[test]
fn a_file_without_front_matter_is_all_body() {
    let read = read(FileId(0), "a.md", "Testo\n---\n");
    assert!(read.problems.is_empty());
    assert_eq!((read.value.corpo.start, read.value.corpo.end), (0, 10));
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
    let read = read(FileId(0), "a.md", text);
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
    let read = read(FileId(0), "a.md", text);
    assert_eq!(read.value.correzioni.len(), 1);
    assert_eq!(read.problems[0].code.id, "chiave-mancante");
}
