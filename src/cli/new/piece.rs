use std::path::Path;

use chrono::Datelike;
use clap::Args as ClapArgs;

use super::matter::{self, Known};
use super::{Refusal, write_new};
use crate::cli::clock;
use crate::cli::session::Session;
use crate::config::Config;
use crate::model::Slug;
use crate::read::front_matter::Tipo;
use crate::source::{FileId, walk};

/// Longest name of a file that a title gives, in bytes.
const LONGEST: usize = 60;

/// What it is called, and where it goes.
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// Title; the file's name follows from it
    #[arg(value_name = "TITLE")]
    title: String,
    /// Folder below content/, such as piani/peg-2025
    #[arg(long = "in", value_name = "FOLDER")]
    folder: Option<String>,
}

/// Writes one file; its path.
pub(super) fn make(session: &Session, tipo: Tipo, args: &Args) -> Result<Vec<String>, Refusal> {
    let root = &session.common.root;
    let slug = Slug::of_first(&args.title, LONGEST).to_string();
    if slug.is_empty() {
        return Err(Refusal::NoName);
    }
    let folder = folder(root, tipo, args.folder.as_deref())?;
    let below = match tipo {
        Tipo::Piano => format!("{folder}{slug}/_index.md"),
        _ => format!("{folder}{slug}.md"),
    };
    let path = root.join("content").join(below);
    write_new(&path, matter::of(tipo, &known(session, &args.title)).as_bytes())?;
    Ok(vec![path.display().to_string()])
}

/// What the settings and the calendar say.
fn known(session: &Session, title: &str) -> Known {
    Known {
        titolo: title.to_owned(),
        ente: body(session),
        anno: clock::today().year(),
    }
}

/// The body that answers for the site. Wrong settings are for `check` to report.
pub(super) fn body(session: &Session) -> String {
    let common = &session.common;
    let read = walk::named(&common.root, &common.config);
    let text = read.and_then(|read| walk::text(&common.config, read.bytes));
    let config = text.map(|file| Config::parse(FileId::new(0), file.text()).value);
    let name = config
        .ok()
        .map(|config| config.publisher.name)
        .filter(|name| !name.is_empty());
    name.unwrap_or_else(|| "Il nostro ente".to_owned())
}

/// The folder below `content/`, with a final `/`; empty for `content/` itself.
fn folder(root: &Path, tipo: Tipo, told: Option<&str>) -> Result<String, Refusal> {
    let told = told.map(|folder| format!("{}/", folder.trim_matches('/')));
    let list = match tipo {
        Tipo::Pagina => return Ok(told.unwrap_or_default()),
        Tipo::Ente => return Ok(told.unwrap_or_else(|| "enti/".to_owned())),
        Tipo::Scheda => return Ok(told.unwrap_or_else(|| "catalogo/".to_owned())),
        Tipo::Documento => return Ok(told.unwrap_or_else(|| "documenti/".to_owned())),
        Tipo::Piano => return Ok(told.unwrap_or_else(|| "piani/".to_owned())),
        Tipo::Unita => "unita/",
        Tipo::Linea => "linee/",
        Tipo::Progetto => "progetti/",
        Tipo::Obiettivo => "obiettivi/",
        Tipo::Attivita => "attivita/",
    };
    let plan = told.map_or_else(|| only_plan(root), Ok)?;
    Ok(plan + list)
}

/// The one plan of the site.
fn only_plan(root: &Path) -> Result<String, Refusal> {
    let listing = walk::list(root, "content/piani");
    let sections = listing.files.iter().filter_map(|path| path.strip_suffix("/_index.md"));
    let plans = sections.filter_map(|section| section.strip_prefix("content/piani/"));
    let plans = plans.filter(|plan| !plan.contains('/'));
    let mut plans: Vec<_> = plans.map(|plan| format!("piani/{plan}")).collect();
    match (plans.pop(), plans.is_empty()) {
        (Some(plan), true) => Ok(plan + "/"),
        (last, _) => {
            plans.extend(last);
            Err(Refusal::WhichPlan(plans))
        }
    }
}
