//! Everything that tells rather than counts: sections under their titles, with their entries.

use super::reading::Reading;
use super::{text, titles, when};
use crate::model::{Bozza, Detto, Giorno, Origine, Riferimento, Sezione, Testo, TipoSezione, Voce};
use crate::read::block::{Block, Inline, Kind};
use crate::read::cell::parse_day;
use crate::source::Span;

/// A section while it grows.
#[derive(Debug)]
struct Open {
    sezione: Sezione<Bozza>,
    /// Level of its heading; a deeper one groups entries inside it.
    level: u8,
    /// Whether facts stand under its title.
    has_facts: bool,
    /// Level of the heading of the last entry, while that entry is a group that takes what follows.
    grouping: Option<u8>,
}

/// The sections of a document so far.
#[derive(Debug, Default)]
pub(super) struct Narrative {
    sections: Vec<Open>,
}

/// Takes titles and running text. What remains are tables that no other rule knows.
pub(super) fn take<'s>(reading: &mut Reading<'s>, block: &Block<'s>) -> bool {
    if matches!(block.kind, Kind::Rule) {
        return true;
    }
    if block.table().is_some() || block.text().is_empty() || is_credit(&block.text()) {
        return false;
    }
    match titles::title(block) {
        Some((level, title)) => {
            let title = titles::without_running(title, reading.running.as_deref());
            reading.narrative.title(level, &title, block.span, reading.new_page);
        }
        None => tell(reading, block),
    }
    true
}

/// The credit of a picture, such as `agency.com • 1234`.
fn is_credit(text: &str) -> bool {
    text.split_once(" • ").is_some_and(|(site, number)| {
        site.contains('.') && !site.contains(' ') && number.bytes().all(|b| b.is_ascii_digit())
    })
}

/// Adds a paragraph or item to the section that it stands in.
fn tell<'s>(reading: &mut Reading<'s>, block: &Block<'s>) {
    let narrative = &mut reading.narrative;
    narrative.open_for_text(block.span, reading.new_page);
    if let Some(day) = place_and_day(block) {
        reading.day.get_or_insert(day);
        narrative.add(dated(text::markdown(block), (day, day)), block.span);
    } else if let Some(ends) = when::period_in(&text::plain(block)) {
        narrative.group(group(text::plain(block), Some(ends)), u8::MAX, block.span);
    } else {
        narrative.say(block);
    }
}

/// The day of a line such as `Lecce, 04 dicembre 2018`.
fn place_and_day(block: &Block<'_>) -> Option<Giorno> {
    let text = block.text();
    let (place, day) = text.split_once(", ")?;
    let is_place = place.split(' ').count() <= 4 && place.starts_with(char::is_uppercase);
    is_place.then(|| parse_day(day, None)).flatten()
}

fn dated(testo: Detto<Testo>, (from, to): (Giorno, Giorno)) -> Voce {
    Voce {
        titolo: None,
        testo,
        inizio: Some(from),
        fine: Some(to),
    }
}

/// An entry with a heading whose text is still to come.
fn group(titolo: Detto<Testo>, ends: Option<(Giorno, Giorno)>) -> Voce {
    let (inizio, fine) = ends.unzip();
    Voce {
        testo: Detto::new(Testo::new(), titolo.span),
        titolo: Some(titolo),
        inizio,
        fine,
    }
}

impl Narrative {
    /// Notes that facts stand in the section at hand. A heading right above them is theirs: it opens a section.
    pub(super) fn saw_facts(&mut self) {
        let heading = self.sections.last_mut().and_then(Open::take_heading);
        if let Some((level, titolo)) = heading {
            let place = titolo.span;
            self.open(titolo, level, place);
        }
        if let Some(open) = self.sections.last_mut() {
            open.has_facts = true;
        }
    }

    /// Says what the section at hand tells, once its content shows it.
    pub(super) fn tells(&mut self, tipo: TipoSezione, place: Span) {
        self.open_for_text(place, false);
        self.saw_facts();
        if let Some(open) = self.sections.last_mut() {
            open.sezione.tipo = tipo;
        }
    }

