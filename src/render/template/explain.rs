//! What Tera says about templates, as findings with places in their authors' files.

use tera::{Error, ErrorKind, ReportError};

use super::{Templates, scan};
use crate::diag::register::theme::{
    MODELLO_IN_CERCHIO, MODELLO_NON_RESO, MODELLO_NON_VALIDO, NOME_IGNOTO_NEL_MODELLO, PEZZO_IGNOTO,
};
use crate::diag::{Code, Diagnostic, nearest};
use crate::render::filter;
use crate::source::Span;

/// The things that a template may name, as Tera's messages begin, with their names in Italian and English.
const PIECES: [(&str, &str, &str); 6] = [
    ("Unknown filter", "il filtro", "the filter"),
    ("Unknown function", "la funzione", "the function"),
    ("Unknown test", "il test", "the test"),
    ("Unknown component", "il componente", "the component"),
    ("Unknown template", "il modello", "the template"),
    ("Block", "il blocco", "the block"),
];

/// One thing that Tera found wrong, and where.
#[derive(Clone, Copy, Debug)]
struct Report<'m> {
    message: &'m str,
    template: &'m str,
    /// From 1.
    line: usize,
    /// In characters, from 0.
    column: usize,
    width: usize,
}

/// The findings of an error: all of them where templates are compiled, one where a page is made.
pub(in crate::render) fn explain(error: &Error, templates: &Templates) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) => vec![invalid(Report::from(&**report), templates)],
        ErrorKind::RenderingError(report) => vec![unfilled(Report::from(&**report), templates)],
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => vec![circle(tpl, templates)],
        ErrorKind::MissingParent { current, parent } => vec![orphan(current, parent, templates)],
        other => {
            let text = other.to_string();
            let found: Vec<_> = reports(&text).map(|report| unknown_piece(report, templates)).collect();
            if found.is_empty() {
                vec![whole(&text, templates)]
            } else {
                found
            }
        }
    }
}

impl<'m> From<&'m ReportError> for Report<'m> {
    fn from(report: &'m ReportError) -> Self {
        let at = report.span();
        Self {
            message: report.message(),
            template: report.filename(),
            line: at.start_line,
            column: at.start_col,
            width: at.end_col.saturating_sub(at.start_col),
        }
    }
}

impl Report<'_> {
    /// A finding with the name of the template and the place in it.
    fn finding(&self, code: &'static Code, templates: &Templates) -> Diagnostic {
        let template = templates.get(self.template);
        let path = template.map_or(self.template, |template| template.path.as_str());
        let finding = Diagnostic::new(code).with("modello", path).with("riga", self.line);
        match template.and_then(|template| template.span(self.line, self.column, self.width)) {
            Some(place) => finding.at(place),
            None => finding,
        }
    }

    /// The name that the message puts between back quotes.
    fn name(&self) -> &str {
        self.message.split('`').nth(1).unwrap_or_default()
    }
}

/// The reports that Tera joins into one text when several templates are wrong.
fn reports(text: &str) -> impl Iterator<Item = Report<'_>> {
    let begun = text.strip_prefix("error: ").map(|text| text.split("\n\nerror: "));
    begun.into_iter().flatten().filter_map(|report| {
        let mut lines = report.lines();
        let message = lines.next()?;
        let mut place = lines.next()?.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
        let (column, line, template) = (place.next()?, place.next()?, place.next()?);
        Some(Report {
            message,
            template,
            line: line.parse().ok()?,
            column: column.parse::<usize>().ok()?.checked_sub(1)?,
            width: report.lines().last()?.matches('^').count(),
        })
    })
}

fn invalid(report: Report<'_>, templates: &Templates) -> Diagnostic {
    report
        .finding(&MODELLO_NON_VALIDO, templates)
        .with("motivo", report.message)
}

/// A filter, component or the like that nobody defines.
fn unknown_piece(report: Report<'_>, templates: &Templates) -> Diagnostic {
    let piece = PIECES.iter().find(|(begins, ..)| report.message.starts_with(begins));
    let Some((_, it, en)) = piece else {
        return invalid(report, templates);
    };
    let name = report.name();
    let known: Vec<&str> = match *it {
        "il filtro" => filter::names().collect(),
        "la funzione" => filter::FUNCTIONS.to_vec(),
        "il test" => filter::TESTS.to_vec(),
        "il componente" => templates
            .values()
            .flat_map(|one| scan::components(&one.text))
            .map(|it| it.text)
            .collect(),
        "il modello" => names(templates).collect(),
        _ => blocks_above(report.template, templates),
    };
    let finding = report.finding(&PEZZO_IGNOTO, templates).with("nome", name);
    finding
        .with_words("genere", *it, *en)
        .with("vicine", nearest(name, known))
}

