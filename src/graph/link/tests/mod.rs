mod corrections;
mod enti;
mod names;
mod references;
mod tassonomie;

use std::sync::Arc;

use super::{Draft, EDITORS, Inputs, link};
use crate::config::Config;
use crate::diag::Language;
use crate::graph::Graph;
use crate::model::{Bozza, Bozze, Comuni, Detto, Ente, Origine, Pagina, Piano, Riferimento, Scheda, Testo, TipoPiano};
use crate::read::{Document, Hints, reader};
use crate::source::{FileId, SourceFile, SourceMap, Span};

/// A small site, made fact by fact.
#[derive(Default)]
pub(crate) struct Sito {
    sources: SourceMap,
    pagine: Vec<Arc<Pagina>>,
    drafts: Vec<Draft>,
}

impl Sito {
    /// Adds a section with its document.
    pub(crate) fn document(self, section: &str, reader: &'static str, bozze: impl FnOnce(&Text) -> Bozze) -> Self {
        self.file(
            &format!("{section}/_index.md"),
            &format!("seeds/{section}.txt"),
            reader,
            bozze,
        )
    }

    /// Adds a page with facts in its front matter.
    pub(crate) fn page(self, path: &str, bozze: impl FnOnce(&Text) -> Bozze) -> Self {
        self.file(path, &format!("content/{path}"), EDITORS, bozze)
    }

    /// Adds a section whose document is this text, read by the reader of its form.
    pub(crate) fn printed(mut self, section: &str, form: &str, hints: &Hints, text: &str) -> Self {
        let page = self.text(&format!("content/{section}/_index.md"), "---\n---\n");
        let path = format!("seeds/{section}.txt");
        let file = self.text(&path, text);
        let reader = reader(form).unwrap();
        let read = reader.read(Document { file, text, hints });
        self.join(
            pagina(&format!("{section}/_index.md"), page),
            (&path, file),
            reader.name(),
            read.value,
        )
    }

    fn file(mut self, page: &str, path: &str, reader: &'static str, bozze: impl FnOnce(&Text) -> Bozze) -> Self {
        let content = format!("content/{page}");
        let in_page = self.text(&content, "---\n---\n");
        let file = match path == content {
            true => in_page,
            false => self.text(path, "prima riga\nseconda\nterza\n"),
        };
        self.join(pagina(page, in_page), (path, file), reader, bozze(&Text(file)))
    }

    fn text(&mut self, path: &str, text: &str) -> FileId {
        self.sources.add(Arc::new(SourceFile::new(path, text)))
    }

    fn join(mut self, page: Pagina, (path, file): (&str, FileId), reader: &'static str, bozze: Bozze) -> Self {
        self.pagine.push(Arc::new(page));
        self.drafts.push(Draft {
            file,
            path: path.into(),
            sha256: "00".into(),
            reader,
            pagina: self.pagine.len() - 1,
            bozze: Arc::new(bozze),
        });
        self
    }

    /// Changes the front matter of the page added last.
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Pagina, &Text)) -> Self {
        let page = Arc::make_mut(self.pagine.last_mut().unwrap());
        let text = Text(page.file);
        change(page, &text);
        self
    }

    /// The graph and the messages.
    pub(crate) fn link(self) -> (Graph, Vec<String>) {
        self.link_with(&Config::default())
    }

    /// The graph and the messages under these settings.
    pub(crate) fn link_with(self, config: &Config) -> (Graph, Vec<String>) {
        let inputs = Inputs {
            sources: Arc::new(self.sources),
            pagine: self.pagine,
            drafts: self.drafts,
            ..Inputs::default()
        };
        let linked = link(inputs, config);
        let messages = linked.problems.iter().map(|problem| {
            let (id, message) = (problem.code.id, problem.message(Language::It));
            let mut line = format!("{id}: {message}");
            for more in [problem.label(Language::It), problem.related_label(Language::It)] {
                if !more.is_empty() {
                    line += &format!(" | {more}");
                }
            }
            line
        });
        (linked.value, messages.collect())
    }

    /// The graph, when nothing was to be reported.
    pub(crate) fn graph(self) -> Graph {
        let (graph, messages) = self.link();
        assert_eq!(messages, Vec::<String>::new());
        graph
    }
}

fn pagina(path: &str, file: FileId) -> Pagina {
    Pagina {
        file,
        percorso: path.into(),
        sezione: path.ends_with("_index.md"),
        lingua: None,
        comuni: Comuni::default(),
        sorgente: None,
        allegato: None,
        correzioni: Vec::new(),
        monitoraggio: Vec::new(),
        etichette: Vec::new(),
        recapiti: Vec::new(),
        illustrata: false,
        corpo: Span::new(file, 0, 0),
    }
}

/// Makes drafts that stand in one file.
pub(crate) struct Text(FileId);

impl Text {
    pub(crate) fn span(&self) -> Span {
        Span::new(self.0, 0, 5)
    }

    pub(crate) fn says(&self, text: &str) -> Detto<Testo> {
        Detto::new(text.into(), self.span())
    }

    pub(crate) fn means(&self, text: &str) -> Riferimento {
        Riferimento::scritto(self.says(text))
    }

    pub(crate) fn origin(&self) -> Origine {
        Origine::letta(self.span())
    }

    pub(crate) fn ente(&self, nome: &str, alias: &[&str]) -> Ente<Bozza> {
        Ente {
            id: None,
            nome: self.says(nome),
            tipo: None,
            url: Testo::new(),
            alias: alias.iter().map(|alias| self.says(alias)).collect(),
            codice_ipa: None,
            sito: None,
            provincia: None,
            regione: None,
            origine: self.origin(),
        }
    }

    pub(crate) fn scheda(&self, ente: &str, numero: Option<u32>, titolo: &str) -> Scheda<Bozza> {
        Scheda {
            id: None,
            ente: self.means(ente),
            numero,
            titolo: self.says(titolo),
            ospitante: None,
            ufficio: None,
            descrizione: None,
            modalita: None,
            partecipanti: Default::default(),
            partecipanti_testo: None,
            giornate: Default::default(),
            durata_testo: None,
            url: Testo::new(),
            origine: self.origin(),
        }
    }

    pub(crate) fn piano(&self, titolo: &str) -> Piano<Bozza> {
        Piano {
            id: None,
            ente: None,
            titolo: self.says(titolo),
            tipo: TipoPiano::Peg,
            inizio: None,
            fine: None,
            url: Testo::new(),
            costo: None,
            programma: None,
            cup: None,
            atto: None,
            origine: self.origin(),
        }
    }
}

/// The ids of nodes, in order.
macro_rules! ids {
    ($nodes:expr) => {
        $nodes.iter().map(|node| node.id.as_str()).collect::<Vec<_>>()
    };
}
pub(crate) use ids;