    /// Adds an entry to the section at hand.
    pub(super) fn add(&mut self, voce: Voce, place: Span) {
        if let Some(open) = self.sections.last_mut() {
            open.sezione.origine.span = open.sezione.origine.span.to(place);
            open.sezione.voci.push(voce);
            open.grouping = None;
        }
    }

    /// Adds an entry that takes the text behind it.
    fn group(&mut self, voce: Voce, level: u8, place: Span) {
        self.add(voce, place);
        if let Some(open) = self.sections.last_mut() {
            open.grouping = Some(level);
        }
    }

    /// Opens a section for text that has no title: the first of the document, or below facts on a new page, where
    /// the conversion lost the title.
    fn open_for_text(&mut self, place: Span, new_page: bool) {
        let titled = self.sections.last().is_some_and(|open| !(open.has_facts && new_page));
        if !titled {
            let level = self.sections.last().map_or(u8::MAX, |open| open.level);
            self.open(Detto::new(Testo::new(), place), level, place);
        }
    }

    fn open(&mut self, titolo: Detto<Testo>, level: u8, place: Span) {
        let ente = titles::is_body(&titolo).then(|| Riferimento::scritto(titolo.clone()));
        let tipo = match ente {
            Some(_) => TipoSezione::Note,
            None => titles::announced(&titolo).unwrap_or(TipoSezione::Altro),
        };
        self.sections.push(Open {
            sezione: Sezione {
                piano: Riferimento::Locale(0),
                tipo,
                titolo,
                ente,
                voci: Vec::new(),
                origine: Origine::letta(place),
            },
            level,
            has_facts: false,
            grouping: None,
        });
    }

    /// A title: it goes on with the title before it, groups entries of the section at hand, or opens a section.
    fn title(&mut self, level: u8, title: &Inline<'_>, place: Span, new_page: bool) {
        let titolo = title.said();
        let here = self.sections.last_mut().filter(|_| !new_page);
        match here {
            Some(open) if open.goes_on(level, &titolo) => open.append_title(&titolo, place),
            Some(open) if open.holds(level, &titolo) => self.group(group(titolo, None), level, place),
            _ => self.open(titolo, level, place),
        }
    }

    /// Adds running text: to the group at hand, or as an entry of its own.
    fn say(&mut self, block: &Block<'_>) {
        let testo = text::markdown(block);
        if let Some(title) = elements(block) {
            let level = self.sections.last().map_or(0, |open| open.level);
            self.open(title, level, block.span);
        }
        if self.numbers_on(block) {
            self.group(group(text::plain(block), None), u8::MAX, block.span);
            return;
        }
        let Some(open) = self.sections.last_mut() else { return };
        match open.sezione.voci.last_mut().filter(|_| open.grouping.is_some()) {
            Some(group) => {
                open.sezione.origine.span = open.sezione.origine.span.to(block.span);
                append(group, &testo, block);
            }
            None => self.add(entry(testo), block.span),
        }
    }

    /// Whether an item goes on with the numbers of the groups (`2. …` as a heading, then `3. …` as an item).
    fn numbers_on(&self, block: &Block<'_>) -> bool {
        let group = self.sections.last().filter(|open| open.grouping.is_some());
        let title = group.and_then(|open| open.sezione.voci.last()?.titolo.as_ref());
        let last = title.and_then(|title| text::number(title));
        let next = block.lines().first().and_then(|line| text::number(line.raw()));
        last.zip(next).is_some_and(|(last, next)| next == last + 1)
    }

    /// The sections with something to tell, and the titles under which the document has no text.
    pub(super) fn finish(self) -> (Vec<Sezione<Bozza>>, Vec<Detto<Testo>>) {
        let (told, bare): (Vec<_>, Vec<_>) = self.sections.into_iter().partition(Open::has_content);
        let announces = |title: &Detto<Testo>| told.iter().any(|open| titles::contains(&open.sezione.titolo, title));
        let lost = bare.into_iter().map(|open| open.sezione.titolo);
        let lost = lost.filter(|title| !title.is_empty() && !announces(title)).collect();
        let told = told
            .into_iter()
            .map(Open::close)
            .filter(|sezione| !sezione.voci.is_empty());
        (told.collect(), lost)
    }
}

impl Open {
    fn has_content(&self) -> bool {
        self.has_facts || !self.sezione.voci.is_empty()
    }

