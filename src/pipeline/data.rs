use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::Facts;
use super::outputs::not_made;
use crate::export::{self, Context, Export};
use crate::render::Beside;
use crate::write::{Made, Output};

/// The open data and calendars, by address. Each is made when its bytes or its size are first asked for.
#[derive(Debug)]
pub(super) struct Data<'g>(BTreeMap<String, File<'g>>);

/// A file of data.
pub(super) struct File<'g> {
    path: String,
    export: Export,
    context: Context<'g>,
    bytes: OnceLock<Result<Vec<u8>, String>>,
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
                bytes: OnceLock::new(),
            };
            (format!("/{}", file.path), file)
        });
        Self(files.collect())
    }

    /// The files, by address.
    pub(super) fn files(&self) -> impl Iterator<Item = &File<'g>> {
        self.0.values()
    }
}

impl Beside for Data<'_> {
    fn has(&self, address: &str) -> bool {
        self.0.contains_key(address)
    }

    fn size(&self, address: &str) -> Option<u64> {
        let bytes = self.0.get(address)?.made().as_ref().ok()?;
        Some(bytes.len() as u64)
    }
}

impl File<'_> {
    /// The bytes, or why there are none.
    fn made(&self) -> &Result<Vec<u8>, String> {
        let make = || self.export.render(&self.context).map_err(|error| format!("{error:#}"));
        self.bytes.get_or_init(make)
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

    fn bytes(&self) -> Made<'_> {
        match self.made() {
            Ok(bytes) => Ok(Cow::Borrowed(bytes)),
            Err(reason) => Err(not_made(&self.path, reason)),
        }
    }
}
