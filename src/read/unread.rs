use super::Document;
use crate::diag::register::lettura::RIGHE_NON_LETTE;
use crate::diag::{Diagnostic, Reported};
use crate::model::Bozze;
use crate::source::Span;

/// Ends the reading of a document: joins the stretches of [`Bozze::non_lette`] that touch each other, and reports each
/// by its lines. `lettore` is the reader's name.
#[must_use]
pub fn report_unread(document: Document<'_>, lettore: &'static str, mut bozze: Bozze) -> Reported<Bozze> {
    bozze.non_lette = join_touching(document.text, bozze.non_lette);
    let problems = bozze
        .non_lette
        .iter()
        .map(|span| {
            Diagnostic::new(&RIGHE_NON_LETTE)
                .at(*span)
                .with("righe", slice(document.text, *span).lines().count())
                .with("lettore", lettore)
        })
        .collect();
    Reported { value: bozze, problems }
}

/// The stretches in order, those with only white space between them made one.
fn join_touching(text: &str, mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if touches(text, *last, span) => *last = last.to(span),
            _ => joined.push(span),
        }
    }
    joined
}

fn touches(text: &str, before: Span, after: Span) -> bool {
    after.start <= before.end
        || text
            .get(before.end as usize..after.start as usize)
            .is_some_and(|between| between.trim().is_empty())
}

fn slice(text: &str, span: Span) -> &str {
    text.get(span.start as usize..span.end as usize).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Hints;
    use crate::source::FileId;

    #[test]
    fn stretches_that_touch_are_one_finding() {
        let text = "uno\n\ndue\ntre\nquattro\n";
        let hints = Hints::default();
        let document = Document {
            file: FileId::new(0),
            text,
            hints: &hints,
        };
        let span = |start, end| Span::new(FileId::new(0), start, end);
        let bozze = Bozze {
            non_lette: vec![span(13, 20), span(5, 8), span(0, 3)],
            ..Bozze::default()
        };
        let reported = report_unread(document, "prova", bozze);
        assert_eq!(reported.value.non_lette, [span(0, 8), span(13, 20)]);
        let lines: Vec<_> = reported
            .problems
            .iter()
            .map(|problem| problem.args[0].1.clone())
            .collect();
        assert_eq!(lines, ["3", "1"]);
    }
}
