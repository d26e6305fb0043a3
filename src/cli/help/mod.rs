//! What `--help` and wrong usage say in Italian. In English it is what stands beside the commands and options in the
//! code, and what clap says.

mod parole;
mod rifiuti;

use std::ffi::OsString;

use clap::builder::PossibleValue;
use clap::error::ErrorKind;
use clap::{Arg, Command};

use crate::diag::Language;

/// What clap has to say.
pub(super) enum Told {
    /// As it says it: an answer, or English.
    Itself(clap::Error),
    /// What is wrong with what was typed.
    Wrong(String),
}

/// What clap has to say, in the language of whoever typed.
pub(super) fn told(refusal: clap::Error, command: Command, typed: Vec<OsString>) -> Told {
    if language(&typed) != Language::It {
        return Told::Itself(refusal);
    }
    let mut command = in_italian(command);
    let words: Vec<String> = typed.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    match command.try_get_matches_from_mut(typed).err().unwrap_or(refusal) {
        refusal if is_answer(&refusal) => Told::Itself(refusal),
        refusal => Told::Wrong(rifiuti::italian(&refusal, &command, &words)),
    }
}

fn is_answer(refusal: &clap::Error) -> bool {
    let help = ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    !refusal.use_stderr() || refusal.kind() == help
}

/// The language that was typed, before all that was typed is understood; else that of the locale.
fn language(typed: &[OsString]) -> Language {
    let mut words = typed.iter().filter_map(|word| word.to_str());
    let said = words.find_map(|word| Some((word, word.strip_prefix("--lang")?)));
    let said = match said {
        Some((_, "")) => words.next(),
        Some((_, joined)) => joined.strip_prefix('='),
        None => None,
    };
    match said {
        Some("it") => Language::It,
        Some("en") => Language::En,
        Some(_) | None => super::voice::locale(),
    }
}

/// The command with Italian words in all that its help says.
fn in_italian(mut command: Command) -> Command {
    // So that it holds what clap adds of its own, too.
    command.build();
    translated(command)
}

const TEMPLATE: &str = "{about-with-newline}\nUso: {usage}\n\n{all-args}";

fn translated(command: Command) -> Command {
    let command = match command.get_about().map(ToString::to_string) {
        Some(about) => command.about(parole::italian(&about)),
        None => command,
    };
    let mut command = command
        .subcommand_value_name("COMANDO")
        .subcommand_help_heading("Comandi")
        .help_template(TEMPLATE)
        .mut_args(argument)
        .mut_subcommands(translated);
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").replace("[OPTIONS]", "[OPZIONI]");
    command.override_usage(usage)
}

fn argument(arg: Arg) -> Arg {
    let (short, long) = (spoken(&arg, Length::Short), spoken(&arg, Length::Long));
    let names = arg.get_value_names().unwrap_or_default().iter();
    let names: Vec<&'static str> = names.map(|name| parole::italian(name)).collect();
    let heading = match arg.get_help_heading() {
        Some(heading) => parole::italian(heading),
        // What clap adds stands with the options of every command, below those of this one.
        None if ["help", "version"].contains(&arg.get_id().as_str()) => parole::italian("Everywhere"),
        None if arg.is_positional() => "Argomenti",
        None => "Opzioni",
    };
    let arg = match arg.get_action().takes_values() {
        true => arg.value_names(names),
        false => arg,
    };
    let arg = arg.hide_possible_values(true).hide_default_value(true);
    arg.help_heading(heading).help(short).long_help(long)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Length {
    Short,
    Long,
}

/// What is said of an argument: what it is, the values it may have, the one that it has unless told.
fn spoken(arg: &Arg, length: Length) -> String {
    let short = arg.get_help().map(ToString::to_string);
    let long = arg.get_long_help().map(ToString::to_string);
    let said = if length == Length::Long { long.or(short) } else { short };
    let mut parts: Vec<String> = said.iter().map(|said| parole::italian(said).to_owned()).collect();
    let values = arg.get_possible_values();
    if arg.get_action().takes_values() && !values.is_empty() {
        parts.push(listed(&values, length));
    }
    let default: Vec<_> = arg.get_default_values().iter().map(|it| it.to_string_lossy()).collect();
    if arg.get_action().takes_values() && !default.is_empty() {
        parts.push(format!("[se non si dice: {}]", default.join(" ")));
    }
    parts.join(if length == Length::Long { "\n\n" } else { " " })
}

fn listed(values: &[PossibleValue], length: Length) -> String {
    if length == Length::Short {
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        return format!("[valori: {}]", names.join(", "));
    }
    let explained = values.iter().map(|value| {
        let help = value.get_help().map(|help| parole::italian(&help.to_string()));
        format!("\n- {}: {}", value.get_name(), help.unwrap_or_default())
    });
    format!("Valori:{}", explained.collect::<String>())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::args::Args;

    /// Every English sentence and name in the help of a command and of those below it.
    fn english(command: &Command, all: &mut BTreeSet<String>) {
        all.extend(command.get_about().map(ToString::to_string));
        for arg in command.get_arguments() {
            all.extend(arg.get_help().map(ToString::to_string));
            all.extend(arg.get_long_help().map(ToString::to_string));
            all.extend(arg.get_help_heading().map(str::to_owned));
            if arg.get_action().takes_values() {
                all.extend(
                    arg.get_value_names()
                        .unwrap_or_default()
                        .iter()
                        .map(ToString::to_string),
                );
                let values = arg.get_possible_values();
                all.extend(
                    values
                        .iter()
                        .filter_map(|value| value.get_help())
                        .map(ToString::to_string),
                );
            }
        }
        command.get_subcommands().for_each(|command| english(command, all));
    }

    #[test]
    fn every_sentence_is_there_in_italian_and_none_too_many() {
        let mut command = Args::command();
        command.build();
        let mut all = BTreeSet::new();
        english(&command, &mut all);
        let known: BTreeSet<String> = parole::PAROLE
            .iter()
            .map(|(english, _)| (*english).to_owned())
            .collect();
        assert_eq!(
            all.difference(&known).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "no Italian"
        );
        assert_eq!(
            known.difference(&all).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "never said"
        );
    }

    #[test]
    fn the_language_is_the_one_that_was_typed() {
        let typed = |words: &[&str]| language(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(typed(&["vetrina", "--lang", "it", "--help"]), Language::It);
        assert_eq!(typed(&["vetrina", "--lang=en", "build", "-h"]), Language::En);
    }
}
