//! Finding and reading the files of a site. With `write`, `serve` and `cli` the only code that touches the disk.
//!
//! Nothing here panics or stops a run: what cannot be read is a [`Trouble`], which `diag` turns into a finding.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::time::{Duration, SystemTime};

use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use super::map::BYTE_ORDER_MARK;
use super::{Position, SourceFile};

/// The largest file that is read: offsets are four bytes, and no document of an office comes near.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// Names that begin with `.` and are meant for the public: how to report a weakness (RFC 9116), rules for web servers.
const PUBLIC: &[&str] = &[".well-known", ".htaccess", ".nojekyll"];

/// A file or folder that could not be read as asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Path below the site's root, with `/`.
    pub path: String,
    /// What is wrong with it.
    pub kind: TroubleKind,
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// There is none.
    Missing,
    /// The system refuses it, with its reason.
    Unreadable(String),
    /// Its size in bytes is over [`MAX_BYTES`].
    TooLarge(u64),
    /// The first byte that is no UTF-8 stands here.
    NotUtf8(Position),
    /// It is no spreadsheet that can be read, with the reason.
    NoSpreadsheet(String),
    /// A spreadsheet in a format that is not read: the older one of Excel, or one locked by a password.
    OldSpreadsheet,
    /// A symbolic link, or a path with `..`, that leads out of the site.
    Outside,
    /// A symbolic link that leads back to a folder it stands in.
    Loop,
}

/// What a walk found.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Paths of files below the root, with `/`, sorted.
    pub files: Vec<String>,
    /// What could not be looked at, by path.
    pub troubles: Vec<Trouble>,
    /// Whether symbolic links lead to some of them.
    pub links: bool,
}

/// Lists the files below `root/below`, whatever their kind. Names that begin with `.` or end with `~` are an editor's
/// or a system's own and are passed over. A folder that is not there holds nothing.
#[must_use]
pub fn list(root: &Path, below: &str) -> Listing {
    let mut listing = Listing::default();
    let start = root.join(below);
    if !start.exists() {
        return listing;
    }
    let Ok(real_root) = root.canonicalize() else {
        return listing;
    };
    let entries = WalkDir::new(&start).follow_links(true).into_iter();
    let mut wanted = entries.filter_entry(|entry| entry.depth() == 0 || !is_private(entry));
    while let Some(entry) = wanted.next() {
        listing.links |= entry.as_ref().is_ok_and(DirEntry::path_is_symlink);
        match entry {
            Ok(entry) if entry.path_is_symlink() && leaves(entry.path(), &real_root) => {
                listing.trouble(root, entry.path(), TroubleKind::Outside);
                if entry.file_type().is_dir() {
                    wanted.skip_current_dir();
                }
            }
            Ok(entry) if entry.file_type().is_file() => listing.files.push(site_path(root, entry.path())),
            Ok(_) => {}
            Err(error) => listing.walk_error(root, &start, &error),
        }
    }
    listing.files.sort_unstable();
    listing.troubles.sort_by(|one, other| one.path.cmp(&other.path));
    listing
}

/// The files in a folder below the root and in those below it; nothing for what is no folder of the site.
#[must_use]
pub fn folder(root: &Path, path: &str) -> Option<Listing> {
    let full = root.join(path);
    let real_root = root.canonicalize().ok()?;
    let ours = full.is_dir() && !leaves(&full, &real_root);
    ours.then(|| list(&real_root, &site_path(&real_root, &full.canonicalize().unwrap_or(full))))
}

/// Whether there is a file at a path below the root.
#[must_use]
pub fn is_file(root: &Path, path: &str) -> bool {
    root.join(path).is_file()
}

/// Whether a name is an editor's or a system's own, which no walk lists.
#[must_use]
pub fn is_private_name(name: &str) -> bool {
    (name.starts_with('.') && !PUBLIC.contains(&name)) || name.ends_with('~')
}

/// The bytes of a file, and the stamp that it bore before they were read.
#[derive(Clone, Debug)]
pub struct Content {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// As [`stamp`] gives it.
    pub stamp: Option<Stamp>,
}

