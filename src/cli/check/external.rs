//! Links to other sites: each address is asked once, several sites at a time, one address of a site after the other.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use url::Url;

use super::ask::{Answer, Client, Why};
use crate::cli::voice::Voice;
use crate::diag::register::collegamenti::{
    COLLEGAMENTO_CHIUSO, COLLEGAMENTO_ROTTO, COLLEGAMENTO_SPOSTATO, IGNORA_A_VUOTO, INDIRIZZO_MALFORMATO,
};
use crate::diag::{Diagnostic, Language};
use crate::pipeline::Facts;
use crate::source::Span;

/// How many sites are asked at a time.
const AT_A_TIME: usize = 8;

/// What a run asked and found.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// How many addresses were asked.
    pub(super) addresses: usize,
    /// How many stand in texts and are ignored on purpose.
    pub(super) ignored: usize,
    /// The findings, at every place where a link stands.
    pub(super) found: Vec<Diagnostic>,
}

/// Asks for every link to another site that pages have. What may not be published is not asked for
/// either.
pub(super) fn ask(facts: &Facts, progress: &(dyn Fn() + Sync), interrupted: &AtomicBool) -> Asked {
    let mut asked = Asked::default();
    let (kept, ignored): (Vec<_>, Vec<_>) = facts
        .links_to_others()
        .into_iter()
        .partition(|link| !facts.config.check.is_ignored(link));
    asked.ignored = ignored.len();
    for pattern in &facts.config.check.ignore {
        if !ignored.iter().any(|link| pattern.matches(link)) {
            let idle = Diagnostic::new(&IGNORA_A_VUOTO).at(pattern.place());
            asked.found.push(idle.with("indirizzo", pattern.text()));
        }
    }
    let mut places: BTreeMap<Url, Vec<(Span, String)>> = BTreeMap::new();
    for link in kept
        .into_iter()
        .filter(|link| facts.withheld.redact(link, "") == link.as_str())
    {
        match address(&link) {
            Some(url) => places.entry(url).or_default().push((link.span, link.value.to_string())),
            None => asked.found.push(
                Diagnostic::new(&INDIRIZZO_MALFORMATO)
                    .at(link.span)
                    .with("indirizzo", &link.value),
            ),
        }
    }
    asked.addresses = places.len();
    let answers = answers(places.keys(), progress, interrupted);
    for (url, answer) in &answers {
        let places = places.get(url).map_or(&[][..], Vec::as_slice);
        asked
            .found
            .extend(places.iter().filter_map(|place| finding(place, answer)));
    }
    asked
}

/// What is asked for: the address without its fragment, and without a name and password that somebody wrote into it.
fn address(written: &str) -> Option<Url> {
    let mut url = Url::parse(written).ok().filter(Url::has_host)?;
    url.set_fragment(None);
    // Neither fails for an address with a host.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    Some(url)
}

/// The answers of all sites. Whoever asks a site asks it for all its addresses, one after the other.
fn answers<'u>(
    addresses: impl Iterator<Item = &'u Url>,
    progress: &(dyn Fn() + Sync),
    interrupted: &AtomicBool,
) -> BTreeMap<&'u Url, Answer> {
    let mut sites: BTreeMap<String, Vec<&Url>> = BTreeMap::new();
    for url in addresses {
        sites
            .entry(url[..url::Position::BeforePath].to_owned())
            .or_default()
            .push(url);
    }
    let sites: Vec<Vec<&Url>> = sites.into_values().collect();
    let client = Client::new();
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(BTreeMap::new());
    let work = || {
        while let Some(site) = sites.get(next.fetch_add(1, Ordering::Relaxed)) {
            let of_site = ask_site(&client, site, progress, interrupted);
            answers.lock().unwrap_or_else(PoisonError::into_inner).extend(of_site);
        }
    };
    thread::scope(|scope| {
        for _ in 0..AT_A_TIME.min(sites.len()) {
            scope.spawn(work);
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn ask_site<'u>(
    client: &Client,
    site: &[&'u Url],
    progress: &(dyn Fn() + Sync),
    interrupted: &AtomicBool,
) -> Vec<(&'u Url, Answer)> {
    let mut answers = Vec::new();
    let mut gone: Option<Answer> = None;
    for url in site.iter().take_while(|_| !interrupted.load(Ordering::Relaxed)) {
        let answer = gone.clone().unwrap_or_else(|| client.ask(url));
        progress();
        if matches!(&answer, Answer::Broken(why) if why.is_of_the_host()) {
            gone = Some(answer.clone());
        }
        answers.push((*url, answer));
    }
    answers
}

fn finding((place, written): &(Span, String), answer: &Answer) -> Option<Diagnostic> {
    let about = |code| Diagnostic::new(code).at(*place).with("indirizzo", written);
    Some(match answer {
        Answer::Here => return None,
        Answer::Moved(new) => about(&COLLEGAMENTO_SPOSTATO).with("nuovo", new),
        Answer::Closed(status) => about(&COLLEGAMENTO_CHIUSO).with("stato", status),
        Answer::Broken(why) => {
            let (it, en) = reason(why);
            about(&COLLEGAMENTO_ROTTO).with_words("perche", it, en)
        }
    })
}

/// Says how much was asked.
pub(super) fn words(voice: &Voice, asked: &Asked) -> String {
    let (addresses, ignored) = (asked.addresses, asked.ignored);
    match voice.language {
        Language::It => format!("indirizzi di altri siti: {addresses}; collegamenti ignorati: {ignored}"),
        Language::En => format!("addresses of other sites: {addresses}; links ignored: {ignored}"),
    }
}

fn reason(why: &Why) -> (String, String) {
    let both = |it: &str, en: &str| (it.to_owned(), en.to_owned());
    match why {
        Why::Status(404) => both("la pagina non c’è (404)", "the page is not there (404)"),
        Why::Status(410) => both("la pagina è stata tolta (410)", "the page has been removed (410)"),
        Why::Status(status @ 500..) => (
            format!("il sito è guasto ({status})"),
            format!("the site is out of order ({status})"),
        ),
        Why::Status(status) => (
            format!("il sito risponde {status}"),
            format!("the site answers {status}"),
        ),
        Why::NoHost => both("non c’è un sito con questo nome", "there is no site of this name"),
        Why::NoConnection => both("il sito non accetta connessioni", "the site takes no connection"),
        Why::Silence => both("il sito non risponde in tempo", "the site does not answer in time"),
        Why::Certificate(reason) => (
            format!("il certificato del sito non è valido, o la connessione sicura non riesce ({reason})"),
            format!("the certificate of the site is not valid, or the secured connection fails ({reason})"),
        ),
        Why::Circle => both("il sito rimanda in tondo", "the site redirects in a circle"),
        Why::Garbled(reason) => (
            format!("la risposta non si capisce ({reason})"),
            format!("the answer cannot be understood ({reason})"),
        ),
    }
}
