use std::cmp::Reverse;

use super::Diagnostic;
use crate::source::SourceMap;

/// Sorts findings as an editor would mend them: those about the whole run first, then by path and place; at one place
/// the heaviest first. A finding that two rooms made alike stands once.
#[must_use]
pub fn in_reading_order(mut found: Vec<Diagnostic>, sources: &SourceMap) -> Vec<Diagnostic> {
    found.sort_by_cached_key(|finding| {
        let place = finding
            .place
            .map(|place| (sources.file(place.file).path().to_owned(), place.start, place.end));
        let args = finding.args.clone();
        (place, Reverse(finding.severity), finding.code.id, args)
    });
    found.dedup_by(|later, first| {
        later.code.id == first.code.id && later.place == first.place && later.args == first.args
    });
    found
}