/// A template that fails on a page. Tera's messages about names list those there are.
fn unfilled(report: Report<'_>, templates: &Templates) -> Diagnostic {
    let known = report.message.split_once(" is not defined. Available ");
    match known.and_then(|(_, names)| names.split_once(": ")) {
        Some((_, known)) => report
            .finding(&NOME_IGNOTO_NEL_MODELLO, templates)
            .with("nome", report.name())
            .with("vicine", nearest(report.name(), known.split(", "))),
        None => report
            .finding(&MODELLO_NON_RESO, templates)
            .with("motivo", report.message),
    }
}

/// A template that extends or includes itself, most often its own name where that of the parent's theme was meant.
fn circle(name: &str, templates: &Templates) -> Diagnostic {
    let own = templates.get(name);
    let (_, below) = name.split_once('/').unwrap_or(("", name));
    let others = templates.keys().map(String::as_str);
    let mut others =
        others.filter(|other| *other != name && other.split_once('/').is_some_and(|(_, rest)| rest == below));
    let parent = others.next().map_or_else(|| format!("vetrina/{below}"), str::to_owned);
    let finding = Diagnostic::new(&MODELLO_IN_CERCHIO)
        .with("modello", own.map_or(name, |own| own.path.as_str()))
        .with("genitore", parent);
    let place = own.and_then(|own| own.place_of(&scan::references(&own.text).next()?.at));
    at(finding, place)
}

/// A template that extends one that is not there.
fn orphan(current: &str, parent: &str, templates: &Templates) -> Diagnostic {
    let own = templates.get(current);
    let finding = Diagnostic::new(&PEZZO_IGNOTO)
        .with("modello", own.map_or(current, |own| own.path.as_str()))
        .with_words("genere", "il modello", "the template")
        .with("nome", parent)
        .with("vicine", nearest(parent, names(templates)));
    at(finding, own.and_then(|own| own.place_of(&scan::parent(&own.text)?.at)))
}

/// What Tera says without a place, such as two components of one name; the first template it names is pointed at.
fn whole(message: &str, templates: &Templates) -> Diagnostic {
    let mut named = message.split('`').skip(1).step_by(2);
    let (name, own) = (
        named.next().unwrap_or_default(),
        named.next().and_then(|own| templates.get(own)),
    );
    let finding = Diagnostic::new(&MODELLO_NON_VALIDO)
        .with("modello", own.map_or("themes/", |own| own.path.as_str()))
        .with("motivo", message);
    let place = own.and_then(|own| own.place_of(&scan::components(&own.text).find(|it| it.text == name)?.at));
    at(finding, place)
}

fn at(finding: Diagnostic, place: Option<Span>) -> Diagnostic {
    match place {
        Some(place) => finding.at(place),
        None => finding,
    }
}

/// The names that templates may be extended or included by: with the name of their theme, and without.
pub(in crate::render) fn names(templates: &Templates) -> impl Iterator<Item = &str> {
    let bare = templates.keys().filter_map(|name| Some(name.split_once('/')?.1));
    bare.chain(templates.keys().map(String::as_str))
}

/// The blocks of all templates that a template extends.
fn blocks_above<'t>(name: &str, templates: &'t Templates) -> Vec<&'t str> {
    let mut found = Vec::new();
    let mut open = vec![name.to_owned()];
    let mut seen = Vec::new();
    while let Some(name) = open.pop() {
        let parents = super::named(&name, templates).filter_map(|name| scan::parent(&templates.get(name)?.text));
        for parent in parents
            .filter(|parent| !seen.contains(&parent.text))
            .collect::<Vec<_>>()
        {
            seen.push(parent.text);
            let texts = super::named(parent.text, templates).filter_map(|name| templates.get(name));
            found.extend(
                texts
                    .flat_map(|template| scan::blocks(&template.text))
                    .map(|block| block.text),
            );
            open.push(parent.text.to_owned());
        }
    }
    found
}
