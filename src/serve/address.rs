/// What answers at an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// A file of the snapshot.
    File(String),
    /// The same address with a final `/`.
    Folder(String),
    /// Nothing.
    Nothing,
}

/// Finds what answers at the path of a request, among the paths that `has` knows. A path is only ever looked up, never
/// opened, so none can lead out of the site.
pub(super) fn answer(path: &str, has: impl Fn(&str) -> bool) -> Answer {
    let below = path.trim_start_matches('/');
    let index = format!("{below}index.html");
    if (below.is_empty() || below.ends_with('/')) && has(&index) {
        return Answer::File(index);
    }
    if has(below) {
        return Answer::File(below.to_owned());
    }
    if has(&format!("{below}/index.html")) {
        return Answer::Folder(format!("/{below}/"));
    }
    Answer::Nothing
}

/// Whether a `Host` header names this machine: a page elsewhere whose name was bound to our address must not read the
/// preview.
pub(super) fn is_own_host(host: &str, interface: &str) -> bool {
    let name = host
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
    let name = name.map_or(host, |(name, _)| name);
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    ["localhost", "127.0.0.1", "::1", interface].contains(&bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str) -> Answer {
        answer(path, |path| {
            ["index.html", "catalogo/index.html", "dati/enti.csv"].contains(&path)
        })
    }

    #[test]
    fn addresses_lead_to_files_of_the_snapshot_only() {
        assert_eq!(at("/"), Answer::File("index.html".to_owned()));
        assert_eq!(at("/catalogo/"), Answer::File("catalogo/index.html".to_owned()));
        assert_eq!(at("/catalogo"), Answer::Folder("/catalogo/".to_owned()));
        assert_eq!(at("/dati/enti.csv"), Answer::File("dati/enti.csv".to_owned()));
        assert_eq!(at("/dati/"), Answer::Nothing);
        assert_eq!(at("/../etc/passwd"), Answer::Nothing);
    }

    #[test]
    fn only_the_names_of_this_machine_are_answered() {
        for host in ["localhost:1111", "127.0.0.1:1111", "[::1]:1111", "192.168.1.5:1111"] {
            assert!(is_own_host(host, "192.168.1.5"), "{host}");
        }
        assert!(!is_own_host("esempio.it:1111", "127.0.0.1"));
        assert!(!is_own_host("127.0.0.1.esempio.it", "127.0.0.1"));
    }
}
