use super::Facts;
use crate::config::{Config, Waiver};
use crate::diag::register::config::{DEROGA_INUTILE, DEROGA_SCADUTA};
use crate::diag::{Diagnostic, in_reading_order};
use crate::source::SourceMap;

/// What is said in the end: the weights that the office set, what it turned off or waived left out, sorted, each once.
/// `found` is everything that the run found, or a waiver would seem needless.
#[must_use]
pub fn weigh(found: Vec<Diagnostic>, facts: &Facts) -> Vec<Diagnostic> {
    let weighed = found
        .into_iter()
        .filter_map(|finding| set_level(finding, &facts.config));
    let mut desk = Desk::of(facts);
    let mut kept: Vec<_> = weighed.filter(|finding| !desk.waives(finding)).collect();
    kept.extend(desk.doubts());
    in_reading_order(kept, &facts.sources)
}

fn set_level(mut finding: Diagnostic, config: &Config) -> Option<Diagnostic> {
    let level = config.levels.iter().find(|(code, _)| code == finding.code.id);
    if let Some((_, severity)) = level {
        finding.severity = (*severity)?;
    }
    Some(finding)
}

/// The office's waivers, and which of them met a finding.
struct Desk<'f> {
    facts: &'f Facts,
    met: Vec<bool>,
}

impl<'f> Desk<'f> {
    fn of(facts: &'f Facts) -> Self {
        let met = vec![false; facts.config.waivers.len()];
        Self { facts, met }
    }

    /// Whether a finding is accepted today.
    fn waives(&mut self, finding: &Diagnostic) -> bool {
        let waivers = &self.facts.config.waivers;
        let meets = |waiver: &Waiver| meets(waiver, finding, &self.facts.sources);
        let Some(at) = waivers.iter().position(meets) else {
            return false;
        };
        self.met[at] = true;
        !self.is_over(&waivers[at])
    }

    fn is_over(&self, waiver: &Waiver) -> bool {
        waiver.until < self.facts.date
    }

    /// What is wrong with the waivers themselves.
    fn doubts(&self) -> Vec<Diagnostic> {
        let waivers = self.facts.config.waivers.iter().zip(&self.met);
        let doubts = waivers.filter_map(|(waiver, met)| {
            let code = match met {
                false => &DEROGA_INUTILE,
                true if self.is_over(waiver) => &DEROGA_SCADUTA,
                true => return None,
            };
            let doubt = Diagnostic::new(code).at(waiver.place).with("codice", waiver.code.id);
            Some(doubt.with("fino", waiver.until).with("motivo", &waiver.reason))
        });
        doubts.collect()
    }
}

/// Whether a waiver is about a finding: of its code, and about its thing or at its place.
fn meets(waiver: &Waiver, finding: &Diagnostic, sources: &SourceMap) -> bool {
    let about = |id: &String| finding.subject.as_ref().is_some_and(|subject| subject.id == *id);
    let at = |place: &String| {
        finding.place.is_some_and(|span| {
            let file = sources.file(span.file).path();
            file == place || *place == format!("{file}:{}", sources.lines(span).start())
        })
    };
    waiver.code.id == finding.code.id && waiver.about.as_ref().is_none_or(about) && waiver.at.as_ref().is_none_or(at)
}
