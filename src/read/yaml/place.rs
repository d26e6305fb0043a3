//! Where a mistake is, for people. A scanner gives up where it can go on no longer, which is often some lines behind.

use crate::diag::Code;
use crate::diag::register::matter as codes;

/// What is wrong and at which byte, for a mistake of a kind that the scanner met at the byte `at`.
pub(super) fn mistake(yaml: &str, code: &'static Code, at: usize) -> (&'static Code, usize) {
    let at = yaml.floor_char_boundary(at);
    if let Some(tab) = tab_near(yaml, at) {
        return (&codes::YAML_TABULAZIONE, tab);
    }
    let opening = (code.id == codes::YAML_VIRGOLETTE.id).then(|| opening_quote(yaml, at));
    (code, opening.flatten().unwrap_or(at))
}

/// A tab that indents the line of a byte or the next.
fn tab_near(yaml: &str, at: usize) -> Option<usize> {
    let line = start_of_line(yaml, at);
    let next = yaml[line..].find('\n').map(|end| line + end + 1);
    [Some(line), next].into_iter().flatten().find_map(|start| {
        let indentation = yaml[start..].find(|c| c != ' ' && c != '\t')?;
        let tab = yaml[start..start + indentation].find('\t')?;
        Some(start + tab)
    })
}

/// The last quote before a byte with which a value begins.
fn opening_quote(yaml: &str, at: usize) -> Option<usize> {
    let mut end = at;
    loop {
        let start = start_of_line(yaml, end);
        if let Some(quote) = value_in_quotes(&yaml[start..end]) {
            return Some(start + quote);
        }
        end = start.checked_sub(1)?;
    }
}

/// Where in a line the quote stands with which a value begins: behind `key: `, behind `- `, or first of all.
fn value_in_quotes(line: &str) -> Option<usize> {
    line.match_indices(['"', '\'']).map(|(at, _)| at).find(|at| {
        let before = &line[..*at];
        before.trim().is_empty() || before.ends_with(": ") || before.ends_with("- ")
    })
}

fn start_of_line(yaml: &str, at: usize) -> usize {
    yaml.as_bytes()[..at]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(yaml: &str, code: &'static Code, at: &str) -> (&'static str, usize, usize) {
        let (code, byte) = mistake(yaml, code, yaml.find(at).unwrap());
        let line = start_of_line(yaml, byte);
        (code.id, yaml[..byte].matches('\n').count() + 1, byte - line + 1)
    }

    #[test]
    fn a_tab_is_found_where_it_indents() {
        let yaml = "contatti:\n  - ruolo: segreteria\n\temail: a@b.it\n";
        assert_eq!(
            told(yaml, &codes::YAML_ERRATO, "segreteria"),
            ("yaml-tabulazione", 3, 1)
        );
        let other = "a: b\tc\nd: e\n";
        assert_eq!(told(other, &codes::YAML_ERRATO, "b"), ("yaml-errato", 1, 4));
    }

    #[test]
    fn quotes_are_told_where_they_open() {
        let yaml = "title: \"Uno\nente: Due\nanno: 2026\n";
        assert_eq!(told(yaml, &codes::YAML_VIRGOLETTE, "2026"), ("yaml-virgolette", 1, 8));
        let apostrophe = "title: 'L'unione'\n";
        assert_eq!(
            told(apostrophe, &codes::YAML_VIRGOLETTE, "unione"),
            ("yaml-virgolette", 1, 8)
        );
    }
}
