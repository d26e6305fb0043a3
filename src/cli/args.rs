use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::diag::Language;
use crate::diag::render::Format;

/// Publishes the plans and exchange catalogues of public bodies as open, accessible, lasting pages
#[derive(Debug, Parser)]
#[command(name = "vetrina", version, max_term_width = 100)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) common: Common,
}

/// What can be asked for.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Build(super::build::Args),
    Serve(super::serve::Args),
    Check(super::check::Args),
    Import(super::import::Args),
    Explain(super::explain::Args),
    List(super::list::Args),
    New(super::new::Args),
    Schema(super::schema::Args),
}

/// Options of every command, in any position.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Common {
    /// Folder of the site
    #[arg(short, long, global = true, value_name = "DIR", default_value = ".")]
    pub(super) root: PathBuf,
    /// Configuration, below the folder of the site
    #[arg(short, long, global = true, value_name = "FILE", default_value = "vetrina.yaml")]
    pub(super) config: String,
    /// Say errors only
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(super) quiet: bool,
    /// Say more: what is held back and why
    #[arg(short, long, global = true)]
    pub(super) verbose: bool,
    /// Colours in messages
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
    /// How findings are written
    #[arg(long, global = true, value_name = "FORMAT", default_value = "human")]
    pub(super) message_format: MessageFormat,
    /// Language of the messages; the locale's unless told
    #[arg(long, global = true, value_name = "LANG")]
    pub(super) lang: Option<Lang>,
}

/// When messages are coloured.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum MessageFormat {
    /// With the source line and a caret
    Human,
    /// One line each
    Short,
    /// One JSON object a line
    Json,
    /// Workflow commands of GitHub
    Github,
}

impl From<MessageFormat> for Format {
    fn from(format: MessageFormat) -> Self {
        match format {
            MessageFormat::Human => Format::Human,
            MessageFormat::Short => Format::Short,
            MessageFormat::Json => Format::Json,
            MessageFormat::Github => Format::Github,
        }
    }
}

/// Languages that vetrina speaks.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Lang {
    /// Italian
    It,
    /// English
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::It => Language::It,
            Lang::En => Language::En,
        }
    }
}

/// What decides which day a site is built for and what it shows; shared by the commands that read a site.
#[derive(Debug, ClapArgs)]
pub(super) struct View {
    /// Address of the site, instead of the configuration's
    #[arg(short = 'u', long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Day of the build, YYYY-MM-DD; SOURCE_DATE_EPOCH or today unless told
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(super) date: Option<crate::model::Giorno>,
    /// Show drafts
    #[arg(long)]
    pub(super) drafts: bool,
    /// Show what comes out later
    #[arg(long)]
    pub(super) future: bool,
    /// Show what has expired
    #[arg(long)]
    pub(super) expired: bool,
    /// Number of threads; one for each core unless told
    #[arg(short, long, value_name = "N")]
    pub(super) jobs: Option<std::num::NonZeroUsize>,
}

fn day(text: &str) -> Result<crate::model::Giorno, String> {
    text.parse().map_err(|_| "YYYY-MM-DD, like 2024-09-05".to_owned())
}

/// The least finding that fails a run.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FailOn {
    /// Errors
    Error,
    /// Warnings too
    Warning,
}
