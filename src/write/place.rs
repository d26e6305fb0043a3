use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Failure, Manifest};
use crate::config::Compression;

/// Where a site is written, and where vetrina keeps what it must remember of it.
#[derive(Clone, Debug)]
pub struct Place {
    output: PathBuf,
    manifest: PathBuf,
    codings: Vec<Compression>,
}

impl Place {
    /// The output folder; the manifest stands beside it, in `.vetrina/`.
    #[must_use]
    pub fn new(output: &Path) -> Self {
        let name = output.file_name().unwrap_or(output.as_os_str());
        let beside = output.parent().unwrap_or(output).join(".vetrina");
        Self {
            output: output.to_owned(),
            manifest: beside.join(format!("{}.jsonl", name.to_string_lossy())),
            codings: Vec::new(),
        }
    }

    /// The same place, with compressed copies beside the texts.
    #[must_use]
    pub fn compressing(mut self, codings: &[Compression]) -> Self {
        codings.clone_into(&mut self.codings);
        self
    }

    /// How the copies beside the texts are compressed.
    pub(super) fn codings(&self) -> &[Compression] {
        &self.codings
    }

    /// The output folder.
    #[must_use]
    pub fn output(&self) -> &Path {
        &self.output
    }

    /// What the last build wrote; empty if there was none.
    #[must_use]
    pub fn last_manifest(&self) -> Manifest {
        fs::read_to_string(&self.manifest).map_or_else(|_| Manifest::default(), |text| Manifest::parse(&text))
    }

    /// Keeps the manifest for the next build; an equal one is not written again.
    pub(super) fn keep(&self, manifest: &Manifest) -> Result<(), Failure> {
        let text = manifest.to_text();
        if fs::read(&self.manifest).is_ok_and(|old| old == text.as_bytes()) {
            return Ok(());
        }
        let dir = self.manifest.parent().unwrap_or(&self.output);
        fs::create_dir_all(dir).map_err(Failure::at(dir))?;
        let fresh = self.manifest.with_extension("new");
        fs::write(&fresh, text).map_err(Failure::at(&fresh))?;
        fs::rename(&fresh, &self.manifest).map_err(Failure::at(&self.manifest))
    }

    /// The file of an output path.
    ///
    /// # Errors
    /// When the path leads out of the output, or through a symbolic link in it.
    pub fn file(&self, path: &str) -> Result<PathBuf, Failure> {
        let mut file = self.output.clone();
        for part in path.split('/') {
            if !is_plain(part) {
                return Err(refused(self.output.join(path), "path out of the output folder"));
            }
            file.push(part);
            no_link(&file)?;
        }
        Ok(file)
    }

    /// Those of some folders that stand in the output. They are given and come back sorted, none without the one that
    /// holds it; where a folder is not there, nothing is looked for below it.
    ///
    /// # Errors
    /// When one of them is a symbolic link.
    pub(super) fn standing<'f>(&self, folders: &BTreeSet<&'f str>) -> Result<BTreeSet<&'f str>, Failure> {
        let mut standing = BTreeSet::new();
        for folder in folders {
            let above = folder.rfind('/').map_or("", |end| &folder[..end]);
            let stands = match *folder {
                "" => self.output.is_dir(),
                _ => {
                    standing.contains(above) && no_link(&self.output.join(folder))?.is_some_and(|found| found.is_dir())
                }
            };
            if stands {
                standing.insert(*folder);
            }
        }
        Ok(standing)
    }

    /// The file that stands at an output path whose folders are no links, if there is one.
    ///
    /// # Errors
    /// When a symbolic link stands there.
    pub(super) fn standing_file(&self, path: &str) -> Result<Option<PathBuf>, Failure> {
        let file = self.output.join(path);
        Ok(no_link(&file)?.map(|_| file))
    }
}

/// What stands at a path, if anything does; a symbolic link is refused.
fn no_link(path: &Path) -> Result<Option<fs::Metadata>, Failure> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Err(refused(path.to_owned(), "symbolic link in the output folder")),
        found => Ok(found.ok()),
    }
}

/// Whether an output path stays in the output folder, on every system.
pub(super) fn is_inside(path: &str) -> bool {
    path.split('/').all(is_plain)
}

/// Whether a part of a path is a name on every system, and none of vetrina's own.
fn is_plain(part: &str) -> bool {
    !matches!(part, "" | "." | "..") && part != super::stage::FOLDER && !part.contains(['\\', ':', '\0'])
}

fn refused(path: PathBuf, why: &str) -> Failure {
    Failure::System {
        path,
        source: io::Error::new(io::ErrorKind::PermissionDenied, why),
    }
}
