use crate::cli::form::{self, COMMON, DATES, Holds, Key};
use crate::model::Slug;
use crate::read::front_matter::{Form, Tipo};

/// Keys of rows below a thing that follow from where the row stands.
const FOLLOWS: [&str; 7] = ["id", "url", "piano", "progetto", "obiettivo", "scheda", "ordine"];

/// What a new file can say at once, so that it builds before anybody has filled it in.
pub(super) struct Known {
    /// What it is called.
    pub(super) titolo: String,
    /// The body that answers for the site.
    pub(super) ente: String,
    /// The year of the build.
    pub(super) anno: i32,
}

/// The text of a new file: what it must say, then all that it may, each key with what it means.
pub(super) fn of(tipo: Tipo, known: &Known) -> String {
    let mut text = format!("---\ntype: {}\ntitle: {}\n", tipo.word(), quoted(&known.titolo));
    if let Some(form) = tipo.form() {
        own(tipo, &form, known, &mut text);
        if tipo == Tipo::Scheda {
            explain(&DATES, &mut text);
            text.push_str(&format!("# {}:\n#   - \n", DATES.name));
        }
        if tipo == Tipo::Documento {
            text.push_str(WAITS_FOR_ITS_FILE);
        }
        form.lists.iter().for_each(|list| rows(list, "# ", &mut text));
    }
    text.push_str("\n# Chiavi di ogni pagina: togli il cancelletto a quelle che servono.\n");
    let said = |key: &&Key| key.name == "title" || (key.name == "draft" && tipo == Tipo::Documento);
    for key in COMMON.iter().filter(|key| !said(key)) {
        explain(key, &mut text);
        text.push_str(&format!("# {}:\n", key.name));
    }
    text.push_str("---\n");
    text.push_str(body(tipo));
    text
}

/// A document cannot be published before its file is there.
const WAITS_FOR_ITS_FILE: &str = "\n# Bozza finché il file non è al suo posto: poi si toglie.\ndraft: true\n";

/// What stands below the front matter until somebody writes there.
fn body(tipo: Tipo) -> &'static str {
    match tipo {
        Tipo::Scheda | Tipo::Progetto | Tipo::Obiettivo => "Qui la descrizione, in una o più frasi.\n",
        Tipo::Pagina => "Qui il testo della pagina.\n",
        Tipo::Documento => "Qui che cosa dice il documento, in poche frasi.\n",
        _ => "",
    }
}

/// A text between quotes, as YAML reads it back.
pub(in crate::cli) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn own(tipo: Tipo, form: &Form, known: &Known, text: &mut String) {
    let keys = form::keys(&form.shape);
    let keys = keys.iter().filter(|key| key.name != form.name && key.name != "url");
    let said = |key: &&Key| value(tipo, form, key, known);
    let (told, free): (Vec<_>, Vec<_>) = keys.partition(|key| said(key).is_some());
    let anno = anno(tipo);
    if !told.is_empty() || anno.is_some() {
        text.push_str("\n# Da controllare.\n");
    }
    if let Some(meaning) = anno {
        text.push_str(&format!("# {meaning}\nanno: {}\n", year(known)));
    }
    for key in told {
        explain(key, text);
        text.push_str(&format!("{}: {}\n", key.name, said(&key).unwrap_or_default()));
    }
    text.push_str("\n# Se si sa: togli il cancelletto e scrivi.\n");
    for key in free {
        explain(key, text);
        text.push_str(&format!("# {}:\n", key.name));
    }
}

/// What the year means in a new file, where it says one.
fn anno(tipo: Tipo) -> Option<&'static str> {
    match tipo {
        Tipo::Piano => Some("Anno del piano"),
        Tipo::Scheda => Some("Anno delle date che non lo dicono"),
        _ => None,
    }
}

/// The year that the title names, else this one.
fn year(known: &Known) -> i32 {
    let words = known.titolo.split(|c: char| !c.is_ascii_digit());
    let mut years = words
        .filter(|word| word.len() == 4)
        .filter_map(|word| word.parse().ok());
    years.find(|year| (1990..2100).contains(year)).unwrap_or(known.anno)
}

/// What a key says in a new file: a body for who answers for it, the first of the words that it takes; nothing for a
/// key that can wait.
fn value(tipo: Tipo, form: &Form, key: &Key, known: &Known) -> Option<String> {
    match (tipo, key.name) {
        (Tipo::Documento, "file") => Some(quoted(&format!("{}.pdf", Slug::of(&known.titolo)))),
        (Tipo::Piano | Tipo::Scheda | Tipo::Documento, "ente") => Some(quoted(&known.ente)),
        (Tipo::Piano, "tipo") => first_word(key),
        (Tipo::Unita, "codice") => Some(quoted(&initials(&known.titolo))),
        _ if !form::is_required(form, key) => None,
        _ => Some(first_word(key).unwrap_or_else(|| quoted(key.meaning))),
    }
}

/// The capital initials of a name: `Ufficio scuola` gives `US`.
fn initials(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric());
    words
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase)
        .collect()
}

fn first_word(key: &Key) -> Option<String> {
    match key.holds {
        Holds::Word(words) => words.first().map(|word| (*word).to_owned()),
        _ => None,
    }
}

/// A comment that says what a key means.
fn explain(key: &Key, text: &mut String) {
    text.push_str(&format!("# {}\n", meaning(key)));
}

/// What a key means, with the words that it takes where these are few.
fn meaning(key: &Key) -> String {
    match key.holds {
        Holds::Word(words) => format!("{}: {}", key.meaning, words.join(", ")),
        _ => key.meaning.to_owned(),
    }
}

/// An example row of a list, as a comment.
fn rows(list: &Form, indent: &str, text: &mut String) {
    text.push_str(&format!("{indent}{}:\n", list.key));
    let keys = form::keys(&list.shape);
    let keys = keys.iter().filter(|key| !FOLLOWS.contains(&key.name));
    for (at, key) in keys.enumerate() {
        let dash = if at == 0 { "- " } else { "  " };
        text.push_str(&format!("{indent}  {dash}{}:  # {}\n", key.name, meaning(key)));
    }
    let deeper = format!("{indent}    ");
    list.lists.iter().for_each(|below| rows(below, &deeper, text));
}
