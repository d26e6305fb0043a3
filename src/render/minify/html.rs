/// Elements whose text stays as written.
const VERBATIM: [&str; 4] = ["pre", "textarea", "script", "style"];

/// Elements that no white space around their tags can be seen of: they stand in lines of their own, or in the head.
const BLOCKS: [&str; 37] = [
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "details",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "head",
    "header",
    "hr",
    "html",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "!doctype",
];

/// A page without comments and without white space that cannot be seen. Tags stay as they are, to the letter.
pub(in crate::render) fn html(page: &[u8]) -> Option<Vec<u8>> {
    let page = std::str::from_utf8(page).ok()?;
    let mut out = String::with_capacity(page.len());
    let mut at = 0;
    // Whether the last tag was of a block, so that white space behind it cannot be seen.
    let mut behind_block = true;
    while at < page.len() {
        let open = page[at..].find('<').map_or(page.len(), |open| at + open);
        let rest = &page[open..];
        let name = tag_name(rest);
        let before_block = rest.is_empty() || BLOCKS.contains(&name.trim_start_matches('/'));
        push_text(&mut out, &page[at..open], behind_block, before_block);
        if rest.is_empty() {
            break;
        }
        if rest.starts_with("<!--") {
            at = open + rest.find("-->")? + 3;
            continue;
        }
        let mut end = open + end_of_tag(rest)?;
        if VERBATIM.contains(&name.as_str()) {
            let close = format!("</{name}");
            end += page[end..].find(&close)?;
        }
        out.push_str(&page[open..end]);
        behind_block = before_block;
        at = end;
    }
    Some(out.into_bytes())
}

/// Text between two tags, each run of white space as one: a line break where it had one.
fn push_text(out: &mut String, text: &str, behind_block: bool, before_block: bool) {
    let is_space = |c: char| c.is_ascii_whitespace();
    let words = text.trim_matches(is_space);
    let run = |gap: &str| match gap {
        "" => "",
        gap if gap.contains('\n') => "\n",
        _ => " ",
    };
    if words.is_empty() {
        if !behind_block && !before_block {
            out.push_str(run(text));
        }
        return;
    }
    let start = text.len() - text.trim_start_matches(is_space).len();
    let end = start + words.len();
    if !behind_block {
        out.push_str(run(&text[..start]));
    }
    let mut from = 0;
    for (at, _) in words.match_indices(is_space) {
        if at >= from {
            out.push_str(&words[from..at]);
            let gap = words[at..].len() - words[at..].trim_start_matches(is_space).len();
            out.push_str(run(&words[at..at + gap]));
            from = at + gap;
        }
    }
    out.push_str(&words[from..]);
    if !before_block {
        out.push_str(run(&text[end..]));
    }
}

/// The name of the tag that begins here, `/` included, in lower case.
fn tag_name(text: &str) -> String {
    let rest = text.get(1..).unwrap_or_default();
    let end = rest
        .find(|c: char| c.is_ascii_whitespace() || c == '>')
        .unwrap_or(rest.len());
    let name = rest[..end].trim_end_matches('/');
    name.to_ascii_lowercase()
}

/// Where a tag ends, behind its `>`; one in an attribute's value ends nothing.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::html;

    fn small(page: &str) -> String {
        String::from_utf8(html(page.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn what_can_be_seen_stays() {
        let page = "<!doctype html>\n<html lang=\"it\">\n<head>\n<title>A  b</title>\n</head>\n<body>\n<!-- no -->\n<p>Uno  due\n\
                    tre <b>quattro</b>\n<i>cinque</i> .</p>\n<pre>\n  x   y\n</pre>\n<ul>\n<li>a\n<li title=\"1 >  0\"> b </ul>\n\
                    </body>\n</html>\n";
        assert_eq!(
            small(page),
            "<!doctype html><html lang=\"it\"><head><title>A b</title></head><body><p>Uno due\n\
             tre <b>quattro</b>\n<i>cinque</i> .</p><pre>\n  x   y\n</pre><ul><li>a\n<li title=\"1 >  0\"> b</ul></body></html>"
        );
    }

    #[test]
    fn scripts_and_text_areas_stay_as_written() {
        let page =
            "<p><textarea>\n  a  b\n</textarea> <script type=\"application/ld+json\">{ \"a\":  \"<p>  x\" }</script>";
        assert_eq!(small(page), page);
    }

    #[test]
    fn a_space_that_does_not_break_stays() {
        assert_eq!(small("<p>1.000\u{a0}\u{a0}€  x</p>"), "<p>1.000\u{a0}\u{a0}€ x</p>");
    }

    #[test]
    fn what_does_not_end_is_left_alone() {
        assert_eq!(html(b"<p title=\"x>"), None);
        assert_eq!(html(b"<!-- x"), None);
    }
}
