"""Reading recommendations out of a CSV file or an Excel workbook."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO, StringIO
from itertools import islice
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from uplift.loop.learning.recommendations.rows import MOST_ROWS, Reading, Row, Unreadable

#: What the columns may be called; the first name is ours.
COLUMNS = {
    "number": ("number", "no", "no.", "ref", "reference", "paragraph"),
    "text": ("recommendation", "recommendations", "text", "finding", "title"),
    "kind": ("kind", "type"),
    "area": ("area", "heading", "section", "theme"),
}
MOST_COLUMNS = 40


def read_table(content: bytes, name: str) -> Reading:
    """The rows of a file with a head that names its columns; an empty row is passed over.

    `line` is the row as the spreadsheet counts it. Raises Unreadable with a sentence.
    """
    sheet = _excel(content) if name.lower().endswith(".xlsx") else _csv(content)
    rows = [(number, row) for number, row in enumerate(sheet, 1) if any(row)]
    if not rows:
        raise Unreadable("The file has no rows.")
    places, unknown = _head(rows[0][1])
    found = tuple(
        replace(Row(number, ""), **{name: _cell(row, place) for name, place in places.items()})
        for number, row in rows[1:]
    )
    left_out = tuple(f"The column “{column}”" for column in unknown)
    return Reading(found, left_out)


def _head(row: Sequence[str]) -> tuple[dict[str, int], list[str]]:
    places: dict[str, int] = {}
    unknown = []
    for place, title in enumerate(row):
        wanted = title.strip().casefold()
        name = next((name for name, titles in COLUMNS.items() if wanted in titles), None)
        if name and name not in places:
            places[name] = place
        elif title:
            unknown.append(title[:60])
    if "text" not in places:
        raise Unreadable("The first row must name the columns, one of them “recommendation”.")
    return places, unknown


def _cell(row: Sequence[str], place: int) -> Any:
    return row[place] if place < len(row) else ""


def _csv(content: bytes) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    separator = max(",;\t", key=text.partition("\n")[0].count)
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
        for row in islice(reader, MOST_ROWS + 2):
            yield [cell.strip() for cell in row[:MOST_COLUMNS]]
    except csv.Error as error:
        raise Unreadable("The file isn't CSV throughout: a quotation mark is open.") from error


def _excel(content: bytes) -> Iterator[list[str]]:
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise Unreadable("The file can't be read as an Excel workbook.") from error
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True):
        yield ["" if value is None else str(value).strip() for value in row]
