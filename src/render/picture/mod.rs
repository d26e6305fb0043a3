//! Pictures drawn at build time, as SVG: bars of a Gantt chart and bars of amounts.
//!
//! A picture is always one cell of a table whose other cells say the same in words, so it is hidden from assistive
//! technology and nothing depends on it. Geometry stands in attributes, looks in the stylesheet (no inline style).

mod bar;
mod gantt;

pub use bar::amount_bar;
pub use gantt::{Rows, Scale, Tick};
