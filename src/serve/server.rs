use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::sse::{Event as Sent, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::BroadcastStream;

use super::Settings;
use super::address::is_own_host;
use super::board::Board;
use super::edition::Reply;
use super::report;
use super::state::{self, mark};
use super::watch::Event;
use crate::render::server::media_type;

/// How many ports are tried, from the one that was asked for.
const PORTS: u16 = 50;

/// What the address of a page's state begins with.
const STATE: &str = "/_vetrina/state";

/// The script that pages of the preview carry.
const SCRIPT: &str = include_str!("preview.js");

/// The looks of what the script adds to a page.
const STYLE: &str = include_str!("preview.css");

/// What a careful office's server sends: nothing inline, nothing from elsewhere. WebAssembly is the search's own.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

#[derive(Clone)]
struct Server {
    board: Arc<Board>,
    interface: Arc<str>,
}

/// Starts the server on the first free port, in threads of its own; yields its address. Ctrl-C sends [`Event::Stop`].
pub(super) fn start(settings: Settings, board: Arc<Board>, events: Sender<Event>) -> io::Result<String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let listener = runtime.block_on(bind(settings))?;
    let address = format!("http://{}", listener.local_addr()?);
    let router = router(Server {
        board,
        interface: settings.interface.to_string().into(),
    });
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

fn router(server: Server) -> Router {
    Router::new()
        .route("/_vetrina/", get(overview))
        .route("/_vetrina/changes", get(changes))
        .route("/_vetrina/state/", get(page_state))
        .route("/_vetrina/state/{*page}", get(page_state))
        .route("/_vetrina/preview.js", get(|| own("preview.js", SCRIPT)))
        .route("/_vetrina/preview.css", get(|| own("preview.css", STYLE)))
        .fallback(file)
        .layer(from_fn(with_policy))
        .layer(from_fn_with_state(server.clone(), own_host_only))
        .with_state(server)
}

async fn bind(settings: Settings) -> io::Result<TcpListener> {
    let mut refused = io::Error::from(io::ErrorKind::AddrInUse);
    for port in settings.port..=settings.port.saturating_add(PORTS) {
        match TcpListener::bind(SocketAddr::new(settings.interface, port)).await {
            Ok(listener) => return Ok(listener),
            Err(error) => refused = error,
        }
    }
    Err(refused)
}

async fn own_host_only(State(server): State<Server>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    if host.is_some_and(|host| is_own_host(host, &server.interface)) {
        next.run(request).await
    } else {
        StatusCode::MISDIRECTED_REQUEST.into_response()
    }
}

async fn with_policy(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// Tells a browser whenever something else is shown.
async fn changes(State(server): State<Server>) -> impl IntoResponse {
    // A browser that was too slow to hear of some change hears of the next.
    let heard = BroadcastStream::new(server.board.listen());
    let sent = heard.map(|_| Ok::<_, Infallible>(Sent::default().data("shown")));
    Sse::new(sent).keep_alive(KeepAlive::default())
}

/// The state of the page whose address follows.
async fn page_state(State(server): State<Server>, request: Request) -> Response {
    let path = request.uri().path();
    let address = path.strip_prefix(STATE).unwrap_or(path);
    let shown = server.board.shown();
    let state = state::State::of(address, &shown, server.board.language).await;
    match serde_json::to_vec(&state) {
        Ok(json) => ([(header::CONTENT_TYPE, media_type("state.json"))], json).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn overview(State(server): State<Server>, request: Request) -> impl IntoResponse {
    let query = request.uri().query().and_then(|query| query.strip_prefix("page="));
    // Addresses are made of letters, digits, hyphens and slashes; of these a form encodes the last.
    let address = query.unwrap_or_default().replace("%2F", "/");
    let shown = server.board.shown();
    let html = report::page(&shown, &address, server.board.language).await;
    ([(header::CONTENT_TYPE, media_type("index.html"))], html)
}

async fn own(name: &'static str, text: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, media_type(name))], text)
}

async fn file(State(server): State<Server>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let shown = server.board.shown();
    match shown.ask(request.uri().path()).await {
        Some(Reply::File(path, bytes)) => respond(StatusCode::OK, &path, bytes),
        Some(Reply::Folder(address)) => Redirect::permanent(&address).into_response(),
        Some(Reply::Missing(bytes)) => respond(StatusCode::NOT_FOUND, "404.html", bytes),
        None => respond(
            StatusCode::SERVICE_UNAVAILABLE,
            "index.html",
            report::nothing_yet(server.board.language).into_bytes(),
        ),
    }
}

/// A file as it stands in the site; a page also carries the preview's script, which knows which bytes it came with.
fn respond(status: StatusCode, path: &str, mut bytes: Vec<u8>) -> Response {
    if path.ends_with(".html") {
        let mark = if status.is_server_error() {
            String::new()
        } else {
            mark(&bytes)
        };
        let script = format!("<script src=\"/_vetrina/preview.js\" data-page=\"{mark}\" defer></script>\n");
        bytes.extend_from_slice(script.as_bytes());
    }
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    let kind = HeaderValue::from_static(media_type(path));
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}
