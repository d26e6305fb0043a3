use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::{Kind, Known, Published, Reason, publish};
use crate::config::{Contacts, Privacy, Staff};
use crate::graph::link::tests::{Sito, Text};
use crate::model::{
    Assegnazione, Bozza, Bozze, Contatto, Detto, Percentuale, Progetto, Riferimento, RuoloContatto, Testo,
    TipoProgetto, TipoUnita, Unita,
};

fn contact(text: &Text, ruolo: RuoloContatto, name: [&str; 2], email: &str, telefoni: &[&str]) -> Contatto<Bozza> {
    Contatto {
        id: None,
        scheda: Some(Riferimento::Locale(0)),
        piano: None,
        ente: None,
        ruolo,
        nome: Some(text.says(name[0])),
        cognome: Some(text.says(name[1])),
        email: Some(text.says(email)),
        telefoni: telefoni.iter().map(|phone| text.says(phone)).collect(),
        origine: text.origin(),
    }
}

fn assigned(text: &Text, persona: &str) -> Assegnazione<Bozza> {
    Assegnazione {
        obiettivo: None,
        progetto: Some(Riferimento::Locale(0)),
        persona: Some(text.says(persona)),
        categoria: Some(text.says("D")),
        ruolo: Some(text.says("Istruttore")),
        inizio: None,
        fine: None,
        impegno_percentuale: Some(Detto::new(Percentuale(2500), text.span())),
        origine: text.origin(),
    }
}

fn plan(text: &Text) -> Bozze {
    let unit = Unita::<Bozza> {
        id: None,
        piano: Riferimento::Locale(0),
        codice: text.says("S1"),
        nome: text.says("Bilancio"),
        tipo: TipoUnita::Settore,
        superiore: None,
        responsabile: Some(text.says("GENTILI LUCA")),
        url: Testo::new(),
        origine: text.origin(),
    };
    let project = Progetto::<Bozza> {
        id: None,
        piano: Riferimento::Locale(0),
        codice: text.says("P1"),
        tipo: TipoProgetto::Progetto,
        titolo: text.says("I conti del Comune"),
        titolo_annunciato: None,
        riferimento: Vec::new(),
        descrizione: Some(
            text.says("I conti li tiene Mario Conti, con la dott.ssa  DEL  FRATE GIOVANNA e Luca Gentili."),
        ),
        unita: None,
        linea_strategica: None,
        budget: None,
        percentuale: None,
        annuncio: None,
        cartella: None,
        totale_entrate: None,
        totale_spese: None,
        url: Testo::new(),
        origine: text.origin(),
    };
    Bozze {
        piani: vec![text.piano("PEG")],
        unita: vec![unit],
        progetti: vec![project],
        assegnazioni: ["CONTI MARIO", "Luca Gentili", "DEL FRATE GIOVANNA"]
            .map(|name| assigned(text, name))
            .into(),
        ..Bozze::default()
    }
}

fn published(privacy: &Privacy, bozze: fn(&Text) -> Bozze) -> Published {
    publish(
        Sito::default().document("piani/peg", "peg_prodotti", bozze).graph(),
        privacy,
        None,
        "it",
        &mut Known::default(),
    )
}

fn opened(base: Option<&str>) -> Privacy {
    Privacy {
        staff: Staff::Names,
        contacts: Contacts::Full,
        base_giuridica: base.map(str::to_owned),
    }
}

fn people(published: &Published) -> Vec<(Option<&str>, bool)> {
    let rows = published.graph.assegnazioni.iter();
    rows.map(|row| {
        (
            row.persona.as_ref().map(|name| name.as_str()),
            row.impegno_percentuale.is_some(),
        )
    })
    .collect()
}

#[test]
fn who_is_in_charge_is_named_without_effort_and_the_others_are_counted() {
    let expected = [(None, true), (Some("Luca Gentili"), false), (None, true)];
    assert_eq!(people(&published(&Privacy::default(), plan)), expected);
    assert_eq!(
        people(&published(&opened(None), plan)),
        expected,
        "nothing opens without a law"
    );
    assert_eq!(people(&published(&opened(Some(" ")), plan)), expected);
    let all = [
        (Some("CONTI MARIO"), true),
        (Some("Luca Gentili"), true),
        (Some("DEL FRATE GIOVANNA"), true),
    ];
    assert_eq!(people(&published(&opened(Some("L. 1/2024")), plan)), all);
}

#[test]
fn texts_lose_names_in_both_orders_but_no_common_noun() {
    let site = published(&Privacy::default(), plan);
    let project = site.graph.progetti.iter().next().unwrap();
    assert_eq!(project.titolo.as_str(), "I conti del Comune");
    assert_eq!(
        project.descrizione.as_ref().unwrap().as_str(),
        "I conti li tiene [omesso], con la dott.ssa  [omesso] e Luca Gentili."
    );
}

