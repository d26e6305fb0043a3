use std::ops::Range;

use pulldown_cmark::{Event, html};
use tera::TeraResult;

use super::tamed;
use crate::read::fences::{Call, Fence, Mark, fences};

/// What makes HTML of the call of a component.
pub trait Components {
    /// The component's HTML around that of its body.
    ///
    /// # Errors
    /// A mistake in the component's template.
    fn render(&self, call: &Call<'_>, body: &str) -> TeraResult<String>;
}

/// What an event of our own begins with. HTML of a text has become text before, so no text can say it.
const SIGN: &str = "\0";

/// A text whose fences have become comments, which the parser takes for blocks of their own.
pub(super) struct Marked<'t> {
    text: String,
    fences: Vec<Fence<'t>>,
    /// Where the comment of each fence begins.
    at: Vec<usize>,
}

impl<'t> Marked<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let fences = fences(text);
        let mut marked = String::with_capacity(text.len() + fences.len() * 16);
        let mut at = Vec::with_capacity(fences.len());
        let mut done = 0;
        for fence in &fences {
            marked.push_str(&text[done..fence.range.start]);
            marked.push('\n');
            at.push(marked.len());
            marked.push_str("<!--:::-->\n");
            done = fence.range.end;
        }
        marked.push_str(&text[done..]);
        Self {
            text: marked,
            fences,
            at,
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// An event of the text: a comment of ours becomes a sign, all else as in any text.
    pub(super) fn event<'e>(&self, event: Event<'e>, range: &Range<usize>) -> Event<'e> {
        match (&event, self.at.binary_search(&range.start)) {
            (Event::Html(_), Ok(fence)) => Event::Html(format!("{SIGN}{fence}").into()),
            _ => tamed(event),
        }
    }

    /// Hands what stands between fences to their components.
    pub(super) fn html(&self, events: Vec<Event<'_>>, components: &dyn Components) -> TeraResult<String> {
        let mut open = Vec::new();
        let mut here = Vec::new();
        for event in events {
            match self.mark(&event) {
                None => here.push(event),
                Some(Mark::Open(call)) => open.push((call, std::mem::take(&mut here))),
                Some(Mark::Close) => here = closed(open.pop(), here, components)?,
            }
        }
        while let Some(last) = open.pop() {
            here = closed(Some(last), here, components)?;
        }
        Ok(written(here))
    }

    fn mark(&self, event: &Event<'_>) -> Option<&Mark<'t>> {
        let Event::Html(html) = event else { return None };
        let fence: usize = html.strip_prefix(SIGN)?.parse().ok()?;
        Some(&self.fences.get(fence)?.mark)
    }
}

/// What stood before a call, and the component with its body.
fn closed<'e>(
    open: Option<(&Call<'_>, Vec<Event<'e>>)>,
    body: Vec<Event<'e>>,
    components: &dyn Components,
) -> TeraResult<Vec<Event<'e>>> {
    let Some((call, mut before)) = open else {
        return Ok(body);
    };
    let html = components.render(call, &written(body))?;
    before.push(Event::Html(html.into()));
    Ok(before)
}

pub(super) fn written(events: Vec<Event<'_>>) -> String {
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    super::without_trailing_slashes(out)
}
