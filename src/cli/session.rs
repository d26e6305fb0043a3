use std::time::Instant;

use super::args::{Common, View};
use super::clock;
use super::exit::Exit;
use super::voice::Voice;
use crate::diag::{Diagnostic, Severity};
use crate::pipeline::{self, Facts, Memory, Request, Show};

/// What was typed, as it is meant: the same for every command.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) common: Common,
    pub(super) voice: Voice,
    pub(super) started: Instant,
}

impl Session {
    /// Opens the session.
    ///
    /// # Errors
    /// Wrong usage, if the folder of the site is none.
    pub(super) fn open(common: Common) -> Result<Self, Exit> {
        let voice = Voice::new(&common);
        if !common.root.is_dir() {
            let reason = voice.pick("non è una cartella", "is not a folder");
            voice.fail(&format!("{}: {reason}", common.root.display()));
            return Err(Exit::Usage);
        }
        Ok(Self {
            common,
            voice,
            started: Instant::now(),
        })
    }

    /// Takes the walk up to the facts, once.
    pub(super) fn facts(&self, view: &View) -> Facts {
        if let Some(jobs) = view.jobs {
            // Fails only where a pool stands already; then that one serves.
            let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build_global();
        }
        pipeline::facts(&self.request(view))
    }

    /// Takes the walk up to the facts with what is remembered of the last time.
    pub(super) fn facts_again(&self, view: &View, memory: &mut Memory) -> Facts {
        pipeline::facts_again(&self.request(view), memory)
    }

    fn request<'r>(&'r self, view: &'r View) -> Request<'r> {
        Request {
            root: &self.common.root,
            config: &self.common.config,
            base_url: view.base_url.as_deref(),
            date: view.date.unwrap_or_else(clock::today),
            show: Show {
                drafts: view.drafts,
                future: view.future,
                expired: view.expired,
            },
        }
    }

    /// Whether these findings and those of the facts hold an error.
    pub(super) fn is_wrong(facts: &Facts, more: &[Diagnostic]) -> bool {
        let found = weighed(facts, more.to_vec());
        found.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Says all that was found, weighed and sorted, and what it means for the run.
    pub(super) fn verdict(&self, facts: &Facts, more: Vec<Diagnostic>) -> Verdict {
        let found = weighed(facts, more);
        self.voice.findings(&found, &facts.sources);
        let count = |severity| found.iter().filter(|finding| finding.severity == severity).count();
        Verdict {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            misconfigured: found.iter().any(|finding| is_about_configuration(finding, facts)),
        }
    }
}

/// All that a run found, with the weights that the office set.
fn weighed(facts: &Facts, more: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let found = facts.found.iter().cloned().chain(more).collect();
    pipeline::weigh(found, facts)
}

/// What the findings of a run come to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verdict {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    misconfigured: bool,
}

impl Verdict {
    /// How the run ends; warnings fail it where the user says so.
    pub(super) fn exit(self, warnings_fail: bool) -> Exit {
        match self {
            _ if self.misconfigured => Exit::Usage,
            _ if self.errors > 0 || (warnings_fail && self.warnings > 0) => Exit::Content,
            _ => Exit::Done,
        }
    }
}

fn is_about_configuration(finding: &Diagnostic, facts: &Facts) -> bool {
    let there = finding.place.map(|place| place.file);
    finding.severity == Severity::Error && (facts.config_file.is_none() || there == facts.config_file)
}
