//! What editors write that contradicts itself: it is said, with both its places.

use super::site::Site;

const CONFIG: (&str, &str) = (
    "vetrina.yaml",
    "title: Prova\nbase_url: https://esempio.it\nsearch: false\npublisher: {name: Comune di Valchiara}\n",
);

/// What is said of a site of these files.
fn said(files: &[(&str, &str)]) -> String {
    let all: Vec<(&str, &str)> = [CONFIG].iter().chain(files).copied().collect();
    Site::of(&all).run(&["check", "--message-format", "short"]).said
}

#[test]
fn a_short_code_that_is_not_there_brings_those_that_are_most_like_it() {
    let unit = |code: &str| format!("  - {{codice: {code}, nome: Ufficio {code}, tipo: settore}}\n");
    let plan = format!(
        "---\ntype: piano\ntitle: PEG\ntipo: peg\nunita:\n{}{}obiettivi:\n  - {{titolo: Mense, unita: S9}}\n---\n",
        unit("S1"),
        unit("S2")
    );
    let site = Site::of(&[CONFIG, ("content/piani/peg/_index.md", &plan)]);
    let said = site.run(&["check"]).said;
    assert!(
        said.contains("errore[riferimento-ignoto]: l'unità «S9» non esiste"),
        "{said}"
    );
    assert!(said.contains("^ forse S1 o S2\n"), "{said}");
}

const CARD: &str = "---\ntype: scheda\ntitle: Nidi\nente: Comune di Rivallago\nanno: 2027\ndurata: 1 giornata\n\
                    disponibilita:\n  - 3–7 giugno\n  - 11–13 giugno\n---\nI nidi.\n";

#[test]
fn two_bodies_nearly_alike_and_a_range_longer_than_the_exchange() {
    let other = CARD.replace("Nidi", "Orti").replace("Rivallago", "Rivalago");
    let other = other.replace("1 giornata", "da 3 a 5 giornate");
    let said = said(&[
        ("content/catalogo/_index.md", "---\ntitle: Scambi\n---\n"),
        ("content/catalogo/nidi.md", CARD),
        ("content/catalogo/orti.md", &other),
    ]);
    let bodies = "content/catalogo/orti.md:4:7: nota[enti-quasi-uguali]: «Comune di Rivallago» e «Comune di Rivalago»";
    assert!(said.contains(bodies), "{said}");
    // From Friday to Sunday there is one working day.
    let range = "content/catalogo/nidi.md:8:5: avviso[periodo-oltre-la-durata]: dal 03/06/2027 al 07/06/2027 ci sono 3 \
                 giorni di lavoro, ma lo scambio ne dura 1";
    assert!(said.contains(range), "{said}");
    assert_eq!(said.matches("periodo-oltre-la-durata").count(), 1, "{said}");
}

#[test]
fn a_length_that_tells_no_days() {
    let card = |length: &str| CARD.replace("1 giornata", length);
    let said = |length: &str| said(&[("content/catalogo/nidi.md", &card(length))]);
    let unsaid =
        "content/catalogo/nidi.md:6:9: nota[durata-senza-giorni]: la durata «da concordare» non dice quante giornate";
    assert!(said("da concordare").contains(unsaid), "{}", said("da concordare"));
    assert!(!said("una settimana").contains("durata-senza-giorni"));
}

#[test]
fn what_editors_write_that_would_be_taken_for_something_else() {
    let contacts = "contatti:\n  - {ruolo: segreteria, email: \"nidi @comune.it\", telefono: chiedere}\ndisponibilita:";
    let card = CARD.replace("disponibilita:", contacts);
    let project = "---\ntype: progetto\ntitle: Mense\ncodice: PG1\ntipo: progetto\nbilancio:\n  - {capitolo: \"1\", direzione: spesa, \
                   importo: 12,5}\n---\nTesto.\n";
    let said = said(&[
        ("content/catalogo/nidi.md", &card),
        (
            "content/piani/peg/_index.md",
            "---\ntype: piano\ntitle: PEG\ntipo: peg\n---\n",
        ),
        ("content/piani/peg/mense.md", project),
        ("content/chiusa.md", "title: Chiusa\n---\nTesto.\n"),
        ("content/\u{1f389}.md", "---\ntitle: Festa\n---\nTesto.\n"),
        (
            "content/foto.md",
            "\n---\ntitle: Foto\n---\n![Il nido](Foto Nido.JPG)\n",
        ),
    ]);
    for message in [
        "content/catalogo/nidi.md:8:32: avviso[email-non-letta]: «nidi @comune.it» non è ",
        "content/catalogo/nidi.md:8:61: avviso[telefono-senza-numero]: nel telefono «chiedere» non c’è un numero",
        "content/piani/peg/mense.md:7:51: errore[virgola-fra-graffe]: fra parentesi graffe la virgola separa le chiavi: «5» ",
        "content/chiusa.md:1:1: errore[intestazione-non-aperta]: ",
        "content/\u{1f389}.md:1:1: errore[nome-senza-lettere]: da «\u{1f389}» non si ricava un indirizzo",
        "content/foto.md:5:12: avviso[indirizzo-con-spazi]: l’indirizzo «Foto Nido.JPG» contiene spazi",
    ] {
        assert!(said.contains(message), "{message}\n{said}");
    }
    assert!(said.contains("errori: 3;"), "{said}");
}

