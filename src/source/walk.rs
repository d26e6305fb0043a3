//! Finding and reading the files of a site. With `write`, `serve` and `cli` the only code that touches the disk.
