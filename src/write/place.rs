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
            if fs::symlink_metadata(&file).is_ok_and(|found| found.is_symlink()) {
                return Err(refused(file, "symbolic link in the output folder"));
            }
        }
        Ok(file)
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
