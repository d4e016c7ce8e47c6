"""A chronology as an Excel workbook: the template that we give, and reading it back."""

from uplift.loop.reviews.sheets.columns import COLUMNS, MOST_ROWS, Column
from uplift.loop.reviews.sheets.reading import Reading, Row, Unreadable, read_workbook
from uplift.loop.reviews.sheets.template import template

__all__ = [
    "COLUMNS",
    "MOST_ROWS",
    "Column",
    "Reading",
    "Row",
    "Unreadable",
    "read_workbook",
    "template",
]
