//! Pages of docs/ whose lower part is made from the code.

use std::fs;
use std::path::Path;

/// Holds what stands below a mark on a page to what the code makes of it. With `RENEW` set it is written anew; `filter`
/// names the tests that do so.
pub(crate) fn hold(page: &str, mark: &str, made: &str, filter: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let text = fs::read_to_string(&path).unwrap();
    let (written, _) = text.split_once(mark).unwrap();
    let fresh = format!("{written}{mark}\n\n{made}");
    if std::env::var_os("RENEW").is_some() {
        fs::write(&path, &fresh).unwrap();
        return;
    }
    assert!(
        text == fresh,
        "{page} is no longer what the code says; RENEW=1 cargo test --test tidy {filter} writes it anew"
    );
}