    /// Takes the heading of a group that has no text yet out of the entries.
    fn take_heading(&mut self) -> Option<(u8, Detto<Testo>)> {
        let level = self.grouping.filter(|level| *level != u8::MAX)?;
        let titolo = self.sezione.voci.pop_if(|voce| voce.testo.is_empty())?.titolo?;
        self.grouping = None;
        Some((level, titolo))
    }

    /// Whether a heading right behind this one's is more of the same title: of the same level, or the name of a step.
    fn goes_on(&self, level: u8, title: &str) -> bool {
        let is_step = self.sezione.tipo == TipoSezione::Passo;
        let same = level == self.level || level == u8::MAX;
        !self.has_content() && !titles::is_body(title) && (same || (is_step && level > self.level))
    }

    /// Whether a heading groups entries of this section. In an agenda every deeper heading is an item; elsewhere a
    /// title that announces something else opens a section of its own.
    fn holds(&self, level: u8, title: &str) -> bool {
        let tipo = self.sezione.tipo;
        let own = tipo == TipoSezione::Agenda || titles::announced(title).is_none_or(|announced| announced == tipo);
        let deeper = level != u8::MAX && level > self.level;
        deeper && own && !title.is_empty() && !titles::is_body(title)
    }

    fn append_title(&mut self, more: &Detto<Testo>, place: Span) {
        let title = &self.sezione.titolo;
        let text = if title.is_empty() || titles::contains(more, title) {
            more.value.clone()
        } else if more.is_empty() || titles::contains(title, more) {
            title.value.clone()
        } else {
            format!("{} – {}", title.value, more.value).into()
        };
        self.sezione.titolo = Detto::new(text, title.span.to(place));
        self.sezione.origine.span = self.sezione.origine.span.to(place);
        if let (TipoSezione::Altro, Some(tipo)) = (self.sezione.tipo, titles::announced(more)) {
            self.sezione.tipo = tipo;
        }
    }

    /// The section, complete: an entry with a heading and no text is its own text, and a section without a title is
    /// what its words say.
    fn close(mut self) -> Sezione<Bozza> {
        for voce in &mut self.sezione.voci {
            if voce.testo.is_empty()
                && let Some(titolo) = voce.titolo.take()
            {
                voce.testo = titolo;
            }
        }
        if self.sezione.titolo.is_empty() {
            let mut said = self
                .sezione
                .voci
                .iter()
                .filter_map(|voce| titles::announced(&voce.testo));
            self.sezione.tipo = said.next().unwrap_or(TipoSezione::Altro);
        }
        self.sezione
    }
}

/// The title of a list of reusable elements, which its lead-in names: `… i seguenti elementi costitutivi:`.
fn elements(block: &Block<'_>) -> Option<Detto<Testo>> {
    let line = block.lines().last()?;
    let clause = line.raw().strip_suffix(':')?;
    let at = clause.rfind("elementi")?;
    Some(line.part(at, clause.len()).said())
}

/// An entry of running text, with its lead-in as heading if it has one.
fn entry(testo: Detto<Testo>) -> Voce {
    let (titolo, testo) = match text::lead_in(&testo) {
        Some((label, rest)) => (Some(label), rest),
        None => (None, testo),
    };
    Voce {
        titolo,
        testo,
        inizio: None,
        fine: None,
    }
}

/// Adds a paragraph or list item to a group's Markdown.
fn append(group: &mut Voce, testo: &Detto<Testo>, block: &Block<'_>) {
    let is_item = matches!(block.kind, Kind::Item { .. });
    let after_item = group
        .testo
        .rsplit('\n')
        .next()
        .is_some_and(|line| line.starts_with("- "));
    let gap = match (group.testo.is_empty(), is_item && after_item) {
        (true, _) => "",
        (false, true) => "\n",
        (false, false) => "\n\n",
    };
    let mark = if is_item { "- " } else { "" };
    let text = format!("{}{gap}{mark}{}", group.testo.value, testo.value);
    let span = if gap.is_empty() {
        testo.span
    } else {
        group.testo.span.to(testo.span)
    };
    group.testo = Detto::new(text.into(), span);
}
