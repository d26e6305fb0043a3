//! The page of the manual that says which tables an office may write, with their columns, is made from the code.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::made;
use vetrina::export::tables::table;
use vetrina::export::{Heading, Kind};
use vetrina::read::record::Shape;
use vetrina::read::tabella;

/// What stands below this line of the page is made from the code: `RENEW=1 cargo test --test tidy manual`.
const MARK: &str = "## Le tabelle, una per una";

/// Which tables serve what, and in which order an office meets them.
const USES: [(&str, &[&str]); 4] = [
    (
        "Per un catalogo",
        &["schede", "disponibilita", "contatti", "calendario"],
    ),
    (
        "Per un piano",
        &[
            "unita",
            "obiettivi",
            "fasi",
            "indicatori",
            "linee_strategiche",
            "progetti",
            "bilancio",
            "assegnazioni",
            "monitoraggio",
        ],
    ),
    ("Per un progetto", &["partner", "attivita", "scadenze"]),
    ("Per tutti", &["enti", "piani", "documenti"]),
];

/// What vetrina makes itself; whoever knows better may write it.
const MADE: [&str; 16] = [
    "id",
    "url",
    "partecipanti_testo",
    "partecipanti_min",
    "partecipanti_max",
    "durata_testo",
    "giornate_min",
    "giornate_max",
    "tipo_valore",
    "operatore",
    "valore",
    "gruppo",
    "file",
    "sha256",
    "righe",
    "colonna",
];

/// The columns that are read and not published, or not in this table.
const OWN: [(&str, &str); 16] = [
    ("partecipanti", "Quanti, come si dice: «da 2 a 4», «massimo 6»"),
    ("durata", "Quanto, come si dice: «2 giornate», «da 3 a 5 giornate»"),
    ("piano", "Piano a cui appartiene"),
    ("codice_ipa", "Codice nell’indice delle pubbliche amministrazioni"),
    ("sito", "Indirizzo del sito dell’ente"),
    ("provincia", "Provincia"),
    ("regione", "Regione"),
    (
        "altri_nomi",
        "Altri nomi con cui i documenti lo chiamano, separati da «; »",
    ),
    ("costo", "Costo"),
    ("programma", "Programma che lo finanzia"),
    ("cup", "Codice unico di progetto"),
    ("atto", "Atto di approvazione"),
    ("fase", "Nome della fase"),
    ("indicatore", "Testo dell’indicatore"),
    ("nota", "Nota"),
    ("obiettivo", "Obiettivo in cui cercare la fase o l’indicatore"),
];

#[test]
fn the_manual_says_which_columns_each_table_takes() {
    made::hold("docs/manuale/content/tabelle.md", MARK, &reference(), "manual");
}

fn reference() -> String {
    let mut shapes: BTreeMap<&str, Shape> = tabella::shapes()
        .into_iter()
        .map(|shape| (shape.table, shape))
        .collect();
    let mut page = String::new();
    for (use_, tables) in USES {
        writeln!(page, "### {use_}\n").unwrap();
        for name in tables {
            let shape = shapes.remove(name).unwrap();
            section(&shape, &mut page);
        }
    }
    assert!(shapes.is_empty(), "{:?} stand in no part of the page", shapes.keys());
    page.trim_end().to_owned() + "\n"
}

fn section(shape: &Shape, page: &mut String) {
    let name = shape.table;
    let says = table(name).map_or("Come è andata, per fasi e indicatori", |table| table.description());
    writeln!(
        page,
        "#### {}\n\n{says}. File `{name}.csv`, foglio «{}».\n",
        sheet(name),
        sheet(name)
    )
    .unwrap();
    writeln!(page, "| colonna | serve | che cosa dice |\n|---|---|---|").unwrap();
    let (made, written): (Vec<_>, Vec<_>) = shape.columns().into_iter().partition(|(column, _)| is_made(column));
    for (column, _) in written {
        writeln!(
            page,
            "| `{column}` | {} | {} |",
            need(shape, column),
            meaning(name, column)
        )
        .unwrap();
    }
    let made: Vec<String> = made.iter().map(|(column, _)| format!("`{column}`")).collect();
    if !made.is_empty() {
        writeln!(page, "\nFatte da vetrina: {}.", made.join(", ")).unwrap();
    }
    page.push('\n');
}

fn is_made(column: &str) -> bool {
    MADE.contains(&column)
}

/// `linee_strategiche` → `Linee strategiche`.
fn sheet(table: &str) -> String {
    let words = table.replace('_', " ").replace("disponibilita", "disponibilità");
    let words = words.replace("unita", "unità").replace("attivita", "attività");
    let (first, rest) = words.split_at(1);
    first.to_uppercase() + rest
}

fn need(shape: &Shape, column: &str) -> String {
    let group = shape.belongs.first().filter(|group| group.contains(&column));
    match group {
        _ if shape.required.contains(&column) => "sempre".to_owned(),
        Some([_]) => "sempre".to_owned(),
        Some(group) => {
            let others = group
                .iter()
                .filter(|other| **other != column)
                .map(|other| format!("`{other}`"));
            format!("questa o {}", others.collect::<Vec<_>>().join(" o "))
        }
        None => "se c’è".to_owned(),
    }
}

fn meaning(name: &str, column: &str) -> String {
    let headings = table(name).map_or_else(Vec::new, |table| table.headings());
    match headings.iter().find(|heading| heading.name == column) {
        Some(heading) => format!("{}{}", heading.meaning.replace('\'', "’"), takes(heading.kind, heading)),
        None => {
            let own = OWN.iter().find(|(name, _)| *name == column);
            let published = || {
                let tables = ["fasi", "indicatori"].into_iter().filter_map(table);
                let headings = tables.flat_map(|table| table.headings());
                let heading = headings.into_iter().find(|heading| heading.name == column)?;
                Some(heading.meaning.to_owned())
            };
            let own = own.map(|(_, meaning)| (*meaning).to_owned()).or_else(published);
            own.unwrap_or_else(|| panic!("{name}: what does {column} say?"))
        }
    }
}

/// What may stand in a cell.
fn takes(kind: Kind, heading: &Heading) -> String {
    match kind {
        Kind::Word(words) => format!(
            ": {}",
            words
                .iter()
                .map(|word| format!("`{word}`"))
                .collect::<Vec<_>>()
                .join(", ")
        ),
        Kind::Reference(table) if table != heading.name => format!(" (codice, nome o id in `{table}`)"),
        Kind::Reference(_) | Kind::Text => String::new(),
        Kind::Integer => " (numero intero)".to_owned(),
        Kind::Decimal => " (numero, `1.250,50`)".to_owned(),
        Kind::Day => " (data, `14/09/2026`)".to_owned(),
        Kind::Month => " (mese, `settembre 2026`)".to_owned(),
    }
}
