use std::collections::BTreeMap;

use chrono::Datelike;

use super::trial::documents_of;
use crate::cli::new::quoted;
use crate::model::{Documento, Piano, Slug, TipoDocumento, TipoPiano};
use crate::pipeline::Facts;

/// The front matter that a document is first read with.
pub(super) fn bare(path: &str, reader: Option<&str>) -> String {
    let reader = reader.map(|reader| format!("reader: {}\n", quoted(reader)));
    format!("---\nsource: {}\n{}---\n", quoted(path), reader.unwrap_or_default())
}

/// The folder below `content/` that a document belongs in: plans and projects side by side, a catalogue by itself.
pub(super) fn folder(facts: &Facts, path: &str) -> String {
    let name = Slug::of(stem(path));
    match documents_of(facts).next().map(|documento| documento.tipo) {
        Some(TipoDocumento::Catalogo) => "catalogo".to_owned(),
        Some(TipoDocumento::Progetto) => format!("progetti/{name}"),
        Some(TipoDocumento::Tabella) if !facts.graph.schede.is_empty() => "catalogo".to_owned(),
        _ => format!("piani/{name}"),
    }
}

/// The section's `_index.md`: what was recognised, and what an editor may add, as comments.
pub(super) fn text(facts: &Facts, path: &str, reader: Option<&str>) -> String {
    let documento = documents_of(facts).next();
    let title = documento.map_or_else(|| stem(path).to_owned(), |documento| titled(documento, path));
    let reader = reader.or(documento.map(|documento| documento.lettore.as_str()));
    let mut text = format!("---\n{}title: {}\n", kind(facts), quoted(&title));
    text.push_str("# Una frase che dice che cosa si trova qui.\n# description:\n\n");
    text.push_str("# Il documento come ricevuto: non si modifica; quello che è stampato male si corregge più sotto.\n");
    text.push_str(&format!("source: {}\n", quoted(path)));
    if let Some(reader) = reader {
        text.push_str(&format!("# La forma del documento.\nreader: {reader}\n"));
    }
    text.push_str("\n# L’ente che ha fatto il documento.\n");
    match body(facts) {
        Some(ente) => text.push_str(&format!("ente: {}\n", quoted(ente))),
        None => text.push_str("# ente: \"Comune di …\"\n"),
    }
    text.push_str("# L’anno delle date che il documento scrive senza anno.\n");
    match year(facts, path) {
        Some(year) => text.push_str(&format!("anno: {year}\n")),
        None => text.push_str("# anno: 2025\n"),
    }
    text.push_str(REST);
    text
}

/// What a section has to say of tables that belong to a plan and do not tell which.
fn kind(facts: &Facts) -> &'static str {
    let of_tables = documents_of(facts).any(|documento| documento.tipo == TipoDocumento::Tabella);
    let graph = &facts.graph;
    if of_tables && graph.piani.is_empty() && graph.schede.is_empty() && graph.enti.is_empty() {
        return "# Le tabelle non dicono di quale piano sono: è questo.\ntype: piano\ntipo: peg\n";
    }
    ""
}

/// What an editor may add.
const REST: &str = "
# Voce di Amministrazione Trasparente e giorno della pubblicazione (D.Lgs. 33/2013).
# sezione: \"06.02\"
# pubblicato: 2025-01-31

# Correzioni di quello che il documento stampa male: `id` e `campo` sono quelli dei dati aperti (`vetrina list`).
# corrections:
#   - id:
#     campo:
#     valore:
#     nota:

# Temi delle cose del documento, per id: `peg-2025-01: {temi: [Scuola]}`.
# tags:

# Come è andata: date effettive delle fasi, valori raggiunti degli indicatori.
# monitoring:
#   - fase:
#     fine_effettiva:
#   - indicatore:
#     valore_raggiunto:
---
";

/// The document's own title; a name of a file or folder is put in words.
fn titled(documento: &Documento, path: &str) -> String {
    if documento.tipo != TipoDocumento::Tabella && documento.titolo != stem(path) {
        return documento.titolo.to_string();
    }
    let words = stem(path).replace(['-', '_'], " ");
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// The name of the file without its ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn body(facts: &Facts) -> Option<&str> {
    let ente = documents_of(facts).find_map(|documento| documento.ente)?;
    Some(&facts.graph.enti[ente].nome)
}

/// The year of a PEG, else the one that the file is named after, else that in which the plan begins, else the one that
/// most dates of cards have.
fn year(facts: &Facts, path: &str) -> Option<i32> {
    let plan = facts.graph.piani.iter().find(|piano| piano.inizio.is_some());
    let begins = |piano: &Piano| piano.inizio.map(|day| day.value.year());
    plan.filter(|piano| piano.tipo == TipoPiano::Peg)
        .and_then(begins)
        .or_else(|| named_year(stem(path)))
        .or_else(|| begins(plan?))
        .or_else(|| commonest_year(facts))
}

fn named_year(stem: &str) -> Option<i32> {
    let numbers = stem.split(|c: char| !c.is_ascii_digit());
    let mut years = numbers.filter(|number| number.len() == 4 && number.starts_with("20"));
    years.next_back()?.parse().ok()
}

fn commonest_year(facts: &Facts) -> Option<i32> {
    let mut counts = BTreeMap::new();
    for offer in facts.graph.disponibilita.iter() {
        *counts.entry(offer.inizio.year()).or_insert(0_usize) += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(year, _)| year)
}