#[test]
fn columns_written_otherwise_and_a_weight_above_a_hundred() {
    let goal = "---\ntype: obiettivo\ntitle: Mense\npeso_fasi: 130\n---\nTesto.\n";
    let said = said(&[
        (
            "content/piani/peg/_index.md",
            "---\ntype: piano\ntitle: PEG\ntipo: peg\n---\n",
        ),
        ("content/piani/peg/mense.md", goal),
        (
            "content/catalogo/_index.md",
            "---\ntitle: Scambi\nsource: seeds/elenco.csv\n---\n",
        ),
        (
            "seeds/elenco.csv",
            "Titolo;Ente;Durata testo\nNidi;Comune di Valchiara;2 giornate\n",
        ),
    ]);
    let weight = "content/piani/peg/mense.md:4:12: avviso[peso-oltre-cento]: un peso è di 130 %: più di 100 %";
    assert!(said.contains(weight), "{said}");
    let columns =
        "seeds/elenco.csv:1:1: errore[colonne-scritte-altrimenti]: i nomi delle colonne sono quelli di una tabella";
    assert!(said.contains(columns), "{said}");
}

#[test]
fn a_card_beside_the_home_page_and_a_plan_in_its_place() {
    let home = (
        "content/_index.md",
        "---\ntype: piano\ntitle: PEG\ntipo: peg\nanno: 2027\n---\n",
    );
    let site = Site::of(&[CONFIG, home]);
    assert_eq!(site.run(&["build"]).exit, 0);
    assert!(site.public()["peg/index.html"].contains("<h1>PEG</h1>"));
    let said = said(&[("content/nidi.md", CARD)]);
    let lost =
        "content/nidi.md:3:8: errore[scheda-senza-cartella]: questa scheda non sta nella cartella di un catalogo";
    assert!(said.contains(lost), "{said}");
    assert!(said.contains("errori: 1;"), "{said}");
}

#[test]
fn a_capacity_that_tells_no_number_in_front_matter_and_in_a_cell() {
    let card = |people: &str| CARD.replace("anno: 2027", &format!("partecipanti: {people}"));
    let unsaid = "content/catalogo/nidi.md:5:15: nota[partecipanti-senza-numero]: «parecchi» non dice quante persone";
    let many = said(&[("content/catalogo/nidi.md", &card("parecchi"))]);
    assert!(many.contains(unsaid), "{many}");
    assert!(!said(&[("content/catalogo/nidi.md", &card("quindici tecnici"))]).contains("partecipanti-senza"));
    let section = "---\ntitle: Scambi\nsource: seeds/schede.csv\n---\n";
    let table = "titolo;ente;partecipanti\nNidi;Comune di Valchiara;tecnici dei nidi\nOrti;Comune di Valchiara;4\n";
    let said = said(&[("content/catalogo/_index.md", section), ("seeds/schede.csv", table)]);
    let cell = "seeds/schede.csv:2:26: nota[partecipanti-senza-numero]: «tecnici dei nidi» non dice quante persone";
    assert!(said.contains(cell), "{said}");
    assert_eq!(said.matches("partecipanti-senza-numero").count(), 1, "{said}");
}

