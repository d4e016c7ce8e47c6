"""Writes rows as Excel or CSV, such that no cell can act as a formula."""

import csv as plain
import datetime as dt
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter
from django.utils import timezone

from uplift.ground.documents.sheet import writable

EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV_TYPE = "text/csv; charset=utf-8"

Cell = str | int | float | bool | dt.date | dt.datetime | None

#: The most that a cell of Excel holds.
LONGEST = 32_767
_CUT = "… (cut here: Excel holds no more in a cell)"
_FORMATS: dict[str, dict[str, object]] = {
    "text": {"text_wrap": True},
    "number": {"align": "right"},
    "day": {"num_format": "d mmm yyyy"},
    "time": {"num_format": "d mmm yyyy hh:mm"},
}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def workbook(file: BytesIO) -> xlsxwriter.Workbook:
    """A workbook in which text stays text: nothing typed becomes a formula, a link or a number."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    return xlsxwriter.Workbook(file, options)


def excel(
    columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, name: str, note: str = ""
) -> bytes:
    """A workbook of one sheet called `name`, its head frozen and filtered; `note` stands in the
    page's foot (who exported it, and when). Dates are dates, numbers are numbers, text is text."""
    file = BytesIO()
    with workbook(file) as book:
        sheet = book.add_worksheet(_sheet_name(name))
        formats = {
            name: book.add_format({"valign": "top", "align": "left"} | more)
            for name, more in _FORMATS.items()
        }
        sheet.write_row(0, 0, columns, book.add_format({"bold": True, "bottom": 1}))
        last = 0
        for last, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                _write(sheet, last, column, value, formats)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, max(len(columns) - 1, 0))
        sheet.set_column(0, max(len(columns) - 1, 0), 22)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.set_footer(f"&L{note.replace('&', '&&')[:200]}&RPage &P of &N")
    return file.getvalue()


def csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with a mark that Excel knows; text that Excel would run as a formula gets an
    apostrophe before it."""
    text = StringIO(newline="")
    writer = plain.writer(text)
    writer.writerow(columns)
    writer.writerows([_harmless(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _write(sheet: Any, row: int, column: int, value: Cell, formats: dict[str, Any]) -> None:
    match value:
        case None:
            return
        case bool():
            sheet.write_string(row, column, "Yes" if value else "No", formats["text"])
        case int() | float():
            sheet.write_number(row, column, value, formats["number"])
        case dt.datetime():
            sheet.write_datetime(row, column, _london(value), formats["time"])
        case dt.date():
            sheet.write_datetime(row, column, value, formats["day"])
        case _:
            text = writable(value)
            if len(text) > LONGEST:
                text = text[: LONGEST - len(_CUT)] + _CUT
            sheet.write_string(row, column, text, formats["text"])


def _harmless(value: Cell) -> Cell:
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case str():
            text = writable(value)
            return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
        case dt.datetime():
            return _london(value).isoformat(" ", "minutes")
        case dt.date():
            return value.isoformat()
        case _:
            return value


def _london(value: dt.datetime) -> dt.datetime:
    """The time on the clock in London; spreadsheets know no zones."""
    aware = timezone.localtime(value) if timezone.is_aware(value) else value
    return aware.replace(tzinfo=None, second=0, microsecond=0)


def _sheet_name(name: str) -> str:
    """A name that Excel takes: no more than 31 characters, none of its own marks."""
    plain_name = "".join(" " if character in "[]:*?/\\" else character for character in name)
    return plain_name.strip().strip("'")[:31] or "Sheet"
