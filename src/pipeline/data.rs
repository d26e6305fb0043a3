use std::io::{self, Write};
use std::sync::OnceLock;

use anyhow::Result as Attempt;
use rayon::prelude::*;

use super::outputs::not_made;
use super::{Facts, InLingua};
use crate::diag::Diagnostic;
use crate::export::{self, Context, Export};
use crate::render::{Beside, Picture, Pictures};
use crate::source::FileId;
use crate::write::{Digest, Made, Output};

/// The open data and calendars. They are listed when one is first looked for; each is made when its bytes or its size
/// are asked for.
#[derive(Debug)]
pub(super) struct Data<'g> {
    context: Context<'g>,
    pictures: &'g Pictures,
    /// The files that stand once for all languages, where these are the feeds of a further one.
    common: Option<&'g Data<'g>>,
    listed: OnceLock<Vec<File<'g>>>,
}

/// A file of data. Its size is remembered, its bytes are not.
pub(super) struct File<'g> {
    path: String,
    /// Where its address without the code of a further language begins in the path.
    own: usize,
    export: Export,
    context: Context<'g>,
    size: OnceLock<Option<u64>>,
}

impl<'g> Data<'g> {
    pub(super) fn of(facts: &'g Facts) -> Self {
        Self {
            context: facts.context(),
            pictures: &facts.pictures,
            common: None,
            listed: OnceLock::new(),
        }
    }

    /// The feeds of a further language, which have the addresses that they have in the site's own.
    pub(super) fn in_language(&'g self, facts: &'g Facts, version: &'g InLingua) -> Self {
        Self {
            context: Context {
                graph: &version.graph,
                config: &version.config,
                ..facts.context()
            },
            pictures: self.pictures,
            common: Some(self),
            listed: OnceLock::new(),
        }
    }

    /// The addresses of the feeds of a further language.
    pub(super) fn feeds(&self) -> Vec<String> {
        let feeds = self.common.iter().flat_map(|_| self.files());
        feeds.map(|file| format!("/{}", file.own())).collect()
    }

    /// The files, by address.
    pub(super) fn files(&self) -> &[File<'g>] {
        self.listed.get_or_init(|| self.list())
    }

    /// Of two with one address the last.
    fn list(&self) -> Vec<File<'g>> {
        let (exports, folder) = match self.common {
            None => (export::plan(&self.context), String::new()),
            Some(_) => (
                export::feeds(&self.context),
                format!("{}/", self.context.config.language),
            ),
        };
        let exports = exports.into_par_iter().with_min_len(512).rev();
        let files = exports.map(|export| File::new(export, &folder, self.context));
        let mut files: Vec<_> = files.collect();
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files.dedup_by(|later, first| later.path == first.path);
        files
    }

    fn at(&self, address: &str) -> Option<&File<'g>> {
        let own = address.strip_prefix('/')?;
        let files = self.files();
        let at = files.binary_search_by(|file| file.own().cmp(own)).ok()?;
        files.get(at)
    }
}

impl Beside for Data<'_> {
    fn has(&self, address: &str) -> bool {
        self.at(address).is_some() || self.common.is_some_and(|common| common.has(address))
    }

    fn size(&self, address: &str) -> Option<u64> {
        match self.at(address) {
            Some(file) => file.size(),
            None => self.common?.size(address),
        }
    }

    fn pictures(&self, file: FileId) -> &[(String, Picture)] {
        self.pictures.get(&file).map_or(&[], Vec::as_slice)
    }
}

impl<'g> File<'g> {
    fn new(export: Export, folder: &str, context: Context<'g>) -> Self {
        let path = export.path(&context);
        Self {
            path: if folder.is_empty() {
                path
            } else {
                [folder, &path].concat()
            },
            own: folder.len(),
            export,
            context,
            size: OnceLock::new(),
        }
    }

    /// Its path in the site's own language.
    fn own(&self) -> &str {
        &self.path[self.own..]
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
