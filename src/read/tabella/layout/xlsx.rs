//! Office Open XML (ECMA-376 part 1, 18.3.1): `<col>` and `<row>` say `hidden`, whether by hand, in a group that is
//! folded away or by a filter; some programs give them no width or height instead.

use std::collections::HashMap;

use anyhow::{Result, anyhow, ensure};
use quick_xml::events::BytesStart;

use super::{Layout, Layouts, Parts, Tag, Walk, number, says};

/// The layouts of a workbook's sheets.
///
/// # Errors
/// Where the file is none.
pub(in super::super) fn layouts(bytes: &[u8]) -> Result<Layouts> {
    let mut parts = Parts::of(bytes)?;
    let workbook = workbook(&mut parts)?;
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let targets = targets(&mut parts, &format!("{folder}/_rels/{file}.rels"))?;
    let mut sheets = Vec::new();
    parts.walk(&workbook, |tag| {
        if let Tag::Opens(tag) = tag
            && tag.local_name().as_ref() == b"sheet"
        {
            sheets.push((says(tag, "name")?.unwrap_or_default(), relation(tag)?));
        }
        Ok(Walk::On)
    })?;
    let mut layouts = Layouts::new();
    for (name, relation) in sheets {
        let target = targets.get(&relation).ok_or_else(|| anyhow!("{relation}?"))?;
        if target.kind.ends_with("/worksheet") {
            let layout = layout(&mut parts, &below(folder, &target.path))?;
            layouts.insert(name, layout);
        }
    }
    Ok(layouts)
}

/// A part that another one names.
struct Target {
    kind: String,
    path: String,
}

/// What the parts that a part names are called there.
fn targets(parts: &mut Parts<'_>, path: &str) -> Result<HashMap<String, Target>> {
    let mut targets = HashMap::new();
    parts.walk(path.trim_start_matches('/'), |tag| {
        if let Tag::Opens(tag) = tag
            && tag.local_name().as_ref() == b"Relationship"
        {
            let text = |name| says(tag, name).map(Option::unwrap_or_default);
            let (kind, path) = (text("Type")?, text("Target")?);
            targets.insert(text("Id")?, Target { kind, path });
        }
        Ok(Walk::On)
    })?;
    Ok(targets)
}

/// The path of the part that names the sheets.
fn workbook(parts: &mut Parts<'_>) -> Result<String> {
    let targets = targets(parts, "_rels/.rels")?;
    let workbook = targets.into_values().find(|it| it.kind.ends_with("/officeDocument"));
    let workbook = workbook.ok_or_else(|| anyhow!("officeDocument?"))?;
    Ok(workbook.path.trim_start_matches('/').to_owned())
}

/// A path that starts at the file's root, or below a folder.
fn below(folder: &str, path: &str) -> String {
    match path.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("{folder}/{path}").trim_start_matches('/').to_owned(),
    }
}

/// The `id` by which a sheet names its part, whatever the prefix of its namespace.
fn relation(tag: &BytesStart<'_>) -> Result<String> {
    for attribute in tag.attributes() {
        let attribute = attribute?;
        if attribute.key.prefix().is_some() && attribute.key.local_name().as_ref() == b"id" {
            return Ok(String::from_utf8_lossy(&attribute.value).into_owned());
        }
    }
    Err(anyhow!("r:id?"))
}

fn layout(parts: &mut Parts<'_>, path: &str) -> Result<Layout> {
    let mut layout = Layout::default();
    let (mut next, mut complete) = (0, false);
    parts.walk(path, |tag| {
        match tag {
            Tag::Opens(tag) => match tag.local_name().as_ref() {
                b"col" => column(&mut layout, tag)?,
                b"row" => next = row(&mut layout, tag, next)?,
                _ => {}
            },
            Tag::Closes(name) if name.local_name().as_ref() == b"sheetData" => {
                complete = true;
                return Ok(Walk::Done);
            }
            Tag::Closes(_) => {}
        }
        Ok(Walk::On)
    })?;
    // Where no cells were found, nobody knows which are hidden.
    ensure!(complete, "{path}: sheetData?");
    layout.columns.settle();
    layout.rows.settle();
    Ok(layout)
}

fn column(layout: &mut Layout, tag: &BytesStart<'_>) -> Result<()> {
    let (Some(first), Some(last)) = (number(tag, "min")?, number(tag, "max")?) else {
        return Ok(());
    };
    if is_hidden(tag, "width")? {
        let count = last.saturating_sub(first).saturating_add(1);
        layout.columns.push(first.saturating_sub(1), count);
    }
    Ok(())
}

/// Notes a row; which one comes next where it does not say its number.
fn row(layout: &mut Layout, tag: &BytesStart<'_>, next: u32) -> Result<u32> {
    let here = number(tag, "r")?.map_or(next, |row| row.saturating_sub(1));
    if is_hidden(tag, "ht")? {
        layout.rows.push(here, 1);
    }
    Ok(here.saturating_add(1))
}

fn is_hidden(tag: &BytesStart<'_>, size: &str) -> Result<bool> {
    let said = says(tag, "hidden")?.is_some_and(|said| ["1", "true"].contains(&said.trim()));
    let size = says(tag, size)?.and_then(|size| size.trim().parse::<f64>().ok());
    Ok(said || size == Some(0.0))
}
