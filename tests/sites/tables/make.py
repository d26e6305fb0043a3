"""Makes the spreadsheets of these tests: `python3 tests/sites/tables/make.py` (needs openpyxl and odfpy).

The same plan and the same catalogue as .xlsx and as .ods, and a broken one for each fixture of `errors/`.
"""

import datetime
import pathlib

import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import Table, TableCell, TableColumn, TableRow, TableRowGroup
from odf.text import P

HERE = pathlib.Path(__file__).parent
ERRORS = HERE.parent / "errors"
DAY = datetime.date


class Shown:
    """A number with the format that a cell shows it by."""

    def __init__(self, number, form):
        self.number, self.form = number, form


class Formula:
    """A formula with the result that the program saved."""

    def __init__(self, text, result):
        self.text, self.result = text, result


PLAN = {
    "Enti": [["nome"], ["Comune di Borgo"]],
    "Piani": [
        ["titolo", "id", "ente", "tipo", "inizio", "fine"],
        ["PEG 2025", "peg-2025", "Comune di Borgo", "peg", DAY(2025, 1, 1), "31 dicembre 2025"],
    ],
    "Unità": [
        ["piano", "codice", "nome", "tipo", "responsabile"],
        ["peg-2025", "01", "Ragioneria", "settore", "Anna Verdi"],
        ["peg-2025", Shown(2, "00"), "Scuola", "settore", None],
    ],
    "Obiettivi": [
        ["codice", "piano", "titolo", "tipo", "unita", "peso_fasi", "peso_indicatori", "descrizione"],
        ["OB_1", "peg-2025", "Pagare prima", "miglioramento", "Ragioneria", Shown(0.6, "0%"), 40, "Tempi:\n- fatture\n- *mandati*"],
        ["OB_2", "peg-2025", "Bilancio chiaro", "ordinario", "01", None, None, None],
        ["OB_3", "peg-2025", "Nidi aperti", "prioritario", "Scuola", 100, None, "Una sede\nper quartiere"],
        ["OB_4", "peg-2025", "Mense a chilometro zero", "ordinario", "02", None, None, None],
        ["OB_5", "peg-2025", "Iscrizioni in rete", "straordinario", "02", None, None, None],
    ],
    "Fasi": [
        ["obiettivo", "ordine", "nome", "inizio", "fine"],
        ["OB_1", 1, "Analisi", DAY(2025, 1, 1), DAY(2025, 3, 31)],
        ["OB_1", 2, "Avvio", "1 aprile 2025", "31/12/2025"],
    ],
    "Indicatori": [
        ["piano", "obiettivo", "testo", "valore_atteso"],
        ["peg-2025", "OB_1", "Fatture pagate nei termini", Shown(0.95, "0%")],
        ["peg-2025", "OB_3", "Posti", 120],
        ["peg-2025", "OB_2", "Sede aperta", DAY(2025, 11, 30)],
    ],
    "Progetti": [["piano", "codice", "titolo", "unita"], ["peg-2025", "PG_1", "Nuova sede", "01"]],
    "Bilancio": [
        ["progetto", "capitolo", "articolo", "descrizione", "direzione", "importo"],
        ["PG_1", "03250", "00", "Lavori", "spesa", "178.103,20"],
        ["PG_1", Shown(3251, "00000"), "00", "Arredi", "spesa", 1250.5],
        ["PG_1", "00012", "00", "Contributo", "entrata", Formula("=1000*2", 2000)],
    ],
}

CARDS = {
    "Schede": [
        ["ente", "numero", "titolo", "ufficio", "partecipanti", "durata"],
        ["Comune di Borgo", 1, "Biblioteca diffusa", "Cultura", "da 2 a 4", "2 giornate"],
        ["Comune di Borgo", 2, "Orti di quartiere", "Verde", "massimo 6", "da 3 a 5 giornate"],
        ["Comune di Valle", None, "Sportello unico", "Imprese", None, None],
    ],
    "Disponibilità": [
        ["scheda", "gruppo", "tipo", "inizio", "fine", "stato", "testo"],
        ["Biblioteca diffusa", 1, "giorno", DAY(2025, 9, 5), DAY(2025, 9, 5), "fissata", "5 settembre 2025"],
        ["Orti di quartiere", 1, "mese", DAY(2025, 10, 1), DAY(2025, 10, 31), "da-confermare", "Ottobre"],
    ],
    "Contatti": [
        ["scheda", "ente", "ruolo", "nome", "cognome", "email", "telefono"],
        ["Biblioteca diffusa", "Comune di Borgo", "responsabile", "Anna", "Verdi", "cultura@comune.borgo.it", "0547 356402"],
    ],
}

