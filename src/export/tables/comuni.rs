//! Documents and bodies, which every other table refers to.

use super::super::cell::Cell;
use super::super::table::{Definition, Kind};
use super::{label, optional, required};
use crate::model::{Documento, Ente, TipoDocumento, TipoEnte};

pub(super) const DOCUMENTI: Definition<Documento> = Definition {
    name: "documenti",
    title: "Documenti",
    description: "I documenti da cui vengono i dati: quelli ricevuti e i file della redazione",
    keyed: true,
    list: |graph| &graph.documenti,
    label: |_, documento| label(&documento.titolo),
    url: |_, documento| &documento.url,
    origin: None,
    columns: &[
        required("id", Kind::Text, "Identificativo", |_, d| Cell::from(&d.id)),
        required("titolo", Kind::Text, "Titolo", |_, d| Cell::from(&d.titolo)),
        optional(
            "ente",
            Kind::Reference("enti"),
            "Ente che l'ha pubblicato",
            |graph, d| Cell::from(d.ente.map(|ente| &graph.enti[ente].id)),
        ),
        optional("data", Kind::Day, "Giorno del documento", |_, d| Cell::from(d.data)),
        required(
            "tipo",
            Kind::Word(TipoDocumento::WORDS),
            "Genere di documento",
            |_, d| Cell::from(d.tipo.word()),
        ),
        required("file", Kind::Text, "Percorso del file nel sito", |_, d| {
            Cell::from(&d.file)
        }),
        required(
            "sha256",
            Kind::Text,
            "Impronta SHA-256 del file come ricevuto",
            |_, d| Cell::from(&d.sha256),
        ),
        required("righe", Kind::Integer, "Numero di righe", |_, d| Cell::from(d.righe)),
        optional("url", Kind::Text, "Pagina del documento", |_, d| Cell::from(&d.url)),
    ],
};

pub(super) const ENTI: Definition<Ente> = Definition {
    name: "enti",
    title: "Enti",
    description: "Gli enti che ospitano, pubblicano o partecipano, ciascuno una volta sola",
    keyed: true,
    list: |graph| &graph.enti,
    label: |_, ente| label(&ente.nome),
    url: |_, ente| &ente.url,
    origin: Some(|ente| &ente.origine),
    columns: &[
        required("id", Kind::Text, "Identificativo", |_, e| Cell::from(&e.id)),
        required("nome", Kind::Text, "Nome", |_, e| Cell::from(&e.nome)),
        required("tipo", Kind::Word(TipoEnte::WORDS), "Genere di ente", |_, e| {
            Cell::from(e.tipo.unwrap_or(TipoEnte::Altro).word())
        }),
        required("url", Kind::Text, "Pagina dell'ente", |_, e| Cell::from(&e.url)),
    ],
};
