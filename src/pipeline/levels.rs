use crate::config::Config;
use crate::diag::{Diagnostic, in_reading_order};
use crate::source::SourceMap;

/// What is said in the end: the weights that the office set, what it turned off left out, sorted, each once.
#[must_use]
pub fn weigh(found: Vec<Diagnostic>, config: &Config, sources: &SourceMap) -> Vec<Diagnostic> {
    let weighed = found.into_iter().filter_map(|finding| set_level(finding, config));
    in_reading_order(weighed.collect(), sources)
}

fn set_level(mut finding: Diagnostic, config: &Config) -> Option<Diagnostic> {
    let level = config.levels.iter().find(|(code, _)| code == finding.code.id);
    if let Some((_, severity)) = level {
        finding.severity = (*severity)?;
    }
    Some(finding)
}
