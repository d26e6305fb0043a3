use std::borrow::Cow;

use super::Facts;
use crate::diag::register::output::FILE_NON_FATTO;
use crate::diag::{Diagnostic, Reported};
use crate::export::{self, Context, Export};
use crate::write::{Made, Output};

/// Lists every file of the site and hands the list on.
pub(super) fn plan<T>(facts: &Facts, receive: impl FnOnce(&[Box<dyn Output + '_>]) -> T) -> Reported<Option<T>> {
    let context = Context {
        graph: &facts.graph,
        config: &facts.config,
        date: facts.date,
    };
    let outputs: Vec<_> = data(context).collect();
    Reported::clean(Some(receive(&outputs)))
}

/// The open data and calendars.
fn data<'g>(context: Context<'g>) -> impl Iterator<Item = Box<dyn Output + 'g>> {
    export::plan(&context)
        .into_iter()
        .map(move |export| -> Box<dyn Output + 'g> {
            Box::new(Data {
                path: export.path(&context),
                export,
                context,
            })
        })
}

/// A file of the open data, made when asked for.
struct Data<'g> {
    path: String,
    export: Export,
    context: Context<'g>,
}

impl Output for Data<'_> {
    fn path(&self) -> &str {
        &self.path
    }

    fn bytes(&self) -> Made<'_> {
        self.export.render(&self.context).map(Cow::Owned).map_err(|error| {
            let finding = Diagnostic::new(&FILE_NON_FATTO);
            vec![finding.with("file", &self.path).with("motivo", format!("{error:#}"))]
        })
    }
}
