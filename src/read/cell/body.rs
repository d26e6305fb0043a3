/// Kinds of public body as their names begin, lower case.
const KINDS: [&str; 5] = [
    "comune ",
    "unione ",
    "provincia ",
    "città metropolitana ",
    "comunità montana ",
];

/// Whether a text names a public body, as a line on a cover does.
#[must_use]
pub fn names_body(text: &str) -> bool {
    let lower = text.to_lowercase();
    KINDS.iter().any(|kind| lower.starts_with(kind))
}
