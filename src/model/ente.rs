use super::{Collegato, Detto, Origine, Stadio, Testo, words};

/// What a body is, column `tipo` of the table `enti`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TipoEnte {
    /// Municipality.
    Comune,
    /// Union of municipalities.
    Unione,
    /// Province.
    Provincia,
    /// Metropolitan city.
    CittaMetropolitana,
    /// Company.
    Azienda,
    /// Anything else.
    Altro,
}

words!(TipoEnte {
    Comune => "comune",
    Unione => "unione",
    Provincia => "provincia",
    CittaMetropolitana => "citta-metropolitana",
    Azienda => "azienda",
    Altro => "altro",
});

/// A public body, or a company that takes part in a project. One node under all its printed spellings.
#[derive(Clone, Debug, PartialEq)]
pub struct Ente<S: Stadio = Collegato> {
    /// Id.
    pub id: S::Chiave,
    /// Name as it should be read; in a draft, as it is printed there.
    pub nome: Detto<Testo>,
    /// Kind, told from the name unless an editor says it.
    pub tipo: Option<TipoEnte>,
    /// Address of its page.
    pub url: Testo,
    /// Other spellings that mean this body.
    pub alias: Vec<Detto<Testo>>,
    /// Code in the index of public administrations (IPA).
    pub codice_ipa: Option<Detto<Testo>>,
    /// Web site.
    pub sito: Option<Detto<Testo>>,
    /// Province it lies in.
    pub provincia: Option<Detto<Testo>>,
    /// Region it lies in.
    pub regione: Option<Detto<Testo>>,
    /// Where it is first named.
    pub origine: Origine,
}
