use super::Tipo;
use super::documento::MADE;
use crate::model::{
    Assegnazione, Attivita, Bozza, Contatto, Documento, Ente, Fase, Indicatore, LineaStrategica, Obiettivo, Partner,
    Piano, Progetto, Scadenza, Scheda, Unita, VoceBilancio,
};
use crate::read::record::{Record, Shape};

/// The keys that a thing takes, and the lists of things below it.
#[derive(Clone, Debug)]
pub struct Form {
    /// Key that it stands under; empty for the thing that a file describes.
    pub key: &'static str,
    /// Its own keys.
    pub shape: Shape,
    /// Key whose place `title` takes; empty where none does.
    pub name: &'static str,
    /// The lists below it.
    pub lists: Vec<Form>,
}

impl Form {
    fn list<T: Record>(key: &'static str) -> Self {
        Self {
            key,
            shape: Shape::of::<T>(),
            name: "",
            lists: Vec::new(),
        }
    }

    fn file<T: Record>(name: &'static str) -> Self {
        Self {
            name,
            ..Self::list::<T>("")
        }
    }

    fn with(self, lists: Vec<Form>) -> Self {
        Self { lists, ..self }
    }
}

impl Tipo {
    /// What the file of this kind takes; nothing for a plain page.
    #[must_use]
    pub fn form(self) -> Option<Form> {
        Some(match self {
            Self::Pagina => return None,
            Self::Ente => Form::file::<Ente<Bozza>>("nome"),
            Self::Scheda => Form::file::<Scheda<Bozza>>("titolo").with(vec![Form::list::<Contatto<Bozza>>("contatti")]),
            Self::Piano => Form::file::<Piano<Bozza>>("titolo").with(below_piano()),
            Self::Unita => Form::file::<Unita<Bozza>>("nome"),
            Self::Linea => Form::file::<LineaStrategica<Bozza>>("titolo"),
            Self::Progetto => Form::file::<Progetto<Bozza>>("titolo").with(below_progetto()),
            Self::Obiettivo => Form::file::<Obiettivo<Bozza>>("titolo").with(below_obiettivo()),
            Self::Documento => {
                let form = Form::file::<Documento<Bozza>>("titolo");
                Form {
                    shape: form.shape.without(&MADE, &["file"]),
                    ..form
                }
            }
            Self::Attivita => Form::file::<Attivita<Bozza>>("descrizione"),
        })
    }
}

fn below_piano() -> Vec<Form> {
    vec![
        Form::list::<Unita<Bozza>>("unita"),
        Form::list::<LineaStrategica<Bozza>>("linee_strategiche"),
        Form::list::<Progetto<Bozza>>("progetti").with(below_progetto()),
        Form::list::<Obiettivo<Bozza>>("obiettivi").with(below_obiettivo()),
        Form::list::<Indicatore<Bozza>>("indicatori"),
        Form::list::<Partner<Bozza>>("partner"),
        Form::list::<Attivita<Bozza>>("attivita"),
        Form::list::<Scadenza<Bozza>>("scadenze"),
        Form::list::<Contatto<Bozza>>("contatti"),
    ]
}

fn below_progetto() -> Vec<Form> {
    vec![
        Form::list::<Fase<Bozza>>("fasi"),
        Form::list::<Assegnazione<Bozza>>("assegnazioni"),
        Form::list::<VoceBilancio<Bozza>>("bilancio"),
        Form::list::<Obiettivo<Bozza>>("obiettivi").with(below_obiettivo()),
    ]
}

fn below_obiettivo() -> Vec<Form> {
    vec![
        Form::list::<Fase<Bozza>>("fasi"),
        Form::list::<Indicatore<Bozza>>("indicatori"),
        Form::list::<Assegnazione<Bozza>>("assegnazioni"),
    ]
}
