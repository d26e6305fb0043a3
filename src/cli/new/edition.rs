use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chrono::Datelike;
use clap::Args as ClapArgs;

use super::names;
use super::next_year::{self, Source, Step};
use super::{Refusal, write_new};
use crate::cli::args::View;
use crate::cli::session::Session;
use crate::cli::voice::Voice;
use crate::diag::Language;
use crate::model::{Codice, Pagina, Piano};
use crate::pipeline::{self, Facts};
use crate::read::tabella;
use crate::source::walk;

/// Which edition is carried over.
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// Folder of the old edition below content/, such as piani/peg-2025
    #[arg(value_name = "FOLDER")]
    folder: String,
    /// Year of the new edition; the one after the old unless told
    #[arg(long, value_name = "YEAR")]
    year: Option<i32>,
    #[command(flatten)]
    view: View,
}

/// Writes the files of the new edition; their paths. Those of the old one stay as they are.
pub(super) fn make(session: &Session, args: &Args) -> Result<Vec<String>, Refusal> {
    let root = &session.common.root;
    let old = args.folder.trim_matches('/').trim_start_matches("content/");
    let facts = session.facts(&args.view);
    let index = format!("{old}/_index.md");
    let mut pages = facts.graph.pagine.iter();
    let Some(section) = pages.find(|page| page.percorso == index) else {
        return Err(Refusal::NoSection(format!("content/{index}")));
    };
    let plan = plan_of(&facts, section);
    let from = year(section, plan, old).ok_or_else(|| Refusal::NoYear(format!("content/{index}")))?;
    let mut step = Step {
        from,
        to: args.year.unwrap_or(from + 1),
        ..Step::default()
    };
    let new = step.next(old);
    if root.join("content").join(&new).exists() {
        return Err(Refusal::Exists(format!("content/{new}")));
    }
    let source = section.sorgente.as_ref().and_then(|it| it.documento.as_ref());
    let source = source.map(|source| source.as_str());
    let tables = source.and_then(|source| tables(&facts, source));
    let next_source = source.map(|source| next_source(source, tables.is_some(), &step));
    let next_source = next_source.unwrap_or_default();
    let edition = names::Old {
        folder: old,
        source,
        plan,
    };
    let cards = names::tell(&facts, &edition, &mut step);
    let carried = Carried {
        root,
        old,
        new: &new,
        step: &step,
        cards: &cards,
        source: match tables {
            Some(_) => Source::Is(&next_source),
            None => Source::Waits(&next_source),
        },
    };
    match (source, tables) {
        (None, _) => carried.all(),
        (Some(_), None) => carried.section_alone(),
        (Some(source), Some(tables)) => {
            let mut made = carried.tables(source, &next_source, &tables)?;
            if let Some(workbook) = tables.iter().find(|path| tabella::is_workbook(path)) {
                say_rewritten(&session.voice, workbook, &next_source);
            }
            made.extend(carried.all()?);
            Ok(made)
        }
    }
}

/// The tables of a plan or catalogue, where its source is nothing else: those that can be written again.
fn tables(facts: &Facts, source: &str) -> Option<Vec<String>> {
    let folder = format!("{source}/");
    let documents = facts.graph.documenti.iter().map(|documento| documento.file.as_str());
    let named: Vec<_> = documents
        .filter(|file| *file == source || file.starts_with(&folder))
        .collect();
    let all = !named.is_empty() && named.iter().all(|file| tabella::is_table(file));
    all.then(|| named.into_iter().map(str::to_owned).collect())
}

/// Formulas, colours and notes of a spreadsheet cannot be carried over; what it says can.
fn say_rewritten(voice: &Voice, workbook: &str, folder: &str) {
    voice.say(&match voice.language {
        Language::It => format!(
            "{workbook} è un foglio di calcolo e resta com’è: le tabelle del nuovo anno sono file CSV in {folder}/, che si \
             aprono con lo stesso programma"
        ),
        Language::En => format!(
            "{workbook} is a spreadsheet and stays as it is: the tables of the new year are CSV files in {folder}/, which \
             the same program opens"
        ),
    });
}

/// Where the source of the new edition stands: what comes of a spreadsheet is a folder of tables.
fn next_source(source: &str, of_tables: bool, step: &Step) -> String {
    match of_tables && tabella::is_workbook(source) {
        true => step.next(without_ending(source)),
        false => next_path(source, step),
    }
}

fn without_ending(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(stem, _)| stem)
}

/// A path a year later: its year moved on, or the new one behind the name and before the ending.
fn next_path(path: &str, step: &Step) -> String {
    match path.rsplit_once('.').filter(|(_, ending)| !ending.contains('/')) {
        Some((stem, ending)) => format!("{}.{ending}", step.next(stem)),
        None => step.next(path),
    }
}

/// The plan that a section describes or whose document it names.
fn plan_of<'f>(facts: &'f Facts, section: &Pagina) -> Option<&'f Piano> {
    let named = section.sorgente.as_ref().and_then(|it| it.documento.as_ref());
    facts.graph.piani.iter().find(|plan| {
        let file = facts.sources.file(plan.origine.span.file).path();
        plan.origine.span.file == section.file || named.is_some_and(|named| named.as_str() == file)
    })
}