/// The content of a file that somebody names, by its path below the root.
///
/// # Errors
/// A [`Trouble`] for a file that is missing, refused, too large or out of the site.
pub fn named(root: &Path, path: &str) -> Result<Content, Trouble> {
    let full = root.join(path);
    let outside = || {
        let real_root = root.canonicalize().map_err(|error| of_io(&error))?;
        if leaves(&full, &real_root) {
            return Err(TroubleKind::Outside);
        }
        Ok(())
    };
    outside().and_then(|()| read(&full)).map_err(|kind| trouble(path, kind))
}

/// The content of a file that [`list`] found, which has looked at the links on the way to it.
///
/// # Errors
/// A [`Trouble`] for a file that is missing, refused or too large.
pub fn listed(root: &Path, path: &str) -> Result<Content, Trouble> {
    read(&root.join(path)).map_err(|kind| trouble(path, kind))
}

/// What a file's entry tells of its content without reading it. Equal stamps, equal bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    size: u64,
    modified: SystemTime,
    /// Device, number and last change of the entry, which nobody can set back; where the system has them.
    entry: [i64; 4],
}

/// Clocks of file systems tick this slowly: two saves within one tick bear one time.
const TICK: Duration = Duration::from_secs(2);

/// The stamp of a file, by its path below the root; none if there is no such file, or if it was saved so short a time
/// ago that another save could bear the same stamp.
#[must_use]
pub fn stamp(root: &Path, path: &str) -> Option<Stamp> {
    Stamp::of(&fs::metadata(root.join(path)).ok()?)
}

impl Stamp {
    fn of(meta: &fs::Metadata) -> Option<Self> {
        let modified = meta.modified().ok()?;
        let rested = modified.elapsed().is_ok_and(|age| age > TICK);
        rested.then(|| Self {
            size: meta.len(),
            modified,
            entry: entry(meta),
        })
    }
}

#[cfg(unix)]
fn entry(meta: &fs::Metadata) -> [i64; 4] {
    use std::os::unix::fs::MetadataExt as _;
    [
        meta.dev().cast_signed(),
        meta.ino().cast_signed(),
        meta.ctime(),
        meta.ctime_nsec(),
    ]
}

#[cfg(not(unix))]
fn entry(_: &fs::Metadata) -> [i64; 4] {
    [0; 4]
}

/// Takes the bytes of a file as text: a byte order mark is left out, and a letter whose accent stands apart from it, as
/// some systems write them (`e` and U+0300), is one letter with its accent (NFC).
///
/// # Errors
/// A [`Trouble`] with the place of the first byte that is no UTF-8.
pub fn text(path: &str, bytes: Vec<u8>) -> Result<SourceFile, Trouble> {
    match String::from_utf8(bytes) {
        Ok(text) if has_loose_accents(&text) => {
            let composed: String = text.trim_start_matches(BYTE_ORDER_MARK).nfc().collect();
            Ok(SourceFile::new(path, composed).received_as(text.into_bytes()))
        }
        Ok(text) => Ok(match text.strip_prefix(BYTE_ORDER_MARK) {
            Some(rest) => SourceFile::new(path, rest).marked(),
            None => SourceFile::new(path, text),
        }),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
            Err(Trouble {
                path: path.to_owned(),
                kind: TroubleKind::NotUtf8(SourceFile::new(path, before).position(valid as u32)),
            })
        }
    }
}

/// Whether accents stand apart from their letters: U+0300 to U+036F, whose first byte is one of these two.
fn has_loose_accents(text: &str) -> bool {
    memchr::memchr2_iter(0xcc, 0xcd, text.as_bytes())
        .any(|at| text[at..].starts_with(|c| ('\u{300}'..='\u{36f}').contains(&c)))
}

fn trouble(path: &str, kind: TroubleKind) -> Trouble {
    Trouble {
        path: path.to_owned(),
        kind,
    }
}

fn read(full: &Path) -> Result<Content, TroubleKind> {
    let file = File::open(full).map_err(|error| of_io(&error))?;
    let meta = file.metadata().map_err(|error| of_io(&error))?;
    if meta.len() > MAX_BYTES {
        return Err(TroubleKind::TooLarge(meta.len()));
    }
    Ok(Content {
        bytes: whole(file, meta.len()).map_err(|error| of_io(&error))?,
        stamp: Stamp::of(&meta),
    })
}

