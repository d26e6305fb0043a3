/// The known words that a wrong one may have meant, nearest first, joined by commas: one where one is clearly near,
/// else up to three. Ties keep the order in which the words are given.
#[must_use]
pub fn nearest<'w>(wrong: &str, known: impl IntoIterator<Item = &'w str>) -> String {
    let wrong = wrong.to_lowercase();
    let mut ranked: Vec<(f64, &str)> = known
        .into_iter()
        .map(|word| (strsim::jaro_winkler(&wrong, &word.to_lowercase()), word))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked.dedup_by_key(|(_, word)| *word);
    let clear = ranked.first().is_some_and(|(likeness, _)| *likeness > 0.85);
    let words: Vec<&str> = ranked
        .iter()
        .take(if clear { 1 } else { 3 })
        .map(|(_, word)| *word)
        .collect();
    words.join(", ")
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
