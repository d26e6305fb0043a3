use super::new;
use crate::diag::Diagnostic;
use crate::diag::register::run::TESTO_DI_PARTENZA;
use crate::pipeline::Facts;
use crate::read::front_matter::cut;
use crate::source::Span;

/// The text of the home page, where it is still the one of a new site.
pub(super) fn still_there(facts: &Facts) -> Option<Diagnostic> {
    let file = facts.sources.find("content/_index.md")?;
    let text = facts.sources.file(file).text();
    let body = cut(file, text).value.body;
    let said = text[body.clone()].trim();
    let start = body.start + text[body].find(said)?;
    let first_line = said.lines().next()?.len();
    let here = Span::new(file, start, start + first_line);
    new::is_starter(said).then(|| Diagnostic::new(&TESTO_DI_PARTENZA).at(here))
}
