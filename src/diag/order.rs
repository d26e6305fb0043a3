use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::register::grafo::{RIFERIMENTO_AMBIGUO, RIFERIMENTO_IGNOTO};
use super::{Code, Diagnostic, Language};
use crate::source::{FileId, SourceMap};

/// Codes whose facts name the cause: findings with equal facts in one file are one cause met at several places.
const ONE_CAUSE: &[&Code] = &[&RIFERIMENTO_IGNOTO, &RIFERIMENTO_AMBIGUO];

/// Sorts findings as an editor would mend them: those about the whole run first, then by path and place; at one place
/// the heaviest first. A finding that two rooms made alike stands once; one cause that shows at several places is told
/// once, with all its places.
#[must_use]
pub fn in_reading_order(mut found: Vec<Diagnostic>, sources: &SourceMap) -> Vec<Diagnostic> {
    found.sort_by_cached_key(|finding| {
        let place = finding
            .place
            .map(|place| (sources.file(place.file).path().to_owned(), place.start, place.end));
        let args = finding.args.clone();
        // One mistake in a template spoils many pages: the first of them stands for all, in whatever order they came.
        let subject = finding.subject.as_ref().map(|subject| subject.title.clone());
        (place, Reverse(finding.severity), finding.code.id, args, subject)
    });
    found.dedup_by(|later, first| {
        later.code.id == first.code.id && later.place == first.place && later.args == first.args
    });
    tell_causes_once(found)
}

/// Gives the first finding of a cause the places of those that follow.
fn tell_causes_once(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> = Vec::with_capacity(found.len());
    let mut first_of = BTreeMap::new();
    for finding in found {
        let Some(cause) = cause(&finding) else {
            told.push(finding);
            continue;
        };
        let first = *first_of.entry(cause).or_insert(told.len());
        match told.get_mut(first) {
            Some(first) => first.related.extend(finding.place),
            None => told.push(finding),
        }
    }
    told
}

/// What makes two findings one cause: code, file and facts.
fn cause(finding: &Diagnostic) -> Option<(&'static str, FileId, String)> {
    let names_it = ONE_CAUSE.iter().any(|code| code.id == finding.code.id);
    let place = finding.place.filter(|_| names_it)?;
    Some((finding.code.id, place.file, finding.message(Language::It).into_owned()))
}
