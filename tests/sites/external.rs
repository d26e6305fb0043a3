//! `check --external`: every address of other sites is asked once, and what is wrong with it is told wherever the link
//! stands. The other site is this machine.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use super::site::{Run, Site};

/// What was asked: the first line and the other lines of each request.
type Requests = Arc<Mutex<Vec<(String, Vec<String>)>>>;

/// A site that has some pages and has lost others.
struct Other {
    host: String,
    asked: Requests,
}

impl Other {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = listener.local_addr().unwrap().to_string();
        let asked = Requests::default();
        let heard = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming() {
                answer(&stream.unwrap(), &heard);
            }
        });
        Self { host, asked }
    }

    fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap();
        let mut lines: Vec<String> = asked.iter().map(|(line, _)| line.clone()).collect();
        lines.sort();
        lines
    }
}

fn answer(mut stream: &TcpStream, heard: &Requests) {
    let mut lines = BufReader::new(stream).lines().map(Result::unwrap);
    let first = lines.next().unwrap_or_default();
    let rest: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    let request = first.trim_end_matches(" HTTP/1.1").to_owned();
    let answer = match request.as_str() {
        "HEAD /ok" | "GET /solo-get" => "200 OK",
        "HEAD /solo-get" => "405 Method Not Allowed",
        "HEAD /spostata" => "301 Moved Permanently\r\nLocation: /ok",
        "HEAD /per-ora" => "302 Found\r\nLocation: /ok",
        "HEAD /verso-niente" => "302 Found\r\nLocation: /niente",
        "HEAD /giro" => "307 Temporary Redirect\r\nLocation: /giro",
        "HEAD /riservata" | "GET /riservata" => "403 Forbidden",
        "HEAD /tolta" | "GET /tolta" => "410 Gone",
        "HEAD /guasta" | "GET /guasta" => "503 Service Unavailable",
        _ => "404 Not Found",
    };
    heard.lock().unwrap().push((request, rest));
    let head = format!("HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
}

fn site(text: &str) -> Site {
    Site::of(&[
        ("vetrina.yaml", "title: Prova\nsearch: false\n"),
        ("content/nota.md", &format!("---\ntitle: Nota\n---\n{text}")),
    ])
}

fn check(site: &Site) -> Run {
    site.run(&["check", "--external", "--message-format", "short"])
}

#[test]
fn what_leads_nowhere_is_told_at_every_place_where_it_stands() {
    let other = Other::new();
    let host = &other.host;
    let site = site(&format!(
        "[a](http://{host}/ok) [b](http://{host}/solo-get) [c](http://{host}/niente#x)\n[d](http://{host}/tolta) \
         <http://{host}/guasta> [e](http://{host}/verso-niente)\n[f](http://{host}/giro) [g][g] [g]\n\n[g]: \
         http://{host}/niente\n"
    ));
    site.write(
        "content/catalogo/orti.md",
        format!("---\ntype: scheda\ntitle: Orti\nente: Comune di Prova\ndescrizione: Si veda [qui](http://{host}/niente).\n---\n"),
    );
    site.write(
        "content/enti/prova.md",
        format!("---\ntype: ente\nnome: Comune di Prova\nsito: http://{host}/niente\n---\n"),
    );
    let run = check(&site);
    assert_eq!(run.exit, 0, "a warning: {}", run.said);
    for said in [
        "content/nota.md:4:".to_owned(),
        format!("«http://{host}/niente#x» non porta da nessuna parte: la pagina non c’è (404)"),
        format!(
            "content/nota.md:5:5: avviso[collegamento-rotto]: «http://{host}/tolta» non porta da nessuna parte: la pagina è stata tolta (410)"
        ),
        format!("«http://{host}/guasta» non porta da nessuna parte: il sito è guasto (503)"),
        format!("«http://{host}/verso-niente» non porta da nessuna parte: la pagina non c’è (404)"),
        format!(
            "content/nota.md:6:5: avviso[collegamento-rotto]: «http://{host}/giro» non porta da nessuna parte: il sito rimanda in tondo"
        ),
        "content/nota.md:8:6: avviso[collegamento-rotto]".to_owned(),
        "content/catalogo/orti.md:5:28: avviso[collegamento-rotto]".to_owned(),
        "content/enti/prova.md:4:7: avviso[collegamento-rotto]".to_owned(),
        "indirizzi di altri siti: 7; collegamenti ignorati: 0".to_owned(),
    ] {
        assert!(run.said.contains(&said), "{said}\n{}", run.said);
    }
    assert_eq!(run.said.matches("collegamento-rotto").count(), 8, "{}", run.said);
    let asked = other.asked();
    assert_eq!(asked.iter().filter(|line| *line == "HEAD /ok").count(), 1, "{asked:?}");
    assert!(asked.contains(&"GET /solo-get".to_owned()), "{asked:?}");
    assert_eq!(site.run(&["check", "--external", "--fail-on", "warning"]).exit, 1);
}

#[test]
fn links_stand_in_templates_and_settings_too() {
    let other = Other::new();
    let host = &other.host;
    let site = site("Niente.\n");
    site.write(
        "vetrina.yaml",
        format!("title: Prova\nsearch: false\ntheme: mio\npublisher:\n  name: Comune\n  url: http://{host}/ente\n"),
    );
    site.write(
        "themes/mio/templates/parts/footer.html",
        format!("<footer><a class=\"x\" href=\"http://{host}/piede\">A</a><a href=\"http://{host}/{{{{ site.title }}}}\">B</a></footer>\n"),
    );
    let run = check(&site);
    assert_eq!(run.exit, 0, "{}", run.said);
    for said in [
        "vetrina.yaml:6:8: avviso[collegamento-rotto]",
        "themes/mio/templates/parts/footer.html:1:28: avviso[collegamento-rotto]",
        "indirizzi di altri siti: 2; collegamenti ignorati: 0",
    ] {
        assert!(run.said.contains(said), "{said}\n{}", run.said);
    }
}

#[test]
fn what_has_moved_for_good_or_cannot_be_looked_at_is_worth_a_note() {
    let other = Other::new();
    let host = &other.host;
    let site = site(&format!(
        "[a](http://{host}/spostata)\n[b](http://{host}/per-ora)\n[c](http://{host}/riservata)\n[d](http://127.0.0.1:99999/)\n"
    ));
    let run = site.run(&["check", "--external", "--fail-on", "warning"]);
    assert!(run.said.contains("nota[collegamento-spostato]"), "{}", run.said);
    assert!(run.said.contains(&format!("ora è http://{host}/ok")), "{}", run.said);
    assert_eq!(run.said.matches("collegamento-spostato").count(), 1, "{}", run.said);
    assert!(run.said.contains("nota[collegamento-chiuso]") && run.said.contains("il sito risponde 403"));
    assert!(run.said.contains("avviso[indirizzo-malformato]"), "{}", run.said);
}

#[test]
fn a_site_that_takes_no_connection_is_asked_once() {
    let host = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let run = check(&site(&format!("[a](http://{host}/a) [b](http://{host}/b)\n")));
    let said = "il sito non accetta connessioni";
    assert_eq!(run.said.matches(said).count(), 2, "{}", run.said);
}

#[test]
fn nothing_but_the_address_is_sent_and_only_when_asked_for() {
    let other = Other::new();
    let host = &other.host;
    let site = site(&format!("[a](http://ugo:segreto@{host}/ok?x=1#y)\n"));
    for args in [&["build"][..], &["check"]] {
        assert_eq!(site.run(args).exit, 0);
        assert!(other.asked().is_empty(), "{args:?}");
    }
    check(&site);
    let asked = other.asked.lock().unwrap();
    let (first, headers) = asked.first().unwrap();
    assert_eq!(first, "HEAD /ok?x=1");
    let agent = format!("user-agent: vetrina/{}", env!("CARGO_PKG_VERSION"));
    assert!(
        headers.iter().any(|line| line.eq_ignore_ascii_case(&agent)),
        "{headers:?}"
    );
    let told = headers.iter().map(|line| line.to_lowercase());
    let private = ["referer", "cookie", "authorization", "from:"];
    assert!(
        !told
            .clone()
            .any(|line| private.iter().any(|name| line.starts_with(name))),
        "{headers:?}"
    );
}

#[test]
fn addresses_that_the_settings_ignore_are_not_asked_for() {
    let other = Other::new();
    let host = &other.host;
    let site = site(&format!("[a](http://{host}/niente) [b](http://{host}/ok)\n"));
    site.write(
        "vetrina.yaml",
        format!(
            "title: Prova\nsearch: false\ncheck:\n  ignore:\n    - \"http://*/niente\"\n    - \"http://{host}/mai\"\n"
        ),
    );
    let run = check(&site);
    assert_eq!(other.asked(), ["HEAD /ok"]);
    assert!(
        run.said
            .contains("indirizzi di altri siti: 1; collegamenti ignorati: 1"),
        "{}",
        run.said
    );
    assert!(
        run.said.contains("vetrina.yaml:6:7: avviso[ignora-a-vuoto]"),
        "{}",
        run.said
    );
}
