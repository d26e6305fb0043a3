//! The contract as data: which view each template is given, with every field, its kind and its meaning.

use std::any::type_name;
use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::{alias, catalogo, cerca, dati, documenti, enti, home, pagina, piani, progetti, temi, trasparenza};
use crate::render::SiteView;

/// What is promised of one template.
struct Promise {
    template: &'static str,
    /// The type of its view.
    view: &'static str,
    schema: fn(&mut SchemaGenerator) -> Schema,
}

fn promise<V: JsonSchema>(template: &'static str) -> Promise {
    Promise {
        template,
        view: type_name::<V>(),
        schema: SchemaGenerator::subschema_for::<V>,
    }
}

/// The templates that pages are made with, in the order of their names.
static PROMISES: LazyLock<Vec<Promise>> = LazyLock::new(|| {
    vec![
        promise::<pagina::PlainView<'_>>("404.html"),
        promise::<alias::AliasView<'_>>("alias.html"),
        promise::<catalogo::AnnoView<'_>>("catalogo/calendario.html"),
        promise::<catalogo::ElencoView<'_>>("catalogo/elenco.html"),
        promise::<catalogo::MeseView<'_>>("catalogo/mese.html"),
        promise::<catalogo::SchedaView<'_>>("catalogo/scheda.html"),
        promise::<cerca::CercaView<'_>>("cerca.html"),
        promise::<dati::DatiView<'_>>("dati/elenco.html"),
        promise::<dati::TabellaView<'_>>("dati/tabella.html"),
        promise::<documenti::DocumentoView<'_>>("documenti/documento.html"),
        promise::<documenti::DocumentiView<'_>>("documenti/elenco.html"),
        promise::<enti::EntiView<'_>>("enti/elenco.html"),
        promise::<enti::EnteView<'_>>("enti/ente.html"),
        promise::<home::HomeView<'_>>("home.html"),
        promise::<home::MappaView<'_>>("mappa.html"),
        promise::<pagina::PaginaView<'_>>("pagina.html"),
        promise::<piani::BilancioView<'_>>("piani/bilancio.html"),
        promise::<piani::ConfrontoView<'_>>("piani/confronto.html"),
        promise::<piani::ElencoView<'_>>("piani/elenco.html"),
        promise::<piani::LineaView<'_>>("piani/linea.html"),
        promise::<piani::ObiettivoView<'_>>("piani/obiettivo.html"),
        promise::<piani::PianoView<'_>>("piani/piano.html"),
        promise::<piani::ProgettoView<'_>>("piani/progetto.html"),
        promise::<piani::ScadenzeView<'_>>("piani/scadenze.html"),
        promise::<piani::UnitaView<'_>>("piani/unita.html"),
        promise::<progetti::ProgettoView<'_>>("progetti/progetto.html"),
        promise::<progetti::RegistroView<'_>>("progetti/registro.html"),
        promise::<pagina::PaginaView<'_>>("sezione.html"),
        promise::<temi::TassonomiaView<'_>>("temi/elenco.html"),
        promise::<temi::TermineView<'_>>("temi/termine.html"),
        promise::<trasparenza::TrasparenzaView<'_>>("trasparenza.html"),
    ]
});

/// Whether a template is given this view. A page that an editor wrote may ask for any template, and a theme may have
/// templates of its own.
pub(in crate::render) fn allows<V>(template: &str) -> bool {
    let promised = PROMISES.iter().find(|promise| promise.template == template);
    let by_editors = type_name::<pagina::PaginaView<'_>>();
    promised.is_none_or(|promise| promise.view == type_name::<V>() || type_name::<V>() == by_editors)
}

/// The JSON Schemas of all views: `templates` by name, `site` for what every template sees, `$defs` for what they share.
#[must_use]
pub fn schemas() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let templates = PROMISES.iter().map(|promise| {
        let schema = (promise.schema)(&mut generator);
        (promise.template.to_owned(), schema.to_value())
    });
    let templates: Map<String, Value> = templates.collect();
    let site = generator.subschema_for::<SiteView<'_>>();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "vetrina: views",
        "version": env!("CARGO_PKG_VERSION"),
        "templates": templates,
        "site": site.to_value(),
        "$defs": generator.take_definitions(true),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_explained() {
        let schemas = schemas();
        let mut fields = 0;
        for (name, view) in schemas["$defs"].as_object().unwrap() {
            assert!(view["description"].is_string(), "{name}");
            for (field, kind) in view["properties"].as_object().into_iter().flatten() {
                assert!(kind["description"].is_string(), "{name}.{field}");
                fields += 1;
            }
        }
        assert!(fields > 200, "{fields}");
    }

    #[test]
    fn a_view_belongs_to_its_template() {
        assert!(allows::<home::HomeView<'_>>("home.html"));
        assert!(!allows::<home::HomeView<'_>>("mappa.html"));
        assert!(allows::<pagina::PaginaView<'_>>("mappa.html"));
        assert!(allows::<home::HomeView<'_>>("mia.html"));
    }
}
