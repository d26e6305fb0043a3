/// The known words that a wrong one may have meant, nearest first, joined by commas: one where one is clearly near,
/// else up to three. Ties keep the order in which the words are given.
#[must_use]
pub fn nearest<'w>(wrong: &str, known: impl IntoIterator<Item = &'w str>) -> String {
    let ranked = ranked(wrong, known);
    let clear = ranked.first().is_some_and(is_clear);
    let words: Vec<&str> = ranked
        .iter()
        .take(if clear { 1 } else { 3 })
        .map(|(_, word)| *word)
        .collect();
    words.join(", ")
}

/// The known word that is clearly the nearest to a wrong one, if there is such a word.
pub fn clearly_nearest<'w>(wrong: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let first = ranked(wrong, known).into_iter().next();
    first.filter(is_clear).map(|(_, word)| word)
}

type Likeness<'w> = (f64, &'w str);

fn is_clear((likeness, _): &Likeness<'_>) -> bool {
    *likeness > 0.85
}

/// Each known word once, the likest first.
fn ranked<'w>(wrong: &str, known: impl IntoIterator<Item = &'w str>) -> Vec<Likeness<'w>> {
    let wrong = wrong.to_lowercase();
    let likeness = |word: &'w str| (strsim::jaro_winkler(&wrong, &word.to_lowercase()), word);
    let mut ranked: Vec<_> = known.into_iter().map(likeness).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked.dedup_by_key(|(_, word)| *word);
    ranked
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn one_where_it_is_clear_else_three() {
        let known = ["titolo", "tipo", "ente", "inizio", "fine"];
        assert_eq!(nearest("titlo", known), "titolo");
        assert_eq!(nearest("Inizo", known), "inizio");
        assert_eq!(nearest("zzz", known).split(", ").count(), 3);
        assert_eq!(nearest("x", []), "");
    }
}
