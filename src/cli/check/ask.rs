//! One question to another site: whether an address still leads to something.

use std::time::Duration;

use ureq::http::{Response, StatusCode, header};
use ureq::{Agent, Body, Error};
use url::Url;

/// How long an answer may take, with the way there.
const PATIENCE: Duration = Duration::from_secs(20);

/// How many redirects are followed.
const HOPS: usize = 10;

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Something is there.
    Here,
    /// It has moved for good, and is there.
    Moved(Url),
    /// The site answers, but does not let programs look.
    Closed(u16),
    /// Nothing to read is there.
    Broken(Why),
}

/// Why nothing is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The site says so.
    Status(u16),
    /// The site's name is not known.
    NoHost,
    /// Nobody takes the connection.
    NoConnection,
    /// No answer in time.
    Silence,
    /// The site cannot prove that it is itself.
    Certificate(String),
    /// Redirects without end.
    Circle,
    /// The answer is none.
    Garbled(String),
}

impl Why {
    /// Whether it says the same of every address of the site.
    pub(super) fn is_of_the_host(&self) -> bool {
        matches!(self, Self::NoHost | Self::NoConnection | Self::Certificate(_))
    }
}

/// Asks without cookies, without saying where the link stands, and with nothing but the address.
pub(super) struct Client(Agent);

impl Client {
    pub(super) fn new() -> Self {
        let config = Agent::config_builder()
            .user_agent(concat!("vetrina/", env!("CARGO_PKG_VERSION")))
            .timeout_global(Some(PATIENCE))
            .timeout_connect(Some(PATIENCE / 2))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build();
        Self(Agent::new_with_config(config))
    }

    /// Follows an address to where it leads.
    pub(super) fn ask(&self, url: &Url) -> Answer {
        let mut here = url.clone();
        let mut moved = None;
        let mut for_good = true;
        for _ in 0..=HOPS {
            let response = match self.look(&here) {
                Ok(response) => response,
                Err(error) => return Answer::Broken(why(&error)),
            };
            let status = response.status();
            let Some(next) = redirect(&here, &response) else {
                return weigh(status, moved);
            };
            for_good &= matches!(status.as_u16(), 301 | 308);
            if for_good {
                moved = Some(next.clone());
            }
            here = next;
        }
        Answer::Broken(Why::Circle)
    }

    /// The head of an answer; some sites answer only who wants the whole.
    fn look(&self, url: &Url) -> Result<Response<Body>, Error> {
        match self.0.head(url.as_str()).call() {
            Ok(response) if response.status().as_u16() < 400 => Ok(response),
            Err(error) if why(&error).is_of_the_host() => Err(error),
            _ => self.0.get(url.as_str()).call(),
        }
    }
}

/// Where an answer sends on to, without its fragment.
fn redirect(here: &Url, response: &Response<Body>) -> Option<Url> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let place = response.headers().get(header::LOCATION)?.to_str().ok()?;
    let mut next = here.join(place).ok()?;
    next.set_fragment(None);
    matches!(next.scheme(), "http" | "https").then_some(next)
}

fn weigh(status: StatusCode, moved: Option<Url>) -> Answer {
    match status.as_u16() {
        401 | 402 | 403 | 407 | 418 | 429 | 451 => Answer::Closed(status.as_u16()),
        200..=299 => moved.map_or(Answer::Here, Answer::Moved),
        other => Answer::Broken(Why::Status(other)),
    }
}

fn why(error: &Error) -> Why {
    match error {
        Error::HostNotFound => Why::NoHost,
        Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) | Error::ConnectionFailed => Why::NoConnection,
        Error::Timeout(_) => Why::Silence,
        Error::Tls(reason) => Why::Certificate((*reason).to_owned()),
        Error::Rustls(reason) => Why::Certificate(reason.to_string()),
        Error::Io(error) => of_io(error),
        other => Why::Garbled(other.to_string()),
    }
}

/// Errors of the secured connection come wrapped in those of the connection.
fn of_io(error: &std::io::Error) -> Why {
    use std::io::ErrorKind::{
        ConnectionRefused, HostUnreachable, InvalidData, NetworkUnreachable, TimedOut, WouldBlock,
    };
    match error.kind() {
        ConnectionRefused | HostUnreachable | NetworkUnreachable => Why::NoConnection,
        TimedOut | WouldBlock => Why::Silence,
        InvalidData => Why::Certificate(error.to_string()),
        _ => Why::Garbled(error.to_string()),
    }
}
