"""Recommendations of an inspection, as pasted text or as a table, read row by row."""

from uplift.loop.learning.recommendations.pasted import read_text
from uplift.loop.learning.recommendations.rows import (
    Reading,
    Row,
    Unreadable,
    checked,
    from_json,
    key,
    to_json,
)
from uplift.loop.learning.recommendations.tables import read_table

__all__ = [
    "Reading",
    "Row",
    "Unreadable",
    "checked",
    "from_json",
    "key",
    "read_table",
    "read_text",
    "to_json",
]
