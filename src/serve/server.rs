use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::mpsc::Sender;
use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event as Sent, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::broadcast;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::BroadcastStream;

use super::address::{Answer, answer, is_own_host, media_type};
use super::watch::Event;
use super::{Settings, Snapshot};

/// How many ports are tried, from the one that was asked for.
const PORTS: u16 = 50;

/// The script that pages of the preview carry; it reloads a page whose bytes changed.
const SCRIPT: &str = include_str!("preview.js");

/// What the loop and the server share.
pub(super) struct Shared {
    snapshot: RwLock<Arc<Snapshot>>,
    changes: broadcast::Sender<String>,
}

impl Default for Shared {
    fn default() -> Self {
        Self {
            snapshot: RwLock::default(),
            changes: broadcast::Sender::new(16),
        }
    }
}

impl Shared {
    /// Shows a new site and tells the browsers which files changed.
    pub(super) fn show(&self, snapshot: Arc<Snapshot>, changes: &[String]) {
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = snapshot;
        // No browser is open, or all of them hear it.
        let _ = self.changes.send(changes.join("\n"));
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }
}

#[derive(Clone)]
struct Server {
    shared: Arc<Shared>,
    interface: Arc<str>,
}

/// Starts the server on the first free port, in threads of its own; yields its address. Ctrl-C sends [`Event::Stop`].
pub(super) fn start(settings: Settings, shared: Arc<Shared>, events: Sender<Event>) -> io::Result<String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let listener = runtime.block_on(bind(settings))?;
    let address = format!("http://{}", listener.local_addr()?);
    let server = Server {
        shared,
        interface: settings.interface.to_string().into(),
    };
    let router = Router::new()
        .route("/_vetrina/changes", get(changes))
        .route("/_vetrina/preview.js", get(script))
        .fallback(file)
        .layer(axum::middleware::from_fn_with_state(server.clone(), own_host_only))
        .with_state(server);
    std::thread::spawn(move || {
        runtime.block_on(async {
            tokio::select! {
                _ = axum::serve(listener, router) => {}
                _ = tokio::signal::ctrl_c() => {}
            }
        });
        // The loop may have ended already.
        let _ = events.send(Event::Stop);
    });
    Ok(address)
}

async fn bind(settings: Settings) -> io::Result<TcpListener> {
    let mut refused = io::Error::from(io::ErrorKind::AddrInUse);
    for port in settings.port..settings.port.saturating_add(PORTS) {
        match TcpListener::bind(SocketAddr::new(settings.interface, port)).await {
            Ok(listener) => return Ok(listener),
            Err(error) => refused = error,
        }
    }
    Err(refused)
}

async fn own_host_only(State(server): State<Server>, request: Request, next: axum::middleware::Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    if host.is_some_and(|host| is_own_host(host, &server.interface)) {
        next.run(request).await
    } else {
        StatusCode::MISDIRECTED_REQUEST.into_response()
    }
}

/// Tells a browser, line by line, which files changed, each time some do.
async fn changes(State(server): State<Server>) -> impl IntoResponse {
    let heard = BroadcastStream::new(server.shared.changes.subscribe());
    // A browser that was too slow to hear of some change takes it that everything changed.
    let sent = heard.map(|paths| Ok::<_, Infallible>(Sent::default().data(paths.unwrap_or_else(|_| "*".to_owned()))));
    Sse::new(sent).keep_alive(KeepAlive::default())
}

async fn script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, media_type("preview.js"))], SCRIPT)
}

async fn file(State(server): State<Server>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let snapshot = server.shared.snapshot();
    match answer(request.uri().path(), |path| snapshot.get(path).is_some()) {
        Answer::File(path) => respond(StatusCode::OK, &path, &snapshot),
        Answer::Folder(address) => Redirect::permanent(&address).into_response(),
        Answer::Nothing => respond(StatusCode::NOT_FOUND, "404.html", &snapshot),
    }
}

fn respond(status: StatusCode, path: &str, snapshot: &Snapshot) -> Response {
    let mut bytes = snapshot.get(path).unwrap_or_default().to_vec();
    if path.ends_with(".html") {
        bytes.extend_from_slice(b"<script src=\"/_vetrina/preview.js\" defer></script>\n");
    }
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(path)));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
