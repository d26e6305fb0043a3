//! How the sheets of a spreadsheet are laid out, as far as it decides what somebody who opens it sees: rows and columns
//! that are hidden, folded away or filtered out, and cells that are one. What reads the cells does not tell.

mod ods;
mod runs;
mod xlsx;

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Cursor};

use anyhow::{Context as _, Result, anyhow};
use calamine::Dimensions;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::leaf::Here;
use crate::source::Unseen;
pub(super) use ods::layouts as of_ods;
use runs::Runs;
pub(super) use xlsx::layouts as of_xlsx;

/// The layout of each sheet, by its name.
pub(super) type Layouts = HashMap<String, Layout>;

/// How a sheet is laid out. Rows and columns count from 0.
#[derive(Debug, Default)]
pub(super) struct Layout {
    rows: Runs,
    columns: Runs,
    /// Cells that are one.
    pub(super) merged: Vec<Dimensions>,
}

impl Layout {
    /// The rows or columns for which a cell is not seen, no further than `last`, the last cell that is used.
    pub(super) fn hides(&self, here: Here, last: Here) -> Option<Unseen> {
        let rows = || self.rows.around(here.0);
        let columns = || self.columns.around(here.1);
        let row = |run: (u32, u32)| Unseen::Rows(run.0 + 1, run.1.min(last.0) + 1);
        let column = |run: (u32, u32)| Unseen::Columns(run.0 + 1, run.1.min(last.1) + 1);
        rows().map(row).or_else(|| columns().map(column))
    }
}

/// The parts of a spreadsheet's file.
struct Parts<'b>(ZipArchive<Cursor<&'b [u8]>>);

impl<'b> Parts<'b> {
    fn of(bytes: &'b [u8]) -> Result<Self> {
        Ok(Self(ZipArchive::new(Cursor::new(bytes))?))
    }

    /// Shows `see` every tag of a part, in order, until it has seen enough. Some programs write the path of a part with
    /// other capitals, or with `\`.
    fn walk(&mut self, path: &str, see: impl FnMut(Tag<'_>) -> Result<Walk>) -> Result<()> {
        let same = |name: &Cow<'_, str>| name.replace('\\', "/").eq_ignore_ascii_case(path);
        let name = self
            .0
            .file_names()
            .filter_map(Result::ok)
            .find(same)
            .map(Cow::into_owned);
        let name = name.ok_or_else(|| anyhow!("{path}?"))?;
        let part = self.0.by_name(&name)?;
        walk(BufReader::new(part), see).with_context(|| name)
    }
}

/// Whether a walk goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Walk {
    On,
    Done,
}

/// A tag of an XML file. An empty one opens and closes.
enum Tag<'t> {
    Opens(&'t BytesStart<'t>),
    Closes(QName<'t>),
}

fn walk(part: impl BufRead, mut see: impl FnMut(Tag<'_>) -> Result<Walk>) -> Result<()> {
    let mut xml = Reader::from_reader(part);
    xml.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        let seen = match xml.read_event_into(&mut buffer)? {
            Event::Start(tag) => see(Tag::Opens(&tag))?,
            Event::End(tag) => see(Tag::Closes(tag.name()))?,
            Event::Eof => Walk::Done,
            _ => Walk::On,
        };
        if seen == Walk::Done {
            return Ok(());
        }
        buffer.clear();
    }
}

/// What a tag says under a name.
fn says(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>> {
    let Some(attribute) = tag.try_get_attribute(name)? else {
        return Ok(None);
    };
    Ok(Some(attribute.normalized_value(XmlVersion::Implicit1_0)?.into_owned()))
}

/// A number that a tag says under a name.
fn number(tag: &BytesStart<'_>, name: &str) -> Result<Option<u32>> {
    Ok(says(tag, name)?.map(|number| number.trim().parse()).transpose()?)
}
