use super::end_of_quoted;

/// Words before a `/` that begins a regular expression.
const BEFORE_REGEX: [&str; 7] = ["return", "typeof", "case", "in", "of", "delete", "void"];

/// A script without comments, indentation and blank lines; none if a text or an expression in it does not end.
pub(super) fn script(js: &str) -> Option<String> {
    let mut out = String::with_capacity(js.len());
    let mut at = 0;
    while let Some(c) = js[at..].chars().next() {
        let rest = &js[at..];
        let end = match c {
            '\n' => {
                end_line(&mut out);
                at += 1;
                continue;
            }
            c if c.is_ascii_whitespace() => {
                if !out.is_empty() && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
                at += 1;
                continue;
            }
            '/' if rest.starts_with("//") => {
                at += rest.find('\n').unwrap_or(rest.len());
                continue;
            }
            '/' if rest.starts_with("/*") => {
                let comment = &rest[..2 + rest[2..].find("*/")? + 2];
                // A comment with a line break in it ends a statement as the line break alone would.
                match comment.contains('\n') {
                    true => end_line(&mut out),
                    false if !out.ends_with([' ', '\n']) => out.push(' '),
                    false => {}
                }
                at += comment.len();
                continue;
            }
            '"' | '\'' => end_of_quoted(js, at + 1, c)?,
            '`' => end_of_template(js, at + 1)?,
            '/' if begins_regex(&out) => end_of_regex(js, at + 1)?,
            c => at + c.len_utf8(),
        };
        out.push_str(&js[at..end]);
        at = end;
    }
    Some(out)
}

fn end_line(out: &mut String) {
    out.truncate(out.trim_end_matches(' ').len());
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// Whether a `/` behind this begins a regular expression: behind a value it divides.
fn begins_regex(before: &str) -> bool {
    let before = before.trim_end();
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric() && c != '_' && c != '$')
        .next()
        .unwrap_or_default();
    match before.chars().next_back() {
        None => true,
        Some(')' | ']' | '}' | '"' | '\'' | '`') => false,
        Some(_) if word.is_empty() => true,
        Some(_) => BEFORE_REGEX.contains(&word),
    }
}

fn end_of_regex(js: &str, from: usize) -> Option<usize> {
    let (mut escaped, mut class) = (false, false);
    for (at, c) in js[from..].char_indices() {
        match c {
            '\n' => return None,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => class = true,
            ']' => class = false,
            '/' if !class => return Some(from + at + 1),
            _ => {}
        }
    }
    None
}

/// Where a template literal ends; a literal within one of its `${…}` is stepped over.
fn end_of_template(js: &str, from: usize) -> Option<usize> {
    let mut at = from;
    let mut depth = 0_usize;
    while let Some(c) = js[at..].chars().next() {
        let next = at + c.len_utf8();
        at = match c {
            '\\' => next + js[next..].chars().next()?.len_utf8(),
            '`' if depth == 0 => return Some(next),
            '`' => end_of_template(js, next)?,
            '"' | '\'' if depth > 0 => end_of_quoted(js, next, c)?,
            '$' if js[next..].starts_with('{') => {
                depth += 1;
                next + 1
            }
            '{' if depth > 0 => {
                depth += 1;
                next
            }
            '}' if depth > 0 => {
                depth -= 1;
                next
            }
            _ => next,
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::script;

    #[test]
    fn meaning_stays() {
        let js = "// uno\n\"use strict\"\n\n  const a = 1 / 2 /* due */ / 3\n  const b = x.replace(/\\/\\*[/\"]/g, \"//  no\")\n\
                  \n  let c = `a  ${ f({ d: `//` }) }\n    // sì`  // tre\n  return /'/.test(c)\n";
        assert_eq!(
            script(js).unwrap(),
            "\"use strict\"\nconst a = 1 / 2 / 3\nconst b = x.replace(/\\/\\*[/\"]/g, \"//  no\")\n\
             let c = `a  ${ f({ d: `//` }) }\n    // sì`\nreturn /'/.test(c)\n"
        );
    }

    #[test]
    fn what_does_not_end_is_left_alone() {
        assert_eq!(script("a = 'x"), None);
        assert_eq!(script("a = `x${`"), None);
        assert_eq!(script("/* a"), None);
    }
}
