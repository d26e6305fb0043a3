use super::*;
use crate::source::FileId;

fn blocks(text: &str) -> Vec<Block<'_>> {
    scan(FileId::new(0), text)
}

fn words(raw: &str) -> String {
    Inline::new(FileId::new(0), raw, 0).text()
}

#[test]
fn every_non_blank_line_belongs_to_one_block() {
    let text = "# A\nb\nc\n\n- d\n  e\n1. f\n---\ng\th\ni\tj\n\nk\tl\n";
    let kinds: Vec<&str> = blocks(text)
        .iter()
        .map(|block| match block.kind {
            Kind::Heading { .. } => "heading",
            Kind::Paragraph { .. } => "paragraph",
            Kind::Item { .. } => "item",
            Kind::Table(_) => "table",
            Kind::Rule => "rule",
        })
        .collect();
    assert_eq!(
        kinds,
        ["heading", "paragraph", "item", "item", "rule", "table", "table"]
    );
}

#[test]
fn spans_cover_the_words_without_marks() {
    let text = "\n  ## **Titolo**  \n";
    let block = &blocks(text)[0];
    let span = block.lines()[0].span();
    assert_eq!(&text[span.start as usize..span.end as usize], "**Titolo**");
}

#[test]
fn a_line_of_dashes_is_never_a_heading() {
    let found = blocks("Calendario1\t5 – 6 SETTEMBRE\n-------------\t-----\n");
    assert!(matches!(found[0].kind, Kind::Table(_)));
    assert!(matches!(found[1].kind, Kind::Rule));
}

#[test]
fn bold_titles_over_one_or_two_lines() {
    assert!(blocks("**Comune di Monza  \n(4 schede)**")[0].is_title());
    assert_eq!(
        blocks("**Comune di Monza  \n(4 schede)**")[0].text(),
        "Comune di Monza (4 schede)"
    );
    assert!(blocks("**Comune di Cesena**  \n**(2 schede)**")[0].is_title());
    assert!(!blocks("**Obiettivi:** acquisire **dati**")[0].is_title());
}

#[test]
fn markup_is_dropped_and_asterisks_that_stand_alone_stay() {
    assert_eq!(words("<b>Nome</b> **Paola** *e* altri"), "Nome Paola e altri");
    assert_eq!(
        words("**3. Descrizione della *pratica***"),
        "3. Descrizione della pratica"
    );
    assert_eq!(words("OTTOBRE (*) (**) (***)"), "OTTOBRE (*) (**) (***)");
    assert_eq!(words(r"2024\_PD\_0411"), "2024_PD_0411");
    assert_eq!(words("a&nbsp;&amp;\u{a0}b"), "a & b");
    assert_eq!(words("USC <Urbanistica senza Carta>"), "USC <Urbanistica senza Carta>");
    assert_eq!(words(r"\*Gli importi"), "*Gli importi");
}

#[test]
fn a_continued_table_drops_the_header_printed_again() {
    let found = blocks("A\tB\n1\t2\n\nA\tB\n3\t4\n");
    let mut table = found[0].table().unwrap().clone();
    table.append(found[1].table().unwrap().clone());
    let rows: Vec<Vec<String>> = table.rows.iter().map(Row::texts).collect();
    assert_eq!(rows, [["A", "B"], ["1", "2"], ["3", "4"]]);
}
