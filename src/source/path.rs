//! Paths as people write them in texts: from where they stand, with `..` and `%20`.

/// The path that `written` means for whoever stands in the file or at the address `from`; both with `/`. None where it
/// leads above the top.
#[must_use]
pub fn beside(from: &str, written: &str) -> Option<String> {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The part of an address before `?` and `#`, with `%20` and the like as the characters that they stand for.
#[must_use]
pub fn path_of(address: &str) -> String {
    decoded(address.split(['?', '#']).next().unwrap_or_default())
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let code = behind.get(..2).filter(|_| *first == b'%');
        let code = code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = &behind[if code.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_that_of_the_file_as_it_stands() {
        assert_eq!(path_of("citt%C3%A0%20alta%.png?x=%20#y"), "città alta%.png");
    }

    #[test]
    fn a_path_goes_from_where_it_is_written() {
        for (from, written, meant) in [
            ("content/a/b.md", "./c.png", Some("content/a/c.png")),
            ("content/a/b.md", "../c/d.png", Some("content/c/d.png")),
            ("/a/b/", "c/", Some("a/b/c")),
            ("/a/b/", "../..", Some("")),
            ("b.css", "../c.png", None),
        ] {
            assert_eq!(beside(from, written).as_deref(), meant, "{from} {written}");
        }
    }
}