/// As many bytes as a file says it has, in one call; all that come where it has fewer or does not say.
fn whole(mut file: File, size: u64) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(size).unwrap_or_default()];
    let got = file.read(&mut bytes)?;
    if got == 0 || got < bytes.len() {
        bytes.truncate(got);
        file.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn of_io(error: &io::Error) -> TroubleKind {
    match error.kind() {
        io::ErrorKind::NotFound => TroubleKind::Missing,
        _ => TroubleKind::Unreadable(error.to_string()),
    }
}

/// Whether a path, all links followed, stands outside the root.
fn leaves(path: &Path, real_root: &Path) -> bool {
    path.canonicalize().is_ok_and(|real| !real.starts_with(real_root))
}

fn is_private(entry: &DirEntry) -> bool {
    is_private_name(&entry.file_name().to_string_lossy())
}

/// A path as it is said on a site: below the root, with `/` on every system.
fn site_path(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let below = below.to_string_lossy();
    if MAIN_SEPARATOR == '/' {
        return below.into_owned();
    }
    below.replace(MAIN_SEPARATOR, "/")
}

impl Listing {
    fn trouble(&mut self, root: &Path, path: &Path, kind: TroubleKind) {
        self.troubles.push(Trouble {
            path: site_path(root, path),
            kind,
        });
    }

    fn walk_error(&mut self, root: &Path, start: &Path, error: &walkdir::Error) {
        let path: PathBuf = error.path().unwrap_or(start).to_owned();
        let kind = match error.io_error() {
            _ if error.loop_ancestor().is_some() => TroubleKind::Loop,
            Some(error) => of_io(error),
            None => TroubleKind::Unreadable(error.to_string()),
        };
        self.trouble(root, &path, kind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("content/b")).unwrap();
        for path in ["content/b/x.md", "content/a.md", "content/.a.md.swp", "content/a.md~"] {
            fs::write(dir.path().join(path), "testo").unwrap();
        }
        dir
    }

    #[test]
    fn files_come_sorted_and_without_the_editors_own() {
        let dir = site();
        assert_eq!(list(dir.path(), "content").files, ["content/a.md", "content/b/x.md"]);
        assert!(list(dir.path(), "none").files.is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_site_is_trouble_and_is_not_followed() {
        let dir = site();
        let other = site();
        std::os::unix::fs::symlink(other.path().join("content"), dir.path().join("content/fuori")).unwrap();
        std::os::unix::fs::symlink(other.path().join("content/a.md"), dir.path().join("content/z.md")).unwrap();
        std::os::unix::fs::symlink("a.md", dir.path().join("content/dentro.md")).unwrap();
        std::os::unix::fs::symlink("..", dir.path().join("content/b/giro")).unwrap();
        let listing = list(dir.path(), "content");
        assert_eq!(listing.files, ["content/a.md", "content/b/x.md", "content/dentro.md"]);
        let troubles: Vec<_> = listing.troubles.iter().map(|t| (t.path.as_str(), &t.kind)).collect();
        assert_eq!(
            troubles,
            [
                ("content/b/giro", &TroubleKind::Loop),
                ("content/fuori", &TroubleKind::Outside),
                ("content/z.md", &TroubleKind::Outside),
            ]
        );
        assert_eq!(
            named(dir.path(), "content/z.md").unwrap_err().kind,
            TroubleKind::Outside
        );
    }

    #[test]
    fn a_missing_file_and_a_folder_are_trouble() {
        let dir = site();
        assert_eq!(named(dir.path(), "no.md").unwrap_err().kind, TroubleKind::Missing);
        assert!(matches!(
            named(dir.path(), "content").unwrap_err().kind,
            TroubleKind::Unreadable(_)
        ));
    }

    #[test]
    fn a_byte_that_is_no_utf8_has_a_place() {
        let trouble = text("a.md", b"uno\nc\xc3\xb2s\xec\n".to_vec()).unwrap_err();
        assert_eq!(trouble.kind, TroubleKind::NotUtf8(Position { line: 2, column: 4 }));
        let marked = text("a.md", "\u{feff}sì".into()).unwrap();
        assert_eq!((marked.text(), &*marked.received()), ("sì", "\u{feff}sì".as_bytes()));
    }
}
