"""Writes the workbook that an agency fills in: the case's reference and pseudonym, no more."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from uplift.ground.documents.tables import workbook
from uplift.loop.reviews.sheets.columns import COLUMNS, ENTRIES, GUIDE, LISTS

KNOWLEDGE = ("Then", "Later")
_LIST_ROWS = 1_000  # rows that offer the drop-downs
_ADVICE = (
    "Write one event in each row of the sheet “Chronology”, from your own records.",
    "Dates that nobody knows exactly are welcome: write March 2014, early 2014, spring 2013, "
    "about 2012, or between 3 and 5 March 2014.",
    "Leave out what isn't known. Only “When” and “What happened” have to be filled.",
    "Don't write the family's real names. Those that Uplift knows are replaced when you upload.",
    "Values only: formulas and macros aren't taken.",
    "When you upload it, you see what would come in before anything is kept. Mistakes are named "
    "by their cell.",
)


def template(
    *,
    reference: str,
    pseudonym: str,
    source: str,
    agencies: Sequence[str],
    rows: Iterable[Any] = (),
) -> bytes:
    """The workbook for one agency (or other source) in one case; `rows` are texts to begin with,
    each in the order of the columns."""
    file = BytesIO()
    with workbook(file) as book:
        book.set_properties({"title": f"Chronology, {reference}", "author": "", "company": ""})
        bold = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
        wrap = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        _entries(book, bold, wrap, rows)
        _guide(book, bold, wrap, (reference, pseudonym, source))
        lists = book.add_worksheet(LISTS)
        lists.write_column(0, 0, KNOWLEDGE)
        lists.write_column(0, 1, agencies)
        _choices(book.get_worksheet_by_name(ENTRIES), len(agencies))
    return file.getvalue()


def _entries(book: Any, bold: Any, wrap: Any, rows: Iterable[Any]) -> None:
    sheet = book.add_worksheet(ENTRIES)
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width, wrap)
        sheet.write_string(0, place, column.title, bold)
        sheet.write_comment(0, place, column.says, {"author": ""})
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text, wrap)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _guide(book: Any, bold: Any, wrap: Any, about: tuple[str, str, str]) -> None:
    sheet = book.add_worksheet(GUIDE)
    sheet.set_column(0, 0, 26, wrap)
    sheet.set_column(1, 1, 90, wrap)
    for number, (title, text) in enumerate(zip(("Case", "About", "Told by"), about, strict=True)):
        sheet.write_string(number, 0, title, bold)
        sheet.write_string(number, 1, text)
    for number, text in enumerate(_ADVICE, start=4):
        sheet.write_string(number, 1, text, wrap)
    for number, column in enumerate(COLUMNS, start=5 + len(_ADVICE)):
        sheet.write_string(number, 0, column.title, bold)
        sheet.write_string(number, 1, column.says, wrap)


def _choices(sheet: Any, agencies: int) -> None:
    """Drop-downs; who knew then may be several, so any text is taken there."""
    keys = [column.key for column in COLUMNS]
    knowledge, known_to = keys.index("knowledge"), keys.index("known_to")
    lists = f"='{LISTS}'!"
    sheet.data_validation(
        1, knowledge, _LIST_ROWS, knowledge, {"validate": "list", "source": f"{lists}$A$1:$A$2"}
    )
    if agencies:
        source = f"{lists}$B$1:$B${agencies}"
        rule = {"validate": "list", "source": source, "show_error": False}
        sheet.data_validation(1, known_to, _LIST_ROWS, known_to, rule)
