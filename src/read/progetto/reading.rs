//! What is known while a document is read, block by block.

use super::activities::{Mention, join};
use super::facts::Facts;
use super::narrative::Narrative;
use super::partners::Partners;
use super::{next_steps, titles};
use crate::diag::register::progetto::TITOLO_SENZA_TESTO;
use crate::diag::{Diagnostic, Reported};
use crate::model::{Bozze, Detto, Giorno, Testo};
use crate::read::block::{Block, Table};
use crate::read::{Document, report_unread};
use crate::source::Span;

/// Blank lines that only the end of a page leaves in the converted text.
const PAGE_END: usize = 5;

/// The state of one reading.
pub(super) struct Reading<'s> {
    document: Document<'s>,
    pub(super) bozze: Bozze,
    /// Findings with a name of their own; their places are not read either.
    pub(super) problems: Vec<Diagnostic>,
    pub(super) facts: Facts,
    pub(super) partners: Partners,
    pub(super) activities: Vec<Mention>,
    pub(super) next_steps: Vec<Table<'s>>,
    pub(super) narrative: Narrative,
    /// The day of the meeting.
    pub(super) day: Option<Giorno>,
    /// The name that all slides repeat.
    pub(super) running: Option<String>,
    /// The nearest title above.
    title: Option<Detto<Testo>>,
    /// Whether a page ended right before the block that is being read.
    pub(super) new_page: bool,
    /// Where the last block ended.
    last_end: usize,
}

impl<'s> Reading<'s> {
    pub(super) fn new(document: Document<'s>, blocks: &[Block<'s>]) -> Self {
        Self {
            document,
            bozze: Bozze::default(),
            problems: Vec::new(),
            facts: Facts::of(titles::document_title(blocks).as_ref().map(|it| it.said())),
            partners: Partners::default(),
            activities: Vec::new(),
            next_steps: Vec::new(),
            narrative: Narrative::default(),
            day: None,
            running: titles::running(blocks),
            title: None,
            new_page: false,
            last_end: 0,
        }
    }

    /// Moves on to a block.
    pub(super) fn enter(&mut self, block: &Block<'s>) {
        let gap = self.document.text.get(self.last_end..block.span.start as usize);
        let blank_lines = gap.unwrap_or_default().matches('\n').count();
        self.new_page = blank_lines > PAGE_END;
        self.last_end = block.span.end as usize;
        if let Some((_, title)) = titles::title(block) {
            let title = titles::without_running(title, self.running.as_deref());
            self.title = Some(title.said());
        }
    }

    /// The words of the nearest title above; empty where there is none.
    pub(super) fn title(&self) -> Testo {
        self.title.as_ref().map(|title| title.value.clone()).unwrap_or_default()
    }

    /// The action that the nearest title names: `Azione A1 – Coordinamento` is `A1 – Coordinamento`.
    pub(super) fn action(&self) -> Option<Detto<Testo>> {
        let title = self.title.as_ref()?;
        let (word, name) = title.split_once(' ')?;
        let is_action = ["azione", "attività", "wp"].contains(&word.to_lowercase().as_str());
        is_action.then(|| Detto::new(name.trim().into(), title.span))
    }

    /// Sets aside a stretch that no rule understood.
    pub(super) fn unread(&mut self, span: Span) {
        self.bozze.non_lette.push(span);
    }

    /// The day from which days without a year are counted.
    pub(super) fn reference_day(&self) -> Option<Giorno> {
        let first_of_year = |year| Giorno::from_ymd_opt(year, 1, 1);
        let hints = self.document.hints;
        self.day.or(hints.data).or(hints.anno.and_then(first_of_year))
    }

    /// Puts everything together.
    pub(super) fn finish(mut self, lettore: &'static str) -> Reported<Bozze> {
        next_steps::finish(&mut self);
        if let Some(piano) = self.facts.into_draft(&self.partners) {
            self.bozze.piani.push(piano);
        }
        self.bozze.attivita = join(self.activities);
        self.bozze.partner = self.partners.into_drafts();
        let (sezioni, bare) = self.narrative.finish();
        self.bozze.sezioni = sezioni;
        let is_project = |title: &str| {
            self.bozze
                .piani
                .iter()
                .any(|piano| titles::contains(&piano.titolo, title))
        };
        let bare = bare.iter().filter(|title| !is_project(title));
        self.problems
            .extend(bare.map(|title| Diagnostic::new(&TITOLO_SENZA_TESTO).at(title.span)));
        let mut read = report_unread(self.document, lettore, self.bozze);
        let explained = self.problems.iter().filter_map(|problem| problem.place);
        read.value.non_lette.extend(explained);
        read.value.non_lette.sort_unstable();
        read.problems.extend(self.problems);
        read
    }
}
