use std::path::Path;
use std::time::Duration;

use super::session::{Session, Verdict};
use super::voice::{Voice, Volume};
use crate::model::TipoDocumento;
use crate::pipeline::{Facts, Held};
use crate::write::Written;

/// What became of the outputs.
pub(super) struct Outcome<'o> {
    /// What was made; none without a theme.
    pub(super) made: Option<Written>,
    /// What was written; none if nothing was.
    pub(super) written: Option<Written>,
    /// The output folder, as the user calls it.
    pub(super) output: &'o Path,
}

/// Ends a build: what was read, made and written, what is held back, how many findings, how long it took.
pub(super) fn say(session: &Session, facts: &Facts, verdict: Verdict, outcome: &Outcome<'_>) {
    say_read(session, facts);
    let voice = &session.voice;
    if let Some(made) = &outcome.made {
        voice.say(&files(voice, made, outcome));
    }
    say_held(voice, &facts.held);
    voice.say(&findings(voice, verdict));
    say_time(session);
}

/// Ends a check.
pub(super) fn say_checked(session: &Session, facts: &Facts, verdict: Verdict) {
    say_read(session, facts);
    say_held(&session.voice, &facts.held);
    session.voice.say(&findings(&session.voice, verdict));
    say_time(session);
}

fn say_read(session: &Session, facts: &Facts) {
    let received = facts.graph.documenti.iter();
    let documents = received
        .filter(|documento| documento.tipo != TipoDocumento::Redazione)
        .count();
    let unread: u32 = facts
        .graph
        .documenti
        .iter()
        .map(|documento| unread_lines(facts, documento))
        .sum();
    let voice = &session.voice;
    voice.say(&match voice.language {
        crate::diag::Language::It => format!("documenti letti: {documents}; righe non capite: {unread}"),
        crate::diag::Language::En => format!("documents read: {documents}; lines not understood: {unread}"),
    });
}

/// How many lines of a document were not understood.
pub(super) fn unread_lines(facts: &Facts, documento: &crate::model::Documento) -> u32 {
    let lines = documento.non_lette.iter().map(|span| facts.sources.lines(*span));
    lines.map(|lines| lines.end() - lines.start() + 1).sum()
}

fn files(voice: &Voice, made: &Written, outcome: &Outcome<'_>) -> String {
    let Written {
        made: files,
        pages,
        written,
        unchanged,
        removed,
    } = made;
    let folder = outcome.output.display();
    match (outcome.written.is_some(), voice.pick("it", "en")) {
        (true, "it") => format!(
            "pagine: {pages}; file in {folder}/: {files} (scritti {written}, uguali {unchanged}, tolti {removed})"
        ),
        (true, _) => format!(
            "pages: {pages}; files in {folder}/: {files} ({written} written, {unchanged} unchanged, {removed} removed)"
        ),
        (false, "it") => format!("pagine: {pages}; file: {files}; {folder}/ è rimasta com'era"),
        (false, _) => format!("pages: {pages}; files: {files}; {folder}/ is as it was"),
    }
}

fn say_held(voice: &Voice, held: &[Held]) {
    if held.is_empty() {
        return;
    }
    voice.say(&format!(
        "{}: {}",
        voice.pick("pagine trattenute", "pages held back"),
        held.len()
    ));
    if voice.volume >= Volume::Verbose {
        for page in held {
            voice.say(&format!(
                "  content/{}: {}",
                page.percorso,
                page.reason.words(voice.language)
            ));
        }
    }
}

fn findings(voice: &Voice, verdict: Verdict) -> String {
    let Verdict { errors, warnings, .. } = verdict;
    match voice.language {
        crate::diag::Language::It => format!("errori: {errors}; avvisi: {warnings}"),
        crate::diag::Language::En => format!("errors: {errors}; warnings: {warnings}"),
    }
}

fn say_time(session: &Session) {
    let took = seconds(session.started.elapsed());
    session.voice.say(&match session.voice.language {
        crate::diag::Language::It => format!("fatto in {} s", took.replace('.', ",")),
        crate::diag::Language::En => format!("done in {took} s"),
    });
}

fn seconds(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64())
}
