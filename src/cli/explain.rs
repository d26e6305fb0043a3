use clap::Args as ClapArgs;

use super::args::View;
use super::exit::Exit;
use super::origins;
use super::session::Session;
use super::voice::Voice;
use crate::diag::{Code, nearest, register};

/// Say what a message means, or where every field of a thing comes from
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// Code of a message, id of a thing, or address of its page
    #[arg(value_name = "CODE|ID|ADDRESS")]
    what: String,
    #[command(flatten)]
    view: View,
}

/// Explains a code of the register; what is no code is looked for among the facts.
pub(super) fn run(session: &Session, args: &Args) -> Exit {
    let text = match register::find(&args.what) {
        Some(code) => Some(meaning(session.voice, code)),
        None => origins::of(&session.facts(&args.view), &args.what, session.voice),
    };
    match text {
        Some(text) => {
            Voice::data(text.as_bytes());
            Exit::Done
        }
        None => unknown(session.voice, &args.what),
    }
}

fn meaning(voice: Voice, code: &Code) -> String {
    let wording = code.wording(voice.language);
    let severity = code.severity.word(voice.language);
    let message = without_facts(wording.message);
    let mut text = format!("{severity}[{}]: {message}\n\n{}\n", code.id, wording.explain);
    if !wording.help.is_empty() {
        text.push_str(&format!(
            "\n{}: {}\n",
            voice.pick("aiuto", "help"),
            without_facts(wording.help)
        ));
    }
    text
}

/// A sentence with dots in the places that the facts of a finding fill.
fn without_facts(sentence: &str) -> String {
    let mut parts = sentence.split('{');
    let start = parts.next().unwrap_or_default().to_owned();
    parts.fold(start, |text, part| {
        text + "…" + part.split_once('}').map_or("", |(_, rest)| rest)
    })
}

fn unknown(voice: Voice, what: &str) -> Exit {
    let known = register::all().map(|code| code.id);
    let near = nearest(what, known);
    voice.fail(&match voice.language {
        crate::diag::Language::It => format!("«{what}» non è un codice, un id o un indirizzo; forse: {near}"),
        crate::diag::Language::En => format!("“{what}” is no code, id or address; perhaps: {near}"),
    });
    Exit::Usage
}
