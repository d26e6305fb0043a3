//! `/_vetrina/`: what an editor should know of the site beyond its pages.

use std::fmt::Write as _;

use serde_json::Value;

use super::board::Shown;
use super::edition::Reply;
use crate::diag::register::lettura::RIGHE_NON_LETTE;
use crate::diag::render::{Format, Printer};
use crate::diag::{Diagnostic, Language};
use crate::graph::Graph;
use crate::model::{Codice, Id, Pagina};
use crate::pipeline::{Facts, Held};

/// Why the page at an address would be held back from a build; empty if it would not.
pub(super) fn ribbon(address: &str, shown: &Shown, language: Language) -> String {
    let Some(facts) = &shown.facts else {
        return String::new();
    };
    let graph = &facts.graph;
    let (lingua, address) = facts.in_which_language(address);
    let mut files = graph.pagine.entries();
    let file = files.find(|(id, _)| graph.albero.url(*id) == address);
    let is_of = |held: &&Held, file: &Pagina| match Codice::of_file(&held.percorso) {
        Some((code, original)) => lingua == Some(code) && file.percorso == original,
        None => held.percorso == file.percorso,
    };
    let held = file.and_then(|(_, file)| facts.lifted.iter().find(|held| is_of(held, file)));
    held.map(|held| held.reason.words(language)).unwrap_or_default()
}

/// The page where no good edition was seen yet; what is wrong stands above it.
pub(super) fn nothing_yet(language: Language) -> String {
    let title = pick(language, "Il sito ha errori", "The site has errors");
    document(language, title, "")
}

/// The whole page. `page` is the address of the page whose facts are asked for; empty if none is.
pub(super) async fn page(shown: &Shown, page: &str, language: Language) -> String {
    let Some(facts) = &shown.facts else {
        return nothing_yet(language);
    };
    let say = |it, en| pick(language, it, en);
    let mut body = String::new();
    section(
        &mut body,
        say(
            "Da dove viene ogni dato di una pagina",
            "Where the facts of a page come from",
        ),
        &origins(shown, page, language).await,
    );
    section(
        &mut body,
        say("Non pubblicato", "Held back"),
        &list(held(facts, language)),
    );
    section(&mut body, say("Senza legami", "Orphans"), &list(orphans(&facts.graph)));
    let not_read = |finding: &&Diagnostic| finding.code.id == RIGHE_NON_LETTE.id;
    let contradicts = |finding: &&Diagnostic| !finding.related.is_empty();
    let found = || shown.found.iter();
    section(
        &mut body,
        say("Non capito", "Not understood"),
        &findings(found().filter(not_read), facts, language),
    );
    section(
        &mut body,
        say("In contraddizione", "Contradictory"),
        &findings(found().filter(contradicts), facts, language),
    );
    let rest = found().filter(|finding| !not_read(finding) && !contradicts(finding));
    section(
        &mut body,
        say("Altri avvisi", "Other findings"),
        &findings(rest, facts, language),
    );
    section(
        &mut body,
        say("Dati personali", "Personal data"),
        &personal(facts, language),
    );
    document(language, say("Anteprima", "Preview"), &body)
}

fn pick<'t>(language: Language, it: &'t str, en: &'t str) -> &'t str {
    match language {
        Language::It => it,
        Language::En => en,
    }
}

fn document(language: Language, title: &str, body: &str) -> String {
    let code = pick(language, "it", "en");
    format!(
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <link rel=\"stylesheet\" href=\"/_vetrina/preview.css\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}</main>\n"
    )
}

fn section(body: &mut String, title: &str, content: &str) {
    let content = if content.is_empty() { "<p>—</p>\n" } else { content };
    // Writing to a text cannot fail.
    let _ = write!(body, "<section>\n<h2>{title}</h2>\n{content}</section>\n");
}

fn list(items: Vec<String>) -> String {
    if items.is_empty() {
        return String::new();
    }
    let items: String = items
        .iter()
        .map(|item| format!("<li>{}</li>\n", escape(item)))
        .collect();
    format!("<ul>\n{items}</ul>\n")
}