fn catalogue(text: &Text) -> Bozze {
    let mut card = text.scheda("Comune di Cesena", Some(1), "Zero carta");
    card.modalita = Some(text.says("Scrivi a rosa\\_neri@gmail.com o chiama +39 349-166 6982 o lo 0547 356402."));
    Bozze {
        schede: vec![card],
        contatti: vec![
            contact(
                text,
                RuoloContatto::Responsabile,
                ["Paola", "Sabbatini"],
                "sabbatini_p@comune.cesena.fc.it",
                &["0547.356402", "349 - 1666982"],
            ),
            contact(
                text,
                RuoloContatto::Segreteria,
                ["Rosa", "Neri"],
                "rosa_neri@gmail.com",
                &["0547/356431"],
            ),
        ],
        ..Bozze::default()
    }
}

#[test]
fn contacts_keep_what_belongs_to_the_office() {
    let site = published(&Privacy::default(), catalogue);
    let rows: Vec<_> = site
        .graph
        .contatti
        .iter()
        .map(|contact| {
            let text = |cell: &Option<Detto<Testo>>| cell.as_ref().map(|text| text.to_string());
            let phones: Vec<&str> = contact.telefoni.iter().map(|phone| phone.as_str()).collect();
            (
                text(&contact.nome),
                text(&contact.cognome),
                text(&contact.email),
                phones,
            )
        })
        .collect();
    let some = |text: &str| Some(text.to_owned());
    let head = (
        some("Paola"),
        some("Sabbatini"),
        some("sabbatini_p@comune.cesena.fc.it"),
        vec!["0547.356402"],
    );
    assert_eq!(rows, [head, (None, None, None, vec!["0547/356431"])]);
    let card = site.graph.schede.iter().next().unwrap();
    assert_eq!(
        card.modalita.as_ref().unwrap().as_str(),
        "Scrivi a [omesso] o chiama +39 [omesso] o lo 0547 356402."
    );
}

#[test]
fn every_datum_says_why_it_is_published_or_not() {
    let site = published(&Privacy::default(), catalogue);
    let told: Vec<_> = site
        .withheld
        .personal()
        .iter()
        .map(|datum| (datum.kind, datum.value.as_str(), datum.reason))
        .collect();
    assert_eq!(
        told,
        [
            (Kind::Nome, "Paola Sabbatini", Reason::InCarica),
            (Kind::Email, "sabbatini_p@comune.cesena.fc.it", Reason::Istituzionale),
            (Kind::Telefono, "0547.356402", Reason::Istituzionale),
            (Kind::Telefono, "349 - 1666982", Reason::Cellulare),
            (Kind::Nome, "Rosa Neri", Reason::NonInCarica),
            (Kind::Email, "rosa_neri@gmail.com", Reason::CasellaPersonale),
            (Kind::Telefono, "0547/356431", Reason::Istituzionale),
        ]
    );
}

#[test]
fn outputs_are_searched_for_withheld_values_however_they_are_spelt() {
    let site = published(&Privacy::default(), catalogue);
    for (output, leak) in [
        ("<td>Neri</td> <td>Rosa</td>", true),
        ("<a href=\"tel:+393491666982\">", true),
        ("\"telefono\":\"349.16.66.982\"", true),
        ("ROSA NERI", true),
        ("mailto:Rosa_Neri@gmail.com", true),
        ("la sig.ra Neri", true),
        ("una rosa e i conti neri; Paola Sabbatini 0547 356402", false),
        ("rosa.neri@comune.cesena.fc.it", true),
        ("12349166698, 2", false),
    ] {
        assert_eq!(site.withheld.scan(output.as_bytes()).is_some(), leak, "{output}");
    }
    assert_eq!(site.withheld.scan(&[0xff, 0xfe, 0x00]), None);
    assert_eq!(
        site.withheld.scan(&gzip("<td>Neri</td> <td>Rosa</td>")).as_deref(),
        Some("Neri</td> <td>Rosa")
    );
}

/// The text as the files of the search index are packed.
fn gzip(text: &str) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(text.as_bytes()).unwrap();
    packed.finish().unwrap()
}

fn secretariat(text: &Text) -> Bozze {
    let contact = |address| contact(text, RuoloContatto::Segreteria, ["Rosa Maria", "De Neri"], address, &[]);
    Bozze {
        schede: vec![text.scheda("Comune di Cesena", Some(1), "Zero carta")],
        contatti: [
            "rosa-maria.deneri@comune.cesena.fc.it",
            "deneri_r@comune.cesena.fc.it",
            "de.neri.rosamaria@comune.cesena.fc.it",
            "rosa.maria.de.nerri@comune.cesena.fc.it",
            "segreteria@comune.cesena.fc.it",
        ]
        .map(contact)
        .into(),
        ..Bozze::default()
    }
}

#[test]
fn a_mailbox_that_spells_a_withheld_name_is_withheld() {
    let mailboxes = |privacy: &Privacy| -> Vec<bool> {
        let site = published(privacy, secretariat);
        site.graph.contatti.iter().map(|row| row.email.is_some()).collect()
    };
    assert_eq!(mailboxes(&Privacy::default()), [false, true, false, false, true]);
    assert_eq!(mailboxes(&opened(Some("L. 1/2024"))), [true; 5]);
}
