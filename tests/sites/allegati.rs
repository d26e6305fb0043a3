//! `type: documento`: a file that an office publishes has a row, a page and a download, like every source.

use super::site::Site;

const PDF: &[u8] = b"%PDF-1.4\n\xe2\xe3\xcf\xd3\nregolamento\n";

fn site() -> Site {
    let site = Site::of(&[
        (
            "vetrina.yaml",
            "title: Prova\nbase_url: https://esempio.it\nlicence: CC-BY-4.0\nsearch: false\ntaxonomies: [{name: temi}]\n",
        ),
        (
            "content/documenti/regolamento.md",
            "---\ntype: documento\ntitle: Regolamento degli scambi\nente: Comune di Prova\ndate: 7 marzo 2025\n\
             description: Chi può partecipare, e come.\nfile: atti/reg-2025.pdf\nlicenza: CC0-1.0\n\
             taxonomies: {temi: [Scambi]}\n---\nVale dal **1 aprile**; si veda [il verbale](id:verbale#r2).\n",
        ),
        (
            "content/documenti/verbale.md",
            "---\ntype: documento\ntitolo: Verbale\nfile: seeds/verbale.txt\n---\n",
        ),
        ("seeds/verbale.txt", "Verbale\nPresenti: tutti.\n"),
        (
            "content/piani/peg/_index.md",
            "---\ntitle: PEG 2023\nsource: seeds/peg.txt\nente: Comune di Prova\nanno: 2023\n---\n",
        ),
        (
            "content/documenti/delibera.md",
            "---\ntype: documento\nid: delibera-12\ntitle: Delibera n. 12, con il piano\ndate: 2023-04-01\n\
             file: seeds/peg.txt\n---\nIl piano come approvato.\n",
        ),
        ("seeds/peg.txt", include_str!("../../seeds/peg-capannori-2023.txt")),
    ]);
    site.write("content/documenti/atti/reg-2025.pdf", PDF);
    let build = site.run(&["build"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    site
}

#[test]
fn each_is_a_row_with_its_digest() {
    let public = site().public();
    let rows = &public["dati/documenti.csv"];
    for row in [
        "\nregolamento,Regolamento degli scambi,comune-di-prova,2025-03-07,altro,content/documenti/atti/reg-2025.pdf,\
         6358c4683bbb58a8b1834218c6588b0728d5eba3353004731c69dfc86218f802,0,/documenti/regolamento/\n",
        "\nverbale,Verbale,,,altro,seeds/verbale.txt,",
        ",2,/documenti/verbale/\n",
        "\ndelibera-12,\"Delibera n. 12, con il piano\",comune-di-prova,2023-04-01,peg,seeds/peg.txt,",
    ] {
        assert!(rows.contains(row), "{row}\n{rows}");
    }
    assert_eq!(rows.matches("seeds/peg.txt").count(), 1, "one file is one document");
    assert!(
        public["dati/obiettivi.csv"].contains(",delibera-12,"),
        "and facts point to it"
    );
}

#[test]
fn each_has_a_page_in_the_library_and_its_file() {
    let site = site();
    let public = site.public();
    assert_eq!(site.bytes("documenti/regolamento/regolamento.pdf"), PDF);
    assert_eq!(
        site.bytes("documenti/verbale/verbale.txt"),
        b"Verbale\nPresenti: tutti.\n"
    );
    assert!(
        !public.contains_key("documenti/atti/reg-2025.pdf"),
        "it stands in one place"
    );
    let page = &public["documenti/regolamento/index.html"];
    for said in [
        "<h1>Regolamento degli scambi</h1>",
        "Chi può partecipare, e come.",
        "<strong>1 aprile</strong>",
        "href=\"/documenti/verbale/#r2\"",
        "7 marzo 2025",
        "CC0-1.0",
        "href=\"/documenti/regolamento/regolamento.pdf\"",
        "href=\"/temi/scambi/\"",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    assert!(!page.contains("id=\"letto\""), "nothing was to be read from it");
    assert!(public["documenti/verbale/index.html"].contains("<li id=\"r2\">Presenti: tutti.</li>"));
    let source = &public["documenti/delibera-12/index.html"];
    assert!(
        source.contains("Il piano come approvato.") && source.contains("id=\"letto\""),
        "{source}"
    );
    let library = &public["documenti/index.html"];
    assert!(library.contains("href=\"/documenti/regolamento/\""), "{library}");
    assert!(public["temi/scambi/index.html"].contains("href=\"/documenti/regolamento/\""));
}

#[test]
fn tables_tell_of_them_again() {
    let public = site().public();
    let again = Site::of(&[
        (
            "vetrina.yaml",
            "title: Prova\nbase_url: https://esempio.it\nlicence: CC-BY-4.0\nsearch: false\n",
        ),
        (
            "content/piani/_index.md",
            "---\ntitle: Piani\nreader: tabella\nsource: tabelle\n---\n",
        ),
    ]);
    for (path, text) in public
        .iter()
        .filter(|(path, _)| path.starts_with("dati/") && path.ends_with(".csv"))
    {
        again.write(&format!("tabelle/{}", path.trim_start_matches("dati/")), text);
    }
    let build = again.run(&["build"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    assert_eq!(again.public()["dati/documenti.csv"], public["dati/documenti.csv"]);
}
