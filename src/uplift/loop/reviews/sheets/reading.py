"""Reading an agency's workbook row by row. Nothing in it is run: a formula is refused, not read."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from uplift.loop.reviews.sheets.cells import Cells
from uplift.loop.reviews.sheets.columns import ENTRIES, GUIDE, MOST_ROWS, is_head, places
from uplift.loop.reviews.sheets.merged import Merged, merged_in
from uplift.loop.reviews.when import Moment

MOST_COLUMNS = 40
#: The sheet isn't read further than this: below lie formatted rows without end.
DEEPEST = MOST_ROWS + 10_000


class Unreadable(Exception):
    """Nothing can be read from this at all; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as the workbook has it; `number` is its row there."""

    number: int
    moment: Moment
    texts: Mapping[str, str]
    knowledge: str
    known_to: tuple[str, ...]  # slugs of agencies


@dataclass(slots=True)
class Reading:
    """What was understood, what is wrong by cell, and what was passed over."""

    rows: list[Row] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def read_workbook(
    content: IO[bytes], *, reference: str, agencies: Mapping[str, str], today: dt.date
) -> Reading:
    """The entries of the first sheet that has our columns; `agencies` are slugs by name.

    Raises Unreadable for what is no such workbook, is another case's, or is too long.
    """
    try:
        book = load_workbook(content, read_only=True, data_only=False, keep_links=False)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, TypeError) as error:
        raise Unreadable("The file can't be read as an Excel workbook.") from error
    _of_this_case(book, reference)
    for sheet in _likely_first(book):
        merged = merged_in(content, sheet)
        rows = _rows(sheet, merged)
        head = next(((n, row) for n, row in rows if is_head(n, _places(row))), None)
        if head:
            cells = Cells(_places(head[1]), agencies, today)
            return _read(rows, cells, merged, _unknown(head[1]))
    raise Unreadable(
        "No row names the columns. The first row of the sheet has to say “When” and “What "
        "happened”: use our template, or name your columns like it."
    )


def _of_this_case(book: Any, reference: str) -> None:
    if GUIDE in book.sheetnames:
        said = str(book[GUIDE]["B1"].value or "").strip()
        if said and said != reference:
            raise Unreadable(f"This workbook was made for the case {said}, not for {reference}.")


def _likely_first(book: Any) -> list[Any]:
    sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")]
    return sorted(sheets, key=lambda sheet: sheet.title != ENTRIES)


def _rows(sheet: Any, merged: Merged) -> Iterator[tuple[int, list[Any]]]:
    """Each row that holds anything, with its number; a date that was merged over several rows
    stands in each of them."""
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
        if number > DEEPEST:
            raise Unreadable(
                f"The sheet goes on below row {DEEPEST:,}. Take out what stands there, or empty "
                "rows that are formatted."
            )
        if any(cell.value is not None for cell in row):
            yield number, merged.filled(number, list(row))


def _places(row: Sequence[Any]) -> dict[str, int]:
    return places([cell.value for cell in row])


def _unknown(row: Sequence[Any]) -> list[str]:
    known = set(_places(row).values())
    titles = [(n, str(cell.value)) for n, cell in enumerate(row) if cell.value is not None]
    return [f"The column “{title[:60]}”" for n, title in titles if n not in known]


def _read(
    rows: Iterator[tuple[int, list[Any]]], cells: Cells, merged: Merged, left_out: list[str]
) -> Reading:
    reading = Reading(left_out=left_out)
    count = 0
    for number, row in rows:
        if merged.is_banner(number, row):
            reading.left_out.append(f"Row {number}, a heading: “{str(row[0].value)[:60]}”")
            continue
        count += 1
        if count > MOST_ROWS:
            raise Unreadable(
                f"The sheet holds more than {MOST_ROWS:,} entries, the most that one workbook "
                "may bring. Split it."
            )
        read, problems = cells.read(row)
        reading.problems += [
            (f"{get_column_letter(place + 1)}{number}", sentence) for place, sentence in problems
        ]
        if read and not problems:
            reading.rows.append(Row(number, **read))
    if not count:
        raise Unreadable("The workbook holds no entries below its head.")
    return reading