/// The year that a section says, else that of its plan, else the one that its folder is named after.
fn year(section: &Pagina, plan: Option<&Piano>, folder: &str) -> Option<i32> {
    let said = section.sorgente.as_ref().and_then(|it| it.anno);
    let of_plan = || Some(plan?.inizio?.value.year());
    let numbers = || {
        folder
            .split(|c: char| !c.is_ascii_digit())
            .filter(|number| number.len() == 4)
    };
    said.or_else(of_plan).or_else(|| numbers().next_back()?.parse().ok())
}

/// Where files are carried from and to.
struct Carried<'a> {
    root: &'a Path,
    old: &'a str,
    new: &'a str,
    step: &'a Step,
    /// Ids in the new edition of the cards that editors wrote, by the path of the old file.
    cards: &'a BTreeMap<String, String>,
    source: Source<'a>,
}

impl Carried<'_> {
    /// The section only, in every language: what stands in a document comes from the next document.
    fn section_alone(&self) -> Result<Vec<String>, Refusal> {
        let index = format!("content/{}/_index.md", self.old);
        let files = self.files().into_iter().filter(|path| {
            let translated = Codice::of_file(path).map(|(_, original)| original);
            *path == index || translated.is_some_and(|original| original == index)
        });
        files.map(|path| self.carry(&path)).collect()
    }

    /// The tables, each with the year in its name so that the old one keeps its own page, but for those of the old
    /// year alone.
    fn tables(&self, source: &str, next_source: &str, tables: &[String]) -> Result<Vec<String>, Refusal> {
        let mut made = Vec::new();
        for path in tables {
            let bytes = fs::read(self.root.join(path)).map_err(|error| Refusal::System(path.clone(), error))?;
            if tabella::is_workbook(path) {
                made.extend(self.sheets(path, &bytes, next_source)?);
                continue;
            }
            let target = match path.strip_prefix(source).and_then(|below| below.strip_prefix('/')) {
                Some(name) => format!("{next_source}/{}", next_path(name, self.step)),
                None => next_source.to_owned(),
            };
            let marked = tabella::is_for_spreadsheets(&bytes);
            let moved = next_year::table(path, &tabella::decode(bytes), self.step);
            let moved = moved.map(|text| if marked { tabella::for_spreadsheets(&text) } else { text });
            made.extend(self.table(target, moved)?);
        }
        Ok(made)
    }

    /// The tables of a spreadsheet, one file for each.
    fn sheets(&self, path: &str, bytes: &[u8], folder: &str) -> Result<Vec<String>, Refusal> {
        let tables = tabella::tables_of(path, bytes);
        let tables = tables.map_err(|reason| Refusal::System(path.to_owned(), std::io::Error::other(reason)))?;
        let mut seen = BTreeMap::new();
        let made = tables.iter().map(|(name, text)| {
            let times = seen.entry(*name).and_modify(|times| *times += 1).or_insert(1);
            let ordinal = if *times == 1 {
                String::new()
            } else {
                format!("-{times}")
            };
            let moved = next_year::table(name, text, self.step);
            let moved = moved.map(|text| tabella::for_spreadsheets(&text));
            self.table(format!("{folder}/{name}{ordinal}-{}.csv", self.step.to), moved)
        });
        let made: Vec<Option<String>> = made.collect::<Result<_, _>>()?;
        Ok(made.into_iter().flatten().collect())
    }

    /// Writes a table of the new edition, if the new edition has it; its path.
    fn table(&self, target: String, moved: Option<String>) -> Result<Option<String>, Refusal> {
        let Some(moved) = moved else {
            return Ok(None);
        };
        write_new(&self.root.join(&target), moved.as_bytes())?;
        Ok(Some(target))
    }

    /// The files of the folder but for its monitoring, which says how the old year went.
    fn files(&self) -> Vec<String> {
        let mut files = walk::list(self.root, &format!("content/{}", self.old)).files;
        files.retain(|path| !pipeline::is_monitoring(path));
        files
    }

    /// Every file of the folder.
    fn all(&self) -> Result<Vec<String>, Refusal> {
        self.files().iter().map(|path| self.carry(path)).collect()
    }

    /// Writes one file of the new edition; its path.
    fn carry(&self, path: &str) -> Result<String, Refusal> {
        let below = path.strip_prefix("content/").unwrap_or(path);
        let below = below.strip_prefix(self.old).unwrap_or(below).trim_start_matches('/');
        let target = self.root.join("content").join(self.new).join(below);
        let bytes = fs::read(self.root.join(path)).map_err(|error| Refusal::System(path.to_owned(), error))?;
        write_new(&target, &self.moved(path, below, bytes))?;
        Ok(target.display().to_string())
    }

    /// The bytes of a file in the new edition; what is no text stays as it is.
    fn moved(&self, path: &str, below: &str, bytes: Vec<u8>) -> Vec<u8> {
        let text = match String::from_utf8(bytes) {
            Ok(text) if below.ends_with(".md") => text,
            Ok(text) => return text.into_bytes(),
            Err(error) => return error.into_bytes(),
        };
        match (below, Codice::of_file(below)) {
            ("_index.md", _) => next_year::section(&text, self.step, self.source),
            (_, Some((_, original))) => next_year::translation(&text, original == "_index.md", self.step),
            _ => next_year::page(&text, self.cards.get(path).map(String::as_str), self.step),
        }
        .into_bytes()
    }
}
