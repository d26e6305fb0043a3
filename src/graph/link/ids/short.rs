use crate::model::Slug;

/// Most bytes of an id's part that is made of a title.
pub(super) const TITLE: usize = 60;

/// Most bytes of an id's part that names a child below its parent.
pub(super) const CHILD: usize = 40;

/// The slug of a code, or of the name where no code is given.
pub(super) fn code(printed: &str, name: &str) -> Slug {
    let code = Slug::of(printed);
    if code.as_str().is_empty() {
        Slug::of_first(name, TITLE)
    } else {
        code
    }
}

/// Whether a code means one thing wherever it stands, as codes do that carry their year (`2024_OB_0411`).
pub(super) fn names_itself(code: &str) -> bool {
    let mut digits = code.split(|c: char| !c.is_ascii_digit());
    let year = |run: &str| run.len() == 4 && (run.starts_with("19") || run.starts_with("20"));
    code.chars().any(|c| c.is_ascii_alphabetic()) && digits.any(year)
}