PHASES = ["id", "ordine", "nome", "inizio", "fine"]
BROKEN = {
    "workbook-wrong-cells": {
        "Fasi": [
            [],
            PHASES + ["iniziio"],
            ["avvio", "primo", "Avvio", "31 aprile 2025", Formula("=1/0", "#DIV/0!"), None],
            ["fine", 2, None, DAY(2025, 5, 1), 45292, None],
        ],
        "Obiettivi": [
            ["id", "titolo", "tipo", "peso_fasi"],
            ["scuola", "Nidi aperti", "straordinaro", 0.6],
        ],
        "Appunti": [["Da rivedere con la giunta"]],
    },
    "workbook-without-tables": {"Appunti": [["Da rivedere con la giunta"]], "Foglio2": []},
    "workbook-loose-sheets": {
        "Obiettivi": [["codice", "titolo"], ["01", "Mensa"]],
        "Fasi 2026": [["Le fasi dell’anno"], [], ["obiettivo", "nome"], ["01", "Avvio"]],
        "Indicatori": [["da scrivere"]],
        "Bilancio": [],
        "Appunti": [["Da rivedere"]],
    },
    "workbook-merged-cells": {
        "Obiettivi": [["codice", "titolo"], ["01", "Mensa"]],
        "Fasi": [
            ["obiettivo", "nome", "inizio", None],
            ["01", "Avvio", DAY(2026, 2, 1), DAY(2026, 3, 31)],
            [None, "Prova", DAY(2026, 4, 1), DAY(2026, 5, 31)],
        ],
    },
    "workbook-empty-table": {"Fasi": [PHASES, [None, None], []]},
}
MERGED = {"workbook-merged-cells": {"Fasi": ["A2:A3", "C1:D1"]}}
MERGED_ODS = {"workbook-merged-cells-ods": {"Fasi": {(2, 1): (2, 1), (1, 3): (1, 2)}}}
BROKEN_ODS = {
    "workbook-merged-cells-ods": BROKEN["workbook-merged-cells"],
    "workbook-hidden-formats": {
        "Bilancio": [
            ["progetto", "capitolo", "articolo", "direzione", "importo"],
            ["PG_1", 3250, "00", "spesa", 1250.567],
        ],
        "Obiettivi": [["id", "titolo", "peso_fasi"], ["scuola", "Nidi aperti", Shown(0.6, "0%")]],
    },
}
WARNED = {
    "Piani": [["id", "titolo", "tipo"], ["peg", "PEG", "peg"]],
    "Progetti": [["piano", "codice", "titolo"], ["peg", "PG_1", "Nuova sede"]],
    "Bilancio": [["progetto", "capitolo", "direzione", "importo"], ["PG_1", 3250, "spesa", 1250.5]],
    "Appunti": [["Da rivedere con la giunta"]],
}


# Nobody decided to publish what stands beside the tables.
BESIDE = {
    "Schede": [
        ["ente", "titolo", "ufficio"],
        ["Comune di Borgo", "Biblioteca diffusa", "Cultura"],
        ["Comune di Borgo", "Orti di quartiere", "Verde", None, "sentire 347 9876543"],
    ],
    "Note mie": [["Anna in malattia fino a maggio", "anna.rossi@gmail.com"]],
    "Disponibilità": [["scheda", "tipo", "inizio", "fine"], ["Biblioteca diffusa", "mese", DAY(2024, 1, 1), DAY(2024, 1, 31)]],
}
HIDDEN = ("Disponibilità",)

# Nobody who opens the file sees these rows and columns.
UNSEEN_PLAN = {
    "Obiettivi": [
        ["codice", "titolo", "descrizione", "tipo"],
        ["01", "Mense", "sentire Anna", "ordinario"],
        ["02", "Riservato a mano", None, "ordinario"],
        ["03", "Nidi", "malattia", "ordinario"],
        ["04", "Riservato dal filtro", None, "straordinario"],
        ["05", "Riservato dal filtro anche questo", None, "straordinario"],
        ["06", "Orti", None, "ordinario"],
        ["07", "Riservato in un gruppo", None, "ordinario"],
    ],
    "Unità": [["codice", "nome", "tipo"]],
    "Indicatori": [["obiettivo", "testo", "valore_atteso"], ["03", "Riservato tutto", "5"]],
}
UNSEEN = {
    "Obiettivi": {"columns": [3], "rows": {3: "collapse", 5: "filter", 6: "filter", 8: "group"}},
    "Indicatori": {"columns": [], "rows": {1: "collapse", 2: "collapse"}},
}


def xlsx(sheets, path, hidden=(), merged={}, unseen={}):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for at, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(row=at, column=column)
                if isinstance(value, Shown):
                    cell.value, cell.number_format = value.number, value.form
                elif isinstance(value, Formula):
                    cell.value = value.text
                else:
                    cell.value = value
        for cells in merged.get(name, ()):
            sheet.merge_cells(cells)
        hide(sheet, unseen.get(name, {"columns": [], "rows": {}}))
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    keep_results(sheets, path)