fn table(rows: Vec<Vec<String>>) -> String {
    let cells = |row: &Vec<String>| {
        row.iter()
            .map(|cell| format!("<td>{}</td>", escape(cell)))
            .collect::<String>()
    };
    let rows: String = rows.iter().map(|row| format!("<tr>{}</tr>\n", cells(row))).collect();
    if rows.is_empty() {
        rows
    } else {
        format!("<table>\n{rows}</table>\n")
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn held(facts: &Facts, language: Language) -> Vec<String> {
    let line = |held: &Held| format!("content/{}: {}", held.percorso, held.reason.words(language));
    facts.held.iter().chain(&facts.lifted).map(line).collect()
}

/// Things that nothing points to.
fn orphans(graph: &Graph) -> Vec<String> {
    let to = &graph.relations;
    let alone = |id: Id<_>| {
        to.schede_di_ente.of(id).is_empty()
            && to.piani_di_ente.of(id).is_empty()
            && to.partner_di_ente.of(id).is_empty()
    };
    let enti = graph
        .enti
        .entries()
        .filter(|(id, _)| alone(*id))
        .map(|(_, ente)| ente.url.to_string());
    let idle = |id: Id<_>| to.obiettivi_di_unita.of(id).is_empty() && to.progetti_di_unita.of(id).is_empty();
    let unita = graph
        .unita
        .entries()
        .filter(|(id, _)| idle(*id))
        .map(|(_, unita)| unita.url.to_string());
    enti.chain(unita).collect()
}

fn findings<'f>(found: impl Iterator<Item = &'f Diagnostic>, facts: &Facts, language: Language) -> String {
    let printer = Printer {
        sources: &facts.sources,
        language,
        format: Format::Human,
        color: false,
    };
    found
        .map(|finding| format!("<pre tabindex=\"0\">{}</pre>\n", escape(&printer.text(finding))))
        .collect()
}

/// Every personal datum, whether it is published, why, and where it stands.
fn personal(facts: &Facts, language: Language) -> String {
    let rows = facts.withheld.personal().iter().map(|datum| {
        let published = match datum.reason.is_published() {
            true => pick(language, "pubblicato", "published"),
            false => pick(language, "non pubblicato", "withheld"),
        };
        let places = datum.places.iter().map(|place| {
            let file = facts.sources.file(place.file);
            format!("{}:{}", file.path(), file.position(place.start).line)
        });
        let words = [
            datum.kind.word(),
            &datum.value,
            published,
            datum.reason.word(),
            &datum.of,
            &places.collect::<Vec<_>>().join(" "),
        ];
        words.map(str::to_owned).to_vec()
    });
    table(rows.collect())
}

/// A form that asks for a page, and the rows of that page's data, which say where they come from.
async fn origins(shown: &Shown, page: &str, language: Language) -> String {
    let label = pick(language, "Indirizzo della pagina", "Address of the page");
    let show = pick(language, "Mostra", "Show");
    let form = format!(
        "<form><label>{label} <input name=\"page\" value=\"{}\"></label> <button>{show}</button></form>\n",
        escape(page)
    );
    let facts = shown.facts.as_ref();
    let page = facts.map_or(page, |facts| facts.in_which_language(page).1);
    let data = match shown.ask(&format!("{page}dati.json")).await {
        Some(Reply::File(_, bytes)) if !page.is_empty() => serde_json::from_slice(&bytes).unwrap_or_default(),
        _ => Value::Null,
    };
    let tables = data.as_object().into_iter().flatten();
    let tables = tables.map(|(name, rows)| format!("<h3>{}</h3>\n{}", escape(name), rows_of(rows)));
    form + &tables.collect::<String>()
}

fn rows_of(rows: &Value) -> String {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let rows = rows.as_array().into_iter().flatten().filter_map(Value::as_object);
    rows.map(|row| {
        table(
            row.iter()
                .map(|(name, value)| vec![name.clone(), text(value)])
                .collect(),
        )
    })
    .collect()
}
