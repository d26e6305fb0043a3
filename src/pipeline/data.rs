use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::OnceLock;

use anyhow::Result as Attempt;

use super::outputs::not_made;
use super::{Facts, InLingua};
use crate::diag::Diagnostic;
use crate::export::{self, Context, Export};
use crate::render::{Beside, Picture, Pictures};
use crate::source::FileId;
use crate::write::{Digest, Made, Output};

/// The open data and calendars, by address. Each is made when its bytes or its size are asked for.
#[derive(Debug)]
pub(super) struct Data<'g> {
    files: BTreeMap<String, File<'g>>,
    pictures: &'g Pictures,
    /// The files that stand once for all languages, beside the feeds of a further one.
    common: Option<&'g Data<'g>>,
}

/// A file of data. Its size is remembered, its bytes are not.
pub(super) struct File<'g> {
    path: String,
    export: Export,
    context: Context<'g>,
    size: OnceLock<Option<u64>>,
}

impl<'g> Data<'g> {
    /// Lists the files; none is made yet.
    pub(super) fn of(facts: &'g Facts) -> Self {
        let context = facts.context();
        let files = export::plan(&context).into_iter().map(|export| {
            let path = export.path(&context);
            let file = File {
                path,
                export,
                context,
                size: OnceLock::new(),
            };
            (format!("/{}", file.path), file)
        });
        Self {
            files: files.collect(),
            pictures: &facts.pictures,
            common: None,
        }
    }

    /// Lists the feeds of a further language, by the addresses that they have in the site's own.
    pub(super) fn in_language(&'g self, facts: &'g Facts, version: &'g InLingua) -> Self {
        let context = Context {
            graph: &version.graph,
            config: &version.config,
            ..facts.context()
        };
        let files = export::feeds(&context).into_iter().map(|export| {
            let own = export.path(&context);
            let file = File {
                path: format!("{}/{own}", version.config.language),
                export,
                context,
                size: OnceLock::new(),
            };
            (format!("/{own}"), file)
        });
        Self {
            files: files.collect(),
            pictures: self.pictures,
            common: Some(self),
        }
    }

    /// The addresses of the feeds of a further language.
    pub(super) fn feeds(&self) -> Vec<String> {
        let own = self.common.map(|_| self.files.keys().cloned());
        own.into_iter().flatten().collect()
    }

    /// The files, by address.
    pub(super) fn files(&self) -> impl Iterator<Item = &File<'g>> {
        self.files.values()
    }
}

impl Beside for Data<'_> {
    fn has(&self, address: &str) -> bool {
        self.files.contains_key(address) || self.common.is_some_and(|common| common.has(address))
    }

    fn size(&self, address: &str) -> Option<u64> {
        match self.files.get(address) {
            Some(file) => file.size(),
            None => self.common?.size(address),
        }
    }

    fn pictures(&self, file: FileId) -> &[(String, Picture)] {
        self.pictures.get(&file).map_or(&[], Vec::as_slice)
    }
}

impl File<'_> {
    /// How many bytes there are; none if it cannot be made.
    fn size(&self) -> Option<u64> {
        *self.size.get_or_init(|| self.write(&mut io::sink()).ok())
    }

    /// Writes the file; answers with its size.
    fn write(&self, sink: &mut dyn Write) -> Attempt<u64> {
        let mut counted = Counted { sink, bytes: 0 };
        self.export.render(&self.context, &mut counted)?;
        Ok(counted.bytes)
    }
}

/// Counts what is written.
struct Counted<'s> {
    sink: &'s mut dyn Write,
    bytes: u64,
}

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.sink.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sink.flush()
    }
}

impl std::fmt::Debug for File<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.path)
    }
}

impl Output for &File<'_> {
    fn path(&self) -> &str {
        &self.path
    }

    fn make(&self, _: Option<&Digest>) -> Result<Made<'_>, Vec<Diagnostic>> {
        Ok(Made::Pieces(Box::new(|sink| {
            let size = self.write(sink);
            let size = size.map_err(|error| not_made(&self.path, format!("{error:#}")))?;
            // Known already where somebody asked, or where it is written again.
            let _ = self.size.set(Some(size));
            Ok(())
        })))
    }
}
