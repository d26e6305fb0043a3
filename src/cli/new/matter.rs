use crate::cli::form::{self, COMMON, DATES, Holds, Key};
use crate::read::front_matter::{Form, Tipo};

/// Keys of rows below a thing that follow from where the row stands.
const FOLLOWS: [&str; 7] = ["id", "url", "piano", "progetto", "obiettivo", "scheda", "ordine"];

/// The text of a new file: what must be filled in, then all that may be, each key with what it means.
pub(super) fn of(tipo: Tipo, title: &str) -> String {
    let mut text = format!("---\ntype: {}\ntitle: {}\n", tipo.word(), quoted(title));
    if let Some(form) = tipo.form() {
        own(&form, &mut text);
        if tipo == Tipo::Scheda {
            explain(&DATES, &mut text);
            text.push_str(&format!("# {}:\n#   - \n", DATES.name));
        }
        form.lists.iter().for_each(|list| rows(list, "# ", &mut text));
    }
    text.push_str("\n# Chiavi di ogni pagina: togli il cancelletto a quelle che servono.\n");
    for key in COMMON.iter().filter(|key| key.name != "title") {
        explain(key, &mut text);
        text.push_str(&format!("# {}:\n", key.name));
    }
    text.push_str("---\n");
    text
}

/// A text between quotes, as YAML reads it back.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn own(form: &Form, text: &mut String) {
    let keys = form::keys(&form.shape);
    let keys = keys.iter().filter(|key| key.name != form.name && key.name != "url");
    let (required, free): (Vec<_>, Vec<_>) = keys.partition(|key| form::is_required(form, key));
    if !required.is_empty() {
        text.push_str("\n# Da compilare.\n");
    }
    for key in required {
        explain(key, text);
        text.push_str(&format!("{}:\n", key.name));
    }
    text.push_str("\n# Se si sa: togli il cancelletto e scrivi.\n");
    for key in free {
        explain(key, text);
        text.push_str(&format!("# {}:\n", key.name));
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