def hide(sheet, unseen):
    for column in unseen["columns"]:
        sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].hidden = True
    for row, why in unseen["rows"].items():
        sheet.row_dimensions[row].hidden = True
        if why == "group":
            sheet.row_dimensions[row].outlineLevel = 1
        if why == "filter":
            sheet.auto_filter.ref = sheet.dimensions


def keep_results(sheets, path):
    """Writes what spreadsheet programs save beside a formula; openpyxl does not."""
    import re
    import zipfile

    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    for number, rows in enumerate(sheets.values(), start=1):
        results = [value.result for row in rows for value in row if isinstance(value, Formula)]
        name = f"xl/worksheets/sheet{number}.xml"
        text = parts[name].decode()
        for result in results:
            kind = ' t="e"' if isinstance(result, str) else ""
            text = re.sub(r"<c (r=\"\w+\")([^>]*)>(<f>[^<]*</f>)<v ?/>", rf"<c \1{kind}>\3<v>{result}</v>", text, count=1)
            text = re.sub(r"<c (r=\"\w+\")([^>]*)>(<f>[^<]*</f>)<v></v>", rf"<c \1{kind}>\3<v>{result}</v>", text, count=1)
        parts[name] = text.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def ods(sheets, path, hidden=(), merged={}, unseen={}):
    book = OpenDocumentSpreadsheet()
    away = Style(name="nascosto", family="table")
    away.addElement(TableProperties(display="false"))
    book.automaticstyles.addElement(away)
    for name, rows in sheets.items():
        table = Table(name=name, **({"stylename": away} if name in hidden else {}))
        here = unseen.get(name, {"columns": [], "rows": {}})
        for column in range(1, max(here["columns"], default=0) + 1):
            table.addElement(TableColumn(**({"visibility": "collapse"} if column in here["columns"] else {})))
        for at, row in enumerate(rows, start=1):
            why = here["rows"].get(at)
            line = TableRow(**({"visibility": why} if why in ("collapse", "filter") else {}))
            for column, value in enumerate(row, start=1):
                line.addElement(ods_cell(value, merged.get(name, {}).get((at, column))))
            if why == "group":
                group = TableRowGroup(display="false")
                group.addElement(line)
                line = group
            table.addElement(line)
        book.spreadsheet.addElement(table)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(str(path))


def ods_cell(value, spanned=None):
    """A cell; `spanned` is how many rows and columns it is one with."""
    cell = ods_value(value)
    if spanned:
        cell.setAttribute("numberrowsspanned", spanned[0])
        cell.setAttribute("numbercolumnsspanned", spanned[1])
    return cell


def ods_value(value):
    if value is None:
        return TableCell()
    if isinstance(value, Shown) and value.form == "0%":
        return TableCell(valuetype="percentage", value=value.number)
    if isinstance(value, Shown):
        return TableCell(valuetype="float", value=value.number)
    if isinstance(value, Formula):
        return TableCell(valuetype="float", value=value.result, formula="of:" + value.text)
    if isinstance(value, DAY):
        return TableCell(valuetype="date", datevalue=value.isoformat())
    if isinstance(value, (int, float)):
        return TableCell(valuetype="float", value=value)
    cell = TableCell(valuetype="string")
    for line in value.split("\n"):
        cell.addElement(P(text=line))
    return cell


def as_text(sheets):
    """The same sheets for a format that does not tell how numbers are shown: codes and shares are written out."""

    def written(value):
        match value:
            case Shown(form="0%"):
                return f"{value.number * 100:g}%"
            case Shown():
                return str(value.number).zfill(len(value.form))
        return value

    return {name: [[written(value) for value in row] for row in rows] for name, rows in sheets.items()}


xlsx(PLAN, HERE / "piano.xlsx")
xlsx(CARDS, HERE / "catalogo.xlsx")
ods(as_text(PLAN), HERE / "piano.ods")
ods(as_text(CARDS), HERE / "catalogo.ods")
ods(WARNED, HERE / "avvisi.ods")
xlsx(BESIDE, HERE / "appunti.xlsx", HIDDEN)
ods(BESIDE, HERE / "appunti.ods", HIDDEN)
xlsx(UNSEEN_PLAN, HERE / "nascosti.xlsx", unseen=UNSEEN)
ods(UNSEEN_PLAN, HERE / "nascosti.ods", unseen=UNSEEN)
for case, sheets in BROKEN.items():
    xlsx(sheets, ERRORS / case / "seeds" / "piano.xlsx", merged=MERGED.get(case, {}))
for case, sheets in BROKEN_ODS.items():
    ods(sheets, ERRORS / case / "seeds" / "piano.ods", merged=MERGED_ODS.get(case, {}))
