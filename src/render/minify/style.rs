use super::end_of_quoted;

/// Characters of CSS that need no white space on either side. Not `+`, `-`, `(` and `)`: `calc(1rem + 2px)` and
/// `and (` do; not `:`, which a selector may begin with.
const TIGHT: [char; 5] = ['{', '}', ';', ',', '>'];

/// A stylesheet without comments and white space that has no meaning; none if a text in it does not end.
pub(super) fn style(css: &str) -> Option<String> {
    let mut out = String::with_capacity(css.len());
    let mut space = false;
    let mut at = 0;
    while let Some(c) = css[at..].chars().next() {
        if css[at..].starts_with("/*") {
            at += 2 + css[at + 2..].find("*/")? + 2;
            space = true;
            continue;
        }
        if c.is_ascii_whitespace() {
            space = true;
            at += 1;
            continue;
        }
        if space && !out.is_empty() && !TIGHT.contains(&c) && !out.ends_with(TIGHT) {
            out.push(' ');
        }
        space = false;
        if c == '}' && out.ends_with(';') {
            out.pop();
        }
        let end = match c {
            '"' | '\'' => end_of_quoted(css, at + 1, c)?,
            '\\' => at + 1 + css[at + 1..].chars().next()?.len_utf8(),
            'u' | 'U' if is_bare_url(&css[at..]) => at + css[at..].find(')')? + 1,
            c => at + c.len_utf8(),
        };
        out.push_str(&css[at..end]);
        at = end;
    }
    Some(out)
}

/// Whether `url(` without quotes begins here, in which `/*` is no comment.
fn is_bare_url(css: &str) -> bool {
    let begins = css.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("url("));
    begins && !css[4..].trim_start().starts_with(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::style;

    #[test]
    fn meaning_stays() {
        let css = "/* uno */\n@import \"a  b.css\" ;\n@media (width > 3rem) and (hover) {\n  a > b , c :hover {\n    width : \
                   calc(1rem + 2px) ;\n    content: \"/* no */  x\";\n    background: url(data:image/svg;a/*b*/);\n  }\n}\n";
        assert_eq!(
            style(css).unwrap(),
            "@import \"a  b.css\";@media (width>3rem) and (hover){a>b,c :hover{width : calc(1rem + 2px);content: \
             \"/* no */  x\";background: url(data:image/svg;a/*b*/)}}"
        );
    }

    #[test]
    fn what_does_not_end_is_left_alone() {
        assert_eq!(style("a{content:\"x}"), None);
        assert_eq!(style("a{} /* b"), None);
    }

    #[test]
    fn twice_is_as_once() {
        let once = style(include_str!("../../../themes/vetrina/assets/vetrina.css")).unwrap();
        assert_eq!(style(&once).unwrap(), once);
        assert!(once.contains("rem + "), "sums keep their spaces");
    }
}
