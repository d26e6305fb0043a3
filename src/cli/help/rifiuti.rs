//! Wrong usage, said in Italian.

use clap::Command;
use clap::error::{ContextKind, ErrorKind};

/// What is wrong with what was typed, how it is mended, how the command is used. `command` speaks Italian, and the
/// refusal is its own.
pub(super) fn italian(refusal: &clap::Error, command: &Command, typed: &[String]) -> String {
    let what = what(refusal);
    let help = remedy(refusal, command, typed).map(|help| format!("\naiuto: {help}"));
    let usage = said(refusal, ContextKind::Usage).map(|usage| format!("\n\n{}", usage.replacen("Usage:", "Uso:", 1)));
    let more = format!(
        "\n\nCon «{} --help» si vedono tutte le opzioni.\n",
        asked(command, typed).1
    );
    format!(
        "errore: {what}{}{}{more}",
        help.unwrap_or_default(),
        usage.unwrap_or_default()
    )
}

/// What clap knows of the refusal.
fn said(refusal: &clap::Error, kind: ContextKind) -> Option<String> {
    let said = refusal.get(kind)?.to_string();
    (!said.is_empty()).then_some(said)
}

fn what(refusal: &clap::Error) -> String {
    let said = |kind| said(refusal, kind).unwrap_or_default();
    let (arg, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    match refusal.kind() {
        ErrorKind::InvalidSubcommand => format!("non c’è un comando «{}»", said(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "manca il comando".to_owned(),
        ErrorKind::UnknownArgument if arg.starts_with('-') => format!("qui non c’è un’opzione «{arg}»"),
        ErrorKind::UnknownArgument => format!("«{arg}» è di troppo"),
        ErrorKind::MissingRequiredArgument => format!("manca {arg}"),
        ErrorKind::InvalidValue if value.is_empty() => format!("manca il valore di {arg}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("«{value}» non è un valore di {arg}"),
        ErrorKind::TooManyValues => format!("«{value}» è di troppo per {arg}"),
        ErrorKind::ArgumentConflict => conflict(&arg, &said(ContextKind::PriorArg)),
        ErrorKind::InvalidUtf8 => "un argomento non è un testo UTF-8".to_owned(),
        _ => format!("il comando non è scritto bene: {arg}"),
    }
}

fn conflict(arg: &str, prior: &str) -> String {
    match prior {
        "" => format!("{arg} non sta insieme ad altre opzioni scritte"),
        prior if prior == arg => format!("{arg} è scritto più di una volta"),
        prior => format!("{arg} e {prior} non stanno insieme"),
    }
}

/// What was meant, or may be written there.
fn remedy(refusal: &clap::Error, command: &Command, typed: &[String]) -> Option<String> {
    const SUGGESTED: [ContextKind; 3] = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let meant = SUGGESTED.into_iter().find_map(|kind| said(refusal, kind));
    if let Some(meant) = meant {
        return Some(format!("forse {meant}"));
    }
    let values = [ContextKind::ValidSubcommand, ContextKind::ValidValue];
    if let Some(values) = values.into_iter().find_map(|kind| said(refusal, kind)) {
        return Some(format!("si può scrivere {}", values.trim_end_matches(", help")));
    }
    if refusal.kind() == ErrorKind::ArgumentConflict {
        return None;
    }
    let named = said(refusal, ContextKind::InvalidArg)?;
    let (command, _) = asked(command, typed);
    let arg = command
        .get_arguments()
        .find(|arg| named.split(", ").any(|name| arg.to_string() == name))?;
    arg.get_help().map(ToString::to_string)
}

/// The command that was asked for, as far as there is one, and its name with those of the commands above.
fn asked<'c>(command: &'c Command, typed: &[String]) -> (&'c Command, String) {
    let mut found = (command, command.get_name().to_owned());
    for word in typed.iter().skip(1) {
        if let Some(below) = found.0.find_subcommand(word) {
            found = (below, format!("{} {word}", found.1));
        }
    }
    found
}
