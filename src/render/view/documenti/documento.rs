use schemars::JsonSchema;
use serde::Serialize;

use super::{Letto, Letture};
use crate::graph::privacy::Redacted;
use crate::model::{Documento, Id};
use crate::read::block::Inline;
use crate::render::Corpo;
use crate::render::format::DayStyle;
use crate::render::markdown;
use crate::render::site::Site;
use crate::render::view::{Layout, Place};
use crate::source::{FileId, Span};

/// How many characters of a stretch that was not understood are shown.
const SHOWN: usize = 160;

/// A document to read: `documenti/documento.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DocumentoView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// What editors say of it, Markdown.
    pub corpo: Corpo<'g>,
    /// Whether facts were read from it, or come from it; a document may be published as it is.
    pub fonte: bool,
    /// What was read from it.
    pub letto: Vec<Letto>,
    /// What was not understood.
    pub non_lette: Vec<NonLetta<'g>>,
    /// What stands where something was taken out; none where nothing was.
    pub omesso: Option<&'static str>,
    /// All its lines, the first one first.
    pub righe: Vec<Riga>,
}

/// A line of a document, without the tags that the conversion to text left.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Riga {
    /// Whether it is printed as a title.
    pub titolo: bool,
    /// Its words; several cells where it is a row of a table.
    pub celle: Vec<String>,
}

/// A stretch that no rule understood.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NonLetta<'g> {
    /// Where it stands.
    pub luogo: Option<Place<'g>>,
    /// How it begins.
    pub testo: String,
}

/// The readable page of a document.
#[must_use]
pub fn documento<'g>(site: &Site<'g>, letture: &Letture, id: Id<Documento>) -> DocumentoView<'g> {
    let documento = &site.graph.documenti[id];
    let redacted = documento.testo.map(|file| {
        let source = site.graph.sources.file(file);
        (file, site.withheld.redact_document(file, source))
    });
    let (omitted, lines) = match &redacted {
        Some((file, redacted)) => (redacted.changed, lines(*file, redacted)),
        None => (false, Vec::new()),
    };
    let unread = |span: &Span| NonLetta {
        luogo: Place::at(site, *span),
        testo: redacted
            .as_ref()
            .map_or_else(String::new, |(file, redacted)| beginning(site, *file, redacted, *span)),
    };
    let fonte = letture.is_source(id, documento);
    DocumentoView {
        page: layout(site, documento, omitted, fonte),
        corpo: site.body(site.pagina(&documento.url)),
        fonte,
        letto: letture.of_document(id),
        non_lette: documento.non_lette.iter().map(unread).collect(),
        omesso: omitted.then(|| site.withheld.mark()),
        righe: lines,
    }
}

fn lines(file: FileId, redacted: &Redacted<'_>) -> Vec<Riga> {
    redacted.lines.iter().map(|line| row(file, line)).collect()
}

fn row(file: FileId, line: &str) -> Riga {
    let words = line.trim_start_matches('#');
    let titolo = words.len() < line.len() || Inline::new(file, line, 0).is_bold();
    let cells = words.split('\t').map(|cell| Inline::new(file, cell, 0).text());
    let mut celle: Vec<String> = cells.collect();
    while celle.last().is_some_and(String::is_empty) {
        celle.pop();
    }
    Riga { titolo, celle }
}

/// The first words of a stretch, as far as they may be shown.
fn beginning(site: &Site<'_>, file: FileId, redacted: &Redacted<'_>, span: Span) -> String {
    let righe = site.graph.sources.lines(span);
    let (first, last) = (*righe.start() as usize - 1, *righe.end() as usize);
    let lines = redacted.lines.get(first..last).unwrap_or_default();
    let words: Vec<String> = lines.iter().map(|line| Inline::new(file, line, 0).markdown()).collect();
    markdown::summary(&words.join(" "), SHOWN)
}

fn layout<'g>(site: &Site<'g>, documento: &'g Documento, omitted: bool, fonte: bool) -> Layout<'g> {
    let kind = site.word("tipo_documento", documento.tipo.word());
    let own = site.pagina(&documento.url);
    let described = own.and_then(|pagina| pagina.comuni.descrizione.as_ref());
    let description = described.map_or(kind, |text| text.as_str());
    let mut page = Layout::around(site, documento.url.as_str(), documento.titolo.as_str(), description)
        .below(site.text("documenti.titolo"), "/documenti/")
        .kicker(kind);
    if let Some(lead) = described {
        page = page.lead(lead.as_str());
    }
    if let Some(ente) = documento.ente.map(|ente| &site.graph.enti[ente]) {
        page = page.fact_with_page(site.text("documenti.ente"), ente.nome.as_str(), ente.url.as_str());
    }
    let day = documento.data.map(|day| site.locale().day(day, DayStyle::Plain));
    let download = match omitted {
        true => site.text("documenti.scarica_omesso"),
        false if documento.is_workbook() => site.text("documenti.scarica_fogli"),
        false => site.text("documenti.scarica"),
    };
    let righe = match documento.righe {
        0 => String::new(),
        righe => site.locale().number(&righe.to_string()),
    };
    page = page
        .fact(site.text("documenti.data"), day.unwrap_or_default())
        .fact(site.text("documenti.licenza"), documento.licenza.as_str())
        .fact(site.text("documenti.righe"), righe)
        .fact(site.text("documenti.sha256"), documento.sha256.as_str());
    if fonte {
        page = page.section("letto", site.text("documenti.letto"));
    }
    page.section("testo", site.text("documenti.testo"))
        .updated(documento.data)
        .download(site, download, documento.download().unwrap_or_default())
}