#[test]
fn a_budget_that_is_not_the_sum_of_its_expenses() {
    let project = |budget: &str| {
        format!(
            "---\ntype: progetto\ntitle: Mense\ncodice: PG1\ntipo: progetto\nbudget: {budget}\nbilancio:\n  - {{capitolo: \
             \"2050\", direzione: spesa, importo: \"200.000,00\"}}\n  - {{capitolo: \"2051\", direzione: spesa, importo: \
             \"150.000,00\"}}\n  - {{capitolo: \"100\", direzione: entrata, importo: \"50,00\"}}\n---\nTesto.\n"
        )
    };
    let plan = (
        "content/piani/peg/_index.md",
        "---\ntype: piano\ntitle: PEG\ntipo: peg\n---\n",
    );
    let path = "content/piani/peg/progetti/mense.md";
    let said = |budget: &str| said(&[plan, (path, &project(budget))]);
    let wrong = said("390.000,00");
    let note = format!(
        "{path}:6:9: nota[budget-diverso]: il budget di PG1 è 390.000,00 €, ma le sue voci di spesa fanno 350.000,00 €"
    );
    assert!(wrong.contains(&note), "{wrong}");
    assert!(!said("350.000,00").contains("budget-diverso"));
}

/// A catalogue kept in a table without ids; its cards have numbers, as in print.
fn edition(site: &Site, folder: &str, year: &str) {
    let section = format!("---\ntitle: Scambi\n{year}source: seeds/{folder}\n---\n");
    site.write(&format!("content/{folder}/_index.md"), section);
    let cards = "ente;numero;titolo\nComune di Valchiara;1;Orti di quartiere\nComune di Valchiara;2;Nidi\n";
    site.write(&format!("seeds/{folder}/schede.csv"), cards);
}

#[test]
fn the_next_edition_of_a_catalogue_moves_no_address_of_the_one_before() {
    let site = Site::of(&[CONFIG]);
    edition(&site, "catalogo", "anno: 2026\n");
    assert_eq!(site.run(&["build"]).exit, 0);
    let before = site.public();
    edition(&site, "catalogo-2027", "anno: 2027\n");
    assert_eq!(site.run(&["build"]).exit, 0);
    let after = site.public();
    let gone: Vec<&String> = before.keys().filter(|path| !after.contains_key(*path)).collect();
    assert!(gone.is_empty(), "{gone:?}");
    assert_eq!(
        before["catalogo/comune-di-valchiara-1/index.html"].contains("Orti di quartiere"),
        after["catalogo/comune-di-valchiara-1/index.html"].contains("Orti di quartiere")
    );
}

#[test]
fn a_card_without_a_year_has_the_one_of_its_catalogue() {
    let card = |year: &str| {
        format!("---\ntype: scheda\ntitle: Nidi\nente: Comune di Rivallago\n{year}disponibilita: [17 settembre]\n---\n")
    };
    let days = |section: &str, year: &str| {
        let site = Site::of(&[
            CONFIG,
            (
                "content/catalogo/_index.md",
                &format!("---\ntitle: Scambi\n{section}---\n"),
            ),
            ("content/catalogo/colline/nidi.md", &card(year)),
        ]);
        let build = site.run(&["build", "--message-format", "short"]);
        let rows = site.public().remove("dati/disponibilita.csv").unwrap_or_default();
        (build.said, rows)
    };
    assert!(days("anno: 2027\n", "").1.contains(",2027-09-17,"));
    assert!(days("anno: 2027\n", "anno: 2028\n").1.contains(",2028-09-17,"));
    let (said, rows) = days("", "");
    assert!(said.contains("colline/nidi.md:5:17: errore["), "{said}");
    assert!(!rows.contains("-09-17"), "{rows}");
}

#[test]
fn settings_without_a_title_and_a_home_page_as_it_was_made() {
    let site = Site::of(&[("vetrina.yaml", "\n"), ("content/nota.md", "---\ntitle: Nota\n---\n")]);
    let said = site.run(&["build", "--message-format", "short"]).said;
    assert!(said.contains("vetrina.yaml:1:1: avviso[sito-senza-titolo]"), "{said}");
    let site = Site::of(&[]);
    assert_eq!(site.run(&["new", "site", "nuovo"]).exit, 0);
    let said = || site.run(&["check", "-r", "nuovo", "--message-format", "short"]).said;
    let still = "content/_index.md:4:1: nota[testo-di-partenza]";
    assert!(said().contains(still), "{}", said());
    site.write(
        "nuovo/content/_index.md",
        "---\ntitle: Il nostro sito\n---\nI piani dell’Unione.\n",
    );
    assert!(!said().contains("testo-di-partenza"), "{}", said());
}
