//! The pictures that editors' pages show: which file each means, and how large it is.

use std::collections::BTreeMap;
use std::path::Path;

use quick_xml::events::{BytesStart, Event};

use super::copies::Copied;
use crate::diag::register::testo::IMMAGINE_NON_TROVATA;
use crate::diag::{Diagnostic, Reported, nearest};
use crate::graph::Graph;
use crate::graph::testi::{self, Scritto};
use crate::model::Pagina;
use crate::read::pictures::{Shown, shown};
use crate::render::{Picture, Pictures};
use crate::source::path::{self, path_of};
use crate::source::walk::{self, Stamp};

/// Width and height of each picture that a run has measured, with the stamp that its file bore.
pub(super) type Measured = BTreeMap<String, (Stamp, Option<(u32, u32)>)>;

/// Finds the file of every picture of every text of editors. A picture that is none of the site's files is reported.
pub(super) fn all(root: &Path, graph: &Graph, copies: &[Copied], known: &mut Measured) -> Reported<Pictures> {
    let files = Files::of(copies);
    let mut album = Album {
        root,
        known: std::mem::take(known),
        measured: Measured::new(),
    };
    let mut found = Reported::clean(Pictures::new());
    let translated = graph
        .tradotti
        .iter()
        .flat_map(|graph| texts(graph).map(move |text| (graph, text)));
    for (graph, text) in texts(graph).map(|text| (graph, text)).chain(translated) {
        let page = &graph.pagine[text.pagina];
        for picture in shown(text.testo) {
            match files.find(page, &picture) {
                Some(file) => {
                    let of_page = found.value.entry(text.file()).or_default();
                    of_page.push((picture.target, album.picture(file)));
                }
                None => {
                    let missing = files.missing(page, &picture);
                    found.problems.push(missing.at(text.place(picture.range)));
                }
            }
        }
    }
    *known = album.measured;
    found
}

/// The texts that may show pictures.
fn texts(graph: &Graph) -> impl Iterator<Item = Scritto<'_>> {
    testi::own_of(graph, |page| page.illustrata)
}

/// The files that are copied, by where they come from and by where they go.
struct Files<'c> {
    from: BTreeMap<&'c str, &'c Copied>,
    to: BTreeMap<&'c str, &'c Copied>,
}

impl<'c> Files<'c> {
    fn of(copies: &'c [Copied]) -> Self {
        Self {
            from: copies.iter().map(|file| (file.from(), file)).collect(),
            to: copies.iter().map(|file| (file.to(), file)).collect(),
        }
    }

    /// An address from the site's root leads to a file of the site; any other is a path from the page's own file.
    fn find(&self, page: &Pagina, picture: &Shown) -> Option<&'c Copied> {
        let written = path_of(&picture.target);
        let found = match written.strip_prefix('/') {
            Some(path) => self.to.get(path),
            None => self.from.get(beside(page, &written)?.as_str()),
        };
        found.copied()
    }

    fn missing(&self, page: &Pagina, picture: &Shown) -> Diagnostic {
        let finding = Diagnostic::new(&IMMAGINE_NON_TROVATA);
        let finding = finding.with("immagine", &picture.target);
        finding.with("vicine", self.nearest(page, &path_of(&picture.target)))
    }

    /// What a wrong name may have meant, as the page would write it.
    fn nearest(&self, page: &Pagina, written: &str) -> String {
        let names: Vec<String> = match written.starts_with('/') {
            true => self.to.keys().map(|path| format!("/{path}")).collect(),
            false => {
                let folder = beside(page, "").unwrap_or_default();
                let below = |path: &&str| Some(path.strip_prefix(&folder)?.strip_prefix('/')?.to_owned());
                self.from.keys().filter_map(below).collect()
            }
        };
        nearest(written, names.iter().map(String::as_str))
    }
}

/// The file of this name beside that of a page, below the site's root. None where it leads above that.
fn beside(page: &Pagina, written: &str) -> Option<String> {
    path::beside(&format!("content/{}", page.percorso), written)
}

/// Measures pictures, each once.
struct Album<'r> {
    root: &'r Path,
    known: Measured,
    measured: Measured,
}

impl Album<'_> {
    fn picture(&mut self, file: &Copied) -> Picture {
        Picture {
            indirizzo: format!("/{}", file.to()),
            misure: self.size(file.from()),
        }
    }

    fn size(&mut self, path: &str) -> Option<(u32, u32)> {
        let stamp = walk::stamp(self.root, path);
        let known = self.measured.get(path).or_else(|| self.known.get(path));
        let known = known.filter(|(known, _)| Some(known) == stamp.as_ref());
        let size = match known {
            Some((_, size)) => *size,
            None => walk::listed(self.root, path).ok().and_then(|read| size_of(&read.bytes)),
        };
        if let Some(stamp) = stamp {
            self.measured.insert(path.to_owned(), (stamp, size));
        }
        size
    }
}

/// Width and height of a picture in pixels; none for bytes that are no picture of a known kind.
fn size_of(bytes: &[u8]) -> Option<(u32, u32)> {
    match imagesize::blob_size(bytes) {
        Ok(size) => Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?)),
        Err(_) => size_of_svg(bytes),
    }
}

fn size_of_svg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut xml = quick_xml::Reader::from_reader(bytes);
    loop {
        match xml.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == b"svg" => return size_of_tag(&tag),
            Event::Start(_) | Event::Empty(_) | Event::Eof => return None,
            _ => {}
        }
    }
}

/// `width` and `height`, else the size of `viewBox`.
fn size_of_tag(svg: &BytesStart<'_>) -> Option<(u32, u32)> {
    let text = |name: &str| {
        let attribute = svg.try_get_attribute(name).ok()??;
        String::from_utf8(attribute.value.into_owned()).ok()
    };
    let pixels = |name: &str| whole(text(name)?.trim_end_matches("px"));
    let drawn = || {
        let frame = text("viewBox")?;
        let mut numbers = frame.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
        Some((whole(numbers.next()?)?, whole(numbers.next()?)?))
    };
    pixels("width").zip(pixels("height")).or_else(drawn)
}

/// A length of at least half a pixel, rounded.
fn whole(number: &str) -> Option<u32> {
    let number: f64 = number.trim().parse().ok()?;
    let sensible = number >= 0.5 && number < f64::from(u16::MAX);
    // What is sensible fits.
    sensible.then(|| number.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_says_how_large_it_is() {
        let size = |svg: &str| size_of(svg.as_bytes());
        assert_eq!(
            size("<?xml version=\"1.0\"?><!-- x --><svg width='30px' height=\"19.6\"/>"),
            Some((30, 20))
        );
        assert_eq!(
            size("<svg width=\"100%\" viewBox=\"0 0 640,480\"><g/></svg>"),
            Some((640, 480))
        );
        for none in ["<svg/>", "<p>x</p>", "", "<svg width=\"1e9\" height=\"2\"/>"] {
            assert_eq!(size(none), None, "{none}");
        }
    }
}
